/// Where in a statement the cursor stands, read from the text before it.
struct CompletionContext: Hashable {
    /// What may stand at the cursor.
    enum Place: Hashable {
        /// The beginning of a statement.
        case statement
        /// The subject of a pattern.
        case subject
        /// A relation; of a name where one stands before it, of anything else where not.
        case relation(subject: String?)
        /// The object of a relation.
        case object(subject: String?, relation: String)
        /// A class, after `is a`.
        case classification
        /// A variable or a parameter that the text has used before.
        case variable
        /// Nothing that could be offered: inside of text or a comment.
        case nothing
    }

    /// What may stand there.
    var place: Place
    /// What was typed of it, with its opening quote if there is one.
    var typed: String
    /// The variables and parameters of the statement.
    var variables: [String] = []

    private static let separators: Set<String> = [
        "and", "or", "where", "not", "maybe", "find", "distinct", "ask", "about", "why", "count", "build", "if", "let",
        "explain",
    ]
    private static let questionWords: Set<String> = ["who", "whom", "what"]

    /// Reads the text of one statement up to the cursor.
    init(_ text: String) {
        let words = Self.words(text)
        let variables = Self.variables(words)
        let last = words.last
        let isFresh = last == nil || last?.isClosed == true
        if let last, !isFresh, last.text.first == "'" || last.text.first == "#" {
            self.init(place: .nothing, typed: "", variables: [])
            return
        }
        if let last, !isFresh, last.text.first == "?" || last.text.first == "$" {
            let others = Self.variables(Array(words.dropLast()))
            self.init(place: .variable, typed: last.text, variables: others)
            return
        }
        // The pattern at hand begins behind the last separator.
        let finished = isFresh ? words[...] : words.dropLast()
        let start = finished.lastIndex { Self.isSeparator($0.text) }.map { $0 + 1 } ?? 0
        let pattern = Array(words[start...])
        self.init(pattern: pattern, isStart: start == 0, isFresh: isFresh, variables: variables)
    }

    private init(place: Place, typed: String, variables: [String]) {
        self.place = place
        self.typed = typed
        self.variables = variables
    }

    /// Reads a pattern: subject, relation, object.
    private init(pattern: [Word], isStart: Bool, isFresh: Bool, variables: [String]) {
        var rest = pattern[...]
        let first: Place = isStart ? .statement : .subject
        func typed(_ words: ArraySlice<Word>) -> String {
            words.map(\.text).joined(separator: " ") + (isFresh && !words.isEmpty ? " " : "")
        }
        guard let head = rest.first, isFresh || rest.count > 1 else {
            self.init(place: first, typed: rest.first?.text ?? "", variables: variables)
            return
        }
        var subject: String?
        if head.isName {
            let name = rest.prefix { $0.isCapital }
            if head.isCapital, name.count == rest.count, !isFresh {
                self.init(place: first, typed: typed(rest), variables: variables)
                return
            }
            let taken = head.isCapital ? name : rest.prefix(1)
            subject = taken.map(\.bare).joined(separator: " ")
            rest = rest.dropFirst(taken.count)
        } else if head.isVariable || Self.questionWords.contains(head.text) {
            rest = rest.dropFirst()
        }
        let phrase = rest.prefix { $0.isPhrase }
        if phrase.count >= 2, phrase.first?.text == "is", ["a", "an"].contains(phrase.dropFirst().first?.text) {
            let typedClass = rest.dropFirst(2)
            self.init(place: .classification, typed: typed(typedClass), variables: variables)
            return
        }
        let object = rest.dropFirst(phrase.count)
        if object.isEmpty {
            self.init(place: .relation(subject: subject), typed: typed(phrase), variables: variables)
        } else if !isFresh {
            let relation = phrase.map(\.text).joined(separator: " ")
            self.init(place: .object(subject: subject, relation: relation), typed: typed(object), variables: variables)
        } else {
            self.init(place: .nothing, typed: "", variables: variables)
        }
    }

    // MARK: Words

    /// A word, a quoted text or a sign.
    struct Word: Hashable {
        var text: String
        /// Whether white space or a closing quote has ended it.
        var isClosed = false

        /// The text without quotes.
        var bare: String { text.filter { $0 != "\"" && $0 != "“" && $0 != "”" } }
        var isQuoted: Bool { text.first == "\"" || text.first == "“" }
        var isCapital: Bool { text.first?.isUppercase == true }
        var isName: Bool { isQuoted || isCapital }
        var isVariable: Bool { text.first == "?" || text.first == "$" || text.first == "_" }
        var isPhrase: Bool { text.first?.isLowercase == true || text == "^" }
    }

    private static func isSeparator(_ text: String) -> Bool {
        separators.contains(text) || [",", "(", ")", ":", "|", "/"].contains(text)
    }

    private static func variables(_ words: [Word]) -> [String] {
        var seen: Set<String> = []
        return words.map(\.text).filter {
            ($0.first == "?" || $0.first == "$") && $0.count > 1 && seen.insert($0).inserted
        }
    }

    private static func words(_ text: String) -> [Word] {
        var words: [Word] = []
        var current = ""
        var quote: Character?
        func close(_ isClosed: Bool) {
            if !current.isEmpty { words.append(Word(text: current, isClosed: isClosed)) }
            current = ""
        }
        for character in text {
            if let open = quote {
                current.append(character)
                if character == (open == "“" ? "”" : open == "#" ? "\n" : open) {
                    quote = nil
                    if open == "#" { current = "" } else { close(true) }
                }
            } else if character == "\"" || character == "“" || character == "#" || (character == "'" && current.isEmpty)
            {
                close(true)
                quote = character
                current = String(character)
            } else if character.isWhitespace {
                close(true)
                if let last = words.indices.last { words[last].isClosed = true }
            } else if ",():[]|/=<>;".contains(character) {
                close(true)
                words.append(Word(text: String(character), isClosed: true))
            } else {
                current.append(character)
            }
        }
        close(false)
        return words
    }
}
