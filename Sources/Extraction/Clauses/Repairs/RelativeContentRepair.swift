import English

/// "Holm, who announced in May that she would resign, left.": what is announced belongs to the announcing, not to the name.
enum RelativeContentRepair {
    static func apply(to sentence: inout Sentence) {
        for content in sentence.tokens.indices where sentence.tokens[content].relation == "acl:relcl" {
            let below = sentence.dependents(of: content)
            guard let name = sentence.governor(of: content), sentence.hasSubject(content),
                below.contains(where: {
                    sentence.tokens[$0].relation == "mark" && sentence.tokens[$0].form.lowercased() == "that"
                }),
                let saying = sentence.dependents(of: name).last(where: {
                    $0 < content && sentence.tokens[$0].relation == "acl:relcl"
                }),
                ComplementTable.content[sentence.tokens[saying].lemma] != nil,
                !sentence.dependents(of: saying).contains(where: { sentence.tokens[$0].relation == "ccomp" })
            else { continue }
            sentence.tokens[content].head = saying
            sentence.tokens[content].relation = "ccomp"
        }
    }
}
