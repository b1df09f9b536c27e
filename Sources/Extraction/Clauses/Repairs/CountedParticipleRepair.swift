import English

/// "Six people were killed and 20 injured."; "34 people have been killed and more than 12,000 displaced by floods."
///
/// Behind a passive and an "and", a number right before a participle is what undergoes it: the auxiliary is left out, and the
/// first number has no part in it.
enum CountedParticipleRepair {
    static func apply(to sentence: inout Sentence) {
        for verb in sentence.tokens.indices.dropFirst()
        where ["VBN", "VBD"].contains(sentence.tokens[verb].xpos) && sentence.tokens[verb].upos != "AUX" {
            if sentence.hasSubject(verb) { trust(verb, in: &sentence) } else { repair(verb, in: &sentence) }
        }
    }

    /// "12 were killed and 30 others injured": who is counted right before such a word undergoes it, whatever the parser thinks.
    private static func trust(_ verb: Int, in sentence: inout Sentence) {
        guard ["injured", "wounded", "killed", "hurt", "arrested", "detained"].contains(sentence.tokens[verb].form),
            sentence.tokens[verb].relation == "conj", isCount(verb - 1, in: sentence),
            sentence.tokens[verb - 1].head == verb, sentence.tokens[verb - 1].relation == "nsubj:pass",
            joint(before: verb - 1, in: sentence) != nil
        else { return }
        sentence.tokens[verb - 1].probability = 1
        sentence.tokens[verb].probability = 1
    }

    private static func repair(_ verb: Int, in sentence: inout Sentence) {
        let count = verb - 1
        guard isCount(count, in: sentence), let joint = joint(before: count, in: sentence),
            let first = passive(before: joint, of: verb, count, in: sentence),
            !sentence.dependents(of: verb).contains(where: {
                ["obj", "aux", "aux:pass", "cop"].contains(sentence.tokens[$0].relation)
            })
        else { return }
        for token in joint + 1..<count where !(joint + 1...count).contains(sentence.tokens[token].head) {
            sentence.tokens[token].head = count
            sentence.tokens[token].relation = sentence.tokens[token].form.lowercased() == "least" ? "nmod" : "advmod"
        }
        sentence.tokens[count].head = verb
        sentence.tokens[count].relation = "nsubj:pass"
        sentence.tokens[verb].head = first
        sentence.tokens[verb].relation = "conj"
        sentence.tokens[verb].upos = "VERB"
        sentence.tokens[verb].xpos = "VBN"
        sentence.tokens[joint].head = verb
    }

    /// "20", "20 others", "dozens"
    static func isCount(_ token: Int, in sentence: Sentence) -> Bool {
        if sentence.tokens[token].xpos == "CD" { return true }
        guard sentence.tokens[token].upos == "NOUN" else { return false }
        if ["dozens", "scores", "hundreds", "thousands", "others"].contains(sentence.tokens[token].form.lowercased()) {
            return true
        }
        return sentence.tokens[token].xpos == "NNS" && token > 0 && sentence.tokens[token - 1].xpos == "CD"
    }

    /// The "and" or comma that the counted phrase begins behind, over the words that bound its number.
    private static func joint(before count: Int, in sentence: Sentence) -> Int? {
        var token = count - 1
        while token >= max(0, count - 6) {
            if sentence.tokens[token].upos == "CCONJ" || sentence.tokens[token].form == "," { return token }
            guard sentence.tokens[token].xpos == "CD" || bounding.contains(sentence.tokens[token].form.lowercased())
            else { return nil }
            token -= 1
        }
        return nil
    }

    /// The passive with a subject of its own that the participle goes on with.
    private static func passive(before joint: Int, of verb: Int, _ count: Int, in sentence: Sentence) -> Int? {
        var at = sentence.tokens[verb].head
        if at == count { at = sentence.tokens[count].head }
        while at >= joint { at = sentence.tokens[at].head }
        // Where the number was joined to the first subject, that subject's verb is the passive.
        if at >= 0, sentence.tokens[at].relation.hasPrefix("nsubj"), sentence.tokens[at].head < joint {
            at = sentence.tokens[at].head
        }
        guard at >= 0, at < joint, sentence.tokens[at].xpos == "VBN",
            sentence.dependents(of: at).contains(where: {
                $0 < at && sentence.tokens[$0].relation == "nsubj:pass"
            })
        else { return nil }
        return at
    }

    private static let bounding: Set<String> = [
        "at", "least", "most", "more", "than", "fewer", "less", "about", "around", "over", "nearly", "almost", "some",
        "another", "up", "to", "as", "many", "an", "estimated", "approximately", "roughly", "no", "just", "under",
        "several", "a", "further", "other",
    ]
}
