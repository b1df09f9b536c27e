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
                        writer.prepare(UnsafeBufferPointer(rebasing: objects[rows]))
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

    /// Writes all triples as N-Triples, those of a subject together, in the order in which the terms were first met.
    ///
    /// Two graphs of the same triples may give different bytes; it takes no sorting, and reads texts in the order in which
    /// they are stored.
    ///
    /// - Complexity: O(terms + bytes written).
    public func writeUnsortedNTriples(to output: Output) {
        let permutation = triples.settled(.spo)
        guard permutation.count > 0 else { return }
        terms.withBodies { bodies in
            let writer = LineWriter(output: output, bodies: bodies, texts: AffixTexts(terms.affixes))
            permutation.second.withUnsafeBufferPointer { predicates in
                permutation.third.withUnsafeBufferPointer { objects in
                    for subject in 1...UInt32(terms.count) {
                        let rows = permutation.rows(subject)
                        if rows.isEmpty { continue }
                        writer.beginSubject(subject)
                        writer.prepare(UnsafeBufferPointer(rebasing: objects[rows]))
                        for row in rows { writer.write(predicate: predicates[row], object: objects[row]) }
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
    public func export(to path: String, sorted: Bool = true) throws(FileError) {
        let output = try Output(path: path)
        if sorted { writeNTriples(to: output) } else { writeUnsortedNTriples(to: output) }
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
    /// What `prepare` read; kept so that the reading is not left out.
    private var touched: UInt8 = 0
    /// The subject of the lines that follow, with its space.
    private var subject: [UInt8] = []
    /// The texts of predicates with their spaces, and where each ends; by id the number of the text, 0 for none yet.
    private var predicates: [UInt8] = []
    private var predicateEnds: [Int] = [0]
    private var predicateNumbers: [UInt32] = []
    private var predicateID: UInt32 = 0
    private var predicate = 0..<0

    private static let capacity = 1 << 18

    init(output: Output, bodies: TermDictionary.Bodies, texts: AffixTexts) {
        self.output = output
        self.bodies = bodies
        self.texts = texts
        buffer = .allocate(byteCount: LineWriter.capacity, alignment: 16)
    }

    deinit { buffer.deallocate() }

    /// Looks at where the texts of some terms stand, all at once, so that the waits for memory overlap.
    func prepare(_ ids: UnsafeBufferPointer<UInt32>) {
        var sum: UInt8 = 0
        for id in ids { sum &+= UInt8(truncatingIfNeeded: bodies.affixes[Int(id)]) &+ bodies.firstByte(id) }
        touched &+= sum
    }

    func beginSubject(_ id: UInt32) { render(id, into: &subject) }

    func write(predicate id: UInt32, object: UInt32) {
        if id != predicateID { findPredicate(id) }
        let affix = bodies.affixes[Int(object)]
        let (head, body, tail) = (texts.head(affix), bodies(object), texts.tail(affix))
        let length = subject.count &+ predicate.count &+ head.count &+ body.count &+ tail.count &+ 3
        if filled &+ length > LineWriter.capacity { flush() }
        guard length <= LineWriter.capacity, let base = buffer.baseAddress else {
            return writeLong(head, body, tail)
        }
        var target = base + filled
        subject.withUnsafeBytes { LineWriter.copy($0, to: &target) }
        predicates.withUnsafeBytes { LineWriter.copy(UnsafeRawBufferPointer(rebasing: $0[predicate]), to: &target) }
        LineWriter.copy(UnsafeRawBufferPointer(head), to: &target)
        LineWriter.copy(UnsafeRawBufferPointer(body), to: &target)
        LineWriter.copy(UnsafeRawBufferPointer(tail), to: &target)
        target.storeBytes(of: UInt8(ascii: " "), as: UInt8.self)
        target.storeBytes(of: UInt8(ascii: "."), toByteOffset: 1, as: UInt8.self)
        target.storeBytes(of: UInt8(ascii: "\n"), toByteOffset: 2, as: UInt8.self)
        filled &+= length
    }

    private func findPredicate(_ id: UInt32) {
        predicateID = id
        while predicateNumbers.count <= Int(id) {
            predicateNumbers += repeatElement(0, count: max(1024, Int(id) + 1 - predicateNumbers.count))
        }
        var number = Int(predicateNumbers[Int(id)])
        if number == 0 {
            var text: [UInt8] = []
            render(id, into: &text)
            predicates += text
            predicateEnds.append(predicates.count)
            number = predicateEnds.count - 1
            predicateNumbers[Int(id)] = UInt32(number)
        }
        predicate = predicateEnds[number - 1]..<predicateEnds[number]
    }

    /// A line that the buffer cannot hold goes out in pieces.
    private func writeLong(
        _ head: UnsafeBufferPointer<UInt8>, _ body: UnsafeBufferPointer<UInt8>, _ tail: UnsafeBufferPointer<UInt8>
    ) {
        output.write(subject)
        output.write(Array(predicates[predicate]))
        for piece in [head, body, tail] { output.write(UnsafeRawBufferPointer(piece)) }
        output.write(" .\n")
    }

    @inline(__always)
    private static func copy(_ bytes: UnsafeRawBufferPointer, to target: inout UnsafeMutableRawPointer) {
        guard let source = bytes.baseAddress else { return }
        target.copyMemory(from: source, byteCount: bytes.count)
        target += bytes.count
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
}
