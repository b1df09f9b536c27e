import GraphStore
import QueryEngine
import QuerySyntax
import RDF

/// How much an endpoint holds: it is asked, since only names were fetched from it.
struct EndpointCounts {
    /// Facts by relation.
    private(set) var facts: [Term: Int] = [:]
    /// Claims by relation.
    private(set) var claims: [Term: Int] = [:]
    /// All triples.
    private(set) var triples = 0

    private let session: Session
    private let endpoint: Endpoint

    /// Asks for the counts that are told by predicate.
    ///
    /// - Throws: `Failure` when the endpoint cannot be asked.
    init(_ endpoint: Endpoint, _ session: Session) throws(Failure) {
        self.session = session
        self.endpoint = endpoint
        for (predicate, count) in try counted("SELECT ?x (COUNT(*) AS ?n) WHERE { ?s ?x ?o } GROUP BY ?x") {
            triples += count
            if case .iri(let iri) = predicate, session.names.isRelation(iri) { facts[predicate] = count }
        }
        let predicate = RDFVocabulary.predicate
        claims = try counted("SELECT ?x (COUNT(*) AS ?n) WHERE { ?c <\(predicate)> ?x } GROUP BY ?x")
    }

    /// What `.stats` shows; entities are those whose names were fetched.
    ///
    /// - Throws: `Failure` when the endpoint cannot be asked.
    func summary() throws(Failure) -> GraphCounts {
        let vocabulary = session.archive.vocabulary
        var counts = GraphCounts(session.names)
        let properties = (["certainty", "polarity", "tense"].map(vocabulary.property) + [PROV.wasAttributedTo])
            .map { "<\($0)>" }.joined(separator: " ")
        counts.facts = facts.values.reduce(0, +)
        counts.relations = facts.count
        counts.claims = try count("?x a <\(RDFVocabulary.statement)>")
        counts.otherClaims = try count("VALUES ?p { \(properties) } ?x ?p ?y")
        counts.reports = try count(
            "?x a <\(Schema.namespace)NewsArticle> FILTER(!STRSTARTS(STR(?x), \"\(vocabulary.entity)\"))")
        return counts
    }

    /// In how many facts each thing stands.
    ///
    /// - Throws: `Failure` when the endpoint cannot be asked.
    func factsOfThings() throws(Failure) -> [Term: Int] {
        let vocabulary = session.archive.vocabulary
        let structural = StructuralVocabulary.predicates.map { "<\($0)>" }.joined(separator: ", ")
        return try counted(
            """
            SELECT ?x (COUNT(*) AS ?n) WHERE { { ?x ?p ?y } UNION { ?y ?p ?x }
            FILTER(?p NOT IN (\(structural)) && !STRSTARTS(STR(?p), "\(vocabulary.vocab)")) } GROUP BY ?x
            """)
    }

    private func count(_ pattern: String) throws(Failure) -> Int {
        try rows("SELECT (COUNT(DISTINCT ?x) AS ?n) WHERE { \(pattern) }").first.flatMap { Self.number($0.last) } ?? 0
    }

    private func counted(_ query: String) throws(Failure) -> [Term: Int] {
        var counts: [Term: Int] = [:]
        for row in try rows(query) {
            if let key = row.first ?? nil, let number = Self.number(row.last) { counts[key] = number }
        }
        return counts
    }

    private func rows(_ query: String) throws(Failure) -> [[Term?]] {
        let bytes = try endpoint.send(
            query, accept: EndpointResults.mediaType, seconds: session.settings.timeout,
            bytes: session.settings.memoryLimit)
        guard case .rows(_, let rows) = try EndpointResults.read(bytes, from: endpoint.url) else { return [] }
        return rows
    }

    private static func number(_ cell: Term??) -> Int? {
        guard case .literal(let literal) = cell ?? nil else { return nil }
        return Int(literal.lexicalForm)
    }
}
