import Glibc
import GraphStore

/// Follows paths from node to node.
final class PathWalker {
    private let graph: Graph
    private let index: IndexView?
    private let watch: Watch
    private var spareMarks: [NodeMarks] = []
    /// The memory of lists that were made since `settle`.
    private var heldBytes = 0

    /// - Parameter index: The graph's sorted permutations, nil where it has none that are settled.
    init(_ graph: Graph, index: IndexView?, watch: Watch) {
        self.graph = graph
        self.index = index
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
        var reached = ReachedNodes(limit: graph.termCount)
        defer { if let marks = reached.marks { spareMarks.append(marks) } }
        let steps = index == nil ? nil : path.steps(backwards: backwards)
        if includesStart {
            reached.insert(start, &spareMarks)
        } else {
            try follow(path, steps, from: start, backwards: backwards, into: &reached)
        }
        var next = 0
        while next < reached.nodes.count {
            try follow(path, steps, from: reached.nodes[next], backwards: backwards, into: &reached)
            next += 1
            try watch.advance()
        }
        return reached.nodes
    }

    /// Adds the ends of a path from a node. A path of single steps needs no lists of its own.
    private func follow(
        _ path: CompiledPath, _ steps: [PathStep]?, from node: UInt32, backwards: Bool,
        into reached: inout ReachedNodes
    ) throws(QueryError) {
        guard let index, let steps else {
            for end in try ends(of: path, from: node, backwards: backwards) { reached.insert(end, &spareMarks) }
            return
        }
        let before = reached.nodes.count
        for step in steps {
            let permutation = step.isBackwards ? index.pos : index.spo
            let rows =
                step.isBackwards
                ? permutation.rows(node, in: permutation.rows(step.predicate))
                : permutation.rows(step.predicate, in: permutation.rows(node))
            for row in rows { reached.insert(permutation.third[row], &spareMarks) }
            try watch.advance(by: rows.count)
        }
        if reached.nodes.count > before { try take(reached.nodes.count - before) }
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
        case .encoded(let ids): (0..<ids.count).map { ids[$0] }
        }
    }

    /// Whether a term stands in the graph as a subject or object.
    func isNode(_ id: UInt32) -> Bool {
        guard Int(id) <= graph.termCount else { return false }
        return graph.count(TermID(id), nil, nil) > 0 || graph.count(nil, nil, TermID(id)) > 0
    }

    /// The nodes from which a path may lead somewhere, by id: all nodes of the graph for one that may be empty.
    func starts(of path: CompiledPath) throws(QueryError) -> [UInt32] {
        var isStart = Array(repeating: false, count: graph.termCount + 1)
        if try !mark(path, backwards: false, &isStart) {
            for predicate in graph.predicates {
                try watch.check()
                let slice = graph.match(nil, predicate, nil)
                Self.mark(slice.subjects, &isStart)
                Self.mark(slice.objects, &isStart)
            }
        }
        return isStart.indices.compactMap { isStart[$0] ? UInt32($0) : nil }
    }

    /// Marks the nodes that a path's first step leaves; false where that may be any node.
    private func mark(_ path: CompiledPath, backwards: Bool, _ isStart: inout [Bool]) throws(QueryError) -> Bool {
        switch path {
        case .predicate(let predicate):
            try watch.check()
            let slice = graph.match(nil, TermID(predicate), nil)
            Self.mark(backwards ? slice.objects : slice.subjects, &isStart)
            return true
        case .inverse(let inner): return try mark(inner, backwards: !backwards, &isStart)
        case .sequence(let first, let second):
            return try mark(backwards ? second : first, backwards: backwards, &isStart)
        case .alternative(let first, let second):
            guard try mark(first, backwards: backwards, &isStart) else { return false }
            return try mark(second, backwards: backwards, &isStart)
        case .oneOrMore(let inner): return try mark(inner, backwards: backwards, &isStart)
        case .zeroOrMore, .zeroOrOne, .negated: return false
        }
    }

    private static func mark(_ column: IDColumn, _ isStart: inout [Bool]) {
        switch column {
        case .constant(let id, let count): if count > 0 { isStart[Int(id.rawValue)] = true }
        case .values(let ids): for id in ids { isStart[Int(id)] = true }
        case .encoded(let ids): for offset in 0..<ids.count { isStart[Int(ids[offset])] = true }
        }
    }
}

/// One step of a path.
private struct PathStep {
    var predicate: UInt32
    var isBackwards: Bool
}

extension CompiledPath {
    /// The steps of which a path takes one, nil for a path that is more than that.
    fileprivate func steps(backwards: Bool) -> [PathStep]? {
        switch self {
        case .predicate(let predicate): return [PathStep(predicate: predicate, isBackwards: backwards)]
        case .inverse(let inner): return inner.steps(backwards: !backwards)
        case .alternative(let first, let second):
            guard let some = first.steps(backwards: backwards), let others = second.steps(backwards: backwards) else {
                return nil
            }
            return some + others
        default: return nil
        }
    }
}

/// The nodes that a search has met, in their order. A few are looked through, many have a mark each.
private struct ReachedNodes {
    private(set) var nodes: [UInt32] = []
    private(set) var marks: NodeMarks?
    /// The largest id of the graph. Only the node that a search starts from can be above it, and nothing leads there.
    let limit: Int
    private static let few = 16

    init(limit: Int) { self.limit = limit }

    @inline(__always)
    mutating func insert(_ node: UInt32, _ spare: inout [NodeMarks]) {
        if let marks {
            guard Int(node) <= limit, marks.mark(node) else { return }
            nodes.append(node)
            return
        }
        for known in nodes where known == node { return }
        nodes.append(node)
        guard nodes.count > Self.few else { return }
        let marks = spare.popLast() ?? NodeMarks(limit: limit)
        marks.clear()
        for known in nodes where Int(known) <= limit { _ = marks.mark(known) }
        self.marks = marks
    }
}

/// A mark for each id of a graph; all are taken away at once.
private final class NodeMarks {
    private let stamps: UnsafeMutablePointer<UInt32>
    private var current: UInt32 = 0
    private let count: Int

    /// Marks up to an id. Memory that is not looked at costs nothing.
    init(limit: Int) {
        count = limit + 1
        if let memory = calloc(count, MemoryLayout<UInt32>.stride) {
            stamps = memory.bindMemory(to: UInt32.self, capacity: count)
        } else {
            stamps = .allocate(capacity: count)
            stamps.initialize(repeating: 0, count: count)
        }
    }

    deinit { free(stamps) }

    func clear() {
        current &+= 1
        guard current == 0 else { return }
        stamps.update(repeating: 0, count: count)
        current = 1
    }

    /// Marks an id; false when it was marked.
    @inline(__always)
    func mark(_ id: UInt32) -> Bool {
        if stamps[Int(id)] == current { return false }
        stamps[Int(id)] = current
        return true
    }
}
