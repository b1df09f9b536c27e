import QuerySyntax

/// A node of an execution plan: an operator, its inputs, and what the planner knows of its rows.
package struct Plan: Sendable {
    /// What the node does.
    package var operation: PlanOperation
    /// The columns of its rows.
    package var schema: Schema
    /// The slots that are bound in every row.
    package var certain: SlotSet
    /// How many rows the planner expects.
    package var estimate: Double
    /// The node's number, unique within its query.
    package var node: Int
}

/// The operators.
package indirect enum PlanOperation: Sendable {
    /// The rows that the plan is started with; without any, one row that binds nothing.
    case seed
    /// Rows that are known to the planner.
    case table(Batch)
    /// The triples that match a pattern, for each row of the input.
    case match(Plan, CompiledPattern, graph: GraphSelection, onlyExistence: Bool)
    /// The ids of one new variable that several patterns allow, whose other places the input or a constant gives.
    case intersection(Plan, Slot, [CompiledPattern], graph: GraphSelection)
    /// A property path that is no plain pattern, for each row of the input.
    ///
    /// `isOfNodes`: whether a bound end must be a node of the graph, which matters where the path may be empty.
    case path(
        Plan, subject: PatternPlace, CompiledPath, object: PatternPlace, graph: GraphSelection, isOfNodes: Bool)
    case filter(Plan, ExpressionPlan)
    case extend(Plan, Slot, ExpressionPlan)
    case hashJoin(Plan, Plan)
    case hashLeftJoin(Plan, Plan, ExpressionPlan?)
    case seededLeftJoin(Plan, Plan, ExpressionPlan?, seed: Schema, rowNumber: Slot)
    /// The rows of several plans, each started with the input's rows.
    case seededUnion(Plan, [Plan])
    case minus(Plan, Plan)
    case group(Plan, keys: [Slot], aggregates: [AggregatePlan])
    /// The number of triples of a pattern, without looking at them.
    case patternCount([CompiledPattern], [Slot], graph: GraphSelection)
    case orderBy(Plan, [OrderPlan], first: Int?)
    case project(Plan)
    case distinct(Plan)
    case slice(Plan, offset: Int, limit: Int?)
}

/// A place of a pattern: a term's id or a variable.
package enum PatternPlace: Hashable, Sendable {
    case constant(UInt32)
    case slot(Slot)

    /// The variable, or nil.
    package var slot: Slot? { if case .slot(let slot) = self { slot } else { nil } }
    /// The term, or nil.
    package var constant: UInt32? { if case .constant(let id) = self { id } else { nil } }
}

/// A triple pattern over ids and slots.
package struct CompiledPattern: Hashable, Sendable {
    package var subject: PatternPlace
    package var predicate: PatternPlace
    package var object: PatternPlace

    /// A pattern of three places.
    package init(_ subject: PatternPlace, _ predicate: PatternPlace, _ object: PatternPlace) {
        self.subject = subject
        self.predicate = predicate
        self.object = object
    }

    /// The places in order.
    package var places: [PatternPlace] { [subject, predicate, object] }
    /// The variables, each once.
    package var slots: [Slot] {
        var result: [Slot] = []
        for place in places { if let slot = place.slot, !result.contains(slot) { result.append(slot) } }
        return result
    }
}

/// An expression with the plans of the EXISTS within it.
package struct ExpressionPlan: Sendable {
    package var expression: CompiledExpression
    package var exists: [ExistsPlan] = []

    /// The rows for which the expression is true.
    func keep(
        _ batch: Batch, schema: Schema, firstRow: Int, _ context: ExecutionContext
    ) throws(QueryError) -> [Int32] {
        let view = try view(batch, schema: schema, firstRow: firstRow, context)
        var kept: [Int32] = []
        for row in 0..<batch.count {
            if context.evaluator.boolean(expression, view, row) == true { kept.append(Int32(row)) }
            try context.check(after: row)
        }
        try context.check()
        return kept
    }

    /// The values of the expression by row; 0 where it has none.
    ///
    /// - Parameter memo: what the operator keeps of this expression from batch to batch.
    func ids(
        _ batch: Batch, schema: Schema, firstRow: Int, _ context: ExecutionContext, _ memo: inout ExpressionMemo
    ) throws(QueryError) -> [UInt32] {
        if case .variable(let slot) = expression {
            return schema.column(of: slot).map { batch.columns[$0] } ?? Array(repeating: 0, count: batch.count)
        }
        let view = try view(batch, schema: schema, firstRow: firstRow, context)
        var ids: [UInt32] = []
        ids.reserveCapacity(batch.count)
        let slots = expression.slots
        if slots.count == 1, exists.isEmpty, expression.isPure, let slot = slots.first,
            let column = schema.column(of: slot)
        {
            let readsAffixOnly = expression.readsAffixOnly
            for row in 0..<batch.count {
                let id = batch.columns[column][row]
                if readsAffixOnly, id != 0, id <= context.terms.graphLimit,
                    let affix = context.terms.view.affixNumber(id)
                {
                    ids.append(memo.value(ofAffix: affix) { context.evaluator.id(expression, view, row) })
                } else {
                    ids.append(memo.value(of: id) { context.evaluator.id(expression, view, row) })
                }
                try context.check(after: row)
            }
            return ids
        }
        for row in 0..<batch.count {
            ids.append(context.evaluator.id(expression, view, row))
            try context.check(after: row)
        }
        return ids
    }

    private func view(
        _ batch: Batch, schema: Schema, firstRow: Int, _ context: ExecutionContext
    ) throws(QueryError) -> RowView {
        var view = RowView(batch, schema: schema, slotCount: context.slotCount, firstRow: firstRow)
        if !exists.isEmpty { view.existsVerdicts = try ExistsPlan.verdicts(exists, batch, schema, context) }
        return view
    }

    /// The slots that the expression reads, those of its EXISTS included.
    package var slots: SlotSet { exists.reduce(into: expression.slots) { $0.formUnion($1.outerSlots) } }
}

/// The last values of an expression that reads one variable: many rows have the same few years, counts or towns.
struct ExpressionMemo {
    /// By the last bits of an id, the id whose value stands here; unbound is computed anew each time.
    private var inputs: [UInt32] = []
    private var values: [UInt32] = []
    private static let count = 1 << 12
    /// By the number of an affix, for an expression that asks only for a term's kind, datatype or language; 0 where it is
    /// not known yet, or has none.
    private var ofAffixes: [UInt32] = []

    @inline(__always)
    mutating func value(of input: UInt32, _ compute: () -> UInt32) -> UInt32 {
        if inputs.isEmpty {
            inputs = Array(repeating: 0, count: Self.count)
            values = inputs
        }
        let place = Int(input) & (Self.count - 1)
        if input != 0, inputs[place] == input { return values[place] }
        let value = compute()
        inputs[place] = input
        values[place] = value
        return value
    }

    @inline(__always)
    mutating func value(ofAffix affix: UInt16, _ compute: () -> UInt32) -> UInt32 {
        if ofAffixes.isEmpty { ofAffixes = Array(repeating: 0, count: 1 << 16) }
        if ofAffixes[Int(affix)] == 0 { ofAffixes[Int(affix)] = compute() }
        return ofAffixes[Int(affix)]
    }
}

/// An aggregate of a group.
package struct AggregatePlan: Sendable {
    package var slot: Slot
    package var function: Aggregate.Function
    package var isDistinct: Bool
    /// The argument; nil for `COUNT(*)`.
    package var argument: ExpressionPlan?
}

/// A key of ORDER BY.
package struct OrderPlan: Sendable {
    package var key: ExpressionPlan
    package var isDescending: Bool
}

extension Plan {
    /// The operator at work over the rows of `seed`.
    package func source(_ context: ExecutionContext, seed: Batch = .unit) throws(QueryError) -> any RowSource {
        let source = try makeSource(context, seed: seed)
        guard let profile = context.profile else { return source }
        return ProfiledSource(source, node: node, profile: profile)
    }

    private func shape(_ left: Plan, _ right: Plan) -> JoinShape {
        JoinShape(
            left: left.schema, leftCertain: left.certain, right: right.schema, rightCertain: right.certain,
            output: schema)
    }

    /// The patterns at once, or one after the other where the graph was changed since its permutations were sorted.
    private func intersection(
        _ context: ExecutionContext, _ seed: Batch, _ input: Plan, _ slot: Slot, _ patterns: [CompiledPattern],
        _ graph: GraphSelection
    ) throws(QueryError) -> any RowSource {
        let rows = try input.source(context, seed: seed)
        if let source = Intersection(
            rows, from: input, slot: slot, patterns: patterns, to: schema, graph: graph, context: context)
        {
            return source
        }
        var step = input
        var source = rows
        for pattern in patterns {
            let before = step
            step.schema = step.schema.adding([slot])
            step.certain.insert(slot)
            source = PatternMatch(
                source, from: before, pattern: pattern, to: step.schema, graph: graph, onlyExistence: false,
                context: context)
        }
        return step.schema == schema ? source : Project(source, from: step.schema, to: schema)
    }

    private func makeSource(_ context: ExecutionContext, seed: Batch) throws(QueryError) -> any RowSource {
        switch operation {
        case .seed: return TableSource(seed)
        case .table(let batch): return TableSource(batch)
        case .match(let input, let pattern, let graph, let onlyExistence):
            let rows = try input.source(context, seed: seed)
            return IndexMatch(
                rows, from: input, pattern: pattern, to: schema, graph: graph, onlyExistence: onlyExistence,
                context: context)
                ?? PatternMatch(
                    rows, from: input, pattern: pattern, to: schema, graph: graph, onlyExistence: onlyExistence,
                    context: context) as any RowSource
        case .intersection(let input, let slot, let patterns, let graph):
            return try intersection(context, seed, input, slot, patterns, graph)
        case .path(let input, let subject, let path, let object, let graph, let isOfNodes):
            return PathMatch(
                try input.source(context, seed: seed), from: input.schema, subject: subject, path: path,
                object: object, to: schema, graph: graph, isOfNodes: isOfNodes, context: context)
        case .filter(let input, let condition):
            return Filter(
                try input.source(context, seed: seed), schema: input.schema, condition: condition.expression,
                exists: condition.exists, context: context)
        case .extend(let input, _, let expression):
            return Extend(
                try input.source(context, seed: seed), schema: input.schema, expression: expression, context: context)
        case .hashJoin(let left, let right):
            return HashJoin(
                try left.source(context, seed: seed), try right.source(context), shape: shape(left, right),
                context: context)
        case .hashLeftJoin(let left, let right, let condition):
            return HashLeftJoin(
                try left.source(context, seed: seed), try right.source(context), shape: shape(left, right),
                condition: condition, context: context)
        case .seededLeftJoin(let left, let right, let condition, let seedSchema, let rowNumber):
            return SeededLeftJoin(
                try left.source(context, seed: seed), leftSchema: left.schema, right: right, condition: condition,
                seed: seedSchema, rowNumber: rowNumber, output: schema, context: context)
        case .seededUnion(let input, let plans):
            return SeededUnion(
                try input.source(context, seed: seed), plans: plans, schema: schema, context: context)
        case .minus(let left, let right):
            return Minus(
                try left.source(context, seed: seed), try right.source(context), shape: shape(left, right),
                context: context)
        case .group(let input, let keys, let aggregates):
            return Group(
                try input.source(context, seed: seed), schema: input.schema, keys: keys, aggregates: aggregates,
                context: context)
        case .patternCount(let patterns, let slots, let graph):
            let counts = patterns.map { context.dataset.count($0, graph) }
            let ids = counts.map { context.terms.id(ofInteger: $0) }
            return TableSource(Batch(columns: slots.indices.map { [ids[$0]] }, count: 1))
        case .orderBy(let input, let keys, let first):
            return OrderBy(
                try input.source(context, seed: seed), schema: input.schema, keys: keys, first: first,
                context: context)
        case .project(let input):
            return Project(try input.source(context, seed: seed), from: input.schema, to: schema)
        case .distinct(let input):
            return Distinct(
                try input.source(context, seed: seed), width: input.schema.slots.count, context: context)
        case .slice(let input, let offset, let limit):
            return Slice(try input.source(context, seed: seed), offset: offset, limit: limit)
        }
    }
}
