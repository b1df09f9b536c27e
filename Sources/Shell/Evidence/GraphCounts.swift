import GraphStore
import RDF

/// How much a graph holds.
struct GraphCounts: Hashable {
    /// Triples between things, numbers and texts: what is asserted.
    var facts = 0
    /// Claims, facts' own among them.
    var claims = 0
    /// Claims of what is not asserted: hedged, denied, conditional, to come, or somebody's words.
    var otherClaims = 0
    /// Reports.
    var reports = 0
    /// Things with a label and a class.
    var entities = 0
    /// Relations that facts have.
    var relations = 0

    /// Counts.
    ///
    /// - Complexity: O(claims + entities).
    init(_ names: GraphNames) {
        let graph = names.graph
        for relation in names.relations {
            facts += graph.statistics(relation).count
            relations += 1
        }
        guard let type = graph.id(of: .iri(RDFVocabulary.type)) else { return }
        if let statement = graph.id(of: .iri(RDFVocabulary.statement)) {
            claims = graph.count(nil, type, statement)
        }
        if let article = graph.id(of: .iri(Schema.namespace + "NewsArticle")) {
            // Things that reports tell of may be reports too.
            let articles = graph.match(nil, type, article).subjects
            reports = (0..<articles.count).count { !graph.text(articles[$0]).hasPrefix(names.vocabulary.entity) }
        }
        var isOther = [Bool](repeating: false, count: graph.termCount + 1)
        let properties = ["certainty", "polarity", "tense"].map(names.vocabulary.property) + [PROV.wasAttributedTo]
        for property in properties {
            guard let property = graph.id(of: .iri(property)) else { continue }
            let subjects = graph.match(nil, property, nil).subjects
            for index in 0..<subjects.count { isOther[Int(subjects[index].rawValue)] = true }
        }
        otherClaims = isOther.count { $0 }
        let typed = graph.match(nil, type, nil).subjects
        var isCounted = [Bool](repeating: false, count: graph.termCount + 1)
        for kind in GraphNames.structuralClasses {
            guard let kind = graph.id(of: .iri(kind)) else { continue }
            let subjects = graph.match(nil, type, kind).subjects
            for index in 0..<subjects.count { isCounted[Int(subjects[index].rawValue)] = true }
        }
        for index in 0..<typed.count where !isCounted[Int(typed[index].rawValue)] {
            isCounted[Int(typed[index].rawValue)] = true
            entities += 1
        }
        entities -= reports
    }
}
