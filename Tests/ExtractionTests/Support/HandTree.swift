import English

@testable import Extraction

/// A sentence with a tree, written by hand: `word:lemma|TAG|head|relation` a token, separated by blanks or line ends; the
/// lemma may be left out where it is the word, heads count from 1, 0 is the root.
///
/// ```
/// tree("Police|NNS|2|nsubj tried:try|VBD|0|root to|TO|4|mark clear|VB|2|xcomp the|DT|6|det square|NN|4|obj")
/// ```
func tree(_ notation: String, from begin: Int = 0, startsLine: Bool = false) -> Sentence {
    var offset = begin
    var tokens: [Token] = []
    for entry in notation.split(whereSeparator: \.isWhitespace) {
        let fields = entry.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        let word = fields[0].split(separator: ":", maxSplits: 1).map(String.init)
        let form = word.first ?? fields[0]
        let isGlued = [",", ".", "n't", "'s", "?", "%"].contains(form)
        if isGlued, offset > begin { offset -= 1 }
        let length = form.unicodeScalars.count
        let tag = fields[1]
        let label = fields[3]
        let isName = tag.hasPrefix("NNP")
        tokens.append(
            Token(
                form: form, range: offset..<offset + length,
                lemma: word.count > 1 ? word[1] : isName ? form : form.lowercased(),
                upos: universalTag(tag, label), xpos: tag, head: (Int(fields[2]) ?? 0) - 1, relation: label))
        offset += length + 1
    }
    return Sentence(range: begin..<offset, tokens: tokens, startsLine: startsLine)
}

private func universalTag(_ tag: String, _ label: String) -> String {
    if label.hasPrefix("aux") || label == "cop" { return "AUX" }
    switch tag {
    case "NN", "NNS": return "NOUN"
    case "NNP", "NNPS": return "PROPN"
    case "PRP", "WP", "EX": return "PRON"
    case "PRP$", "WP$": return "PRON"
    case "WDT": return "PRON"
    case "DT", "PDT": return label.hasPrefix("nsubj") || label == "obj" ? "PRON" : "DET"
    case "JJ", "JJR", "JJS": return "ADJ"
    case "RB", "RBR", "RBS", "WRB": return ["n't", "not"].contains(label) ? "PART" : "ADV"
    case "CD": return "NUM"
    case "$": return "SYM"
    case "IN": return label == "mark" ? "SCONJ" : "ADP"
    case "TO", "POS": return "PART"
    case "CC": return "CCONJ"
    case "RP": return "ADP"
    case "MD": return "AUX"
    case ",", ".", ":", "``", "''", "HYPH": return "PUNCT"
    default: return tag.hasPrefix("VB") ? "VERB" : "X"
    }
}

/// A claim in one line: `subject relation object`, and in brackets what is not the default.
func line(_ claim: Claim, in sentences: [Sentence]) -> String {
    func words(_ argument: Argument) -> String {
        let tokens = sentences[argument.head.sentence].tokens
        return argument.span.isEmpty
            ? tokens[argument.head.token].form : tokens[argument.span].map(\.form).joined(separator: " ")
    }
    var text = (claim.subject.map(words) ?? "_") + " \(claim.relation)"
    switch claim.object {
    case .phrase(let argument): text += " " + words(argument)
    case .quantity(let quantity, _):
        text += " \(quantity.value)" + (quantity.upperValue.map { "-" + $0 } ?? "")
        text += quantity.bound.map { " \($0.rawValue)" } ?? ""
        text += quantity.unit.map { " " + $0 } ?? ""
        text += quantity.quantityOf.map { " (\($0))" } ?? ""
    case .text(let content, _): text += " '\(content)'"
    case .none: break
    }
    var marks: [String] = []
    if claim.polarity == .negated { marks.append("negated") }
    if claim.certainty != .stated { marks.append(claim.certainty.rawValue) }
    if claim.tense == .future { marks.append("future") }
    if !claim.attribution.isEmpty { marks.append("by " + claim.attribution.map(words).joined(separator: " < ")) }
    return marks.isEmpty ? text : text + " [" + marks.joined(separator: ", ") + "]"
}

/// The claims of one sentence, in lines.
func claims(_ notation: String, date: String? = nil) -> [String] {
    let sentences = [tree(notation)]
    return ClaimExtractor().claims(sentences: sentences, mentions: namedMentions(sentences), date: date)
        .map { line($0, in: sentences) }
}

/// The claims of one sentence after the repairs of its tree, in lines.
func repairedClaims(_ notation: String) -> [String] {
    let sentences = [TreeRepair.repaired(tree(notation))]
    return ClaimExtractor().claims(sentences: sentences).map { line($0, in: sentences) }
}

/// Mentions for hand-written trees: a name's class stands in a small table, all else is unknown.
private func namedMentions(_ sentences: [Sentence]) -> [Mention] {
    let classes = [
        "Vos": "Person", "Holm": "Person", "Ana": "Person", "Malta": "Country", "Oslo": "Place", "Lund": "Place",
        "Reuters": "Organization", "party": "Organization", "war": "Event", "Maltese": "Country",
    ]
    var mentions: [Mention] = []
    for (index, sentence) in sentences.enumerated() {
        for (token, word) in sentence.tokens.enumerated() {
            guard let type = classes[word.form] else { continue }
            mentions.append(
                Mention(
                    head: TokenReference(sentence: index, token: token), span: token..<token + 1,
                    nameSpan: token..<token + 1, kind: word.upos == "PROPN" ? .named : .common, type: type,
                    chain: mentions.count))
        }
    }
    return mentions
}
