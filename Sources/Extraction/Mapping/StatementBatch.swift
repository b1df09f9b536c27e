import RDF

/// Triples by the numbers of their terms: what some reports and entities give. It may be made on any thread.
///
/// Terms that come back often are there once; of others (numbers, words) there may be several that are the same.
public struct StatementBatch: Sendable {
    /// A triple, each term by its place in `terms`.
    public typealias NumberedTriple = (subject: Int, predicate: Int, object: Int)

    /// Triples that one report or entity gives, in which a triple counts once however often it stands there.
    public struct Section: Sendable {
        /// Whether others may give them too (facts, descriptions), or one text alone can.
        public var isShared: Bool
        /// Their places in `triples`.
        public var range: Range<Int>
    }

    /// The terms.
    public private(set) var terms: [Term] = []
    /// The triples of all sections.
    public private(set) var triples: [NumberedTriple] = []
    /// The sections, in an order that depends on the reports alone.
    public private(set) var sections: [Section] = []
    private var numbers: [String: Int] = [:]

    init() {}

    /// The triple at a place.
    public func triple(_ place: Int) -> Triple {
        let triple = triples[place]
        return Triple(terms[triple.subject], terms[triple.predicate], terms[triple.object])
    }

    /// Adds a term that is seldom met again.
    mutating func add(_ term: Term) -> Int {
        terms.append(term)
        return terms.count - 1
    }

    /// The number of an IRI that comes back often.
    mutating func number(ofIRI iri: String) -> Int {
        if let number = numbers[iri] { return number }
        let number = add(.iri(iri))
        numbers[iri] = number
        return number
    }

    /// Adds the triples of a section.
    mutating func append(_ section: [NumberedTriple], isShared: Bool) {
        guard !section.isEmpty else { return }
        let start = triples.count
        triples += section
        sections.append(Section(isShared: isShared, range: start..<triples.count))
    }
}
