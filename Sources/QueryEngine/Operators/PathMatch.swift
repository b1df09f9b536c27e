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
}

/// Follows paths from node to node.
final class PathWalker {
    private let graph: Graph
    private let watch: Watch
    /// The memory of lists that were made since `settle`.
    private var heldBytes = 0

    init(graph: Graph, watch: Watch) {
        self.graph = graph
        self.watch = watch
    }

    /// Counts nodes that a list takes in.
    private func take(_ count: Int) throws(QueryError) {
        try watch.advance(by: count + 4)
        heldBytes += count * 4
        // Small lists come and go; what is large is counted as it grows.
        if heldBytes >= PathWalker.countedBytes {
            try watch.hold(bytes: heldBytes)
            countedBytes += heldBytes
            heldBytes = 0
        }
    }

    private var countedBytes = 0
    private static let countedBytes = 1 << 20

    /// Gives back what the lists took, when they are gone.
    func settle() {
        watch.release(bytes: countedBytes)
        countedBytes = 0
        heldBytes = 0
    }

    /// The ends of a path from a node, or with `backwards` its starts to a node. Paths through `*`, `+` and `?` give
    /// each node once; the others give one a way.
    func ends(of path: CompiledPath, from node: UInt32, backwards: Bool) throws(QueryError) -> [UInt32] {
        switch path {
        case .predicate(let predicate):
            let result = step(predicate, node, backwards: backwards)
            try take(result.count)
            return result
        case .inverse(let inner):
            return try ends(of: inner, from: node, backwards: !backwards)
        case .sequence(let first, let second):
            let (near, far) = backwards ? (second, first) : (first, second)
            var result: [UInt32] = []
            for middle in try ends(of: near, from: node, backwards: backwards) {
                result += try ends(of: far, from: middle, backwards: backwards)
                try watch.advance()
            }
            return result
        case .alternative(let first, let second):
            return try ends(of: first, from: node, backwards: backwards)
                + ends(of: second, from: node, backwards: backwards)
        case .zeroOrOne(let inner):
            var result = [node]
            var seen: Set<UInt32> = [node]
            for end in try ends(of: inner, from: node, backwards: backwards) where seen.insert(end).inserted {
                result.append(end)
            }
            return result
        case .zeroOrMore(let inner):
            return try closure(inner, from: node, backwards: backwards, includesStart: true)
        case .oneOrMore(let inner):
            return try closure(inner, from: node, backwards: backwards, includesStart: false)
        case .negated(let forward, let inverse, let hasForward, let hasInverse):
            var result: [UInt32] = []
            if hasForward { result += steps(except: forward, node, backwards: backwards) }
            if hasInverse { result += steps(except: inverse, node, backwards: !backwards) }
            try take(result.count)
            return result
        }
    }

    /// The nodes that can be reached, each once, in the order of a breadth-first search.
    private func closure(
        _ path: CompiledPath, from start: UInt32, backwards: Bool, includesStart: Bool
    ) throws(QueryError) -> [UInt32] {
        var reached: [UInt32] = []
        var seen: Set<UInt32> = []
        if includesStart {
            reached.append(start)
            seen.insert(start)
        } else {
            for end in try ends(of: path, from: start, backwards: backwards) where seen.insert(end).inserted {
                reached.append(end)
            }
        }
        var next = 0
        while next < reached.count {
            for end in try ends(of: path, from: reached[next], backwards: backwards) where seen.insert(end).inserted {
                reached.append(end)
            }
            next += 1
            try watch.advance()
        }
        return reached
    }

    private func step(_ predicate: UInt32, _ node: UInt32, backwards: Bool) -> [UInt32] {
        let slice =
            backwards
            ? graph.match(nil, TermID(predicate), TermID(node)) : graph.match(TermID(node), TermID(predicate), nil)
        return Self.ids(backwards ? slice.subjects : slice.objects)
    }

    private func steps(except excluded: [UInt32], _ node: UInt32, backwards: Bool) -> [UInt32] {
        let slice = backwards ? graph.match(nil, nil, TermID(node)) : graph.match(TermID(node), nil, nil)
        let ends = backwards ? slice.subjects : slice.objects
        return (0..<slice.count).compactMap { offset in
            excluded.contains(slice.predicates[offset].rawValue) ? nil : ends[offset].rawValue
        }
    }

    private static func ids(_ column: IDColumn) -> [UInt32] {
        switch column {
        case .constant(let id, let count): Array(repeating: id.rawValue, count: count)
        case .values(let values): Array(values)
        }
    }

    /// All nodes of the graph: its subjects and objects, by id.
    func nodes() throws(QueryError) -> [UInt32] {
        var isNode = Array(repeating: false, count: graph.termCount + 1)
        for predicate in graph.predicates {
            try watch.check()
            let slice = graph.match(nil, predicate, nil)
            for column in [slice.subjects, slice.objects] {
                switch column {
                case .constant(let id, _): isNode[Int(id.rawValue)] = true
                case .values(let ids): for id in ids { isNode[Int(id)] = true }
                }
            }
        }
        return isNode.indices.compactMap { isNode[$0] ? UInt32($0) : nil }
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
    private let walker: PathWalker?
    private let context: ExecutionContext
    private var size = BatchSize()
    private var current: Batch?
    private var row = 0
    /// Where the search over all nodes stands, for a row that binds neither end.
    private var node = 0
    private var allNodes: [UInt32]?
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
        to output: Schema, graph: GraphSelection, context: ExecutionContext
    ) {
        self.input = input
        self.from = from
        self.subject = subject
        self.object = object
        self.path = path
        self.output = output
        self.context = context
        walker = context.dataset.graph(graph).map { PathWalker(graph: $0, watch: context.watch) }
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
        switch (start, end) {
        case (0, 0):
            let nodes: [UInt32]
            if let allNodes { nodes = allNodes } else { nodes = try walker.nodes() }
            allNodes = nodes
            while node < nodes.count, found.rows.count < size.rows {
                let start = nodes[node]
                for end in try ends(from: start, walker) where !isSameVariable || end == start {
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
        let result = try walker.ends(of: path, from: node, backwards: false)
        walker.settle()
        forward.add(result, of: node)
        return result
    }

    private func starts(to node: UInt32, _ walker: PathWalker) throws(QueryError) -> [UInt32] {
        if let known = backward[node] { return known }
        let result = try walker.ends(of: path, from: node, backwards: true)
        walker.settle()
        backward.add(result, of: node)
        return result
    }
}
