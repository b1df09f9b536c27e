import RDF

extension Graph {
    /// Writes all triples as N-Triples, the lines sorted by their bytes: the same bytes for the same set of triples.
    ///
    /// - Complexity: O(terms × log terms), and O(bytes written).
    public func writeNTriples(to output: Output) {
        let permutation = triples.settled(.spo)
        guard let predicates = permutation.second.view, let objects = permutation.third.view?.ids else { return }
        guard let ranking = TermRanking(terms, mayGoOn: { output.mayGoOn() }) else { return }
        terms.withBodies { bodies in
            let writer = LineWriter(output: output, bodies: bodies, texts: AffixTexts(terms.affixes))
            // Sorted subjects stand anywhere in memory, and so do their rows, the ranks of the objects and their texts: what a
            // block of subjects needs is looked up a step at a time for all of them, so that the waits for memory overlap.
            var block: [(subject: UInt32, rows: Range<Int>)] = []
            var lines: [SortedLine] = []
            var place = 0
            while place < ranking.order.count {
                block.removeAll(keepingCapacity: true)
                var rowCount = 0
                while place < ranking.order.count, block.count < 64, rowCount < 512 {
                    let subject = ranking.order[place]
                    place &+= 1
                    let rows = permutation.rows(subject)
                    if rows.isEmpty { continue }
                    block.append((subject, rows))
                    rowCount &+= rows.count
                }
                lines.removeAll(keepingCapacity: true)
                for (_, rows) in block {
                    for row in rows {
                        lines.append(SortedLine(predicate: predicates[row], object: objects[row]))
                    }
                }
                for index in lines.indices {
                    lines[index].key =
                        UInt64(ranking.rank[Int(lines[index].predicate)]) &<< 32
                        | UInt64(ranking.rank[Int(lines[index].object)])
                }
                writer.prepare(lines)
                var begin = 0
                lines.withUnsafeMutableBufferPointer { lines in
                    for (subject, rows) in block {
                        let own = UnsafeMutableBufferPointer(rebasing: lines[begin..<begin &+ rows.count])
                        begin &+= rows.count
                        SortedLine.sort(own)
                        writer.beginSubject(subject)
                        for line in own { writer.write(predicate: line.predicate, object: line.object) }
                    }
                }
                if output.hasFailed { return }
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
        guard let predicates = permutation.second.view, let objects = permutation.third.view?.ids else { return }
        terms.withBodies { bodies in
            let writer = LineWriter(output: output, bodies: bodies, texts: AffixTexts(terms.affixes))
            for subject in 1...UInt32(terms.count) {
                let rows = permutation.rows(subject)
                if rows.isEmpty { continue }
                writer.beginSubject(subject)
                writer.prepare(UnsafeBufferPointer(start: objects + rows.lowerBound, count: rows.count))
                for row in rows { writer.write(predicate: predicates[row], object: objects[row]) }
                if output.hasFailed { return }
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

/// A line of a subject, with the ranks of its predicate and its object in one word.
private struct SortedLine {
    var predicate: UInt32
    var object: UInt32
    var key: UInt64 = 0

    /// Sorts the lines of a subject, which mostly are few.
    @inline(__always)
    static func sort(_ lines: UnsafeMutableBufferPointer<SortedLine>) {
        guard lines.count <= 24 else {
            var lines = lines
            lines.sort { $0.key < $1.key }
            return
        }
        var index = 1
        while index < lines.count {
            let line = lines[index]
            var hole = index
            while hole > 0, lines[hole &- 1].key > line.key {
                lines[hole] = lines[hole &- 1]
                hole &-= 1
            }
            lines[hole] = line
            index &+= 1
        }
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

    /// The same for the objects of lines: first where their texts begin, then the texts.
    func prepare(_ lines: [SortedLine]) {
        var sum: UInt8 = 0
        for line in lines {
            sum &+= UInt8(truncatingIfNeeded: bodies.affixes[Int(line.object)] &+ bodies.place(line.object))
        }
        for line in lines { sum &+= bodies.firstByte(line.object) }
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
