/// Reads Turtle or TriG and hands it on as N-Quads, some statements at a time.
///
/// After a mistake, reading goes on behind the next full stop that ends a line.
/// Source: RDF 1.1 Turtle, section 6; RDF 1.1 TriG, section 4.
public final class TurtleReader: StatementTranscoder {
    /// Which of the two languages.
    public enum Dialect: Sendable {
        case turtle, triG
    }

    private let buffer: UnsafeMutablePointer<UInt8>
    private var parser: TurtleParser
    /// A mistake that is reported once the lines before it have been handed on.
    private var pendingError: SyntaxError?
    private var isChecked = false
    /// Bytes handed on in one go, about.
    private static let chunk = 1 << 18
    /// Readable bytes behind the text, so that looking a few ahead needs no check.
    private static let padding = 16

    /// Reads a text; `base` is what relative IRIs are resolved against, `source` stands in errors.
    public init(_ bytes: [UInt8], dialect: Dialect, base: String?, source: String?) {
        let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count + TurtleReader.padding)
        bytes.withUnsafeBufferPointer { bytes in
            if let start = bytes.baseAddress { buffer.update(from: start, count: bytes.count) }
        }
        (buffer + bytes.count).initialize(repeating: 0, count: TurtleReader.padding)
        self.buffer = buffer
        parser = TurtleParser(
            text: UnsafePointer(buffer), end: bytes.count, allowsGraphs: dialect == .triG,
            base: base.map { BaseIRI($0) }, source: source)
    }

    deinit { buffer.deallocate() }

    /// Appends lines of N-Quads; false at the end.
    ///
    /// - Throws: `InputError.syntax` at a mistake.
    public func transcode(into lines: inout [UInt8]) throws(InputError) -> Bool {
        do throws(SyntaxError) {
            return try read(into: &lines)
        } catch {
            throw .syntax(error)
        }
    }

    private func read(into lines: inout [UInt8]) throws(SyntaxError) -> Bool {
        if let error = pendingError {
            pendingError = nil
            throw error
        }
        if !isChecked {
            isChecked = true
            try parser.begin()
        }
        swap(&parser.output, &lines)
        defer { swap(&parser.output, &lines) }
        let start = parser.output.count
        while parser.output.count - start < TurtleReader.chunk {
            let mark = parser.output.count
            do throws(SyntaxError) {
                guard try parser.statement() else { return parser.output.count > start }
            } catch {
                parser.recover(to: mark)
                if parser.output.count == start { throw error }
                pendingError = error
                return true
            }
        }
        return true
    }
}
