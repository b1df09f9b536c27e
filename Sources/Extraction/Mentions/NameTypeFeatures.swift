import English

/// What may tell the type of a name: the rule that speaks of it, its words, what it hangs on and what hangs on it.
///
/// Each feature is a template and a value ("preposition=in"); their weights are learned (`NameTypeModel`). Single words of a name
/// and single verbs and nouns around it were tried too and gained nothing: classes of them and the last letters tell as much.
struct NameTypeFeatures {
    private(set) var values: [String] = []
    private let view: SentenceView
    private let head: Int
    private let name: Range<Int>
    private var tree: DependencyTree { view.tree }

    /// Reads the features of a name off its sentence; `guess` is what the rules make of it.
    init(_ view: SentenceView, head: Int, name: Range<Int>, guess: TypeGuess) {
        self.view = view
        self.head = head
        self.name = name
        add("rule", "\(guess.rule):\(guess.type)")
        readWords()
        readNeighbours()
        readPlace()
        readChildren()
    }

    private mutating func add(_ template: StaticString, _ value: String = "") { values.append("\(template)=\(value)") }

    private func lowered(_ token: Int) -> String { tree.words[token] }

    /// The class of a noun, or what stands for one.
    private func nounClass(_ token: Int) -> String {
        switch tree.tokens[token].upos {
        case "PROPN": return "name"
        case "PRON": return "pronoun"
        case "NUM": return "number"
        case "NOUN": return Lexicon.nounClass(tree.lemmas[token])?.rawValue ?? "unknown"
        default: return tree.tokens[token].upos
        }
    }

    // MARK: The name itself

    private mutating func readWords() {
        let last = name.upperBound - 1
        add("ending", String(lowered(last).suffix(3)))
        add("ending", String(lowered(last).suffix(4)))
        add("length", String(min(name.count, 5)))
        for keyword in Lexicon.nameKeywords(lowered(last)).prefix(1) { add("keyword", keyword.rawValue) }
        add("class", Lexicon.nounClass(lowered(last))?.rawValue ?? "none")
        if name.count == 1 { add("alone", Lexicon.nounClass(lowered(last))?.rawValue ?? "none") }
        let known = name.count { Lexicon.nounClass(lowered($0)) != nil }
        add("known", known == 0 ? "none" : known == name.count ? "all" : "some")
        let form = tree.tokens[name.lowerBound].form
        if Lexicon.givenName(form) != nil { add("given", name.count > 1 ? "first" : "alone") }
        if name.count > 1, Lexicon.givenName(tree.tokens[last].form) != nil { add("given", "last") }
        let words = view.words(name)
        if Lexicon.city(named: words) != nil { add("city") }
        if Lexicon.city(named: tree.tokens[name.lowerBound].form) != nil { add("city", "first") }
        for known in Lexicon.instanceClasses(words).prefix(2) { add("instance", known.rawValue) }
        for token in name {
            if Lexicon.country(named: tree.tokens[token].form) != nil { add("holds", "country") }
            if Lexicon.demonym(tree.tokens[token].form) != nil { add("holds", "demonym") }
        }
        let scalars = words.unicodeScalars
        let letters = scalars.filter { $0.properties.isAlphabetic }
        if letters.count > 1, letters.allSatisfy({ $0.properties.isUppercase }) {
            add("shape", view.isTitleCase ? "shouting" : "capitals")
        }
        if scalars.contains(where: { ("0"..."9").contains($0) }) { add("shape", "digit") }
        if scalars.contains(".") { add("shape", "dot") }
        if scalars.contains("-") { add("shape", "hyphen") }
        let inner = form.unicodeScalars.dropFirst()
        if inner.contains(where: { $0.properties.isUppercase }), inner.contains(where: { $0.properties.isLowercase }) {
            add("shape", "inner capital")
        }
        if tree.tokens[last].xpos == "NNPS" { add("shape", "plural") }
        if name.dropFirst().contains(where: { !view.isCapitalized($0) }) { add("shape", "small word") }
        if tree.tokens[head].upos != "PROPN" { add("shape", "common noun") }
        if view.isTitleCase { add("shape", "headline") }
    }

    // MARK: What stands beside it

    private mutating func readNeighbours() {
        let before = name.lowerBound - 1
        if before >= 0, tree.tokens[before].upos == "NOUN" { add("class before", nounClass(before)) }
        let after = name.upperBound
        add("tag after", after < tree.count ? tree.tokens[after].xpos : "none")
        if view.quotation[name.lowerBound] >= 0 {
            add("quoted", view.quotations[view.quotation[name.lowerBound]] == name ? "all" : "in")
        }
    }

    // MARK: What it hangs on

    private mutating func readPlace() {
        let top = tree.firstConjunct(head)
        let label = tree.labels[top]
        let up = tree.heads[top]
        add("relation", "\(label)")
        guard up >= 0 else { return }
        let lemma = tree.lemmas[up]
        if let preposition = tree.prepositionWord(top) {
            add("preposition", preposition)
            add("preposition under", "\(preposition) \(nounClass(up))")
        } else {
            add("class under", "\(label) \(nounClass(up))")
        }
        if label.isSubject {
            let isSpeech = Lexicon.contains(lemma, in: .sayingVerb) || Lexicon.contains(lemma, in: .thinkingVerb)
            add("act", isSpeech ? "speech" : tree.has(up, .copula) ? "copula" : "other")
            if tree.has(up, .copula), tree.tokens[up].upos == "NOUN" { add("described", nounClass(up)) }
        }
        if label == .apposition || label == .title { add("described", nounClass(up)) }
        if [.possessor, .compound].contains(label), Lexicon.contains(lemma, in: .staffNoun) { add("staff") }
        if label == .nominalModifier, tree.prepositionWord(top) == "of", Lexicon.contains(lemma, in: .staffNoun) {
            add("staff", "of")
        }
        if top != head {
            add("beside", nounClass(top))
            add("listed beside", listed(top))
        }
    }

    // MARK: What hangs on it

    private mutating func readChildren() {
        for child in tree.children(head) where !name.contains(child) {
            switch tree.labels[child] {
            case .determiner: add("determiner", lowered(child))
            case .possessor: add("determiner", "owner")
            case .apposition, .title:
                add("described", nounClass(child))
            case .numeralModifier, .unmarkedModifier: add("with", "\(tree.labels[child])")
            case .conjunct:
                add("beside", nounClass(child))
                add("listed beside", listed(child))
            case .relativeClause:
                for word in tree.subtree(child) where tree.isRelativeWord(word) || lowered(word) == "where" {
                    add("relative", lowered(word))
                    break
                }
            case .nominalModifier: add("followed by", tree.prepositionWord(child) ?? "none")
            default: break
            }
        }
    }

    /// What the tables know of a name beside it.
    private func listed(_ token: Int) -> String {
        let form = tree.tokens[token].form
        if let country = Lexicon.country(named: form) { return country.kind.rawValue }
        if Lexicon.city(named: form) != nil { return "city" }
        if Lexicon.givenName(form) != nil { return "given name" }
        return Lexicon.nameKeywords(form.lowercased()).first?.rawValue ?? "unknown"
    }
}
