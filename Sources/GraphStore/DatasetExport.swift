import RDF

extension Dataset {
    /// Writes all quads as N-Quads, the default graph's lines first and then graph after graph, each sorted by the bytes of
    /// its lines: the same bytes for the same set of quads.
    public func writeNQuads(to output: Output) {
        defaultGraph.writeNTriples(to: output)
        guard !named.isEmpty else { return }
        guard let ranking = TermRanking(defaultGraph.terms, mayGoOn: { output.mayGoOn() }) else { return }
        let graphs = named.sorted { ranking.rank[Int($0.name.rawValue)] < ranking.rank[Int($1.name.rawValue)] }
        for graph in graphs {
            var ending: [UInt8] = [UInt8(ascii: " ")]
            defaultGraph.appendCanonical(graph.name, to: &ending)
            ending += " .\n".utf8
            let all = graph.triples.match(nil, nil, nil)
            var bytes: [UInt8] = []
            for triple in ranking.sorted(all) {
                defaultGraph.appendCanonical(triple.subject, to: &bytes)
                bytes.append(UInt8(ascii: " "))
                defaultGraph.appendCanonical(triple.predicate, to: &bytes)
                bytes.append(UInt8(ascii: " "))
                defaultGraph.appendCanonical(triple.object, to: &bytes)
                bytes += ending
                if bytes.count >= 1 << 16 {
                    output.write(bytes)
                    bytes.removeAll(keepingCapacity: true)
                    if output.hasFailed { return }
                }
            }
            output.write(bytes)
        }
    }
}

extension Graph {
    /// Writes all triples as Turtle, sorted as `writeNTriples` sorts them.
    public func writeTurtle(to output: Output) {
        guard let ranking = TermRanking(terms, mayGoOn: { output.mayGoOn() }) else { return }
        let triples = ranking.sorted(match()).lazy.map { ids in
            Triple(term(ids.subject), term(ids.predicate), term(ids.object))
        }
        var writer = TurtleWriter(output, for: triples)
        for triple in triples {
            writer.write(triple)
            if output.hasFailed { return }
        }
        writer.finish()
    }
}

extension TermRanking {
    /// Triples in the order of the bytes of their lines.
    fileprivate func sorted(_ triples: TripleSlice) -> [IDTriple] {
        var rows = (0..<triples.count).map { offset -> (UInt32, UInt32, UInt32) in
            let triple = triples[offset]
            return (
                rank[Int(triple.subject.rawValue)], rank[Int(triple.predicate.rawValue)],
                rank[Int(triple.object.rawValue)]
            )
        }
        rows.sort { $0 < $1 }
        return rows.map { IDTriple(TermID(order[Int($0.0)]), TermID(order[Int($0.1)]), TermID(order[Int($0.2)])) }
    }
}
