/// LIMIT and OFFSET; the input is not asked for more than is needed.
package final class Slice: RowSource {
    private let input: any RowSource
    private var toSkip: Int
    private var toTake: Int

    package init(_ input: any RowSource, offset: Int, limit: Int?) {
        self.input = input
        toSkip = offset
        toTake = limit ?? .max
    }

    package func next() throws(QueryError) -> Batch? {
        while toTake > 0, let batch = try input.next() {
            let start = min(toSkip, batch.count)
            toSkip -= start
            let end = batch.count - start > toTake ? start + toTake : batch.count
            toTake -= end - start
            if end > start { return batch.rows(start..<end) }
        }
        return nil
    }
}
