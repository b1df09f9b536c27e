/// Terms of RDF/XML as N-Triples writes them, and what their names may be.
extension RDFXMLGrammar {
    static func rdf(_ name: String) -> [UInt8] { Array(" <\(RDFVocabulary.namespace)\(name)> ".utf8) }

    /// Subject and predicate, with a space behind each.
    static func head(_ subject: [UInt8], _ predicate: [UInt8]) -> [UInt8] {
        var head: [UInt8] = []
        head.reserveCapacity(subject.count + predicate.count + 2)
        head += subject
        head.append(UInt8(ascii: " "))
        head += predicate
        head.append(UInt8(ascii: " "))
        return head
    }

    static func bracketed(_ iri: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(iri.utf8.count + 2)
        bytes.append(UInt8(ascii: "<"))
        CanonicalForm.appendIRI(iri, to: &bytes)
        bytes.append(UInt8(ascii: ">"))
        return bytes
    }

    static func literal(_ text: String, _ datatype: [UInt8]?, _ language: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 2)
        bytes.append(UInt8(ascii: "\""))
        CanonicalForm.appendLexicalForm(text, to: &bytes)
        bytes.append(UInt8(ascii: "\""))
        if let datatype {
            bytes += "^^".utf8
            bytes += datatype
        } else if !language.isEmpty {
            bytes.append(UInt8(ascii: "@"))
            bytes += language.utf8
        }
        return bytes
    }

    static func resolved(_ reference: String, _ base: BaseIRI?) -> [UInt8] {
        var bytes: [UInt8] = []
        var reference = reference
        reference.withUTF8 { reference in
            if let base { base.resolve(reference, into: &bytes) } else { bytes.append(contentsOf: reference) }
        }
        return bytes
    }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

    /// Whether a text is a name without colon, and one that a blank node's label may be.
    static func isName(_ text: String) -> Bool {
        let bytes = Array(text.utf8) + [0, 0, 0, 0]
        guard !text.isEmpty, text.utf8.last != UInt8(ascii: ".") else { return false }
        return bytes.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return false }
            let parser = TurtleParser(text: start, end: text.utf8.count, allowsGraphs: false, base: nil, source: nil)
            var index = 0
            while index < text.utf8.count {
                let length =
                    index > 0 && start[index] == UInt8(ascii: ".") ? 1 : parser.nameLength(index, first: index == 0)
                if length == 0 { return false }
                index += length
            }
            return true
        }
    }
}
