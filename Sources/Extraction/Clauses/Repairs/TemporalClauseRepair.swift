import English

/// "Seven people died when a boat carrying migrants capsized.": the boat capsized; it did not die, nor did the migrants capsize.
///
/// A second subject behind the verb and a "when" needs a verb of its own: the first past form behind it that hangs on its
/// own words as a participle. So does a noun behind "after" and a verb that has no object.
enum TemporalClauseRepair {
    static func apply(to sentence: inout Sentence) {
        for subject in sentence.tokens.indices {
            repair(subject, in: &sentence)
            repairDescribed(subject, in: &sentence)
        }
    }

    /// "The vote comes a day after Ana Holm, the first pick, withdrew her bid.": behind an apposition and its comma, without an "and".
    private static func repairDescribed(_ subject: Int, in sentence: inout Sentence) {
        guard sentence.tokens[subject].relation == "obl", let verb = sentence.governor(of: subject), verb < subject,
            sentence.tokens[verb].upos == "VERB", sentence.hasSubject(verb),
            let marker = sentence.dependents(of: subject).first(where: { $0 < subject }),
            sentence.tokens[marker].relation == "case",
            conjunctions.contains(sentence.tokens[marker].form.lowercased()),
            sentence.dependents(of: subject).contains(where: {
                sentence.tokens[$0].relation == "appos" && $0 > subject
            }),
            let own = (subject + 1..<sentence.tokens.count).first(where: { token in
                ["VBD", "VBZ", "VBP"].contains(sentence.tokens[token].xpos) && sentence.tokens[token].upos == "VERB"
                    && !sentence.dominates(subject, token)
            }), sentence.tokens[own].head == verb, !sentence.hasSubject(own),
            sentence.tokens[own - 1].form == ",",
            ["conj", "parataxis", "advcl", "ccomp"].contains(sentence.tokens[own].relation)
        else { return }
        sentence.tokens[own].relation = "advcl"
        sentence.tokens[subject].head = own
        sentence.tokens[subject].relation = "nsubj"
        sentence.tokens[marker].head = own
        sentence.tokens[marker].relation = "mark"
    }

    private static func repair(_ subject: Int, in sentence: inout Sentence) {
        guard ["nsubj", "obl"].contains(sentence.tokens[subject].relation),
            let verb = sentence.governor(of: subject), verb < subject, sentence.tokens[verb].upos == "VERB",
            sentence.hasSubject(verb), let marker = marker(of: subject, behind: verb, in: sentence),
            let own = (subject + 1..<sentence.tokens.count).first(where: {
                isOwn($0, of: subject, in: sentence)
            })
        else { return }
        sentence.tokens[own].head = verb
        sentence.tokens[own].relation = "advcl"
        sentence.tokens[own].xpos = "VBD"
        sentence.tokens[subject].head = own
        sentence.tokens[subject].relation = "nsubj"
        sentence.tokens[marker].head = own
        if sentence.tokens[marker].relation == "case" { sentence.tokens[marker].relation = "mark" }
    }

    /// The conjunction right before the noun phrase.
    private static func marker(of subject: Int, behind verb: Int, in sentence: Sentence) -> Int? {
        let start = sentence.start(of: subject)
        return [start, start - 1].first {
            $0 > verb && $0 < subject && conjunctions.contains(sentence.tokens[$0].form.lowercased())
        }
    }

    /// "capsized" behind "a boat carrying migrants"
    private static func isOwn(_ token: Int, of subject: Int, in sentence: Sentence) -> Bool {
        guard ["VBN", "VBD"].contains(sentence.tokens[token].xpos), sentence.tokens[token].upos == "VERB",
            sentence.tokens[token].relation == "acl", sentence.tokens[token].head != subject,
            sentence.dominates(subject, token),
            !sentence.dependents(of: token).contains(where: { below in
                let relation = sentence.tokens[below].relation
                return relation.hasPrefix("nsubj") || relation.hasPrefix("aux") || relation == "obl:agent"
            })
        else { return false }
        return sentence.tokens[subject].relation == "nsubj"
            || Lexicon.contains(sentence.tokens[token].lemma, in: .intransitiveVerb)
    }

    private static let conjunctions: Set<String> = ["when", "after", "before", "as", "while", "because", "once"]
}
