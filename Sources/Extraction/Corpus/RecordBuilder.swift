import English
import RDF

/// Makes the record of a report's analysis.
public struct RecordBuilder {
    private let analysis: ReportAnalysis
    private let phrases: PhraseText
    private let labels: CommonLabels
    /// The country that the report is about.
    private let country: String?
    private var mentionAtHead: [TokenReference: Int] = [:]
    private var entities: [LocalEntity] = []
    private var entityOfChain: [Int: Int] = [:]
    private var entityOfPhrase: [TokenReference: Int] = [:]
    private var sentences: [SentenceRecord] = []
    private var recordOfSentence: [Int: Int] = [:]

    /// The record of an analysis; linear in its size.
    public static func record(of analysis: ReportAnalysis) -> ReportRecord {
        var builder = RecordBuilder(analysis)
        builder.addEntities()
        let claims = builder.claimRecords()
        return ReportRecord(
            hash: analysis.hash, source: analysis.source, title: analysis.title, date: analysis.date,
            sentences: builder.sentences, entities: builder.entities, claims: claims,
            sentenceCount: analysis.sentences.count)
    }

    /// Which entity of its record each chain of an analysis is.
    static func entities(ofChainsIn analysis: ReportAnalysis) -> [Int: Int] {
        var builder = RecordBuilder(analysis)
        builder.addEntities()
        return builder.entityOfChain
    }

    private init(_ analysis: ReportAnalysis) {
        self.analysis = analysis
        phrases = PhraseText(sentences: analysis.sentences, text: analysis.text)
        labels = CommonLabels(phrases: phrases)
        let phrases = phrases
        country = BodyName.country(of: analysis.mentions) { mention in
            mention.nameSpan.map { phrases.words($0, in: mention.head.sentence) } ?? ""
        }
        for (index, mention) in analysis.mentions.enumerated() where mentionAtHead[mention.head] == nil {
            mentionAtHead[mention.head] = index
        }
    }

    // MARK: Entities

    private mutating func addEntities() {
        var chains: [Int: [Mention]] = [:]
        var order: [Int] = []
        for mention in analysis.mentions {
            if chains[mention.chain] == nil { order.append(mention.chain) }
            chains[mention.chain, default: []].append(mention)
        }
        for chain in order {
            guard let mentions = chains[chain], let entity = localEntity(mentions) else { continue }
            entityOfChain[chain] = entities.count
            entities.append(entity)
        }
    }

    private func characters(_ mention: Mention) -> Range<Int> {
        characters(mention.span, in: mention.head.sentence)
    }

    private func characters(_ span: Range<Int>, in sentence: Int) -> Range<Int> {
        guard analysis.sentences.indices.contains(sentence) else { return 0..<0 }
        let tokens = analysis.sentences[sentence].tokens
        let span = span.clamped(to: 0..<tokens.count)
        guard let first = span.first, let last = span.last else { return 0..<0 }
        return tokens[first].range.lowerBound..<max(tokens[first].range.lowerBound, tokens[last].range.upperBound)
    }

    private func localEntity(_ mentions: [Mention]) -> LocalEntity? {
        guard let first = mentions.min(by: { characters($0).lowerBound < characters($1).lowerBound }) else {
            return nil
        }
        let named = mentions.filter { $0.kind == .named }
        let common = mentions.filter { $0.kind == .common }
        let best = !named.isEmpty ? named : !common.isEmpty ? common : mentions
        let typed = best.first { $0.isTypeSure } ?? best.first ?? first
        var names: Set<String> = []
        var forms: Set<String> = []
        var titles: Set<String> = []
        for mention in named {
            guard let span = mention.nameSpan else { continue }
            let name = phrases.words(span, in: mention.head.sentence)
            guard !name.isEmpty else { continue }
            names.insert(name)
            forms.insert(name)
            let phrase = withoutArticle(phrases.words(titled(mention, span), in: mention.head.sentence))
            if phrase.split(separator: " ").count <= 6, !phrase.contains(","), !phrase.contains("(") {
                forms.insert(phrase)
            }
            if span.lowerBound > mention.span.lowerBound {
                let title = phrases.words(mention.span.lowerBound..<span.lowerBound, in: mention.head.sentence)
                titles.insert(title.lowercased())
            }
        }
        let label: String
        var canonicalName: String?
        if !names.isEmpty {
            canonicalName = named.compactMap(\.canonicalName).min()
            label = canonicalName ?? NameChoice.fullest(names, counts: counts(named), isPerson: typed.type == "Person")
        } else if !common.isEmpty {
            // The fullest description that fits a label; of equals the first.
            var choice = ""
            for mention in common {
                guard mention.head == first.head || lemma(mention) == lemma(first) || first.kind != .common else {
                    continue
                }
                let candidate = labels.label(mention)
                if candidate.split(separator: " ").count > choice.split(separator: " ").count { choice = candidate }
                if mention.span.count <= 10 {
                    forms.insert(
                        withoutArticle(phrases.words(mention.span, in: mention.head.sentence, lowerCasing: true)))
                }
                forms.insert(candidate)
                if let uncounted = labels.uncounted(mention) { forms.insert(uncounted) }
            }
            label = choice.isEmpty ? phrases.words(first.span, in: first.head.sentence) : choice
        } else {
            label = phrases.words(first.span, in: first.head.sentence).lowercased()
        }
        let place = characters(first)
        return LocalEntity(
            kind: !names.isEmpty ? .named : !common.isEmpty ? .common : .pronoun, type: typed.type,
            isTypeSure: typed.isTypeSure, canonicalName: canonicalName, label: label.isEmpty ? "unnamed" : label,
            names: names.sorted(), surfaceForms: forms.filter { !$0.isEmpty && $0.utf8.count <= 200 }.sorted(),
            titles: titles.sorted(),
            setting: names.isEmpty || canonicalName != nil || typed.type == "Person" ? nil : setting(of: label, named),
            isGeneric: names.isEmpty && mentions.count == 1 && mentions.allSatisfy { labels.isGeneric($0) },
            begin: place.lowerBound, end: place.upperBound)
    }

    /// A name with what it is called by before it, and without what only says which, when or how many: "even | President Ana Holm | in
    /// Lund", "his | White House".
    private func titled(_ mention: Mention, _ name: Range<Int>) -> Range<Int> {
        guard analysis.sentences.indices.contains(mention.head.sentence) else { return name }
        let tokens = analysis.sentences[mention.head.sentence].tokens
        var start = min(mention.span.lowerBound, name.lowerBound)
        while start < name.lowerBound, tokens.indices.contains(start),
            !["NOUN", "PROPN"].contains(tokens[start].upos),
            tokens[start].form.unicodeScalars.first?.properties.isUppercase != true || tokens[start].upos == "ADV"
        {
            start += 1
        }
        return start..<name.upperBound
    }

    /// What besides its name tells a body from those of its name in other countries.
    private func setting(of label: String, _ mentions: [Mention]) -> String? {
        if RecurringEvent.isName(label) {
            // "the World Cup" of one year is not that of another.
            return analysis.date.map { "year \($0.prefix(4))" } ?? "report \(analysis.hash)"
        }
        return BodyName(label).map { body in
            body.country ?? mentions.lazy.compactMap(owner).first ?? country ?? "report \(analysis.hash)"
        }
    }

    /// "Puerto Rico's Senate", "the Senate of Puerto Rico", "the French Senate": the place whose body it is, where the phrase
    /// tells.
    private func owner(_ mention: Mention) -> String? {
        let sentence = mention.head.sentence
        guard analysis.sentences.indices.contains(sentence) else { return nil }
        let tokens = analysis.sentences[sentence].tokens
        for other in analysis.mentions where other.head.sentence == sentence && other.head != mention.head {
            guard other.kind == .named, ["Country", "Place"].contains(other.type), let name = other.canonicalName,
                tokens.indices.contains(other.head.token), tokens[other.head.token].head == mention.head.token,
                ["nmod:poss", "nmod", "amod", "compound"].contains(tokens[other.head.token].relation)
            else { continue }
            if let code = BodyName.code(of: name) { return code }
        }
        return nil
    }

    private func lemma(_ mention: Mention) -> String {
        let sentence = mention.head.sentence
        guard analysis.sentences.indices.contains(sentence),
            analysis.sentences[sentence].tokens.indices.contains(mention.head.token)
        else { return "" }
        return analysis.sentences[sentence].tokens[mention.head.token].lemma
    }

    private func counts(_ named: [Mention]) -> [String: Int] {
        var counts: [String: Int] = [:]
        for mention in named {
            guard let span = mention.nameSpan else { continue }
            counts[phrases.words(span, in: mention.head.sentence), default: 0] += 1
        }
        return counts
    }

    /// A phrase without its article and without quotation marks around the whole of it.
    private func withoutArticle(_ words: String) -> String {
        var words = words
        for article in ["the ", "The ", "a ", "A ", "an ", "An "] where words.hasPrefix(article) {
            words.removeFirst(article.count)
            break
        }
        let marks: Set<Character> = ["\"", "“", "”", "'", "‘", "’"]
        if words.count > 2, let first = words.first, let last = words.last, marks.contains(first), marks.contains(last)
        {
            words = String(words.dropFirst().dropLast())
        }
        return words
    }

    /// The entity that a phrase refers to: its mention's chain, or one of its own where no mention has its head.
    private mutating func entity(of argument: Argument) -> Int? {
        if let mention = mentionAtHead[argument.head] { return entityOfChain[analysis.mentions[mention].chain] }
        if let known = entityOfPhrase[argument.head] { return known }
        let sentence = argument.head.sentence
        guard analysis.sentences.indices.contains(sentence),
            analysis.sentences[sentence].tokens.indices.contains(argument.head.token)
        else { return nil }
        let span = argument.span.isEmpty ? argument.head.token..<argument.head.token + 1 : argument.span
        let mention = Mention(
            head: argument.head, span: span, nameSpan: nil, kind: .common, type: "Thing", chain: -1)
        guard let made = localEntity([mention]) else { return nil }
        entityOfPhrase[argument.head] = entities.count
        entities.append(made)
        return entities.count - 1
    }

    // MARK: Claims

    private mutating func sentenceRecord(_ sentence: Int) -> Int {
        if let known = recordOfSentence[sentence] { return known }
        let range = analysis.sentences[sentence].range
        recordOfSentence[sentence] = sentences.count
        sentences.append(SentenceRecord(range: range, text: analysis.text[range]))
        return sentences.count - 1
    }

    private mutating func claimRecords() -> [ClaimRecord] {
        var records: [ClaimRecord] = []
        var used: Set<String> = []
        let valid = analysis.claims.indices.filter { analysis.sentences.indices.contains(analysis.claims[$0].sentence) }
        var place: [Int: Int] = [:]
        for (new, old) in valid.enumerated() { place[old] = new }
        for index in valid {
            let claim = analysis.claims[index]
            let spans = argumentSpans(claim)
            let predicate = claim.predicate.map { characters($0..<$0 + 1, in: claim.sentence) }
            var id = identifier(claim, predicate: predicate, arguments: spans, extra: "")
            // Two statements may rest on the same words ("the French president": a role and a nationality).
            if !used.insert(id).inserted {
                id = identifier(claim, predicate: predicate, arguments: spans, extra: claim.relation)
                var copy = 1
                while !used.insert(id).inserted {
                    copy += 1
                    id = identifier(claim, predicate: predicate, arguments: spans, extra: "\(claim.relation) \(copy)")
                }
            }
            let local = (predicate + spans.filter { isInside($0, claim.sentence) }).filter { !$0.isEmpty }
            let sentence = analysis.sentences[claim.sentence].range
            let begin = local.map(\.lowerBound).min() ?? sentence.lowerBound
            let end = local.map(\.upperBound).max() ?? sentence.upperBound
            let subject = claim.subject.flatMap { entity(of: $0) }
            let object = objectRecord(claim.object)
            let attribution = claim.attribution.compactMap { entity(of: $0) }
            let qualifiers = claim.qualifiers.map { qualifier in
                QualifierRecord(
                    kind: qualifier.kind, entity: qualifier.kind == .date ? nil : mentioned(qualifier.argument),
                    text: qualifier.text)
            }
            let record = sentenceRecord(claim.sentence)
            records.append(
                ClaimRecord(
                    id: id, sentence: record, range: begin..<max(begin, end), relation: claim.relation,
                    isNamed: claim.isNamed, surface: claim.surface, subject: subject, object: object,
                    polarity: claim.polarity, certainty: claim.certainty, tense: claim.tense, attribution: attribution,
                    qualifiers: qualifiers, contents: claim.contents.compactMap { place[$0] },
                    isFact: claim.isFact && isKnown(subject) && isKnown(object)))
        }
        return records
    }

    private func isInside(_ range: Range<Int>, _ sentence: Int) -> Bool {
        let whole = analysis.sentences[sentence].range
        return whole.lowerBound <= range.lowerBound && range.upperBound <= whole.upperBound
    }

    /// Whether the report says who or what it is: a pronoun that leads to no noun says nothing that could be asserted.
    private func isKnown(_ entity: Int?) -> Bool {
        entity.map { entities[$0].kind != .pronoun } ?? false
    }

    private func isKnown(_ object: ObjectRecord) -> Bool {
        if case .entity(let entity) = object { return isKnown(entity) }
        return true
    }

    /// The entity of a third argument; only where a mention has its head: else the words say it better than a node would.
    private func mentioned(_ argument: Argument?) -> Int? {
        guard let argument, let mention = mentionAtHead[argument.head] else { return nil }
        return entityOfChain[analysis.mentions[mention].chain]
    }

    private mutating func objectRecord(_ object: ClaimObject) -> ObjectRecord {
        switch object {
        case .phrase(let argument): return entity(of: argument).map { .entity($0) } ?? .none
        case .quantity(let quantity, let argument): return .quantity(quantity, mentioned(argument))
        case .text(let text, _): return .text(text)
        case .none: return .none
        }
    }

    private func argumentSpans(_ claim: Claim) -> [Range<Int>] {
        var spans: [Range<Int>] = []
        func add(_ argument: Argument?) {
            guard let argument else {
                spans.append(0..<0)
                return
            }
            let span = argument.span.isEmpty ? argument.head.token..<argument.head.token + 1 : argument.span
            spans.append(characters(span, in: argument.head.sentence))
        }
        add(claim.subject)
        switch claim.object {
        case .phrase(let argument): add(argument)
        case .quantity(_, let argument): add(argument)
        case .text(_, let span): spans.append(characters(span, in: claim.sentence))
        case .none: add(nil)
        }
        for qualifier in claim.qualifiers { add(qualifier.argument) }
        return spans
    }

    private func identifier(_ claim: Claim, predicate: [Range<Int>], arguments: [Range<Int>], extra: String) -> String {
        func list(_ ranges: [Range<Int>]) -> String {
            ranges.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ",")
        }
        // A quantity without a phrase has no span of its own.
        var value = ""
        if case .quantity(let quantity, _) = claim.object { value = quantity.value }
        let parts = [
            analysis.hash, list(predicate), list(arguments), value, claim.polarity.rawValue, claim.certainty.rawValue,
            extra,
        ]
        return String(SHA256.hexadecimal(of: parts.joined(separator: "|")).prefix(32))
    }
}

/// Chooses among the names of one entity.
enum NameChoice {
    /// The fullest name: of a person the commonest of those with most words up to four, of others the one with most words that is
    /// no acronym; of equals the commonest, then the first in order.
    static func fullest(_ names: Set<String>, counts: [String: Int], isPerson: Bool) -> String {
        names.max { left, right in
            let ranks = (rank(left, counts, isPerson), rank(right, counts, isPerson))
            return ranks.0 == ranks.1 ? left > right : ranks.0.lexicographicallyPrecedes(ranks.1)
        } ?? ""
    }

    private static func rank(_ name: String, _ counts: [String: Int], _ isPerson: Bool) -> [Int] {
        let words = NameForms.words(name).count
        let letters = name.unicodeScalars.filter { $0.properties.isAlphabetic }
        let isShouting = letters.count > 5 && letters.allSatisfy { $0.properties.isUppercase }
        let fullness = isPerson ? min(words, 2) : min(words, 6)
        return [
            isShouting ? 0 : 1, NameForms.looksLikeAcronym(name) ? 0 : 1, fullness, counts[name] ?? 0, words,
            name.utf8.count,
        ]
    }
}
