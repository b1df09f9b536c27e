/// "NAIROBI, June 3, 2024 — Talks stalled."; "MOSCOW (Reuters) - The bank said …"; "PARIS, France – Two men …"
///
/// Where and when a report was filed, before its first words. It is no part of the first sentence, and its date is the
/// report's.
struct Dateline {
    /// The number of code points from the line's begin to the first of the text behind the dash.
    var length: Int
    /// The date that it tells, in ISO 8601, or nil.
    var date: String?

    /// How far into a line a dash is looked for, in code points.
    private static let reach = 80

    /// The dateline that a line begins with, or nil.
    init?(_ line: some Collection<Unicode.Scalar>) {
        let scalars = Array(line.prefix(Dateline.reach + 8))
        guard let dash = Dateline.dash(in: scalars) else { return nil }
        var begin = dash.upperBound
        while begin < scalars.count, scalars[begin].properties.isWhitespace { begin += 1 }
        guard begin < scalars.count,
            scalars[begin].properties.isUppercase || "\"“‘'0123456789".unicodeScalars.contains(scalars[begin])
        else { return nil }
        let place = String(String.UnicodeScalarView(scalars[..<dash.lowerBound]))
        guard let words = Dateline.words(of: place), let first = words.first else { return nil }
        date = Dateline.date(in: words)
        let hasAgency = words.contains { $0.hasPrefix("(") } && place.contains(")")
        let letters = first.filter(\.isLetter)
        let isShouted = letters.count >= 3 && letters.allSatisfy(\.isUppercase)
        // One short word in capitals may be a body ("NATO — The alliance …").
        let isPlace = isShouted && (words.count > 1 || letters.count > 4)
        guard isPlace || hasAgency || date != nil else { return nil }
        length = begin
    }

    /// The date of a text's dateline, in one of its first ten lines with text.
    static func date(in text: String) -> String? {
        var seen = 0
        for line in text.unicodeScalars.prefix(20_000).split(whereSeparator: { $0 == "\n" || $0 == "\r" }) {
            guard line.contains(where: { !$0.properties.isWhitespace }) else { continue }
            if let date = Dateline(line)?.date { return date }
            seen += 1
            if seen == 10 { return nil }
        }
        return nil
    }

    /// The words of a place, a date and an agency, or nil where others stand between them.
    private static func words(of text: String) -> [String]? {
        let words = text.split(whereSeparator: { $0 == " " || $0 == "," || $0 == "\u{A0}" }).map(String.init)
        guard words.count <= 9,
            words.allSatisfy({
                $0.first?.isUppercase == true || $0.first?.isNumber == true || $0.hasPrefix("(")
                    || Dateline.small.contains($0)
            })
        else { return nil }
        return words
    }

    /// The date among some words: "Nairobi May 6 2025 (Reuters)".
    private static func date(in words: [String]) -> String? {
        for start in words.indices {
            for end in stride(from: words.count, to: start, by: -1) {
                if let date = PublicationDate.ofHeaderLine(words[start..<end].joined(separator: " ")) { return date }
            }
        }
        return nil
    }

    private static func dash(in scalars: [Unicode.Scalar]) -> Range<Int>? {
        for index in scalars.indices.dropFirst(3) where index < Dateline.reach {
            switch scalars[index] {
            case "—": return index..<index + 1
            case "–", "-":
                guard scalars[index - 1].properties.isWhitespace else { continue }
                var end = index + 1
                if end < scalars.count, scalars[end] == "-" { end += 1 }
                guard end < scalars.count, scalars[end].properties.isWhitespace else { continue }
                return index..<end
            case ".", ";", "?", "!":
                // "WASHINGTON, D.C. —": a full stop inside an abbreviation ends no sentence.
                if scalars[index] != "."
                    || index > 1 && scalars[index - 1].properties.isLowercase
                        && index + 1 < scalars.count && scalars[index + 1].properties.isWhitespace && index > 24
                {
                    return nil
                }
            default: break
            }
        }
        return nil
    }

    private static let small: Set<String> = [
        "de", "la", "le", "del", "of", "the", "upon", "on", "al", "el", "and", "du",
    ]
}
