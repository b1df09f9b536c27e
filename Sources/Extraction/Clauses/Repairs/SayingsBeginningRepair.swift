import English

/// "Vos said he can and may close it."; "The centre announced the people counted in May were fewer."; "She wrote denying
/// them a vote broke the law."; "He told reporters today the tests went well."
///
/// Where what is said begins: two verbs of a modal and a verb are one, a participle behind the subject is no verb of its own, a
/// gerund right behind the verb of saying may be the subject, and the day of the saying is no part of what is said.
enum SayingsBeginningRepair {
    static func apply(to sentence: inout Sentence) {
        for verb in sentence.tokens.indices
        where sentence.tokens[verb].upos == "VERB" && ComplementTable.content[sentence.tokens[verb].lemma] != nil {
            joinModals(verb, in: &sentence)
            reduceParticiple(verb, in: &sentence)
            raiseGerund(verb, in: &sentence)
            takeDay(verb, in: &sentence)
            takeRelative(verb, in: &sentence)
            takeCondition(verb, in: &sentence)
            giveRelative(verb, in: &sentence)
            giveAsked(verb, in: &sentence)
            takeAddressee(verb, in: &sentence)
            joinOwner(verb, in: &sentence)
        }
    }

    private static func contents(of verb: Int, in sentence: Sentence) -> [Int] {
        sentence.dependents(of: verb).filter { $0 > verb && sentence.tokens[$0].relation == "ccomp" }
    }

    private static func subject(of verb: Int, in sentence: Sentence) -> Int? {
        sentence.dependents(of: verb).first { sentence.tokens[$0].relation.hasPrefix("nsubj") }
    }

    /// "said he can and may close it": "can" is no verb of its own.
    private static func joinModals(_ saying: Int, in sentence: inout Sentence) {
        for modal in contents(of: saying, in: sentence) {
            guard sentence.tokens[modal].xpos == "MD", modal + 2 < sentence.tokens.count,
                sentence.tokens[modal + 1].xpos == "CC", sentence.tokens[modal + 2].xpos == "MD"
            else { continue }
            let verb = sentence.tokens[modal + 2].head
            guard verb > modal, sentence.tokens[verb].relation == "conj",
                [saying, modal].contains(sentence.tokens[verb].head), subject(of: verb, in: sentence) == nil
            else { continue }
            for child in sentence.dependents(of: modal) where child != verb { sentence.tokens[child].head = verb }
            sentence.tokens[verb].head = saying
            sentence.tokens[verb].relation = "ccomp"
            sentence.tokens[modal].head = verb
            sentence.tokens[modal].relation = "aux"
            sentence.tokens[modal].upos = "AUX"
            sentence.tokens[modal + 1].head = modal
        }
    }

    /// "announced the people counted in May were fewer": with a finite verb right behind it, the participle tells of the
    /// subject.
    private static func reduceParticiple(_ saying: Int, in sentence: inout Sentence) {
        let contents = contents(of: saying, in: sentence)
        guard contents.count == 2, let subject = subject(of: contents[0], in: sentence), subject + 1 == contents[0],
            ["VBD", "VBN"].contains(sentence.tokens[contents[0]].xpos),
            self.subject(of: contents[1], in: sentence) == nil,
            sentence.start(of: contents[1]) == sentence.end(of: contents[0]) + 1,
            ["VBD", "VBZ", "VBP", "MD"].contains(sentence.tokens[sentence.start(of: contents[1])].xpos)
        else { return }
        sentence.tokens[subject].head = contents[1]
        sentence.tokens[subject].relation = "nsubj"
        sentence.tokens[contents[0]].head = subject
        sentence.tokens[contents[0]].relation = "acl"
        sentence.tokens[contents[0]].xpos = "VBN"
    }

    /// "wrote giving them a vote broke the law": what broke the law is giving them a vote.
    private static func raiseGerund(_ saying: Int, in sentence: inout Sentence) {
        let gerund = saying + 1
        guard gerund < sentence.tokens.count, sentence.tokens[gerund].xpos == "VBG",
            sentence.tokens[gerund].head == saying
        else { return }
        // What a gerund of saying says stays with it: "wrote denying they broke the law".
        let isSaying = ComplementTable.content[sentence.tokens[gerund].lemma] != nil
        let below = isSaying ? [] : contents(of: gerund, in: sentence)
        guard let content = (contents(of: saying, in: sentence) + below).first,
            ["VBD", "VBZ", "VBP"].contains(sentence.tokens[content].xpos),
            !sentence.dependents(of: content).contains(where: { sentence.tokens[$0].relation == "mark" })
        else { return }
        if let object = subject(of: content, in: sentence) {
            guard sentence.start(of: content) == gerund + 1, sentence.start(of: object) == gerund + 1 else { return }
            sentence.tokens[object].head = gerund
            sentence.tokens[object].relation = "obj"
        } else if below.isEmpty, sentence.start(of: content) != sentence.end(of: gerund) + 1 {
            return
        }
        sentence.tokens[content].head = saying
        sentence.tokens[gerund].head = content
        sentence.tokens[gerund].relation = "csubj"
    }

    /// "said late on Sunday the police were …", "said earlier he might …": a time without a comma between the verb and the
    /// subject of what is said.
    private static func takeTime(_ saying: Int, _ content: Int, in sentence: inout Sentence) {
        guard let subject = subject(of: content, in: sentence) else { return }
        let begin = sentence.start(of: subject)
        for time in sentence.dependents(of: content)
        where time > saying && time < begin
            && ["obl", "obl:unmarked", "advmod", "nmod:unmarked"].contains(sentence.tokens[time].relation)
        {
            let phrase = sentence.start(of: time)...sentence.end(of: time)
            guard phrase.upperBound < begin, sentence.tokens[phrase.upperBound + 1].form != ",",
                sentence.tokens[phrase.lowerBound - 1].form != ",",
                sentence.tokens[phrase.lowerBound - 1].form != "that",
                days.contains(sentence.tokens[time].form.lowercased())
            else { continue }
            sentence.tokens[time].head = saying
        }
    }

    private static let days: Set<String> = [
        "earlier", "later", "today", "yesterday", "tonight", "monday", "tuesday", "wednesday", "thursday", "friday",
        "saturday", "sunday", "morning", "afternoon", "evening", "night", "week", "month", "previously", "recently",
        "january", "february", "march", "april", "june", "july", "august", "september", "october", "november",
        "december", "separately", "afterwards", "afterward",
    ]

    /// "Analysts say that Malta, whose economy shrank, cannot pay.": behind a comma "whose" tells of the noun before it.
    private static func giveRelative(_ saying: Int, in sentence: inout Sentence) {
        let contents = contents(of: saying, in: sentence)
        guard contents.count == 2, let noun = subject(of: contents[1], in: sentence), noun < contents[0] else { return }
        let start = sentence.start(of: contents[0])
        let first = sentence.tokens[start].form == "," ? start + 1 : start
        guard first > noun, sentence.tokens[first - 1].form == ",",
            ["WP$", "WP", "WDT"].contains(sentence.tokens[first].xpos)
        else { return }
        sentence.tokens[contents[0]].head = noun
        sentence.tokens[contents[0]].relation = "acl:relcl"
    }

    /// "Asked whether he would go, Vos said: "Ask them."": the question is no part of the answer.
    private static func giveAsked(_ saying: Int, in sentence: inout Sentence) {
        for asked in sentence.dependents(of: saying)
        where asked < saying && sentence.tokens[asked].relation == "ccomp"
            && ["asked", "questioned", "pressed", "quizzed"].contains(sentence.tokens[asked].form.lowercased())
            && sentence.start(of: asked) == asked && subject(of: asked, in: sentence) == nil
        {
            sentence.tokens[asked].relation = "dep"
            sentence.tokens[asked].xpos = "VBN"
        }
    }

    /// "They found when fish were plentiful, they would eat them.": the clause between the verb and the comma belongs to what
    /// they found.
    private static func takeCondition(_ saying: Int, in sentence: inout Sentence) {
        let contents = contents(of: saying, in: sentence)
        // "says if there is no deal, a strike is possible": the condition is no statement of its own.
        let isFirst = contents.count == 2 && sentence.start(of: contents[0]) <= saying + 2
        guard let content = isFirst ? contents.last : contents.first,
            let clause = sentence.dependents(of: saying).first(where: {
                $0 > saying && $0 < content && ["advcl", "ccomp"].contains(sentence.tokens[$0].relation)
            }), sentence.start(of: clause) == saying + 1,
            ["when", "if", "while", "although", "though", "after", "once", "unless", "because", "since"].contains(
                sentence.tokens[saying + 1].form), sentence.hasSubject(clause),
            sentence.end(of: clause) + 2 >= sentence.start(of: content)
        else { return }
        sentence.tokens[clause].head = content
        sentence.tokens[clause].relation = "advcl"
    }

    /// "told local media Vos's heart had stopped": the press is told, and owns no heart.
    private static func takeAddressee(_ saying: Int, in sentence: inout Sentence) {
        guard ["tell", "inform"].contains(sentence.tokens[saying].lemma),
            let content = contents(of: saying, in: sentence).first,
            !sentence.dependents(of: saying).contains(where: {
                ["iobj", "obj"].contains(sentence.tokens[$0].relation)
            }),
            let told = (saying + 1..<min(saying + 5, content)).first(where: {
                press.contains(sentence.tokens[$0].form.lowercased())
            }), sentence.start(of: told) == saying + 1, sentence.end(of: told) == told, told + 1 < content,
            sentence.dominates(content, told), sentence.tokens[told].head > told,
            !["'s", "’s"].contains(sentence.tokens[told + 1].form)
        else { return }
        sentence.tokens[told].head = saying
        sentence.tokens[told].relation = "iobj"
    }

    private static let press: Set<String> = [
        "media", "reporters", "journalists", "press", "lawmakers", "parliament", "police", "investigators", "radio",
        "television", "tv",
    ]

    /// "News source Daily Xtra's director, Ada Holm, said": what stands before the owner of the one who says it describes the
    /// owner.
    private static func joinOwner(_ saying: Int, in sentence: inout Sentence) {
        let subjects = sentence.dependents(of: saying).filter {
            $0 < saying && sentence.tokens[$0].relation == "nsubj"
        }
        guard subjects.count == 2, sentence.start(of: subjects[1]) == sentence.end(of: subjects[0]) + 1,
            let owner = sentence.dependents(of: subjects[1]).first(where: {
                sentence.tokens[$0].relation == "nmod:poss" && $0 < subjects[1]
            }), sentence.start(of: owner) == sentence.start(of: subjects[1]), sentence.tokens[owner].upos == "PROPN"
        else { return }
        sentence.tokens[subjects[0]].head = owner
        sentence.tokens[subjects[0]].relation = "nmod:desc"
    }

    /// "a flight, which they said might take place in May": the relative word belongs to the verb of saying, and what is said
    /// has no subject but the noun.
    private static func takeRelative(_ saying: Int, in sentence: inout Sentence) {
        guard sentence.tokens[saying].relation == "acl:relcl", let content = contents(of: saying, in: sentence).first,
            subject(of: saying, in: sentence) != nil, subject(of: content, in: sentence) == nil,
            let relative = sentence.dependents(of: content).first(where: {
                $0 < saying && ["WDT", "WP"].contains(sentence.tokens[$0].xpos) && sentence.dependents(of: $0).isEmpty
            }), ["MD", "VBD", "VBZ", "VBP"].contains(sentence.tokens[saying + 1].xpos)
        else { return }
        sentence.tokens[relative].head = saying
        sentence.tokens[relative].relation = "obj"
    }

    /// "told reporters today the tests went well": when it was told.
    private static func takeDay(_ saying: Int, in sentence: inout Sentence) {
        guard let content = contents(of: saying, in: sentence).first, content > saying + 2 else { return }
        takeTime(saying, content, in: &sentence)
        var day = sentence.start(of: content)
        guard ["today", "yesterday", "tonight"].contains(sentence.tokens[day].form), sentence.end(of: day) == day,
            day + 1 < content, sentence.tokens[day + 1].form != "'s"
        else { return }
        // "yesterday morning"
        if sentence.tokens[day].head == day + 1,
            ["morning", "afternoon", "evening", "night"].contains(sentence.tokens[day + 1].form)
        {
            day += 1
        }
        guard sentence.tokens[day].head > day,
            ["compound", "nmod:unmarked", "nmod", "obl:unmarked", "advmod"].contains(sentence.tokens[day].relation)
        else { return }
        sentence.tokens[day].head = saying
        sentence.tokens[day].relation = "obl:unmarked"
    }
}
