import Extraction
import GraphStore
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

    /// Brings the graph up to date with a change.
    ///
    /// - Complexity: O(statements that the change touched), and the index's own work.
    mutating func apply(_ change: GraphDerivation.Change, of reports: GraphDerivation) {
        if change.isAddingOnly {
            add(change, of: reports)
            return
        }
        var difference: [IDTriple: Int] = [:]
        reports.oldStatements(change) { difference[intern($0), default: 0] -= 1 }
        reports.newStatements(change) { difference[intern($0), default: 0] += 1 }
        var inserted: [IDTriple] = []
        for (triple, step) in difference where step != 0 {
            let count = graph.contains(triple) ? 1 + (further[triple] ?? 0) : 0
            let now = max(0, count + step)
            further[triple] = now > 1 ? now - 1 : nil
            if now == 0 {
                graph.remove(triple)
            } else if count == 0 {
                inserted.append(triple)
            }
        }
        graph.insert(contentsOf: inserted)
    }

    private mutating func add(_ change: GraphDerivation.Change, of reports: GraphDerivation) {
        var triples: [IDTriple] = []
        var shared: Set<IDTriple> = []
        reports.newStatements(change) { statement in
            let triple = intern(statement)
            if statement.isShared {
                if !shared.insert(triple).inserted || graph.contains(triple) {
                    further[triple, default: 0] += 1
                    return
                }
            }
            triples.append(triple)
        }
        graph.insert(contentsOf: triples)
    }

    private mutating func intern(_ statement: GraphDerivation.Statement) -> IDTriple {
        let triple = statement.triple
        return IDTriple(graph.intern(triple.subject), graph.intern(triple.predicate), graph.intern(triple.object))
    }
}
