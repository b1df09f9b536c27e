import RDF

extension Graph {
    /// Writes all triples as N-Triples, the lines sorted by their bytes: the same bytes for the same set of triples.
    public func writeNTriples(to output: Output) {
        let all = match()
        var lines: [[UInt8]] = []
        lines.reserveCapacity(all.count)
        for offset in 0..<all.count {
            let triple = all[offset]
            var line: [UInt8] = []
            terms.appendCanonical(triple.subject, to: &line)
            line.append(UInt8(ascii: " "))
            terms.appendCanonical(triple.predicate, to: &line)
            line.append(UInt8(ascii: " "))
            terms.appendCanonical(triple.object, to: &line)
            line += Array(" .\n".utf8)
            lines.append(line)
        }
        lines.sort { $0.lexicographicallyPrecedes($1) }
        for line in lines { output.write(line) }
    }

    /// All triples as N-Triples, the lines sorted by their bytes.
    public func nTriples() -> [UInt8] {
        let output = Output()
        writeNTriples(to: output)
        return output.bytes
    }

    /// Writes a file of all triples, whole or not at all, compressed when its name ends in `.gz`.
    ///
    /// - Throws: `FileError`; a file that stood there before is then still there.
    public func export(to path: String) throws(FileError) {
        let output = try Output(path: path)
        writeNTriples(to: output)
        try output.close()
    }
}
