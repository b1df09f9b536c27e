import RDF

/// Records as bytes: one form for the cache of analyses and for saved graphs.
///
/// Fields stand in the order of their declaration; enumerations are written by name, so that a new case moves none.
extension ReportRecord {
    /// The record as bytes.
    public var encoded: [UInt8] {
        var writer = BinaryWriter()
        encode(to: &writer)
        return writer.bytes
    }

    /// The record of some bytes.
    ///
    /// - Throws: `DamagedData` when they are not what `encoded` gives.
    public init(encoded bytes: ArraySlice<UInt8>) throws(DamagedData) {
        var reader = BinaryReader(bytes)
        try self.init(from: &reader)
        guard reader.isAtEnd else { throw DamagedData() }
    }

    private func encode(to writer: inout BinaryWriter) {
        writer.write(hash)
        writer.write(source)
        writer.write(optional: title) { $0.write($1) }
        writer.write(optional: date) { $0.write($1) }
        writer.write(sentenceCount)
        writer.write(sentences) { writer, sentence in
            writer.write(sentence.range)
            writer.write(sentence.text)
        }
        writer.write(entities) { writer, entity in entity.encode(to: &writer) }
        writer.write(claims) { writer, claim in claim.encode(to: &writer) }
    }

    private init(from reader: inout BinaryReader) throws(DamagedData) {
        let hash = try reader.text()
        let source = try reader.text()
        let title = try reader.optional { (reader) throws(DamagedData) in try reader.text() }
        let date = try reader.optional { (reader) throws(DamagedData) in try reader.text() }
        let sentenceCount = try reader.number()
        let sentences = try reader.list { (reader) throws(DamagedData) in
            SentenceRecord(range: try reader.range(), text: try reader.text())
        }
        let entities = try reader.list { (reader) throws(DamagedData) in try LocalEntity(from: &reader) }
        let claims = try reader.list { (reader) throws(DamagedData) in try ClaimRecord(from: &reader) }
        self.init(
            hash: hash, source: source, title: title, date: date, sentences: sentences, entities: entities,
            claims: claims, sentenceCount: sentenceCount)
        guard hasValidIndices else { throw DamagedData() }
    }

    /// Whether every index leads somewhere.
    private var hasValidIndices: Bool {
        claims.allSatisfy { claim in
            var used = claim.attribution + claim.qualifiers.compactMap(\.entity)
            if let subject = claim.subject { used.append(subject) }
            switch claim.object {
            case .entity(let entity): used.append(entity)
            case .quantity(_, let entity?): used.append(entity)
            case .quantity, .text, .none: break
            }
            return sentences.indices.contains(claim.sentence) && used.allSatisfy(entities.indices.contains)
        }
    }
}

extension LocalEntity {
    fileprivate func encode(to writer: inout BinaryWriter) {
        writer.write(kind.rawValue)
        writer.write(type)
        writer.write(isTypeSure)
        writer.write(optional: canonicalName) { $0.write($1) }
        writer.write(label)
        writer.write(names) { $0.write($1) }
        writer.write(surfaceForms) { $0.write($1) }
        writer.write(titles) { $0.write($1) }
        writer.write(optional: setting) { $0.write($1) }
        writer.write(isGeneric)
        writer.write(begin)
        writer.write(end)
    }

    fileprivate init(from reader: inout BinaryReader) throws(DamagedData) {
        self.init(
            kind: try reader.named(), type: try reader.text(), isTypeSure: try reader.flag(),
            canonicalName: try reader.optional { (reader) throws(DamagedData) in try reader.text() },
            label: try reader.text(), names: try reader.texts(), surfaceForms: try reader.texts(),
            titles: try reader.texts(),
            setting: try reader.optional { (reader) throws(DamagedData) in try reader.text() },
            isGeneric: try reader.flag(), begin: try reader.number(),
            end: try reader.number())
    }
}

extension ClaimRecord {
    fileprivate func encode(to writer: inout BinaryWriter) {
        writer.write(id)
        writer.write(sentence)
        writer.write(range)
        writer.write(relation)
        writer.write(isNamed)
        writer.write(surface)
        writer.write(optional: subject) { $0.write($1) }
        object.encode(to: &writer)
        writer.write(polarity.rawValue)
        writer.write(certainty.rawValue)
        writer.write(tense.rawValue)
        writer.write(attribution) { $0.write($1) }
        writer.write(qualifiers) { writer, qualifier in
            writer.write(qualifier.kind.code)
            writer.write(optional: qualifier.entity) { $0.write($1) }
            writer.write(qualifier.text)
        }
        writer.write(contents) { $0.write($1) }
        writer.write(isFact)
    }

    fileprivate init(from reader: inout BinaryReader) throws(DamagedData) {
        self.init(
            id: try reader.text(), sentence: try reader.number(), range: try reader.range(),
            relation: try reader.text(), isNamed: try reader.flag(), surface: try reader.text(),
            subject: try reader.optional { (reader) throws(DamagedData) in try reader.number() },
            object: try ObjectRecord(from: &reader), polarity: try reader.named(), certainty: try reader.named(),
            tense: try reader.named(),
            attribution: try reader.list { (reader) throws(DamagedData) in try reader.number() },
            qualifiers: try reader.list { (reader) throws(DamagedData) in
                QualifierRecord(
                    kind: Qualifier.Kind(code: try reader.text()),
                    entity: try reader.optional { (reader) throws(DamagedData) in try reader.number() },
                    text: try reader.text())
            },
            contents: try reader.list { (reader) throws(DamagedData) in try reader.number() },
            isFact: try reader.flag())
    }
}

extension ObjectRecord {
    fileprivate func encode(to writer: inout BinaryWriter) {
        switch self {
        case .none: writer.write(0)
        case .entity(let entity):
            writer.write(1)
            writer.write(entity)
        case .quantity(let quantity, let counted):
            writer.write(2)
            writer.write(quantity.value)
            writer.write(optional: quantity.upperValue) { $0.write($1) }
            writer.write(optional: quantity.bound) { $0.write($1.rawValue) }
            writer.write(optional: quantity.unit) { $0.write($1) }
            writer.write(optional: quantity.quantityOf) { $0.write($1) }
            writer.write(optional: counted) { $0.write($1) }
        case .text(let text):
            writer.write(3)
            writer.write(text)
        }
    }

    fileprivate init(from reader: inout BinaryReader) throws(DamagedData) {
        switch try reader.number() {
        case 0: self = .none
        case 1: self = .entity(try reader.number())
        case 2:
            let quantity = Quantity(
                value: try reader.text(),
                upperValue: try reader.optional { (reader) throws(DamagedData) in try reader.text() },
                bound: try reader.optional { (reader) throws(DamagedData) in try reader.named() },
                unit: try reader.optional { (reader) throws(DamagedData) in try reader.text() },
                quantityOf: try reader.optional { (reader) throws(DamagedData) in try reader.text() })
            self = .quantity(quantity, try reader.optional { (reader) throws(DamagedData) in try reader.number() })
        case 3: self = .text(try reader.text())
        default: throw DamagedData()
        }
    }
}

extension Qualifier.Kind {
    private static let fixed: [(kind: Qualifier.Kind, name: String)] = [
        (.date, "date"), (.place, "place"), (.topic, "topic"), (.recipient, "recipient"), (.instrument, "instrument"),
        (.reason, "reason"),
    ]

    /// Its name in English: the preposition where the model has no word for it.
    package var name: String {
        if case .other(let preposition) = self { return preposition }
        return Self.fixed.first { $0.kind == self }?.name ?? ""
    }

    /// A preposition has a space before it, so that it is none of the fixed names.
    fileprivate var code: String {
        if case .other = self { return " " + name }
        return name
    }

    fileprivate init(code: String) {
        self = Self.fixed.first { $0.name == code }?.kind ?? .other(String(code.dropFirst()))
    }
}

extension BinaryWriter {
    fileprivate mutating func write(_ range: Range<Int>) {
        write(range.lowerBound)
        write(range.upperBound)
    }
}

extension BinaryReader {
    fileprivate mutating func texts() throws(DamagedData) -> [String] {
        try list { (reader) throws(DamagedData) in try reader.text() }
    }

    fileprivate mutating func named<Name: RawRepresentable<String>>() throws(DamagedData) -> Name {
        guard let value = Name(rawValue: try text()) else { throw DamagedData() }
        return value
    }
}
