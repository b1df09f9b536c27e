import English

/// "She told the court she was forced to sign.": the clause behind the one told is what is told, and no relative clause.
enum ToldContentRepair {
    static func apply(to sentence: inout Sentence) {
        for verb in sentence.tokens.indices
        where sentence.tokens[verb].upos == "VERB" && telling.contains(sentence.tokens[verb].lemma) {
            guard !sentence.dependents(of: verb).contains(where: { sentence.tokens[$0].relation == "ccomp" }) else {
                giveBack(verb, in: &sentence)
                continue
            }
            for told in sentence.dependents(of: verb)
            where told > verb && ["obj", "iobj"].contains(sentence.tokens[told].relation) {
                guard let clause = content(on: told, in: sentence) ?? content(of: verb, behind: told, in: sentence)
                else { continue }
                sentence.tokens[clause].head = verb
                sentence.tokens[clause].relation = "ccomp"
                sentence.tokens[told].relation = "iobj"
                break
            }
        }
    }

    /// "told Reuters he left": of two subjects side by side before the verb the first is told.
    private static func giveBack(_ verb: Int, in sentence: inout Sentence) {
        giveName(verb, in: &sentence)
        for clause in sentence.dependents(of: verb) where sentence.tokens[clause].relation == "ccomp" {
            let subjects = sentence.dependents(of: clause).filter {
                sentence.tokens[$0].relation.hasPrefix("nsubj") && $0 < clause
            }
            // "told the press his nephew needed a dose": nobody needs the press.
            if let subject = subjects.first,
                let told = sentence.dependents(of: clause).first(where: {
                    sentence.tokens[$0].relation == "obj" && $0 < subject
                }), sentence.start(of: told) == verb + 1
            {
                sentence.tokens[told].head = verb
                sentence.tokens[told].relation = "iobj"
            }
            guard subjects.count == 2 else { continue }
            giveNumber(from: subjects[0], to: subjects[1], in: &sentence)
            let article = verb + 1
            if sentence.tokens[article].form.lowercased() == "the", sentence.tokens[article].head == subjects[1] {
                sentence.tokens[article].head = subjects[0]
            }
            guard sentence.start(of: subjects[0]) == verb + 1,
                sentence.start(of: subjects[1]) == sentence.end(of: subjects[0]) + 1
            else { continue }
            sentence.tokens[subjects[0]].head = verb
            sentence.tokens[subjects[0]].relation = "iobj"
        }
    }

    /// "told the BBC's Holm Show that they left": the name right behind the verb is told what the "that" introduces.
    private static func giveName(_ verb: Int, in sentence: inout Sentence) {
        let contents = sentence.dependents(of: verb).filter { sentence.tokens[$0].relation == "ccomp" && $0 > verb }
        guard contents.count == 2, let name = contents.first, sentence.tokens[name].xpos.hasPrefix("NN"),
            sentence.start(of: name) == verb + 1, sentence.tokens.indices.contains(name + 1),
            sentence.tokens[name + 1].form.lowercased() == "that",
            !sentence.dependents(of: name).contains(where: {
                ["cop", "aux", "mark"].contains(sentence.tokens[$0].relation)
            })
        else { return }
        sentence.tokens[name].relation = "iobj"
        for part in sentence.dependents(of: name) where sentence.tokens[part].relation.hasPrefix("nsubj") {
            sentence.tokens[part].relation = "compound"
        }
    }

    /// "told the Associated Press four victims were": no name ends in a number that the next noun has.
    private static func giveNumber(from name: Int, to noun: Int, in sentence: inout Sentence) {
        let number = sentence.end(of: name)
        guard number > name, number + 1 == noun, sentence.tokens[number].xpos == "CD",
            sentence.tokens[noun].xpos == "NNS"
        else { return }
        sentence.tokens[number].head = noun
        sentence.tokens[number].relation = "nummod"
    }

    /// The relative clause without a relative word right behind a noun, with a pronoun or a name as its subject; or the
    /// clause whose "that" stands right behind the one told and is no subject.
    private static func content(on noun: Int, in sentence: Sentence) -> Int? {
        sentence.dependents(of: noun).first { clause in
            guard clause > noun, ["acl:relcl", "acl"].contains(sentence.tokens[clause].relation) else { return false }
            let below = sentence.dependents(of: clause)
            if sentence.tokens[noun + 1].form.lowercased() == "that", sentence.tokens[noun + 1].head == clause,
                sentence.tokens[noun + 1].relation == "mark",
                below.contains(where: { sentence.tokens[$0].relation.hasPrefix("nsubj") })
            {
                return true
            }
            guard let subject = below.first(where: { sentence.tokens[$0].relation.hasPrefix("nsubj") }),
                subject < clause,
                ["PRP", "NNP", "DT", "NNS", "NN"].contains(sentence.tokens[subject].xpos)
            else { return false }
            let hasObject = below.contains { sentence.tokens[$0].relation == "obj" }
            let isComplete =
                hasObject || sentence.tokens[subject].xpos == "PRP"
                || Lexicon.contains(sentence.tokens[clause].lemma, in: .intransitiveVerb)
                || below.contains { ["aux:pass", "cop", "ccomp", "xcomp"].contains(sentence.tokens[$0].relation) }
            return isComplete && sentence.start(of: clause) == sentence.start(of: subject)
                && !below.contains {
                    sentence.tokens[$0].relation == "mark" && sentence.tokens[$0].form.lowercased() != "that"
                }
        }
    }

    /// "assured travellers that, even if it closed, flights would leave": the clause whose "that" stands right behind the one
    /// told, whatever the parser hung it on the verb as.
    private static func content(of verb: Int, behind told: Int, in sentence: Sentence) -> Int? {
        let next = sentence.end(of: told) + 1
        guard sentence.tokens.indices.contains(next), sentence.tokens[next].form.lowercased() == "that" else {
            return nil
        }
        let clause = sentence.tokens[next].head
        guard sentence.tokens.indices.contains(clause), clause > next, sentence.tokens[clause].head == verb,
            ["parataxis", "advcl", "dep"].contains(sentence.tokens[clause].relation),
            sentence.dependents(of: clause).contains(where: { sentence.tokens[$0].relation.hasPrefix("nsubj") })
        else { return nil }
        return clause
    }

    private static let telling: Set<String> = ["tell", "inform", "assure", "notify", "remind", "convince", "promise"]
}
