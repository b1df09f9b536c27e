import CMalloc
import RDF

/// What a load added.
public struct LoadSummary: Hashable, Sendable {
    /// How many statements were read.
    public var statements: Int
    /// How many of them are new to the graph.
    public var added: Int
    /// How many malformed statements were skipped.
    public var skipped = 0
    /// What was wrong with the first of them.
    public var firstErrors: [SyntaxError] = []

    /// A summary of two counts.
    public init(statements: Int, added: Int) {
        self.statements = statements
        self.added = added
    }
}

extension Graph {
    /// Reads a file of N-Triples, compressed when its name ends in `.gz`.
    ///
    /// Blank nodes of the file are none of those that the graph holds, whatever their labels; one with a label that
    /// is taken gets another.
    ///
    /// - Throws: `InputError` when it cannot be read, or a line is malformed; the graph is then as it was.
    @discardableResult
    public mutating func load(file path: String) throws(InputError) -> LoadSummary {
        try load(files: [path])
    }

    /// Reads several files of N-Triples at once, which takes less than one after another.
    ///
    /// - Throws: `InputError` when one cannot be read, or a line is malformed; the graph is then as it was.
    @discardableResult
    public mutating func load(files paths: [String]) throws(InputError) -> LoadSummary {
        try load { (loader) throws(InputError) in
            for path in paths {
                let input: InputFile
                do throws(FileError) { input = try InputFile(path) } catch { throw .file(error) }
                try loader.read(StatementReader(input))
            }
        }
    }

    /// Reads N-Triples from memory; `source` stands in errors.
    ///
    /// - Throws: `InputError` when a line is malformed; the graph is then as it was.
    @discardableResult
    public mutating func load(nTriples bytes: [UInt8], source: String? = nil) throws(InputError) -> LoadSummary {
        try load { (loader) throws(InputError) in try loader.read(StatementReader(bytes, source: source)) }
    }

    private mutating func load(
        _ read: (inout StatementLoader) throws(InputError) -> Void
    ) throws(InputError) -> LoadSummary {
        // The dictionary moves into the loader, so that it is changed in place.
        var loader = StatementLoader(TermDictionary())
        swap(&loader.terms, &terms)
        defer { swap(&loader.terms, &terms) }
        let mark = loader.terms.mark
        do throws(InputError) {
            try read(&loader)
        } catch {
            loader.terms.rollBack(to: mark)
            throw error
        }
        var rows: [IDTriple] = []
        swap(&rows, &loader.rows)
        let statements = rows.count
        let before = triples.count
        values.extend(over: loader.terms)
        triples.insert(contentsOf: rows, bound: loader.terms.count + 1)
        // What was needed for sorting goes back to the system, not to a list of free blocks.
        if statements > 100_000 { malloc_trim(0) }
        return LoadSummary(statements: statements, added: triples.count - before)
    }
}
