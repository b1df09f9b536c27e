import RDF

/// What stands before and behind the body of many terms: `<http://example.org/` and `>`, `"` and `"@en`, `"` and
/// `"^^<http://www.w3.org/2001/XMLSchema#integer>`.
///
/// A term is an affix and a body, so that a namespace or datatype is stored once, and telling what a term is takes
/// one look-up. A new namespace or datatype takes a number until there are none left; terms with a later one keep
/// their whole text as their body.
struct AffixTable: Sendable {
    /// What a term with the affix is, and what stands around its body.
    struct Affix: Sendable {
        var kind: TermKind
        var head: [UInt8]
        var tail: [UInt8]
        /// The datatype of literals.
        var datatype: Datatype?
        /// The namespace, the datatype's IRI, or the language tag.
        var name: String
        /// Whether the body is the whole term as N-Triples writes it.
        var isWhole = false
    }

    /// Blank nodes.
    static let blank: UInt16 = 1
    /// IRIs without a namespace of their own.
    static let wholeIRI: UInt16 = 2
    /// Literals without an affix of their own.
    static let wholeLiteral: UInt16 = 3
    /// Plain literals.
    static let plain: UInt16 = Datatype.string.rawValue

    private(set) var affixes: [Affix] = []
    private var namespaces: [[UInt8]: UInt16] = [:]
    private var datatypes: [[UInt8]: UInt16] = [:]
    private var languages: [[UInt8]: UInt16] = [:]
    /// Namespaces leave room for datatypes and languages.
    private static let maximumNamespaces = 60_000
    private static let maximum = Int(UInt16.max)

    init() {
        affixes.append(Affix(kind: .iri, head: [], tail: [], name: ""))
        affixes.append(Affix(kind: .blank, head: Array("_:".utf8), tail: [], name: ""))
        affixes.append(Affix(kind: .iri, head: Array("<".utf8), tail: Array(">".utf8), name: ""))
        affixes.append(Affix(kind: .literal, head: [], tail: [], name: "", isWhole: true))
        for iri in Datatype.fixed { _ = addDatatype(Array(iri.utf8)) }
    }

    subscript(_ affix: UInt16) -> Affix { affixes[Int(affix)] }

    /// The affix of a namespace if it has one.
    func namespace(_ bytes: [UInt8]) -> UInt16? { namespaces[bytes] }

    /// The affix of a datatype if it has one.
    func datatype(_ bytes: [UInt8]) -> UInt16? { datatypes[bytes] }

    /// The affix of a language if it has one.
    func language(_ bytes: [UInt8]) -> UInt16? { languages[bytes] }

    /// The affix of a namespace, a new one when there is room, else `wholeIRI`.
    mutating func addNamespace(_ bytes: [UInt8]) -> UInt16 {
        if let known = namespaces[bytes] { return known }
        guard namespaces.count < AffixTable.maximumNamespaces, affixes.count < AffixTable.maximum else {
            return AffixTable.wholeIRI
        }
        let affix = UInt16(affixes.count)
        affixes.append(
            Affix(
                kind: .iri, head: [UInt8(ascii: "<")] + bytes, tail: [UInt8(ascii: ">")],
                name: String(decoding: bytes, as: UTF8.self)))
        namespaces[bytes] = affix
        return affix
    }

    /// The affix of a datatype, a new one when there is room, else `wholeLiteral`.
    mutating func addDatatype(_ bytes: [UInt8]) -> UInt16 {
        if let known = datatypes[bytes] { return known }
        guard affixes.count < AffixTable.maximum else { return AffixTable.wholeLiteral }
        let affix = UInt16(affixes.count)
        let isString = affix == AffixTable.plain
        affixes.append(
            Affix(
                kind: .literal, head: [UInt8(ascii: "\"")],
                tail: isString ? [UInt8(ascii: "\"")] : Array("\"^^<".utf8) + bytes + [UInt8(ascii: ">")],
                datatype: Datatype(rawValue: affix), name: String(decoding: bytes, as: UTF8.self)))
        datatypes[bytes] = affix
        return affix
    }

    /// The affix of a language tag, a new one when there is room, else `wholeLiteral`.
    mutating func addLanguage(_ bytes: [UInt8]) -> UInt16 {
        if let known = languages[bytes] { return known }
        guard affixes.count < AffixTable.maximum else { return AffixTable.wholeLiteral }
        let affix = UInt16(affixes.count)
        affixes.append(
            Affix(
                kind: .literal, head: [UInt8(ascii: "\"")], tail: Array("\"@".utf8) + bytes, datatype: .langString,
                name: String(decoding: bytes, as: UTF8.self)))
        languages[bytes] = affix
        return affix
    }

    /// The length of an IRI's namespace: up to the last `/` or `#`, else up to the last `:`, else 0.
    static func namespaceLength(_ iri: UnsafeBufferPointer<UInt8>) -> Int {
        var index = iri.count
        while index > 0 {
            let byte = iri[index - 1]
            if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "#") { return index }
            index -= 1
        }
        return (iri.lastIndex(of: UInt8(ascii: ":")) ?? -1) + 1
    }
}
