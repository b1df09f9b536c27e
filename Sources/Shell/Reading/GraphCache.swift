import Extraction
import Glibc
import RDF

/// The graph of many reports kept between runs, so that a second start reads only what changed since.
///
/// There is one for the folders that were named together and the options that reading depends on. What stands in it is compared
/// with the files by their hashes: those that are gone are taken out, those that came or changed are read. What is damaged is made
/// anew.
struct GraphCache {
    /// Fewer reports are read from their analyses fast enough.
    static let fewestReports = 200
    /// How many graphs are kept.
    private static let kept = 4

    private let path: String
    private let folder: String
    private let sources: [String]

    /// The graph of some sources; nil where there is none to be kept: no cache, or other things than folders.
    init?(_ sources: [String], of session: Session) {
        guard let cache = session.cache, !sources.isEmpty else { return nil }
        var writer = BinaryWriter()
        for text in [
            session.reading.namespace, session.reading.date ?? "", session.reading.encoding ?? "",
            session.pipeline.relationsHash, GraphSources.currentFolder,
        ] {
            writer.write(text)
        }
        for source in sources {
            guard Files.kind(source) == .directory else { return nil }
            writer.write(source)
        }
        self.sources = sources
        folder = cache.folder + "/graphs"
        path = folder + "/" + SHA256.hexadecimal(of: writer.bytes) + SavedArchive.nameEnding
    }

    /// Opens the graph and takes out what is no longer there; how much that was, or nil where no whole graph is kept.
    func open(into archive: inout Archive, loaded: inout SourceReader.Summary, relationsHash: String) -> Int? {
        guard Files.kind(path) == .file else { return nil }
        let before = archive
        guard let contents = try? SavedArchive.open(path, relationsHash: relationsHash, into: &archive) else {
            return nil
        }
        var found: Set<FoundFile> = []
        for source in sources {
            guard let findings = try? ReportFinder.find(source) else { continue }
            found.formUnion(findings.reports)
        }
        let gone = archive.reportFiles.filter { !found.contains($0) }
        guard archive.isPrepared || gone.isEmpty, gone.count * 2 < max(found.count, 1) else {
            archive = before
            return nil
        }
        for file in gone { _ = archive.retract(path: file.path) }
        utimes(path, nil)
        loaded.reports = contents.loaded.reports
        loaded.sentences = contents.loaded.sentences
        return gone.count
    }

    /// Keeps the graph, where it is worth it. Nothing is said when it cannot be written.
    ///
    /// - Parameter changed: how many reports came or went since it was kept last; nil where it was not.
    func store(_ archive: inout Archive, loaded: SourceReader.Summary, changed: Int?, relationsHash: String) {
        guard loaded.reports >= Self.fewestReports, loaded.unread == 0 else { return }
        // A few reports are sooner read again from their analyses than the whole is written.
        if let changed, changed <= max(16, loaded.reports / 256) { return }
        AnalysisCache.makeFolders(for: path)
        _ = try? SavedArchive.write(
            &archive, loaded: loaded, relationsHash: relationsHash, to: path, isDurable: false)
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
