import GraphStore

/// A triple of ids and the graph that it is in.
public struct IDTripleInGraph: Hashable, Sendable {
    /// The triple.
    public var triple: IDTriple
    /// The name of the graph, or nil for the default graph.
    public var graph: TermID?

    /// A triple in a graph.
    public init(_ triple: IDTriple, _ graph: TermID?) {
        self.triple = triple
        self.graph = graph
    }
}
