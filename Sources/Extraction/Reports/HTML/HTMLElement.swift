import CMarkup

/// An element of an HTML page.
final class HTMLElement {
    /// What stands in it: text or another element.
    enum Content {
        case text(String)
        case element(HTMLElement)
    }

    let name: String
    private(set) var attributes: [String: String] = [:]
    private(set) var contents: [Content] = []

    private init(name: String) { self.name = name }

    /// Why a page cannot be parsed.
    enum ParsingError: Error {
        /// libxml2 is not installed.
        case libraryMissing
    }

    /// Parses a page as browsers do, whatever is wrong with it; nil for one that holds nothing.
    ///
    /// - Parameter encoding: the name of the encoding, or nil where the page is to say.
    static func parse(_ bytes: [UInt8], encoding: String?) throws(ParsingError) -> HTMLElement? {
        let builder = Builder()
        let status = bytes.withUnsafeBytes { bytes in
            tercet_markup_read(
                bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, encoding,
                { context, event, name, value in
                    guard let context else { return }
                    let builder = Unmanaged<Builder>.fromOpaque(context).takeUnretainedValue()
                    builder.take(event, name.map { String(cString: $0) }, value.map { String(cString: $0) })
                }, Unmanaged.passUnretained(builder).toOpaque())
        }
        if status == 1 { throw .libraryMissing }
        return builder.root
    }

    private final class Builder {
        var root: HTMLElement?
        private var open: [HTMLElement] = []

        func take(_ event: tercet_markup_event, _ name: String?, _ value: String?) {
            switch event {
            case TERCET_MARKUP_START:
                let element = HTMLElement(name: (name ?? "").lowercased())
                if let parent = open.last { parent.contents.append(.element(element)) } else { root = root ?? element }
                open.append(element)
            case TERCET_MARKUP_ATTRIBUTE: open.last?.attributes[(name ?? "").lowercased()] = value
            case TERCET_MARKUP_TEXT: if let value { open.last?.contents.append(.text(value)) }
            default: _ = open.popLast()
            }
        }
    }

    /// The elements in it, without their own contents.
    var children: [HTMLElement] {
        contents.compactMap { content in
            if case .element(let element) = content { element } else { nil }
        }
    }

    /// All elements below it, in the order of the page.
    var descendants: [HTMLElement] { children.flatMap { [$0] + $0.descendants } }

    /// Its words, white space made one space.
    var words: String {
        var text = ""
        appendText(to: &text)
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func appendText(to text: inout String) {
        for content in contents {
            switch content {
            case .text(let piece): text += piece
            case .element(let element):
                if element.name == "br" { text += " " } else if !element.isHidden { element.appendText(to: &text) }
            }
        }
    }

    /// Whether it is no text that readers see.
    var isHidden: Bool {
        ["script", "style", "noscript", "template", "svg", "iframe", "head", "button", "select"].contains(name)
            || attributes["hidden"] != nil || attributes["aria-hidden"] == "true"
    }
}
