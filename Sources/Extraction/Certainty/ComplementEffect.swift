/// What a verb, adjective or noun makes of the clause or phrase that it governs.
enum ComplementEffect: Hashable, Sendable {
    /// "began to clear": it happened if the governor did.
    case asGovernor
    /// "is going to clear", "is set to clear": it lies ahead.
    case future
    /// "wants to clear": nobody says that it happened.
    case unrealised
    /// "failed to clear": it did not happen; under a negated governor it did.
    case negated
    /// "seems to clear".
    case hedged
    /// "said that": the subject vouches for it.
    case attributed
    /// "claims that", "thinks that": the subject vouches for it, and the report keeps its distance.
    case attributedHedged
    /// "denied that": the subject says that it is not so.
    case denied
    /// "doubts that".
    case doubted
    /// "little hope of": it is thought unlikely.
    case unlikely
}

/// Which words have which effect. English in general, from the design's table of cues; one word, one effect a kind of
/// complement.
enum ComplementTable {
    /// Verbs with an infinitive or an -ing form.
    static let infinitive: [String: ComplementEffect] = table([
        (
            .asGovernor,
            """
            begin start continue keep help force cause make let allow enable manage prompt lead compel oblige
            proceed get come serve use happen turn_out prove rush dare remember see watch hear feel
            find catch leave spend 
            """
        ),
        (.future, "go"),
        (
            .unrealised,
            """
            want hope plan seek aim urge ask call demand order propose agree promise threaten offer decide consider try
            attempt intend wish like love prefer need have ought pledge vow pressure press push encourage persuade
            convince invite tell instruct direct command request beg implore appeal advise recommend warn require expect
            prepare struggle work fight strive wait mean choose opt elect undertake swear commit design suppose schedule
            slate set arrange authorize authorise permit license train teach move look long desire yearn apply campaign
            lobby petition volunteer remind motivate inspire tempt entitle empower trust dream contemplate favor favour
            support advocate suggest discuss explore mull involve entail weigh envision risk delay postpone fear oppose predict
            """
        ),
        (
            .negated,
            """
            fail refuse decline avoid prevent ban bar forget neglect cease stop quit abstain refrain discourage dissuade
            prohibit forbid deter stop block omit resist hesitate
            """
        ),
        (
            .hedged,
            """
            seem appear tend believe think say report allege rumor rumour understand estimate suspect deem
            presume assume pretend
            """
        ),
        // "claims to be ill"; "is claimed to be ill" has no subject that claims.
        (.attributedHedged, "claim purport profess"),
        // "admitted taking bribes"
        (.attributed, "admit confess"),
        (.denied, "deny"),
    ])

    /// Verbs with a finite content clause or direct speech.
    static let content: [String: ComplementEffect] = table([
        (
            .attributed,
            """
            say tell add state note announce report declare explain write tweet post remark comment observe reply answer
            respond confirm acknowledge admit concede reveal disclose insist stress emphasize emphasise reiterate
            repeat point recall testify conclude determine find know learn realize realise discover show prove
            demonstrate indicate establish notice recognize recognise remember inform notify assure ensure agree
            describe continue quote cite read shout cry whisper joke quip mention rule affirm certify verify complain
            lament boast brief summarise summarize understand maintain see hear guarantee promise pledge vow
            """
        ),
        (
            .attributedHedged,
            """
            claim allege assert contend argue suggest believe think suppose suspect feel guess imagine assume presume
            speculate estimate predict forecast expect anticipate project fear worry hope warn caution hint imply accuse
            figure reckon reason conjecture theorize theorise hypothesize dream consider hold concern
            """
        ),
        (
            .unrealised,
            """
            demand propose request recommend order require ask urge wish advise stipulate mandate plead pray
            wonder want threaten
            """
        ),
        (.denied, "deny dispute refute reject disprove"),
        (.doubted, "doubt question"),
        (.hedged, "seem appear "),
        (.asGovernor, "mean make cause happen turn result"),
    ])

    /// Verbs by which somebody says what they will do themselves: "promised to sign".
    static let committing: Set<String> = ["promise", "pledge", "vow", "swear", "threaten", "guarantee", "undertake"]

    /// Adjectives and participles used as such, with an infinitive or a content clause.
    static let adjective: [String: ComplementEffect] = table([
        (.asGovernor, "able proud happy glad pleased sorry sad lucky quick slow right wrong first last content busy"),
        (.future, "set due scheduled about bound poised slated ready prepared"),
        (.hedged, "likely possible probable apparent certain sure clear evident confident obvious true"),
        (.negated, "unable incapable powerless"),
        (.unlikely, "unlikely impossible doubtful reluctant unwilling"),
        (
            .unrealised,
            """
            willing eager keen determined anxious free open supposed expected necessary important essential crucial vital
            better best welcome entitled eligible hopeful afraid
            """
        ),
        (.attributedHedged, "optimistic hopeful concerned worried convinced aware"),
    ])

    /// Nouns with an infinitive, an `of` phrase or a content clause.
    static let noun: [String: ComplementEffect] = table([
        (.asGovernor, "role part success process act practice history experience work"),
        (
            .unrealised,
            """
            plan bid effort offer threat demand chance right attempt proposal request call decision promise pledge vow
            order desire wish intention aim goal hope opportunity option power authority ability capacity need obligation
            duty permission willingness readiness agreement commitment deal invitation incentive pressure push campaign
            move motion bill measure scheme target ambition dream prospect possibility risk danger fear appeal plea
            mandate mission task job way time reason deadline talk negotiation discussion vote referendum resolution
            initiative idea determination struggle fight search quest recommendation warning instruction
            """
        ),
        (.negated, "failure refusal inability lack absence reluctance unwillingness prevention avoidance"),
        (
            .attributedHedged,
            """
            claim rumor rumour allegation accusation suggestion speculation belief suspicion report indication sign
            assertion argument theory notion perception impression assumption concern expectation prediction forecast
            estimate skepticism scepticism charge calculation counterargument counter-argument contention position stance
            reasoning message thesis
            """
        ),
        (.attributed, "statement announcement confirmation news fact evidence finding conclusion knowledge view word"),
        (.denied, "denial"),
        (.doubted, "doubt"),
    ])

    /// Of a word in two groups the first counts.
    private static func table(_ groups: [(ComplementEffect, String)]) -> [String: ComplementEffect] {
        var table: [String: ComplementEffect] = [:]
        for (effect, words) in groups {
            for word in words.split(whereSeparator: \.isWhitespace)
            where table[String(word)] == nil {
                table[String(word)] = effect
            }
        }
        return table
    }
}
