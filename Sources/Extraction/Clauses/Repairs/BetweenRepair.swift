import English

/// "Tensions between the army and the militia erupted.": what stands between two has two names, and the second acts alone
/// as little as the first.
enum BetweenRepair {
    static func apply(to sentence: inout Sentence) {
        for between in sentence.tokens.indices
        where sentence.tokens[between].form.lowercased() == "between" && sentence.tokens[between].relation == "case" {
            guard let first = sentence.governor(of: between),
                !sentence.dependents(of: first).contains(where: { sentence.tokens[$0].relation == "conj" })
            else { continue }
            let and = sentence.end(of: first) + 1
            guard and < sentence.tokens.count, sentence.tokens[and].form == "and",
                let second = sentence.governor(of: and), second > and,
                sentence.tokens[second].relation.hasPrefix("nsubj"), sentence.start(of: second) >= and,
                let verb = sentence.governor(of: second), verb > second,
                sentence.dependents(of: verb).contains(where: {
                    $0 < between && sentence.tokens[$0].relation.hasPrefix("nsubj")
                })
            else { continue }
            sentence.tokens[second].head = first
            sentence.tokens[second].relation = "conj"
        }
        for between in sentence.tokens.indices
        where sentence.tokens[between].form.lowercased() == "between" && sentence.tokens[between].relation == "case" {
            raise(behind: between, in: &sentence)
        }
    }

    /// "where fighting between Malta and Norway | has claimed lives": the fighting has, though the parser gives either verb a clause
    /// of its own.
    private static func raise(behind between: Int, in sentence: inout Sentence) {
        guard let first = sentence.governor(of: between), let noun = sentence.governor(of: first),
            noun == between - 1, sentence.tokens[noun].xpos == "VBG", !sentence.hasSubject(noun),
            let above = sentence.governor(of: noun),
            let verb = sentence.dependents(of: above).first(where: {
                $0 > first && sentence.tokens[$0].upos == "VERB"
                    && sentence.tokens[$0].relation == sentence.tokens[noun].relation
                    && sentence.start(of: $0) == sentence.end(of: first) + 1
            }), !sentence.hasSubject(verb)
        else { return }
        for other in sentence.dependents(of: noun) where other < noun { sentence.tokens[other].head = verb }
        sentence.tokens[noun].head = verb
        sentence.tokens[noun].relation = "nsubj"
        sentence.tokens[noun].upos = "NOUN"
        sentence.tokens[noun].xpos = "NN"
        sentence.tokens[first].relation = "nmod"
    }
}
