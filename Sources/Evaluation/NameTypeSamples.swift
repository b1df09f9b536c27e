import English
import Extraction

/// The names of a gold document with their types and what may tell them: what `Training/name_types.py` learns from.
public enum NameTypeSamples {
    /// A line for each name that is one in the gold layer too: document, sentence, gold type, our type, whether the model is to
    /// decide it, the name, the features.
    public static func lines(of document: EntityDocument, _ trees: [Sentence]) -> [String] {
        let types = Dictionary(
            document.mentions.map { (TokenReference(sentence: $0.sentence, token: $0.head), $0.type) },
            uniquingKeysWith: { first, _ in first })
        return MentionFinder.typeFeatures(in: trees.map(TreeRepair.repaired)).compactMap { one in
            guard let type = types[one.head] else { return nil }
            return
                ([document.name, String(one.head.sentence), type, one.type, one.isOpen ? "open" : "-", one.name]
                + one.features).joined(separator: "\t")
        }
    }
}
