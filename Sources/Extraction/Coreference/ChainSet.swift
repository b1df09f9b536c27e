import English

/// Chains of mentions while they grow: a union-find that keeps what each chain knows of itself.
struct ChainSet {
    /// What the members of a chain say together.
    struct Summary {
        var members: [Int]
        var gender: Gender?
        var number: MentionFeatures.Number
        /// Folded names of two words or more, and of one.
        var fullNames: [[String]] = []
        var isSureType = false
        var type: String
        var hasName = false
        /// Mentions that none of the members can be: what stands beside them in a list, or owns them.
        var apart: [Int] = []
    }

    private var parents: [Int]
    private(set) var summaries: [Summary]
    let features: [MentionFeatures]

    init(_ features: [MentionFeatures]) {
        self.features = features
        parents = Array(features.indices)
        summaries = features.enumerated().map { index, one in
            var summary = Summary(members: [index], gender: one.gender, number: one.number, type: one.mention.type)
            if one.isNamed {
                summary.hasName = true
                if one.nameWords.count > 1 { summary.fullNames = [one.nameWords] }
                summary.isSureType = one.mention.isTypeSure
            }
            return summary
        }
    }

    func root(_ index: Int) -> Int {
        var at = index
        while parents[at] != at { at = parents[at] }
        return at
    }

    func summary(_ index: Int) -> Summary { summaries[root(index)] }

    func areJoined(_ left: Int, _ right: Int) -> Bool { root(left) == root(right) }

    /// The first member of a chain in the order of the text.
    func first(_ index: Int) -> Int { summary(index).members.min() ?? index }

    /// Joins two chains unless they contradict one another; true when they are one afterwards.
    @discardableResult
    mutating func join(_ left: Int, _ right: Int) -> Bool {
        let (a, b) = (root(left), root(right))
        if a == b { return true }
        guard areCompatible(a, b) else { return false }
        let (low, high) = (min(a, b), max(a, b))
        parents[high] = low
        var summary = summaries[low]
        let other = summaries[high]
        summary.members += other.members
        summary.gender = summary.gender ?? other.gender
        if summary.number == .unknown { summary.number = other.number }
        for name in other.fullNames where !summary.fullNames.contains(name) { summary.fullNames.append(name) }
        if !summary.hasName && other.hasName || !summary.isSureType && other.isSureType { summary.type = other.type }
        summary.hasName = summary.hasName || other.hasName
        summary.isSureType = summary.isSureType || other.isSureType
        summary.apart += other.apart
        summaries[low] = summary
        return true
    }

    /// Keeps two mentions in different chains.
    mutating func part(_ left: Int, _ right: Int) {
        guard root(left) != root(right) else { return }
        summaries[root(left)].apart.append(right)
        summaries[root(right)].apart.append(left)
    }

    private func areCompatible(_ a: Int, _ b: Int) -> Bool {
        let (left, right) = (summaries[a], summaries[b])
        if left.apart.contains(where: { root($0) == b }) { return false }
        if let one = left.gender, let other = right.gender, one != other { return false }
        if left.hasName, right.hasName, left.isSureType, right.isSureType, family(left.type) != family(right.type) {
            return false
        }
        // Two full names with different words are two people, bodies or places.
        for one in left.fullNames {
            for other in right.fullNames where !Self.mayBeOne(one, other) { return false }
        }
        return true
    }

    func family(_ type: String) -> String {
        switch type {
        case "Person", "Group": "person"
        case "Country", "Place", "City", "Facility": "place"
        case "Organization", "GovernmentOrganization", "ArmedGroup", "PoliticalParty", "Company", "NewsMedia":
            "organization"
        case "Date": "time"
        case "Event": "event"
        default: "thing"
        }
    }

    /// Whether two full names can be one person's: the words of one among those of the other, or the same first and last word.
    static func mayBeOne(_ left: [String], _ right: [String]) -> Bool {
        let (short, long) = left.count <= right.count ? (left, right) : (right, left)
        if short.first == long.first, short.last == long.last { return true }
        return Set(short).isSubset(of: long)
    }
}
