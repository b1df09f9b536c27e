import GraphStore
import QuerySyntax

/// What can be joined in any order within a group.
enum JoinItem {
    case pattern(CompiledPattern)
    /// A path, and whether its bound ends must be nodes of the graph.
    case path(PatternPlace, CompiledPath, PatternPlace, isOfNodes: Bool)

    var slots: [Slot] {
        switch self {
        case .pattern(let pattern): pattern.slots
        case .path(let subject, _, let object, _): [subject.slot, object.slot].compactMap { $0 }
        }
    }
}

/// The order in which the patterns of a group are joined.
extension Planner {
    /// Joins patterns and paths, at each step the one that leaves the fewest rows.
    ///
    /// - Parameter stopsAtProduct: whether to leave those that share no variable with what is there.
    /// - Returns: The plan, and what was left.
    func joinItems(
        _ items: [JoinItem], _ input: Plan, _ pending: inout [Expression], later blocks: [Algebra],
        stopsAtProduct: Bool = false
    ) throws(QueryError) -> (plan: Plan, left: [JoinItem]) {
        var current = try applyReady(&pending, to: input, later: blocks, items)
        var rest = items.map { RankedItem($0) }
        var known: SlotSet = []
        while !rest.isEmpty {
            try watch.check()
            // What is known of an item changes only with the variables that it names.
            let new = SlotSet(current.schema.slots).subtracting(known)
            known.formUnion(new)
            var best = 0
            for index in rest.indices {
                if !rest[index].isRanked || rest[index].slots.contains(where: new.contains) {
                    rest[index].isRanked = true
                    rest[index].isApart =
                        !rest[index].slots.isEmpty && !rest[index].slots.contains(where: known.contains)
                    rest[index].fanout = fanout(of: rest[index].item, after: current)
                }
                let isApart = rest[index].isApart && !known.isEmpty
                let isBestApart = rest[best].isApart && !known.isEmpty
                if (isApart ? 1 : 0, rest[index].fanout) < (isBestApart ? 1 : 0, rest[best].fanout) { best = index }
            }
            if rest[best].isApart, !known.isEmpty,
                let joined = try joinedByEquation(current, &rest, from: best, &pending)
            {
                current = try applyReady(&pending, to: joined, later: blocks, rest.map(\.item))
                continue
            }
            if stopsAtProduct, rest[best].isApart, !known.isEmpty { return (current, rest.map(\.item)) }
            let item = rest.remove(at: best).item
            current = intersected(current, item, &rest) ?? joined(current, item)
            if !pending.isEmpty { current = try applyReady(&pending, to: current, later: blocks, rest.map(\.item)) }
        }
        return (current, [])
    }

    /// An item that is yet to be joined, and what is known of its rows.
    struct RankedItem {
        var item: JoinItem
        var slots: [Slot]
        var isRanked = false
        /// Whether it shares no variable with what is there.
        var isApart = false
        /// The rows that it gives for each that is there.
        var fanout = Double.infinity

        init(_ item: JoinItem) {
            self.item = item
            slots = item.slots
        }
    }

    /// A pattern that binds one new variable, together with all others that then have nothing new: a variable at a time
    /// instead of a pattern at a time. Nil where there are no others.
    private func intersected(_ input: Plan, _ item: JoinItem, _ rest: inout [RankedItem]) -> Plan? {
        guard case .pattern(let first) = item, let slot = onlyNewSlot(first, input) else { return nil }
        var patterns = [first]
        var rows = estimate(of: item, after: input)
        var others: [RankedItem] = []
        for other in rest {
            guard other.slots.contains(slot), case .pattern(let pattern) = other.item,
                onlyNewSlot(pattern, input) == slot
            else {
                others.append(other)
                continue
            }
            patterns.append(pattern)
            rows *= share(of: pattern, binding: slot, input)
        }
        guard patterns.count > 1 else { return nil }
        rest = others
        return make(
            .intersection(input, slot, patterns, graph: graph), input.schema.adding([slot]),
            certain: input.certain.union([slot]), estimate: rows)
    }

    /// The variable of a pattern that the input doesn't bind, when it is the only one and stands in one place, and every
    /// row of the input binds the others.
    private func onlyNewSlot(_ pattern: CompiledPattern, _ input: Plan) -> Slot? {
        let new = pattern.places.compactMap(\.slot).filter { !input.schema.contains($0) }
        guard new.count == 1, pattern.slots.allSatisfy({ $0 == new[0] || input.certain.contains($0) }) else {
            return nil
        }
        return new[0]
    }

    /// The share of rows that a pattern leaves once its last variable is bound.
    private func share(of pattern: CompiledPattern, binding slot: Slot, _ input: Plan) -> Double {
        guard let graph = dataset.graph(graph) else { return 0 }
        return CardinalityEstimator(graph: graph).fanout(pattern) { $0 == slot || input.schema.contains($0) }
    }

    private func joined(_ input: Plan, _ item: JoinItem) -> Plan {
        let schema = input.schema.adding(item.slots)
        let rows = estimate(of: item, after: input)
        let certain = input.certain.union(item.slots)
        switch item {
        case .pattern(let pattern):
            return make(
                .match(input, pattern, graph: graph, onlyExistence: false), schema, certain: certain, estimate: rows)
        case .path(let subject, let path, let object, let isOfNodes):
            return make(
                .path(
                    input, subject: subject, path, object: object, graph: graph,
                    isOfNodes: path.mayBeEmpty && isOfNodes), schema,
                certain: certain, estimate: rows)
        }
    }

    /// How many rows a join of the input with a pattern or path gives.
    func estimate(of item: JoinItem, after input: Plan) -> Double {
        input.estimate * fanout(of: item, after: input)
    }

    /// How many rows a pattern or path gives for each row of the input.
    func fanout(of item: JoinItem, after input: Plan) -> Double {
        guard let graph = dataset.graph(graph) else { return 0 }
        let estimator = CardinalityEstimator(graph: graph)
        switch item {
        case .pattern(let pattern):
            return estimator.fanout(pattern) { input.schema.contains($0) }
        case .path(let subject, _, let object, _):
            let isSubjectBound = subject.slot.map { input.schema.contains($0) } ?? true
            let isObjectBound = object.slot.map { input.schema.contains($0) } ?? true
            return estimator.pathFanout(isSubjectBound, isObjectBound)
        }
    }
}
