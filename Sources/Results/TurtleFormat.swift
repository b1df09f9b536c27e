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
        let lines = Output()
        rows.write(solutions, to: lines)
        // What was just written as N-Triples reads back.
        write((try? NTriples.read(lines.bytes)) ?? [], to: output)
    }

    /// Writes triples with the prefixes that they use.
    public func write(_ triples: [Triple], to output: Output) {
        var writer = TurtleWriter(output, for: triples)
        for triple in triples { writer.write(triple) }
        writer.finish()
    }
}
