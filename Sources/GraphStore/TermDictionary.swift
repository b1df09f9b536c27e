import RDF

/// Terms and their ids: bodies in one arena of bytes, found by hash.
///
/// Ids count from 1 in the order in which terms are first met. Terms are never taken out. A copy is cheap until one of
/// the two is changed.
struct TermDictionary: Sendable {
    private(set) var affixes = AffixTable()
    /// The bodies of all terms, canonical, one after another.
    private(set) var arena: [UInt8] = []
    /// By id, where the body begins; one more for the end of the last.
    private(set) var starts: [UInt64] = [0, 0]
    /// By id, the affix.
    private(set) var affixOfTerm: [UInt16] = [0]
    /// Open addressing: the upper half of the hash above the id; 0 is free.
    private var slots: [UInt64] = Array(repeating: 0, count: 64)

    init() {}

    /// How many terms there are; the ids are 1 to this.
    var count: Int { affixOfTerm.count - 1 }

    /// The largest id.
    static let maximumCount = Int(UInt32.max) - 1

    // MARK: Bodies

    /// The affix and body of a term when its affix is known.
    private func encode(_ term: Term) -> (affix: UInt16, body: [UInt8])? {
        var copy = affixes
        let countBefore = copy.affixes.count
        let encoded = TermEncoding.encode(term, &copy)
        return copy.affixes.count == countBefore ? encoded : nil
    }

    /// The id of a term, or nil when it was never met.
    ///
    /// - Complexity: O(length of the term).
    func id(of term: Term) -> TermID? {
        guard let (affix, body) = encode(term) else { return nil }
        return body.withUnsafeBufferPointer { find(affix: affix, $0) }
    }

    /// The id of a term, a new one when it was never met.
    mutating func intern(_ term: Term) -> TermID {
        let (affix, body) = TermEncoding.encode(term, &affixes)
        return body.withUnsafeBufferPointer { intern(affix: affix, $0) }
    }

    /// The id of a body under an affix, or nil.
    func find(affix: UInt16, _ body: UnsafeBufferPointer<UInt8>) -> TermID? {
        var empty: UInt8 = 0
        return withUnsafePointer(to: &empty) { placeholder in
            let start = body.baseAddress ?? placeholder
            let hash = TermHash.hash(start, count: body.count, affix: affix)
            let mask = slots.count - 1
            var slot = Int(truncatingIfNeeded: hash) & mask
            while slots[slot] != 0 {
                if slots[slot] >> 32 == hash >> 32 {
                    let id = UInt32(truncatingIfNeeded: slots[slot])
                    if isSame(id, affix: affix, start, count: body.count) { return TermID(id) }
                }
                slot = (slot + 1) & mask
            }
            return nil
        }
    }

    /// The id of a body under an affix, a new one when it was never met.
    mutating func intern(affix: UInt16, _ body: UnsafeBufferPointer<UInt8>) -> TermID {
        if let known = find(affix: affix, body) { return known }
        if count * 3 >= slots.count * 2 { growSlots() }
        let id = UInt32(count + 1)
        arena.append(contentsOf: body)
        starts.append(UInt64(arena.count))
        affixOfTerm.append(affix)
        place(id)
        return TermID(id)
    }

    private func isSame(_ id: UInt32, affix: UInt16, _ start: UnsafePointer<UInt8>, count: Int) -> Bool {
        guard affixOfTerm[Int(id)] == affix else { return false }
        let begin = Int(starts[Int(id)])
        guard Int(starts[Int(id) + 1]) - begin == count else { return false }
        if count == 0 { return true }
        return arena.withUnsafeBufferPointer { arena in
            guard let base = arena.baseAddress else { return false }
            return TermHash.areEqual(base + begin, start, count: count)
        }
    }

    private mutating func place(_ id: UInt32) {
        let hash = withBody(TermID(id)) { body in
            var empty: UInt8 = 0
            return withUnsafePointer(to: &empty) {
                TermHash.hash(body.baseAddress ?? $0, count: body.count, affix: affixOfTerm[Int(id)])
            }
        }
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = (hash >> 32) << 32 | UInt64(id)
    }

    private mutating func growSlots() {
        slots = Array(repeating: 0, count: slots.count * 2)
        for id in 1...max(1, count) where id <= count { place(UInt32(id)) }
    }

    // MARK: Terms

    /// The affix of a term.
    @inline(__always)
    func affix(_ id: TermID) -> AffixTable.Affix { affixes[affixOfTerm[Int(id.rawValue)]] }

    /// Gives the body of a term to a closure.
    @inline(__always)
    func withBody<Result>(_ id: TermID, _ use: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let range = Int(starts[Int(id.rawValue)])..<Int(starts[Int(id.rawValue) + 1])
        return arena.withUnsafeBufferPointer { use(UnsafeBufferPointer(rebasing: $0[range])) }
    }

    /// The term of an id that this dictionary gave.
    func term(_ id: TermID) -> Term {
        let affix = affix(id)
        return withBody(id) { TermEncoding.decode(affix, $0) }
    }

    /// Appends a term as N-Triples writes it.
    func appendCanonical(_ id: TermID, to bytes: inout [UInt8]) {
        let affix = affix(id)
        bytes += affix.head
        withBody(id) { bytes.append(contentsOf: $0) }
        bytes += affix.tail
    }
}
