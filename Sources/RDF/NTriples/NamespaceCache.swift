/// The namespaces met in a text, so that the many IRIs of one are checked from its end on only.
///
/// For each place of a statement the namespaces last met there are tried first; trying one is comparing its last eight
/// bytes, then the rest. A text with more namespaces than there is room for is read without the cache's help.
final class NamespaceCache {
    struct Entry {
        var bytes: UnsafeMutablePointer<UInt8>
        var count: Int
        /// Where the bytes begin that are compared first, which are those of them, under which mask.
        var tailOffset: Int
        var tail: UInt64
        var mask: UInt64
        /// What ends a name in this namespace: the namespace is everything up to the last separator.
        var stops: UInt8
    }

    /// The longest namespace that is kept; the text needs so many readable bytes behind it.
    static let maximumLength = 256
    private static let capacity = 1024
    private static let ways = 8
    private static let places = 5
    private var table = ByteStringTable()
    private var entries: UnsafeMutablePointer<Entry>
    private var recent: UnsafeMutablePointer<Int16>

    init() {
        entries = .allocate(capacity: NamespaceCache.capacity)
        recent = .allocate(capacity: NamespaceCache.places * NamespaceCache.ways)
        recent.initialize(repeating: -1, count: NamespaceCache.places * NamespaceCache.ways)
    }

    deinit {
        for number in 0..<table.count { entries[number].bytes.deallocate() }
        entries.deallocate()
        recent.deallocate()
    }

    /// The number of a namespace in which the IRI at `start` begins, if it is among those last met at a place; -1
    /// else.
    @inline(__always)
    func match(_ start: UnsafePointer<UInt8>, place: Int) -> Int {
        let ways = recent + place &* NamespaceCache.ways
        let raw = UnsafeRawPointer(start)
        var way = 0
        while way < NamespaceCache.ways {
            let number = Int(ways[way])
            if number < 0 { return -1 }
            let entry = entries + number
            let tail = raw.loadUnaligned(fromByteOffset: entry.pointee.tailOffset, as: UInt64.self)
            if tail & entry.pointee.mask == entry.pointee.tail,
                ByteHash.areEqual(start, entry.pointee.bytes, count: entry.pointee.count)
            {
                if way > 0, entries[Int(ways[way &- 1])].count <= entry.pointee.count {
                    // One step to the front, so that the commonest are tried first; but never before a longer one,
                    // which it may be the beginning of.
                    ways[way] = ways[way &- 1]
                    ways[way &- 1] = Int16(truncatingIfNeeded: number)
                }
                return number
            }
            way &+= 1
        }
        return -1
    }

    @inline(__always)
    func count(_ number: Int) -> Int { entries[number].count }

    @inline(__always)
    func stops(_ number: Int) -> UInt8 { entries[number].stops }

    /// Notes a namespace as met at a place: its number, or -1 when there is no room.
    func note(_ start: UnsafePointer<UInt8>, count: Int, place: Int) -> Int {
        guard count > 0, count <= NamespaceCache.maximumLength else { return -1 }
        var number = -1
        if let known = table.find(start, count: count) {
            number = known
        } else if table.count < NamespaceCache.capacity {
            number = table.add(start, count: count)
            let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: count + 8)
            bytes.initialize(repeating: 0, count: count + 8)
            bytes.update(from: start, count: count)
            let tailOffset = max(0, count - 8)
            let mask = count >= 8 ? UInt64.max : (1 << (8 * UInt64(count))) - 1
            let tail = UnsafeRawPointer(bytes).loadUnaligned(fromByteOffset: tailOffset, as: UInt64.self) & mask
            let endsInColon = bytes[count - 1] == UInt8(ascii: ":")
            entries.advanced(by: number).initialize(
                to: Entry(
                    bytes: bytes, count: count, tailOffset: tailOffset, tail: tail, mask: mask,
                    stops: endsInColon
                        ? ByteClass.stopsIRI | ByteClass.separator | ByteClass.colon
                        : ByteClass.stopsIRI | ByteClass.separator))
        }
        guard number >= 0 else { return -1 }
        let ways = recent + place * NamespaceCache.ways
        // What is there already moves; else the last one goes.
        var index = 0
        while index < NamespaceCache.ways - 1, ways[index] >= 0, ways[index] != number { index += 1 }
        // Before the shorter ones, which may be the beginning of it; else to the middle, so that a namespace met once
        // does not drive out the common ones.
        var way = 0
        while way < min(index, NamespaceCache.ways / 2), entries[Int(ways[way])].count > count { way += 1 }
        while index > way {
            ways[index] = ways[index - 1]
            index -= 1
        }
        ways[way] = Int16(number)
        return number
    }
}
