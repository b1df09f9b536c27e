import RDF

extension QParser {
    /// The qualifiers in brackets after a pattern.
    mutating func qualifiers(of pattern: QPattern) throws(SyntaxError) -> [QQualifier] {
        let opening = current.range
        switch pattern.relation {
        case .isA:
            throw error(
                "`is a` takes no claim qualifiers", at: opening, hint: "classes are not claimed, relations are")
        case .path(let path) where !path.isClaimable:
            throw error(
                "a path with `/`, `+` or `*` takes no claim qualifiers", at: opening,
                hint: "qualify its steps one by one")
        default: break
        }
        position += 1
        var qualifiers: [QQualifier] = []
        repeat {
            try grow()
            qualifiers.append(try qualifier())
        } while acceptSymbol(",") || acceptWord("and")
        try expectSymbol("]", "`,` or `]`")
        return qualifiers
    }

    private mutating func qualifier() throws(SyntaxError) -> QQualifier {
        let start = current.range.lowerBound
        let isNegated = acceptWord("not")
        let wasShown = isShown
        isShown = isShown && !isNegated
        defer { isShown = wasShown }
        let token = current
        guard token.kind == .word else { throw unexpected("a qualifier", hint: Self.qualifierHint) }
        let kind = try qualifierKind(token)
        if isNegated {
            switch kind {
            case .any, .node:
                throw error(
                    "`not` cannot stand before `\(token.value)`", at: range(from: start), hint: Self.qualifierHint)
            default: break
            }
        }
        return QQualifier(kind: kind, isNegated: isNegated, range: range(from: start))
    }

    private mutating func qualifierKind(_ token: QToken) throws(SyntaxError) -> QQualifier.Kind {
        if let relation = QQualifier.DateRelation(rawValue: token.value) {
            position += 1
            return .date(relation, try date())
        }
        switch token.value {
        case "any":
            position += 1
            return .any
        case "stated", "hedged", "conditional", "unrealised":
            position += 1
            return .certainty(token.value)
        case "unrealized":
            position += 1
            return .certainty("unrealised")
        case "future":
            position += 1
            return .future
        case "affirmed", "negated":
            position += 1
            return .polarity(token.value)
        case "said":
            position += 1
            try expectWord("by", hint: "write `said by ?who`")
            return .saidBy(try term("who says it"))
        case "as":
            position += 1
            guard current.kind == .variable else { throw unexpected("a variable", hint: "write `as ?claim`") }
            let variable = Variable(current.value)
            show(variable, at: current.range)
            position += 1
            return .node(variable)
        case "in":
            position += 1
            return .within(try term("a place or a report's file name"))
        case "published":
            position += 1
            guard current.kind == .word, let relation = QQualifier.DateRelation(rawValue: current.value) else {
                return .published(.on, try date())
            }
            position += 1
            return .published(relation, try date())
        default:
            guard let property = ClaimProperty(rawValue: token.value) else {
                let known = ClaimProperty.allCases.map(\.rawValue) + Self.qualifierWords
                throw error(
                    "“\(token.value)” is no qualifier", at: token.range,
                    hint: Spelling.suggestion(for: token.value, among: known) ?? Self.qualifierHint)
            }
            position += 1
            return .property(property, try propertyValue(property))
        }
    }

    /// The value of a property: a term, or the bare word for a certainty and its like.
    private mutating func propertyValue(_ property: ClaimProperty) throws(SyntaxError) -> QTerm {
        switch property {
        case .certainty, .polarity, .tense, .bound, .unit:
            if current.kind == .word, QuestionWord(current) == nil, !current.isWord("the") {
                let word = current.value
                position += 1
                return .constant(.string(word))
            }
        case .date: return try date()
        default: break
        }
        return try term("the \(property.rawValue)")
    }

    /// A date, a year, a variable or a parameter.
    private mutating func date() throws(SyntaxError) -> QTerm {
        if current.kind == .integer, let year = CalendarDate(current.value) {
            position += 1
            return .constant(year.term)
        }
        switch current.kind {
        case .date, .variable, .parameter: return try term()
        case .word where QuestionWord(current) != nil: return try term()
        default:
            throw unexpected("a date or a variable", hint: "write a date as 2024-06-05, 2024-06 or 2024")
        }
    }

    static let qualifierWords = [
        "any", "stated", "hedged", "conditional", "unrealised", "future", "affirmed", "negated", "said by", "as", "in",
        "on", "since", "before",
    ]
    private static let qualifierHint =
        "for example any, hedged, negated, said by ?who, on ?day, sentence ?text, report ?r"
}
