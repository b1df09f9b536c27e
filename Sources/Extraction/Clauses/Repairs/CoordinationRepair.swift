import English

/// "They said troops had beaten the rebels and Malta would send aid.": "Malta" is the subject of "would send", and no
/// second object of "beaten"; and what is joined to the content by "and" alone is said as well.
///
/// Between two verbs that share a subject the "and" stands right before the second; where a noun phrase stands between
/// the two, it is the second verb's subject.
enum CoordinationRepair {
    static func apply(to sentence: inout Sentence) {
        for verb in sentence.tokens.indices where sentence.tokens[verb].upos == "VERB" {
            giveSubject(to: verb, in: &sentence)
        }
        for verb in sentence.tokens.indices where sentence.tokens[verb].relation == "conj" {
            joinContent(verb, in: &sentence)
            joinNearest(verb, in: &sentence)
        }
    }

    private static func giveSubject(to verb: Int, in sentence: inout Sentence) {
        guard
            ["conj", "ccomp", "advcl", "parataxis", "acl", "acl:relcl", "dep"].contains(sentence.tokens[verb].relation),
            sentence.isFiniteVerb(verb), !sentence.hasSubject(verb)
        else { return }
        // The verb's own words begin with an auxiliary, an adverb or the verb itself.
        var first = verb
        while first > 0, sentence.tokens[first - 1].head == verb,
            ["AUX", "ADV", "PART"].contains(sentence.tokens[first - 1].upos)
        { first -= 1 }
        guard !sentence.dependents(of: verb).contains(where: { $0 < first && sentence.tokens[$0].relation != "punct" }),
            let noun = (0..<first).last(where: { token in
                sentence.tokens[token].relation == "conj"
                    && ["NOUN", "PROPN", "PRON"].contains(sentence.tokens[token].upos)
                    && !sentence.dominates(verb, token) && sentence.end(of: token) == first - 1
            }),
            !sentence.dominates(noun, verb),
            let and = sentence.dependents(of: noun).first(where: {
                sentence.tokens[$0].relation == "cc" && sentence.tokens[$0].form.lowercased() == "and"
            }),
            and < noun
        else { return }
        let other = sentence.tokens[noun].head
        guard other >= 0, other < noun else { return }
        // The clause of the other noun: up to a verb that stands before it.
        var governor = sentence.tokens[other].head
        while governor >= 0, !["VERB", "AUX"].contains(sentence.tokens[governor].upos) {
            governor = sentence.tokens[governor].head
        }
        guard governor >= 0, governor < other, !sentence.dominates(verb, governor) else { return }
        sentence.tokens[noun].head = verb
        sentence.tokens[noun].relation =
            sentence.dependents(of: verb).contains { sentence.tokens[$0].relation == "aux:pass" }
            ? "nsubj:pass" : "nsubj"
        sentence.tokens[and].head = verb
        sentence.tokens[verb].head = governor
        sentence.tokens[verb].relation = "conj"
    }

    /// "She called; officers came and asked her friends.": a verb behind "and" goes on with the clause right before it.
    private static func joinNearest(_ verb: Int, in sentence: inout Sentence) {
        let first = sentence.tokens[verb].head
        guard first >= 0, first < verb, sentence.tokens[verb].upos == "VERB", !sentence.hasSubject(verb),
            let and = sentence.dependents(of: verb).first(where: { sentence.tokens[$0].relation == "cc" }),
            and > first, sentence.tokens[and - 1].upos != "PUNCT",
            let nearest = sentence.dependents(of: first).last(where: {
                $0 > first && $0 < and && ["parataxis", "conj"].contains(sentence.tokens[$0].relation)
            }),
            sentence.hasSubject(nearest), sentence.isFiniteVerb(nearest),
            sentence.tokens[nearest].upos == "VERB", sentence.end(of: nearest) == and - 1,
            sentence.tokens[nearest].xpos == sentence.tokens[verb].xpos
        else { return }
        sentence.tokens[verb].head = nearest
    }

    private static func joinContent(_ verb: Int, in sentence: inout Sentence) {
        let saying = sentence.tokens[verb].head
        guard saying >= 0, saying < verb, sentence.tokens[saying].upos == "VERB",
            ComplementTable.content[sentence.tokens[saying].lemma] != nil,
            ComplementTable.content[sentence.tokens[verb].lemma] == nil,
            sentence.hasSubject(verb),
            let content = sentence.dependents(of: saying).first(where: {
                sentence.tokens[$0].relation == "ccomp" && $0 > saying && $0 < verb
            }),
            let and = sentence.dependents(of: verb).first(where: {
                sentence.tokens[$0].relation == "cc" && $0 > content
            }),
            ["and", "but"].contains(sentence.tokens[and].form.lowercased()),
            sentence.tokens[and - 1].upos != "PUNCT"
        else { return }
        sentence.tokens[verb].head = content
    }
}

extension Sentence {
    /// Whether a verb or one of its auxiliaries is finite.
    func isFiniteVerb(_ verb: Int) -> Bool {
        if ["VBD", "VBZ", "VBP"].contains(tokens[verb].xpos) { return true }
        return tokens.contains {
            $0.head == verb && ["aux", "cop", "aux:pass"].contains($0.relation)
                && ["MD", "VBD", "VBZ", "VBP"].contains($0.xpos)
        }
    }

    /// Whether a word has a subject of its own.
    func hasSubject(_ predicate: Int) -> Bool {
        tokens.contains {
            $0.head == predicate
                && ($0.relation.hasPrefix("nsubj") || $0.relation.hasPrefix("csubj") || $0.relation == "expl")
        }
    }
}
