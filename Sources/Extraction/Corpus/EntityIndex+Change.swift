extension EntityIndex {
    /// An entity as it stands.
    struct LiveEntity: Sendable {
        /// The groups that it is, sorted.
        var groups: [Int]
        var label: String
        var type: String
        var kind: Mention.Kind
        var otherLabels: [String]
        var isReferredTo: Bool
        /// The report and the offset of the least mention.
        var leastMention: (report: Int, begin: Int)
        /// The least member: what tells two entities apart whose least mentions begin at one place.
        var leastMember: (report: Int, entity: Int)
        /// The end of its IRI.
        var identifier = ""
        /// The identifier without the number that tells it from others that begin at one place.
        var base = ""

        /// Whether it is the same, whatever its identifier.
        func isSame(_ other: LiveEntity) -> Bool {
            groups == other.groups && label == other.label && type == other.type && kind == other.kind
                && otherLabels == other.otherLabels && isReferredTo == other.isReferredTo
                && leastMention == other.leastMention && leastMember == other.leastMember
        }
    }

    /// What a change of the set did to the entities.
    struct Change: Sendable {
        /// The identifiers and labels that groups had before, where they have none now or other ones.
        var oldNames: [Int: (identifier: String, label: String)] = [:]
        /// The entities that are gone or described otherwise, as they were.
        var oldEntities: [LiveEntity] = []
        /// The entities that are new or described otherwise, as they are.
        var newEntities: [LiveEntity] = []
    }
}
