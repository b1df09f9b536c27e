import English
import Foundation

@testable import Extraction

/// Figures of mentions, types and coreference on documents of GUM.
struct GUMFigures {
    var allMentions = Score()
    var namedMentions = Score()
    var namedHeads = Score()
    var typed = 0
    var typedRight = 0
    var coreTyped = 0
    var coreTypedRight = 0
    var muc = Score()
    var bCubed = Score()
    var ceafe = Score()
    var pronouns = 0
    var pronounsRight = 0
    var pronounsWrong = 0
    var typeErrors: [String: Int] = [:]
    var typeSamples: [String] = []
    var mentionSamples: [String] = []
    var pronounSamples: [String] = []

    var conll: Double { (muc.f1 + bCubed.f1 + ceafe.f1) / 3 }

    /// GUM's name for a type of ours.
    static func gumType(_ type: String) -> String {
        switch type {
        case "Person", "Group": "person"
        case "Country", "Place", "City", "Facility": "place"
        case "Event": "event"
        case "Date": "time"
        case "Product": "object"
        case "Work", "Proposal", "Agreement", "Thing": "abstract"
        default: "organization"
        }
    }

    /// Measures analyses of documents; `trees` gives the sentences that the analysis read (gold or predicted).
    static func measure(_ documents: [GUMDocument], trees: (GUMDocument) -> [Sentence]) -> GUMFigures {
        var figures = GUMFigures()
        for document in documents { figures.add(document, trees(document)) }
        return figures
    }

    private mutating func add(_ document: GUMDocument, _ sentences: [Sentence]) {
        let mentions = Coreference.chained(
            MentionFinder.mentions(in: sentences), in: sentences, speakers: document.speakers
        )
        .filter { sentences[$0.head.sentence].tokens[$0.head.token].upos != "ADJ" || $0.kind != .named }
        func key(_ sentence: Int, _ span: Range<Int>) -> String { "\(sentence):\(span.lowerBound)-\(span.upperBound)" }
        func words(_ sentence: Int, _ span: Range<Int>) -> String {
            sentences[sentence].tokens[span].map(\.form).joined(separator: " ")
        }
        let goldKeys = Set(document.mentions.map { key($0.sentence, $0.span) })
        let foundKeys = Set(mentions.map { key($0.head.sentence, $0.span) })
        allMentions.right += Double(goldKeys.intersection(foundKeys).count)
        allMentions.found += Double(foundKeys.count)
        allMentions.wanted += Double(goldKeys.count)

        let goldNamed = document.mentions.filter {
            document.sentences[$0.sentence].tokens[$0.head].upos == "PROPN"
        }
        let named = mentions.filter { mention in
            let token = sentences[mention.head.sentence].tokens[mention.head.token]
            return mention.kind == .named && token.form.contains { $0.isUppercase || $0.isNumber }
        }
        let goldNamedKeys = Set(goldNamed.map { key($0.sentence, $0.span) })
        let namedKeys = Set(named.map { key($0.head.sentence, $0.span) })
        namedMentions.right += Double(goldNamedKeys.intersection(namedKeys).count)
        namedMentions.found += Double(namedKeys.count)
        namedMentions.wanted += Double(goldNamedKeys.count)
        let goldHeads = Set(goldNamed.map { TokenReference(sentence: $0.sentence, token: $0.head) })
        let heads = Set(named.map(\.head))
        namedHeads.right += Double(goldHeads.intersection(heads).count)
        namedHeads.found += Double(heads.count)
        namedHeads.wanted += Double(goldHeads.count)
        for mention in named where !goldNamedKeys.contains(key(mention.head.sentence, mention.span)) {
            let gold = goldNamed.first { $0.sentence == mention.head.sentence && $0.span.contains(mention.head.token) }
            mentionSamples.append(
                "+ \(words(mention.head.sentence, mention.span))   gold: "
                    + (gold.map { words($0.sentence, $0.span) } ?? "none"))
        }
        for mention in goldNamed where !namedKeys.contains(key(mention.sentence, mention.span)) {
            mentionSamples.append("- \(words(mention.sentence, mention.span))")
        }

        let byHead = Dictionary(mentions.map { ($0.head, $0) }, uniquingKeysWith: { first, _ in first })
        var seenHeads = Set<TokenReference>()
        for gold in goldNamed {
            let head = TokenReference(sentence: gold.sentence, token: gold.head)
            guard let mention = byHead[head], seenHeads.insert(head).inserted else { continue }
            let type = Self.gumType(mention.type)
            typed += 1
            if type == gold.type { typedRight += 1 }
            if ["person", "organization", "place"].contains(gold.type) {
                coreTyped += 1
                if type == gold.type { coreTypedRight += 1 }
            }
            if type != gold.type {
                typeErrors["\(gold.type) as \(type)", default: 0] += 1
                typeSamples.append("\(words(gold.sentence, gold.span))   is \(gold.type), read as \(mention.type)")
            }
        }
        addCoreference(document, mentions, key: key)
        addPronouns(document, sentences, mentions, byHead)
    }

    private mutating func addCoreference(
        _ document: GUMDocument, _ mentions: [Mention], key: (Int, Range<Int>) -> String
    ) {
        var gold: [String: Set<String>] = [:]
        for mention in document.mentions {
            gold[mention.entity, default: []].insert(key(mention.sentence, mention.span))
        }
        var found: [Int: Set<String>] = [:]
        for mention in mentions { found[mention.chain, default: []].insert(key(mention.head.sentence, mention.span)) }
        let goldChains = gold.values.filter { $0.count > 1 }.map { $0 }
        let foundChains = found.values.filter { $0.count > 1 }.map { $0 }
        add(CoreferenceScore.muc(goldChains, foundChains), to: \.muc)
        add(CoreferenceScore.bCubed(goldChains, foundChains), to: \.bCubed)
        add(CoreferenceScore.ceafe(goldChains, foundChains), to: \.ceafe)
    }

    private mutating func add(_ score: Score, to path: WritableKeyPath<GUMFigures, Score>) {
        let before = self[keyPath: path].rightOfWanted ?? self[keyPath: path].right
        self[keyPath: path].rightOfWanted = before + (score.rightOfWanted ?? score.right)
        self[keyPath: path].right += score.right
        self[keyPath: path].found += score.found
        self[keyPath: path].wanted += score.wanted
    }

    /// Whether he and she end at the right name: of those whose gold chain has a named mention.
    private mutating func addPronouns(
        _ document: GUMDocument, _ sentences: [Sentence], _ mentions: [Mention], _ byHead: [TokenReference: Mention]
    ) {
        var namesOfEntity: [String: Set<String>] = [:]
        func name(_ sentence: Int, _ head: Int, _ tokens: [Token]) -> String { tokens[head].form }
        for mention in document.mentions {
            let tokens = document.sentences[mention.sentence].tokens
            if tokens[mention.head].upos == "PROPN" {
                for token in mention.span where tokens[token].upos == "PROPN" {
                    namesOfEntity[mention.entity, default: []].insert(tokens[token].form)
                }
            }
        }
        var namesOfChain: [Int: [Set<String>]] = [:]
        for mention in mentions where mention.kind == .named {
            guard let span = mention.nameSpan else { continue }
            namesOfChain[mention.chain, default: []].append(
                Set(sentences[mention.head.sentence].tokens[span].map(\.form)))
        }
        for mention in document.mentions where mention.span.count == 1 {
            let form = document.sentences[mention.sentence].tokens[mention.head].form.lowercased()
            guard ["he", "him", "his", "she", "her", "hers"].contains(form), let names = namesOfEntity[mention.entity]
            else {
                continue
            }
            pronouns += 1
            guard let found = byHead[TokenReference(sentence: mention.sentence, token: mention.head)],
                let chainNames = namesOfChain[found.chain], !chainNames.isEmpty
            else { continue }
            // Most of the chain's names must be names of the right entity.
            let right = chainNames.count { !$0.isDisjoint(with: names) }
            if right * 2 > chainNames.count {
                pronounsRight += 1
            } else {
                pronounsWrong += 1
                let text = sentences[mention.sentence].tokens.map(\.form).joined(separator: " ")
                pronounSamples.append(
                    "\(form) → \(chainNames.first?.sorted() ?? []), is \(names.sorted().prefix(3)): \(text)")
            }
        }
    }

    var summary: String {
        func percent(_ value: Double) -> String { String(format: "%.1f", value * 100) }
        func share(_ part: Int, _ whole: Int) -> String { whole > 0 ? percent(Double(part) / Double(whole)) : "-" }
        return """
            all mentions F1 \(percent(allMentions.f1)) (P \(percent(allMentions.precision)) R \(percent(allMentions.recall)))
            named mentions, exact phrase F1 \(percent(namedMentions.f1)) (P \(percent(namedMentions.precision)) R \
            \(percent(namedMentions.recall))), head F1 \(percent(namedHeads.f1))
            types \(share(typedRight, typed)) of \(typed); person, organization, place \(share(coreTypedRight, coreTyped)) \
            of \(coreTyped)
            coreference: MUC \(percent(muc.f1)) B³ \(percent(bCubed.f1)) CEAF-e \(percent(ceafe.f1)) mean \(percent(conll))
            he and she: right \(share(pronounsRight, pronouns)), wrong \(share(pronounsWrong, pronouns)) of \(pronouns)
            """
    }
}

/// The genres that the figures are quoted on.
let measuredGenres: Set<String> = ["news", "interview", "bio", "speech"]
