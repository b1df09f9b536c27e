import English

/// Which kind of thing a name names, where no rule is sure: multinomial logistic regression over a few features, learned from
/// GUM's names (`Training/name_types.py`).
///
/// Weights are whole fiftieths, so that sums are the same on every machine.
enum NameTypeModel {
    /// The kinds that are told apart, in the order of the weights.
    enum Kind: Int, CaseIterable {
        case person, organization, place, event, object, abstract, time

        /// The kind that a type is of.
        init(of type: String) {
            switch type {
            case "Person", "Group": self = .person
            case "Country", "Place", "City", "Facility": self = .place
            case "Event": self = .event
            case "Date": self = .time
            case "Product": self = .object
            case "Work", "Proposal", "Agreement", "Thing": self = .abstract
            default: self = .organization
            }
        }

        /// The type of a name of which nothing more is known.
        var type: String {
            switch self {
            case .person: "Person"
            case .organization: "Organization"
            case .place: "Place"
            case .event: "Event"
            case .object: "Product"
            case .abstract: "Thing"
            case .time: "Date"
            }
        }
    }

    typealias Scores = SIMD8<Int32>

    /// What the features say for each kind; a feature that was not seen in training says nothing.
    static func scores(_ features: [String]) -> Scores {
        Set(features).reduce(into: bias) { sum, feature in sum &+= weights(feature) }
    }

    /// The likeliest kind, the first of equal ones.
    static func likeliest(_ scores: Scores) -> Kind {
        Kind.allCases.reduce(.person) { scores[$1.rawValue] > scores[$0.rawValue] ? $1 : $0 }
    }

    private static let bias = weights("bias")

    private static func weights(_ feature: String) -> Scores {
        var scores = Scores.zero
        for (index, weight) in (Lexicon.nameTypeWeights(of: feature) ?? []).prefix(Kind.allCases.count).enumerated() {
            scores[index] = weight
        }
        return scores
    }
}

extension MentionFinder {
    /// Names of which the rules know only what stands around them get the likeliest kind, by what stands around all mentions of
    /// the name in the report; then one that ends a longer name has that one's type ("Jazz", "Utah Jazz").
    static func learnTypes(_ found: inout [Found]) {
        var sums: [String: NameTypeModel.Scores] = [:]
        for one in found where !one.features.isEmpty {
            sums[one.name, default: .zero] &+= NameTypeModel.scores(one.features)
        }
        for index in found.indices where found[index].isOpen && found[index].strength < .sure {
            guard let scores = sums[found[index].name] else { continue }
            let kind = NameTypeModel.likeliest(scores)
            guard kind != NameTypeModel.Kind(of: found[index].mention.type) else { continue }
            found[index].mention.type = kind.type
        }
        let endings = endings(found)
        for index in found.indices where found[index].isOpen && found[index].strength < .sure {
            guard let type = endings[found[index].name]?.type else { continue }
            found[index].mention.type = type
        }
    }

    /// The types of longer names by what they end in, a person's first, then those that are sure; no type where several are as sure.
    private static func endings(_ found: [Found]) -> [String: (type: String?, rank: Int)] {
        var endings: [String: (type: String?, rank: Int)] = [:]
        for one in found where !one.name.isEmpty && one.mention.canonicalName == nil {
            let type = one.mention.type
            let rank = one.strength == .sure ? type == "Person" ? 2 : 1 : 0
            var rest = Substring(one.name)
            while let blank = rest.firstIndex(of: " ") {
                rest = rest[rest.index(after: blank)...]
                let known = endings[String(rest)]
                if let known, known.rank > rank { continue }
                let isOther = known.map { $0.rank == rank && $0.type != type } ?? false
                endings[String(rest)] = (isOther ? nil : type, rank)
            }
        }
        return endings
    }
}
