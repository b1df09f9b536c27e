import QueryEngine
import QuerySyntax
import RDF

extension Session {
    /// How long a way to read a question may be tried, in seconds.
    private static let patience = 1.0

    /// Runs a question in plain English that is no query, or one without an answer, where it can be read; else says
    /// which query it comes nearest to.
    ///
    /// - Parameter failure: why it is no query; nil for one that has been found to have no answer.
    /// - Returns: whether it was run.
    func answerQuestion(_ text: String, failing failure: Failure?) throws(Failure) -> Bool {
        let readings = QuestionReader(self).readings(text)
        let whole = readings.filter(\.unread.isEmpty)
        // What is said in so many words comes first, then what is claimed, then what sentences tell.
        let exact = whole.filter { !$0.isLoose }
        let answered =
            exact.first { hasAnswer($0.query) } ?? exact.first { isClaimed($0.query) }
            ?? whole.first { $0.isLoose && hasAnswer($0.query) }
        if let reading = answered {
            try run(reading)
            return true
        }
        guard let failure else { return false }
        // One in which every word has its place is run all the same, and says what there is instead.
        if let reading = exact.first ?? (readings.count == whole.count ? whole.first : nil) {
            try run(reading)
            return true
        }
        // A word that is only misspelt is named as such.
        if failure.message.contains("did you mean") { throw failure }
        let nearest = try nearestSentence(to: text).map { "\n  " + $0 } ?? ""
        let parts = readings.filter { !$0.unread.isEmpty }
        guard let partial = parts.first(where: { hasAnswer($0.query) }) ?? parts.first else {
            throw Failure(failure.message + nearest, status: failure.status)
        }
        let unknown = partial.unread.filter { QuestionNouns(session: self).name(of: $0) == nil }
        let words = (unknown.isEmpty ? partial.unread : unknown).map { "“\($0)”" }.joined(separator: ", ")
        let verb = (unknown.isEmpty ? partial.unread : unknown).count == 1 ? ("means", "finds") : ("mean", "find")
        throw Failure(
            "the question cannot be read: \(words) "
                + (unknown.isEmpty ? "\(verb.1) no place in it\n" : "\(verb.0) nothing here\n")
                + "  the query that it comes nearest to: \(partial.query)" + nearest)
    }

    private func run(_ reading: QuestionReader.Reading) throws(Failure) {
        console.hint("read as: ", query: reading.query)
        try run(query: SourceText(reading.query))
    }

    /// The sentence of the reports that holds most of a question's words, in words; nil where none holds most.
    func nearestSentence(to text: String) throws(Failure) -> String? {
        let words = QuestionWords.words(of: text).dropFirst().map(\.folded).filter {
            !QuestionNouns.small.contains($0) && !QuestionWords.auxiliaries.contains($0)
        }
        guard words.count > 1, let hit = try SentenceSearch(words: Array(words)).nearest(in: self, names).hit,
            hit.relation >= 0.6
        else { return nil }
        return "the sentence that comes nearest: “\(hit.text)”\n  \(hit.source)"
    }

    /// Whether a query has rows, or yes for an answer; a look without a word.
    func hasAnswer(_ text: String) -> Bool {
        guard let (form, query) = quietly(text),
            let result = try? Engine(archive.graph).evaluate(
                query, limits: QueryLimits(seconds: Self.patience, bytes: 256 << 20, rows: 1),
                cancellation: Interrupt.cancellation)
        else { return false }
        switch result {
        case .boolean(let isYes): return isYes
        case .solutions(let solutions):
            // A count has a row always.
            if case .count = form, solutions.count == 1, solutions.variables.count == 1 {
                return solutions.term(row: 0, column: 0) != .integer(0)
            }
            return solutions.count > 0
        default: return true
        }
    }

    /// Whether claims match a query of one pattern.
    private func isClaimed(_ text: String) -> Bool {
        quietly(text).map { diagnosis.otherClaims(of: $0.query) != nil } ?? false
    }

    /// A query with its names resolved, and nothing said of how.
    private func quietly(_ text: String) -> (form: QQuery.Form, query: Query)? {
        let source = SourceText(text)
        guard let statements = try? QParser.parse(source), case .query(let query)? = statements.first?.kind,
            let compiled = try? QCompiler(vocabulary: archive.vocabulary, definitions: definitions)
                .compile(query, source: source),
            let resolved = try? nameResolver().resolve(compiled, in: source).value
        else { return nil }
        return (query.form, resolved)
    }
}
