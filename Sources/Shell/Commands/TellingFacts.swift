import GraphStore
import Naming
import RDF

/// The facts that show a newcomer most of a graph: those of a relation with several rows that read well, between people,
/// organizations and countries for choice.
struct TellingFacts {
    /// A fact in words.
    struct Fact {
        var subject: String
        var relation: String
        var object: String
        var isNumber: Bool
    }

    /// The first fact of the relation between names that reads best, or nil.
    private(set) var joining: Fact?
    /// The first fact of the relation to numbers that reads best, or nil.
    private(set) var counting: Fact?
    /// The relation whose answer reads best.
    private(set) var relation: String?

    /// How many facts of a relation are looked at.
    private static let sample = 60
    /// How many good rows are as many as one wants to see.
    private static let enough = 6

    /// The best of a graph. Linear in its relations.
    init(_ names: GraphNames) {
        var best: [(score: Int, label: String, fact: Fact)] = []
        let agents = Agents(names)
        for relation in names.relations {
            let slice = names.graph.match(nil, relation, nil)
            let label = names.label(relation)
            guard !slice.isEmpty, label.count <= 40 else { continue }
            var score = 0
            var first: (value: Int, fact: Fact)?
            for index in 0..<min(slice.count, Self.sample) {
                let triple = slice[index]
                guard let value = Self.value(triple, names, agents) else { continue }
                // What holds in both directions is told once.
                let isTwice =
                    triple.object < triple.subject
                    && names.graph.contains(IDTriple(triple.object, relation, triple.subject))
                if !isTwice { score += value.points }
                let fact = Fact(
                    subject: names.label(triple.subject), relation: label, object: names.label(triple.object),
                    isNumber: value.isNumber)
                if value.points > first?.value ?? 0 { first = (value.points, fact) }
            }
            guard let first else { continue }
            // Rows that nobody reads stand between those that one does.
            let share = Double(score) / Double(Self.best * min(slice.count, Self.sample))
            var total = min(score, Self.enough * Self.best)
            if share < 0.5 { total /= 2 }
            // A word that the vocabulary knows as a verb reads well behind `who`.
            if isVerb(relation, label, names) { total *= 3 }
            best.append((total, label, first.fact))
        }
        // Of two as good, figures come first: they tell most.
        best.sort {
            ($1.score, $0.fact.isNumber ? 0 : 1, $0.label) < ($0.score, $1.fact.isNumber ? 0 : 1, $1.label)
        }
        relation = best.first?.label
        joining = best.first { !$0.fact.isNumber }?.fact
        counting = best.first { $0.fact.isNumber }?.fact
    }

    private static let best = 4

    /// How well a fact reads; nil where its object is no name and no number.
    private static func value(
        _ triple: IDTriple, _ names: GraphNames, _ agents: Agents
    ) -> (points: Int, isNumber: Bool)? {
        let isNumber = names.graph.numericValue(triple.object) != nil
        guard isNumber || names.graph.kind(triple.object) == .iri, triple.subject != triple.object else { return nil }
        let (subject, object) = (names.label(triple.subject), names.label(triple.object))
        guard subject.count <= 40, object.count <= 40 else { return (1, isNumber) }
        var points = 1
        if CompletionEngine.isPlainName(subject) { points += agents.contains(triple.subject) ? 2 : 1 }
        if isNumber || CompletionEngine.isPlainName(object) { points += 1 }
        return (points, isNumber)
    }

    /// Whether a relation's label begins with a form of one of the verbs that it is known by.
    private func isVerb(_ relation: TermID, _ label: String, _ names: GraphNames) -> Bool {
        guard let other = names.graph.id(of: .iri(SKOS.altLabel)), let word = label.split(separator: " ").first else {
            return false
        }
        let stem = NameFolding.stem(NameFolding.folded(String(word)))
        let verbs = names.graph.match(relation, other, nil).objects
        return (0..<verbs.count).contains { index in
            let first = names.graph.text(verbs[index]).split(separator: " ").first.map(String.init) ?? ""
            return first != word && NameFolding.stem(NameFolding.folded(first)) == stem
        }
    }
}

/// Tells people, organizations, groups and countries from other things.
private struct Agents {
    private let names: GraphNames
    private let classes: Set<TermID>
    private let type: TermID?

    init(_ names: GraphNames) {
        self.names = names
        type = names.graph.id(of: .iri(RDFVocabulary.type))
        var found = Set(
            ["Person", "Organization", "Country"].compactMap { names.graph.id(of: .iri(Schema.namespace + $0)) })
        // Their subclasses, a few steps down.
        if let below = names.graph.id(of: .iri(RDFS.subClassOf)) {
            for _ in 0..<4 {
                for known in found {
                    let subjects = names.graph.match(nil, below, known).subjects
                    for index in 0..<subjects.count { found.insert(subjects[index]) }
                }
            }
        }
        classes = found
    }

    func contains(_ id: TermID) -> Bool {
        guard let type else { return false }
        let kinds = names.graph.match(id, type, nil).objects
        return (0..<kinds.count).contains { classes.contains(kinds[$0]) }
    }
}
