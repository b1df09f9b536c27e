import GraphStore

/// A property path over ids.
package indirect enum CompiledPath: Sendable {
    case predicate(UInt32)
    case inverse(CompiledPath)
    case sequence(CompiledPath, CompiledPath)
    case alternative(CompiledPath, CompiledPath)
    case zeroOrMore(CompiledPath)
    case oneOrMore(CompiledPath)
    case zeroOrOne(CompiledPath)
    case negated(forward: [UInt32], inverse: [UInt32], hasForward: Bool, hasInverse: Bool)

    /// Whether it leads from a node to itself without a step.
    var mayBeEmpty: Bool {
        switch self {
        case .predicate, .negated: false
        case .zeroOrMore, .zeroOrOne: true
        case .inverse(let inner), .oneOrMore(let inner): inner.mayBeEmpty
        case .sequence(let first, let second): first.mayBeEmpty && second.mayBeEmpty
        case .alternative(let first, let second): first.mayBeEmpty || second.mayBeEmpty
        }
    }
}

/// A property path, for each row of the input.
package final class PathMatch: RowSource {
    private let input: any RowSource
    private let subject: PatternPlace
    private let object: PatternPlace
    private let path: CompiledPath
    private let from: Schema
    private let output: Schema
    private let isOfNodes: Bool
    private let walker: PathWalker?
    private let context: ExecutionContext
    private var size = BatchSize()
    private var current: Batch?
    private var row = 0
    /// Where the search over all nodes stands, for a row that binds neither end.
    private var node = 0
    private var allStarts: [UInt32]?
    /// The rows of the batch at hand.
    private var rowCount = 0
    private var forward = EndCache()
    private var backward = EndCache()

    /// What was found from some nodes, up to a number of ids.
    private struct EndCache {
        private var known: [UInt32: [UInt32]] = [:]
        private var count = 0
        private static let limit = 1 << 20

        subscript(node: UInt32) -> [UInt32]? { known[node] }

        mutating func add(_ ends: [UInt32], of node: UInt32) {
            guard ends.count < Self.limit / 4 else { return }
            if count + ends.count >= Self.limit { self = EndCache() }
            known[node] = ends
            count += ends.count + 8
        }
    }

    package init(
        _ input: any RowSource, from: Schema, subject: PatternPlace, path: CompiledPath, object: PatternPlace,
        to output: Schema, graph: GraphSelection, isOfNodes: Bool, context: ExecutionContext
    ) {
        self.isOfNodes = isOfNodes
        self.input = input
        self.from = from
        self.subject = subject
        self.object = object
        self.path = path
        self.output = output
        self.context = context
        walker = context.dataset.graph(graph).map { PathWalker($0, index: context.index(graph), watch: context.watch) }
    }

    /// Pairs of ends for rows of the input.
    private struct Matches {
        var rows: [Int32] = []
        var starts: [UInt32] = []
        var ends: [UInt32] = []

        mutating func add(_ row: Int, _ start: UInt32, _ end: UInt32) {
            rows.append(Int32(row))
            starts.append(start)
            ends.append(end)
        }
    }

    package func next() throws(QueryError) -> Batch? {
        guard let walker else { return nil }
        while true {
            if current == nil {
                current = try input.next()
                row = 0
                node = 0
            }
            guard let batch = current else { return nil }
            rowCount = batch.count
            var found = Matches()
            while row < batch.count, found.rows.count < size.rows {
                if try match(id(subject, batch, row), id(object, batch, row), walker, &found) {
                    row += 1
                    node = 0
                }
                try context.watch.advance()
            }
            if row >= batch.count { current = nil }
            try context.check()
            if found.rows.isEmpty { continue }
            size.grow()
            let columns = output.slots.map { slot -> [UInt32] in
                if subject == .slot(slot) { return found.starts }
                if object == .slot(slot) { return found.ends }
                return from.column(of: slot).map { Batch.gather(batch.columns[$0], found.rows) }
                    ?? Array(repeating: 0, count: found.rows.count)
            }
            return Batch(columns: columns, count: found.rows.count)
        }
    }

    private func id(_ place: PatternPlace, _ batch: Batch, _ row: Int) -> UInt32 {
        switch place {
        case .constant(let id): id
        case .slot(let slot): from.column(of: slot).map { batch.columns[$0][row] } ?? 0
        }
    }

    /// Finds matches of the row at hand; false when there are more of them to come.
    private func match(
        _ start: UInt32, _ end: UInt32, _ walker: PathWalker, _ found: inout Matches
    ) throws(QueryError) -> Bool {
        let isSameVariable = subject == object && subject.slot != nil
        if isOfNodes, (start != 0 && !walker.isNode(start)) || (end != 0 && !walker.isNode(end)) { return true }
        switch (start, end) {
        case (0, 0):
            let nodes: [UInt32]
            if let allStarts { nodes = allStarts } else { nodes = try walker.starts(of: path) }
            allStarts = nodes
            while node < nodes.count, found.rows.count < size.rows {
                let start = nodes[node]
                let ends = rowCount == 1 ? try freshEnds(from: start, walker) : try ends(from: start, walker)
                for end in ends where !isSameVariable || end == start {
                    found.add(row, start, end)
                }
                node += 1
                try context.watch.advance()
            }
            return node >= nodes.count
        case (0, let end):
            for start in try starts(to: end, walker) where !isSameVariable || start == end {
                found.add(row, start, end)
            }
        case (let start, 0):
            for end in try ends(from: start, walker) where !isSameVariable || end == start {
                found.add(row, start, end)
            }
        case (let start, let end):
            for reached in try ends(from: start, walker) where reached == end { found.add(row, start, end) }
        }
        return true
    }

    private func ends(from node: UInt32, _ walker: PathWalker) throws(QueryError) -> [UInt32] {
        if let known = forward[node] { return known }
        let result = try freshEnds(from: node, walker)
        forward.add(result, of: node)
        return result
    }

    /// The ends for a node that won't be asked for again.
    private func freshEnds(from node: UInt32, _ walker: PathWalker) throws(QueryError) -> [UInt32] {
        defer { walker.settle() }
        return try walker.ends(of: path, from: node, backwards: false)
    }

    private func starts(to node: UInt32, _ walker: PathWalker) throws(QueryError) -> [UInt32] {
        if let known = backward[node] { return known }
        let result = try walker.ends(of: path, from: node, backwards: true)
        walker.settle()
        backward.add(result, of: node)
        return result
    }
}
