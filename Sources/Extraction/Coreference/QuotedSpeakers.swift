import English

/// Joins the first person inside quotation marks to who is quoted, after attribution has been read.
enum QuotedSpeakers {
    /// The mentions with I, me and my in an attributed claim's words moved to the speaker's chain. "We" stays: whom the speaker
    /// counts in, the text rarely tells.
    static func linked(_ mentions: [Mention], claims: [Claim], sentences: [Sentence]) -> [Mention] {
        var mentions = mentions
        let byHead = Dictionary(
            mentions.enumerated().map { ($1.head, $0) }, uniquingKeysWith: { first, _ in first })
        let firstPerson: Set<String> = ["i", "me", "my", "mine", "myself"]
        var moves: [Int: Int] = [:]
        for claim in claims {
            guard let speaker = claim.attribution.first, let holder = byHead[speaker.head],
                mentions[holder].type == "Person" || mentions[holder].kind == .pronoun
            else { continue }
            for argument in arguments(of: claim) {
                guard let pronoun = byHead[argument.head], mentions[pronoun].kind == .pronoun,
                    sentences.indices.contains(argument.head.sentence),
                    firstPerson.contains(
                        sentences[argument.head.sentence].tokens[argument.head.token].form.lowercased())
                else { continue }
                moves[mentions[pronoun].chain] = mentions[holder].chain
            }
        }
        // A chain that holds more than first persons has found its speaker already.
        for (index, mention) in mentions.enumerated() where moves[mention.chain] != nil {
            let form = sentences[mention.head.sentence].tokens[mention.head.token].form.lowercased()
            if !firstPerson.contains(form) { moves[mentions[index].chain] = nil }
        }
        for index in mentions.indices {
            // A chain of first persons holds nothing else, so that it moves whole; never onto itself in a circle.
            if let chain = moves[mentions[index].chain], moves[chain] == nil { mentions[index].chain = chain }
        }
        return mentions
    }

    private static func arguments(of claim: Claim) -> [Argument] {
        var arguments = [claim.subject].compactMap { $0 } + claim.qualifiers.compactMap(\.argument)
        switch claim.object {
        case .phrase(let argument): arguments.append(argument)
        case .quantity(_, let argument): arguments += [argument].compactMap { $0 }
        default: break
        }
        return arguments
    }
}
