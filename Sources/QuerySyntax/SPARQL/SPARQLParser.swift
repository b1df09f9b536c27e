import RDF

/// Reads SPARQL 1.1.
///
/// Source: SPARQL 1.1 Query Language, sections 18.2 (to the algebra) and 19 (grammar); SPARQL 1.1 Update.
public struct SPARQLParser {
    let source: SourceText
    let tokens: [(token: SPARQLToken, range: SourceRange)]
    private(set) var position = 0
    private(set) var prefixes = DeclaredPrefixes()
    var base: String?
    /// Which basic graph pattern each blank node label stands in; one label can't be in two.
    var patternOfLabel: [String: Int] = [:]
    /// Whether what is read says what is to be made: its blank nodes are new nodes, where those of a pattern are variables.
    var isReadingTemplate = false
    /// The labels in INSERT DATA operations that came before; one label can't be in two of a request.
    var earlierDataLabels: Set<String> = []
    /// Whether what is read belongs to INSERT DATA.
    var isReadingData = false
    var patternNumber = 0
    private var patternCount = 0
    private var hiddenVariables = 0
    private var depth = 0
    private static let maximumDepth = 256
    /// Whether blank nodes are not allowed (DELETE).
    var forbidsBlankNodes = false
    /// Whether `expression()` may hold aggregates.
    var allowsAggregates = false

    init(_ source: SourceText, in range: SourceRange? = nil, base: String?) throws(SyntaxError) {
        self.source = source
        self.base = base
        var lexer = SPARQLLexer(source, in: range)
        var tokens: [(token: SPARQLToken, range: SourceRange)] = []
        tokens.reserveCapacity(min(source.scalars.count / 4 + 8, 1 << 16))
        repeat { tokens.append(try lexer.next()) } while tokens.last?.token != .end
        self.tokens = tokens
    }

    /// A query.
    ///
    /// - Parameters:
    ///   - base: What relative IRIs are resolved against where the query has no BASE.
    ///   - source: The file that the text comes from, for errors.
    public static func parseQuery(
        _ text: String, base: String? = nil, source: String? = nil
    ) throws(SyntaxError) -> Query {
        try parseQuery(SourceText(text, name: source), base: base)
    }

    /// A query.
    public static func parseQuery(_ source: SourceText, base: String? = nil) throws(SyntaxError) -> Query {
        var parser = try SPARQLParser(source, base: base)
        return try parser.queryUnit()
    }

    /// The operations of an update.
    public static func parseUpdate(
        _ text: String, base: String? = nil, source: String? = nil
    ) throws(SyntaxError) -> [UpdateOperation] {
        try parseUpdate(SourceText(text, name: source), base: base)
    }

    /// The operations of an update.
    public static func parseUpdate(
        _ source: SourceText, base: String? = nil
    ) throws(SyntaxError) -> [UpdateOperation] {
        var parser = try SPARQLParser(source, base: base)
        return try parser.updateUnit()
    }

    // MARK: Tokens

    var current: SPARQLToken { tokens[position].token }
    var range: SourceRange { tokens[position].range }
    /// The place of the token before.
    var previousRange: SourceRange { tokens[max(0, position - 1)].range }
    var following: SPARQLToken { tokens[min(position + 1, tokens.count - 1)].token }
    /// Whether the next token stands right after this one.
    var isFollowedDirectly: Bool {
        position + 1 < tokens.count && tokens[position + 1].range.lowerBound == range.upperBound
    }

    mutating func advance() { if position < tokens.count - 1 { position += 1 } }

    func isMark(_ mark: String) -> Bool { current == .mark(mark) }

    func isKeyword(_ keyword: String) -> Bool {
        if case .word(let word) = current { word.isKeyword(keyword) } else { false }
    }

    mutating func take(mark: String) -> Bool {
        guard isMark(mark) else { return false }
        advance()
        return true
    }

    mutating func take(keyword: String) -> Bool {
        guard isKeyword(keyword) else { return false }
        advance()
        return true
    }

    mutating func expect(mark: String, _ purpose: String = "") throws(SyntaxError) {
        guard take(mark: mark) else { throw unexpected("“\(mark)”\(purpose.isEmpty ? "" : " " + purpose)") }
    }

    mutating func expect(keyword: String) throws(SyntaxError) {
        guard take(keyword: keyword) else { throw unexpected(keyword) }
    }

    /// An error that says what should stand here.
    func unexpected(_ wanted: String) -> SyntaxError {
        let found: String =
            switch current {
            case .end: "the query ends"
            default: "“\(source.text(in: range))” stands"
            }
        return source.error("\(wanted) is expected where \(found)", at: range)
    }

    func error(_ message: String, at range: SourceRange? = nil, hint: String? = nil) -> SyntaxError {
        source.error(message, at: range ?? self.range, hint: hint)
    }

    /// Runs a rule that may nest, within a limit that keeps the stack safe.
    mutating func nested<Result>(
        _ rule: (inout SPARQLParser) throws(SyntaxError) -> Result
    ) throws(SyntaxError) -> Result {
        depth += 1
        defer { depth -= 1 }
        if depth > Self.maximumDepth { throw error("this is nested more than \(Self.maximumDepth) deep") }
        return try rule(&self)
    }

    mutating func hiddenVariable(_ stem: String) -> Variable {
        hiddenVariables += 1
        return Variable(".\(stem)\(hiddenVariables)")
    }

    /// Begins another basic graph pattern, in which blank node labels are new.
    mutating func beginPattern() {
        patternCount += 1
        patternNumber = patternCount
    }

    // MARK: Prologue and dataset

    mutating func prologue() throws(SyntaxError) {
        while true {
            if take(keyword: "BASE") {
                guard case .iri(let iri) = current else { throw unexpected("an IRI in angle brackets") }
                base = resolved(iri)
                advance()
            } else if take(keyword: "PREFIX") {
                guard case .prefixed(let prefix, "") = current else { throw unexpected("a prefix such as ex:") }
                advance()
                guard case .iri(let iri) = current else { throw unexpected("an IRI in angle brackets") }
                prefixes.declare(prefix, as: resolved(iri))
                advance()
            } else {
                return
            }
        }
    }

    func resolved(_ iri: String) -> String { base.map { IRIReference.resolve(iri, against: $0) } ?? iri }

    /// An IRI or a prefixed name, or nil when neither stands here.
    mutating func takeIRI() throws(SyntaxError) -> String? {
        switch current {
        case .iri(let iri):
            advance()
            return resolved(iri)
        case .prefixed(let prefix, let local):
            guard let namespace = prefixes.namespace(prefix) else {
                throw error(
                    "the prefix “\(prefix):” is not declared",
                    hint: "declare it: PREFIX \(prefix): <…>")
            }
            advance()
            return namespace + local
        default: return nil
        }
    }

    mutating func iri() throws(SyntaxError) -> String {
        guard let iri = try takeIRI() else { throw unexpected("an IRI") }
        return iri
    }

    /// `FROM` and `FROM NAMED`.
    private mutating func datasetClauses() throws(SyntaxError) -> (from: [String], named: [String]) {
        var from: [String] = []
        var named: [String] = []
        while take(keyword: "FROM") {
            if take(keyword: "NAMED") { named.append(try iri()) } else { from.append(try iri()) }
        }
        return (from, named)
    }

    // MARK: Queries

    mutating func queryUnit() throws(SyntaxError) -> Query {
        try prologue()
        guard case .word(let word) = current else { throw unexpected("SELECT, ASK, CONSTRUCT or DESCRIBE") }
        var query: Query
        switch word.uppercased() {
        case "SELECT":
            let (algebra, variables, from, named) = try select(isOutermost: true)
            query = Query(form: .select(variables), algebra: algebra, from: from, fromNamed: named)
        case "ASK":
            advance()
            let (from, named) = try datasetClauses()
            query = Query(form: .ask, algebra: try simpleQuery(), from: from, fromNamed: named)
        case "CONSTRUCT": query = try construct()
        case "DESCRIBE": query = try describe()
        default: throw unexpected("SELECT, ASK, CONSTRUCT or DESCRIBE")
        }
        guard current == .end else { throw unexpected("the end of the query") }
        query.base = base
        return query
    }

    /// WHERE, modifiers and VALUES of a query without projection.
    private mutating func simpleQuery() throws(SyntaxError) -> Algebra {
        _ = take(keyword: "WHERE")
        let pattern = try groupGraphPattern()
        var clause = SelectClause(isStar: true, isWritten: false)
        return try modified(pattern, &clause).algebra
    }

    /// A SELECT, outermost or within a group.
    mutating func select(
        isOutermost: Bool
    ) throws(SyntaxError) -> (algebra: Algebra, variables: [Variable], from: [String], named: [String]) {
        try expect(keyword: "SELECT")
        var clause = try selectClause()
        let (from, named) = isOutermost ? try datasetClauses() : ([], [])
        _ = take(keyword: "WHERE")
        let pattern = try groupGraphPattern()
        let (algebra, variables) = try modified(pattern, &clause)
        return (algebra, variables, from, named)
    }

    private mutating func construct() throws(SyntaxError) -> Query {
        advance()
        if isMark("{") {
            advance()
            let template = try constructTemplate()
            let (from, named) = try datasetClauses()
            return Query(form: .construct(template), algebra: try simpleQuery(), from: from, fromNamed: named)
        }
        // The short form: the pattern is the template.
        let (from, named) = try datasetClauses()
        try expect(keyword: "WHERE")
        try expect(mark: "{")
        let template = try constructTemplate()
        var clause = SelectClause(isStar: true, isWritten: false)
        let (algebra, _) = try modified(.bgp(template.map(\.asPattern)), &clause)
        return Query(form: .construct(template), algebra: algebra, from: from, fromNamed: named)
    }

    /// Triples up to the closing brace.
    private mutating func constructTemplate() throws(SyntaxError) -> [TriplePattern] {
        var triples: [TriplePattern] = []
        beginPattern()
        patternOfLabel = [:]
        isReadingTemplate = true
        defer { isReadingTemplate = false }
        while !isMark("}") {
            try triplesSameSubject(allowsPaths: false) {
                triples.append($0)
            } path: { _, _, _ in
            }
            guard take(mark: ".") else { break }
        }
        try expect(mark: "}")
        beginPattern()
        patternOfLabel = [:]
        return triples
    }

    private mutating func describe() throws(SyntaxError) -> Query {
        advance()
        var resources: [PatternTerm] = []
        let isStar = take(mark: "*")
        if !isStar {
            while true {
                if case .variable(let name) = current {
                    resources.append(.variable(Variable(name)))
                    advance()
                } else if let iri = try takeIRI() {
                    resources.append(.term(.iri(iri)))
                } else {
                    break
                }
            }
            if resources.isEmpty { throw unexpected("*, a variable or an IRI") }
        }
        let (from, named) = try datasetClauses()
        var algebra = Algebra.bgp([])
        if isKeyword("WHERE") || isMark("{") {
            algebra = try simpleQuery()
        } else {
            var clause = SelectClause(isStar: true, isWritten: false)
            algebra = try modified(algebra, &clause).algebra
        }
        if isStar {
            resources = algebra.scope.filter { !$0.name.hasPrefix(".") }.map { .variable($0) }
        }
        return Query(form: .describe(resources), algebra: algebra, from: from, fromNamed: named)
    }
}

extension TriplePattern {
    /// The pattern that a triple of a template stands for: its blank nodes are variables.
    fileprivate var asPattern: TriplePattern {
        func place(_ term: PatternTerm) -> PatternTerm {
            guard case .variable(let variable) = term, variable.isTemplateBlankNode else { return term }
            return .variable(Variable("." + variable.name.dropFirst(3)))
        }
        return TriplePattern(place(subject), place(predicate), place(object))
    }
}
