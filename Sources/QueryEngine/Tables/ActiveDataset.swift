import GraphStore
import RDF

/// The graphs that one query is asked of. All of them number their terms alike.
package struct ActiveDataset: Sendable {
    /// The graph that patterns outside GRAPH match.
    package var defaultGraph: Graph
    /// The names of the named graphs, in the order in which `GRAPH ?g` goes through them.
    package let names: [TermID]
    /// What the named graphs are of.
    private let dataset: Dataset
    /// Whether all graphs of the dataset are among them, in its order.
    private let hasAllGraphs: Bool

    /// The dataset that FROM and FROM NAMED describe, out of the named graphs of another; without either, all of it.
    init(_ dataset: Dataset, from: [String], named iris: [String]) {
        self.dataset = dataset
        hasAllGraphs = from.isEmpty && iris.isEmpty
        guard !hasAllGraphs else {
            defaultGraph = dataset.defaultGraph
            names = dataset.names
            return
        }
        func graphs(_ iris: [String]) -> [TermID] {
            var seen: Set<TermID> = []
            return iris.compactMap { iri in
                guard let name = dataset.defaultGraph.id(of: .iri(iri)), seen.insert(name).inserted,
                    dataset.hasGraph(name)
                else { return nil }
                return name
            }
        }
        let chosen = graphs(from).compactMap { dataset.graph(named: $0) }
        names = graphs(iris)
        if chosen.count == 1 {
            defaultGraph = chosen[0]
        } else {
            var union = dataset.emptyGraph
            var triples: [IDTriple] = []
            for graph in chosen {
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
        case .named(let index): index < names.count ? dataset.graph(named: names[index]) : nil
        }
    }

    /// The place of a graph among the named ones; one behind the last where there is none of that name.
    func place(of name: UInt32) -> Int {
        if hasAllGraphs { return dataset.place(of: TermID(name)) ?? names.count }
        return names.firstIndex { $0.rawValue == name } ?? names.count
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
