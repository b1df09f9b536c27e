import GraphStore

/// A triple pattern, matched for each row of the input: a scan when nothing is bound yet, an index join otherwise.
///
/// Rows come in the input's order, and for each of them in the order of the index.
package final class PatternMatch: RowSource {
    private let input: any RowSource
    private let graph: Graph?
    private let pattern: CompiledPattern
    private let onlyExistence: Bool
    private let context: ExecutionContext
    /// For each output column, where it comes from.
    private var sources: [ColumnSource] = []
    /// The column of each place's variable in the input, or −1.
    private let inputColumns: [Int]
    /// Pairs of places with one variable that the input doesn't bind in every row.
    private var equalPlaces: [(Int, Int)] = []
    private var current: Batch?
    private var row = 0
    private var slice: TripleSlice?
    private var offset = 0
    private var size = BatchSize()

    private enum ColumnSource {
        case input(Int)
        case place(Int)
    }

    package init(
        _ input: any RowSource, from: Plan, pattern: CompiledPattern, to schema: Schema, graph: GraphSelection,
        onlyExistence: Bool, context: ExecutionContext
    ) {
        self.input = input
        self.graph = context.dataset.graph(graph)
        self.pattern = pattern
        self.onlyExistence = onlyExistence
        self.context = context
        let places = pattern.places
        inputColumns = places.map { place in place.slot.flatMap { from.schema.column(of: $0) } ?? -1 }
        for slot in schema.slots {
            let place = places.firstIndex(of: .slot(slot))
            if let column = from.schema.column(of: slot), place == nil || from.certain.contains(slot) {
                sources.append(.input(column))
            } else {
                sources.append(.place(place ?? 0))
            }
        }
        for first in 0..<3 {
            for second in (first + 1)..<3 where places[first].slot != nil && places[first] == places[second] {
                equalPlaces.append((first, second))
            }
        }
    }

    package func next() throws(QueryError) -> Batch? {
        guard let graph else { return nil }
        while true {
            if current == nil {
                current = try input.next()
                row = 0
                slice = nil
            }
            guard let batch = current else { return nil }
            let result = try fill(batch, graph)
            try context.check()
            if let result { return result }
        }
    }

    /// The id that a place asks for in a row; nil for anything.
    private func wanted(_ place: Int, _ batch: Batch) -> TermID? {
        let constant: PatternPlace = place == 0 ? pattern.subject : place == 1 ? pattern.predicate : pattern.object
        if case .constant(let id) = constant { return TermID(id) }
        let column = inputColumns[place]
        guard column >= 0 else { return nil }
        let id = batch.columns[column][row]
        return id == 0 ? nil : TermID(id)
    }

    /// The next rows of a batch; nil when it has no more.
    private func fill(_ batch: Batch, _ graph: Graph) throws(QueryError) -> Batch? {
        var rows: [Int32] = []
        var places: [[UInt32]] = [[], [], []]
        var needed = [false, false, false]
        for case .place(let place) in sources { needed[place] = true }
        for (first, second) in equalPlaces {
            needed[first] = true
            needed[second] = true
        }
        while row < batch.count, rows.count < size.rows {
            let found = slice ?? graph.match(wanted(0, batch), wanted(1, batch), wanted(2, batch))
            try context.watch.advance(by: 4)
            var end = min(found.count, offset + size.rows - rows.count)
            if onlyExistence { end = min(end, 1) }
            if end > offset {
                rows.append(contentsOf: repeatElement(Int32(row), count: end - offset))
                if needed[0] { Self.append(found.subjects, offset..<end, to: &places[0]) }
                if needed[1] { Self.append(found.predicates, offset..<end, to: &places[1]) }
                if needed[2] { Self.append(found.objects, offset..<end, to: &places[2]) }
            }
            if end < found.count, !onlyExistence {
                slice = found
                offset = end
            } else {
                slice = nil
                offset = 0
                row += 1
            }
        }
        if row >= batch.count { current = nil }
        if !equalPlaces.isEmpty {
            let kept = (0..<Int32(rows.count)).filter { index in
                equalPlaces.allSatisfy { places[$0.0][Int(index)] == places[$0.1][Int(index)] }
            }
            rows = kept.map { rows[Int($0)] }
            for place in 0..<3 where needed[place] { places[place] = Batch.gather(places[place], kept) }
        }
        if rows.isEmpty { return nil }
        size.grow()
        let columns = sources.map { source -> [UInt32] in
            switch source {
            case .input(let column): Batch.gather(batch.columns[column], rows)
            case .place(let place): places[place]
            }
        }
        return Batch(columns: columns, count: rows.count)
    }

    private static func append(_ column: IDColumn, _ range: Range<Int>, to output: inout [UInt32]) {
        switch column {
        case .constant(let id, _): output.append(contentsOf: repeatElement(id.rawValue, count: range.count))
        case .values(let values):
            let start = values.startIndex
            output.append(contentsOf: values[(start + range.lowerBound)..<(start + range.upperBound)])
        case .encoded(let ids): for offset in range { output.append(ids[offset]) }
        }
    }
}
