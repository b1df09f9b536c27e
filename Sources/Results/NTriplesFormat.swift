import GraphStore
import QueryEngine
import QuerySyntax
import RDF

/// N-Triples: the triples of CONSTRUCT, and for rows the triples that their patterns match.
public struct NTriplesFormat: ResultFormat {
    /// The triple patterns of the query, for rows.
    public var patterns: [TriplePattern]
    let graph: Graph

    /// The format for a query's rows over a graph; a pattern's triples are written only where the graph holds them, so
    /// that OPTIONAL and UNION add nothing that is not there.
    public init(patterns: [TriplePattern], graph: Graph) {
        self.patterns = patterns
        self.graph = graph
    }

    /// Writes each triple once, in the order of the rows. The rows must hold all variables of the patterns; a pattern
    /// with a variable that a row leaves unbound gives nothing.
    public func write(_ solutions: Solutions, to output: Output) {
        var bytes: [UInt8] = []
        forEachTriple(of: solutions, output) { triple in
            for (place, id) in [triple.subject, triple.predicate, triple.object].enumerated() {
                if place > 0 { bytes.append(UInt8(ascii: " ")) }
                graph.appendCanonical(id, to: &bytes)
            }
            bytes += Array(" .\n".utf8)
            if bytes.count >= 1 << 15 {
                output.write(bytes)
                bytes.removeAll(keepingCapacity: true)
            }
        }
        output.write(bytes)
    }

    /// Calls with each triple that the rows match, once, in the order of the rows, unless the output's work is stopped.
    func forEachTriple(of solutions: Solutions, _ output: Output, _ use: (IDTriple) -> Void) {
        let columns = Dictionary(
            solutions.variables.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var seen: Set<IDTriple> = []
        for row in 0..<solutions.count {
            func id(_ place: PatternTerm) -> TermID? {
                switch place {
                case .term(let term): return graph.id(of: term)
                case .variable(let variable):
                    return columns[variable].flatMap { solutions.terms.graphID(solutions.id(row: row, column: $0)) }
                case .name, .parameter: return nil
                }
            }
            for pattern in patterns {
                guard let subject = id(pattern.subject), let predicate = id(pattern.predicate),
                    let object = id(pattern.object)
                else { continue }
                let triple = IDTriple(subject, predicate, object)
                if graph.contains(triple), seen.insert(triple).inserted { use(triple) }
            }
            if row & 255 == 255, !output.mayGoOn(holding: seen.capacity * NTriplesFormat.bytesPerTriple) { return }
        }
    }

    /// What is kept of a triple that was met: three ids, here and in `TurtleFormat`.
    private static let bytesPerTriple = 2 * MemoryLayout<IDTriple>.stride
}
