import English
import Testing

@testable import Extraction

/// The mentions of hand-made sentences as `phrase (name) Type`, in the order of the text.
func mentions(_ trees: String...) -> [String] {
    let sentences = trees.map { tree($0, startsLine: true) }
    return MentionFinder.mentions(in: sentences).map { mention in
        let tokens = sentences[mention.head.sentence].tokens
        let phrase = tokens[mention.span].map(\.form).joined(separator: " ")
        let name = mention.nameSpan.map { " (" + tokens[$0].map(\.form).joined(separator: " ") + ")" } ?? ""
        return phrase + name + " " + mention.type
    }
}

@Suite("Mentions")
struct MentionTests {
    @Test("A phrase runs from determiner to last modifier; conjuncts, appositions and prepositions stay outside")
    func spans() {
        #expect(
            mentions(
                "In|IN|4|case the|DT|4|det old|JJ|4|amod harbour|NN|9|obl of|IN|6|case Oslo|NNP|4|nmod ,|,|9|punct ships:ship|NNS|9|nsubj "
                    + "carry:carry|VBP|0|root grain|NN|9|obj and|CC|12|cc coal|NN|10|conj .|.|9|punct")
                == [
                    "the old harbour of Oslo Place", "Oslo (Oslo) City", "ships Product", "grain Thing",
                    "coal Thing",
                ])
    }

    @Test("A title is no part of the name, whatever the tree makes of it, and makes a person")
    func titles() {
        #expect(
            mentions("Mayor|NNP|2|compound Okoro|NNP|3|nsubj spoke:speak|VBD|0|root .|.|3|punct")
                == ["Mayor Okoro (Okoro) Person"])
        #expect(
            mentions(
                "Secretary|NNP|6|nsubj of|IN|3|case State|NNP|1|nmod Ada|NNP|5|compound Okoro|NNP|1|flat spoke:speak|VBD|0|root"
            )
            .first == "Secretary of State Ada Okoro (Ada Okoro) Person")
        #expect(
            mentions("General|NNP|2|compound Motors|NNP|3|nsubj grew:grow|VBD|0|root")
                == ["General Motors (General Motors) Organization"])
    }

    @Test("A name before a common noun is a mention of its own; a demonym stands for its country")
    func modifiers() {
        let found = MentionFinder.mentions(in: [
            tree("The|DT|3|det Turkish|JJ|3|amod strike|NN|5|nsubj has:have|VBZ|5|aux ended:end|VBN|0|root")
        ])
        #expect(found.map(\.type) == ["Event", "Country"])
        #expect(found[1].canonicalName == "Turkey")
        #expect(
            mentions("The|DT|3|det Volvo|NNP|3|compound strike|NN|4|nsubj ended:end|VBD|0|root").map { $0.prefix(16) }
                == ["The Volvo strike", "Volvo (Volvo) Or"])
    }

    @Test("A phrase in quotation marks is the name of what it describes")
    func quotation() {
        #expect(
            mentions(
                "Unions:union|NNS|2|nsubj rejected:reject|VBD|0|root a|DT|6|det \"|``|6|punct harbour|NN|6|compound plan|NN|2|obj \"|''|6|punct"
            )
                == ["Unions Organization", "a \" harbour plan \" (harbour plan) Proposal"])
    }

    @Test("The last word of a name, a table or the word before it tells the type")
    func types() {
        #expect(
            mentions(
                "The|DT|4|det Turku|NNP|4|compound City|NNP|4|compound Council|NNP|5|nsubj met:meet|VBD|0|root in|IN|7|case "
                    + "France|NNP|5|obl in|IN|9|case June|NNP|5|obl")
                == [
                    "The Turku City Council (Turku City Council) Organization", "France (France) Country",
                    "June (June) Date",
                ])
    }
}

/// The chains of hand-made sentences with two mentions or more, each as its phrases.
func chains(_ trees: String..., speakers: [Int: String] = [:]) -> [[String]] {
    chains(of: trees.map { tree($0, startsLine: true) }, speakers: speakers)
}

/// The same of sentences that are one paragraph.
func paragraphChains(_ trees: String...) -> [[String]] {
    chains(of: trees.enumerated().map { tree($1, startsLine: $0 == 0) })
}

private func chains(of sentences: [Sentence], speakers: [Int: String] = [:]) -> [[String]] {
    let mentions = Coreference.chained(MentionFinder.mentions(in: sentences), in: sentences, speakers: speakers)
    var chains: [Int: [String]] = [:]
    for mention in mentions {
        let tokens = sentences[mention.head.sentence].tokens
        chains[mention.chain, default: []].append(tokens[mention.span].map(\.form).joined(separator: " "))
    }
    return chains.sorted { $0.key < $1.key }.map(\.value).filter { $0.count > 1 }
}

@Suite("Coreference")
struct CoreferenceTests {
    @Test("A surname is its latest holder; two full names of one surname stay apart")
    func surnames() {
        #expect(
            chains(
                "Ada|NNP|3|nsubj Okoro|NNP|1|flat met:meet|VBD|0|root Ben|NNP|3|obj Okoro|NNP|4|flat .|.|3|punct",
                "Okoro|NNP|2|nsubj left:leave|VBD|0|root .|.|2|punct")
                == [["Ben Okoro", "Okoro"]])
    }

    @Test("What is named after somebody, and a company's branch, is another")
    func namedAfter() {
        #expect(
            chains(
                "Mary|NNP|3|nsubj Day|NNP|1|flat joined:join|VBD|0|root The|DT|7|det Mary|NNP|7|compound Day|NNP|7|compound Show|NNP|3|obj"
            )
                == [])
        #expect(
            chains(
                "Acme|NNP|2|nsubj sued:sue|VBD|0|root Acme|NNP|5|compound Malta|NNP|5|compound Limited|NNP|2|obj") == []
        )
    }

    @Test("He is no woman, and not the object of his own verb")
    func gender() {
        #expect(
            chains(
                "Mary|NNP|3|nsubj Okoro|NNP|1|flat met:meet|VBD|0|root John|NNP|3|obj Lind|NNP|4|flat .|.|3|punct",
                "He|PRP|2|nsubj thanked:thank|VBD|0|root her|PRP|2|obj .|.|2|punct")
                == [["Mary Okoro", "her"], ["John Lind", "He"]])
    }

    @Test("The object of a verb of urging is who acts in the infinitive")
    func control() {
        #expect(
            chains(
                "John|NNP|3|nsubj Lind|NNP|1|flat urged:urge|VBD|0|root Paul|NNP|3|obj Okoro|NNP|4|flat to|TO|7|mark drop|VB|3|xcomp "
                    + "his|PRP$|9|nmod:poss plan|NN|7|obj")
                == [["Paul Okoro", "his"]])
    }

    @Test("Who says in a relative clause that he will leave is he, and not the subject outside")
    func relativeSpeaker() {
        #expect(
            chains(
                "John|NNP|3|nsubj Lind|NNP|1|flat succeeds:succeed|VBZ|0|root Paul|NNP|3|obj Okoro|NNP|4|flat ,|,|8|punct who|WP|8|nsubj said:say|VBD|4|acl:relcl "
                    + "he|PRP|11|nsubj would|MD|11|aux leave|VB|8|ccomp .|.|3|punct")
                == [["Paul Okoro , who said he would leave", "he"]])
    }

    @Test("Who says a quotation is nobody that it speaks of, in whichever of its sentences")
    func quotedPersons() {
        #expect(
            paragraphChains(
                "John|NNP|3|nsubj Lind|NNP|1|flat spoke:speak|VBD|0|root .|.|3|punct",
                "“|``|3|punct We|PRP|3|nsubj met:meet|VBD|0|root Paul|NNP|3|obj Okoro|NNP|4|flat .|.|3|punct",
                "Rain|NN|2|nsubj fell:fall|VBD|6|ccomp ,|,|2|punct ”|''|2|punct he|PRP|6|nsubj said:say|VBD|0|root .|.|6|punct"
            ) == [["John Lind", "he"]])
    }

    @Test("However long a quotation is, who said it stands right before it")
    func longQuotation() {
        #expect(
            paragraphChains(
                "John|NNP|3|nsubj Lind|NNP|1|flat spoke:speak|VBD|0|root .|.|3|punct",
                "“|``|3|punct Rain|NN|3|nsubj fell:fall|VBD|0|root .|.|3|punct",
                "Snow|NN|2|nsubj came:come|VBD|0|root .|.|2|punct", "Wind|NN|2|nsubj rose:rise|VBD|0|root .|.|2|punct",
                "Fog|NN|2|nsubj stayed:stay|VBD|0|root .|.|2|punct",
                "Ice|NN|2|nsubj broke:break|VBD|6|ccomp ,|,|2|punct ”|''|2|punct he|PRP|6|nsubj said:say|VBD|0|root .|.|6|punct"
            ) == [["John Lind", "he"]])
    }

    @Test("He who says more is the one person of the sentence before, though others were spoken of more often")
    func onlyPerson() {
        #expect(
            chains(
                "Paul|NNP|3|nsubj Okoro|NNP|1|flat met:meet|VBD|0|root Ada|NNP|3|obj Holm|NNP|4|flat .|.|3|punct",
                "Okoro|NNP|2|nsubj left:leave|VBD|0|root .|.|2|punct",
                "Okoro|NNP|2|nsubj said:say|VBD|0|root that|IN|5|mark rain|NN|5|nsubj fell:fall|VBD|2|ccomp .|.|2|punct",
                "Warnings:warning|NNS|2|nsubj came:come|VBD|0|root from|IN|4|case John|NNP|2|obl Lind|NNP|4|flat .|.|2|punct",
                "He|PRP|2|nsubj said:say|VBD|0|root that|IN|5|mark snow|NN|5|nsubj fell:fall|VBD|2|ccomp .|.|2|punct")
                == [["Paul Okoro", "Okoro", "Okoro"], ["John Lind", "He"]])
    }

    @Test("He in a clause of time is the subject of the clause around it")
    func subjectAround() {
        #expect(
            chains(
                "Paul|NNP|3|nsubj Okoro|NNP|1|flat met:meet|VBD|0|root Ada|NNP|3|obj Holm|NNP|4|flat .|.|3|punct",
                "Okoro|NNP|2|nsubj spoke:speak|VBD|0|root .|.|2|punct",
                "He|PRP|2|nsubj left:leave|VBD|0|root .|.|2|punct",
                "John|NNP|4|nsubj Lind|NNP|1|flat was|VBD|4|aux:pass jailed:jail|VBD|0|root after|IN|7|mark he|PRP|7|nsubj fled:flee|VBD|4|advcl .|.|4|punct"
            ) == [["Paul Okoro", "Okoro", "He"], ["John Lind", "he"]])
    }

    @Test("An apposition counts across a comma, a predicate without negation")
    func descriptions() {
        #expect(
            chains(
                "Ada|NNP|7|nsubj Okoro|NNP|1|flat ,|,|5|punct an|DT|5|det engineer|NN|1|appos ,|,|5|punct spoke:speak|VBD|0|root"
            )
                == [["Ada Okoro", "an engineer"]])
        #expect(
            chains("Ada|NNP|6|nsubj Okoro|NNP|1|flat is:be|VBZ|6|cop not|RB|6|advmod an|DT|6|det engineer|NN|0|root")
                == [])
    }

    @Test("This plan is the plan before; another plan is not")
    func sameHead() {
        #expect(
            chains(
                "Unions:union|NNS|2|nsubj saw:see|VBD|0|root a|DT|5|det new|JJ|5|amod plan|NN|2|obj",
                "They|PRP|2|nsubj rejected:reject|VBD|0|root this|DT|4|det plan|NN|2|obj",
                "A|DT|2|det plan|NN|3|nsubj failed:fail|VBD|0|root")
                == [["Unions", "They"], ["a new plan", "this plan"]])
    }

    @Test("Somebody's plan is the plan before, unless that was somebody's too; Monday is Monday")
    func ownedHead() {
        #expect(
            chains(
                "Unions:union|NNS|2|nsubj saw:see|VBD|0|root a|DT|4|det plan|NN|2|obj Monday|NNP|2|obl .|.|2|punct",
                "John|NNP|3|nsubj Lind|NNP|1|flat praised:praise|VBD|0|root his|PRP$|5|nmod:poss plan|NN|3|obj on|IN|7|case Monday|NNP|3|obl .|.|3|punct"
            )
                == [["a plan", "his plan"], ["Monday", "Monday"], ["John Lind", "his"]])
        #expect(
            chains(
                "John|NNP|3|nsubj Lind|NNP|1|flat thanked:thank|VBD|0|root his|PRP$|5|nmod:poss wife|NN|3|obj .|.|3|punct",
                "Paul|NNP|3|nsubj Okoro|NNP|1|flat thanked:thank|VBD|0|root his|PRP$|5|nmod:poss wife|NN|3|obj .|.|3|punct"
            )
                == [["John Lind", "his"], ["Paul Okoro", "his"]])
    }

    @Test("I and you are the speakers of a transcript")
    func speakers() {
        #expect(
            chains(
                "I|PRP|2|nsubj agree|VBP|0|root", "You|PRP|2|nsubj lied:lie|VBD|0|root", speakers: [0: "Ada", 1: "Ben"])
                == [["I", "You"]])
    }
}

@Suite("Names and what they are joined to")
struct NameTests {
    @Test("A body's name keeps the nationality in front of common words, and the place behind it is a mention too")
    func nationality() {
        #expect(
            mentions("The|DT|4|det French|JJ|4|amod Coast|NNP|4|compound Guard|NNP|5|nsubj spoke:speak|VBD|0|root")
                .contains { $0.hasPrefix("The French Coast Guard (French Coast Guard)") })
        #expect(
            mentions(
                "The|DT|2|det Parliament|NNP|6|nsubj of|IN|5|case the|DT|5|det Netherlands|NNP|2|nmod voted:vote|VBD|0|root"
            ).map { $0.split(separator: " ").last } == ["GovernmentOrganization", "Country"])
    }

    @Test("A role with a capital is no name")
    func roles() {
        #expect(mentions("The|DT|2|det President|NNP|3|nsubj left:leave|VBD|0|root") == ["The President Person"])
        #expect(mentions("Unions:union|NNS|2|nsubj met:meet|VBD|0|root Baker|NNP|2|obj").last == "Baker (Baker) Person")
    }

    @Test("An age is no part of the phrase; a region behind a town is")
    func edges() {
        #expect(
            mentions("Ada|NNP|5|nsubj Okoro|NNP|1|flat ,|,|4|punct 52|CD|1|nummod spoke:speak|VBD|0|root")
                == ["Ada Okoro (Ada Okoro) Person"])
    }

    @Test("One day and one year are one time, however often they are named")
    func dates() {
        #expect(
            chains(
                "Rain|NN|2|nsubj fell:fall|VBD|0|root on|IN|5|case June|NNP|5|nmod:unmarked 5|CD|2|obl",
                "On|IN|3|case June|NNP|3|nmod:unmarked 5|CD|5|obl it|PRP|5|nsubj stopped:stop|VBD|0|root")
                == [["Rain", "it"], ["June 5", "June 5"]])
    }

    @Test("This country is the one country named just before; with two of them nobody knows")
    func placeNouns() {
        #expect(
            chains(
                "France|NNP|2|nsubj grew:grow|VBD|0|root", "This|DT|2|det country|NN|3|nsubj shrank:shrink|VBD|0|root")
                == [["France", "This country"]])
        #expect(
            chains(
                "France|NNP|2|nsubj beat:beat|VBD|0|root Spain|NNP|2|obj",
                "This|DT|2|det country|NN|3|nsubj shrank:shrink|VBD|0|root") == [])
    }

    @Test("It that stands for the clause behind it means nothing before it")
    func emptySubject() {
        #expect(
            chains(
                "The|DT|2|det council|NN|3|nsubj met:meet|VBD|0|root",
                "It|PRP|4|nsubj is:be|VBZ|4|cop the|DT|4|det mayor|NN|0|root that|WDT|6|nsubj decides:decide|VBZ|4|acl:relcl"
            )
                == [])
    }

    @Test("What cannot speak says nothing")
    func speakers() {
        #expect(
            chains(
                "The|DT|2|det aircraft|NN|3|nsubj landed:land|VBD|0|root",
                "It|PRP|2|nsubj said:say|VBD|0|root that|IN|5|mark rain|NN|5|nsubj fell:fall|VBD|2|ccomp") == [])
    }

    @Test("I in a quotation is who says it in the same sentence")
    func quoted() {
        #expect(
            chains(
                "\"|``|3|punct I|PRP|3|nsubj agree|VBP|6|ccomp \"|''|3|punct Okoro|NNP|6|nsubj said:say|VBD|0|root")
                == [
                    ["I", "Okoro"]
                ])
    }
}
