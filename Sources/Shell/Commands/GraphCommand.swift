import GraphStore
import Naming
import QuerySyntax
import RDF

/// `.graph NAME [DEPTH] [-o FILE]`: the neighbourhood of a thing, as a tree, as SVG or as Graphviz's text.
enum GraphCommand {
    @Sendable static func run(session: Session, call: CommandCall) throws(Failure) {
        var words = call.arguments
        var path: String?
        if let index = words.firstIndex(of: "-o") {
            guard index + 1 < words.count else {
                throw Failure("after -o a file is expected: .graph NAME -o name.svg")
            }
            path = words[index + 1]
            words.removeSubrange(index...index + 1)
        }
        var depth = 1
        if words.count > 1, let number = words.last.flatMap({ Int($0) }) {
            depth = min(max(number, 1), 4)
            words.removeLast()
        }
        guard !words.isEmpty else { throw call.usage(session) }
        let node = try session.entity(named: words.joined(separator: " "))
        let neighbourhood = Neighbourhood(of: node, depth: depth, in: session.names)
        guard let path else {
            let tree = NeighbourhoodTree(style: session.console.resultStyle, columns: session.console.columns ?? 100)
            session.console.present(Array(tree.text(neighbourhood).utf8))
            try session.flushResults()
            return
        }
        try write(NeighbourhoodDot().text(neighbourhood), to: path, session)
    }

    private static func write(_ dot: String, to path: String, _ session: Session) throws(Failure) {
        var bytes = Array(dot.utf8)
        var path = path
        if !path.hasSuffix(".dot") {
            if let drawn = Filter.run("dot -Tsvg", input: bytes) {
                bytes = drawn
            } else {
                path = (path.hasSuffix(".svg") ? String(path.dropLast(4)) : path) + ".dot"
                session.console.note(
                    "Graphviz is not installed (sudo apt-get install graphviz), so its text is written")
            }
        }
        do throws(FileError) {
            try Files.write(bytes, to: path)
        } catch {
            throw Failure("\(error)", status: .unreadable)
        }
        session.console.hint("written to \(path)")
    }
}

extension Session {
    /// The thing that a name means.
    ///
    /// - Throws: `Failure` when nothing or several things have the name.
    func entity(named text: String) throws(Failure) -> TermID {
        let source = SourceText(text)
        let name = Name(text, kind: .entity, isQuoted: true, range: 0..<source.scalars.count)
        let resolved: Resolved<Term>
        do throws(NamingError) {
            resolved = try nameResolver().resolve(name, in: source)
        } catch {
            throw Failure(error.error.description)
        }
        for note in resolved.notes { console.hint(note.description) }
        guard let id = archive.graph.id(of: resolved.value) else { throw Failure("nothing is called \"\(text)\"") }
        return id
    }
}
