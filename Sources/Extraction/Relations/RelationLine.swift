import RDF

/// One line of a vocabulary file, checked.
struct RelationLine {
    let relation: Relation
    let verbs: [RelationPattern]
    let nouns: [RelationPattern]

    init(_ line: String, number: Int, source: String) throws(SyntaxError) {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        var columns: [Int] = []
        var column = 1
        for field in fields {
            columns.append(column)
            column += field.unicodeScalars.count + 1
        }
        func fault(_ message: String, column: Int, length: Int, hint: String?) -> SyntaxError {
            SyntaxError(
                message, source: source, line: number, column: column, length: length, lineText: line, hint: hint)
        }
        guard fields.count >= 4 else {
            throw fault(
                "a relation needs four columns: relation, domain, range, patterns; this line has \(fields.count)",
                column: 1, length: line.unicodeScalars.count, hint: "separate the columns by tabs")
        }
        guard RelationLine.isName(fields[0]) else {
            throw fault(
                "\"\(fields[0])\" is not a relation's name", column: 1, length: fields[0].unicodeScalars.count,
                hint: "letters and digits, the first a lower-case letter: holdsHostages")
        }
        for index in [1, 2] {
            guard !fields[index].isEmpty,
                fields[index].split(separator: "|", omittingEmptySubsequences: false).allSatisfy({ part in
                    part.first?.isUppercase == true && part.allSatisfy { $0.isLetter || $0.isNumber }
                })
            else {
                throw fault(
                    "\"\(fields[index])\" is not a list of classes", column: columns[index],
                    length: fields[index].unicodeScalars.count,
                    hint: "class names with a capital, separated by |: Person|Organization")
            }
        }
        let gloss = fields.count > 5 ? fields[5] : ""
        relation = Relation(
            name: fields[0], domain: fields[1].split(separator: "|").map(String.init),
            range: fields[2].split(separator: "|").map(String.init), isSymmetric: gloss.contains("symmetric]"),
            isSpeech: gloss.hasPrefix("[speech"), isState: gloss.hasPrefix("[state"), gloss: gloss)
        var found: ([RelationPattern], [RelationPattern]) = ([], [])
        let halves = fields[3].split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)
        var at = columns[3]
        for (index, half) in halves.enumerated() {
            for item in half.split(separator: ",", omittingEmptySubsequences: false) {
                let length = item.unicodeScalars.count
                if !item.isEmpty {
                    guard let pattern = RelationLine.pattern(String(item), isNoun: index == 1) else {
                        throw fault(
                            "\"\(item)\" is not a pattern", column: at, length: length,
                            hint: "verb, verb~preposition, verb[object|object], verb:that, noun~preposition, =role~of …"
                        )
                    }
                    if index == 0 { found.0.append(pattern) } else { found.1.append(pattern) }
                }
                at += length + 1
            }
        }
        (verbs, nouns) = found
    }

    private static func isName(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, first.properties.isLowercase else { return false }
        return text.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || ("0"..."9").contains($0) }
    }

    /// Reads `call~on:to`, `hold[talk|meeting]~with`, `be_born~in`, `rise:alone`, `=leader~of`, `include^`, `*-backed`.
    private static func pattern(_ item: String, isNoun: Bool) -> RelationPattern? {
        var pattern = RelationPattern(
            relation: 0, head: "", words: [], preposition: nil, complement: .none, restriction: [], isSwapped: false,
            isRole: false)
        var rest = Substring(item)
        if rest.hasPrefix("=") {
            guard isNoun else { return nil }
            pattern.isRole = true
            rest = rest.dropFirst()
        }
        if rest.hasSuffix("^") {
            pattern.isSwapped = true
            rest = rest.dropLast()
        }
        func take(until stops: Set<Character>) -> Substring {
            let part = rest.prefix { !stops.contains($0) }
            rest = rest.dropFirst(part.count)
            return part
        }
        let lexeme = take(until: ["[", "~", ":"])
        guard !lexeme.isEmpty, isLexeme(lexeme) else { return nil }
        while let mark = rest.first {
            rest = rest.dropFirst()
            switch mark {
            case "[":
                let inside = take(until: ["]"])
                guard rest.first == "]", !inside.isEmpty else { return nil }
                rest = rest.dropFirst()
                let words = inside.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
                guard !words.contains("") else { return nil }
                pattern.restriction = Set(words)
            case "~":
                let preposition = take(until: ["[", "~", ":"])
                guard !preposition.isEmpty, isLexeme(preposition) else { return nil }
                pattern.preposition = String(preposition)
            case ":":
                switch take(until: ["[", "~", ":"]) {
                case "that": pattern.complement = .that
                case "to": pattern.complement = .infinitive
                case "quote": pattern.complement = .quote
                case "state": pattern.complement = .state
                case "alone": pattern.complement = .alone
                default: return nil
                }
            default: return nil
            }
        }
        if isNoun, lexeme.hasPrefix("*-") {
            pattern.head = String(lexeme)
            return pattern
        }
        let words = lexeme.split(separator: "_").map(String.init)
        guard let first = words.first, let last = words.last else { return nil }
        pattern.head = isNoun ? last : first
        pattern.words = isNoun ? Array(words.dropLast()) : Array(words.dropFirst())
        if !isNoun, first == "be", words.count > 1 {
            pattern.isPassive = true
            pattern.head = "be_" + words[1]
            pattern.words = Array(words.dropFirst(2))
        }
        return pattern
    }

    private static func isLexeme(_ text: Substring) -> Bool {
        text.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || "-_*'".unicodeScalars.contains($0) }
            && !text.hasPrefix("_") && !text.hasSuffix("_")
    }
}
