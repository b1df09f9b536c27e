import GraphStore
import QuerySyntax
import RDF
import Synchronization

/// The names of a graph's entities, relations and classes, by the forms in which they are looked up.
///
/// Building it is linear in the labels of the graph; it is a value of its own and says whether a graph has changed since.
struct NameIndex: Sendable {
    /// What a key leads to: the ids of the things that it names, each once.
    typealias Table = [String: [TermID]]

    /// The forms of one kind of thing.
    struct Forms: Sendable {
        /// The label as written.
        var written: Table = [:]
        /// The label, normalised.
        var labels: Table = [:]
        /// Aliases, normalised.
        var aliases: Table = [:]
        /// Inflections of labels and local names; for relations and classes.
        var inflections: Table = [:]
        /// Inflections of aliases; for relations and classes.
        var aliasInflections: Table = [:]
        /// Surnames and acronyms; for entities.
        var shortForms: Table = [:]
        /// Every thing of the kind, in order of its label; for relations and classes.
        var all: [TermID] = []

        /// Whether nothing of the kind has a name.
        var isEmpty: Bool { labels.isEmpty && aliases.isEmpty }

        /// Every thing of the kind, by id.
        var things: Set<TermID> {
            var ids: Set<TermID> = []
            for table in [labels, aliases] {
                for entry in table { ids.formUnion(entry.value) }
            }
            return ids
        }
    }

    var entities = Forms()
    var relations = Forms()
    var classes = Forms()
    /// The first label of each thing.
    var labels: [TermID: String] = [:]
    /// Every label and alias of entities, normalised, in order; sorted when first asked for.
    private var sorted = MadeOnce<[NameEntry]>()
    private var nearEntities = MadeOnce<NearNames>()
    private var nearRelations = MadeOnce<NearNames>()
    private var nearClasses = MadeOnce<NearNames>()
    private var signature: [Int]

    /// The names of a graph.
    init(_ graph: Graph, vocabulary: TercetVocabulary) {
        signature = Self.signature(of: graph)
        let ids = Identifiers(graph, vocabulary)
        let relationIDs = Set(ids.relations)
        let classIDs = Set(ids.classes)
        collect(graph, ids.label, relationIDs, classIDs, areAliases: false)
        collect(graph, ids.altLabel, relationIDs, classIDs, areAliases: true)
        for relation in ids.relations { addLocalName(graph, relation, to: \.relations) }
        for classID in ids.classes { addLocalName(graph, classID, to: \.classes) }
        addShortForms(ids.persons)
        sort(\.relations)
        sort(\.classes)
    }

    /// Whether a graph is as it was when the index was built: told by its counts, and so in constant time.
    func isCurrent(for graph: Graph) -> Bool { signature == Self.signature(of: graph) }

    private static func signature(of graph: Graph) -> [Int] {
        let names = [RDFS.label, SKOS.altLabel, RDFVocabulary.type]
        return [graph.count, graph.termCount]
            + names.map { name in graph.id(of: .iri(name)).map { graph.count(nil, $0, nil) } ?? 0 }
    }

    /// Forgets what was made of all names, after some of them changed.
    mutating func forgetSorted(_ graph: Graph) {
        signature = Self.signature(of: graph)
        sorted = MadeOnce()
        nearEntities = MadeOnce()
        nearRelations = MadeOnce()
        nearClasses = MadeOnce()
    }

    private mutating func collect(
        _ graph: Graph, _ predicate: TermID?, _ relationIDs: Set<TermID>, _ classIDs: Set<TermID>, areAliases: Bool
    ) {
        guard let predicate else { return }
        let slice = graph.match(nil, predicate, nil)
        let (subjects, objects) = (slice.subjects, slice.objects)
        for offset in 0..<slice.count {
            guard graph.kind(objects[offset]) == .literal, graph.kind(subjects[offset]) == .iri else { continue }
            let id = subjects[offset]
            let text = graph.text(objects[offset])
            if !areAliases {
                // The first of several labels, in order of text, is the one that is shown.
                labels[id] = labels[id].map { min($0, text) } ?? text
            }
            if relationIDs.contains(id) {
                add(text, id, isAlias: areAliases, to: \.relations)
            } else if classIDs.contains(id) {
                add(text, id, isAlias: areAliases, to: \.classes)
            } else {
                add(text, id, isAlias: areAliases, to: \.entities)
            }
        }
    }

    mutating func add(_ text: String, _ id: TermID, isAlias: Bool, to kind: WritableKeyPath<NameIndex, Forms>) {
        if kind == \.entities {
            let normalized = NameForms.normalized(text)
            if isAlias {
                self[keyPath: kind].aliases.add(normalized, id)
            } else {
                self[keyPath: kind].written.add(text, id)
                self[keyPath: kind].labels.add(normalized, id)
            }
            return
        }
        let words = Inflection.words(text).joined(separator: " ")
        let key = Inflection.key(text)
        if isAlias {
            self[keyPath: kind].aliases.add(words, id)
            self[keyPath: kind].aliasInflections.add(key, id)
        } else {
            self[keyPath: kind].written.add(text, id)
            self[keyPath: kind].labels.add(words, id)
            self[keyPath: kind].inflections.add(key, id)
        }
    }

    mutating func addLocalName(_ graph: Graph, _ id: TermID, to kind: WritableKeyPath<NameIndex, Forms>) {
        let name = NameForms.localName(graph.text(id))
        guard !name.isEmpty else { return }
        if labels[id] == nil { labels[id] = PhraseWords.normalized(name) }
        self[keyPath: kind].labels.add(Inflection.words(name).joined(separator: " "), id)
        self[keyPath: kind].inflections.add(Inflection.key(name), id)
        self[keyPath: kind].written.add(name, id)
    }

    /// Surnames are those of persons; acronyms those of any name.
    private mutating func addShortForms(_ persons: Set<TermID>) {
        for (name, ids) in entities.labels {
            for id in ids {
                guard let label = labels[id] else { continue }
                if persons.contains(id), let surname = NameForms.surname(of: name) {
                    entities.shortForms.add(surname, id)
                } else if let acronym = NameForms.acronym(of: label) {
                    entities.shortForms.add(acronym, id)
                }
            }
        }
    }

    private mutating func sort(_ kind: WritableKeyPath<NameIndex, Forms>) {
        self[keyPath: kind].all = ordered(self[keyPath: kind].things)
    }

    /// Things in order of their labels.
    func ordered(_ ids: Set<TermID>) -> [TermID] {
        ids.map { (labels[$0] ?? "", $0) }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.1)
    }

    /// Every label and alias of entities, normalised, in order.
    var sortedNames: [NameEntry] {
        sorted.value {
            var names: [NameEntry] = []
            for table in [entities.labels, entities.aliases] {
                for (key, ids) in table { names += ids.map { NameEntry(key: key, id: $0) } }
            }
            return names.sorted { ($0.key, $0.id) < ($1.key, $1.id) }
        }
    }

    /// The labels alone of relations or classes, which are few.
    func labelNames(_ kind: Name.Kind) -> NearNames {
        var names = NearNames()
        for (key, ids) in kind == .relation ? relations.labels : classes.labels { names.add(key, ids) }
        return names
    }

    /// Every label and alias of one kind of thing, to be looked through for those that are spelt nearly as a word is.
    func nearNames(_ kind: Name.Kind) -> NearNames {
        let (forms, made) =
            switch kind {
            case .entity: (entities, nearEntities)
            case .relation: (relations, nearRelations)
            case .classification: (classes, nearClasses)
            }
        return made.value {
            var names = NearNames()
            for table in [forms.labels, forms.aliases] {
                for (key, ids) in table { names.add(key, ids) }
            }
            return names
        }
    }
}

/// A name and what it names.
struct NameEntry: Sendable {
    var key: String
    var id: TermID
}

/// Something made once, when it is first asked for.
final class MadeOnce<Value: Sendable>: Sendable {
    private let made = Mutex<Value?>(nil)

    func value(_ make: () -> Value) -> Value {
        made.withLock { value in
            if let value { return value }
            let new = make()
            value = new
            return new
        }
    }
}

extension [String: [TermID]] {
    mutating func add(_ key: String, _ id: TermID) {
        guard !key.isEmpty else { return }
        if self[key]?.contains(id) == true { return }
        self[key, default: []].append(id)
    }
}

/// The ids of the predicates and things that naming looks at.
private struct Identifiers {
    let label: TermID?
    let altLabel: TermID?
    /// Predicates that are no scaffolding, and what is typed as a property, by id.
    let relations: [TermID]
    let classes: [TermID]
    let persons: Set<TermID>

    init(_ graph: Graph, _ vocabulary: TercetVocabulary) {
        label = graph.id(of: .iri(RDFS.label))
        altLabel = graph.id(of: .iri(SKOS.altLabel))
        let structure = StructuralVocabulary(vocabulary)
        let type = graph.id(of: .iri(RDFVocabulary.type))
        func things(of iri: String) -> [TermID] {
            guard let type, let classID = graph.id(of: .iri(iri)) else { return [] }
            let subjects = graph.match(nil, type, classID).subjects
            return (0..<subjects.count).map { subjects[$0] }
        }
        let used = graph.predicates.filter { !structure.isStructural(graph.text($0)) }
        let declared = things(of: RDFVocabulary.property).filter { !structure.isStructural(graph.text($0)) }
        relations = Set(used + declared).sorted()
        var classes = Set(things(of: RDFS.classType))
        if let type {
            let objects = graph.match(nil, type, nil).objects
            var previous = TermID.unbound
            for offset in 0..<objects.count where objects[offset] != previous {
                previous = objects[offset]
                classes.insert(previous)
            }
        }
        if let above = graph.id(of: .iri(RDFS.subClassOf)) {
            let slice = graph.match(nil, above, nil)
            for offset in 0..<slice.count {
                classes.insert(slice.subjects[offset])
                classes.insert(slice.objects[offset])
            }
        }
        let hidden = StructuralVocabulary.classes
        self.classes = classes.filter { graph.kind($0) == .iri && !hidden.contains(graph.text($0)) }.sorted()
        persons = Set(things(of: Schema.namespace + "Person"))
    }
}
