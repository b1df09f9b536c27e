import GraphStore
import QueryEngine
import QuerySyntax
import RDF

/// `.timeline ?n of QUERY [-o FILE]`: figures over time by source, as table and chart, or as SVG.
enum TimelineCommand {
    @Sendable static func run(session: Session, call: CommandCall) throws(Failure) {
        let request = try ChartRequest(call, session)
        guard let variable = request.variable, let query = request.query else { throw call.usage(session) }
        let answer = try session.answer(to: query)
        let table = FigureTable(try figures(of: variable, in: answer, session))
        guard !table.figures.isEmpty else {
            session.console.note("no figures: no row of the query has a number in ?\(variable.name)")
            return
        }
        if let path = request.path {
            try session.writeDrawing(TimelineSVG(table: table, title: query).text(), to: path)
            return
        }
        var listing = Listing(
            .init(title: "day"), .init(title: "bound"), .init(title: "figure", isNumber: true), .init(title: "who"),
            .init(title: "report"))
        listing.rows = table.figures.map { figure in
            let upper = figure.upper.map { "–" + ValueScale.figure($0) } ?? ""
            return [figure.date ?? "·", figure.bound.words, figure.text + upper, figure.speaker, figure.source]
        }
        listing.print(on: session.console, empty: "")
        if session.console.isTerminal {
            let chart = TimelineChart(
                table: table, columns: session.console.columns ?? 100, style: session.console.resultStyle)
            session.console.results.write("\n" + chart.text())
        }
        try session.flushResults()
        let undated = table.figures.count - table.dated.count
        if undated > 0, session.console.isTerminal {
            session.console.hint(
                "\(Numbers.counted(undated, "figure")) without a day \(undated == 1 ? "is" : "are") not drawn")
        }
    }

    /// The figures in a column of an answer, each with the claims that give it.
    static func figures(
        of variable: Variable, in answer: Answer, _ session: Session
    ) throws(Failure) -> [Figure] {
        guard case .solutions(let solutions) = answer.result else {
            throw Failure("only the rows of a query are drawn")
        }
        let column = try session.column(variable, of: solutions)
        let names = session.names
        var figures: [Figure] = []
        for row in 0..<min(solutions.count, 5_000) {
            guard case .literal(let literal)? = solutions.term(row: row, column: column),
                let value = Double(literal.lexicalForm)
            else { continue }
            for statement in try session.statements(of: row, in: solutions, answer).statements {
                for evidence in statement.evidence where evidence.object.map({ names.label($0) }) == literal.lexicalForm
                {
                    figures.append(Figure(value, literal.lexicalForm, evidence, names))
                }
            }
        }
        return figures
    }
}

extension Figure {
    /// The figure that a claim gives.
    init(_ value: Double, _ text: String, _ evidence: Evidence, _ names: GraphNames) {
        func property(_ name: String) -> String? { names.text(evidence.claim, names.vocabulary.property(name)) }
        // A day that the claim tells in words only says less than the report's own.
        let told = property("date").flatMap { DayNumber.of($0) == nil ? nil : $0 }
        date = told ?? evidence.date
        self.value = value
        self.text = text
        upper = property("upper").flatMap(Double.init)
        bound = property("bound").flatMap(Bound.init) ?? .exactly
        speaker = (evidence.speaker ?? evidence.subject).map { names.label($0) } ?? "the report"
        source = evidence.source
    }
}
