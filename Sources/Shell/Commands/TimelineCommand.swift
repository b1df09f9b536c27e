import GraphStore
import QueryEngine
import QuerySyntax
import RDF

/// `.timeline ?n of QUERY [-o FILE]`: figures over time by source, as table and chart, or as SVG.
enum TimelineCommand {
    private static let usage =
        "usage: .timeline ?n of QUERY [-o chart.svg]\n  for example: .timeline ?n of ?who reported deaths ?n"

    @Sendable static func run(session: Session, call: CommandCall) throws(Failure) {
        var text = call.rest
        var path: String?
        if call.arguments.count > 2, call.arguments[call.arguments.count - 2] == "-o",
            let range = text.ranges(of: "-o").last
        {
            path = call.arguments.last
            text = String(text[..<range.lowerBound])
        }
        let words = text.split(separator: " ", maxSplits: 2)
        guard words.count == 3, words[0].hasPrefix("?"), words[1].lowercased() == "of" else { throw Failure(usage) }
        let variable = Variable(String(words[0].dropFirst()))
        let query = String(words[2])
        let timeline = Timeline(try points(of: variable, in: query, session))
        guard !timeline.points.isEmpty else {
            session.console.note("no figures: no row of the query has a number in ?\(variable.name)")
            return
        }
        if let path {
            do throws(FileError) {
                try Files.write(Array(timeline.svg(title: query).utf8), to: path)
            } catch {
                throw Failure("\(error)", status: .unreadable)
            }
            session.console.hint("written to \(path)")
            return
        }
        var listing = Listing(
            .init(title: "day"), .init(title: "bound"), .init(title: "figure", isNumber: true), .init(title: "who"),
            .init(title: "report"))
        listing.rows = timeline.points.map { point in
            [point.date ?? "·", point.boundWords, point.text, point.speaker, point.source]
        }
        listing.print(on: session.console, empty: "")
        if session.console.isTerminal {
            let style = session.console.resultStyle
            session.console.results.write("\n" + timeline.chart(columns: session.console.columns ?? 100, style: style))
        }
        try session.flushResults()
    }

    private static func points(
        of variable: Variable, in text: String, _ session: Session
    ) throws(Failure) -> [Timeline.Point] {
        let source = SourceText(text)
        let statements = try session.translating { () throws(SyntaxError) in try QParser.parse(source) }
        guard statements.count == 1, let query = statements[0].query else { throw Failure(usage) }
        let resolved = try session.resolve(query, in: source)
        guard case .solutions(let solutions) = try session.evaluate(resolved) else { throw Failure(usage) }
        guard let column = solutions.variables.firstIndex(of: variable) else {
            let known = solutions.variables.map { "?" + $0.name }.joined(separator: ", ")
            throw Failure("?\(variable.name) is no column of the query; it has \(known)")
        }
        let answer = Answer(query: resolved, result: .solutions(solutions), graph: session.archive.graph)
        let names = session.names
        var points: [Timeline.Point] = []
        for row in 0..<min(solutions.count, 5_000) {
            guard case .literal(let literal)? = solutions.term(row: row, column: column),
                let value = Double(literal.lexicalForm)
            else { continue }
            for statement in try session.statements(of: row, in: solutions, answer) {
                for evidence in statement.evidence where evidence.object.map({ names.label($0) }) == literal.lexicalForm
                {
                    points.append(point(value, literal.lexicalForm, evidence, names))
                }
            }
        }
        return points
    }

    private static func point(
        _ value: Double, _ text: String, _ evidence: Evidence, _ names: GraphNames
    ) -> Timeline.Point {
        let vocabulary = names.vocabulary
        return Timeline.Point(
            date: names.text(evidence.claim, vocabulary.property("date")) ?? evidence.date, value: value, text: text,
            bound: names.text(evidence.claim, vocabulary.property("bound")) ?? "",
            speaker: (evidence.speaker ?? evidence.subject).map { names.label($0) } ?? "the report",
            source: evidence.source)
    }
}
