import QuerySyntax
import RDF

extension Paraphrase {
    /// A query as a noun with relative clauses: “people who lead a country that backs something, with that thing”. Nil where
    /// its patterns do not hang together from the first thing shown, or hold more than patterns and comparisons.
    static func nouns(_ query: QQuery) -> String? {
        let shown: [Variable]
        switch query.form {
        case .bare: shown = query.shown
        case .find(_, let items):
            guard items.allSatisfy({ $0.expression == nil }) else { return nil }
            shown = items.map(\.variable)
        default: return nil
        }
        guard query.having.isEmpty, let head = shown.first, let body = query.body, body.branches.count == 1,
            var clauses = Clauses(body.branches[0])
        else { return nil }
        var text = clauses.plural(head)
        guard clauses.isSpent else { return nil }
        for condition in clauses.conditions { text += ", where " + words(condition) }
        let others = shown.dropFirst().map(clauses.named)
        if !others.isEmpty {
            text +=
                ", with "
                + (others.count == 1
                    ? others[0] : others.dropLast().joined(separator: ", ") + " and " + (others.last ?? ""))
        }
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    /// The patterns of a conjunction, each told once.
    private struct Clauses {
        private var patterns: [QPattern] = []
        private(set) var conditions: [Expression] = []
        private var classes: [Variable: String] = [:]
        private var told: Set<Variable> = []

        /// Nil where there is more than patterns of facts and comparisons.
        init?(_ units: [QUnit]) {
            for unit in units {
                switch unit {
                case .filter(let condition, _): conditions.append(condition)
                case .pattern(let pattern):
                    guard pattern.claim == nil, case .variable(let subject) = pattern.subject else { return nil }
                    switch pattern.relation {
                    case .isA:
                        guard case .name(let name) = pattern.object, classes[subject] == nil else { return nil }
                        classes[subject] = name.text
                    case .path: patterns.append(pattern)
                    case .variable: return nil
                    }
                default: return nil
                }
            }
        }

        /// Whether every pattern has been told.
        var isSpent: Bool { patterns.isEmpty }

        /// `people who lead …`, `those who hold hostages`, `things that …`.
        mutating func plural(_ variable: Variable) -> String {
            told.insert(variable)
            let isQuestion = ["who", "whom"].contains(variable.name)
            let noun =
                classes[variable].map(Self.plural) ?? (isQuestion || variable.name != "what" ? "those" : "things")
            return noun + relatives(of: variable, isPlural: true, isPerson: noun == "people" || noun == "those")
        }

        /// `a country that backs something`.
        private mutating func singular(_ variable: Variable) -> String {
            guard told.insert(variable).inserted else { return named(variable) }
            if classes[variable] == nil, !["who", "whom", "what"].contains(variable.name),
                !patterns.contains(where: { $0.subject == .variable(variable) })
            {
                return variable.name
            }
            let noun = classes[variable].map { (isVowel($0) ? "an " : "a ") + $0 }
            return (noun ?? (["who", "whom"].contains(variable.name) ? "somebody" : "something"))
                + relatives(of: variable, isPlural: false, isPerson: classes[variable] == "person")
        }

        private func isVowel(_ word: String) -> Bool { word.first.map { "aeiou".contains($0) } ?? false }

        /// How a thing is told of again: `that country`, `that thing`, `n`.
        func named(_ variable: Variable) -> String {
            if let name = classes[variable] { return "that \(name)" }
            switch variable.name {
            case "what": return "that thing"
            case "who", "whom": return "that one"
            default: return variable.name
            }
        }

        private mutating func relatives(of variable: Variable, isPlural: Bool, isPerson: Bool) -> String {
            var parts: [String] = []
            while let index = patterns.firstIndex(where: { $0.subject == .variable(variable) }) {
                let pattern = patterns.remove(at: index)
                guard case .path(let path) = pattern.relation else { continue }
                let verb = isPlural ? Self.pluralVerb(Paraphrase.words(path)) : Paraphrase.words(path)
                var object = Paraphrase.words(pattern.object)
                if case .variable(let other) = pattern.object { object = singular(other) }
                parts.append(verb + " " + object)
            }
            guard !parts.isEmpty else { return "" }
            return (isPerson ? " who " : " that ") + parts.joined(separator: " and ")
        }

        private static func plural(_ noun: String) -> String {
            if noun == "person" { return "people" }
            if noun.hasSuffix("y"), noun.count > 2, !"aeiou".contains(noun.dropLast().last ?? "a") {
                return noun.dropLast() + "ies"
            }
            return noun + (noun.hasSuffix("s") || noun.hasSuffix("ch") || noun.hasSuffix("x") ? "es" : "s")
        }

        /// `hold hostages` for `holds hostages`; forms of the past stay.
        private static func pluralVerb(_ phrase: String) -> String {
            var words = phrase.split(separator: " ", maxSplits: 1).map(String.init)
            guard let verb = words.first else { return phrase }
            switch verb {
            case "has": words[0] = "have"
            case "is": words[0] = "are"
            case "was": words[0] = "were"
            case "does": words[0] = "do"
            case _ where verb.hasSuffix("ies") && verb.count > 4: words[0] = verb.dropLast(3) + "y"
            case _ where ["sses", "shes", "ches", "xes", "oes"].contains(where: verb.hasSuffix):
                words[0] = String(verb.dropLast(2))
            case _ where verb.hasSuffix("s") && !verb.hasSuffix("ss"): words[0] = String(verb.dropLast())
            default: break
            }
            return words.joined(separator: " ")
        }
    }
}
