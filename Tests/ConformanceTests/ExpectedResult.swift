import QuerySyntax
import RDF

@testable import QueryEngine

/// A result as a test's files give it.
enum ExpectedResult {
    case rows([String], [[String: Term]])
    case boolean(Bool)
    case triples([Triple])
}

/// Compares results.
enum ResultComparison {
    static func difference(
        _ actual: QueryResult, _ expected: ExpectedResult, isOrdered: Bool, isLax: Bool
    ) -> String? {
        switch (actual, expected) {
        case (.boolean(let a), .boolean(let b)): return a == b ? nil : "\(a)"
        case (.graph(let a), .triples(let b)): return Isomorphism.areEqual(a, b) ? nil : "other triples: \(a)"
        case (.solutions(let solutions), .rows(let variables, let rows)):
            let names = solutions.variables.map(\.name)
            let actualRows = (0..<solutions.count).map { row in
                var binding: [String: Term] = [:]
                for (column, name) in names.enumerated() { binding[name] = solutions.term(row: row, column: column) }
                return binding
            }
            if !variables.isEmpty, Set(variables) != Set(names) { return "other variables: \(names)" }
            if isLax {
                let isSubset = Set(actualRows.map(Isomorphism.shape)).isSubset(of: rows.map(Isomorphism.shape))
                return isSubset && (rows.isEmpty == actualRows.isEmpty) ? nil : "other rows"
            }
            guard actualRows.count == rows.count else {
                return "\(actualRows.count) rows instead of \(rows.count): \(short(actualRows)) / \(short(rows))"
            }
            return Isomorphism.matchRows(actualRows, rows, isOrdered: isOrdered)
                ? nil : "other rows: \(short(actualRows)) / \(short(rows))"
        default: return "a result of another kind"
        }
    }

    private static func short(_ rows: [[String: Term]]) -> String {
        rows.prefix(8).map { row in
            row.sorted { $0.key < $1.key }.map { "\($0.key)=\(text($0.value))" }.joined(separator: " ")
        }.joined(separator: " | ")
    }

    private static func text(_ term: Term) -> String {
        var bytes: [UInt8] = []
        CanonicalForm.append(term, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Equality up to the names of blank nodes.
enum Isomorphism {
    static func areEqual(_ left: [Triple], _ right: [Triple]) -> Bool {
        let rows = { (triples: [Triple]) in
            Set(triples).map { ["s": $0.subject, "p": $0.predicate, "o": $0.object] }
        }
        return matchRows(rows(left), rows(right), isOrdered: false)
    }

    /// Whether rows can be paired so that blank nodes correspond one to one.
    static func matchRows(_ left: [[String: Term]], _ right: [[String: Term]], isOrdered: Bool) -> Bool {
        guard left.count == right.count else { return false }
        var forward: [String: String] = [:]
        var backward: [String: String] = [:]
        if isOrdered {
            return zip(left, right).allSatisfy { unify($0, $1, &forward, &backward) }
        }
        // Rows without blank nodes first: they pair at once.
        let blanks = { (row: [String: Term]) in row.values.filter(\.isBlank).count }
        let order = left.sorted { blanks($0) < blanks($1) }
        var used = Array(repeating: false, count: right.count)
        var byShape: [String: [Int]] = [:]
        for (index, row) in right.enumerated() { byShape[shape(row), default: []].append(index) }
        var steps = 0
        func search(_ index: Int, _ forward: [String: String], _ backward: [String: String]) -> Bool {
            if index == order.count { return true }
            steps += 1
            if steps > 200_000 { return false }
            for candidate in byShape[shape(order[index])] ?? [] where !used[candidate] {
                var f = forward
                var b = backward
                guard unify(order[index], right[candidate], &f, &b) else { continue }
                used[candidate] = true
                if search(index + 1, f, b) { return true }
                used[candidate] = false
                if blanks(order[index]) == 0 { return false }
            }
            return false
        }
        return search(0, forward, backward)
    }

    static func shape(_ row: [String: Term]) -> String {
        row.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.isBlank ? "_" : canonical($0.value))" }
            .joined(separator: "\u{1}")
    }

    /// Numbers by value, so that `2` and `2.0` as a computed decimal are one; everything else by form.
    private static func canonical(_ term: Term) -> String {
        guard case .literal(let literal) = term else { return "\(term)" }
        if literal.language == nil, case .number(let number) = Value(literal) {
            return "\(literal.datatype) \(number.lexicalForm)"
        }
        return "\(Array(literal.lexicalForm.utf8)) \(literal.datatype) \(literal.language?.lowercased() ?? "")"
    }

    private static func unify(
        _ left: [String: Term], _ right: [String: Term], _ forward: inout [String: String],
        _ backward: inout [String: String]
    ) -> Bool {
        guard left.count == right.count else { return false }
        for (name, term) in left {
            guard let other = right[name] else { return false }
            switch (term, other) {
            case (.blank(let a), .blank(let b)):
                if let known = forward[a] ?? (backward[b] != nil ? "" : nil) {
                    if known != b || backward[b] != a { return false }
                } else {
                    forward[a] = b
                    backward[b] = a
                }
            default: if canonical(term) != canonical(other) || term.isBlank != other.isBlank { return false }
            }
        }
        return true
    }
}

extension Term {
    var isBlank: Bool { if case .blank = self { true } else { false } }
}
