import GraphStore
import Naming
import RDF

/// Finds the labels of a graph that begin in some letters.
///
/// Labels are looked through at each call, a few nanoseconds each: a graph that was just read needs no index before the
/// first Tab, and none has to follow its changes.
struct LabelSearch {
    /// A label.
    struct Entry {
        /// The label as it stands.
        var label: String
        /// What has it.
        var id: TermID
    }

    /// What a label may be of.
    enum Kind {
        case entity, relation, classification
    }

    private let names: GraphNames
    private let properties: Set<TermID>
    private let classes: Set<TermID>

    /// More labels than anybody reads through.
    static let limit = 400
    /// How many labels are sorted at most; of more, the first in the graph's own order.
    private static let sortedLimit = 8_000

    /// Over the labels of a graph.
    init(_ names: GraphNames) {
        self.names = names
        let graph = names.graph
        let type = graph.id(of: .iri(RDFVocabulary.type))
        func members(_ iri: String) -> Set<TermID> {
            guard let type, let kind = graph.id(of: .iri(iri)) else { return [] }
            let subjects = graph.match(nil, type, kind).subjects
            return Set((0..<subjects.count).map { subjects[$0] })
        }
        properties = members(RDFVocabulary.property)
        classes = members(RDFS.classType)
    }

    /// The labels that begin in a text, letter case and accents aside, in the order of their letters; where none does,
    /// those with a word that begins so.
    ///
    /// - Complexity: O(labels).
    func matches(_ typed: String, _ kind: Kind) -> [Entry] {
        let wanted = Self.folded(typed)
        let first = matches(wanted, kind, atWords: false)
        return first.isEmpty && !wanted.isEmpty ? matches(wanted, kind, atWords: true) : first
    }

    /// What has a label, letter case aside.
    func things(called label: String, _ kind: Kind) -> [TermID] {
        // Written as it stands in the graph, it is found without a search.
        var found: Set<TermID> = []
        if let literal = names.graph.id(of: .string(label)) {
            for predicate in predicates {
                let subjects = names.graph.match(nil, predicate, literal).subjects
                for index in 0..<subjects.count where self.kind(of: subjects[index]) == kind {
                    found.insert(subjects[index])
                }
            }
        }
        if found.isEmpty {
            let wanted = Self.folded(label)
            for entry in matches(wanted, kind, atWords: false) where Self.folded(entry.label) == wanted {
                found.insert(entry.id)
            }
        }
        return found.sorted()
    }

    private var predicates: [TermID] { [RDFS.label, SKOS.altLabel].compactMap { names.graph.id(of: .iri($0)) } }

    private func kind(of id: TermID) -> Kind {
        properties.contains(id) ? .relation : classes.contains(id) ? .classification : .entity
    }

    private func matches(_ wanted: String, _ kind: Kind, atWords: Bool) -> [Entry] {
        let graph = names.graph
        let bytes = Array(wanted.utf8)
        var found: [(folded: String, entry: Entry)] = []
        for predicate in predicates {
            let slice = graph.match(nil, predicate, nil)
            let (subjects, objects) = (slice.subjects, slice.objects)
            let offsets = graph.offsets(
                in: objects, beginningWith: bytes, atWords: atWords, limit: Self.sortedLimit * 8)
            for offset in offsets where self.kind(of: subjects[offset]) == kind {
                let label = graph.text(objects[offset])
                let folded = Self.folded(label)
                guard Self.begins(folded, wanted, atWords: atWords) else { continue }
                found.append((folded, Entry(label: label, id: subjects[offset])))
                if found.count >= Self.sortedLimit { break }
            }
        }
        found.sort { ($0.folded, $0.entry.label, $0.entry.id) < ($1.folded, $1.entry.label, $1.entry.id) }
        return found.prefix(Self.limit).map(\.entry)
    }

    private static func begins(_ folded: String, _ wanted: String, atWords: Bool) -> Bool {
        if folded.hasPrefix(wanted) { return true }
        guard atWords else { return false }
        return folded.split(whereSeparator: { $0 == " " || $0 == "-" }).contains { word in
            folded[word.startIndex...].hasPrefix(wanted)
        }
    }

    /// Small letters without accents, and without an article before them.
    static func folded(_ text: String) -> String {
        let folded = NameFolding.folded(text)
        return folded.hasPrefix("the ") ? String(folded.dropFirst(4)) : folded
    }
}
