import English
import Foundation

/// Gold sentences of the treebanks in `TERCET_DATA` (default: `../shared`), for tests that measure.
struct Treebank {
    let sentences: [Sentence]

    /// The folder of treebanks; nil where there is none.
    static let folder: String? = {
        let data = ProcessInfo.processInfo.environment["TERCET_DATA"] ?? "../shared"
        let folder = data + "/treebanks"
        return FileManager.default.fileExists(atPath: folder) ? folder : nil
    }()

    /// Every `stride`th sentence of a file of the folder.
    init(_ name: String, stride: Int = 1) throws {
        let text = try String(contentsOfFile: (Treebank.folder ?? "") + "/" + name, encoding: .utf8)
        var sentences: [Sentence] = []
        var tokens: [Token] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
            if columns.count == 10, Int(columns[0]) != nil {
                tokens.append(
                    Token(
                        form: String(columns[1]), range: 0..<0, upos: String(columns[3]), xpos: String(columns[4]),
                        head: (Int(columns[6]) ?? 0) - 1, relation: String(columns[7])))
            } else if line.isEmpty && !tokens.isEmpty {
                sentences.append(Sentence(range: 0..<0, tokens: tokens))
                tokens = []
            }
        }
        self.sentences = sentences.enumerated().filter { $0.offset % stride == 0 }.map(\.element)
    }

    /// The same words without tags and trees.
    var bare: [Sentence] {
        sentences.map { sentence in
            Sentence(range: 0..<0, tokens: sentence.tokens.map { Token(form: $0.form, range: 0..<0) })
        }
    }
}

/// Percentages of right tags and arcs, as the CoNLL 2018 evaluation counts them: subtypes ignored, punctuation counted.
struct TreeScore: CustomStringConvertible {
    var universalTags = 0.0
    var unlabelled = 0.0
    var labelled = 0.0

    init(gold: [Sentence], predicted: [Sentence]) {
        var count = 0.0
        for (gold, predicted) in zip(gold.flatMap(\.tokens), predicted.flatMap(\.tokens)) {
            count += 1
            if gold.upos == predicted.upos { universalTags += 1 }
            guard gold.head == predicted.head else { continue }
            unlabelled += 1
            if gold.relation.prefix(while: { $0 != ":" }) == predicted.relation.prefix(while: { $0 != ":" }) {
                labelled += 1
            }
        }
        universalTags *= 100 / count
        unlabelled *= 100 / count
        labelled *= 100 / count
    }

    var description: String {
        String(format: "UPOS %.2f UAS %.2f LAS %.2f", universalTags, unlabelled, labelled)
    }
}
