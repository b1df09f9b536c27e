import QueryEngine
import QuerySyntax
import RDF

extension Session {
    /// Applies `add`, `remove` or `alias` to the graph of this session, all or nothing.
    func apply(_ edit: QEdit, in source: SourceText) throws(Failure) {
        if endpoint != nil { throw Failure("an endpoint is only asked; changes are not sent to it") }
        let summary = try update(try operations(of: edit, in: source))
        console.hint(
            summary.inserted + summary.removed == 0 ? "nothing changed: it is so already" : summary.text)
    }

    /// The SPARQL operations that an edit stands for, its names and parameters resolved.
    func operations(of edit: QEdit, in source: SourceText) throws(Failure) -> [UpdateOperation] {
        let compiler = QCompiler(vocabulary: archive.vocabulary, definitions: definitions)
        let operations = try translating { () throws(SyntaxError) in try compiler.compile(edit, source: source) }
        var resolved: [UpdateOperation] = []
        for operation in operations { resolved.append(try resolve(operation, in: source)) }
        return resolved
    }
}

extension String {
    /// The text, or another where it is empty.
    func ifEmpty(_ other: String) -> String { isEmpty ? other : self }
}
