import English
import Extraction

/// Look-ups in a report's analysis that keys need: the token at an offset, the claims on it, the names of a phrase.
public struct ReportView: Sendable {
    /// The analysis.
    public let analysis: ReportAnalysis

    private let mentionOfHead: [TokenReference: Int]
    private let chains: [Int: [Int]]

    /// A view of an analysis.
    public init(_ analysis: ReportAnalysis) {
        self.analysis = analysis
        var heads: [TokenReference: Int] = [:]
        var chains: [Int: [Int]] = [:]
        for (index, mention) in analysis.mentions.enumerated() {
            heads[mention.head] = index
            chains[mention.chain, default: []].append(index)
        }
        mentionOfHead = heads
        self.chains = chains
    }

    /// The token that stands at an offset in code points, or nil.
    public func token(at offset: Int) -> TokenReference? {
        for (sentenceIndex, sentence) in analysis.sentences.enumerated() where sentence.range.contains(offset) {
            for (tokenIndex, token) in sentence.tokens.enumerated() where token.range.contains(offset) {
                return TokenReference(sentence: sentenceIndex, token: tokenIndex)
            }
        }
        return nil
    }

    /// The claims that a token carries: those with it in the predicate, else those whose object it heads, else none.
    public func claims(on token: TokenReference) -> [Claim] {
        let here = analysis.claims.filter { $0.sentence == token.sentence }
        let carried = here.filter { $0.predicate.contains(token.token) }
        if !carried.isEmpty { return carried }
        return here.filter { claim in
            switch claim.object {
            case .phrase(let argument): argument.head == token
            case .quantity(_, let argument): argument?.head == token
            case .text(_, let range): range.count <= 6 && range.contains(token.token)
            case .none: false
            }
        }
    }

    /// The name of a claim's relation, and what it would be called after its own verb: keys name what the text says, whatever
    /// the vocabulary calls it.
    public func names(ofRelation claim: Claim) -> [String] {
        let tokens = analysis.sentences[claim.sentence].tokens
        let predicate = claim.predicate.filter { tokens.indices.contains($0) }
        guard let verb = predicate.last(where: { tokens[$0].upos == "VERB" }) else { return [claim.relation] }
        let behind = predicate.filter { $0 > verb }.map { tokens[$0].form }
        return [claim.relation]
            + [OpenRelationName.thirdPerson(tokens[verb].lemma), tokens[verb].form].map {
                OpenRelationName.camelCase([$0] + behind)
            }
    }

    /// The words of a phrase and of every mention of the entity that it refers to.
    public func names(of argument: Argument) -> [String] {
        var names = [words(argument.span, in: argument.head.sentence)]
        if let mention = mentionOfHead[argument.head] {
            for other in chains[analysis.mentions[mention].chain] ?? [] {
                let place = analysis.mentions[other]
                names.append(words(place.nameSpan ?? place.span, in: place.head.sentence))
            }
        }
        return names
    }

    /// All texts of an object: its words, its entity's names, its number and unit.
    public func names(of object: ClaimObject) -> [String] {
        switch object {
        case .phrase(let argument): return names(of: argument)
        case .quantity(let quantity, let argument):
            return [quantity.value, quantity.unit ?? "", quantity.quantityOf ?? ""]
                + (argument.map { names(of: $0) } ?? [])
        case .text(let text, _): return [text]
        case .none: return []
        }
    }

    /// The words of a range of a sentence's tokens as they stand in the report, each run of white space as one blank.
    public func words(_ range: Range<Int>, in sentence: Int) -> String {
        let tokens = analysis.sentences[sentence].tokens
        let span = tokens[range.clamped(to: 0..<tokens.count)]
        guard let first = span.first, let last = span.last else { return "" }
        return analysis.text[first.range.lowerBound..<last.range.upperBound].split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
    }
}
