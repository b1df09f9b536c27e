import GraphStore
import QuerySyntax
import RDF

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

extension Planner {
    /// The operands of a group's joins: patterns and paths, which can be taken in any order; everything else; filters
    /// of nested groups that may be moved up because their variables are bound in every solution of the nested group.
    private struct Operands {
        var items: [JoinItem] = []
        var blocks: [Algebra] = []
        var filters: [Expression] = []
        /// Whether a block stands before the first pattern.
        var startsWithBlock = false
    }

    private func collect(_ algebra: Algebra, into operands: inout Operands) throws(QueryError) {
        switch algebra {
        case .bgp(let patterns):
            for pattern in patterns {
                operands.items.append(
                    .pattern(
                        CompiledPattern(
                            try place(pattern.subject), try place(pattern.predicate), try place(pattern.object))))
            }
        case .path(let subject, let path, let object):
            let (subject, object) = (try place(subject), try place(object))
            try collectPath(subject, path, object, isFree(subject) && isFree(object), into: &operands)
        case .join(let left, let right):
            try collect(left, into: &operands)
            try collect(right, into: &operands)
        case .filter(let condition, let inner)
        where condition.mentionedVariables.isSubset(of: inner.certainVariables):
            operands.filters += condition.conjuncts
            try collect(inner, into: &operands)
        default:
            if operands.items.isEmpty, operands.blocks.isEmpty { operands.startsWithBlock = true }
            operands.blocks.append(algebra)
        }
    }

    /// Paths that are mere patterns become patterns: `a/b`, `^a`.
    private func collectPath(
        _ subject: PatternPlace, _ path: PropertyPath, _ object: PatternPlace, _ isOfNodes: Bool,
        into operands: inout Operands
    ) throws(QueryError) {
        switch path {
        case .predicate(let predicate):
            operands.items.append(.pattern(CompiledPattern(subject, try place(predicate), object)))
        case .inverse(let inner): try collectPath(object, inner, subject, isOfNodes, into: &operands)
        case .sequence(let first, let second):
            let middle = PatternPlace.slot(freshSlot())
            try collectPath(subject, first, middle, isOfNodes, into: &operands)
            try collectPath(middle, second, object, isOfNodes, into: &operands)
        default: operands.items.append(.path(subject, try compile(path), object, isOfNodes: isOfNodes))
        }
    }

    func compile(_ path: PropertyPath) throws(QueryError) -> CompiledPath {
        func id(_ term: PatternTerm) throws(QueryError) -> UInt32 { try place(term).constant ?? 0 }
        switch path {
        case .predicate(let predicate): return .predicate(try id(predicate))
        case .inverse(let inner): return .inverse(try compile(inner))
        case .sequence(let first, let second): return .sequence(try compile(first), try compile(second))
        case .alternative(let first, let second): return .alternative(try compile(first), try compile(second))
        case .zeroOrMore(let inner): return .zeroOrMore(try compile(inner))
        case .oneOrMore(let inner): return .oneOrMore(try compile(inner))
        case .zeroOrOne(let inner): return .zeroOrOne(try compile(inner))
        case .negated(let forward, let inverse):
            return .negated(
                forward: try forward.map { (it) throws(QueryError) in try id(it) },
                inverse: try inverse.map { (it) throws(QueryError) in try id(it) },
                hasForward: !forward.isEmpty || inverse.isEmpty, hasInverse: !inverse.isEmpty)
        }
    }

    /// Plans a group of joins.
    func planGroup(_ algebra: Algebra, _ input: Plan, _ filters: [Expression]) throws(QueryError) -> Plan {
        if let moved = algebra.withOptionalLast { return try plan(moved, input: input, filters: filters) }
        var operands = Operands()
        try collect(algebra, into: &operands)
        var pending = filters + operands.filters
        var current = input
        var blocks = operands.blocks
        // Inline data is small and binds variables: first.
        for case .values(let variables, let rows) in blocks {
            current = join(current, table(variables, rows))
        }
        blocks.removeAll { if case .values = $0 { true } else { false } }
        current = startedFromConstants(current, operands.items, &pending)
        // A subquery with few rows is a better start than a large pattern.
        var alone: [(block: Algebra, plan: Plan)] = []
        for block in blocks where block.isSubquery { alone.append((block, try planAlone(block))) }
        blocks.removeAll(where: \.isSubquery)
        let firstEstimate = operands.items.map { estimate(of: $0, after: current) }.min() ?? .infinity
        alone.sort { $0.plan.estimate < $1.plan.estimate }
        while let first = alone.first, first.plan.estimate < firstEstimate {
            current = try join(current, first.plan, where: pending)
            alone.removeFirst()
            current = try applyReady(&pending, to: current, later: blocks + alone.map(\.block), operands.items)
        }
        if operands.startsWithBlock, let first = blocks.first,
            operands.items.isEmpty || leastRows(of: first, after: current) <= firstEstimate
        {
            blocks.removeFirst()
            current = try join(current, block: first, where: pending)
            current = try applyReady(&pending, to: current, later: blocks + alone.map(\.block), operands.items)
        }
        current = try joinItems(operands.items, current, &pending, later: blocks + alone.map(\.block))
        while !alone.isEmpty {
            current = try join(current, alone.removeFirst().plan, where: pending)
            current = try applyReady(&pending, to: current, later: blocks + alone.map(\.block), [])
        }
        while !blocks.isEmpty {
            let block = blocks.removeFirst()
            current = try join(current, block: block, where: pending)
            current = try applyReady(&pending, to: current, later: blocks, [])
        }
        return try apply(pending, to: current)
    }

    /// About how many rows the patterns give that a block would begin with: without planning it, as blocks may be nested.
    private func leastRows(of block: Algebra, after input: Plan) -> Double {
        switch block {
        case .bgp, .path:
            var operands = Operands()
            guard (try? collect(block, into: &operands)) != nil else { return .infinity }
            return operands.items.map { estimate(of: $0, after: input) }.min() ?? 1
        case .join(let left, let right):
            return min(leastRows(of: left, after: input), leastRows(of: right, after: input))
        case .union(let left, let right): return leastRows(of: left, after: input) + leastRows(of: right, after: input)
        case .leftJoin(let inner, _, _), .minus(let inner, _), .filter(_, let inner), .extend(let inner, _, _):
            return leastRows(of: inner, after: input)
        case .values(_, let rows): return Double(rows.count)
        default: return 1
        }
    }

    func join(_ left: Plan, _ right: Plan) -> Plan { isUnit(left) ? right : hashJoin(left, right) }

    /// A join of independent plans by what they share, else by an equation between them.
    private func join(_ left: Plan, _ right: Plan, where conditions: [Expression]) throws(QueryError) -> Plan {
        if isUnit(left) { return right }
        return try equationJoin(left, right, conditions) ?? hashJoin(left, right)
    }

    /// Joins what is not a pattern: started from the rows that are there where that is allowed, by hash otherwise.
    private func join(
        _ current: Plan, block: Algebra, where conditions: [Expression]
    ) throws(QueryError) -> Plan {
        if isUnit(current) { return try plan(block, input: current) }
        let variables = Set(scope.filter { current.schema.contains($0.value) }.keys)
        let isConnected = slots(block.visibleVariables).contains { current.certain.contains($0) }
        if block.isSeedable(variables), isConnected { return try plan(block, input: current) }
        return try join(current, try plan(block, input: unit()), where: conditions)
    }

    func table(_ variables: [Variable], _ rows: [[Term?]]) -> Plan {
        let columns = variables.indices.map { column in
            rows.map { row in row[column].map { terms.id(of: $0) } ?? 0 }
        }
        let certain = variables.indices.filter { !columns[$0].contains(0) }.map { slot(variables[$0]) }
        return make(
            .table(Batch(columns: columns, count: rows.count)), Schema(variables.map { slot($0) }),
            certain: SlotSet(certain), estimate: Double(rows.count))
    }

    /// Applies the filters whose variables nothing later can bind.
    private func applyReady(
        _ pending: inout [Expression], to plan: Plan, later blocks: [Algebra], _ items: [JoinItem]
    ) throws(QueryError) -> Plan {
        if pending.isEmpty { return plan }
        let openSlots = SlotSet(items.flatMap(\.slots))
        let openVariables = blocks.reduce(into: Set<Variable>()) { $0.formUnion($1.visibleVariables) }
        var ready: [Expression] = []
        pending.removeAll { condition in
            let isReady = condition.mentionedVariables.allSatisfy { variable in
                guard let slot = scope[variable] else { return !openVariables.contains(variable) }
                return plan.certain.contains(slot)
                    || (!openSlots.contains(slot) && !openVariables.contains(variable))
            }
            if isReady { ready.append(condition) }
            return isReady
        }
        return try apply(ready, to: plan)
    }

    // MARK: The order of patterns

    /// Joins patterns and paths, at each step the one that leaves the fewest rows.
    func joinItems(
        _ items: [JoinItem], _ input: Plan, _ pending: inout [Expression], later blocks: [Algebra]
    ) throws(QueryError) -> Plan {
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
            let item = rest.remove(at: best).item
            current = intersected(current, item, &rest) ?? joined(current, item)
            if !pending.isEmpty { current = try applyReady(&pending, to: current, later: blocks, rest.map(\.item)) }
        }
        return current
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

    /// Whether a place is a variable, and not one for which EXISTS puts a term: an empty path leads from any term to
    /// itself, but between two variables only from nodes of the graph.
    private func isFree(_ place: PatternPlace) -> Bool { place.slot.map { !replacedSlots.contains($0) } ?? false }

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

extension Algebra {
    /// A join with an OPTIONAL among its operands as the OPTIONAL of the join of the others, which mostly leaves fewer rows
    /// to look for; nil where there is none, or the others could see what it binds.
    fileprivate var withOptionalLast: Algebra? {
        guard case .join = self else { return nil }
        var operands: [Algebra] = []
        func flatten(_ algebra: Algebra) {
            guard case .join(let left, let right) = algebra else { return operands.append(algebra) }
            flatten(left)
            flatten(right)
        }
        flatten(self)
        for (place, operand) in operands.enumerated() {
            guard case .leftJoin(let left, let right, let condition) = operand else { continue }
            let open = right.mentionedVariables.union(condition?.mentionedVariables ?? [])
                .subtracting(left.certainVariables)
            operands[place] = left
            guard operands.indices.allSatisfy({ $0 == place || operands[$0].visibleVariables.isDisjoint(with: open) })
            else {
                operands[place] = operand
                continue
            }
            return .leftJoin(operands.dropFirst().reduce(operands[0]) { .join($0, $1) }, right, condition)
        }
        return nil
    }

    /// Whether it can't be started from given rows.
    fileprivate var isSubquery: Bool {
        switch self {
        case .group, .orderBy, .project, .distinct, .reduced, .slice: true
        default: false
        }
    }
}
