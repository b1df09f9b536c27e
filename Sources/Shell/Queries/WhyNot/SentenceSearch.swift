import Extraction
import GraphStore
import Naming
import RDF

/// Finds the sentence that comes nearest to telling something, among all sentences of the reports.
struct SentenceSearch {
    /// A sentence with how much of the question it tells.
    struct Hit {
        /// The words.
        var text: String
        /// Its place in the report, in code points.
        var range: Range<Int>
        /// The report's node; nil where the graph does not hold it.
        var report: TermID?
        /// Where the report was read.
        var source: String
        /// How much of subject, relation and object it holds, each from 0 to 1.
        var subject: Double
        var relation: Double
        var object: Double

        /// Whether subject and object both are in it.
        var namesBoth: Bool { subject >= 1 && object >= 1 }
        /// What ranks hits.
        var score: Double { 3 * subject + 3 * object + 2 * relation }
    }

    private let subject: [[String]]
    private let relation: [[String]]
    private let object: [[String]]

    /// A search for what a question asks.
    init(_ question: WhyNotQuestion) {
        subject = Self.forms(question.subject)
        relation = Self.forms(question.relation)
        object = Self.forms(question.object)
    }

    /// A search for the sentence that holds most of some words.
    init(words: [String]) {
        subject = []
        relation = [words.flatMap { Self.stems($0) }].filter { !$0.isEmpty }
        object = []
    }

    /// The sentence nearest to the question: of the reports' files where they can be read, and of the graph; nil where no
    /// sentence holds a word of it.
    ///
    /// - Throws: `Failure` when Ctrl-C stops it.
    func nearest(in session: Session, _ names: GraphNames) throws(Failure) -> (hit: Hit?, sentences: Int) {
        var best: Hit?
        var count = 0
        var seen: Set<String> = []
        func look(_ text: String, _ range: Range<Int>, _ report: TermID?, _ source: String) {
            count += 1
            guard let hit = hit(text, range, report, source), hit.score > best?.score ?? 0 else { return }
            best = hit
        }
        for file in session.archive.reportFiles.sorted(by: { ($0.source, $0.path) < ($1.source, $1.path) }) {
            guard !Interrupt.isPending else { throw Failure("stopped", status: .interrupted) }
            guard let text = session.reportText(of: file), seen.insert(text.report.hash).inserted else { continue }
            let node = names.graph.id(of: .iri(names.vocabulary.report + text.report.hash))
            for range in text.sentences { look(text.report.text[range], range, node, file.source) }
        }
        for sentence in graphSentences(names, except: seen) {
            look(sentence.text, sentence.range, sentence.report, sentence.source)
        }
        return (best, count)
    }

    /// The sentences that the graph holds of reports that are no files here, in order.
    private func graphSentences(
        _ names: GraphNames, except known: Set<String>
    ) -> [(text: String, range: Range<Int>, report: TermID, source: String)] {
        guard let context = names.graph.id(of: .iri(NIF.referenceContext)) else { return [] }
        let slice = names.graph.match(nil, context, nil)
        var found: [(text: String, range: Range<Int>, report: TermID, source: String)] = []
        for index in 0..<slice.count {
            let triple = slice[index]
            let report = names.graph.text(triple.object)
            guard !known.contains(String(report.dropFirst(names.vocabulary.report.count))),
                let text = names.text(triple.subject, NIF.anchorOf),
                let begin = names.integer(triple.subject, NIF.beginIndex),
                let end = names.integer(triple.subject, NIF.endIndex), begin <= end
            else { continue }
            found.append((text, begin..<end, triple.object, names.text(triple.object, DCTerms.source) ?? report))
        }
        return found.sorted { ($0.source, $0.range.lowerBound) < ($1.source, $1.range.lowerBound) }
    }

    // MARK: Words

    private func hit(_ text: String, _ range: Range<Int>, _ report: TermID?, _ source: String) -> Hit? {
        let stems = Set(Self.stems(text))
        func share(_ forms: [[String]]) -> Double {
            forms.map { form in Double(form.count { stems.contains($0) }) / Double(form.count) }.max() ?? 0
        }
        let hit = Hit(
            text: text, range: range, report: report, source: source, subject: share(subject),
            relation: share(relation), object: share(object))
        return hit.score > 0 ? hit : nil
    }

    /// The stems of each form of a place, without the words that stand in every sentence.
    private static func forms(_ place: WhyNotQuestion.Place) -> [[String]] {
        var forms = place.forms.map { stems($0).filter { !functionWords.contains($0) } }.filter { !$0.isEmpty }
        // Names go on by their last word: Benjamin Netanyahu, then Netanyahu.
        if place.forms.first?.first?.isUppercase == true, let name = forms.first, name.count == 2 || name.count == 3 {
            forms.append([name[name.count - 1]])
        }
        return forms
    }

    private static let functionWords = Set(
        "the a an of to in on at for by with and or that this is are was were be been has have had it its his her their"
            .split(separator: " ").map { NameFolding.stem(String($0)) })

    /// The words of a text by their stems; a number without the commas in it.
    private static func stems(_ text: String) -> [String] {
        var words: [String] = []
        var word = ""
        func close() {
            if !word.isEmpty { words.append(NameFolding.stem(word)) }
            word = ""
        }
        let characters = Array(NameFolding.folded(text))
        for (index, character) in characters.enumerated() {
            if character.isLetter || character.isNumber {
                word.append(character)
            } else if character == "," || character == ".", word.last?.isNumber == true, index + 1 < characters.count,
                characters[index + 1].isNumber
            {
                if character == "." { word.append(character) }
            } else {
                close()
            }
        }
        close()
        return words
    }
}
