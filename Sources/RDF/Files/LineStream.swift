import Glibc

/// Lines of a stream, one after the other, in memory that does not grow with it.
public struct LineStream {
    private let input: InputFile
    private var buffer: [UInt8] = []
    private var position = 0
    private var isAtEnd = false
    private let piece: UnsafeMutableRawBufferPointer

    private let descriptor: Int32

    /// The lines of what a descriptor gives; `name` stands in errors ("standard input").
    public init(descriptor: Int32, name: String) {
        self.descriptor = descriptor
        input = InputFile(descriptor: descriptor, path: name)
        // Lives as long as the process: one stream is read in a run.
        piece = .allocate(byteCount: 1 << 16, alignment: 16)
    }

    /// Whether there is something to read without waiting for it.
    public var isReady: Bool {
        if buffer[position...].contains(0x0A) { return true }
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&waiting, 1, 0) > 0
    }

    /// The next line without its end; nil when there is none.
    ///
    /// - Throws: `FileError` when reading fails.
    public mutating func next() throws(FileError) -> [UInt8]? {
        var searched = position
        while true {
            if let end = buffer[searched...].firstIndex(of: 0x0A) {
                var line = Array(buffer[position..<end])
                if line.last == 0x0D { line.removeLast() }
                position = end + 1
                if position > 1 << 16 {
                    buffer.removeFirst(position)
                    position = 0
                }
                return line
            }
            searched = buffer.count
            if isAtEnd {
                guard position < buffer.count else { return nil }
                defer { position = buffer.count }
                return Array(buffer[position...])
            }
            let count = try input.read(into: piece)
            if count == 0 { isAtEnd = true }
            buffer.append(contentsOf: UnsafeRawBufferPointer(rebasing: piece[..<count]))
        }
    }
}
