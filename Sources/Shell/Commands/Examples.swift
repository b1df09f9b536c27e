import GraphStore
import RDF

/// The words that examples are made of: a name, relations and a number of what is loaded, so that what help shows can be
/// typed as it stands; made-up ones where nothing is loaded.
package struct Examples: Sendable {
    private var words: [String: String]

    /// Made-up words, for manuals.
    package static let neutral = Examples([
        "name": "Ada Okoro", "relation": "met", "object": "Lars Lind", "number subject": "\"the union\"",
        "number relation": "holds", "word": "met", "claim": "\"the union\" accepted ?what",
    ])

    private init(_ words: [String: String]) { self.words = words }

    /// The words of what a graph holds.
    init(_ names: GraphNames) {
        self = .neutral
        guard let pair = Self.fact(names, wantsNumber: false) else { return }
        words["name"] = Self.written(pair.subject)
        words["relation"] = pair.relation
        words["object"] = Self.written(pair.object)
        words["word"] = pair.relation.split(separator: " ").first.map(String.init)
        words["claim"] = "\(Self.written(pair.subject)) ?does ?what"
        if let number = Self.fact(names, wantsNumber: true) {
            words["number subject"] = Self.written(number.subject)
            words["number relation"] = number.relation
        } else {
            words["number relation"] = pair.relation
            words["number subject"] = Self.written(pair.subject)
        }
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

    /// The first fact, by its relation's label, whose object is a number or a name; names that need no quotes come first.
    private static func fact(
        _ names: GraphNames, wantsNumber: Bool
    ) -> (relation: String, subject: String, object: String)? {
        var fallback: (String, String, String)?
        let relations = names.relations.map { (label: names.label($0), id: $0) }.sorted { $0.label < $1.label }
        for relation in relations where relation.label != "has role" && relation.label != "has count" {
            let slice = names.graph.match(nil, relation.id, nil)
            for index in 0..<min(slice.count, 50) {
                let triple = slice[index]
                let isNumber = names.graph.numericValue(triple.object) != nil
                guard isNumber == wantsNumber, isNumber || names.graph.kind(triple.object) == .iri else { continue }
                let found = (relation.label, names.label(triple.subject), names.label(triple.object))
                let isPlain = CompletionEngine.isPlainName(found.1)
                if isPlain, isNumber || CompletionEngine.isPlainName(found.2) { return found }
                if fallback == nil || isPlain && !CompletionEngine.isPlainName(fallback?.1 ?? "") { fallback = found }
            }
        }
        return fallback
    }
}
