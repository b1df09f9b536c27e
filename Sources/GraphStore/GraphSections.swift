import RDF

/// A graph as sections of a file: its columns as they stand, so that opening one is reading them.
extension Graph {
    /// Adds the graph's sections to a file; their names begin in a prefix.
    ///
    /// - Complexity: O(triples + terms), and a merge where triples were inserted or removed since the last load.
    public func write(to file: inout SectionWriter, prefix: String) {
        var settled = triples
        settled.merge()
        let columns = terms.columns
        file.add(prefix + ".arena", columns.arena)
        file.add(prefix + ".starts", columns.starts)
        file.add(prefix + ".bases", columns.bases.map { UInt64($0) })
        file.add(prefix + ".affixes", columns.affixOfTerm)
        file.add(prefix + ".slots", columns.slots)
        file.add(prefix + ".names", terms.affixes.encoded)
        for (index, permutation) in settled.permutations.enumerated() {
            let columns = permutation.columns
            file.add("\(prefix).\(index).keys", columns.keys ?? [])
            file.add("\(prefix).\(index).offsets", columns.offsets)
            columns.second.write(to: &file, name: "\(prefix).\(index).second")
            columns.third.write(to: &file, name: "\(prefix).\(index).third")
        }
        let parts = settled.parts
        file.add(
            prefix + ".statistics",
            [UInt64(parts.bound)]
                + parts.statistics.flatMap {
                    [UInt64($0.count), UInt64($0.distinctSubjects), UInt64($0.distinctObjects)]
                })
    }

    /// Reads the graph whose sections' names begin in a prefix.
    ///
    /// - Throws: `SectionFileError.damaged` when a section is missing or altered.
    /// - Complexity: O(bytes), at the speed of memory.
    public init(from file: SectionReader, prefix: String) throws(SectionFileError) {
        self.init()
        let damaged = SectionFileError.damaged(path: file.path)
        guard let affixes = AffixTable(encoded: try file.values(prefix + ".names")) else { throw damaged }
        let bases = try file.values(prefix + ".bases", as: UInt64.self)
        guard
            let terms = TermDictionary(
                affixes: affixes, arena: try file.values(prefix + ".arena"),
                starts: try file.values(prefix + ".starts"), bases: bases.map { Int(truncatingIfNeeded: $0) },
                affixOfTerm: try file.values(prefix + ".affixes"), slots: try file.values(prefix + ".slots"))
        else { throw damaged }
        let predicates = try file.values("\(prefix).\(TripleOrder.pos.rawValue).keys", as: UInt32.self)
        var permutations: [Permutation] = []
        for order in TripleOrder.allCases {
            let index = order.rawValue
            let keys = try file.values("\(prefix).\(index).keys", as: UInt32.self)
            let keepsKeys = order == .pos || order == .pso || !keys.isEmpty
            guard
                let permutation = Permutation(
                    keys: keepsKeys ? keys : nil, offsets: try file.values("\(prefix).\(index).offsets"),
                    second: try ColumnStorage(from: file, name: "\(prefix).\(index).second", table: predicates),
                    third: try ColumnStorage(from: file, name: "\(prefix).\(index).third", table: predicates))
            else { throw damaged }
            permutations.append(permutation)
        }
        let numbers = try file.values(prefix + ".statistics", as: UInt64.self)
        guard numbers.count % 3 == 1, Set(permutations.map(\.count)).count == 1 else { throw damaged }
        let statistics = stride(from: 1, to: numbers.count, by: 3).map { place in
            PredicateStatistics(
                count: Int(truncatingIfNeeded: numbers[place]),
                distinctSubjects: Int(truncatingIfNeeded: numbers[place + 1]),
                distinctObjects: Int(truncatingIfNeeded: numbers[place + 2]))
        }
        self.terms = terms
        triples = TripleIndex(
            permutations: permutations, bound: Int(truncatingIfNeeded: numbers[0]), statistics: statistics)
        indexValues()
    }
}

extension ColumnStorage {
    /// Adds the column's section to a file. The table of one that is encoded is that of the predicates.
    fileprivate func write(to file: inout SectionWriter, name: String) {
        switch self {
        case .ids(let ids): file.add(name, ids)
        case .bytes(let codes, _): file.add(name + ".bytes", codes)
        case .words(let codes, _): file.add(name + ".words", codes)
        }
    }

    /// Reads the column of a section. Files of before version 4 have no codes.
    ///
    /// - Throws: `SectionFileError.damaged` when it is missing or altered.
    fileprivate init(from file: SectionReader, name: String, table: [UInt32]) throws(SectionFileError) {
        let highest: Int
        if file.contains(name + ".bytes") {
            let codes = try file.values(name + ".bytes", as: UInt8.self)
            highest = Int(codes.max() ?? 0)
            self = .bytes(codes, table: table)
        } else if file.contains(name + ".words") {
            let codes = try file.values(name + ".words", as: UInt16.self)
            highest = Int(codes.max() ?? 0)
            self = .words(codes, table: table)
        } else {
            self = .ids(try file.values(name))
            return
        }
        guard highest < max(table.count, 1), count == 0 || !table.isEmpty else {
            throw SectionFileError.damaged(path: file.path)
        }
    }
}
