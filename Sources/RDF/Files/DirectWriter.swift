import Glibc

/// Writes the rest of a large file straight to the disk, past the system's cache of pages.
///
/// A new page of the cache costs more than making the lines that fill it: on a virtual machine each is first fetched from
/// the host, at 400 MB/s for any program. A disk that takes less than that is written through the cache after all, as is
/// a file system that knows no other way (open(2), `O_DIRECT`).
final class DirectWriter {
    /// From so many bytes on a file is large.
    static let threshold = 16 << 20
    private static let capacity = 1 << 20
    /// What addresses, lengths and places of the file must be multiples of.
    private static let alignment = 4096
    /// Bytes a second; a disk below this holds the writer up for longer than the cache would.
    private static let leastSpeed = 800e6
    private static let bytesToJudgeBy = 8 << 20

    private let descriptor: Int32
    private let path: String
    private let buffer: UnsafeMutableRawPointer
    private var count = 0
    /// How many bytes the next write takes: first so many that it ends at a multiple of the alignment.
    private var next: Int
    private var isDirect = false
    private var mayBeDirect = true
    private var directBytes = 0
    private var directSeconds = 0.0

    /// - Parameter offset: where in the file the next byte goes.
    init(descriptor: Int32, offset: Int, path: String) {
        self.descriptor = descriptor
        self.path = path
        buffer = .allocate(byteCount: DirectWriter.capacity, alignment: DirectWriter.alignment)
        next = DirectWriter.capacity - offset % DirectWriter.alignment
    }

    deinit { buffer.deallocate() }

    /// Writes bytes, or keeps them until there are enough.
    func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
        var rest = bytes
        while let start = rest.baseAddress, !rest.isEmpty {
            let taken = min(rest.count, next - count)
            memcpy(buffer + count, start, taken)
            count += taken
            rest = UnsafeRawBufferPointer(rebasing: rest[taken...])
            if count == next { try deliver() }
        }
    }

    /// Writes what is left, which need not fill a block; the descriptor is an ordinary one again.
    func finish() throws(FileError) {
        setDirect(false)
        mayBeDirect = false
        try deliver()
    }

    private func deliver() throws(FileError) {
        let piece = UnsafeRawBufferPointer(start: buffer, count: count)
        count = 0
        guard isDirect else {
            try Descriptor.write(descriptor, piece, path: path)
            // What stands in the file now ends at a whole block.
            next = DirectWriter.capacity
            if mayBeDirect { setDirect(true) }
            return
        }
        let start = DirectWriter.now()
        let written = Glibc.write(descriptor, piece.baseAddress, piece.count)
        directSeconds += DirectWriter.now() - start
        directBytes += max(written, 0)
        let isSlow =
            directBytes >= DirectWriter.bytesToJudgeBy
            && Double(directBytes) < directSeconds * DirectWriter.leastSpeed
        guard written == piece.count, !isSlow else {
            // An error that is not about the way comes back from the ordinary write.
            setDirect(false)
            mayBeDirect = false
            return try Descriptor.write(
                descriptor, UnsafeRawBufferPointer(rebasing: piece[max(written, 0)...]), path: path)
        }
    }

    private func setDirect(_ value: Bool) {
        guard value != isDirect else { return }
        let flags = fcntl(descriptor, F_GETFL)
        let changed = value ? flags | DirectWriter.flag : flags & ~DirectWriter.flag
        mayBeDirect = flags >= 0 && fcntl(descriptor, F_SETFL, changed) == 0
        if mayBeDirect { isDirect = value }
    }

    /// `O_DIRECT`, which glibc shows only to GNU sources.
    private static var flag: Int32 {
        #if arch(arm64) || arch(arm)
            0o200000
        #else
            0o40000
        #endif
    }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}
