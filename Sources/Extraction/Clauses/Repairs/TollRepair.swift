import English

/// "27 dead after ferry sinks"; "The blast left 14 people dead and 30 wounded."
///
/// How many are dead is said of them, whatever the tree makes of the number beside the word.
enum TollRepair {
    static func apply(to sentence: inout Sentence) {
        for state in sentence.tokens.indices.dropFirst()
        where states.contains(sentence.tokens[state].form.lowercased()) {
            giveCount(to: state, in: &sentence)
            complement(state, in: &sentence)
            second(state, in: &sentence)
        }
    }

    /// "27 dead": the number right before is the subject.
    private static func giveCount(to state: Int, in sentence: inout Sentence) {
        let count = state - 1
        guard sentence.tokens[state].upos == "ADJ", sentence.tokens[count].head == state,
            CountedParticipleRepair.isCount(count, in: sentence),
            ["root", "parataxis", "ccomp"].contains(sentence.tokens[state].relation)
        else { return }
        // "12 dead, dozens missing": who stands behind the word is in another state.
        let subjects = sentence.dependents(of: state).filter { sentence.tokens[$0].relation.hasPrefix("nsubj") }
        guard subjects.allSatisfy({ $0 > state || $0 == count }) else { return }
        for other in subjects where other > state { sentence.tokens[other].relation = "parataxis" }
        sentence.tokens[count].relation = "nsubj"
    }

    /// "left 14 people dead": what they are left as.
    private static func complement(_ state: Int, in sentence: inout Sentence) {
        let noun = state - 1
        if isShotDead(state, in: sentence) {
            sentence.tokens[state].head = state - 1
            sentence.tokens[state].relation = "xcomp"
            return
        }
        guard sentence.tokens[state].head == noun, sentence.tokens[noun].relation == "obj",
            let verb = sentence.governor(of: noun), sentence.tokens[verb].lemma == "leave"
        else { return }
        sentence.tokens[state].head = verb
        sentence.tokens[state].relation = "xcomp"
    }

    /// "Gunmen shot dead three teachers": nobody shoots the dead.
    private static func isShotDead(_ state: Int, in sentence: Sentence) -> Bool {
        sentence.tokens[state].form == "dead" && sentence.tokens[state - 1].lemma == "shoot"
            && sentence.tokens[state].relation == "amod" && sentence.tokens[state].head > state
    }

    /// "left 14 dead and 30 wounded": who left the ones dead wounded the others.
    private static func second(_ state: Int, in sentence: inout Sentence) {
        guard ["wounded", "injured", "hurt"].contains(sentence.tokens[state].form.lowercased()),
            CountedParticipleRepair.isCount(state - 1, in: sentence), state >= 3,
            let and = (max(0, state - 6)..<state - 1).last(where: { sentence.tokens[$0].upos == "CCONJ" }),
            let verb = sentence.tokens.indices.last(where: {
                $0 < and && sentence.tokens[$0].lemma == "leave" && sentence.tokens[$0].upos == "VERB"
            }),
            states.contains(sentence.tokens[and - 1].form.lowercased()),
            sentence.tokens[and - 1].head == verb, sentence.tokens[and - 1].relation == "xcomp",
            !sentence.dominates(state, verb)
        else { return }
        sentence.tokens[state].head = verb
        sentence.tokens[state].relation = "conj"
        sentence.tokens[state].upos = "VERB"
        sentence.tokens[state].xpos = sentence.tokens[verb].xpos
        sentence.tokens[state].lemma = Lemmatizer().lemma(
            form: sentence.tokens[state].form, upos: "VERB", xpos: "VBD")
        sentence.tokens[state - 1].head = state
        sentence.tokens[state - 1].relation = "obj"
        sentence.tokens[and].head = state
    }

    private static let states: Set<String> = ["dead", "injured", "wounded", "hurt", "homeless", "missing", "stranded"]
}
