import GraphStore
import RDF

/// The labels of a graph in the order of their letters, for completion.
struct LabelIndex {
    /// A label.
    struct Entry {
        /// The label in lower case, by which entries are sorted.
        var folded: String
        /// The label as it stands.
        var label: String
        /// What has it.
        var id: TermID
    }

    /// Things.
    private(set) var entities: [Entry] = []
    /// Relations.
    private(set) var relations: [Entry] = []
    /// Classes.
    private(set) var classes: [Entry] = []
    /// How many triples and terms the graph had.
    private let size: [Int]

    /// The labels of a graph.
    ///
    /// - Complexity: O(n log n) in the number of labels.
    init(_ names: GraphNames) {
        let graph = names.graph
        size = [graph.count, graph.termCount]
        let type = graph.id(of: .iri(RDFVocabulary.type))
        func members(_ iri: String) -> Set<TermID> {
            guard let type, let kind = graph.id(of: .iri(iri)) else { return [] }
            let subjects = graph.match(nil, type, kind).subjects
            return Set((0..<subjects.count).map { subjects[$0] })
        }
        let properties = members(RDFVocabulary.property)
        let kinds = members(RDFS.classType)
        for predicate in [RDFS.label, SKOS.altLabel] {
            guard let predicate = graph.id(of: .iri(predicate)) else { continue }
            let labels = graph.match(nil, predicate, nil)
            for index in 0..<labels.count {
                let triple = labels[index]
                let text = graph.text(triple.object)
                let entry = Entry(folded: text.lowercased(), label: text, id: triple.subject)
                if properties.contains(triple.subject) {
                    relations.append(entry)
                } else if kinds.contains(triple.subject) {
                    classes.append(entry)
                } else {
                    entities.append(entry)
                }
            }
        }
        func isBefore(_ left: Entry, _ right: Entry) -> Bool { (left.folded, left.label) < (right.folded, right.label) }
        entities.sort(by: isBefore)
        relations.sort(by: isBefore)
        classes.sort(by: isBefore)
    }

    /// Whether a graph is still the one that was indexed.
    func isCurrent(for graph: Graph) -> Bool { size == [graph.count, graph.termCount] }

    /// The entries whose label begins in a text, whatever its case.
    ///
    /// - Complexity: O(log n).
    static func matches(_ prefix: String, in entries: [Entry]) -> ArraySlice<Entry> {
        let prefix = prefix.lowercased()
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].folded < prefix { low = middle + 1 } else { high = middle }
        }
        var end = low
        // Long lists are of no use: a few hundred are enough to tell that another letter is needed.
        while end < entries.count, end - low < 400, entries[end].folded.hasPrefix(prefix) { end += 1 }
        return entries[low..<end]
    }
}
