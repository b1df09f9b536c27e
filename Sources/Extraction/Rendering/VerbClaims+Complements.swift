import English

/// "kept the children in captivity", "urged voters to stay", "classified the outbreak as a pandemic".
///
/// An object that says little, or something else, without what it is kept in, urged to do or classified as.
extension VerbClaims {
    /// The object with its complement as text; `ClaimObject.none` where a pronoun stands for it, nil where nothing is missing.
    func wholeObject(_ clause: Clause) -> ClaimObject? {
        guard let object = halfObject(of: clause), let complement = complement(of: object, in: clause),
            !staysNode(clause)
        else { return nil }
        let rest = complement.words
        if tree.tokens[object].upos == "PRON" {
            // "pulled him from the river": that much is said of him.
            if VerbClaims.moving.contains(tree.lemmas[clause.head]) { return nil }
            // "described him as a friend": by the name that the report has for him; "describes itself as a movement"
            let isReflexive = ["self", "selves"].contains { tree.words[object].hasSuffix($0) }
            guard object < rest.lowerBound,
                let name = isReflexive ? tree.tokens[object].form : nameOfPerson(object),
                !clause.subjects.contains(where: { !isReflexive && isNamed($0, name) })
            else { return ClaimObject.none }
            let words = closed(rest)
            return .text(name + " " + Spans.text(words, in: tree), object..<words.upperBound)
        }
        let thing = Spans.phrase(object, in: tree)
        let words = min(thing.lowerBound, rest.lowerBound)..<max(thing.upperBound, rest.upperBound)
        let between = thing.upperBound..<max(thing.upperBound, rest.lowerBound)
        let isApart =
            clause.isPassive || rest.lowerBound < thing.lowerBound || between.contains { tree.words[$0] == "," }
            || clause.obliques.contains { between.contains($0.head) && context.dates.isTime($0.head) }
        if !isApart {
            let words = closed(words)
            return .text(Spans.text(words, in: tree), words)
        }
        // "characterizes events where four people are shot, other than the gunman, as a mass shooting"
        return .text(Spans.text(thing, in: tree) + " " + Spans.text(closed(rest), in: tree), words)
    }

    /// The name that the report has for "him" or "her".
    private func nameOfPerson(_ pronoun: Int) -> String? {
        guard ["him", "her"].contains(tree.words[pronoun]) else { return nil }
        return context.mentions.name(at: TokenReference(sentence: context.index, token: pronoun))
    }

    private func isNamed(_ subject: Int, _ name: String) -> Bool {
        context.mentions.name(at: TokenReference(sentence: context.index, token: subject)) == name
    }

    /// The head of what an object says little without.
    func complementHead(of clause: Clause) -> Int? {
        halfObject(of: clause).flatMap { complement(of: $0, in: clause)?.head }
    }

    /// A run of words with the mark that closes a quotation begun in it.
    func closed(_ words: Range<Int>) -> Range<Int> {
        let marks = words.filter { ["\"", "“", "”", "``", "''"].contains(tree.words[$0]) }
        guard marks.count % 2 == 1, words.upperBound < tree.count,
            ["\"", "”", "''"].contains(tree.words[words.upperBound])
        else { return words }
        return words.lowerBound..<words.upperBound + 1
    }

    /// Whether a name, or a pronoun that leads to one, stays the object of a relation although it says but half: who was urged
    /// or accused is worth a node.
    func staysNode(_ clause: Clause) -> Bool {
        guard VerbClaims.nodeTakers.contains(tree.lemmas[clause.head]), let object = halfObject(of: clause) else {
            return false
        }
        // "called Holm a decent woman": that is no call to her.
        if tree.lemmas[clause.head] == "call", !clause.openComplements.isEmpty,
            !clause.openComplements.contains(where: { tree.isVerb($0) })
        {
            return false
        }
        return tree.tokens[object].upos == "PRON" || context.isName(object)
    }

    private static let nodeTakers: Set<String> = [
        "urge", "encourage", "accuse", "suspect", "ban", "bar", "prohibit", "warn", "invite", "convict", "acquit",
        "call", "ask",
        "press",
    ]

    /// What is urged, kept or called: the direct object, else whom one tells; of a passive with an agent, the subject.
    private func halfObject(of clause: Clause) -> Int? {
        if clause.isPassive {
            guard clause.agent != nil, clause.subjects.count == 1, let subject = clause.subjects.first,
                subject < clause.head, clause.objects.isEmpty, !tree.isRelativeWord(subject)
            else { return nil }
            return subject
        }
        let objects = clause.objects.isEmpty ? clause.indirectObjects : clause.objects
        guard objects.count == 1, let object = objects.first, object > clause.head else {
            return objects.isEmpty ? wished(in: clause) : nil
        }
        guard [.object, .subject, .indirectObject].contains(tree.labels[object]) else { return nil }
        return object
    }

    /// "called for members to pay more", "waited for the dam to burst"
    private func wished(in clause: Clause) -> Int? {
        guard VerbClaims.wishing.contains(tree.lemmas[clause.head]) else { return nil }
        return clause.obliques.first { ["for", "on"].contains($0.preposition ?? "") && $0.head > clause.head }?.head
    }

    private static let wishing: Set<String> = [
        "call", "ask", "wait", "push", "press", "appeal", "plead", "pay", "arrange",
    ]

    private func complement(of object: Int, in clause: Clause) -> (words: Range<Int>, head: Int)? {
        let verb = tree.lemmas[clause.head]
        if let open = clause.openComplements.first(where: { $0 > object && $0 > clause.head }) {
            return (whole(open), open)
        }
        // "urged the board to resign", "told voters to stay": whatever the tree calls the infinitive.
        if !clause.isPassive, VerbClaims.asking.contains(verb),
            let infinitive = (clause.contents + clause.adverbials).first(where: { isInfinitive($0, behind: object) })
        {
            return (whole(infinitive), infinitive)
        }
        // "spent two years mending nets", "sees value in offering them"
        if let gerund = spending(object, in: clause) { return (whole(gerund), gerund) }
        // "called the charges politically motivated"
        if !clause.isPassive, VerbClaims.labelling.contains(verb),
            let label = tree.children(object).first(where: {
                $0 > object && [.adnominalClause, .adjectivalModifier].contains(tree.labels[$0])
                    && ["VBN", "JJ", "JJR", "JJS"].contains(tree.tokens[$0].xpos)
            }), let first = tree.subtree(label).first, let last = tree.subtree(label).last
        {
            return (first..<last + 1, label)
        }
        guard let prepositions = VerbClaims.obligatory[verb] else { return nil }
        if let phrase = clause.obliques.first(where: {
            $0.head > max(object, clause.head) && prepositions.contains($0.preposition ?? "")
                && (!context.dates.isTime($0.head) || verb == "postpone") && isFixed(verb, $0.head)
        }), let first = phrase.prepositionTokens.first {
            let last =
                context.members(phrase.head).map { Spans.phrase($0, in: tree).upperBound }.max() ?? phrase.head + 1
            return (first..<max(last, phrase.head + 1), phrase.head)
        }
        let gerund = clause.adverbials.first { adverbial in
            adverbial > object
                && (verb == "spend" && tree.tokens[adverbial].xpos == "VBG"
                    && tree.subtree(adverbial).first == (tree.subtree(object).last ?? object) + 1
                    || (tree.children(adverbial, .marker) + tree.children(adverbial, .preposition)).contains {
                        prepositions.contains(tree.words[$0])
                    })
        }
        return gerund.map { (whole($0), $0) }
    }

    /// "spent two years mending nets", "sees value in offering courses": what a time is spent on, or a value lies in.
    private func spending(_ object: Int, in clause: Clause) -> Int? {
        guard !clause.isPassive else { return nil }
        var end = (tree.subtree(object) { tree.labels[$0] == .adnominalClause }.last ?? object) + 1
        var nouns = [object]
        // "300 days a year travelling"
        if end + 1 < tree.count, ["a", "every", "each", "per"].contains(tree.words[end]), context.dates.isTime(end + 1)
        {
            nouns.append(end + 1)
            end += 2
        }
        return (nouns.flatMap { tree.children($0, .adnominalClause) } + clause.adverbials).first { gerund in
            guard gerund > object, tree.tokens[gerund].xpos == "VBG", tree.subtree(gerund).first == end else {
                return false
            }
            let isBare = tree.children(gerund, .marker).isEmpty
            if isBare {
                return tree.lemmas[clause.head] == "spend" || VerbClaims.showing.contains(tree.lemmas[clause.head])
            }
            return VerbClaims.lyingIn.contains(tree.lemmas[object])
                && (tree.children(gerund, .marker) + tree.children(gerund, .preposition)).contains {
                    tree.words[$0] == "in"
                }
        }
    }

    /// Verbs by which one sees somebody do something.
    private static let showing: Set<String> = [
        "show", "see", "film", "depict", "catch", "capture", "record", "picture", "photograph", "witness", "watch",
        "spot",
    ]

    private static let lyingIn: Set<String> = [
        "value", "interest", "difficulty", "success", "pride", "pleasure", "trouble", "risk", "merit", "point",
        "benefit",
        "advantage", "progress", "experience", "role", "part", "joy", "satisfaction", "hand", "way", "step", "delay",
    ]

    /// A clause's words with its mark.
    private func whole(_ head: Int) -> Range<Int> {
        let span = Spans.content(head, in: tree)
        let marks = (tree.children(head, .marker) + tree.prepositionTokens(head)).filter { $0 < head }
        return min(span.lowerBound, marks.min() ?? span.lowerBound)..<span.upperBound
    }

    private func isInfinitive(_ verb: Int, behind object: Int) -> Bool {
        guard verb > object, let mark = tree.children(verb, .marker).first(where: { tree.words[$0] == "to" }) else {
            return false
        }
        let last = tree.subtree(object).last ?? object
        return mark == last + 1 || tree.labels[verb] == .clausalComplement
    }

    /// "held officers in contempt", but "held talks in Lund"; "left the town without water", but "left the town in May".
    private func isFixed(_ verb: String, _ head: Int) -> Bool {
        guard let nouns = VerbClaims.fixed[verb] else { return true }
        return nouns.contains(tree.lemmas[head])
    }

    private static let fixed: [String: Set<String>] = [
        "hold": [
            "contempt", "captivity", "custody", "detention", "prison", "jail", "esteem", "regard", "hostage", "check",
            "place",
            "responsible",
        ],
        "set": ["fire", "motion", "place", "ablaze", "course", "stage"],
        "take": ["custody", "account", "consideration", "hostage", "possession"],
        "bring": [
            "end", "halt", "justice", "life", "power", "attention", "court", "trial", "control", "standstill", "close",
        ],
    ]

    private static let asking: Set<String> = [
        "urge", "tell", "ask", "encourage", "order", "instruct", "call", "beg", "invite", "direct", "press", "push",
        "command",
        "advise", "persuade", "convince", "force", "allow", "permit", "enable", "help", "appeal", "plead", "wait",
        "pay",
        "warn", "remind", "require", "request", "arrange", "authorize", "authorise", "cause", "lead", "get", "compel",
        "oblige",
        "pressure", "challenge", "implore", "want",
    ]

    private static let naming: Set<String> = ["as"]
    private static let barring: Set<String> = ["from"]
    private static let changing: Set<String> = ["into"]
    private static let holding: Set<String> = ["of"]
    private static let joining: Set<String> = ["to", "with"]
    private static let placing: Set<String> = [
        "in", "into", "on", "onto", "at", "under", "behind", "over", "near", "with", "within", "between", "among",
        "against",
        "inside", "beside", "around", "out_of", "before", "to", "through", "off", "above", "below", "next_to",
    ]

    private static let moving: Set<String> = ["pull", "drag", "haul", "lift", "smuggle"]

    /// Verbs that say what their object is held to be.
    static let labelling: Set<String> = [
        "call", "dub", "label", "term", "deem", "consider", "declare", "brand", "pronounce", "judge", "find", "render",
    ]

    /// Whether the object of a relation on a verb may need a phrase; "pulled the girl from the rubble" has rescued her.
    static func isObligatory(_ verb: String) -> Bool { obligatory[verb] != nil && !moving.contains(verb) }

    /// Verbs whose object needs a phrase with one of these prepositions.
    private static let obligatory: [String: Set<String>] = {
        var table: [String: Set<String>] = [:]
        let groups: [([String], Set<String>)] = [
            (
                [
                    "describe", "characterize", "characterise", "classify", "regard", "portray", "depict", "certify",
                    "brand",
                    "hail", "treat", "define", "designate", "list", "name", "identify", "categorize", "categorise",
                    "perceive", "view", "see", "recognize", "recognise", "present", "cite", "conceptualize",
                    "conceptualise",
                    "interpret", "frame", "denounce", "condemn", "dismiss", "praise", "mark", "select", "establish",
                    "reveal", "unveil", "use",
                ], naming
            ),
            (
                [
                    "ban", "bar", "prohibit", "prevent", "stop", "block", "discourage", "deter", "exclude", "exempt",
                    "distinguish", "separate", "dissuade", "restrain",
                ], barring
            ),
            (
                ["turn", "transform", "convert", "translate", "divide", "split", "plunge", "throw", "force", "trick"],
                changing
            ),
            (
                [
                    "accuse", "suspect", "rob", "deprive", "strip", "remind", "assure", "convince", "rid", "acquit",
                    "warn",
                    "inform", "notify",
                ], holding
            ),
            (
                [
                    "compare", "liken", "equate", "link", "tie", "connect", "relate", "attribute", "ascribe", "devote",
                    "dedicate", "limit", "confine", "restrict", "expose", "subject", "associate", "contrast", "match",
                ], joining
            ),
            (["tell"], ["of", "about"]),
            (["credit", "confuse", "equip", "entrust"], ["with"]),
            (["estimate", "value"], ["at"]),
            (["keep"], placing.union(["from", "away_from", "as"])),
            (Array(moving), ["from", "out_of"]),
            (["put", "place", "position", "lay", "pin", "base"], placing),
            (["leave"], ["with", "without", "as"]),
            (["hold", "set", "take", "bring"], ["in", "on", "into", "to", "under"]),
            (["rename"], ["after", "to", "as"]),
            (["get"], ["to", "into", "onto", "on", "over", "past", "through"]),
            (["spend"], ["in", "on", "at", "with", "without", "as", "under", "behind", "inside"]),
        ]
        for (verbs, prepositions) in groups { for verb in verbs { table[verb] = prepositions } }
        return table
    }()
}
