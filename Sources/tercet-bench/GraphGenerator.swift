import RDF

/// Triples with the shape of a news graph: entities with labels and numbers, documents that mention them, relations.
struct GraphGenerator {
    private var state: UInt64

    /// A generator that gives the same triples for the same seed.
    init(seed: UInt64) { state = seed }

    /// Writes N-Triples, at least `count` of them.
    mutating func write(_ count: Int, to output: Output) {
        let onto = "http://news.example/onto/"
        var written = 0
        var entities = 0
        var documents = 0
        func triple(_ subject: String, _ predicate: String, _ object: String) {
            output.write("\(subject) <\(predicate)> \(object) .\n")
            written += 1
        }
        while written < count {
            for _ in 0..<4 {
                let entity = "<http://news.example/entity/E\(entities)>"
                triple(entity, RDFVocabulary.type, "<\(onto)Class\(below(8))>")
                triple(entity, RDFS.label, "\"\(words(2)) \(entities % 97)\"@en")
                triple(entity, onto + "population", "\"\(below(1_000_000))\"^^<\(XSD.integer)>")
                entities += 1
            }
            let document = "<http://news.example/doc/D\(documents)>"
            let day = "\(2010 + below(15))-\(10 + below(3))-\(10 + below(19))"
            triple(document, DCTerms.title, "\"\(words(6)) \(documents)\"@en")
            triple(document, DCTerms.issued, "\"\(day)\"^^<\(XSD.date)>")
            documents += 1
            for _ in 0..<8 {
                let subject = "<http://news.example/entity/E\(below(entities))>"
                let object = "<http://news.example/entity/E\(below(entities))>"
                triple(document, onto + "mentions", subject)
                triple(subject, "http://news.example/rel/relation\(below(60))", object)
            }
        }
    }

    private mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return Int((value ^ value >> 31) % UInt64(max(1, bound)))
    }

    private mutating func words(_ count: Int) -> String {
        let syllables = ["ba", "den", "fo", "gri", "ka", "lom", "mi", "nor", "pe", "ré", "sta", "tu"]
        return (0..<count).map { _ in
            (0..<2 + below(2)).map { _ in syllables[below(syllables.count)] }.joined()
        }.joined(separator: " ")
    }
}
