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
                ["Vos studied data using software", "Vos uses software"]
            ),
            // The area is called so, not the city.
            (
                "Holm|NNP|2|nsubj visited:visit|VBD|0|root an|DT|4|det area|NN|2|obj of|IN|7|case the|DT|7|det city|NN|4|nmod called:call|VBN|7|acl Nyhavn|NNP|8|obj",
                ["Holm visited an area of the city called Nyhavn", "an area of the city called Nyhavn called Nyhavn"]
            ),
            // Who joins is the one before the verb.
            (
                "Talks:talk|NNS|3|nsubj:pass were:be|VBD|3|aux:pass delayed:delay|VBN|0|root by|IN|5|case Vos|NNP|3|obl:agent joining:join|VBG|3|advcl Malta|NNP|6|obj",
                ["Vos delays Talks", "Vos memberOf Malta"]
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
            // A sentence has a verb.
            (
                "The|DT|2|det company|NN|0|root named:name|VBN|2|acl Holm|NNP|3|obj as|IN|6|case chief|NN|3|obl .|.|2|punct",
                ["The company names 'Holm as chief'"]
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
