import English
import Testing

@testable import Extraction

/// What an object says little without: it is kept with it, or nothing is asserted.
@Suite("Objects and their complements")
struct ComplementTests {
    @Test(
        "One sentence a rule",
        arguments: [
            // What somebody was urged to do; a name stays a node.
            (
                "The|DT|2|det couple|NN|3|nsubj urged:urge|VBD|0|root visitors:visitor|NNS|3|iobj to|TO|6|mark stay|VB|3|xcomp",
                ["The couple urged 'visitors to stay'"]
            ),
            (
                "The|DT|2|det couple|NN|3|nsubj urged:urge|VBD|0|root Malta|NNP|3|obj to|TO|6|mark stay|VB|3|xcomp",
                ["The couple urged Malta"]
            ),
            (
                "Malta|NNP|2|nsubj tells:tell|VBZ|0|root foreign|JJ|4|amod powers:power|NNS|2|iobj to|TO|6|mark leave|VB|2|ccomp",
                ["Malta told 'foreign powers to leave'"]
            ),
            (
                "Vos|NNP|2|nsubj called:call|VBD|0|root for|IN|4|case members:member|NNS|2|obl to|TO|6|mark pay|VB|2|advcl .|.|2|punct",
                ["Vos calledFor 'members to pay'"]
            ),
            // What they were kept in, or classified as.
            (
                "Parents:parent|NNS|2|nsubj kept:keep|VBD|0|root their|PRP$|4|nmod:poss children:child|NNS|2|obj in|IN|6|case captivity|NN|2|obl",
                ["Parents keeps 'their children in captivity'"]
            ),
            (
                "The|DT|2|det agency|NN|3|nsubj classified:classify|VBD|0|root the|DT|5|det outbreak|NN|3|obj as|IN|8|case a|DT|8|det pandemic|NN|3|obl",
                ["The agency classifies 'the outbreak as a pandemic'"]
            ),
            (
                "The|DT|2|det board|NN|3|nsubj held:hold|VBD|0|root officers:officer|NNS|3|obj in|IN|6|case contempt|NN|3|obl",
                ["The board holds 'officers in contempt'"]
            ),
            (
                "The|DT|2|det board|NN|3|nsubj held:hold|VBD|0|root talks:talk|NNS|3|obj in|IN|6|case Malta|NNP|3|obl",
                ["The board heldEvent talks"]
            ),
            // A passive with an agent has its complement behind the verb.
            (
                "The|DT|2|det album|NN|4|nsubj:pass was:be|VBD|4|aux:pass certified:certify|VBN|0|root gold|NN|4|xcomp by|IN|7|case Vos|NNP|4|obl:agent",
                ["Vos certifies 'The album gold'"]
            ),
            // What a thing is called, taken for another name of it.
            (
                "Vos|NNP|2|nsubj called:call|VBD|0|root the|DT|4|det move|NN|2|obj a|DT|6|det grab|NN|4|appos",
                ["Vos calls 'the move a grab'"]
            ),
            // A passive that says nothing without what stands behind it.
            (
                "Prices:price|NNS|3|nsubj:pass were:be|VBD|3|aux:pass shown:show|VBN|0|root in|IN|6|case the|DT|6|det uplands:upland|NNS|3|obl",
                ["Prices wasShownIn the uplands"]
            ),
            (
                "Women:woman|NNS|3|nsubj:pass were:be|VBD|3|aux:pass prohibited:prohibit|VBN|0|root from|IN|5|mark working:work|VBG|3|advcl",
                ["Women wasProhibitedFrom 'working'"]
            ),
            ("Malta|NNP|4|nsubj:pass is:be|VBZ|4|aux:pass also|RB|4|advmod involved:involve|VBN|0|root", []),
            // Where to, or as what, belongs to the verb.
            (
                "A|DT|2|det plane|NN|3|nsubj came:come|VBD|0|root down|RB|3|advmod into|IN|7|case a|DT|7|det field|NN|3|obl",
                ["A plane comesDownInto a field"]
            ),
            (
                "Vos|NNP|2|nsubj came:come|VBD|0|root in|RB|4|advmod second|RB|2|advmod in|IN|6|case Malta|NNP|2|obl",
                ["Vos comesInSecondIn Malta"]
            ),
            (
                "The|DT|2|det party|NN|3|nsubj grew:grow|VBD|0|root ahead|RB|3|advmod of|IN|7|case the|DT|7|det vote|NN|3|obl",
                ["The party rose"]
            ),
            (
                "Vos|NNP|2|nsubj stood:stand|VBD|0|root next|RB|2|advmod to|IN|5|case Holm|NNP|2|obl",
                ["Vos standsNextTo Holm"]
            ),
            ("Vos|NNP|2|nsubj stood:stand|VBD|0|root next|RB|2|advmod", []),
            (
                "Vos|NNP|2|nsubj finished:finish|VBD|0|root in|IN|5|case second|JJ|5|amod place|NN|2|obl",
                ["Vos finishesIn second place"]
            ),
            (
                "It|PRP|2|nsubj finished:finish|VBD|0|root in|IN|4|case place|NN|2|obl of|IN|6|case Malta|NNP|4|nmod",
                ["It finishes"]
            ),
            // What one focuses on or insists on is part of it, and no fact of its own.
            (
                "Malta|NNP|2|nsubj focused:focus|VBD|0|root on|IN|4|mark rebuilding:rebuild|VBG|2|advcl homes:home|NNS|4|obj",
                ["Malta focusesOn 'rebuilding homes'"]
            ),
            // How it works, nobody has told.
            (
                "They|PRP|2|nsubj differ|VBP|0|root on|IN|6|mark how|WRB|6|advmod inquiries:inquiry|NNS|6|nsubj work|VBP|2|advcl",
                ["They differs"]
            ),
            // A preposition before "at least" is no particle.
            (
                "Vos|NNP|2|nsubj appeared:appear|VBD|0|root on|RP|2|compound:prt at|IN|5|case least|JJS|6|nmod four|CD|7|nummod ballots:ballot|NNS|2|obl",
                ["Vos appearedIn at least four ballots", "at least four ballots hasCount 4 atLeast ballots (ballots)"]
            ),
            // Where the relative clause's act took place.
            (
                "They|PRP|2|nsubj met:meet|VBD|0|root in|IN|4|case Lund|NNP|2|obl ,|,|8|punct where|WRB|8|advmod fish|NNS|8|nsubj evolved:evolve|VBD|4|acl:relcl",
                ["They metIn Lund", "fish evolvesIn Lund"]
            ),
            // Where something was identified or banned is told with it; an owned thing without an owner says nothing.
            (
                "The|DT|2|det strain|NN|4|nsubj:pass was:be|VBD|4|aux:pass identified:identify|VBN|0|root in|IN|6|case Malta|NNP|4|obl",
                ["The strain wasIdentifiedIn Malta"]
            ),
            (
                "The|DT|2|det airline|NN|5|nsubj:pass is:be|VBZ|5|aux:pass privately|RB|5|advmod owned:own|VBN|0|root",
                []
            ),
            // Nobody says a floor.
            (
                "Vos|NNP|2|nsubj said:say|VBD|0|root on|IN|5|case the|DT|5|det floor|NN|2|obl",
                []
            ),
            // Whoever dies of something is no place or number.
            (
                "Vos|NNP|2|nsubj died:die|VBD|0|root from|IN|4|case injuries:injury|NNS|2|obl",
                ["Vos died"]
            ),
            (
                "Vos|NNP|2|nsubj dies:die|VBZ|0|root aged|JJ|2|xcomp 82|CD|2|xcomp",
                ["Vos died"]
            ),
            // Whom one orders to do what.
            (
                "Vos|NNP|2|nsubj ordered:order|VBD|0|root the|DT|4|det army|NN|2|obj to|TO|6|mark leave|VB|2|xcomp",
                ["Vos ordered 'the army to leave'"]
            ),
            // Of two objects a sum is no one.
            (
                "Vos|NNP|2|nsubj fined:fine|VBD|0|root the|DT|4|det firm|NN|2|obj two|CD|6|nummod euros:euro|NNS|2|obj",
                ["Vos fined the firm"]
            ),
            (
                "Malta|NNP|2|nsubj announced:announce|VBD|0|root three|CD|4|nummod days:day|NNS|2|obj of|IN|6|case mourning|NN|4|nmod",
                ["Malta announces 'three days of mourning'"]
            ),
            // "made what he called madness" has no label; "called the claims absurd" has one.
            (
                "Vos|NNP|2|nsubj called:call|VBD|0|root the|DT|4|det law|NN|2|obj .|.|2|punct",
                []
            ),
            (
                "Vos|NNP|2|nsubj called:call|VBD|0|root the|DT|4|det law|NN|2|obj absurd|JJ|4|amod .|.|2|punct",
                ["Vos calls 'the law absurd'"]
            ),
            // One of a list is not all of it.
            (
                "Reports:report|NNS|2|nsubj vary|VBP|0|root between|IN|5|case a|DT|5|det knife|NN|2|obl and|CC|8|cc a|DT|8|det tool|NN|5|conj",
                ["Reports variesBetween 'a knife and a tool'"]
            ),
            // The first to do something is not the first of all.
            (
                "Vos|NNP|2|nsubj became:become|VBD|0|root the|DT|5|det first|JJ|5|amod woman|NN|2|xcomp to|TO|7|mark lead|VB|5|acl Malta|NNP|7|obj",
                ["Vos hasRole 'first woman to lead Malta'"]
            ),
            // A number that counts nothing says nothing.
            (
                "Malta|NNP|2|nsubj lost:lose|VBD|0|root 42|CD|2|obj",
                []
            ),
            // A noun that follows belongs to what the thing is.
            (
                "Lund|NNP|3|nsubj was:be|VBD|3|cop home|NN|0|root to|TO|5|case settlers:settler|NNS|3|obl",
                ["Lund is 'home to settlers'"]
            ),
            (
                "Lund|NNP|3|nsubj was:be|VBD|3|cop one|CD|0|root of|IN|5|case towns:town|NNS|3|nmod that|WDT|7|nsubj burned:burn|VBD|5|acl:relcl",
                ["Lund is 'one of towns that burned'", "towns burned"]
            ),
        ])
    func rules(notation: String, expected: [String]) {
        let sentences = [TreeRepair.repaired(tree(notation))]
        let facts = ClaimExtractor().claims(sentences: sentences).filter { $0.isFact && $0.relation != "hasAge" }
        #expect(facts.map { line($0, in: sentences) } == expected)
    }
}
