import QueryEngine
import RDF

/// SPARQL Query Results XML Format (Second Edition).
///
/// Characters that XML 1.0 can't hold (most control characters) come out as U+FFFD.
public struct XMLResults: ResultFormat {
    /// The format.
    public init() {}

    private static let opening = """
        <?xml version="1.0" encoding="UTF-8"?>
        <sparql xmlns="http://www.w3.org/2005/sparql-results#">

        """

    /// Writes the rows, one a line.
    public func write(_ solutions: Solutions, to output: Output) {
        var bytes = Array(Self.opening.utf8)
        func add(_ text: String) { bytes.append(contentsOf: text.utf8) }
        add("<head>")
        for variable in solutions.variables {
            add("<variable name=\"")
            Self.appendEscaped(variable.name, to: &bytes)
            add("\"/>")
        }
        add("</head>\n<results>\n")
        for row in 0..<solutions.count {
            add("<result>")
            for (column, variable) in solutions.variables.enumerated() {
                guard let term = solutions.term(row: row, column: column) else { continue }
                add("<binding name=\"")
                Self.appendEscaped(variable.name, to: &bytes)
                add("\">")
                Self.append(term, to: &bytes)
                add("</binding>")
            }
            add("</result>\n")
            if bytes.count >= 1 << 15 {
                output.write(bytes)
                bytes.removeAll(keepingCapacity: true)
                if output.hasFailed { return }
            }
        }
        add("</results>\n</sparql>\n")
        output.write(bytes)
    }

    /// Writes the answer of ASK.
    public func write(_ answer: Bool, to output: Output) {
        output.write(Self.opening + "<head/>\n<boolean>\(answer)</boolean>\n</sparql>\n")
    }

    private static func append(_ term: Term, to bytes: inout [UInt8]) {
        func add(_ text: String) { bytes.append(contentsOf: text.utf8) }
        switch term {
        case .iri(let iri):
            add("<uri>")
            appendEscaped(iri, to: &bytes)
            add("</uri>")
        case .blank(let label):
            add("<bnode>")
            appendEscaped(label, to: &bytes)
            add("</bnode>")
        case .literal(let literal):
            add("<literal")
            if let language = literal.language {
                add(" xml:lang=\"")
                appendEscaped(language, to: &bytes)
                add("\"")
            } else if literal.datatype != XSD.string {
                add(" datatype=\"")
                appendEscaped(literal.datatype, to: &bytes)
                add("\"")
            }
            add(">")
            appendEscaped(literal.lexicalForm, to: &bytes)
            add("</literal>")
        }
    }

    private static func appendEscaped(_ text: String, to bytes: inout [UInt8]) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": bytes += Array("&amp;".utf8)
            case "<": bytes += Array("&lt;".utf8)
            case ">": bytes += Array("&gt;".utf8)
            case "\"": bytes += Array("&quot;".utf8)
            // A reader would turn a bare carriage return into a line feed.
            case "\r": bytes += Array("&#13;".utf8)
            case "\n", "\t": bytes.append(UInt8(scalar.value))
            case "\u{0}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}": bytes += [0xEF, 0xBF, 0xBD]
            default: bytes.append(contentsOf: String(scalar).utf8)
            }
        }
    }
}
