/// Writes triples as Turtle: prefixes first, then a block for each run of triples with one subject.
///
/// Lexical forms are kept; numbers and truth values whose forms Turtle reads back stand bare.
public struct TurtleWriter {
    private let output: Output
    private let prefixes: [(name: String, namespace: [UInt8])]
    private var subject: Term?
    private var predicate: Term?

    /// Prefixes that everybody knows.
    public static let commonPrefixes: [(name: String, namespace: String)] = [
        ("rdf", RDFVocabulary.namespace), ("rdfs", RDFS.namespace), ("xsd", XSD.namespace), ("owl", OWL.namespace),
        ("skos", SKOS.namespace), ("dcterms", DCTerms.namespace), ("prov", PROV.namespace), ("nif", NIF.namespace),
        ("schema", Schema.namespace), ("foaf", "http://xmlns.com/foaf/0.1/"),
        ("tce", TercetVocabulary().entity), ("tcr", TercetVocabulary().relation),
        ("tcc", TercetVocabulary().ownClass), ("tcv", TercetVocabulary().vocab),
    ]

    /// A writer that declares those of the common prefixes that some triples use.
    public init(_ output: Output, for triples: some Sequence<Triple>) {
        self.output = output
        let known = TurtleWriter.commonPrefixes.map { (name: $0.name, namespace: Array($0.namespace.utf8)) }
        var isUsed = Array(repeating: false, count: known.count)
        func look(_ iri: String) {
            let bytes = Array(iri.utf8)
            for (index, prefix) in known.enumerated() where !isUsed[index] {
                if TurtleWriter.local(bytes, in: prefix.namespace) != nil { isUsed[index] = true }
            }
        }
        for (number, triple) in triples.enumerated() {
            if number & 255 == 255, !output.mayGoOn() { break }
            for term in [triple.subject, triple.predicate, triple.object] {
                switch term {
                case .iri(let iri): if iri != RDFVocabulary.type { look(iri) }
                case .literal(let literal):
                    if literal.language == nil, TurtleWriter.bare(literal) == nil { look(literal.datatype) }
                case .blank: break
                }
            }
        }
        prefixes = known.indices.filter { isUsed[$0] }.map { known[$0] }
        for prefix in prefixes {
            output.write("@prefix \(prefix.name): <\(String(decoding: prefix.namespace, as: UTF8.self))> .\n")
        }
        if !prefixes.isEmpty { output.write("\n") }
    }

    /// Writes a triple; those of one subject should follow one another.
    public mutating func write(_ triple: Triple) {
        var bytes: [UInt8] = []
        if triple.subject == subject {
            if triple.predicate == predicate {
                bytes += " ,\n    ".utf8
            } else {
                bytes += " ;\n  ".utf8
                appendPredicate(triple.predicate, to: &bytes)
                bytes.append(UInt8(ascii: " "))
            }
        } else {
            if subject != nil { bytes += " .\n".utf8 }
            append(triple.subject, to: &bytes)
            bytes.append(UInt8(ascii: " "))
            appendPredicate(triple.predicate, to: &bytes)
            bytes.append(UInt8(ascii: " "))
        }
        subject = triple.subject
        predicate = triple.predicate
        append(triple.object, to: &bytes)
        output.write(bytes)
    }

    /// Ends the last block.
    public mutating func finish() {
        if subject != nil { output.write(" .\n") }
        subject = nil
    }

    private func appendPredicate(_ term: Term, to bytes: inout [UInt8]) {
        if term == .iri(RDFVocabulary.type) { bytes.append(UInt8(ascii: "a")) } else { append(term, to: &bytes) }
    }

    private func append(_ term: Term, to bytes: inout [UInt8]) {
        switch term {
        case .iri(let iri): append(iri: iri, to: &bytes)
        case .blank: CanonicalForm.append(term, to: &bytes)
        case .literal(let literal):
            if let form = TurtleWriter.bare(literal) {
                bytes += form.utf8
            } else if literal.language != nil || literal.datatype == XSD.string {
                CanonicalForm.append(term, to: &bytes)
            } else {
                bytes.append(UInt8(ascii: "\""))
                CanonicalForm.appendLexicalForm(literal.lexicalForm, to: &bytes)
                bytes += "\"^^".utf8
                append(iri: literal.datatype, to: &bytes)
            }
        }
    }

    private func append(iri: String, to bytes: inout [UInt8]) {
        let text = Array(iri.utf8)
        for prefix in prefixes {
            guard let local = TurtleWriter.local(text, in: prefix.namespace) else { continue }
            bytes += prefix.name.utf8
            bytes.append(UInt8(ascii: ":"))
            bytes += local
            return
        }
        CanonicalForm.append(.iri(iri), to: &bytes)
    }

    /// The local part of an IRI in a namespace, when it can stand in a prefixed name as it is.
    private static func local(_ iri: [UInt8], in namespace: [UInt8]) -> ArraySlice<UInt8>? {
        guard iri.count > namespace.count, iri.starts(with: namespace) else { return nil }
        let local = iri[namespace.count...]
        let isPlain = local.allSatisfy { byte in
            byte < 0x80 && ByteClass.table[Int(byte)] & ByteClass.label != 0 || byte == UInt8(ascii: "-")
        }
        guard isPlain, local.first != UInt8(ascii: "-") else { return nil }
        return local
    }

    /// The form of a literal that Turtle reads back as the same literal without quotes.
    private static func bare(_ literal: Literal) -> String? {
        guard literal.language == nil else { return nil }
        let form = literal.lexicalForm
        func isDigits(_ text: Substring) -> Bool { !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) } }
        let unsigned = form.hasPrefix("-") || form.hasPrefix("+") ? form.dropFirst() : form[...]
        switch literal.datatype {
        case XSD.integer: return isDigits(unsigned) ? form : nil
        case XSD.decimal:
            let parts = unsigned.split(separator: ".", omittingEmptySubsequences: false)
            return parts.count == 2 && parts.allSatisfy(isDigits) ? form : nil
        case XSD.boolean: return form == "true" || form == "false" ? form : nil
        default: return nil
        }
    }
}
