import QuerySyntax
import RDF

/// Commands that show a query in another form.
enum QueryCommands {
    /// `.sparql QUERY`: the query as SPARQL 1.1.
    @Sendable static func sparql(session: Session, call: CommandCall) throws(Failure) {
        guard !call.rest.isEmpty else {
            throw call.usage(session)
        }
        let source = SourceText(call.rest)
        let statements = try session.translating { () throws(SyntaxError) in try QParser.parse(source) }
        for statement in statements {
            guard let query = statement.query else { throw Failure("only queries have a form in SPARQL") }
            let resolved = try session.resolve(query, in: source)
            let text = SPARQLPrinter.print(resolved, vocabulary: session.archive.vocabulary)
            let shown = Highlighter(style: session.console.resultStyle)(text)
            session.console.results.write(text.last == "\n" ? shown : shown + "\n")
        }
        try session.flushResults()
    }

    /// `.paraphrase QUERY`: the query in plain English.
    @Sendable static func paraphrase(session: Session, call: CommandCall) throws(Failure) {
        guard !call.rest.isEmpty else {
            throw call.usage(session)
        }
        let statements = try session.translating { () throws(SyntaxError) in try QParser.parse(SourceText(call.rest)) }
        for statement in statements {
            guard let query = statement.query else { throw Failure("only queries are put into words") }
            session.console.results.write(Paraphrase.of(query) + "\n")
        }
        try session.flushResults()
    }

    /// `.echo on`: each query in plain English above its answer.
    @Sendable static func echo(session: Session, call: CommandCall) throws(Failure) {
        session.settings.echoes = try SettingCommands.flag(call, session.settings.echoes, session)
    }
}
