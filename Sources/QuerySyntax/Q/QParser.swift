import RDF

/// Reads the `.q` language.
public struct QParser {
    /// How deep brackets, `not` and `maybe` may nest.
    static let maximumDepth = 200
    /// How many conditions, operators and steps a statement may have.
    static let maximumSize = 10_000

    let source: SourceText
    var tokens: [QToken]
    var position = 0
    var depth = 0
    var size = 0

    // What is gathered while a statement is read.
    var variables: [Variable: SourceRange] = [:]
    var shown: [Variable] = []
    var isShown = true
    var aggregatesAllowed = false
    /// The subject that a pattern without one inherits, within the group being read.
    var inheritedSubject: QTerm?
    /// Names that fresh variables must not take.
    var takenNames: Set<String> = []

    private init(_ source: SourceText, _ tokens: [QToken]) {
        self.source = source
        self.tokens = tokens
    }

    /// The statements of a text, in order.
    ///
    /// - Throws: the first mistake, with its place.
    public static func parse(_ text: String, name: String? = nil) throws(SyntaxError) -> [Statement] {
        try parse(SourceText(text, name: name))
    }

    /// The statements of a text, in order.
    ///
    /// - Throws: the first mistake, with its place.
    public static func parse(_ source: SourceText) throws(SyntaxError) -> [Statement] {
        var parser = try QParser(reading: source)
        var statements: [Statement] = []
        while true {
            while parser.current.isSymbol(";") { parser.position += 1 }
            if parser.current.kind == .end { return statements }
            statements.append(try parser.statement())
            if parser.current.kind != .end { try parser.expectSymbol(";", "`;`, `,` or the end") }
        }
    }

    /// The term that a text is, as in `--param name=value`: a name, a number, a date, a text in quotes or an IRI. A text
    /// that is none of them is a name in quotes.
    public static func parseTerm(_ text: String) throws(SyntaxError) -> QTerm {
        let source = SourceText(text)
        if var parser = try? QParser(reading: source), let term = try? parser.term(),
            parser.current.kind == .end
        {
            return term
        }
        guard text.contains(where: { !$0.isWhitespace }) else {
            throw source.error("a value is expected", at: 0..<1)
        }
        return .name(Name(text, kind: .entity, isQuoted: true, range: 0..<source.scalars.count))
    }

    init(reading source: SourceText) throws(SyntaxError) {
        do {
            self.init(source, try QLexer.tokens(of: source))
        } catch {
            throw error.error
        }
    }

    // MARK: Tokens

    var current: QToken { tokens[min(position, tokens.count - 1)] }

    func token(_ offset: Int) -> QToken { tokens[min(position + offset, tokens.count - 1)] }

    /// The range from a start to the end of the token before this one.
    func range(from start: Int) -> SourceRange {
        let end = position > 0 ? tokens[position - 1].range.upperBound : 0
        return start..<max(start, end)
    }

    /// A keyword here, in small letters.
    func isKeyword(_ word: String) -> Bool { current.isWord(word) }

    mutating func acceptSymbol(_ symbol: String) -> Bool {
        guard current.isSymbol(symbol) else { return false }
        position += 1
        return true
    }

    mutating func acceptWord(_ word: String) -> Bool {
        guard current.isWord(word) else { return false }
        position += 1
        return true
    }

    mutating func expectSymbol(_ symbol: String, _ description: String, hint: String? = nil) throws(SyntaxError) {
        guard acceptSymbol(symbol) else { throw unexpected(description, hint: hint) }
    }

    mutating func expectWord(_ word: String, hint: String? = nil) throws(SyntaxError) {
        guard acceptWord(word) else { throw unexpected("`\(word)`", hint: hint) }
    }

    // MARK: Errors

    func error(_ message: String, at range: SourceRange, hint: String? = nil) -> SyntaxError {
        source.error(message, at: range, hint: hint)
    }

    /// The error that says what should stand here and what does.
    func unexpected(_ expected: String, hint: String? = nil) -> SyntaxError {
        let token = current
        if token.kind == .end { return error("\(expected) is expected here", at: token.range, hint: hint) }
        var hint = hint
        if hint == nil, token.isSymbol(".") { hint = "a statement ends with `;`" }
        if hint == nil, token.isSymbol("==") { hint = "write `=`" }
        if hint == nil, token.isSymbol("&&") { hint = "between conditions write `and`, or `,`" }
        if hint == nil, token.isSymbol("||") { hint = "between conditions write `or`" }
        return error("\(expected) is expected, not “\(display(token))”", at: token.range, hint: hint)
    }

    /// A token as written, cut where it is long.
    func display(_ token: QToken) -> String {
        let text = source.text(in: token.range)
        return text.count > 40 ? text.prefix(37) + "…" : text
    }

    // MARK: Bounds

    /// Runs a part of the grammar one level deeper.
    mutating func nested<Result>(
        _ body: (inout QParser) throws(SyntaxError) -> Result
    ) throws(SyntaxError) -> Result {
        guard depth < Self.maximumDepth else {
            throw error("nested more than \(Self.maximumDepth) deep", at: current.range)
        }
        depth += 1
        defer { depth -= 1 }
        return try body(&self)
    }

    /// Counts one more part of the statement.
    mutating func grow() throws(SyntaxError) {
        size += 1
        guard size <= Self.maximumSize else {
            throw error(
                "a statement of more than \(Self.maximumSize) conditions and operators", at: current.range,
                hint: "split it into several statements")
        }
    }

    // MARK: Variables

    mutating func note(_ variable: Variable, at range: SourceRange) {
        if variables[variable] == nil { variables[variable] = range }
    }

    /// Notes a variable of a pattern, which a bare query shows.
    mutating func show(_ variable: Variable, at range: SourceRange) {
        note(variable, at: range)
        if isShown, !shown.contains(variable) { shown.append(variable) }
    }

    /// A variable that the text does not use: `?what`, or `?what2` and so on.
    mutating func freshWhat() -> Variable {
        var name = "what"
        var number = 1
        while takenNames.contains(name) {
            number += 1
            name = "what\(number)"
        }
        takenNames.insert(name)
        return Variable(name)
    }

    /// Clears what one statement gathers, and notes the names that its text uses.
    mutating func beginStatement() {
        size = 0
        variables = [:]
        shown = []
        isShown = true
        inheritedSubject = nil
        aggregatesAllowed = false
        takenNames = []
        var index = position
        while index < tokens.count, tokens[index].kind != .end, !tokens[index].isSymbol(";") {
            let token = tokens[index]
            if token.kind == .variable || QuestionWord(token) != nil { takenNames.insert(token.value.lowercased()) }
            if token.kind == .variable { takenNames.insert(token.value) }
            index += 1
        }
    }
}

/// `who`, `whom` and `what`, which are variables where a term may stand.
enum QuestionWord: String {
    case who, whom, what

    init?(_ token: QToken) {
        guard token.kind == .word else { return nil }
        self.init(rawValue: token.value)
    }
}
