import English
import Extraction
import GraphStore
import RDF

/// The text of a report that was read, with its sentences: those that claims stand in, and the others.
struct ReportText {
    /// The file's own bytes and what its header says.
    let report: Report
    /// The sentences in order, in code points, headlines and list items among them.
    let sentences: [Range<Int>]
    /// The sentences that begin a line.
    let lineStarts: Set<Int>

    init(_ report: Report) {
        self.report = report
        let found = Segmenter().sentences(of: report.readableText)
        sentences = found.map(\.range)
        lineStarts = Set(found.filter(\.startsLine).map(\.range.lowerBound))
    }

    /// The number of the sentence that holds a place, counted from 1; nil where there is none.
    func number(of place: Range<Int>) -> Int? {
        sentences.firstIndex { $0.contains(place.lowerBound) }.map { $0 + 1 }
    }

    /// The words of a sentence, on one line.
    func words(of sentence: Range<Int>) -> String {
        String(
            String.UnicodeScalarView(
                report.text[sentence].unicodeScalars.map { $0.properties.isWhitespace ? " " : DisplayWidth.shown($0) }))
    }
}

extension Session {
    /// The text of a report by its node; nil where its file is gone, has changed since, or was never read here.
    func reportText(_ node: TermID?, in names: GraphNames) -> ReportText? {
        guard let node, let source = names.text(node, DCTerms.source) else { return nil }
        let iri = names.graph.text(node)
        if let known = reportTexts[iri] { return known }
        for file in archive.reportFiles where file.source == source {
            guard let text = reportText(of: file), iri.hasSuffix(text.report.hash) else { continue }
            if reportTexts.count >= 32 { reportTexts = [:] }
            reportTexts[iri] = text
            return text
        }
        return nil
    }

    /// The text of a file that was read as a report; nil where it cannot be read any more.
    func reportText(of file: FoundFile) -> ReportText? {
        (try? ReportReader(date: reading.date).read(path: file.path, source: file.source)).map { ReportText($0) }
    }

    /// How evidence is shown here: as wide as the screen, sentences with their numbers.
    func evidenceView(_ names: GraphNames) -> EvidenceView {
        var view = EvidenceView(
            names: names, style: console.resultStyle, columns: settings.width ?? console.columns ?? 100)
        view.number = { [self] in reportText($0.report, in: names)?.number(of: $0.sentenceRange) }
        return view
    }
}
