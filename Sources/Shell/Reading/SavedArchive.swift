import Extraction
import GraphStore
import RDF

/// An archive in one file: the graph in columns as it stands in memory, the records of all reports, corrections, edits.
///
/// Plain sections and not SQLite: the columns are read at the speed of memory, one checksum each tells damage, and the format is
/// two pages of this repository, without a library whose pages would have to be unpacked into the same columns.
enum SavedArchive {
    /// The version of the format that is written; every earlier one is read.
    static let version = 4
    /// The ending of such files' names.
    static let nameEnding = ".tercet"

    /// What stands in a file besides the graph and the records.
    struct Contents {
        var namespace = ""
        var relationsHash = ""
        var loaded = SourceReader.Summary()
        var reportFiles: [(file: FoundFile, key: ReportKey)] = []
        var warnedFiles: [String] = []
        var correctionFiles: [CorrectionFile] = []
        var edits: [Archive.Edit] = []
    }

    /// Whether a file is one of these, by its name.
    static func isNamed(_ path: String) -> Bool { path.lowercased().hasSuffix(nameEnding) }

    /// Writes an archive whole or not at all.
    ///
    /// - Parameter stopCondition: says whether to stop before all is written.
    /// - Returns: Whether it was written; where not, what stood at the path is still there.
    /// - Throws: `FileError`; what stood at the path is then still there.
    @discardableResult
    static func write(
        _ archive: inout Archive, loaded: SourceReader.Summary, relationsHash: String, to path: String,
        isDurable: Bool, until stopCondition: @escaping () -> Bool = { false }
    ) throws(FileError) -> Bool {
        var file = try SectionWriter(path: path, version: version, until: stopCondition)
        var contents = Contents()
        contents.namespace = archive.vocabulary.namespace
        contents.relationsHash = relationsHash
        contents.loaded = loaded
        contents.reportFiles = archive.reportFiles.compactMap { file in
            archive.key(path: file.path).map { (file, $0) }
        }
        contents.warnedFiles = archive.warnedFiles.sorted()
        contents.correctionFiles = archive.correctionFiles
        contents.edits = archive.edits
        file.add("contents", contents.encoded)
        let reports = archive.savedReports()
        file.add("records", reports.records)
        if let columns = reports.columns, let program = ProgramIdentity.current {
            columns.write(to: &file)
            file.add("index.program", Array(program.utf8))
        }
        archive.derived.write(to: &file)
        if !archive.files.isEmpty {
            archive.files.defaultGraph.write(to: &file, prefix: "files")
            file.add("files.named", archive.files.namedRows)
        }
        if file.isStopped { return false }
        try file.close(isDurable: isDurable)
        return true
    }

    /// Reads an archive from a file, in place of everything that one holds.
    ///
    /// - Parameter relationsHash: the vocabulary of relations that this session goes by.
    /// - Returns: What was said and counted when it was made.
    /// - Throws: `Failure` when it cannot be read, is damaged, or has another namespace.
    static func open(
        _ path: String, relationsHash: String, into archive: inout Archive
    ) throws(Failure) -> Contents {
        let contents = try read(path, relationsHash, into: &archive)
        guard contents.namespace == archive.vocabulary.namespace else {
            throw Failure("\(path) has other IRIs\n  open it with --namespace \(contents.namespace)")
        }
        return contents
    }

    private static func read(
        _ path: String, _ relationsHash: String, into archive: inout Archive
    ) throws(Failure) -> Contents {
        do throws(SectionFileError) {
            let file = try SectionReader(path: path, latest: version)
            guard let contents = try? Contents(encoded: try file.values("contents")) else {
                throw SectionFileError.damaged(path: path)
            }
            guard contents.namespace == archive.vocabulary.namespace else { return contents }
            var files = Dataset()
            if file.contains("files.names") {
                files = Dataset(try Graph(from: file, prefix: "files"))
                files.insert(namedRows: try file.values("files.named"))
            }
            var saved = SavedReports(records: try file.values("records"))
            for file in contents.correctionFiles { try? file.add(to: &saved.corrections) }
            // Entities are as the program made them that wrote the file; only the same one can go on from there.
            if let columns = try SavedDerivation(from: file), contents.relationsHash == relationsHash,
                let program = ProgramIdentity.current
            {
                let writer: [UInt8] = try file.values("index.program")
                if writer == Array(program.utf8) { saved.columns = columns }
            }
            archive.adopt(
                saved: saved, derived: try DerivedGraph(from: file), files: files,
                edits: contents.edits, reportFiles: contents.reportFiles.map { ($0.file, $0.key) },
                warnedFiles: contents.warnedFiles, correctionFiles: contents.correctionFiles)
            return contents
        } catch {
            throw Failure("\(error)", status: .unreadable)
        }
    }
}

/// What a file keeps of the reports.
struct SavedReports: Sendable {
    /// Their records, encoded.
    var records: [UInt8]
    /// The entities that follow from them; nil where another program made them.
    var columns: SavedDerivation?
    /// The corrections that were in force.
    var corrections = Corrections()
}

extension SavedArchive.Contents {
    /// The contents as bytes.
    var encoded: [UInt8] {
        var writer = BinaryWriter()
        writer.write(namespace)
        writer.write(relationsHash)
        writer.write([loaded.reports, loaded.sentences, loaded.statements, loaded.failures]) { $0.write($1) }
        writer.write(warnedFiles) { $0.write($1) }
        writer.write(reportFiles) { writer, entry in
            writer.write(entry.file.path)
            writer.write(entry.file.source)
            writer.write(entry.key.hash)
        }
        writer.write(correctionFiles) { writer, file in
            writer.write(file.path)
            writer.write(file.text)
        }
        writer.write(edits) { writer, edit in
            // A graph that is made or dropped stands where the graph of a triple stands, over an empty line.
            let (kind, triple, graph): (Int, Triple?, Term?) =
                switch edit {
                case .insert(let triple, let graph): (0, triple, graph)
                case .remove(let triple, let graph): (1, triple, graph)
                case .create(let graph): (2, nil, graph)
                case .drop(let graph): (3, nil, graph)
                }
            var line: [UInt8] = []
            if let triple { CanonicalForm.append(triple, to: &line) }
            var name: [UInt8] = []
            if let graph { CanonicalForm.append(Triple(graph, .iri(RDFVocabulary.type), graph), to: &name) }
            writer.write(kind)
            writer.write(line)
            writer.write(name)
        }
        return writer.bytes
    }

    /// The contents of some bytes.
    ///
    /// - Throws: `DamagedData` when they are not what `encoded` gives.
    init(encoded bytes: [UInt8]) throws(DamagedData) {
        var reader = BinaryReader(bytes[...])
        namespace = try reader.text()
        relationsHash = try reader.text()
        let numbers = try reader.list { (reader) throws(DamagedData) in try reader.number() }
        guard numbers.count == 4 else { throw DamagedData() }
        loaded.reports = numbers[0]
        loaded.sentences = numbers[1]
        loaded.statements = numbers[2]
        loaded.failures = numbers[3]
        // Versions before the third kept the warnings themselves.
        warnedFiles = try reader.list { (reader) throws(DamagedData) in try reader.text() }
        reportFiles = try reader.list { (reader) throws(DamagedData) in
            let file = FoundFile(path: try reader.text(), source: try reader.text())
            return (file, ReportKey(hash: try reader.text(), source: file.source))
        }
        correctionFiles = try reader.list { (reader) throws(DamagedData) in
            CorrectionFile(path: try reader.text(), text: try reader.text())
        }
        edits = try reader.list { (reader) throws(DamagedData) in
            let kind = try reader.number()
            let triple = (try? NTriples.read(Array(try reader.piece())))?.first
            let graph = (try? NTriples.read(Array(try reader.piece())))?.first?.subject
            switch (kind, triple, graph) {
            case (0, let triple?, _): return .insert(triple, into: graph)
            case (1, let triple?, _): return .remove(triple, from: graph)
            case (2, nil, let graph?): return .create(graph)
            case (3, nil, let graph?): return .drop(graph)
            default: throw DamagedData()
            }
        }
        guard reader.isAtEnd else { throw DamagedData() }
    }
}
