import English

/// "Vos: We want lower taxes."; "Police: Two men were hurt"; "Dam near collapse: officials"
///
/// What stands behind a speaker's name and a colon at the beginning of a line is the speaker's, to the end of the line; and a
/// headline before a colon is said by who stands behind it.
enum SpeakerLabels {
    /// The speaker that a sentence's label names, and the tokens that the label gives them.
    struct Label {
        var speaker: TokenReference
        var words: Range<Int>
    }

    /// The labels' speakers by sentence.
    static func labels(_ sentences: [Sentence], mentions: MentionIndex) -> [Int: Label] {
        var labels: [Int: Label] = [:]
        // Where labels come again a text is a transcript, and whatever comes again is a speaker.
        var counts: [String: Int] = [:]
        for sentence in sentences { if let name = name(sentence) { counts[name, default: 0] += 1 } }
        let isTranscript = counts.values.reduce(0, +) >= 3 && counts.values.contains { $0 > 1 }
        var current: TokenReference?
        var isLabelled = false
        for index in sentences.indices {
            let sentence = sentences[index]
            // "Echo: Was that so? Jan Vos: Yes, it was.": an answer on its question's line.
            if isLabelled, !sentence.startsLine, sentences[index - 1].tokens.last?.form == "?",
                let colon = colon(in: sentence), let head = head(of: 0..<colon, in: sentence)
            {
                let speaker = TokenReference(sentence: index, token: head)
                if speaks(speaker, sentences, mentions) { current = speaker }
            }
            if sentence.startsLine {
                isLabelled = opening(sentence) != nil
                if let colon = opening(sentence), let head = head(of: 0..<colon, in: sentence) {
                    let speaker = TokenReference(sentence: index, token: head)
                    let isSpeaker =
                        speaks(speaker, sentences, mentions) || name(sentence).flatMap { counts[$0] } ?? 0 > 1
                    current = isSpeaker ? speaker : nil
                    if isSpeaker { labels[index] = Label(speaker: speaker, words: colon + 1..<sentence.tokens.count) }
                    continue
                }
                // A transcript's speaker goes on over paragraphs.
                if !isTranscript { current = nil }
                if let label = closing(index, sentences, mentions) {
                    labels[index] = label
                    continue
                }
            }
            if let current, !isTold(current, in: index, sentences, mentions) {
                labels[index] = Label(speaker: current, words: 0..<sentence.tokens.count)
            }
        }
        return labels
    }

    /// "Jan Vos is the head of the institute.": nobody who answers speaks of himself by name.
    private static func isTold(
        _ speaker: TokenReference, in index: Int, _ sentences: [Sentence], _ mentions: MentionIndex
    ) -> Bool {
        guard let chain = mentions.mention(at: speaker)?.chain else { return false }
        return sentences[index].tokens.indices.contains { token in
            let mention = mentions.mention(at: TokenReference(sentence: index, token: token))
            return mention?.chain == chain && mention?.kind == .named
                && sentences[index].tokens[token].relation.hasPrefix("nsubj")
        }
    }

    /// The colon behind one to six words with a capital, where a clause follows; "Update:" names nobody.
    private static func opening(_ sentence: Sentence) -> Int? { sentence.startsLine ? colon(in: sentence) : nil }

    private static func colon(in sentence: Sentence) -> Int? {
        guard
            let colon = sentence.tokens.prefix(8).firstIndex(where: { $0.form == ":" }), colon >= 1,
            sentence.tokens.count >= colon + 4
        else { return nil }
        let words = sentence.tokens[..<colon]
        let isName = words.allSatisfy { token in
            token.upos == "PROPN" || token.upos == "PUNCT" || token.form.first?.isUppercase ?? false
        }
        return isName ? colon : nil
    }

    private static func name(_ sentence: Sentence) -> String? {
        opening(sentence).map { sentence.tokens[..<$0].map(\.form).joined(separator: " ") }
    }

    /// "Dam near collapse: officials", without a full stop.
    private static func closing(_ index: Int, _ sentences: [Sentence], _ mentions: MentionIndex) -> Label? {
        let sentence = sentences[index]
        guard let colon = sentence.tokens.lastIndex(where: { $0.form == ":" }), colon >= 3,
            (1...4).contains(sentence.tokens.count - colon - 1),
            index + 1 == sentences.count || sentences[index + 1].startsLine,
            sentence.tokens.last.map({ $0.upos != "PUNCT" }) ?? false,
            let head = head(of: colon + 1..<sentence.tokens.count, in: sentence)
        else { return nil }
        let speaker = TokenReference(sentence: index, token: head)
        return speaks(speaker, sentences, mentions) ? Label(speaker: speaker, words: 0..<colon) : nil
    }

    /// The word of a range that hangs outside of it.
    private static func head(of range: Range<Int>, in sentence: Sentence) -> Int? {
        range.first {
            let token = sentence.tokens[$0]
            return token.upos != "PUNCT" && !range.contains(token.head) && ["NOUN", "PROPN"].contains(token.upos)
        }
    }

    /// A person or a body of people.
    private static func speaks(_ speaker: TokenReference, _ sentences: [Sentence], _ mentions: MentionIndex) -> Bool {
        let token = sentences[speaker.sentence].tokens[speaker.token]
        if Lexicon.isPersonNoun(token.lemma.lowercased())
            || ["police", "report", "study", "poll"].contains(token.lemma.lowercased())
        {
            return true
        }
        guard let mention = mentions.mention(at: speaker), mention.kind == .named else { return false }
        return mention.isTypeSure && EntityTypes.isAgent(mention.type) || EntityTypes.isPerson(mention.type)
    }
}
