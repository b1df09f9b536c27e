import GraphStore
import Naming
import QueryEngine
import QuerySyntax
import RDF

extension Session {
    /// Runs statements of the `.q` language, one after the other.
    ///
    /// - Parameter firstLine: the line, counted from 0, on which the text begins in its file.
    /// - Throws: `Failure` for the first that fails.
    func execute(_ text: SourceText, firstLine: Int = 0) throws(Failure) {
        let outer = self.firstLine
        self.firstLine = firstLine
        defer { self.firstLine = outer }
        let words = String(String.UnicodeScalarView(text.scalars))
        guard StatementLanguage(of: words) == .tercet else { return try executeSPARQL(text) }
        let isQuestion = text.name == nil && QuestionWords.looksLikeOne(words)
        if isQuestion, let reading = QuestionReader(self).readDescription(words), hasAnswer(reading.query) {
            console.hint("read as: ", query: reading.query)
            return try run(query: SourceText(reading.query))
        }
        guard isQuestion, endpoint == nil else { return try run(query: text) }
        // As a query it may be read, and have no answer: plain English says more.
        let isAnswered = hasAnswer(words)
        if !isAnswered, try answerQuestion(words, failing: nil) { return }
        do throws(Failure) {
            try run(query: text)
            if !isAnswered, let nearest = try nearestSentence(to: words) { console.hint("  " + nearest) }
        } catch {
            // Nothing has been answered yet: a question in plain English is none of the language.
            guard error.status == .error else { throw error }
            _ = try answerQuestion(words, failing: error)
        }
    }

    /// Runs statements of the `.q` language as they stand.
    func run(query text: SourceText) throws(Failure) {
        let statements = try translating { () throws(SyntaxError) in try QParser.parse(text) }
        for statement in statements {
            guard mayGoOn else { return }
            try execute(statement)
        }
    }

    private func execute(_ statement: Statement) throws(Failure) {
        let start = clock()
        switch statement.kind {
        case .query(let query): try answer(query, in: statement.source, since: start)
        case .expect(let expectation, let query): try check(expectation, of: query, in: statement, since: start)
        case .parameter(let parameter): declare(parameter)
        case .edit(let edit): try apply(edit, in: statement.source)
        case .define(let definition): define(definition)
        case .include(let path): include(path, from: statement.source)
        case .output(let format, let file): try setOutput(format: format, file: file)
        case .explain(let query): try explain(query, in: statement.source)
        case .sparql(_, let range): try executeSPARQL(statement.source, in: range)
        }
    }

    // MARK: Queries

    private func answer(_ query: QQuery, in source: SourceText, since start: Double) throws(Failure) {
        if case .whyNot(let pattern) = query.form {
            if settings.echoes { console.hint(Paraphrase.of(query)) }
            return try explainAbsence(pattern, in: source)
        }
        let resolved = try resolve(query, in: source)
        if settings.echoes { console.hint(Paraphrase.of(query)) }
        if settings.showsSPARQL { console.hint(SPARQLPrinter.print(resolved, vocabulary: archive.vocabulary)) }
        var result = try measured { () throws(Failure) in try evaluate(resolved) }
        if query.isWhy { result = try withEvidence(result) }
        let answer = Answer(query: resolved, result: result, graph: archive.graph, isWhy: query.isWhy)
        lastAnswer = answer
        try present(answer, seconds: clock() - start)
    }

    /// The query as algebra, its parameters and names resolved; what was read into a name is said.
    func resolve(_ query: QQuery, in source: SourceText) throws(Failure) -> Query {
        let compiler = QCompiler(vocabulary: archive.vocabulary, definitions: definitions)
        let compiled = try translating { () throws(SyntaxError) in try compiler.compile(query, source: source) }
        return try resolve(compiled, in: source)
    }

    /// Evaluates a query within the limits of the settings, which hold for writing its result too.
    ///
    /// - Parameter graph: what it is asked of; the graph as it is now unless told.
    func evaluate(_ query: Query, on graph: Graph? = nil) throws(Failure) -> QueryResult {
        startWatch()
        return try evaluate(query, on: graph, watch)
    }

    /// From now on the limits of the settings count anew.
    func startWatch() { watch = Watch(limits: settings.limits, cancellation: Interrupt.cancellation) }

    /// Evaluates a query under a watch.
    func evaluate(_ query: Query, on graph: Graph? = nil, _ watch: Watch) throws(Failure) -> QueryResult {
        if let endpoint { return try ask(endpoint, query) }
        let dataset: Dataset
        if let graph { dataset = Dataset(graph) } else { dataset = try self.dataset(for: query) }
        do throws(QueryError) {
            return try Engine(dataset).evaluate(query, watch)
        } catch {
            throw Failure(error)
        }
    }

    private func explain(_ query: QQuery, in source: SourceText) throws(Failure) {
        try explain(try resolve(query, in: source))
    }

    /// Evaluates a query and prints its plan: rows expected, rows found and time, a node a line.
    func explain(_ query: Query) throws(Failure) {
        let dataset = try self.dataset(for: query)
        do throws(QueryError) {
            let (_, plan) = try Engine(dataset).explain(
                query, limits: settings.limits, cancellation: Interrupt.cancellation)
            console.results.write(plan.lines.joined(separator: "\n") + "\n")
        } catch {
            throw Failure(error)
        }
    }

    // MARK: Declarations

    private func declare(_ parameter: QParameter) {
        parameters[parameter.name] = parameter
    }

    private func define(_ definition: QDefinition) {
        definitions.removeAll { $0.phrase == definition.phrase && ($0.object == nil) == (definition.object == nil) }
        definitions.append(definition)
    }

    private func include(_ path: String, from source: SourceText) {
        runFile(Self.includedPath(path, from: source.name), allowsCommands: false)
    }

    /// The path of an included file: relative to the file that includes it.
    static func includedPath(_ path: String, from name: String?) -> String {
        guard !path.hasPrefix("/"), let name, let slash = name.lastIndex(of: "/") else { return path }
        return String(name[...slash]) + path
    }

    private func setOutput(format: String, file: String?) throws(Failure) {
        settings.format = FormatName(format)
        guard let file else { return }
        try redirect(to: file)
    }

    // MARK: Translating errors

    /// Runs work that may find a mistake in a text.
    func translating<Value>(_ work: () throws(SyntaxError) -> Value) throws(Failure) -> Value {
        do throws(SyntaxError) {
            return try work()
        } catch {
            throw located(error)
        }
    }

    /// A mistake as a failure, its line counted in the file.
    func located(_ error: SyntaxError) -> Failure {
        var error = error
        error.line += firstLine
        return Failure(error.description)
    }
}

extension QQuery {
    /// Whether it asks why.
    var isWhy: Bool {
        if case .why = form { return true }
        return false
    }
}

extension Failure {
    /// The failure that an evaluation's error means.
    init(_ error: QueryError) {
        switch error {
        case .cancelled: self.init("stopped", status: .interrupted)
        default: self.init("\(error)", status: error.isLimit ? .limit : .error)
        }
    }
}
