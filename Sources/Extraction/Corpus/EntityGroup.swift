/// What local entities are grouped by before groups are joined: one name, one generic word, or one chain of one report.
enum GroupKey: Hashable, Comparable, Sendable {
    /// A name, folded; `isPerson` keeps a lone surname apart from a place or body of that name.
    /// `setting` keeps apart the bodies that every country has, and is empty elsewhere.
    case name(String, isPerson: Bool, setting: String)
    /// A word that names a kind ("peace"), folded.
    case generic(String)
    /// A description of one report, folded: whatever one report calls "ceasefire" is one thing to whoever asks.
    case description(hash: String, String)
    /// A person described, or a pronoun, of one report: its hash, and where the first mention begins and ends.
    case local(hash: String, begin: Int, end: Int)

    /// Whether its members are of one report.
    var isOfOneReport: Bool {
        switch self {
        case .name, .generic: false
        case .description, .local: true
        }
    }

    private var rank: Int {
        switch self {
        case .name: 0
        case .generic: 1
        case .description: 2
        case .local: 3
        }
    }

    static func < (left: GroupKey, right: GroupKey) -> Bool {
        switch (left, right) {
        case (.name(let one, let isPerson, let setting), .name(let other, let otherIsPerson, let otherSetting)):
            if one != other { return one < other }
            return isPerson == otherIsPerson ? setting < otherSetting : !isPerson
        case (.generic(let one), .generic(let other)): return one < other
        case (.description(let hash, let one), .description(let otherHash, let other)):
            return hash == otherHash ? one < other : hash < otherHash
        case (.local(let hash, let begin, let end), .local(let otherHash, let otherBegin, let otherEnd)):
            return hash == otherHash ? (begin, end) < (otherBegin, otherEnd) : hash < otherHash
        default: return left.rank < right.rank
        }
    }

    /// The group that a local entity belongs to.
    init(_ entity: LocalEntity, of record: ReportRecord) {
        switch entity.kind {
        case .named:
            if let setting = entity.setting {
                let own = BodyName(entity.label)?.words ?? NameForms.words(entity.label)
                self = .name(own.joined(separator: " "), isPerson: false, setting: setting)
                break
            }
            let words = NameForms.words(NameForms.spellingCountry(entity.label))
            let key = words.isEmpty ? entity.label.lowercased() : words.joined(separator: " ")
            let isLoneSurname = words.count == 1 && entity.type == "Person" && entity.canonicalName == nil
            self = .name(key, isPerson: isLoneSurname, setting: "")
        case .common where entity.isGeneric:
            self = .generic(NameForms.key(entity.label))
        case .common where entity.type != "Person" && entity.type != "Product":
            self = .description(hash: record.hash, NameForms.key(entity.label))
        default:
            self = .local(hash: record.hash, begin: entity.begin, end: entity.end)
        }
    }
}

/// A local entity's place in the corpus.
struct Member: Hashable, Comparable, Sendable {
    var report: ReportKey
    /// Its index in the record's entities.
    var entity: Int

    static func < (left: Member, right: Member) -> Bool {
        left.report == right.report ? left.entity < right.entity : left.report < right.report
    }
}

/// A report's identity in a corpus. One text may have been read from two places.
public struct ReportKey: Hashable, Comparable, Sendable {
    /// SHA-256 of its bytes.
    public var hash: String
    /// Where it was read.
    public var source: String

    /// A report's identity.
    public init(hash: String, source: String) {
        self.hash = hash
        self.source = source
    }

    /// By hash, then source: an order that no order of reading changes.
    public static func < (left: ReportKey, right: ReportKey) -> Bool {
        left.hash == right.hash ? left.source < right.source : left.hash < right.hash
    }
}

/// What the members of a group say together.
struct GroupSummary {
    /// Votes for each type; a sure one counts four.
    var types: [String: Int] = [:]
    var canonicalName: String?
    /// Names, with the weights that they have with the members that use them.
    var names: [String: Int] = [:]
    /// Titles, with how many of its members bear each.
    var titles: [String: Int] = [:]
    var kind = Mention.Kind.pronoun

    mutating func add(_ entity: LocalEntity) {
        types[entity.type, default: 0] += entity.isTypeSure ? 4 : 1
        if let name = entity.canonicalName { canonicalName = min(canonicalName ?? name, name) }
        for name in entity.names { names[name, default: 0] += entity.weight(of: name) }
        for title in entity.titles { titles[title, default: 0] += 1 }
        kind = entity.kind
    }

    mutating func add(_ other: GroupSummary) {
        types.merge(other.types, uniquingKeysWith: +)
        if let name = other.canonicalName { canonicalName = min(canonicalName ?? name, name) }
        names.merge(other.names, uniquingKeysWith: +)
        titles.merge(other.titles, uniquingKeysWith: +)
    }

    /// What the names say that it is called; nil where there are none.
    var entityName: String? {
        if let canonicalName { return canonicalName }
        guard !names.isEmpty else { return nil }
        return NameChoice.fullest(Set(names.keys), counts: names, isPerson: type == "Person")
    }

    /// The type with most votes; of equals a particular one before `Thing`, then the first in order.
    var type: String {
        let best = types.max { left, right in
            if left.value != right.value { return left.value < right.value }
            if (left.key == "Thing") != (right.key == "Thing") { return left.key == "Thing" }
            return left.key > right.key
        }
        return best?.key ?? "Thing"
    }
}
