import GraphStore
import QueryEngine
import QuerySyntax
import RDF

extension Session {
    /// Applies `add`, `remove` or `alias` to the graph of this session.
    func apply(_ edit: QEdit, in source: SourceText) throws(Failure) {
        if endpoint != nil { throw Failure("an endpoint is only asked; changes are not sent to it") }
        let compiler = QCompiler(vocabulary: archive.vocabulary, definitions: definitions)
        let operations = try translating { () throws(SyntaxError) in try compiler.compile(edit, source: source) }
        var added = 0
        var removed = 0
        for operation in operations {
            let changes = try changes(of: try resolve(operation, in: source))
            for triple in changes.removed where archive.graph.contains(triple) {
                archive.apply(.remove(triple))
                removed += 1
            }
            for triple in changes.added where !archive.graph.contains(triple) {
                archive.apply(.insert(triple))
                added += 1
            }
        }
        console.hint(
            [(added, "added"), (removed, "removed")].filter { $0.0 > 0 }
                .map { Numbers.counted($0.0, "triple") + " " + $0.1 }.joined(separator: ", ")
                .ifEmpty("nothing changed: it is so already"))
    }

    private func changes(of operation: UpdateOperation) throws(Failure) -> (added: [Triple], removed: [Triple]) {
        switch operation {
        case .insertData(let quads): return (ground(quads, []), [])
        case .deleteData(let quads): return ([], ground(quads, []))
        case .modify(let delete, let insert, _, _, let algebra):
            let variables = algebra.scope
            let query = Query(form: .select(variables), algebra: .project(algebra, variables))
            guard case .solutions(let solutions) = try evaluate(query) else { return ([], []) }
            var rows: [[Variable: Term]] = []
            for row in 0..<solutions.count {
                var values: [Variable: Term] = [:]
                for (column, variable) in solutions.variables.enumerated() {
                    values[variable] = solutions.term(row: row, column: column)
                }
                rows.append(values)
            }
            return (ground(insert, rows), ground(delete, rows))
        default:
            throw Failure("this change of the graph is not supported")
        }
    }

    private func ground(_ quads: [QuadPattern], _ rows: [[Variable: Term]]) -> [Triple] {
        var seen: Set<Triple> = []
        var triples: [Triple] = []
        for row in rows.isEmpty ? [[:]] : rows {
            for quad in quads {
                if let triple = quad.triple.triple(row), seen.insert(triple).inserted { triples.append(triple) }
            }
        }
        return triples
    }
}

extension String {
    /// The text, or another where it is empty.
    func ifEmpty(_ other: String) -> String { isEmpty ? other : self }
}
