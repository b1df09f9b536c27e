import GraphStore
import RDF

/// How the graph is written.
package enum GraphFormat: String, CaseIterable, Sendable {
    case nt, nq, ttl

    /// The format that a file's name asks for; nil where it says nothing.
    package init?(path: String) {
        switch DataSyntax(path: path) {
        case .nTriples: self = .nt
        case .nQuads: self = .nq
        case .turtle: self = .ttl
        default: return nil
        }
    }
}

extension Session {
    /// Writes the graph, or all graphs where the format holds named ones; how many triples were written.
    ///
    /// - Throws: `Failure` when Ctrl-C stopped it.
    @discardableResult
    func writeGraph(
        to output: Output, as format: GraphFormat, factsOnly: Bool, sorted: Bool = true
    ) throws(Failure) -> Int {
        var count = 0
        var wasStopped = false
        output.write(until: { _ in
            wasStopped = Interrupt.isPending
            return wasStopped
        }) {
            count = writeUnwatchedGraph(to: output, as: format, factsOnly: factsOnly, sorted: sorted)
        }
        if wasStopped { throw Failure("stopped: not all of the graph was written", status: .interrupted) }
        return count
    }

    private func writeUnwatchedGraph(
        to output: Output, as format: GraphFormat, factsOnly: Bool, sorted: Bool
    ) -> Int {
        let dataset = archive.dataset
        guard format != .nq || factsOnly else {
            dataset.writeNQuads(to: output)
            return dataset.count
        }
        let graph = archive.exported(factsOnly: factsOnly)
        switch format {
        case .ttl: graph.writeTurtle(to: output)
        case _ where sorted: graph.writeNTriples(to: output)
        default: graph.writeUnsortedNTriples(to: output)
        }
        if !dataset.names.isEmpty, !factsOnly {
            console.warn(
                "\(Numbers.counted(dataset.names.count, "named graph")) left out; the format nq holds them")
        }
        return graph.count
    }
}
