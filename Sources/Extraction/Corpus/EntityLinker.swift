import English

/// Joins the groups of a set of records into entities.
///
/// A group joins the one group that its name is a short form of: a surname the full name, an acronym the body's name, a name
/// without its middle the name with it. Where several groups could be meant, a title decides that one of them alone has, or has by
/// far most often, and of people whom by far most reports speak of; without such evidence a group stays an entity of its own: two
/// people with one surname are never made one. A lone surname that many bear, or that is a common word, joins the only full name where a title says so too, or where several reports speak of him
/// or her.
struct EntityLinker {
    /// A group, for the decisions.
    private struct Node {
        var key: GroupKey
        var words: [String]
        var setting: String
        var summary: GroupSummary
        var isPerson: Bool
        var isPlace: Bool
    }

    private var nodes: [Node] = []
    /// The nodes of which a folded form is a possible short form.
    private var byShortForm: [String: [Int]] = [:]
    private var parents: [Int?] = []
    private var isResolved: [Bool] = []

    /// For each group the group that stands for its entity (itself, where it joins none).
    ///
    /// Groups that share no form may be linked apart from one another, with the same result.
    ///
    /// - Parameter apart: by folded short form, the folded full names that it does not stand for, whatever the evidence.
    static func link(_ groups: [GroupKey: GroupSummary], apart: [String: Set<String>] = [:]) -> [GroupKey: GroupKey] {
        var linker = EntityLinker(groups, apart: apart)
        var result: [GroupKey: GroupKey] = [:]
        for index in linker.nodes.indices {
            result[linker.nodes[index].key] = linker.nodes[linker.root(index)].key
        }
        return result
    }

    private let apart: [String: Set<String>]

    private init(_ groups: [GroupKey: GroupSummary], apart: [String: Set<String>]) {
        self.apart = apart
        for key in groups.keys.sorted() {
            guard let summary = groups[key], let node = Self.node(key, summary) else { continue }
            nodes.append(node)
        }
        parents = Array(repeating: nil, count: nodes.count)
        isResolved = Array(repeating: false, count: nodes.count)
        for index in nodes.indices {
            for form in Self.shortForms(nodes[index]) { byShortForm[form, default: []].append(index) }
        }
    }

    private static func node(_ key: GroupKey, _ summary: GroupSummary) -> Node? {
        guard case .name(let name, _, let setting) = key else { return nil }
        let type = summary.type
        return Node(
            key: key, words: name.split(separator: " ").map(String.init), setting: setting, summary: summary,
            isPerson: type == "Person",
            isPlace: summary.canonicalName != nil || EntityClass.named(type).isPlace)
    }

    /// The folded forms by which a group may be meant: groups that share none are never linked.
    static func shortForms(of key: GroupKey, _ summary: GroupSummary) -> Set<String> {
        node(key, summary).map(shortForms) ?? []
    }

    /// The folded forms by which a group may be meant.
    private static func shortForms(_ node: Node) -> Set<String> {
        var forms: Set<String> = []
        let words = node.words
        if node.isPerson {
            // Suffixes cover names of two surnames; first and last cover a middle name.
            for start in words.indices.dropFirst() { forms.insert(words[start...].joined(separator: " ")) }
            if words.count > 2 { forms.insert("\(words[0]) \(words[words.count - 1])") }
        } else {
            let short = Set(
                node.summary.names.keys.lazy.filter { NameForms.looksLikeAcronym($0) }.map { NameForms.key($0) })
            // Two letters are anybody's: they count where a report uses them beside the name.
            for acronym in NameForms.acronyms(of: words) where short.contains(acronym) || isTelling(acronym, of: node) {
                forms.insert(acronym)
            }
            if let last = words.last, words.count > 1, Self.corporateEndings.contains(last) {
                forms.insert(words.dropLast().joined(separator: " "))
            }
            // A short form that some report itself uses beside the full name, where the words explain it.
            for name in node.summary.names.keys {
                let short = NameForms.words(name)
                guard !NameForms.areKeywords(short) else { continue }
                if NameForms.explains(full: words, short: short) { forms.insert(short.joined(separator: " ")) }
            }
            if let canonical = node.summary.canonicalName { forms.insert(NameForms.key(canonical)) }
        }
        forms.remove(words.joined(separator: " "))
        forms.remove("")
        return forms
    }

    /// Whether initials of a body say enough by themselves: three letters may be another's. A country's
    /// own bodies have namesakes elsewhere.
    private static func isTelling(_ acronym: String, of node: Node) -> Bool {
        acronym.utf8.count > 3 && !node.isPlace && node.setting.isEmpty && !timeZones.contains(acronym)
    }

    private static let timeZones: Set<String> = [
        "utc", "gmt", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "cet", "cest", "bst", "ist", "aest",
        "aedt",
    ]

    private static let corporateEndings: Set<String> = [
        "inc", "incorporated", "corp", "corporation", "ltd", "limited", "llc", "plc", "co", "company", "ag", "gmbh",
        "sa",
        "group", "holdings",
    ]

    /// The node that stands for a node's entity.
    private mutating func root(_ index: Int) -> Int {
        var at = index
        var steps = 0
        while let parent = parent(at), steps < nodes.count {
            at = parent
            steps += 1
        }
        return at
    }

    private mutating func parent(_ index: Int) -> Int? {
        if isResolved[index] { return parents[index] }
        isResolved[index] = true
        let node = nodes[index]
        // "The Senate" of one country is no short form of anything in another.
        guard node.setting.isEmpty else { return nil }
        let form = node.words.joined(separator: " ")
        let candidates = (byShortForm[form] ?? []).filter { candidate in
            candidate != index && fits(node, nodes[candidate])
                && apart[form]?.contains(nodes[candidate].words.joined(separator: " ")) != true
        }
        guard !candidates.isEmpty else { return nil }
        // Candidates that are one entity themselves count once.
        var roots: [Int] = []
        for candidate in candidates {
            let root = root(candidate)
            if root != index, !roots.contains(root) { roots.append(root) }
        }
        if roots.count > 1 { roots = likeliest(roots, for: node) }
        if node.isPerson, node.words.count == 1, Self.isCommon(node.words[0]) {
            roots.removeAll { root in
                !isWellKnown(nodes[root]) && sharedTitles(nodes[root], node) == 0
            }
        }
        parents[index] = roots.count == 1 ? roots[0] : nil
        return parents[index]
    }

    /// Of several that a name may stand for the one that its titles tell, or whom by far most reports speak of: who writes of "Okoro"
    /// alone, without a first name anywhere, writes of somebody whom all readers know.
    private func likeliest(_ roots: [Int], for node: Node) -> [Int] {
        let titled = leader(roots) { sharedTitles(nodes[$0], node) }
        if !titled.isEmpty { return titled }
        guard node.isPerson, roots.allSatisfy({ sharedTitles(nodes[$0], node) == 0 }),
            let known = leader(roots, { weight(nodes[$0]) }).first, weight(nodes[known]) >= Self.famous
        else { return [] }
        return [known]
    }

    /// Those with something to count, where only one has it, or one has it so often that the others' may be mistakes.
    private func leader(_ roots: [Int], _ count: (Int) -> Int) -> [Int] {
        let counts = roots.map { (root: $0, count: count($0)) }.filter { $0.count > 0 }
        guard let most = counts.max(by: { $0.count < $1.count }) else { return [] }
        let others = counts.reduce(0) { $0 + $1.count } - most.count
        return most.count >= 6 * others ? [most.root] : []
    }

    /// Names that weigh so much with the members that bear them are those of five reports.
    private static let famous = 10

    /// Whether a lone name is many people's first or last name, or a common word: "Amin", "Scott", "Rich".
    private static func isCommon(_ word: String) -> Bool {
        let name = word.prefix(1).uppercased() + word.dropFirst()
        return Lexicon.givenName(name) != nil || Lexicon.nounClass(word) != nil || Lexicon.demonym(name) != nil
    }

    /// Whether at least two reports call somebody so.
    private func isWellKnown(_ node: Node) -> Bool {
        weight(node) >= 4
    }

    /// How much its names weigh with its members.
    private func weight(_ node: Node) -> Int { node.summary.names.values.reduce(0, +) }

    /// How often a group bears a title that another one bears too.
    private func sharedTitles(_ node: Node, _ other: Node) -> Int {
        let words = titleWords(other.summary)
        return node.summary.titles.reduce(0) { sum, title in
            sum + (titleWords(title.key).isDisjoint(with: words) ? 0 : title.value)
        }
    }

    private func titleWords(_ summary: GroupSummary) -> Set<String> {
        summary.titles.keys.reduce(into: []) { $0.formUnion(titleWords($1)) }
    }

    private func titleWords(_ title: String) -> Set<String> {
        Set(NameForms.words(title)).subtracting(Self.emptyTitles)
    }

    /// Titles that tell nobody from anybody else.
    private static let emptyTitles: Set<String> = [
        "mr", "mrs", "ms", "miss", "dr", "the", "a", "an", "former", "new", "late", "of", "sir", "his", "her", "us",
        "then",
    ]

    private func fits(_ short: Node, _ full: Node) -> Bool {
        guard short.words != full.words else { return false }
        if short.words.count == 1, !full.isPerson, full.words.count > 1, !full.words.contains(short.words[0]) {
            // An acronym is written as one.
            guard short.summary.names.keys.contains(where: { NameForms.looksLikeAcronym($0) }) else { return false }
        }
        // A company, place or people named like somebody is somebody else.
        if full.isPerson, short.words.count == 1, TitledName.isOfOne(short.summary.titles.keys),
            !TitledName.isOfOne(full.summary.titles.keys)
        {
            return false
        }
        if full.isPerson { return short.isPerson || !isSure(short) && ["Thing", "Work"].contains(short.summary.type) }
        if short.isPerson, isSure(short) { return false }
        // "Bradford" is no short form of "Bradford Council", nor Chicago of its team.
        if short.isPlace, !full.isPlace, !isAcronym(short) { return false }
        // A word of a place's name is another place ("Perth", "Perth Ontario"); its acronym or its other name is not.
        if full.isPlace { return short.words.count == 1 && full.words.count > 1 && acronymFits(short, full) }
        return true
    }

    private func isAcronym(_ node: Node) -> Bool {
        node.words.count == 1 && node.summary.names.keys.contains { NameForms.looksLikeAcronym($0) }
    }

    private func acronymFits(_ short: Node, _ full: Node) -> Bool {
        NameForms.acronyms(of: full.words).contains(short.words[0])
    }

    private func isSure(_ node: Node) -> Bool {
        (node.summary.types[node.summary.type] ?? 0) >= 4
    }
}
