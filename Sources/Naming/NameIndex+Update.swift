import GraphStore
import QuerySyntax
import RDF

/// Triples that came and went, in the ids of a graph.
public struct TripleChanges: Sendable {
    /// Those that came.
    public var inserted: [IDTriple] = []
    /// Those that went.
    public var removed: [IDTriple] = []

    /// Some triples.
    public init(inserted: [IDTriple] = [], removed: [IDTriple] = []) {
        self.inserted = inserted
        self.removed = removed
    }

    /// Whether nothing came or went.
    public var isEmpty: Bool { inserted.isEmpty && removed.isEmpty }

    /// Adds what changed afterwards.
    public mutating func add(_ other: TripleChanges) {
        inserted += other.inserted
        removed += other.removed
    }
}

extension NameIndex {
    /// Brings the index up to date with a graph that has changed.
    ///
    /// - Complexity: O(names of the things that the triples speak of), and a pass over relations and classes.
    mutating func update(_ graph: Graph, vocabulary: TercetVocabulary, _ changes: TripleChanges) {
        let predicates = NamingPredicates(graph)
        var touched: Set<TermID> = []
        var gone: [TermID: [String]] = [:]
        for triple in changes.removed + changes.inserted {
            touched.insert(triple.predicate)
            switch triple.predicate {
            case predicates.type, predicates.above:
                touched.insert(triple.subject)
                touched.insert(triple.object)
            case predicates.label, predicates.altLabel: touched.insert(triple.subject)
            default: break
            }
        }
        for triple in changes.removed where [predicates.label, predicates.altLabel].contains(triple.predicate) {
            gone[triple.subject, default: []].append(graph.text(triple.object))
        }
        let structure = StructuralVocabulary(vocabulary)
        var named: (relations: [TermID], classes: [TermID]) = ([], [])
        for id in touched.sorted() where graph.kind(id) == .iri {
            let texts = predicates.labels(of: id, in: graph)
            let aliases = predicates.aliases(of: id, in: graph)
            let localName = NameForms.localName(graph.text(id))
            forget(id, Set((gone[id] ?? []) + texts + aliases + [localName] + (labels[id].map { [$0] } ?? [])))
            labels[id] = texts.min()
            let isRelation = predicates.isRelation(id, in: graph, structure)
            let isClass = predicates.isClass(id, in: graph)
            let kind: WritableKeyPath<NameIndex, Forms> =
                isRelation ? \.relations : isClass ? \.classes : \.entities
            for text in texts { add(text, id, isAlias: false, to: kind) }
            for text in aliases { add(text, id, isAlias: true, to: kind) }
            if isRelation { addLocalName(graph, id, to: \.relations) }
            if isClass { addLocalName(graph, id, to: \.classes) }
            if kind == \.entities { addShortForms(id, texts, isPerson: predicates.isPerson(id, in: graph)) }
            if isRelation || kind == \.relations { named.relations.append(id) }
            if isClass { named.classes.append(id) }
        }
        order(\.relations, without: touched, with: named.relations)
        order(\.classes, without: touched, with: named.classes)
        forgetSorted(graph)
    }

    /// Takes a thing out from under all forms of some texts.
    private mutating func forget(_ id: TermID, _ texts: Set<String>) {
        for text in texts {
            let normalized = NameForms.normalized(text)
            entities.written.remove(text, id)
            entities.labels.remove(normalized, id)
            entities.aliases.remove(normalized, id)
            for form in [NameForms.surname(of: normalized), NameForms.acronym(of: text)] {
                if let form { entities.shortForms.remove(form, id) }
            }
            let words = Inflection.words(text).joined(separator: " ")
            let key = Inflection.key(text)
            for kind in [\NameIndex.relations, \NameIndex.classes] {
                self[keyPath: kind].written.remove(text, id)
                self[keyPath: kind].labels.remove(words, id)
                self[keyPath: kind].aliases.remove(words, id)
                self[keyPath: kind].inflections.remove(key, id)
                self[keyPath: kind].aliasInflections.remove(key, id)
            }
        }
    }

    private mutating func addShortForms(_ id: TermID, _ texts: [String], isPerson: Bool) {
        guard let label = labels[id] else { return }
        for text in texts {
            if isPerson, let surname = NameForms.surname(of: NameForms.normalized(text)) {
                entities.shortForms.add(surname, id)
            } else if let acronym = NameForms.acronym(of: label) {
                entities.shortForms.add(acronym, id)
            }
        }
    }

    /// Puts things into their places among those of their kind.
    private mutating func order(
        _ kind: WritableKeyPath<NameIndex, Forms>, without touched: Set<TermID>, with named: [TermID]
    ) {
        var all = self[keyPath: kind].all
        all.removeAll { touched.contains($0) }
        for id in named {
            let key = (labels[id] ?? "", id)
            var (low, high) = (0, all.count)
            while low < high {
                let middle = (low + high) / 2
                if (labels[all[middle]] ?? "", all[middle]) < key { low = middle + 1 } else { high = middle }
            }
            all.insert(id, at: low)
        }
        self[keyPath: kind].all = all
    }
}

/// The ids of the predicates that naming looks at, for questions about single things.
private struct NamingPredicates {
    let label: TermID?
    let altLabel: TermID?
    let type: TermID?
    let above: TermID?
    private let property: TermID?
    private let classType: TermID?
    private let person: TermID?

    init(_ graph: Graph) {
        func id(_ iri: String) -> TermID? { graph.id(of: .iri(iri)) }
        label = id(RDFS.label)
        altLabel = id(SKOS.altLabel)
        type = id(RDFVocabulary.type)
        above = id(RDFS.subClassOf)
        property = id(RDFVocabulary.property)
        classType = id(RDFS.classType)
        person = id(Schema.namespace + "Person")
    }

    func labels(of id: TermID, in graph: Graph) -> [String] { texts(of: id, label, in: graph) }

    func aliases(of id: TermID, in graph: Graph) -> [String] { texts(of: id, altLabel, in: graph) }

    private func texts(of id: TermID, _ predicate: TermID?, in graph: Graph) -> [String] {
        guard let predicate else { return [] }
        let objects = graph.match(id, predicate, nil).objects
        return (0..<objects.count).compactMap { offset in
            graph.kind(objects[offset]) == .literal ? graph.text(objects[offset]) : nil
        }
    }

    private func has(_ id: TermID, _ kind: TermID?, in graph: Graph) -> Bool {
        guard let type, let kind else { return false }
        return graph.count(id, type, kind) > 0
    }

    func isPerson(_ id: TermID, in graph: Graph) -> Bool { has(id, person, in: graph) }

    func isRelation(_ id: TermID, in graph: Graph, _ structure: StructuralVocabulary) -> Bool {
        (graph.count(nil, id, nil) > 0 || has(id, property, in: graph)) && !structure.isStructural(graph.text(id))
    }

    func isClass(_ id: TermID, in graph: Graph) -> Bool {
        let isUsed =
            has(id, classType, in: graph) || type.map { graph.count(nil, $0, id) > 0 } ?? false
            || above.map { graph.count(id, $0, nil) > 0 || graph.count(nil, $0, id) > 0 } ?? false
        return isUsed && !StructuralVocabulary.classes.contains(graph.text(id))
    }
}

extension [String: [TermID]] {
    fileprivate mutating func remove(_ key: String, _ id: TermID) {
        guard let ids = self[key], ids.contains(id) else { return }
        let rest = ids.filter { $0 != id }
        self[key] = rest.isEmpty ? nil : rest
    }
}
