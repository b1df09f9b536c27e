import RDF

/// A default graph and named graphs over one dictionary: a term has one id in all of them.
///
/// A dataset is a value: a copy is a snapshot that costs nothing until one of the two is changed.
public struct Dataset: Sendable {
    /// The default graph; its dictionary is that of the named graphs too.
    public internal(set) var defaultGraph: Graph
    /// The triples of the named graphs, in the order in which the graphs were made.
    var named: [NamedTriples] = []
    /// Where each named graph stands.
    private var places: [TermID: Int] = [:]

    /// A dataset without named graphs.
    public init(_ graph: Graph = Graph()) { defaultGraph = graph }

    /// A dataset of triples; blank nodes with one label in two of the graphs are one node.
    public init(defaultTriples: [Triple], named: [(name: Term, triples: [Triple])]) {
        self.init()
        defaultGraph.insert(contentsOf: defaultTriples)
        for (name, triples) in named {
            let ids = triples.map { triple in
                IDTriple(
                    defaultGraph.intern(triple.subject), defaultGraph.intern(triple.predicate),
                    defaultGraph.intern(triple.object))
            }
            insert(contentsOf: ids, into: defaultGraph.intern(name))
        }
    }

    // MARK: Graphs

    /// The names of the named graphs, in the order in which they were made. A graph may be empty.
    public var names: [TermID] { named.map(\.name) }

    /// Whether there is a named graph of a name.
    public func hasGraph(_ name: TermID) -> Bool { places[name] != nil }

    /// The place of a name among `names`; nil where there is no graph of that name.
    package func place(of name: TermID) -> Int? { places[name] }

    /// A named graph; nil where there is none of that name.
    public func graph(named name: TermID) -> Graph? {
        places[name].map { graph(named[$0]) }
    }

    /// A named graph; nil where there is none of that name.
    public func graph(named name: Term) -> Graph? { defaultGraph.id(of: name).flatMap { graph(named: $0) } }

    /// A named graph over the dataset's dictionary.
    func graph(_ named: NamedTriples) -> Graph { Graph(named.shared, over: defaultGraph) }

    /// An empty graph over the dataset's dictionary.
    public var emptyGraph: Graph { Graph(CopyOnWrite(TripleIndex()), over: defaultGraph) }

    /// How many triples all graphs have together.
    public var count: Int { named.reduce(defaultGraph.count) { $0 + $1.triples.count } }

    /// Whether no graph has a triple, and there is no named graph.
    public var isEmpty: Bool { defaultGraph.isEmpty && named.isEmpty }

    // MARK: Terms

    /// The id of a term, a new one when the dataset never held it.
    public mutating func intern(_ term: Term) -> TermID { defaultGraph.intern(term) }

    /// A blank node that the dataset never held.
    public mutating func makeBlankNode() -> TermID {
        var number = defaultGraph.termCount
        while true {
            number += 1
            let before = defaultGraph.termCount
            let id = defaultGraph.intern(.blank("b\(number)"))
            if defaultGraph.termCount > before { return id }
        }
    }

    // MARK: Changing

    /// Makes a named graph where there is none of that name; false when there was one.
    @discardableResult
    public mutating func createGraph(_ name: TermID) -> Bool {
        guard places[name] == nil else { return false }
        places[name] = named.count
        named.append(NamedTriples(name))
        return true
    }

    /// Takes a named graph out; false when there was none.
    @discardableResult
    public mutating func dropGraph(_ name: TermID) -> Bool {
        guard let place = places.removeValue(forKey: name) else { return false }
        named.remove(at: place)
        for index in place..<named.count { places[named[index].name] = index }
        return true
    }

    /// Takes all triples out of a graph, which stays; nil is the default graph.
    public mutating func clear(_ name: TermID?) {
        guard let name else {
            defaultGraph.triples = TripleIndex()
            return
        }
        if let place = places[name] { named[place].triples = TripleIndex() }
    }

    /// Adds a triple to a graph, which is made where there is none of that name; nil is the default graph.
    ///
    /// - Returns: false when the triple was there.
    @discardableResult
    public mutating func insert(_ triple: IDTriple, into name: TermID?) -> Bool {
        guard let name else { return defaultGraph.triples.insert(triple) }
        createGraph(name)
        guard let place = places[name] else { return false }
        return named[place].triples.insert(triple)
    }

    /// Adds triples of the dataset's ids to a graph, which is made where there is none of that name.
    ///
    /// - Returns: How many of them are new.
    @discardableResult
    public mutating func insert(contentsOf triples: [IDTriple], into name: TermID?) -> Int {
        insert(contentsOf: triples, into: name, isStopped: { false }) ?? 0
    }

    /// Adds triples as above, unless it is stopped.
    ///
    /// - Parameter isStopped: asked in between; where it says yes, the graph is lost, and the caller goes back to a snapshot.
    /// - Returns: How many of them are new; nil when it was stopped.
    package mutating func insert(contentsOf triples: [IDTriple], into name: TermID?, isStopped: () -> Bool) -> Int? {
        let bound = defaultGraph.termCount + 1
        defaultGraph.indexValues()
        guard let name else {
            let before = defaultGraph.count
            guard defaultGraph.triples.insert(contentsOf: triples, bound: bound, isStopped: isStopped) else {
                return nil
            }
            return defaultGraph.count - before
        }
        createGraph(name)
        guard let place = places[name] else { return 0 }
        let before = named[place].triples.count
        guard named[place].triples.insert(contentsOf: triples, bound: bound, isStopped: isStopped) else { return nil }
        return named[place].triples.count - before
    }

    /// Takes triples of the dataset's ids out of a graph, unless it is stopped.
    ///
    /// - Parameter isStopped: asked in between; where it says yes, the graph is lost, and the caller goes back to a snapshot.
    /// - Returns: How many of them were there; nil when it was stopped.
    package mutating func remove(contentsOf triples: [IDTriple], from name: TermID?, isStopped: () -> Bool) -> Int? {
        guard let name else { return defaultGraph.triples.remove(contentsOf: triples, isStopped: isStopped) }
        guard let place = places[name] else { return 0 }
        return named[place].triples.remove(contentsOf: triples, isStopped: isStopped)
    }

    /// Whether a graph holds a triple; nil is the default graph.
    package func contains(_ triple: IDTriple, in name: TermID?) -> Bool {
        guard let name else { return defaultGraph.triples.contains(triple) }
        return places[name].map { named[$0].triples.contains(triple) } ?? false
    }

    /// Takes a triple out of a graph; false when it was not there.
    @discardableResult
    public mutating func remove(_ triple: IDTriple, from name: TermID?) -> Bool {
        guard let name else { return defaultGraph.triples.remove(triple) }
        guard let place = places[name] else { return false }
        return named[place].triples.remove(triple)
    }

    /// Adds a triple to a graph; nil is the default graph.
    @discardableResult
    public mutating func insert(_ triple: Triple, into name: Term? = nil) -> Bool {
        let ids = IDTriple(intern(triple.subject), intern(triple.predicate), intern(triple.object))
        return insert(ids, into: name.map { intern($0) })
    }

    /// Takes a triple out of a graph; false when it was not there.
    @discardableResult
    public mutating func remove(_ triple: Triple, from name: Term? = nil) -> Bool {
        guard let subject = defaultGraph.id(of: triple.subject), let predicate = defaultGraph.id(of: triple.predicate),
            let object = defaultGraph.id(of: triple.object)
        else { return false }
        if let name {
            guard let graph = defaultGraph.id(of: name) else { return false }
            return remove(IDTriple(subject, predicate, object), from: graph)
        }
        return remove(IDTriple(subject, predicate, object), from: nil)
    }

    /// Adds triples to the default graph.
    public mutating func insert(contentsOf triples: some Sequence<Triple>) {
        defaultGraph.insert(contentsOf: triples)
    }

    /// Adds everything that another dataset holds; blank nodes with one label are one node.
    public mutating func insert(allOf other: Dataset) {
        let known = defaultGraph.intern(termsOf: other.defaultGraph)
        func id(_ old: TermID) -> TermID { known[Int(old.rawValue)] }
        func move(_ graph: Graph, _ name: TermID?) {
            let all = graph.match()
            var ids: [IDTriple] = []
            ids.reserveCapacity(all.count)
            for offset in 0..<all.count {
                let triple = all[offset]
                ids.append(IDTriple(id(triple.subject), id(triple.predicate), id(triple.object)))
            }
            insert(contentsOf: ids, into: name)
        }
        if !other.defaultGraph.isEmpty { move(other.defaultGraph, nil) }
        for name in other.names {
            let own = id(name)
            createGraph(own)
            if let graph = other.graph(named: name) { move(graph, own) }
        }
    }

    // MARK: Columns

    /// The triples of the named graphs as numbers: graph, subject, predicate, object; zeros for a graph without triples.
    package var namedRows: [UInt32] {
        var rows: [UInt32] = []
        for name in names {
            guard let all = graph(named: name)?.match() else { continue }
            if all.count == 0 { rows += [name.rawValue, 0, 0, 0] }
            for offset in 0..<all.count {
                let triple = all[offset]
                rows += [
                    name.rawValue, triple.subject.rawValue, triple.predicate.rawValue, triple.object.rawValue,
                ]
            }
        }
        return rows
    }

    /// Adds named graphs as `namedRows` gives them; numbers that stand for no term are passed over.
    package mutating func insert(namedRows rows: [UInt32]) {
        let terms = 1...UInt32(max(1, defaultGraph.termCount))
        var place = 0
        while place + 4 <= rows.count {
            let (name, ids) = (rows[place], rows[(place + 1)..<(place + 4)])
            place += 4
            guard terms.contains(name) else { continue }
            createGraph(TermID(name))
            guard ids.allSatisfy(terms.contains) else { continue }
            let triple = Array(ids)
            insert(IDTriple(TermID(triple[0]), TermID(triple[1]), TermID(triple[2])), into: TermID(name))
        }
    }

    // MARK: Going back

    /// The graphs and the dictionary's length at some time.
    public struct Snapshot: Sendable {
        fileprivate var triples: TripleIndex
        fileprivate var named: [NamedTriples]
        fileprivate var places: [TermID: Int]
        fileprivate var mark: TermDictionary.Mark
    }

    /// What there is now. Cheaper to keep than a copy, as terms that are added meanwhile are not copied.
    public var snapshot: Snapshot {
        Snapshot(triples: defaultGraph.triples, named: named, places: places, mark: defaultGraph.terms.mark)
    }

    /// Goes back to what there was.
    ///
    /// - Complexity: O(terms) when terms were added meanwhile.
    public mutating func restore(_ snapshot: Snapshot) {
        defaultGraph.triples = snapshot.triples
        named = snapshot.named
        places = snapshot.places
        defaultGraph.terms.rollBack(to: snapshot.mark)
        // Ids that were taken back will stand for other terms.
        defaultGraph.indexValues()
    }
}

/// The triples of a named graph.
struct NamedTriples: Sendable {
    let name: TermID
    private(set) var shared = CopyOnWrite(TripleIndex())

    /// An empty graph.
    init(_ name: TermID) { self.name = name }

    var triples: TripleIndex {
        _read { yield shared.value }
        _modify { yield &shared.value }
    }
}
