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

    /// What the name of an affix is.
    private enum Role: Int, CaseIterable {
        case namespace, datatype, language
    }

    /// Blank nodes.
    static let blank: UInt16 = 1
    /// IRIs without a namespace of their own.
    static let wholeIRI: UInt16 = 2
    /// Literals without an affix of their own.
    static let wholeLiteral: UInt16 = 3
    /// Plain literals.
    static let plain: UInt16 = Datatype.string.rawValue

    private(set) var affixes: [Affix] = [] {
        didSet { if kinds.count != affixes.count { updateColumns() } }
    }
    /// By affix, its head and tail: what is written a million times.
    private(set) var texts = AffixTexts.Columns()
    /// By affix, whether its terms are literals, and strings with a language: what is asked a million times.
    private(set) var kinds: [UInt8] = []
    static let literalBit: UInt8 = 1
    static let languageBit: UInt8 = 2

    private mutating func updateColumns() {
        if kinds.count > affixes.count {
            kinds.removeLast(kinds.count - affixes.count)
            texts.removeAll(from: affixes.count)
        }
        for affix in affixes[kinds.count...] {
            texts.append(head: affix.head, tail: affix.tail)
            kinds.append(
                (affix.kind == .literal ? AffixTable.literalBit : 0)
                    | (affix.kind == .literal && affix.datatype == .langString ? AffixTable.languageBit : 0))
        }
    }
    /// By role, the names, and the affix of each.
    private var names: [ByteStringTable] = Array(repeating: ByteStringTable(), count: Role.allCases.count)
    private var numbers: [[UInt16]] = Array(repeating: [], count: Role.allCases.count)
    /// Namespaces leave room for datatypes and languages.
    private static let maximumNamespaces = 60_000
    private static let maximum = Int(UInt16.max)

    init() {
        affixes.append(Affix(kind: .iri, head: [], tail: [], name: ""))
        affixes.append(Affix(kind: .blank, head: Array("_:".utf8), tail: [], name: ""))
        affixes.append(Affix(kind: .iri, head: Array("<".utf8), tail: Array(">".utf8), name: ""))
        affixes.append(Affix(kind: .literal, head: [], tail: [], name: "", isWhole: true))
        updateColumns()
        for iri in Datatype.fixed { _ = Array(iri.utf8).withUnsafeBufferPointer { addDatatype($0) } }
    }

    /// How many affixes there are.
    var count: Int { affixes.count }

    subscript(_ affix: UInt16) -> Affix {
        _read { yield affixes[Int(affix)] }
    }

    /// The affix of a namespace, or nil when it has none.
    func namespace(_ name: UnsafeBufferPointer<UInt8>) -> UInt16? { find(name, .namespace) }

    /// The affix of a datatype, or nil when it has none.
    func datatype(_ name: UnsafeBufferPointer<UInt8>) -> UInt16? { find(name, .datatype) }

    /// The affix of a language, or nil when it has none.
    func language(_ name: UnsafeBufferPointer<UInt8>) -> UInt16? { find(name, .language) }

    /// Whether a namespace, datatype or language that has no affix would get one.
    var isFull: Bool { affixes.count >= AffixTable.maximum }

    /// Whether a namespace that has no affix would get none.
    var isFullOfNamespaces: Bool {
        isFull || names[Role.namespace.rawValue].count >= AffixTable.maximumNamespaces
    }

    /// The affix of a namespace, a new one when there is room, else `wholeIRI`.
    mutating func addNamespace(_ name: UnsafeBufferPointer<UInt8>) -> UInt16 {
        if let known = namespace(name) { return known }
        if isFullOfNamespaces { return AffixTable.wholeIRI }
        return add(name, .namespace) {
            Affix(kind: .iri, head: [UInt8(ascii: "<")] + $0, tail: [UInt8(ascii: ">")], name: $1)
        }
    }

    /// The affix of a datatype, a new one when there is room, else `wholeLiteral`.
    mutating func addDatatype(_ name: UnsafeBufferPointer<UInt8>) -> UInt16 {
        if let known = datatype(name) { return known }
        if isFull { return AffixTable.wholeLiteral }
        let number = UInt16(affixes.count)
        return add(name, .datatype) {
            let suffix = Array("\"^^<".utf8) + $0 + [UInt8(ascii: ">")]
            return Affix(
                kind: .literal, head: [UInt8(ascii: "\"")],
                tail: number == AffixTable.plain ? [UInt8(ascii: "\"")] : suffix,
                datatype: Datatype(rawValue: number), name: $1)
        }
    }

    /// The affix of a language tag, a new one when there is room, else `wholeLiteral`.
    mutating func addLanguage(_ name: UnsafeBufferPointer<UInt8>) -> UInt16 {
        if let known = language(name) { return known }
        if isFull { return AffixTable.wholeLiteral }
        return add(name, .language) {
            Affix(
                kind: .literal, head: [UInt8(ascii: "\"")], tail: Array("\"@".utf8) + $0, datatype: .langString,
                name: $1)
        }
    }

    /// Takes out the affixes with this number or a higher one.
    mutating func removeAll(from number: Int) {
        affixes.removeLast(max(0, affixes.count - number))
        for role in Role.allCases.map(\.rawValue) {
            while let last = numbers[role].last, Int(last) >= number { numbers[role].removeLast() }
            names[role].removeAll(from: numbers[role].count)
        }
    }

    private func find(_ name: UnsafeBufferPointer<UInt8>, _ role: Role) -> UInt16? {
        guard let start = name.baseAddress,
            let number = names[role.rawValue].find(start, count: name.count)
        else { return nil }
        return numbers[role.rawValue][number]
    }

    /// No affixes at all, to stand in for a table that is being changed.
    static let empty = AffixTable(affixes: [])

    private init(affixes: [Affix]) { self.affixes = affixes }

    private mutating func add(
        _ name: UnsafeBufferPointer<UInt8>, _ role: Role, _ make: ([UInt8], String) -> Affix
    ) -> UInt16 {
        guard let start = name.baseAddress else { return 0 }
        let number = UInt16(affixes.count)
        affixes.append(make(Array(name), String(decoding: name, as: UTF8.self)))
        _ = names[role.rawValue].add(start, count: name.count)
        numbers[role.rawValue].append(number)
        return number
    }
}

extension AffixTable {
    /// The affixes besides those that every table has, for a file.
    var encoded: [UInt8] {
        var writer = BinaryWriter()
        writer.write(Array(affixes[AffixTable().count...])) { writer, affix in
            writer.write(affix.kind == .iri ? 0 : affix.datatype == .langString ? 2 : 1)
            writer.write(affix.name)
        }
        return writer.bytes
    }

    /// The table of a file; nil when it is damaged.
    init?(encoded bytes: [UInt8]) {
        self.init()
        do throws(DamagedData) {
            var reader = BinaryReader(bytes[...])
            let all = try reader.list { (reader) throws(DamagedData) in (try reader.number(), try reader.text()) }
            for (role, name) in all {
                let before = count
                Array(name.utf8).withUnsafeBufferPointer { name in
                    switch role {
                    case 0: _ = addNamespace(name)
                    case 1: _ = addDatatype(name)
                    default: _ = addLanguage(name)
                    }
                }
                guard count == before + 1 else { return nil }
            }
            guard reader.isAtEnd else { return nil }
        } catch {
            return nil
        }
    }
}
