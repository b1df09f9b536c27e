/// A key: rows of tab-separated fields under a header line; `#` begins a comment line.
///
/// Keys live in `Tests/Keys`; their README says how each was drawn.
public struct KeyFile: Sendable {
    /// The rows, each by column name.
    public let rows: [[String: String]]

    /// Reads a key from its text.
    ///
    /// Complexity: linear in the text.
    public init(_ text: String) {
        var header: [String]?
        var rows: [[String: String]] = []
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard let names = header else {
                header = fields
                continue
            }
            rows.append(Dictionary(zip(names, fields), uniquingKeysWith: { first, _ in first }))
        }
        self.rows = rows
    }

    private init(rows: [[String: String]]) { self.rows = rows }

    /// The key with some of its rows only.
    public func filtered(_ isIncluded: ([String: String]) -> Bool) -> KeyFile {
        KeyFile(rows: rows.filter(isIncluded))
    }
}

/// What a cell of a key allows: alternatives parted by `|`, compared without case.
public struct Alternatives: Sendable, CustomStringConvertible {
    /// The alternatives in lower case; one empty alternative allows anything.
    public let values: [String]

    /// The alternatives of a cell.
    public init(_ cell: String) {
        values = cell.split(separator: "|", omittingEmptySubsequences: false).map { $0.lowercased() }
    }

    /// The cell.
    public var description: String { values.joined(separator: "|") }

    /// Whether anything is allowed.
    public var allowsAnything: Bool { values == [""] }

    /// Whether one of the alternatives stands in one of the texts.
    public func isContained(in texts: [String]) -> Bool {
        allowsAnything || texts.contains { text in values.contains { !$0.isEmpty && text.lowercased().contains($0) } }
    }

    /// Whether a name equals an alternative, `*` in the alternative being any run of characters; a passive's name may do
    /// so without its "was" (`wasReplaced`, `replace*`), for the keys name the act.
    public func matches(name: String) -> Bool {
        let name = Array(name.lowercased())
        let passive = name.starts(with: "was") ? Array(name.dropFirst(3)) : name
        return values.contains { Alternatives.matches(name, Array($0)) || Alternatives.matches(passive, Array($0)) }
    }

    private static func matches(_ name: [Character], _ pattern: [Character]) -> Bool {
        var reachable = [true] + [Bool](repeating: false, count: name.count)
        for symbol in pattern {
            var next = [Bool](repeating: false, count: name.count + 1)
            if symbol == "*" {
                var open = false
                for index in 0...name.count {
                    open = open || reachable[index]
                    next[index] = open
                }
            } else {
                for index in 0..<name.count where reachable[index] && name[index] == symbol { next[index + 1] = true }
            }
            reachable = next
        }
        return reachable[name.count]
    }
}

/// A figure: how many of how many.
public struct Proportion: Hashable, Sendable, CustomStringConvertible {
    /// How many are right.
    public var right: Int
    /// Of how many.
    public var total: Int

    /// A proportion.
    public init(_ right: Int = 0, of total: Int = 0) {
        self.right = right
        self.total = total
    }

    /// In percent; 0 of nothing.
    public var percent: Double { total == 0 ? 0 : 100 * Double(right) / Double(total) }

    /// `83 of 100 (83.0%)`.
    public var description: String {
        let tenths = Int((percent * 10).rounded())
        return "\(right) of \(total) (\(tenths / 10).\(tenths % 10)%)"
    }

    /// Counts one more.
    public mutating func count(_ isRight: Bool) {
        total += 1
        if isRight { right += 1 }
    }
}
