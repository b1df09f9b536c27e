import RDF

/// An entity of the graph.
public struct Entity: Hashable, Sendable {
    /// Its canonical name.
    public var label: String
    /// Its class, by name.
    public var type: String
    /// Whether it goes by a name, a description or only a pronoun.
    public var kind: Mention.Kind
    /// All other surface forms, sorted.
    public var otherLabels: [String]
    /// The local entities that it is, in order.
    var members: [Member]
    /// Report hash and offset of the least mention: what tells it from another entity of its name.
    var leastMention: String
    /// The end of its IRI, after `…entity/`.
    public internal(set) var identifier = ""
}

/// The entities of a set of reports, with identifiers.
public struct EntityCatalog: Sendable {
    /// The entities, sorted by identifier.
    public let entities: [Entity]
    private let places: [Member: Int]

    /// Gives each entity its identifier: the slug of its name; where several share one, each adds the first 8 hexadecimal digits
    /// of the hash of its least mention.
    init(_ unnamed: [Entity]) {
        var bySlug: [String: [Entity]] = [:]
        for entity in unnamed { bySlug[NameForms.slug(entity.label), default: []].append(entity) }
        var entities: [Entity] = []
        for (slug, sharing) in bySlug {
            for var entity in sharing {
                let hash = sharing.count > 1 ? "-" + SHA256.hexadecimal(of: entity.leastMention).prefix(8) : ""
                entity.identifier = slug + hash
                entities.append(entity)
            }
        }
        // Two entities may begin at one place (a name inside a phrase): then all but the first add a number.
        entities.sort { ($0.identifier, $0.members.first ?? .none) < ($1.identifier, $1.members.first ?? .none) }
        for index in entities.indices.reversed() {
            var first = index
            while first > 0, entities[first - 1].identifier == entities[index].identifier { first -= 1 }
            if first < index { entities[index].identifier += "-\(index - first + 1)" }
        }
        entities.sort { $0.identifier < $1.identifier }
        self.entities = entities
        var places: [Member: Int] = [:]
        for (index, entity) in entities.enumerated() {
            for member in entity.members { places[member] = index }
        }
        self.places = places
    }

    /// The entity that a report's local entity is.
    package func entity(_ report: ReportKey, _ local: Int) -> Entity? {
        places[Member(report: report, entity: local)].map { entities[$0] }
    }
}

extension Member {
    fileprivate static let none = Member(report: ReportKey(hash: "", source: ""), entity: 0)
}
