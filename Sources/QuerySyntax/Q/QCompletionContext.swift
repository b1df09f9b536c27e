import RDF

/// What may stand at the cursor, told from the text before it.
public struct QCompletionContext: Hashable, Sendable {
    /// A kind of thing that may stand at the cursor, and what of it is there.
    public struct Place: Hashable, Sendable {
        /// What may stand here.
        public enum Kind: Hashable, Sendable {
            /// A statement's first word.
            case statement
            /// A name: a subject, or an object where `relation` says of what.
            case entity(subject: QTerm?, relation: Name?)
            /// A relation, of a subject where one is known.
            case relation(subject: QTerm?)
            /// A class, after `is a`.
            case classification
            /// A claim's qualifier.
            case qualifier
            /// A word that goes on after a whole pattern.
            case connective
            /// A parameter, after `$`; a variable, after `?`.
            case parameter, variable
        }
        /// What may stand here.
        public var kind: Kind
        /// What of it is there, without its mark or quote.
        public var prefix: String
        /// What a completion replaces, in code points, up to the cursor.
        public var replaced: SourceRange
        /// Whether a double quote is open before the prefix.
        public var isQuoted = false
    }

    /// What may stand at the cursor, likeliest first; none within a text in single quotes or a comment.
    public let places: [Place]
    /// The variables and parameters that the text names already, in order of appearance.
    public let variables: [String]
    /// The parameters that the text names already, in order of appearance.
    public let parameters: [String]

    /// What may follow a text.
    public init(before text: String) {
        let source = SourceText(text)
        let cursor = source.scalars.count
        var isQuoted = false
        var cut = cursor
        var tokens: [QToken] = []
        do {
            tokens = try QLexer.tokens(of: source)
        } catch {
            guard let open = error.open, open == "\"", let start = Self.openQuote(source, error.error),
                let before = try? QLexer.tokens(of: SourceText(source.text(in: 0..<start)))
            else {
                (places, variables, parameters) = ([], [], [])
                return
            }
            isQuoted = true
            cut = start
            tokens = before
        }
        tokens.removeLast()
        variables = Self.names(tokens, .variable)
        parameters = Self.names(tokens, .parameter)
        let analysis = UnitAnalysis(source: source, tokens: tokens, cut: cut, cursor: cursor, isQuoted: isQuoted)
        places = analysis.places()
    }

    private static func names(_ tokens: [QToken], _ kind: QToken.Kind) -> [String] {
        var seen: Set<String> = []
        return tokens.filter { $0.kind == kind && seen.insert($0.value).inserted }.map(\.value)
    }

    /// Where the quote opens that an error speaks of.
    private static func openQuote(_ source: SourceText, _ error: SyntaxError) -> Int? {
        var line = 1
        var start = 0
        for (index, scalar) in source.scalars.enumerated() where scalar == "\n" {
            if line == error.line { break }
            line += 1
            start = index + 1
        }
        let index = start + error.column - 1
        return index < source.scalars.count ? index : nil
    }
}

/// Reads the condition that the cursor stands in.
private struct UnitAnalysis {
    let source: SourceText
    let tokens: [QToken]
    /// Where the tokens end: the cursor, or an open quote.
    let cut: Int
    let cursor: Int
    let isQuoted: Bool

    typealias Place = QCompletionContext.Place

    func places() -> [Place] {
        if let last = tokens.last, last.range.upperBound == cut, !isQuoted {
            if last.kind == .variable { return [place(.variable, from: last.range.lowerBound, dropping: 1)] }
            if last.kind == .parameter { return [place(.parameter, from: last.range.lowerBound, dropping: 1)] }
            if last.isSymbol("?") { return [place(.variable, from: last.range.lowerBound, dropping: 1)] }
        }
        if source.text(in: 0..<cursor).hasSuffix("$") {
            return [Place(kind: .parameter, prefix: "", replaced: (cursor - 1)..<cursor)]
        }
        let start = unitStart
        if let opening = openBracket, opening >= start { return [wordPlace(.qualifier, after: opening)] }
        let unit = Array(tokens[start...])
        let isFirst = start == 0 || tokens[start - 1].isSymbol(";") || tokens[start - 1].isSymbol(":")
        return unitPlaces(unit, isFirst: isFirst)
    }

    /// The index of the first token of the condition at the end.
    private var unitStart: Int {
        var index = tokens.count
        while index > 0 {
            let token = tokens[index - 1]
            if token.range.upperBound == cut, token.kind == .word, !isQuoted {
                // The word at the cursor may yet become another one.
                index -= 1
                continue
            }
            switch token.kind {
            case .symbol where [";", ",", "(", ":", "{", "="].contains(token.value):
                if token.value == ",", isInBrackets(before: index) { break }
                return index
            case .word
            where [
                "and", "or", "where", "not", "maybe", "if", "having", "ask", "about", "why", "explain", "add",
                "remove", "find", "distinct", "by",
            ].contains(token.value) && !isInBrackets(before: index):
                return index
            default: break
            }
            index -= 1
        }
        return 0
    }

    private func isInBrackets(before index: Int) -> Bool {
        var depth = 0
        for token in tokens[..<index] {
            if token.isSymbol("[") { depth += 1 }
            if token.isSymbol("]") { depth -= 1 }
        }
        return depth > 0
    }

    /// The index of the last `[` or `,` within open brackets, or nil outside of them.
    private var openBracket: Int? {
        guard isInBrackets(before: tokens.count) else { return nil }
        return tokens.lastIndex { $0.isSymbol("[") || $0.isSymbol(",") }
    }

    private func place(_ kind: Place.Kind, from start: Int, dropping mark: Int = 0) -> Place {
        Place(
            kind: kind, prefix: source.text(in: (start + mark)..<cursor), replaced: start..<cursor, isQuoted: false)
    }

    /// The place of a word or words after a token.
    private func wordPlace(_ kind: Place.Kind, after index: Int) -> Place {
        let start = index + 1 < tokens.count ? tokens[index + 1].range.lowerBound : cursor
        return place(kind, from: start)
    }

    /// Subject, relation, object, and what follows.
    private func unitPlaces(_ unit: [QToken], isFirst: Bool) -> [Place] {
        var index = 0
        if let first = unit.first, first.isWord("the"), unit.count > 1 { index = 1 }
        guard index < unit.count else {
            return subjectPlaces(from: isQuoted ? cut : cursor, isFirst: isFirst)
        }
        let subjectStart = unit[0].range.lowerBound
        let subjectEnd = endOfTerm(unit, from: index)
        if subjectEnd == unit.count, !isQuoted, unit[subjectEnd - 1].range.upperBound == cursor {
            return subjectPlaces(from: subjectStart, isFirst: isFirst)
        }
        if subjectEnd == index {
            // A phrase: its subject comes from the pattern before, or it is a statement's word.
            return phrasePlaces(unit, from: 0, subject: nil) + (isFirst ? [place(.statement, from: subjectStart)] : [])
        }
        let subject = term(unit[index..<subjectEnd])
        var places: [Place] = []
        if subjectEnd == unit.count {
            if isQuoted { return [] }
            places.append(place(.relation(subject: subject), from: cursor))
            if unit[subjectEnd - 1].kind == .capital {
                places.append(place(.entity(subject: nil, relation: nil), from: subjectStart))
            }
            return places
        }
        return phrasePlaces(unit, from: subjectEnd, subject: subject)
    }

    private func subjectPlaces(from start: Int, isFirst: Bool) -> [Place] {
        var entity = place(.entity(subject: nil, relation: nil), from: start, dropping: isQuoted ? 1 : 0)
        entity.isQuoted = isQuoted
        return isFirst && !isQuoted ? [place(.statement, from: start), entity] : [entity]
    }

    /// The relation after a subject, and what follows it.
    private func phrasePlaces(_ unit: [QToken], from start: Int, subject: QTerm?) -> [Place] {
        var end = start
        while end < unit.count, unit[end].kind == .word { end += 1 }
        if end == start {
            guard unit[start].kind == .variable || unit[start].kind == .quoted || unit[start].kind == .iri else {
                return []
            }
            end = start + 1
        }
        let phraseStart = unit[start].range.lowerBound
        let words = unit[start..<end].map(\.value)
        if words.first == "is", words.count > 1, ["a", "an"].contains(words[1]) {
            let classStart = words.count > 2 ? unit[start + 2].range.lowerBound : cursor
            return [place(.classification, from: classStart)]
        }
        let text = words.joined(separator: " ")
        let relation = Name(text, kind: .relation, range: phraseStart..<unit[end - 1].range.upperBound)
        if end == unit.count {
            if !isQuoted, unit[end - 1].range.upperBound == cursor {
                return [place(.relation(subject: subject), from: phraseStart)]
            }
            var object = place(
                .entity(subject: subject, relation: relation), from: isQuoted ? cut : cursor, dropping: isQuoted ? 1 : 0
            )
            object.isQuoted = isQuoted
            if isQuoted { return [object] }
            return [object, place(.relation(subject: subject), from: phraseStart), place(.connective, from: cursor)]
        }
        let objectEnd = endOfTerm(unit, from: end)
        if objectEnd == unit.count, unit[objectEnd - 1].range.upperBound == cursor {
            return [place(.entity(subject: subject, relation: relation), from: unit[end].range.lowerBound)]
        }
        let wordStart = objectEnd < unit.count ? unit[objectEnd].range.lowerBound : cursor
        return [place(.connective, from: wordStart)]
    }

    private func endOfTerm(_ unit: [QToken], from start: Int) -> Int {
        switch unit[start].kind {
        case .capital:
            var end = start
            while end < unit.count, unit[end].kind == .capital { end += 1 }
            return end
        case .quoted, .variable, .parameter, .iri, .text, .integer, .decimal, .date, .anything: return start + 1
        case .word where QuestionWord(unit[start]) != nil: return start + 1
        default: return start
        }
    }

    private func term(_ tokens: ArraySlice<QToken>) -> QTerm? {
        guard let first = tokens.first, let last = tokens.last else { return nil }
        let range = first.range.lowerBound..<last.range.upperBound
        switch first.kind {
        case .capital: return .name(Name(tokens.map(\.value).joined(separator: " "), kind: .entity, range: range))
        case .quoted: return .name(Name(first.value, kind: .entity, isQuoted: true, range: range))
        case .iri: return .constant(.iri(first.value))
        case .variable: return .variable(Variable(first.value))
        case .word: return .variable(Variable(first.value))
        default: return nil
        }
    }
}
