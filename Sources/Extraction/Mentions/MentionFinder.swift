import English

/// Finds the phrases of a report that refer to something: names, descriptions, pronouns.
public enum MentionFinder {
    /// The mentions of a report, in the order of the text, each in a chain of its own.
    public static func mentions(in sentences: [Sentence]) -> [Mention] {
        mentions(in: sentences, views: sentences.map(SentenceView.init))
    }

    /// The same, of sentences that have been looked at already.
    static func mentions(in sentences: [Sentence], views: [SentenceView]) -> [Mention] {
        var found: [Found] = []
        let recurring = recurringNouns(sentences)
        for (index, view) in views.enumerated() {
            found += SentenceMentions(view, sentence: index, recurring: recurring).found()
        }
        settleTypes(&found)
        learnTypes(&found)
        nameSurnames(&found, sentences)
        tellGeorgias(&found)
        return found.enumerated().map { chain, found in
            var mention = found.mention
            mention.chain = chain
            return mention
        }
    }

    /// A mention with what its type rests on.
    struct Found {
        var mention: Mention
        var strength: TypeGuess.Strength
        /// The name's words, or "" for no name.
        var name: String
        /// What tells the type of a name.
        var features: [String] = []
        /// Whether the rules know only what stands around the name, or places that others bear the name of.
        var isOpen = false
    }

    /// The features of each name's type, by its head: what its type is learned from.
    package static func typeFeatures(
        in sentences: [Sentence]
    ) -> [(head: TokenReference, name: String, type: String, isOpen: Bool, features: [String])] {
        var found: [Found] = []
        for (index, sentence) in sentences.enumerated() {
            found += SentenceMentions(SentenceView(sentence), sentence: index, recurring: []).found()
        }
        settleTypes(&found)
        return found.filter { !$0.features.isEmpty }.map {
            ($0.mention.head, $0.name, $0.mention.type, $0.isOpen && $0.strength < .sure, $0.features)
        }
    }

    /// The lemmas of nouns that stand in the report alone and before another noun: "iodine" and "iodine deficiency".
    private static func recurringNouns(_ sentences: [Sentence]) -> Set<String> {
        var heads: Set<String> = []
        var modifiers: Set<String> = []
        for sentence in sentences {
            for token in sentence.tokens where token.upos == "NOUN" && token.xpos == "NN" {
                if token.relation == "compound" { modifiers.insert(token.lemma) } else { heads.insert(token.lemma) }
            }
        }
        return heads.intersection(modifiers)
    }

    /// "Atlanta, Georgia": where a report tells of the United States and of nothing Georgian, the state is meant.
    private static func tellGeorgias(_ found: inout [Found]) {
        guard found.contains(where: { $0.mention.canonicalName == "Georgia" }) else { return }
        var american = 0
        var georgian = 0
        for one in found {
            guard one.mention.kind == .named else { continue }
            if one.mention.canonicalName == "Georgia" {
                if one.mention.nameSpan?.count == 1, one.name == "Georgia", one.mention.type == "Country" { continue }
            } else if let name = one.mention.canonicalName, let place = Lexicon.country(named: name) {
                if place.code == "US" { american += 1 }
                if ["RU", "AM", "AZ", "TR", "UA"].contains(place.code) { georgian += 1 }
            } else if let country = Lexicon.city(named: one.name)?.country {
                if country == "United States" { american += 1 }
                if country == "Georgia" { georgian += 2 }
            }
        }
        guard american > georgian else { return }
        for index in found.indices
        where found[index].mention.canonicalName == "Georgia" && found[index].mention.type == "Country"
            && found[index].name == "Georgia"
        {
            found[index].mention.canonicalName = "Georgia (U.S. state)"
            found[index].mention.type = "Place"
        }
    }

    /// How often the words around a name say each type of it.
    private static func contextVotes(_ found: [Found]) -> [String: [String: Int]] {
        var votes: [String: [String: Int]] = [:]
        for one in found where !one.name.isEmpty && one.strength == .context {
            votes[one.name, default: [:]][one.mention.type, default: 0] += 1
        }
        return votes
    }

    /// A lone word at the start of a sentence, tagged as a common noun, that is the surname of somebody named elsewhere in the
    /// report, is that name: "Day made albums."
    private static func nameSurnames(_ found: inout [Found], _ sentences: [Sentence]) {
        var surnames: Set<String> = []
        for one in found where one.mention.type == "Person" && one.mention.kind == .named {
            let words = one.name.split(separator: " ")
            if words.count > 1, words.count < 5, let last = words.last, last.utf8.count > 1 {
                surnames.insert(String(last))
            }
        }
        guard !surnames.isEmpty else { return }
        for index in found.indices {
            let mention = found[index].mention
            let token = sentences[mention.head.sentence].tokens[mention.head.token]
            guard surnames.contains(token.form), mention.type != "Person" || mention.kind == .common,
                mention.kind == .common
                    ? mention.span.lowerBound == mention.head.token
                    : mention.nameSpan?.count == 1 && !mention.isTypeSure
            else { continue }
            let head = mention.head.token
            found[index].mention.kind = .named
            found[index].mention.nameSpan = head..<head + 1
            found[index].mention.type = "Person"
            found[index].strength = .lexical
            found[index].name = token.form
        }
    }

    /// A name that is typed by a weak rule here takes the type that a surer rule gave it elsewhere in the report; so does a part
    /// of a person's name.
    private static func settleTypes(_ found: inout [Found]) {
        var best: [String: (type: String, strength: TypeGuess.Strength)] = [:]
        for one in found where !one.name.isEmpty && one.strength > .context {
            let known = best[one.name]
            if known.map({ $0.strength < one.strength }) ?? true { best[one.name] = (one.mention.type, one.strength) }
            guard one.mention.type == "Person", one.strength == .sure else { continue }
            let words = one.name.split(separator: " ")
            if words.count > 1, let last = words.last, best[String(last)] == nil {
                best[String(last)] = ("Person", .lexical)
            }
        }
        // What stands around a name counts where nothing stands around it here: "in Husaybah … attacked Husaybah".
        for (name, votes) in contextVotes(found) where best[name] == nil {
            if let first = votes.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) {
                best[name] = (first.key, .context)
            }
        }
        for index in found.indices where !found[index].name.isEmpty {
            guard let known = best[found[index].name], known.strength > found[index].strength else { continue }
            found[index].mention.type = known.type
            found[index].strength = known.strength
            found[index].mention.isTypeSure = known.strength == .sure
        }
    }
}
