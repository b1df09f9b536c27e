import GraphStore
import RDF

/// The graphs that one query is asked of. All of them number their terms alike.
package struct ActiveDataset: Sendable {
    /// The graph that patterns outside GRAPH match.
    package var defaultGraph: Graph
    /// The named graphs by name, in the order in which `GRAPH ?g` goes through them.
    package private(set) var named: [(name: TermID, graph: Graph)]

    /// The dataset that FROM and FROM NAMED describe, out of the named graphs of another; without either, all of it.
    init(_ dataset: Dataset, from: [String], named names: [String]) {
        func graphs(_ iris: [String]) -> [(name: TermID, graph: Graph)] {
            var seen: Set<TermID> = []
            return iris.compactMap { iri in
                guard let name = dataset.defaultGraph.id(of: .iri(iri)), seen.insert(name).inserted,
                    let graph = dataset.graph(named: name)
                else { return nil }
                return (name, graph)
            }
        }
        guard !from.isEmpty || !names.isEmpty else {
            defaultGraph = dataset.defaultGraph
            named = dataset.names.compactMap { name in dataset.graph(named: name).map { (name, $0) } }
            return
        }
        let chosen = graphs(from)
        named = graphs(names)
        if chosen.count == 1 {
            defaultGraph = chosen[0].graph
        } else {
            var union = dataset.emptyGraph
            var triples: [IDTriple] = []
            for (_, graph) in chosen {
                let all = graph.match()
                triples.reserveCapacity(triples.count + all.count)
                for offset in 0..<all.count { triples.append(all[offset]) }
            }
            union.insert(contentsOf: triples)
            defaultGraph = union
        }
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
