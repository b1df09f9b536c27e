import Naming
import QuerySyntax

/// A question in plain English, cut into what asks and what is asked about.
struct QuestionWords {
    /// What an answer is to be.
    enum Kind: Equatable {
        /// Who or what does it: `who`, `what`, `which countries` (with the class).
        case thing(className: String?)
        case number
        case place
        case time
        case reason
        case yesOrNo
        /// `Who is Ada Okoro?`, `Tell me about Ada Okoro`.
        case description
        /// `What happened in Porto Alto?`
        case happening
    }

    /// A word with its form for comparison.
    struct Word: Equatable {
        var text: String
        var folded: String
        var stem: String

        init(_ text: String) {
            self.text = text
            var folded = NameFolding.folded(text)
            if folded.hasSuffix("'s"), folded.count > 2 { folded.removeLast(2) }
            self.folded = folded
            stem = NameFolding.stem(folded)
        }

        var isCapital: Bool { text.first?.isUppercase == true }
        var isNumber: Bool {
            text.allSatisfy { $0.isNumber || $0 == "," || $0 == "." } && text.contains(where: \.isNumber)
        }
        /// Whether it is a year of our time: it says when, not how many.
        var isYear: Bool { text.count == 4 && Int(text).map { (1900..<2100).contains($0) } == true }
        var isPossessive: Bool { text.hasSuffix("'s") || text.hasSuffix("’s") || text.hasSuffix("s'") }
    }

    /// What is asked for.
    let kind: Kind
    /// The words that are left: names and a relation.
    let words: [Word]
    /// Whether the thing asked for is what somebody does it to: `What did Hamas accept?`.
    let asksForObject: Bool
    /// The class of what is counted, in the words of the question: `How many countries back the plan?`.
    let countedClass: Word?
    /// Whether a form of `be` makes the verb passive where it is a participle: `Was the plan accepted by Israel?`.
    let mayBePassive: Bool

    /// Auxiliaries that carry no meaning of their own in a question.
    static let auxiliaries: Set<String> = [
        "do", "does", "did", "has", "have", "had", "is", "are", "was", "were", "been", "be", "will", "would", "can",
        "could",
    ]
    private static let forms: Set<String> = ["is", "are", "was", "were", "been", "be"]
    private static let openers: Set<String> = [
        "who", "whom", "what", "which", "where", "when", "why", "how", "tell", "show",
    ]
    /// What opens a question about all that is known of something.
    private static let descriptions: [[String]] = [
        "tell me about", "tell me more about", "show me", "what is known about", "what is known of",
        "what do you know about",
        "what do we know about", "what do you know of", "what about", "who or what is",
    ].map { $0.split(separator: " ").map(String.init) }
    /// What opens a question about what took place.
    private static let happenings: [[String]] = [
        "what happened", "what is happening", "what has happened", "what happens", "what took place", "what occurred",
        "what is going on", "what went on", "what was happening", "what did happen", "what else happened",
    ].map { $0.split(separator: " ").map(String.init) }

    /// Whether a text may be a question in English, from its look: it is worth reading as one when it is no query.
    static func looksLikeOne(_ text: String) -> Bool {
        guard !text.contains(where: { "$[]{}|<>=~^;".contains($0) }), !holdsVariable(text) else { return false }
        if text.last == "?" { return true }
        guard let first = words(of: text).first else { return false }
        // `who met ?x` is the language's own, so is `why`; without a mark only a capital tells that English was meant.
        let isOwn = ["who", "whom", "what", "why"].contains(first.folded) && !first.isCapital
        return !isOwn && (openers.contains(first.folded) || auxiliaries.contains(first.folded))
    }

    private static func holdsVariable(_ text: String) -> Bool {
        let characters = Array(text)
        return characters.indices.contains { index in
            characters[index] == "?" && index + 1 < characters.count && characters[index + 1].isLetter
        }
    }

    /// Reads a question; nil where its first words ask nothing known.
    ///
    /// - Parameter isClass: whether words, in small letters, name a class of things.
    init?(_ text: String, isClass: (String) -> Bool) {
        var words = Self.words(of: text)
        func take(_ wanted: [String]) -> Bool {
            guard words.count >= wanted.count, zip(words, wanted).allSatisfy({ $0.folded == $1 }) else { return false }
            words.removeFirst(wanted.count)
            return true
        }
        var asksForObject = false
        var countedClass: Word?
        var kind: Kind
        if Self.descriptions.contains(where: take) {
            kind = .description
        } else if Self.happenings.contains(where: take) {
            kind = .happening
        } else if take(["how", "many"]) || take(["how", "much"]) {
            kind = .number
            if let first = words.first, isClass(first.folded) { countedClass = first }
        } else if take(["how", "old"]) {
            kind = .number
            words.append(Word("age"))
        } else if take(["where"]) || take(["in", "which", "place"]) || take(["in", "which", "country"]) {
            kind = .place
        } else if take(["when"]) || take(["on", "what", "day"]) || take(["what", "day"]) || take(["since", "when"]) {
            kind = .time
        } else if take(["why"]) {
            kind = .reason
        } else if words.count > 3, ["which", "what"].contains(words[0].folded),
            isClass(words[1].folded + " " + words[2].folded)
        {
            kind = .thing(className: words[1].folded + " " + words[2].folded)
            words.removeFirst(3)
        } else if words.count > 2, ["which", "what"].contains(words[0].folded), isClass(words[1].folded) {
            kind = .thing(className: words[1].folded)
            words.removeFirst(2)
        } else if take(["which"]) || take(["who"]) || take(["whom"]) || take(["what"]) {
            kind = .thing(className: nil)
            // `Who reported how many deaths?`
            if let how = words.firstIndex(where: { $0.folded == "how" }), how + 1 < words.count,
                ["many", "much"].contains(words[how + 1].folded)
            {
                words.removeSubrange(how...how + 1)
                kind = .number
            }
        } else if let first = words.first, Self.auxiliaries.contains(first.folded) {
            kind = .yesOrNo
        } else {
            return nil
        }
        // An auxiliary right behind the question word stands before the subject, so what is asked for is the object.
        if let first = words.first, Self.auxiliaries.contains(first.folded) {
            let isDo = ["do", "does", "did"].contains(first.folded)
            if case .thing = kind {
                asksForObject = isDo || (words.count > 2 && words[1].isCapital && !Self.forms.contains(first.folded))
                // `Who is Ada Okoro?` asks for all that is known.
                if Self.forms.contains(first.folded), words.dropFirst().allSatisfy(\.isPartOfName), words.count > 1 {
                    kind = .description
                }
            }
        }
        mayBePassive = words.contains { Self.forms.contains($0.folded) }
        self.words = words.filter { !Self.auxiliaries.contains($0.folded) }
        self.kind = kind
        self.asksForObject = asksForObject
        self.countedClass = countedClass
        guard !self.words.isEmpty else { return nil }
    }

    /// The words of a text; quoted ones stay together.
    static func words(of text: String) -> [Word] {
        var words: [Word] = []
        var word = ""
        var isQuoted = false
        func close() {
            while let last = word.last, ".,!?:;".contains(last), !isAbbreviation(word) { word.removeLast() }
            if !word.isEmpty { words.append(Word(word)) }
            word = ""
        }
        for character in text {
            if character == "\"" || character == "“" || character == "”" {
                close()
                isQuoted.toggle()
            } else if character.isWhitespace, !isQuoted {
                close()
            } else {
                word.append(character)
            }
        }
        close()
        return words
    }

    /// `U.S.` keeps its last dot.
    private static func isAbbreviation(_ word: String) -> Bool {
        word.last == "." && word.dropLast().contains(".")
    }
}

extension QuestionWords.Word {
    /// Whether the word may stand in a name: a capital, or a small word between capitals.
    var isPartOfName: Bool { isCapital || ["the", "a", "an", "of", "and"].contains(folded) || text.contains(" ") }
}
