import CEnglishLexicon

/// A sorted text of lines `key TAB value` inside the binary, searched where it lies: nothing is parsed at start-up.
///
/// Keys are unique and sorted by their UTF-8 bytes (`Training/lexicon/build.py` writes them so, a test checks it).
struct LexicalTable: @unchecked Sendable {
    /// Constant data of the executable, never written or freed: hence Sendable.
    private let text: UnsafeBufferPointer<UInt8>

    init(_ table: tercet_lexicon_table) {
        var length = 0
        let start = tercet_lexicon_text(table, &length)
        text = UnsafeBufferPointer(start: start, count: length)
    }

    /// The bytes of the whole table.
    var bytes: UnsafeBufferPointer<UInt8> { text }

    /// The value of a key, or nil; binary search, O(log n) lines.
    func value(of key: String) -> String? {
        withValue(of: key) { String(decoding: $0, as: UTF8.self) }
    }

    /// Hands a key's value to `body`, or returns nil without calling it.
    func withValue<Result>(of key: String, _ body: (Slice<UnsafeBufferPointer<UInt8>>) -> Result) -> Result? {
        var key = key
        return key.withUTF8 { withValue(of: $0, body) }
    }

    /// Hands the value of a key given as bytes to `body`, or returns nil without calling it.
    func withValue<Result>(
        of key: UnsafeBufferPointer<UInt8>, _ body: (Slice<UnsafeBufferPointer<UInt8>>) -> Result
    ) -> Result? {
        guard let value = range(of: key) else { return nil }
        return body(text[value])
    }

    /// Whether the table has a key.
    func contains(_ key: UnsafeBufferPointer<UInt8>) -> Bool { range(of: key) != nil }

    /// Whether the value of a key holds `word` as one of its words, which spaces and semicolons part.
    func value(of key: String, contains word: String) -> Bool {
        var key = key
        var word = word
        return key.withUTF8 { key in
            guard let place = range(of: key) else { return false }
            return word.withUTF8 { word in
                var start = place.lowerBound
                while start + word.count <= place.upperBound {
                    var end = start
                    while end < place.upperBound, text[end] != 0x20, text[end] != 0x3b { end += 1 }
                    if end - start == word.count, (0..<word.count).allSatisfy({ text[start + $0] == word[$0] }) {
                        return true
                    }
                    start = end + 1
                }
                return false
            }
        }
    }

    /// The place of a key's value.
    private func range(of key: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        var low = 0
        var high = text.count
        // Lines wholly inside low..<high are candidates; both ends stand at line starts.
        while low < high {
            var start = (low + high) / 2
            while start > low, text[start - 1] != 0x0a { start -= 1 }
            var end = start
            while end < high, text[end] != 0x0a { end += 1 }
            switch compare(lineAt: start, with: key) {
            case .equal(let value): return value..<end
            case .less: low = end + 1
            case .greater: high = start
            }
        }
        return nil
    }

    private enum Order {
        case less, greater
        case equal(value: Int)
    }

    /// How the key of the line at `start` stands to `key`.
    private func compare(lineAt start: Int, with key: UnsafeBufferPointer<UInt8>) -> Order {
        var index = start
        for byte in key {
            let other = text[index]
            // A tab ends the line's key and sorts before every byte that a key may hold.
            if other != byte { return other == 0x09 || other < byte ? .less : .greater }
            index += 1
        }
        return text[index] == 0x09 ? .equal(value: index + 1) : .greater
    }
}
