import RDF

extension Graph {
    /// Writes all triples as N-Triples, the lines sorted by their bytes: the same bytes for the same set of triples.
    ///
    /// - Complexity: O(terms × log terms), and O(bytes written).
    public func writeNTriples(to output: Output) {
        let permutation = triples.settled(.spo)
        guard permutation.count > 0 else { return }
        let ranking = TermRanking(terms)
        terms.withBodies { bodies in
            let writer = LineWriter(output: output, bodies: bodies, texts: AffixTexts(terms.affixes))
            // Rank of the predicate and of the object in one word.
            var keys: [UInt64] = []
            permutation.second.withUnsafeBufferPointer { predicates in
                permutation.third.withUnsafeBufferPointer { objects in
                    for subject in ranking.order {
                        let rows = permutation.rows(subject)
                        if rows.isEmpty { continue }
                        keys.removeAll(keepingCapacity: true)
                        for row in rows {
                            keys.append(
                                UInt64(ranking.rank[Int(predicates[row])]) &<< 32
                                    | UInt64(ranking.rank[Int(objects[row])]))
                        }
                        keys.withUnsafeMutableBufferPointer { SmallSort.sort($0) }
                        writer.beginSubject(subject)
                        for key in keys {
                            writer.write(
                                predicate: ranking.order[Int(key &>> 32)],
                                object: ranking.order[Int(UInt32(truncatingIfNeeded: key))])
                        }
                        if output.hasFailed { return }
                    }
                }
            }
            writer.flush()
        }
    }

    /// All triples as N-Triples, the lines sorted by their bytes.
    public func nTriples() -> [UInt8] {
        let output = Output()
        writeNTriples(to: output)
        return output.bytes
    }

    /// Writes a file of all triples, whole or not at all, compressed when its name ends in `.gz`.
    ///
    /// - Throws: `FileError`; a file that stood there before is then still there.
    public func export(to path: String) throws(FileError) {
        let output = try Output(path: path)
        writeNTriples(to: output)
        try output.close()
    }
}

/// Puts lines together from the pieces of their terms.
private final class LineWriter {
    private let output: Output
    private let bodies: TermDictionary.Bodies
    private let texts: AffixTexts
    private let buffer: UnsafeMutableRawBufferPointer
    private var filled = 0
    /// The subject of the lines that follow, with its space; so too the predicate written last.
    private var subject: [UInt8] = []
    private var predicate: [UInt8] = []
    private var predicateID: UInt32 = 0

    private static let capacity = 1 << 18

    init(output: Output, bodies: TermDictionary.Bodies, texts: AffixTexts) {
        self.output = output
        self.bodies = bodies
        self.texts = texts
        buffer = .allocate(byteCount: LineWriter.capacity, alignment: 16)
    }

    deinit { buffer.deallocate() }

    func beginSubject(_ id: UInt32) { render(id, into: &subject) }

    func write(predicate id: UInt32, object: UInt32) {
        if id != predicateID {
            render(id, into: &predicate)
            predicateID = id
        }
        let affix = bodies.affixes[Int(object)]
        let (head, body, tail) = (texts.head(affix), bodies(object), texts.tail(affix))
        let stop: StaticString = " .\n"
        let length = subject.count &+ predicate.count &+ head.count &+ body.count &+ tail.count &+ 3
        if filled &+ length > LineWriter.capacity { flush() }
        subject.withUnsafeBufferPointer { append($0) }
        predicate.withUnsafeBufferPointer { append($0) }
        append(head)
        append(body)
        append(tail)
        append(UnsafeBufferPointer(start: stop.utf8Start, count: 3))
    }

    func flush() {
        output.write(UnsafeRawBufferPointer(rebasing: buffer.prefix(filled)))
        filled = 0
    }

    private func render(_ id: UInt32, into bytes: inout [UInt8]) {
        let affix = bodies.affixes[Int(id)]
        bytes.removeAll(keepingCapacity: true)
        bytes.append(contentsOf: texts.head(affix))
        bytes.append(contentsOf: bodies(id))
        bytes.append(contentsOf: texts.tail(affix))
        bytes.append(UInt8(ascii: " "))
    }

    @inline(__always)
    private func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        if filled &+ bytes.count > LineWriter.capacity {
            // A term of a quarter of a megabyte or more goes out on its own.
            flush()
            if bytes.count > LineWriter.capacity { return output.write(UnsafeRawBufferPointer(bytes)) }
        }
        guard let source = bytes.baseAddress, let target = buffer.baseAddress else { return }
        (target + filled).copyMemory(from: source, byteCount: bytes.count)
        filled &+= bytes.count
    }
}
