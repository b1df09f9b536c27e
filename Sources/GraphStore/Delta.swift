/// A set of triples that is small beside the permutations, sorted in each order: what was inserted or removed since they were built.
struct Delta: Sendable {
    /// Three ids in the sequence of an order.
    struct Key: Hashable, Comparable, Sendable {
        var first: UInt32
        var second: UInt32
        var third: UInt32

        init(_ key: (UInt32, UInt32, UInt32)) { (first, second, third) = key }

        static func < (left: Key, right: Key) -> Bool {
            if left.first != right.first { return left.first < right.first }
            if left.second != right.second { return left.second < right.second }
            return left.third < right.third
        }
    }

    private var rows: [[Key]] = Array(repeating: [], count: TripleOrder.allCases.count)

    var count: Int { rows[0].count }
    var isEmpty: Bool { rows[0].isEmpty }

    /// All keys of an order, sorted.
    func keys(_ order: TripleOrder) -> [Key] { rows[order.rawValue] }

    func contains(_ triple: IDTriple) -> Bool {
        let key = Key(TripleOrder.spo.key(triple))
        let index = Delta.lowerBound(rows[0], key)
        return index < rows[0].count && rows[0][index] == key
    }

    /// Adds a triple; false when it was there.
    mutating func insert(_ triple: IDTriple) -> Bool {
        guard !contains(triple) else { return false }
        for order in TripleOrder.allCases {
            let key = Key(order.key(triple))
            let index = Delta.lowerBound(rows[order.rawValue], key)
            rows[order.rawValue].insert(key, at: index)
        }
        return true
    }

    /// Takes a triple out; false when it was not there.
    mutating func remove(_ triple: IDTriple) -> Bool {
        guard contains(triple) else { return false }
        for order in TripleOrder.allCases {
            rows[order.rawValue].remove(at: Delta.lowerBound(rows[order.rawValue], Key(order.key(triple))))
        }
        return true
    }

    /// Adds triples of which none is there; some may be named twice.
    ///
    /// - Complexity: one pass over the set at the speed of memory, for all of them together.
    mutating func insert(contentsOf triples: [IDTriple]) {
        guard triples.count > Delta.fewTriples else {
            for triple in triples { _ = insert(triple) }
            return
        }
        for order in TripleOrder.allCases {
            let keys = Delta.sorted(triples, order)
            let old = rows[order.rawValue]
            var new: [Key] = []
            new.reserveCapacity(old.count + keys.count)
            var place = 0
            for key in keys where new.last != key {
                let next = Delta.lowerBound(old, key, from: place)
                new.append(contentsOf: old[place..<next])
                new.append(key)
                place = next
            }
            new.append(contentsOf: old[place...])
            rows[order.rawValue] = new
        }
    }

    /// Takes out triples which all are there; some may be named twice.
    mutating func remove(contentsOf triples: [IDTriple]) {
        guard triples.count > Delta.fewTriples else {
            for triple in triples { _ = remove(triple) }
            return
        }
        for order in TripleOrder.allCases {
            let old = rows[order.rawValue]
            var new: [Key] = []
            new.reserveCapacity(old.count)
            var place = 0
            for key in Delta.sorted(triples, order) {
                let next = Delta.lowerBound(old, key, from: place)
                guard next < old.count, old[next] == key else { continue }
                new.append(contentsOf: old[place..<next])
                place = next + 1
            }
            new.append(contentsOf: old[place...])
            rows[order.rawValue] = new
        }
    }

    /// So few are put into their places one by one.
    private static let fewTriples = 8

    private static func sorted(_ triples: [IDTriple], _ order: TripleOrder) -> [Key] {
        triples.map { Key(order.key($0)) }.sorted()
    }

    /// The keys of an order that begin in these ids.
    func matching(_ order: TripleOrder, _ prefix: IDPrefix) -> ArraySlice<Key> {
        let keys = rows[order.rawValue]
        if keys.isEmpty { return [] }
        let low = Key((prefix.first ?? 0, prefix.second ?? 0, prefix.third ?? 0))
        let high = Key((prefix.first ?? .max, prefix.second ?? .max, prefix.third ?? .max))
        let begin = Delta.lowerBound(keys, low)
        var end = begin
        if prefix.length == 0 {
            end = keys.count
        } else {
            end = Delta.upperBound(keys, high)
        }
        return keys[begin..<end]
    }

    private static func lowerBound(_ keys: [Key], _ key: Key, from start: Int = 0) -> Int {
        var low = start
        var high = keys.count
        while low < high {
            let middle = (low + high) >> 1
            if keys[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func upperBound(_ keys: [Key], _ key: Key) -> Int {
        var low = 0
        var high = keys.count
        while low < high {
            let middle = (low + high) >> 1
            if key < keys[middle] { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

/// The first ids of an order that a pattern gives.
struct IDPrefix: Sendable {
    var first: UInt32?
    var second: UInt32?
    var third: UInt32?

    var length: Int { third != nil ? 3 : second != nil ? 2 : first != nil ? 1 : 0 }

    /// The order in which the triples of a pattern stand together, and what the pattern gives of it.
    static func choose(
        _ subject: TermID?, _ predicate: TermID?, _ object: TermID?
    ) -> (order: TripleOrder, prefix: IDPrefix) {
        let (s, p, o) = (subject?.rawValue, predicate?.rawValue, object?.rawValue)
        switch (s, p, o) {
        case (.some, .some, _), (.some, nil, nil), (nil, nil, nil):
            return (.spo, IDPrefix(first: s, second: p, third: o))
        case (nil, .some, _):
            return (.pos, IDPrefix(first: p, second: o, third: nil))
        case (_, nil, .some):
            return (.osp, IDPrefix(first: o, second: s, third: nil))
        }
    }
}
