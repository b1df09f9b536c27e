import English

/// "The governor granted Jan Vos, formerly chief of staff, a full pardon.": of two things behind a verb of giving the second is
/// given, and the first gets it, though parsers take the second for what the first is.
enum DoubleObjectRepair {
    static func apply(to sentence: inout Sentence) {
        for verb in sentence.tokens.indices
        where sentence.tokens[verb].upos == "VERB" && giving.contains(sentence.tokens[verb].lemma) {
            partSum(of: verb, in: &sentence)
            let below = sentence.dependents(of: verb)
            guard let receiver = below.first(where: { isReceiver($0, of: verb, in: sentence) }),
                !below.contains(where: { sentence.tokens[$0].relation == "iobj" }),
                let gift = gift(of: verb, behind: receiver, in: sentence)
            else { continue }
            sentence.tokens[receiver].relation = "iobj"
            sentence.tokens[gift].head = verb
            sentence.tokens[gift].relation = "obj"
        }
    }

    /// "fined the bank two million euros": a noun between an article and a sum has no part in the sum.
    private static func partSum(of verb: Int, in sentence: inout Sentence) {
        for sum in sentence.dependents(of: verb) where sum > verb && sentence.tokens[sum].relation == "obj" {
            let below = sentence.dependents(of: sum)
            guard Lexicon.unit(sentence.tokens[sum].form.lowercased())?.kind == .currency,
                let number = below.first(where: { sentence.tokens[$0].relation == "nummod" }),
                let payer = below.last(where: { sentence.tokens[$0].relation == "compound" && $0 < number }),
                payer + 1 == sentence.start(of: number)
                    || sentence.tokens[payer + 1].xpos == "CD" && payer > verb
            else { continue }
            for token in below where token < payer { sentence.tokens[token].head = payer }
            sentence.tokens[payer].head = verb
            sentence.tokens[payer].relation = "iobj"
            // The digits before "million" hung on the noun before them.
            for token in payer + 1..<number where sentence.tokens[token].head == payer {
                sentence.tokens[token].head = number
            }
        }
    }

    private static func isReceiver(_ noun: Int, of verb: Int, in sentence: Sentence) -> Bool {
        guard noun > verb, sentence.tokens[noun].relation == "obj" else { return false }
        return ["PROPN", "PRON"].contains(sentence.tokens[noun].upos)
            || Lexicon.isPersonNoun(sentence.tokens[noun].lemma)
    }

    /// The noun with an article that the parser took for a complement or a second object, or behind a closed apposition for
    /// one more.
    private static func gift(of verb: Int, behind receiver: Int, in sentence: Sentence) -> Int? {
        let beside = sentence.dependents(of: verb).first {
            $0 > receiver && ["xcomp", "obj", "ccomp"].contains(sentence.tokens[$0].relation)
                && isThing($0, in: sentence)
        }
        if let beside { return beside }
        return sentence.tokens.indices.first { noun in
            noun > receiver && sentence.tokens[noun].relation == "appos" && isThing(noun, in: sentence)
                && hasArticle(noun, in: sentence)
                && sentence.dominates(receiver, noun) && sentence.tokens[noun].head != receiver
        }
    }

    private static func isThing(_ noun: Int, in sentence: Sentence) -> Bool {
        sentence.tokens[noun].upos == "NOUN" && !Lexicon.isPersonNoun(sentence.tokens[noun].lemma)
            && !sentence.dependents(of: noun).contains {
                ["case", "mark", "cop"].contains(sentence.tokens[$0].relation)
            }
    }

    private static func hasArticle(_ noun: Int, in sentence: Sentence) -> Bool {
        sentence.dependents(of: noun).contains {
            ["a", "an"].contains(sentence.tokens[$0].form.lowercased()) && $0 < noun
        }
    }

    private static let giving: Set<String> = [
        "give", "grant", "award", "hand", "offer", "deny", "lend", "owe", "allocate", "guarantee", "bequeath",
        "promise", "fine", "pay", "cost",
    ]
}
