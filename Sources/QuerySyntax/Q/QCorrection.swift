import RDF

/// What a line of a file of corrections says is wrong in the reading.
public enum QCorrection: Hashable, Sendable {
    /// `same "the White House" = "United States"`
    case same(String, String)
    /// `split "Okoro" from "Ada Okoro"`
    case split(String, from: String)
    /// `type Tavik is a city`
    case type(String, String)
    /// `ignore Reuters`
    case ignore(String)
    /// `relation "lashes out at" = criticized`
    case relation(String, String)
    /// `remove Hamas holds hostages 105`; nil for any object.
    case remove(String, String, String?)
}

extension QParser {
    /// The corrections of a text, one a line, with the line of each (from 1). `#` starts a comment; a `;` may end a line.
    ///
    /// - Throws: the first mistake, with its place.
    public static func parseCorrections(_ source: SourceText) throws(SyntaxError) -> [(
        line: Int, correction: QCorrection, range: SourceRange
    )] {
        var found: [(line: Int, correction: QCorrection, range: SourceRange)] = []
        var parser = try QParser(reading: source)
        while true {
            while parser.current.isSymbol(";") { parser.position += 1 }
            guard parser.current.kind != .end else { return found }
            let start = parser.current.range.lowerBound
            let correction = try parser.correction()
            let range = parser.range(from: start)
            let line = source.scalars[..<start].count { $0 == "\n" } + 1
            let end = parser.current
            // A line ends a correction, so that deleting the line undoes it and nothing else.
            let between = source.scalars[range.upperBound..<max(range.upperBound, end.range.lowerBound)]
            guard end.kind == .end || end.isSymbol(";") || between.contains("\n") else {
                throw parser.unexpected("the end of the line")
            }
            found.append((line, correction, range))
        }
    }

    private static var correctionHint: String {
        "for example: same \"the White House\" = \"United States\", split Okoro from \"Ada Okoro\", type Tavik is a city, "
            + "ignore Reuters, relation \"lashes out at\" = criticized, remove Hamas holds hostages 105"
    }

    private mutating func correction() throws(SyntaxError) -> QCorrection {
        let keyword = current
        position += 1
        switch keyword.kind == .word ? keyword.value : "" {
        case "same":
            let first = try name(.entity).text
            try expectSymbol(
                "=", "`=` and the name that both go by", hint: "same \"the White House\" = \"United States\"")
            return .same(first, try name(.entity).text)
        case "split":
            let first = try name(.entity).text
            try expectWord("from", hint: "split Okoro from \"Ada Okoro\"")
            return .split(first, from: try name(.entity).text)
        case "type":
            let first = try name(.entity).text
            try expectWord("is", hint: "type Tavik is a city")
            guard acceptWord("a") || acceptWord("an") else { throw unexpected("`a` or `an`") }
            return .type(first, try relationWords(.classification))
        case "ignore": return .ignore(try name(.entity).text)
        case "relation":
            let first = try relationWords(.relation)
            try expectSymbol("=", "`=` and the relation that it is", hint: "relation \"lashes out at\" = criticized")
            return .relation(first, try relationWords(.relation))
        case "remove":
            let subject = try name(.entity).text
            let relation = try relationWords(.relation)
            return .remove(subject, relation, try objectText())
        default:
            position -= 1
            throw unexpected("`same`, `split`, `type`, `ignore`, `relation` or `remove`", hint: Self.correctionHint)
        }
    }

    /// A phrase with a small letter first, or words in double quotes.
    private mutating func relationWords(_ kind: Name.Kind) throws(SyntaxError) -> String {
        if current.kind == .quoted {
            position += 1
            return token(-1).value
        }
        return try phrase(kind).text
    }

    private mutating func objectText() throws(SyntaxError) -> String? {
        let token = current
        switch token.kind {
        case .anything:
            position += 1
            return nil
        case .integer, .decimal, .date, .text:
            position += 1
            return token.value
        case .capital, .quoted: return try name(.entity).text
        case .word where token.value == "the": return try name(.entity).text
        case .symbol where token.value == "-":
            position += 1
            let number = current.value
            position += 1
            return "-" + number
        default: throw unexpected("a name, a number, a text or `_`")
        }
    }
}
