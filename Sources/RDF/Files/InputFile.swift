import Glibc

/// A file read from its beginning to its end, decompressed when its name ends in `.gz`.
public final class InputFile {
    /// The path as the user gave it.
    public let path: String
    private let descriptor: Int32
    private let closesDescriptor: Bool
    private let inflater: Inflater?

    /// Opens a file; one whose name ends in `.gz` is decompressed.
    ///
    /// - Throws: `FileError` when it is missing, a folder, or unreadable.
    public convenience init(_ path: String) throws(FileError) {
        try self.init(path, decompressing: Files.isGzipName(path))
    }

    /// Opens a file whose bytes are wanted as they stand.
    ///
    /// - Throws: `FileError` when it is missing, a folder, or unreadable.
    public convenience init(raw path: String) throws(FileError) {
        try self.init(path, decompressing: false)
    }

    /// Reads from a descriptor that somebody else closes.
    public init(descriptor: Int32, path: String) {
        self.path = path
        self.descriptor = descriptor
        self.closesDescriptor = false
        self.inflater = nil
    }

    private init(_ path: String, decompressing: Bool) throws(FileError) {
        self.path = path
        self.descriptor = try Descriptor.openForReading(path)
        self.closesDescriptor = true
        self.inflater = decompressing ? Inflater() : nil
    }

    deinit {
        if closesDescriptor { close(descriptor) }
    }

    /// How many bytes are to come, where the system knows; 0 where it does not.
    public var sizeHint: Int {
        var status = stat()
        guard inflater == nil, fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return 0 }
        return Int(status.st_size)
    }

    /// Reads some bytes, at least one unless the end is reached; 0 at the end.
    ///
    /// - Throws: `FileError` when reading fails, or the gzip data are damaged or cut off.
    public func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
        guard !buffer.isEmpty else { return 0 }
        guard let inflater else {
            return try Descriptor.read(descriptor, into: buffer, path: path)
        }
        while true {
            if inflater.needsInput {
                let count = try Descriptor.read(descriptor, into: inflater.inputBuffer, path: path)
                if count == 0 {
                    guard inflater.isComplete else { throw damaged }
                    return 0
                }
                inflater.supply(count)
            }
            guard let count = inflater.inflate(into: buffer) else { throw damaged }
            if count > 0 { return count }
        }
    }

    private var damaged: FileError { FileError(path: path, action: .read, reason: .damagedGzip) }
}

extension Files {
    /// Whether a path's name asks for gzip.
    public static func isGzipName(_ path: String) -> Bool {
        path.utf8.count > 3 && path.lowercased().hasSuffix(".gz")
    }
}
