import Glibc

/// Reads N-Triples or N-Quads statement by statement from memory or a file, in pieces, so that a file of any size
/// takes little memory.
///
/// A byte order mark at the beginning is skipped; lines end in LF, CR LF or CR.
public final class StatementReader {
    /// The language of the statements.
    public enum Syntax: Sendable {
        case nTriples, nQuads
    }

    /// The bytes that the scanned terms' ranges point into; they hold until the next statement is read.
    public private(set) var text: UnsafePointer<UInt8>
    /// The number of the line that was read last, from 1.
    public private(set) var line = 0

    private static let initialCapacity = 1 << 20
    /// No line may be longer than this many bytes; a store could not hold its terms.
    private static let maximumLineLength = 1 << 28
    /// Readable bytes behind the last line, so that nothing looks beyond the buffer.
    private static let padding = NamespaceCache.maximumLength + 16
    private let classes: UnsafeMutablePointer<UInt8>
    private let namespaces = NamespaceCache()
    private let source: String?
    private let syntax: Syntax
    private let input: InputFile?
    private let transcoder: (any StatementTranscoder)?
    private var pending: [UInt8]
    private var pendingStart = 0
    private var buffer: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    /// The end of the bytes in the buffer.
    private var filled = 0
    /// The end of the whole lines in the buffer.
    private var end = 0
    private var position = 0
    private var isAtEnd = false

    /// Reads statements from memory; `source` stands in errors.
    public convenience init(_ bytes: [UInt8], source: String? = nil, syntax: Syntax = .nTriples) {
        self.init(input: nil, pending: bytes, source: source, syntax: syntax)
    }

    /// Reads statements from a file; `source` stands in errors, the file's path unless told.
    public convenience init(_ input: InputFile, source: String? = nil, syntax: Syntax = .nTriples) {
        self.init(input: input, pending: [], source: source ?? input.path, syntax: syntax)
    }

    /// Reads what a transcoder makes of a text in another syntax; `source` stands in errors.
    public convenience init(_ transcoder: any StatementTranscoder, source: String? = nil) {
        self.init(input: nil, pending: [], source: source, syntax: .nQuads, transcoder: transcoder)
    }

    private init(
        input: InputFile?, pending: [UInt8], source: String?, syntax: Syntax,
        transcoder: (any StatementTranscoder)? = nil
    ) {
        self.input = input
        self.transcoder = transcoder
        self.pending = pending
        self.source = source
        self.syntax = syntax
        capacity = min(StatementReader.initialCapacity, input == nil && transcoder == nil ? pending.count + 1 : Int.max)
        buffer = .allocate(capacity: capacity + StatementReader.padding)
        text = UnsafePointer(buffer)
        classes = .allocate(capacity: 256)
        classes.initialize(from: ByteClass.table, count: 256)
    }

    deinit {
        buffer.deallocate()
        classes.deallocate()
    }

    /// Reads the next statement; false at the end.
    ///
    /// - Throws: `InputError` when the file cannot be read, or the line is malformed. Reading may go on after a
    ///   malformed line, with the line after it.
    public func next(_ statement: inout ScannedStatement) throws(InputError) -> Bool {
        while true {
            if position == end {
                guard try refill() else { return false }
            }
            line += 1
            let lineStart = position
            let scanner = StatementScanner(
                text: text, classes: classes, namespaces: namespaces, allowsGraph: syntax == .nQuads)
            do throws(StatementScanner.Failure) {
                let found = try scanner.scan(&position, into: &statement)
                skipLineEnd()
                if found { return true }
            } catch {
                position = lineStart
                while !scanner.isLineEnd(text[position]) { position += 1 }
                let lineEnd = position
                skipLineEnd()
                throw .syntax(syntaxError(error, line: lineStart..<lineEnd))
            }
        }
    }

    @inline(__always)
    private func skipLineEnd() {
        if text[position] == UInt8(ascii: "\r"), text[position + 1] == UInt8(ascii: "\n") { position += 1 }
        position += 1
    }

    // MARK: The buffer

    /// Brings more whole lines into the buffer; false when there are none.
    private func refill() throws(InputError) -> Bool {
        let isFirst = filled == 0 && line == 0
        let rest = filled - end
        memmove(buffer, buffer + end, rest)
        filled = rest
        position = 0
        end = 0
        while end == 0 {
            if isAtEnd {
                guard filled > 0 else { return false }
                // The last line may lack its end.
                buffer[filled] = UInt8(ascii: "\n")
                filled += 1
                end = filled
                break
            }
            if filled == capacity { try grow() }
            let before = filled
            try fill()
            end = wholeLines(from: before)
        }
        for offset in 0..<StatementReader.padding - 1 { buffer[filled + offset] = 0 }
        if isFirst, filled >= 3, buffer[0] == 0xEF, buffer[1] == 0xBB, buffer[2] == 0xBF {
            position = 3
            // Nothing but the mark, or a mark before the end of the last line.
            if position == end { return try refill() }
        }
        return true
    }

    private func fill() throws(InputError) {
        let room = UnsafeMutableRawBufferPointer(start: buffer + filled, count: capacity - filled)
        if let input {
            do throws(FileError) {
                let count = try input.read(into: room)
                filled += count
                isAtEnd = count == 0
            } catch {
                throw .file(error)
            }
        } else {
            if let transcoder, pendingStart == pending.count {
                pending.removeAll(keepingCapacity: true)
                pendingStart = 0
                guard try transcoder.transcode(into: &pending) else {
                    isAtEnd = true
                    return
                }
            }
            let count = min(room.count, pending.count - pendingStart)
            pending.withUnsafeBytes { bytes in
                room.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[pendingStart..<pendingStart + count]))
            }
            pendingStart += count
            filled += count
            if transcoder == nil, pendingStart == pending.count {
                isAtEnd = true
                pending = []
            }
        }
    }

    /// The end of the last whole line, looking at the bytes from `start`; 0 when no line is whole yet.
    private func wholeLines(from start: Int) -> Int {
        if let feed = lastIndex(of: UInt8(ascii: "\n"), in: start..<filled) { return feed + 1 }
        // A carriage return at the very end may be half of CR LF.
        let from = max(0, start - 1)
        guard filled - 1 > from, let feed = lastIndex(of: UInt8(ascii: "\r"), in: from..<filled - 1) else { return 0 }
        return feed + 1
    }

    private func lastIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
        var index = range.upperBound
        while index > range.lowerBound {
            index -= 1
            if buffer[index] == byte { return index }
        }
        return nil
    }

    private func grow() throws(InputError) {
        if capacity >= StatementReader.maximumLineLength { throw .syntax(tooLongLine()) }
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2 + StatementReader.padding)
        larger.update(from: buffer, count: filled)
        buffer.deallocate()
        buffer = larger
        text = UnsafePointer(larger)
        capacity *= 2
    }

    // MARK: Errors

    private func tooLongLine() -> SyntaxError {
        let start = String(decoding: UnsafeBufferPointer(start: text, count: 200), as: UTF8.self)
        return SyntaxError(
            "the line is longer than 256 MiB", source: source, line: line + 1, column: 1, lineText: start + "…",
            hint: "is it a text file at all?")
    }

    private func syntaxError(_ failure: StatementScanner.Failure, line range: Range<Int>) -> SyntaxError {
        var start = range.lowerBound
        if line == 1, range.count >= 3, text[start] == 0xEF, text[start + 1] == 0xBB, text[start + 2] == 0xBF {
            start += 3
        }
        func decoded(_ from: Int, _ to: Int) -> String {
            String(decoding: UnsafeBufferPointer(start: text + from, count: max(0, to - from)), as: UTF8.self)
        }
        let before = decoded(start, failure.range.lowerBound)
        let at = decoded(failure.range.lowerBound, failure.range.upperBound)
        return SyntaxError(
            failure.message, source: source, line: line, column: before.unicodeScalars.count + 1,
            length: at.unicodeScalars.count,
            lineText: before + at + decoded(failure.range.upperBound, range.upperBound),
            hint: failure.hint)
    }
}
