import GraphStore
import RDF

/// Commands that list what the graph holds.
enum ListingCommands {
    @Sendable static func relations(session: Session, call: CommandCall) throws(Failure) {
        let names = session.names
        let wanted = call.arguments.first?.lowercased() ?? ""
        let remote = try session.endpoint.map { (endpoint) throws(Failure) in try EndpointCounts(endpoint, session) }
        var found: [(facts: Int, claims: Int, label: String)] = []
        for relation in relationIDs(names) {
            let label = names.label(relation)
            guard wanted.isEmpty || label.lowercased().contains(wanted) else { continue }
            if let remote {
                let term = names.graph.term(relation)
                found.append((remote.facts[term] ?? 0, remote.claims[term] ?? 0, label))
            } else {
                found.append((names.graph.count(nil, relation, nil), claimCount(of: relation, names), label))
            }
        }
        found.sort { ($1.facts, $1.claims, $0.label) < ($0.facts, $0.claims, $1.label) }
        var listing = Listing(
            .init(title: "relation"), .init(title: "facts", isNumber: true), .init(title: "claims", isNumber: true))
        listing.rows = found.map { [$0.label, String($0.facts), String($0.claims)] }
        listing.print(
            on: session.console,
            empty: wanted.isEmpty ? "no relations yet; .load reads reports" : "no relation holds \"\(wanted)\"")
    }

    @Sendable static func entities(session: Session, call: CommandCall) throws(Failure) {
        let names = session.names
        guard let type = names.graph.id(of: .iri(RDFVocabulary.type)) else {
            Listing(.init(title: "name"), .init(title: "class"), .init(title: "facts", isNumber: true))
                .print(on: session.console, empty: "no entities yet; .load reads reports")
            return
        }
        let classes = try call.arguments.first.map { (name) throws(Failure) in try classIDs(name, names) }
        let slice = names.graph.match(nil, type, nil)
        let remote = try session.endpoint.map { (endpoint) throws(Failure) in
            try EndpointCounts(endpoint, session).factsOfThings()
        }
        var found: [(facts: Int, name: String, type: String)] = []
        for index in 0..<slice.count {
            let triple = slice[index]
            guard names.isEntity(triple.subject) else { continue }
            guard classes?.contains(triple.object) ?? true else { continue }
            let facts = remote.map { $0[names.graph.term(triple.subject)] ?? 0 } ?? factCount(of: triple.subject, names)
            found.append((facts, names.label(triple.subject), names.label(triple.object)))
        }
        found.sort { ($1.facts, $0.name, $0.type) < ($0.facts, $1.name, $1.type) }
        var listing = Listing(.init(title: "name"), .init(title: "class"), .init(title: "facts", isNumber: true))
        listing.rows = found.map { [$0.name, $0.type, String($0.facts)] }
        listing.print(on: session.console, empty: "no entities of that class")
    }

    @Sendable static func statistics(session: Session, call: CommandCall) throws(Failure) {
        let remote = try session.endpoint.map { (endpoint) throws(Failure) in try EndpointCounts(endpoint, session) }
        let counts = try remote.map { (remote) throws(Failure) in try remote.summary() } ?? GraphCounts(session.names)
        var listing = Listing(.init(title: "what"), .init(title: "count", isNumber: true))
        listing.rows = [
            ["reports", counts.reports], ["entities", counts.entities], ["relations", counts.relations],
            ["facts", counts.facts], ["claims", counts.claims], ["claims that are no facts", counts.otherClaims],
            ["triples", remote?.triples ?? session.archive.graph.count],
        ].map { row in row.map { ($0 as? Int).map(Numbers.grouped) ?? "\($0)" } }
        listing.print(on: session.console, empty: "")
    }

    // MARK: Counting

    /// The relations that facts or claims have.
    private static func relationIDs(_ names: GraphNames) -> [TermID] {
        guard let type = names.graph.id(of: .iri(RDFVocabulary.type)),
            let property = names.graph.id(of: .iri(RDFVocabulary.property))
        else { return names.relations }
        let declared = names.graph.match(nil, type, property).subjects
        return Set((0..<declared.count).map { declared[$0] }).union(names.relations).sorted()
    }

    private static func claimCount(of relation: TermID, _ names: GraphNames) -> Int {
        names.graph.id(of: .iri(RDFVocabulary.predicate)).map { names.graph.count(nil, $0, relation) } ?? 0
    }

    private static func factCount(of entity: TermID, _ names: GraphNames) -> Int {
        var count = 0
        for slice in [names.graph.match(entity, nil, nil), names.graph.match(nil, nil, entity)] {
            for index in 0..<slice.count
            where names.isRelation(slice[index].predicate) { count += 1 }
        }
        return count
    }

    /// A class and those below it.
    private static func classIDs(_ name: String, _ names: GraphNames) throws(Failure) -> Set<TermID> {
        let graph = names.graph
        guard let type = graph.id(of: .iri(RDFVocabulary.type)), let classType = graph.id(of: .iri(RDFS.classType))
        else { return [] }
        let all = graph.match(nil, type, classType).subjects
        let ids = (0..<all.count).map { all[$0] }
        let wanted = singular(name.lowercased())
        guard let root = ids.first(where: { singular(names.label($0).lowercased()) == wanted }) else {
            let suggestion = Suggestion.nearest(to: name, among: ids.map(names.label)).map { "did you mean \"\($0)\"?" }
            throw Failure("no class is called \"\(name)\"" + (suggestion.map { "\n  \($0)" } ?? ""))
        }
        var found: Set<TermID> = [root]
        var open = [root]
        guard let below = graph.id(of: .iri(RDFS.subClassOf)) else { return found }
        while let upper = open.popLast() {
            let subjects = graph.match(nil, below, upper).subjects
            for index in 0..<subjects.count where found.insert(subjects[index]).inserted {
                open.append(subjects[index])
            }
        }
        return found
    }

    private static func singular(_ word: String) -> String {
        if word == "people" { return "person" }
        if word.hasSuffix("ies") { return word.dropLast(3) + "y" }
        return word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : word
    }
}
