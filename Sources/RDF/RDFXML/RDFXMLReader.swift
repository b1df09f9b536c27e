import CExpat

/// Reads RDF/XML and hands it on as N-Quads. Expat takes the XML apart; nothing is fetched from elsewhere, and entities
/// that would unfold without end are stopped by it.
///
/// Source: RDF 1.1 XML Syntax, section 7.
public final class RDFXMLReader: StatementTranscoder {
    private let bytes: [UInt8]
    private let source: String?
    private let parser: XML_Parser?
    private var offset = 0
    private var isFinished = false
    private static let chunk = 1 << 16
    private var names: [String: XMLName] = [:]
    private static let mostNames = 10_000
    var grammar: RDFXMLGrammar
    /// The first mistake.
    var failure: SyntaxError?

    /// Between the parts of a name that Expat gives; no name and no namespace holds it.
    static let separator = UInt8(ascii: "\n")

    /// Reads a text; `base` is what relative IRIs are resolved against, `source` stands in errors.
    public init(_ bytes: [UInt8], base: String?, source: String?) {
        self.bytes = bytes
        self.source = source
        grammar = RDFXMLGrammar(base: base)
        parser = XML_ParserCreateNS(nil, XML_Char(RDFXMLReader.separator))
        guard let parser else { return }
        XML_SetReturnNSTriplet(parser, 1)
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser, { RDFXMLReader.from($0)?.begin($1, $2) }, { data, _ in RDFXMLReader.from(data)?.end() })
        XML_SetCharacterDataHandler(parser) { data, text, count in
            RDFXMLReader.from(data)?.characters(text, Int(count))
        }
        XML_SetCommentHandler(parser) { data, text in
            guard let text else { return }
            RDFXMLReader.from(data)?.grammar.comment(String(cString: text))
        }
        XML_SetProcessingInstructionHandler(parser) { data, target, text in
            guard let target else { return }
            RDFXMLReader.from(data)?.grammar.instruction(
                String(cString: target), text.map { String(cString: $0) } ?? "")
        }
    }

    deinit { if let parser { XML_ParserFree(parser) } }

    private static func from(_ data: UnsafeMutableRawPointer?) -> RDFXMLReader? {
        data.map { Unmanaged<RDFXMLReader>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Appends lines of N-Quads; false at the end.
    ///
    /// - Throws: `InputError.syntax` at a mistake; nothing can be read behind it.
    public func transcode(into lines: inout [UInt8]) throws(InputError) -> Bool {
        guard !isFinished, let parser else { return false }
        while grammar.output.isEmpty, !isFinished {
            let count = min(RDFXMLReader.chunk, bytes.count - offset)
            let isLast = offset + count == bytes.count
            let status = bytes[offset..<(offset + count)].withUnsafeBytes { piece in
                XML_Parse(
                    parser, piece.baseAddress?.assumingMemoryBound(to: XML_Char.self), Int32(count), isLast ? 1 : 0)
            }
            if status == XML_STATUS_ERROR {
                isFinished = true
                throw .syntax(failure ?? self.error(reason))
            }
            offset += count
            isFinished = isLast
        }
        lines += grammar.output
        grammar.output.removeAll(keepingCapacity: true)
        return true
    }

    /// What Expat found wrong.
    private var reason: String {
        let code = XML_GetErrorCode(parser)
        return "the XML is not well formed: " + (XML_ErrorString(code).map { String(cString: $0) } ?? "error")
    }

    /// An error at the place where Expat is.
    private func error(_ message: String, hint: String? = nil) -> SyntaxError {
        var place = max(0, min(bytes.count, Int(XML_GetCurrentByteIndex(parser))))
        while place > 0, place < bytes.count, bytes[place] & 0xC0 == 0x80 { place -= 1 }
        return bytes.withUnsafeBufferPointer {
            TextPlace(text: $0).error(message, place..<place, source: source, hint: hint)
        }
    }

    private func fail(_ mistake: RDFXMLGrammar.Mistake) {
        if failure == nil { failure = error(mistake.message, hint: mistake.hint) }
        XML_StopParser(parser, XML_Bool(0))
    }

    // MARK: Events

    private func begin(_ name: UnsafePointer<XML_Char>?, _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?)
    {
        guard failure == nil, let name else { return }
        var list: [(name: XMLName, value: String)] = []
        var index = 0
        while let attributes, let key = attributes[index], let value = attributes[index + 1] {
            list.append((self.name(key), String(cString: value)))
            index += 2
        }
        do throws(RDFXMLGrammar.Mistake) {
            try grammar.begin(self.name(name), list)
        } catch {
            fail(error)
        }
    }

    /// The name that Expat gives; a document has few, and each many times.
    private func name(_ text: UnsafePointer<XML_Char>) -> XMLName {
        let text = String(cString: text)
        if let known = names[text] { return known }
        let name = XMLName(text)
        if names.count < RDFXMLReader.mostNames { names[text] = name }
        return name
    }

    private func end() {
        guard failure == nil else { return }
        do throws(RDFXMLGrammar.Mistake) { try grammar.end() } catch { fail(error) }
    }

    private func characters(_ text: UnsafePointer<XML_Char>?, _ count: Int) {
        guard failure == nil, let text else { return }
        let bytes = UnsafeRawBufferPointer(start: text, count: count)
        do throws(RDFXMLGrammar.Mistake) { try grammar.characters(bytes) } catch { fail(error) }
    }
}

/// A name of XML with its namespace.
struct XMLName: Sendable {
    let namespace: String
    let local: String
    let prefix: String
    /// The name as an IRI in N-Triples.
    let bracketed: [UInt8]
    /// Whether the namespace is RDF's.
    let isOfRDF: Bool

    /// The name of `namespace⏎local⏎prefix`, as Expat gives it, or of `local`.
    init(_ text: String) {
        let parts = text.utf8.split(separator: RDFXMLReader.separator, omittingEmptySubsequences: false)
        if parts.count > 1 {
            self.init(
                namespace: String(parts[0]) ?? "", local: String(parts[1]) ?? "",
                prefix: parts.count > 2 ? String(parts[2]) ?? "" : "")
        } else {
            self.init(namespace: "", local: text, prefix: "")
        }
    }

    /// A name from its parts.
    init(namespace: String, local: String, prefix: String) {
        self.namespace = namespace
        self.local = local
        self.prefix = prefix
        bracketed = RDFXMLGrammar.bracketed(namespace + local)
        isOfRDF = namespace == RDFVocabulary.namespace
    }

    /// Whether it is a name of RDF's own.
    func isRDF(_ name: String) -> Bool { isOfRDF && local == name }

    /// As it is written.
    var qualified: String { prefix.isEmpty ? local : prefix + ":" + local }
}
