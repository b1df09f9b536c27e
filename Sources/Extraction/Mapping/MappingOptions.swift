import RDF

/// How claims become triples.
public struct MappingOptions: Hashable, Sendable {
    /// The IRIs to mint.
    public var vocabulary: TercetVocabulary
    /// Whether only the bare facts are wanted: no claims, sentences, reports, labels and types.
    public var factsOnly: Bool
    /// The relations of the vocabulary in use, by name; every other one is open.
    public var relations: [String: RelationDescription]

    /// Options; all triples under `urn:tercet:` unless told.
    public init(
        vocabulary: TercetVocabulary = TercetVocabulary(), factsOnly: Bool = false,
        relations: [String: RelationDescription] = [:]
    ) {
        self.vocabulary = vocabulary
        self.factsOnly = factsOnly
        self.relations = relations
    }

    /// The description of a relation.
    func description(of relation: String) -> RelationDescription {
        relations[relation] ?? RelationDescription(openRelation: relation)
    }
}
