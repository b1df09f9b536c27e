import RDF

extension QParser {
    // MARK: expect

    /// `expect (…): query`.
    mutating func expectation() throws(SyntaxError) -> Statement.Kind {
        let hint = "for example: expect 2 rows: …, expect (105): …, expect yes: …, expect empty: …"
        position += 1
        let expectation: QExpectation
        switch current.kind {
        case .word where current.value == "at":
            position += 1
            try expectWord("least", hint: hint)
            expectation = .rows(try rowCount(hint), atLeast: true)
        case .integer: expectation = .rows(try rowCount(hint), atLeast: false)
        case .word where current.value == "empty":
            position += 1
            expectation = .empty
        case .word where current.value == "yes" || current.value == "no":
            expectation = .answer(current.value == "yes")
            position += 1
        case .symbol where current.value == "(": expectation = .table(try rows())
        default: throw unexpected("what to expect", hint: hint)
        }
        try expectSymbol(":", "`:` and a query", hint: hint)
        beginStatement()
        return .expect(expectation, try query())
    }

    private mutating func rowCount(_ hint: String) throws(SyntaxError) -> Int {
        guard current.kind == .integer, let number = Int(current.value) else {
            throw unexpected("a number of rows", hint: hint)
        }
        position += 1
        guard acceptWord("row") || acceptWord("rows") else { throw unexpected("`rows`", hint: hint) }
        return number
    }

    private mutating func rows() throws(SyntaxError) -> [[PatternTerm]] {
        var rows: [[PatternTerm]] = []
        repeat {
            try grow()
            let rowStart = current.range.lowerBound
            try expectSymbol("(", "`(`")
            var row: [PatternTerm] = []
            repeat {
                try grow()
                row.append(try cell())
            } while acceptSymbol(",")
            try expectSymbol(")", "`,` or `)`")
            if let first = rows.first, first.count != row.count {
                throw error(
                    "this row has \(row.count) values and the first has \(first.count)", at: range(from: rowStart))
            }
            rows.append(row)
        } while acceptSymbol(",")
        return rows
    }

    /// A value of an expected row; `_` is anything, also nothing.
    private mutating func cell() throws(SyntaxError) -> PatternTerm {
        if current.isWord("true") || current.isWord("false") {
            defer { position += 1 }
            return .term(.literal(Literal(current.value, datatype: XSD.boolean)))
        }
        let start = current
        switch try term("a value") {
        case .constant(let term): return .term(term)
        case .quantity(let term, _): return .term(term)
        case .name(let name): return .name(name)
        case .parameter(let name, let range): return .parameter(name, range)
        case .anything: return .variable(Variable("_"))
        case .variable:
            throw error("an expected row holds values, no variables", at: start.range, hint: "`_` is anything")
        }
    }

    // MARK: param

    /// `param $name : type = default "help"`.
    mutating func parameter() throws(SyntaxError) -> QParameter {
        let start = current.range.lowerBound
        position += 1
        guard current.kind == .parameter else {
            throw unexpected("a parameter", hint: "for example: param $who : entity = Ada Okoro \"whom to look for\"")
        }
        var parameter = QParameter(name: current.value, type: nil, defaultValue: nil, help: nil, range: 0..<0)
        position += 1
        if acceptSymbol(":") {
            guard current.kind == .word, let type = QParameter.ValueType(rawValue: current.value) else {
                let types = QParameter.ValueType.allCases.map(\.rawValue)
                let hint = Spelling.suggestion(for: current.value, among: types)
                throw unexpected("a type", hint: hint ?? "one of \(types.joined(separator: ", "))")
            }
            parameter.type = type
            position += 1
        }
        if acceptSymbol("=") {
            if parameter.type == .relation, startsPhrase {
                parameter.defaultValue = .name(try phrase(.relation))
            } else if parameter.type == .date, current.kind == .integer, let year = CalendarDate(current.value) {
                parameter.defaultValue = .constant(year.term)
                position += 1
            } else {
                var value = try term("a default value")
                if case .name(var name) = value, parameter.type == .relation {
                    name.kind = .relation
                    value = .name(name)
                }
                parameter.defaultValue = value
            }
        }
        if current.kind == .text || current.kind == .quoted {
            parameter.help = current.value
            position += 1
        }
        parameter.range = range(from: start)
        return parameter
    }

    // MARK: define

    /// `define ?x relation ?y: body` or `define ?x is a class: body`.
    mutating func definition() throws(SyntaxError) -> QDefinition {
        let hint = "for example: define ?x is at odds with ?y: ?x criticized ?p, ?y backs ?p"
        let start = current.range.lowerBound
        position += 1
        guard current.kind == .variable else { throw unexpected("a variable", hint: hint) }
        let subject = Variable(current.value)
        note(subject, at: current.range)
        position += 1
        var definition = QDefinition(
            subject: subject, phrase: "", object: nil, body: QBody(branches: [], range: 0..<0), phraseRange: 0..<0,
            range: 0..<0)
        let isClass = current.isWord("is") && (token(1).isWord("a") || token(1).isWord("an"))
        var name: Name
        if isClass, let className = classOnly() {
            name = className
        } else {
            name = current.kind == .quoted ? try self.name(.relation) : try phrase(.relation)
            guard current.kind == .variable, current.value != subject.name else {
                throw unexpected("another variable", hint: hint)
            }
            definition.object = Variable(current.value)
            note(Variable(current.value), at: current.range)
            position += 1
        }
        name.text = name.text.lowercased()
        definition.phrase = name.text
        definition.phraseRange = name.range
        try expectSymbol(":", "`:` and what it stands for", hint: hint)
        definition.body = try body()
        definition.range = range(from: start)
        for variable in [definition.subject, definition.object].compactMap(\.self) {
            guard definition.body.mentions(variable) else {
                throw error(
                    "?\(variable.name) stands nowhere in the definition", at: variables[variable] ?? definition.range,
                    hint: hint)
            }
        }
        return definition
    }

    /// The class after `is a`, where a colon follows it; otherwise nothing is read.
    private mutating func classOnly() -> Name? {
        var probe = self
        probe.position += 2
        let isName = probe.current.kind == .capital || probe.current.kind == .quoted
        guard let name = try? (isName ? probe.name(.classification) : probe.phrase(.classification)),
            probe.current.isSymbol(":")
        else { return nil }
        self = probe
        return name
    }
}
