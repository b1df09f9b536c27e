import GraphStore
import QuerySyntax
import RDF

/// Resolves the names of queries against the labels of a graph.
///
/// A resolver is a snapshot: when `isCurrent(for:)` is false, make a new one, or `update` it.
public struct NameResolver: Sendable {
    private(set) var graph: Graph
    let vocabulary: TercetVocabulary
    private(set) var index: NameIndex
    let structure: StructuralVocabulary

    /// A resolver for a graph. Linear in the graph's labels.
    public init(_ graph: Graph, vocabulary: TercetVocabulary = TercetVocabulary()) {
        self.graph = graph
        self.vocabulary = vocabulary
        self.structure = StructuralVocabulary(vocabulary)
        self.index = NameIndex(graph, vocabulary: vocabulary)
    }

    /// Whether a graph is as it was when the resolver was made. Constant time.
    public func isCurrent(for graph: Graph) -> Bool { index.isCurrent(for: graph) }

    /// Lets go of the graph, so that nobody else holds it while it changes; names are looked up again after `update`.
    public mutating func release() { graph = Graph() }

    /// Takes the graph that changes made of the one that the resolver was made for.
    ///
    /// - Complexity: O(names of the things that the changes speak of), and a pass over relations and classes.
    public mutating func update(_ graph: Graph, _ changes: TripleChanges) {
        self.graph = graph
        if !changes.isEmpty { index.update(graph, vocabulary: vocabulary, changes) }
    }

    // MARK: Resolving

    /// The query with IRIs in place of its names, and what is not exact.
    ///
    /// - Throws: the first name that means nothing or several things, or a parameter without a value.
    public func resolve(_ query: Query, in source: SourceText) throws(NamingError) -> Resolved<Query> {
        var resolution = NameResolution(resolver: self, source: source)
        var query = query
        if case .construct(let template) = query.form {
            query.form = .construct(template.map { resolution.minting($0) })
        }
        var resolved = try query.mapTerms { (term) throws(NamingError) in try resolution.resolve(term) }
        resolved.algebra = simplified(resolved.algebra)
        return Resolved(value: resolved, notes: resolution.notes)
    }

    /// The operation with IRIs in place of its names, and what is not exact.
    public func resolve(
        _ operation: UpdateOperation, in source: SourceText
    ) throws(NamingError) -> Resolved<UpdateOperation> {
        var resolution = NameResolution(resolver: self, source: source)
        var operation = operation
        switch operation {
        case .insertData(let quads): operation = .insertData(quads.map { resolution.minting($0) })
        case .modify(let delete, let insert, let using, let usingNamed, let algebra):
            operation = .modify(
                delete: delete, insert: insert.map { resolution.minting($0) }, using: using, usingNamed: usingNamed,
                where: algebra)
        default: break
        }
        let resolved = try operation.mapTerms { (term) throws(NamingError) in try resolution.resolve(term) }
        return Resolved(value: resolved, notes: resolution.notes)
    }

    /// The expectation with IRIs in place of its names.
    public func resolve(
        _ expectation: QExpectation, in source: SourceText
    ) throws(NamingError) -> Resolved<QExpectation> {
        guard case .table(let rows) = expectation else { return Resolved(value: expectation, notes: []) }
        var resolution = NameResolution(resolver: self, source: source)
        var resolved: [[PatternTerm]] = []
        for row in rows {
            var cells: [PatternTerm] = []
            for cell in row { cells.append(try resolution.resolve(cell)) }
            resolved.append(cells)
        }
        return Resolved(value: .table(resolved), notes: resolution.notes)
    }

    /// The thing that a name means, and a note where it is not exact.
    public func resolve(_ name: Name, in source: SourceText) throws(NamingError) -> Resolved<Term> {
        var resolution = NameResolution(resolver: self, source: source)
        let id = try resolution.resolve(name)
        return Resolved(value: graph.term(id), notes: resolution.notes)
    }

    // MARK: Looking up

    /// What a name may mean: several where it is ambiguous, none where nothing has it.
    func lookUp(_ name: Name) -> Hits {
        switch name.kind {
        case .entity: lookUpEntity(name.text)
        case .relation: lookUpPhrase(name.text, index.relations)
        case .classification: lookUpPhrase(name.text, index.classes)
        }
    }

    /// What a look-up found.
    struct Hits {
        var ids: [TermID] = []
        /// Whether the name is the thing's label, however it is written.
        var isExact = false
    }

    private func lookUpEntity(_ text: String) -> Hits {
        let forms = index.entities
        if let ids = forms.written[text] { return Hits(ids: ids, isExact: true) }
        let normalized = NameForms.normalized(text)
        if let ids = forms.labels[normalized] { return Hits(ids: ids, isExact: true) }
        let untitled = NameForms.withoutTitle(normalized)
        if let untitled, let ids = forms.labels[untitled] { return Hits(ids: ids) }
        for table in [forms.aliases, forms.shortForms] {
            if let ids = table[normalized] { return Hits(ids: ids) }
            if let untitled, let ids = table[untitled] { return Hits(ids: ids) }
        }
        return Hits(ids: unlabelled(normalized), isExact: true)
    }

    private func lookUpPhrase(_ text: String, _ forms: NameIndex.Forms) -> Hits {
        if let ids = forms.written[text] { return Hits(ids: ids, isExact: true) }
        let words = Inflection.words(text).joined(separator: " ")
        if let ids = forms.labels[words] { return Hits(ids: ids, isExact: true) }
        let key = Inflection.key(text)
        // An inflection of the label is no other word: nothing to announce.
        if let ids = forms.inflections[key] { return Hits(ids: ids, isExact: true) }
        if let ids = forms.aliases[words] { return Hits(ids: ids) }
        if let ids = forms.aliasInflections[key] { return Hits(ids: ids) }
        return Hits()
    }

    /// In a graph without labels things go by the last part of their IRIs. Linear in the graph.
    private func unlabelled(_ normalized: String) -> [TermID] {
        guard index.entities.isEmpty else { return [] }
        var found: Set<TermID> = []
        let slice = graph.match()
        for column in [slice.subjects, slice.objects] {
            var previous = TermID.unbound
            for offset in 0..<column.count where column[offset] != previous {
                previous = column[offset]
                guard graph.kind(previous) == .iri, !found.contains(previous) else { continue }
                let name = PhraseWords.normalized(NameForms.localName(graph.text(previous)))
                if NameForms.normalized(name) == normalized || name == PhraseWords.normalized(normalized) {
                    found.insert(previous)
                }
            }
        }
        return found.sorted()
    }

    // MARK: Describing

    /// The label of a thing, or the last part of its IRI.
    public func label(_ id: TermID) -> String {
        index.labels[id] ?? NameForms.localName(graph.text(id))
    }

    /// A thing as a candidate: its label, type and number of facts.
    func candidate(_ id: TermID, _ kind: Name.Kind) -> NameCandidate {
        NameCandidate(term: graph.term(id), label: label(id), type: typeLabel(id, kind), facts: facts(of: id, kind))
    }

    private func typeLabel(_ id: TermID, _ kind: Name.Kind) -> String? {
        switch kind {
        case .relation: return "relation"
        case .classification: return "class"
        case .entity:
            guard let type = graph.id(of: .iri(RDFVocabulary.type)) else { return nil }
            let types = graph.match(id, type, nil).objects
            return (0..<types.count).map { label(types[$0]) }.min()
        }
    }

    /// How many facts something stands in: an entity as subject or object, a relation between any two, a class as the
    /// class of something.
    public func facts(of id: TermID, _ kind: Name.Kind) -> Int {
        switch kind {
        case .relation: return graph.count(nil, id, nil)
        case .classification:
            guard let type = graph.id(of: .iri(RDFVocabulary.type)) else { return 0 }
            return graph.count(nil, type, id)
        case .entity:
            return index.relations.all.reduce(0) { $0 + graph.count(id, $1, nil) + graph.count(nil, $1, id) }
        }
    }
}

/// The resolution of one statement's names.
private struct NameResolution {
    let resolver: NameResolver
    let source: SourceText
    var notes: [NamingNote] = []
    private var known: [Name: TermID] = [:]

    init(resolver: NameResolver, source: SourceText) {
        self.resolver = resolver
        self.source = source
    }

    mutating func resolve(_ term: PatternTerm) throws(NamingError) -> PatternTerm {
        switch term {
        case .term, .variable: return term
        case .name(let name): return .term(resolver.graph.term(try resolve(name)))
        case .parameter(let name, let range):
            throw NamingError(
                error: source.error(
                    "$\(name) has no value", at: range, hint: "give it one: --param \(name)=…, or .param \(name) …"),
                name: nil, candidates: [])
        }
    }

    /// A triple to be written, its relation made where nothing has its name or one near to it.
    mutating func minting(_ pattern: TriplePattern) -> TriplePattern {
        guard case .name(let name) = pattern.predicate, resolver.lookUp(name).ids.isEmpty,
            resolver.nearest(to: name, limit: 1).isEmpty
        else { return pattern }
        let words = Inflection.words(name.text)
        let local =
            words.prefix(1).joined() + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        let term = Term.iri(resolver.vocabulary.relation + local)
        let note = NamingNote(name: name, label: name.text, term: term, isNew: true)
        if !notes.contains(where: { $0.term == term }) { notes.append(note) }
        return TriplePattern(pattern.subject, .term(term), pattern.object)
    }

    /// The same for a triple in a graph.
    mutating func minting(_ quad: QuadPattern) -> QuadPattern {
        QuadPattern(minting(quad.triple), graph: quad.graph)
    }

    mutating func resolve(_ name: Name) throws(NamingError) -> TermID {
        if let id = known[name] { return id }
        let hits = resolver.lookUp(name)
        guard hits.ids.count == 1, let id = hits.ids.first else {
            throw hits.ids.isEmpty ? resolver.unknown(name, in: source) : resolver.ambiguous(name, hits.ids, in: source)
        }
        known[name] = id
        if !hits.isExact {
            let note = NamingNote(name: name, label: resolver.label(id), term: resolver.graph.term(id))
            if !notes.contains(where: { $0.name.text == name.text && $0.term == note.term }) { notes.append(note) }
        }
        return id
    }
}
