import English

/// "He wants peace, a goal many experts deem unrealistic.": the clause on a noun without a relative word.
///
/// Parsers hang both nouns on the verb as subjects. Two noun phrases side by side before a verb are a noun and the subject
/// of its relative clause.
enum DoubleSubjectRepair {
    static func apply(to sentence: inout Sentence) {
        for verb in sentence.tokens.indices where sentence.tokens[verb].upos == "VERB" {
            let subjects = sentence.dependents(of: verb).filter {
                sentence.tokens[$0].relation == "nsubj" && $0 < verb
                    && ["NOUN", "PROPN", "PRON"].contains(sentence.tokens[$0].upos)
            }
            if subjects.count == 2, isModifier(subjects[0], of: subjects[1], in: sentence) {
                sentence.tokens[subjects[0]].head = subjects[1]
                sentence.tokens[subjects[0]].relation = "compound"
                for number in subjects[0] + 1..<subjects[1] {
                    sentence.tokens[number].head = subjects[0]
                    sentence.tokens[number].relation = "nummod"
                }
                for article in sentence.dependents(of: subjects[0]) where article < subjects[0] {
                    sentence.tokens[article].head = subjects[1]
                }
                continue
            }
            if subjects.count == 2, joinName(subjects[0], subjects[1], in: &sentence) { continue }
            guard subjects.count == 2, sentence.tokens[subjects[0]].upos == "NOUN",
                areAdjacent(subjects[0], subjects[1], in: sentence),
                !sentence.dependents(of: verb).contains(where: { sentence.tokens[$0].relation == "obj" })
            else { continue }
            let noun = subjects[0]
            let outer = (sentence.tokens[verb].head, sentence.tokens[verb].relation)
            // With a comma before it the noun stands beside what comes before; a subject needs a verb of its own.
            guard outer.0 >= 0, outer.0 < noun, outer.1 != "root" else { continue }
            sentence.tokens[noun].head = outer.0
            sentence.tokens[noun].relation = "appos"
            sentence.tokens[verb].head = noun
            sentence.tokens[verb].relation = "acl:relcl"
            for token in sentence.tokens.indices
            where token < noun && sentence.tokens[token].head == subjects[1] {
                sentence.tokens[token].head = noun
            }
            for mark in sentence.dependents(of: verb) where mark < noun { sentence.tokens[mark].head = noun }
        }
    }

    /// "newspaper The Courier reported": what it is stands before its name; "Ohio and Texas officials said": the officials of both.
    private static func joinName(_ first: Int, _ second: Int, in sentence: inout Sentence) -> Bool {
        let next = sentence.end(of: first) + 1
        guard next < second else { return false }
        if sentence.tokens[first].xpos == "NN", sentence.start(of: first) == first, next == first + 1,
            sentence.tokens[next].form == "The", sentence.start(of: second) == next,
            sentence.tokens[second].upos == "PROPN"
        {
            sentence.tokens[first].head = second
            sentence.tokens[first].relation = "nmod:desc"
            return true
        }
        if sentence.tokens[first].upos == "PROPN", ["and", "or"].contains(sentence.tokens[next].form),
            sentence.tokens[next].head == second, sentence.start(of: second) == next,
            sentence.tokens[second].xpos == "NNS", sentence.tokens[second - 1].upos == "PROPN",
            let name = sentence.dependents(of: second).last(where: {
                $0 < second && sentence.tokens[$0].relation == "compound"
            })
        {
            sentence.tokens[first].head = second
            sentence.tokens[first].relation = "compound"
            sentence.tokens[name].head = first
            sentence.tokens[name].relation = "conj"
            sentence.tokens[next].head = name
            return true
        }
        return false
    }

    /// Whether two noun phrases stand side by side: every word between them belongs to one of the two.
    private static func areAdjacent(_ first: Int, _ second: Int, in sentence: Sentence) -> Bool {
        (first + 1..<second).allSatisfy { token in
            sentence.tokens[token].upos != "PUNCT"
                && (sentence.dominates(first, token) || sentence.dominates(second, token))
        }
    }

    /// "Ceasefire Talks Stalled": a lone singular noun right before the noun that the verb agrees with, both without a
    /// determiner, is a part of its name. "A magnitude 6.4 earthquake struck": so is one with its number.
    private static func isModifier(_ first: Int, of second: Int, in sentence: Sentence) -> Bool {
        if first + 2 == second, sentence.tokens[first + 1].upos == "NUM",
            [first, second].contains(sentence.tokens[first + 1].head)
        {
            return sentence.tokens[first].xpos == "NN" && ["NN", "NNS"].contains(sentence.tokens[second].xpos)
        }
        return ["NN", "NNP"].contains(sentence.tokens[first].xpos) && first + 1 == second
            && sentence.start(of: first) == first && sentence.end(of: first) == first
            && ["NN", "NNS", "NNP", "NNPS"].contains(sentence.tokens[second].xpos)
    }
}
