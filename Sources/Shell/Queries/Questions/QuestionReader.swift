import GraphStore
import Naming
import QuerySyntax
import RDF

/// Puts a question in plain English into the query language, by the names and relations that the graph holds.
///
/// A question is read in several ways, likeliest first; the first that has an answer is run.
struct QuestionReader {
    /// One way to read a question.
    struct Reading: Equatable {
        /// The query that it comes to.
        var query: String
        /// The words that went nowhere.
        var unread: [String] = []
        /// Whether words that name nothing are looked for in names and sentences.
        var isLoose = false
    }

    let session: Session
    let names: GraphNames
    let nouns: QuestionNouns
    let relations: QuestionRelations

    init(_ session: Session) {
        self.session = session
        names = session.names
        nouns = QuestionNouns(session: session)
        relations = QuestionRelations(names: names)
    }

    /// The ways to read a question, likeliest first; none where nothing of it is known here.
    func readings(_ text: String) -> [Reading] {
        guard let question = QuestionWords(text, isClass: isClass) else { return [] }
        if let said = said(question) { return said }
        switch question.kind {
        case .happening: return happening(question)
        case .description: return description(question)
        default: break
        }
        var found: [Reading] = []
        // `What is the bridging proposal?`
        if question.mayBePassive, case .thing(nil) = question.kind { found += description(question) }
        found += occurrence(question)
        for match in relations.matches(question) { found += readings(question, match) }
        found += figures(question) + sentences(question)
        var seen: Set<String> = []
        return found.filter { seen.insert($0.query).inserted }
    }

    /// The reading of a question that asks for all about a name: `Who is Ada Okoro?`.
    func readDescription(_ text: String) -> Reading? {
        guard let question = QuestionWords(text, isClass: isClass), question.kind == .description else { return nil }
        return name(question.words[...]).map { Reading(query: "about \($0)") }
    }

    private func isClass(_ words: String) -> Bool {
        let name = Name(singular(words), kind: .classification, range: 0..<0)
        return (try? session.nameResolver().resolve(name, in: SourceText(words))) != nil
    }

    private func singular(_ word: String) -> String {
        if word == "people" { return "person" }
        if word.hasSuffix("ies") { return word.dropLast(3) + "y" }
        return word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : word
    }

    func name(_ words: ArraySlice<QuestionWords.Word>) -> String? {
        var words = words
        while let first = words.first, ["the", "a", "an"].contains(first.folded), words.count > 1 {
            words.removeFirst()
        }
        return nouns.name(of: words.map(\.text).joined(separator: " "))
    }

    // MARK: Who did what

    private func readings(_ question: QuestionWords, _ relation: QuestionRelations.Match) -> [Reading] {
        let words = question.words
        func isOfRelation(_ word: QuestionWords.Word) -> Bool {
            relation.stems.contains(word.stem) || relation.covers.contains(word.stem)
        }
        // `How many hostages does Hamas hold?`: what is counted stands before who has it.
        let isCount = question.kind == .number
        let place =
            (isCount ? words.lastIndex(where: isOfRelation) : words.firstIndex(where: isOfRelation)) ?? words.count
        var own = relation.stems.union(relation.covers)
        if let counted = question.countedClass { own.insert(counted.stem) }
        let before = nouns.nouns(in: words[..<place], without: own)
        let after = nouns.nouns(in: words[place...], without: own)
        let verb = place < words.count ? words[place].folded : ""
        let isPassive = question.mayBePassive && !verb.hasSuffix("ing") && !verb.isEmpty
        var orders: [(subjects: [QuestionNoun], objects: [QuestionNoun], others: [QuestionNoun], asksForObject: Bool)] =
            []
        if isPassive {
            // `Who was arrested by the police in Porto Alto?`
            let by = words[place...].firstIndex { $0.folded == "by" }
            let agents = by.map { nouns.nouns(in: words[$0...], without: own) } ?? []
            let rest = by.map { nouns.nouns(in: words[place..<$0], without: own) } ?? after
            // Where it is the object that is asked for, the others are no objects.
            let objects = before.isEmpty && !isCount ? [] : before + rest
            let others = before.isEmpty && !isCount ? rest : []
            orders.append((Array(agents.prefix(1)), objects, others + agents.dropFirst(), before.isEmpty))
        }
        if !isPassive || isCount || question.kind == .place || words.allSatisfy({ $0.folded != "by" }) {
            var (subjects, objects) = (before, after)
            // `What did Hamas accept?`, `Which plan did Hamas accept?`: the one name is who does it.
            if question.asksForObject, subjects.isEmpty, !objects.isEmpty { swap(&subjects, &objects) }
            // `What country did Ada Okoro visit?`: the subject stands next to its verb.
            if subjects.count > 1, question.asksForObject || question.kind != .thing(className: nil) {
                objects = subjects.dropLast() + objects
                subjects = Array(subjects.suffix(1))
            }
            orders.append((subjects, objects, [], question.asksForObject))
        }
        return orders.flatMap { order in
            let (subject, object) = (order.subjects.first, order.objects.first)
            let rest = Array(order.subjects.dropFirst() + order.objects.dropFirst() + order.others)
            return readings(question, relation, subject, object, rest, asksForObject: order.asksForObject)
        }
    }

    /// The readings with what stands around the verb put into its places: exactly so, then with words looked for in names
    /// and sentences, then without them.
    private func readings(
        _ question: QuestionWords, _ relation: QuestionRelations.Match, _ subject: QuestionNoun?,
        _ object: QuestionNoun?,
        _ rest: [QuestionNoun], asksForObject: Bool
    ) -> [Reading] {
        var form = QuestionForm(question: question, relation: relation, asksForObject: asksForObject)
        form.className =
            if case .thing(let name?) = question.kind { singular(name) } else {
                question.countedClass.map { singular($0.folded) }
            }
        (form.subject, form.object) = (subject, object)
        func words(_ noun: QuestionNoun?) -> [String] {
            if case .words? = noun { [noun?.text].compactMap { $0 } } else { [] }
        }
        var found: [Reading] = []
        let loose = words(subject) + words(object) + rest.map(\.text)
        func add(isLoose: Bool, unread: [String] = []) {
            found += form.queries.map { Reading(query: $0, unread: unread, isLoose: isLoose) }
        }
        form.sentence = rest
        add(isLoose: !loose.isEmpty)
        // What names nothing may stand in the sentence, if not in a name; and what is named in small letters may be a part
        // of a longer name.
        if let wider = object?.asWords {
            form.object = wider
            add(isLoose: true)
            form.object = object
        }
        if let wider = subject?.asWords {
            form.subject = wider
            add(isLoose: true)
            form.subject = subject
        }
        guard !loose.isEmpty else { return found }
        if case .words? = object {
            form.object = nil
            form.sentence = rest + [object].compactMap { $0 }
            add(isLoose: true)
        }
        form.sentence = []
        if case .words? = subject { form.subject = nil }
        add(isLoose: true, unread: loose)
        return found
    }
}
