import GraphStore
import QuerySyntax
import RDF

/// An expression whose variables are slots and whose constants are decoded.
package indirect enum CompiledExpression: Sendable {
    case constant(id: UInt32, Value)
    case variable(Slot)
    case or(CompiledExpression, CompiledExpression)
    case and(CompiledExpression, CompiledExpression)
    case not(CompiledExpression)
    case compare(Comparison, CompiledExpression, CompiledExpression)
    /// A comparison of a variable with a number or date; the last is the same comparison for other terms.
    case compareIndexed(Comparison, Slot, IndexedValue, CompiledExpression)
    /// A test of a variable's text; the last is the same test for terms that are not of the graph.
    case textTest(TextTest, Slot, CompiledExpression)
    /// Whether a variable is, or is not, one of some IRIs and strings; the last is the same for other terms.
    case oneOf(Set<UInt32>, isNegated: Bool, Slot, CompiledExpression)
    case arithmetic(ArithmeticOperator, CompiledExpression, CompiledExpression)
    case negative(CompiledExpression)
    case isIn(CompiledExpression, [CompiledExpression])
    /// An EXISTS, by its number among those of the operator; its verdicts are computed a batch at a time.
    case exists(Int)
    case bound(Slot)
    case conditional(CompiledExpression, CompiledExpression, CompiledExpression)
    case coalesce([CompiledExpression])
    case sameTerm(CompiledExpression, CompiledExpression)
    case function(BuiltinFunction, [CompiledExpression])
    case cast(CastTarget, CompiledExpression)
    /// A term that is the same for all values that are equal to an expression's, see `EqualityKey`.
    case equalityKey(CompiledExpression)
    /// An expression that is always an error, such as a call of an unknown function.
    case error

    /// The slots that the expression reads.
    package var slots: SlotSet {
        var result: SlotSet = []
        collectSlots(into: &result)
        return result
    }

    private func collectSlots(into result: inout SlotSet) {
        switch self {
        case .variable(let slot), .bound(let slot), .compareIndexed(_, let slot, _, _),
            .textTest(_, let slot, _), .oneOf(_, _, let slot, _):
            result.insert(slot)
        default: for operand in operands { operand.collectSlots(into: &result) }
        }
    }

    /// The expressions directly inside.
    package var operands: [CompiledExpression] {
        switch self {
        case .constant, .variable, .bound, .exists, .error: []
        case .not(let inner), .negative(let inner), .cast(_, let inner), .equalityKey(let inner),
            .compareIndexed(_, _, _, let inner),
            .textTest(_, _, let inner), .oneOf(_, _, _, let inner):
            [inner]
        case .or(let left, let right), .and(let left, let right), .compare(_, let left, let right),
            .arithmetic(_, let left, let right), .sameTerm(let left, let right):
            [left, right]
        case .isIn(let first, let rest): [first] + rest
        case .conditional(let test, let yes, let no): [test, yes, no]
        case .coalesce(let inner), .function(_, let inner): inner
        }
    }

    /// Whether the result depends on nothing but the slots that it reads: not RAND, BNODE, UUID or EXISTS.
    package var isPure: Bool {
        switch self {
        case .exists: false
        case .function(let function, _) where !function.isPure: false
        default: operands.allSatisfy(\.isPure)
        }
    }

    /// The conjuncts of a conjunction.
    package var conjuncts: [CompiledExpression] {
        if case .and(let left, let right) = self { left.conjuncts + right.conjuncts } else { [self] }
    }
}

/// A built-in function of SPARQL 1.1 that has no control flow of its own.
package enum BuiltinFunction: String, Sendable {
    case str = "STR"
    case lang = "LANG"
    case langMatches = "LANGMATCHES"
    case datatype = "DATATYPE"
    case iri = "IRI"
    case uri = "URI"
    case bnode = "BNODE"
    case rand = "RAND"
    case abs = "ABS"
    case ceil = "CEIL"
    case floor = "FLOOR"
    case round = "ROUND"
    case concat = "CONCAT"
    case strlen = "STRLEN"
    case ucase = "UCASE"
    case lcase = "LCASE"
    case encodeForURI = "ENCODE_FOR_URI"
    case contains = "CONTAINS"
    case strStarts = "STRSTARTS"
    case strEnds = "STRENDS"
    case strBefore = "STRBEFORE"
    case strAfter = "STRAFTER"
    case year = "YEAR"
    case month = "MONTH"
    case day = "DAY"
    case hours = "HOURS"
    case minutes = "MINUTES"
    case seconds = "SECONDS"
    case timezone = "TIMEZONE"
    case tz = "TZ"
    case now = "NOW"
    case uuid = "UUID"
    case struuid = "STRUUID"
    case md5 = "MD5"
    case sha1 = "SHA1"
    case sha256 = "SHA256"
    case sha384 = "SHA384"
    case sha512 = "SHA512"
    case strLang = "STRLANG"
    case strDt = "STRDT"
    case isIRI = "ISIRI"
    case isURI = "ISURI"
    case isBlank = "ISBLANK"
    case isLiteral = "ISLITERAL"
    case isNumeric = "ISNUMERIC"
    case regex = "REGEX"
    case substr = "SUBSTR"
    case replace = "REPLACE"

    /// Whether equal arguments give equal results within one evaluation.
    var isPure: Bool {
        switch self {
        case .bnode, .rand, .uuid, .struuid: false
        default: true
        }
    }
}

/// What a cast by function IRI makes.
package enum CastTarget: Sendable {
    case string, boolean, integer, decimal, float, double
    case derivedInteger(String)
    case temporal(Temporal.Kind)
    case duration(String)

    /// The target of a datatype's IRI, or nil when it is no cast.
    init?(iri: String) {
        guard iri.hasPrefix(XSD.namespace) else { return nil }
        let name = iri.dropFirst(XSD.namespace.count)
        switch name {
        case "string": self = .string
        case "boolean": self = .boolean
        case "integer": self = .integer
        case "decimal": self = .decimal
        case "float": self = .float
        case "double": self = .double
        case "dayTimeDuration", "yearMonthDuration", "duration": self = .duration(iri)
        default:
            if let kind = Temporal.Kind(localName: name) {
                self = .temporal(kind)
            } else if LiteralValue.integerRange(name) != nil {
                self = .derivedInteger(String(name))
            } else {
                return nil
            }
        }
    }
}
