import English

/// Joins I, we and you by who speaks.
enum SpeakerSieve {
    /// - Parameter speakers: Who speaks a sentence, where the report says so line by line; elsewhere its author does.
    static func run(
        _ chains: inout ChainSet, views: [SentenceView], quotations: QuotationNumbers, speakers: [Int: String]
    ) {
        var first: [String: Int] = [:]
        let names = Set(speakers.values)
        for (index, one) in chains.features.enumerated() where one.isPronoun && one.person != 3 && one.person != 0 {
            let speaker = speakers[one.sentence] ?? ""
            // Inside quotation marks somebody else speaks; who does is known once attribution has been read.
            let quotation = one.quotation >= 0 ? "\(one.quotation)" : ""
            let group: String
            switch one.word {
            case "i", "me", "my", "mine", "myself": group = "I"
            case "we", "us", "our", "ours", "ourselves", "'s", "’s": group = "we"
            default: group = "you"
            }
            var key = "\(group)|\(speaker)|\(quotation)"
            // With two speakers, you is the other's I.
            if group == "you", names.count == 2, quotation.isEmpty,
                let other = names.sorted().first(where: { $0 != speaker })
            {
                key = "I|\(other)|"
            }
            if let before = first[key] {
                chains.join(before, index)
            } else {
                first[key] = index
                if group == "I", let speaker = quoted(index, chains.features, views, quotations) {
                    chains.join(speaker, index)
                }
            }
        }
        linkNames(&chains, speakers: speakers, first: first)
    }

    /// "I am tired", Okoro said: the subject of the verb of saying in the quotation's sentence, outside of it.
    private static func quoted(
        _ index: Int, _ features: [MentionFeatures], _ views: [SentenceView], _ quotations: QuotationNumbers
    ) -> Int? {
        let pronoun = features[index]
        guard pronoun.quotation >= 0 else { return nil }
        let tree = views[pronoun.sentence].tree
        var found: [Int] = []
        var other = index
        // Outwards over the mentions of the sentence.
        while other > 0, features[other - 1].sentence == pronoun.sentence { other -= 1 }
        while other < features.count, features[other].sentence == pronoun.sentence {
            let one = features[other]
            if one.quotation < 0, one.role == .subject, one.governor >= 0, one.mention.type == "Person",
                one.number != .plural, Lexicon.contains(tree.lemmas[one.governor], in: .sayingVerb),
                quotations.number(one.governor, of: pronoun.sentence) < 0
            {
                found.append(other)
            }
            other += 1
        }
        return found.count == 1 ? found[0] : nil
    }

    /// A speaker's I is the person of that name, where the report names one.
    private static func linkNames(_ chains: inout ChainSet, speakers: [Int: String], first: [String: Int]) {
        for name in Set(speakers.values).sorted() {
            guard let pronoun = first["I|\(name)|"] else { continue }
            let words = NameForms.words(name)
            guard !words.isEmpty else { continue }
            let holder = chains.features.firstIndex { one in
                one.isNamed && one.mention.type == "Person"
                    && (one.nameWords == words || one.nameWords.joined() == words.joined())
            }
            if let holder { chains.join(holder, pronoun) }
        }
    }
}
