/// A prepositional or bare adverbial phrase of a clause.
package struct Oblique: Hashable, Sendable {
    /// The phrase's head.
    package var head: Int
    /// Its preposition as one word (`of`, `according_to`), or nil for a bare phrase ("last week").
    package var preposition: String?
    /// The preposition's tokens.
    package var prepositionTokens: [Int]
    /// Whether it tells how much, when or by what means ("by 3%", "by Monday", "by train") and so cannot be who acts.
    package var isExtent: Bool

    /// A phrase.
    package init(head: Int, preposition: String?, prepositionTokens: [Int], isExtent: Bool = false) {
        self.head = head
        self.preposition = preposition
        self.prepositionTokens = prepositionTokens
        self.isExtent = isExtent
    }
}

/// A predicate with what belongs to it: the unit that claims and tuples are rendered from.
///
/// Places hold the heads of phrases as tokens; coordination inside a phrase is left to the renderings.
package struct Clause: Hashable, Sendable {
    /// What kind of predicate the clause has.
    package enum Kind: Sendable {
        /// "sold", "was sold".
        case verb
        /// "is uncertain", "was a judge", "is that banks will close".
        case copula
        /// "there is".
        case existential
        /// A predicate without a verb ("calls … growing louder" in a headline, "with talks near").
        case verbless
    }

    /// Where the subject comes from.
    package enum SubjectOrigin: Sendable {
        case own, shared, relative, participle, adverbial, controlled, none
    }

    /// The predicate: its verb, or the word under the copula.
    package var head: Int
    /// What kind of predicate it is.
    package var kind: Kind
    /// The clause's relation to what governs it.
    package var link: Dependency
    /// The index of the governing clause, or nil.
    package var parent: Int?
    /// The copula's tokens.
    package var copulas: [Int] = []
    /// Auxiliaries, in order.
    package var auxiliaries: [Int] = []
    /// Auxiliaries of the clause that this one shares its subject with, where it has none itself.
    package var sharedAuxiliaries: [Int] = []
    /// Particles ("set up").
    package var particles: [Int] = []
    /// Adverbs, negation too.
    package var adverbs: [Int] = []
    /// Conjunctions and infinitive marks that introduce it, with their fixed parts.
    package var marks: [Int] = []
    /// Heads of its subject.
    package var subjects: [Int] = []
    /// Where the subject comes from.
    package var subjectOrigin: SubjectOrigin = .none
    /// Whether the subject undergoes what the verb says.
    package var isPassive = false
    /// Direct objects.
    package var objects: [Int] = []
    /// Indirect objects.
    package var indirectObjects: [Int] = []
    /// Prepositional and bare adverbial phrases, in order.
    package var obliques: [Oblique] = []
    /// Content clauses: heads.
    package var contents: [Int] = []
    /// Open complements: heads of infinitives, participles, adjectives, nouns.
    package var openComplements: [Int] = []
    /// Adverbial clauses: heads.
    package var adverbials: [Int] = []
    /// The antecedent that stands for a relative word or a gap in this clause, or nil.
    package var antecedent: Int?

    /// A clause with nothing but its predicate.
    package init(head: Int, kind: Kind, link: Dependency) {
        self.head = head
        self.kind = kind
        self.link = link
    }

    /// The first agent of a passive ("by the police"); it stands behind the verb, and "By the river, two were found" has none.
    package var agent: Oblique? {
        isPassive ? obliques.first { $0.preposition == "by" && !$0.isExtent && $0.head > head } : nil
    }

    /// "The fear is that banks will close": the verb is the head of the tree, and the copula joins an outer subject to it.
    package func isClausalPredicate(in tree: DependencyTree) -> Bool {
        guard kind == .copula, !copulas.isEmpty, tree.isVerb(head) else { return false }
        return tree.has(head, .outerSubject)
            || tree.children(head).contains { tree.labels[$0] == .marker && tree.words[$0] == "that" }
    }
}
