/// A Universal Dependencies relation with the subtypes that reading needs; read once a token, so that rules compare bytes.
package enum Dependency: UInt8, Sendable {
    case root, subject, passiveSubject, outerSubject, clausalSubject, object, indirectObject, oblique, agent
    case unmarkedOblique, clausalComplement, openComplement, adverbialClause, clauseRelative, adnominalClause
    case relativeClause, apposition, nominalModifier, possessor, title, unmarkedModifier, numeralModifier
    case adjectivalModifier, determiner, compound, particle, flat, fixed, preposition, marker, auxiliary
    case passiveAuxiliary, copula, coordinator, preconjunction, conjunct, parataxis, punctuation, adverb, discourse
    case vocative, expletive, dislocated, list, orphan, goesWith, reparandum, dependency, other

    /// The relation that a label names; a subtype that is not told apart falls back to its relation.
    package init(label: String) {
        if let known = Dependency.labels[label] {
            self = known
        } else {
            let base = label.prefix { $0 != ":" }
            self = Dependency.labels[String(base)] ?? .other
        }
    }

    /// Whether a noun stands there as a rule.
    package var isNominalPlace: Bool { isSubject || isOblique || isNominalModifier || self == .object }

    /// Whether it is a nominal subject, or a clausal one.
    package var isSubject: Bool {
        switch self {
        case .subject, .passiveSubject, .outerSubject, .clausalSubject: true
        default: false
        }
    }

    /// Whether it is a prepositional or bare adverbial noun phrase.
    package var isOblique: Bool { self == .oblique || self == .agent || self == .unmarkedOblique }

    /// Whether it is a noun phrase inside a noun phrase.
    package var isNominalModifier: Bool { self == .nominalModifier || self == .unmarkedModifier }

    private static let labels: [String: Dependency] = [
        "root": .root, "nsubj": .subject, "nsubj:pass": .passiveSubject, "nsubj:outer": .outerSubject,
        "csubj": .clausalSubject, "obj": .object, "iobj": .indirectObject, "obl": .oblique, "obl:agent": .agent,
        "obl:unmarked": .unmarkedOblique, "obl:npmod": .unmarkedOblique, "obl:tmod": .unmarkedOblique,
        "ccomp": .clausalComplement, "xcomp": .openComplement, "advcl": .adverbialClause,
        "advcl:relcl": .clauseRelative, "acl": .adnominalClause, "acl:relcl": .relativeClause,
        "appos": .apposition, "nmod": .nominalModifier, "nmod:poss": .possessor, "nmod:desc": .title,
        "nmod:unmarked": .unmarkedModifier, "nmod:npmod": .unmarkedModifier, "nmod:tmod": .unmarkedModifier,
        "nummod": .numeralModifier, "amod": .adjectivalModifier, "det": .determiner, "det:predet": .determiner,
        "compound": .compound, "compound:prt": .particle, "flat": .flat, "fixed": .fixed, "case": .preposition,
        "mark": .marker, "aux": .auxiliary, "aux:pass": .passiveAuxiliary, "cop": .copula, "cc": .coordinator,
        "cc:preconj": .preconjunction, "conj": .conjunct, "parataxis": .parataxis, "punct": .punctuation,
        "advmod": .adverb, "discourse": .discourse, "vocative": .vocative, "expl": .expletive,
        "dislocated": .dislocated, "list": .list, "orphan": .orphan, "goeswith": .goesWith,
        "reparandum": .reparandum, "dep": .dependency,
    ]
}
