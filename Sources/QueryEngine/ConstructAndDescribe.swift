import GraphStore
import QuerySyntax
import RDF

extension Evaluation {
    /// Triples in the order of their first appearance.
    private struct TripleSet {
        private(set) var triples: [Triple] = []
        private var seen: Set<[TermKey]> = []
        /// About the memory that it takes: three terms and three keys a triple.
        var byteCount: Int { triples.count * 512 }

        mutating func insert(_ triple: Triple) {
            if seen.insert([TermKey(triple.subject), TermKey(triple.predicate), TermKey(triple.object)]).inserted {
                triples.append(triple)
            }
        }
    }

    /// The triples of a template, once for each row. A triple with an unbound place, a literal subject or a predicate
    /// that is no IRI is left out; blank nodes of the template are new in each row.
    func construct(_ template: [TriplePattern], _ source: any RowSource) throws(QueryError) -> [Triple] {
        var result = TripleSet()
        let schema = planSchema
        while let batch = try source.next() {
            for row in 0..<batch.count {
                var blankNodes: [String: Term] = [:]
                func term(_ place: PatternTerm) -> Term? {
                    switch place {
                    case .term(let term): return term
                    case .variable(let variable) where variable.isTemplateBlankNode:
                        if let known = blankNodes[variable.name] { return known }
                        let node = Term.blank(freshBlankNode())
                        blankNodes[variable.name] = node
                        return node
                    case .variable(let variable):
                        guard let column = schema[variable.name] else { return nil }
                        let id = batch.columns[column][row]
                        return id == 0 ? nil : self.term(id)
                    case .name, .parameter: return nil
                    }
                }
                for pattern in template {
                    guard let subject = term(pattern.subject), let predicate = term(pattern.predicate),
                        let object = term(pattern.object), case .iri = predicate
                    else { continue }
                    if case .literal = subject { continue }
                    result.insert(Triple(subject, predicate, object))
                }
                if row & 255 == 255 { try check(held: result.byteCount) }
            }
            try check(held: result.byteCount)
        }
        return result.triples
    }

    /// The concise bounded description of each resource: the triples that it is the subject of, and those of the blank
    /// nodes that they lead to.
    func describe(_ resources: [PatternTerm], _ source: any RowSource) throws(QueryError) -> [Triple] {
        var wanted: [UInt32] = []
        var seen: Set<UInt32> = []
        func want(_ id: UInt32) { if id != 0, seen.insert(id).inserted { wanted.append(id) } }
        for case .term(let term) in resources { want(id(of: term)) }
        let schema = planSchema
        let columns = resources.compactMap(\.variable).compactMap { schema[$0.name] }
        while let batch = try source.next() {
            for row in 0..<batch.count { for column in columns { want(batch.columns[column][row]) } }
        }
        var result = TripleSet()
        var next = 0
        let graph = defaultGraph
        while next < wanted.count {
            let id = wanted[next]
            next += 1
            guard id <= UInt32(graph.termCount) else { continue }
            let slice = graph.match(TermID(id), nil, nil)
            for offset in 0..<slice.count {
                let triple = slice[offset]
                result.insert(
                    Triple(graph.term(triple.subject), graph.term(triple.predicate), graph.term(triple.object)))
                if graph.kind(triple.object) == .blank { want(triple.object.rawValue) }
                if offset & 255 == 255 { try check(held: result.byteCount) }
            }
            try check(held: result.byteCount)
        }
        return result.triples
    }
}
