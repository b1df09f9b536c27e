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

    /// "where fighting between Malta and Norway has claimed lives": the fighting has, though the parser lets Norway alone do it
    /// and joins the verb to the fighting.
    private static func raise(behind between: Int, in sentence: inout Sentence) {
        guard let first = sentence.governor(of: between), let noun = sentence.governor(of: first),
            noun == between - 1,
            let verb = sentence.dependents(of: noun).first(where: {
                $0 > first && sentence.tokens[$0].relation == "conj" && sentence.tokens[$0].upos == "VERB"
            }), let second = sentence.dependents(of: verb).first(where: { sentence.tokens[$0].relation == "nsubj" }),
            second > first,
            let and = sentence.dependents(of: verb).first(where: { sentence.tokens[$0].relation == "cc" }),
            and == sentence.end(of: first) + 1, sentence.start(of: second) == and + 1
        else { return }
        let others = sentence.dependents(of: noun).filter { $0 < noun && sentence.tokens[$0].relation == "advmod" }
        for other in others { sentence.tokens[other].head = verb }
        sentence.tokens[verb].head = sentence.tokens[noun].head
        sentence.tokens[verb].relation = sentence.tokens[noun].relation
        sentence.tokens[noun].head = verb
        sentence.tokens[noun].relation = "nsubj"
        sentence.tokens[noun].upos = "NOUN"
        sentence.tokens[noun].xpos = "NN"
        sentence.tokens[first].relation = "nmod"
        sentence.tokens[second].head = first
        sentence.tokens[second].relation = "conj"
        sentence.tokens[and].head = second
    }
}
