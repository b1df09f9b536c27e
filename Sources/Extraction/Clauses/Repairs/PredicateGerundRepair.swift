import English

/// "Another problem is combining work with a family."; "The difficulty is that it is hard to find them."
///
/// A problem or an aim does nothing: the gerund behind "is" says what it is, and so does the clause behind "is that".
enum PredicateGerundRepair {
    static func apply(to sentence: inout Sentence) {
        for verb in sentence.tokens.indices.dropFirst()
        where sentence.tokens[verb].xpos == "VBG" && sentence.tokens[verb - 1].lemma == "be"
            || ["ADJ", "NOUN"].contains(sentence.tokens[verb].upos)
        {
            let below = sentence.dependents(of: verb).filter { $0 < verb }
            let subjects = below.filter { sentence.tokens[$0].relation == "nsubj" }
            guard subjects.count == 1, let subject = subjects.first, sentence.tokens[subject].upos == "NOUN" else {
                continue
            }
            if sentence.tokens[verb].xpos == "VBG", sentence.tokens[verb - 1].lemma == "be",
                abstract.contains(sentence.tokens[subject].lemma.lowercased()),
                sentence.dependents(of: verb).contains(where: {
                    $0 > verb && ["obj", "xcomp"].contains(sentence.tokens[$0].relation)
                }),
                below.filter({ sentence.tokens[$0].relation == "aux" }) == [verb - 1]
            {
                sentence.tokens[subject].relation = "nsubj:outer"
                sentence.tokens[verb - 1].relation = "cop"
                continue
            }
            // "is that it is hard": two copulas, with "that" behind the first.
            let copulas = below.filter { sentence.tokens[$0].relation == "cop" }
            guard copulas.count == 2, subject < copulas[0],
                sentence.tokens[copulas[0] + 1].form.lowercased() == "that",
                sentence.tokens[copulas[0] + 1].relation == "mark",
                below.contains(where: {
                    sentence.tokens[$0].relation == "expl" && $0 > copulas[0] && $0 < copulas[1]
                })
            else { continue }
            sentence.tokens[subject].relation = "nsubj:outer"
        }
    }

    private static let abstract: Set<String> = [
        "problem", "goal", "aim", "challenge", "task", "idea", "difficulty", "priority", "focus", "key", "step",
        "solution", "hobby", "purpose", "objective", "trick", "secret", "alternative", "option", "thing", "part",
        "mistake",
    ]
}
