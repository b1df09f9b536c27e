import GraphStore
import QuerySyntax
import RDF

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
        if let place = start(among: blocks, operands, firstEstimate, after: current) {
            current = try join(current, block: blocks.remove(at: place), where: pending)
            current = try applyReady(&pending, to: current, later: blocks + alone.map(\.block), operands.items)
        }
        var items = operands.items
        while !items.isEmpty {
            let others = blocks + alone.map(\.block)
            (current, items) = try joinItems(items, current, &pending, later: others, stopsAtProduct: !others.isEmpty)
            if items.isEmpty { break }
            // Patterns that share nothing with the others wait for what may connect them.
            if let place = alone.firstIndex(where: { $0.plan.schema.slots.contains(where: current.schema.contains) }) {
                current = try join(current, alone.remove(at: place).plan, where: pending)
            } else if let place = blocks.firstIndex(where: { isConnected($0, to: current) }) {
                current = try join(current, block: blocks.remove(at: place), where: pending)
            } else {
                (current, items) = try joinItems(items, current, &pending, later: others, stopsAtProduct: false)
            }
            current = try applyReady(&pending, to: current, later: blocks + alone.map(\.block), items)
        }
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

    /// The block to begin with, where one is a better start than any pattern: the first when it stands before all patterns,
    /// or a UNION that gives far fewer rows.
    private func start(
        among blocks: [Algebra], _ operands: Operands, _ firstEstimate: Double, after input: Plan
    ) -> Int? {
        if operands.startsWithBlock, let first = blocks.first,
            operands.items.isEmpty || leastRows(of: first, after: input) <= firstEstimate
        {
            return 0
        }
        guard isUnit(input) else { return nil }
        return blocks.firstIndex { block in
            guard case .union = block else { return false }
            return leastRows(of: block, after: input) * 4 < firstEstimate
        }
    }

    /// Whether a block shares a variable with the rows that are there.
    private func isConnected(_ block: Algebra, to plan: Plan) -> Bool {
        slots(block.visibleVariables).contains { plan.certain.contains($0) }
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
        if block.isSeedable(variables), isConnected(block, to: current) { return try plan(block, input: current) }
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
    func applyReady(
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

    /// Whether a place is a variable, and not one for which EXISTS puts a term: an empty path leads from any term to
    /// itself, but between two variables only from nodes of the graph.
    private func isFree(_ place: PatternPlace) -> Bool { place.slot.map { !replacedSlots.contains($0) } ?? false }
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
