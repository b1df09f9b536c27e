import GraphStore
import RDF

/// The words that examples are made of: a name, relations and a number of what is loaded, so that what help shows can be
/// typed as it stands; made-up ones where nothing is loaded.
package struct Examples: Sendable {
    private var words: [String: String]

    /// Made-up words, for manuals.
    package static let neutral = Examples([
        "name": "Ada Okoro", "relation": "met", "object": "Lars Lind", "number subject": "\"the union\"",
        "number relation": "holds", "word": "met", "report": "harbour.txt",
        "claim": "\"the union\" accepted ?what",
    ])

    private init(_ words: [String: String]) { self.words = words }

    /// The words of what a graph holds, and one of the reports that were read.
    init(_ names: GraphNames, report: String? = nil) {
        self = .neutral
        if let report { words["report"] = report }
        let telling = TellingFacts(names)
        guard let pair = telling.joining ?? telling.counting else { return }
        words["name"] = Self.written(pair.subject)
        words["relation"] = pair.relation
        words["object"] = pair.isNumber ? pair.object : Self.written(pair.object)
        words["word"] = pair.relation.split(separator: " ").first.map(String.init)
        words["claim"] = "\(Self.written(pair.subject)) ?does ?what"
        let number = telling.counting ?? pair
        words["number subject"] = Self.written(number.subject)
        words["number relation"] = number.relation
    }

    /// A text with words in place of what stands in braces: `.graph {name} 2`.
    package func fill(_ template: String) -> String {
        var text = template
        for (key, word) in words.sorted(by: { $0.key < $1.key }) { text = text.replacing("{\(key)}", with: word) }
        return text
    }

    private static func written(_ label: String) -> String {
        CompletionEngine.isPlainName(label) ? label : "\"\(label)\""
    }
}
