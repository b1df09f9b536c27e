import GraphStore
import QuerySyntax
import RDF

/// Finds the stage at which a statement that one expected was lost, and says it.
struct WhyNot {
    let question: WhyNotQuestion
    let names: GraphNames
    let view: EvidenceView

    private static let listed = 4

    /// The explanation, as lines for people.
    ///
    /// - Throws: `Failure` when Ctrl-C stops the search.
    func text(in session: Session) throws(Failure) -> String {
        var text = notes
        let held = claims(question.subject, question.relation, question.object)
        if let fact = facts(held) { return text + fact }
        if !held.isEmpty { return text + claimed(held) }
        if let merged = mergedElsewhere { return text + merged }
        let (hit, sentences) = try SentenceSearch(question).nearest(in: session, names)
        let joined = otherRelations
        if !joined.isEmpty {
            text += verdict("no fact: a sentence tells of both, but another relation was read from it")
            text += joined.prefix(2).map { quotation($0) }.joined()
            text += listing(joined)
        } else if let hit, hit.namesBoth || (question.isHalfOpen && hit.score >= 3) {
            text += sentenceFound(hit)
        } else {
            text += nothingFound(hit, sentences)
        }
        return text + elsewhere
    }

    // MARK: Stages

    /// What was read into the names, and those that mean nothing.
    private var notes: String {
        let notes = [question.subject, question.relation, question.object].flatMap(\.notes)
        return notes.map { view.style(.dim, $0) + "\n" }.joined()
    }

    /// It is a fact after all.
    private func facts(_ held: [Evidence]) -> String? {
        let facts = held.filter(\.isFact)
        if !facts.isEmpty {
            return verdict(
                "it is a fact: \(Numbers.counted(facts.count, "sentence")) \(facts.count == 1 ? "says" : "say") so")
                + view.text(Array(facts.prefix(Self.listed)))
        }
        guard let subject = question.subject.id, let relation = question.relation.id, let object = question.object.id,
            names.graph.contains(IDTriple(subject, relation, object))
        else { return nil }
        let evidence = Evidence.ofFact(IDTriple(subject, relation, object), in: names)
        return verdict("it is a fact")
            + (evidence.isEmpty
                ? "  no report says so: it was added, or comes from a graph file\n" : view.text(evidence))
    }

    /// It is held as a claim: whose, how sure.
    private func claimed(_ held: [Evidence]) -> String {
        var text = verdict(
            held.count == 1 ? "no fact, but a claim" : "no fact, but \(Numbers.counted(held.count, "claim"))")
        for evidence in held.prefix(Self.listed) {
            text += quotation(evidence)
            text += reasons(evidence).map { "  → " + $0 + "\n" }.joined()
        }
        if held.count > Self.listed { text += "… and \(held.count - Self.listed) more\n" }
        return text
    }

    /// A sentence tells of both, but nothing like it was read.
    private func sentenceFound(_ hit: SentenceSearch.Hit) -> String {
        let read = claims(in: hit)
        let relation = question.relation.id.map { names.label($0) } ?? question.relation.words
        var text: String
        let sameRelation = read.filter { $0.relation.map(question.relation.ids.contains) ?? false }
        if let other = sameRelation.first, let part = takenForOther(other) {
            text = verdict("no fact: the sentence was read, but \(part)")
        } else if read.isEmpty {
            text = verdict("no fact: a sentence comes near, but nothing was read from it")
        } else if question.relation.isOpen {
            text = verdict("no fact: a sentence tells of it, but nothing that joins the two was read from it")
        } else {
            text = verdict("no fact: a sentence comes near, but “\(relation)” was not read from it")
        }
        return text + quotation(hit) + listing(read, heading: "  read from it:\n")
    }

    /// No sentence says so.
    private func nothingFound(_ hit: SentenceSearch.Hit?, _ sentences: Int) -> String {
        let whole = Numbers.counted(sentences, "sentence")
        guard let hit, hit.score >= 2 else {
            return verdict("no fact: none of \(whole) tells of it")
        }
        let closed = [question.subject, question.object].filter { !$0.isOpen }
        let what = closed.count == 2 ? "names both “\(closed[0].words)” and “\(closed[1].words)”" : "says so"
        return verdict("no fact: none of \(whole) \(what); this one comes nearest") + quotation(hit)
            + listing(claims(in: hit), heading: "  read from it:\n")
    }

    /// What the subject has with the relation, and who else has the object: where the fact may have gone.
    private var elsewhere: String {
        var text = ""
        if !question.object.isOpen, !question.subject.isOpen {
            let others = claims(question.subject, question.relation, .open)
            if !others.isEmpty { text += listing(others, heading: "with another object:\n", indent: "  ") }
            let subjects = claims(.open, question.relation, question.object)
            if !subjects.isEmpty { text += listing(subjects, heading: "with another subject:\n", indent: "  ") }
        }
        return text
    }

    private var otherRelations: [Evidence] {
        guard question.subject.id != nil, question.object.id != nil else { return [] }
        let claims = claims(question.subject, .open, question.object) + claims(question.object, .open, question.subject)
        return claims
    }

    /// Which place of a claim is filled by something else than what was asked, in words.
    private func takenForOther(_ evidence: Evidence) -> String? {
        if let asked = question.subject.id, evidence.subject.map({ !question.subject.ids.contains($0) }) ?? true {
            guard let found = evidence.subject else { return "nobody is named in it as doing so" }
            return
                "its subject was taken for “\(names.label(found))”, which is another thing than “\(names.label(asked))”"
        }
        if let asked = question.object.id, let found = evidence.object, !question.object.ids.contains(found) {
            return
                "its object was taken for “\(names.label(found))”, which is another thing than “\(names.label(asked))”"
        }
        return nil
    }

    // MARK: Claims

    /// The claims with the places that are known; none where a place that is asked for means nothing.
    func claims(
        _ subject: WhyNotQuestion.Place, _ relation: WhyNotQuestion.Place, _ object: WhyNotQuestion.Place
    ) -> [Evidence] {
        guard !subject.isUnknown, !relation.isUnknown, !object.isUnknown else { return [] }
        guard !subject.isOpen || !relation.isOpen || !object.isOpen else { return [] }
        func choices(_ place: WhyNotQuestion.Place) -> [TermID?] { place.ids.isEmpty ? [nil] : place.ids }
        var found: [Evidence] = []
        for subject in choices(subject) {
            for relation in choices(relation) {
                for object in choices(object) { found += Evidence.claims(subject, relation, object, in: names) }
            }
        }
        return found
    }

    private func claims(in hit: SentenceSearch.Hit) -> [Evidence] {
        guard let report = hit.report, let derived = names.graph.id(of: .iri(PROV.wasDerivedFrom)),
            let context = names.graph.id(of: .iri(NIF.referenceContext))
        else { return [] }
        let sentences = names.graph.match(nil, context, report).subjects
        var found: [Evidence] = []
        for index in 0..<sentences.count
        where names.integer(sentences[index], NIF.beginIndex) == hit.range.lowerBound {
            let claims = names.graph.match(nil, derived, sentences[index]).subjects
            found += (0..<claims.count).compactMap { Evidence(claim: claims[$0], in: names) }
        }
        return found.sorted { ($0.words.lowerBound, $0.claim) < ($1.words.lowerBound, $1.claim) }
    }

    /// Why a claim is no fact, each reason in words.
    private func reasons(_ evidence: Evidence) -> [String] {
        var reasons: [String] = []
        if let speaker = evidence.speaker { reasons.append("\(names.label(speaker)) says so, not the report itself") }
        switch evidence.certainty {
        case "hedged": reasons.append("hedged: it is not stated outright")
        case "conditional": reasons.append("conditional: it depends on something else")
        case "unrealised": reasons.append("unrealised: wished, asked for or planned, not done")
        default: break
        }
        if evidence.isNegated { reasons.append("negated: the sentence denies it") }
        if evidence.isFuture { reasons.append("future: it has not come yet") }
        if evidence.isDoubtful { reasons.append("doubtful: it is not sure that the sentence was read rightly") }
        if evidence.subject == nil { reasons.append("nobody is named as doing it") }
        return reasons
    }

    // MARK: Text

    func verdict(_ text: String) -> String { view.style(.heading, text) + "\n" }

    func quotation(_ evidence: Evidence) -> String {
        view.quotation(evidence) + view.place(evidence)
    }

    private func quotation(_ hit: SentenceSearch.Hit) -> String {
        view.plain("“\(hit.text)”", indent: " ") + "  " + view.style(.dim, place(hit)) + "\n"
    }

    private func place(_ hit: SentenceSearch.Hit) -> String {
        var parts = [hit.source]
        if let evidence = claims(in: hit).first, let number = view.number(evidence) {
            parts.append("sentence \(number)")
        }
        parts.append("characters \(hit.range.lowerBound)–\(hit.range.upperBound)")
        return parts.joined(separator: " · ")
    }

    func listing(_ evidence: [Evidence], heading: String = "", indent: String = "    ") -> String {
        guard !evidence.isEmpty else { return "" }
        let shown = evidence.prefix(2 * Self.listed)
        let room = max(30, view.columns - indent.count - 3 - (shown.map { standing($0).count }.max() ?? 0))
        let statements = shown.map { DisplayWidth.cut(view.statement($0), to: room) }
        let width = statements.map(DisplayWidth.columns).max() ?? 0
        var text = heading
        for (item, statement) in zip(shown, statements) {
            text += indent + DisplayWidth.padded(statement, to: width) + "  " + view.style(.dim, standing(item)) + "\n"
        }
        if evidence.count > shown.count { text += "\(indent)… and \(evidence.count - shown.count) more\n" }
        return text
    }

    /// `a fact`, or `said by X, hedged`.
    private func standing(_ evidence: Evidence) -> String {
        if evidence.isFact, evidence.subject != nil { return "a fact" }
        var parts: [String] = []
        if let speaker = evidence.speaker { parts.append("said by \(names.label(speaker))") }
        parts += evidence.standing.filter { $0 != "stated" }
        // That nobody is named as doing it is seen from the `?` in its place.
        return parts.isEmpty ? "a claim" : parts.joined(separator: ", ")
    }
}

extension WhyNotQuestion {
    /// Whether one of subject and object may be anything.
    var isHalfOpen: Bool { subject.isOpen || object.isOpen }
}

extension WhyNotQuestion.Place {
    /// A place where anything may stand.
    static let open = WhyNotQuestion.Place(words: "_", isOpen: true)
}

extension Session {
    /// Answers `why not`.
    func explainAbsence(_ pattern: QPattern, in source: SourceText) throws(Failure) {
        let names = names
        let question = try WhyNotQuestion(pattern, in: source, self)
        let text = try WhyNot(question: question, names: names, view: evidenceView(names)).text(in: self)
        console.present(Array(text.utf8))
        try flushResults()
    }
}
