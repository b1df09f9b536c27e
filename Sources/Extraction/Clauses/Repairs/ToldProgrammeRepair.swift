import English

/// "She told the Malta Report's Wake Up Show that taxes fell.": what stands in capitals between the verb and "that" is the programme
/// that she spoke to, whatever verbs its name holds.
enum ToldProgrammeRepair {
    static func apply(to sentence: inout Sentence) {
        for verb in sentence.tokens.indices
        where sentence.tokens[verb].lemma == "tell" && sentence.tokens[verb].upos == "VERB" {
            guard let that = mark(behind: verb, in: sentence) else { continue }
            let name = verb + 1..<that
            let content = sentence.tokens[that].head
            guard name.contains(where: { sentence.tokens[$0].upos == "VERB" }), content > that,
                isTitle(name, in: sentence),
                let head = name.last, !sentence.dominates(content, verb)
            else { continue }
            for token in name where token != head {
                let isArticle = token == name.lowerBound && sentence.tokens[token].upos == "DET"
                let isMark = sentence.tokens[token].xpos == "POS"
                sentence.tokens[token].head = isMark ? token - 1 : head
                sentence.tokens[token].relation = isMark ? "case" : isArticle ? "det" : "compound"
                if token + 1 < that, sentence.tokens[token + 1].xpos == "POS" {
                    sentence.tokens[token].relation = "nmod:poss"
                }
                if sentence.tokens[token].upos == "VERB" { makeName(token, in: &sentence) }
            }
            makeName(head, in: &sentence)
            sentence.tokens[head].head = verb
            sentence.tokens[head].relation = "iobj"
            sentence.tokens[content].head = verb
            sentence.tokens[content].relation = "ccomp"
            for token in that..<sentence.tokens.count where name.contains(sentence.tokens[token].head) {
                sentence.tokens[token].head = verb
            }
        }
    }

    /// The "that" behind the one told, no further than a name reaches.
    private static func mark(behind verb: Int, in sentence: Sentence) -> Int? {
        guard verb + 3 < sentence.tokens.count else { return nil }
        return (verb + 3..<min(verb + 10, sentence.tokens.count)).first {
            sentence.tokens[$0].form == "that" && sentence.tokens[$0].relation == "mark"
        }
    }

    private static func isTitle(_ name: Range<Int>, in sentence: Sentence) -> Bool {
        name.allSatisfy { token in
            let form = sentence.tokens[token].form
            return form.first?.isUppercase ?? false || sentence.tokens[token].xpos == "POS"
                || ["the", "of", "and", "in", "on"].contains(form)
        } && sentence.tokens[name.upperBound - 1].form.first?.isUppercase ?? false
    }

    private static func makeName(_ token: Int, in sentence: inout Sentence) {
        sentence.tokens[token].upos = "PROPN"
        sentence.tokens[token].xpos = "NNP"
    }
}
