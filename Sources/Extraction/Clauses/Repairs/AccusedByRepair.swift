import English

/// "Vos accused Malta of escalating violence by killing three people.": Malta is said to have killed them, and not Vos.
///
/// A gerund behind "by" that follows what somebody is accused of says how that was done, whatever the parser hung it on.
enum AccusedByRepair {
    static func apply(to sentence: inout Sentence) {
        for means in sentence.tokens.indices
        where sentence.tokens[means].relation == "advcl" && sentence.tokens[means].xpos == "VBG" {
            guard let verb = sentence.governor(of: means), verb < means, sentence.tokens[verb].upos == "VERB",
                sentence.tokens[sentence.start(of: means)].form.lowercased() == "by",
                let deed = sentence.dependents(of: verb).last(where: { deed in
                    deed > verb && deed < means && sentence.tokens[deed].xpos == "VBG"
                        && sentence.dependents(of: deed).contains {
                            ["mark", "case"].contains(sentence.tokens[$0].relation)
                                && ["of", "for", "with"].contains(sentence.tokens[$0].form.lowercased())
                        }
                })
            else { continue }
            sentence.tokens[means].head = deed
        }
    }
}
