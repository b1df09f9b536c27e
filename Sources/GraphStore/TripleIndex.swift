/// A set of triples of ids: sorted permutations, with what was inserted and removed since beside them.
///
/// A copy is cheap, and changing one leaves the other as it is.
struct TripleIndex: Sendable {
    private(set) var permutations: [Permutation] = TripleOrder.allCases.map { _ in Permutation() }
    /// Not in the permutations.
    private var inserted = Delta()
    /// In the permutations.
    private var removed = Delta()
    /// The delta is merged into the permutations when it grows beyond this.
    private static let maximumDelta = 4096

    init() {}

    var count: Int { permutations[0].count + inserted.count - removed.count }

    func contains(_ triple: IDTriple) -> Bool {
        if inserted.contains(triple) { return true }
        return isInPermutations(triple) && !removed.contains(triple)
    }

    private func isInPermutations(_ triple: IDTriple) -> Bool {
        let (s, p, o) = TripleOrder.spo.key(triple)
        return !permutations[TripleOrder.spo.rawValue].rows(s, p, o).isEmpty
    }

    // MARK: Changing

    /// Adds a triple; false when it was there.
    mutating func insert(_ triple: IDTriple) -> Bool {
        let isNew = isInPermutations(triple) ? removed.remove(triple) : inserted.insert(triple)
        if inserted.count > TripleIndex.maximumDelta { merge() }
        return isNew
    }

    /// Takes a triple out; false when it was not there.
    mutating func remove(_ triple: IDTriple) -> Bool {
        if inserted.remove(triple) { return true }
        guard isInPermutations(triple) else { return false }
        let wasThere = removed.insert(triple)
        if removed.count > TripleIndex.maximumDelta { merge() }
        return wasThere
    }

    /// Adds triples in any order, some of them perhaps there or twice.
    mutating func insert(contentsOf triples: [IDTriple]) {
        merge(with: triples)
    }

    /// Brings what was inserted and removed into the permutations.
    mutating func merge() { merge(with: []) }

    private mutating func merge(with triples: [IDTriple]) {
        if triples.isEmpty, inserted.isEmpty, removed.isEmpty { return }
        for order in TripleOrder.allCases {
            let old = slice(order, IDPrefix())
            var keys = triples.map { Delta.Key(order.key($0)) }
            keys.sort()
            var rows: [(UInt32, UInt32, UInt32)] = []
            rows.reserveCapacity(old.count + keys.count)
            var index = 0
            for offset in 0..<old.count {
                let key = Delta.Key(
                    (old.first[offset].rawValue, old.second[offset].rawValue, old.third[offset].rawValue))
                while index < keys.count, keys[index] < key {
                    if index == 0 || keys[index] != keys[index - 1] {
                        rows.append((keys[index].first, keys[index].second, keys[index].third))
                    }
                    index += 1
                }
                while index < keys.count, keys[index] == key { index += 1 }
                rows.append((key.first, key.second, key.third))
            }
            while index < keys.count {
                if index == 0 || keys[index] != keys[index - 1] {
                    rows.append((keys[index].first, keys[index].second, keys[index].third))
                }
                index += 1
            }
            permutations[order.rawValue] = Permutation(sorted: rows)
        }
        inserted = Delta()
        removed = Delta()
    }

    // MARK: Statistics

    /// The predicates of all triples, by id.
    var predicates: [TermID] {
        var found = Set(permutations[TripleOrder.pos.rawValue].firstIDs)
        for key in inserted.keys(.pos) { found.insert(key.first) }
        return found.sorted().map { TermID($0) }.filter { count(nil, $0, nil) > 0 }
    }

    /// What is known about the triples of a predicate.
    func statistics(_ predicate: TermID) -> PredicateStatistics {
        let slice = match(nil, predicate, nil)
        var objects = 0
        var subjects: Set<TermID> = []
        for offset in 0..<slice.count {
            if offset == 0 || slice.objects[offset] != slice.objects[offset - 1] { objects += 1 }
            subjects.insert(slice.subjects[offset])
        }
        return PredicateStatistics(count: slice.count, distinctSubjects: subjects.count, distinctObjects: objects)
    }

    // MARK: Matching

    /// How many triples match a pattern.
    func count(_ subject: TermID?, _ predicate: TermID?, _ object: TermID?) -> Int {
        let (order, prefix) = IDPrefix.choose(subject, predicate, object)
        let inBase = rows(order, prefix).count
        if inserted.isEmpty, removed.isEmpty { return inBase }
        return inBase + inserted.matching(order, prefix).count - removed.matching(order, prefix).count
    }

    /// The triples that match a pattern.
    func match(_ subject: TermID?, _ predicate: TermID?, _ object: TermID?) -> TripleSlice {
        let (order, prefix) = IDPrefix.choose(subject, predicate, object)
        return slice(order, prefix)
    }

    private func rows(_ order: TripleOrder, _ prefix: IDPrefix) -> Range<Int> {
        let permutation = permutations[order.rawValue]
        switch (prefix.first, prefix.second, prefix.third) {
        case (let first?, let second?, let third?): return permutation.rows(first, second, third)
        case (let first?, let second?, nil): return permutation.rows(first, second)
        case (let first?, nil, _): return permutation.rows(first)
        case (nil, _, _): return 0..<permutation.count
        }
    }

    /// The triples of an order that begin in some ids.
    func slice(_ order: TripleOrder, _ prefix: IDPrefix) -> TripleSlice {
        let permutation = permutations[order.rawValue]
        let range = rows(order, prefix)
        let added = inserted.matching(order, prefix)
        let dropped = removed.matching(order, prefix)
        if added.isEmpty, dropped.isEmpty {
            return TripleSlice(
                order: order, count: range.count,
                first: column(prefix.first, range.count) { permutation.firstColumn(range)[...] },
                second: column(prefix.second, range.count) { permutation.second[range] },
                third: column(prefix.third, range.count) { permutation.third[range] })
        }
        return mergedSlice(order, prefix, range, added: added, dropped: dropped)
    }

    private func column(_ constant: UInt32?, _ count: Int, _ values: () -> ArraySlice<UInt32>) -> IDColumn {
        if let constant { return .constant(TermID(constant), count: count) }
        return .values(values())
    }

    /// The rows of a permutation with the delta's worked in, written out.
    private func mergedSlice(
        _ order: TripleOrder, _ prefix: IDPrefix, _ range: Range<Int>, added: ArraySlice<Delta.Key>,
        dropped: ArraySlice<Delta.Key>
    ) -> TripleSlice {
        let permutation = permutations[order.rawValue]
        let count = range.count + added.count - dropped.count
        var columns: [[UInt32]] = [[], [], []]
        for index in columns.indices { columns[index].reserveCapacity(count) }
        let firsts = prefix.first.map { Array(repeating: $0, count: range.count) } ?? permutation.firstColumn(range)
        var added = added
        var dropped = dropped
        func append(_ key: Delta.Key) {
            columns[0].append(key.first)
            columns[1].append(key.second)
            columns[2].append(key.third)
        }
        for row in range {
            let key = Delta.Key(
                (firsts[row - range.lowerBound], permutation.second[row], permutation.third[row]))
            while let next = added.first, next < key {
                append(next)
                added.removeFirst()
            }
            if dropped.first == key {
                dropped.removeFirst()
            } else {
                append(key)
            }
        }
        added.forEach(append)
        return TripleSlice(
            order: order, count: count, first: column(prefix.first, count) { columns[0][...] },
            second: column(prefix.second, count) { columns[1][...] },
            third: column(prefix.third, count) { columns[2][...] })
    }
}
