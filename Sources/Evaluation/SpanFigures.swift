import English
import Extraction

/// What of the entities and relations marked in documents is found by a report's analysis.
///
/// What is marked is known to be incomplete, and some of it is marked by pattern and not by a reader; so recall counts, and
/// precision says only how many names are marked too.
public struct SpanFigures: Sendable {
    /// By type, the marked entities whose head is the head of a mention or stands in its name, or of a time or number.
    public private(set) var found: [String: Proportion] = [:]
    /// Of those found, the ones of which a mention has the same words, article apart.
    public private(set) var exact: [String: Proportion] = [:]
    /// Of those found, the ones whose class fits.
    public private(set) var typed: [String: Proportion] = [:]
    /// Names of persons, bodies and places that are marked too.
    public private(set) var marked = Proportion()
    /// By type, the marked relations whose two phrases some claim, or one entity, links.
    public private(set) var linked: [String: Proportion] = [:]
    /// By type, those that are linked by a relation that means the same.
    public private(set) var named: [String: Proportion] = [:]
    /// What was missed, in the order of the text.
    public private(set) var misses: [String] = []

    /// The types of entities that are measured.
    public static let entityTypes = [
        "Organisation", "Location", "Person", "Nationality", "Temporal", "Quantity", "Money",
    ]

    /// No figures yet.
    public init() {}

    /// Counts a document.
    public mutating func add(_ document: SpanDocument, _ analysis: ReportAnalysis) {
        let view = SpanView(analysis)
        var heads: Set<TokenReference> = []
        for entity in document.entities {
            guard let phrase = view.phrase(entity.range) else { continue }
            heads.insert(phrase.head)
            guard Self.entityTypes.contains(entity.type) else { continue }
            let matches = view.mentions(of: phrase)
            let isFound: Bool
            let isTyped: Bool
            switch entity.type {
            case "Temporal":
                isTyped = view.isTime(phrase)
                isFound = isTyped || !matches.isEmpty
            case "Quantity", "Money":
                isTyped = view.isNumber(phrase)
                isFound = isTyped || !matches.isEmpty
            default:
                isFound = !matches.isEmpty
                isTyped = matches.contains { Self.fits($0, entity.type) }
            }
            found[entity.type, default: Proportion()].count(isFound)
            let words = view.describe(phrase)
            if isFound {
                let isExact = matches.contains { view.isExact($0, phrase) }
                exact[entity.type, default: Proportion()].count(isExact)
                typed[entity.type, default: Proportion()].count(isTyped)
                if !isTyped {
                    misses.append("type\t\(entity.type)\t\(words)\t\(matches.first.map(\.type) ?? "–")")
                } else if !isExact, let first = matches.first {
                    misses.append("words\t\(entity.type)\t\(words)\t\(view.describe(first))")
                }
            } else {
                misses.append("entity\t\(entity.type)\t\(words)\t\(view.sentence(phrase))")
            }
        }
        for mention in analysis.mentions
        where mention.kind == .named
            && ["Organisation", "Location", "Person"].contains(where: { Self.fits(mention, $0) })
        {
            marked.count(heads.contains(mention.head) || heads.contains { view.isName(of: mention, over: $0) })
        }
        for relation in document.relations { count(relation, view) }
    }

    private mutating func count(_ relation: SpanDocument.Relation, _ view: SpanView) {
        guard let source = view.phrase(relation.source), let target = view.phrase(relation.target) else { return }
        var names = view.relations(between: source, and: target)
        if view.areOne(source, target) { names.append("sameEntity") }
        let isNamed = names.contains { Self.fits($0, relation.type) }
        linked[relation.type, default: Proportion()].count(!names.isEmpty)
        named[relation.type, default: Proportion()].count(isNamed)
        if names.isEmpty || !isNamed {
            let links = names.isEmpty ? "–" : names.joined(separator: " ")
            misses.append(
                "\(names.isEmpty ? "link" : "relation")\t\(relation.type)\t\(view.describe(source)) | \(view.describe(target))"
                    + "\t\(links)\t\(view.sentence(source))")
        }
    }

    /// Whether a mention's class is what a marked type means. A people is marked as an organisation or a person, a country as a place or
    /// as who acts.
    static func fits(_ mention: Mention, _ type: String) -> Bool {
        switch type {
        case "Person": ["Person", "Group"].contains(mention.type)
        case "Organisation": organizations.contains(mention.type)
        case "Location": ["Country", "City", "Place", "Facility"].contains(mention.type)
        case "Nationality": mention.canonicalName != nil
        case "Temporal": mention.type == "Date"
        default: false
        }
    }

    private static let organizations: Set<String> = [
        "Organization", "GovernmentOrganization", "ArmedGroup", "PoliticalParty", "Company", "NewsMedia", "Group",
        "Country",
    ]

    /// Whether a relation's name means what a marked type does: by the vocabulary, or by the words of an open relation's name.
    public static func fits(_ relation: String, _ type: String) -> Bool {
        guard let meaning = meanings[type] else { return false }
        if meaning.names.contains(relation) { return true }
        var words = [""]
        for letter in relation {
            if letter.isUppercase { words.append("") }
            words[words.count - 1] += letter.lowercased()
        }
        return words.contains { word in
            meaning.parts.contains { $0.count > 3 ? word.hasPrefix($0) : word == $0 }
        }
    }

    private static let meanings: [String: (names: Set<String>, parts: [String])] = [
        "BelongsTo": (
            ["memberOf", "partOf", "worksFor", "basedIn", "represents", "hasRole", "leads", "nationality"],
            ["include", "belong", "member", "partof"]
        ),
        "InChargeOf": (
            [
                "leads", "controls", "owns", "founded", "uses", "hasRole", "represents", "has", "holdsHostages",
                "deployed",
            ],
            ["command", "head", "lead", "run", "control", "conduct"]
        ),
        "FightingAgainst": (
            [
                "attacked", "bombed", "killed", "wounded", "captured", "defeated", "destroyed", "threatened", "opposed",
                "blockaded", "displaced", "abducted", "sanctioned", "arrested", "rejected", "removed", "targeted",
                "raided",
                "firedAt", "clashedWith", "fought", "detained", "eliminated",
            ],
            ["fight", "fought", "target", "liberat", "strike", "struck", "defeat", "kill", "oppress", "counter", "war"]
        ),
        "IsSynonymOf": (["sameEntity", "is", "hasRole", "leads", "represents"], ["known", "called"]),
        "CoLocated": (
            [
                "locatedIn", "basedIn", "occurredIn", "hitPlace", "visited", "met", "movedTo", "returnedTo", "hosted",
                "participantIn", "joined", "partOf", "place", "controls", "captured", "leads", "wentTo", "arrivedIn",
                "attended", "metIn", "livesIn", "operatesIn",
            ], ["in", "at", "near", "from", "on"]
        ),
        "CommWith": (
            [
                "said", "told", "met", "negotiatesWith", "praised", "urged", "announced", "demands", "calledFor",
                "joined",
                "agreedWith", "cooperatedWith", "hosted", "appointed", "conceded", "congratulated", "thanked",
                "welcomed",
                "invited", "phoned", "consulted", "asked", "agreedTo",
            ], ["told", "ask", "said", "met", "talk", "with", "inform", "invit", "call"]
        ),
        "Likes": (
            [
                "backs", "praised", "advocatesFor", "alliedWith", "recognized", "aided", "welcomed", "thanked",
                "congratulated", "honoured",
            ],
            ["welcome", "congratulat", "support", "thank", "stand"]
        ),
        "Dislikes": (
            ["criticized", "opposed", "sanctioned", "accused", "rejected", "threatened", "attacked", "banned"],
            ["condemn"]
        ),
        "AlliesOf": (["alliedWith", "backs", "aided", "armed", "cooperatedWith"], ["support", "help", "with"]),
        "HasAttrOf": (["hasCount", "nationality", "hasAge", "number"], []),
        "Apart": (["left", "withdrewFrom", "movedTo", "lost", "fled"], ["leave", "fle", "depart", "from"]),
    ]
}
