import RDF

extension QParser {
    // MARK: Terms

    /// Whether a term begins `offset` tokens from here.
    func startsTerm(_ offset: Int = 0) -> Bool {
        let token = token(offset)
        switch token.kind {
        case .capital, .quoted, .text, .variable, .parameter, .iri, .integer, .decimal, .date, .anything: return true
        case .symbol:
            return token.value == "-"
                && (self.token(offset + 1).kind == .integer || self.token(offset + 1).kind == .decimal)
        case .word:
            if token.value == "the" { return startsName(offset + 1) }
            return QuestionWord(token) != nil
        case .raw, .end: return false
        }
    }

    private func startsName(_ offset: Int) -> Bool {
        token(offset).kind == .capital || token(offset).kind == .quoted
    }

    /// A term: a variable, a name, a number, a date, a text, an IRI, a parameter or `_`.
    mutating func term(_ expected: String = "a term") throws(SyntaxError) -> QTerm {
        let start = current
        switch start.kind {
        case .variable:
            position += 1
            show(Variable(start.value), at: start.range)
            return .variable(Variable(start.value))
        case .parameter:
            position += 1
            return .parameter(start.value, start.range)
        case .anything:
            position += 1
            return .anything
        case .iri:
            position += 1
            return .constant(.iri(start.value))
        case .text:
            position += 1
            return .constant(.string(start.value))
        case .date:
            position += 1
            guard let date = CalendarDate(start.value) else { return .constant(.string(start.value)) }
            return .constant(date.term)
        case .integer, .decimal: return try number(negative: false)
        case .symbol where start.value == "-" && startsTerm():
            position += 1
            return try number(negative: true)
        case .capital, .quoted: return .name(try name(.entity))
        case .word:
            if start.value == "the", startsName(1) { return .name(try name(.entity)) }
            if let word = QuestionWord(start) {
                position += 1
                show(Variable(word.rawValue), at: start.range)
                return .variable(Variable(word.rawValue))
            }
            throw unexpected(expected, hint: quotingHint)
        default: throw unexpected(expected)
        }
    }

    /// The advice to quote words that stand where a name should.
    private var quotingHint: String? {
        guard current.kind == .word else { return nil }
        var words: [String] = []
        var offset = 0
        while token(offset).kind == .word || token(offset).kind == .capital {
            if Self.phraseEnds.contains(token(offset).value) { break }
            words.append(token(offset).value)
            offset += 1
        }
        guard !words.isEmpty, words.count <= 6 else { return nil }
        let text = words.joined(separator: " ")
        return "a name without capitals stands in double quotes, a text in single quotes: \"\(text)\" or '\(text)'"
    }

    private mutating func number(negative: Bool) throws(SyntaxError) -> QTerm {
        let token = current
        position += 1
        let digits = (negative ? "-" : "") + token.value
        let datatype = token.kind == .integer ? XSD.integer : XSD.decimal
        let literal = Term.literal(Literal(digits, datatype: datatype))
        if current.isSymbol("%") {
            position += 1
            return .quantity(literal, unit: "%")
        }
        if current.kind == .word || current.kind == .capital, let unit = UnitTable.unit(current.value) {
            position += 1
            return .quantity(literal, unit: unit)
        }
        return .constant(literal)
    }

    /// A name: a run of capitalised words, or words in double quotes, `the` before it dropped.
    mutating func name(_ kind: Name.Kind) throws(SyntaxError) -> Name {
        if current.isWord("the") { position += 1 }
        let start = current
        if start.kind == .quoted {
            position += 1
            return Name(start.value, kind: kind, isQuoted: true, range: start.range)
        }
        guard start.kind == .capital else { throw unexpected("a name") }
        var words: [String] = []
        while current.kind == .capital {
            words.append(current.value)
            position += 1
        }
        return Name(words.joined(separator: " "), kind: kind, range: range(from: start.range.lowerBound))
    }

    // MARK: Phrases

    /// Words that no phrase holds.
    static let phraseEnds: Set<String> = ["and", "or", "where", "having", "not", "maybe"]

    /// Whether a phrase goes on with the token at an offset.
    private func continuesPhrase(_ offset: Int, isFirst: Bool) -> Bool {
        let token = token(offset)
        guard token.kind == .word else { return false }
        let following = self.token(offset + 1)
        switch token.value {
        case let word where Self.phraseEnds.contains(word): return false
        case "order": return !following.isWord("by")
        case "limit", "offset": return following.kind != .integer
        case "who", "whom", "what": return false
        case "the": return !startsName(offset + 1)
        case "true", "false": return isFirst || following.kind == .word
        default: return true
        }
    }

    /// Whether a phrase begins here.
    var startsPhrase: Bool { continuesPhrase(0, isFirst: true) }

    /// A phrase: a run of words in small letters.
    mutating func phrase(_ kind: Name.Kind) throws(SyntaxError) -> Name {
        let start = current
        var words: [String] = []
        while continuesPhrase(0, isFirst: words.isEmpty) {
            words.append(current.value)
            position += 1
        }
        guard !words.isEmpty else { throw unexpected(kind == .relation ? "a relation" : "a class") }
        return Name(words.joined(separator: " "), kind: kind, range: range(from: start.range.lowerBound))
    }

    // MARK: Paths

    /// A relation or a path of relations.
    mutating func path() throws(SyntaxError) -> PropertyPath {
        var alternatives = [try sequence()]
        while acceptSymbol("|") { alternatives.append(try sequence()) }
        return Self.balanced(alternatives) { .alternative($0, $1) } ?? .negated(forward: [], inverse: [])
    }

    private mutating func sequence() throws(SyntaxError) -> PropertyPath {
        var steps = [try step()]
        while acceptSymbol("/") { steps.append(try step()) }
        return Self.balanced(steps) { .sequence($0, $1) } ?? .negated(forward: [], inverse: [])
    }

    private mutating func step() throws(SyntaxError) -> PropertyPath {
        try grow()
        let isInverse = acceptSymbol("^")
        var path: PropertyPath
        if current.isSymbol("(") {
            path = try nested { (parser) throws(SyntaxError) in
                parser.position += 1
                let inner = try parser.path()
                try parser.expectSymbol(")", "`)`")
                return inner
            }
        } else if current.kind == .quoted {
            path = .predicate(.name(try name(.relation)))
        } else if current.kind == .iri {
            path = .predicate(.term(.iri(current.value)))
            position += 1
        } else if current.kind == .parameter {
            path = .predicate(.parameter(current.value, current.range))
            position += 1
        } else {
            path = .predicate(.name(try phrase(.relation)))
        }
        if acceptSymbol("+") {
            path = .oneOrMore(path)
        } else if acceptSymbol("*") {
            path = .zeroOrMore(path)
        }
        return isInverse ? .inverse(path) : path
    }

    /// Joins many parts by an associative operation as a balanced tree, so that long lists stay shallow; nil for none.
    static func balanced<Part>(_ parts: [Part], _ combine: (Part, Part) -> Part) -> Part? {
        guard var level = Optional(parts), !parts.isEmpty else { return nil }
        while level.count > 1 {
            var next: [Part] = []
            next.reserveCapacity((level.count + 1) / 2)
            var index = 0
            while index + 1 < level.count {
                next.append(combine(level[index], level[index + 1]))
                index += 2
            }
            if index < level.count { next.append(level[index]) }
            level = next
        }
        return level[0]
    }
}
