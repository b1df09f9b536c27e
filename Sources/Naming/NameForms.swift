import QuerySyntax

/// The forms in which names of things are compared.
enum NameForms {
    /// An entity's or class's name: folded, dots dropped, `-` and `_` as spaces, without `the` and titles before it and
    /// a possessive behind it.
    static func normalized(_ name: String) -> String {
        var name = name
        if let plain = name.withUTF8(normalizedASCII) { return plain }
        var words = TextFolding.folded(name)
            .split(whereSeparator: { $0.isWhitespace || $0 == "-" || $0 == "_" || $0 == "," })
            .map { word in String(word.filter { $0 != "." }) }
            .filter { !$0.isEmpty }
        if let last = words.last {
            if last.hasSuffix("'s"), last.count > 2 { words[words.count - 1] = String(last.dropLast(2)) }
            if last.hasSuffix("s'"), last.count > 2 { words[words.count - 1] = String(last.dropLast()) }
        }
        if words.count > 1, words[0] == "the" { words.removeFirst() }
        return words.joined(separator: " ")
    }

    /// The same for plain bytes in one pass, since a graph may have a million labels; nil where a byte is not ASCII.
    private static func normalizedASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        for byte in bytes {
            switch byte {
            case 0x80...: return nil
            case UInt8(ascii: "."): continue
            case 0x09...0x0D, UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ","):
                if let last = result.last, last != UInt8(ascii: " ") { result.append(UInt8(ascii: " ")) }
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): result.append(byte | 0x20)
            default: result.append(byte)
            }
        }
        if result.last == UInt8(ascii: " ") { result.removeLast() }
        let wordStart = (result.lastIndex(of: UInt8(ascii: " ")) ?? -1) + 1
        if result.count - wordStart > 2 {
            if result.hasSuffix("'s") { result.removeLast(2) } else if result.hasSuffix("s'") { result.removeLast() }
        }
        let article = Array("the ".utf8)
        if result.starts(with: article) { result.removeFirst(article.count) }
        return String(decoding: result, as: UTF8.self)
    }

    /// A normalised name without the titles before it, if any title stands there and something follows it.
    static func withoutTitle(_ normalized: String) -> String? {
        var words = normalized.split(separator: " ").map(String.init)
        let before = words.count
        var found = true
        while found {
            found = false
            for title in titles where words.count > title.count && words.starts(with: title) {
                words.removeFirst(title.count)
                found = true
                break
            }
        }
        return words.count < before ? words.joined(separator: " ") : nil
    }

    /// The first letters of a name's capitalised words, for names of two words or more: United Nations → un.
    static func acronym(of label: String) -> String? {
        var letters = ""
        var count = 0
        for word in label.split(whereSeparator: { $0.isWhitespace || $0 == "-" }) {
            guard let first = word.unicodeScalars.first, first.properties.isUppercase else { continue }
            if word == "The" { continue }
            letters.unicodeScalars.append(first)
            count += 1
        }
        return count > 1 ? TextFolding.folded(letters) : nil
    }

    /// The last word of a name of several words, where the name is that of a person.
    static func surname(of normalized: String) -> String? {
        let words = normalized.split(separator: " ")
        guard words.count > 1, let last = words.last else { return nil }
        if ["jr", "sr", "ii", "iii"].contains(last), words.count > 2 { return String(words[words.count - 2]) }
        return String(last)
    }

    /// The words of an IRI's last part: `…/holdsHostages` → holds hostages.
    static func localName(_ iri: String) -> String {
        let end = iri.hasSuffix("/") || iri.hasSuffix("#") ? iri.dropLast() : iri[...]
        guard let cut = end.lastIndex(where: { $0 == "/" || $0 == "#" || $0 == ":" }) else { return String(end) }
        return String(end[end.index(after: cut)...])
    }

    /// Titles that stand before a person's name, longest first.
    private static let titles: [[String]] = [
        "secretary of state", "secretary of defense", "secretary general", "prime minister", "foreign minister",
        "defence minister", "defense minister", "finance minister", "vice president", "attorney general",
        "president", "chancellor", "minister", "secretary", "senator", "sen", "representative", "rep", "congressman",
        "congresswoman", "governor", "gov", "mayor", "king", "queen", "prince", "princess", "pope", "general", "gen",
        "colonel", "col", "captain", "capt", "lieutenant", "lt", "major", "admiral", "judge", "justice", "professor",
        "prof", "doctor", "dr", "reverend", "rev", "sir", "dame", "lord", "lady", "mr", "mrs", "ms", "miss", "sheikh",
        "imam", "ayatollah", "ambassador", "chairman", "spokesman", "spokeswoman",
    ].map { $0.split(separator: " ").map(String.init) }
}

extension [UInt8] {
    fileprivate func hasSuffix(_ suffix: StaticString) -> Bool {
        count >= suffix.utf8CodeUnitCount
            && suffix.withUTF8Buffer { self[(count - $0.count)...].elementsEqual($0) }
    }
}
