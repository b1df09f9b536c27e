import RDF

/// Terms and their ids: bodies in one arena of bytes, found by hash.
///
/// Ids count from 1 in the order in which terms are first met. A copy is cheap until one of the two is changed.
struct TermDictionary: Sendable {
    private(set) var affixes = AffixTable()
    /// The bodies of all terms, canonical, one after another.
    private var arena: [UInt8] = []
    /// By id, where the body begins, counted from its block's base; one more for the end of the last.
    private var starts: [UInt32] = [0, 0]
    /// By block of ids, where the first body begins.
    private var bases: [Int] = [0]
    /// By id, the affix.
    private var affixOfTerm: [UInt16] = [0]
    /// Open addressing: an id, and above it as many bits of the hash as there is room for; 0 is free.
    private var slots: [UInt32] = Array(repeating: 0, count: 1 << 6)
    /// How many bits of a slot are the id; the table has two to the power of it slots.
    private var idBits = 6

    /// Ids that share a base: few enough that their bodies, of 256 MiB at most, fit in 32 bits.
    private static let blockBits = 4

    init() {}

    /// How many terms there are; the ids are 1 to this.
    var count: Int { affixOfTerm.count - 1 }

    // MARK: Finding and adding

    /// The id of a term, or nil when it was never met.
    ///
    /// - Complexity: O(length of the term).
    func id(of term: Term) -> TermID? {
        TermEncoding.encode(term, affixes) { affix, body in
            let id = withAddress(body) { find(affix: affix, $0, count: body.count).id }
            return id == 0 ? nil : TermID(id)
        }
    }

    /// The id of a term, a new one when it was never met.
    mutating func intern(_ term: Term) -> TermID {
        var affixes = AffixTable.empty
        swap(&affixes, &self.affixes)
        defer { swap(&affixes, &self.affixes) }
        return TermEncoding.encode(term, adding: &affixes) { affix, body in
            withAddress(body) { TermID(intern(affix: affix, $0, count: body.count)) }
        }
    }

    /// The id of a body under an affix, a new one when it was never met.
    @inline(__always)
    mutating func intern(affix: UInt16, _ body: UnsafePointer<UInt8>, count: Int) -> UInt32 {
        let found = find(affix: affix, body, count: count)
        if found.id != 0 { return found.id }
        return append(affix: affix, body, count: count, slot: found.slot, hash: found.hash)
    }

    /// The affix of a namespace, datatype or language, a new one when there is room.
    mutating func withAffixes<Result>(_ use: (inout AffixTable) -> Result) -> Result { use(&affixes) }

    /// Whether an id's term is this one.
    @inline(__always)
    func isSame(_ id: UInt32, affix: UInt16, _ body: UnsafePointer<UInt8>, count: Int) -> Bool {
        let begin = start(Int(id))
        guard start(Int(id) &+ 1) &- begin == count, affixOfTerm[Int(id)] == affix else { return false }
        return arena.withUnsafeBufferPointer { arena in
            arena.baseAddress.map { ByteHash.areEqual($0 + begin, body, count: count) } ?? true
        }
    }

    /// The id of a body under an affix, 0 when it was never met; and the slot where it is or would be.
    @inline(__always)
    private func find(
        affix: UInt16, _ body: UnsafePointer<UInt8>, count: Int
    ) -> (id: UInt32, slot: Int, hash: UInt64) {
        let hash = ByteHash.hash(body, count: count, seed: UInt64(affix))
        let mask = (1 &<< idBits) &- 1
        let tag = tag(hash)
        let idMask = UInt32(truncatingIfNeeded: mask)
        var slot = Int(truncatingIfNeeded: hash) & mask
        while true {
            let entry = slots[slot]
            if entry == 0 { return (0, slot, hash) }
            if entry & ~idMask == tag, isSame(entry & idMask, affix: affix, body, count: count) {
                return (entry & idMask, slot, hash)
            }
            slot = (slot &+ 1) & mask
        }
    }

    /// The bits of a hash that stand above the id in a slot.
    @inline(__always)
    private func tag(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash &>> 32) &<< idBits }

    private mutating func append(
        affix: UInt16, _ body: UnsafePointer<UInt8>, count: Int, slot: Int, hash: UInt64
    ) -> UInt32 {
        arena.append(contentsOf: UnsafeBufferPointer(start: body, count: count))
        affixOfTerm.append(affix)
        let id = self.count
        let next = id + 1
        if next & ((1 << TermDictionary.blockBits) - 1) == 0 { bases.append(arena.count) }
        starts.append(UInt32(arena.count - bases[next >> TermDictionary.blockBits]))
        if id * 4 > slots.count * 3 {
            rebuildSlots(idBits: idBits + 1)
        } else {
            slots[slot] = tag(hash) | UInt32(id)
        }
        return UInt32(id)
    }

    private mutating func rebuildSlots(idBits: Int) {
        self.idBits = idBits
        slots = []
        slots = Array(repeating: 0, count: 1 << idBits)
        let mask = slots.count - 1
        var id = 1
        while id <= count {
            let hash = withBody(UInt32(id)) { body in
                withAddress(body) { ByteHash.hash($0, count: body.count, seed: UInt64(affixOfTerm[id])) }
            }
            var slot = Int(truncatingIfNeeded: hash) & mask
            while slots[slot] != 0 { slot = (slot &+ 1) & mask }
            slots[slot] = tag(hash) | UInt32(id)
            id += 1
        }
    }

    /// What there was at some time, to go back to.
    struct Mark {
        fileprivate var count: Int
        fileprivate var affixes: Int
    }

    /// What there is now.
    var mark: Mark { Mark(count: count, affixes: affixes.count) }

    /// Takes out all terms that were added since a mark.
    ///
    /// - Complexity: O(terms).
    mutating func rollBack(to mark: Mark) {
        guard count > mark.count || affixes.count > mark.affixes else { return }
        arena.removeLast(arena.count - start(mark.count + 1))
        affixOfTerm.removeLast(count - mark.count)
        starts.removeLast(starts.count - mark.count - 2)
        bases.removeLast(bases.count - (mark.count + 1) >> TermDictionary.blockBits - 1)
        affixes.removeAll(from: mark.affixes)
        rebuildSlots(idBits: idBits)
    }

    // MARK: Terms

    @inline(__always)
    private func start(_ id: Int) -> Int { bases[id &>> TermDictionary.blockBits] &+ Int(starts[id]) }

    /// The number of an id's affix.
    @inline(__always)
    func affixNumber(_ id: UInt32) -> UInt16 { affixOfTerm[Int(id)] }

    /// The affix of an id.
    func affix(_ id: TermID) -> AffixTable.Affix { affixes[affixOfTerm[Int(id.rawValue)]] }

    /// Gives the body of a term to a closure.
    @inline(__always)
    func withBody<Result>(_ id: UInt32, _ use: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let range = start(Int(id))..<start(Int(id) &+ 1)
        return arena.withUnsafeBufferPointer { use(UnsafeBufferPointer(rebasing: $0[range])) }
    }

    /// The term of an id that this dictionary gave.
    func term(_ id: TermID) -> Term {
        withBody(id.rawValue) { TermEncoding.decode(affixes[affixOfTerm[Int(id.rawValue)]], $0) }
    }

    /// Appends a term as N-Triples writes it.
    func appendCanonical(_ id: TermID, to bytes: inout [UInt8]) {
        let affix = affix(id)
        bytes += affix.head
        withBody(id.rawValue) { bytes.append(contentsOf: $0) }
        bytes += affix.tail
    }

    /// The bodies of all terms by their addresses, for work that looks at many of them.
    struct Bodies {
        fileprivate var arena: UnsafePointer<UInt8>
        fileprivate var starts: UnsafePointer<UInt32>
        fileprivate var bases: UnsafePointer<Int>
        /// By id, the affix.
        fileprivate(set) var affixes: UnsafePointer<UInt16>

        /// The body of an id.
        @inline(__always)
        func callAsFunction(_ id: UInt32) -> UnsafeBufferPointer<UInt8> {
            let begin = start(Int(id))
            return UnsafeBufferPointer(start: arena + begin, count: start(Int(id) &+ 1) &- begin)
        }

        /// The first byte of an id's body, or what stands there when the body is empty; 0 where nothing does.
        @inline(__always)
        func firstByte(_ id: UInt32) -> UInt8 {
            let begin = start(Int(id))
            return start(Int(id) &+ 1) > begin ? arena[begin] : 0
        }

        /// Looks at where an id's body begins; what comes of it means nothing.
        @inline(__always)
        func place(_ id: UInt32) -> UInt16 {
            UInt16(truncatingIfNeeded: bases[Int(id &>> UInt32(TermDictionary.blockBits))] &+ Int(starts[Int(id)]))
        }

        @inline(__always)
        private func start(_ id: Int) -> Int { bases[id &>> TermDictionary.blockBits] &+ Int(starts[id]) }
    }

    /// Calls with the bodies of all terms.
    func withBodies<Result>(_ use: (Bodies) throws -> Result) rethrows -> Result {
        try arena.withUnsafeBufferPointer { arena in
            try starts.withUnsafeBufferPointer { starts in
                try bases.withUnsafeBufferPointer { bases in
                    try affixOfTerm.withUnsafeBufferPointer { affixes in
                        // An arena of empty bodies has no address, and none is needed.
                        var placeholder: UInt8 = 0
                        return try withUnsafePointer(to: &placeholder) { placeholder in
                            guard let starts = starts.baseAddress, let bases = bases.baseAddress,
                                let affixes = affixes.baseAddress
                            else { preconditionFailure("a dictionary has an entry for the id 0") }
                            return try use(
                                Bodies(
                                    arena: arena.baseAddress ?? placeholder, starts: starts, bases: bases,
                                    affixes: affixes))
                        }
                    }
                }
            }
        }
    }

    /// Calls with the address of some bytes, of which there may be none.
    @inline(__always)
    private func withAddress<Result>(
        _ bytes: UnsafeBufferPointer<UInt8>, _ use: (UnsafePointer<UInt8>) -> Result
    ) -> Result {
        if let start = bytes.baseAddress { return use(start) }
        return withUnsafePointer(to: 0 as UInt8) { use($0) }
    }
}

extension TermDictionary {
    /// The columns as they stand, for a file.
    var columns: (arena: [UInt8], starts: [UInt32], bases: [Int], affixOfTerm: [UInt16], slots: [UInt32]) {
        (arena, starts, bases, affixOfTerm, slots)
    }

    /// The dictionary of a file's columns; nil when they do not fit together.
    init?(
        affixes: AffixTable, arena: [UInt8], starts: [UInt32], bases: [Int], affixOfTerm: [UInt16], slots: [UInt32]
    ) {
        let count = affixOfTerm.count - 1
        guard count >= 0, starts.count == count + 2, bases.count == (count + 1) >> Self.blockBits + 1,
            slots.count >= 64, slots.count.nonzeroBitCount == 1, slots.count > count,
            Int(affixOfTerm.max() ?? 0) < affixes.count
        else { return nil }
        self.init()
        self.affixes = affixes
        self.arena = arena
        self.starts = starts
        self.bases = bases
        self.affixOfTerm = affixOfTerm
        self.slots = slots
        idBits = slots.count.trailingZeroBitCount
        guard start(count + 1) == arena.count else { return nil }
    }
}
