import RDF

/// What a user says is wrong in the reading, as text that is applied on every load and undone by deleting a line.
///
/// Corrections change records before entities and triples are made of them, so that all else follows; the texts are not read
/// again.
public struct Corrections: Hashable, Sendable {
    /// By folded name, the name that the same thing goes by.
    public private(set) var same: [String: String] = [:]
    /// By folded short form, the folded full names that it does not stand for.
    public private(set) var apart: [String: Set<String>] = [:]
    /// By folded name, the class, by the extractor's name for it.
    public private(set) var types: [String: String] = [:]
    /// Folded names that are no entities.
    public private(set) var ignored: Set<String> = []
    /// By a relation's label, the camelCase name of the relation that it is.
    public private(set) var relations: [String: String] = [:]
    /// Statements that are not believed, by folded names and the relation's label.
    public private(set) var removed: Set<RemovedStatement> = []

    /// A statement that is not believed.
    public struct RemovedStatement: Hashable, Sendable {
        /// The folded name of the subject.
        public var subject: String
        /// The relation's label.
        public var relation: String
        /// The folded name, text or number at the object's place; nil for any.
        public var object: String?
    }

    /// No corrections.
    public init() {}

    /// Whether there are none.
    public var isEmpty: Bool { self == Corrections() }

    /// `same "the White House" = "United States"`: both names are one thing, shown by the second.
    public mutating func addSame(_ name: String, as other: String) { same[NameForms.key(name)] = other }

    /// `split "Okoro" from "Ada Okoro"`: the first name does not stand for the second.
    public mutating func addSplit(_ name: String, from other: String) {
        apart[NameForms.key(name), default: []].insert(NameForms.key(other))
    }

    /// `type "Tavik" is a city`: what class a name has; false when no class is called that.
    public mutating func addType(_ name: String, _ type: String) -> Bool {
        let wanted = type.lowercased()
        guard
            let found = EntityClass.all.first(where: {
                $0.name.lowercased() == wanted || $0.label.lowercased() == wanted || $0.otherLabels.contains(wanted)
            })
        else { return false }
        types[NameForms.key(name)] = found.name
        return true
    }

    /// `ignore "Reuters"`: no entity; what is claimed of it goes.
    public mutating func addIgnored(_ name: String) { ignored.insert(NameForms.key(name)) }

    /// `relation "lashes out at" = "criticized"`: claims of the first relation are claims of the second.
    public mutating func addRelation(_ label: String, as other: String) {
        relations[Self.relationKey(label)] = CamelCase.name(other)
    }

    /// `remove "Ada Okoro" "met" "Lars Lind"`: the statement goes, with the claims that say it; without an object, all of them.
    public mutating func addRemoved(_ subject: String, _ relation: String, _ object: String?) {
        removed.insert(
            RemovedStatement(
                subject: NameForms.key(subject), relation: Self.relationKey(relation),
                object: object.map(Self.objectKey)))
    }

    private static func relationKey(_ label: String) -> String {
        label.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func objectKey(_ text: String) -> String {
        let key = NameForms.key(text)
        return key.isEmpty ? text : key
    }

    // MARK: Applying

    /// A record with the corrections applied.
    public func applied(to record: ReportRecord) -> ReportRecord {
        guard !isEmpty else { return record }
        var record = record
        var ignoredEntities: Set<Int> = []
        for index in record.entities.indices where record.entities[index].kind == .named || !ignored.isEmpty {
            correct(&record.entities[index], index, &ignoredEntities)
        }
        if !relations.isEmpty {
            for index in record.claims.indices {
                let label = CamelCase.words(record.claims[index].relation)
                if let other = relations[label] { record.claims[index].relation = other }
            }
        }
        guard !ignoredEntities.isEmpty else { return record }
        record.drop { claim in
            if let subject = claim.subject, ignoredEntities.contains(subject) { return true }
            if case .entity(let object) = claim.object { return ignoredEntities.contains(object) }
            return false
        }
        for index in record.claims.indices { record.claims[index].forget(ignoredEntities) }
        for index in ignoredEntities { record.entities[index].retire() }
        return record
    }

    /// Takes out the statements that are removed, by the names that things have in the whole graph.
    func dropRemoved(from record: inout ReportRecord, label: (Int) -> String) {
        guard !removed.isEmpty else { return }
        let entities = record.entities.indices.map { NameForms.key(label($0)) }
        record.drop { claim in
            guard let subject = claim.subject else { return false }
            let relation = CamelCase.words(claim.relation)
            let object: String
            switch claim.object {
            case .entity(let entity): object = entities[entity]
            case .quantity(let quantity, _): object = Self.objectKey(quantity.value)
            case .text(let text): object = Self.objectKey(text)
            case .none: object = ""
            }
            return [object, nil].contains { object in
                removed.contains(
                    RemovedStatement(subject: entities[subject], relation: relation, object: object))
            }
        }
    }

    private func correct(_ entity: inout LocalEntity, _ index: Int, _ ignoredEntities: inout Set<Int>) {
        var key = NameForms.key(entity.label)
        if ignored.contains(key) { ignoredEntities.insert(index) }
        guard entity.kind == .named else { return }
        // A name that is the same as a second may itself be the same as a third.
        for _ in 0..<8 {
            guard let other = same[key], NameForms.key(other) != key else { break }
            entity.canonicalName = other
            entity.label = other
            key = NameForms.key(other)
        }
        if let type = types[key] {
            entity.type = type
            entity.isTypeSure = true
        }
        if ignored.contains(key) { ignoredEntities.insert(index) }
    }
}

extension ReportRecord {
    /// Takes claims out, and what refers to them.
    fileprivate mutating func drop(where isDropped: (ClaimRecord) -> Bool) {
        var places: [Int?] = []
        var kept: [ClaimRecord] = []
        for claim in claims {
            let stays = !isDropped(claim)
            places.append(stays ? kept.count : nil)
            if stays { kept.append(claim) }
        }
        guard kept.count < claims.count else { return }
        for index in kept.indices {
            kept[index].contents = kept[index].contents.compactMap { places.indices.contains($0) ? places[$0] : nil }
        }
        claims = kept
    }
}

extension ClaimRecord {
    /// Takes entities out of what stands beside subject and object. What they said stays somebody's: it becomes no fact.
    fileprivate mutating func forget(_ entities: Set<Int>) {
        attribution.removeAll { entities.contains($0) }
        for index in qualifiers.indices {
            if let entity = qualifiers[index].entity, entities.contains(entity) { qualifiers[index].entity = nil }
        }
        if case .quantity(let quantity, let counted?) = object, entities.contains(counted) {
            object = .quantity(quantity, nil)
        }
    }
}

extension LocalEntity {
    /// Makes it an entity that nothing names and nobody refers to.
    fileprivate mutating func retire() {
        kind = .pronoun
        canonicalName = nil
        names = []
        titles = []
        surfaceForms = []
        isGeneric = false
    }
}
