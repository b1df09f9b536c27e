import QuerySyntax
import RDF

/// Expressions of the algebra → compiled expressions over slots.
extension Planner {
    /// An expression that is evaluated over the rows of a plan.
    func compile(_ expression: Expression, over plan: Plan) throws(QueryError) -> ExpressionPlan {
        var exists: [ExistsPlan] = []
        let compiled = try compile(expression, plan, &exists)
        return ExpressionPlan(expression: compiled, exists: exists)
    }

    private func compile(
        _ expression: Expression, _ plan: Plan, _ exists: inout [ExistsPlan]
    ) throws(QueryError) -> CompiledExpression {
        switch expression {
        case .term(let term): return .constant(id: terms.id(of: term), Value(term))
        case .variable(let variable): return scope[variable].map { .variable($0) } ?? .error
        case .name(let name): throw .unresolvedName(name.text)
        case .parameter(let name, _): throw .unboundParameter(name)
        case .or(let left, let right):
            return .or(try compile(left, plan, &exists), try compile(right, plan, &exists))
        case .and(let left, let right):
            return .and(try compile(left, plan, &exists), try compile(right, plan, &exists))
        case .not(let inner): return .not(try compile(inner, plan, &exists))
        case .compare(let comparison, let left, let right):
            return CompiledExpression.comparison(
                comparison, try compile(left, plan, &exists), try compile(right, plan, &exists))
        case .arithmetic(let operation, let left, let right):
            return .arithmetic(operation, try compile(left, plan, &exists), try compile(right, plan, &exists))
        case .negative(let inner): return .negative(try compile(inner, plan, &exists))
        case .isIn(let tested, let options):
            return CompiledExpression.membership(
                try compile(tested, plan, &exists), try compile(options, plan, &exists))
        case .exists(let algebra):
            exists.append(try planExists(algebra, over: plan))
            return .exists(exists.count - 1)
        case .function(let name, let arguments): return try compileFunction(name, arguments, plan, &exists)
        case .call(let iri, let arguments):
            guard let target = CastTarget(iri: iri), arguments.count == 1 else { return .error }
            return .cast(target, try compile(arguments[0], plan, &exists))
        case .aggregate:
            throw .unsupported("an aggregate outside SELECT, HAVING and ORDER BY")
        }
    }

    private func compile(
        _ expressions: [Expression], _ plan: Plan, _ exists: inout [ExistsPlan]
    ) throws(QueryError) -> [CompiledExpression] {
        var compiled: [CompiledExpression] = []
        for expression in expressions { compiled.append(try compile(expression, plan, &exists)) }
        return compiled
    }

    private func compileFunction(
        _ name: String, _ arguments: [Expression], _ plan: Plan, _ exists: inout [ExistsPlan]
    ) throws(QueryError) -> CompiledExpression {
        if name == "BOUND", case .variable(let variable) = arguments.first {
            // A variable that occurs nowhere is never bound.
            return .bound(slot(variable))
        }
        let compiled = try compile(arguments, plan, &exists)
        switch (name, compiled.count) {
        case ("IF", 3): return .conditional(compiled[0], compiled[1], compiled[2])
        case ("COALESCE", _): return .coalesce(compiled)
        case ("SAMETERM", 2): return .sameTerm(compiled[0], compiled[1])
        default:
            guard let function = BuiltinFunction(rawValue: name), function.arity.contains(compiled.count) else {
                throw .unsupported("the function \(name) with \(compiled.count) arguments")
            }
            return CompiledExpression.call(function, compiled)
        }
    }

    /// The plan of an EXISTS over the rows of another plan.
    ///
    /// - Parameter visible: The variables of the rows that it sees, nil for all that it names.
    func planExists(
        _ algebra: Algebra, over outer: Plan, seeing visible: SlotSet? = nil
    ) throws(QueryError) -> ExistsPlan {
        let saved = (scope, replacedSlots)
        defer { (scope, replacedSlots) = saved }
        let relevant = visible ?? slots(algebra.mentionedVariables)
        let shared = outer.schema.slots.filter { relevant.contains($0) }
        if visible == nil { replacedSlots.formUnion(shared) }
        let rowNumber = freshSlot()
        let seedSchema = Schema(shared + [rowNumber])
        let seed = make(
            .seed, seedSchema, certain: outer.certain.intersection(shared).union([rowNumber]),
            estimate: max(1, min(outer.estimate, Self.largestSeed)))
        let inner = try plan(algebra, input: seed)
        let pruned = inner.pruned(to: [rowNumber], ignoresDuplicates: true)
        return ExistsPlan(plan: pruned, outerSlots: SlotSet(shared), rowNumber: rowNumber, seed: seedSchema)
    }
}

extension BuiltinFunction {
    /// How many arguments the function takes.
    var arity: ClosedRange<Int> {
        switch self {
        case .rand, .now, .uuid, .struuid: 0...0
        case .bnode: 0...1
        case .langMatches, .strLang, .strDt, .contains, .strStarts, .strEnds, .strBefore, .strAfter: 2...2
        case .regex, .substr: 2...3
        case .replace: 3...4
        case .concat: 0...Int.max
        default: 1...1
        }
    }
}
