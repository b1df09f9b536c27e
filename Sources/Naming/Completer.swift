import GraphStore
import QuerySyntax
import RDF

/// One way to go on with a text.
public struct Completion: Hashable, Sendable {
    /// What replaces `replaced`, quoted as the language needs it.
    public var text: String
    /// What it is: `relation, 12 facts`.
    public var detail: String
    /// What it replaces, in code points of the text before the cursor; it ends at the cursor.
    public var replaced: SourceRange
}

extension NameResolver {
    /// The ways to go on with a `.q` text, likeliest first: after a subject its relations, commonest first; after a
    /// relation its objects; after `is a` classes; and words of the language where they may stand.
    public func completions(before text: String, limit: Int = 100) -> [Completion] {
        let context = QCompletionContext(before: text)
        var found: [Completion] = []
        var seen: Set<String> = []
        for place in context.places {
            for completion in completions(at: place, context, limit: limit) where seen.insert(completion.text).inserted
            {
                found.append(completion)
                if found.count == limit { return found }
            }
        }
        return found
    }

    private func completions(
        at place: QCompletionContext.Place, _ context: QCompletionContext, limit: Int
    ) -> [Completion] {
        switch place.kind {
        case .statement: return words(StatementKeyword.allCases.map(\.rawValue) + ["who", "what"], place)
        case .connective:
            let words = [
                "and", "or", "not", "maybe", "if", "let", "having", "order by", "limit", "offset", "where", "asc",
                "desc",
            ]
            return place.prefix.isEmpty ? [] : self.words(words, place)
        case .qualifier:
            return words(QCompletionContext.qualifiers, place)
        case .variable:
            return context.variables.filter { matches($0, place.prefix) && $0 != place.prefix }
                .map { Completion(text: "?" + $0, detail: "variable", replaced: place.replaced) }
        case .parameter:
            return context.parameters.filter { matches($0, place.prefix) && $0 != place.prefix }
                .map { Completion(text: "$" + $0, detail: "parameter", replaced: place.replaced) }
        case .relation(let subject):
            return relations(of: term(of: subject)).filter { matchesPhrase($0.label, place.prefix) }.prefix(limit)
                .map {
                    Completion(text: $0.label, detail: "relation, \(Self.facts($0.count))", replaced: place.replaced)
                }
        case .classification:
            return classes().filter { matchesPhrase($0.label, place.prefix) }.prefix(limit)
                .map { Completion(text: $0.label, detail: "class of \($0.count)", replaced: place.replaced) }
        case .entity(let subject, let relation?): return objects(place, subject, relation, limit)
        case .entity(_, nil):
            guard !place.prefix.isEmpty || place.isQuoted else { return [] }
            return entities(beginningWith: place.prefix, limit: limit).map { name($0, place, count: nil) }
        }
    }

    private func objects(
        _ place: QCompletionContext.Place, _ subject: QTerm?, _ relation: Name, _ limit: Int
    ) -> [Completion] {
        guard let relationID = lookUp(relation).ids.first, lookUp(relation).ids.count == 1 else {
            guard !place.prefix.isEmpty else { return [] }
            return entities(beginningWith: place.prefix, limit: limit).map { name($0, place, count: nil) }
        }
        let prefix = NameForms.normalized(place.prefix)
        return objects(of: graph.term(relationID), subject: term(of: subject))
            .filter { place.prefix.isEmpty || NameForms.normalized($0.label).hasPrefix(prefix) }
            .prefix(limit)
            .map { name($0, place, count: $0.count) }
    }

    private func term(of subject: QTerm?) -> Term? {
        switch subject {
        case .name(let name):
            let hits = lookUp(name)
            return hits.ids.count == 1 ? hits.ids.first.map { graph.term($0) } : nil
        case .constant(let term): return term
        default: return nil
        }
    }

    private func name(_ counted: CountedName, _ place: QCompletionContext.Place, count: Int?) -> Completion {
        let detail: String
        switch counted.term {
        case .literal: detail = "text"
        default:
            let type = graph.id(of: counted.term).flatMap { candidate($0, .entity).type } ?? "name"
            detail = count.map { "\(type), \(Self.facts($0))" } ?? type
        }
        return Completion(
            text: QSpelling.term(counted.term, label: counted.label), detail: detail, replaced: place.replaced)
    }

    private func words(_ words: [String], _ place: QCompletionContext.Place) -> [Completion] {
        words.filter { matches($0, place.prefix) && $0 != place.prefix }
            .map { Completion(text: $0, detail: "word", replaced: place.replaced) }
    }

    private func matches(_ text: String, _ prefix: String) -> Bool {
        text.lowercased().hasPrefix(prefix.lowercased())
    }

    private func matchesPhrase(_ label: String, _ prefix: String) -> Bool {
        PhraseWords.normalized(label).hasPrefix(PhraseWords.normalized(prefix))
    }

    private static func facts(_ count: Int) -> String { count == 1 ? "1 fact" : "\(count) facts" }
}
