import English
import Extraction
import RDF

/// A report with what was read from it: its text, the things it mentions, its facts and claims.
struct ReportPage {
    /// A thing mentioned, by its code points.
    struct Marked: Hashable {
        var range: Range<Int>
        var type: String
    }

    /// A fact or claim, with the sentence it stands in.
    struct Statement: Hashable {
        var text: String
        var sentence: Range<Int>
        var isFact: Bool
        /// Who says so, how sure: what is beside a claim.
        var note: String
    }

    let title: String
    let source: String
    let date: String?
    private let text: StoredText
    private let sentences: [Range<Int>]
    private let mentions: [Marked]
    private let statements: [Statement]

    /// The page of an analysed report; `evidence` is that of its claims.
    init(_ analysis: ReportAnalysis, evidence: [Evidence], names: GraphNames) {
        title = analysis.title ?? analysis.source
        source = analysis.source
        date = analysis.date
        text = analysis.text
        sentences = analysis.sentences.map(\.range)
        mentions = Self.marks(analysis)
        let view = EvidenceView(names: names, style: .plain, columns: 100)
        statements = evidence.map { item in
            var notes: [String] = []
            if let speaker = item.speaker { notes.append("said by \(names.label(speaker))") }
            notes += item.standing.filter { $0 != "stated" }
            return Statement(
                text: view.statement(item), sentence: item.sentenceRange, isFact: item.isFact,
                note: notes.joined(separator: ", "))
        }
    }

    /// The mentions that are no part of a longer one, pronouns left out.
    private static func marks(_ analysis: ReportAnalysis) -> [Marked] {
        var marks: [Marked] = []
        for mention in analysis.mentions where mention.kind != .pronoun {
            let span = mention.nameSpan ?? mention.span
            let tokens = analysis.sentences[mention.head.sentence].tokens
            guard !span.isEmpty, span.upperBound <= tokens.count else { continue }
            let range = tokens[span.lowerBound].range.lowerBound..<tokens[span.upperBound - 1].range.upperBound
            marks.append(Marked(range: range, type: EntityClass.named(mention.type).label))
        }
        marks.sort { ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound) }
        var end = 0
        return marks.filter { mark in
            guard mark.range.lowerBound >= end else { return false }
            end = mark.range.upperBound
            return true
        }
    }

    // MARK: Terminal

    /// The text with the things marked, and under each sentence what was read from it.
    func terminal(style: Style) -> String {
        var shown =
            style(.heading, clean(title)) + "\n" + style(.dim, source + (date.map { " · \($0)" } ?? "")) + "\n\n"
        for sentence in sentences {
            shown += pieces(of: sentence, marked: { style(.entity, clean($0)) }, plain: { clean($0) }) + "\n"
            for statement in statements where statement.sentence == sentence {
                let note = statement.note.isEmpty ? "" : " (\(statement.note))"
                shown +=
                    "    "
                    + style(
                        statement.isFact ? .relation : .dim, "\(statement.isFact ? "→" : "?") \(statement.text)\(note)")
                    + "\n"
            }
        }
        return shown
    }

    private func clean(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\n" ? " " : DisplayWidth.shown($0) }))
    }

    private func pieces(of sentence: Range<Int>, marked: (String) -> String, plain: (String) -> String) -> String {
        var result = ""
        var position = sentence.lowerBound
        for mark in mentions
        where mark.range.lowerBound >= sentence.lowerBound && mark.range.upperBound <= sentence.upperBound {
            result += plain(text[position..<mark.range.lowerBound]) + marked(text[mark.range])
            position = mark.range.upperBound
        }
        return result + plain(text[position..<sentence.upperBound])
    }

    // MARK: HTML

    /// One page that needs nothing else: a fact, pointed at or chosen, lights up its sentence.
    func html() -> String {
        let date = date.map { " · <time>\(Markup.escaped($0))</time>" } ?? ""
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(Markup.escaped(title))</title>
            <style>\(Self.style)</style>
            </head>
            <body>
            <header><h1>\(Markup.escaped(title))</h1><p>\(Markup.escaped(source))\(date) · \
            \(statements.count { $0.isFact }) facts, \(statements.count { !$0.isFact }) claims</p></header>
            <main aria-label="Report">\(body)</main>
            <aside aria-label="What was read"><h2>Facts</h2>\(list { $0.isFact })<h2>Claims</h2>\(list { !$0.isFact })</aside>
            <script>\(Self.script)</script>
            </body>
            </html>

            """
    }

    private var body: String {
        var parts: [String] = []
        var position = 0
        for sentence in sentences {
            // A line break between sentences begins a paragraph.
            let between = text[position..<max(position, sentence.lowerBound)]
            if between.contains("\n") || parts.isEmpty { parts.append(parts.isEmpty ? "<p>" : "</p>\n<p>") }
            let inner = pieces(
                of: sentence, marked: { "<mark>\(Markup.escaped($0))</mark>" }, plain: { Markup.escaped($0) })
            parts.append("<span class=\"s\" id=\"\(Self.anchor(sentence))\">\(inner)</span> ")
            position = sentence.upperBound
        }
        return parts.joined() + (parts.isEmpty ? "" : "</p>")
    }

    private func list(_ isWanted: (Statement) -> Bool) -> String {
        let items = statements.filter(isWanted).map { statement in
            let note = statement.note.isEmpty ? "" : " <small>\(Markup.escaped(statement.note))</small>"
            return
                "<li><a href=\"#\(Self.anchor(statement.sentence))\">\(Markup.escaped(statement.text))</a>\(note)</li>"
        }
        return items.isEmpty ? "<p>None.</p>" : "<ul>" + items.joined(separator: "\n") + "</ul>"
    }

    private static func anchor(_ sentence: Range<Int>) -> String {
        "char-\(sentence.lowerBound)-\(sentence.upperBound)"
    }

    private static let style = """
        body{font:1.05rem/1.6 Georgia,serif;color:#1b1b1b;background:#fff;max-width:72rem;margin:0 auto;padding:1rem;\
        display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:0 2rem}
        header{grid-column:1/-1}h1{font-size:1.6rem;margin:.2rem 0}h2{font-size:1.1rem}
        header p,small{color:#555}mark{background:#e8f0fb;color:inherit;border-bottom:2px solid #5b7db1}
        .s{scroll-margin:5rem;border-radius:.2rem}.s:target,.s.lit{background:#fff1b8;outline:2px solid #b98900}.s:target mark,.s.lit mark{background:none}
        aside{font-size:.95rem}aside ul{padding-left:1.2rem}a{color:#124a91}a:focus{outline:3px solid #b98900}
        @media(max-width:50rem){body{display:block}}
        @media(prefers-color-scheme:dark){body{background:#16181d;color:#e8e8e8}header p,small{color:#b5b5b5}\
        mark{background:#22324d}a{color:#9cc3ff}.s:target,.s.lit{background:#4a3f12}}
        """

    private static let script = """
        document.querySelectorAll('aside a').forEach(function(a){var s=document.getElementById(a.hash.slice(1));\
        if(!s)return;['mouseenter','focus'].forEach(function(e){a.addEventListener(e,function(){s.classList.add('lit')})});\
        ['mouseleave','blur'].forEach(function(e){a.addEventListener(e,function(){s.classList.remove('lit')})})});
        """
}
