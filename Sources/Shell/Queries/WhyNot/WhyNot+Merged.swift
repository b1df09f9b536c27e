import GraphStore
import Naming
import QuerySyntax
import RDF

extension WhyNot {
    /// It is said of something else that goes by the same words: `Netanyahu's government accepted the plan`.
    var mergedElsewhere: String? {
        var found: [(evidence: Evidence, asked: WhyNotQuestion.Place, other: TermID, place: String)] = []
        if !question.subject.isOpen {
            for evidence in claims(.open, question.relation, question.object) {
                guard let other = evidence.subject, sharesName(question.subject, other) else { continue }
                found.append((evidence, question.subject, other, "subject"))
            }
        }
        if !question.object.isOpen {
            for evidence in claims(question.subject, question.relation, .open) {
                guard let other = evidence.object, sharesName(question.object, other) else { continue }
                found.append((evidence, question.object, other, "object"))
            }
        }
        guard let first = found.first else { return nil }
        let asked = first.asked.id.map { names.label($0) } ?? first.asked.words
        let other = names.label(first.other)
        let asIs = first.asked.id == nil ? "not known as" : "another thing than"
        var text = verdict("it is held of “\(other)”: the \(first.place) was read as that, which is \(asIs) “\(asked)”")
        text += found.prefix(2).map { quotation($0.evidence) }.joined()
        text += listing(found.map(\.evidence))
        // What a reader can do about it.
        let correction =
            first.asked.id == nil
            ? "alias \"\(asked)\" = \(QSpelling.name(other))"
            : ".correct same \(QSpelling.name(asked)) = \(QSpelling.name(other))"
        return text + "  " + view.style(.dim, "where both are one: ") + view.style(.command, correction) + "\n"
    }

    /// Whether a thing is another one than what was asked for, and known by words that hold those asked for or stand in
    /// them.
    private func sharesName(_ asked: WhyNotQuestion.Place, _ other: TermID) -> Bool {
        guard !asked.ids.contains(other), names.graph.kind(other) == .iri else { return false }
        let wanted = asked.forms.map(Self.words)
        return WhyNotQuestion.forms(of: other, in: names).contains { form in
            let words = Self.words(form)
            guard !words.isEmpty else { return false }
            return wanted.contains { !$0.isEmpty && ($0.isSubset(of: words) || words.isSubset(of: $0)) }
        }
    }

    private static func words(_ name: String) -> Set<String> {
        let words = NameFolding.folded(name).split(whereSeparator: { !$0.isLetter && !$0.isNumber })
        return Set(words.map { NameFolding.stem(String($0)) }).subtracting(["the", "of", "a", "s", "and", "in"])
    }
}
