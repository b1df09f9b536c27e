import Extraction
import Glibc
import RDF

/// The graph of many reports kept between runs, so that a second start over the same files reads none of their analyses.
///
/// It is used only when every file has the bytes that it had, and program, options and corrections are the same; what is damaged
/// is made anew.
struct GraphCache {
    /// Fewer reports are read from their analyses fast enough.
    static let fewestReports = 200
    /// How many graphs are kept.
    private static let kept = 2

    private let path: String
    private let folder: String

    /// The graph of some sources; nil where there is none to be kept: no cache, few reports, or other things than reports.
    ///
    /// - Throws: `Failure` when a source cannot be read.
    static func key(of sources: [String], session: Session) throws(Failure) -> GraphCache? {
        guard let cache = session.cache, !sources.isEmpty else { return nil }
        var files: [FoundFile] = []
        for source in sources {
            guard Files.kind(source) == .directory else { return nil }
            guard let findings = try? ReportFinder.find(source) else { return nil }
            files += findings.reports
            // What cannot be read is said anew on each start.
            guard findings.failures.isEmpty else { return nil }
        }
        guard files.count >= fewestReports, let hashes = hashes(of: files, session) else { return nil }
        var writer = BinaryWriter()
        for text in [
            session.reading.namespace, session.reading.date ?? "", session.reading.encoding ?? "",
            session.pipeline.relationsHash,
        ] {
            writer.write(text)
        }
        writer.write(session.correctionsInForce) { writer, file in
            writer.write(file.path)
            writer.write(file.text)
        }
        for (file, hash) in zip(files, hashes) {
            writer.write(file.path)
            writer.write(file.source)
            writer.write(hash)
        }
        let folder = cache.folder + "/graphs"
        let name = SHA256.hexadecimal(of: writer.bytes) + SavedArchive.nameEnding
        return GraphCache(path: folder + "/" + name, folder: folder)
    }

    private static func hashes(of files: [FoundFile], _ session: Session) -> [String]? {
        var hashes: [String] = []
        hashes.reserveCapacity(files.count)
        let paths = files.map(\.path)
        let seen = try? OrderedWork.run(
            count: paths.count, jobs: session.loader.jobs, isStopped: { Interrupt.isPending },
            work: { index in (try? Files.read(paths[index])).map { SHA256.hexadecimal(of: $0) } ?? "" },
            consume: { (_, hash) throws(Failure) in hashes.append(hash) })
        guard seen == files.count, !hashes.contains("") else { return nil }
        return hashes
    }

    /// Opens the graph; nil when it is not there or not whole.
    func open(into archive: inout Archive, console: Console) -> SourceReader.Summary? {
        guard Files.kind(path) == .file, let contents = try? SavedArchive.open(path, into: &archive) else { return nil }
        for warning in contents.warnings { console.warn(warning) }
        utimes(path, nil)
        return contents.loaded
    }

    /// Keeps the graph. Nothing is said when it cannot be written.
    func store(_ archive: inout Archive, loaded: SourceReader.Summary, relationsHash: String) {
        guard loaded.failures == 0, loaded.unread == 0 else { return }
        AnalysisCache.makeFolders(for: path)
        try? SavedArchive.write(
            &archive, loaded: loaded, warnings: loaded.warnings, relationsHash: relationsHash, to: path,
            isDurable: false)
        removeOld()
    }

    private func removeOld() {
        guard let names = try? Files.names(inDirectory: folder) else { return }
        var byAge: [(changed: Int, path: String)] = []
        for name in names {
            var status = stat()
            let path = "\(folder)/\(name)"
            if stat(path, &status) == 0 { byAge.append((status.st_mtim.tv_sec, path)) }
        }
        byAge.sort { $0.changed > $1.changed }
        for old in byAge.dropFirst(Self.kept) where old.path != path { unlink(old.path) }
    }
}
