import GraphStore
import QuerySyntax
import RDF

/// The words for what a graph holds: labels, types, relations.
struct GraphNames {
    let graph: Graph
    let vocabulary: TercetVocabulary

    /// The label of a term; where it has none, the text of a literal or the end of an IRI.
    func label(_ id: TermID) -> String {
        guard graph.kind(id) == .iri else { return graph.text(id) }
        if let label = text(id, RDFS.label) { return label }
        let iri = graph.text(id)
        let end = iri.lastIndex { $0 == "/" || $0 == "#" || $0 == ":" }.map { iri[iri.index(after: $0)...] } ?? iri[...]
        return end.isEmpty ? iri : String(end)
    }

    /// Whether an object stands for the lack of one: the crisis deepens.
    func isNoObject(_ id: TermID) -> Bool {
        graph.kind(id) == .literal && graph.term(id) == .literal(Literal("true", datatype: XSD.boolean))
    }

    /// The label of a term's first class, or nil.
    func type(_ id: TermID) -> String? { object(id, RDFVocabulary.type).map(label) }

    /// The first object of a property, or nil.
    func object(_ subject: TermID, _ predicate: String) -> TermID? {
        guard let predicate = graph.id(of: .iri(predicate)) else { return nil }
        let slice = graph.match(subject, predicate, nil)
        return slice.isEmpty ? nil : slice.objects[0]
    }

    /// The text of the first object of a property, or nil.
    func text(_ subject: TermID, _ predicate: String) -> String? { object(subject, predicate).map { graph.text($0) } }

    /// The whole number that is the first object of a property, or nil.
    func integer(_ subject: TermID, _ predicate: String) -> Int? {
        object(subject, predicate).flatMap { graph.integerValue($0) }
    }

    /// The relations that facts use, by id.
    var relations: [TermID] { graph.predicates.filter(isRelation) }

    /// Whether a predicate says something of the world: it is none of those that hold claims, labels and types.
    func isRelation(_ predicate: TermID) -> Bool { isRelation(graph.text(predicate)) }

    /// Whether the predicate of an IRI says something of the world.
    func isRelation(_ iri: String) -> Bool {
        iri.hasPrefix(vocabulary.relation) || !StructuralVocabulary(vocabulary).isStructural(iri)
    }

    /// Whether something is neither a claim, a sentence, a report, a relation nor a class, but what they are about.
    func isEntity(_ id: TermID) -> Bool {
        guard graph.kind(id) != .literal else { return false }
        let iri = graph.text(id)
        if iri.hasPrefix(vocabulary.entity) { return true }
        guard !iri.hasPrefix(vocabulary.namespace) else { return false }
        return !Self.structuralClasses.contains { kind in
            guard let type = graph.id(of: .iri(RDFVocabulary.type)), let kind = graph.id(of: .iri(kind)) else {
                return false
            }
            return graph.contains(IDTriple(id, type, kind))
        }
    }

    /// The classes of claims, relations and classes.
    static let structuralClasses = StructuralVocabulary.classes
}
