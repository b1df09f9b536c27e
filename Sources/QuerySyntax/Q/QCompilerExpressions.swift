import RDF

extension QCompilation {
    /// The expression with text matches and comparisons of dates written out as SPARQL has them.
    mutating func expand(_ expression: Expression) -> Expression {
        switch expression {
        case .function(textMatchFunction, let arguments) where arguments.count == 2:
            return textMatch(expand(arguments[0]), arguments[1])
        case .compare(let comparison, let left, .term(let date)) where CalendarDate.isDate(date):
            return Self.compareDate(expand(left), comparison, .term(date))
        case .compare(let comparison, .term(let date), let right) where CalendarDate.isDate(date):
            return Self.compareDate(expand(right), comparison.mirrored, .term(date))
        default:
            var expanded: [Expression] = []
            for operand in expression.operands { expanded.append(expand(operand)) }
            var index = 0
            return expression.mapOperands { _ in
                defer { index += 1 }
                return expanded[index]
            }
        }
    }

    /// `x ~ 'text'`: on a literal a match of its text, on an entity of its label or an alias.
    private mutating func textMatch(_ value: Expression, _ text: Expression) -> Expression {
        let flags = Expression.term(.string("i"))
        let matches = Expression.function("REGEX", [.function("STR", [value]), text, flags])
        guard case .variable(let variable) = value else { return matches }
        let label = hidden("label")
        let labels = Algebra.path(
            .variable(variable),
            .alternative(.predicate(.term(.iri(RDFS.label))), .predicate(.term(.iri(SKOS.altLabel)))),
            .variable(label))
        let labelMatches = Expression.function("REGEX", [.function("STR", [.variable(label)]), text, flags])
        return .or(
            .and(.function("ISLITERAL", [value]), matches),
            .and(.function("ISIRI", [value]), .exists(.filter(labelMatches, labels))))
    }

    /// A comparison with a date of whatever precision: ISO dates sort as text, and a month lies on all of its days. So it
    /// means the same in every engine, whether or not it knows `xsd:gYearMonth`.
    static func compareDate(_ value: Expression, _ comparison: Comparison, _ date: Expression) -> Expression {
        let left = Expression.function("STR", [value])
        let right: Expression
        if case .term(.literal(let literal)) = date {
            right = .term(.string(literal.lexicalForm))
        } else {
            right = .function("STR", [date])
        }
        let lies = Expression.function("STRSTARTS", [left, right])
        let contains = Expression.function("STRSTARTS", [right, left])
        switch comparison {
        case .equal: return lies
        case .notEqual: return .not(lies)
        case .less: return .and(.compare(.less, left, right), .not(contains))
        case .lessOrEqual: return .or(.and(.compare(.less, left, right), .not(contains)), lies)
        case .greater: return .and(.compare(.greater, left, right), .not(lies))
        case .greaterOrEqual: return .compare(.greaterOrEqual, left, right)
        }
    }
}

extension Comparison {
    /// The comparison with its sides exchanged.
    var mirrored: Comparison {
        switch self {
        case .equal, .notEqual: self
        case .less: .greater
        case .lessOrEqual: .greaterOrEqual
        case .greater: .less
        case .greaterOrEqual: .lessOrEqual
        }
    }
}
