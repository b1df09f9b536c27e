import QuerySyntax
import Testing

@testable import Naming

struct NearNamesTests {
    /// The bit-parallel distance is that of the table, whatever the words: also beyond ASCII, and beyond 64 letters.
    @Test(arguments: [
        ("hamas", "hamass"), ("israel", "isreal"), ("kitten", "sitting"), ("abcd", "badc"), ("a", ""),
        ("benjamin netanyahu", "benjamin netanyaho"), ("київ", "киев"), ("tokyo", "東京"),
        (String(repeating: "long ", count: 20), String(repeating: "lnog ", count: 20)), ("ca", "abc"), ("", "ab"),
    ])
    func theDistanceIsThatOfTheTable(left: String, right: String) {
        for bound in 0...8 {
            let expected = Spelling.distance(
                Array(left.unicodeScalars), Array(right.unicodeScalars), bound: bound)
            let found = Array(right.utf8).withUnsafeBufferPointer { SpellingPattern(left).distance(to: $0, bound) }
            #expect(found == expected, "\(left) – \(right) within \(bound)")
        }
    }

    /// A signature never says that words are far apart that are not.
    @Test func signaturesKeepWhatIsNear() {
        let words = ["hamas", "hamass", "isreal", "israel", "київ", "киев", "erdogan", "edrogan", "aaaa", "aaab", "東京"]
        for left in words {
            for right in words {
                let distance = Spelling.distance(Array(left.unicodeScalars), Array(right.unicodeScalars), bound: 9)
                guard let distance else { continue }
                #expect(LetterSignature(left.utf8).mayBeNear(LetterSignature(right.utf8), within: distance))
            }
        }
    }

    /// A surname alone, misspelt, is told from the words of the names.
    @Test(arguments: [
        ("Netanyaho", ["Benjamin Netanyahu"]), ("Blinkin", ["Antony Blinken"]), ("Mr Blinkin", ["Antony Blinken"]),
        ("Zaphod", []), ("Antoni Blinkin", ["Antony Blinken"]), ("Netanyahu Benjamin", ["Benjamin Netanyahu"]),
    ])
    func wordsOfNamesAreNear(typed: String, expected: [String]) {
        var names = NearNames()
        let labels = ["benjamin netanyahu", "antony blinken", "joe biden", "united states"]
        for (index, label) in labels.enumerated() { names.add(label, [.init(rawValue: UInt32(index + 1))]) }
        let target = NameForms.withoutTitle(NameForms.normalized(typed)) ?? NameForms.normalized(typed)
        let near = names.near(target, within: max(1, target.count / 3))
        let held = names.holding(target.split(separator: " ").map(String.init))
        let found = Set(near.keys).union(held.keys).map { labels[Int($0.rawValue) - 1] }
        #expect(Set(found) == Set(expected.map { NameForms.normalized($0) }))
    }
}
