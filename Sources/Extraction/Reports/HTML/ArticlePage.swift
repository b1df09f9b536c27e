/// The article of a news page: title, date and paragraphs, without navigation, advertising, captions and comments.
struct ArticlePage {
    /// The title, the date line where one was found, and the paragraphs, parted by empty lines.
    private(set) var text = ""
    /// The publication date, ISO 8601, or nil.
    private(set) var date: String?

    init(_ root: HTMLElement) {
        let all = root.descendants
        date = Self.date(in: all)
        let article = Self.article(in: root, all)
        var paragraphs: [String] = []
        Self.addParagraphs(of: article, to: &paragraphs)
        var lines: [String] = []
        if let title = Self.title(in: all, article: article) {
            lines.append(title)
            paragraphs.removeAll { $0 == title }
        }
        if let date { lines.append(date) }
        text = (lines + paragraphs).map { $0 + "\n" }.joined(separator: "\n")
    }

    // MARK: Where the article is

    /// Parts of a page that are no article, by element, role and the words that sites use for them.
    private static let otherElements: Set<String> = [
        "nav", "aside", "footer", "form", "figure", "figcaption", "menu", "dialog", "video", "audio", "object", "table",
    ]
    private static let otherRoles: Set<String> = [
        "navigation", "complementary", "banner", "contentinfo", "search", "menu", "dialog",
    ]
    private static let otherWords: Set<String> = [
        "nav", "navbar", "navigation", "menu", "sidebar", "footer", "advert", "advertisement", "ad", "ads", "promo",
        "related", "recommended", "share", "sharing", "social", "newsletter", "subscribe", "comments", "comment",
        "cookie",
        "breadcrumb", "breadcrumbs", "toolbar", "caption", "byline", "tags", "widget", "popup", "banner", "pagination",
        "references", "reflist", "catlinks", "noprint", "infobox", "sponsor",
    ]

    private static func isOther(_ element: HTMLElement) -> Bool {
        if element.isHidden || otherElements.contains(element.name) { return true }
        if let role = element.attributes["role"], otherRoles.contains(role) { return true }
        // A page's or an article's own body may be styled by any word.
        guard element.name != "body", element.name != "article", element.name != "main" else { return false }
        let names = [element.attributes["class"], element.attributes["id"]].compactMap { $0?.lowercased() }
        return names.contains { name in
            name.split { !($0.isLetter || $0.isNumber) }.contains { otherWords.contains(String($0)) }
        }
    }

    /// The element that holds the article: what says that it does, else the one with most text in paragraphs of its own.
    private static func article(in root: HTMLElement, _ all: [HTMLElement]) -> HTMLElement {
        let marked = all.filter { element in
            element.attributes["itemprop"] == "articleBody" || element.name == "article"
        }
        let best = marked.filter { weight($0) > 0 }.max { weight($0) < weight($1) }
        if let best, weight(best) >= 200 || all.allSatisfy({ $0.name != "main" }) { return best }
        if let main = all.first(where: { $0.name == "main" || $0.attributes["role"] == "main" }), weight(main) > 0 {
            return main
        }
        return densest(root) ?? all.first { $0.name == "body" } ?? root
    }

    /// How many letters stand in its paragraphs.
    private static func weight(_ element: HTMLElement) -> Int {
        element.children.reduce(0) { sum, child in
            if isOther(child) { return sum }
            return sum + (child.name == "p" ? child.words.count : weight(child))
        }
    }

    /// The deepest element that still has most of the page's paragraphs.
    private static func densest(_ root: HTMLElement) -> HTMLElement? {
        let total = weight(root)
        guard total > 0 else { return nil }
        var at = root
        while let next = at.children.first(where: { !isOther($0) && weight($0) * 5 >= total * 4 }), next.name != "p" {
            at = next
        }
        return at
    }

    // MARK: What it says

    private static let blocks: Set<String> = [
        "p", "div", "section", "article", "main", "ul", "ol", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "body", "html", "dl", "dt", "dd", "pre", "hr", "center",
    ]

    private static func addParagraphs(of element: HTMLElement, to paragraphs: inout [String]) {
        var line = ""
        func endLine() {
            let words = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            if words.contains(where: \.isLetter) || words.contains(where: \.isNumber) { paragraphs.append(words) }
            line = ""
        }
        for content in element.contents {
            switch content {
            case .text(let text): line += text
            case .element(let child):
                if isOther(child) { continue }
                if child.name == "br" {
                    line += "\n"
                } else if blocks.contains(child.name) || child.children.contains(where: { blocks.contains($0.name) }) {
                    endLine()
                    addParagraphs(of: child, to: &paragraphs)
                } else if child.name == "sup", child.words.hasPrefix("[") {
                    // A footnote's mark is none of the sentence's words.
                    continue
                } else {
                    line += child.words == "" ? " " : padded(child)
                }
            }
        }
        endLine()
    }

    /// The words of an inline element, with white space at its edges as it stood.
    private static func padded(_ element: HTMLElement) -> String {
        func edge(_ content: HTMLElement.Content?, _ test: (String) -> Bool) -> Bool {
            if case .text(let text) = content { return test(text) }
            return false
        }
        let before = edge(element.contents.first) { $0.first?.isWhitespace == true }
        let after = edge(element.contents.last) { $0.last?.isWhitespace == true }
        return (before ? " " : "") + element.words + (after ? " " : "")
    }

    private static func title(in all: [HTMLElement], article: HTMLElement) -> String? {
        let heading = (article.descendants + all).first { $0.name == "h1" && !$0.words.isEmpty }?.words
        let shared = all.first { $0.name == "meta" && $0.attributes["property"] == "og:title" }?.attributes["content"]
        let page = all.first { $0.name == "title" }?.words
        return [heading, shared, page].compactMap { $0 }.map { title in
            title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }.first { !$0.isEmpty }
    }

    // MARK: When it was published

    private static let dateProperties: Set<String> = [
        "article:published_time", "og:published_time", "datepublished", "date", "dc.date", "dcterms.date",
        "dc.date.issued", "dcterms.issued", "publishdate", "pubdate", "parsely-pub-date", "sailthru.date",
    ]

    private static func date(in all: [HTMLElement]) -> String? {
        for element in all where element.name == "meta" {
            let names = ["property", "name", "itemprop"].compactMap { element.attributes[$0]?.lowercased() }
            guard names.contains(where: dateProperties.contains), let content = element.attributes["content"] else {
                continue
            }
            if let date = isoDate(content) { return date }
        }
        for element in all where element.attributes["itemprop"] == "datePublished" || element.name == "time" {
            for text in [element.attributes["datetime"], element.attributes["content"], element.words] {
                if let text, let date = isoDate(text) { return date }
            }
        }
        return nil
    }

    private static func isoDate(_ text: String) -> String? {
        PublicationDate.ofOption(String(text.prefix(10))) ?? PublicationDate.ofHeaderLine(text)
    }
}
