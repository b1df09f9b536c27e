import GraphStore
import Naming
import QuerySyntax
import RDF

/// Puts a question in plain English into the query language, by the names and relations that the graph holds.
struct QuestionReader {
    /// A query, and whether every word that matters went into it.
    struct Reading {
        var query: String
        /// The words that went nowhere.
        var unread: [String]
        /// What else stands in the way: a name that several things have.
        var problem: String?
    }

    let session: Session
    private let names: GraphNames

    init(_ session: Session) {
        self.session = session
        names = session.names
    }

    /// The query that a question means; nil where nothing of it is known here.
    func read(_ text: String) -> Reading? {
        guard let question = QuestionWords(text, isClass: isClass) else { return nil }
        if question.kind == .description { return description(question) }
        if let said = said(question) { return said }
        let words = question.words
        guard let relation = relation(for: question) else { return nil }
        func isOfRelation(_ word: QuestionWords.Word) -> Bool { relation.stems.contains(word.stem) }
        // `How many hostages does Hamas hold?`: what is counted stands before who has it.
        let place =
            (question.kind == .number ? words.lastIndex(where: isOfRelation) : words.firstIndex(where: isOfRelation))
            ?? words.count
        let isPassive = question.mayBePassive && words.contains { $0.folded == "by" }
        if let problem = ambiguity(in: words) { return Reading(query: "", unread: [], problem: problem) }
        var unread: [String] = []
        let before = self.names(in: Array(words[..<place]), relation, &unread)
        let after = self.names(in: Array(words[place...]), relation, &unread)
        var (subjects, objects) = isPassive ? (after, before) : (before, after)
        // `What did Hamas accept?`, `Which plan did Hamas accept?`: the one name is who does it.
        if question.asksForObject, subjects.isEmpty, !objects.isEmpty { swap(&subjects, &objects) }
        return reading(question, relation, subjects.first, objects.first, unread + extra(subjects, objects))
    }

    private func extra(_ subjects: [String], _ objects: [String]) -> [String] {
        Array(subjects.dropFirst() + objects.dropFirst())
    }

    private func reading(
        _ question: QuestionWords, _ relation: RelationMatch, _ subject: String?, _ object: String?, _ unread: [String]
    ) -> Reading {
        let phrase = relation.phrase
        let query: String
        switch question.kind {
        case .thing(let className?):
            let pattern = question.asksForObject ? "\(subject ?? "_") \(phrase) ?x" : "?x \(phrase) \(object ?? "_")"
            query = "find distinct ?x where ?x is a \(singular(className)), \(pattern)"
        case .thing(nil):
            if question.asksForObject || (subject != nil && object == nil) {
                query = "\(subject ?? "who") \(phrase) ?what"
            } else {
                query = "who \(phrase) \(object ?? "?what")"
            }
        case .number:
            query =
                relation.isNumeric
                ? "\(subject ?? "?who") \(phrase) ?n"
                : "count ?x where \(subject.map { "\($0) \(phrase) ?x" } ?? "?x \(phrase) \(object ?? "_")")"
        case .place:
            query =
                object == nil && relation.leadsToPlaces
                ? "\(subject ?? "?who") \(phrase) ?where"
                : "\(subject ?? "?who") \(phrase) \(object ?? "?what") [stated, affirmed, place ?where]"
        case .time:
            // Where no sentence tells the day, the report's has to do.
            let day = relation.hasDates ? "date ?when" : "published ?when"
            query = "\(subject ?? "?who") \(phrase) \(object ?? "?what") [stated, affirmed, \(day)]"
        case .yesOrNo: query = "ask \(subject ?? "_") \(phrase) \(object ?? "_")"
        case .description: query = "about \(subject ?? "_")"
        }
        return Reading(query: query, unread: unread)
    }

    /// The reading of a question that asks for all about a name: `Who is Ada Okoro?`.
    func readDescription(_ text: String) -> Reading? {
        guard let question = QuestionWords(text, isClass: isClass), question.kind == .description else { return nil }
        return description(question)
    }

    private func isClass(_ word: String) -> Bool {
        let name = Name(singular(word), kind: .classification, range: 0..<0)
        return (try? session.nameResolver().resolve(name, in: SourceText(word))) != nil
    }

    // MARK: Speech

    /// `Who said that the union accepted the plan?`, `What did Lind say about the plan?`.
    private func said(_ question: QuestionWords) -> Reading? {
        let verbs: Set<String> = ["said", "say", "says", "claimed", "claim", "claims"]
        guard let place = question.words.firstIndex(where: { verbs.contains($0.folded) }),
            case .thing = question.kind
        else { return nil }
        let before = question.words[..<place]
        var after = question.words[(place + 1)...]
        if after.first?.folded == "that" || after.first?.folded == "about" { after = after.dropFirst() }
        let content = after.map(\.text).joined(separator: " ")
        if let speaker = before.isEmpty ? nil : name(of: before.map(\.text).joined(separator: " ")) {
            return Reading(query: "?who ?does ?what [any, said by \(speaker)\(filter(after, "]"))", unread: [])
        }
        guard before.isEmpty else { return nil }
        // What is said is a statement of its own where it can be read as one.
        if let inner = read("Did " + content), inner.unread.isEmpty, inner.query.hasPrefix("ask ") {
            let pattern = inner.query.dropFirst("ask ".count)
            return Reading(query: "find ?who where \(pattern) [any, said by ?who]", unread: [])
        }
        return Reading(
            query: "find distinct ?who, ?text where _ ?does _ [any, said by ?who\(filter(after, ", sentence ?text]"))",
            unread: [])
    }

    /// The words that matter as conditions on a claim's sentence; `close` ends the qualifiers where there is none.
    private func filter(_ words: ArraySlice<QuestionWords.Word>, _ close: String) -> String {
        let telling = words.filter { !Self.small.contains($0.folded) }
        guard !telling.isEmpty else { return close }
        return ", sentence ?text]" + telling.map { ", ?text ~ \(QSpelling.text($0.text))" }.joined()
    }

    private func description(_ question: QuestionWords) -> Reading? {
        let text = question.words.map(\.text).joined(separator: " ")
        return name(of: text).map { Reading(query: "about \($0)", unread: []) }
    }

    // MARK: Names

    /// The names in some words, longest first; what is neither a name, a number nor a word of the relation is unread.
    private func names(
        in words: [QuestionWords.Word], _ relation: RelationMatch, _ unread: inout [String]
    ) -> [String] {
        var found: [String] = []
        var index = 0
        while index < words.count {
            var taken = 0
            for length in stride(from: min(6, words.count - index), through: 1, by: -1) {
                let run = words[index..<index + length]
                guard let first = run.first, let last = run.last, !Self.small.contains(first.folded),
                    !Self.small.contains(last.folded), !(length == 1 && relation.stems.contains(first.stem))
                else { continue }
                guard let name = name(of: run.map(\.text).joined(separator: " ")) else { continue }
                found.append(name)
                taken = length
                break
            }
            if taken == 0 {
                let word = words[index]
                if word.isNumber {
                    found.append(word.text.filter { $0 != "," })
                } else if !Self.small.contains(word.folded), !relation.stems.contains(word.stem),
                    !relation.covers.contains(word.stem)
                {
                    unread.append(word.text)
                }
                taken = 1
            }
            index += taken
        }
        return found
    }

    /// The error for the first name in some words that several things have.
    private func ambiguity(in words: [QuestionWords.Word]) -> String? {
        for length in stride(from: min(6, words.count), through: 1, by: -1) {
            for start in 0...words.count - length {
                let run = words[start..<start + length]
                guard !run.contains(where: { Self.small.contains($0.folded) }) else { continue }
                let text = run.map(\.text).joined(separator: " ")
                let name = Name(text, kind: .entity, isQuoted: true, range: 0..<text.unicodeScalars.count)
                do throws(NamingError) {
                    _ = try session.nameResolver().resolve(name, in: SourceText(text))
                    return nil
                } catch {
                    if !error.candidates.isEmpty { return error.error.description }
                }
            }
        }
        return nil
    }

    /// A name as the query language writes it, where the words mean one thing.
    private func name(of words: String) -> String? {
        let name = Name(words, kind: .entity, isQuoted: true, range: 0..<0)
        if let resolved = try? session.nameResolver().resolve(name, in: SourceText(words)) {
            return names.graph.id(of: resolved.value).map { QSpelling.name(names.label($0)) }
        }
        // `the proposal` is the one thing whose name ends so, if there is only one.
        guard words.first?.isLowercase == true else { return nil }
        let ending = " " + NameFolding.folded(words)
        let found = Set(
            LabelSearch(names).matches(words, .entity).filter { NameFolding.folded($0.label).hasSuffix(ending) }.map(
                \.id))
        return found.count == 1 ? found.first.map { QSpelling.name(names.label($0)) } : nil
    }

    /// Words that a question may hold without their changing its meaning here.
    private static let small: Set<String> = [
        "the", "a", "an", "of", "to", "in", "on", "at", "for", "by", "with", "from", "and", "there", "any", "ever",
        "currently", "now", "today", "so", "far", "people", "persons", "please", "me", "have", "that",
        "something", "anything", "about", "not",
    ]

    private func singular(_ word: String) -> String {
        if word == "people" { return "person" }
        if word.hasSuffix("ies") { return word.dropLast(3) + "y" }
        return word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : word
    }

    // MARK: Relations

    /// The relation that a question's words come nearest to.
    private struct RelationMatch {
        /// How it is written in a query; alternatives where several mean the same.
        var phrase: String
        /// The stems of its words.
        var stems: Set<String>
        /// Stems of the question that it stands for in other words.
        var covers: Set<String> = []
        var isNumeric = false
        var leadsToPlaces = false
        var hasDates = false
    }

    /// Words that news uses for one thing, by their stems.
    private static let groups: [Set<String>] = [
        "die died dead death deaths kill killed killing fatality fatalities casualty casualties toll victims",
        "injure injured injury injuries wound wounded wounds hurt", "displace displaced flee fled displacement",
        "hostage hostages captive captives", "meet met meeting talks", "visit visited travel travelled go went",
        "arrest arrested detain detained", "back backs support supports", "lead leads head heads run",
        "criticise criticize criticised criticized condemn condemned",
    ].map { group in Set(group.split(separator: " ").map { NameFolding.stem(String($0)) }) }

    private func relation(for question: QuestionWords) -> RelationMatch? {
        let bag = Set(question.words.map(\.stem))
        var wider = Self.groups.filter { !$0.isDisjoint(with: bag) }.reduce(into: Set<String>()) { $0.formUnion($1) }
        // `Where is the port?` asks for where it lies.
        if question.kind == .place, question.mayBePassive { wider.formUnion(["locat", "base", "situat"]) }
        var best: [(score: Int, facts: Int, label: String, id: TermID, stems: Set<String>)] = []
        for (id, forms) in relationForms() {
            let isNumeric = question.kind == .number && hasNumbers(id)
            var score = 0
            var stems: Set<String> = []
            for form in forms {
                let all = Set(form.split(separator: " ").map { NameFolding.stem(NameFolding.folded(String($0))) })
                    .subtracting(["the", "of", "to", "with", "in", "on", "by", "a"])
                guard !all.isEmpty else { continue }
                let said = all.intersection(bag).count
                let meant = all.intersection(wider.subtracting(bag)).count
                // All words of the relation stand in the question; or, of a number, one of those that mean it.
                var found = said == all.count ? 4 * said : 0
                if found == 0, said + meant == all.count { found = 3 * said + meant }
                if found == 0, isNumeric { found = 2 * said + meant }
                if isNumeric, found > 0 { found += 5 }
                if found > score {
                    score = found
                    stems = all
                }
            }
            if score > 0 {
                best.append((score, names.graph.count(nil, id, nil), names.label(id), id, stems))
            }
        }
        best.sort { ($1.score, $1.facts, $0.label) < ($0.score, $0.facts, $1.label) }
        guard let first = best.first else { return nil }
        let isNumeric = hasNumbers(first.id)
        // Figures of one thing go by several relations: all of them are asked.
        let all =
            question.kind == .number && isNumeric
            ? best.filter { $0.score == first.score && hasNumbers($0.id) } : [first]
        return RelationMatch(
            phrase: all.prefix(4).map(\.label).joined(separator: "|"),
            stems: all.reduce(into: []) { $0.formUnion($1.stems) }, covers: wider, isNumeric: isNumeric,
            leadsToPlaces: leadsToPlaces(first.id), hasDates: hasDates(first.id))
    }

    /// Whether a claim of the relation tells its day.
    private func hasDates(_ relation: TermID) -> Bool {
        Evidence.claims(nil, relation, nil, in: names).contains { evidence in
            names.text(evidence.claim, names.vocabulary.property("date")).flatMap(DayNumber.of) != nil
        }
    }

    private func relationForms() -> [(TermID, [String])] {
        let graph = names.graph
        var forms: [TermID: [String]] = [:]
        var relations = Set(names.relations)
        if let type = graph.id(of: .iri(RDFVocabulary.type)), let property = graph.id(of: .iri(RDFVocabulary.property))
        {
            // Some relations have claims only.
            let declared = graph.match(nil, type, property).subjects
            for index in 0..<declared.count { relations.insert(declared[index]) }
        }
        for id in relations { forms[id] = [names.label(id)] }
        if let other = graph.id(of: .iri(SKOS.altLabel)) {
            for id in relations {
                let labels = graph.match(id, other, nil).objects
                forms[id, default: []] += (0..<labels.count).map { graph.text(labels[$0]) }
            }
        }
        return forms.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private func hasNumbers(_ relation: TermID) -> Bool {
        let objects = names.graph.match(nil, relation, nil).objects
        return (0..<min(objects.count, 20)).contains { names.graph.numericValue(objects[$0]) != nil }
    }

    private func leadsToPlaces(_ relation: TermID) -> Bool {
        let objects = names.graph.match(nil, relation, nil).objects
        let sample = (0..<min(objects.count, 20)).map { objects[$0] }
        let places: Set<String> = ["place", "city", "country", "facility"]
        return sample.count { names.type($0).map(places.contains) ?? false } * 2 > sample.count
    }
}

extension Session {
    /// Runs a question in plain English that is no query, where it can be read; else says which query it comes nearest
    /// to.
    ///
    /// - Parameter failure: why it is no query.
    func answerQuestion(_ text: String, failing failure: Failure) throws(Failure) {
        guard let reading = QuestionReader(self).read(text) else { throw failure }
        if let problem = reading.problem {
            throw Failure(problem.replacing("error: ", with: ""))
        }
        guard reading.unread.isEmpty else {
            let words = reading.unread.map { "“\($0)”" }.joined(separator: ", ")
            throw Failure(
                "the question cannot be read: \(words) \(reading.unread.count == 1 ? "means" : "mean") nothing here\n"
                    + "  the query that it comes nearest to: \(reading.query)")
        }
        console.hint("read as: ", query: reading.query)
        try run(query: SourceText(reading.query))
    }
}
