/// "navigates", "dependsOn", "criticizedFor", "setsUp": the name of a relation that the vocabulary does not have.
///
/// A name does not depend on tense, so that "depended on" and "depends on" are one relation: the third person present, or
/// the participle where the subject undergoes the act.
package enum OpenRelationName {
    /// The name of a verb with its particles and a preposition.
    package static func verb(lemma: String, participle: String?, particles: [String], preposition: String?) -> String {
        var parts = [participle ?? thirdPerson(lemma)]
        parts += particles
        if let preposition { parts += preposition.split(separator: "_").map(String.init) }
        return camelCase(parts)
    }

    /// Words as one camelCase name: letters and digits only, the first in lower case.
    package static func camelCase(_ words: [String]) -> String {
        var name = ""
        for word in words {
            for part in word.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
                let lower = part.lowercased()
                name += name.isEmpty ? lower : lower.prefix(1).uppercased() + lower.dropFirst()
            }
        }
        return name.isEmpty ? "relates" : name
    }

    /// The third person singular present of a verb.
    package static func thirdPerson(_ lemma: String) -> String {
        switch lemma {
        case "be": return "is"
        case "have": return "has"
        case "do", "go", "undergo", "forgo", "outdo", "undo", "redo", "veto", "echo": return lemma + "es"
        default: break
        }
        let hissing = ["s", "x", "z", "ch", "sh"].contains { lemma.hasSuffix($0) }
        if hissing { return lemma + "es" }
        if lemma.hasSuffix("y"), let before = lemma.dropLast().last, !"aeiou".contains(before) {
            return lemma.dropLast() + "ies"
        }
        return lemma + "s"
    }
}
