import RDF

extension QParser {
    // MARK: Bodies

    /// Conditions joined by `,`, `and` and `or`.
    mutating func body() throws(SyntaxError) -> QBody {
        let start = current.range.lowerBound
        var branches: [[QUnit]] = []
        repeat {
            let branchStart = current.range.lowerBound
            var units = [try unit()]
            while true {
                if acceptSymbol(",") {
                    _ = acceptWord("and")
                } else if !acceptWord("and") {
                    break
                }
                units.append(try unit())
            }
            branches.append(units)
            if branches.count > 1 || isKeyword("or") {
                try requirePattern(units, at: range(from: branchStart))
            }
        } while acceptWord("or")
        return QBody(branches: branches, range: range(from: start))
    }

    /// A branch that only filters has nothing to filter.
    private func requirePattern(_ units: [QUnit], at range: SourceRange) throws(SyntaxError) {
        for unit in units {
            switch unit {
            case .pattern, .group, .assignment: return
            case .filter, .not, .maybe: continue
            }
        }
        throw error(
            "this branch of `or` has no pattern to filter", at: range,
            hint: "for alternatives in one test write `if … || …`")
    }

    /// One condition.
    mutating func unit() throws(SyntaxError) -> QUnit {
        try grow()
        let start = current
        switch start.kind {
        case .word where start.value == "not" && !token(1).isWord("in"):
            return .not(try innerUnit(shown: false))
        case .word where start.value == "maybe":
            return .maybe(try innerUnit(shown: true))
        case .word where start.value == "if":
            position += 1
            let expression = try expression()
            return .filter(expression, range(from: start.range.lowerBound))
        case .word where start.value == "let" && token(1).kind == .variable:
            return try assignment()
        case .word where isFunctionCall:
            return .filter(try expression(), range(from: start.range.lowerBound))
        case .symbol where start.value == "(":
            let inherited = inheritedSubject
            let body = try nested { (parser) throws(SyntaxError) in
                parser.position += 1
                let body = try parser.body()
                try parser.expectSymbol(")", "`,`, `and`, `or` or `)`")
                return body
            }
            inheritedSubject = inherited
            return .group(body)
        case .symbol where start.value == "!":
            throw error("`!` stands in expressions only", at: start.range, hint: "write `not`")
        default: return try patternOrComparison()
        }
    }

    /// The condition after `not` or `maybe`, as a body of its own.
    private mutating func innerUnit(shown isShownInside: Bool) throws(SyntaxError) -> QBody {
        let (inherited, wasShown) = (inheritedSubject, isShown)
        position += 1
        isShown = isShown && isShownInside
        let unit = try nested { (parser) throws(SyntaxError) in
            let start = parser.current.range.lowerBound
            let unit = try parser.unit()
            return (unit, parser.range(from: start))
        }
        (inheritedSubject, isShown) = (inherited, wasShown)
        if case .group(let body) = unit.0 { return body }
        return QBody(branches: [[unit.0]], range: unit.1)
    }

    private mutating func assignment() throws(SyntaxError) -> QUnit {
        let start = current.range.lowerBound
        position += 1
        let variable = Variable(current.value)
        let variableRange = current.range
        position += 1
        try expectSymbol("=", "`=`")
        let value = try expression()
        show(variable, at: variableRange)
        return .assignment(variable, value, range(from: start))
    }

    // MARK: Patterns and comparisons

    private mutating func patternOrComparison() throws(SyntaxError) -> QUnit {
        let start = current
        if startsTerm() {
            let before = (position, shown, variables)
            let subject = try term()
            switch current.kind {
            case .symbol:
                switch current.value {
                case "=", "!=", "<", "<=", ">", ">=", "~", "+", "*", "/", "-", "==":
                    (position, shown, variables) = before
                    return .filter(try comparisonOnly(), range(from: start.range.lowerBound))
                default: break
                }
            case .word where isMembership:
                (position, shown, variables) = before
                return .filter(try comparisonOnly(), range(from: start.range.lowerBound))
            default: break
            }
            return .pattern(try pattern(after: subject, from: start.range.lowerBound))
        }
        if startsPhrase || current.isSymbol("^") {
            guard let subject = inheritedSubject else {
                if current.kind == .word, token(1).kind == .end || token(1).isSymbol(";") || startsStatement(current) {
                    throw unexpected("a pattern", hint: quotedStatementHint)
                }
                throw error(
                    "“\(display(current))” has no subject", at: current.range,
                    hint:
                        "begin with who does it: a name, `who` or `?x`; a name without capitals stands in double quotes"
                )
            }
            return .pattern(try pattern(after: subject, from: start.range.lowerBound, inherits: true))
        }
        throw unexpected("a pattern", hint: current.kind == .end ? nil : patternHint)
    }

    private var patternHint: String? {
        switch current.value {
        case "or", "and": "write a pattern on both sides of `\(current.value)`"
        case "where": "write `find` and what to show before `where`"
        default: nil
        }
    }

    private var quotedStatementHint: String { "a pattern is subject, relation, object: Ada Okoro met ?whom" }

    private func startsStatement(_ token: QToken) -> Bool {
        StatementKeyword(rawValue: token.value.lowercased()) != nil
    }

    /// An expression that begins with a term, where a comparison stands without `if`.
    private mutating func comparisonOnly() throws(SyntaxError) -> Expression {
        let start = current.range.lowerBound
        let expression = try relational()
        if case .arithmetic = expression {
            throw error(
                "a computation alone is no condition", at: range(from: start), hint: "compare it with something")
        }
        if current.isSymbol("||") || current.isSymbol("&&") {
            throw unexpected("`,`, `and` or `or`", hint: "put `if` before the whole: if … \(current.value) …")
        }
        return expression
    }

    /// Whether `in` (or `not in`) here is membership: a bracket or a range follows.
    var isMembership: Bool {
        var offset = 0
        if current.isWord("not") { offset = 1 }
        guard token(offset).isWord("in") else { return false }
        if token(offset + 1).isSymbol("(") { return true }
        // A range: one term, then `..`.
        var index = offset + 1
        if token(index).isSymbol("-") { index += 1 }
        index += 1
        if token(index).isSymbol("%") || token(index).kind == .word { index += 1 }
        return token(index).isSymbol("..")
    }

    /// The rest of a pattern after its subject.
    mutating func pattern(
        after subject: QTerm, from start: Int, inherits: Bool = false
    ) throws(SyntaxError) -> QPattern {
        inheritedSubject = subject
        var pattern: QPattern
        if current.isWord("is"), token(1).isWord("a") || token(1).isWord("an"), !isRelationAfterIsA {
            position += 2
            pattern = QPattern(
                subject: subject, relation: .isA, object: try classTerm(), claim: nil, inheritsSubject: inherits,
                lacksObject: false, range: start..<start)
        } else {
            let relationStart = current
            let relation = try self.relation(after: start)
            let relationRange = range(from: relationStart.range.lowerBound)
            var lacksObject = false
            let object: QTerm
            if startsTerm() {
                object = try term()
            } else if current.isWord("true") || current.isWord("false") {
                object = .constant(.literal(Literal(current.value, datatype: XSD.boolean)))
                position += 1
            } else {
                if current.isWord("and") || current.isWord("or") {
                    let words = source.text(in: relationRange)
                    throw error(
                        "`\(words)` needs an object before `\(current.value)`", at: relationRange,
                        hint: "write one, or `_` for anything: \(words) _ \(current.value) …")
                }
                lacksObject = true
                let fresh = freshWhat()
                show(fresh, at: relationRange)
                object = .variable(fresh)
            }
            pattern = QPattern(
                subject: subject, relation: relation, object: object, claim: nil, inheritsSubject: inherits,
                lacksObject: lacksObject, range: start..<start)
        }
        if current.isSymbol("[") { pattern.claim = try qualifiers(of: pattern) }
        pattern.range = range(from: start)
        return pattern
    }

    private mutating func relation(after start: Int) throws(SyntaxError) -> QRelation {
        if current.kind == .variable {
            let variable = Variable(current.value)
            show(variable, at: current.range)
            position += 1
            return .variable(variable)
        }
        switch current.kind {
        case .quoted, .iri, .parameter: return .path(try path())
        case .symbol where current.value == "^" || current.value == "(": return .path(try path())
        case .word where startsPhrase: return .path(try path())
        default:
            let subject = source.text(in: range(from: start))
            if current.kind == .end || current.isSymbol(";") {
                throw error(
                    "a relation is expected after “\(subject)”", at: current.range,
                    hint: "`about \(subject)` shows everything that is known of it")
            }
            throw unexpected("a relation")
        }
    }

    /// Whether what begins with `is a` here is a relation (`is a critic of ?y`): a phrase and then a term.
    private var isRelationAfterIsA: Bool {
        var probe = self
        probe.position += 2
        guard probe.startsPhrase, (try? probe.phrase(.classification)) != nil else { return false }
        return probe.startsTerm() || probe.current.isSymbol("/") || probe.current.isSymbol("|")
    }

    /// What follows `is a`.
    private mutating func classTerm() throws(SyntaxError) -> QTerm {
        switch current.kind {
        case .variable, .iri, .parameter: return try term()
        case .capital, .quoted: return .name(try name(.classification))
        case .word where current.value == "the" || !startsPhrase: throw unexpected("a class")
        case .word: return .name(try phrase(.classification))
        default: throw unexpected("a class", hint: "for example: ?p is a person")
        }
    }
}

/// The words that begin a statement.
public enum StatementKeyword: String, CaseIterable, Sendable {
    case find, ask, count, about, why, build, explain, expect, param, define, add, remove, alias, include, output,
        sparql
}
