import QueryEngine
import QuerySyntax
import RDF

/// `.plot [?n [of QUERY]] [-o FILE]`: the numbers of an answer as bars; of the last answer where no query is given.
enum PlotCommand {
    /// How many bars are drawn.
    private static let limit = 60

    @Sendable static func run(session: Session, call: CommandCall) throws(Failure) {
        let request = try ChartRequest(call, session)
        let answer: Answer
        if let query = request.query {
            answer = try session.answer(to: query)
        } else if let last = session.lastAnswer {
            answer = last
        } else {
            throw Failure("there is no answer yet to draw\n  ask a query first, or name one: .plot ?n of QUERY")
        }
        guard case .solutions(let solutions) = answer.result else {
            throw Failure("only the rows of a query are drawn")
        }
        let column = try request.variable.map { (variable) throws(Failure) in
            try session.column(variable, of: solutions)
        }
        guard let column = column ?? numberColumn(solutions) else {
            throw Failure("no column of the answer holds numbers")
        }
        let chart = BarChart(bars: try bars(column, solutions, answer, session))
        guard !chart.bars.isEmpty else {
            session.console.note("no figures: no row has a number in ?\(solutions.variables[column].name)")
            return
        }
        if let path = request.path {
            try session.writeDrawing(
                chart.svg(title: request.query ?? "?\(solutions.variables[column].name)"), to: path)
            return
        }
        let style = session.console.resultStyle
        session.console.present(Array(chart.text(columns: session.console.columns ?? 100, style: style).utf8))
        try session.flushResults()
        if solutions.count > limit {
            session.console.hint("the first \(limit) of \(Numbers.counted(solutions.count, "row"))")
        }
    }

    /// The first column in which all that stands are numbers.
    private static func numberColumn(_ solutions: Solutions) -> Int? {
        solutions.variables.indices.first { column in
            let terms = (0..<min(solutions.count, 100)).compactMap { solutions.term(row: $0, column: column) }
            return !terms.isEmpty && terms.allSatisfy { number($0) != nil }
        }
    }

    private static func bars(
        _ column: Int, _ solutions: Solutions, _ answer: Answer, _ session: Session
    ) throws(Failure) -> [BarChart.Bar] {
        let names = session.names
        var bars: [BarChart.Bar] = []
        for row in 0..<min(solutions.count, limit) {
            guard let term = solutions.term(row: row, column: column), let value = number(term),
                case .literal(let literal) = term
            else { continue }
            let label = solutions.variables.indices.filter { $0 != column }.compactMap { other in
                solutions.term(row: row, column: other).map { session.label($0) }
            }.joined(separator: " · ")
            var bar = BarChart.Bar(
                label: label.isEmpty ? "row \(row + 1)" : label, value: value,
                words: literal.datatype == XSD.integer ? ValueScale.figure(value) : literal.lexicalForm)
            // A number that a report bounds says so; one that was computed has no claim.
            let statements = try session.statements(of: row, in: solutions, answer, limit: 8).statements
            let evidence = statements.lazy.flatMap(\.evidence).first { evidence in
                evidence.object.map { names.graph.text($0) } == literal.lexicalForm
            }
            if let evidence {
                let figure = Figure(value, bar.words, evidence, names)
                bar.upper = figure.upper
                bar.bound = figure.bound
                bar.words = figure.words
            }
            bars.append(bar)
        }
        return bars
    }

    private static func number(_ term: Term) -> Double? {
        guard case .literal(let literal) = term, XSD.isNumeric(literal.datatype),
            let value = Double(literal.lexicalForm),
            value.isFinite
        else { return nil }
        return value
    }
}

extension XSD {
    /// Whether a datatype is one of those that numbers usually have.
    fileprivate static func isNumeric(_ datatype: String) -> Bool {
        [integer, decimal, double, float].contains(datatype)
    }
}

extension Session {
    /// The label of a term, or its text.
    func label(_ term: Term) -> String {
        if let id = archive.graph.id(of: term) { return names.label(id) }
        switch term {
        case .iri(let iri): return iri
        case .blank(let label): return label
        case .literal(let literal): return literal.lexicalForm
        }
    }
}
