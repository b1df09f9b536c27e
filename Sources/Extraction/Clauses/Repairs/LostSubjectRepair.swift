import English

/// "Unions claim talks could fail.": "talks" is the subject of "could fail", not the object of "claim".
///
/// A finite content clause without a subject takes the noun between it and a verb of saying or thinking.
enum LostSubjectRepair {
    static func apply(to sentence: inout Sentence) {
        for verb in sentence.tokens.indices {
            let governor = sentence.tokens[verb].head
            guard sentence.tokens[verb].relation == "ccomp", governor >= 0, governor < verb,
                ComplementTable.content[sentence.tokens[governor].lemma] != nil,
                isFinite(verb, sentence),
                !sentence.dependents(of: verb).contains(where: { isSubject(sentence.tokens[$0].relation) })
            else { continue }
            let objects = sentence.dependents(of: governor).filter {
                sentence.tokens[$0].relation == "obj" && $0 > governor && $0 < verb
            }
            guard objects.count == 1, let object = objects.first else { continue }
            let first = sentence.start(of: verb)
            guard sentence.end(of: object) + 1 == first else { continue }
            sentence.tokens[object].head = verb
            let isPassive = sentence.dependents(of: verb).contains { sentence.tokens[$0].relation == "aux:pass" }
            sentence.tokens[object].relation = isPassive ? "nsubj:pass" : "nsubj"
        }
    }

    private static func isSubject(_ relation: String) -> Bool {
        relation.hasPrefix("nsubj") || relation.hasPrefix("csubj") || relation == "expl"
    }

    private static func isFinite(_ verb: Int, _ sentence: Sentence) -> Bool {
        if ["VBD", "VBZ", "VBP"].contains(sentence.tokens[verb].xpos) { return true }
        return sentence.dependents(of: verb).contains { token in
            ["aux", "cop", "aux:pass"].contains(sentence.tokens[token].relation)
                && ["MD", "VBD", "VBZ", "VBP"].contains(sentence.tokens[token].xpos)
        }
    }
}
