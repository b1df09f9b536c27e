import Extraction
import GraphStore
import RDF

/// `.retract REPORT`: takes a report out, and says what fell with it and what others say too.
enum RetractCommand {
    @Sendable static func run(session: Session, call: CommandCall) throws(Failure) {
        try retract(call.arguments.joined(separator: " "), in: session)
    }

    /// The name in `remove report "a.txt"`, or nil for any other statement.
    static func name(inStatement text: String) -> String? {
        var words = text.split(whereSeparator: \.isWhitespace)
        guard words.count > 2, words[0].lowercased() == "remove", words[1].lowercased() == "report" else { return nil }
        words.removeFirst(2)
        var name = words.joined(separator: " ")
        while name.hasSuffix(";") || name.hasSuffix(" ") { name.removeLast() }
        for quote in ["\"", "'"] where name.count > 1 && name.hasPrefix(quote) && name.hasSuffix(quote) {
            name = String(name.dropFirst().dropLast())
        }
        return name
    }

    /// Takes out the report of a name.
    static func retract(_ name: String, in session: Session) throws(Failure) {
        let files = session.archive.reportFiles
        var found = files.filter { $0.source == name || $0.path == name }
        if found.isEmpty { found = files.filter { $0.source.contains(name) } }
        guard let file = found.first else {
            throw Failure(
                files.isEmpty
                    ? "no report is loaded"
                    : "no report is called \"\(name)\"\n  there are "
                        + files.prefix(5).map(\.source).joined(separator: ", ") + (files.count > 5 ? " …" : ""))
        }
        guard found.count == 1 else {
            throw Failure(
                "\(found.count) reports match \"\(name)\": " + found.prefix(5).map(\.path).joined(separator: ", ")
                    + (found.count > 5 ? " …" : ""))
        }
        let told = facts(of: file, in: session)
        session.resolver?.release()
        _ = session.archive.retract(path: file.path)
        session.archive.refresh()
        let results = session.console.results
        let style = session.console.resultStyle
        for fact in told where fact.others.isEmpty { results.write(style(.error, "− \(fact.text)") + "\n") }
        for fact in told where !fact.others.isEmpty {
            let more = fact.others.count > 3 ? " and \(fact.others.count - 3) more" : ""
            results.write("  \(fact.text)  stays: \(fact.others.prefix(3).joined(separator: ", "))\(more)\n")
        }
        try session.flushResults()
        let stayed = told.count { !$0.others.isEmpty }
        session.console.hint(
            "\(file.source) taken out: \(Numbers.counted(told.count - stayed, "fact")) fell, \(stayed) "
                + (stayed == 1 ? "stays" : "stay") + " because other reports say so")
    }

    private struct ToldFact: Hashable {
        var text: String
        /// Where else it is told.
        var others: [String]
    }

    /// What a report asserts, and who asserts it besides.
    private static func facts(of file: FoundFile, in session: Session) -> [ToldFact] {
        let names = session.names
        let graph = names.graph
        guard let key = session.archive.key(path: file.path),
            let report = graph.id(of: .iri(names.vocabulary.report + key.hash)),
            let context = graph.id(of: .iri(NIF.referenceContext)),
            let derived = graph.id(of: .iri(PROV.wasDerivedFrom))
        else { return [] }
        // The same text under another name tells all of it too.
        let twins = session.archive.reportFiles.filter {
            $0 != file && session.archive.key(path: $0.path)?.hash == key.hash
        }.map(\.source)
        var seen: Set<IDTriple> = []
        var facts: [ToldFact] = []
        let sentences = graph.match(nil, context, report).subjects
        for index in 0..<sentences.count {
            let claims = graph.match(nil, derived, sentences[index]).subjects
            for place in 0..<claims.count {
                guard let evidence = Evidence(claim: claims[place], in: names), evidence.isFact,
                    let subject = evidence.subject, let relation = evidence.relation, let object = evidence.object
                else { continue }
                let fact = IDTriple(subject, relation, object)
                guard graph.contains(fact), seen.insert(fact).inserted else { continue }
                let others = Evidence.ofFact(fact, in: names).filter { $0.isFact && $0.report != report }.map(\.source)
                let text = "\(names.label(subject)) \(names.label(relation)) \(names.label(object))"
                facts.append(ToldFact(text: text, others: Set(others + twins).sorted()))
            }
        }
        return facts.sorted { $0.text < $1.text }
    }
}
