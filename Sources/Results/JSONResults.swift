import QueryEngine
import RDF

/// SPARQL 1.1 Query Results JSON Format.
///
/// ```
/// {"head":{"vars":["x"]},"results":{"bindings":[
/// {"x":{"type":"uri","value":"http://example/"}}
/// ]}}
/// ```
public struct JSONResults: ResultFormat {
    /// The format.
    public init() {}

    /// Writes the rows, one a line.
    public func write(_ solutions: Solutions, to output: Output) {
        let names = solutions.variables.map { JSONString.quoted($0.name) }
        output.write("{\"head\":{\"vars\":[\(names.joined(separator: ","))]},\"results\":{\"bindings\":[\n")
        var bytes: [UInt8] = []
        for row in 0..<solutions.count {
            bytes.append(UInt8(ascii: "{"))
            var isFirst = true
            for column in names.indices {
                guard let term = solutions.term(row: row, column: column) else { continue }
                if !isFirst { bytes.append(UInt8(ascii: ",")) }
                isFirst = false
                bytes.append(contentsOf: names[column].utf8)
                bytes.append(UInt8(ascii: ":"))
                Self.append(term, to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
            if row < solutions.count - 1 { bytes.append(UInt8(ascii: ",")) }
            bytes.append(UInt8(ascii: "\n"))
            if bytes.count >= 1 << 15 {
                output.write(bytes)
                bytes.removeAll(keepingCapacity: true)
                if output.hasFailed { return }
            }
        }
        output.write(bytes)
        output.write("]}}\n")
    }

    /// Writes the answer of ASK.
    public func write(_ answer: Bool, to output: Output) { output.write("{\"head\":{},\"boolean\":\(answer)}\n") }

    private static func append(_ term: Term, to bytes: inout [UInt8]) {
        func add(_ text: String) { bytes.append(contentsOf: text.utf8) }
        switch term {
        case .iri(let iri):
            add("{\"type\":\"uri\",\"value\":")
            JSONString.append(iri, to: &bytes)
        case .blank(let label):
            add("{\"type\":\"bnode\",\"value\":")
            JSONString.append(label, to: &bytes)
        case .literal(let literal):
            add("{\"type\":\"literal\",\"value\":")
            JSONString.append(literal.lexicalForm, to: &bytes)
            if let language = literal.language {
                add(",\"xml:lang\":")
                JSONString.append(language, to: &bytes)
            } else if literal.datatype != XSD.string {
                add(",\"datatype\":")
                JSONString.append(literal.datatype, to: &bytes)
            }
        }
        add("}")
    }
}
