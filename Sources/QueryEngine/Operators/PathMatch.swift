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
struct PathWalker {
    let graph: Graph
    let watch: Watch

    /// The ends of a path from a node, or with `backwards` its starts to a node. Paths through `*`, `+` and `?` give
    /// each node once; the others give one a way.
    func ends(of path: CompiledPath, from node: UInt32, backwards: Bool) throws(QueryError) -> [UInt32] {
        switch path {
        case .predicate(let predicate):
            return step(predicate, node, backwards: backwards)
        case .inverse(let inner):
            return try ends(of: inner, from: node, backwards: !backwards)
        case .sequence(let first, let second):
            let (near, far) = backwards ? (second, first) : (first, second)
            var result: [UInt32] = []
            for middle in try ends(of: near, from: node, backwards: backwards) {
                result += try ends(of: far, from: middle, backwards: backwards)
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
            if next & 255 == 0 { try watch.check() }
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
    func nodes() -> [UInt32] {
        var isNode = Array(repeating: false, count: graph.termCount + 1)
        for predicate in graph.predicates {
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
    private var forward: [UInt32: [UInt32]] = [:]
    private var backward: [UInt32: [UInt32]] = [:]
    private var allNodes: [UInt32]?
    private static let cacheLimit = 1 << 16

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

    package func next() throws(QueryError) -> Batch? {
        while let batch = try input.next() {
            var rows: [Int32] = []
            var starts: [UInt32] = []
            var ends: [UInt32] = []
            for row in 0..<batch.count {
                try match(id(subject, batch, row), id(object, batch, row)) { start, end in
                    rows.append(Int32(row))
                    starts.append(start)
                    ends.append(end)
                }
                try context.check()
            }
            if rows.isEmpty { continue }
            try context.watch.hold(bytes: rows.count * 12)
            context.watch.release(bytes: rows.count * 12)
            let columns = output.slots.map { slot -> [UInt32] in
                if subject == .slot(slot) { return starts }
                if object == .slot(slot) { return ends }
                return from.column(of: slot).map { Batch.gather(batch.columns[$0], rows) }
                    ?? Array(repeating: 0, count: rows.count)
            }
            return Batch(columns: columns, count: rows.count)
        }
        return nil
    }

    private func id(_ place: PatternPlace, _ batch: Batch, _ row: Int) -> UInt32 {
        switch place {
        case .constant(let id): id
        case .slot(let slot): from.column(of: slot).map { batch.columns[$0][row] } ?? 0
        }
    }

    private func match(_ start: UInt32, _ end: UInt32, _ body: (UInt32, UInt32) -> Void) throws(QueryError) {
        guard let walker else { return }
        let isSameVariable = subject == object && subject.slot != nil
        switch (start, end) {
        case (0, 0):
            let nodes = allNodes ?? walker.nodes()
            allNodes = nodes
            for node in nodes {
                for reached in try ends(from: node, walker) where !isSameVariable || reached == node {
                    body(node, reached)
                }
                try context.check()
            }
        case (0, let end):
            for reached in try self.starts(to: end, walker) where !isSameVariable || reached == end {
                body(reached, end)
            }
        case (let start, 0):
            for reached in try ends(from: start, walker) where !isSameVariable || reached == start {
                body(start, reached)
            }
        case (let start, let end):
            for reached in try ends(from: start, walker) where reached == end { body(start, end) }
        }
    }

    private func ends(from node: UInt32, _ walker: PathWalker) throws(QueryError) -> [UInt32] {
        if let known = forward[node] { return known }
        let result = try walker.ends(of: path, from: node, backwards: false)
        if forward.count >= Self.cacheLimit { forward = [:] }
        forward[node] = result
        return result
    }

    private func starts(to node: UInt32, _ walker: PathWalker) throws(QueryError) -> [UInt32] {
        if let known = backward[node] { return known }
        let result = try walker.ends(of: path, from: node, backwards: true)
        if backward.count >= Self.cacheLimit { backward = [:] }
        backward[node] = result
        return result
    }
}
