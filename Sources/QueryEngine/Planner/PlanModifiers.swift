import QuerySyntax

/// Subqueries, grouping and solution modifiers: what is evaluated by itself.
extension Planner {
    /// A plan of an algebra that starts from nothing.
    func planAlone(_ algebra: Algebra) throws(QueryError) -> Plan {
        switch algebra {
        case .project(let inner, let variables): return try planProject(inner, variables)
        case .distinct(let inner):
            let plan = try planAlone(inner)
            return make(.distinct(plan), plan.schema, certain: plan.certain, estimate: plan.estimate)
        // REDUCED permits duplicates.
        case .reduced(let inner): return try planAlone(inner)
        case .slice(let inner, let offset, let limit):
            var plan = try planAlone(inner)
            if let limit { plan = keepingFirst(offset + limit, of: plan) }
            let estimate = min(max(0, plan.estimate - Double(offset)), Double(limit ?? .max))
            return make(
                .slice(plan, offset: offset, limit: limit), plan.schema, certain: plan.certain, estimate: estimate)
        case .orderBy(let inner, let keys):
            let plan = try planAlone(inner)
            let compiled = try keys.map { (key) throws(QueryError) in
                OrderPlan(key: try compile(key.expression, over: plan), isDescending: key.isDescending)
            }
            return make(
                .orderBy(plan, compiled, first: nil), plan.schema, certain: plan.certain, estimate: plan.estimate)
        case .group(let inner, let keys, let aggregates): return try planGrouping(inner, keys, aggregates)
        default: return try plan(algebra, input: unit())
        }
    }

    /// A projection: variables that are not projected are local to it.
    private func planProject(_ inner: Algebra, _ variables: [Variable]) throws(QueryError) -> Plan {
        let outer = scope
        var local: [Variable: Slot] = [:]
        for variable in variables { local[variable] = outer[variable] ?? freshSlot(variable.name) }
        scope = local
        let plan = try planAlone(inner)
        let schema = Schema(variables.compactMap { local[$0] })
        scope = outer
        for variable in variables { scope[variable] = local[variable] }
        return make(
            .project(plan), schema, certain: plan.certain.intersection(schema.slots), estimate: plan.estimate)
    }

    /// Tells the sort below a LIMIT that only the first rows are wanted.
    private func keepingFirst(_ count: Int, of plan: Plan) -> Plan {
        var plan = plan
        switch plan.operation {
        case .project(let inner): plan.operation = .project(keepingFirst(count, of: inner))
        case .extend(let inner, let slot, let expression):
            plan.operation = .extend(keepingFirst(count, of: inner), slot, expression)
        case .orderBy(let inner, let keys, nil): plan.operation = .orderBy(inner, keys, first: count)
        default: break
        }
        return plan
    }

    private func planGrouping(
        _ inner: Algebra, _ keys: [GroupKey], _ aggregates: [AggregateBinding]
    ) throws(QueryError) -> Plan {
        var plan = try planAlone(inner)
        for key in keys where key.expression != .variable(key.variable) {
            plan = try extend(plan, key.variable, key.expression)
        }
        let keySlots = keys.map { slot($0.variable) }
        var compiled: [AggregatePlan] = []
        for binding in aggregates {
            let argument = try binding.aggregate.argument.map { (it) throws(QueryError) in try compile(it, over: plan) }
            compiled.append(
                AggregatePlan(
                    slot: slot(binding.variable), function: binding.aggregate.function,
                    isDistinct: binding.aggregate.isDistinct, argument: argument))
        }
        let schema = Schema(keySlots + compiled.map(\.slot))
        let counts = SlotSet(compiled.filter { $0.function == .count }.map(\.slot))
        if let count = countOfPattern(plan, keys: keySlots, compiled) {
            return make(count, schema, certain: counts, estimate: 1)
        }
        return make(
            .group(plan, keys: keySlots, aggregates: compiled), schema,
            certain: counts.union(plan.certain.intersection(keySlots)),
            estimate: keys.isEmpty ? 1 : max(1, plan.estimate / 4))
    }

    /// Counting all matches of one pattern needs no look at them.
    private func countOfPattern(_ plan: Plan, keys: [Slot], _ aggregates: [AggregatePlan]) -> PlanOperation? {
        guard keys.isEmpty, !aggregates.isEmpty, case .match(let input, let pattern, let graph, _) = plan.operation,
            isUnit(input), pattern.places.compactMap(\.slot).count == pattern.slots.count
        else { return nil }
        for aggregate in aggregates {
            guard aggregate.function == .count, !aggregate.isDistinct else { return nil }
            switch aggregate.argument?.expression {
            case nil: break
            case .variable(let slot) where pattern.slots.contains(slot): break
            default: return nil
            }
        }
        return .patternCount(aggregates.map { _ in pattern }, aggregates.map(\.slot), graph: graph)
    }
}
