import English
import Testing

@testable import Extraction

/// Who does what a participle, a relative clause or a second verb tells.
@Suite("Whose act a participle tells")
struct WhoIsMeantTests {
    @Test(
        "One sentence a rule",
        arguments: [
            // Whoever analyses uses the software.
            (
                "Vos|NNP|2|nsubj analysed:analyse|VBD|0|root data|NNS|2|obj using:use|VBG|3|acl software|NN|4|obj",
                ["Vos analyzed data using software", "Vos uses software"]
            ),
            // The area is called so, not the city.
            (
                "Holm|NNP|2|nsubj visited:visit|VBD|0|root an|DT|4|det area|NN|2|obj of|IN|7|case the|DT|7|det city|NN|4|nmod called:call|VBN|7|acl Nyhavn|NNP|8|obj",
                ["Holm visited an area of the city called Nyhavn", "an area of the city called Nyhavn knownAs Nyhavn"]
            ),
            // What was so is not told of today; what is, is.
            (
                "Vos|NNP|2|nsubj had:have|VBD|0|root ships:ship|NNS|2|obj and|CC|5|cc has:have|VBZ|2|conj boats:boat|NNS|5|obj",
                ["Vos had ships", "Vos has boats"]
            ),
            // Who joins is the one before the verb.
            (
                "Talks:talk|NNS|3|nsubj:pass were:be|VBD|3|aux:pass delayed:delay|VBN|0|root by|IN|5|case Vos|NNP|3|obl:agent joining:join|VBG|3|advcl Malta|NNP|6|obj",
                ["Vos delayed Talks", "Vos memberOf Malta"]
            ),
            // A region comprises it.
            (
                "Vos|NNP|2|nsubj leads:lead|VBZ|0|root Malta|NNP|2|obj ,|,|5|punct comprising:comprise|VBG|2|advcl Gozo|NNP|5|obj",
                ["Vos leads Malta"]
            ),
            // What he denied is all that stands before.
            (
                "Vos|NNP|3|nsubj:pass was:be|VBD|3|aux:pass jailed:jail|VBN|0|root for|IN|5|case fraud|NN|3|obl ,|,|9|punct which|WDT|9|obj he|PRP|9|nsubj denied:deny|VBD|5|acl:relcl .|.|3|punct",
                ["Vos wasJailedFor fraud"]
            ),
            // No infinitive is joined to a past tense.
            (
                "Vos|NNP|2|nsubj urged:urge|VBD|0|root Malta|NNP|2|obj to|TO|5|mark pay|VB|2|xcomp and|CC|7|cc met:meet|VBD|5|conj Holm|NNP|7|obj",
                ["Vos urged Malta", "Vos met Holm"]
            ),
            // Behind an infinitive a participle without "be" is a past tense, and goes on with the verb above; so it is behind a gerund.
            (
                "Vos|NNP|2|nsubj accused:accuse|VBD|0|root Malta|NNP|2|obj of|IN|5|mark failing:fail|VBG|2|advcl to|TO|7|mark pay|VB|5|xcomp and|CC|9|cc met:meet|VBN|7|conj Holm|NNP|9|obj",
                ["Vos accused Malta", "Vos met Holm"]
            ),
            (
                "Vos|NNP|2|nsubj accused:accuse|VBD|0|root Malta|NNP|2|obj of|IN|5|mark lying:lie|VBG|2|advcl and|CC|7|cc met:meet|VBD|5|conj Holm|NNP|7|obj",
                ["Vos accused Malta", "Vos met Holm"]
            ),
            // A sentence has a verb.
            (
                "The|DT|2|det company|NN|0|root named:name|VBN|2|acl Holm|NNP|3|obj as|IN|6|case chief|NN|3|obl .|.|2|punct",
                ["The company names 'Holm as chief'"]
            ),
            // Whoever is there offers them; trouble staffs nothing.
            (
                "Vos|NNP|4|nsubj was:be|VBD|4|cop on|IN|4|case hand|NN|0|root offering:offer|VBG|4|acl books:book|NNS|5|obj",
                ["Vos is 'on hand offering books'", "Vos offered books"]
            ),
            (
                "Vos|NNP|2|nsubj had:have|VBD|0|root trouble|NN|2|obj staffing:staff|VBG|3|acl hotels:hotel|NNS|4|obj",
                ["Vos had 'trouble staffing hotels'"]
            ),
            // Whom a statement speaks of may be meant.
            (
                "Vos|NNP|2|nsubj spoke:speak|VBD|0|root of|IN|4|case Malta|NNP|2|obl assuming:assume|VBG|2|advcl the|DT|7|det duty|NN|5|obj",
                ["Vos spokeAbout Malta"]
            ),
            // A country is no who.
            (
                "Vos|NNP|6|nsubj from|IN|3|case Malta|NNP|1|nmod who|WP|5|nsubj won:win|VBD|3|acl:relcl left:leave|VBD|0|root Lund|NNP|6|obj",
                ["Vos from Malta won", "Vos from Malta left Lund"]
            ),
            // What one is to do besides is not done.
            (
                "Vos|NNP|3|nsubj:pass was:be|VBD|3|aux:pass sentenced:sentence|VBN|0|root to|IN|5|case prison|NN|3|obl and|CC|8|cc to|TO|8|mark pay|VB|3|conj damages:damage|NNS|8|obj",
                ["Vos wasSentencedTo prison"]
            ),
            (
                "Vos|NNP|3|nsubj nearly|RB|3|advmod drowned:drown|VBD|0|root .|.|3|punct",
                []
            ),
            // An adjective goes on as one.
            (
                "Glue|NN|2|nsubj remains:remain|VBZ|0|root flexible|JJ|2|xcomp and|CC|5|cc works:work|VBZ|3|conj",
                ["Glue remains 'flexible'", "Glue works"]
            ),
            // "there" beside a noun is no "there is".
            (
                "Residents:resident|NNS|3|nsubj there|EX|3|expl praised:praise|VBD|0|root Vos|NNP|3|obj",
                ["Residents praised Vos"]
            ),
        ])
    func rules(notation: String, expected: [String]) {
        let sentences = [TreeRepair.repaired(tree(notation))]
        let facts = ClaimExtractor().claims(sentences: sentences).filter { $0.isFact }
        #expect(facts.map { line($0, in: sentences) } == expected)
    }
}
