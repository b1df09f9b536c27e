import GraphStore
import RDF

/// Keys of terms in the order of ORDER BY: one word a term, so that nearly every comparison is one of words.
///
/// Four bits say what the term is; behind them stands the number, the date or the first bytes of the text. Terms with
/// equal keys need a close look, by `compare`.
final class SortKeys {
    private let terms: TermSpace
    private let view: TermView

    init(_ terms: TermSpace) {
        self.terms = terms
        view = terms.view
    }

    private enum Class: UInt64 {
        case unbound, blank, iri, number, string, languageString, boolean, temporal, duration, other
    }

    /// What the keys of the IRIs among some ids begin behind: what all their namespaces have in common.
    struct Namespaces {
        /// By affix, what is left of the namespace.
        fileprivate var rests: [UInt16: [UInt8]] = [:]
    }

    /// The namespaces of the IRIs among some ids; nil where there are none, or where one is not of the graph.
    func namespaces(of ids: some Sequence<UInt32>) -> Namespaces? {
        var affixes: Set<UInt16> = []
        var last: UInt16 = 0
        for id in ids where id != 0 {
            guard id <= terms.graphLimit else {
                if case .iri = terms.value(id) { return nil }
                continue
            }
            if view.isLiteral(id) { continue }
            guard let affix = view.affixNumber(id) else { return nil }
            if affix != last, terms.graph.kind(TermID(id)) == .iri {
                affixes.insert(affix)
                last = affix
                if affixes.count > 256 { return nil }
            }
        }
        let names = affixes.map { (affix: $0, name: Array(view.namespace(ofAffix: $0).utf8)) }
        guard var common = names.first?.name else { return nil }
        for (_, name) in names {
            common = Array(zip(common, name).prefix { $0 == $1 }.map(\.0))
        }
        var result = Namespaces()
        for (affix, name) in names { result.rests[affix] = Array(name[common.count...]) }
        return result
    }

    /// The key of an IRI by what stands behind the common beginning of all.
    private func key(_ id: UInt32, _ namespaces: Namespaces) -> UInt64? {
        guard id != 0, id <= terms.graphLimit, !view.isLiteral(id), let affix = view.affixNumber(id),
            let rest = namespaces.rests[affix]
        else { return nil }
        let body = view.body(id)
        if rest.isEmpty { return Self.pack(.iri, Self.prefix(body)) }
        var word: UInt64 = 0
        for index in 0..<8 {
            let place = index - rest.count
            let byte = index < rest.count ? rest[index] : place < body.count ? body[place] : 0
            word = word &<< 8 | UInt64(byte)
        }
        return Self.pack(.iri, word)
    }

    /// The key of an id; 0 for an unbound one. Keys with namespaces compare with one another only.
    func key(_ id: UInt32, _ namespaces: Namespaces? = nil) -> UInt64 {
        if id == 0 { return 0 }
        if let namespaces, let key = key(id, namespaces) { return key }
        if let value = terms.indexedValue(id) { return Self.key(value) }
        if id <= terms.graphLimit, view.isString(id), let text = view.lexicalForm(id) {
            return Self.pack(view.isPlainString(id) ? .string : .languageString, Self.prefix(text))
        }
        return key(terms.value(id))
    }

    private static func key(_ value: IndexedValue) -> UInt64 {
        if value.isNumber { return pack(.number, ordered(value.doubleValue)) }
        return temporalKey(kind: value.kind == .date || value.kind == .zonedDate ? 2 : 0, seconds: value.bits)
    }

    private func key(_ value: Value) -> UInt64 {
        switch value {
        case .blank(let label): Self.pack(.blank, Self.prefix(label))
        case .iri: Class.iri.rawValue &<< 60
        case .number(let number): Self.pack(.number, Self.ordered(number.doubleValue))
        case .string(let text): Self.pack(.string, Self.prefix(text))
        case .languageString(let text, _): Self.pack(.languageString, Self.prefix(text))
        case .boolean: Class.boolean.rawValue &<< 60
        case .temporal(let value):
            Self.temporalKey(
                kind: ValueComparison.orderAmongTemporals(value),
                seconds: Int64(value.seconds.doubleValue.rounded(.down)))
        case .duration: Class.duration.rawValue &<< 60
        case .other: Class.other.rawValue &<< 60
        }
    }

    private static func pack(_ group: Class, _ word: UInt64) -> UInt64 { group.rawValue &<< 60 | word &>> 4 }

    private static func temporalKey(kind: Int, seconds: Int64) -> UInt64 {
        let clamped = min(max(seconds, -(1 << 54)), 1 << 54 - 1) &+ 1 << 54
        return Class.temporal.rawValue &<< 60 | UInt64(kind) &<< 56 | UInt64(clamped)
    }

    /// The bits of a double as a word in the order of the numbers; NaN comes first.
    private static func ordered(_ value: Double) -> UInt64 {
        if value.isNaN { return 0 }
        let bits = (value + 0).bitPattern
        return bits &>> 63 == 0 ? bits | 1 &<< 63 : ~bits
    }

    private static func prefix(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        if bytes.count >= 8, let start = bytes.baseAddress {
            return UInt64(bigEndian: UnsafeRawPointer(start).loadUnaligned(as: UInt64.self))
        }
        var word: UInt64 = 0
        for index in 0..<8 { word = word &<< 8 | (index < bytes.count ? UInt64(bytes[index]) : 0) }
        return word
    }

    private static func prefix(_ text: String) -> UInt64 {
        var text = text
        return text.withUTF8 { prefix($0) }
    }

    /// The order of two terms, either of which may be unbound.
    func compare(_ left: UInt32, _ right: UInt32) -> Ordering {
        if left == right { return .equal }
        if left == 0 || right == 0 { return left == 0 ? .less : .greater }
        if let a = terms.indexedValue(left), let b = terms.indexedValue(right),
            let sign = IndexedValue.compare(a, b), a.kind == b.kind || (a.isNumber && b.isNumber)
        {
            return sign < 0 ? .less : sign > 0 ? .greater : .equal
        }
        if let order = compareTexts(left, right) { return order }
        return ValueComparison.totalOrder(terms.value(left), terms.value(right))
    }

    /// The order of two IRIs of one namespace or two plain strings of the graph, by their bytes.
    private func compareTexts(_ left: UInt32, _ right: UInt32) -> Ordering? {
        guard left <= terms.graphLimit, right <= terms.graphLimit else { return nil }
        if let affix = view.affixNumber(left), affix == view.affixNumber(right), !view.isLiteral(left) {
            return ByteOrder.compare(view.body(left), view.body(right))
        }
        guard view.isPlainString(left), view.isPlainString(right), let a = view.lexicalForm(left, place: 0),
            let b = view.lexicalForm(right, place: 1)
        else { return nil }
        return ByteOrder.compare(a, b)
    }
}

/// Sorts rows by several columns of ids.
struct RowSorter {
    let keys: SortKeys
    let columns: [[UInt32]]
    let isDescending: [Bool]
    let context: ExecutionContext

    private struct Entry {
        var key: UInt64
        var row: Int32
    }

    /// The rows `0..<count` in order; equal ones stay in theirs. Only the first so many are in their final places.
    func order(count: Int, first: Int?) throws(QueryError) -> [Int32] {
        var rows = (0..<Int32(count)).map { $0 }
        if !columns.isEmpty { try sort(&rows, 0..<count, column: 0, first: first ?? count) }
        return rows
    }

    private func sort(
        _ rows: inout [Int32], _ range: Range<Int>, column: Int, first: Int
    ) throws(QueryError) {
        guard range.count > 1, range.lowerBound < first, column < columns.count else { return }
        try context.check()
        let ids = columns[column]
        let flip: UInt64 = isDescending[column] ? .max : 0
        var entries: [Entry] = []
        entries.reserveCapacity(range.count)
        var lastID: UInt32 = 0
        let unsorted = rows[range]
        let namespaces = keys.namespaces(of: unsorted.lazy.map { ids[Int($0)] })
        var lastKey = keys.key(0) ^ flip
        for place in range {
            let row = rows[place]
            let id = ids[Int(row)]
            if id != lastID {
                lastID = id
                lastKey = keys.key(id, namespaces) ^ flip
            }
            entries.append(Entry(key: lastKey, row: row))
            if place & 4095 == 4095 { try context.check() }
        }
        try sort(&entries)
        for (index, entry) in entries.enumerated() { rows[range.lowerBound + index] = entry.row }
        try context.check()
        var begin = 0
        while begin < entries.count, range.lowerBound + begin < first {
            var end = begin + 1
            var isOneTerm = true
            while end < entries.count, entries[end].key == entries[begin].key {
                if ids[Int(entries[end].row)] != ids[Int(entries[begin].row)] { isOneTerm = false }
                end += 1
            }
            if end > begin + 1 {
                let run = range.lowerBound + begin..<range.lowerBound + end
                if isOneTerm {
                    try sort(&rows, run, column: column + 1, first: first)
                } else {
                    try sortClosely(&rows, run, column: column, first: first)
                }
            }
            begin = end
        }
    }

    /// Sorts entries by key and row.
    private func sort(_ entries: inout [Entry]) throws(QueryError) {
        try sort(&entries, runLength: Self.runLength) { left, right in
            left.key != right.key ? left.key < right.key : left.row < right.row
        }
    }

    /// Sorts in runs that are then merged, so that the limits are looked at in between.
    @inline(__always)
    private func sort<Element>(
        _ entries: inout [Element], runLength: Int, _ precedes: (Element, Element) -> Bool
    ) throws(QueryError) {
        let count = entries.count
        guard count > runLength else {
            entries.sort(by: precedes)
            return
        }
        for start in stride(from: 0, to: count, by: runLength) {
            entries[start..<min(start + runLength, count)].sort(by: precedes)
            try context.check()
        }
        var length = runLength
        var merged: [Element] = []
        while length < count {
            merged.removeAll(keepingCapacity: true)
            merged.reserveCapacity(count)
            for start in stride(from: 0, to: count, by: 2 * length) {
                var left = start
                let middle = min(start + length, count)
                var right = middle
                let end = min(start + 2 * length, count)
                while left < middle, right < end {
                    if precedes(entries[right], entries[left]) {
                        merged.append(entries[right])
                        right += 1
                    } else {
                        merged.append(entries[left])
                        left += 1
                    }
                    if merged.count & (runLength - 1) == 0 { try context.check() }
                }
                merged.append(contentsOf: entries[left..<middle])
                merged.append(contentsOf: entries[right..<end])
            }
            swap(&entries, &merged)
            length *= 2
        }
    }

    /// Entries that are sorted without a look at the limits.
    private static let runLength = 1 << 15
    /// Rows that are compared by their texts without a look at the limits.
    private static let closeRunLength = 1 << 11

    /// Sorts rows whose keys are equal in a column by a close look at their terms.
    private func sortClosely(
        _ rows: inout [Int32], _ range: Range<Int>, column: Int, first: Int
    ) throws(QueryError) {
        let ids = columns[column]
        let wanted: Ordering = isDescending[column] ? .greater : .less
        var slice = Array(rows[range])
        try sort(&slice, runLength: Self.closeRunLength) { left, right in
            let order = keys.compare(ids[Int(left)], ids[Int(right)])
            return order == .equal ? left < right : order == wanted
        }
        rows.replaceSubrange(range, with: slice)
        try context.check()
        var begin = 0
        while begin < slice.count {
            var end = begin + 1
            while end < slice.count, keys.compare(ids[Int(slice[begin])], ids[Int(slice[end])]) == .equal { end += 1 }
            try sort(
                &rows, range.lowerBound + begin..<range.lowerBound + end, column: column + 1, first: first)
            begin = end
        }
    }
}
