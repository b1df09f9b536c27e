import English

/// "Unions claim talks could fail.": "talks" is the subject of "could fail", not the object of "claim".
///
/// Without a "that", parsers take the noun after a verb of saying for its object, and hang the clause anywhere. A finite
/// verb right behind that noun, with no subject of its own, is the content, and the noun its subject.
enum LostSubjectRepair {
    static func apply(to sentence: inout Sentence) {
        for governor in sentence.tokens.indices {
            raise(governor, in: &sentence)
            give(governor, in: &sentence)
            hang(governor, in: &sentence)
        }
    }

    /// "Activists claim rules are ignored.": the clause of saying hung under its own content is the main clause.
    private static func raise(_ saying: Int, in sentence: inout Sentence) {
        let content = sentence.tokens[saying].head
        guard content > saying, isSaying(saying, sentence),
            ["advcl", "parataxis", "dep", "dislocated"].contains(sentence.tokens[saying].relation),
            hasSubject(saying, sentence), hasSubject(content, sentence), isFinite(content, sentence),
            !sentence.dependents(of: saying).contains(where: {
                ["mark", "ccomp", "obj"].contains(sentence.tokens[$0].relation)
            })
        else { return }
        // The content begins right behind the verb, without a comma.
        let rest = sentence.tokens.indices.first { $0 > saying && !sentence.dominates(saying, $0) }
        guard rest == saying + 1, sentence.tokens[saying + 1].upos != "PUNCT", sentence.dominates(content, saying + 1),
            sentence.start(of: saying) <= saying,
            !sentence.dependents(of: content).contains(where: { $0 < sentence.start(of: saying) })
        else { return }
        sentence.tokens[saying].head = sentence.tokens[content].head
        sentence.tokens[saying].relation = sentence.tokens[content].relation
        sentence.tokens[content].head = saying
        sentence.tokens[content].relation = "ccomp"
    }

    private static func give(_ saying: Int, in sentence: inout Sentence) {
        guard isSaying(saying, sentence) else { return }
        let objects = sentence.dependents(of: saying).filter {
            $0 > saying
                && (sentence.tokens[$0].relation == "obj" || isBareNoun($0, in: sentence)
                    || sentence.tokens[$0].relation == "iobj" && sentence.tokens[saying].lemma != "tell")
        }
        guard objects.count == 1, let object = objects.first, sentence.tokens[object].upos != "VERB",
            let verb = verb(behind: object, of: saying, in: sentence)
        else { return }
        // "reported the airline due to a strike had cut flights": what stands between belongs to what is said.
        for aside in asides(of: saying, between: object, and: verb, in: sentence) {
            let isClause = sentence.tokens[aside].relation == "ccomp"
            sentence.tokens[aside].head = isClause ? object : verb
            if isClause { sentence.tokens[aside].relation = "acl" }
        }
        sentence.tokens[verb].head = saying
        sentence.tokens[verb].relation = "ccomp"
        sentence.tokens[object].head = verb
        let isPassive = sentence.dependents(of: verb).contains { sentence.tokens[$0].relation == "aux:pass" }
        sentence.tokens[object].relation = isPassive ? "nsubj:pass" : "nsubj"
    }

    /// "said the road, which is straight, will be closed": a noun alone is no clause.
    private static func isBareNoun(_ token: Int, in sentence: Sentence) -> Bool {
        sentence.tokens[token].relation == "ccomp" && ["NOUN", "PROPN"].contains(sentence.tokens[token].upos)
            && !sentence.dependents(of: token).contains {
                let relation = sentence.tokens[$0].relation
                return relation == "cop" || relation.contains("subj") || relation == "aux" || relation == "mark"
            }
    }

    /// Phrases of the verb of saying, and a clause with "that", between a noun and the verb that it is the subject of.
    private static func asides(of saying: Int, between object: Int, and verb: Int, in sentence: Sentence) -> [Int] {
        sentence.dependents(of: saying).filter { aside in
            guard aside > object, aside < verb, sentence.start(of: aside) > object, sentence.end(of: aside) < verb
            else { return false }
            if sentence.tokens[aside].relation.hasPrefix("obl") { return true }
            return sentence.tokens[aside].relation == "ccomp"
                && sentence.dependents(of: aside).contains {
                    sentence.tokens[$0].relation == "mark" && sentence.tokens[$0].form == "that"
                }
        }
    }

    /// "a statement agreeing the vote should be put off": a finite clause with a subject of its own right behind a verb of
    /// saying is what is said, though the parser hung it on the noun before.
    private static func hang(_ saying: Int, in sentence: inout Sentence) {
        guard isSaying(saying, sentence), saying + 2 < sentence.tokens.count,
            sentence.tokens[saying + 1].upos != "PUNCT",
            !sentence.dependents(of: saying).contains(where: {
                ["ccomp", "obj", "xcomp", "aux:pass"].contains(sentence.tokens[$0].relation)
            })
        else { return }
        var clause = sentence.tokens[saying + 1].head
        var steps = 0
        while clause >= 0, steps < sentence.tokens.count, !hasSubject(clause, sentence) {
            clause = sentence.tokens[clause].head
            steps += 1
        }
        guard clause > saying + 1, isFinite(clause, sentence), sentence.tokens[clause].head >= 0,
            ["acl", "acl:relcl", "parataxis", "advcl", "dep"].contains(sentence.tokens[clause].relation),
            sentence.tokens[clause].head < saying, sentence.dominates(sentence.tokens[clause].head, saying),
            !sentence.dominates(clause, saying), sentence.start(of: clause) == saying + 1,
            let subject = sentence.dependents(of: clause).first(where: {
                sentence.tokens[$0].relation.hasPrefix("nsubj")
            }), sentence.start(of: subject) == saying + 1,
            !["WDT", "WP"].contains(sentence.tokens[subject].xpos)
        else { return }
        sentence.tokens[clause].head = saying
        sentence.tokens[clause].relation = "ccomp"
    }

    /// The finite verb, or the predicate with a copula, right behind a noun phrase: only its own auxiliaries and adverbs
    /// stand in between.
    private static func verb(behind object: Int, of saying: Int, in sentence: Sentence) -> Int? {
        for verb in sentence.tokens.indices where verb > object {
            guard
                ["ccomp", "conj", "parataxis", "acl", "acl:relcl", "advcl", "xcomp", "dep"].contains(
                    sentence.tokens[verb].relation),
                isFinite(verb, sentence) || isBareParticiple(verb, saying, sentence), !hasSubject(verb, sentence),
                !sentence.dependents(of: verb).contains(where: {
                    (sentence.tokens[$0].relation == "cc"
                        || sentence.tokens[$0].relation == "mark" && sentence.tokens[$0].xpos != "TO") && $0 < verb
                }),
                !sentence.dominates(verb, saying)
            else { continue }
            // 'found the advice "was wrong"'
            let between = (object + 1..<verb).filter { !["\"", "“", "”", "``"].contains(sentence.tokens[$0].form) }
            // "reported Vos, who died in Lund, will be buried there": what stands between commas is the noun's.
            let asides = asides(of: saying, between: object, and: verb, in: sentence)
            let hasAside =
                !asides.isEmpty
                || (object + 1..<verb).contains {
                    ["acl", "acl:relcl", "appos"].contains(sentence.tokens[$0].relation)
                        && sentence.dominates(object, $0)
                }
            let isBehind = between.allSatisfy { token in
                if sentence.tokens[token].form == ",", sentence.dominates(verb, token) {
                    // The comma that ends an aside, where another begins it.
                    return hasAside && between.count { sentence.tokens[$0].form == "," } > 1
                }
                if sentence.dominates(verb, token) {
                    return ["AUX", "ADV", "PART", "ADP", "DET", "ADJ", "NUM", "NOUN", "PROPN"].contains(
                        sentence.tokens[token].upos) || sentence.tokens[token].form.hasSuffix("self")
                }
                if sentence.tokens[token].form == "," { return hasAside }
                return sentence.dominates(object, token) || asides.contains { sentence.dominates($0, token) }
            }
            // What stands between belongs to the noun first, then to the verb.
            let firstOwn = between.first { sentence.dominates(verb, $0) && sentence.tokens[$0].form != "," } ?? verb
            let isOrdered = between.allSatisfy { $0 < firstOwn || sentence.dominates(verb, $0) }
            if isBehind, isOrdered, startsFinite(firstOwn, verb, sentence) { return verb }
            return nil
        }
        return nil
    }

    /// The verb's own words begin with its auxiliary, copula, an adverb or the verb itself.
    private static func startsFinite(_ first: Int, _ verb: Int, _ sentence: Sentence) -> Bool {
        first == verb || ["AUX", "ADV", "PART"].contains(sentence.tokens[first].upos)
            // "hypothesized the lava itself would cause it"
            || sentence.tokens[first].form.hasSuffix("self")
    }

    /// After say and claim, which take no things as objects, even a participle is a past tense.
    private static func isBareParticiple(_ verb: Int, _ saying: Int, _ sentence: Sentence) -> Bool {
        sentence.tokens[verb].xpos == "VBN"
            && ["say", "claim", "insist", "argue", "allege", "contend"].contains(sentence.tokens[saying].lemma)
            && !sentence.dependents(of: verb).contains { sentence.tokens[$0].relation == "obl:agent" }
    }

    private static func isSaying(_ token: Int, _ sentence: Sentence) -> Bool {
        sentence.tokens[token].upos == "VERB" && ComplementTable.content[sentence.tokens[token].lemma] != nil
            && ["VBD", "VBZ", "VBP", "VBN", "VBG", "VB"].contains(sentence.tokens[token].xpos)
    }

    private static func hasSubject(_ token: Int, _ sentence: Sentence) -> Bool {
        sentence.dependents(of: token).contains {
            let relation = sentence.tokens[$0].relation
            return relation.hasPrefix("nsubj") || relation.hasPrefix("csubj") || relation == "expl"
        }
    }

    private static func isFinite(_ verb: Int, _ sentence: Sentence) -> Bool {
        if ["VBD", "VBZ", "VBP"].contains(sentence.tokens[verb].xpos) { return true }
        return sentence.dependents(of: verb).contains { token in
            ["aux", "cop", "aux:pass"].contains(sentence.tokens[token].relation)
                && ["MD", "VBD", "VBZ", "VBP"].contains(sentence.tokens[token].xpos)
        }
    }
}
