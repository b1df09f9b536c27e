import English

/// "The war dragged on, with officials reporting 40 deaths.": "officials" is the subject of "reporting".
///
/// Parsers hang the noun on the main verb. A noun after "with" and right before a participle is the participle's subject.
enum WithParticipleRepair {
    static func apply(to sentence: inout Sentence) {
        for with in sentence.tokens.indices where sentence.tokens[with].form.lowercased() == "with" {
            if sentence.tokens[with].relation == "mark" {
                giveSubject(to: sentence.tokens[with].head, behind: with, in: &sentence)
                continue
            }
            let noun = sentence.tokens[with].head
            guard noun > with, sentence.tokens[with].relation == "case",
                ["NOUN", "PROPN", "PRON"].contains(sentence.tokens[noun].upos),
                ["obl", "obj", "nmod", "advmod"].contains(sentence.tokens[noun].relation)
            else { continue }
            // The participle stands right behind the phrase, on the same governor or on the noun itself.
            guard
                let participle = sentence.tokens.indices.first(where: { token in
                    token > noun && sentence.tokens[token].xpos == "VBG" && sentence.tokens[token].upos == "VERB"
                        && ["advcl", "acl", "xcomp", "conj"].contains(sentence.tokens[token].relation)
                        && (sentence.tokens[token].head == noun
                            || sentence.tokens[token].head == sentence.tokens[noun].head
                            || sentence.dominates(noun, sentence.tokens[token].head))
                        && !sentence.dependents(of: token).contains {
                            // "with the aim of reaching more": the aim reaches nothing.
                            sentence.tokens[$0].relation.hasPrefix("nsubj") || sentence.tokens[$0].relation == "mark"
                        }
                        && isAdjacent(noun, token, sentence)
                })
            else { continue }
            let governor = sentence.tokens[noun].head
            guard governor >= 0, governor != participle, !sentence.dominates(participle, governor) else { continue }
            if sentence.dominates(noun, participle), sentence.tokens[participle].relation == "acl",
                !isComma(before: with, sentence)
            {
                continue
            }
            sentence.tokens[participle].head = governor
            sentence.tokens[participle].relation = "advcl"
            sentence.tokens[noun].head = participle
            sentence.tokens[noun].relation = "nsubj"
            sentence.tokens[with].head = participle
            sentence.tokens[with].relation = "mark"
        }
    }

    /// "They mediate talks, with Ana Holm making visits": the participle is found, and its subject hangs on a word before
    /// "with". The noun phrase between them that has no other place is the subject.
    private static func giveSubject(to participle: Int, behind with: Int, in sentence: inout Sentence) {
        guard participle > with + 1, sentence.tokens[participle].xpos == "VBG",
            !sentence.dependents(of: participle).contains(where: { sentence.tokens[$0].relation.hasPrefix("nsubj") }),
            let noun = (with + 1..<participle).first(where: { token in
                ["NOUN", "PROPN", "PRON"].contains(sentence.tokens[token].upos)
                    && !(with + 1..<participle).contains(sentence.tokens[token].head)
            }),
            sentence.tokens[noun].head == participle || !sentence.dominates(participle, sentence.tokens[noun].head),
            (with + 1..<participle).allSatisfy({ token in
                sentence.dominates(noun, token)
                    || (sentence.tokens[token].head == participle && sentence.tokens[token].upos == "ADV")
            })
        else { return }
        sentence.tokens[noun].head = participle
        sentence.tokens[noun].relation = "nsubj"
    }

    /// Whether nothing but the noun's own modifiers and adverbs stands between it and the participle.
    private static func isAdjacent(_ noun: Int, _ participle: Int, _ sentence: Sentence) -> Bool {
        (noun + 1..<participle).allSatisfy { token in
            (sentence.dominates(noun, token) && sentence.tokens[token].upos != "VERB"
                && sentence.tokens[token].upos != "PUNCT")
                || (sentence.tokens[token].head == participle && sentence.tokens[token].upos == "ADV")
        }
    }

    private static func isComma(before token: Int, _ sentence: Sentence) -> Bool {
        token > 0 && sentence.tokens[token - 1].form == ","
    }
}
