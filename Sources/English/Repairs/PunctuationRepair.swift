/// "He said (I saw it) that they, who had come, left.": a pair of marks hangs from the head of what it encloses; any other mark from
/// the lower of its neighbours' phrases, or a head above in the same phrase, so that no arc crosses. A mark that does so stays.
///
/// Source: the Universal Dependencies guidelines on punctuation, as udapi's `ud.FixPunct` reads them.
enum PunctuationRepair {
    private static let closing = [
        "(": ")", "[": "]", "{": "}", "“": "”", "‘": "’", "«": "»", "\"": "\"", "'": "'", "``": "''", "-LRB-": "-RRB-",
    ]

    static func apply(to sentence: inout Sentence) {
        let marks = sentence.tokens.indices.filter { sentence.tokens[$0].relation == "punct" }
        guard !marks.isEmpty else { return }
        let words = Words(sentence)
        let pairs = pairs(marks, sentence)
        var openings: Set<Int> = []
        var closings: Set<Int> = []
        var heads: [(mark: Int, head: Int)] = []
        var settled: Set<Int> = []
        for (start, end) in pairs {
            openings.insert(start)
            closings.insert(end)
            guard let head = words.onlyHead(between: start, and: end) else { continue }
            heads += [(start, head), (end, head)]
            settled.formUnion([start, end])
        }
        for mark in marks where !settled.contains(mark) && !["-", "–", "/"].contains(sentence.form(mark)) {
            let left = words.phrases(leftOf: mark, stoppingAt: openings)
            var right = words.phrases(rightOf: mark, stoppingAt: closings)
            if [".", "?", "!"].contains(sentence.form(mark)) { right = [] }
            let isLeftLower = right.last.map { words.dominates($0, left.last) } ?? true
            let isRightLower = left.last.map { words.dominates($0, right.last) } ?? true
            let allowed = isLeftLower && !left.isEmpty ? left : isRightLower ? right : right + left
            guard let highest = isLeftLower && !left.isEmpty ? left.last : right.last,
                !allowed.contains(sentence.tokens[mark].head)
            else { continue }
            heads.append((mark, highest))
        }
        for (mark, head) in heads { sentence.tokens[mark].head = head }
    }

    /// The pairs of marks, inner ones first.
    private static func pairs(_ marks: [Int], _ sentence: Sentence) -> [(start: Int, end: Int)] {
        var found: [(start: Int, end: Int)] = []
        var open: [Int] = []
        for mark in marks {
            let form = sentence.form(mark)
            if let index = open.lastIndex(where: { closing[sentence.form($0)] == form }) {
                found.append((open[index], mark))
                open.removeSubrange(index...)
            } else if closing[form] != nil {
                open.append(mark)
            }
        }
        return found
    }

    /// The tree of a sentence without its punctuation.
    private struct Words {
        private let sentence: Sentence
        /// The first and last word below each word.
        private var first: [Int]
        private var last: [Int]

        init(_ sentence: Sentence) {
            self.sentence = sentence
            first = Array(sentence.tokens.indices)
            last = first
            for token in sentence.tokens.indices where !isMark(token) {
                var head = sentence.tokens[token].head
                while head >= 0 {
                    first[head] = min(first[head], token)
                    last[head] = max(last[head], token)
                    head = sentence.tokens[head].head
                }
            }
        }

        private func isMark(_ token: Int) -> Bool { sentence.tokens[token].relation == "punct" }

        /// The word between two marks that hangs from outside them, if there is just one.
        func onlyHead(between start: Int, and end: Int) -> Int? {
            let heads = (start + 1..<end).filter { token in
                !isMark(token) && !(start + 1..<end).contains(sentence.tokens[token].head)
            }
            return heads.count == 1 ? heads[0] : nil
        }

        /// The word left of a mark and the heads above it whose phrases end there, the highest last.
        func phrases(leftOf mark: Int, stoppingAt openings: Set<Int>) -> [Int] {
            guard let word = sentence.tokens[..<mark].indices.last(where: { !isMark($0) || openings.contains($0) }),
                !isMark(word)
            else { return [] }
            var path = [word]
            while last[path[path.count - 1]] < mark {
                let head = sentence.tokens[path[path.count - 1]].head
                guard head >= 0, head < mark else { break }
                path.append(head)
            }
            return path
        }

        /// The word right of a mark and the heads above it whose phrases begin there, the highest last.
        func phrases(rightOf mark: Int, stoppingAt closings: Set<Int>) -> [Int] {
            guard
                let word = sentence.tokens[(mark + 1)...].indices.first(where: { !isMark($0) || closings.contains($0) }
                ),
                !isMark(word)
            else { return [] }
            var path = [word]
            while first[path[path.count - 1]] > mark {
                let head = sentence.tokens[path[path.count - 1]].head
                guard head > mark else { break }
                path.append(head)
            }
            return path
        }

        /// Whether a word stands below another, or is it; nothing is below nothing.
        func dominates(_ ancestor: Int, _ token: Int?) -> Bool {
            token.map { sentence.dominates(ancestor, $0) } ?? false
        }
    }
}
