import QueryEngine
import RDF

/// Tab-separated values.
///
/// The plain form has a head of names, labels and lexical forms, with `\t`, `\n`, `\r` and `\\` for what would break a
/// line, and an empty field for what is unbound. The standard form has `?name` in its head and terms as in Turtle.
/// Source: SPARQL 1.1 Query Results CSV and TSV Formats, section 4.
public struct TabSeparated: ResultFormat {
    /// The form.
    public var reading: Reading
    /// The texts of terms in the plain form.
    public var labels: Labels

    /// The format.
    public init(_ reading: Reading, labels: Labels) {
        self.reading = reading
        self.labels = labels
    }

    /// Writes a head and a line a row.
    public func write(_ solutions: Solutions, to output: Output) {
        let mark = reading == .standard ? "?" : ""
        output.write(solutions.variables.map { mark + $0.name }.joined(separator: "\t") + "\n")
        if reading == .standard {
            solutions.writeRows(to: output, separator: UInt8(ascii: "\t"))
            return
        }
        var bytes: [UInt8] = []
        for row in 0..<solutions.count {
            for column in solutions.variables.indices {
                if column > 0 { bytes.append(UInt8(ascii: "\t")) }
                let id = solutions.id(row: row, column: column)
                if !id.isBound { continue }
                Self.appendEscaped(labels.text(id, solutions.terms), to: &bytes)
            }
            bytes.append(UInt8(ascii: "\n"))
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
        case .standard: output.write("\(answer)\n")
        }
    }

    static func appendEscaped(_ text: String, to bytes: inout [UInt8]) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\t"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
            case UInt8(ascii: "\n"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
            case UInt8(ascii: "\r"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
            case UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "\\")]
            default: bytes.append(byte)
            }
        }
    }
}
