/// Reads a text in some syntax and hands its statements on as lines of N-Quads, so that there is one way into the store.
public protocol StatementTranscoder: AnyObject {
    /// Appends some lines; false when there are no more.
    ///
    /// - Throws: `InputError` at a mistake. The next call goes on behind it, if the syntax has a place to go on from.
    func transcode(into lines: inout [UInt8]) throws(InputError) -> Bool
}
