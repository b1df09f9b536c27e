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

    /// The labels nearest to a name: misspelt ones first, then those that hold all of its words, a word in four letters
    /// misspelt by one: `Netanyaho` is near to Benjamin Netanyahu.
    public func nearest(to name: Name, limit: Int) -> [String] {
        let target =
            name.kind == .entity ? NameForms.normalized(name.text) : Inflection.words(name.text).joined(separator: " ")
        guard !target.isEmpty else { return [] }
        let names = index.nearNames(name.kind)
        var best = names.near(target, within: max(1, target.unicodeScalars.count / 3))
        // Other words for a relation are many; one of theirs alone tells nothing of it.
        let whole = name.kind == .entity ? names : index.labelNames(name.kind)
        let held = whole.holding(target.split(separator: " ").map(String.init))
        if let least = held.values.min(), least < best.values.min() ?? .max { best = held }
        // A title stands in front of a name, not in it.
        if best.isEmpty, name.kind == .entity, let untitled = NameForms.withoutTitle(target) {
            return nearest(to: Name(untitled, kind: .entity, isQuoted: true, range: name.range), limit: limit)
        }
        let ordered = best.map { (distance: $0.value, id: $0.key) }
        // Only names about as near as the nearest are worth a question, of two as near the one of which more is known.
        let nearest = ordered.map(\.distance).min() ?? 0
        let shown = ordered.filter { $0.distance <= nearest + 1 }.sorted { ($0.distance, $0.id) < ($1.distance, $1.id) }
        // Of very many, the facts of the first are counted.
        let ranked = shown.prefix(200).map { near in
            (near.distance, -facts(of: near.id, name.kind), label(near.id))
        }.sorted { $0 < $1 }
        var seen: Set<String> = []
        return ranked.filter { seen.insert($0.2).inserted }.prefix(limit).map(\.2)
    }
}

extension NameCandidate {
    var iri: String {
        if case .iri(let iri) = term { return iri }
        return ""
    }
}
