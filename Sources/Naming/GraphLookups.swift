import GraphStore
import QuerySyntax
import RDF

/// A relation or an object, with how often it occurs.
public struct CountedName: Hashable, Sendable {
    /// The thing.
    public var term: Term
    /// Its label, or the text of a literal.
    public var label: String
    /// In how many facts it occurs here.
    public var count: Int
}

extension NameResolver {
    /// The relations of a subject, commonest first; those of every subject where it is nil.
    ///
    /// Linear in the subject's facts, or in the relations.
    public func relations(of subject: Term? = nil) -> [CountedName] {
        guard let subject else { return sorted(index.relations.all.map { ($0, graph.count(nil, $0, nil)) }) }
        guard let id = graph.id(of: subject) else { return [] }
        let predicates = graph.match(id, nil, nil).predicates
        var counts: [TermID: Int] = [:]
        for offset in 0..<predicates.count { counts[predicates[offset], default: 0] += 1 }
        return sorted(counts.filter { !structure.isStructural(graph.text($0.key)) }.map { ($0.key, $0.value) })
    }

    /// The relations in which something is the object, commonest first.
    public func relations(to object: Term) -> [CountedName] {
        guard let id = graph.id(of: object) else { return [] }
        let predicates = graph.match(nil, nil, id).predicates
        var counts: [TermID: Int] = [:]
        for offset in 0..<predicates.count { counts[predicates[offset], default: 0] += 1 }
        return sorted(counts.filter { !structure.isStructural(graph.text($0.key)) }.map { ($0.key, $0.value) })
    }

    /// The objects of a relation, of one subject or of all, commonest first; told from the first `sample` facts.
    public func objects(of relation: Term, subject: Term? = nil, sample: Int = 20_000) -> [CountedName] {
        guard let predicate = graph.id(of: relation) else { return [] }
        var subjectID: TermID?
        if let subject {
            guard let id = graph.id(of: subject) else { return [] }
            subjectID = id
        }
        let objects = graph.match(subjectID, predicate, nil).objects
        var counts: [TermID: Int] = [:]
        for offset in 0..<min(sample, objects.count) { counts[objects[offset], default: 0] += 1 }
        return sorted(counts.map { ($0.key, $0.value) })
    }

    /// The classes, with how many things each has, commonest first.
    public func classes() -> [CountedName] {
        sorted(index.classes.all.map { ($0, facts(of: $0, .classification)) })
    }

    /// The entities, with how many facts each stands in, in order of their labels. For a table of them; linear in the
    /// entities times the relations.
    public func entities(limit: Int = .max) -> [CountedName] {
        index.ordered(index.entities.things).prefix(limit).map {
            CountedName(term: graph.term($0), label: label($0), count: facts(of: $0, .entity))
        }
    }

    /// The entities with a label or an alias that begins with a text, in order of that name; all of them for none.
    ///
    /// Logarithmic in the names, and linear in what is found.
    public func entities(beginningWith prefix: String, limit: Int) -> [CountedName] {
        let names = index.sortedNames
        let key = NameForms.normalized(prefix)
        var low = 0
        var high = names.count
        while low < high {
            let middle = (low + high) / 2
            if names[middle].key < key { low = middle + 1 } else { high = middle }
        }
        var found: [CountedName] = []
        var seen: Set<TermID> = []
        while low < names.count, names[low].key.hasPrefix(key), found.count < limit {
            let id = names[low].id
            if seen.insert(id).inserted {
                found.append(CountedName(term: graph.term(id), label: label(id), count: 0))
            }
            low += 1
        }
        return found
    }

    private func sorted(_ counts: [(TermID, Int)]) -> [CountedName] {
        counts.map { id, count in
            let text = graph.kind(id) == .literal ? graph.text(id) : label(id)
            return CountedName(term: graph.term(id), label: text, count: count)
        }.sorted { ($1.count, $0.label) < ($0.count, $1.label) }
    }
}
