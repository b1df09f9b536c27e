import RDF

/// What a `GraphDerivation` keeps, as columns of a file: made again from them, its first change costs what any other costs.
public struct SavedDerivation: Sendable {
    /// By report, in the order of the records, the number that it had.
    var numbers: [UInt32]
    /// The number that the next report would get.
    var nextNumber: Int
    /// By report, the groups of its local entities.
    var groups: FrozenColumn
    var index: SavedEntityIndex

    /// The columns of a file; nil where an earlier version wrote none.
    ///
    /// - Throws: `SectionFileError.damaged` when one is altered.
    public init?(from file: SectionReader) throws(SectionFileError) {
        guard file.contains("index.reports") else { return nil }
        numbers = try file.values("index.reports")
        nextNumber = Int(numbers.popLast() ?? 0)
        groups = try FrozenColumn(from: file, "index.reports.groups")
        index = try SavedEntityIndex(from: file, "index")
        guard groups.count == numbers.count else { throw .damaged(path: file.path) }
    }

    init(numbers: [UInt32], nextNumber: Int, groups: FrozenColumn, index: SavedEntityIndex) {
        self.numbers = numbers
        self.nextNumber = nextNumber
        self.groups = groups
        self.index = index
    }

    /// Adds the columns to a file.
    public func write(to file: inout SectionWriter) {
        file.add("index.reports", numbers + [UInt32(truncatingIfNeeded: nextNumber)])
        groups.write(to: &file, "index.reports.groups")
        index.write(to: &file, "index")
    }
}

extension GraphDerivation {
    /// All that is needed to go on from here with the records, which must be written in the order of `reports`.
    public var saved: SavedDerivation {
        var groups = FrozenColumn()
        var numbers: [UInt32] = []
        for key in reports {
            let (number, members) = place(of: key)
            numbers.append(UInt32(truncatingIfNeeded: number))
            var writer = BinaryWriter()
            writer.write(members) { $0.write($1) }
            groups.append(writer.bytes)
        }
        return SavedDerivation(numbers: numbers, nextNumber: nextNumber, groups: groups, index: savedIndex)
    }
}
