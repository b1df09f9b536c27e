import English

/// "Rescuers, according to the ministry, found ten."; "Rescuers according to the ministry found ten."; "Fitness was a factor
/// in that, according to Holm."
///
/// Behind "according to" stands who says it, and no subject of the verb; and all of the clause is theirs, whatever noun the
/// tree hangs them on.
enum AccordingRepair {
    static func apply(to sentence: inout Sentence) {
        for according in sentence.tokens.indices.dropLast(2)
        where sentence.tokens[according].form.lowercased() == "according"
            && sentence.tokens[according + 1].form.lowercased() == "to"
        {
            if sentence.tokens[according].relation == "case" {
                joinClause(according, in: &sentence)
            } else {
                giveSource(to: according, in: &sentence)
            }
        }
    }

    /// "Rescuers, according to the ministry, found ten.": the ministry finds nothing.
    private static func giveSource(to according: Int, in sentence: inout Sentence) {
        guard
            let source = sentence.tokens.indices.first(where: { token in
                token > according + 1 && ["NOUN", "PROPN", "PRON"].contains(sentence.tokens[token].upos)
                    && ["nsubj", "nsubj:pass", "obj", "obl", "nmod", "pobj"].contains(sentence.tokens[token].relation)
                    && sentence.start(of: token) == according + 2
            }), !sentence.dominates(according, sentence.tokens[source].head)
        else { return }
        for child in sentence.dependents(of: according) where child != according + 1 {
            sentence.tokens[child].head = source
        }
        sentence.tokens[source].relation = "obl"
        sentence.tokens[according].head = source
        sentence.tokens[according].relation = "case"
        sentence.tokens[according + 1].head = according
        sentence.tokens[according + 1].relation = "fixed"
    }

    /// "Fitness was a factor in that according to Holm.": the source of the clause, and not of a noun in it.
    private static func joinClause(_ according: Int, in sentence: inout Sentence) {
        guard let source = sentence.governor(of: according), sentence.tokens[source].relation == "nmod",
            let noun = sentence.governor(of: source), noun < according
        else { return }
        var at = noun
        while !isPredicate(at, in: sentence), let above = sentence.governor(of: at) { at = above }
        guard isPredicate(at, in: sentence), at != source, !sentence.dominates(source, at) else { return }
        sentence.tokens[source].head = at
        sentence.tokens[source].relation = "obl"
    }

    private static func isPredicate(_ token: Int, in sentence: Sentence) -> Bool {
        sentence.tokens[token].upos == "VERB"
            || sentence.dependents(of: token).contains { sentence.tokens[$0].relation == "cop" }
    }
}
