import GraphStore
import QueryEngine
import QuerySyntax
import RDF

extension Session {
    /// Runs a text in SPARQL: a query, or the operations of an update.
    ///
    /// - Parameters:
    ///   - range: the part of the text that is SPARQL, or nil for all of it.
    ///   - kind: what the text may be; either, unless told.
    func executeSPARQL(
        _ source: SourceText, in range: SourceRange? = nil, kind: SPARQLKind = .either
    ) throws(Failure) {
        let start = clock()
        let base = sparqlBase(source)
        func read() throws(Failure) -> SPARQLRequest {
            try translating { () throws(SyntaxError) -> SPARQLRequest in
                switch kind {
                case .query: .query(try SPARQLParser.parseQuery(source, base: base))
                case .update: .update(try SPARQLParser.parseUpdate(source, base: base))
                case .either: try SPARQLParser.parse(source, in: range, base: base)
                }
            }
        }
        switch try read() {
        case .query(let query):
            let result = try measured { () throws(Failure) in
                // A run that is measured reads the query too.
                if settings.runs > 0, case .query(let again) = try read() { return try evaluate(again) }
                return try evaluate(query)
            }
            let answer = Answer(query: query, result: result, graph: archive.graph, isSPARQL: true)
            lastAnswer = answer
            try present(answer, seconds: clock() - start)
        case .update(let operations):
            guard endpoint == nil else {
                throw Failure("an endpoint is only asked; changes are not sent to it")
            }
            let summary = try update(operations)
            console.hint(summary.text + (console.isInteractive ? " · " + Numbers.duration(clock() - start) : ""))
        }
    }

    /// Runs a file of SPARQL as one request.
    func runSPARQLFile(_ text: String, path: String, kind: SPARQLKind) {
        let outer = firstLine
        firstLine = 0
        defer { firstLine = outer }
        do throws(Failure) {
            try executeSPARQL(SourceText(text, name: path), kind: kind)
        } catch {
            fail(error)
        }
        try? console.results.flush()
    }

    /// What a text's relative IRIs are resolved against: `--base`, else the file's own IRI, else the folder at hand.
    private func sparqlBase(_ source: SourceText) -> String {
        reading.base ?? source.name.map { GraphSources.iri(ofFile: $0) } ?? GraphSources.promptBase
    }

    /// Changes the graphs, all or nothing.
    func update(_ operations: [UpdateOperation]) throws(Failure) -> UpdateSummary {
        do throws(UpdateError) {
            return try archive.update(
                operations, limits: settings.limits, cancellation: Interrupt.cancellation)
        } catch {
            switch error {
            case .query(let reason): throw Failure(reason)
            case .load(.file(let reason)): throw Failure("\(reason)", status: .unreadable)
            default: throw Failure("\(error)")
            }
        }
    }

    /// The dataset that a query is asked of: what was loaded and, for FROM with the IRI of a local file that was not, that
    /// file.
    func dataset(for query: Query) throws(Failure) -> Dataset {
        var dataset = archive.dataset
        for iri in query.from + query.fromNamed where dataset.graph(named: .iri(iri)) == nil {
            guard let path = IRIReference.filePath(iri), Files.kind(path) == .file else {
                console.hint("there is no graph <\(iri)>; --named \(iri)=FILE loads one")
                continue
            }
            do throws(InputError) {
                try dataset.load([DataInput(path, base: iri, graph: iri)], isStopped: { Interrupt.isPending })
            } catch {
                throw Failure(error)
            }
        }
        return dataset
    }
}

/// What a text in SPARQL may be.
package enum SPARQLKind: Hashable, Sendable {
    case query, update, either

    /// What a file holds by its name; nil for one that is no SPARQL.
    init?(path: String) {
        let name = path.lowercased()
        if name.hasSuffix(".rq") || name.hasSuffix(".sparql") {
            self = .query
        } else if name.hasSuffix(".ru") {
            self = .update
        } else {
            return nil
        }
    }
}

extension UpdateSummary {
    /// What was done, in words.
    var text: String {
        let parts = [
            (inserted, "triple", "added"), (removed, "triple", "removed"), (created, "graph", "made"),
            (dropped, "graph", "dropped"),
        ]
        return parts.filter { $0.0 > 0 }.map { Numbers.counted($0.0, $0.1) + " " + $0.2 }.joined(separator: ", ")
            .ifEmpty("nothing changed")
    }
}

extension Failure {
    /// The failure that an input's error means.
    init(_ error: InputError) {
        switch error {
        case .file(let error): self.init("\(error)", status: .unreadable)
        case .syntax(let error): self.init("\(error)")
        case .stopped: self.init("stopped", status: .interrupted)
        }
    }
}
