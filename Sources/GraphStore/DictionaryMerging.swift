import RDF

extension Graph {
    /// The ids here of all terms of another graph, by their ids there; what was never met here is added.
    ///
    /// Terms are compared byte by byte as they stand, so that graphs filled on several threads are joined at the speed of memory.
    ///
    /// - Complexity: O(bytes of the other graph's terms).
    public mutating func intern(termsOf other: Graph) -> [TermID] { terms.intern(termsOf: other.terms) }
}

extension TermDictionary {
    /// The ids here of all terms of another dictionary, by their ids there; 0 stands for none.
    mutating func intern(termsOf other: TermDictionary) -> [TermID] {
        var affixNumbers: [UInt16] = []
        for number in 0..<other.affixes.count { affixNumbers.append(self.number(of: other.affixes[UInt16(number)])) }
        var ids = [TermID(0)]
        ids.reserveCapacity(other.count + 1)
        other.withBodies { bodies in
            var id: UInt32 = 1
            while id <= other.count {
                let old = bodies.affixes[Int(id)]
                let affix = affixNumbers[Int(old)]
                let body = bodies(id)
                if !isWhole(affix), !isWhole(old), let start = body.baseAddress {
                    ids.append(TermID(intern(affix: affix, start, count: body.count)))
                } else {
                    // No room for another namespace, here or there: the term is taken apart anew.
                    ids.append(intern(other.term(TermID(id))))
                }
                id += 1
            }
        }
        return ids
    }

    private func isWhole(_ affix: UInt16) -> Bool { affix == AffixTable.wholeIRI || affix == AffixTable.wholeLiteral }

    /// The number here of another table's affix, a new one where there is room.
    private mutating func number(of affix: AffixTable.Affix) -> UInt16 {
        // An empty name has no address, and is what the affixes have that every table begins with.
        let name = Array(affix.name.utf8)
        guard !name.isEmpty else {
            if affix.isWhole { return AffixTable.wholeLiteral }
            if affix.kind == .blank { return AffixTable.blank }
            return affix.head.isEmpty ? 0 : AffixTable.wholeIRI
        }
        return name.withUnsafeBufferPointer { name in
            withAffixes { affixes in
                switch affix.kind {
                case .iri: affixes.addNamespace(name)
                case .blank: AffixTable.blank
                case .literal: affix.datatype == .langString ? affixes.addLanguage(name) : affixes.addDatatype(name)
                }
            }
        }
    }
}
