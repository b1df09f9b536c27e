import GraphStore
import RDF

/// What is asserted in one graph and not in another, by entity; numbers that changed stand beside one another.
struct GraphDifference {
    /// A fact that came, went, or has another number.
    struct Entry: Hashable {
        enum Kind: String, Hashable {
            case added, gone, changed
        }

        var kind: Kind
        var entity: String
        var entityIRI: String
        var relation: String
        var before: String?
        var after: String?
        var sourcesBefore: [String] = []
        var sourcesAfter: [String] = []
    }

    /// The entries, by entity, relation and kind.
    private(set) var entries: [Entry] = []
    /// The facts that came.
    private(set) var added: [Triple] = []
    /// The facts that went.
    private(set) var gone: [Triple] = []

    /// Compares the facts of two graphs, or all of their triples.
    init(from before: GraphNames, to after: GraphNames, comparesAll: Bool = false) {
        let goneIDs = Self.missing(before, in: after, comparesAll)
        let addedIDs = Self.missing(after, in: before, comparesAll)
        gone = goneIDs.map { Self.triple($0, before.graph) }
        added = addedIDs.map { Self.triple($0, after.graph) }
        var changes: [Place: Change] = [:]
        for (triple, ids) in zip(gone, goneIDs) {
            changes[Place(triple), default: Change()].gone.append((triple, ids))
        }
        for (triple, ids) in zip(added, addedIDs) {
            changes[Place(triple), default: Change()].added.append((triple, ids))
        }
        for change in changes.values { addEntries(of: change, before, after) }
        entries.sort { Self.key($0).lexicographicallyPrecedes(Self.key($1)) }
    }

    /// Whether the graphs say the same.
    var isEmpty: Bool { added.isEmpty && gone.isEmpty }

    private struct Place: Hashable {
        var subject: Term
        var predicate: Term

        init(_ triple: Triple) {
            subject = triple.subject
            predicate = triple.predicate
        }
    }

    private struct Change {
        var gone: [(Triple, IDTriple)] = []
        var added: [(Triple, IDTriple)] = []
    }

    private static func key(_ entry: Entry) -> [String] {
        [entry.entity, entry.entityIRI, entry.relation, entry.kind.rawValue, entry.before ?? "", entry.after ?? ""]
    }

    private static func triple(_ ids: IDTriple, _ graph: Graph) -> Triple {
        Triple(graph.term(ids.subject), graph.term(ids.predicate), graph.term(ids.object))
    }

    private static func missing(_ names: GraphNames, in other: GraphNames, _ comparesAll: Bool) -> [IDTriple] {
        var missing: [IDTriple] = []
        for predicate in comparesAll ? names.graph.predicates : names.relations {
            let slice = names.graph.match(nil, predicate, nil)
            for row in 0..<slice.count where !other.graph.contains(triple(slice[row], names.graph)) {
                missing.append(slice[row])
            }
        }
        return missing
    }

    private mutating func addEntries(of change: Change, _ before: GraphNames, _ after: GraphNames) {
        // One number in place of another is a change; with several on a side nobody knows which became which.
        if change.gone.count == 1, change.added.count == 1,
            before.graph.numericValue(change.gone[0].1.object) != nil,
            after.graph.numericValue(change.added[0].1.object) != nil
        {
            var entry = Self.entry(.changed, change.added[0], after)
            entry.before = before.label(change.gone[0].1.object)
            entry.sourcesBefore = Self.sources(change.gone[0].1, before)
            entries.append(entry)
            return
        }
        for fact in change.gone {
            var entry = Self.entry(.gone, fact, before)
            swap(&entry.before, &entry.after)
            swap(&entry.sourcesBefore, &entry.sourcesAfter)
            entries.append(entry)
        }
        for fact in change.added { entries.append(Self.entry(.added, fact, after)) }
    }

    private static func entry(_ kind: Entry.Kind, _ fact: (Triple, IDTriple), _ names: GraphNames) -> Entry {
        var iri = ""
        if case .iri(let subject) = fact.0.subject { iri = subject }
        return Entry(
            kind: kind, entity: names.label(fact.1.subject), entityIRI: iri, relation: names.label(fact.1.predicate),
            before: nil, after: names.label(fact.1.object), sourcesAfter: sources(fact.1, names))
    }

    private static func sources(_ fact: IDTriple, _ names: GraphNames) -> [String] {
        Set(Evidence.ofFact(fact, in: names).map(\.source)).sorted()
    }
}

extension GraphDifference {
    /// Prints the entries as a table.
    func printTable(on console: Console) {
        var listing = Listing(
            .init(title: ""), .init(title: "entity"), .init(title: "relation"), .init(title: "before"),
            .init(title: "after"), .init(title: "reports"))
        for entry in entries {
            let mark = entry.kind == .added ? "+" : entry.kind == .gone ? "−" : "→"
            let sources = [entry.sourcesBefore, entry.sourcesAfter].map { Self.shortened($0) }.filter { !$0.isEmpty }
            listing.rows.append(
                [
                    mark, entry.entity, entry.relation, entry.before ?? "", entry.after ?? "",
                    sources.joined(separator: " → "),
                ])
        }
        listing.print(on: console, empty: "the same facts")
    }

    private static func shortened(_ sources: [String]) -> String {
        sources.prefix(2).joined(separator: ", ") + (sources.count > 2 ? " and \(sources.count - 2) more" : "")
    }

    /// The entries as an array of JSON objects, one a line.
    var json: String {
        let objects = entries.map { entry in
            var members = [
                "\"change\":\(JSONString.quoted(entry.kind.rawValue))", "\"entity\":\(JSONString.quoted(entry.entity))",
                "\"iri\":\(JSONString.quoted(entry.entityIRI))", "\"relation\":\(JSONString.quoted(entry.relation))",
            ]
            if let before = entry.before { members.append("\"before\":\(JSONString.quoted(before))") }
            if let after = entry.after { members.append("\"after\":\(JSONString.quoted(after))") }
            if entry.kind != .added { members.append("\"reportsBefore\":\(Self.list(entry.sourcesBefore))") }
            if entry.kind != .gone { members.append("\"reportsAfter\":\(Self.list(entry.sourcesAfter))") }
            return "{" + members.joined(separator: ",") + "}"
        }
        return objects.isEmpty ? "[]\n" : "[\n" + objects.joined(separator: ",\n") + "\n]\n"
    }

    private static func list(_ texts: [String]) -> String {
        "[" + texts.map(JSONString.quoted).joined(separator: ",") + "]"
    }
}
