/// A set of triples of ids: sorted permutations, with what was inserted and removed since beside them.
///
/// A copy is cheap, and changing one leaves the other as it is.
struct TripleIndex: Sendable {
    private(set) var permutations: [Permutation] = TripleOrder.allCases.map { _ in Permutation() }
    /// Not in the permutations.
    private var inserted = Delta()
    /// In the permutations.
    private var removed = Delta()
    /// The delta is merged into the permutations when it grows beyond this, which goes with their size: what a changed triple
    /// costs is then the same in a large index and a small one.
    private var maximumDelta: Int { max(TripleIndex.smallestDelta, permutations[0].count / 32) }
    /// The delta of a small index may be as large.
    static let smallestDelta = 4096
    /// Above all ids in the permutations.
    private var bound = 0
    /// Statistics of the predicates in the permutations, in the order of their ids.
    private var baseStatistics: [PredicateStatistics] = []

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

    /// The permutation of an order when nothing was inserted or removed since it was built.
    func settled(_ order: TripleOrder) -> Permutation {
        var copy = self
        copy.merge()
        return copy.permutations[order.rawValue]
    }

    /// The permutations by their addresses; nil when nothing is in them or something was inserted or removed since.
    var indexView: IndexView? { inserted.isEmpty && removed.isEmpty ? IndexView(permutations) : nil }

    // MARK: Changing

    /// Adds a triple; false when it was there.
    mutating func insert(_ triple: IDTriple) -> Bool {
        let isNew = isInPermutations(triple) ? removed.remove(triple) : inserted.insert(triple)
        if inserted.count > maximumDelta { merge() }
        return isNew
    }

    /// Takes a triple out; false when it was not there.
    mutating func remove(_ triple: IDTriple) -> Bool {
        if inserted.remove(triple) { return true }
        guard isInPermutations(triple) else { return false }
        let wasThere = removed.insert(triple)
        if removed.count > maximumDelta { merge() }
        return wasThere
    }

    /// Adds triples in any order, some of them perhaps there or twice. All ids are below `bound`.
    ///
    /// - Parameter isStopped: asked in between; where it says yes, nothing is left in the index, and the caller goes back to
    ///   a copy.
    /// - Returns: false when it was stopped.
    /// - Complexity: O(log n) a triple and a pass over the delta for a few, O(all triples) for many.
    @discardableResult
    mutating func insert(
        contentsOf triples: consuming [IDTriple], bound: Int, isStopped: () -> Bool = { false }
    ) -> Bool {
        guard permutations[0].count > 0 || inserted.count > 0,
            triples.count <= maximumDelta / 4 || triples.count < inserted.count
        else { return rebuild(with: triples, bound: bound, isStopped: isStopped) }
        var new: [IDTriple] = []
        var back: [IDTriple] = []
        for triple in triples {
            if isInPermutations(triple) {
                if removed.contains(triple) { back.append(triple) }
            } else if !inserted.contains(triple) {
                new.append(triple)
            }
        }
        inserted.insert(contentsOf: new)
        removed.remove(contentsOf: back)
        if inserted.count > maximumDelta { merge() }
        return true
    }

    /// Takes out triples in any order, some of them perhaps not there or named twice.
    ///
    /// - Parameter isStopped: as for `insert(contentsOf:)`.
    /// - Returns: How many were there; nil when it was stopped.
    /// - Complexity: O(log n) a triple for a few, O(all triples) for many.
    mutating func remove(contentsOf triples: [IDTriple], isStopped: () -> Bool = { false }) -> Int? {
        let before = count
        if triples.count <= maximumDelta / 4 {
            var old: [IDTriple] = []
            var new: [IDTriple] = []
            for triple in triples {
                if inserted.contains(triple) {
                    new.append(triple)
                } else if isInPermutations(triple), !removed.contains(triple) {
                    old.append(triple)
                }
            }
            inserted.remove(contentsOf: new)
            removed.insert(contentsOf: old)
            if removed.count > maximumDelta { merge() }
            return before - count
        }
        merge()
        var isGone = Array(repeating: false, count: before)
        for (number, triple) in triples.enumerated() {
            let (s, p, o) = TripleOrder.spo.key(triple)
            for row in permutations[TripleOrder.spo.rawValue].rows(s, p, o) { isGone[row] = true }
            if number & 0x3FFF == 0, isStopped() { return nil }
        }
        let all = slice(.spo, IDPrefix())
        var kept: [IDTriple] = []
        kept.reserveCapacity(all.count)
        for row in 0..<all.count {
            if !isGone[row] { kept.append(all[row]) }
            if row & 0xFFFF == 0, isStopped() { return nil }
        }
        let bound = bound
        self = TripleIndex()
        return rebuild(with: kept, bound: max(bound, 1), isStopped: isStopped) ? before - count : nil
    }

    /// Brings what was inserted and removed into the permutations.
    mutating func merge() {
        if inserted.isEmpty, removed.isEmpty { return }
        var bound = 0
        for key in inserted.keys(.spo) { bound = max(bound, Int(max(key.first, key.second, key.third)) + 1) }
        rebuild(with: [], bound: max(bound, self.bound), isStopped: { false })
    }

    @discardableResult
    private mutating func rebuild(
        with triples: consuming [IDTriple], bound: Int, isStopped: () -> Bool
    ) -> Bool {
        var rows = triples
        if count > 0 {
            let old = slice(.spo, IDPrefix())
            rows.reserveCapacity(rows.count + old.count)
            for offset in 0..<old.count {
                rows.append(old[offset])
                if offset & 0xFFFF == 0, isStopped() { return false }
            }
        }
        inserted = Delta()
        removed = Delta()
        permutations = []
        self.bound = max(bound, self.bound)
        do throws(PermutationBuilder.Stopped) {
            let built = try PermutationBuilder(consuming: &rows, bound: self.bound, isStopped: isStopped)
            permutations = built.permutations
            baseStatistics = built.statistics
            return true
        } catch {
            self = TripleIndex()
            return false
        }
    }

    // MARK: Statistics

    /// The predicates of all triples, by id.
    var predicates: [TermID] {
        var found = permutations[TripleOrder.pos.rawValue].firstIDs
        if inserted.isEmpty, removed.isEmpty { return found.map { TermID($0) } }
        for key in inserted.keys(.pos) where key.first != found.last { found.append(key.first) }
        return Set(found).sorted().map { TermID($0) }.filter { count(nil, $0, nil) > 0 }
    }

    /// What is known about the triples of a predicate. The counts of distinct terms take what was inserted since the
    /// permutations were built as new, and what was removed as still there.
    func statistics(_ predicate: TermID) -> PredicateStatistics {
        let pos = permutations[TripleOrder.pos.rawValue]
        var statistics = PredicateStatistics(count: 0, distinctSubjects: 0, distinctObjects: 0)
        if let place = pos.place(predicate.rawValue) { statistics = baseStatistics[place] }
        let prefix = IDPrefix(first: predicate.rawValue)
        let added = inserted.matching(.pos, prefix).count
        statistics.count += added - removed.matching(.pos, prefix).count
        statistics.distinctSubjects = min(statistics.distinctSubjects + added, statistics.count)
        statistics.distinctObjects = min(statistics.distinctObjects + added, statistics.count)
        return statistics
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
                first: column(prefix.first, range.count) { .values(permutation.firstColumn(range)[...]) },
                second: column(prefix.second, range.count) { permutation.second.column(range) },
                third: column(prefix.third, range.count) { permutation.third.column(range) })
        }
        return mergedSlice(order, prefix, range, added: added, dropped: dropped)
    }

    private func column(_ constant: UInt32?, _ count: Int, _ values: () -> IDColumn) -> IDColumn {
        constant.map { .constant(TermID($0), count: count) } ?? values()
    }

    /// The rows of a permutation with the delta's worked in, written out: what stands between two of the delta's is copied at once.
    private func mergedSlice(
        _ order: TripleOrder, _ prefix: IDPrefix, _ range: Range<Int>, added: ArraySlice<Delta.Key>,
        dropped: ArraySlice<Delta.Key>
    ) -> TripleSlice {
        let permutation = permutations[order.rawValue]
        let count = range.count + added.count - dropped.count
        // A column that the pattern gives is not written out.
        let firsts = prefix.first == nil ? permutation.firstColumn(range) : []
        var columns: [[UInt32]] = [[], [], []]
        for index in columns.indices where index >= prefix.length { columns[index].reserveCapacity(count) }
        var row = range.lowerBound
        func copy(to end: Int) {
            guard end > row else { return }
            if prefix.length < 1 {
                columns[0].append(contentsOf: firsts[row - range.lowerBound..<end - range.lowerBound])
            }
            if prefix.length < 2 { columns[1].append(contentsOf: permutation.second.ids(row..<end)) }
            if prefix.length < 3 { columns[2].append(contentsOf: permutation.third.ids(row..<end)) }
            row = end
        }
        var (add, drop) = (added.startIndex, dropped.startIndex)
        while add < added.endIndex || drop < dropped.endIndex {
            let isDrop = add == added.endIndex || drop < dropped.endIndex && dropped[drop] < added[add]
            let key = isDrop ? dropped[drop] : added[add]
            copy(to: permutation.lowerBound(key, in: row..<range.upperBound))
            if isDrop {
                row += 1
                drop += 1
            } else {
                if prefix.length < 1 { columns[0].append(key.first) }
                if prefix.length < 2 { columns[1].append(key.second) }
                if prefix.length < 3 { columns[2].append(key.third) }
                add += 1
            }
        }
        copy(to: range.upperBound)
        return TripleSlice(
            order: order, count: count, first: column(prefix.first, count) { .values(columns[0][...]) },
            second: column(prefix.second, count) { .values(columns[1][...]) },
            third: column(prefix.third, count) { .values(columns[2][...]) })
    }
}

extension TripleIndex {
    /// What there is besides the permutations, for a file. Nothing may have been inserted or removed since they were built.
    var parts: (bound: Int, statistics: [PredicateStatistics]) { (bound, baseStatistics) }

    /// An index of permutations.
    init(permutations: [Permutation], bound: Int, statistics: [PredicateStatistics]) {
        self.init()
        self.permutations = permutations
        self.bound = bound
        baseStatistics = statistics
    }
}
