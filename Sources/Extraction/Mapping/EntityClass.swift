import RDF

/// A class of entities: its name in the extractor, its label, where its IRI comes from, and what it is a kind of.
public struct EntityClass: Hashable, Sendable {
    /// The extractor's name for it (`GovernmentOrganization`).
    public var name: String
    /// Its label (`government organization`).
    public var label: String
    /// Other words for it.
    public var otherLabels: [String]
    /// The classes right above it, by name.
    public var parents: [String]
    /// Its IRI in an existing vocabulary; nil for a class of our own.
    public var existing: String?

    /// All classes that the extractor knows, the upper ones first.
    public static let all: [EntityClass] = [
        EntityClass("Thing", parents: [], schema: "Thing"),
        EntityClass("Agent", parents: ["Thing"], others: ["actor"]),
        EntityClass("Person", parents: ["Agent"], schema: "Person"),
        EntityClass("Group", parents: ["Agent"], others: ["group of people"]),
        EntityClass("Organization", parents: ["Agent"], schema: "Organization", others: ["organisation"]),
        EntityClass(
            "GovernmentOrganization", parents: ["Organization"], schema: "GovernmentOrganization",
            others: ["government organisation", "government body"]),
        EntityClass("ArmedGroup", parents: ["Organization"], others: ["armed organization", "militia"]),
        EntityClass("PoliticalParty", parents: ["Organization"], schema: "PoliticalParty", others: ["party"]),
        EntityClass("Company", parents: ["Organization"], schema: "Corporation", others: ["corporation", "business"]),
        EntityClass(
            "NewsMedia", parents: ["Organization"], schema: "NewsMediaOrganization",
            others: ["news organization", "newspaper"]),
        EntityClass("Place", parents: ["Thing"], schema: "Place", others: ["location"]),
        EntityClass("Country", parents: ["Place", "Agent"], schema: "Country", others: ["state", "nation"]),
        EntityClass("City", parents: ["Place"], schema: "City", others: ["town"]),
        EntityClass("Facility", parents: ["Place"], others: ["building"]),
        EntityClass("Event", parents: ["Thing"], schema: "Event"),
        EntityClass("Work", parents: ["Thing"], schema: "CreativeWork", others: ["creative work"]),
        EntityClass("Report", parents: ["Work"], schema: "NewsArticle", others: ["news report", "news article"]),
        EntityClass("Proposal", parents: ["Work"], others: ["plan"]),
        EntityClass("Agreement", parents: ["Work"], others: ["deal", "treaty"]),
        EntityClass("Product", parents: ["Thing"], schema: "Product"),
        EntityClass("Date", parents: ["Thing"], others: ["time"]),
    ]

    private static let byName = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

    /// The class of a name; one that is not known is a class of our own below Thing.
    public static func named(_ name: String) -> EntityClass {
        byName[name] ?? EntityClass(name, parents: ["Thing"])
    }

    /// Whether it is Place or below it.
    var isPlace: Bool { name == "Place" || parents.contains { EntityClass.named($0).isPlace } }

    /// Its IRI.
    public func iri(_ vocabulary: TercetVocabulary) -> String {
        existing ?? vocabulary.ownClass + name
    }

    private init(_ name: String, parents: [String], schema: String? = nil, others: [String] = []) {
        self.name = name
        self.parents = parents
        label = CamelCase.words(name)
        otherLabels = others
        existing = schema.map { Schema.namespace + $0 }
    }
}

/// Names such as `holdsHostages` as words.
enum CamelCase {
    /// `holds hostages` → `holdsHostages`; what is camelCase already stays.
    static func name(_ words: String) -> String {
        let parts = words.split { !($0.isLetter || $0.isNumber) }
        return parts.enumerated().map { index, part in
            index == 0 ? String(part) : (part.first.map { $0.uppercased() } ?? "") + part.dropFirst()
        }.joined()
    }

    /// `holdsHostages` → `holds hostages`; runs of capitals stay together.
    static func words(_ name: String) -> String {
        var words = ""
        var previousIsSmall = false
        for scalar in name.unicodeScalars {
            if scalar.properties.isUppercase, previousIsSmall { words += " " }
            words += scalar.properties.lowercaseMapping
            previousIsSmall = scalar.properties.isLowercase || scalar.properties.numericType != nil
        }
        return words
    }
}
