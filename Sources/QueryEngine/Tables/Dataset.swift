import GraphStore
import RDF

/// The graphs that a query is asked of. All of them number their terms alike: their dictionaries are copies of one.
public struct Dataset: Sendable {
    /// The graph that patterns outside GRAPH match.
    public var defaultGraph: Graph
    /// The named graphs by name, in the order in which `GRAPH ?g` goes through them.
    public private(set) var named: [(name: Term, graph: Graph)]

    /// The dataset of one graph.
    public init(_ graph: Graph) {
        defaultGraph = graph
        named = []
    }

    /// A dataset of triples; blank nodes with one label in two of the graphs are one node.
    public init(defaultTriples: [Triple], named: [(name: Term, triples: [Triple])]) {
        var empty = Graph()
        func ids(_ triples: [Triple]) -> [IDTriple] {
            triples.map { IDTriple(empty.intern($0.subject), empty.intern($0.predicate), empty.intern($0.object)) }
        }
        let defaultIDs = ids(defaultTriples)
        let namedIDs = named.map { (name: $0.name, triples: ids($0.triples)) }
        for name in named { _ = empty.intern(name.name) }
        defaultGraph = empty
        defaultGraph.insert(contentsOf: defaultIDs)
        self.named = namedIDs.map { name, triples in
            var graph = empty
            graph.insert(contentsOf: triples)
            return (name, graph)
        }
    }

    /// The dataset that FROM and FROM NAMED describe, out of this one's named graphs; without either, this one.
    func selecting(from: [String], named names: [String]) -> Dataset {
        if from.isEmpty, names.isEmpty { return self }
        func graphs(_ iris: [String]) -> [(name: Term, graph: Graph)] {
            named.filter { graph in
                if case .iri(let name) = graph.name { iris.contains { ByteOrder.equal($0, name) } } else { false }
            }
        }
        let chosen = graphs(from)
        var result = self
        result.named = graphs(names)
        if chosen.count == 1 {
            result.defaultGraph = chosen[0].graph
        } else {
            result.defaultGraph.remove(matching: nil)
            for (_, graph) in chosen {
                let all = graph.match()
                result.defaultGraph.insert(contentsOf: (0..<all.count).map { all[$0] })
            }
        }
        return result
    }

    /// The graph of a selection; nil for a name that the dataset doesn't have.
    func graph(_ selection: GraphSelection) -> Graph? {
        switch selection {
        case .defaultGraph: defaultGraph
        case .named(let index): index < named.count ? named[index].graph : nil
        }
    }

    /// How many triples match a pattern whose variables all differ.
    func count(_ pattern: CompiledPattern, _ selection: GraphSelection) -> Int {
        graph(selection)?.count(
            pattern.subject.constant.map { TermID($0) }, pattern.predicate.constant.map { TermID($0) },
            pattern.object.constant.map { TermID($0) }) ?? 0
    }
}

/// Which graph of a dataset a pattern is matched against.
package enum GraphSelection: Hashable, Sendable {
    case defaultGraph
    /// A named graph by its place in the dataset; a place behind the last is a graph without triples.
    case named(Int)
}
