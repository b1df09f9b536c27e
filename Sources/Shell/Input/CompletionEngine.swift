import GraphStore
import QuerySyntax
import RDF

/// Works out what Tab offers: commands and their arguments, or what the graph holds at the cursor's place.
struct CompletionEngine {
    let session: Session

    private static let starters = [
        "find", "ask", "count", "about", "why", "who", "what", "expect", "param", "define", "add", "remove", "alias",
        "explain", "include", "output", "help", "quit",
    ]
    private static let continuations = ["and", "or", "not", "maybe", "order by", "limit", "offset"]
    private static let candidateLimit = 400
    /// How many objects are labelled to be compared with what was typed.
    private static let labelLimit = 10_000

    /// What may stand behind a text.
    func complete(_ text: String) -> Completion {
        let items = StatementScanner.items(in: text)
        let line = text.split(separator: "\n", omittingEmptySubsequences: false).last.map(String.init) ?? ""
        if let last = items.last, last.isCommand, line.drop(while: \.isWhitespace).hasPrefix(".") {
            return completeCommand(String(line.drop(while: \.isWhitespace)))
        }
        let isOpen = items.last.map { !$0.isClosed && !$0.isCommand } ?? false
        // What the scanner trims away tells whether a word has ended.
        let ending = text.reversed().prefix { $0 == " " || $0 == "\t" || $0 == "\n" }
        let statement = isOpen ? (items.last?.text ?? "") + String(ending.isEmpty ? "" : " ") : ""
        return completeStatement(statement)
    }

    // MARK: Statements

    private func completeStatement(_ text: String) -> Completion {
        let context = CompletionContext(text)
        let names = session.names
        let labels = LabelSearch(names)
        switch context.place {
        case .nothing:
            return .none
        case .variable:
            let known = context.variables + (context.typed.first == "$" ? session.parameterNames : [])
            let matching = known.filter { $0.hasPrefix(context.typed) }
            return Completion(replacing: context.typed, matching.map { Completion.Candidate($0) })
        case .statement:
            var found = keywords(Self.starters, context.typed)
            found += entities(context.typed, labels, names)
            return Completion(replacing: context.typed, found)
        case .subject:
            // A pattern may carry over the subject of the one before it, and then begins with its relation.
            let isPhrase = context.typed.first?.isLowercase ?? true
            let relations = isPhrase ? relations(context.typed, subject: nil, labels, names).candidates : []
            return Completion(
                replacing: context.typed,
                unique(
                    relations + entities(context.typed, labels, names)
                        + keywords(["not", "maybe", "if", "let"], context.typed)))
        case .classification:
            let matches = labels.matches(context.typed, .classification)
            return Completion(replacing: context.typed, unique(matches.map { Completion.Candidate($0.label) }))
        case .relation(let subject):
            return relations(context.typed, subject: subject, labels, names)
        case .object(let subject, let relation):
            return objects(context.typed, subject: subject, relation: relation, labels, names)
        }
    }

    private func keywords(_ words: [String], _ typed: String) -> [Completion.Candidate] {
        guard !typed.isEmpty else { return [] }
        return words.filter { $0.hasPrefix(typed.lowercased()) }.map { Completion.Candidate($0) }
    }

    private func entities(_ typed: String, _ labels: LabelSearch, _ names: GraphNames) -> [Completion.Candidate] {
        let bare = typed.filter { $0 != "\"" && $0 != "“" }
        guard !bare.isEmpty || typed != bare else { return [] }
        return unique(
            labels.matches(bare, .entity).map { entry in
                name(entry.label, note: names.type(entry.id) ?? "", isQuoted: typed != bare)
            })
    }

    /// The relations that the subject has, with the number of its facts, commonest first; of no known subject, all.
    private func relations(
        _ typed: String, subject: String?, _ labels: LabelSearch, _ names: GraphNames
    ) -> Completion {
        let wanted = typed.lowercased()
        if typed.last == " " {
            let phrase = String(typed.dropLast())
            if relation(phrase, labels, names) != nil {
                let found = objects("", subject: subject, relation: phrase, labels, names)
                if !found.candidates.isEmpty { return found }
            }
        }
        let ids = subject.map { labels.things(called: $0, .entity) } ?? []
        var own: [(label: String, count: Int)] = []
        for id in ids { own += names.relationCounts(subject: id) }
        if own.isEmpty {
            own = names.relations.map { (names.label($0), names.graph.statistics($0).count) }
            own.sort { ($1.count, $0.label) < ($0.count, $1.label) }
        }
        var found = own.filter { $0.label.lowercased().hasPrefix(wanted) }.map {
            Completion.Candidate($0.label, note: String($0.count))
        }
        if "is a".hasPrefix(wanted) { found.append(Completion.Candidate("is a")) }
        if found.isEmpty {
            // Other words for a relation, and relations that only claims have.
            found = labels.matches(typed, .relation).map { Completion.Candidate($0.label) }
        }
        found += keywords(Self.continuations, typed)
        return Completion(replacing: typed, unique(found))
    }

    /// The objects that the relation has, of the subject where it is known.
    private func objects(
        _ typed: String, subject: String?, relation phrase: String, _ labels: LabelSearch, _ names: GraphNames
    ) -> Completion {
        guard let relation = relation(phrase, labels, names) else {
            return Completion(replacing: typed, entities(typed, labels, names))
        }
        let bare = typed.filter { $0 != "\"" && $0 != "“" }.lowercased()
        let subjects = subject.map { labels.things(called: $0, .entity) } ?? []
        var counts: [TermID: Int] = [:]
        for slice in subjects.isEmpty
            ? [names.graph.match(nil, relation, nil)] : subjects.map({ names.graph.match($0, relation, nil) })
        {
            let objects = slice.objects
            for offset in 0..<min(objects.count, 20_000) { counts[objects[offset], default: 0] += 1 }
        }
        // Labels are made for those that may be shown only: a relation may have a hundred thousand objects.
        let commonest = counts.filter { names.graph.kind($0.key) == .iri || names.graph.numericValue($0.key) != nil }
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .prefix(bare.isEmpty ? 2 * Self.candidateLimit : Self.labelLimit)
        let ranked = commonest.map { (id: $0.key, label: names.label($0.key), count: $0.value) }
            .filter { $0.label.lowercased().hasPrefix(bare) }
            .sorted { ($1.count, $0.label) < ($0.count, $1.label) }
        let found = ranked.prefix(Self.candidateLimit).map { object in
            names.graph.kind(object.id) == .iri
                ? name(object.label, note: names.type(object.id) ?? "", isQuoted: typed.first == "\"")
                : Completion.Candidate(object.label)
        }
        if found.isEmpty, !typed.isEmpty {
            return Completion(
                replacing: typed, entities(typed, labels, names) + keywords(Self.continuations, typed))
        }
        return Completion(replacing: typed, unique(found))
    }

    private func relation(_ phrase: String, _ labels: LabelSearch, _ names: GraphNames) -> TermID? {
        labels.things(called: phrase, .relation).first
            ?? names.relations.first { names.label($0).lowercased() == phrase.lowercased() }
    }

    /// A name as it is written in a query: in quotes where it would not be read as one.
    private func name(_ label: String, note: String, isQuoted: Bool) -> Completion.Candidate {
        if !isQuoted, Self.isPlainName(label) { return Completion.Candidate(label, note: note) }
        return Completion.Candidate("\"\(label)", note: note, suffix: "\" ")
    }

    /// Whether a label is read as a name without quotes: words that each begin with a capital.
    static func isPlainName(_ label: String) -> Bool {
        let words = label.split(separator: " ", omittingEmptySubsequences: false)
        return words.allSatisfy { word in
            word.first?.isUppercase == true
                && word.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "." || $0 == "'" || $0 == "’" }
        }
    }

    func unique(_ candidates: [Completion.Candidate]) -> [Completion.Candidate] {
        var seen: Set<String> = []
        return Array(candidates.filter { seen.insert($0.text).inserted }.prefix(Self.candidateLimit))
    }
}
