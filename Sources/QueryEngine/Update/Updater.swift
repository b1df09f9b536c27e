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
    private let watch: Watch
    private let base: String?

    /// Carries out the operations of a request, one after another.
    ///
    /// - Parameters:
    ///   - limits: what the request may take.
    ///   - cancellation: a flag that stops it.
    ///   - base: what `IRI()` and LOADed files resolve relative IRIs against, or nil for each file's own IRI.
    /// - Throws: `UpdateError`; the dataset is then as it was.
    @discardableResult
    public static func apply(
        _ operations: [UpdateOperation], to dataset: inout Dataset, limits: QueryLimits = QueryLimits(),
        cancellation: Cancellation? = nil, base: String? = nil
    ) throws(UpdateError) -> UpdateSummary {
        let watch = Watch(limits: limits, cancellation: cancellation)
        return try apply(operations, to: &dataset, watch, base: base)
    }

    /// Carries out operations under a watch that the caller keeps.
    @discardableResult
    package static func apply(
        _ operations: [UpdateOperation], to dataset: inout Dataset, _ watch: Watch, base: String? = nil
    ) throws(UpdateError) -> UpdateSummary {
        // The dataset moves into the updater, so that it is changed in place.
        var updater = Updater(dataset: Dataset(), watch: watch, base: base)
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

    private init(dataset: Dataset, watch: Watch, base: String?) {
        self.dataset = dataset
        self.watch = watch
        self.base = base
    }

    private mutating func apply(_ operation: UpdateOperation) throws(UpdateError) {
        try look()
        switch operation {
        case .insertData(let quads): try insert(ground(quads))
        case .deleteData(let quads): try remove(ground(quads))
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
            // What stops the request is no failure of an operation.
            if case .query(let reason) = error, reason == .cancelled || reason.isLimit { throw error }
            if !isSilent { throw error }
        }
    }

    /// Looks at the limits.
    private func look() throws(UpdateError) {
        if let failure = watch.look() { throw .query(failure) }
    }

    /// The error of work that the watch stopped.
    private var stopped: UpdateError { .query(watch.look() ?? .cancelled) }

    /// Looks at the limits now and then in a loop.
    private func look(after count: Int) throws(UpdateError) {
        guard count & 1023 == 1023 else { return }
        do throws(QueryError) { try watch.check() } catch { throw .query(error) }
    }

    // MARK: Triples

    /// More changes than these are made at once, graph by graph.
    private static let manyChanges = 1024

    private mutating func insert(_ quads: [IDTripleInGraph]) throws(UpdateError) {
        var isNew: Set<IDTripleInGraph> = []
        var additions: [TermID?: [IDTriple]] = [:]
        var graphs: [TermID?] = []
        for (count, quad) in quads.enumerated() {
            try look(after: count)
            if let graph = quad.graph { create(graph) }
            if quads.count <= Self.manyChanges {
                guard dataset.insert(quad.triple, into: quad.graph) else { continue }
            } else {
                guard !dataset.contains(quad.triple, in: quad.graph), isNew.insert(quad).inserted else { continue }
                if additions[quad.graph] == nil { graphs.append(quad.graph) }
                additions[quad.graph, default: []].append(quad.triple)
            }
            summary.inserted += 1
            summary.changes.append(.inserted(quad))
        }
        for graph in graphs {
            let triples = additions.removeValue(forKey: graph) ?? []
            if dataset.insert(contentsOf: triples, into: graph, isStopped: { [watch] in watch.look() != nil }) == nil {
                throw stopped
            }
        }
    }

    private mutating func remove(_ quads: [IDTripleInGraph]) throws(UpdateError) {
        var isGone: Set<IDTripleInGraph> = []
        var removals: [TermID?: [IDTriple]] = [:]
        var graphs: [TermID?] = []
        for (count, quad) in quads.enumerated() {
            try look(after: count)
            if quads.count <= Self.manyChanges {
                guard dataset.remove(quad.triple, from: quad.graph) else { continue }
            } else {
                guard dataset.contains(quad.triple, in: quad.graph), isGone.insert(quad).inserted else { continue }
                if removals[quad.graph] == nil { graphs.append(quad.graph) }
                removals[quad.graph, default: []].append(quad.triple)
            }
            summary.removed += 1
            summary.changes.append(.removed(quad))
        }
        for graph in graphs {
            let triples = removals.removeValue(forKey: graph) ?? []
            if dataset.remove(contentsOf: triples, from: graph, isStopped: { [watch] in watch.look() != nil }) == nil {
                throw stopped
            }
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
                case .solutions(let found) = try Engine(dataset).evaluate(query, watch)
            else { return }
            solutions = found
        } catch {
            throw .query(error)
        }
        var columns: [Variable: Int] = [:]
        for (column, variable) in variables.enumerated() { columns[variable] = column }
        let computed = try internComputed(solutions)
        var removed: [IDTripleInGraph] = []
        var inserted: [IDTripleInGraph] = []
        for row in 0..<solutions.count {
            try look(after: row)
            func value(_ variable: Variable) -> TermID? {
                guard let column = columns[variable] else { return nil }
                let id = solutions.id(row: row, column: column)
                return solutions.terms.graphID(id) ?? computed[id]
            }
            var template = QuadTemplate(delete)
            removed += template.quads(in: &dataset, value)
            template = QuadTemplate(insert)
            inserted += template.quads(in: &dataset, value)
        }
        try remove(removed)
        try self.insert(inserted)
    }

    /// The dataset's own ids for the terms of a result that were computed; ids of the dataset stay as they are.
    private mutating func internComputed(_ solutions: Solutions) throws(UpdateError) -> [TermID: TermID] {
        var own: [TermID: TermID] = [:]
        for column in solutions.variables.indices {
            for row in 0..<solutions.count {
                try look(after: row)
                let id = solutions.id(row: row, column: column)
                guard id.isBound, solutions.terms.graphID(id) == nil, own[id] == nil else { continue }
                if let term = solutions.terms.term(id) { own[id] = dataset.intern(term) }
            }
        }
        return own
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

    private mutating func empty(_ name: TermID?) throws(UpdateError) {
        guard let graph = name.map({ dataset.graph(named: $0) }) ?? dataset.defaultGraph else { return }
        let all = graph.match()
        summary.removed += all.count
        summary.changes.reserveCapacity(summary.changes.count + all.count)
        for offset in 0..<all.count {
            try look(after: offset)
            summary.changes.append(.removed(IDTripleInGraph(all[offset], name)))
        }
        dataset.clear(name)
    }

    private mutating func clear(_ target: GraphTarget) throws(UpdateError) {
        switch target {
        case .defaultGraph: try empty(nil)
        case .named(let iri): try empty(try existing(iri))
        case .allNamed: for name in dataset.names { try empty(name) }
        case .all:
            try empty(nil)
            for name in dataset.names { try empty(name) }
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
        if clearing { try empty(target) }
        guard let graph = source.map({ dataset.graph(named: $0) }) ?? dataset.defaultGraph else { return }
        let all = graph.match()
        try insert((0..<all.count).map { IDTripleInGraph(all[$0], target) })
    }

    private mutating func load(_ iri: String, into target: String?) throws(UpdateError) {
        guard let path = IRIReference.filePath(iri) else { throw .notLocal(iri) }
        var loaded = Dataset()
        do throws(InputError) {
            try loaded.load(
                [DataInput(path, base: iri, graph: target)], isStopped: { [watch] in watch.look() != nil })
        } catch {
            throw error == .stopped ? stopped : .load(error)
        }
        // By way of a dataset of its own, so that what is new is known.
        var known = [TermID](repeating: .unbound, count: loaded.defaultGraph.termCount + 1)
        func move(_ id: TermID, _ dataset: inout Dataset) -> TermID {
            let place = Int(id.rawValue)
            if !known[place].isBound {
                let isBlank = loaded.defaultGraph.kind(id) == .blank
                known[place] = isBlank ? dataset.makeBlankNode() : dataset.intern(loaded.defaultGraph.term(id))
            }
            return known[place]
        }
        let graphs: [(TermID?, Graph?)] =
            [(nil, loaded.defaultGraph)] + loaded.names.map { ($0, loaded.graph(named: $0)) }
        for (name, graph) in graphs {
            let target = name.map { move($0, &dataset) }
            if let target { create(target) }
            guard let all = graph?.match() else { continue }
            var quads: [IDTripleInGraph] = []
            for offset in 0..<all.count {
                try look(after: offset)
                let triple = all[offset]
                quads.append(
                    IDTripleInGraph(
                        IDTriple(
                            move(triple.subject, &dataset), move(triple.predicate, &dataset),
                            move(triple.object, &dataset)), target))
            }
            try insert(quads)
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
                if case .variable(let variable) = place, !variable.isTemplateBlankNode { found.insert(variable) }
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
        case .variable(let variable) where variable.isTemplateBlankNode:
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
