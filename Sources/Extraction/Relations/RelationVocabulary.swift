import CRelations
import RDF

/// The relations that have a name, with the patterns that find them: `relations.tsv`, and files of the user's own.
public struct RelationVocabulary: Sendable {
    /// The relations, in the order of the file.
    package private(set) var relations: [Relation] = []
    /// Patterns of verbs by the verb's lemma, the most specific first.
    package private(set) var verbPatterns: [String: [RelationPattern]] = [:]
    /// Patterns of nouns by the noun's lemma (`*`: any), the most specific first.
    package private(set) var nounPatterns: [String: [RelationPattern]] = [:]
    /// Patterns of hyphenated participles by the participle (`backed`).
    package private(set) var hyphenPatterns: [String: [RelationPattern]] = [:]
    /// Patterns of compound nouns with an open first part (`*_visit`), by the noun.
    package private(set) var compoundPatterns: [String: [RelationPattern]] = [:]

    private var indices: [String: Int] = [:]

    /// A vocabulary without relations.
    public init() {}

    /// The project's own vocabulary, read once.
    public static let embedded: RelationVocabulary = {
        let bytes = UnsafeBufferPointer(start: tercet_relations_start(), count: tercet_relations_count)
        var vocabulary = RelationVocabulary()
        let errors = vocabulary.add(String(decoding: bytes, as: UTF8.self), source: "relations.tsv")
        precondition(errors.isEmpty, "the vocabulary built in is malformed")
        return vocabulary
    }()

    /// The names of all relations, in the order of the file.
    public var names: [String] { relations.map(\.name) }

    /// The relation with a name.
    package func relation(named name: String) -> Relation? { indices[name].map { relations[$0] } }

    /// The relations that a verb finds whatever stands around it: how `approved` in a query leads to `accepted`.
    public func relations(ofBareVerb lemma: String) -> [String] {
        (verbPatterns[lemma] ?? []).filter {
            $0.words.isEmpty && $0.preposition == nil && $0.complement == .none && $0.restriction.isEmpty
                && !$0.isSwapped
        }.map { relations[$0.relation].name }
    }

    /// Adds the relations of a file; a relation that exists gets the file's patterns besides its own.
    ///
    /// Lines that are not well formed are left out and told, each with its line and column; the others count.
    /// - Parameters:
    ///   - text: the file: tab-separated columns relation, domain, range, patterns, and up to three more.
    ///   - source: its name, for the errors.
    /// - Returns: what is wrong with it, a line each; empty when all is well.
    public mutating func add(_ text: String, source: String) -> [SyntaxError] {
        var errors: [SyntaxError] = []
        var number = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            var line = line
            if line.last == "\r" { line = line.dropLast() }
            if line.isEmpty || line.hasPrefix("#") || line.hasPrefix("relation\t") { continue }
            do {
                let parsed = try RelationLine(String(line), number: number, source: source)
                insert(parsed)
            } catch {
                errors.append(error)
            }
        }
        sortPatterns()
        return errors
    }

    private mutating func insert(_ line: RelationLine) {
        let index: Int
        if let known = indices[line.relation.name] {
            index = known
        } else {
            index = relations.count
            relations.append(line.relation)
            indices[line.relation.name] = index
        }
        for var pattern in line.verbs {
            pattern.relation = index
            if verbPatterns[pattern.head, default: []].contains(pattern) { continue }
            verbPatterns[pattern.head, default: []].append(pattern)
        }
        for var pattern in line.nouns {
            pattern.relation = index
            if pattern.head.hasPrefix("*-") {
                hyphenPatterns[String(pattern.head.dropFirst(2)), default: []].append(pattern)
            } else if pattern.words.first == "*" {
                compoundPatterns[pattern.head, default: []].append(pattern)
            } else if !nounPatterns[pattern.head, default: []].contains(pattern) {
                nounPatterns[pattern.head, default: []].append(pattern)
            }
        }
    }

    private mutating func sortPatterns() {
        // Stable: patterns of one weight keep the order of the file, so that an earlier relation wins.
        for (head, patterns) in verbPatterns { verbPatterns[head] = RelationVocabulary.sorted(patterns) }
        for (head, patterns) in nounPatterns { nounPatterns[head] = RelationVocabulary.sorted(patterns) }
    }

    private static func sorted(_ patterns: [RelationPattern]) -> [RelationPattern] {
        patterns.enumerated().sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }.map(\.element)
    }
}
