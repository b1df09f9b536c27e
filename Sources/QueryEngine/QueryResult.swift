import GraphStore
import QuerySyntax
import RDF

/// What a query gives.
public enum QueryResult: Sendable {
    /// Rows, from SELECT.
    case solutions(Solutions)
    /// The answer of ASK.
    case boolean(Bool)
    /// The triples of CONSTRUCT or DESCRIBE, each once, in the order in which they arose.
    case graph([Triple])
}

/// The terms that the ids of a result stand for.
public struct ResultTerms: Sendable {
    private let graph: Graph
    private let computed: [Term]
    private let limit: UInt32

    init(graph: Graph, computed: [Term]) {
        self.graph = graph
        self.computed = computed
        limit = UInt32(graph.termCount)
    }

    /// The term of an id of the result; nil for `TermID.unbound`.
    public func term(_ id: TermID) -> Term? {
        if id.rawValue == 0 { return nil }
        if id.rawValue <= limit { return graph.term(id) }
        let place = Int(id.rawValue - limit) - 1
        return place < computed.count ? computed[place] : nil
    }

    /// The id in the graph of a term of the result; nil for one that was computed.
    public func graphID(_ id: TermID) -> TermID? { id.isBound && id.rawValue <= limit ? id : nil }

    /// Whether the term of an id is a literal of a numeric datatype.
    public func isNumeric(_ id: TermID) -> Bool {
        if let known = graphID(id) { return graph.datatype(known)?.isNumeric ?? false }
        guard case .literal(let literal) = term(id) else { return false }
        return literal.datatype != XSD.boolean && LiteralValue.isBooleanOrNumeric(literal.datatype)
    }

    /// Appends a term as N-Triples writes it; nothing for `TermID.unbound`.
    public func appendCanonical(_ id: TermID, to bytes: inout [UInt8]) {
        if id.isBound, id.rawValue <= limit {
            graph.appendCanonical(id, to: &bytes)
        } else if let term = term(id) {
            CanonicalForm.append(term, to: &bytes)
        }
    }
}

/// A table of rows: columns of ids, with the terms that they stand for.
public struct Solutions: Sendable {
    /// The variables, in the order of the columns.
    public let variables: [Variable]
    /// The columns; 0 is unbound.
    package let columns: [[UInt32]]
    /// How many rows there are.
    public let count: Int
    /// The terms.
    public let terms: ResultTerms
    /// Whether there were more rows than `QueryLimits.rows` asked for.
    public let isTruncated: Bool

    /// The id in a cell; `TermID.unbound` where the row doesn't bind the variable.
    ///
    /// - Complexity: O(1).
    public func id(row: Int, column: Int) -> TermID { TermID(columns[column][row]) }

    /// The term in a cell, or nil where the row doesn't bind the variable.
    public func term(row: Int, column: Int) -> Term? { terms.term(id(row: row, column: column)) }

    /// A row as terms.
    public func row(_ index: Int) -> [Term?] { variables.indices.map { term(row: index, column: $0) } }
}

extension Solutions {
    /// Writes all rows, each with a line feed behind it, their terms as N-Triples writes them; nothing where a variable is
    /// unbound.
    ///
    /// - Parameter output: What takes the bytes; without one, they are made and thrown away, which is for measuring.
    /// - Returns: How many bytes there were.
    @discardableResult
    public func writeRows(to output: Output?, separator: UInt8) -> Int {
        let writer = terms.writer(output)
        columns.withUnsafeBufferPointer { columns in
            for row in 0..<count {
                if row & 31 == 0 {
                    for column in columns { terms.prepare(column[row..<min(row + 32, count)], writer) }
                    if writer.hasFailed { break }
                }
                for number in columns.indices {
                    if number > 0 { writer.append(byte: separator) }
                    let id = columns[number][row]
                    if id != 0 { terms.append(id, to: writer) }
                }
                writer.append(byte: UInt8(ascii: "\n"))
            }
        }
        writer.flush()
        return writer.byteCount
    }
}

extension ResultTerms {
    fileprivate func writer(_ output: Output?) -> TermWriter { TermWriter(graph, output: output) }

    /// Lets the writer look at the terms of some rows, where all are the graph's.
    fileprivate func prepare(_ ids: ArraySlice<UInt32>, _ writer: TermWriter) {
        if ids.allSatisfy({ $0 <= limit }) { ids.withUnsafeBufferPointer { writer.prepare($0) } }
    }

    @inline(__always)
    fileprivate func append(_ id: UInt32, to writer: TermWriter) {
        if id <= limit {
            writer.append(id)
        } else {
            var bytes: [UInt8] = []
            appendCanonical(TermID(id), to: &bytes)
            writer.append(bytes)
        }
    }
}
