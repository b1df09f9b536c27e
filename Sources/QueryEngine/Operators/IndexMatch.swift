import GraphStore

/// A triple pattern joined with the rows of the input, by the addresses of the sorted permutations.
///
/// For each row of the input the range of matching triples is found: by galloping along the permutation while the rows
/// come sorted, through the offsets of its subject or object otherwise. Rows come in the input's order, and for each of
/// them in the order of the index.
package final class IndexMatch: RowSource {
    private let input: any RowSource
    private let index: IndexView
    private let access: Access
    private let onlyExistence: Bool
    private let context: ExecutionContext
    /// For each output column, where it comes from.
    private var sources: [ColumnSource] = []
    private var current: Batch?
    /// The next row of the batch, and how many of its triples are out.
    private var row = 0
    /// The ranges of some rows of the batch from `firstRow` on.
    private var ranges: [Range<Int>] = []
    private var firstRow = 0
    private var taken = 0
    private var size = BatchSize()
    /// Where the last search in the predicate's range ended.
    private var cursor = 0

    /// A place whose id is known: a term, or a column of the input.
    private enum Known {
        case constant(UInt32)
        case column(Int)
    }

    /// Which permutation is searched, for what.
    private enum Access {
        /// By one id; what stands in the second and third column is free.
        case one(PermutationView, Known)
        /// By two ids; the third column is free. `predicate` is the range of a constant predicate in the permutation
        /// that begins with it, and `key` the other id.
        case byPredicate(PermutationView, range: Range<Int>, key: Known, direct: PermutationView?, predicate: UInt32)
        case two(PermutationView, Known, Known)
        case three(Known, Known, Known)
    }

    private enum ColumnSource {
        case input(Int)
        case second
        case third
    }

    /// The join; nil where the general operator is needed: no input row binds anything, or some row may leave a variable
    /// of the pattern unbound.
    package init?(
        _ input: any RowSource, from: Plan, pattern: CompiledPattern, to schema: Schema, graph: GraphSelection,
        onlyExistence: Bool, context: ExecutionContext
    ) {
        guard let index = context.index(graph) else { return nil }
        var hasColumn = false
        func known(_ place: PatternPlace) -> Known? {
            switch place {
            case .constant(let id): return .constant(id)
            case .slot(let slot):
                guard let column = from.schema.column(of: slot) else { return nil }
                hasColumn = true
                return .column(column)
            }
        }
        let subject = known(pattern.subject)
        let predicate = known(pattern.predicate)
        let object = known(pattern.object)
        let free = pattern.places.filter { $0.slot.map { !from.schema.contains($0) } ?? false }
        guard hasColumn, Set(free).count == free.count,
            pattern.slots.allSatisfy({ !from.schema.contains($0) || from.certain.contains($0) })
        else { return nil }
        /// The places of the permutation's second and third column.
        let rest: (PatternPlace?, PatternPlace?)
        switch (subject, predicate, object) {
        case (let subject?, let predicate?, let object?):
            access = .three(subject, predicate, object)
            rest = (nil, nil)
        case (let subject?, .constant(let id)?, nil):
            access = .byPredicate(index.pso, range: index.pso.rows(id), key: subject, direct: index.spo, predicate: id)
            rest = (nil, pattern.object)
        case (nil, .constant(let id)?, let object?):
            access = .byPredicate(index.pos, range: index.pos.rows(id), key: object, direct: nil, predicate: id)
            rest = (nil, pattern.subject)
        case (let subject?, let predicate?, nil):
            access = .two(index.spo, subject, predicate)
            rest = (nil, pattern.object)
        case (nil, let predicate?, let object?):
            access = .two(index.pos, predicate, object)
            rest = (nil, pattern.subject)
        case (let subject?, nil, let object?):
            access = .two(index.osp, object, subject)
            rest = (nil, pattern.predicate)
        case (let subject?, nil, nil):
            access = .one(index.spo, subject)
            rest = (pattern.predicate, pattern.object)
        case (nil, let predicate?, nil):
            access = .one(index.pos, predicate)
            rest = (pattern.object, pattern.subject)
        case (nil, nil, let object?):
            access = .one(index.osp, object)
            rest = (pattern.subject, pattern.predicate)
        case (nil, nil, nil): return nil
        }
        for slot in schema.slots {
            if let column = from.schema.column(of: slot) {
                sources.append(.input(column))
            } else if rest.0 == .slot(slot) {
                sources.append(.second)
            } else if rest.1 == .slot(slot) {
                sources.append(.third)
            } else {
                return nil
            }
        }
        self.input = input
        self.index = index
        self.onlyExistence = onlyExistence
        self.context = context
    }

    package func next() throws(QueryError) -> Batch? {
        while true {
            if current == nil {
                current = try input.next()
                row = 0
                firstRow = 0
                ranges = []
                taken = 0
            }
            guard let batch = current else { return nil }
            if row >= firstRow + ranges.count { findRanges(batch) }
            let result = emit(batch)
            if row >= batch.count { current = nil }
            try context.check()
            if let result { return result }
        }
    }

    // MARK: Searching

    /// The ranges of the next rows.
    private func findRanges(_ batch: Batch) {
        firstRow = row
        let end = min(batch.count, row + max(256, min(size.rows, 4096)))
        ranges.removeAll(keepingCapacity: true)
        ranges.reserveCapacity(end - row)
        switch access {
        case .one(let permutation, let key):
            each(key, batch, end) { permutation.rows($0) }
        case .byPredicate(let permutation, let range, let key, let direct, let predicate):
            findByPredicate(permutation, range, key, direct, predicate, batch, end)
        case .two(let permutation, let first, let second):
            withIDs(first, batch) { firstIDs in
                each(second, batch, end) { id, row in permutation.rows(id, in: permutation.rows(firstIDs(row))) }
            }
        case .three(let subject, let predicate, let object):
            let spo = index.spo
            withIDs(predicate, batch) { predicates in
                withIDs(object, batch) { objects in
                    each(subject, batch, end) { id, row in
                        spo.third.rows(ofKey: objects(row), in: spo.rows(predicates(row), in: spo.rows(id)))
                    }
                }
            }
        }
    }

    private func findByPredicate(
        _ permutation: PermutationView, _ range: Range<Int>, _ key: Known, _ direct: PermutationView?,
        _ predicate: UInt32, _ batch: Batch, _ end: Int
    ) {
        guard !range.isEmpty, let ids = permutation.second.ids else {
            ranges.append(contentsOf: repeatElement(0..<0, count: end - row))
            return
        }
        if let direct, !isSorted(key, batch, end), let predicate = direct.second.key(of: predicate) {
            each(key, batch, end) { direct.second.rows(ofKey: predicate, in: direct.rows($0)) }
            // The third column of the other permutation is the same place of the triple.
            usesDirect = true
            return
        }
        usesDirect = false
        cursor = min(max(cursor, range.lowerBound), range.upperBound - 1)
        each(key, batch, end) { id in
            var place = cursor
            if ids[place] < id {
                place = PermutationView.gallop(ids, place, range.upperBound, to: id)
            } else if ids[place] > id || (place > range.lowerBound && ids[place - 1] == id) {
                place = PermutationView.lowerBound(ids, range.lowerBound, place, id)
            }
            cursor = min(place, range.upperBound - 1)
            return PermutationView.run(ids, id, from: place, end: range.upperBound)
        }
    }

    /// Whether the ranges at hand are of the permutation that begins with the other key.
    private var usesDirect = false

    private func isSorted(_ key: Known, _ batch: Batch, _ end: Int) -> Bool {
        guard case .column(let column) = key else { return true }
        return batch.columns[column].withUnsafeBufferPointer { ids in
            var last: UInt32 = 0
            for place in row..<end {
                if ids[place] < last { return false }
                last = ids[place]
            }
            return true
        }
    }

    /// Adds the range of each row, by the id of a key.
    @inline(__always)
    private func each(_ key: Known, _ batch: Batch, _ end: Int, _ find: (UInt32) -> Range<Int>) {
        each(key, batch, end) { id, _ in find(id) }
    }

    @inline(__always)
    private func each(_ key: Known, _ batch: Batch, _ end: Int, _ find: (UInt32, Int) -> Range<Int>) {
        switch key {
        case .constant(let id): for place in row..<end { ranges.append(find(id, place)) }
        case .column(let column):
            batch.columns[column].withUnsafeBufferPointer { ids in
                for place in row..<end { ranges.append(find(ids[place], place)) }
            }
        }
    }

    @inline(__always)
    private func withIDs(_ key: Known, _ batch: Batch, _ use: ((Int) -> UInt32) -> Void) {
        switch key {
        case .constant(let id): use { _ in id }
        case .column(let column): batch.columns[column].withUnsafeBufferPointer { ids in use { ids[$0] } }
        }
    }

    // MARK: Writing

    /// The columns that the ranges are of.
    private var permutation: PermutationView {
        switch access {
        case .one(let permutation, _), .two(let permutation, _, _): permutation
        case .byPredicate(let permutation, _, _, let direct, _): usesDirect ? direct ?? permutation : permutation
        case .three: index.spo
        }
    }

    /// The next rows out of the ranges that were found; nil when they hold none.
    private func emit(_ batch: Batch) -> Batch? {
        // As many ranges as fit, the last of them perhaps in part.
        let limit = size.rows
        let start = row - firstRow
        var end = start
        var total = 0
        var lastTaken = 0
        var skipped = taken
        while end < ranges.count, total < limit {
            let count = onlyExistence ? min(1, ranges[end].count) : ranges[end].count - skipped
            let wanted = min(count, limit - total)
            total += wanted
            if wanted < count {
                lastTaken = skipped + wanted
                break
            }
            skipped = 0
            end += 1
        }
        let isPartial = lastTaken > 0
        let used = isPartial ? end + 1 : end
        let firstTaken = taken
        row = firstRow + end
        taken = lastTaken
        if total == 0 { return nil }
        size.grow()
        /// Calls with the range of each row that is written.
        func forEach(_ body: (Int, Range<Int>) -> Void) {
            for place in start..<used {
                var range = ranges[place]
                if onlyExistence {
                    if !range.isEmpty { range = range.lowerBound..<range.lowerBound + 1 }
                } else {
                    if isPartial, place == end {
                        range = range.lowerBound..<range.lowerBound + lastTaken
                    }
                    if place == start { range = range.lowerBound + firstTaken..<range.upperBound }
                }
                body(firstRow + place, range)
            }
        }
        let rows = [Int32](unsafeUninitializedCapacity: total) { buffer, count in
            forEach { row, range in
                for _ in range {
                    buffer[count] = Int32(truncatingIfNeeded: row)
                    count &+= 1
                }
            }
        }
        let permutation = permutation
        let columns = sources.map { source -> [UInt32] in
            switch source {
            case .input(let column): return Batch.gather(batch.columns[column], rows)
            case .second, .third:
                let ids = if case .second = source { permutation.second } else { permutation.third }
                return [UInt32](unsafeUninitializedCapacity: total) { buffer, count in
                    forEach { _, range in
                        if let ids = ids.ids {
                            for place in range {
                                buffer[count] = ids[place]
                                count &+= 1
                            }
                        } else {
                            for place in range {
                                buffer[count] = ids[place]
                                count &+= 1
                            }
                        }
                    }
                }
            }
        }
        return Batch(columns: columns, count: total)
    }
}
