import RDF

extension Dataset {
    /// Writes all quads as N-Quads, the default graph's lines first and then graph after graph, each sorted by the bytes of
    /// its lines: the same bytes for the same set of quads.
    public func writeNQuads(to output: Output) {
        defaultGraph.writeNTriples(to: output)
        guard !named.isEmpty else { return }
        let ranking = TermRanking(defaultGraph.terms)
        let graphs = named.sorted { ranking.rank[Int($0.name.rawValue)] < ranking.rank[Int($1.name.rawValue)] }
        for (name, triples) in graphs {
            var ending: [UInt8] = [UInt8(ascii: " ")]
            defaultGraph.appendCanonical(name, to: &ending)
            ending += " .\n".utf8
            let all = triples.match(nil, nil, nil)
            var rows = (0..<all.count).map { offset -> (UInt32, UInt32, UInt32) in
                let triple = all[offset]
                return (
                    ranking.rank[Int(triple.subject.rawValue)], ranking.rank[Int(triple.predicate.rawValue)],
                    ranking.rank[Int(triple.object.rawValue)]
                )
            }
            rows.sort { $0 < $1 }
            var bytes: [UInt8] = []
            for (subject, predicate, object) in rows {
                defaultGraph.appendCanonical(TermID(ranking.order[Int(subject)]), to: &bytes)
                bytes.append(UInt8(ascii: " "))
                defaultGraph.appendCanonical(TermID(ranking.order[Int(predicate)]), to: &bytes)
                bytes.append(UInt8(ascii: " "))
                defaultGraph.appendCanonical(TermID(ranking.order[Int(object)]), to: &bytes)
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
        let ranking = TermRanking(terms)
        let all = match()
        var rows = (0..<all.count).map { offset -> (UInt32, UInt32, UInt32) in
            let triple = all[offset]
            return (
                ranking.rank[Int(triple.subject.rawValue)], ranking.rank[Int(triple.predicate.rawValue)],
                ranking.rank[Int(triple.object.rawValue)]
            )
        }
        rows.sort { $0 < $1 }
        let triples = rows.lazy.map { row in
            Triple(
                term(TermID(ranking.order[Int(row.0)])), term(TermID(ranking.order[Int(row.1)])),
                term(TermID(ranking.order[Int(row.2)])))
        }
        var writer = TurtleWriter(output, for: triples)
        for triple in triples {
            writer.write(triple)
            if output.hasFailed { return }
        }
        writer.finish()
    }
}
