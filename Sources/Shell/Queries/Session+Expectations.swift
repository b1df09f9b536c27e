import GraphStore
import Naming
import QueryEngine
import QuerySyntax
import RDF

extension Session {
    /// Checks what is expected of a query. What does not hold is said and remembered; the next statement still runs.
    func check(
        _ expectation: QExpectation, of query: QQuery, in statement: Statement, since start: Double
    ) throws(Failure) {
        let wanted = try resolve(expectation, in: statement.source)
        let resolved = try resolve(query, in: statement.source)
        let result = try evaluate(resolved)
        guard let complaint = complaint(of: wanted, about: result) else {
            expectationsMet += 1
            return
        }
        let place = statement.source.error("", at: statement.range)
        let source = statement.source.name.map { "\($0):\(place.line + firstLine): " } ?? ""
        note(.error)
        console.report(Failure("\(source)error: expected \(complaint)\n  \(firstLine(of: statement.text))"))
    }

    private func firstLine(of text: String) -> String {
        let line = text.prefix { $0 != "\n" }
        return line.count < text.count ? line + " …" : String(line)
    }

    /// What is wrong with a result, or nil.
    private func complaint(of expectation: QExpectation, about result: QueryResult) -> String? {
        let count: Int
        switch (expectation, result) {
        case (.answer(let wanted), .boolean(let answer)):
            return wanted == answer ? nil : "\(wanted ? "yes" : "no"), the answer is \(answer ? "yes" : "no")"
        case (_, .boolean): return "rows, the answer is yes or no; write `expect yes: …`"
        case (.answer, .solutions(let solutions)):
            return "yes or no, there are \(Numbers.counted(solutions.count, "row")); begin the query with `ask`"
        case (.answer, .graph): return "yes or no, the query builds triples"
        case (_, .solutions(let solutions)): count = solutions.count
        case (_, .graph(let triples)): count = triples.count
        }
        switch expectation {
        case .answer: return nil
        case .empty: return count == 0 ? nil : "no rows, there \(count == 1 ? "is" : "are") \(Numbers.grouped(count))"
        case .rows(let wanted, let isLeast):
            if isLeast ? count >= wanted : count == wanted { return nil }
            return "\(isLeast ? "at least " : "")\(Numbers.counted(wanted, "row")), there \(count == 1 ? "is" : "are") "
                + Numbers.grouped(count)
        case .table(let rows):
            guard case .solutions(let solutions) = result else { return "rows, the query builds triples" }
            return complaint(of: rows, about: solutions)
        }
    }

    private func complaint(of wanted: [[PatternTerm]], about solutions: Solutions) -> String? {
        if let width = wanted.first?.count, width != solutions.variables.count {
            return "rows of \(Numbers.counted(width, "value")), they have \(solutions.variables.count)"
        }
        var found = (0..<solutions.count).map { solutions.row($0) }
        for row in wanted {
            guard let index = found.firstIndex(where: { matches(row, $0) }) else {
                let text = row.map { cellText($0) }.joined(separator: ", ")
                return "the row (\(text)), "
                    + (found.isEmpty
                        ? "there is no other row"
                        : "the rows left are "
                            + found.prefix(3).map {
                                "(" + $0.map { $0.map { termText($0) } ?? "" }.joined(separator: ", ") + ")"
                            }
                            .joined(separator: ", ") + (found.count > 3 ? " …" : ""))
            }
            found.remove(at: index)
        }
        return found.isEmpty ? nil : "\(Numbers.counted(wanted.count, "row")), there are \(solutions.count)"
    }

    private func matches(_ wanted: [PatternTerm], _ row: [Term?]) -> Bool {
        zip(wanted, row).allSatisfy { cell, term in
            switch cell {
            case .variable: true
            case .term(let value): term.map { isEqual(value, $0) } ?? false
            case .name, .parameter: false
            }
        }
    }

    /// Whether two terms are one, or two writings of one number, or one text.
    private func isEqual(_ left: Term, _ right: Term) -> Bool {
        if left == right { return true }
        guard case .literal(let first) = left, case .literal(let second) = right else { return false }
        let numbers = [XSD.integer, XSD.decimal, XSD.double, XSD.float]
        guard numbers.contains(first.datatype), numbers.contains(second.datatype) else { return false }
        return Double(first.lexicalForm) == Double(second.lexicalForm)
    }

    private func cellText(_ cell: PatternTerm) -> String {
        if case .term(let term) = cell { return termText(term) }
        return "_"
    }

    private func termText(_ term: Term) -> String {
        if let id = archive.graph.id(of: term) { return names.label(id) }
        switch term {
        case .iri(let iri): return iri
        case .blank(let label): return "_:" + label
        case .literal(let literal): return literal.lexicalForm
        }
    }
}
