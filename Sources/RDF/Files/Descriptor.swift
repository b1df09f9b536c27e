import Glibc

/// Calls on file descriptors that are begun again when a signal interrupts them.
enum Descriptor {
    /// Opens a file for reading; a folder is an error at once.
    static func openForReading(_ path: String) throws(FileError) -> Int32 {
        let descriptor = retrying { open(path, O_RDONLY | O_CLOEXEC) }
        guard descriptor >= 0 else { throw FileError(path: path, action: .read) }
        var status = stat()
        if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
            close(descriptor)
            throw FileError(path: path, action: .read, reason: .isDirectory)
        }
        return descriptor
    }

    /// Reads up to the buffer's size; 0 at the end.
    static func read(
        _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer, path: String
    ) throws(FileError) -> Int {
        let count = retrying { Glibc.read(descriptor, buffer.baseAddress, buffer.count) }
        guard count >= 0 else { throw FileError(path: path, action: .read) }
        return count
    }

    /// Writes all bytes.
    static func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer, path: String) throws(FileError) {
        var rest = bytes
        while !rest.isEmpty {
            let count = retrying { Glibc.write(descriptor, rest.baseAddress, rest.count) }
            if count < 0, errno == EAGAIN {
                var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                poll(&waiting, 1, 1000)
                continue
            }
            guard count >= 0 else { throw FileError(path: path, action: .write) }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
    }

    /// Writes bytes, unless it is stopped while whoever reads takes nothing.
    ///
    /// - Returns: whether it was stopped.
    static func write(
        _ descriptor: Int32, _ bytes: UnsafeRawBufferPointer, path: String, isStopped: () -> Bool
    ) throws(FileError) -> Bool {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFREG else {
            try write(descriptor, bytes, path: path)
            return false
        }
        var rest = bytes
        while !rest.isEmpty {
            var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            guard poll(&waiting, 1, 20) > 0 else {
                if isStopped() { return true }
                continue
            }
            // A pipe that takes something takes so much.
            let piece = UnsafeRawBufferPointer(rebasing: rest.prefix(Int(PIPE_BUF)))
            try write(descriptor, piece, path: path)
            rest = UnsafeRawBufferPointer(rebasing: rest[piece.count...])
        }
        return false
    }

    private static func retrying<Result: SignedInteger>(_ call: () -> Result) -> Result {
        while true {
            let result = call()
            if result >= 0 || errno != EINTR { return result }
        }
    }
}
