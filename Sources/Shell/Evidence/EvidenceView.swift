import GraphStore
import RDF

/// Evidence as text for people: the sentence with its words marked, then where it stands and who says so.
struct EvidenceView {
    let names: GraphNames
    let style: Style
    /// The room there is, in character cells.
    let columns: Int
    /// The number of a claim's sentence in its report, counted from 1; nil where the report's text is not at hand.
    var number: (Evidence) -> Int? = { _ in nil }

    init(names: GraphNames, style: Style, columns: Int) {
        self.names = names
        self.style = style
        self.columns = columns
    }

    /// Several pieces of evidence, one below the other.
    func text(_ evidence: [Evidence]) -> String {
        evidence.map { quotation($0) + place($0) }.joined(separator: "\n")
    }

    /// `Hamas · holds hostages · 105`; `crisis · deepens` where there is no object.
    func statement(_ evidence: Evidence) -> String {
        var places = [evidence.subject, evidence.relation, evidence.object]
        if let object = evidence.object, names.isNoObject(object) { places.removeLast() }
        let parts = places.map { $0.map(names.label) ?? "?" }
        return parts.joined(separator: " · ")
    }

    /// Where evidence stands, on as many lines as it takes, each indented.
    func place(_ evidence: Evidence) -> String {
        var text = ""
        var line = ""
        let parts = source(evidence).split(separator: "·").map { $0.drop { $0 == " " } }
        for (index, part) in parts.enumerated() {
            let piece = part.last == " " ? String(part.dropLast()) : String(part)
            // An indent of two, a dot between two pieces, and one at the end of a line that goes on.
            let signs = index == parts.count - 1 ? 5 : 7
            if !line.isEmpty, DisplayWidth.columns(line) + DisplayWidth.columns(piece) + signs > max(24, columns) {
                text += "  " + style(.dim, line + " ·") + "\n"
                line = ""
            }
            line += line.isEmpty ? piece : " · " + piece
        }
        return text + "  " + style(.dim, line) + "\n"
    }

    /// `report.txt · 2024-06-05 · sentence 14 · characters 1449–1546 · the report's own words · stated`.
    func source(_ evidence: Evidence) -> String {
        var parts = [evidence.source]
        if let date = evidence.date { parts.append(date) }
        if let number = number(evidence) { parts.append("sentence \(number)") }
        parts.append("characters \(evidence.sentenceRange.lowerBound)–\(evidence.sentenceRange.upperBound)")
        parts.append(evidence.speaker.map { "said by \(names.label($0))" } ?? "the report's own words")
        return (parts + evidence.standing).joined(separator: " · ")
    }

    /// The sentence in quotation marks, over several lines where it is long; the words that the claim rests on are
    /// highlighted, or underlined where there are no colours.
    func quotation(_ evidence: Evidence) -> String {
        let opening: [Unicode.Scalar] = ["“"]
        // A sentence may run over lines of the report; here it flows.
        let body = evidence.sentence.unicodeScalars.map { $0.properties.isWhitespace ? " " : DisplayWidth.shown($0) }
        let scalars = opening + body + ["”"]
        let first = max(0, evidence.words.lowerBound - evidence.sentenceRange.lowerBound) + 1
        let last = min(body.count, evidence.words.upperBound - evidence.sentenceRange.lowerBound) + 1
        let marked = first..<max(first, last)
        var text = ""
        for line in lines(of: scalars) {
            let indent = line.lowerBound == 0 ? " " : "  "
            text += indent + rendered(scalars, line, marked) + "\n"
            if !style.isEnabled, let underline = underline(scalars, line, marked) { text += indent + underline + "\n" }
        }
        return text
    }

    /// A sentence without marks, over as many lines as it takes.
    func plain(_ sentence: String, indent: String = "  ") -> String {
        let scalars = sentence.unicodeScalars.map { $0.properties.isWhitespace ? " " : DisplayWidth.shown($0) }
        return lines(of: scalars).map { line in
            var text = line.lowerBound == 0 ? indent : "  "
            text.unicodeScalars.append(contentsOf: scalars[line])
            return text + "\n"
        }.joined()
    }

    /// Breaks at spaces into ranges that fit.
    private func lines(of scalars: [Unicode.Scalar]) -> [Range<Int>] {
        let room = max(20, columns - 3)
        var lines: [Range<Int>] = []
        var start = 0
        var width = 0
        var lastSpace: Int?
        var index = 0
        while index < scalars.count {
            if scalars[index] == " " { lastSpace = index }
            width += DisplayWidth.columns(scalars[index])
            if width > room, index > start {
                let end = lastSpace.map { $0 > start ? $0 : index } ?? index
                lines.append(start..<end)
                start = end < scalars.count && scalars[end] == " " ? end + 1 : end
                index = start
                width = 0
                lastSpace = nil
                continue
            }
            index += 1
        }
        if start < scalars.count { lines.append(start..<scalars.count) }
        return lines
    }

    private func rendered(_ scalars: [Unicode.Scalar], _ line: Range<Int>, _ marked: Range<Int>) -> String {
        let inside = marked.clamped(to: line)
        func text(_ range: Range<Int>) -> String {
            var text = ""
            text.unicodeScalars.append(contentsOf: scalars[range])
            return text
        }
        guard !inside.isEmpty else { return text(line) }
        return text(line.lowerBound..<inside.lowerBound) + style(.highlight, text(inside))
            + text(inside.upperBound..<line.upperBound)
    }

    private func underline(_ scalars: [Unicode.Scalar], _ line: Range<Int>, _ marked: Range<Int>) -> String? {
        let inside = marked.clamped(to: line)
        guard !inside.isEmpty else { return nil }
        let before = scalars[line.lowerBound..<inside.lowerBound].reduce(0) { $0 + DisplayWidth.columns($1) }
        let width = scalars[inside].reduce(0) { $0 + DisplayWidth.columns($1) }
        return String(repeating: " ", count: before) + String(repeating: "─", count: width)
    }
}
