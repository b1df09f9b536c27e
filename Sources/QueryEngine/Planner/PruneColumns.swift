extension Plan {
    /// The plan without the columns that nothing above it reads.
    ///
    /// - Parameters:
    ///   - wanted: The slots that are read above.
    ///   - ignoresDuplicates: Whether equal rows may be left out, as below DISTINCT and within EXISTS: a pattern that
    ///     adds no wanted variable is then looked up once.
    func pruned(to wanted: SlotSet, ignoresDuplicates: Bool = false) -> Plan {
        var plan = self
        func keep(_ schema: Schema) -> Schema { Schema(schema.slots.filter { wanted.contains($0) }) }
        switch operation {
        case .seed, .table, .patternCount: break
        case .match(let input, let pattern, let graph, _):
            let inner = input.pruned(to: wanted.union(pattern.slots), ignoresDuplicates: ignoresDuplicates)
            plan.schema = keep(schema)
            let hasRepeatedSlot = pattern.places.compactMap(\.slot).count != pattern.slots.count
            let addsNothing = plan.schema.slots.allSatisfy { input.certain.contains($0) }
            plan.operation = .match(
                inner, pattern, graph: graph, onlyExistence: ignoresDuplicates && addsNothing && !hasRepeatedSlot)
        case .intersection(let input, let slot, let patterns, let graph):
            let needed = patterns.reduce(into: wanted) { $0.formUnion($1.slots) }.subtracting([slot])
            plan.schema = keep(schema)
            plan.operation = .intersection(
                input.pruned(to: needed, ignoresDuplicates: ignoresDuplicates), slot, patterns, graph: graph)
        case .path(let input, let subject, let path, let object, let graph, let isOfNodes):
            let needed = wanted.union([subject.slot, object.slot].compactMap { $0 })
            plan.schema = keep(schema)
            plan.operation = .path(
                input.pruned(to: needed, ignoresDuplicates: ignoresDuplicates), subject: subject, path,
                object: object, graph: graph, isOfNodes: isOfNodes)
        case .filter(let input, let condition):
            let inner = input.pruned(to: wanted.union(condition.slots), ignoresDuplicates: ignoresDuplicates)
            plan.schema = inner.schema
            plan.operation = .filter(inner, condition)
        case .extend(let input, let slot, let expression):
            // Functions without arguments (UUID, RAND) may stay even where nothing reads them: they cost little.
            let inner = input.pruned(to: wanted.union(expression.slots), ignoresDuplicates: ignoresDuplicates)
            plan.schema = inner.schema.adding([slot])
            plan.operation = .extend(inner, slot, expression)
        case .hashJoin(let left, let right):
            let shared = SlotSet(left.schema.slots).intersection(right.schema.slots)
            let l = left.pruned(to: wanted.union(shared), ignoresDuplicates: ignoresDuplicates)
            let r = right.pruned(to: wanted.union(shared), ignoresDuplicates: ignoresDuplicates)
            plan.schema = keep(l.schema.adding(r.schema.slots))
            plan.operation = .hashJoin(l, r)
        case .hashLeftJoin(let left, let right, let condition):
            let shared = SlotSet(left.schema.slots).intersection(right.schema.slots)
            let needed = wanted.union(shared).union(condition?.slots ?? [])
            let l = left.pruned(to: needed, ignoresDuplicates: ignoresDuplicates)
            let r = right.pruned(to: needed, ignoresDuplicates: ignoresDuplicates)
            plan.schema = l.schema.adding(r.schema.slots)
            plan.operation = .hashLeftJoin(l, r, condition)
        case .seededLeftJoin(let left, let right, let condition, let seed, let rowNumber):
            let l = left.pruned(
                to: wanted.union(seed.slots).subtracting([rowNumber]), ignoresDuplicates: ignoresDuplicates)
            var needed = wanted.union(condition?.slots ?? [])
            needed.insert(rowNumber)
            let r = right.pruned(to: needed, ignoresDuplicates: ignoresDuplicates)
            plan.schema = keep(l.schema.adding(r.schema.slots.filter { $0 != rowNumber }))
            plan.operation = .seededLeftJoin(l, r, condition, seed: seed, rowNumber: rowNumber)
        case .seededUnion(let input, let plans):
            // The branches start from the input's rows, so the input keeps its columns.
            let branches = plans.map { $0.pruned(to: wanted, ignoresDuplicates: ignoresDuplicates) }
            plan.schema = keep(branches.reduce(input.schema) { $0.adding($1.schema.slots) })
            plan.operation = .seededUnion(input.pruned(to: SlotSet(input.schema.slots)), branches)
        case .minus(let left, let right):
            let shared = SlotSet(left.schema.slots).intersection(right.schema.slots)
            let l = left.pruned(to: wanted.union(shared), ignoresDuplicates: ignoresDuplicates)
            plan.schema = l.schema
            plan.operation = .minus(l, right.pruned(to: shared, ignoresDuplicates: true))
        case .group(let input, let keys, let aggregates):
            var needed = SlotSet(keys)
            for aggregate in aggregates {
                needed.formUnion(aggregate.argument?.slots ?? (aggregate.isDistinct ? SlotSet(input.schema.slots) : []))
            }
            plan.operation = .group(input.pruned(to: needed), keys: keys, aggregates: aggregates)
        case .orderBy(let input, let keys, let first):
            let needed = keys.reduce(into: wanted) { $0.formUnion($1.key.slots) }
            let inner = input.pruned(to: needed, ignoresDuplicates: ignoresDuplicates && first == nil)
            plan.schema = inner.schema
            plan.operation = .orderBy(inner, keys, first: first)
        case .project(let input):
            plan.schema = keep(schema)
            plan.operation = .project(
                input.pruned(to: SlotSet(plan.schema.slots), ignoresDuplicates: ignoresDuplicates))
        case .distinct(let input):
            plan.operation = .distinct(input.pruned(to: SlotSet(input.schema.slots), ignoresDuplicates: true))
        case .slice(let input, let offset, let limit):
            let inner = input.pruned(to: wanted)
            plan.schema = inner.schema
            plan.operation = .slice(inner, offset: offset, limit: limit)
        }
        plan.certain = plan.certain.intersection(plan.schema.slots)
        return plan
    }
}
