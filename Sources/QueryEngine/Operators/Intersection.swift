import GraphStore

/// Several patterns that share one new variable, with all their other places known: the ids that all of them allow, found
/// by walking their sorted lists together.
///
/// With the patterns of a cycle or a star taken a variable at a time, no intermediate table is larger than it must be: a
/// worst-case-optimal join.
/// Source: T. L. Veldhuizen, "Leapfrog Triejoin: a simple, worst-case optimal join algorithm", 2014.
package final class Intersection: RowSource {
    private let input: any RowSource
    private let context: ExecutionContext
    private let lists: [List]
    /// For each output column its column in the input, or −1 for the new variable.
    private let sources: [Int]
    private var current: Batch?
    private var row = 0
    private var size = BatchSize()

    /// A place whose id is known: a term, or a column of the input.
    private enum Known {
        case constant(UInt32)
        case column(Int)

        @inline(__always)
        func id(_ batch: Batch, _ row: Int) -> UInt32 {
            switch self {
            case .constant(let id): id
            case .column(let column): batch.columns[column][row]
            }
        }
    }

    /// The ids that a pattern allows: the third column of the rows of two ids.
    private struct List {
        var permutation: PermutationView
        var first: Known
        var second: Known
        /// The rows of a constant first id, which need no search for each row.
        var firstRows: Range<Int>?
        var cursor = 0
    }

    /// The join; nil where the graph has no settled permutations.
    package init?(
        _ input: any RowSource, from: Plan, slot: Slot, patterns: [CompiledPattern], to schema: Schema,
        graph: GraphSelection, context: ExecutionContext
    ) {
        guard let index = context.index(graph) else { return nil }
        var lists: [List] = []
        for pattern in patterns {
            func known(_ place: PatternPlace) -> Known? {
                switch place {
                case .constant(let id): .constant(id)
                case .slot(let slot): from.schema.column(of: slot).map { .column($0) }
                }
            }
            let list: List?
            switch (known(pattern.subject), known(pattern.predicate), known(pattern.object)) {
            case (nil, let predicate?, let object?):
                list = List(permutation: index.pos, first: predicate, second: object)
            case (let subject?, let predicate?, nil):
                // One predicate's subjects stand close together in its own permutation.
                list =
                    if case .constant = predicate {
                        List(permutation: index.pso, first: predicate, second: subject)
                    } else {
                        List(permutation: index.spo, first: subject, second: predicate)
                    }
            case (let subject?, nil, let object?):
                list = List(permutation: index.osp, first: object, second: subject)
            default: list = nil
            }
            guard var list, list.permutation.third.ids != nil else { return nil }
            if case .constant(let id) = list.first { list.firstRows = list.permutation.rows(id) }
            lists.append(list)
        }
        self.lists = lists
        self.input = input
        self.context = context
        sources = schema.slots.map { $0 == slot ? -1 : from.schema.column(of: $0) ?? -1 }
    }

    package func next() throws(QueryError) -> Batch? {
        while true {
            if current == nil {
                current = try input.next()
                row = 0
            }
            guard let batch = current else { return nil }
            var rows: [Int32] = []
            var ids: [UInt32] = []
            while row < batch.count, ids.count < size.rows {
                try intersect(batch, into: &ids)
                rows.append(contentsOf: repeatElement(Int32(row), count: ids.count - rows.count))
                row += 1
                try context.watch.advance()
            }
            if row >= batch.count { current = nil }
            try context.check()
            if ids.isEmpty { continue }
            size.grow()
            return Batch(
                columns: sources.map { $0 < 0 ? ids : Batch.gather(batch.columns[$0], rows) }, count: ids.count)
        }
    }

    /// Appends the ids that all lists of a row hold.
    private func intersect(_ batch: Batch, into ids: inout [UInt32]) throws(QueryError) {
        var smallest = 0
        var ranges: [(ids: UnsafePointer<UInt32>, place: Int, end: Int)] = []
        ranges.reserveCapacity(lists.count)
        for (number, list) in lists.enumerated() {
            let second = list.second.id(batch, row)
            let rows: Range<Int>
            if let firstRows = list.firstRows {
                rows = list.permutation.rows(second, in: firstRows)
            } else {
                rows = list.permutation.rows(second, in: list.permutation.rows(list.first.id(batch, row)))
            }
            guard !rows.isEmpty, let ids = list.permutation.third.ids else { return }
            ranges.append((ids, rows.lowerBound, rows.upperBound))
            if rows.count < ranges[smallest].end - ranges[smallest].place { smallest = number }
        }
        ranges.swapAt(0, smallest)
        try ranges.withUnsafeMutableBufferPointer { lists throws(QueryError) in
            var place = lists[0].place
            let end = lists[0].end
            outer: while place < end {
                try context.watch.advance()
                let id = lists[0].ids[place]
                var other = 1
                while other < lists.count {
                    let found = PermutationView.gallop(
                        lists[other].ids, lists[other].place, lists[other].end, to: id)
                    lists[other].place = found
                    if found == lists[other].end { return }
                    let next = lists[other].ids[found]
                    if next != id {
                        place = PermutationView.gallop(lists[0].ids, place, end, to: next)
                        continue outer
                    }
                    other &+= 1
                }
                ids.append(id)
                place &+= 1
            }
        }
    }
}
