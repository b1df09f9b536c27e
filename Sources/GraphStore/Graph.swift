import RDF

/// An RDF graph: a dictionary of terms, and triples of their ids in sorted permutations.
///
/// A graph is a value: a copy is a snapshot that costs nothing until one of the two is changed, and may be read from
/// several threads.
public struct Graph: Sendable {
    private var sharedTerms: CopyOnWrite<TermDictionary>
    private var sharedTriples: CopyOnWrite<TripleIndex>
    private var sharedValues: CopyOnWrite<ValueIndex>

    private static let empty = (
        terms: CopyOnWrite(TermDictionary()), triples: CopyOnWrite(TripleIndex()), values: CopyOnWrite(ValueIndex())
    )

    /// An empty graph.
    public init() {
        sharedTerms = Graph.empty.terms
        sharedTriples = Graph.empty.triples
        sharedValues = Graph.empty.values
    }

    /// A graph of some triples over the terms of another.
    init(_ triples: CopyOnWrite<TripleIndex>, over other: Graph) {
        self = other
        sharedTriples = triples
    }

    var terms: TermDictionary {
        _read { yield sharedTerms.value }
        _modify { yield &sharedTerms.value }
    }

    var triples: TripleIndex {
        _read { yield sharedTriples.value }
        _modify { yield &sharedTriples.value }
    }

    var values: ValueIndex {
        _read { yield sharedValues.value }
        _modify { yield &sharedValues.value }
    }

    /// A graph of triples.
    public init(_ triples: some Sequence<Triple>) {
        self.init()
        insert(contentsOf: triples)
    }

    /// How many triples there are.
    public var count: Int { triples.count }

    /// Whether there is no triple.
    public var isEmpty: Bool { count == 0 }

    // MARK: Terms

    /// The largest id that was given to a term; the ids are 1 to this.
    public var termCount: Int { terms.count }

    /// The id of a term, or nil when the graph never held it.
    public func id(of term: Term) -> TermID? { terms.id(of: term) }

    /// The id of a term, a new one when the graph never held it.
    public mutating func intern(_ term: Term) -> TermID { terms.intern(term) }

    /// The term of an id of this graph.
    public func term(_ id: TermID) -> Term { terms.term(id) }

    /// What the term of an id is.
    public func kind(_ id: TermID) -> TermKind { terms.affix(id).kind }

    /// The datatype of a literal, or nil for an IRI or a blank node; `.other` when it has no number of its own.
    public func datatype(_ id: TermID) -> Datatype? {
        let affix = terms.affix(id)
        guard affix.kind == .literal else { return nil }
        if affix.isWhole, let literal = literal(id), literal.language != nil { return .langString }
        return affix.datatype ?? .other
    }

    /// The literal of an id, or nil for an IRI or a blank node.
    public func literal(_ id: TermID) -> Literal? {
        guard case .literal(let literal) = terms.term(id) else { return nil }
        return literal
    }

    /// The language tag of a literal, or nil when it has none.
    public func language(_ id: TermID) -> String? {
        let affix = terms.affix(id)
        if affix.isWhole { return literal(id)?.language }
        return affix.kind == .literal && affix.datatype == .langString ? affix.name : nil
    }

    /// The text of a term: the IRI, the blank node's label, or the lexical form.
    public func text(_ id: TermID) -> String {
        switch terms.term(id) {
        case .iri(let iri): iri
        case .blank(let label): label
        case .literal(let literal): literal.lexicalForm
        }
    }

    /// Appends a term as N-Triples writes it.
    public func appendCanonical(_ id: TermID, to bytes: inout [UInt8]) { terms.appendCanonical(id, to: &bytes) }

    // MARK: Triples

    /// The triples that match a pattern, nil standing for anything: sorted, contiguous columns of ids.
    ///
    /// - Complexity: O(log n), and O(the slice) when triples of it were inserted or removed since the last load.
    public func match(_ subject: TermID? = nil, _ predicate: TermID? = nil, _ object: TermID? = nil) -> TripleSlice {
        triples.match(subject, predicate, object)
    }

    /// The triples whose ids in an order begin in these, as a slice sorted in that order; without any, all triples.
    ///
    /// `slice(.pso, knows)` gives the triples of a predicate by subject, where `match` gives them by object.
    public func slice(
        _ order: TripleOrder, _ first: TermID? = nil, _ second: TermID? = nil, _ third: TermID? = nil
    ) -> TripleSlice {
        let second = first == nil ? nil : second
        let third = second == nil ? nil : third
        return triples.slice(
            order, IDPrefix(first: first?.rawValue, second: second?.rawValue, third: third?.rawValue))
    }

    /// How many triples match a pattern, nil standing for anything. Exact.
    ///
    /// - Complexity: O(log n).
    public func count(_ subject: TermID? = nil, _ predicate: TermID? = nil, _ object: TermID? = nil) -> Int {
        triples.count(subject, predicate, object)
    }

    /// Whether a triple is in the graph.
    public func contains(_ triple: IDTriple) -> Bool { triples.contains(triple) }

    /// Whether a triple is in the graph.
    public func contains(_ triple: Triple) -> Bool {
        guard let subject = id(of: triple.subject), let predicate = id(of: triple.predicate),
            let object = id(of: triple.object)
        else { return false }
        return contains(IDTriple(subject, predicate, object))
    }

    /// The predicates of all triples, by id.
    public var predicates: [TermID] { triples.predicates }

    /// What is known about the triples of a predicate.
    public func statistics(_ predicate: TermID) -> PredicateStatistics { triples.statistics(predicate) }

    // MARK: Changing

    /// Adds a triple; false when it was there.
    @discardableResult
    public mutating func insert(_ triple: Triple) -> Bool {
        triples.insert(IDTriple(intern(triple.subject), intern(triple.predicate), intern(triple.object)))
    }

    /// Adds a triple of this graph's ids; false when it was there.
    @discardableResult
    public mutating func insert(_ triple: IDTriple) -> Bool { triples.insert(triple) }

    /// Adds many triples at once.
    ///
    /// - Returns: How many of them are new.
    @discardableResult
    public mutating func insert(contentsOf sequence: some Sequence<Triple>) -> Int {
        insert(contentsOf: sequence.map { IDTriple(intern($0.subject), intern($0.predicate), intern($0.object)) })
    }

    /// Adds many triples of this graph's ids at once.
    ///
    /// - Returns: How many of them are new.
    @discardableResult
    public mutating func insert(contentsOf sequence: [IDTriple]) -> Int {
        let before = count
        triples.insert(contentsOf: sequence, bound: terms.count + 1)
        indexValues()
        return count - before
    }

    /// Takes a triple out; false when it was not there. Its terms keep their ids.
    @discardableResult
    public mutating func remove(_ triple: Triple) -> Bool {
        guard let subject = id(of: triple.subject), let predicate = id(of: triple.predicate),
            let object = id(of: triple.object)
        else { return false }
        return remove(IDTriple(subject, predicate, object))
    }

    /// Takes a triple of ids out; false when it was not there.
    @discardableResult
    public mutating func remove(_ triple: IDTriple) -> Bool { triples.remove(triple) }

    /// Takes out many triples of ids at once.
    ///
    /// - Returns: How many of them were there.
    @discardableResult
    public mutating func remove(contentsOf sequence: [IDTriple]) -> Int {
        triples.remove(contentsOf: sequence) ?? 0
    }

    /// Takes out all triples that match a pattern, nil standing for anything.
    ///
    /// - Returns: How many there were.
    @discardableResult
    public mutating func remove(
        matching subject: TermID? = nil, _ predicate: TermID? = nil, _ object: TermID? = nil
    ) -> Int {
        let slice = match(subject, predicate, object)
        return remove(contentsOf: (0..<slice.count).map { slice[$0] })
    }
}
