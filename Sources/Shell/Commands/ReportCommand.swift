import Extraction
import GraphStore
import RDF

/// `.report FILE [-o PAGE.html]`: a report with its things and facts marked, on the screen or as one page.
enum ReportCommand {
    @Sendable static func run(session: Session, call: CommandCall) throws(Failure) {
        var words = call.arguments
        var path: String?
        if let index = words.firstIndex(of: "-o") {
            guard index + 1 < words.count else { throw Failure("after -o a file is expected: .report a.txt -o a.html") }
            path = words[index + 1]
            words.removeSubrange(index...index + 1)
        }
        let page = try page(words.joined(separator: " "), session)
        guard let path else {
            session.console.present(Array(page.terminal(style: session.console.resultStyle).utf8))
            try session.flushResults()
            return
        }
        do throws(FileError) {
            try Files.write(Array(page.html().utf8), to: path)
        } catch {
            throw Failure("\(error)", status: .unreadable)
        }
        session.console.hint("written to \(path)")
    }

    private static func page(_ name: String, _ session: Session) throws(Failure) -> ReportPage {
        let files = session.archive.reportFiles
        let found = files.filter { name.isEmpty || $0.path == name || $0.source == name || $0.source.contains(name) }
        guard found.count == 1 || found.contains(where: { $0.source == name }),
            let file = found.first(where: { $0.source == name }) ?? found.first
        else {
            guard !found.isEmpty else {
                throw Failure(
                    files.isEmpty
                        ? "no report was read in this session: its text is needed"
                        : "no report is called \"\(name)\"\n  "
                            + (Suggestion.nearest(to: name, among: files.map(\.source)).map { "did you mean \($0)?" }
                                ?? "there are " + files.prefix(5).map(\.source).joined(separator: ", ")))
            }
            throw Failure(
                "\(found.count) reports match: " + found.prefix(5).map(\.source).joined(separator: ", ")
                    + (found.count > 5 ? " …" : ""))
        }
        let report: Report
        do throws(ReportError) {
            report = try ReportReader(date: session.reading.date).read(path: file.path, source: file.source)
        } catch {
            throw Failure("\(error)", status: .unreadable)
        }
        let names = session.names
        var evidence: [Evidence] = []
        let node = names.graph.id(of: .iri(names.vocabulary.report + report.hash))
        if let node, let context = names.graph.id(of: .iri(NIF.referenceContext)),
            let derived = names.graph.id(of: .iri(PROV.wasDerivedFrom))
        {
            let sentences = names.graph.match(nil, context, node).subjects
            for index in 0..<sentences.count {
                let claims = names.graph.match(nil, derived, sentences[index]).subjects
                for place in 0..<claims.count {
                    if let item = Evidence(claim: claims[place], in: names) { evidence.append(item) }
                }
            }
        }
        evidence.sort {
            ($0.sentenceRange.lowerBound, $0.words.lowerBound, $0.words.upperBound, $0.claim)
                < ($1.sentenceRange.lowerBound, $1.words.lowerBound, $1.words.upperBound, $1.claim)
        }
        return ReportPage(session.pipeline.analyze(report), evidence: evidence, names: names)
    }
}
