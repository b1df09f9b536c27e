import Extraction
import Glibc
import GraphStore
import Naming
import QueryEngine
import QuerySyntax
import RDF

/// All that has been read: reports, graphs, and what the user changed. The graph that queries run on is derived from it.
package struct Archive: Sendable {
    /// A change that the user made to the graph in this session.
    package enum Edit: Hashable, Sendable {
        /// Into a named graph, or the default graph.
        case insert(Triple, into: Term? = nil)
        case remove(Triple, from: Term? = nil)
        case create(Term)
        case drop(Term)
    }

    /// What queries run on.
    package private(set) var dataset = Dataset()
    /// The default graph of it, which the reports are in.
    package var graph: Graph { dataset.defaultGraph }
    /// The files that reports were read from, in the order of their reading.
    package private(set) var reportFiles: [FoundFile] = []
    /// The paths of those of which something was said when they were read.
    private(set) var warnedFiles: Set<String> = []
    /// The IRIs that the graph's own terms have.
    package let vocabulary: TercetVocabulary
    /// The files of corrections that are in force.
    package var correctionFiles: [CorrectionFile] = []
    /// What was read from each path.
    private(set) var keys: [String: ReportKey] = [:]
    private var reports: GraphDerivation
    /// Reports of a file that was opened, which nobody has asked for yet.
    private var unread: SavedReports?
    /// How many paths each text was read from.
    private var pathCounts: [ReportKey: Int] = [:]
    private(set) var derived = DerivedGraph()
    /// What graph files hold; where there are no reports, what SPARQL made of it.
    private(set) var files = Dataset()
    private(set) var edits: [Edit] = []
    /// Whether reports came or went that the graph does not know of.
    private var isStale = false
    /// What changed in the graph since somebody asked; nil where that is not known.
    private var changes: TripleChanges?
    /// Whether the dataset is to be put together anew of its parts.
    private var isScattered = false

    /// An empty archive.
    ///
    /// - Parameter jobs: how many threads link reports and make their statements.
    package init(
        pipeline: ReportPipeline, vocabulary: TercetVocabulary = TercetVocabulary(), jobs: Int = OrderedWork.usualJobs
    ) {
        self.vocabulary = vocabulary
        reports = GraphDerivation(options: pipeline.mapping(vocabulary))
        reports.jobs = jobs
    }

    // MARK: Reports

    /// What makes records ready to be added; any thread may use it.
    var corrections: Corrections { unread?.corrections ?? reports.corrections }

    /// Adds what was read from a report; the graph follows at the next `refresh`. A file that was read before is replaced.
    package mutating func add(_ record: StoredRecord, from path: String) {
        if let prepared = PreparedRecord(record, corrections) { add(prepared, from: path) }
    }

    /// Adds what was read from a report and made ready on whatever thread.
    package mutating func add(_ prepared: PreparedRecord, from path: String) {
        let key = prepared.stored.key
        let place = Self.canonical(path)
        if let known = keys.updateValue(key, forKey: place) {
            if known == key { return }
            forget(path, place)
            drop(known)
        }
        restore()
        pathCounts[key, default: 0] += 1
        reports.add(prepared)
        reportFiles.append(FoundFile(path: path, source: key.source))
        isStale = true
    }

    /// Notes whether something was said of a file when it was read.
    mutating func note(_ path: String, isWarned: Bool) {
        if isWarned { warnedFiles.insert(path) } else { warnedFiles.remove(path) }
    }

    /// Takes out what was read from a path; the graph follows at the next `refresh`. False when nothing was.
    package mutating func retract(path: String) -> Bool {
        let place = Self.canonical(path)
        guard let key = keys.removeValue(forKey: place) else { return false }
        forget(path, place)
        drop(key)
        isStale = true
        return true
    }

    /// Takes a report out, unless it was read from another path too.
    private mutating func drop(_ key: ReportKey) {
        restore()
        let others = (pathCounts[key] ?? 1) - 1
        pathCounts[key] = others > 0 ? others : nil
        if others == 0 { reports.remove(key) }
    }

    /// The report that was read from a path.
    package func key(path: String) -> ReportKey? { keys[Self.canonical(path)] }

    private mutating func forget(_ path: String, _ place: String) {
        let name = path.split(separator: "/").last ?? ""
        // Asking the system about every file would take long; a file that was named by a link keeps its own entry.
        reportFiles.removeAll { file in
            file.path == path || file.path.hasSuffix(name) && Self.canonical(file.path) == place
        }
    }

    /// One file by whatever path it is named.
    private static func canonical(_ path: String) -> String {
        if let resolved = resolved(path) { return resolved }
        // A file that is gone is still known by the folder that it was in.
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard let name = parts.last, !name.isEmpty else { return path }
        let folder = parts.count == 1 ? "." : parts.dropLast().joined(separator: "/") + "/"
        return resolved(folder).map { $0 + ($0.hasSuffix("/") ? "" : "/") + name } ?? path
    }

    private static func resolved(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// The hashes of those files that were read before, by path.
    func hashes(of files: [FoundFile]) -> [String: String] {
        var hashes: [String: String] = [:]
        for file in files {
            if let key = key(path: file.path), key.source == file.source { hashes[file.path] = key.hash }
        }
        return hashes
    }

    /// Takes other corrections; the graph follows at once, and texts are not read again.
    package mutating func correct(_ corrections: Corrections) {
        if keys.isEmpty, corrections == reports.corrections { return }
        // Those that a saved graph was made with change nothing, and its records need not be looked at.
        if let unread, corrections == unread.corrections { return }
        restore()
        guard corrections != reports.corrections else { return }
        isStale = true
        refresh(reports.correct(corrections))
    }

    /// Every claim as a row, by source and then in the order of the text; `body` says whether to go on.
    package mutating func forEachRow(_ body: (ClaimRow) -> Bool) {
        refresh()
        restore()
        refresh()
        reports.forEachRow(body)
    }

    /// Reads the records of an opened file where they were not yet.
    private mutating func restore() {
        guard let saved = unread else { return }
        unread = nil
        let records = (try? StoredRecord.list(encoded: saved.records)) ?? []
        let jobs = reports.jobs
        defer { reports.jobs = jobs }
        if let columns = saved.columns,
            let derivation = GraphDerivation(
                columns, records: records, options: reports.options, corrections: saved.corrections)
        {
            // The graph that they give is there already.
            reports = derivation
            return
        }
        // What another build made of the records may differ in more than what changes next.
        _ = reports.correct(saved.corrections)
        let change = reports.update(adding: records)
        derived = DerivedGraph()
        derived.apply(change, of: reports)
        isScattered = true
    }

    /// What a file keeps of the reports.
    mutating func savedReports() -> SavedReports {
        refresh()
        return unread
            ?? SavedReports(
                records: StoredRecord.encode(reports.reports.compactMap { reports.stored($0) }),
                columns: reports.saved, corrections: reports.corrections)
    }

    /// Whether a change of the reports costs what it touches, and not a look at all of them first.
    var isPrepared: Bool { unread.map { $0.columns != nil } ?? true }

    /// How many reports there are, and how many sentences they have; nil while nobody has asked for those of a file.
    var counts: (reports: Int, sentences: Int)? {
        guard unread == nil else { return nil }
        let sentences = keys.values.reduce(0) { $0 + (reports.stored($1)?.sentenceCount ?? 0) }
        return (keys.count, sentences)
    }

    /// Takes over what a file holds, in place of everything.
    mutating func adopt(
        saved: SavedReports, derived: DerivedGraph, files: Dataset, edits: [Edit],
        reportFiles: [(FoundFile, ReportKey)], warnedFiles: [String], correctionFiles: [CorrectionFile]
    ) {
        self.warnedFiles = Set(warnedFiles)
        unread = saved
        self.derived = derived
        self.files = files
        self.edits = edits
        self.reportFiles = reportFiles.map(\.0)
        self.correctionFiles = correctionFiles
        keys = [:]
        pathCounts = [:]
        for (file, key) in reportFiles {
            keys[Self.canonical(file.path)] = key
            pathCounts[key, default: 0] += 1
        }
        isScattered = true
        refresh()
    }

    /// Whether nothing was read yet.
    package var isEmpty: Bool { keys.isEmpty && files.isEmpty && edits.isEmpty }

    // MARK: Graphs

    /// Reads files of RDF.
    ///
    /// - Parameters:
    ///   - keepsGoing: whether what is malformed is skipped and counted.
    ///   - isStopped: asked while the files are read; they are left where it says yes.
    /// - Throws: `InputError`; the archive is then as it was.
    package mutating func load(
        _ inputs: [DataInput], keepsGoing: Bool = false, isStopped: @escaping () -> Bool = { false }
    ) throws(InputError) -> LoadSummary {
        isScattered = true
        // Nobody else holds the dictionary then, so that it grows in place.
        if isFilesAlone { dataset = Dataset() }
        return try files.load(inputs, keepsGoing: keepsGoing, isStopped: isStopped)
    }

    /// Whether files and what SPARQL made of them are all there is.
    private var isFilesAlone: Bool {
        keys.isEmpty && !isStale && derived.graph.isEmpty && edits.isEmpty
    }

    /// Changes the graphs as SPARQL says, all or nothing.
    ///
    /// - Throws: `UpdateError`; the archive is then as it was.
    package mutating func update(
        _ operations: [UpdateOperation], limits: QueryLimits, cancellation: Cancellation?
    ) throws(UpdateError) -> UpdateSummary {
        refresh()
        changes = nil
        if isFilesAlone {
            files = Dataset()
            defer { files = dataset }
            return try Updater.apply(operations, to: &dataset, limits: limits, cancellation: cancellation)
        }
        let summary = try Updater.apply(operations, to: &dataset, limits: limits, cancellation: cancellation)
        func term(_ id: TermID) -> Term { dataset.defaultGraph.term(id) }
        func triple(_ ids: IDTriple) -> Triple { Triple(term(ids.subject), term(ids.predicate), term(ids.object)) }
        for change in summary.changes {
            switch change {
            case .inserted(let quad): edits.append(.insert(triple(quad.triple), into: quad.graph.map(term)))
            case .removed(let quad): edits.append(.remove(triple(quad.triple), from: quad.graph.map(term)))
            case .created(let name): edits.append(.create(term(TermID(name))))
            case .dropped(let name): edits.append(.drop(term(TermID(name))))
            }
        }
        return summary
    }

    /// Adds triples that come from elsewhere; the graph follows at the next `refresh`.
    mutating func add(_ triples: [Triple]) {
        files.insert(contentsOf: triples)
        isScattered = true
    }

    /// Changes the graph.
    package mutating func apply(_ edit: Edit) {
        refresh()
        changes = nil
        edits.append(edit)
        Self.apply(edit, to: &dataset)
    }

    /// What changed in the graph since this was last asked, in the graph's ids; nil where only a look at all of it tells.
    package mutating func takeChanges() -> TripleChanges? {
        defer { changes = TripleChanges() }
        return changes
    }

    /// Brings the graph up to date with what was read.
    package mutating func refresh() {
        refresh(isStale ? reports.settle() : nil)
    }

    private mutating func refresh(_ change: GraphDerivation.Change?) {
        isStale = false
        defer { isScattered = false }
        // Reports alone are taken as they are: their indexes stand already.
        if files.isEmpty, edits.isEmpty {
            guard change != nil || isScattered else { return }
            release()
            if let change {
                let triples = derived.apply(change, of: reports)
                // Many changes are sooner looked up anew.
                if triples.inserted.count + triples.removed.count > derived.graph.count / 4 { changes = nil }
                changes?.add(triples)
            }
            if isScattered { changes = nil }
            dataset = Dataset(derived.graph)
            return
        }
        if change != nil || isScattered { changes = nil }
        let graphChange = change.map { derived.apply($0, of: reports) }
        if isScattered {
            if derived.graph.isEmpty {
                dataset = files
            } else {
                dataset = Dataset(derived.graph)
                dataset.insert(allOf: files)
            }
            for edit in edits { Self.apply(edit, to: &dataset) }
        } else if let graphChange {
            follow(graphChange)
        }
    }

    /// Brings what queries run on up to date with a change of the derived graph, beside which there are files or edits.
    private mutating func follow(_ change: TripleChanges) {
        let edited = editedTriples
        let graph = derived.graph
        dataset.insert(contentsOf: change.inserted.map { graph.triple($0) }.filter { edited[$0] != false })
        for triple in change.removed.map({ graph.triple($0) })
        where edited[triple] != true && !files.defaultGraph.contains(triple) {
            dataset.remove(triple, from: nil)
        }
    }

    /// The triples of the default graph that the user put there (true) or took out (false).
    private var editedTriples: [Triple: Bool] {
        var triples: [Triple: Bool] = [:]
        for edit in edits {
            switch edit {
            case .insert(let triple, nil): triples[triple] = true
            case .remove(let triple, nil): triples[triple] = false
            default: break
            }
        }
        return triples
    }

    /// Lets go of what queries run on, so that the derived graph can be changed where it stands.
    private mutating func release() { dataset = Dataset() }

    private static func apply(_ edit: Edit, to dataset: inout Dataset) {
        switch edit {
        case .insert(let triple, let name): dataset.insert(triple, into: name)
        case .remove(let triple, let name): dataset.remove(triple, from: name)
        case .create(let name):
            let id = dataset.intern(name)
            dataset.createGraph(id)
        case .drop(let name):
            let id = dataset.intern(name)
            dataset.dropGraph(id)
        }
    }
}

extension Archive {
    /// The graph to export: all of it, or the bare facts.
    package func exported(factsOnly: Bool) -> Graph {
        let graph = dataset.defaultGraph
        guard factsOnly else { return graph }
        var facts = Graph()
        for predicate in graph.predicates where graph.text(predicate).hasPrefix(vocabulary.relation) {
            let slice = graph.match(nil, predicate, nil)
            facts.insert(contentsOf: (0..<slice.count).lazy.map { graph.triple(slice[$0]) })
        }
        return facts
    }
}

extension Graph {
    /// A triple of this graph's ids, with its terms.
    fileprivate func triple(_ ids: IDTriple) -> Triple {
        Triple(term(ids.subject), term(ids.predicate), term(ids.object))
    }
}
