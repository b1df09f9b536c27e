import English

/// What the sieves ask of a mention, read once from its sentence.
final class MentionFeatures {
    enum Number { case singular, plural, unknown }
    enum Role { case subject, object, other }

    let mention: Mention
    /// The head's lower-cased form and lemma.
    let word: String
    let lemma: String
    /// The name's words, folded; of a place or country the words of its canonical name. Empty without a name.
    let nameWords: [String]
    /// Whether a title stands before it that goes with a given name alone ("Queen Ada").
    let isTitledByGivenName: Bool
    /// The body that every country has one of, where the name is such a one.
    let body: BodyName?
    /// The name's words without the country in front ("libertarian party" of "U.S. Libertarian Party"), where there is one.
    let bareWords: [String]
    /// The words of the phrase without articles and possessive ending, lower-cased: equal for two equal descriptions.
    let phraseKey: String
    /// The content words before and after the head.
    let modifiers: Set<String>
    /// Those before the head.
    let premodifiers: Set<String>
    /// The lower-cased determiner or possessive in front, or "".
    let determiner: String
    let number: Number
    var gender: Gender?
    let role: Role
    /// Whether it stands inside the phrase of another mention.
    var isNested = false
    /// The token that governs the head (-1 for none), conjuncts taken to their first.
    let governor: Int
    /// Which quotation of the report it stands in, or -1.
    var quotation = -1
    /// A person pronoun's grammatical person, else 0 for third-person phrases and names.
    let person: Int
    /// Where its first word stands in the order of the report.
    let order: (Int, Int)

    /// Which pronoun it is.
    enum Pronoun { case none, personal, thing, plural, demonstrative, other }
    let pronoun: Pronoun

    /// Whether the name is one word all in capitals.
    let isAcronym: Bool

    var isPronoun: Bool { mention.kind == .pronoun }
    var isNamed: Bool { mention.kind == .named }
    var sentence: Int { mention.head.sentence }
    var isPlace: Bool { EntityClass.named(mention.type).isPlace }

    static let indefinite: Set<String> = [
        "a", "an", "some", "any", "every", "each", "no", "another", "either", "neither",
    ]

    init(_ mention: Mention, _ view: SentenceView) {
        let tree = view.tree
        let head = mention.head.token
        self.mention = mention
        word = tree.words[head]
        lemma = tree.lemmas[head]
        nameWords = Self.nameWords(mention, view)
        isAcronym =
            mention.nameSpan.map { $0.count == 1 && NameForms.looksLikeAcronym(view.words($0)) } ?? false
        isTitledByGivenName =
            mention.kind == .named && mention.type == "Person"
            && mention.nameSpan.map { name in
                TitledName.isOfOne((max(0, name.lowerBound - 2)..<name.lowerBound).map { tree.words[$0] })
            } ?? false
        body =
            mention.kind == .named && mention.canonicalName == nil && !["Person", "Date"].contains(mention.type)
            ? mention.nameSpan.flatMap { BodyName(view.words($0)) } : nil
        bareWords = Self.bareWords(mention, view)
        var span = mention.span.clamped(to: 0..<tree.count)
        if let last = span.last, span.count > 1, tree.isPossessiveMark(last) { span = span.lowerBound..<last }
        let first = span.lowerBound < tree.count ? tree.words[span.lowerBound] : ""
        let label = span.lowerBound < tree.count ? tree.labels[span.lowerBound] : .other
        determiner = span.lowerBound < head && [.determiner, .possessor].contains(label) ? first : ""
        let content = span.filter { !["the", "a", "an", "this", "that", "these", "those"].contains(tree.words[$0]) }
        phraseKey = content.map { $0 == head ? tree.lemmas[$0] : tree.words[$0] }.joined(separator: " ")
        modifiers = Set(
            span.filter { $0 != head && ["NOUN", "PROPN", "ADJ", "NUM", "VERB"].contains(tree.tokens[$0].upos) }
                .map { tree.lemmas[$0] })
        premodifiers = Set(
            span.filter { $0 < head && ["NOUN", "PROPN", "ADJ", "NUM", "VERB"].contains(tree.tokens[$0].upos) }
                .map { tree.lemmas[$0] })
        number = Self.number(mention, tree)
        gender = Self.gender(mention, view)
        switch tree.labels[head] {
        case .subject, .passiveSubject, .outerSubject: role = .subject
        case .object, .indirectObject: role = .object
        default: role = .other
        }
        var up = head
        while tree.labels[up] == .conjunct, tree.heads[up] >= 0 { up = tree.heads[up] }
        governor = tree.heads[up]
        switch word {
        case "i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves", "'s", "’s":
            person = mention.kind == .pronoun ? 1 : 0
        case "you", "your", "yours", "yourself", "yourselves": person = mention.kind == .pronoun ? 2 : 0
        default: person = mention.kind == .pronoun ? 3 : 0
        }
        pronoun = mention.kind == .pronoun ? Self.pronoun(word) : .none
        order = (mention.head.sentence, mention.span.lowerBound)
    }

    private static func pronoun(_ word: String) -> Pronoun {
        switch word {
        case "he", "him", "his", "himself", "she", "her", "hers", "herself": .personal
        case "it", "its", "itself": .thing
        case "they", "them", "their", "theirs", "themselves": .plural
        case "this", "that", "these", "those": .demonstrative
        default: .other
        }
    }

    private static func nameWords(_ mention: Mention, _ view: SentenceView) -> [String] {
        guard let span = mention.nameSpan, mention.kind == .named else { return [] }
        return NameForms.words(mention.canonicalName ?? view.words(span))
    }

    private static func bareWords(_ mention: Mention, _ view: SentenceView) -> [String] {
        guard let span = mention.nameSpan, mention.kind == .named, mention.canonicalName == nil, span.count > 1,
            !["Person", "Date"].contains(mention.type)
        else { return [] }
        for length in stride(from: min(2, span.count - 1), through: 1, by: -1) {
            let start = span.lowerBound + length
            let first = view.words(span.lowerBound..<start)
            if Lexicon.country(named: first)?.kind == .country || Lexicon.demonym(first) != nil {
                return NameForms.words(view.words(start..<span.upperBound))
            }
        }
        return []
    }

    private static func number(_ mention: Mention, _ tree: DependencyTree) -> Number {
        let head = mention.head.token
        if mention.kind == .pronoun {
            switch tree.words[head] {
            case "he", "him", "his", "she", "her", "hers", "it", "its", "i", "me", "my", "this", "that", "himself",
                "herself",
                "itself":
                return .singular
            case "they", "them", "their", "theirs", "we", "us", "our", "these", "those", "themselves": return .plural
            default: return .unknown
            }
        }
        if tree.children(head).contains(where: { tree.labels[$0] == .conjunct && mention.span.contains($0) }) {
            return .plural
        }
        switch tree.tokens[head].xpos {
        case "NNS": return .plural
        case "NNPS": return mention.type == "Person" || mention.type == "Group" ? .plural : .singular
        default: return mention.type == "Group" ? .unknown : .singular
        }
    }

    private static func gender(_ mention: Mention, _ view: SentenceView) -> Gender? {
        let tree = view.tree
        let head = mention.head.token
        switch tree.words[head] {
        case "he", "him", "his", "himself": return .male
        case "she", "her", "hers", "herself": return .female
        default: break
        }
        guard mention.type == "Person" else { return nil }
        if let span = mention.nameSpan {
            // A title before the name, inside the phrase or hung on it.
            for token in mention.span.lowerBound..<max(mention.span.lowerBound, span.lowerBound) {
                if let gender = Lexicon.title(tree.words[token])?.gender { return gender }
            }
            if let first = span.first {
                if let gender = Lexicon.title(tree.words[first])?.gender { return gender }
                if span.count > 1 || mention.kind == .named {
                    if span.count == 2,
                        SurnameFirst.isSurname(tree.tokens[first].form, before: tree.tokens[first + 1].form)
                    {
                        return nil
                    }
                    return span.count > 1 ? Lexicon.givenName(tree.tokens[first].form)?.gender : nil
                }
            }
            return nil
        }
        return commonGender(tree.lemmas[head])
    }

    private static let maleNouns: Set<String> = [
        "man", "boy", "father", "son", "brother", "husband", "uncle", "nephew", "grandfather", "grandson", "king",
        "prince",
        "actor", "businessman", "spokesman", "chairman", "policeman", "gentleman", "congressman", "fisherman",
        "widower",
        "monk", "duke", "boyfriend", "dad", "guy", "gunman", "sportsman", "statesman", "salesman", "father-in-law",
    ]
    private static let femaleNouns: Set<String> = [
        "woman", "girl", "mother", "daughter", "sister", "wife", "aunt", "niece", "grandmother", "granddaughter",
        "queen",
        "princess", "actress", "businesswoman", "spokeswoman", "chairwoman", "policewoman", "lady", "congresswoman",
        "widow",
        "nun", "duchess", "girlfriend", "mom", "mum", "waitress", "heiress", "mother-in-law",
    ]

    private static func commonGender(_ lemma: String) -> Gender? {
        if maleNouns.contains(lemma) { return .male }
        if femaleNouns.contains(lemma) { return .female }
        return nil
    }
}
