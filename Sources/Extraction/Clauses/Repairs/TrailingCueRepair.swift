import English

/// "The party had won, the commission announced on Sunday.": a verb of saying with its own subject behind a comma, and
/// nothing said behind it, says what stands before, and is no second statement.
///
/// "The shop was shut and nobody was hurt, said the mayor.": the same with the speaker behind the verb.
///
/// "Shots fell when gunmen attacked a market, officials said.": where both clauses became what was said, the one with
/// "when" belongs to the other.
enum TrailingCueRepair {
    static func apply(to sentence: inout Sentence) {
        for verb in sentence.tokens.indices where sentence.tokens[verb].upos == "VERB" {
            joinContents(of: verb, in: &sentence)
            guard sentence.tokens[verb].relation == "conj", isCue(verb, sentence) || isInverted(verb, sentence) else {
                continue
            }
            sentence.tokens[verb].relation = "parataxis"
        }
    }

    private static func isCue(_ verb: Int, _ sentence: Sentence) -> Bool {
        guard ["VBD", "VBZ", "VBP"].contains(sentence.tokens[verb].xpos), sentence.tokens[verb].head < verb,
            Lexicon.contains(sentence.tokens[verb].lemma, in: .sayingVerb)
        else { return false }
        let below = sentence.dependents(of: verb)
        guard let subject = below.first(where: { sentence.tokens[$0].relation == "nsubj" }), subject < verb,
            !below.contains(where: {
                ["cc", "obj", "ccomp", "xcomp", "mark", "conj", "aux"].contains(sentence.tokens[$0].relation)
            })
        else { return false }
        let start = sentence.start(of: subject)
        // Only the subject between the comma and the verb, and the sentence's end behind it.
        return start > 0 && sentence.tokens[start - 1].form == ","
            && (start..<verb).allSatisfy { sentence.dominates(subject, $0) || sentence.tokens[$0].relation == "advmod" }
            && (sentence.end(of: verb) + 1..<sentence.tokens.count).allSatisfy { sentence.tokens[$0].upos == "PUNCT" }
    }

    private static func isInverted(_ verb: Int, _ sentence: Sentence) -> Bool {
        guard ["VBD", "VBZ"].contains(sentence.tokens[verb].xpos), verb > 1, sentence.tokens[verb - 1].form == ",",
            sentence.tokens[verb].head < verb, Lexicon.contains(sentence.tokens[verb].lemma, in: .sayingVerb)
        else { return false }
        let below = sentence.dependents(of: verb)
        guard let subject = below.first(where: { sentence.tokens[$0].relation == "nsubj" }),
            sentence.start(of: subject) == verb + 1
        else { return false }
        return !below.contains {
            ["cc", "obj", "ccomp", "xcomp", "mark", "aux"].contains(sentence.tokens[$0].relation)
        }
    }

    private static func joinContents(of verb: Int, in sentence: inout Sentence) {
        let contents = sentence.dependents(of: verb).filter { $0 < verb && sentence.tokens[$0].relation == "ccomp" }
        guard contents.count == 2, let first = contents.first, let second = contents.last else { return }
        let markers = ["when", "while", "after", "before", "because", "as", "although", "though", "since", "if"]
        let start = sentence.start(of: second)
        guard start > first, markers.contains(sentence.tokens[start].form.lowercased()),
            sentence.tokens[start].head == second
        else { return }
        sentence.tokens[second].head = first
        sentence.tokens[second].relation = "advcl"
    }
}
