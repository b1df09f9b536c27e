import QuerySyntax

extension QuestionReader {
    private static let speaking: Set<String> = [
        "said", "say", "says", "saying", "claimed", "claim", "claims", "told", "tell", "tells", "think", "thinks",
        "thought", "comment", "commented", "stated",
    ]

    /// `Who said that the union accepted the plan?`, `What did Lind say about the plan?`.
    func said(_ question: QuestionWords) -> [Reading]? {
        guard let place = question.words.firstIndex(where: { Self.speaking.contains($0.folded) }),
            case .thing = question.kind
        else { return nil }
        let before = question.words[..<place]
        var after = question.words[(place + 1)...]
        if let first = after.first, ["that", "about", "on", "of"].contains(first.folded) { after = after.dropFirst() }
        let topic = nouns.nouns(in: after)
        if let speaker = before.isEmpty ? nil : name(before) {
            let rest = QuestionForm.conditions(topic)
            let all = "find distinct ?text where _ ?does _ [any, said by \(speaker), sentence ?text]"
            let isLoose = !topic.isEmpty
            var found = [Reading(query: all + rest, isLoose: isLoose)]
            // What somebody says is a fact of its own too: that it was said.
            for verb in ["said", "claims"].compactMap(relations.label) {
                found.append(
                    Reading(
                        query: "find distinct ?text where \(speaker) \(verb) _ [any, sentence ?text]" + rest,
                        isLoose: isLoose))
            }
            if isLoose { found.append(Reading(query: all, unread: topic.map(\.text))) }
            return found
        }
        guard before.isEmpty else { return nil }
        var found: [Reading] = []
        // What is said is a statement of its own where it can be read as one.
        for inner in readings("Did " + after.map(\.text).joined(separator: " "))
        where inner.unread.isEmpty && inner.query.hasPrefix("ask ") && !inner.query.contains("[") {
            let parts = inner.query.dropFirst("ask ".count).split(separator: ", ", maxSplits: 1)
            let rest = parts.count > 1 ? ", " + parts[1] : ""
            found.append(Reading(query: "find distinct ?who where \(parts[0]) [any, said by ?who]" + rest))
        }
        let rest = QuestionForm.conditions(topic)
        found.append(
            Reading(
                query: "find distinct ?who, ?text where _ ?does _ [any, said by ?who, sentence ?text]" + rest,
                isLoose: true))
        for verb in ["said", "claims"].compactMap(relations.label) {
            found.append(
                Reading(
                    query: "find distinct ?who, ?text where ?who \(verb) _ [any, sentence ?text]" + rest, isLoose: true)
            )
        }
        return found
    }
}
