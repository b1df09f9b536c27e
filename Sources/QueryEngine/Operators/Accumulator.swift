import GraphStore
import QuerySyntax
import RDF

/// The state of one aggregate over all groups.
///
/// Source: SPARQL 1.1 Query Language, section 18.5.1.
class Accumulator {
    /// Makes room for so many groups.
    func grow(to groups: Int) {}
    /// Adds values, 0 for an error, to their groups.
    func add(_ groups: [Int32], _ ids: [UInt32], _ terms: TermSpace) {}
    /// Adds whole rows to their groups, for `COUNT(*)`.
    func addRows(_ groups: [Int32], _ batch: Batch) {}
    /// The memory taken beside a few words a group, in bytes.
    var byteCount: Int { 0 }
    /// The id of a group's result; 0 for an error.
    func result(_ group: Int, _ terms: TermSpace) -> UInt32 { 0 }

    /// The accumulator of an aggregate.
    static func make(_ plan: AggregatePlan) -> Accumulator {
        let accumulator: Accumulator =
            switch plan.function {
            case .count: CountAccumulator(isDistinct: plan.isDistinct && plan.argument == nil)
            case .sum: SumAccumulator(isAverage: false)
            case .average: SumAccumulator(isAverage: true)
            case .minimum: ExtremeAccumulator(wanted: .less)
            case .maximum: ExtremeAccumulator(wanted: .greater)
            case .sample: SampleAccumulator()
            case .groupConcat(let separator): ConcatAccumulator(separator: separator)
            }
        return plan.isDistinct && plan.argument != nil ? DistinctAccumulator(accumulator) : accumulator
    }
}

/// Hands each value of a group on once. Errors are all handed on.
private final class DistinctAccumulator: Accumulator {
    private let inner: Accumulator
    private var seen = RowHashTable(width: 2)

    init(_ inner: Accumulator) { self.inner = inner }

    override func grow(to groups: Int) { inner.grow(to: groups) }

    override var byteCount: Int { seen.byteCount + inner.byteCount }

    override func add(_ groups: [Int32], _ ids: [UInt32], _ terms: TermSpace) {
        let columns = [groups.map { UInt32(bitPattern: $0) }, ids]
        var newGroups: [Int32] = []
        var newIDs: [UInt32] = []
        var known = Int32(seen.count)
        for (row, number) in seen.insert(columns, count: groups.count).enumerated() {
            guard number >= known || ids[row] == 0 else { continue }
            known = max(known, number + 1)
            newGroups.append(groups[row])
            newIDs.append(ids[row])
        }
        inner.add(newGroups, newIDs, terms)
    }

    override func result(_ group: Int, _ terms: TermSpace) -> UInt32 { inner.result(group, terms) }
}

/// COUNT.
private final class CountAccumulator: Accumulator {
    private var counts: [Int] = []
    private var seen: RowHashTable?
    private let isDistinct: Bool

    init(isDistinct: Bool) { self.isDistinct = isDistinct }

    override func grow(to groups: Int) {
        if groups > counts.count { counts.append(contentsOf: repeatElement(0, count: groups - counts.count)) }
    }

    override func add(_ groups: [Int32], _ ids: [UInt32], _ terms: TermSpace) {
        counts.withUnsafeMutableBufferPointer { counts in
            groups.withUnsafeBufferPointer { groups in
                ids.withUnsafeBufferPointer { ids in
                    for row in groups.indices { counts[Int(groups[row])] &+= ids[row] != 0 ? 1 : 0 }
                }
            }
        }
    }

    override var byteCount: Int { seen?.byteCount ?? 0 }

    override func addRows(_ groups: [Int32], _ batch: Batch) {
        guard isDistinct else {
            counts.withUnsafeMutableBufferPointer { counts in for group in groups { counts[Int(group)] &+= 1 } }
            return
        }
        let columns = [groups.map { UInt32(bitPattern: $0) }] + batch.columns
        var seen = seen ?? RowHashTable(width: columns.count)
        self.seen = nil
        var known = Int32(seen.count)
        for (row, number) in seen.insert(columns, count: groups.count).enumerated() where number >= known {
            known = number + 1
            counts[Int(groups[row])] += 1
        }
        self.seen = seen
    }

    override func result(_ group: Int, _ terms: TermSpace) -> UInt32 { terms.id(ofInteger: counts[group]) }
}

/// SUM and AVG; one value that is no number makes an error of the group.
private final class SumAccumulator: Accumulator {
    private var sums: [Numeric?] = []
    private var counts: [Int] = []
    private let isAverage: Bool

    init(isAverage: Bool) { self.isAverage = isAverage }

    override func grow(to groups: Int) {
        guard groups > counts.count else { return }
        sums.append(contentsOf: repeatElement(.integer(0), count: groups - counts.count))
        counts.append(contentsOf: repeatElement(0, count: groups - counts.count))
    }

    override func add(_ groups: [Int32], _ ids: [UInt32], _ terms: TermSpace) {
        for row in groups.indices {
            let group = Int(groups[row])
            guard let sum = sums[group] else { continue }
            guard ids[row] != 0, case .number(let number) = terms.value(ids[row]) else {
                sums[group] = nil
                continue
            }
            sums[group] = Numeric.apply(.add, sum, number)
            counts[group] += 1
        }
    }

    override func result(_ group: Int, _ terms: TermSpace) -> UInt32 {
        guard var result = sums[group] else { return 0 }
        if isAverage, counts[group] > 0 {
            guard let average = Numeric.apply(.divide, result, .integer(Int128(counts[group]))) else { return 0 }
            result = average
        }
        return terms.id(of: Value.number(result))
    }
}

/// MIN and MAX in the order of ORDER BY. Errors and unbound values are passed over, as SQL does with NULL.
private final class ExtremeAccumulator: Accumulator {
    private var best: [UInt32] = []
    private let wanted: Ordering

    init(wanted: Ordering) { self.wanted = wanted }

    override func grow(to groups: Int) {
        if groups > best.count { best.append(contentsOf: repeatElement(0, count: groups - best.count)) }
    }

    override func add(_ groups: [Int32], _ ids: [UInt32], _ terms: TermSpace) {
        for row in groups.indices where ids[row] != 0 {
            let group = Int(groups[row])
            let id = ids[row]
            if best[group] == id { continue }
            if best[group] != 0, let a = terms.indexedValue(id), let b = terms.indexedValue(best[group]),
                let sign = IndexedValue.compare(a, b)
            {
                if wanted == .less ? sign < 0 : sign > 0 { best[group] = id }
                continue
            }
            if best[group] == 0 || ValueComparison.totalOrder(terms.value(id), terms.value(best[group])) == wanted {
                best[group] = id
            }
        }
    }

    override func result(_ group: Int, _ terms: TermSpace) -> UInt32 { best[group] }
}

/// SAMPLE: the first value that is no error.
private final class SampleAccumulator: Accumulator {
    private var first: [UInt32] = []

    override func grow(to groups: Int) {
        if groups > first.count { first.append(contentsOf: repeatElement(0, count: groups - first.count)) }
    }

    override func add(_ groups: [Int32], _ ids: [UInt32], _ terms: TermSpace) {
        for row in groups.indices where first[Int(groups[row])] == 0 { first[Int(groups[row])] = ids[row] }
    }

    override func result(_ group: Int, _ terms: TermSpace) -> UInt32 { first[group] }
}

/// GROUP_CONCAT of the strings of terms; an error or a blank node makes an error of the group.
private final class ConcatAccumulator: Accumulator {
    private var texts: [String?] = []
    private var isEmpty: [Bool] = []
    private var textBytes = 0
    private let separator: String

    init(separator: String) { self.separator = separator }

    override func grow(to groups: Int) {
        guard groups > texts.count else { return }
        texts.append(contentsOf: repeatElement("", count: groups - texts.count))
        isEmpty.append(contentsOf: repeatElement(true, count: groups - isEmpty.count))
    }

    override var byteCount: Int { textBytes }

    override func add(_ groups: [Int32], _ ids: [UInt32], _ terms: TermSpace) {
        for row in groups.indices {
            let group = Int(groups[row])
            guard texts[group] != nil else { continue }
            guard ids[row] != 0, case .string(let text) = TermFunctions.str(terms.term(ids[row])) else {
                texts[group] = nil
                continue
            }
            if !isEmpty[group] { texts[group]?.append(separator) }
            texts[group]?.append(text)
            textBytes += text.utf8.count + separator.utf8.count
            isEmpty[group] = false
        }
    }

    override func result(_ group: Int, _ terms: TermSpace) -> UInt32 {
        texts[group].map { terms.id(of: Term.string($0)) } ?? 0
    }
}
