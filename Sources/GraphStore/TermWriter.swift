import RDF

/// Writes terms of a graph as N-Triples does, millions of them, into one buffer that goes to an output as it fills.
package final class TermWriter {
    /// Holds what the addresses are of.
    private let graph: Graph
    private let bodies: TermDictionary.Bodies
    private let texts: AffixTexts
    private let output: Output?
    private var buffer: UnsafeMutableRawBufferPointer
    private var filled = 0
    /// What `prepare` read; kept so that the reading is not left out.
    private var touched: UInt8 = 0
    /// How many bytes were written in all.
    package private(set) var byteCount = 0

    /// Small enough for the allocator to keep it: pages that are new each time would cost more than a few rows do.
    private static let capacity = 1 << 16

    /// A writer of a graph's terms; without an output what is written is thrown away when the buffer is full.
    package init(_ graph: Graph, output: Output?) {
        self.graph = graph
        bodies = graph.terms.withBodies { $0 }
        texts = AffixTexts(graph.terms.affixes)
        self.output = output
        buffer = .allocate(byteCount: TermWriter.capacity, alignment: 16)
    }

    deinit { buffer.deallocate() }

    /// Writes a term of the graph.
    @inline(__always)
    package func append(_ id: UInt32) {
        let affix = bodies.affixes[Int(id)]
        let (head, body, tail) = (texts.head(affix), bodies(id), texts.tail(affix))
        let length = head.count &+ body.count &+ tail.count
        guard length <= room(for: length), let base = buffer.baseAddress else { return appendLong(head, body, tail) }
        var target = base + filled
        TermWriter.copy(head, to: &target)
        TermWriter.copy(body, to: &target)
        TermWriter.copy(tail, to: &target)
        filled &+= length
    }

    /// Looks at where the texts of some terms stand, all at once, so that the waits for memory overlap and writing them
    /// next finds them in the cache.
    package func prepare(_ ids: UnsafeBufferPointer<UInt32>) {
        var sum: UInt8 = 0
        for id in ids { sum &+= UInt8(truncatingIfNeeded: bodies.affixes[Int(id)]) &+ bodies.firstByte(id) }
        touched &+= sum
    }

    /// Writes one byte.
    @inline(__always)
    package func append(byte: UInt8) {
        if room(for: 1) < 1 { return }
        buffer[filled] = byte
        filled &+= 1
    }

    /// Writes bytes.
    package func append(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { bytes in
            guard bytes.count <= room(for: bytes.count), let base = buffer.baseAddress else {
                flush()
                byteCount += bytes.count
                output?.write(UnsafeRawBufferPointer(bytes))
                return
            }
            var target = base + filled
            TermWriter.copy(bytes, to: &target)
            filled += bytes.count
        }
    }

    /// Whether the output could not take something.
    package var hasFailed: Bool { output?.hasFailed ?? false }

    /// Hands what is buffered to the output.
    package func flush() {
        output?.write(UnsafeRawBufferPointer(rebasing: buffer.prefix(filled)))
        byteCount += filled
        filled = 0
    }

    /// How many bytes there is room for, after some were handed on where these would not fit.
    @inline(__always)
    private func room(for length: Int) -> Int {
        if filled &+ length > TermWriter.capacity { flush() }
        return TermWriter.capacity &- filled
    }

    private func appendLong(
        _ head: UnsafeBufferPointer<UInt8>, _ body: UnsafeBufferPointer<UInt8>, _ tail: UnsafeBufferPointer<UInt8>
    ) {
        flush()
        for piece in [head, body, tail] {
            output?.write(UnsafeRawBufferPointer(piece))
            byteCount += piece.count
        }
    }

    @inline(__always)
    private static func copy(_ bytes: UnsafeBufferPointer<UInt8>, to target: inout UnsafeMutableRawPointer) {
        guard let source = bytes.baseAddress else { return }
        target.copyMemory(from: source, byteCount: bytes.count)
        target += bytes.count
    }
}
