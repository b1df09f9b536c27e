import QuerySyntax

/// MINUS: what is to be taken away is looked for from each row, or found once and for all.
extension Planner {
    /// The rows of a plan for `left` without those that `right` takes away.
    func minus(_ leftPlan: Plan, _ left: Algebra, _ right: Algebra) throws(QueryError) -> Plan {
        let sought = try planSought(leftPlan, left, right)
        // What stands in a MINUS within a MINUS would be planned twice at each level.
        if let sought, right.hasMinus { return withoutMatches(leftPlan, sought.plan) }
        let rightPlan = try plan(right, input: unit())
        if let sought, sought.cost < rightPlan.estimate { return withoutMatches(leftPlan, sought.plan) }
        return make(
            .minus(leftPlan, rightPlan), leftPlan.schema, certain: leftPlan.certain, estimate: leftPlan.estimate)
    }

    private func withoutMatches(_ left: Plan, _ sought: ExistsPlan) -> Plan {
        let condition = ExpressionPlan(expression: .not(.exists(0)), exists: [sought])
        return make(.filter(left, condition), left.schema, certain: left.certain, estimate: left.estimate)
    }

    /// The plan that starts from the rows of the left side, and about how many rows it looks at; nil where a row could
    /// share no bound variable with a match, or where the right side can't be started from rows.
    private func planSought(
        _ leftPlan: Plan, _ left: Algebra, _ right: Algebra
    ) throws(QueryError) -> (plan: ExistsPlan, cost: Double)? {
        let shared = left.visibleVariables.intersection(right.visibleVariables)
        let sharedSlots = slots(shared)
        guard sharedSlots.count == shared.count, sharedSlots.isSubset(of: leftPlan.certain),
            !right.certainVariables.isDisjoint(with: shared), right.isSeedable(shared)
        else { return nil }
        let plan = try planExists(right, over: leftPlan, seeing: sharedSlots)
        let rows = max(1, leftPlan.estimate)
        // Looking for one row takes about as long as putting two into a table.
        return (plan, rows * (2 + plan.plan.estimate / max(1, min(rows, Self.largestSeed))))
    }
}

extension Algebra {
    /// Whether a MINUS stands somewhere within, but for those in EXISTS.
    fileprivate var hasMinus: Bool {
        switch self {
        case .minus: true
        case .bgp, .path, .values: false
        case .join(let left, let right), .leftJoin(let left, let right, _), .union(let left, let right):
            left.hasMinus || right.hasMinus
        case .filter(_, let inner), .extend(let inner, _, _), .graph(_, let inner), .service(_, let inner, _),
            .group(let inner, _, _), .orderBy(let inner, _), .project(let inner, _), .distinct(let inner),
            .reduced(let inner), .slice(let inner, _, _):
            inner.hasMinus
        }
    }
}
