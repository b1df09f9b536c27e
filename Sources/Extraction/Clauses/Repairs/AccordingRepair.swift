import English

/// "Fitness was a factor in that, according to Holm.": all of it is Holm's, whatever noun the tree hangs her on.
enum AccordingRepair {
    static func apply(to sentence: inout Sentence) {
        for according in sentence.tokens.indices
        where sentence.tokens[according].form.lowercased() == "according"
            && sentence.tokens[according].relation == "case"
        {
            guard let source = sentence.governor(of: according), sentence.tokens[source].relation == "nmod",
                let noun = sentence.governor(of: source), noun < according
            else { continue }
            var at = noun
            while !isPredicate(at, in: sentence), let above = sentence.governor(of: at) { at = above }
            guard isPredicate(at, in: sentence), at != source, !sentence.dominates(source, at) else { continue }
            sentence.tokens[source].head = at
            sentence.tokens[source].relation = "obl"
        }
    }

    private static func isPredicate(_ token: Int, in sentence: Sentence) -> Bool {
        sentence.tokens[token].upos == "VERB"
            || sentence.dependents(of: token).contains { sentence.tokens[$0].relation == "cop" }
    }
}
