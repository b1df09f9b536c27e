import GraphStore
import QuerySyntax
import RDF

/// Carries out SPARQL 1.1 Update on a dataset: a request is done whole or not at all.
///
/// A graph stays when its last triple goes, until it is dropped. What an operation does to a graph that is not there is
/// an error unless it is SILENT.
/// Source: SPARQL 1.1 Update, section 3.
public struct Updater {
    private var dataset: Dataset
    private var summary = UpdateSummary()
    private let limits: QueryLimits
    private let cancellation: Cancellation?
    private let base: String?

    /// Carries out the operations of a request, one after another.
    ///
    /// - Parameters:
    ///   - limits: what each operation's pattern may take.
    ///   - base: what `IRI()` and LOADed files resolve relative IRIs against, or nil for each file's own IRI.
    /// - Throws: `UpdateError`; the dataset is then as it was.
    @discardableResult
    public static func apply(
        _ operations: [UpdateOperation], to dataset: inout Dataset, limits: QueryLimits = QueryLimits(),
        cancellation: Cancellation? = nil, base: String? = nil
    ) throws(UpdateError) -> UpdateSummary {
        // The dataset moves into the updater, so that it is changed in place.
        var updater = Updater(dataset: Dataset(), limits: limits, cancellation: cancellation, base: base)
        swap(&updater.dataset, &dataset)
        defer { swap(&updater.dataset, &dataset) }
        let snapshot = updater.dataset.snapshot
        do throws(UpdateError) {
            for operation in operations { try updater.apply(operation) }
        } catch {
            updater.dataset.restore(snapshot)
            throw error
        }
        return updater.summary
    }

    private init(dataset: Dataset, limits: QueryLimits, cancellation: Cancellation?, base: String?) {
        self.dataset = dataset
        self.limits = limits
        self.cancellation = cancellation
        self.base = base
    }

    private mutating func apply(_ operation: UpdateOperation) throws(UpdateError) {
        switch operation {
        case .insertData(let quads): insert(ground(quads))
        case .deleteData(let quads): remove(ground(quads))
        case .modify(let delete, let insert, let using, let usingNamed, let pattern):
            try modify(delete: delete, insert: insert, using: using, usingNamed: usingNamed, pattern)
        case .load(let iri, let target, let silent):
            try quietly(silent) { (updater) throws(UpdateError) in try updater.load(iri, into: target) }
        case .clear(let target, let silent):
            try quietly(silent) { (updater) throws(UpdateError) in try updater.clear(target) }
        case .drop(let target, let silent):
            try quietly(silent) { (updater) throws(UpdateError) in try updater.drop(target) }
        case .create(let iri, let silent):
            let name = dataset.intern(.iri(iri))
            if !create(name), !silent { throw .graphExists(iri) }
        case .add(let from, let to, let silent):
            try quietly(silent) { (updater) throws(UpdateError) in try updater.copy(from, to) }
        case .copy(let from, let to, let silent):
            try quietly(silent) { (updater) throws(UpdateError) in try updater.copy(from, to, clearing: true) }
        case .move(let from, let to, let silent):
            try quietly(silent) { (updater) throws(UpdateError) in
                try updater.copy(from, to, clearing: true)
                if from != to { try updater.drop(from.map { .named($0) } ?? .defaultGraph) }
            }
        }
    }

    /// Does work whose failure is passed over where it is SILENT; nothing fails after it has changed something.
    private mutating func quietly(
        _ isSilent: Bool, _ work: (inout Updater) throws(UpdateError) -> Void
    ) throws(UpdateError) {
        do throws(UpdateError) {
            try work(&self)
        } catch {
            if !isSilent { throw error }
        }
    }

    // MARK: Triples

    private mutating func insert(_ quads: [IDTripleInGraph]) {
        for quad in quads {
            if let graph = quad.graph { create(graph) }
            if dataset.insert(quad.triple, into: quad.graph) {
                summary.inserted += 1
                summary.changes.append(.inserted(quad))
            }
        }
    }

    private mutating func remove(_ quads: [IDTripleInGraph]) {
        for quad in quads where dataset.remove(quad.triple, from: quad.graph) {
            summary.removed += 1
            summary.changes.append(.removed(quad))
        }
    }

    /// Quads without variables; each blank node is a new one.
    private mutating func ground(_ quads: [QuadPattern]) -> [IDTripleInGraph] {
        var template = QuadTemplate(quads)
        return template.quads(in: &dataset) { _ in nil }
    }

    private mutating func modify(
        delete: [QuadPattern], insert: [QuadPattern], using: [String], usingNamed: [String], _ pattern: Algebra
    ) throws(UpdateError) {
        let needed = QuadTemplate.variables(delete + insert)
        let variables = pattern.visibleVariables.intersection(needed).sorted()
        let query = Query(
            form: .select(variables), algebra: .project(pattern, variables), from: using, fromNamed: usingNamed,
            base: base)
        let solutions: Solutions
        do throws(QueryError) {
            guard
                case .solutions(let found) = try Engine(dataset).evaluate(
                    query, limits: limits, cancellation: cancellation)
            else { return }
            solutions = found
        } catch {
            throw .query(error)
        }
        // Ids of the dataset stay as they are; those of computed terms become the dataset's own.
        var columns: [Variable: [TermID]] = [:]
        for (column, variable) in variables.enumerated() {
            columns[variable] = (0..<solutions.count).map { solutions.id(row: $0, column: column) }
        }
        var computed: [TermID: TermID] = [:]
        for variable in variables {
            for row in 0..<solutions.count {
                guard let id = columns[variable]?[row], id.isBound, solutions.terms.graphID(id) == nil else { continue }
                if computed[id] == nil, let term = solutions.terms.term(id) { computed[id] = dataset.intern(term) }
                columns[variable]?[row] = computed[id] ?? .unbound
            }
        }
        var removed: [IDTripleInGraph] = []
        var inserted: [IDTripleInGraph] = []
        for row in 0..<solutions.count {
            func value(_ variable: Variable) -> TermID? { columns[variable].map { $0[row] } }
            var template = QuadTemplate(delete)
            removed += template.quads(in: &dataset, value)
            template = QuadTemplate(insert)
            inserted += template.quads(in: &dataset, value)
        }
        remove(removed)
        self.insert(inserted)
    }

    // MARK: Graphs

    @discardableResult
    private mutating func create(_ name: TermID) -> Bool {
        guard dataset.createGraph(name) else { return false }
        summary.created += 1
        summary.changes.append(.created(name.rawValue))
        return true
    }

    /// The name of a graph that is there.
    private func existing(_ iri: String) throws(UpdateError) -> TermID {
        guard let name = dataset.defaultGraph.id(of: .iri(iri)), dataset.hasGraph(name) else { throw .noGraph(iri) }
        return name
    }

    private mutating func empty(_ name: TermID?) {
        guard let graph = name.map({ dataset.graph(named: $0) }) ?? dataset.defaultGraph else { return }
        let all = graph.match()
        summary.removed += all.count
        summary.changes.reserveCapacity(summary.changes.count + all.count)
        for offset in 0..<all.count { summary.changes.append(.removed(IDTripleInGraph(all[offset], name))) }
        dataset.clear(name)
    }

    private mutating func clear(_ target: GraphTarget) throws(UpdateError) {
        switch target {
        case .defaultGraph: empty(nil)
        case .named(let iri): empty(try existing(iri))
        case .allNamed: for name in dataset.names { empty(name) }
        case .all:
            empty(nil)
            for name in dataset.names { empty(name) }
        }
    }

    private mutating func drop(_ target: GraphTarget) throws(UpdateError) {
        try clear(target)
        let names: [TermID]
        switch target {
        case .defaultGraph: names = []
        case .named(let iri): names = [try existing(iri)]
        case .allNamed, .all: names = dataset.names
        }
        for name in names where dataset.dropGraph(name) {
            summary.dropped += 1
            summary.changes.append(.dropped(name.rawValue))
        }
    }

    private mutating func copy(_ from: String?, _ to: String?, clearing: Bool = false) throws(UpdateError) {
        var source: TermID?
        if let from { source = try existing(from) }
        if from == to { return }
        let target = to.map { dataset.intern(.iri($0)) }
        if let target { create(target) }
        if clearing { empty(target) }
        guard let graph = source.map({ dataset.graph(named: $0) }) ?? dataset.defaultGraph else { return }
        let all = graph.match()
        insert((0..<all.count).map { IDTripleInGraph(all[$0], target) })
    }

    private mutating func load(_ iri: String, into target: String?) throws(UpdateError) {
        guard let path = IRIReference.filePath(iri) else { throw .notLocal(iri) }
        var loaded = Dataset()
        do throws(InputError) {
            try loaded.load([DataInput(path, base: iri, graph: target)])
        } catch {
            throw .load(error)
        }
        // By way of a dataset of its own, so that what is new is known.
        var blankNodes: [TermID: TermID] = [:]
        func move(_ id: TermID, _ dataset: inout Dataset) -> TermID {
            guard loaded.defaultGraph.kind(id) == .blank else { return dataset.intern(loaded.defaultGraph.term(id)) }
            if let known = blankNodes[id] { return known }
            let node = dataset.makeBlankNode()
            blankNodes[id] = node
            return node
        }
        let graphs: [(TermID?, Graph?)] =
            [(nil, loaded.defaultGraph)] + loaded.names.map { ($0, loaded.graph(named: $0)) }
        for (name, graph) in graphs {
            let target = name.map { move($0, &dataset) }
            if let target { create(target) }
            guard let all = graph?.match() else { continue }
            var quads: [IDTripleInGraph] = []
            for offset in 0..<all.count {
                let triple = all[offset]
                quads.append(
                    IDTripleInGraph(
                        IDTriple(
                            move(triple.subject, &dataset), move(triple.predicate, &dataset),
                            move(triple.object, &dataset)), target))
            }
            insert(quads)
        }
    }
}

/// The quads of a template of INSERT or DELETE.
private struct QuadTemplate {
    private let quads: [QuadPattern]
    private var blankNodes: [Variable: TermID] = [:]

    init(_ quads: [QuadPattern]) { self.quads = quads }

    /// The variables that a template names.
    static func variables(_ quads: [QuadPattern]) -> Set<Variable> {
        var found: Set<Variable> = []
        for quad in quads {
            for place in [quad.graph, quad.triple.subject, quad.triple.predicate, quad.triple.object] {
                if case .variable(let variable) = place, !variable.name.hasPrefix(".") { found.insert(variable) }
            }
        }
        return found
    }

    /// The quads for one solution: one with an unbound place, or with a term where it cannot stand, is left out.
    mutating func quads(in dataset: inout Dataset, _ value: (Variable) -> TermID?) -> [IDTripleInGraph] {
        var found: [IDTripleInGraph] = []
        for quad in quads {
            var graph: TermID?
            if let name = quad.graph {
                guard let id = term(name, &dataset, value), dataset.defaultGraph.kind(id) != .literal else { continue }
                graph = id
            }
            guard let subject = term(quad.triple.subject, &dataset, value),
                let predicate = term(quad.triple.predicate, &dataset, value),
                let object = term(quad.triple.object, &dataset, value),
                dataset.defaultGraph.kind(subject) != .literal, dataset.defaultGraph.kind(predicate) == .iri
            else { continue }
            found.append(IDTripleInGraph(IDTriple(subject, predicate, object), graph))
        }
        return found
    }

    private mutating func term(
        _ place: PatternTerm, _ dataset: inout Dataset, _ value: (Variable) -> TermID?
    ) -> TermID? {
        switch place {
        case .term(let term): return dataset.intern(term)
        case .variable(let variable) where variable.name.hasPrefix("."):
            if let known = blankNodes[variable] { return known }
            let node = dataset.makeBlankNode()
            blankNodes[variable] = node
            return node
        case .variable(let variable):
            guard let id = value(variable), id.isBound else { return nil }
            return id
        case .name, .parameter: return nil
        }
    }
}
