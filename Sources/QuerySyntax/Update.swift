import RDF

/// A triple pattern in a graph: the default graph, or a named one.
public struct QuadPattern: Hashable, Sendable {
    /// The named graph, or nil for the default graph.
    public var graph: PatternTerm?
    /// The triple.
    public var triple: TriplePattern

    /// A pattern in the default graph, unless told.
    public init(_ triple: TriplePattern, graph: PatternTerm? = nil) {
        self.triple = triple
        self.graph = graph
    }
}

/// The graphs that CLEAR, DROP and their like speak of.
public enum GraphTarget: Hashable, Sendable {
    case defaultGraph, allNamed, all
    case named(String)
}

/// An operation of SPARQL 1.1 Update; `add`, `remove` and `alias` of the `.q` language compile to them.
///
/// Source: SPARQL 1.1 Update, section 3.
public enum UpdateOperation: Hashable, Sendable {
    /// Ground quads; a blank node is a new one each time.
    case insertData([QuadPattern])
    case deleteData([QuadPattern])
    /// DELETE and INSERT templates over the solutions of a pattern; `using` empty is the default dataset.
    case modify(
        delete: [QuadPattern], insert: [QuadPattern], using: [String], usingNamed: [String], where: Algebra)
    case load(String, into: String?, silent: Bool)
    case clear(GraphTarget, silent: Bool)
    case drop(GraphTarget, silent: Bool)
    case create(String, silent: Bool)
    /// ADD, MOVE and COPY; nil is the default graph.
    case add(from: String?, to: String?, silent: Bool)
    case move(from: String?, to: String?, silent: Bool)
    case copy(from: String?, to: String?, silent: Bool)

    /// The operation with what stands in places replaced.
    public func mapTerms<Failure: Error>(
        _ transform: (PatternTerm) throws(Failure) -> PatternTerm
    ) throws(Failure) -> UpdateOperation {
        func map(_ quads: [QuadPattern]) throws(Failure) -> [QuadPattern] {
            try quads.mapTyped { (quad) throws(Failure) in
                var graph: PatternTerm?
                if let name = quad.graph { graph = try transform(name) }
                return QuadPattern(try quad.triple.mapTerms(transform), graph: graph)
            }
        }
        switch self {
        case .insertData(let quads): return .insertData(try map(quads))
        case .deleteData(let quads): return .deleteData(try map(quads))
        case .modify(let delete, let insert, let using, let usingNamed, let algebra):
            return .modify(
                delete: try map(delete), insert: try map(insert), using: using, usingNamed: usingNamed,
                where: try algebra.mapTerms(transform))
        default: return self
        }
    }
}
