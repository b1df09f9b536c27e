import English
import Extraction

/// Figures of mentions, their types and coreference on documents with gold entities.
public struct CoreferenceFigures: Sendable {
    /// All mentions, by the exact phrase.
    public private(set) var allMentions = Score()
    /// Mentions headed by a name, by the exact phrase.
    public private(set) var namedMentions = Score()
    /// The same, by the head alone.
    public private(set) var namedHeads = Score()
    /// Types of the gold names whose head is a mention's.
    public private(set) var types = Proportion()
    /// The same, of persons, organizations and places.
    public private(set) var coreTypes = Proportion()
    /// Coreference by links, without singletons.
    public private(set) var muc = Score()
    /// Coreference by mentions, without singletons.
    public private(set) var bCubed = Score()
    /// Coreference by entities, without singletons.
    public private(set) var ceafe = Score()
    /// He and she, of somebody whom the document names, that end at the right name.
    public private(set) var pronounsRight = Proportion()
    /// Those that end at a wrong one.
    public private(set) var pronounsWrong = Proportion()
    /// It and they, of something named, that end at its name.
    public private(set) var thingsRight = Proportion()
    /// Those that end at another name.
    public private(set) var thingsWrong = Proportion()
    /// Links from a mention back to the one before it in its chain, by the kinds of both: how many are right.
    public private(set) var links: [String: Proportion] = [:]
    /// What went wrong, a line each.
    public private(set) var samples: [String] = []

    /// The mean of the three F1: what CoNLL 2012 ranked by.
    public var conll: Double { (muc.f1 + bCubed.f1 + ceafe.f1) / 3 }

    /// Measures documents; `trees` gives the sentences to read (the gold ones, or parsed anew).
    public init(_ documents: [EntityDocument], trees: (EntityDocument) -> [Sentence]) {
        for document in documents { add(document, trees(document)) }
    }

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

    private mutating func add(_ document: EntityDocument, _ trees: [Sentence]) {
        let reading = DocumentReading(document, trees: trees)
        let mentions = reading.mentions
        let gold = Set(document.mentions.map { MentionKey(sentence: $0.sentence, span: $0.span) })
        let found = Set(mentions.map { MentionKey(sentence: $0.head.sentence, span: $0.span) })
        allMentions.add(gold: gold, found: found)
        for one in found.subtracting(gold).sorted() {
            let near = gold.filter { $0.sentence == one.sentence && $0.span.overlaps(one.span) }.sorted()
            let words = near.map { reading.words($0) }.joined(separator: " / ")
            samples.append("mention + \(reading.words(one))   gold: \(words.isEmpty ? "none" : words)")
        }
        for one in gold.subtracting(found).sorted() { samples.append("mention - \(reading.words(one))") }
        addNames(reading)
        addTypes(reading)
        let (goldChains, foundChains) = (reading.goldChains, reading.foundChains)
        muc.add(CoreferenceScore.muc(goldChains, foundChains))
        bCubed.add(CoreferenceScore.bCubed(goldChains, foundChains))
        ceafe.add(CoreferenceScore.ceafe(goldChains, foundChains))
        addPronouns(reading)
        addLinks(reading)
    }

    private mutating func addNames(_ reading: DocumentReading) {
        let gold = Set(reading.goldNamed.map { MentionKey(sentence: $0.sentence, span: $0.span) })
        let found = Set(reading.named.map { MentionKey(sentence: $0.head.sentence, span: $0.span) })
        namedMentions.add(gold: gold, found: found)
        namedHeads.add(
            gold: Set(reading.goldNamed.map { TokenReference(sentence: $0.sentence, token: $0.head) }),
            found: Set(reading.named.map(\.head)))
        for one in found.subtracting(gold).sorted() {
            let near = gold.filter { $0.sentence == one.sentence && $0.span.overlaps(one.span) }.sorted()
            let words = near.map { reading.words($0) }.joined(separator: " / ")
            samples.append("phrase + \(reading.words(one))   gold: \(words.isEmpty ? "none" : words)")
        }
        for one in gold.subtracting(found).sorted() { samples.append("phrase - \(reading.words(one))") }
    }

    private mutating func addTypes(_ reading: DocumentReading) {
        var seen = Set<TokenReference>()
        for gold in reading.goldNamed {
            let head = TokenReference(sentence: gold.sentence, token: gold.head)
            guard let mention = reading.byHead[head], seen.insert(head).inserted else { continue }
            let isRight = Self.gumType(mention.type) == gold.type
            types.count(isRight)
            if ["person", "organization", "place"].contains(gold.type) { coreTypes.count(isRight) }
            if !isRight {
                let key = MentionKey(sentence: gold.sentence, span: gold.span)
                samples.append("type \(gold.type) as \(mention.type): \(reading.words(key))")
            }
        }
    }

    /// Whether pronouns end at the right name: of those whose gold chain has a named mention.
    private mutating func addPronouns(_ reading: DocumentReading) {
        let persons: Set<String> = ["he", "him", "his", "she", "her", "hers"]
        let things: Set<String> = ["it", "its", "they", "them", "their", "theirs"]
        for gold in reading.document.mentions where gold.span.count == 1 {
            let word = reading.word(gold).lowercased()
            guard persons.contains(word) || things.contains(word), let names = reading.namesOfEntity[gold.entity] else {
                continue
            }
            var isRight = false
            var isWrong = false
            if let found = reading.byHead[TokenReference(sentence: gold.sentence, token: gold.head)],
                let chainNames = reading.namesOfChain[found.chain], !chainNames.isEmpty
            {
                // Most of the chain's names must be names of the right entity.
                let right = chainNames.count { !$0.isDisjoint(with: names) }
                isRight = right * 2 > chainNames.count
                isWrong = !isRight
                if isWrong {
                    let near = chainNames[0].sorted().joined(separator: " ")
                    samples.append(
                        "pronoun \(word) → \(near), is \(names.sorted().prefix(3).joined(separator: " ")): "
                            + reading.context(gold.sentence))
                }
            }
            if persons.contains(word) {
                pronounsRight.count(isRight)
                pronounsWrong.count(isWrong)
                if !isRight && !isWrong {
                    samples.append(
                        "pronoun \(word) → nothing, is \(names.sorted().prefix(3).joined(separator: " ")): "
                            + reading.context(gold.sentence))
                }
            } else {
                thingsRight.count(isRight)
                thingsWrong.count(isWrong)
            }
        }
    }

    /// Each mention's link to the one before it in its chain.
    private mutating func addLinks(_ reading: DocumentReading) {
        var last: [Int: Mention] = [:]
        for mention in reading.mentions {
            defer { last[mention.chain] = mention }
            guard let before = last[mention.chain] else { continue }
            let name = "\(reading.kind(mention)) → \(reading.kind(before))"
            let entity = reading.entity(of: mention)
            let isRight = entity != nil && entity == reading.entity(of: before)
            links[name, default: Proportion()].count(isRight)
            if !isRight {
                let gold = entity == nil ? "unmarked" : "entity \(entity ?? "")"
                samples.append(
                    "link \(name): \(reading.words(mention)) → \(reading.words(before)) "
                        + "[\(gold), \(reading.entity(of: before) ?? "unmarked")] \(reading.context(mention.head.sentence))"
                )
            }
        }
        for entry in reading.missedLinks() { samples.append(entry) }
    }
}
