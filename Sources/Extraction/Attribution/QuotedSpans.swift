/// 'said the deal was "dead': a text that takes one of two quotation marks takes the other too.
enum QuotedSpans {
    /// The run with the mark that its own first or last mark belongs to, or without a mark that belongs to nothing in it.
    static func balanced(_ span: Range<Int>, in tree: DependencyTree) -> Range<Int> {
        let marks = span.filter { isMark($0, tree) }
        guard marks.count % 2 == 1, span.count > 2 else { return span }
        let (low, high) = (span.lowerBound, span.upperBound)
        if high < tree.count, isMark(high, tree) { return low..<high + 1 }
        // A full stop may stand before the mark.
        if high + 1 < tree.count, [".", ","].contains(tree.words[high]), isMark(high + 1, tree) {
            return low..<high + 2
        }
        if low > 0, isMark(low - 1, tree) { return low - 1..<high }
        if marks.first == low { return low + 1..<high }
        if marks.last == high - 1 { return low..<high - 1 }
        return span
    }

    private static func isMark(_ token: Int, _ tree: DependencyTree) -> Bool {
        ["\"", "“", "”", "``", "''", "«", "»"].contains(tree.words[token])
    }
}
