/// "over 40,000 deaths"; "at least 12 people"; "dozens of homes"; "$4.35 million"; "between 5 and 10 days"
///
/// The quantity that a noun phrase states: number, bound, unit and what is counted.
package struct QuantityReader: Sendable {
    private let tree: DependencyTree

    /// Reads quantities of a tree.
    package init(_ tree: DependencyTree) { self.tree = tree }

    /// The quantity of the phrase that a token heads, or nil when it states none.
    package func quantity(at head: Int) -> Quantity? {
        if let currency = QuantityReader.currencies[tree.words[head]] { return money(head, unit: currency) }
        if tree.words[head] == "%" || tree.words[head] == "percent" {
            return number(of: head).map { finish($0, head: head, unit: "%", of: partitive(head)) }
        }
        if let count = QuantityReader.indefinite[tree.words[head]],
            !tree.has(head, .numeralModifier), isPlural(head)
        {
            // "dozens of homes": the convention of conflict data sets.
            var count = count
            var counted = partitive(head)
            if let inner = counted, let scale = QuantityReader.indefinite[tree.words[inner]] {
                // "tens of thousands of homes"
                count *= scale
                counted = partitive(inner)
            }
            return Quantity(
                value: String(count), bound: .about, unit: counted.map(unitName) ?? nil,
                quantityOf: counted.map(phrase))
        }
        if tree.tokens[head].upos == "NUM" || tree.tokens[head].xpos == "CD" {
            // "40 of the crew", "105 were freed": the number heads the phrase.
            guard var found = number(at: head, modifiersOf: head) else { return nil }
            if let counted = partitive(head) {
                found.unit = unitName(counted)
                found.quantityOf = phrase(counted)
            }
            return found
        }
        guard let found = number(of: head) else { return nil }
        return finish(found, head: head, unit: unitName(head), of: head)
    }

    private func finish(_ quantity: Quantity, head: Int, unit: String?, of counted: Int?) -> Quantity {
        var quantity = quantity
        quantity.unit = unit
        quantity.quantityOf = counted.map(phrase)
        return quantity
    }

    private func money(_ head: Int, unit: String) -> Quantity? {
        number(of: head).map { finish($0, head: head, unit: unit, of: nil) }
    }

    /// The number among a head's modifiers, with its bound.
    private func number(of head: Int) -> Quantity? {
        for child in tree.children(head) where tree.labels[child] == .numeralModifier {
            guard child < head || QuantityReader.currencies[tree.words[head]] != nil else { continue }
            if var found = number(at: child, modifiersOf: child) {
                if found.bound == nil { found.bound = bound(beside: head) }
                return found
            }
        }
        return nil
    }

    private func number(at numeral: Int, modifiersOf owner: Int) -> Quantity? {
        let words = numberTokens(numeral).map { tree.words[$0] }
        guard let value = NumberWords.value(of: words) else { return nil }
        var quantity = Quantity(value: value.text)
        quantity.bound = bound(beside: owner)
        if let upper = upperEnd(numeral) {
            quantity.upperValue = upper
            quantity.bound = .between
        }
        return quantity
    }

    /// A numeral with the parts that belong to it ("two hundred", "4.35 million", "twenty-five").
    private func numberTokens(_ numeral: Int) -> [Int] {
        var tokens = [numeral]
        for child in tree.children(numeral) {
            let isPart =
                tree.labels[child] == .compound || tree.labels[child] == .flat || tree.labels[child] == .numeralModifier
            if isPart, tree.tokens[child].upos == "NUM" || tree.tokens[child].xpos == "CD" {
                tokens += numberTokens(child)
            }
        }
        return tokens.sorted()
    }

    /// The upper end of a range: "5 to 10", "between 5 and 10", "5-10".
    private func upperEnd(_ numeral: Int) -> String? {
        for child in tree.children(numeral) where child > numeral {
            let isNumber = tree.tokens[child].upos == "NUM" || tree.tokens[child].xpos == "CD"
            guard isNumber else { continue }
            let preposition = tree.prepositionWord(child)
            let isRange =
                (tree.labels[child].isNominalModifier || tree.labels[child] == .oblique)
                && (preposition == "to" || preposition == "-" || preposition == "–")
            let isBetween =
                tree.labels[child] == .conjunct
                && tree.children(numeral).contains { tree.words[$0] == "between" }
            if isRange || isBetween { return NumberWords.value(of: numberTokens(child).map { tree.words[$0] })?.text }
        }
        return nil
    }

    /// The bound that adverbs and prepositions beside a number state.
    private func bound(beside token: Int) -> Bound? {
        for child in tree.children(token) where child < token || tree.words[child] == "least" {
            let words = ([child] + tree.subtree(child).filter { $0 != child }).sorted().map { tree.words[$0] }
            if let bound = QuantityReader.bounds[words.joined(separator: " ")] { return bound }
            if let bound = QuantityReader.bounds[tree.words[child]],
                [.adverb, .preposition, .adjectivalModifier].contains(tree.labels[child])
            {
                return bound
            }
        }
        return nil
    }

    /// What a partitive counts: "dozens of homes", "40 of the crew", "a third of voters".
    private func partitive(_ head: Int) -> Int? {
        tree.children(head).first { tree.labels[$0].isNominalModifier && tree.prepositionWord($0) == "of" }
    }

    private func isPlural(_ token: Int) -> Bool { tree.tokens[token].form.hasSuffix("s") }

    private func unitName(_ token: Int) -> String? {
        let word = tree.words[token]
        return QuantityReader.units[word] ?? word
    }

    /// The words of what is counted, without the number and its bounds.
    private func phrase(_ token: Int) -> String {
        let kept = tree.subtree(token) { child in
            switch tree.labels[child] {
            case .numeralModifier, .determiner, .relativeClause, .adnominalClause, .apposition, .punctuation,
                .preposition, .adverb, .parataxis, .conjunct, .coordinator:
                true
            case .nominalModifier: tree.heads[child] == token && tree.prepositionWord(child) != "of"
            default: false
            }
        }
        return kept.map { tree.tokens[$0].form }.joined(separator: " ")
    }

    private static let indefinite: [String: Int] = [
        "dozens": 12, "tens": 10, "scores": 20, "hundreds": 100, "thousands": 1000, "millions": 1_000_000,
        "billions": 1_000_000_000,
    ]

    static let currencies: [String: String] = [
        "$": "USD", "us$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "a$": "AUD", "c$": "CAD",
        "nz$": "NZD",
    ]

    private static let units: [String: String] = [
        "kilometers": "km", "kilometres": "km", "kilometer": "km", "kilometre": "km", "meters": "m", "metres": "m",
        "miles": "mi", "mile": "mi", "dollars": "USD", "euros": "EUR", "pounds": "GBP", "percent": "%", "dollar": "USD",
        "euro": "EUR", "people": "people", "person": "people",
    ]

    private static let bounds: [String: Bound] = [
        "over": .over, "more than": .over, "above": .over, "exceeding": .over, "upwards of": .over,
        "greater than": .over,
        "at least": .atLeast, "minimum": .atLeast, "no fewer than": .atLeast, "no less than": .atLeast,
        "not less than": .atLeast, "under": .under, "less than": .under, "fewer than": .under, "below": .under,
        "nearly": .under, "almost": .under, "just under": .under, "up to": .atMost, "at most": .atMost,
        "as many as": .atMost, "as much as": .atMost, "no more than": .atMost, "maximum": .atMost, "about": .about,
        "around": .about, "approximately": .about, "roughly": .about, "some": .about, "circa": .about,
        "an estimated": .about, "estimated": .about, "just over": .over, "well over": .over,
    ]
}
