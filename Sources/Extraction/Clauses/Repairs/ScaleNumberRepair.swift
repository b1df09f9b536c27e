import English

/// "Friday's magnitude 7.7 quake, one of the strongest, jolted Lund.": the quake did; its magnitude tells which.
enum ScaleNumberRepair {
    static func apply(to sentence: inout Sentence) {
        for scale in sentence.tokens.indices.dropLast(2)
        where scales.contains(sentence.tokens[scale].form.lowercased()) {
            let (number, noun) = (scale + 1, scale + 2)
            guard sentence.tokens[number].upos == "NUM", sentence.tokens[noun].upos == "NOUN",
                [scale, number].contains(sentence.tokens[noun].head)
            else { continue }
            let outer = (head: sentence.tokens[scale].head, relation: sentence.tokens[scale].relation)
            for token in sentence.tokens.indices
            where token != number && token != noun && [scale, number].contains(sentence.tokens[token].head) {
                sentence.tokens[token].head = noun
            }
            sentence.tokens[noun].head = outer.head
            sentence.tokens[noun].relation = outer.relation
            sentence.tokens[scale].head = noun
            sentence.tokens[scale].relation = "compound"
            sentence.tokens[number].head = scale
            sentence.tokens[number].relation = "nummod"
        }
    }

    private static let scales: Set<String> = [
        "magnitude", "category", "level", "grade", "class", "phase", "tier", "stage",
    ]
}
