import QueryEngine
import RDF

/// Comma-separated values with a head of names; fields are quoted where they must be.
///
/// The plain form has labels and line feeds, the standard form whole IRIs and CR LF as RFC 4180 wants it.
/// Source: SPARQL 1.1 Query Results CSV and TSV Formats, section 3.
public struct CommaSeparated: ResultFormat {
    /// The form.
    public var reading: Reading
    /// The texts of terms in the plain form.
    public var labels: Labels

    /// The format.
    public init(_ reading: Reading, labels: Labels) {
        self.reading = reading
        self.labels = labels
    }

    /// Writes a head and a record a row.
    public func write(_ solutions: Solutions, to output: Output) {
        let end = reading == .standard ? "\r\n" : "\n"
        var bytes: [UInt8] = []
        for (column, variable) in solutions.variables.enumerated() {
            if column > 0 { bytes.append(UInt8(ascii: ",")) }
            Self.appendField(variable.name, to: &bytes)
        }
        bytes += Array(end.utf8)
        for row in 0..<solutions.count {
            for column in solutions.variables.indices {
                if column > 0 { bytes.append(UInt8(ascii: ",")) }
                let id = solutions.id(row: row, column: column)
                if !id.isBound { continue }
                switch reading {
                case .plain: Self.appendField(labels.text(id, solutions.terms), to: &bytes)
                case .standard:
                    if let term = solutions.terms.term(id) { Self.appendField(Self.standardText(term), to: &bytes) }
                }
            }
            bytes += Array(end.utf8)
            if bytes.count >= 1 << 15 {
                output.write(bytes)
                bytes.removeAll(keepingCapacity: true)
                if output.hasFailed { return }
            }
        }
        output.write(bytes)
    }

    /// Writes the answer of ASK: `true` or `false` in the standard form, for which the W3C has no rule.
    public func write(_ answer: Bool, to output: Output) {
        switch reading {
        case .plain: output.write(answer ? "yes\n" : "no\n")
        case .standard: output.write("\(answer)\r\n")
        }
    }

    private static func standardText(_ term: Term) -> String {
        switch term {
        case .iri(let iri): iri
        case .blank(let label): "_:" + label
        case .literal(let literal): literal.lexicalForm
        }
    }

    static func appendField(_ text: String, to bytes: inout [UInt8]) {
        let needsQuotes = text.utf8.contains { byte in
            byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
                || byte == UInt8(ascii: "\r")
        }
        guard needsQuotes else {
            bytes.append(contentsOf: text.utf8)
            return
        }
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
