import Glibc

/// Why a file of sections cannot be opened.
public enum SectionFileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// It cannot be read.
    case file(FileError)
    /// It is another kind of file.
    case foreign(path: String)
    /// It was written by a later version of the program.
    case newer(path: String, version: Int)
    /// It is cut off, or some of its bytes are not those that were written.
    case damaged(path: String)

    /// What is wrong, for people.
    public var description: String {
        switch self {
        case .file(let error): "\(error)"
        case .foreign(let path): "\(path) is no graph that tercet saved"
        case .newer(let path, let version):
            "\(path) was saved by a later tercet (format \(version)); open it with that one and export it as N-Triples"
        case .damaged(let path):
            "\(path) is cut off or was altered: its checksums do not match, and nothing of it was loaded\n"
                + "  read the reports again and save it anew"
        }
    }
}

/// Named sections of bytes in one file, with a version and a checksum for each.
///
/// ```
/// mark (8 bytes) · version (8) · sections, each from a multiple of 64 on · table · table's place (8), length (8), checksum (8) · mark
/// ```
/// The table has a line a section: name, place, length, XXH64. Numbers are little-endian. What is cut off has no end mark; what is
/// altered has another checksum.
enum SectionFile {
    static let mark = Array("TERCET\u{1A}\n".utf8)
    static let alignment = 64
    static let headLength = 16
    static let footLength = 32

    static func bytes(_ number: UInt64) -> [UInt8] { (0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) } }

    static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) } }

    struct Entry {
        var place: Int
        var length: Int
        var checksum: UInt64
    }
}

/// Writes a file of sections whole or not at all: to a temporary file, which takes its place when all is on the disk.
public struct SectionWriter {
    private let output: Output
    private var position = SectionFile.headLength
    private var entries: [(name: String, entry: SectionFile.Entry)] = []
    private let stopCondition: () -> Bool
    /// Whether it was stopped: nothing more is written, and what stands at the path stays when the writer goes.
    public private(set) var isStopped = false
    /// So many bytes are written between two looks whether to stop.
    private static let piece = 1 << 20

    /// Begins a file.
    ///
    /// - Parameter stopCondition: says whether to stop, asked every megabyte.
    /// - Throws: `FileError` when it cannot be made.
    public init(
        path: String, version: Int, until stopCondition: @escaping () -> Bool = { false }
    ) throws(FileError) {
        self.stopCondition = stopCondition
        output = try Output(path: path)
        output.write(SectionFile.mark)
        output.write(SectionFile.bytes(UInt64(version)))
    }

    /// Adds a section.
    public mutating func add(_ name: String, _ bytes: UnsafeRawBufferPointer) {
        isStopped = isStopped || stopCondition()
        guard !isStopped else { return }
        let padding = (SectionFile.alignment - position % SectionFile.alignment) % SectionFile.alignment
        output.write([UInt8](repeating: 0, count: padding))
        position += padding
        for start in stride(from: 0, to: bytes.count, by: Self.piece) {
            output.write(UnsafeRawBufferPointer(rebasing: bytes[start..<min(start + Self.piece, bytes.count)]))
            isStopped = stopCondition()
            if isStopped { return }
        }
        entries.append(
            (name, SectionFile.Entry(place: position, length: bytes.count, checksum: Checksum.xxh64(bytes))))
        position += bytes.count
    }

    /// Adds a section of numbers.
    public mutating func add<Value: BitwiseCopyable>(_ name: String, _ values: [Value]) {
        values.withUnsafeBytes { add(name, $0) }
    }

    /// Writes the table and puts the file into its place.
    ///
    /// - Parameter isDurable: whether to wait until the disk has it all.
    /// - Throws: the first error of any write; what stood at the path before is then still there.
    public func close(isDurable: Bool) throws(FileError) {
        var table = BinaryWriter()
        table.write(entries) { writer, entry in
            writer.write(entry.name)
            writer.write(entry.entry.place)
            writer.write(entry.entry.length)
            writer.write(SectionFile.bytes(entry.entry.checksum))
        }
        output.write(table.bytes)
        output.write(SectionFile.bytes(UInt64(position)))
        output.write(SectionFile.bytes(UInt64(table.bytes.count)))
        output.write(SectionFile.bytes(Checksum.xxh64(table.bytes)))
        output.write(SectionFile.mark)
        try output.close(isDurable: isDurable)
    }
}

/// Reads a file of sections; each is checked when it is asked for.
public final class SectionReader {
    /// The path as the user gave it.
    public let path: String
    /// The version of the format.
    public let version: Int
    private let descriptor: Int32
    private var entries: [String: SectionFile.Entry] = [:]

    /// Opens a file and checks its table.
    ///
    /// - Parameter latest: the latest version that can be read.
    /// - Throws: `SectionFileError` when it is no such file, cut off, altered, or of a later version.
    public init(path: String, latest: Int) throws(SectionFileError) {
        self.path = path
        do throws(FileError) {
            descriptor = try Descriptor.openForReading(path)
        } catch {
            throw .file(error)
        }
        var status = stat()
        let size = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
        let head = Self.read(descriptor, at: 0, count: min(size, SectionFile.headLength))
        version = head.count == SectionFile.headLength ? Int(truncatingIfNeeded: SectionFile.number(head[8...])) : 0
        guard head.starts(with: SectionFile.mark) else {
            throw head.isEmpty || !SectionFile.mark.starts(with: head) ? .foreign(path: path) : .damaged(path: path)
        }
        guard (0...latest).contains(version) else { throw .newer(path: path, version: version) }
        guard version > 0, size >= SectionFile.headLength + SectionFile.footLength else { throw .damaged(path: path) }
        let foot = Self.read(descriptor, at: size - SectionFile.footLength, count: SectionFile.footLength)
        guard foot.count == SectionFile.footLength, foot[24...].elementsEqual(SectionFile.mark) else {
            throw .damaged(path: path)
        }
        let place = SectionFile.number(foot[0..<8])
        let length = SectionFile.number(foot[8..<16])
        guard place <= UInt64(size), length <= UInt64(size), Int(place) + Int(length) + SectionFile.footLength == size
        else { throw .damaged(path: path) }
        let table = Self.read(descriptor, at: Int(place), count: Int(length))
        guard table.count == Int(length), Checksum.xxh64(table) == SectionFile.number(foot[16..<24]) else {
            throw .damaged(path: path)
        }
        do throws(DamagedData) {
            var reader = BinaryReader(table[...])
            let all = try reader.list { (reader) throws(DamagedData) in
                (
                    try reader.text(), try reader.number(), try reader.number(),
                    SectionFile.number(try reader.piece())
                )
            }
            // What stands between sections is nothing, so that no byte of the file can be altered without notice.
            var end = SectionFile.headLength
            for (name, place, length, checksum) in all {
                guard place >= end, length >= 0, place <= size, length <= size - place,
                    place - end < SectionFile.alignment,
                    Self.read(descriptor, at: end, count: place - end).allSatisfy({ $0 == 0 })
                else { throw DamagedData() }
                end = place + length
                entries[name] = SectionFile.Entry(place: place, length: length, checksum: checksum)
            }
        } catch {
            throw .damaged(path: path)
        }
    }

    deinit { Glibc.close(descriptor) }

    /// Whether there is a section of a name.
    public func contains(_ name: String) -> Bool { entries[name] != nil }

    /// The numbers of a section.
    ///
    /// - Throws: `SectionFileError.damaged` when it is missing or is not what was written.
    public func values<Value: BitwiseCopyable>(_ name: String, as type: Value.Type = Value.self)
        throws(SectionFileError) -> [Value]
    {
        guard let entry = entries[name], entry.length % MemoryLayout<Value>.stride == 0 else {
            throw .damaged(path: path)
        }
        let count = entry.length / MemoryLayout<Value>.stride
        var isWhole = true
        let values = [Value](unsafeUninitializedCapacity: count) { buffer, initialized in
            let bytes = UnsafeMutableRawBufferPointer(buffer)
            isWhole = Self.fill(bytes, descriptor, at: entry.place)
            isWhole = isWhole && Checksum.xxh64(UnsafeRawBufferPointer(bytes)) == entry.checksum
            initialized = isWhole ? count : 0
        }
        guard isWhole else { throw .damaged(path: path) }
        return values
    }

    private static func read(_ descriptor: Int32, at place: Int, count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            initialized = fill(UnsafeMutableRawBufferPointer(buffer), descriptor, at: place) ? count : 0
        }
    }

    private static func fill(_ bytes: UnsafeMutableRawBufferPointer, _ descriptor: Int32, at place: Int) -> Bool {
        var done = 0
        while done < bytes.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: bytes[done...])
            let count = pread(descriptor, rest.baseAddress, min(rest.count, 1 << 30), off_t(place + done))
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            done += count
        }
        return true
    }
}
