import Testing

@testable import English

@Suite struct SegmenterTests {
    private func sentences(_ text: String) -> [String] {
        Segmenter().sentences(of: text).map { $0.tokens.map(\.form).joined(separator: "|") }
    }

    @Test(arguments: [
        ("I don't, he's; they'll've gone.", "I|do|n't|,|he|'s|;|they|'ll|'ve|gone|."),
        ("The hostages' fate cannot wait.", "The|hostages|'|fate|can|not|wait|."),
        ("gonna gotta wanna", "gon|na|got|ta|wan|na"),
        ("a two-year-old, U.S.-backed plan", "a|two|-|year|-|old|,|U.S.|-|backed|plan"),
        ("pro-Beijing, non-profit, e-mail and mid-1980s", "pro-Beijing|,|non-profit|,|e-mail|and|mid-1980s"),
        ("and/or 9/11 in 2013-2014 or 2019-01-04", "and|/|or|9/11|in|2013|-|2014|or|2019-01-04"),
        ("It costs $5,000 or US$4.5 million, 6%.", "It|costs|$|5,000|or|US$|4.5|million|,|6|%|."),
        ("10am, 430km, 29th, 1990s, 5:30", "10|am|,|430|km|,|29th|,|1990s|,|5:30"),
        (
            "Mr. Smith of Acme Inc. met J. Doe at 6 p.m. on Jan. 5.",
            "Mr.|Smith|of|Acme|Inc.|met|J.|Doe|at|6|p.m.|on|Jan.|5|."
        ),
        ("No. 5 said no.", "No.|5|said|no|."),
        (
            "See https://example.org/a-b?c=d, or mail a.b@example.com.",
            "See|https://example.org/a-b?c=d|,|or|mail|a.b@example.com|."
        ),
        ("well...maybe — or—not", "well|...|maybe|—|or|—|not"),
        ("“Why?” he asked (again).", "“|Why|?|”|he|asked|(|again|)|."),
        ("What?! No!!", "What|?!|No|!!"),
        ("Rock 'n' roll 'til the '90s", "Rock|'n|'|roll|'til|the|'90s"),
        ("24°C #tag @name #2 +1", "24|°|C|#tag|@name|#|2|+1"),
        ("Great👍👍 :-)", "Great|👍👍|:-)"),
        ("AT&T, R&D; A+ f*ed 6.8+7.2", "AT&T|,|R&D|;|A|+|f*ed|6.8|+|7.2"),
        ("Jr.'s “Times”’s", "Jr.|'s|“|Times|”|’s"),
        ("5'", "5|'"), ("'", "'"), ("''a''", "''|a|''"),
    ])
    func tokens(text: String, expected: String) {
        #expect(sentences(text).joined(separator: "|") == expected)
    }

    @Test(arguments: [
        ("He left. She stayed.", ["He|left|.", "She|stayed|."]),
        ("The U.S. navigates it. The U.S. The end.", ["The|U.S.|navigates|it|.", "The|U.S.", "The|end|."]),
        ("Dr. Will Smith. Sen. Will Doe.", ["Dr.|Will|Smith|.", "Sen.|Will|Doe|."]),
        ("\"Stop!\" he said. \"Go?\" Smith asked.", ["\"|Stop|!|\"|he|said|.", "\"|Go|?|\"|Smith|asked|."]),
        (
            "\"It is.\" Ms. Doe said. \"It is.\" Doe said it was.",
            ["\"|It|is|.|\"|Ms.|Doe|said|.", "\"|It|is|.|\"", "Doe|said|it|was|."]
        ),
        ("Is it? '\"", ["Is|it|?|'|\""]),
        ("He said \"no.\" She left.", ["He|said|\"|no|.|\"", "She|left|."]),
        ("It fell. \"We saw it,\" he said.", ["It|fell|.", "\"|We|saw|it|,|\"|he|said|."]),
        ("(It fell.) They ran.", ["(|It|fell|.|)", "They|ran|."]),
        ("Title\nBy A. Writer\r\n\r\nText", ["Title", "By|A.|Writer", "Text"]),
        ("- One.\n- Two", ["-|One|.", "-|Two"]),
        ("It ended.[2] Then more.[3]", ["It|ended|.|[|2|]", "Then|more|.|[|3|]"]),
        ("Inc. said so. Plan B. The end", ["Inc.|said|so|.", "Plan|B|.", "The|end"]),
        ("1. Open it.", ["1|.|Open|it|."]),
        (
            "It fell. pic.example.com/a1 Okoro left. See example.org/a (http://example.org/b) Now.",
            [
                "It|fell|.|pic.example.com/a1", "Okoro|left|.", "See|example.org/a|(|http://example.org/b|)|Now|.",
            ]
        ),
        (
            "Talks at the border The two ministers met. Quiet night in Lund A dog barked, \"The dog,\" She said.",
            [
                "Talks|at|the|border", "The|two|ministers|met|.", "Quiet|night|in|Lund",
                "A|dog|barked|,|\"|The|dog|,|\"|She|said|.",
            ]
        ),
        (
            "READ MORE: Rebels leave the valley Observers in Lund doubted it. Work goes on In May rain fell.",
            [
                "READ|MORE|:|Rebels|leave|the|valley", "Observers|in|Lund|doubted|it|.",
                "Work|goes|on|In|May|rain|fell|.",
            ]
        ),
        (
            "'Costly mistake' Ada Okoro, a driver, left. 'Costly mistake' Okoro says. The Union A grade side and the band The flood won.",
            [
                "'|Costly|mistake|'", "Ada|Okoro|,|a|driver|,|left|.", "'|Costly|mistake|'|Okoro|says|.",
                "The|Union|A|grade|side|and|the|band|The|flood|won|.",
            ]
        ),
        (
            "It fell in May. a.lind@example.com - A man walks. Ana Lind / Lund Daily In May rain fell.",
            [
                "It|fell|in|May|.", "a.lind@example.com", "-|A|man|walks|.", "Ana|Lind|/|Lund|Daily",
                "In|May|rain|fell|.",
            ]
        ),
        ("He has either 10.25/12.75 Volts.", ["He|has|either|10.25/12.75|Volts|."]),
        ("We like iPhones. iPads too. and more", ["We|like|iPhones|.", "iPads|too|.|and|more"]),
    ])
    func sentenceBreaks(text: String, expected: [String]) {
        #expect(sentences(text) == expected)
    }

    @Test func offsetsAreCodePointsOfTheTextAsStored() {
        let text = "\u{feff}Café “now”.\r\nNaïve\u{0}end 👍 x"
        let scalars = Array(text.unicodeScalars)
        let sentences = Segmenter().sentences(of: text)
        #expect(
            sentences.flatMap { $0.tokens.map(\.form) } == ["Café", "“", "now", "”", ".", "Naïve", "end", "👍", "x"])
        for sentence in sentences {
            for token in sentence.tokens {
                #expect(String(String.UnicodeScalarView(scalars[token.range])) == token.form)
            }
            #expect(sentence.startsLine)
            #expect(
                sentence.range == sentence.tokens[0].range
                    .lowerBound..<sentence.tokens[sentence.tokens.count - 1].range.upperBound)
        }
    }

    @Test func cliticsJoinTheWordBefore() {
        let tokens = Segmenter().sentences(of: "They don't want Warhol's or the boys' 'bad' one").flatMap(\.tokens)
        #expect(tokens.filter(\.joinsPrevious).map(\.form) == ["n't", "'s", "'"])
    }

    @Test(arguments: [
        "", " ", "\n\n\n", "\u{feff}", "\u{0}\u{1}\u{2}", ".", "...", "'''''", "((((", "]]]]", "-----", "\u{301}", "👩‍👩‍👧‍👦",
        "𝔘𝔫𝔦", "a\u{2028}b",
        "http://", "@", "#", "$", "@@", "a@", "@a.", "....a", ".a", "a.b.c.", "/", "a/", "/a", "1-", "-1", "1--2", "’s",
        "'s", "n't", "can't.'", "…", "«»",
    ])
    func oddInputKeepsEveryVisibleCharacter(text: String) {
        let visible = text.unicodeScalars.filter { !CharacterReader.parts($0) }
        let kept = Segmenter().sentences(of: text).flatMap(\.tokens).map(\.form).joined().unicodeScalars
        #expect(Array(kept) == Array(visible))
    }

    @Test(arguments: ["a", "a ", "word. ", "(", "'", "-", ".", "a-b/", "é", "x@y.z,", "\"a.\" B", "1,", "don't "])
    func longLinesTakeLinearTime(piece: String) {
        let text = String(repeating: piece, count: 1_000_000 / piece.utf8.count)
        let clock = ContinuousClock()
        var longest = 0
        let time = clock.measure {
            longest = Segmenter().sentences(of: text).map(\.tokens.count).max() ?? 0
        }
        #expect(longest <= SentenceSplitter.hardLimit)
        // A quadratic step would take minutes.
        #expect(time < .seconds(20))
    }
}

extension CharacterReader {
    /// Whether the tokenizer takes a scalar as white space.
    static func parts(_ scalar: Unicode.Scalar) -> Bool {
        Array(String(scalar).utf8).withUnsafeBufferPointer { bytes in
            let kind = CharacterReader(text: bytes).character(at: 0).kind
            return kind == .space || kind == .lineBreak
        }
    }
}
