import English

/// "Vos is due to appear on Monday, police said.": "due to" before a verb is no preposition.
enum DueToRepair {
    static func apply(to sentence: inout Sentence) {
        for due in sentence.tokens.indices.dropFirst() where sentence.tokens[due].form == "due" {
            repair(due, in: &sentence)
        }
    }

    private static func repair(_ due: Int, in sentence: inout Sentence) {
        let (to, verb) = (due + 1, due + 2)
        guard verb < sentence.tokens.count, sentence.tokens[to].form == "to", sentence.tokens[to].relation == "fixed",
            let be = (max(0, due - 3)..<due).last(where: { sentence.tokens[$0].lemma == "be" }),
            (be + 1..<due).allSatisfy({ sentence.tokens[$0].upos == "ADV" }),
            isBareVerb(verb, in: sentence), let former = sentence.governor(of: be)
        else { return }
        let outer = sentence.tokens[former]
        guard !sentence.dominates(due, outer.head), !sentence.dominates(verb, outer.head) else { return }
        for token in sentence.tokens.indices where token != due && token != to && token != verb && token != former {
            guard sentence.tokens[token].head == former || sentence.tokens[token].head == due else { continue }
            sentence.tokens[token].head = token < due ? due : verb
        }
        sentence.tokens[due].head = outer.head
        sentence.tokens[due].relation = outer.relation
        sentence.tokens[due].upos = "ADJ"
        if former != due, former != verb {
            sentence.tokens[former].head = verb
            sentence.tokens[former].relation = former > verb ? "obj" : "nsubj"
        }
        sentence.tokens[be].relation = "cop"
        sentence.tokens[to].head = verb
        sentence.tokens[to].relation = "mark"
        sentence.tokens[verb].head = due
        sentence.tokens[verb].relation = "xcomp"
        sentence.tokens[verb].upos = "VERB"
        sentence.tokens[verb].xpos = "VB"
        sentence.tokens[verb].lemma = Lemmatizer().lemma(form: sentence.tokens[verb].form, upos: "VERB", xpos: "VB")
        takeSubject(due, before: be, in: &sentence)
    }

    /// "appear", or "report" before the noun that it takes
    private static func isBareVerb(_ token: Int, in sentence: Sentence) -> Bool {
        if sentence.tokens[token].xpos == "VB" { return true }
        guard sentence.tokens[token].xpos == "NN", token + 1 < sentence.tokens.count else { return false }
        let isVerb = RelationVocabulary.embedded.verbPatterns[sentence.tokens[token].form] != nil
        return isVerb && ["NNS", "DT", "PRP$"].contains(sentence.tokens[token + 1].xpos)
    }

    /// Of two subjects of the verb of saying behind it, the one before is who is due.
    private static func takeSubject(_ due: Int, before be: Int, in sentence: inout Sentence) {
        guard !sentence.hasSubject(due), let saying = sentence.governor(of: due) else { return }
        let subjects = sentence.dependents(of: saying).filter { sentence.tokens[$0].relation == "nsubj" }
        guard subjects.count == 2, let first = subjects.first, first < be, subjects[1] > due else { return }
        sentence.tokens[first].head = due
    }
}
