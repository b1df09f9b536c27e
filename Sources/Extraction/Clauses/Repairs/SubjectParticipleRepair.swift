import English

/// "They died when a truck loaded with gravel hit their bus.": the truck was loaded, and not they.
///
/// A participle right behind a subject, before that subject's verb, belongs to the subject.
enum SubjectParticipleRepair {
    static func apply(to sentence: inout Sentence) {
        for participle in sentence.tokens.indices.dropFirst()
        where ["VBN", "VBG"].contains(sentence.tokens[participle].xpos)
            && sentence.tokens[participle].relation == "advcl"
        {
            let noun = participle - 1
            guard ["NOUN", "PROPN"].contains(sentence.tokens[noun].upos),
                sentence.tokens[noun].relation.hasPrefix("nsubj"), let verb = sentence.governor(of: noun),
                verb > participle, sentence.tokens[participle].head != verb,
                !sentence.dominates(participle, verb), !sentence.hasSubject(participle),
                !sentence.dependents(of: participle).contains(where: { $0 < participle })
            else { continue }
            sentence.tokens[participle].head = noun
            sentence.tokens[participle].relation = "acl"
        }
    }
}
