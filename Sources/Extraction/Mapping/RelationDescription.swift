/// What the graph says of a relation besides its IRI.
public struct RelationDescription: Hashable, Sendable {
    /// Its label (`holds hostages`).
    public var label: String
    /// Other words for it, such as the verbs of the vocabulary's patterns.
    public var otherLabels: [String]
    /// Whether a fact holds in both directions.
    public var isSymmetric: Bool

    /// A description.
    public init(label: String, otherLabels: [String] = [], isSymmetric: Bool = false) {
        self.label = label
        self.otherLabels = otherLabels
        self.isSymmetric = isSymmetric
    }

    /// The description of an open relation, from its camelCase name.
    public init(openRelation name: String) {
        self.init(label: CamelCase.words(name))
    }
}

extension RelationDescription {
    /// The descriptions of a vocabulary's relations: the name in words, and the verbs and nouns that lead to it alone.
    public static func descriptions(of vocabulary: RelationVocabulary) -> [String: RelationDescription] {
        var relationsOfWords: [String: Set<String>] = [:]
        for patterns in vocabulary.verbPatterns.values {
            for pattern in patterns where isPlain(pattern) {
                let words = ([pattern.head] + pattern.words + [pattern.preposition].compactMap { $0 })
                    .joined(separator: " ").replacing("_", with: " ")
                relationsOfWords[words, default: []].insert(vocabulary.relations[pattern.relation].name)
            }
        }
        var descriptions: [String: RelationDescription] = [:]
        for relation in vocabulary.relations {
            descriptions[relation.name] = RelationDescription(
                label: CamelCase.words(relation.name), isSymmetric: relation.isSymmetric)
        }
        for (words, relations) in relationsOfWords.sorted(by: { $0.key < $1.key }) where relations.count == 1 {
            for relation in relations where descriptions[relation]?.label != words {
                descriptions[relation]?.otherLabels.append(words)
            }
        }
        return descriptions
    }

    /// Whether the words of a pattern lead to its relation whatever stands beside them.
    private static func isPlain(_ pattern: RelationPattern) -> Bool {
        pattern.head != "*" && pattern.restriction.isEmpty && !pattern.isSwapped && !pattern.isRole
            && pattern.complement == .none
    }
}
