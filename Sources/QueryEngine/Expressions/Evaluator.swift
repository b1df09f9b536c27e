import GraphStore
import QuerySyntax
import RDF

/// Evaluates expressions over rows. An error of SPARQL is nil (or id 0), and never a Swift error; what has to stop the
/// whole query is kept in `failure`, which operators look at after each batch.
package final class Evaluator {
    /// Ids to terms and back, computed terms included.
    package let terms: TermSpace
    /// Why the query has to stop, or nil.
    package var failure: QueryError?
    /// Whether something was computed since the last look at the limits that may have taken long.
    package var hasWorkedMuch = false
    /// What may stop a long computation, or nil.
    let watch: Watch?
    /// No function gives a text longer than this, in bytes; it would soon fill the memory.
    static let longestText = 1 << 26
    /// The moment that NOW() gives, one for the whole query.
    package private(set) lazy var now = Temporal(dateTimeAt: Clock.millisecondsSince1970)
    let base: String?
    var regexes = RegexCache()
    var blankNodes = BlankNodeMinter()
    var random = SystemRandomNumberGenerator()

    /// An evaluator for one query.
    package init(terms: TermSpace, base: String? = nil, watch: Watch? = nil) {
        self.watch = watch
        self.terms = terms
        self.base = base
    }

    /// The id of an expression's value in a row; 0 for an error. Terms that are only passed on keep their lexical form.
    package func id(_ expression: CompiledExpression, _ view: RowView, _ row: Int) -> UInt32 {
        switch expression {
        case .constant(let id, _): return id
        case .variable(let slot): return view.id(slot, row)
        case .conditional(let test, let yes, let no):
            guard let verdict = boolean(test, view, row) else { return 0 }
            return id(verdict ? yes : no, view, row)
        case .coalesce(let options):
            for option in options {
                let result = id(option, view, row)
                if result != 0 { return result }
            }
            return 0
        case .equalityKey(let inner): return EqualityKey.id(of: id(inner, view, row), terms)
        case .error: return 0
        default:
            guard let value = value(expression, view, row) else { return 0 }
            return terms.id(of: value)
        }
    }

    /// The effective boolean value of an expression in a row; nil for an error.
    package func boolean(_ expression: CompiledExpression, _ view: RowView, _ row: Int) -> Bool? {
        switch expression {
        case .or(let left, let right):
            switch (boolean(left, view, row)) {
            case true: return true
            case false: return boolean(right, view, row)
            case nil: return boolean(right, view, row) == true ? true : nil
            }
        case .and(let left, let right):
            switch (boolean(left, view, row)) {
            case false: return false
            case true: return boolean(right, view, row)
            case nil: return boolean(right, view, row) == false ? false : nil
            }
        case .not(let inner): return boolean(inner, view, row).map { !$0 }
        case .textTest(let test, let slot, let general):
            let id = view.id(slot, row)
            if id == 0 { return nil }
            return verdict(test, id) ?? boolean(general, view, row)
        case .oneOf(let ids, let isNegated, let slot, let general):
            let id = view.id(slot, row)
            if id == 0 { return nil }
            if ids.contains(id) { return !isNegated }
            if id <= terms.graphLimit, !terms.view.isLiteral(id) || terms.view.isString(id) {
                return isNegated
            }
            return boolean(general, view, row)
        case .compareIndexed(let comparison, let slot, let constant, let general):
            let id = view.id(slot, row)
            if id == 0 { return nil }
            if let value = terms.indexedValue(id), let sign = IndexedValue.compare(value, constant) {
                return comparison.holds(sign: sign)
            }
            return boolean(general, view, row)
        case .compare(let comparison, .variable(let left), .variable(let right)):
            let (a, b) = (view.id(left, row), view.id(right, row))
            if a == 0 || b == 0 { return nil }
            if let verdict = verdict(comparison, a, b) { return verdict }
            if let x = terms.indexedValue(a), let y = terms.indexedValue(b), let sign = IndexedValue.compare(x, y) {
                return comparison.holds(sign: sign)
            }
            if let verdict = comparedTexts(comparison, .variable(left), .variable(right), view, row) { return verdict }
            return ValueComparison.compare(comparison, terms.value(a), terms.value(b))
        case .compare(let comparison, let left, let right):
            if let verdict = comparedTexts(comparison, left, right, view, row) { return verdict }
            guard let a = value(left, view, row), let b = value(right, view, row) else { return nil }
            return ValueComparison.compare(comparison, a, b)
        case .isIn(let tested, let options): return isIn(tested, options, view, row)
        case .exists(let number): return view.existsVerdicts[number][row]
        case .bound(let slot): return view.id(slot, row) != 0
        case .sameTerm(let left, let right):
            let a = id(left, view, row)
            let b = id(right, view, row)
            return a == 0 || b == 0 ? nil : a == b
        default: return value(expression, view, row)?.effectiveBoolean
        }
    }

    /// The value of an expression in a row; nil for an error.
    package func value(_ expression: CompiledExpression, _ view: RowView, _ row: Int) -> Value? {
        switch expression {
        case .constant(_, let value): return value
        case .variable(let slot):
            let id = view.id(slot, row)
            return id == 0 ? nil : terms.value(id)
        case .or, .and, .not, .compare, .compareIndexed, .textTest, .oneOf, .isIn, .exists, .bound, .sameTerm:
            return boolean(expression, view, row).map { .boolean($0) }
        case .arithmetic(let operation, let left, let right):
            guard case .number(let a) = value(left, view, row), case .number(let b) = value(right, view, row),
                let result = Numeric.apply(operation, a, b)
            else { return nil }
            return .number(result)
        case .negative(let inner):
            guard case .number(let number) = value(inner, view, row), let result = number.negated else { return nil }
            return .number(result)
        case .conditional, .coalesce, .equalityKey:
            let id = id(expression, view, row)
            return id == 0 ? nil : terms.value(id)
        case .function(let function, let arguments):
            return call(function, arguments, view, row)
        case .cast(let target, let argument):
            return value(argument, view, row).flatMap { Cast.cast($0, to: target) }
        case .error: return nil
        }
    }

    /// The term that an expression gives, with its lexical form; nil for an error.
    private func term(_ expression: CompiledExpression, _ view: RowView, _ row: Int) -> Term? {
        switch expression {
        case .variable, .constant, .conditional, .coalesce:
            let id = id(expression, view, row)
            return id == 0 ? nil : terms.term(id)
        default: return value(expression, view, row)?.term
        }
    }

    /// A text that is not too long; a longer one ends the query.
    func bounded(_ value: Value) -> Value? {
        guard let length = value.stringText?.utf8.count, length > 1 << 16 else { return value }
        hasWorkedMuch = true
        if length <= Self.longestText { return value }
        failure = .tooComplex("a text that it makes is longer than \(Self.longestText >> 20) MB")
        return nil
    }

    /// `x IN (…)`: true when one is equal; otherwise an error when one comparison is an error.
    private func isIn(
        _ tested: CompiledExpression, _ options: [CompiledExpression], _ view: RowView, _ row: Int
    ) -> Bool? {
        guard let left = value(tested, view, row) else { return nil }
        var sawError = false
        for option in options {
            switch value(option, view, row).flatMap({ ValueComparison.equal(left, $0) }) {
            case true: return true
            case nil: sawError = true
            case false: break
            }
        }
        return sawError ? nil : false
    }

    /// Calls a function; most want all their arguments to have values.
    private func call(
        _ function: BuiltinFunction, _ arguments: [CompiledExpression], _ view: RowView, _ row: Int
    ) -> Value? {
        switch function {
        case .regex: return regex(arguments, view, row)
        case .replace: return replace(arguments, view, row)
        case .bnode:
            if arguments.isEmpty { return .blank(blankNodes.fresh(in: terms)) }
            guard case .string(let label) = value(arguments[0], view, row) else { return nil }
            return .blank(blankNodes.node(for: label, solution: view.firstRow + row, in: terms))
        case .now: return .temporal(now)
        case .rand: return .number(.double(Double.random(in: 0..<1, using: &random)))
        case .uuid: return .iri("urn:uuid:" + randomUUID())
        case .struuid: return .string(randomUUID())
        case .concat:
            var values: [Value] = []
            values.reserveCapacity(arguments.count)
            for argument in arguments {
                guard let value = value(argument, view, row) else { return nil }
                values.append(value)
            }
            return StringFunctions.concat(values).flatMap { bounded($0) }
        default: break
        }
        if arguments.count == 1, case .variable(let slot) = arguments[0],
            let value = ofGraphTerm(function, view.id(slot, row))
        {
            return value
        }
        // What is asked of the term itself must not see its value's canonical form: "01"^^xsd:integer stays "01".
        if function == .str || function == .datatype, let first = arguments.first {
            guard let term = term(first, view, row) else { return nil }
            return function == .str ? TermFunctions.str(term) : TermFunctions.datatype(term)
        }
        guard let first = arguments.first, let a = value(first, view, row) else { return nil }
        if arguments.count == 1 {
            return Self.unary(function, a, base: base)
        }
        guard let b = value(arguments[1], view, row) else { return nil }
        if arguments.count == 2 { return Self.binary(function, a, b) }
        guard function == .substr, let c = value(arguments[2], view, row) else { return nil }
        return StringFunctions.substring(a, from: b, length: c)
    }

    /// What is known of a term of the graph without reading its text; nil where that isn't enough.
    private func ofGraphTerm(_ function: BuiltinFunction, _ id: UInt32) -> Value? {
        guard id != 0, id <= terms.graphLimit else { return nil }
        switch function {
        case .isIRI, .isURI: return .boolean(terms.graph.kind(TermID(id)) == .iri)
        case .isBlank: return .boolean(terms.graph.kind(TermID(id)) == .blank)
        case .isLiteral: return .boolean(terms.view.isLiteral(id))
        case .isNumeric: return terms.indexedValue(id)?.isNumber == true ? .boolean(true) : nil
        case .lang:
            guard terms.view.isString(id) else { return nil }
            return .string(terms.graph.language(TermID(id)) ?? "")
        case .year, .month, .day:
            // What has no time zone stands for itself.
            guard let value = terms.indexedValue(id), value.kind == .date || value.kind == .dateTime else { return nil }
            let days = Int(value.bits >= 0 ? value.bits / 86400 : (value.bits - 86399) / 86400)
            let (year, month, day) = GregorianCalendar.civil(daysSinceEpoch: days)
            return .number(.integer(Int128(function == .year ? year : function == .month ? month : day)))
        default: return nil
        }
    }

    private static func unary(_ function: BuiltinFunction, _ value: Value, base: String?) -> Value? {
        switch function {
        case .lang: return TermFunctions.lang(value)
        case .iri, .uri: return TermFunctions.iri(value, base: base)
        case .isIRI, .isURI: if case .iri = value { return .boolean(true) } else { return .boolean(false) }
        case .isBlank: if case .blank = value { return .boolean(true) } else { return .boolean(false) }
        case .isLiteral:
            switch value {
            case .iri, .blank: return .boolean(false)
            default: return .boolean(true)
            }
        case .isNumeric: if case .number = value { return .boolean(true) } else { return .boolean(false) }
        case .abs, .ceil, .floor, .round:
            guard case .number(let number) = value else { return nil }
            return NumericFunctions.apply(function, number).map { .number($0) }
        case .strlen, .ucase, .lcase, .encodeForURI: return StringFunctions.unary(function, value)
        case .year, .month, .day, .hours, .minutes, .seconds, .timezone, .tz:
            guard case .temporal(let temporal) = value else { return nil }
            return DateFunctions.apply(function, temporal)
        case .md5, .sha1, .sha256, .sha384, .sha512:
            guard case .string(let text) = value else { return nil }
            return .string(HashFunctions.hexadecimal(function, Array(text.utf8)))
        default: return nil
        }
    }

    private static func binary(_ function: BuiltinFunction, _ left: Value, _ right: Value) -> Value? {
        switch function {
        case .langMatches: return TermFunctions.langMatches(left, right)
        case .strLang: return TermFunctions.strLang(left, right)
        case .strDt: return TermFunctions.strDt(left, right)
        case .substr: return StringFunctions.substring(left, from: right, length: nil)
        case .contains, .strStarts, .strEnds, .strBefore, .strAfter:
            return StringFunctions.search(function, left, right)
        default: return nil
        }
    }

    private func randomUUID() -> String {
        var bytes = (0..<16).map { _ in UInt8.random(in: 0...255, using: &random) }
        // Version 4, variant 1 (RFC 9562).
        bytes[6] = bytes[6] & 0x0F | 0x40
        bytes[8] = bytes[8] & 0x3F | 0x80
        var text = ""
        for (index, byte) in bytes.enumerated() {
            if [4, 6, 8, 10].contains(index) { text += "-" }
            text += HashFunctions.hexadecimal([byte])
        }
        return text
    }
}

/// Makes blank nodes for BNODE and for CONSTRUCT templates, with labels that the graph doesn't use.
struct BlankNodeMinter {
    private struct Key: Hashable {
        var solution: Int
        var label: TextKey
    }
    private var byKey: [Key: String] = [:]
    private var counter = 0

    /// A blank node that nothing else uses.
    mutating func fresh(in terms: TermSpace) -> String {
        while true {
            let label = "n\(counter)"
            counter += 1
            if !terms.graphHas(.blank(label)) { return label }
        }
    }

    /// The blank node of a label within one solution.
    mutating func node(for label: String, solution: Int, in terms: TermSpace) -> String {
        let key = Key(solution: solution, label: TextKey(label))
        if let known = byKey[key] { return known }
        let node = fresh(in: terms)
        byKey[key] = node
        return node
    }
}
