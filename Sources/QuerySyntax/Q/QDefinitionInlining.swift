import RDF

extension QCompilation {
    /// The definition that a pattern's relation or class names, if any.
    func definition(of pattern: QPattern) -> QDefinition? {
        guard !compiler.definitions.isEmpty else { return nil }
        switch (pattern.relation, pattern.object) {
        case (.isA, .name(let name)): return find(name, isClass: true)
        case (.path(.predicate(.name(let name))), _), (.path(.inverse(.predicate(.name(let name)))), _):
            return find(name, isClass: false)
        default: return nil
        }
    }

    private func find(_ name: Name, isClass: Bool) -> QDefinition? {
        let words = PhraseWords.normalized(name.text)
        // The latest definition of a phrase holds.
        return compiler.definitions.last {
            ($0.object == nil) == isClass && PhraseWords.normalized($0.phrase) == words
        }
    }

    /// A defined relation stands alone, not within a path.
    func rejectNestedDefinitions(_ pattern: QPattern) throws(SyntaxError) {
        guard !compiler.definitions.isEmpty, case .path(let path) = pattern.relation else { return }
        for case .name(let name) in path.predicates where find(name, isClass: false) != nil {
            throw error(
                "“\(name.text)” is defined, and a defined relation stands in no path", at: name.range,
                hint: "write it as a pattern of its own")
        }
    }

    /// Joins a definition's body, the pattern's terms in place of its variables and its other variables renamed.
    mutating func inline(
        _ definition: QDefinition, for pattern: QPattern, to group: inout Group
    ) throws(SyntaxError) {
        guard pattern.claim == nil else {
            throw error(
                "“\(definition.phrase)” is defined, and takes no claim qualifiers", at: pattern.range,
                hint: "qualify the patterns of its definition")
        }
        guard !inlining.contains(definition) else {
            throw error(
                "“\(definition.phrase)” is defined by itself", at: pattern.range,
                hint: "for a chain of any length use `+`: ?x backs+ ?y")
        }
        inlining.append(definition)
        defer { inlining.removeLast() }
        var terms: [Variable: QTerm] = [:]
        var (subject, object) = (pattern.subject, pattern.object)
        if case .path(.inverse) = pattern.relation { swap(&subject, &object) }
        terms[definition.subject] = named(subject)
        if let variable = definition.object { terms[variable] = named(object) }
        hiddenDefinitions += 1
        let body = QRenaming(terms: terms, suffix: ".\(hiddenDefinitions)").rename(definition.body)
        try add(body, inlined: &group)
    }

    /// `_` as a variable, since it stands in more than one place of the body.
    private mutating func named(_ term: QTerm) -> QTerm {
        if case .anything = term { return .variable(hidden("any")) }
        return term
    }

    private mutating func add(_ body: QBody, inlined group: inout Group) throws(SyntaxError) {
        let inner = try self.group(body, outer: Set(group.algebra.scope))
        if body.branches.count == 1 {
            group.algebra = .merging(group.algebra, inner.algebra)
            group.filters += inner.filters
        } else {
            group.algebra = .merging(group.algebra, inner.closed)
        }
    }
}

/// Puts terms in place of a body's variables; the variables that have none become hidden ones.
struct QRenaming {
    let terms: [Variable: QTerm]
    /// What the names of hidden variables end in.
    let suffix: String

    func rename(_ body: QBody) -> QBody {
        QBody(branches: body.branches.map { $0.map(rename) }, range: body.range)
    }

    private func variable(_ variable: Variable) -> Variable {
        if case .variable(let other) = terms[variable] { return other }
        return Variable("." + variable.name + suffix)
    }

    private func term(_ term: QTerm) -> QTerm {
        guard case .variable(let name) = term else { return term }
        return terms[name] ?? .variable(variable(name))
    }

    private func expression(_ expression: Expression) -> Expression {
        if case .variable(let name) = expression {
            switch term(.variable(name)) {
            case .variable(let other): return .variable(other)
            case .constant(let constant), .quantity(let constant, _): return .term(constant)
            case .name(let name): return .name(name)
            case .parameter(let name, let range): return .parameter(name, range)
            case .anything: return .variable(variable(name))
            }
        }
        return expression.mapOperands { self.expression($0) }
    }

    private func rename(_ unit: QUnit) -> QUnit {
        switch unit {
        case .pattern(let pattern): return .pattern(rename(pattern))
        case .filter(let condition, let range): return .filter(expression(condition), range)
        case .assignment(let name, let value, let range):
            return .assignment(variable(name), expression(value), range)
        case .not(let body): return .not(rename(body))
        case .maybe(let body): return .maybe(rename(body))
        case .group(let body): return .group(rename(body))
        }
    }

    func rename(_ pattern: QPattern) -> QPattern {
        var pattern = pattern
        pattern.subject = term(pattern.subject)
        pattern.object = term(pattern.object)
        if case .variable(let name) = pattern.relation { pattern.relation = .variable(variable(name)) }
        pattern.claim = pattern.claim?.map { qualifier in
            var qualifier = qualifier
            switch qualifier.kind {
            case .any, .certainty, .future, .polarity: break
            case .node(let name): qualifier.kind = .node(variable(name))
            case .saidBy(let value): qualifier.kind = .saidBy(term(value))
            case .within(let value): qualifier.kind = .within(term(value))
            case .date(let relation, let value): qualifier.kind = .date(relation, term(value))
            case .published(let relation, let value): qualifier.kind = .published(relation, term(value))
            case .property(let property, let value): qualifier.kind = .property(property, term(value))
            }
            return qualifier
        }
        return pattern
    }
}

extension PropertyPath {
    /// Every predicate of the path, in order.
    public var predicates: [PatternTerm] {
        switch self {
        case .predicate(let predicate): [predicate]
        case .inverse(let path), .zeroOrMore(let path), .oneOrMore(let path), .zeroOrOne(let path): path.predicates
        case .sequence(let left, let right), .alternative(let left, let right): left.predicates + right.predicates
        case .negated(let forward, let inverse): forward + inverse
        }
    }
}

/// The words of a phrase, however it is written.
public enum PhraseWords {
    /// Small letters, camelCase, `-` and `_` split, spaces single.
    public static func normalized(_ phrase: String) -> String {
        var words: [String] = [""]
        var previous: Unicode.Scalar = " "
        for scalar in phrase.unicodeScalars {
            if scalar == "-" || scalar == "_" || scalar.properties.isWhitespace {
                if words[words.count - 1] != "" { words.append("") }
            } else {
                if scalar.properties.isUppercase, previous.properties.isLowercase { words.append("") }
                words[words.count - 1] += scalar.properties.lowercaseMapping
            }
            previous = scalar
        }
        return words.filter { !$0.isEmpty }.joined(separator: " ")
    }
}
