import Glibc

/// Bytes on their way to a descriptor, a file or memory, gathered in one buffer.
///
/// Writing does not throw: the first error is kept, what follows is dropped, and `flush` and `close` throw it. Work
/// that produces much output looks at `hasFailed` now and then and stops.
public final class Output {
    private enum Destination {
        case memory
        case descriptor(Int32)
        /// A temporary file that takes the place of the path when closed.
        case replacement(Int32, temporary: String, target: String)
        /// A pipe or device that was opened here.
        case opened(Int32)
    }

    private static let capacity = 1 << 16
    private let path: String
    private var destination: Destination
    private var buffer: [UInt8] = []
    private var failure: FileError?
    private var deflater: Deflater?
    /// Takes over when a file that replaces another becomes large.
    private var directWriter: DirectWriter?
    private var fileBytes = 0
    /// Says whether the work that writes here is to stop, told how many bytes it keeps in memory; see `write(until:)`.
    private var stopCondition: ((Int) -> Bool)?
    private var isStopped = false
    private var bytesSinceLook = 0

    /// Bytes kept in memory, to be fetched with `bytes`.
    public init() {
        path = "memory"
        destination = .memory
    }

    /// Bytes written to a descriptor that somebody else closes; `name` stands in errors ("standard output").
    public init(descriptor: Int32, name: String) {
        path = name
        destination = .descriptor(descriptor)
        buffer.reserveCapacity(Output.capacity)
    }

    /// A file that is written whole or not at all: it takes its place at `close`. A name ending in `.gz` is compressed.
    /// A pipe or device at the path is written as it comes.
    ///
    /// - Throws: `FileError` when it cannot be made.
    public init(path: String) throws(FileError) {
        self.path = path
        switch Files.kind(path) {
        case .directory:
            throw FileError(path: path, action: .write, reason: .isDirectory)
        case .special:
            let descriptor = open(path, O_WRONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw FileError(path: path, action: .write) }
            destination = .opened(descriptor)
        case .file, .missing:
            destination = try Output.makeReplacement(of: path)
        }
        if Files.isGzipName(path) { deflater = Deflater() }
        buffer.reserveCapacity(Output.capacity)
    }

    deinit {
        // Not closed, so something failed before the end: what stood at the path stays.
        switch destination {
        case .memory, .descriptor: break
        case .opened(let descriptor): Glibc.close(descriptor)
        case .replacement(let descriptor, let temporary, _):
            Glibc.close(descriptor)
            unlink(temporary)
        }
    }

    /// Standard output.
    public static func standardOutput() -> Output { Output(descriptor: STDOUT_FILENO, name: "standard output") }

    /// Standard error.
    public static func standardError() -> Output { Output(descriptor: STDERR_FILENO, name: "standard error") }

    /// Whether something could not be written, or the work was stopped; what is written after that is dropped.
    public var hasFailed: Bool { failure != nil || isStopped }

    /// Has work done that writes here, and stops it when a condition holds: what it writes from then on is dropped, and
    /// `hasFailed` is true until it is done. A reader who takes nothing holds nobody up who is to stop.
    ///
    /// - Parameter condition: asked every 64 KB and by `mayGoOn`, with the bytes that are kept in memory for the work.
    package func write<Problem: Error>(
        until condition: @escaping (_ bytes: Int) -> Bool, _ work: () throws(Problem) -> Void
    ) throws(Problem) {
        let outer = stopCondition
        stopCondition = condition
        defer {
            // What is left goes out while there is still somebody to stop it.
            spill()
            stopCondition = outer
            if isStopped, !isMemory { buffer.removeAll(keepingCapacity: true) }
            isStopped = false
        }
        try work()
    }

    /// Whether work that has not written for a while may go on; it keeps so many bytes besides what was written to memory.
    package func mayGoOn(holding bytes: Int = 0) -> Bool {
        bytesSinceLook = 0
        if let stopCondition, !isStopped { isStopped = stopCondition(bytes + (isMemory ? buffer.count : 0)) }
        return !hasFailed
    }

    /// The bytes written so far, for an output to memory.
    public var bytes: [UInt8] { buffer }

    /// The bytes written so far as text, for an output to memory.
    public var text: String { String(decoding: buffer, as: UTF8.self) }

    /// Writes text as UTF-8.
    public func write(_ text: String) {
        var text = text
        text.withUTF8 { write(UnsafeRawBufferPointer($0)) }
    }

    /// Writes bytes.
    public func write(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { write($0) }
    }

    /// Writes one byte.
    public func write(byte: UInt8) {
        buffer.append(byte)
        if buffer.count >= Output.capacity { spill() }
    }

    /// Writes bytes.
    public func write(_ bytes: UnsafeRawBufferPointer) {
        guard !hasFailed else { return }
        bytesSinceLook += bytes.count
        if bytesSinceLook >= Output.capacity, !mayGoOn() { return }
        if buffer.count + bytes.count > Output.capacity { spill() }
        if bytes.count >= Output.capacity, !isMemory {
            deliver(bytes)
        } else {
            buffer.append(contentsOf: bytes)
        }
    }

    /// Writes out what is buffered. Compressed output stays with the compressor until `close`.
    ///
    /// - Throws: the first error of any write.
    public func flush() throws(FileError) {
        spill()
        if let failure { throw failure }
    }

    /// Writes out the rest and closes; a file takes its place. Nothing may be written afterwards.
    ///
    /// - Parameter isDurable: whether a file is on the disk, and not only on its way there, when it takes its place.
    /// - Throws: the first error of any write; a file that stood at the path before is then still there.
    public func close(isDurable: Bool = false) throws(FileError) {
        spill()
        if failure == nil, deflater != nil { deliver(UnsafeRawBufferPointer(start: nil, count: 0), finishing: true) }
        if let failure { throw failure }
        try directWriter?.finish()
        switch destination {
        case .memory, .descriptor:
            break
        case .opened(let descriptor):
            destination = .memory
            guard Glibc.close(descriptor) == 0 else { throw FileError(path: path, action: .write) }
        case .replacement(let descriptor, let temporary, let target):
            destination = .memory
            let isWritten = !isDurable || fsync(descriptor) == 0
            guard Glibc.close(descriptor) == 0, isWritten, rename(temporary, target) == 0 else {
                let error = FileError(path: path, action: .write)
                unlink(temporary)
                throw error
            }
            if isDurable { Output.synchronizeFolder(of: target) }
        }
    }

    private var isMemory: Bool {
        if case .memory = destination { true } else { false }
    }

    private func spill() {
        guard !isMemory else { return }
        buffer.withUnsafeBytes { deliver($0) }
        buffer.removeAll(keepingCapacity: true)
    }

    private func deliver(_ bytes: UnsafeRawBufferPointer, finishing: Bool = false) {
        guard !hasFailed else { return }
        let descriptor: Int32
        switch destination {
        case .memory: return
        case .descriptor(let target), .opened(let target), .replacement(let target, _, _): descriptor = target
        }
        do throws(FileError) {
            if let deflater {
                let path = path
                try deflater.deflate(bytes, finishing: finishing) { (piece) throws(FileError) in
                    try Descriptor.write(descriptor, piece, path: path)
                }
            } else if try deliverToLargeFile(bytes) {
                return
            } else {
                guard let stopCondition else { return try Descriptor.write(descriptor, bytes, path: path) }
                isStopped = try Descriptor.write(descriptor, bytes, path: path) { stopCondition(0) }
            }
        } catch {
            failure = error
        }
    }

    /// Whether the bytes went to a file that is large by now.
    private func deliverToLargeFile(_ bytes: UnsafeRawBufferPointer) throws(FileError) -> Bool {
        guard case .replacement(let descriptor, _, _) = destination else { return false }
        if directWriter == nil, fileBytes >= DirectWriter.threshold {
            directWriter = DirectWriter(descriptor: descriptor, offset: fileBytes, path: path)
        }
        fileBytes += bytes.count
        guard let directWriter else { return false }
        try directWriter.write(bytes)
        return true
    }

    /// A rename is on the disk when its folder is.
    private static func synchronizeFolder(of path: String) {
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        Glibc.close(descriptor)
    }

    private static func makeReplacement(of path: String) throws(FileError) -> Destination {
        // A link stays a link: the file that it points to is replaced.
        var target = path
        if let resolved = realpath(path, nil) {
            target = String(cString: resolved)
            free(resolved)
            guard access(target, W_OK) == 0 else { throw FileError(path: path, action: .write) }
        }
        let temporary = "\(target).\(getpid()).part"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw FileError(path: path, action: .write) }
        var status = stat()
        if stat(target, &status) == 0 { fchmod(descriptor, status.st_mode & 0o7777) }
        return .replacement(descriptor, temporary: temporary, target: target)
    }
}
