import English

/// "A mob beat a man to death.": behind a preposition stands no second object.
enum SecondObjectRepair {
    static func apply(to sentence: inout Sentence) {
        for object in sentence.tokens.indices where sentence.tokens[object].relation == "obj" {
            guard let verb = sentence.governor(of: object), verb < object,
                sentence.dependents(of: object).contains(where: {
                    sentence.tokens[$0].relation == "case" && $0 < object
                        && prepositions.contains(sentence.tokens[$0].form.lowercased())
                }),
                sentence.dependents(of: verb).contains(where: {
                    $0 > verb && $0 < object && sentence.tokens[$0].relation == "obj"
                })
            else { continue }
            sentence.tokens[object].relation = "obl"
        }
    }

    private static let prepositions: Set<String> = ["to", "in", "at", "from", "with", "for", "into", "on", "as"]
}
