import QuerySyntax

/// What a text that was typed so far still waits for.
enum OpenPart {
    /// What is open at the end of a text, for the prompt that asks for the rest; nil when the text can run.
    ///
    /// A bracket or quote without its end waits, so does a statement that goes on (`,`, `and`, `where` …). Anything else
    /// runs, and a mistake in it is shown. An empty line ends the wait for all but brackets and quotes.
    static func of(_ text: String) -> String? {
        guard let last = StatementScanner.items(in: text).last, !last.isClosed else { return nil }
        if case .delimiter(let character) = last.open { return String(character) }
        guard text.last != "\n", StatementLanguage(of: last.text) == .tercet,
            case .open(let part) = PromptState(ofQ: last.text)
        else { return nil }
        return part
    }
}
