import RDF

extension EntityIndex {
    /// Local entities that are one by their own words.
    struct Group: Sendable {
        var key = GroupKey.generic("")
        var members: [GroupTally.Member] = []
        /// Its least members, so that nobody needs to look at all of them.
        var leasts: LeastMembers?
        /// What the members of a name or kind say; a group of one report is looked up in its record when it is needed.
        var tally: GroupTally?
        /// The folded forms by which it may be meant.
        var shortForms: Set<String> = []

        /// Takes a member in; `keys` are those of the reports by number.
        mutating func add(_ member: GroupTally.Member, _ keys: [Int: ReportKey]) {
            members.append(member)
            let one = LeastMembers(member)
            if leasts?.join(one, keys) == nil { leasts = one }
        }

        /// Takes a member out.
        mutating func remove(_ member: GroupTally.Member, _ keys: [Int: ReportKey]) {
            guard let place = members.firstIndex(of: member) else { return }
            members.swapAt(place, members.count - 1)
            members.removeLast()
            if leasts?.contains(member) == true { leasts = LeastMembers(members, keys) }
        }
    }
}

extension EntityIndex.Group: Freezable {
    init(from reader: inout BinaryReader) throws(DamagedData) {
        key = try GroupKey(encoded: try reader.piece())
        members = try reader.list { (reader) throws(DamagedData) in try GroupTally.Member(from: &reader) }
        leasts = try reader.optional { (reader) throws(DamagedData) in
            LeastMembers(
                member: try GroupTally.Member(from: &reader), mention: try GroupTally.Member(from: &reader))
        }
        tally = try reader.optional { (reader) throws(DamagedData) in try GroupTally(from: &reader) }
        shortForms = Set(try reader.list { (reader) throws(DamagedData) in try reader.text() })
    }

    func freeze(to writer: inout BinaryWriter) {
        writer.write(key.encoded)
        writer.write(members) { writer, member in member.freeze(to: &writer) }
        writer.write(optional: leasts) { writer, leasts in
            leasts.member.freeze(to: &writer)
            leasts.mention.freeze(to: &writer)
        }
        writer.write(optional: tally) { writer, tally in tally.freeze(to: &writer) }
        writer.write(shortForms.sorted()) { $0.write($1) }
    }
}

extension GroupTally.Member: Freezable {
    init() { self.init(report: -1, entity: 0, begin: 0) }

    init(from reader: inout BinaryReader) throws(DamagedData) {
        self.init(report: try reader.number(), entity: try reader.number(), begin: try reader.number())
    }

    func freeze(to writer: inout BinaryWriter) {
        writer.write(report)
        writer.write(entity)
        writer.write(begin)
    }
}

extension GroupKey {
    /// The key as bytes, by which it is found in a file.
    var encoded: [UInt8] {
        var writer = BinaryWriter()
        switch self {
        case .name(let name, let isPerson, let setting):
            writer.write(0)
            writer.write(name)
            writer.write(isPerson)
            writer.write(setting)
        case .generic(let word):
            writer.write(1)
            writer.write(word)
        case .description(let hash, let text):
            writer.write(2)
            writer.write(hash)
            writer.write(text)
        case .local(let hash, let begin, let end):
            writer.write(3)
            writer.write(hash)
            writer.write(begin)
            writer.write(end)
        }
        return writer.bytes
    }

    /// The key of some bytes.
    ///
    /// - Throws: `DamagedData` when they are not what `encoded` gives.
    init(encoded bytes: ArraySlice<UInt8>) throws(DamagedData) {
        var reader = BinaryReader(bytes)
        switch try reader.number() {
        case 0: self = .name(try reader.text(), isPerson: try reader.flag(), setting: try reader.text())
        case 1: self = .generic(try reader.text())
        case 2: self = .description(hash: try reader.text(), try reader.text())
        case 3: self = .local(hash: try reader.text(), begin: try reader.number(), end: try reader.number())
        default: throw DamagedData()
        }
    }
}

extension EntityIndex.LiveEntity: Freezable {
    /// None: what stands where an entity was.
    init() {
        self.init(
            groups: [], label: "", type: "", kind: .pronoun, otherLabels: [], isReferredTo: false,
            leastMention: (0, 0), leastMember: (0, 0))
    }

    init(from reader: inout BinaryReader) throws(DamagedData) {
        self.init()
        groups = try reader.list { (reader) throws(DamagedData) in try reader.number() }
        guard !groups.isEmpty else { return }
        label = try reader.text()
        type = try reader.text()
        guard let kind = Mention.Kind(rawValue: try reader.text()) else { throw DamagedData() }
        self.kind = kind
        otherLabels = try reader.list { (reader) throws(DamagedData) in try reader.text() }
        isReferredTo = try reader.flag()
        leastMention = (try reader.number(), try reader.number())
        leastMember = (try reader.number(), try reader.number())
        identifier = try reader.text()
        base = try reader.text()
    }

    func freeze(to writer: inout BinaryWriter) {
        writer.write(groups) { $0.write($1) }
        guard !groups.isEmpty else { return }
        writer.write(label)
        writer.write(type)
        writer.write(kind.rawValue)
        writer.write(otherLabels) { $0.write($1) }
        writer.write(isReferredTo)
        for number in [leastMention.report, leastMention.begin, leastMember.report, leastMember.entity] {
            writer.write(number)
        }
        writer.write(identifier)
        writer.write(base)
    }
}
