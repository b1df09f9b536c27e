import GraphStore
import QueryEngine
import QuerySyntax
import RDF

extension Session {
    /// Fetches the names of what an endpoint holds, so that queries can be resolved here.
    ///
    /// - Throws: `Failure` when the endpoint cannot be asked.
    func connect(to endpoint: Endpoint) throws(Failure) {
        let start = clock()
        let labels = try fetch(
            """
            CONSTRUCT { ?x ?p ?y } WHERE { VALUES ?p { <\(RDFS.label)> <\(SKOS.altLabel)> <\(RDFS.subClassOf)> } ?x ?p ?y }
            """, from: endpoint)
        let types = try fetch(
            "CONSTRUCT { ?x a ?c } WHERE { ?x a ?c ; <\(RDFS.label)> ?l }", from: endpoint)
        archive.add(labels + types)
        archive.refresh()
        lastLoadSeconds = clock() - start
        self.endpoint = endpoint
    }

    /// Asks the endpoint a query; the rows' terms are those of the graph here where it has them.
    func ask(_ endpoint: Endpoint, _ query: Query) throws(Failure) -> QueryResult {
        let text = SPARQLPrinter.print(query, vocabulary: archive.vocabulary)
        switch query.form {
        case .construct, .describe: return .graph(try fetch(text, from: endpoint))
        default: break
        }
        let bytes = try endpoint.send(
            text, accept: EndpointResults.mediaType, seconds: settings.timeout, bytes: settings.memoryLimit)
        switch try EndpointResults.read(bytes, from: endpoint.url) {
        case .boolean(let answer): return .boolean(answer)
        case .rows(_, let rows) where query.form == .ask:
            // Virtuoso 7 answers yes with a row and no with none.
            return .boolean(!rows.isEmpty)
        case .rows(let variables, let rows): return try table(restored(variables, query), rows)
        }
    }

    /// Rows as an answer over the graph that is here.
    private func table(_ variables: [Variable], _ rows: [[Term?]]) throws(Failure) -> QueryResult {
        let query = Query(form: .select(variables), algebra: .values(variables, rows))
        do throws(QueryError) {
            return try Engine(archive.graph).evaluate(
                query, limits: QueryLimits(), cancellation: Interrupt.cancellation)
        } catch {
            throw Failure(error)
        }
    }

    /// The query's own variables for those of its text, where hidden ones have other names.
    private func restored(_ variables: [Variable], _ query: Query) -> [Variable] {
        guard case .select(let own) = query.form, own.count == variables.count else { return variables }
        return own
    }

    private func fetch(_ query: String, from endpoint: Endpoint) throws(Failure) -> [Triple] {
        let bytes = try endpoint.send(
            query, accept: "application/n-triples", seconds: settings.timeout, bytes: settings.memoryLimit)
        do throws(SyntaxError) {
            return try NTriples.read(bytes, source: endpoint.url)
        } catch {
            throw Failure("what \(endpoint.url) answered is no N-Triples\n  \(error.message)", status: .unreadable)
        }
    }

    // MARK: Evidence

    /// The answer to a `why` query with the claims in its rows fetched, so that they can be shown.
    func withEvidence(_ result: QueryResult) throws(Failure) -> QueryResult {
        guard let endpoint, case .solutions(let solutions) = result,
            let column = solutions.variables.firstIndex(of: WhyColumn.claim.variable)
        else { return result }
        let rows = (0..<solutions.count).map { solutions.row($0) }
        let claims = rows.compactMap { $0[column] }.map { Triple($0, .iri(RDFVocabulary.predicate), $0) }
        try fetchEvidence(of: claims, from: endpoint)
        return try table(solutions.variables, rows)
    }

    /// How many facts the evidence of is fetched at once.
    private static let evidenceLimit = 200

    /// Fetches the claims behind facts, with their sentences and reports; a triple with `rdf:predicate` stands for its claim.
    func fetchEvidence(of triples: [Triple], from endpoint: Endpoint) throws(Failure) {
        var facts: [String] = []
        var claims: [String] = []
        for triple in triples.prefix(Self.evidenceLimit) {
            if triple.predicate == .iri(RDFVocabulary.predicate) {
                claims.append(Self.text(triple.subject))
            } else {
                let places = [triple.subject, triple.predicate, triple.object].map(Self.text)
                facts.append("(\(places.joined(separator: " ")))")
                // A fact of a symmetric relation may have its claim the other way round.
                if case .iri = triple.object { facts.append("(\(places[2]) \(places[1]) \(places[0]))") }
            }
        }
        var found: [Triple] = []
        if !facts.isEmpty {
            let pattern = """
                VALUES (?s ?p ?o) { \(facts.joined(separator: " ")) }
                ?claim <\(RDFVocabulary.subject)> ?s ; <\(RDFVocabulary.predicate)> ?p ; <\(RDFVocabulary.object)> ?o .
                """
            found += try fetch(Self.evidenceQuery(pattern), from: endpoint)
        }
        if !claims.isEmpty {
            found += try fetch(
                Self.evidenceQuery("VALUES ?claim { \(claims.joined(separator: " ")) }"), from: endpoint)
        }
        archive.add(found + triples.filter { $0.predicate != .iri(RDFVocabulary.predicate) })
        archive.refresh()
    }

    private static func text(_ term: Term) -> String {
        var bytes: [UInt8] = []
        CanonicalForm.append(term, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func evidenceQuery(_ pattern: String) -> String {
        """
        CONSTRUCT { ?claim ?cp ?co . ?sentence ?sp ?so . ?report ?rp ?ro } WHERE {
          \(pattern)
          ?claim <\(PROV.wasDerivedFrom)> ?sentence ; ?cp ?co .
          ?sentence <\(NIF.referenceContext)> ?report ; ?sp ?so .
          ?report ?rp ?ro
        }
        """
    }
}
