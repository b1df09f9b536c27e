import Extraction
import GraphStore
import Naming
import RDF

/// The graph that reports give, with how many of them give each triple where several do.
struct DerivedGraph: Sendable {
    private(set) var graph = Graph()
    /// How many more than one give a triple.
    private var further: [IDTriple: Int] = [:]

    /// No graph yet.
    init() {}

    /// The graph in a file.
    ///
    /// - Throws: `SectionFileError` when it is damaged.
    init(from file: SectionReader) throws(SectionFileError) {
        graph = try Graph(from: file, prefix: "derived")
        let numbers = try file.values("further", as: UInt32.self)
        guard numbers.count % 4 == 0 else { throw .damaged(path: file.path) }
        further.reserveCapacity(numbers.count / 4)
        for place in stride(from: 0, to: numbers.count, by: 4) {
            let ids = (0..<3).map { TermID(numbers[place + $0]) }
            further[IDTriple(ids[0], ids[1], ids[2])] = Int(numbers[place + 3])
        }
    }

    /// Adds the graph to a file.
    func write(to file: inout SectionWriter) {
        graph.write(to: &file, prefix: "derived")
        var numbers: [UInt32] = []
        numbers.reserveCapacity(further.count * 4)
        for (triple, count) in further.sorted(by: { Self.precedes($0.key, $1.key) }) {
            numbers += [
                triple.subject.rawValue, triple.predicate.rawValue, triple.object.rawValue,
                UInt32(truncatingIfNeeded: count),
            ]
        }
        file.add("further", numbers)
    }

    private static func precedes(_ left: IDTriple, _ right: IDTriple) -> Bool {
        (left.subject, left.predicate, left.object) < (right.subject, right.predicate, right.object)
    }

    /// Brings the graph up to date with a change; the statements are made on several threads.
    ///
    /// - Returns: The triples that came and went.
    /// - Complexity: O(statements that the change touched), and the index's own work.
    @discardableResult
    mutating func apply(_ change: GraphDerivation.Change, of reports: GraphDerivation) -> TripleChanges {
        var pieces = change.pieces
        let isAddingOnly = change.isAddingOnly
        if isAddingOnly { pieces.removeAll { $0.moment == .before } }
        var difference = TripleCounts()
        var own: [IDTriple] = []
        _ = OrderedWork.run(
            count: pieces.count, jobs: reports.jobs, isStopped: { false },
            work: { [pieces] index in LocalStatements(reports.statements(of: pieces[index], in: change)) },
            consume: { index, local in
                let ids = graph.intern(termsOf: local.terms)
                func here(_ triple: IDTriple) -> IDTriple {
                    IDTriple(
                        ids[Int(triple.subject.rawValue)], ids[Int(triple.predicate.rawValue)],
                        ids[Int(triple.object.rawValue)])
                }
                let step = pieces[index].moment == .before ? -1 : 1
                if isAddingOnly {
                    for triple in local.own { own.append(here(triple)) }
                } else {
                    for triple in local.own { difference.add(here(triple), step) }
                }
                for (triple, count) in local.shared { difference.add(here(triple), step * count) }
            })
        return apply(difference, adding: own)
    }

    private mutating func apply(_ difference: TripleCounts, adding own: [IDTriple]) -> TripleChanges {
        var change = TripleChanges(inserted: own)
        for (triple, step) in difference.counts where step != 0 {
            let count = graph.contains(triple) ? 1 + (further[triple] ?? 0) : 0
            let now = max(0, count + step)
            if now > 1 {
                further[triple] = now - 1
            } else if count > 1 {
                further[triple] = nil
            }
            if now == 0, count > 0 {
                change.removed.append(triple)
            } else if now > 0, count == 0 {
                change.inserted.append(triple)
            }
        }
        graph.remove(contentsOf: change.removed)
        graph.insert(contentsOf: change.inserted)
        return change
    }
}

/// How often triples are given, in the order in which they were met first.
private struct TripleCounts: Sendable {
    private(set) var counts: [(triple: IDTriple, count: Int)] = []
    private var places: [IDTriple: Int] = [:]

    mutating func add(_ triple: IDTriple, _ count: Int) {
        if let place = places[triple] {
            counts[place].count += count
        } else {
            places[triple] = counts.count
            counts.append((triple, count))
        }
    }
}

/// A batch of statements over a dictionary of its own, so that nothing but bytes is left to compare when it is joined with the graph.
private struct LocalStatements: Sendable {
    /// A graph without triples.
    var terms = Graph()
    /// What one text alone gives.
    var own: [IDTriple] = []
    /// What several may give, and how many of this batch do.
    var shared: [(triple: IDTriple, count: Int)] = []

    init(_ batch: StatementBatch) {
        let ids = batch.terms.map { terms.intern($0) }
        var counts = TripleCounts()
        for section in batch.sections {
            var seen: Set<IDTriple> = []
            for place in section.range {
                let triple = batch.triples[place]
                let local = IDTriple(ids[triple.subject], ids[triple.predicate], ids[triple.object])
                guard seen.insert(local).inserted else { continue }
                if section.isShared { counts.add(local, 1) } else { own.append(local) }
            }
        }
        shared = counts.counts
    }
}
