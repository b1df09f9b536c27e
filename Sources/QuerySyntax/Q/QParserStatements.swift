import RDF

extension QParser {
    /// One statement, up to its semicolon.
    mutating func statement() throws(SyntaxError) -> Statement {
        beginStatement()
        let start = current.range.lowerBound
        let kind = try statementKind()
        // A question mark after a question is no mistake.
        if current.isSymbol("?"), token(1).kind == .end || token(1).isSymbol(";") {
            let end = range(from: start)
            position += 1
            return Statement(kind: kind, range: end, source: source)
        }
        return Statement(kind: kind, range: range(from: start), source: source)
    }

    /// The keyword that begins the statement here, whatever its case.
    var statementKeyword: StatementKeyword? {
        guard current.kind == .word || current.kind == .capital else { return nil }
        guard let keyword = StatementKeyword(rawValue: current.value.lowercased()) else { return nil }
        guard current.kind == .capital else { return keyword }
        // A capitalised word may also begin a name (“Count Dracula met …”): look at what follows.
        switch keyword {
        case .count: return token(1).kind == .variable ? keyword : nil
        case .param: return token(1).kind == .parameter ? keyword : nil
        case .sparql: return token(1).kind == .raw ? keyword : nil
        default:
            return token(1).kind == .word && QuestionWord(token(1)) == nil && !token(1).isWord("the") ? nil : keyword
        }
    }

    private mutating func statementKind() throws(SyntaxError) -> Statement.Kind {
        switch statementKeyword {
        case .expect: return try expectation()
        case .param: return .parameter(try parameter())
        case .define: return .define(try definition())
        case .add:
            position += 1
            let (patterns, body) = try editPatterns()
            return .edit(.add(patterns, body))
        case .remove:
            position += 1
            let (patterns, body) = try editPatterns()
            return .edit(.remove(patterns, body))
        case .alias: return .edit(try alias())
        case .include:
            position += 1
            return .include(try fileName("for example: include 'people.q'"))
        case .output: return try output()
        case .sparql: return try embeddedSPARQL()
        case .explain:
            position += 1
            return .explain(try query())
        default: return .query(try query())
        }
    }

    // MARK: Queries

    /// A query with its clauses.
    mutating func query() throws(SyntaxError) -> QQuery {
        let start = current.range.lowerBound
        normalizeQuestionWord()
        var query: QQuery
        switch statementKeyword {
        case .find: query = try find()
        case .ask:
            position += 1
            query = QQuery(form: .ask, body: try body(), range: 0..<0)
        case .count: query = try count()
        case .about:
            position += 1
            let subject = try term("a name")
            if case .variable = subject {
                throw error(
                    "`about` needs a name", at: range(from: start), hint: "for what is said of anything: ?s ?r ?o")
            }
            query = QQuery(form: .about(subject), body: nil, range: 0..<0)
        case .why:
            position += 1
            let isNegated = acceptWord("not")
            let patternStart = current.range.lowerBound
            let subject = try term("a pattern")
            let pattern = try pattern(after: subject, from: patternStart)
            if case .isA = pattern.relation {
                throw error(
                    "`why` asks about relations, and classes are not claimed", at: pattern.range,
                    hint: "`about` shows everything that is known of a name")
            }
            query = QQuery(form: isNegated ? .whyNot(pattern) : .why(pattern), body: nil, range: 0..<0)
        case .build:
            position += 1
            let patterns = try templatePatterns()
            try expectWord("where", hint: "for example: build ?x knows ?y where ?x met ?y")
            query = QQuery(form: .build(patterns), body: try body(), range: 0..<0)
        case .some:
            throw error("`\(current.value)` stands at the start of a statement only", at: current.range)
        case nil: query = QQuery(form: .bare, body: try body(), range: 0..<0)
        }
        try clauses(of: &query)
        query.range = range(from: start)
        query.variables = variables
        query.shown = shown
        return query
    }

    /// `Who`, `Whom` or `What` at the start of a statement is the question word: keywords are case-blind there.
    private mutating func normalizeQuestionWord() {
        guard current.kind == .capital, QuestionWord(rawValue: current.value.lowercased()) != nil,
            token(1).kind != .capital
        else { return }
        tokens[position].kind = .word
        tokens[position].value = current.value.lowercased()
        takenNames.insert(current.value)
    }

    private mutating func find() throws(SyntaxError) -> QQuery {
        position += 1
        let isDistinct = acceptWord("distinct")
        var items: [QItem] = []
        repeat {
            try grow()
            items.append(try item())
        } while acceptSymbol(",")
        try expectWord("where", hint: "for example: find ?who where ?who met Lars Lind")
        shown = []
        return QQuery(form: .find(distinct: isDistinct, items), body: try body(), range: 0..<0)
    }

    private mutating func item() throws(SyntaxError) -> QItem {
        let start = current
        if start.kind == .variable || QuestionWord(start) != nil,
            token(1).isSymbol(",") || token(1).isWord("where") || token(1).kind == .end
        {
            position += 1
            note(Variable(start.value), at: start.range)
            return QItem(variable: Variable(start.value), expression: nil, range: start.range)
        }
        if start.isSymbol("*") {
            throw error("`find *` is the body alone", at: start.range, hint: "leave out `find * where`")
        }
        aggregatesAllowed = true
        defer { aggregatesAllowed = false }
        let expression = try expression()
        try expectWord("as", hint: "name the column: count(?x) as ?n")
        guard current.kind == .variable else {
            throw unexpected("a variable", hint: "name the column: count(?x) as ?n")
        }
        let variable = Variable(current.value)
        note(variable, at: current.range)
        position += 1
        return QItem(variable: variable, expression: expression, range: range(from: start.range.lowerBound))
    }

    private mutating func count() throws(SyntaxError) -> QQuery {
        position += 1
        guard current.kind == .variable || QuestionWord(current) != nil else {
            throw unexpected("a variable", hint: "for example: count ?who where ?who met ?whom")
        }
        let variable = Variable(current.value)
        note(variable, at: current.range)
        position += 1
        try expectWord("where", hint: "for example: count ?who where ?who met ?whom")
        return QQuery(form: .count(variable), body: try body(), range: 0..<0)
    }

    private mutating func clauses(of query: inout QQuery) throws(SyntaxError) {
        while true {
            let start = current
            if acceptWord("having") {
                aggregatesAllowed = true
                query.having.append(try expression())
                aggregatesAllowed = false
            } else if start.isWord("order") {
                position += 1
                try expectWord("by", hint: "for example: order by ?n desc")
                guard query.order.isEmpty else { throw error("`order by` stands twice", at: start.range) }
                repeat {
                    try grow()
                    query.order.append(try orderKey())
                } while acceptSymbol(",")
            } else if start.isWord("limit") {
                guard query.limit == nil else { throw error("`limit` stands twice", at: start.range) }
                position += 1
                query.limit = try wholeNumber("for example: limit 10")
            } else if start.isWord("offset") {
                guard query.offset == nil else { throw error("`offset` stands twice", at: start.range) }
                position += 1
                query.offset = try wholeNumber("for example: offset 10")
            } else {
                return
            }
        }
    }

    private mutating func orderKey() throws(SyntaxError) -> QOrderKey {
        let start = current.range.lowerBound
        if current.kind == .end { throw unexpected("a variable to order by", hint: "for example: order by ?n desc") }
        aggregatesAllowed = true
        defer { aggregatesAllowed = false }
        let expression = try expression()
        let isDescending = acceptWord("desc")
        if !isDescending { _ = acceptWord("asc") }
        return QOrderKey(expression: expression, isDescending: isDescending, range: range(from: start))
    }

    private mutating func wholeNumber(_ hint: String) throws(SyntaxError) -> Int {
        guard current.kind == .integer, let number = Int(current.value) else {
            throw unexpected("a whole number", hint: hint)
        }
        position += 1
        return number
    }

    // MARK: Edits

    private mutating func templatePatterns() throws(SyntaxError) -> [QPattern] {
        var patterns: [QPattern] = []
        repeat {
            try grow()
            let start = current.range.lowerBound
            let pattern: QPattern
            if !startsTerm(), let subject = inheritedSubject {
                pattern = try self.pattern(after: subject, from: start, inherits: true)
            } else {
                pattern = try self.pattern(after: try term("a pattern"), from: start)
            }
            if pattern.lacksObject {
                throw error(
                    "a pattern that is written to the graph needs an object", at: pattern.range,
                    hint: "write one; `true` where there is none")
            }
            if pattern.claim != nil {
                throw error("claims cannot be written, only facts", at: pattern.range, hint: "leave the brackets out")
            }
            patterns.append(pattern)
        } while acceptSymbol(",") || acceptWord("and")
        return patterns
    }

    private mutating func editPatterns() throws(SyntaxError) -> ([QPattern], QBody?) {
        let patterns = try templatePatterns()
        guard acceptWord("where") else { return (patterns, nil) }
        return (patterns, try body())
    }

    private mutating func alias() throws(SyntaxError) -> QEdit {
        let hint = "for example: alias \"the White House\" = United States"
        position += 1
        guard current.kind == .quoted || current.kind == .capital || current.kind == .text else {
            throw unexpected("a name", hint: hint)
        }
        let label: String
        if current.kind == .text {
            label = current.value
            position += 1
        } else {
            label = try name(.entity).text
        }
        try expectSymbol("=", "`=`", hint: hint)
        return .alias(label, try term("the name that it stands for"))
    }

    // MARK: Files and SPARQL

    private mutating func fileName(_ hint: String) throws(SyntaxError) -> String {
        guard current.kind == .text || current.kind == .quoted else {
            throw unexpected("a file name in single quotes", hint: hint)
        }
        defer { position += 1 }
        return current.value
    }

    private mutating func output() throws(SyntaxError) -> Statement.Kind {
        let formats = ["table", "csv", "tsv", "json", "nt"]
        position += 1
        guard current.kind == .word, formats.contains(current.value) else {
            throw unexpected("a format", hint: "one of \(formats.joined(separator: ", "))")
        }
        let format = current.value
        position += 1
        guard current.kind == .text || current.kind == .quoted else { return .output(format: format, file: nil) }
        return .output(format: format, file: try fileName(""))
    }

    private mutating func embeddedSPARQL() throws(SyntaxError) -> Statement.Kind {
        position += 1
        guard current.kind == .raw else {
            throw unexpected("`{`", hint: "for example: sparql { SELECT * { ?s ?p ?o } LIMIT 10 }")
        }
        let token = current
        position += 1
        return .sparql(token.value, (token.range.lowerBound + 1)..<(token.range.upperBound - 1))
    }
}
