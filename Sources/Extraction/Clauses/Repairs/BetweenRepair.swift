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
    }
}
