import English
import Foundation
import RDF

@testable import Extraction

/// Sentences written by hand, one token a word: `form/UPOS/XPOS/head/relation`, heads counted from 1, 0 for the root; a word may
/// be written with fewer parts.
func sentences(_ text: String, _ trees: [String]) -> [Sentence] {
    let scalars = Array(text.unicodeScalars)
    var place = 0
    return trees.map { tree in
        var tokens: [Token] = []
        for word in tree.split(whereSeparator: \.isWhitespace) {
            let parts = word.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
            let form = Array(parts[0].unicodeScalars)
            while place < scalars.count, Array(scalars[place..<min(scalars.count, place + form.count)]) != form {
                place += 1
            }
            tokens.append(
                Token(
                    form: parts[0], range: place..<place + form.count,
                    lemma: parts.count > 5 ? parts[5] : parts[0].lowercased(),
                    upos: parts.count > 1 ? parts[1] : "NOUN", xpos: parts.count > 2 ? parts[2] : "NN",
                    head: parts.count > 3 ? (Int(parts[3]) ?? 0) - 1 : -1,
                    relation: parts.count > 4 ? parts[4] : "dep"))
            place += form.count
        }
        let begin = tokens.first?.range.lowerBound ?? 0
        return Sentence(range: begin..<(tokens.last?.range.upperBound ?? begin), tokens: tokens)
    }
}

/// The token of a sentence with a form, the first unless told.
func token(_ form: String, in sentence: Int, of sentences: [Sentence]) -> TokenReference {
    TokenReference(sentence: sentence, token: sentences[sentence].tokens.firstIndex { $0.form == form } ?? 0)
}

/// The report that docs/model.md explains.
enum ExampleReport {
    static let text = """
        Harbour talks in Turku
        Monday, March 4, 2024

        Mayor Ada Okoro met Lars Lind in Turku. Lind said that the union could accept a "harbour plan". \
        The union holds at least 40 ships.

        """

    static let trees = [
        "Harbour/NOUN/NN/2/compound talks/NOUN/NNS/0/root in/ADP/IN/4/case Turku/PROPN/NNP/2/nmod",
        "Mayor/NOUN/NN/2/nmod:desc Ada/PROPN/NNP/4/nsubj Okoro/PROPN/NNP/2/flat met/VERB/VBD/0/root Lars/PROPN/NNP/4/obj "
            + "Lind/PROPN/NNP/5/flat in/ADP/IN/8/case Turku/PROPN/NNP/4/obl ./PUNCT/./4/punct",
        "Lind/PROPN/NNP/2/nsubj said/VERB/VBD/0/root that/SCONJ/IN/7/mark the/DET/DT/5/det union/NOUN/NN/7/nsubj "
            + "could/AUX/MD/7/aux accept/VERB/VB/2/ccomp a/DET/DT/11/det \"/PUNCT/``/11/punct harbour/NOUN/NN/11/compound "
            + "plan/NOUN/NN/7/obj \"/PUNCT/''/11/punct ./PUNCT/./2/punct",
        "The/DET/DT/2/det union/NOUN/NN/3/nsubj holds/VERB/VBZ/0/root at/ADP/IN/5/case least/ADJ/JJS/6/nummod:adv "
            + "40/NUM/CD/7/nummod ships/NOUN/NNS/3/obj ./PUNCT/./3/punct",
    ]

    /// Its analysis as the readers of mentions and claims should give it.
    static func analysis(source: String = "harbour.txt") throws -> ReportAnalysis {
        let report = try ReportReader().report(bytes: Array(text.utf8), path: source, source: source)
        let sentences = sentences(text, trees)
        func argument(_ form: String, _ sentence: Int, _ span: Range<Int>) -> Argument {
            Argument(head: token(form, in: sentence, of: sentences), span: span)
        }
        func mention(
            _ form: String, _ sentence: Int, _ span: Range<Int>, name: Range<Int>? = nil, _ type: String, chain: Int
        ) -> Mention {
            Mention(
                head: token(form, in: sentence, of: sentences), span: span, nameSpan: name,
                kind: name == nil ? .common : .named, type: type, isTypeSure: true, chain: chain)
        }
        let mentions = [
            mention("talks", 0, 0..<4, "Event", chain: 0),
            mention("Turku", 0, 3..<4, name: 3..<4, "Place", chain: 1),
            mention("Ada", 1, 0..<3, name: 1..<3, "Person", chain: 2),
            mention("Lars", 1, 4..<6, name: 4..<6, "Person", chain: 3),
            mention("Turku", 1, 7..<8, name: 7..<8, "Place", chain: 1),
            mention("Lind", 2, 0..<1, name: 0..<1, "Person", chain: 3),
            mention("union", 2, 3..<5, "Organization", chain: 4),
            mention("plan", 2, 7..<12, name: 9..<11, "Proposal", chain: 5),
            mention("union", 3, 0..<2, "Organization", chain: 4),
            mention("ships", 3, 3..<7, "Thing", chain: 6),
        ]
        let claims = [
            Claim(
                sentence: 1, predicate: [], relation: "hasRole", isNamed: true, surface: "Mayor",
                subject: argument("Ada", 1, 1..<3), object: .text("mayor", 0..<1)),
            Claim(
                sentence: 1, predicate: [3], relation: "met", isNamed: true, surface: "met",
                subject: argument("Ada", 1, 0..<3), object: .phrase(argument("Lars", 1, 4..<6)), tense: .past,
                qualifiers: [Qualifier(.place, argument: argument("Turku", 1, 7..<8), text: "Turku")]),
            Claim(
                sentence: 2, predicate: [1], relation: "said", isNamed: true, surface: "said",
                subject: argument("Lind", 2, 0..<1),
                object: .text("the union could accept a \"harbour plan\"", 3..<12), tense: .past, contents: [3]),
            Claim(
                sentence: 2, predicate: [5, 6], relation: "accepted", isNamed: true, surface: "could accept",
                subject: argument("union", 2, 3..<5), object: .phrase(argument("plan", 2, 7..<12)),
                certainty: .hedged, attribution: [argument("Lind", 2, 0..<1)]),
            Claim(
                sentence: 3, predicate: [2], relation: "holds", isNamed: false, surface: "holds",
                subject: argument("union", 3, 0..<2),
                object: .quantity(
                    Quantity(value: "40", bound: .atLeast, unit: "ships", quantityOf: "ships"),
                    argument("ships", 3, 3..<7))),
        ]
        return ReportAnalysis(
            hash: report.hash, source: report.source, title: report.title, date: report.date, text: report.text,
            sentences: sentences, mentions: mentions, claims: claims)
    }

    /// The vocabulary's word on the relations used here.
    static let relations: [String: RelationDescription] = [
        "hasRole": RelationDescription(label: "has role"),
        "met": RelationDescription(label: "met", otherLabels: ["meet"], isSymmetric: true),
        "said": RelationDescription(label: "said", otherLabels: ["say", "state"]),
        "accepted": RelationDescription(label: "accepted", otherLabels: ["accept", "approve"]),
    ]
}

/// The folder of fixtures that several test targets share.
func fixture(_ name: String) -> URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Fixtures").appendingPathComponent(name)
}

/// N-Triples of some triples, for comparing with a fixture.
func lines(_ triples: [RDF.Triple]) -> String {
    func term(_ term: RDF.Term) -> String {
        switch term {
        case .iri(let iri): return "<\(iri)>"
        case .blank(let label): return "_:\(label)"
        case .literal(let literal):
            var text = ""
            for scalar in literal.lexicalForm.unicodeScalars {
                switch scalar {
                case "\n": text += "\\n"
                case "\r": text += "\\r"
                case "\"": text += "\\\""
                case "\\": text += "\\\\"
                default: text.unicodeScalars.append(scalar)
                }
            }
            let type = literal.datatype == RDF.XSD.string ? "" : "^^<\(literal.datatype)>"
            return "\"\(text)\"" + (literal.language.map { "@\($0)" } ?? type)
        }
    }
    return triples.map { "\(term($0.subject)) \(term($0.predicate)) \(term($0.object)) .\n" }.joined()
}
