import RDF

/// A variable, by its name without `?` or `$`.
public struct Variable: Hashable, Sendable, Comparable {
    /// The name, without its mark.
    public let name: String

    /// A variable of a name.
    public init(_ name: String) { self.name = name }

    /// Order by name.
    public static func < (left: Variable, right: Variable) -> Bool { left.name < right.name }

    /// Whether it stands for a blank node of a template of CONSTRUCT or INSERT, a new one for each solution.
    package var isTemplateBlankNode: Bool { name.hasPrefix("._:") }
}

/// A place in a query's text, in code points from its start.
public typealias SourceRange = Range<Int>

/// A name in a `.q` query that is yet to be resolved against the labels of a graph.
public struct Name: Hashable, Sendable {
    /// What the name can stand for.
    public enum Kind: Hashable, Sendable {
        case entity, relation, classification
    }
    /// What the name can stand for at its place.
    public var kind: Kind
    /// The words, without quotes.
    public var text: String
    /// Whether it stood in double quotes.
    public var isQuoted: Bool
    /// Where it stands, for the caret under it.
    public var range: SourceRange

    /// A name at a place.
    public init(_ text: String, kind: Kind, isQuoted: Bool = false, range: SourceRange) {
        self.text = text
        self.kind = kind
        self.isQuoted = isQuoted
        self.range = range
    }
}

/// What may stand in a place of a pattern.
public enum PatternTerm: Hashable, Sendable {
    /// A term (a blank node of a query is a variable with a name that begins in a dot).
    case term(Term)
    /// A variable.
    case variable(Variable)
    /// A name of the `.q` language, unresolved; none is left once `Naming` has been over the algebra.
    case name(Name)
    /// A `$parameter` of the `.q` language, without value yet; none is left once parameters have been bound.
    case parameter(String, SourceRange)
}

/// A triple pattern.
public struct TriplePattern: Hashable, Sendable {
    /// The subject.
    public var subject: PatternTerm
    /// The predicate.
    public var predicate: PatternTerm
    /// The object.
    public var object: PatternTerm

    /// A pattern of three places.
    public init(_ subject: PatternTerm, _ predicate: PatternTerm, _ object: PatternTerm) {
        self.subject = subject
        self.predicate = predicate
        self.object = object
    }
}

/// A property path.
///
/// Source: SPARQL 1.1 Query Language, section 9.
public indirect enum PropertyPath: Hashable, Sendable {
    case predicate(PatternTerm)
    case inverse(PropertyPath)
    case sequence(PropertyPath, PropertyPath)
    case alternative(PropertyPath, PropertyPath)
    case zeroOrMore(PropertyPath)
    case oneOrMore(PropertyPath)
    case zeroOrOne(PropertyPath)
    /// `!(a|^b)`: forward and inverse IRIs that are excluded.
    case negated(forward: [PatternTerm], inverse: [PatternTerm])
}

/// The algebra that both languages compile to and that the engine evaluates.
///
/// Source: SPARQL 1.1 Query Language, section 18.
public indirect enum Algebra: Hashable, Sendable {
    /// A basic graph pattern; empty, it has one solution that binds nothing.
    case bgp([TriplePattern])
    case path(PatternTerm, PropertyPath, PatternTerm)
    case join(Algebra, Algebra)
    case leftJoin(Algebra, Algebra, Expression?)
    case filter(Expression, Algebra)
    case union(Algebra, Algebra)
    case minus(Algebra, Algebra)
    case graph(PatternTerm, Algebra)
    case extend(Algebra, Variable, Expression)
    /// Inline data; nil is UNDEF.
    case values([Variable], [[Term?]])
    case group(Algebra, keys: [GroupKey], aggregates: [AggregateBinding])
    case orderBy(Algebra, [OrderKey])
    case project(Algebra, [Variable])
    case distinct(Algebra)
    case reduced(Algebra)
    case slice(Algebra, offset: Int, limit: Int?)
    /// `SERVICE`, kept so that its error can say so.
    case service(PatternTerm, Algebra, silent: Bool)
}

/// A key of GROUP BY: an expression, and the variable that it binds.
public struct GroupKey: Hashable, Sendable {
    /// The variable that holds the key's value.
    public var variable: Variable
    /// The expression; `.variable(variable)` for a plain key.
    public var expression: Expression

    /// A key.
    public init(_ variable: Variable, _ expression: Expression) {
        self.variable = variable
        self.expression = expression
    }
}

/// An aggregate and the variable that it binds.
public struct AggregateBinding: Hashable, Sendable {
    /// The variable that holds the result.
    public var variable: Variable
    /// The aggregate.
    public var aggregate: Aggregate

    /// A binding.
    public init(_ variable: Variable, _ aggregate: Aggregate) {
        self.variable = variable
        self.aggregate = aggregate
    }
}

/// A set function over a group.
///
/// Source: SPARQL 1.1 Query Language, section 18.5.1.
public struct Aggregate: Hashable, Sendable {
    /// Which function.
    public enum Function: Hashable, Sendable {
        case count, sum, average, minimum, maximum, sample
        case groupConcat(separator: String)
    }
    /// Which function.
    public var function: Function
    /// Whether equal values count once.
    public var isDistinct: Bool
    /// The argument; nil for `COUNT(*)`.
    public var argument: Expression?

    /// An aggregate.
    public init(_ function: Function, distinct: Bool = false, _ argument: Expression?) {
        self.function = function
        self.isDistinct = distinct
        self.argument = argument
    }
}

/// A key of ORDER BY.
public struct OrderKey: Hashable, Sendable {
    /// What to order by.
    public var expression: Expression
    /// Whether the order is descending.
    public var isDescending: Bool

    /// A key, ascending unless told.
    public init(_ expression: Expression, descending: Bool = false) {
        self.expression = expression
        self.isDescending = descending
    }
}

/// An expression.
///
/// Source: SPARQL 1.1 Query Language, section 17.
public indirect enum Expression: Hashable, Sendable {
    case term(Term)
    case variable(Variable)
    case name(Name)
    case parameter(String, SourceRange)
    case or(Expression, Expression)
    case and(Expression, Expression)
    case not(Expression)
    case compare(Comparison, Expression, Expression)
    case arithmetic(ArithmeticOperator, Expression, Expression)
    case negative(Expression)
    case isIn(Expression, [Expression])
    case exists(Algebra)
    /// A built-in function, by its upper-case SPARQL name (`REGEX`, `STR`, `IF`, `COALESCE`, `BOUND` …).
    case function(String, [Expression])
    /// A function or cast by IRI.
    case call(String, [Expression])
    /// An aggregate that stands in an expression; compilation to algebra replaces it with a variable of a `group`.
    case aggregate(Aggregate)
}

/// A comparison.
public enum Comparison: String, Hashable, Sendable {
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
}

/// An arithmetic operator.
public enum ArithmeticOperator: String, Hashable, Sendable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
}

/// What a query gives, beside its algebra.
public enum QueryForm: Hashable, Sendable {
    case select([Variable])
    case ask
    case construct([TriplePattern])
    case describe([PatternTerm])
}

/// A query: its form, its algebra and its dataset.
public struct Query: Hashable, Sendable {
    /// What it gives.
    public var form: QueryForm
    /// What it matches; for `select` the outermost operators are the solution modifiers and the projection.
    public var algebra: Algebra
    /// `FROM` IRIs.
    public var from: [String]
    /// `FROM NAMED` IRIs.
    public var fromNamed: [String]
    /// What `IRI()` resolves relative IRIs against, or nil.
    public var base: String?

    /// A query.
    public init(
        form: QueryForm, algebra: Algebra, from: [String] = [], fromNamed: [String] = [], base: String? = nil
    ) {
        self.base = base
        self.form = form
        self.algebra = algebra
        self.from = from
        self.fromNamed = fromNamed
    }
}
