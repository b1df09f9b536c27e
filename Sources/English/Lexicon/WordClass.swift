/// A closed class of words that rules ask for, kept as data in `Training/lexicon/lists/words.txt` and `phrases.txt`.
///
/// Members are lemmas in lower case; words of one lexeme are joined by a space (`call for`).
public enum WordClass: String, Hashable, Sendable, CaseIterable {
    /// Verbs of saying, with a that-clause or a quotation as what is said: announce.
    case sayingVerb
    /// A verb and its preposition or particle that report what somebody says or holds: call for.
    case sayingPhrase
    /// Verbs of thought that report a view with a clause: believe.
    case thinkingVerb
    /// Verbs of judgement or address; their object is what the judgement is about: praise, accuse, reject.
    case judgingVerb
    /// Verbs by which the report keeps its distance from the content: claim, allege.
    case claimingVerb
    /// Verbs whose content is taken as true, also when negated: know, reveal.
    case factiveVerb
    /// Verbs that deny their content: deny, refute.
    case denyingVerb
    /// Verbs that doubt their content.
    case doubtingVerb
    /// Verbs whose complement has not happened: want, urge, propose.
    case unrealisingVerb
    /// Verbs whose complement shares their own status: begin, help, force.
    case implicativeVerb
    /// Verbs whose complement did not happen: fail, refuse, prevent.
    case negativeImplicativeVerb
    /// Verbs that hedge their complement: seem, appear.
    case hedgingVerb
    /// Verbs that add nothing to an event noun: make a visit.
    case lightVerb
    /// Verbs that join subject and complement: be, become, remain.
    case copulaVerb
    /// Modals that hedge: may, might, could, can.
    case hedgeModal
    /// Adverbs that hedge: perhaps, tentatively.
    case hedgeAdverb
    /// Adjectives that hedge what their noun states: alleged, possible.
    case hedgeAdjective
    /// Adjectives by which the noun's thing is not there yet: proposed, planned.
    case unrealisedAdjective
    /// Adjectives by which the noun's state has ended: former.
    case endedAdjective
    /// Adverbs that ascribe the clause to somebody unnamed: reportedly.
    case attributingAdverb
    /// Nouns whose complement has not happened: plan, bid, threat.
    case unrealisedNoun
    /// Nouns whose complement did not happen: failure, refusal, lack.
    case negativeNoun
    /// Nouns whose content is merely claimed: rumour, allegation.
    case claimNoun
    /// Nouns whose content is taken as true: fact, evidence.
    case factNoun
    /// Words that make nearly nothing of what they measure: little, hardly.
    case fewWord
    /// Words that negate: not, never, nobody.
    case negator
    /// Modals of what is not yet or should be: must, would.
    case unrealisedModal
    /// Words that open a condition: if, unless, once.
    case conditionalMarker
    /// People of a body: "X spokesman" makes X an organization.
    case staffNoun
    /// Nouns for what somebody says or publishes: statement, interview.
    case communicationNoun
    /// Prepositions that name a source: according to.
    case attributingPreposition
    /// Reflexive pronouns: himself.
    case reflexivePronoun
    /// Quantifiers: some, every.
    case quantifier
    /// Words that open a relative clause or a question: who, which.
    case relativeWord
    /// Nouns that stand before "of" inside a name: University of Leeds.
    case nameBeforeOf
    /// Verbs that say nothing without an object: announce, arrest.
    case transitiveVerb
    /// Verbs that say something of their subject alone: arrive, collapse.
    case intransitiveVerb
    /// Verbs that take a bare number: surpass.
    case measuringVerb
    /// Verbs whose subject may be a time or an event: follow, begin.
    case timelyVerb
    /// Nouns that take a verb of either number: staff, majority.
    case collectiveNoun
    /// A verb and a bare noun that are one predicate: open fire.
    case idiom
}
