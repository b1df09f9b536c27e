import QuerySyntax
import RDF

/// Conditions that say how to join: equations between patterns that share no variable, and constants to start from.
extension Planner {
    // MARK: Equations

    /// Patterns that share no variable with what is there, joined by an equation (`FILTER(STR(?a) = STR(?b))`) instead of
    /// each with each; nil where there is none.
    func joinedByEquation(
        _ input: Plan, _ rest: inout [RankedItem], from first: Int, _ pending: inout [Expression]
    ) throws(QueryError) -> Plan? {
        guard pending.contains(where: \.isEquation) else { return nil }
        // What hangs together with the first of them.
        var together: Set<Int> = [first]
        var open = SlotSet(rest[first].slots)
        var isGrowing = true
        while isGrowing {
            isGrowing = false
            for index in rest.indices where !together.contains(index) && !open.isDisjoint(with: rest[index].slots) {
                together.insert(index)
                open.formUnion(rest[index].slots)
                isGrowing = true
            }
        }
        let (left, right) = (input.certain, open)
        guard pending.contains(where: { sides(of: $0, left, right) != nil }) else { return nil }
        var inside: [Expression] = []
        var outside: [Expression] = []
        for condition in pending {
            let isInside = condition.mentionedVariables.allSatisfy { scope[$0].map(open.contains) ?? false }
            if isInside { inside.append(condition) } else { outside.append(condition) }
        }
        let other = try joinItems(together.sorted().map { rest[$0].item }, unit(), &inside, later: []).plan
        guard let joined = try equationJoin(input, other, outside) else { return nil }
        pending = inside + outside
        rest = rest.indices.filter { !together.contains($0) }.map { rest[$0] }
        return joined
    }

    /// A join by hash on the two sides of an equation, which remains to be checked: equal values have equal keys, not the
    /// other way round. Nil where the plans share a variable, or where no condition equates them.
    func equationJoin(_ left: Plan, _ right: Plan, _ conditions: [Expression]) throws(QueryError) -> Plan? {
        guard !left.schema.slots.contains(where: right.schema.contains) else { return nil }
        for condition in conditions {
            guard let sides = sides(of: condition, left.certain, right.certain) else { continue }
            let key = freshSlot()
            return hashJoin(try keyed(left, sides.left, key), try keyed(right, sides.right, key))
        }
        return nil
    }

    /// The sides of an equation of which one reads only some slots and the other only others.
    private func sides(
        of condition: Expression, _ left: SlotSet, _ right: SlotSet
    ) -> (left: Expression, right: Expression)? {
        guard condition.isEquation, case .compare(.equal, let first, let second) = condition else { return nil }
        func reads(_ expression: Expression, only slots: SlotSet) -> Bool {
            let variables = expression.mentionedVariables
            return !variables.isEmpty && variables.allSatisfy { scope[$0].map(slots.contains) ?? false }
        }
        if reads(first, only: left), reads(second, only: right) { return (first, second) }
        if reads(second, only: left), reads(first, only: right) { return (second, first) }
        return nil
    }

    /// The rows of a plan for which an expression has a value, with the key of that value.
    private func keyed(_ plan: Plan, _ expression: Expression, _ key: Slot) throws(QueryError) -> Plan {
        var compiled = try compile(expression, over: plan)
        compiled.expression = .equalityKey(compiled.expression)
        let extended = make(
            .extend(plan, key, compiled), plan.schema.adding([key]), certain: plan.certain, estimate: plan.estimate)
        return make(
            .filter(extended, ExpressionPlan(expression: .bound(key))), extended.schema,
            certain: plan.certain.union([key]), estimate: plan.estimate)
    }

    // MARK: Constants

    /// Conditions such as `?p IN (:a, :b)` and `?t = :c` as inline data, where a pattern with these terms is a better start
    /// than any other.
    func startedFromConstants(_ input: Plan, _ items: [JoinItem], _ pending: inout [Expression]) -> Plan {
        var current = input
        for index in pending.indices.reversed() {
            guard let (variable, constants) = pending[index].constants, let slot = scope[variable],
                !current.schema.contains(slot)
            else { continue }
            var ids: [UInt32] = []
            for constant in constants {
                let id = terms.id(of: constant)
                if !ids.contains(id) { ids.append(id) }
            }
            let least = items.map { fanout(of: $0, after: current) }.min() ?? 0
            let rows = items.map { fanout(of: $0, where: slot, isOneOf: ids, after: current) }.min() ?? .infinity
            guard rows <= least else { continue }
            pending.remove(at: index)
            let constantRows = make(
                .table(Batch(columns: [ids], count: ids.count)), Schema([slot]), certain: [slot],
                estimate: Double(ids.count))
            current = join(current, constantRows)
        }
        return current
    }

    /// How many rows a pattern with a variable gives when that is each of some terms; infinite for what is no such pattern.
    private func fanout(of item: JoinItem, where slot: Slot, isOneOf ids: [UInt32], after input: Plan) -> Double {
        guard case .pattern(let pattern) = item, pattern.slots.contains(slot) else { return .infinity }
        func replaced(_ place: PatternPlace, by id: UInt32) -> PatternPlace {
            place == .slot(slot) ? .constant(id) : place
        }
        return ids.reduce(0) { rows, id in
            let known = CompiledPattern(
                replaced(pattern.subject, by: id), replaced(pattern.predicate, by: id), replaced(pattern.object, by: id)
            )
            return rows + fanout(of: .pattern(known), after: input)
        }
    }
}

extension Expression {
    /// Whether it is an equation of what only the variables of a row decide.
    fileprivate var isEquation: Bool {
        guard case .compare(.equal, let left, let right) = self else { return false }
        return left.isDecidedByRow && right.isDecidedByRow
    }

    /// Whether it has one value for a row: it asks for no pattern and makes up nothing.
    private var isDecidedByRow: Bool {
        switch self {
        case .term, .variable: true
        case .exists, .aggregate, .name, .parameter: false
        case .or(let left, let right), .and(let left, let right), .compare(_, let left, let right),
            .arithmetic(_, let left, let right):
            left.isDecidedByRow && right.isDecidedByRow
        case .not(let inner), .negative(let inner): inner.isDecidedByRow
        case .isIn(let first, let rest): first.isDecidedByRow && rest.allSatisfy(\.isDecidedByRow)
        case .function(let name, let arguments):
            BuiltinFunction(rawValue: name)?.isPure ?? true && arguments.allSatisfy(\.isDecidedByRow)
        case .call(_, let arguments): arguments.allSatisfy(\.isDecidedByRow)
        }
    }

    /// The variable and the IRIs and plain strings to which it confines it: only equal terms are equal to these.
    fileprivate var constants: (variable: Variable, terms: [Term])? {
        func plain(_ expression: Expression) -> Term? {
            guard case .term(let term) = expression else { return nil }
            switch term {
            case .iri: return term
            case .blank: return nil
            case .literal(let literal):
                return literal.language == nil && literal.datatype == XSD.string ? term : nil
            }
        }
        switch self {
        case .compare(.equal, .variable(let variable), let other), .compare(.equal, let other, .variable(let variable)):
            return plain(other).map { (variable, [$0]) }
        case .isIn(.variable(let variable), let options):
            let terms = options.compactMap(plain)
            return terms.count == options.count ? (variable, terms) : nil
        case .or(let left, let right):
            guard let some = left.constants, let others = right.constants, some.variable == others.variable else {
                return nil
            }
            return (some.variable, some.terms + others.terms)
        default: return nil
        }
    }
}
