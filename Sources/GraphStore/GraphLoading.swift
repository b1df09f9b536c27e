import RDF

/// What a load added.
public struct LoadSummary: Hashable, Sendable {
    /// How many statements were read.
    public var statements: Int
    /// How many of them are new to the graph.
    public var added: Int

    /// A summary of two counts.
    public init(statements: Int, added: Int) {
        self.statements = statements
        self.added = added
    }
}

extension Graph {
    /// Reads a file of N-Triples, compressed when its name ends in `.gz`.
    ///
    /// - Throws: `InputError` when it cannot be read, or a line is malformed; the graph is then as it was.
    @discardableResult
    public mutating func load(file path: String) throws(InputError) -> LoadSummary {
        let input: InputFile
        do throws(FileError) { input = try InputFile(path) } catch { throw .file(error) }
        return try load(StatementReader(input))
    }

    /// Reads N-Triples from memory; `source` stands in errors.
    ///
    /// - Throws: `InputError` when a line is malformed; the graph is then as it was.
    @discardableResult
    public mutating func load(nTriples bytes: [UInt8], source: String? = nil) throws(InputError) -> LoadSummary {
        try load(StatementReader(bytes, source: source))
    }

    private mutating func load(_ reader: StatementReader) throws(InputError) -> LoadSummary {
        var loaded = self
        var statement = ScannedStatement()
        var rows: [IDTriple] = []
        while try reader.next(&statement) {
            rows.append(
                IDTriple(
                    loaded.intern(reader.term(statement.subject)), loaded.intern(reader.term(statement.predicate)),
                    loaded.intern(reader.term(statement.object))))
        }
        let added = loaded.insert(contentsOf: rows)
        self = loaded
        return LoadSummary(statements: rows.count, added: added)
    }
}
