/// Several plans, each started with the rows of the input: UNION and GRAPH within a group.
///
/// For each batch of the input the rows of the first plan come before those of the second, and so on.
package final class SeededUnion: RowSource {
    private let input: any RowSource
    private let plans: [Plan]
    private let schema: Schema
    private let context: ExecutionContext
    private var pending: [any RowSource] = []

    package init(_ input: any RowSource, plans: [Plan], schema: Schema, context: ExecutionContext) {
        self.input = input
        self.plans = plans
        self.schema = schema
        self.context = context
    }

    package func next() throws(QueryError) -> Batch? {
        while true {
            while let source = pending.last {
                if let batch = try source.next() { return batch }
                pending.removeLast()
            }
            guard let batch = try input.next() else { return nil }
            for plan in plans.reversed() {
                let source = try plan.source(context, seed: batch)
                pending.append(plan.schema == schema ? source : Project(source, from: plan.schema, to: schema))
            }
        }
    }
}
