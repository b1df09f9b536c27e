import QueryEngine
import RDF

/// A way to write results: one small value a format.
///
/// Rows are written as they are looked at, so a million of them need no memory beside the table of ids. Nothing is
/// thrown: `Output` keeps the first error, and writing stops early once it has one.
public protocol ResultFormat: Sendable {
    /// Writes the rows of SELECT.
    func write(_ solutions: Solutions, to output: Output)
    /// Writes the answer of ASK.
    func write(_ answer: Bool, to output: Output)
    /// Writes the triples of CONSTRUCT or DESCRIBE.
    func write(_ triples: [Triple], to output: Output)
}

extension ResultFormat {
    /// Writes any result.
    public func write(_ result: QueryResult, to output: Output) {
        switch result {
        case .solutions(let solutions): write(solutions, to: output)
        case .boolean(let answer): write(answer, to: output)
        case .graph(let triples): write(triples, to: output)
        }
    }

    /// `yes` or `no`, for people and for scripts that ask in `.q`.
    public func write(_ answer: Bool, to output: Output) { output.write(answer ? "yes\n" : "no\n") }

    /// Triples as N-Triples, in the order in which they came.
    public func write(_ triples: [Triple], to output: Output) {
        var bytes: [UInt8] = []
        for triple in triples {
            CanonicalForm.append(triple, to: &bytes)
            if bytes.count >= 1 << 15 {
                output.write(bytes)
                bytes.removeAll(keepingCapacity: true)
                if output.hasFailed { return }
            }
        }
        output.write(bytes)
    }
}

/// Who reads a result: a person, with labels and plain texts, or a program, with whole terms in the W3C's forms.
public enum Reading: Hashable, Sendable {
    /// Labels instead of IRIs, lexical forms instead of literals: what `.q` queries print.
    case plain
    /// The forms that the W3C recommends: what SPARQL queries print.
    case standard
}
