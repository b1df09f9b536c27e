import Glibc
import RDF

/// All terms of a dictionary in the order of their bytes as N-Triples writes them.
///
/// Terms are sorted by namespace first, so that comparing begins where terms differ. No term of a namespace holds
/// another `/` or `#` (or `:`, where a namespace ends in one) behind it, and so the terms of a longer namespace stand
/// together among those of a shorter one that it begins in.
struct TermRanking {
    /// The ids, sorted.
    private(set) var order: [UInt32] = []
    /// By id, its place in `order`.
    private(set) var rank: [UInt32] = []

    /// - Parameter mayGoOn: asked every few milliseconds; nil comes of a no.
    /// - Complexity: O(n log n) comparisons, nearly all of them of eight bytes.
    init?(_ terms: TermDictionary, mayGoOn: @escaping () -> Bool = { true }) {
        var wasStopped = false
        order.reserveCapacity(terms.count)
        rank = Array(repeating: 0, count: terms.count + 1)
        terms.withBodies { bodies in
            var groups: [[UInt32]] = Array(repeating: [], count: terms.affixes.count)
            var literals: [UInt32] = []
            for id in 1..<UInt32(terms.count + 1) {
                let affix = Int(bodies.affixes[Int(id)])
                if terms.affixes.affixes[affix].kind == .literal {
                    literals.append(id)
                } else {
                    groups[affix].append(id)
                }
            }
            let sorter = TermSorter(bodies, AffixTexts(terms.affixes), mayGoOn)
            // A quotation mark comes before an angle bracket, and that before an underscore.
            order += sorter.sorted(literals)
            if groups[Int(AffixTable.wholeIRI)].isEmpty {
                appendNamespaces(groups, terms.affixes, sorter)
            } else {
                let iris = groups.indices.filter { terms.affixes.affixes[$0].kind == .iri }.flatMap { groups[$0] }
                order += sorter.sortedByWholeText(iris)
            }
            order += sorter.sorted(groups[Int(AffixTable.blank)])
            wasStopped = sorter.wasStopped
        }
        if wasStopped { return nil }
        for place in order.indices { rank[Int(order[place])] = UInt32(place) }
    }

    /// Appends the IRIs, namespaces in the order of their text, each nested in the one that it begins in.
    private mutating func appendNamespaces(_ groups: [[UInt32]], _ affixes: AffixTable, _ sorter: TermSorter) {
        let used = groups.indices.filter { !groups[$0].isEmpty && affixes.affixes[$0].kind == .iri }
            .map { (head: affixes.affixes[$0].head, affix: $0) }
            .sorted { $0.head.lexicographicallyPrecedes($1.head) }
        // Namespaces that are open, innermost last: their sorted terms, and how many are out.
        var open: [(head: [UInt8], terms: [UInt32], done: Int)] = []
        for namespace in used {
            while let last = open.last, !namespace.head.starts(with: last.head) { close(&open) }
            if let last = open.last {
                let rest = Array(namespace.head[last.head.count...])
                let end = sorter.firstIndex(in: last.terms, from: last.done, notBefore: rest)
                order += last.terms[last.done..<end]
                open[open.count - 1].done = end
            }
            open.append((namespace.head, sorter.sorted(groups[namespace.affix]), 0))
        }
        while !open.isEmpty { close(&open) }
    }

    private mutating func close(_ open: inout [(head: [UInt8], terms: [UInt32], done: Int)]) {
        guard let last = open.popLast() else { return }
        order += last.terms[last.done...]
    }
}

/// Sorts terms by their bodies and what stands behind them.
private final class TermSorter {
    private let bodies: TermDictionary.Bodies
    private let texts: AffixTexts
    private let mayGoOn: () -> Bool
    /// Whether there was a no; what was sorted is then in no order.
    private(set) var wasStopped = false
    /// Room for the entries of a group while they change places.
    private var scratch: [Entry] = []

    init(_ bodies: TermDictionary.Bodies, _ texts: AffixTexts, _ mayGoOn: @escaping () -> Bool) {
        self.bodies = bodies
        self.texts = texts
        self.mayGoOn = mayGoOn
    }

    /// A term with the first eight bytes behind its head, as a number that sorts as they do.
    private struct Entry {
        var key: UInt64
        var id: UInt32
    }

    /// How many bytes are compared eight at a time, before what is still equal is compared whole.
    private static let maximumDepth = 64
    /// Fewer terms than this are compared whole.
    private static let smallGroup = 8
    /// More terms than this are sorted by counting.
    private static let largeGroup = 512
    private static let entriesBetweenLooks = 1 << 16

    /// Sorts terms that have one head: of one namespace, or literals.
    func sorted(_ ids: [UInt32]) -> [UInt32] {
        var entries = ids.map { Entry(key: 0, id: $0) }
        scratch = entries.count > TermSorter.largeGroup ? entries : []
        scratch.withUnsafeMutableBufferPointer { scratch in
            entries.withUnsafeMutableBufferPointer { sort($0, scratch, depth: 0) }
        }
        scratch = []
        return entries.map(\.id)
    }

    /// Sorts terms that are equal in their first `depth` bytes: by the next eight, then those that are equal in these.
    private func sort(
        _ entries: UnsafeMutableBufferPointer<Entry>, _ scratch: UnsafeMutableBufferPointer<Entry>, depth: Int
    ) {
        var entries = entries
        guard entries.count > TermSorter.smallGroup, depth < TermSorter.maximumDepth else {
            entries.sort { precedes($0.id, $1.id) }
            return
        }
        // The bits in which the keys are not all the same.
        var differing: UInt64 = 0
        for index in entries.indices {
            if index & (TermSorter.entriesBetweenLooks - 1) == TermSorter.entriesBetweenLooks - 1 { look() }
            if wasStopped { return }
            entries[index].key = key(entries[index].id, at: depth)
            differing |= entries[index].key ^ entries[0].key
        }
        if entries.count <= TermSorter.largeGroup {
            entries.sort { $0.key < $1.key }
        } else {
            sortByCounting(entries, UnsafeMutableBufferPointer(rebasing: scratch.prefix(entries.count)), differing)
        }
        var begin = 0
        while begin < entries.count {
            var end = begin + 1
            while end < entries.count, entries[end].key == entries[begin].key { end += 1 }
            if end > begin + 1 {
                sort(UnsafeMutableBufferPointer(rebasing: entries[begin..<end]), scratch, depth: depth + 8)
                if wasStopped { return }
            }
            begin = end
        }
    }

    /// Sorts by the keys, a byte at a time from the last one on, those bytes only in which they differ.
    private func sortByCounting(
        _ entries: UnsafeMutableBufferPointer<Entry>, _ scratch: UnsafeMutableBufferPointer<Entry>,
        _ differing: UInt64
    ) {
        var source = entries
        var target = scratch
        withUnsafeTemporaryAllocation(of: Int.self, capacity: 256) { places in
            for shift in stride(from: UInt64(0), to: 64, by: 8) where differing &>> shift & 0xFF != 0 {
                look()
                if wasStopped { return }
                places.update(repeating: 0)
                for entry in source { places[Int(entry.key &>> shift & 0xFF)] &+= 1 }
                var sum = 0
                for byte in 0..<256 {
                    let count = places[byte]
                    places[byte] = sum
                    sum &+= count
                }
                for entry in source {
                    let byte = Int(entry.key &>> shift & 0xFF)
                    target[places[byte]] = entry
                    places[byte] &+= 1
                }
                swap(&source, &target)
            }
        }
        if source.baseAddress != entries.baseAddress { _ = entries.update(fromContentsOf: source) }
    }

    private func look() { if !wasStopped { wasStopped = !mayGoOn() } }

    /// Sorts terms of any heads.
    func sortedByWholeText(_ ids: [UInt32]) -> [UInt32] {
        ids.map { id -> (id: UInt32, text: [UInt8]) in
            let affix = bodies.affixes[Int(id)]
            return (id, Array(texts.head(affix)) + Array(bodies(id)) + Array(texts.tail(affix)))
        }.sorted { $0.text.lexicographicallyPrecedes($1.text) }.map(\.id)
    }

    /// The first of sorted terms, from an index on, that does not come before a text that begins behind their head.
    func firstIndex(in ids: [UInt32], from start: Int, notBefore text: [UInt8]) -> Int {
        var low = start
        var high = ids.count
        while low < high {
            let middle = (low + high) >> 1
            let (body, tail) = parts(ids[middle])
            if (Array(body) + Array(tail)).lexicographicallyPrecedes(text) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// What stands behind the head: the body and the tail. All of a whole literal but its first quote is its body.
    @inline(__always)
    private func parts(_ id: UInt32) -> (body: UnsafeBufferPointer<UInt8>, tail: UnsafeBufferPointer<UInt8>) {
        let number = bodies.affixes[Int(id)]
        let body = bodies(id)
        return (
            number == AffixTable.wholeLiteral ? UnsafeBufferPointer(rebasing: body.dropFirst()) : body,
            texts.tail(number)
        )
    }

    private func key(_ id: UInt32, at depth: Int) -> UInt64 {
        let (body, tail) = parts(id)
        if body.count >= depth + 8, let start = body.baseAddress {
            return UInt64(bigEndian: UnsafeRawPointer(start).loadUnaligned(fromByteOffset: depth, as: UInt64.self))
        }
        var key: UInt64 = 0
        for index in depth..<depth + 8 { key = key << 8 | UInt64(byte(body, tail, index)) }
        return key
    }

    /// The byte at an offset behind the head; 0 behind the end, before any byte of a term.
    @inline(__always)
    private func byte(_ body: UnsafeBufferPointer<UInt8>, _ tail: UnsafeBufferPointer<UInt8>, _ offset: Int) -> UInt8 {
        if offset < body.count { return body[offset] }
        return offset - body.count < tail.count ? tail[offset - body.count] : 0
    }

    private func precedes(_ left: UInt32, _ right: UInt32) -> Bool {
        let (leftBody, leftTail) = parts(left)
        let (rightBody, rightTail) = parts(right)
        let common = min(leftBody.count, rightBody.count)
        if common > 0, let left = leftBody.baseAddress, let right = rightBody.baseAddress {
            let order = memcmp(left, right, common)
            if order != 0 { return order < 0 }
        }
        let end = max(leftBody.count + leftTail.count, rightBody.count + rightTail.count)
        var offset = common
        while offset < end {
            let (left, right) = (byte(leftBody, leftTail, offset), byte(rightBody, rightTail, offset))
            if left != right { return left < right }
            offset += 1
        }
        return false
    }
}
