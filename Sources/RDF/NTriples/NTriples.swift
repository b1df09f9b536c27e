/// Whole graphs as N-Triples 1.1.
public enum NTriples {
    /// Reads all triples of a text, in its order; `source` stands in errors.
    ///
    /// - Throws: `SyntaxError` at the first malformed line.
    public static func read(_ bytes: [UInt8], source: String? = nil) throws(SyntaxError) -> [Triple] {
        let reader = StatementReader(bytes, source: source)
        var statement = ScannedStatement()
        var triples: [Triple] = []
        while try next(reader, &statement) {
            triples.append(
                Triple(
                    reader.term(statement.subject), reader.term(statement.predicate), reader.term(statement.object)))
        }
        return triples
    }

    /// The triples as sorted lines, each once: the same bytes for the same set of triples.
    public static func sortedLines(_ triples: some Sequence<Triple>) -> [UInt8] {
        var lines = triples.map { triple in
            var line: [UInt8] = []
            CanonicalForm.append(triple, to: &line)
            return line
        }
        lines.sort { $0.lexicographicallyPrecedes($1) }
        var bytes: [UInt8] = []
        for (index, line) in lines.enumerated() where index == 0 || lines[index - 1] != line { bytes += line }
        return bytes
    }

    private static func next(
        _ reader: StatementReader, _ statement: inout ScannedStatement
    ) throws(SyntaxError) -> Bool {
        do throws(InputError) {
            return try reader.next(&statement)
        } catch {
            switch error {
            case .syntax(let error): throw error
            // Bytes in memory have no file that could fail, and nobody asks for them to be left.
            case .file, .stopped: return false
            }
        }
    }
}

extension StatementReader {
    /// A scanned term of the statement that was read last, copied out.
    public func term(_ scanned: ScannedTerm) -> Term {
        let body = text(scanned.body, isEscaped: scanned.bodyNeedsRewriting)
        switch scanned.kind {
        case .none, .iri: return .iri(body)
        case .blank: return .blank(body)
        case .plain: return .literal(Literal(body))
        case .typed:
            return .literal(Literal(body, datatype: text(scanned.suffix, isEscaped: scanned.suffixNeedsRewriting)))
        case .tagged: return .literal(Literal(body, language: text(scanned.suffix, isEscaped: false)))
        }
    }

    private func text(_ range: Range<Int>, isEscaped: Bool) -> String {
        let bytes = UnsafeBufferPointer(start: text + range.lowerBound, count: range.count)
        return isEscaped ? CanonicalForm.decoded(bytes) : String(decoding: bytes, as: UTF8.self)
    }
}
