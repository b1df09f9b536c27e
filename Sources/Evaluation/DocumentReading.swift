import English
import Extraction

/// A gold document beside what tercet reads in it.
struct DocumentReading {
    let document: EntityDocument
    private let sentences: [Sentence]
    /// The mentions found, without those that GUM's convention knows nothing of (a demonym before a noun).
    let mentions: [Mention]
    let byHead: [TokenReference: Mention]
    let goldNamed: [EntityDocument.GoldMention]
    let named: [Mention]
    /// The forms of an entity's names, and of each name of a chain.
    private(set) var namesOfEntity: [String: Set<String>] = [:]
    private(set) var namesOfChain: [Int: [Set<String>]] = [:]
    private let entityOfKey: [MentionKey: String]
    private let entityOfHead: [TokenReference: String]

    init(_ document: EntityDocument, trees: [Sentence]) {
        self.document = document
        let sentences = trees.map(TreeRepair.repaired)
        self.sentences = sentences
        mentions = Coreference.chained(
            MentionFinder.mentions(in: sentences), in: sentences, speakers: document.speakers
        ).filter { sentences[$0.head.sentence].tokens[$0.head.token].upos != "ADJ" || $0.kind != .named }
        byHead = Dictionary(mentions.map { ($0.head, $0) }, uniquingKeysWith: { first, _ in first })
        goldNamed = document.mentions.filter { document.sentences[$0.sentence].tokens[$0.head].upos == "PROPN" }
        named = mentions.filter { mention in
            let token = sentences[mention.head.sentence].tokens[mention.head.token]
            let isCapitalised = token.form.unicodeScalars.first?.properties.isUppercase ?? false
            return token.xpos == "NNP" || mention.kind == .named && isCapitalised
        }
        entityOfKey = Dictionary(
            document.mentions.map { (MentionKey(sentence: $0.sentence, span: $0.span), $0.entity) },
            uniquingKeysWith: { first, _ in first })
        entityOfHead = Dictionary(
            document.mentions.map { (TokenReference(sentence: $0.sentence, token: $0.head), $0.entity) },
            uniquingKeysWith: { first, _ in first })
        for gold in goldNamed {
            let tokens = document.sentences[gold.sentence].tokens
            for token in gold.span where tokens[token].upos == "PROPN" {
                namesOfEntity[gold.entity, default: []].insert(tokens[token].form)
            }
        }
        for mention in mentions where mention.kind == .named {
            guard let span = mention.nameSpan else { continue }
            namesOfChain[mention.chain, default: []].append(
                Set(sentences[mention.head.sentence].tokens[span].map(\.form)))
        }
    }

    var goldChains: [Set<MentionKey>] {
        var chains: [String: Set<MentionKey>] = [:]
        for mention in document.mentions {
            chains[mention.entity, default: []].insert(MentionKey(sentence: mention.sentence, span: mention.span))
        }
        return chains.sorted { $0.key < $1.key }.map(\.value).filter { $0.count > 1 }
    }

    var foundChains: [Set<MentionKey>] {
        var chains: [Int: Set<MentionKey>] = [:]
        for mention in mentions {
            chains[mention.chain, default: []].insert(MentionKey(sentence: mention.head.sentence, span: mention.span))
        }
        return chains.sorted { $0.key < $1.key }.map(\.value).filter { $0.count > 1 }
    }

    /// The gold entity of a mention, by its phrase, else by its head.
    func entity(of mention: Mention) -> String? {
        entityOfKey[MentionKey(sentence: mention.head.sentence, span: mention.span)] ?? entityOfHead[mention.head]
    }

    func word(_ gold: EntityDocument.GoldMention) -> String { document.sentences[gold.sentence].tokens[gold.head].form }

    func words(_ key: MentionKey) -> String {
        sentences[key.sentence].tokens[key.span].map(\.form).joined(separator: " ")
    }

    func words(_ mention: Mention) -> String { words(MentionKey(sentence: mention.head.sentence, span: mention.span)) }

    func context(_ sentence: Int) -> String {
        "\(document.name):\(sentence) " + sentences[sentence].tokens.map(\.form).joined(separator: " ")
    }

    /// What kind of phrase a mention is, for the table of links: a name, a noun, or which pronoun.
    func kind(_ mention: Mention) -> String {
        switch mention.kind {
        case .named: return "name"
        case .common: return "noun"
        case .pronoun:
            switch sentences[mention.head.sentence].tokens[mention.head.token].form.lowercased() {
            case "he", "him", "his", "she", "her", "hers", "himself", "herself": return "he"
            case "it", "its", "itself": return "it"
            case "they", "them", "their", "theirs", "themselves": return "they"
            case "this", "that", "these", "those": return "this"
            default: return "I"
            }
        }
    }

    /// Gold links from a mention back to the nearest before it, both of whose phrases were found, that no chain holds.
    func missedLinks() -> [String] {
        let chainOfKey = Dictionary(
            mentions.map { (MentionKey(sentence: $0.head.sentence, span: $0.span), $0.chain) },
            uniquingKeysWith: { first, _ in first })
        var missed: [String] = []
        var before: [String: MentionKey] = [:]
        let inOrder = document.mentions.map { (MentionKey(sentence: $0.sentence, span: $0.span), $0.entity) }
            .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
        for (key, entity) in inOrder {
            if let last = before[entity], chainOfKey[key] == nil || chainOfKey[last] == nil {
                let reason = chainOfKey[key] == nil ? "phrase not found" : "antecedent not found"
                missed.append("missed (\(reason)): \(words(key)) → \(words(last)) \(context(key.sentence))")
            } else if let last = before[entity], chainOfKey[key] != chainOfKey[last] {
                missed.append("missed: \(words(key)) → \(words(last)) \(context(key.sentence))")
            }
            before[entity] = key
        }
        return missed
    }
}
