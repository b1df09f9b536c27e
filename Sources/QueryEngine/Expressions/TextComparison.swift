import GraphStore
import QuerySyntax

// Comparisons of terms and texts by what the graph holds of them, without making a value of either.
extension Evaluator {
    /// Compares the terms of two variables by their ids, where these decide; nil where the general way has to.
    ///
    /// Two terms of which one is an IRI or a blank node, or which are plain strings, are equal only when they are one.
    @inline(__always)
    func verdict(_ comparison: Comparison, _ left: UInt32, _ right: UInt32) -> Bool? {
        guard comparison == .equal || comparison == .notEqual, left <= terms.graphLimit, right <= terms.graphLimit
        else { return nil }
        let view = terms.view
        let isDecided =
            left == right
            ? !view.isLiteral(left) || view.isString(left)
            : !view.isLiteral(left) || !view.isLiteral(right)
                || view.isPlainString(left) && view.isPlainString(right)
        return isDecided ? (left == right) == (comparison == .equal) : nil
    }

    /// Compares two texts by their bytes: plain strings, `STR(…)` of terms of the graph, constants. Nil where a side is
    /// something else.
    func comparedTexts(
        _ comparison: Comparison, _ left: CompiledExpression, _ right: CompiledExpression, _ view: RowView, _ row: Int
    ) -> Bool? {
        guard left.isText, right.isText else { return nil }
        return withText(left, view, row, place: 0) { left in
            withText(right, view, row, place: 1) { right in
                ByteOrder.compare(left, right).satisfies(comparison)
            }
        }
    }

    private func withText(
        _ expression: CompiledExpression, _ view: RowView, _ row: Int, place: Int,
        _ use: (UnsafeBufferPointer<UInt8>) -> Bool?
    ) -> Bool? {
        switch expression {
        case .variable(let slot):
            let id = view.id(slot, row)
            guard id != 0, id <= terms.graphLimit, terms.view.isPlainString(id) else { return nil }
            return terms.view.lexicalForm(id, place: place).flatMap(use)
        case .function(.str, let arguments):
            guard case .variable(let slot)? = arguments.first else { return nil }
            let id = view.id(slot, row)
            guard id != 0, id <= terms.graphLimit else { return nil }
            return withText(of: id, place: place, use)
        case .constant(_, .string(var text)): return text.withUTF8(use)
        default: return nil
        }
    }

    /// Calls with `STR(…)` of a term of the graph; nil where it has none, or it has to be put together in another way.
    func withText(of id: UInt32, place: Int, _ use: (UnsafeBufferPointer<UInt8>) -> Bool?) -> Bool? {
        if terms.view.isLiteral(id) { return terms.view.lexicalForm(id, place: place).flatMap(use) }
        guard let affix = terms.view.affixNumber(id), terms.graph.kind(TermID(id)) == .iri else { return nil }
        let body = terms.view.body(id)
        let namespace = terms.view.namespace(ofAffix: affix).utf8
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: namespace.count + body.count) { text in
            let rest = text.update(fromContentsOf: namespace)
            _ = text[rest...].update(fromContentsOf: body)
            return use(UnsafeBufferPointer(text))
        }
    }
}

extension CompiledExpression {
    /// Whether it may be a text that stands in the dictionary, or one that is given.
    fileprivate var isText: Bool {
        switch self {
        case .variable, .constant(_, .string): true
        case .function(.str, let arguments): if case .variable? = arguments.first { true } else { false }
        default: false
        }
    }
}
