import GraphStore
import QueryEngine
import QuerySyntax
import RDF

/// Commands that show where an answer stands.
enum EvidenceCommands {
    /// `.why N`: every fact in a row of the last answer, with its sentence.
    @Sendable static func why(session: Session, call: CommandCall) throws(Failure) {
        let (answer, solutions, row) = try lastRow(session, call)
        let names = GraphNames(graph: answer.graph, vocabulary: session.archive.vocabulary)
        let statements = try session.statements(of: row, in: solutions, answer)
        guard !statements.isEmpty else {
            throw Failure(
                "row \(row + 1) rests on no statement of a report: it was computed, or comes from a graph file")
        }
        let view = EvidenceView(
            names: names, style: session.console.resultStyle, columns: session.console.columns ?? 100)
        let text = statements.map { statement in
            let heading = statements.count > 1 ? session.console.resultStyle(.heading, statement.words) + "\n" : ""
            return heading
                + (statement.evidence.isEmpty
                    ? "  no report says so: it was added, or comes from a graph file\n" : view.text(statement.evidence))
        }
        session.console.present(Array(text.joined(separator: "\n").utf8))
        try session.flushResults()
    }

    /// `.open N`: the report around a row of the last answer.
    @Sendable static func open(session: Session, call: CommandCall) throws(Failure) {
        let (answer, solutions, row) = try lastRow(session, call)
        let statements = try session.statements(of: row, in: solutions, answer)
        guard let evidence = statements.lazy.compactMap(\.evidence.first).first else {
            throw Failure("row \(row + 1) rests on no statement of a report")
        }
        try session.showReport(around: evidence, in: answer.graph)
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

/// A statement in a row of an answer, with what it rests on.
struct RowStatement {
    /// `Hamas · holds hostages · 105`.
    var words: String
    /// What it rests on.
    var evidence: [Evidence]
}

extension Session {
    /// The facts and claims that a row rests on.
    func statements(of row: Int, in solutions: Solutions, _ answer: Answer) throws(Failure) -> [RowStatement] {
        let names = GraphNames(graph: answer.graph, vocabulary: archive.vocabulary)
        let matched = MatchedPatterns(answer.query)
        var values: [Variable: Term] = [:]
        for (column, variable) in solutions.variables.enumerated() {
            values[variable] = solutions.term(row: row, column: column)
        }
        let known = solutions.variables.compactMap { variable in values[variable].map { (variable, $0) } }
        let (query, variables) = matched.completion(of: known)
        if case .solutions(let completed) = try evaluate(query), completed.count > 0 {
            for (column, variable) in variables.enumerated() {
                if let term = completed.term(row: 0, column: column) { values[variable] = term }
            }
        }
        return statements(matched.patterns.compactMap { $0.triple(values) }, names)
    }

    private func statements(_ triples: [Triple], _ names: GraphNames) -> [RowStatement] {
        var statements: [RowStatement] = []
        var seen: Set<TermID> = []
        for triple in triples {
            guard case .iri(let predicate) = triple.predicate, let subject = names.graph.id(of: triple.subject),
                let relation = names.graph.id(of: triple.predicate), let object = names.graph.id(of: triple.object)
            else { continue }
            let fact = IDTriple(subject, relation, object)
            if predicate == RDFVocabulary.predicate {
                // A pattern over claims: the subject is the claim's node.
                guard let evidence = Evidence(claim: subject, in: names), seen.insert(subject).inserted else {
                    continue
                }
                let view = EvidenceView(names: names, style: .plain, columns: 100)
                statements.append(RowStatement(words: view.statement(evidence), evidence: [evidence]))
            } else if predicate.hasPrefix(names.vocabulary.relation), names.graph.contains(fact) {
                let words = [subject, relation, object].map { names.label($0) }.joined(separator: " · ")
                statements.append(RowStatement(words: words, evidence: Evidence.ofFact(fact, in: names)))
            }
        }
        return statements
    }

    /// Shows a report as far as the graph holds it: the sentences that claims rest on, one of them marked.
    func showReport(around evidence: Evidence, in graph: Graph) throws(Failure) {
        let names = GraphNames(graph: graph, vocabulary: archive.vocabulary)
        let view = EvidenceView(names: names, style: console.resultStyle, columns: console.columns ?? 100)
        var text = console.resultStyle(.heading, evidence.source) + "\n"
        if let title = evidence.report.flatMap({ names.text($0, DCTerms.title) }) { text += title + "\n" }
        text += "\n"
        for sentence in sentences(of: evidence.report, names) {
            text += sentence.range == evidence.sentenceRange ? view.quotation(evidence) : view.plain(sentence.text)
        }
        console.present(Array(text.utf8))
        try flushResults()
    }

    private func sentences(of report: TermID?, _ names: GraphNames) -> [(range: Range<Int>, text: String)] {
        guard let report, let context = names.graph.id(of: .iri(NIF.referenceContext)) else { return [] }
        let nodes = names.graph.match(nil, context, report).subjects
        var sentences: [(range: Range<Int>, text: String)] = []
        for index in 0..<nodes.count {
            guard let text = names.text(nodes[index], NIF.anchorOf),
                let begin = names.integer(nodes[index], NIF.beginIndex),
                let end = names.integer(nodes[index], NIF.endIndex), begin <= end
            else { continue }
            sentences.append((begin..<end, text))
        }
        return sentences.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
}
