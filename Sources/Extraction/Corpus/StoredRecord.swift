import RDF

/// A record with the number that stands for its report while it is there.
struct NumberedRecord: Sendable {
    var number: Int
    var record: ReportRecord
    /// The local entities that claims refer to.
    var referredTo: Set<Int>

    init(number: Int, record: ReportRecord) {
        self.number = number
        self.record = record
        referredTo = record.referredTo
    }

    init(number: Int, _ prepared: PreparedRecord) {
        self.number = number
        record = prepared.corrected
        referredTo = prepared.referredTo
    }
}

/// A record as bytes, with what is asked of it most.
public struct StoredRecord: Hashable, Sendable {
    /// Which report it is of.
    public var key: ReportKey
    /// How many sentences the report has.
    public var sentenceCount: Int
    /// The record, encoded.
    public var bytes: [UInt8]

    /// A record's stored form.
    public init(_ record: ReportRecord) {
        key = ReportKey(hash: record.hash, source: record.source)
        sentenceCount = record.sentenceCount
        bytes = record.encoded
    }

    private init(key: ReportKey, sentenceCount: Int, bytes: [UInt8]) {
        self.key = key
        self.sentenceCount = sentenceCount
        self.bytes = bytes
    }

    /// Records as bytes.
    public static func encode(_ records: [StoredRecord]) -> [UInt8] {
        var writer = BinaryWriter()
        writer.write(records) { writer, record in
            writer.write(record.key.hash)
            writer.write(record.key.source)
            writer.write(record.sentenceCount)
            writer.write(record.bytes)
        }
        return writer.bytes
    }

    /// The records of some bytes.
    ///
    /// - Throws: `DamagedData` when they are not what `encode` gives.
    public static func list(encoded bytes: [UInt8]) throws(DamagedData) -> [StoredRecord] {
        var reader = BinaryReader(bytes[...])
        return try reader.list { (reader) throws(DamagedData) in
            StoredRecord(
                key: ReportKey(hash: try reader.text(), source: try reader.text()),
                sentenceCount: try reader.number(), bytes: Array(try reader.piece()))
        }
    }

    /// The record; nil when the bytes are damaged.
    public var record: ReportRecord? { try? ReportRecord(encoded: bytes[...]) }
}

/// A record with all that linking asks of it and that it tells alone, so that several threads can work it out.
public struct PreparedRecord: Sendable {
    /// The record as it was read.
    public let stored: StoredRecord
    /// The record with the corrections applied.
    let corrected: ReportRecord
    /// The corrections that were in force.
    let corrections: Corrections
    /// By local entity, the group that it belongs to.
    let groups: [GroupKey]
    /// The local entities that claims refer to.
    let referredTo: Set<Int>

    /// A record made ready; nil when its bytes are damaged.
    public init?(_ stored: StoredRecord, _ corrections: Corrections) {
        guard let record = stored.record else { return nil }
        self.stored = stored
        self.corrections = corrections
        corrected = corrections.applied(to: record)
        groups = corrected.entities.map { [corrected] in GroupKey($0, of: corrected) }
        referredTo = corrected.referredTo
    }
}
