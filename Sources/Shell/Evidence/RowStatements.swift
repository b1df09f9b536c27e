import GraphStore
import QueryEngine
import QuerySyntax
import RDF

/// A statement in a row of an answer, with what it rests on.
struct RowStatement {
    /// `Hamas · holds hostages · 105`.
    var words: String
    /// What it rests on.
    var evidence: [Evidence]
}

extension Session {
    /// The facts and claims that a row rests on: of one solution of the query's body, or of all that agree with the row
    /// where it stands for several (a count, a group, a column left out), in the order in which they match.
    ///
    /// - Parameter limit: how many statements are wanted at most.
    /// - Returns: the statements, and whether there are more.
    func statements(
        of row: Int, in solutions: Solutions, _ answer: Answer, limit: Int = 1_000
    ) throws(Failure) -> (statements: [RowStatement], isCut: Bool) {
        let matched = MatchedPatterns(answer.query)
        var values: [Variable: Term] = [:]
        for (column, variable) in solutions.variables.enumerated() {
            values[variable] = solutions.term(row: row, column: column)
        }
        let known = solutions.variables.compactMap { variable in values[variable].map { (variable, $0) } }
        let (query, variables) = matched.completion(of: known, limit: limit + 1)
        var statements: [RowStatement] = []
        var seen: Set<IDTriple> = []
        var triples: [Triple] = []
        func add(_ values: [Variable: Term]) { triples += matched.patterns.compactMap { $0.triple(values) } }
        if case .solutions(let completed) = try evaluate(query, on: answer.graph), completed.count > 0 {
            for solution in 0..<completed.count {
                var values = values
                for (column, variable) in variables.enumerated() {
                    if let term = completed.term(row: solution, column: column) { values[variable] = term }
                }
                add(values)
            }
        } else {
            add(values)
        }
        if let endpoint { try fetchEvidence(of: triples, from: endpoint) }
        let names = evidenceNames(of: answer)
        for triple in triples where statements.count <= limit {
            if let statement = statement(triple, names, &seen) { statements.append(statement) }
        }
        return (Array(statements.prefix(limit)), statements.count > limit)
    }

    /// The words for what an answer rests on: of the graph that it was asked of, or of what an endpoint has told since.
    func evidenceNames(of answer: Answer) -> GraphNames {
        GraphNames(graph: endpoint == nil ? answer.graph : archive.graph, vocabulary: archive.vocabulary)
    }

    private func statement(_ triple: Triple, _ names: GraphNames, _ seen: inout Set<IDTriple>) -> RowStatement? {
        guard case .iri(let predicate) = triple.predicate, let subject = names.graph.id(of: triple.subject),
            let relation = names.graph.id(of: triple.predicate), let object = names.graph.id(of: triple.object)
        else { return nil }
        if predicate == RDFVocabulary.predicate {
            // A pattern over claims: the subject is the claim's node.
            guard let evidence = Evidence(claim: subject, in: names),
                seen.insert(IDTriple(subject, relation, object)).inserted
            else { return nil }
            let view = EvidenceView(names: names, style: .plain, columns: 100)
            return RowStatement(words: view.statement(evidence), evidence: [evidence])
        }
        let fact = IDTriple(subject, relation, object)
        guard names.isRelation(predicate), names.graph.contains(fact), seen.insert(fact).inserted else { return nil }
        let words = [subject, relation, object].map { names.label($0) }.joined(separator: " · ")
        return RowStatement(words: words, evidence: Evidence.ofFact(fact, in: names))
    }
}
