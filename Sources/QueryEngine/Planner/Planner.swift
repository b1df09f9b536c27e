import GraphStore
import QuerySyntax
import RDF

/// Makes an execution plan of an algebra.
///
/// Every operator is planned as a join with the rows that are there already (`input`): patterns then use indexes with
/// what is bound, and only what can't be started from given rows (subqueries, aggregates) is evaluated by itself and
/// joined by hash.
final class Planner {
    let dataset: ActiveDataset
    /// The limits: large queries take a while to plan.
    let watch: Watch
    let terms: TermSpace
    /// The slot of each variable that is in scope.
    var scope: [Variable: Slot] = [:]
    /// The name of each slot, for `explain`; nil for one that no variable of the query names.
    private(set) var slotNames: [String?] = []
    private var nodeCount = 0
    /// The variables for which EXISTS puts the terms of the outer row.
    var replacedSlots: SlotSet = []
    var graph = GraphSelection.defaultGraph
    var depth = 0
    static let maximumDepth = 2000
    /// So many rows are taken as the input of what is started from rows.
    static let largestSeed = 10000.0

    init(dataset: ActiveDataset, terms: TermSpace, watch: Watch) {
        self.watch = watch
        self.dataset = dataset
        self.terms = terms
    }

    // MARK: Slots and nodes

    func slot(_ variable: Variable) -> Slot {
        if let known = scope[variable] { return known }
        let slot = freshSlot(variable.name)
        scope[variable] = slot
        return slot
    }

    func freshSlot(_ name: String? = nil) -> Slot {
        slotNames.append(name)
        return slotNames.count - 1
    }

    func slots(_ variables: Set<Variable>) -> SlotSet { SlotSet(variables.compactMap { scope[$0] }) }

    func make(_ operation: PlanOperation, _ schema: Schema, certain: SlotSet, estimate: Double) -> Plan {
        nodeCount += 1
        return Plan(operation: operation, schema: schema, certain: certain, estimate: estimate, node: nodeCount)
    }

    /// The plan with one row that binds nothing.
    func unit() -> Plan { make(.seed, Schema([]), certain: [], estimate: 1) }

    func isUnit(_ plan: Plan) -> Bool { if case .seed = plan.operation { plan.schema.slots.isEmpty } else { false } }

    func isSeed(_ plan: Plan) -> Bool { if case .seed = plan.operation { true } else { false } }

    /// The plan that starts from rows with the columns of another.
    func seed(like plan: Plan) -> Plan {
        make(.seed, plan.schema, certain: plan.certain, estimate: min(plan.estimate, Self.largestSeed))
    }

    // MARK: Places

    func place(_ term: PatternTerm) throws(QueryError) -> PatternPlace {
        switch term {
        case .term(let term): return .constant(terms.id(of: term))
        case .variable(let variable): return .slot(slot(variable))
        case .name(let name): throw .unresolvedName(name.text)
        case .parameter(let name, _): throw .unboundParameter(name)
        }
    }

    // MARK: Algebra

    /// The rows of `input` joined with the solutions of `algebra`, of which only those that meet all of `filters` are
    /// kept.
    func plan(_ algebra: Algebra, input: Plan, filters: [Expression] = []) throws(QueryError) -> Plan {
        depth += 1
        defer { depth -= 1 }
        if depth > Self.maximumDepth { throw .tooComplex("it is nested more than \(Self.maximumDepth) deep") }
        switch algebra {
        case .bgp, .path, .join, .values: return try planGroup(algebra, input, filters)
        case .filter(let condition, let inner):
            return try plan(inner, input: input, filters: condition.conjuncts + filters)
        case .leftJoin(let left, let right, let condition):
            return try planLeftJoin(left, right, condition, input, filters)
        case .union(let left, let right):
            return try planUnion(algebra.unionBranches(left, right), input, filters)
        case .minus(let left, let right): return try planMinus(left, right, input, filters)
        case .graph(let name, let inner): return try planGraph(name, inner, input, filters)
        case .extend(let inner, let variable, let expression):
            return try planExtend(inner, variable, expression, input, filters)
        // What fails silently gives one solution that binds nothing.
        case .service(_, _, silent: true): return try apply(filters, to: input)
        case .service: throw .unsupported("SERVICE")
        case .group, .orderBy, .project, .distinct, .reduced, .slice:
            return try planSubquery(algebra, input, filters)
        }
    }

    /// A subquery or a modifier: evaluated by itself and joined by hash.
    private func planSubquery(_ algebra: Algebra, _ input: Plan, _ filters: [Expression]) throws(QueryError) -> Plan {
        let alone = try planAlone(algebra)
        let joined = isUnit(input) ? alone : hashJoin(input, alone)
        return try apply(filters, to: joined)
    }

    func hashJoin(_ left: Plan, _ right: Plan) -> Plan {
        let schema = left.schema.adding(right.schema.slots)
        let shared = left.schema.slots.filter { right.schema.contains($0) }
        let estimate =
            shared.isEmpty
            ? left.estimate * right.estimate : max(left.estimate, right.estimate)
        return make(.hashJoin(left, right), schema, certain: left.certain.union(right.certain), estimate: estimate)
    }

    /// Filters a plan; those with EXISTS last, as they cost most.
    func apply(_ filters: [Expression], to plan: Plan) throws(QueryError) -> Plan {
        var plan = plan
        for condition in filters.filter({ !$0.hasExists }) + filters.filter({ $0.hasExists }) {
            let compiled = try compile(condition, over: plan)
            plan = make(
                .filter(plan, compiled), plan.schema, certain: plan.certain,
                estimate: max(1, plan.estimate * selectivity(condition)))
        }
        return plan
    }

    /// A guess at the share of rows that a condition keeps.
    private func selectivity(_ condition: Expression) -> Double {
        switch condition {
        case .compare(.equal, _, _), .isIn: 0.05
        case .compare(.notEqual, _, _): 0.9
        case .compare: 0.3
        case .function("REGEX", _), .function("CONTAINS", _), .function("STRSTARTS", _): 0.1
        default: 0.5
        }
    }

    private func planLeftJoin(
        _ left: Algebra, _ right: Algebra, _ condition: Expression?, _ input: Plan, _ filters: [Expression]
    ) throws(QueryError) -> Plan {
        let certainLeft = left.certainVariables
        let pushed = filters.filter { $0.mentionedVariables.isSubset(of: certainLeft) }
        let kept = filters.filter { !$0.mentionedVariables.isSubset(of: certainLeft) }
        let leftPlan = try plan(left, input: input, filters: pushed)
        return try apply(kept, to: try leftJoin(leftPlan, right, condition))
    }

    private func leftJoin(
        _ leftPlan: Plan, _ right: Algebra, _ condition: Expression?
    ) throws(QueryError) -> Plan {
        let leftVariables = Set(scope.filter { leftPlan.schema.contains($0.value) }.keys)
        let relevant = slots(right.mentionedVariables.union(condition?.mentionedVariables ?? []))
        let shared = leftPlan.schema.slots.filter { relevant.contains($0) }
        let sharesCertain = slots(right.visibleVariables).contains { leftPlan.certain.contains($0) }
        if right.isSeedable(leftVariables), sharesCertain || right.isSmall(dataset) {
            let rowNumber = freshSlot()
            let seedSchema = Schema(shared + [rowNumber])
            let seed = make(
                .seed, seedSchema, certain: leftPlan.certain.intersection(shared).union([rowNumber]),
                estimate: max(1, min(leftPlan.estimate, 10000)))
            let rightPlan = try plan(right, input: seed)
            let compiled = try condition.map { (it) throws(QueryError) in try compile(it, over: rightPlan) }
            let schema = leftPlan.schema.adding(rightPlan.schema.slots.filter { $0 != rowNumber })
            return make(
                .seededLeftJoin(leftPlan, rightPlan, compiled, seed: seedSchema, rowNumber: rowNumber), schema,
                certain: leftPlan.certain,
                estimate: leftPlan.estimate * max(1, rightPlan.estimate / seed.estimate))
        }
        let rightPlan = try plan(right, input: unit())
        let schema = leftPlan.schema.adding(rightPlan.schema.slots)
        var joined = make(
            .hashLeftJoin(leftPlan, rightPlan, nil), schema, certain: leftPlan.certain,
            estimate: max(leftPlan.estimate, 1))
        if let condition {
            let compiled = try compile(condition, over: joined)
            joined.operation = .hashLeftJoin(leftPlan, rightPlan, compiled)
        }
        return joined
    }

    private func planUnion(
        _ branches: [Algebra], _ input: Plan, _ filters: [Expression]
    ) throws(QueryError) -> Plan {
        let inputVariables = Set(scope.filter { input.schema.contains($0.value) }.keys)
        guard branches.allSatisfy({ $0.isSeedable(inputVariables) }) || isSeed(input) else {
            let alone = try planUnion(branches, unit(), [])
            return try apply(filters, to: hashJoin(input, alone))
        }
        var plans: [Plan] = []
        var schema = input.schema
        for branch in branches {
            let branchPlan = try plan(branch, input: isSeed(input) ? input : seed(like: input), filters: filters)
            schema = schema.adding(branchPlan.schema.slots)
            plans.append(branchPlan)
        }
        let certain = plans.dropFirst().reduce(plans.first?.certain ?? []) { $0.intersection($1.certain) }
        let scale = isSeed(input) ? 1 : input.estimate / max(1, min(input.estimate, 10000))
        let estimate = plans.reduce(0) { $0 + $1.estimate } * scale
        return make(.seededUnion(input, plans), schema, certain: certain.union(input.certain), estimate: estimate)
    }

    private func planMinus(
        _ left: Algebra, _ right: Algebra, _ input: Plan, _ filters: [Expression]
    ) throws(QueryError) -> Plan {
        let certainLeft = left.certainVariables
        let pushed = filters.filter { $0.mentionedVariables.isSubset(of: certainLeft) }
        let kept = filters.filter { !$0.mentionedVariables.isSubset(of: certainLeft) }
        let leftPlan = try plan(left, input: input, filters: pushed)
        // Without a variable in common nothing can be taken away.
        guard !left.visibleVariables.isDisjoint(with: right.visibleVariables) else {
            return try apply(kept, to: leftPlan)
        }
        return try apply(kept, to: try minus(leftPlan, left, right))
    }

    private func planExtend(
        _ inner: Algebra, _ variable: Variable, _ expression: Expression, _ input: Plan, _ filters: [Expression]
    ) throws(QueryError) -> Plan {
        if input.schema.contains(slot(variable)) {
            let alone = try planExtend(inner, variable, expression, unit(), [])
            return try apply(filters, to: hashJoin(input, alone))
        }
        let pushed = filters.filter { !$0.mentionedVariables.contains(variable) }
        let kept = filters.filter { $0.mentionedVariables.contains(variable) }
        let innerPlan = try plan(inner, input: input, filters: pushed)
        return try apply(kept, to: try extend(innerPlan, variable, expression))
    }

    func extend(_ plan: Plan, _ variable: Variable, _ expression: Expression) throws(QueryError) -> Plan {
        let target = slot(variable)
        let compiled = try compile(expression, over: plan)
        var certain = plan.certain
        switch compiled.expression {
        case .constant: certain.insert(target)
        case .variable(let source) where plan.certain.contains(source): certain.insert(target)
        default: break
        }
        return make(
            .extend(plan, target, compiled), plan.schema.adding([target]), certain: certain, estimate: plan.estimate)
    }
}

extension Algebra {
    /// The branches of nested unions, in order.
    fileprivate func unionBranches(_ left: Algebra, _ right: Algebra) -> [Algebra] {
        var branches: [Algebra] = []
        for side in [left, right] {
            if case .union(let first, let second) = side {
                branches += side.unionBranches(first, second)
            } else {
                branches.append(side)
            }
        }
        return branches
    }

    /// Whether it is inline data or a pattern over a graph without many triples, so that evaluating it for each of many
    /// rows costs little.
    fileprivate func isSmall(_ dataset: ActiveDataset) -> Bool {
        switch self {
        case .values(_, let rows): rows.count <= 16
        case .bgp(let patterns): patterns.isEmpty
        default: false
        }
    }
}
