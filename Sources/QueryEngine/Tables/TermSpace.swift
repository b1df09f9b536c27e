import GraphStore
import RDF

/// The ids of one evaluation: those of the graph, and above them those of terms that expressions computed.
///
/// One term has one id, so joins, DISTINCT and GROUP BY compare ids.
package final class TermSpace {
    /// The graph.
    package let graph: Graph
    /// The graph's terms by their addresses.
    package let view: TermView
    /// The largest id of the graph.
    package let graphLimit: UInt32
    /// The computed terms; the first has the id `graphLimit + 1`.
    package private(set) var computed: [Term] = []
    private var computedIDs: [TermKey: UInt32] = [:]
    private var integerIDs: [Int: UInt32] = [:]
    /// The ids of computed plain strings; those of other terms stand in `computedIDs`.
    private var stringIDs: [TextKey: UInt32] = [:]
    /// The numbers and dates among the computed terms.
    private var computedValues: [IndexedValue?] = []
    /// About the memory that the computed terms take, in bytes.
    package private(set) var computedBytes = 0
    private var cache: [(id: UInt32, value: Value)]
    private static let cacheSize = 1024
    /// What a computed term takes beside its text, in the list and in the tables.
    private static let termOverhead = 160

    /// The space over a graph.
    package init(graph: Graph) {
        self.graph = graph
        view = graph.termView
        graphLimit = UInt32(graph.termCount)
        cache = []
    }

    /// The id of a term, which is added when neither the graph nor this space has it.
    package func id(of term: Term) -> UInt32 {
        if case .literal(let literal) = term, literal.language == nil, literal.datatype == XSD.string {
            return id(of: Value.string(literal.lexicalForm))
        }
        if let known = graph.id(of: term) { return known.rawValue }
        let key = TermKey(term)
        if let known = computedIDs[key] { return known }
        let id = append(term, value: Value(term).indexed)
        computedIDs[key] = id
        return id
    }

    private func append(_ term: Term, value: IndexedValue?) -> UInt32 {
        computed.append(term)
        computedBytes += Self.termOverhead + term.textBytes
        computedValues.append(value)
        return graphLimit + UInt32(computed.count)
    }

    /// The id of a computed value.
    package func id(of value: Value) -> UInt32 {
        switch value {
        case .number(.integer(let number)):
            if let small = Int(exactly: number) { return id(ofInteger: small) }
        case .string(let text):
            let key = TextKey(text)
            if let known = stringIDs[key] { return known }
            let term = Term.string(text)
            if let known = graph.id(of: term) { return known.rawValue }
            let id = append(term, value: nil)
            stringIDs[key] = id
            return id
        default: break
        }
        return id(of: value.term)
    }

    /// The id of a whole number as the engine writes it.
    package func id(ofInteger number: Int) -> UInt32 {
        if let known = integerIDs[number] { return known }
        let id = id(of: Term.integer(number))
        integerIDs[number] = id
        return id
    }

    /// Whether a term occurs in the graph's dictionary.
    package func graphHas(_ term: Term) -> Bool { graph.id(of: term) != nil }

    /// The term of an id other than 0.
    package func term(_ id: UInt32) -> Term {
        id <= graphLimit ? graph.term(TermID(rawValue: id)) : computed[Int(id - graphLimit) - 1]
    }

    /// The value of a number or date of the graph; nil for other terms, and for those that only their text tells.
    @inline(__always)
    package func indexedValue(_ id: UInt32) -> IndexedValue? {
        id <= graphLimit ? view.indexedValue(id) : computedValues[Int(id &- graphLimit) &- 1]
    }

    /// The decoded term of an id other than 0; recent ones are remembered.
    package func value(_ id: UInt32) -> Value {
        if let indexed = indexedValue(id), let number = indexed.number { return .number(number) }
        if cache.isEmpty { cache = Array(repeating: (0, .boolean(false)), count: Self.cacheSize) }
        let place = Int(id) & (Self.cacheSize - 1)
        if cache[place].id == id { return cache[place].value }
        let value = Value(term(id))
        cache[place] = (id, value)
        return value
    }
}

extension Term {
    /// The length of what a term keeps as text, in bytes.
    fileprivate var textBytes: Int {
        switch self {
        case .iri(let iri): iri.utf8.count
        case .blank(let label): label.utf8.count
        case .literal(let literal): literal.lexicalForm.utf8.count
        }
    }
}

/// A text that is equal to another only where their code points are.
package struct TextKey: Hashable, Sendable {
    let text: String

    init(_ text: String) { self.text = text }

    package static func == (left: TextKey, right: TextKey) -> Bool { ByteOrder.equal(left.text, right.text) }

    package func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        hasher.combine(0xFF as UInt8)
    }
}

/// A term that is equal to another only where their code points are (language tags but for case).
package struct TermKey: Hashable, Sendable {
    let kind: UInt8
    let text: TextKey
    let type: TextKey

    init(_ term: Term) {
        switch term {
        case .iri(let iri): (kind, text, type) = (0, TextKey(iri), TextKey(""))
        case .blank(let label): (kind, text, type) = (1, TextKey(label), TextKey(""))
        case .literal(let literal):
            if let language = literal.language {
                (kind, text, type) = (2, TextKey(literal.lexicalForm), TextKey(language))
            } else {
                (kind, text, type) = (3, TextKey(literal.lexicalForm), TextKey(literal.datatype))
            }
        }
    }
}
