import GraphStore
import QuerySyntax

/// A test of one term's text against a constant, done on the bytes of the dictionary.
package final class TextTest: Sendable {
    enum Kind: Sendable {
        case contains(LiteralSearch)
        case starts([UInt8])
        case ends([UInt8])
        case regex(pattern: String, flags: String, required: LiteralSearch?)
    }

    let kind: Kind
    /// Whether the text is `STR(…)` of the term, so that IRIs and all literals have one; else it is strings only.
    let takesAnyTerm: Bool
    /// Whether the text is brought to lower case first. What may become ASCII by that is left to the general way.
    let lowersCase: Bool

    private init(kind: Kind, takesAnyTerm: Bool, lowersCase: Bool) {
        self.kind = kind
        self.takesAnyTerm = takesAnyTerm
        self.lowersCase = lowersCase
    }

    /// The test that a call of a function stands for, with its variable; nil where it isn't one.
    static func of(_ function: BuiltinFunction, _ arguments: [CompiledExpression]) -> (TextTest, Slot)? {
        guard arguments.count >= 2, case .constant(_, .string(let text)) = arguments[1] else { return nil }
        var subject = arguments[0]
        var lowersCase = false
        var takesAnyTerm = false
        if case .function(.lcase, let inner) = subject, let first = inner.first {
            lowersCase = true
            subject = first
        }
        if case .function(.str, let inner) = subject, let first = inner.first {
            takesAnyTerm = true
            subject = first
        }
        guard case .variable(let slot) = subject else { return nil }
        let bytes = Array(text.utf8)
        let kind: Kind
        switch function {
        case .contains:
            guard !bytes.isEmpty, !lowersCase || isLowerASCII(bytes) else { return nil }
            kind = .contains(LiteralSearch(bytes, ignoresCase: lowersCase))
        case .strStarts:
            guard !lowersCase else { return nil }
            kind = .starts(bytes)
        case .strEnds:
            guard !lowersCase else { return nil }
            kind = .ends(bytes)
        case .regex:
            guard !lowersCase else { return nil }
            var flags = ""
            if arguments.count > 2 {
                guard case .constant(_, .string(let given)) = arguments[2] else { return nil }
                flags = given
            }
            kind = .regex(pattern: text, flags: flags, required: RequiredLiteral.search(text, flags: flags))
        default: return nil
        }
        return (TextTest(kind: kind, takesAnyTerm: takesAnyTerm, lowersCase: lowersCase), slot)
    }

    private static func isLowerASCII(_ bytes: [UInt8]) -> Bool {
        bytes.allSatisfy { $0 < 0x80 && !($0 >= 65 && $0 <= 90) }
    }
}

extension Evaluator {
    /// The verdict of a test on a term of the graph; nil where the general way has to decide.
    func verdict(_ test: TextTest, _ id: UInt32) -> Bool? {
        guard id <= terms.graphLimit else { return nil }
        let view = terms.view
        if test.takesAnyTerm {
            if let text = view.lexicalForm(id) { return verdict(test, text) }
            guard !view.isLiteral(id), let affix = view.affixNumber(id), terms.graph.kind(TermID(id)) == .iri else {
                return nil
            }
            var iri = Array(view.namespace(ofAffix: affix).utf8)
            iri.append(contentsOf: view.body(id))
            return iri.withUnsafeBufferPointer { verdict(test, $0) }
        }
        guard view.isString(id), let text = view.lexicalForm(id) else { return nil }
        return verdict(test, text)
    }

    @inline(__always)
    private func verdict(_ test: TextTest, _ text: UnsafeBufferPointer<UInt8>) -> Bool? {
        switch test.kind {
        case .contains(let search):
            if search.isFound(in: text) { return true }
            return test.lowersCase && Self.mayBecomeASCII(text) ? nil : false
        case .starts(let prefix): return text.starts(with: prefix)
        case .ends(let suffix): return text.count >= suffix.count && text.suffix(suffix.count).elementsEqual(suffix)
        case .regex(_, _, .some(let required)) where !required.isFound(in: text): return false
        case .regex(let pattern, let flags, _): return matches(pattern, flags, text)
        }
    }

    /// Whether a character that isn't ASCII may become ASCII in lower case: İ (U+0130) and the Kelvin sign (U+212A) do.
    private static func mayBecomeASCII(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        [[0xC4, 0xB0], [0xE2, 0x84, 0xAA] as [UInt8]].contains { character in
            character.withUnsafeBufferPointer { ByteSearch.firstIndex(of: $0, in: text) != nil }
        }
    }

    private func matches(_ pattern: String, _ flags: String, _ text: UnsafeBufferPointer<UInt8>) -> Bool? {
        guard failure == nil, let regex = regexes.regex(pattern, flags: flags, watch) else { return nil }
        hasWorkedMuch = true
        switch regex.matches(text) {
        case .match: return true
        case .noMatch: return false
        case .tooCostly:
            noteTooCostly(pattern)
            return nil
        }
    }
}
