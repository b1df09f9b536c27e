import RDF

/// Compiles `.q` queries to the algebra by the translation table of the language's reference.
public struct QCompiler: Sendable {
    /// The IRIs of the graph that queries are for.
    public let vocabulary: TercetVocabulary
    /// The relations and classes that `define` has made, by their words; set by the session.
    public var definitions: [QDefinition]

    /// A compiler for graphs under a namespace.
    public init(vocabulary: TercetVocabulary = TercetVocabulary(), definitions: [QDefinition] = []) {
        self.vocabulary = vocabulary
        self.definitions = definitions
    }

    /// The query as algebra, its names and parameters unresolved.
    ///
    /// - Throws: a mistake that grammar alone does not show, as a variable that no pattern binds.
    public func compile(_ query: QQuery, source: SourceText) throws(SyntaxError) -> Query {
        var compilation = QCompilation(self, source: source, variables: query.variables)
        return try compilation.query(query)
    }

    /// The edit as operations of SPARQL Update, its names and parameters unresolved.
    public func compile(_ edit: QEdit, source: SourceText) throws(SyntaxError) -> [UpdateOperation] {
        var compilation = QCompilation(self, source: source, variables: [:])
        return try compilation.operations(edit)
    }
}

/// The compilation of one statement.
struct QCompilation {
    let compiler: QCompiler
    let source: SourceText
    let structure: StructuralVocabulary
    /// Where each variable stands first.
    let variables: [Variable: SourceRange]
    private var hiddenCount = 0
    /// The definitions being inlined, outermost first.
    var inlining: [QDefinition] = []
    /// How many definitions have been inlined, so that each has variables of its own.
    var hiddenDefinitions = 0

    init(_ compiler: QCompiler, source: SourceText, variables: [Variable: SourceRange]) {
        self.compiler = compiler
        self.source = source
        self.variables = variables
        self.structure = StructuralVocabulary(compiler.vocabulary)
    }

    /// A variable that no text can name and that nothing shows.
    mutating func hidden(_ purpose: String) -> Variable {
        hiddenCount += 1
        return Variable(".\(purpose)\(hiddenCount)")
    }

    func error(_ message: String, at range: SourceRange, hint: String? = nil) -> SyntaxError {
        source.error(message, at: range, hint: hint)
    }

    // MARK: Groups

    /// A group while it is put together: what matches, and what filters it at its end.
    struct Group {
        var algebra: Algebra = .bgp([])
        var filters: [Expression] = []

        var closed: Algebra {
            guard let condition = Expression.all(filters) else { return algebra }
            return .filter(condition, algebra)
        }
    }

    /// A body as algebra. `outer` is what a filter may read besides the body's own variables.
    mutating func algebra(_ body: QBody, outer: Set<Variable> = []) throws(SyntaxError) -> Algebra {
        try group(body, outer: outer).closed
    }

    /// A body as a group whose filters are still open, so that `maybe` can take them inside.
    mutating func group(_ body: QBody, outer: Set<Variable>) throws(SyntaxError) -> Group {
        if body.branches.count == 1 { return try conjunction(body.branches[0], outer: outer) }
        var branches: [Algebra] = []
        for branch in body.branches { branches.append(try conjunction(branch, outer: outer).closed) }
        return Group(algebra: QParser.balanced(branches) { .union($0, $1) } ?? .bgp([]))
    }

    /// Conditions as a group: patterns in the order written, then what is optional, then filters.
    private mutating func conjunction(_ units: [QUnit], outer: Set<Variable>) throws(SyntaxError) -> Group {
        var group = Group()
        var later: [QUnit] = []
        var filters: [QUnit] = []
        for (index, unit) in units.enumerated() {
            switch unit {
            case .pattern(let pattern): try add(pattern, to: &group)
            case .group(let body): try add(body, to: &group, outer: outer)
            case .filter, .not: filters.append(unit)
            case .maybe: later.append(unit)
            case .assignment(let variable, let expression, let range):
                // A value that a later pattern uses is there before it; else it may read what is optional.
                let isUsed = units[(index + 1)...].contains { other in
                    switch other {
                    case .pattern, .group: other.mentions(variable)
                    default: false
                    }
                }
                if isUsed {
                    try assign(variable, expression, range, in: &group, outer: [])
                } else {
                    later.append(unit)
                }
            }
        }
        for unit in later {
            switch unit {
            case .maybe(let body): try addOptional(body, to: &group, outer: outer)
            case .assignment(let variable, let expression, let range):
                try assign(variable, expression, range, in: &group, outer: [])
            default: break
            }
        }
        let scope = Set(group.algebra.scope).union(outer)
        for unit in filters {
            switch unit {
            case .filter(let expression, let range):
                group.filters.append(try condition(expression, at: range, scope: scope))
            case .not(let body): group.filters.append(try negation(body, scope: scope))
            default: break
            }
        }
        return group
    }

    private mutating func add(_ body: QBody, to group: inout Group, outer: Set<Variable>) throws(SyntaxError) {
        // Brackets around a conjunction only group; its filters may read what stands around it.
        let reach = body.branches.count == 1 ? outer.union(group.algebra.scope) : outer
        let inner = try self.group(body, outer: reach)
        if body.branches.count == 1 {
            group.algebra = .merging(group.algebra, inner.algebra)
            group.filters += inner.filters
        } else {
            group.algebra = .merging(group.algebra, inner.closed)
        }
    }

    private mutating func addOptional(
        _ body: QBody, to group: inout Group, outer: Set<Variable>
    ) throws(SyntaxError) {
        if body.branches.allSatisfy({ $0.allSatisfy(\.isFilter) }) {
            throw error(
                "`maybe` needs a pattern", at: body.range, hint: "a test that may fail is no test: leave it out")
        }
        let scope = Set(group.algebra.scope)
        let inner = try self.group(body, outer: outer.union(scope))
        group.algebra = .leftJoin(group.algebra, inner.algebra, .all(inner.filters))
    }

    private mutating func negation(_ body: QBody, scope: Set<Variable>) throws(SyntaxError) -> Expression {
        // `not` before a test is the test's opposite.
        if body.branches.count == 1, body.branches[0].allSatisfy(\.isFilter) {
            var conditions: [Expression] = []
            for case .filter(let expression, let range) in body.branches[0] {
                conditions.append(try condition(expression, at: range, scope: scope))
            }
            if let all = Expression.all(conditions) { return .not(all) }
        }
        return .not(.exists(try algebra(body, outer: scope)))
    }

    private mutating func assign(
        _ variable: Variable, _ expression: Expression, _ range: SourceRange, in group: inout Group,
        outer: Set<Variable>
    ) throws(SyntaxError) {
        let scope = Set(group.algebra.scope)
        guard !scope.contains(variable) else {
            throw error(
                "?\(variable.name) has a value already, and `let` cannot give it another", at: range,
                hint: "to compare write ?\(variable.name) = …; to compute take another variable")
        }
        group.algebra = .extend(
            group.algebra, variable, try condition(expression, at: range, scope: scope.union(outer)))
    }

    /// An expression with what is particular to `.q` written out, after a look at its variables.
    mutating func condition(
        _ expression: Expression, at range: SourceRange, scope: Set<Variable>
    ) throws(SyntaxError) -> Expression {
        for variable in expression.variables where !scope.contains(variable) && !variable.name.hasPrefix(".") {
            let known = scope.map(\.name).filter { !$0.hasPrefix(".") }.sorted()
            let place = variables[variable].flatMap { range.overlaps($0) ? $0 : nil } ?? range
            throw error(
                "?\(variable.name) stands in no pattern that this can see", at: place,
                hint: Spelling.nearest(to: variable.name, among: known, limit: 1).first.map { "did you mean ?\($0)?" }
                    ?? "a test sees the patterns of its own group, and those around it")
        }
        return expand(expression)
    }
}
