import CMalloc
import RDF

/// A file to load, and how.
public struct DataInput: Hashable, Sendable {
    /// The file.
    public var path: String
    /// Its syntax, or nil to go by its name.
    public var syntax: DataSyntax?
    /// What its relative IRIs are resolved against, or nil.
    public var base: String?
    /// The named graph that takes its triples, or nil for the default graph. Quads go into their own graphs.
    public var graph: String?

    /// A file whose triples go into the default graph unless told.
    public init(_ path: String, syntax: DataSyntax? = nil, base: String? = nil, graph: String? = nil) {
        self.path = path
        self.syntax = syntax
        self.base = base
        self.graph = graph
    }
}

extension Dataset {
    /// Reads files of RDF in any syntax, compressed where a name ends in `.gz`.
    ///
    /// Blank nodes of a file are none of those that the dataset holds, nor those of another file.
    ///
    /// - Parameters:
    ///   - keepsGoing: whether what is malformed is skipped and counted.
    ///   - isStopped: asked while the files are read; they are left where it says yes.
    /// - Throws: `InputError` when a file cannot be read, or is malformed, or the load is stopped; the dataset is then as it
    ///   was.
    @discardableResult
    public mutating func load(
        _ inputs: [DataInput], keepsGoing: Bool = false, isStopped: @escaping () -> Bool = { false }
    ) throws(InputError) -> LoadSummary {
        try load(keepsGoing: keepsGoing, isStopped: isStopped) { (loader) throws(InputError) in
            for input in inputs {
                let target = input.graph.map { loader.terms.intern(.iri($0)) }
                if let target { loader.graphs.append(target) }
                loader.target = target
                try loader.read(StatementReader.open(input.path, syntax: input.syntax, base: input.base))
            }
        }
    }

    /// Reads RDF from memory; `source` stands in errors.
    ///
    /// - Throws: `InputError` when it is malformed; the dataset is then as it was.
    @discardableResult
    public mutating func load(
        _ bytes: [UInt8], syntax: DataSyntax, source: String? = nil, base: String? = nil, graph: String? = nil,
        keepsGoing: Bool = false
    ) throws(InputError) -> LoadSummary {
        try load(keepsGoing: keepsGoing) { (loader) throws(InputError) in
            let target = graph.map { loader.terms.intern(.iri($0)) }
            if let target { loader.graphs.append(target) }
            loader.target = target
            try loader.read(StatementReader(bytes, source: source, in: syntax, base: base))
        }
    }

    private mutating func load(
        keepsGoing: Bool, isStopped: @escaping () -> Bool = { false },
        _ read: (inout StatementLoader) throws(InputError) -> Void
    ) throws(InputError) -> LoadSummary {
        let before = snapshot
        // The dictionary moves into the loader, so that it is changed in place.
        var loader = StatementLoader(TermDictionary())
        loader.keepsGoing = keepsGoing
        loader.isStopped = isStopped
        swap(&loader.terms, &defaultGraph.terms)
        let mark = loader.terms.mark
        do throws(InputError) {
            try read(&loader)
        } catch {
            loader.terms.rollBack(to: mark)
            swap(&loader.terms, &defaultGraph.terms)
            throw error
        }
        swap(&loader.terms, &defaultGraph.terms)
        var rows: [IDTriple] = []
        swap(&rows, &loader.rows)
        var summary = LoadSummary(statements: rows.count, added: 0)
        func stop() -> InputError {
            restore(before)
            return .stopped
        }
        guard defaultGraph.values.extend(over: defaultGraph.terms, isStopped: isStopped) else { throw stop() }
        if !rows.isEmpty {
            guard let added = insert(contentsOf: rows, into: nil, isStopped: isStopped) else { throw stop() }
            summary.added += added
        }
        rows = []
        for name in loader.graphs {
            createGraph(name)
            guard let rows = loader.namedRows.removeValue(forKey: name) else { continue }
            summary.statements += rows.count
            guard let added = insert(contentsOf: rows, into: name, isStopped: isStopped) else { throw stop() }
            summary.added += added
        }
        summary.skipped = loader.skipped
        summary.firstErrors = loader.firstErrors
        // What was needed for sorting goes back to the system, not to a list of free blocks.
        if summary.statements > 100_000 { malloc_trim(0) }
        return summary
    }
}
