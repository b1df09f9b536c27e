import QuerySyntax

extension QuestionReader {
    // MARK: What is told of a name

    /// `Who is Ada Okoro?`, `What is the bridging proposal?`
    func description(_ question: QuestionWords) -> [Reading] {
        var found: [Reading] = []
        if let name = name(question.words[...]) { found.append(Reading(query: "about \(name)")) }
        found += role(question)
        // Of what no fact is about, sentences may tell.
        let words = question.words.filter { !QuestionNouns.small.contains($0.folded) }
        if words.allSatisfy(\.isCapital), !words.isEmpty {
            let text = QSpelling.text(words.map(\.text).joined(separator: " "))
            found.append(Reading(query: Self.told + ", ?text ~ \(text)", isLoose: true))
        } else if words.count > 1 {
            found.append(Reading(query: Self.told + QuestionForm.conditions([.words(words)]), isLoose: true))
        }
        return found
    }

    /// Relations that a role of somebody in something comes to, by the last word of the role.
    ///
    /// Source: the nouns of relations.tsv.
    private static let roles: [String: String] = {
        let table = [
            "leads":
                "president leader head chief chairman chairwoman chair director commander governor king queen mayor boss",
            "represents":
                "spokesman spokeswoman spokesperson envoy ambassador lawyer attorney negotiator representative",
            "memberOf": "member fighter lawmaker senator",
            "relativeOf": "wife husband son daughter father mother brother sister",
            "worksFor": "minister official officer employee adviser analyst scientist researcher professor engineer",
            "founded": "founder co-founder", "owns": "owner",
        ]
        var found: [String: String] = [:]
        for (relation, words) in table {
            for word in words.split(separator: " ") { found[String(word)] = relation }
        }
        return found
    }()

    /// `Who is the president of Mexico?`, `Who is Mexico's president?`
    private func role(_ question: QuestionWords) -> [Reading] {
        var (roleWords, whole): (ArraySlice<QuestionWords.Word>, ArraySlice<QuestionWords.Word>) = ([], [])
        if let of = question.words.firstIndex(where: { ["of", "for", "in", "at", "to"].contains($0.folded) }) {
            (roleWords, whole) = (question.words[..<of], question.words[(of + 1)...])
        } else if let owner = question.words.lastIndex(where: \.isPossessive) {
            (roleWords, whole) = (question.words[(owner + 1)...], question.words[...owner])
        } else {
            roleWords = question.words[...]
        }
        roleWords = ArraySlice(roleWords.filter { !QuestionNouns.small.contains($0.folded) })
        guard let last = roleWords.last else { return [] }
        let owner = name(whole)
        var found: [Reading] = []
        func like(_ variable: String, _ words: some Sequence<QuestionWords.Word>) -> String {
            words.filter { !QuestionNouns.small.contains($0.folded) }.map { ", \(variable) ~ \($0.pattern)" }.joined()
        }
        var nearest: Reading?
        if let hasRole = relations.label("hasRole") {
            let query = "find distinct ?who, ?role where ?who \(hasRole) ?role" + like("?role", roleWords)
            if let owner { found.append(Reading(query: query + ", ?who ?does \(owner)", isLoose: true)) }
            if whole.isEmpty {
                found.append(Reading(query: query, isLoose: true))
            } else {
                found.append(Reading(query: query + like("?role", whole), isLoose: true))
                nearest = Reading(query: query, unread: [whole.map(\.text).joined(separator: " ")])
            }
        }
        if let owner, let relation = Self.roles[last.folded].flatMap(relations.label) {
            found.append(Reading(query: "who \(relation) \(owner)", isLoose: true))
        }
        // `Utah is a state of the United States`: what something is, in words.
        if let isWhat = relations.label("is") {
            let words = roleWords + whole
            found.append(
                Reading(
                    query: "find distinct ?who, ?what where ?who \(isWhat) ?what" + like("?what", words), isLoose: true)
            )
        }
        if let nearest { found.append(nearest) }
        if let owner { found.append(Reading(query: "about \(owner)", unread: roleWords.map(\.text))) }
        return found
    }

    // MARK: What took place

    private static let told = "find distinct ?text where _ ?does _ [any, sentence ?text]"

    /// `What happened in Porto Alto on Monday?`
    func happening(_ question: QuestionWords) -> [Reading] {
        let nouns = nouns.nouns(in: question.words[...])
        var found: [Reading] = []
        for noun in nouns {
            guard let name = noun.name else { continue }
            let rest = QuestionForm.conditions(nouns.filter { $0 != noun })
            let columns = "find distinct ?who, ?does, ?what, ?text where "
            found.append(
                Reading(query: columns + "?who ?does ?what [stated, affirmed, place \(name), sentence ?text]" + rest))
            found.append(Reading(query: about(name) + rest, isLoose: true))
        }
        found.append(Reading(query: Self.told + QuestionForm.conditions(nouns), isLoose: true))
        if let name = nouns.first?.name { found.append(Reading(query: "about \(name)", unread: ["happened"])) }
        return found
    }

    /// `When did the crash happen?`: the day or the place of what is told in sentences that name it.
    func occurrence(_ question: QuestionWords) -> [Reading] {
        let verbs: Set<String> = ["happen", "happened", "occur", "occurred", "take", "took", "begin", "start"]
        guard question.words.contains(where: { verbs.contains($0.folded) }) else { return [] }
        let nouns = nouns.nouns(in: question.words[...])
        guard !nouns.isEmpty else { return [] }
        let words = QuestionForm.conditions(nouns)
        func told(_ qualifier: String, _ column: String) -> Reading {
            Reading(
                query: "find distinct \(column), ?text where _ ?does _ [stated, affirmed, \(qualifier), sentence ?text]"
                    + words, isLoose: true)
        }
        switch question.kind {
        case .place: return [told("place ?where", "?where")]
        case .time: return [told("date ?when", "?when"), told("published ?published", "?published")]
        default: return []
        }
    }

    /// The figures in sentences that hold the words of a question: where no relation gives the number that is asked for.
    func figures(_ question: QuestionWords) -> [Reading] {
        guard question.kind == .number else { return [] }
        let nouns = nouns.nouns(in: question.words[...])
        guard !nouns.isEmpty else { return [] }
        return [
            Reading(
                query: "find distinct ?does, ?n, ?text where _ ?does ?n [stated, affirmed, sentence ?text], ?n >= 0"
                    + QuestionForm.conditions(nouns), isLoose: true)
        ]
    }

    /// The sentences that tell of the names and hold the other words: where the verb is none of the graph's relations.
    func sentences(_ question: QuestionWords) -> [Reading] {
        // Yes and no rest on facts.
        guard question.kind != .yesOrNo else { return [] }
        let nouns = nouns.nouns(in: question.words[...])
        let holding = Reading(query: Self.told + QuestionForm.conditions(nouns), isLoose: true)
        guard let noun = nouns.first(where: { $0.name != nil }), let name = noun.name else {
            let words = nouns.flatMap { if case .words(let words) = $0 { words } else { [] } }
            return words.count > 1 ? [holding] : []
        }
        let rest = nouns.filter { $0 != noun }
        let all = Reading(query: "about \(name)", unread: rest.map(\.text))
        guard !rest.isEmpty else { return [all] }
        return [Reading(query: about(name) + QuestionForm.conditions(rest), isLoose: true), holding, all]
    }

    /// The sentences that say something of a name.
    private func about(_ name: String) -> String {
        "find distinct ?text where (\(name) ?does _ [any, sentence ?text] or _ ?does \(name) [any, sentence ?text])"
    }
}
