import GraphStore
import Naming
import QuerySyntax
import RDF

/// What `why not` asks about: a subject, a relation and an object, each with what its words mean here, if anything.
struct WhyNotQuestion {
    /// One of the three places.
    struct Place {
        /// The words as typed; `?x` for an unknown.
        var words: String
        /// Whether anything may stand there.
        var isOpen = false
        /// What the words may mean; nothing where they mean nothing, or anything.
        var ids: [TermID] = []
        /// What was read into the words, or why they mean nothing.
        var notes: [String] = []
        /// Every form by which the text may tell of it.
        var forms: [String] = []

        /// Whether the words mean nothing in the graph.
        var isUnknown: Bool { !isOpen && ids.isEmpty }
        /// What the words mean, the first of several; nil where they mean nothing, or anything.
        var id: TermID? { ids.first }
    }

    var subject: Place
    var relation: Place
    var object: Place

}

extension WhyNotQuestion {
    /// Looks up a pattern's words; what means nothing is kept as words, since the texts may still tell of it.
    ///
    /// - Throws: `Failure` for a pattern that claims cannot be of.
    init(_ pattern: QPattern, in source: SourceText, _ session: Session) throws(Failure) {
        let reader = Reader(session: session, names: session.names, source: source)
        var (first, last) = (pattern.subject, pattern.object)
        var path: PropertyPath?
        if case .path(let written) = pattern.relation { path = written }
        if case .inverse(let inner)? = path {
            path = inner
            (first, last) = (last, first)
        }
        subject = try reader.place(first)
        object = try reader.place(last)
        switch path {
        case nil: relation = Place(words: "?relation", isOpen: true)
        case .predicate(let place): relation = try reader.relation(place)
        default:
            throw Failure("`why not` takes one relation, not a path\n  ask about the steps of the path one by one")
        }
    }

    /// Looks words up in a session's graph.
    private struct Reader {
        let session: Session
        let names: GraphNames
        let source: SourceText

        func place(_ term: QTerm) throws(Failure) -> Place {
            switch term {
            case .variable(let variable): return Place(words: "?" + variable.name, isOpen: true)
            case .anything: return Place(words: "_", isOpen: true)
            case .constant(let term), .quantity(let term, _): return place(of: term)
            case .name(let name): return place(of: name)
            case .parameter(let name, let range): return try bound(.parameter(name, range))
            }
        }

        func relation(_ place: PatternTerm) throws(Failure) -> Place {
            switch place {
            case .name(let name): self.place(of: name)
            case .term(let term): self.place(of: term)
            case .variable(let variable): Place(words: "?" + variable.name, isOpen: true)
            case .parameter: try bound(place)
            }
        }

        private func bound(_ place: PatternTerm) throws(Failure) -> Place {
            switch try session.bind(place) {
            case .name(let name): return self.place(of: name)
            case .term(let term): return self.place(of: term)
            case .variable: return Place(words: "_", isOpen: true)
            case .parameter(let name, _): throw Failure("$\(name) has no value; .param \(name) VALUE gives it one")
            }
        }

        private func place(of term: Term) -> Place {
            let words: String
            switch term {
            case .iri(let iri): words = "<\(iri)>"
            case .blank(let label): words = "_:" + label
            case .literal(let literal): words = literal.lexicalForm
            }
            guard let id = names.graph.id(of: term) else {
                let forms = if case .iri = term { [String]() } else { [words] }
                return Place(words: words, notes: ["\(words) stands nowhere in the graph"], forms: forms)
            }
            return Place(words: words, ids: [id], forms: forms(of: id))
        }

        private func place(of name: Name) -> Place {
            var place = Place(words: name.text)
            do throws(NamingError) {
                let resolved = try session.nameResolver().resolve(name, in: source)
                place.ids = names.graph.id(of: resolved.value).map { [$0] } ?? []
                place.notes = resolved.notes.map(\.description)
            } catch {
                place.ids = error.candidates.compactMap { names.graph.id(of: $0.term) }
                var note = error.error.message
                if !place.ids.isEmpty {
                    note += "; all of them were looked at"
                } else if let hint = error.error.hint, !hint.hasPrefix(".") {
                    note += "; " + hint
                }
                place.notes = [note]
            }
            place.forms = place.ids.flatMap { forms(of: $0) }
            if !place.forms.contains(name.text) { place.forms.append(name.text) }
            return place
        }

        private func forms(of id: TermID) -> [String] { WhyNotQuestion.forms(of: id, in: names) }
    }

    /// The names by which texts tell of a thing.
    static func forms(of id: TermID, in names: GraphNames) -> [String] {
        guard names.graph.kind(id) == .iri else { return [names.graph.text(id)] }
        var forms = [names.label(id)]
        guard let other = names.graph.id(of: .iri(SKOS.altLabel)) else { return forms }
        let labels = names.graph.match(id, other, nil).objects
        forms += (0..<labels.count).map { names.graph.text(labels[$0]) }
        return forms
    }
}
