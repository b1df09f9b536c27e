import Glibc
import RDF

/// The terms of a graph by their addresses, for work that looks at millions of them: texts, kinds, values.
///
/// The dictionary is held as long as the view lives and never changes, so the addresses stay. Not to be shared between
/// threads: texts that hold escapes are decoded into memory of the view.
package final class TermView {
    /// Holds what the addresses are of.
    private let graph: Graph
    private let bodies: TermDictionary.Bodies
    private let kinds: UnsafePointer<UInt8>
    private let values: ValueIndex.View
    private var decoded: (UnsafeMutableBufferPointer<UInt8>, UnsafeMutableBufferPointer<UInt8>)
    /// The largest id.
    package let limit: UInt32

    init(_ graph: Graph) {
        self.graph = graph
        limit = UInt32(graph.termCount)
        bodies = graph.terms.withBodies { $0 }
        values = graph.values.view
        decoded = (.allocate(capacity: 256), .allocate(capacity: 256))
        // There are affixes from the start.
        let table = graph.terms.affixes.kinds.withUnsafeBufferPointer { $0 }
        guard let start = table.baseAddress else { preconditionFailure("an affix table is never empty") }
        kinds = start
    }

    deinit {
        decoded.0.deallocate()
        decoded.1.deallocate()
    }

    /// The value of a number or date; nil when the term is neither, or has to be read from its text.
    @inline(__always)
    package func indexedValue(_ id: UInt32) -> IndexedValue? { values[id] }

    /// Whether a term of the graph is a literal.
    @inline(__always)
    package func isLiteral(_ id: UInt32) -> Bool {
        kinds[Int(bodies.affixes[Int(id)])] & AffixTable.literalBit != 0
    }

    /// Whether a term is a plain or a language-tagged string, which is what the functions on strings take.
    @inline(__always)
    package func isString(_ id: UInt32) -> Bool {
        let affix = bodies.affixes[Int(id)]
        return affix == AffixTable.plain || kinds[Int(affix)] & AffixTable.languageBit != 0
    }

    /// Whether a term is a string without a language.
    @inline(__always)
    package func isPlainString(_ id: UInt32) -> Bool { bodies.affixes[Int(id)] == AffixTable.plain }

    /// A number that two terms share just when they are of one kind with one namespace, datatype or language, so that
    /// comparing their bodies compares the terms; nil for a term that has none.
    @inline(__always)
    package func affixNumber(_ id: UInt32) -> UInt16? {
        let affix = bodies.affixes[Int(id)]
        return affix > AffixTable.wholeLiteral || affix == AffixTable.blank ? affix : nil
    }

    /// The stored bytes of a term behind its namespace, or between its quotes, escaped as in N-Triples.
    @inline(__always)
    package func body(_ id: UInt32) -> UnsafeBufferPointer<UInt8> { bodies(id) }

    /// The characters of a literal's lexical form as UTF-8; nil for another term, and for a literal that is stored whole.
    ///
    /// They stay until the next call with the same number of a place to decode into, 0 or 1.
    @inline(__always)
    package func lexicalForm(_ id: UInt32, place: Int = 0) -> UnsafeBufferPointer<UInt8>? {
        let affix = bodies.affixes[Int(id)]
        guard kinds[Int(affix)] & AffixTable.literalBit != 0, affix != AffixTable.wholeLiteral else { return nil }
        let body = bodies(id)
        guard let start = body.baseAddress, memchr(start, Int32(UInt8(ascii: "\\")), body.count) != nil else {
            return body
        }
        return place == 0 ? decode(body, into: &decoded.0) : decode(body, into: &decoded.1)
    }

    private func decode(
        _ body: UnsafeBufferPointer<UInt8>, into target: inout UnsafeMutableBufferPointer<UInt8>
    ) -> UnsafeBufferPointer<UInt8> {
        // A decoded form is never longer than its escapes.
        if target.count < body.count {
            target.deallocate()
            target = .allocate(capacity: body.count * 2)
        }
        return UnsafeBufferPointer(rebasing: target[..<CanonicalForm.decode(body, into: target)])
    }

    /// The namespace of an IRI with the affix number of `affixNumber`.
    package func namespace(ofAffix number: UInt16) -> String { graph.terms.affixes[number].name }
}

extension Graph {
    /// The terms by their addresses.
    package var termView: TermView { TermView(self) }
}
