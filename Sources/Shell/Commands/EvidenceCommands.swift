import GraphStore
import QueryEngine
import QuerySyntax
import RDF

/// Commands that show where an answer stands.
enum EvidenceCommands {
    /// How many facts of one row are shown: a row of a count may stand for thousands.
    private static let statementLimit = 20

    /// `.why N`: every fact in a row of the last answer, with its sentence.
    @Sendable static func why(session: Session, call: CommandCall) throws(Failure) {
        let (answer, solutions, row) = try lastRow(session, call)
        let (statements, isCut) = try session.statements(of: row, in: solutions, answer, limit: statementLimit)
        let names = session.evidenceNames(of: answer)
        guard !statements.isEmpty else {
            throw Failure(
                "row \(row + 1) rests on no statement of a report: it was computed, or comes from a graph file")
        }
        let view = session.evidenceView(names)
        var text = statements.map { statement in
            let heading = statements.count > 1 ? session.console.resultStyle(.heading, statement.words) + "\n" : ""
            return heading
                + (statement.evidence.isEmpty
                    ? "  no report says so: it was added, or comes from a graph file\n" : view.text(statement.evidence))
        }
        if isCut { text.append("… and more: this row stands for many facts\n") }
        session.console.present(Array(text.joined(separator: "\n").utf8))
        try session.flushResults()
    }

    /// `.open N`: the report around a row of the last answer.
    @Sendable static func open(session: Session, call: CommandCall) throws(Failure) {
        let (answer, solutions, row) = try lastRow(session, call)
        let (statements, _) = try session.statements(of: row, in: solutions, answer, limit: statementLimit)
        guard let evidence = statements.lazy.compactMap(\.evidence.first).first else {
            throw Failure("row \(row + 1) rests on no statement of a report")
        }
        try session.showReport(around: evidence, in: session.evidenceNames(of: answer).graph)
    }

    private static func lastRow(
        _ session: Session, _ call: CommandCall
    ) throws(Failure) -> (Answer, Solutions, row: Int) {
        guard let answer = session.lastAnswer else {
            throw Failure("there is no answer yet; ask a query, then .\(call.name) 1 shows where its first row stands")
        }
        guard case .solutions(let solutions) = answer.result else {
            throw Failure("the last answer has no rows; `why` and the pattern shows where a fact stands")
        }
        let text = call.arguments.first ?? "1"
        guard let number = Int(text), number >= 1, number <= solutions.count else {
            guard solutions.count > 0 else { throw Failure("the last answer has no rows") }
            throw Failure("the last answer has the rows 1 to \(solutions.count), not \"\(text)\"")
        }
        return (answer, solutions, number - 1)
    }
}
