import English

/// "Fashion designer Mary Quant said …"; "The paper reported in May, nine had closed."; "plans which analysts say could
/// fail"; "She said she had been well but had caught a cold."
///
/// Who says, and what is said, where the order of the words decides and the parser took a part of one for the other's.
enum SayerRepair {
    static func apply(to sentence: inout Sentence) {
        for verb in sentence.tokens.indices where sentence.tokens[verb].upos == "VERB" {
            joinPerfect(verb, in: &sentence)
            joinDescription(verb, in: &sentence)
            guard ComplementTable.content[sentence.tokens[verb].lemma] != nil else { continue }
            giveSubject(verb, in: &sentence)
            takeSubject(verb, in: &sentence)
            takeContent(verb, in: &sentence)
            giveConjunct(verb, in: &sentence)
            giveSecondThat(verb, in: &sentence)
            giveWhere(verb, in: &sentence)
        }
    }

    private static func subjects(of verb: Int, in sentence: Sentence) -> [Int] {
        sentence.dependents(of: verb).filter { sentence.tokens[$0].relation.hasPrefix("nsubj") && $0 < verb }
    }

    /// "Fashion designer Mary Quant described": the noun for a person right before a name says what that person is.
    private static func joinDescription(_ verb: Int, in sentence: inout Sentence) {
        let obliques = sentence.dependents(of: verb).filter { sentence.tokens[$0].relation == "obl" }
        for found in [subjects(of: verb, in: sentence), obliques] {
            for (first, second) in zip(found, found.dropFirst())
            where sentence.tokens[second].upos == "PROPN"
                && (sentence.start(of: second) == first + 1
                    || sentence.start(of: second) == sentence.end(of: first) + 1)
            {
                let hasCase = sentence.dependents(of: second).contains { sentence.tokens[$0].relation == "case" }
                let isNoun =
                    sentence.tokens[first].upos == "NOUN" && !hasCase
                    && (Lexicon.isPersonNoun(sentence.tokens[first].lemma)
                        || sentence.tokens[first].lemma == "eyewitness")
                let isName = sentence.tokens[first].upos == "PROPN" && sentence.tokens[first].relation == "nsubj"
                if isNoun {
                    // "according to eyewitness Jan Vos": the preposition goes with the name.
                    for child in sentence.dependents(of: first) where sentence.tokens[child].relation == "case" {
                        sentence.tokens[child].head = second
                    }
                    sentence.tokens[first].head = second
                    sentence.tokens[first].relation = "nmod:desc"
                } else if isName {
                    sentence.tokens[second].head = first
                    sentence.tokens[second].relation = "flat"
                }
                return
            }
        }
    }

    /// "The ministry has, in a statement, called on drivers": a perfect with a phrase between commas.
    private static func joinPerfect(_ have: Int, in sentence: inout Sentence) {
        guard sentence.tokens[have].lemma == "have", have + 1 < sentence.tokens.count,
            sentence.tokens[have + 1].form == ",",
            !sentence.dependents(of: have).contains(where: { sentence.tokens[$0].relation == "obj" }),
            let participle = sentence.tokens.indices.first(where: {
                $0 > have + 2 && sentence.tokens[$0].xpos == "VBN" && sentence.tokens[$0 - 1].form == ","
                    && ["acl", "advcl", "conj", "xcomp", "ccomp", "parataxis"].contains(sentence.tokens[$0].relation)
            }), participle - have < 10, sentence.dominates(have, participle)
        else { return }
        sentence.tokens[participle].head = sentence.tokens[have].head
        sentence.tokens[participle].relation = sentence.tokens[have].relation
        for child in sentence.dependents(of: have) where child != participle {
            sentence.tokens[child].head = participle
        }
        sentence.tokens[have].head = participle
        sentence.tokens[have].relation = "aux"
        sentence.tokens[have].upos = "AUX"
    }

    /// "Fuel, officials said, spilled into the river.": what stands before the cue is the subject of what is said.
    private static func giveSubject(_ verb: Int, in sentence: inout Sentence) {
        let found = subjects(of: verb, in: sentence)
        if found.count == 1 { giveNoun(before: found[0], of: verb, in: &sentence) }
        guard found.count == 2, verb + 1 < sentence.tokens.count, sentence.tokens[verb + 1].form == "," else { return }
        let start = sentence.start(of: found[1])
        guard start > 0, sentence.tokens[start - 1].form == ",",
            let content = sentence.dependents(of: verb).first(where: {
                $0 > verb && ["ccomp", "parataxis", "conj", "advcl"].contains(sentence.tokens[$0].relation)
            }), subjects(of: content, in: sentence).isEmpty
        else { return }
        let isPassive = sentence.dependents(of: content).contains { sentence.tokens[$0].relation == "aux:pass" }
        sentence.tokens[found[0]].head = content
        sentence.tokens[found[0]].relation = isPassive ? "nsubj:pass" : "nsubj"
        sentence.tokens[content].relation = "ccomp"
    }

    /// "The car hit a rail; fuel, officials said, spilled.": so is a noun that the parser hung elsewhere.
    private static func giveNoun(before speaker: Int, of verb: Int, in sentence: inout Sentence) {
        let start = sentence.start(of: speaker)
        guard start >= 2, sentence.tokens[start - 1].form == ",", verb + 2 < sentence.tokens.count,
            sentence.tokens[verb + 1].form == ",",
            let content = sentence.dependents(of: verb).first(where: {
                $0 > verb && sentence.tokens[$0].relation == "ccomp"
            }), ["VBD", "VBZ", "VBP", "VBN"].contains(sentence.tokens[content].xpos),
            !sentence.dependents(of: content).contains(where: {
                sentence.tokens[$0].relation.contains("subj") || sentence.tokens[$0].relation == "mark"
            }), sentence.start(of: content) >= verb + 1
        else { return }
        // The noun phrase that ends at the comma.
        var noun = start - 2
        while sentence.tokens[noun].head >= 0, sentence.tokens[noun].head < start - 1,
            ["nmod", "flat", "compound", "nummod", "appos", "amod"].contains(sentence.tokens[noun].relation)
        {
            noun = sentence.tokens[noun].head
        }
        guard ["NOUN", "PROPN"].contains(sentence.tokens[noun].upos),
            ["obl", "obl:unmarked", "obj", "dep", "dislocated", "parataxis"].contains(sentence.tokens[noun].relation),
            !sentence.dominates(noun, verb),
            !sentence.dependents(of: noun).contains(where: { sentence.tokens[$0].relation == "case" }),
            [";", "—", "–", "-"].contains(sentence.tokens[max(0, sentence.start(of: noun) - 1)].form)
                || sentence.start(of: noun) == 0
        else { return }
        sentence.tokens[noun].head = content
        sentence.tokens[noun].relation = "nsubj"
        if sentence.tokens[content].xpos == "VBN" { sentence.tokens[content].xpos = "VBD" }
    }

    /// "The paper reported in May, nine had closed.": of two subjects of the content the one before the verb of saying is
    /// who says it.
    private static func takeSubject(_ verb: Int, in sentence: inout Sentence) {
        guard subjects(of: verb, in: sentence).isEmpty else { return }
        for content in sentence.dependents(of: verb)
        where sentence.tokens[content].relation == "ccomp" && content > verb {
            let found = subjects(of: content, in: sentence)
            guard found.count == 2, found[0] < verb, found[1] > verb else { continue }
            sentence.tokens[found[0]].head = verb
            sentence.tokens[found[0]].relation = "nsubj"
        }
    }

    /// "plans which analysts say could fail": the finite verb right behind the verb of saying, without a subject, is what
    /// they say.
    private static func takeContent(_ verb: Int, in sentence: inout Sentence) {
        guard sentence.tokens[verb].relation == "acl:relcl", !subjects(of: verb, in: sentence).isEmpty,
            !sentence.dependents(of: verb).contains(where: { sentence.tokens[$0].relation == "ccomp" })
        else { return }
        let noun = sentence.tokens[verb].head
        takeGovernor(verb, of: noun, in: &sentence)
        for content in sentence.tokens.indices
        where content > verb && sentence.tokens[content].head == noun
            && sentence.tokens[content].relation == "acl:relcl" && sentence.start(of: content) == verb + 1
            && subjects(of: content, in: sentence).isEmpty
            && sentence.dependents(of: content).contains(where: { sentence.tokens[$0].relation == "aux" })
        {
            sentence.tokens[content].head = verb
            sentence.tokens[content].relation = "ccomp"
        }
    }

    /// "made claims which analysts say could hurt": the verb right behind "say" is what they say, and the noun is no subject
    /// of it but the object of the verb above.
    private static func takeGovernor(_ verb: Int, of noun: Int, in sentence: inout Sentence) {
        guard noun >= 0 else { return }
        let content = sentence.tokens[noun].head
        guard content > verb, sentence.tokens[noun].relation.hasPrefix("nsubj"),
            let first = sentence.dependents(of: content).first(where: { $0 > verb }).map({ min($0, content) }),
            first == verb + 1, sentence.tokens[content].head >= 0, sentence.tokens[content].head < noun,
            ["ccomp", "xcomp"].contains(sentence.tokens[content].relation)
        else { return }
        sentence.tokens[noun].head = sentence.tokens[content].head
        sentence.tokens[noun].relation = "obj"
        sentence.tokens[content].head = verb
        sentence.tokens[content].relation = "ccomp"
    }

    /// "She said she had been well but had caught a cold.": a second pluperfect goes on with what is said.
    private static func giveConjunct(_ verb: Int, in sentence: inout Sentence) {
        guard sentence.tokens[verb].xpos == "VBD" else { return }
        let below = sentence.dependents(of: verb)
        guard let content = below.first(where: { sentence.tokens[$0].relation == "ccomp" && $0 > verb }),
            hasHad(content, in: sentence)
        else { return }
        for next in below
        where sentence.tokens[next].relation == "conj" && next > content && hasHad(next, in: sentence)
            && subjects(of: next, in: sentence).isEmpty
        {
            sentence.tokens[next].head = content
        }
    }

    /// "Police said that two were killed, and that nine were hurt.": a second "that" goes on with what is said.
    private static func giveSecondThat(_ verb: Int, in sentence: inout Sentence) {
        let below = sentence.dependents(of: verb)
        guard let content = below.first(where: { sentence.tokens[$0].relation == "ccomp" && $0 > verb }) else { return }
        // "said that A, that B and that C"
        for next in below
        where ["conj", "ccomp"].contains(sentence.tokens[next].relation) && next > content
            && hasThat(next, in: sentence)
        {
            guard sentence.tokens[next].relation == "conj" || hasThat(content, in: sentence) else { continue }
            sentence.tokens[next].head = content
            sentence.tokens[next].relation = "conj"
        }
    }

    private static func hasThat(_ clause: Int, in sentence: Sentence) -> Bool {
        sentence.dependents(of: clause).contains {
            sentence.tokens[$0].relation == "mark" && sentence.tokens[$0].form == "that"
        }
    }

    /// "She told reporters in Paris, where she met Vos, that talks had failed.": behind a comma "where" tells of the place.
    private static func giveWhere(_ verb: Int, in sentence: inout Sentence) {
        for clause in sentence.dependents(of: verb)
        where clause > verb && ["ccomp", "advcl", "parataxis"].contains(sentence.tokens[clause].relation) {
            let start = sentence.start(of: clause)
            let first = sentence.tokens[start].form == "," ? start + 1 : start
            guard first >= verb + 3, first < clause, ["where", "when"].contains(sentence.tokens[first].form),
                sentence.tokens[first - 1].form == ",",
                let place = sentence.dependents(of: verb).last(where: {
                    $0 < first && $0 > verb && ["obl", "obl:unmarked"].contains(sentence.tokens[$0].relation)
                }), sentence.end(of: place) >= first - 2
            else { continue }
            sentence.tokens[clause].head = place
            sentence.tokens[clause].relation = "acl:relcl"
            return
        }
    }

    private static func hasHad(_ verb: Int, in sentence: Sentence) -> Bool {
        sentence.dependents(of: verb).contains {
            sentence.tokens[$0].relation == "aux" && sentence.tokens[$0].form.lowercased() == "had"
        }
    }
}
