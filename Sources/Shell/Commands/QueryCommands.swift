import QuerySyntax
import RDF

/// Commands that show a query in another form.
enum QueryCommands {
    /// `.sparql`: the last query, or a statement, as SPARQL 1.1; `.sparql on` shows that above each answer from now on.
    @Sendable static func sparql(session: Session, call: CommandCall) throws(Failure) {
        if call.rest.isEmpty {
            guard let answer = session.lastAnswer else { throw call.usage(session) }
            write(SPARQLPrinter.print(answer.query, vocabulary: session.archive.vocabulary), session)
            return try session.flushResults()
        }
        if ["on", "off"].contains(call.rest.lowercased()) {
            session.settings.showsSPARQL = try SettingCommands.flag(call, session.settings.showsSPARQL, session)
            return
        }
        let source = SourceText(call.rest)
        let vocabulary = session.archive.vocabulary
        guard StatementLanguage(of: call.rest) == .tercet else {
            // SPARQL in its printed form.
            let base = GraphSources.promptBase
            let request = try session.translating { () throws(SyntaxError) in
                try SPARQLParser.parse(source, base: base)
            }
            switch request {
            case .query(let query): write(SPARQLPrinter.print(query, vocabulary: vocabulary), session)
            case .update(let operations): write(SPARQLPrinter.print(operations, vocabulary: vocabulary), session)
            }
            return try session.flushResults()
        }
        let statements = try session.translating { () throws(SyntaxError) in try QParser.parse(source) }
        for statement in statements {
            if let query = statement.query {
                write(SPARQLPrinter.print(try session.resolve(query, in: source), vocabulary: vocabulary), session)
            } else if case .edit(let edit) = statement.kind {
                write(
                    SPARQLPrinter.print(try session.operations(of: edit, in: source), vocabulary: vocabulary), session)
            } else {
                throw Failure("only queries and changes of the graph have a form in SPARQL")
            }
        }
        try session.flushResults()
    }

    private static func write(_ text: String, _ session: Session) {
        let shown = Highlighter(style: session.console.resultStyle)(text)
        session.console.results.write(text.last == "\n" ? shown : shown + "\n")
    }

    /// `.explain QUERY`: the plan of a query of either language, with the rows and the time of each node.
    @Sendable static func explain(session: Session, call: CommandCall) throws(Failure) {
        guard !call.rest.isEmpty else { throw call.usage(session) }
        let source = SourceText(call.rest)
        guard StatementLanguage(of: call.rest) == .tercet else {
            let base = GraphSources.promptBase
            let request = try session.translating { () throws(SyntaxError) in
                try SPARQLParser.parse(source, base: base)
            }
            guard case .query(let query) = request else { throw Failure("only queries have a plan") }
            try session.explain(query)
            return try session.flushResults()
        }
        let statements = try session.translating { () throws(SyntaxError) in try QParser.parse(source) }
        for statement in statements {
            guard let query = statement.query else { throw Failure("only queries have a plan") }
            try session.explain(try session.resolve(query, in: source))
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
