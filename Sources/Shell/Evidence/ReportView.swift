import Extraction
import GraphStore
import RDF

extension Session {
    /// Shows a report with a claim's sentence marked: all of it where its file can be read, else the sentences that the
    /// graph holds. A pager opens where the sentence stands.
    func showReport(around evidence: Evidence, in graph: Graph) throws(Failure) {
        let names = GraphNames(graph: graph, vocabulary: archive.vocabulary)
        let view = evidenceView(names)
        var text = console.resultStyle(.heading, evidence.source) + "\n"
        var place: Int?
        func add(_ piece: String, isMarked: Bool) {
            if isMarked { place = text.utf8.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) } }
            text += piece
        }
        if let report = reportText(evidence.report, in: names) {
            for range in report.sentences {
                if report.lineStarts.contains(range.lowerBound) { text += "\n" }
                let isMarked = range.contains(evidence.sentenceRange.lowerBound)
                add(isMarked ? view.quotation(evidence) : view.plain(report.words(of: range)), isMarked: isMarked)
            }
        } else {
            if let title = evidence.report.flatMap({ names.text($0, DCTerms.title) }) { text += title + "\n" }
            text += console.resultStyle(.dim, "the sentences that the graph holds") + "\n\n"
            for sentence in sentences(of: evidence.report, names) {
                let isMarked = sentence.range == evidence.sentenceRange
                add(isMarked ? view.quotation(evidence) : view.plain(sentence.text), isMarked: isMarked)
            }
        }
        console.present(Array(text.utf8), at: place)
        try flushResults()
    }

    private func sentences(of report: TermID?, _ names: GraphNames) -> [(range: Range<Int>, text: String)] {
        guard let report, let context = names.graph.id(of: .iri(NIF.referenceContext)) else { return [] }
        let nodes = names.graph.match(nil, context, report).subjects
        var sentences: [(range: Range<Int>, text: String)] = []
        for index in 0..<nodes.count {
            guard let text = names.text(nodes[index], NIF.anchorOf),
                let begin = names.integer(nodes[index], NIF.beginIndex),
                let end = names.integer(nodes[index], NIF.endIndex), begin <= end
            else { continue }
            sentences.append((begin..<end, text))
        }
        return sentences.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
}
