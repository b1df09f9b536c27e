import GraphStore
import QueryEngine
import RDF

/// Turtle: the triples of CONSTRUCT and DESCRIBE, a subject a block; rows as `NTriplesFormat` picks them.
public struct TurtleFormat: ResultFormat {
    /// What picks the triples of rows.
    private let rows: NTriplesFormat

    /// The format.
    public init(rows: NTriplesFormat) { self.rows = rows }

    /// Writes the triples that rows match.
    public func write(_ solutions: Solutions, to output: Output) {
        var triples: [IDTriple] = []
        rows.forEachTriple(of: solutions, output) { triples.append($0) }
        let graph = rows.graph
        write(
            all: triples.lazy.map { Triple(graph.term($0.subject), graph.term($0.predicate), graph.term($0.object)) },
            to: output)
    }

    /// Writes triples with the prefixes that they use.
    public func write(_ triples: [Triple], to output: Output) { write(all: triples, to: output) }

    private func write(all triples: some Sequence<Triple>, to output: Output) {
        var writer = TurtleWriter(output, for: triples)
        for triple in triples {
            writer.write(triple)
            if output.hasFailed { return }
        }
        writer.finish()
    }
}
