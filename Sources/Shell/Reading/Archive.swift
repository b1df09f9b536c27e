import Extraction
import GraphStore
import RDF

/// All that has been read: reports, graphs, and what the user changed. The graph that queries run on is derived from it.
package struct Archive: Sendable {
    /// A change that the user made to the graph in this session.
    package enum Edit: Hashable, Sendable {
        case insert(Triple)
        case remove(Triple)
    }

    /// What queries run on.
    package private(set) var graph = Graph()
    /// The reports.
    package private(set) var corpus = Corpus()
    /// The files that reports were read from, in the order of their reading.
    package private(set) var reportFiles: [FoundFile] = []
    /// The IRIs that the graph's own terms have.
    package let vocabulary: TercetVocabulary
    private let pipeline: ReportPipeline
    /// What was read from each path.
    private var keys: [String: ReportKey] = [:]
    /// The triples of graph files alone.
    private var files = Graph()
    private var edits: [Edit] = []
    private var isStale = false

    /// An empty archive.
    package init(pipeline: ReportPipeline, vocabulary: TercetVocabulary = TercetVocabulary()) {
        self.pipeline = pipeline
        self.vocabulary = vocabulary
    }

    /// Adds what was read from a report; the graph follows at the next `refresh`. A file that was read before is replaced.
    package mutating func add(_ record: ReportRecord, from path: String) {
        let key = ReportKey(hash: record.hash, source: record.source)
        if let known = keys.updateValue(key, forKey: path) {
            if known == key { return }
            reportFiles.removeAll { $0.path == path }
            if !keys.values.contains(known) { corpus.remove(known) }
        }
        corpus.add(record)
        reportFiles.append(FoundFile(path: path, source: record.source))
        isStale = true
    }

    /// The hashes of those files that were read before, by path.
    func hashes(of files: [FoundFile]) -> [String: String] {
        var hashes: [String: String] = [:]
        for file in files {
            if let key = keys[file.path], key.source == file.source { hashes[file.path] = key.hash }
        }
        return hashes
    }

    /// Reads a file of N-Triples.
    ///
    /// - Throws: `InputError`; the archive is then as it was.
    package mutating func load(graphFile path: String) throws(InputError) -> LoadSummary {
        let summary = try files.load(file: path)
        isStale = true
        return summary
    }

    /// Changes the graph.
    package mutating func apply(_ edit: Edit) {
        refresh()
        edits.append(edit)
        Self.apply(edit, to: &graph)
    }

    /// Brings the graph up to date with what was read.
    package mutating func refresh() {
        guard isStale else { return }
        isStale = false
        graph = files
        if corpus.count > 0 { graph.insert(contentsOf: corpus.triples(pipeline.mapping(vocabulary))) }
        for edit in edits { Self.apply(edit, to: &graph) }
    }

    private static func apply(_ edit: Edit, to graph: inout Graph) {
        switch edit {
        case .insert(let triple): graph.insert(triple)
        case .remove(let triple): graph.remove(triple)
        }
    }
}

extension Archive {
    /// The graph to export: all of it, or the bare facts.
    package func exported(factsOnly: Bool) -> Graph {
        guard factsOnly else { return graph }
        var facts = Graph()
        for predicate in graph.predicates where graph.text(predicate).hasPrefix(vocabulary.relation) {
            let slice = graph.match(nil, predicate, nil)
            facts.insert(
                contentsOf: (0..<slice.count).lazy.map { offset in
                    let triple = slice[offset]
                    return Triple(graph.term(triple.subject), graph.term(predicate), graph.term(triple.object))
                })
        }
        return facts
    }
}
