import RDF

/// What may stand in a term's place in a `.q` text.
public enum QTerm: Hashable, Sendable {
    case variable(Variable)
    /// `_`: anything, shown nowhere.
    case anything
    /// A number, a date, a text, an IRI, `true` or `false`.
    case constant(Term)
    /// A number with a unit, which a claim's `v:unit` holds.
    case quantity(Term, unit: String)
    /// A name, yet to be resolved.
    case name(Name)
    /// A `$parameter`.
    case parameter(String, SourceRange)
}

/// What stands between subject and object.
public enum QRelation: Hashable, Sendable {
    /// `?r`, which ranges over relations only.
    case variable(Variable)
    /// A relation or a path of relations.
    case path(PropertyPath)
    /// `is a`: the object is a class.
    case isA
}

/// A qualifier in the brackets after a pattern.
public struct QQualifier: Hashable, Sendable {
    /// What it asks of a claim.
    public enum Kind: Hashable, Sendable {
        /// `any`: claims whatever their certainty and polarity.
        case any
        /// `stated`, `hedged`, `conditional`, `unrealised`.
        case certainty(String)
        /// `future`.
        case future
        /// `affirmed`, `negated`.
        case polarity(String)
        /// `said by`.
        case saidBy(QTerm)
        /// `as ?claim`.
        case node(Variable)
        /// `in`: a place, or the report of a file name in single quotes.
        case within(QTerm)
        /// `on`, `since`, `before`: the event's date.
        case date(DateRelation, QTerm)
        /// `published`, alone or with `since` or `before`: the report's date.
        case published(DateRelation, QTerm)
        /// A property of claims and its value.
        case property(ClaimProperty, QTerm)
    }
    /// How a date stands to another.
    public enum DateRelation: String, Hashable, Sendable, CaseIterable {
        case on, since, before
    }
    /// What is asked.
    public var kind: Kind
    /// Whether `not` stands before it.
    public var isNegated: Bool
    /// Where it stands.
    public var range: SourceRange
}

/// The properties of claims that qualifiers may name.
public enum ClaimProperty: String, Hashable, Sendable, CaseIterable {
    case certainty, polarity, tense, unit, bound, of, place, topic, recipient, date, report, published, sentence, source
}

/// A pattern: subject, relation, object, and what is asked of the claim.
public struct QPattern: Hashable, Sendable {
    /// The subject, inherited where none was written.
    public var subject: QTerm
    /// The relation.
    public var relation: QRelation
    /// The object; a fresh variable where none was written.
    public var object: QTerm
    /// The qualifiers of `[ … ]`, or nil where the pattern matches facts.
    public var claim: [QQualifier]?
    /// Whether the subject was inherited from the pattern before.
    public var inheritsSubject: Bool
    /// Whether no object was written.
    public var lacksObject: Bool
    /// Where it stands.
    public var range: SourceRange
}

/// One condition of a body.
public indirect enum QUnit: Hashable, Sendable {
    case pattern(QPattern)
    /// A comparison, or `if`.
    case filter(Expression, SourceRange)
    /// `let ?x = …`
    case assignment(Variable, Expression, SourceRange)
    case not(QBody)
    case maybe(QBody)
    case group(QBody)
}

/// Alternatives, each a conjunction of conditions.
public struct QBody: Hashable, Sendable {
    /// The alternatives; one where there is no `or`.
    public var branches: [[QUnit]]
    /// Where it stands.
    public var range: SourceRange
}

/// What `find` shows: a variable, or an expression under a variable's name.
public struct QItem: Hashable, Sendable {
    /// The column's variable.
    public var variable: Variable
    /// The expression, or nil for the variable itself.
    public var expression: Expression?
    /// Where it stands.
    public var range: SourceRange
}

/// A key of `order by`.
public struct QOrderKey: Hashable, Sendable {
    /// What to order by.
    public var expression: Expression
    /// Whether `desc` follows.
    public var isDescending: Bool
    /// Where it stands.
    public var range: SourceRange
}

/// A query of the `.q` language as written.
public struct QQuery: Hashable, Sendable {
    /// What kind of query it is.
    public enum Form: Hashable, Sendable {
        /// A body with nothing before it: `find` of its variables, or `ask` if it has none.
        case bare
        case find(distinct: Bool, [QItem])
        case ask
        case count(Variable)
        case about(QTerm)
        case why(QPattern)
        /// `why not`: answered by the shell, which looks for the stage at which the statement was lost.
        case whyNot(QPattern)
        case build([QPattern])
    }
    /// What kind of query it is.
    public var form: Form
    /// The conditions; none for `about` and `why`.
    public var body: QBody?
    /// `having`.
    public var having: [Expression] = []
    /// `order by`.
    public var order: [QOrderKey] = []
    /// `limit`.
    public var limit: Int?
    /// `offset`.
    public var offset: Int?
    /// The variables of the body that a bare query shows, in order of appearance.
    public var shown: [Variable] = []
    /// Where each variable stands first.
    public var variables: [Variable: SourceRange] = [:]
    /// Where the query stands.
    public var range: SourceRange
}

/// What `expect` says of a query's result.
public enum QExpectation: Hashable, Sendable {
    /// So many rows, or at least so many.
    case rows(Int, atLeast: Bool)
    case empty
    /// `yes` or `no`.
    case answer(Bool)
    /// These rows, in whatever order.
    case table([[PatternTerm]])
}

/// `param $name : type = default "what it is for"`.
public struct QParameter: Hashable, Sendable {
    /// What the value may be.
    public enum ValueType: String, Hashable, Sendable, CaseIterable {
        case entity, relation, number, date, text
    }
    /// The name, without `$`.
    public var name: String
    /// What the value may be; nil for anything.
    public var type: ValueType?
    /// The default; `.anything` where it is `_`; nil where a value must be given.
    public var defaultValue: QTerm?
    /// What it is for, or nil.
    public var help: String?
    /// Where the declaration stands.
    public var range: SourceRange
}

/// `define`: a relation or a class by a body.
public struct QDefinition: Hashable, Sendable {
    /// The subject's variable.
    public var subject: Variable
    /// The relation's or class's words.
    public var phrase: String
    /// The object's variable; nil for a class.
    public var object: Variable?
    /// What it stands for.
    public var body: QBody
    /// Where the phrase stands.
    public var phraseRange: SourceRange
    /// Where the definition stands.
    public var range: SourceRange
}

/// `add`, `remove` or `alias`.
public enum QEdit: Hashable, Sendable {
    case add([QPattern], QBody?)
    case remove([QPattern], QBody?)
    case alias(String, QTerm)
}

/// A statement of a `.q` text.
public struct Statement: Hashable, Sendable {
    /// What a statement does.
    public indirect enum Kind: Hashable, Sendable {
        case query(QQuery)
        /// `explain`: the plan of a query instead of its answer.
        case explain(QQuery)
        case expect(QExpectation, QQuery)
        case parameter(QParameter)
        case define(QDefinition)
        case edit(QEdit)
        /// `include 'file'`, relative to the including file.
        case include(String)
        /// `output format 'file'`.
        case output(format: String, file: String?)
        /// `sparql { … }`: the text between the braces.
        case sparql(String, SourceRange)
    }
    /// What it does.
    public var kind: Kind
    /// Where it stands in the source, without its semicolon.
    public var range: SourceRange
    /// The text that it is part of.
    public var source: SourceText

    /// The statement as written, without its semicolon.
    public var text: String { source.text(in: range) }

    /// The query to run, if the statement is one or holds one.
    public var query: QQuery? {
        switch kind {
        case .query(let query), .explain(let query), .expect(_, let query): query
        default: nil
        }
    }
}
