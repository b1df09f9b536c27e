import GraphStore
import QuerySyntax
import RDF

extension NameResolver {
    /// The error for a name that several things have.
    func ambiguous(_ name: Name, _ ids: [TermID], in source: SourceText) -> NamingError {
        var candidates = ids.map { candidate($0, name.kind) }
        candidates.sort { ($1.facts, $0.label, $0.iri) < ($0.facts, $1.label, $1.iri) }
        let shown = candidates.prefix(5).map { candidate in
            // Where labels do not tell two things apart, their IRIs do.
            let isShared = candidates.contains { $0.label == candidate.label && $0.term != candidate.term }
            return isShared ? "<\(candidate.iri)> (\(candidate.description))" : candidate.description
        }
        let rest = candidates.count > 5 ? ", and \(candidates.count - 5) more" : ""
        return NamingError(
            error: source.error(
                "\"\(name.text)\" may be any of \(candidates.count)", at: name.range,
                hint: "write one of " + shown.joined(separator: ", ") + rest),
            name: name, candidates: candidates)
    }

    /// The error for a name that nothing has.
    func unknown(_ name: Name, in source: SourceText) -> NamingError {
        let message =
            switch name.kind {
            case .entity: "nothing is called \"\(name.text)\""
            case .relation: "no relation is called \"\(name.text)\""
            case .classification: "no class is called \"\(name.text)\""
            }
        return NamingError(
            error: source.error(message, at: name.range, hint: hint(for: name)), name: name, candidates: [])
    }

    private func hint(for name: Name) -> String {
        if name.kind == .relation, let hint = objectHint(name.text) { return hint }
        let near = nearest(to: name, limit: 3)
        if !near.isEmpty { return "did you mean " + Self.list(near.map { "\"\($0)\"" }) + "?" }
        switch name.kind {
        case .entity:
            if isText(name.text) { return "it is a text, which stands in single quotes: '\(name.text)'" }
            return ".entities lists the names that there are"
        case .relation: return ".relations lists the relations that there are"
        case .classification:
            let classes = index.classes.all.prefix(8).map(label)
            return classes.isEmpty ? "the graph has no classes" : "the classes are " + classes.joined(separator: ", ")
        }
    }

    /// A relation with a name in small letters behind it reads as one long relation: “seeks a permanent ceasefire”.
    private func objectHint(_ text: String) -> String? {
        let words = text.split(separator: " ")
        for count in stride(from: words.count - 1, to: 0, by: -1) {
            // The article belongs to the name behind it.
            if ["a", "an", "the"].contains(words[count - 1]) { continue }
            let relation = words.prefix(count).joined(separator: " ")
            guard lookUp(Name(relation, kind: .relation, range: 0..<0)).ids.count == 1 else { continue }
            var object = words.dropFirst(count)
            if let first = object.first, ["a", "an", "the"].contains(first), object.count > 1 { object.removeFirst() }
            return "a name in small letters stands in quotes: \(relation) \"\(object.joined(separator: " "))\""
        }
        return nil
    }

    /// Whether a literal of the graph has just this text.
    private func isText(_ text: String) -> Bool {
        guard let id = graph.id(of: .string(text)) else { return false }
        return index.relations.all.contains { graph.count(nil, $0, id) > 0 }
    }

    /// `a`, `b` or `c`.
    private static func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " or " + last
    }

    /// The labels nearest to a name: misspelt ones first, then those that hold all of its words.
    public func nearest(to name: Name, limit: Int) -> [String] {
        let forms =
            switch name.kind {
            case .entity: index.entities
            case .relation: index.relations
            case .classification: index.classes
            }
        let words = name.kind == .entity ? [NameForms.normalized(name.text)] : Inflection.words(name.text)
        let target = words.joined(separator: " ")
        guard !target.isEmpty else { return [] }
        let scalars = Array(target.unicodeScalars)
        let bound = max(1, scalars.count / 3)
        let letters = LetterSet(target)
        var best: [TermID: Int] = [:]
        for table in [forms.labels, forms.aliases] {
            for (key, ids) in table {
                // A graph may have a million names: most are too far off to be spelt out.
                guard abs(key.utf8.count - target.utf8.count) <= 3 * bound + 1,
                    letters.mayBeNear(LetterSet(key), within: bound)
                else { continue }
                guard let distance = Spelling.distance(scalars, Array(key.unicodeScalars), bound: bound) else {
                    continue
                }
                for id in ids { best[id] = min(best[id] ?? .max, distance) }
            }
        }
        if best.isEmpty {
            let words = target.split(separator: " ")
            for table in [forms.labels, forms.aliases] {
                for (key, ids) in table {
                    guard key.utf8.count >= target.utf8.count, letters.isWithin(LetterSet(key)) else { continue }
                    let parts = key.split(separator: " ")
                    guard words.allSatisfy({ word in parts.contains { $0.hasPrefix(word) } }) else { continue }
                    for id in ids { best[id] = bound + 1 }
                }
            }
        }
        let ordered = best.map { (distance: $0.value, label: label($0.key)) }
            .sorted { ($0.distance, $0.label) < ($1.distance, $1.label) }
        var seen: Set<String> = []
        // Only names about as near as the nearest are worth a question.
        let nearest = ordered.first?.distance ?? 0
        return ordered.filter { $0.distance <= nearest + 1 && seen.insert($0.label).inserted }
            .prefix(limit).map(\.label)
    }
}

/// Which letters a name holds: tells quickly that two names differ in too many.
private struct LetterSet {
    private var bits: UInt64 = 0
    private var isASCII = true

    init(_ text: String) {
        for byte in text.utf8 {
            bits |= 1 << UInt64(byte & 63)
            if byte >= 0x80 { isASCII = false }
        }
    }

    /// Whether so few edits may make one name of the other. An edit brings in or takes out one letter at most; letters
    /// beyond ASCII are several bytes each and are left to a closer look.
    func mayBeNear(_ other: LetterSet, within edits: Int) -> Bool {
        guard isASCII, other.isASCII else { return true }
        return (bits & ~other.bits).nonzeroBitCount <= edits && (other.bits & ~bits).nonzeroBitCount <= edits
    }

    /// Whether the other name holds all letters of this one.
    func isWithin(_ other: LetterSet) -> Bool { bits & ~other.bits == 0 }
}

extension NameCandidate {
    var iri: String {
        if case .iri(let iri) = term { return iri }
        return ""
    }
}
