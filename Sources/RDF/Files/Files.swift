import Glibc

/// Reading and writing whole files, and looking at folders.
public enum Files {
    /// What stands at a path.
    public enum Kind: Hashable, Sendable {
        case file, directory, missing
        /// A pipe, terminal or device.
        case special
    }

    /// What stands at a path; links are followed.
    public static func kind(_ path: String) -> Kind {
        var status = stat()
        guard stat(path, &status) == 0 else { return .missing }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .directory
        default: return .special
        }
    }

    /// The bytes of a file, as they stand.
    ///
    /// - Throws: `FileError` when it is missing, a folder, or unreadable.
    public static func read(_ path: String) throws(FileError) -> [UInt8] {
        try readAll(InputFile(raw: path))
    }

    /// The bytes of a file; of one named `.gz`, the decompressed bytes.
    ///
    /// - Throws: `FileError` when it is missing, a folder, unreadable, or damaged gzip.
    public static func readDecompressed(_ path: String) throws(FileError) -> [UInt8] {
        try readAll(InputFile(path))
    }

    /// All of standard input.
    public static func readStandardInput() throws(FileError) -> [UInt8] {
        try readAll(InputFile(descriptor: STDIN_FILENO, path: "standard input"))
    }

    /// Writes a file whole or not at all: to a temporary file beside it, then a rename. A path ending in `.gz` is
    /// compressed.
    ///
    /// - Throws: `FileError`; what stood at the path before is still there.
    public static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
        let output = try Output(path: path)
        output.write(bytes)
        try output.close()
    }

    /// The names in a folder in the order of their bytes, without `.` and `..`.
    ///
    /// - Throws: `FileError` when it is missing, not a folder, or unreadable.
    public static func names(inDirectory path: String) throws(FileError) -> [String] {
        guard let directory = opendir(path) else { throw FileError(path: path, action: .read) }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private static func readAll(_ input: InputFile) throws(FileError) -> [UInt8] {
        var bytes: [UInt8] = []
        var capacity = max(input.sizeHint + 1, 1 << 16)
        while true {
            var failure: FileError?
            let chunk = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
                do throws(FileError) {
                    count = try input.read(into: UnsafeMutableRawBufferPointer(buffer))
                } catch {
                    failure = error
                }
            }
            if let failure { throw failure }
            if chunk.isEmpty { return bytes }
            if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
            capacity = max(1 << 16, min(bytes.count, 1 << 24))
        }
    }
}
