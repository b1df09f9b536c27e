import GraphStore
import Naming
import QuerySyntax
import RDF

/// The relations of a graph that a question's words may mean.
struct QuestionRelations {
    let names: GraphNames

    /// A relation that a question's words come near to.
    struct Match {
        /// How it is written in a query; alternatives where several mean the same.
        var phrase: String
        /// The stems of its words.
        var stems: Set<String>
        /// Stems of the question that it stands for in other words.
        var covers: Set<String> = []
        /// Whether it leads to numbers.
        var isNumeric = false
        /// Whether it leads to other things than numbers too.
        var isMixed = false
        /// Whether it leads to places mostly.
        var leadsToPlaces = false
    }

    /// How many relations are tried, the likeliest first.
    private static let tried = 3

    /// Words that news uses for one thing, by their stems.
    private static let groups: [Set<String>] = [
        "die died dead death deaths kill killed killing fatality fatalities casualty casualties toll victims lives",
        "injure injured injury injuries wound wounded wounds hurt", "displace displaced flee fled displacement",
        "hostage hostages captive captives", "meet met meeting talks", "visit visited travel travelled go went",
        "arrest arrested detain detained", "back backs support supports", "lead leads head heads run",
        "criticise criticize criticised criticized condemn condemned", "win won defeat defeated beat",
        "want wants seek seeks demand demands", "born birth", "work works employ employed",
    ].map { group in Set(group.split(separator: " ").map { NameFolding.stem(String($0)) }) }

    /// Words of relations that tell nothing.
    private static let empty: Set<String> = [
        "the", "of", "to", "with", "in", "on", "by", "a", "at", "for", "from", "as", "be",
    ]

    /// The relations that a question may be about, likeliest first.
    func matches(_ question: QuestionWords) -> [Match] {
        let bag = Set(question.words.map(\.stem))
        // Behind an article stands a noun: nobody fires in `the fire`.
        let verbs = Set(
            question.words.indices.filter { index in
                index == 0 || !["the", "a", "an", "this", "that"].contains(question.words[index - 1].folded)
            }.map { question.words[$0].stem })
        var wider = Self.groups.filter { !$0.isDisjoint(with: bag) }.reduce(into: Set<String>()) { $0.formUnion($1) }
        // `Where is the port?` asks for where it lies.
        if question.kind == .place, question.mayBePassive { wider.formUnion(["locat", "base", "situat"]) }
        var found: [(score: Int, facts: Int, label: String, id: TermID, stems: Set<String>)] = []
        for (id, forms) in relationForms() {
            let isNumeric = question.kind == .number && hasNumbers(id)
            var score = 0
            var stems: Set<String> = []
            for (index, form) in forms.enumerated() {
                let parts = form.split(separator: " ").map { NameFolding.stem(NameFolding.folded(String($0))) }
                let words = Set(parts)
                let all = words.subtracting(Self.empty)
                guard let first = parts.first(where: { !Self.empty.contains($0) }) else { continue }
                guard !bag.contains(first) || verbs.contains(first) else { continue }
                // Of another word for it, every part counts: `lead to` is not `lead`.
                guard index == 0 || words.subtracting(["the", "a"]).isSubset(of: bag) else { continue }
                let said = all.intersection(bag).count
                // Other words for what is meant are those of the label: a relation's aliases are too many already.
                let meant = index == 0 ? all.intersection(wider.subtracting(bag)).count : 0
                // All words of the relation stand in the question; or, of a number, one of those that mean it.
                var here = said == all.count ? 4 * said + (index == 0 ? 1 : 0) : 0
                if here == 0, said + meant == all.count { here = 3 * said + meant }
                if here == 0, isNumeric, index == 0 { here = 2 * said + meant }
                if isNumeric, here > 0 { here += 5 }
                if here > score {
                    score = here
                    stems = all
                }
            }
            if score > 0 { found.append((score, names.graph.count(nil, id, nil), names.label(id), id, stems)) }
        }
        found.sort { ($1.score, $1.facts, $0.label) < ($0.score, $0.facts, $1.label) }
        guard let first = found.first else { return [] }
        var groups: [[(score: Int, facts: Int, label: String, id: TermID, stems: Set<String>)]] = []
        if question.kind == .number, hasNumbers(first.id) {
            // Figures of one thing go by several relations: all of them are asked.
            groups.append(Array(found.filter { $0.score == first.score && hasNumbers($0.id) }.prefix(4)))
            found.removeAll { other in groups[0].contains { $0.id == other.id } }
        }
        groups += found.prefix(Self.tried).map { [$0] }
        return groups.map { group in
            let stems = group.reduce(into: Set<String>()) { $0.formUnion($1.stems) }
            return Match(
                phrase: group.map(\.label).joined(separator: "|"),
                stems: stems,
                covers: Self.groups.filter { !$0.isDisjoint(with: stems) }.reduce(into: []) { $0.formUnion($1) },
                isNumeric: group.contains { hasNumbers($0.id) }, isMixed: group.contains { !hasOnlyNumbers($0.id) },
                leadsToPlaces: leadsToPlaces(group[0].id))
        }
    }

    /// The label of one of the model's own relations, where the graph has it.
    func label(_ name: String) -> String? {
        names.graph.id(of: .iri(names.vocabulary.relation + name)).map { names.label($0) }
    }

    private func relationForms() -> [(TermID, [String])] {
        let graph = names.graph
        var relations = Set(names.relations)
        if let type = graph.id(of: .iri(RDFVocabulary.type)), let property = graph.id(of: .iri(RDFVocabulary.property))
        {
            // Some relations have claims only.
            let declared = graph.match(nil, type, property).subjects
            for index in 0..<declared.count { relations.insert(declared[index]) }
        }
        let other = graph.id(of: .iri(SKOS.altLabel))
        return relations.sorted().map { id in
            guard let other else { return (id, [names.label(id)]) }
            let labels = graph.match(id, other, nil).objects
            return (id, [names.label(id)] + (0..<labels.count).map { graph.text(labels[$0]) })
        }
    }

    private func sample(_ relation: TermID) -> [TermID] {
        let objects = names.graph.match(nil, relation, nil).objects
        return (0..<min(objects.count, 50)).map { objects[$0] }
    }

    private func hasNumbers(_ relation: TermID) -> Bool {
        sample(relation).contains { names.graph.numericValue($0) != nil }
    }

    private func hasOnlyNumbers(_ relation: TermID) -> Bool {
        sample(relation).allSatisfy { names.graph.numericValue($0) != nil }
    }

    private func leadsToPlaces(_ relation: TermID) -> Bool {
        let places: Set<String> = ["place", "city", "country", "facility"]
        let sample = sample(relation)
        return sample.count { names.type($0).map(places.contains) ?? false } * 2 > sample.count
    }
}
