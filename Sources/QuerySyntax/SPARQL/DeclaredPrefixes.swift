/// The prefixes that a text declares. Most declare a few, which are looked through faster than they are hashed.
struct DeclaredPrefixes {
    private var entries: [(prefix: String, namespace: String)] = []
    /// By prefix, where its last declaration stands; empty while there are few.
    private var places: [String: Int] = [:]
    private static let fewEntries = 16

    /// Takes in a declaration; of several of one prefix the last one holds.
    mutating func declare(_ prefix: String, as namespace: String) {
        entries.append((prefix, namespace))
        if !places.isEmpty {
            places[prefix] = entries.count - 1
        } else if entries.count > Self.fewEntries {
            for (place, entry) in entries.enumerated() { places[entry.prefix] = place }
        }
    }

    /// The namespace of a prefix, or nil where it is not declared.
    func namespace(_ prefix: String) -> String? {
        if !places.isEmpty { return places[prefix].map { entries[$0].namespace } }
        return entries.last { $0.prefix == prefix }?.namespace
    }
}

extension String {
    /// Whether the text is a keyword, which is given in capitals, in whatever case.
    func isKeyword(_ keyword: String) -> Bool {
        guard utf8.count == keyword.utf8.count else { return false }
        for (own, wanted) in zip(utf8, keyword.utf8) {
            let isLetter = own >= UInt8(ascii: "a") && own <= UInt8(ascii: "z")
            if (isLetter ? own - 32 : own) != wanted { return false }
        }
        return true
    }
}
