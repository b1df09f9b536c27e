/// A syntax that RDF data are written in.
public enum DataSyntax: String, Hashable, Sendable, CaseIterable {
    case nTriples = "nt"
    case nQuads = "nq"
    case turtle = "ttl"
    case triG = "trig"
    case rdfXML = "rdf"

    /// The syntax of a file by its name, `.gz` left out; nil for a name that is no data file's.
    public init?(path: String) {
        var name = path.lowercased()[...]
        if Files.isGzipName(path) { name = name.dropLast(3) }
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
        switch name[name.index(after: dot)...] {
        case "nt", "ntriples": self = .nTriples
        case "nq", "nquads": self = .nQuads
        case "ttl", "turtle", "n3": self = .turtle
        case "trig": self = .triG
        case "rdf", "owl", "rdfs": self = .rdfXML
        default: return nil
        }
    }

    /// The usual endings of names, for completion.
    public static let extensions = ["nt", "nq", "ttl", "trig", "rdf", "owl"]
}

extension StatementReader {
    /// Reads the statements of a file, decompressed when its name ends in `.gz`.
    ///
    /// Turtle, TriG and RDF/XML are held in memory while they are read; N-Triples and N-Quads are not.
    ///
    /// - Parameters:
    ///   - syntax: the syntax; by the file's name unless told, and N-Triples where the name says nothing.
    ///   - base: what relative IRIs are resolved against until the text has a base of its own.
    /// - Throws: `InputError` when the file cannot be opened or read.
    public static func open(
        _ path: String, syntax: DataSyntax? = nil, base: String? = nil
    ) throws(InputError) -> StatementReader {
        do throws(FileError) {
            switch syntax ?? DataSyntax(path: path) ?? .nTriples {
            case .nTriples: return StatementReader(try InputFile(path))
            case .nQuads: return StatementReader(try InputFile(path), syntax: .nQuads)
            case let other:
                return StatementReader(try Files.readDecompressed(path), source: path, in: other, base: base)
            }
        } catch {
            throw .file(error)
        }
    }

    /// Reads statements in any syntax from memory; `source` stands in errors.
    public convenience init(_ bytes: [UInt8], source: String?, in syntax: DataSyntax, base: String? = nil) {
        switch syntax {
        case .nTriples: self.init(bytes, source: source)
        case .nQuads: self.init(bytes, source: source, syntax: .nQuads)
        case .turtle:
            self.init(TurtleReader(bytes, dialect: .turtle, base: base, source: source), source: source)
        case .triG: self.init(TurtleReader(bytes, dialect: .triG, base: base, source: source), source: source)
        case .rdfXML: self.init(RDFXMLReader(bytes, base: base, source: source), source: source)
        }
    }
}

extension DataSyntax {
    /// All triples of a text, those of named graphs too; `source` stands in errors.
    ///
    /// - Throws: `SyntaxError` at the first mistake.
    public func triples(
        of bytes: [UInt8], base: String? = nil, source: String? = nil
    ) throws(SyntaxError) -> [Triple] {
        try quads(of: bytes, base: base, source: source).map(\.triple)
    }

    /// All quads of a text; `source` stands in errors.
    ///
    /// - Throws: `SyntaxError` at the first mistake.
    public func quads(
        of bytes: [UInt8], base: String? = nil, source: String? = nil
    ) throws(SyntaxError) -> [(triple: Triple, graph: Term?)] {
        let reader = StatementReader(bytes, source: source, in: self, base: base)
        var statement = ScannedStatement()
        var quads: [(triple: Triple, graph: Term?)] = []
        do throws(InputError) {
            while try reader.next(&statement) {
                let triple = Triple(
                    reader.term(statement.subject), reader.term(statement.predicate), reader.term(statement.object))
                quads.append((triple, statement.graph.kind == .none ? nil : reader.term(statement.graph)))
            }
        } catch {
            switch error {
            case .syntax(let error): throw error
            // Bytes in memory have no file that could fail, and nobody asks for them to be left.
            case .file, .stopped: break
            }
        }
        return quads
    }
}
