import RDF

/// Why an update changed nothing.
public enum UpdateError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The pattern of an operation could not be evaluated.
    case query(QueryError)
    /// CREATE of a graph that is there; its IRI.
    case graphExists(String)
    /// An operation on a named graph that is not there; its IRI.
    case noGraph(String)
    /// LOAD of an IRI that names no local file.
    case notLocal(String)
    /// LOAD of a file that cannot be read or is malformed.
    case load(InputError)

    /// What happened and what to do, without a full stop.
    public var description: String {
        switch self {
        case .query(let error): "\(error)"
        case .graphExists(let iri): "the graph <\(iri)> is there already; CREATE SILENT passes over that"
        case .noGraph(let iri): "there is no graph <\(iri)>; SILENT passes over that"
        case .notLocal(let iri):
            "LOAD <\(iri)>: only local files can be loaded (file:///… or a path relative to the query)"
        case .load(let error): "\(error)"
        }
    }
}

/// What an update did.
public struct UpdateSummary: Hashable, Sendable {
    /// A change of the dataset; nil stands for the default graph.
    public enum Change: Hashable, Sendable {
        case inserted(IDTripleInGraph)
        case removed(IDTripleInGraph)
        case created(UInt32)
        case dropped(UInt32)
    }

    /// How many triples were added.
    public var inserted = 0
    /// How many triples were taken out.
    public var removed = 0
    /// How many named graphs were made.
    public var created = 0
    /// How many named graphs were taken out.
    public var dropped = 0
    /// What was done, in its order.
    public var changes: [Change] = []

    /// Nothing done yet.
    public init() {}
}
