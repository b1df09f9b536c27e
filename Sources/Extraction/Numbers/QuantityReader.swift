import English

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
        if isPercent(head) {
            return number(of: head).map { finish($0, head: head, unit: "%", of: partitive(head)) }
        }
        if let share = share(head) { return share }
        if let count = QuantityReader.indefinite[tree.words[head]],
            !tree.has(head, .numeralModifier), isPlural(head)
        {
            // "dozens of homes": two dozen at the least.
            var count = count
            var counted = partitive(head)
            if let inner = counted, let scale = QuantityReader.indefinite[tree.words[inner]] {
                // "tens of thousands of homes"
                count *= scale
                counted = partitive(inner)
            }
            return Quantity(
                value: String(count * 2), bound: .atLeast, unit: counted.map(unitName) ?? nil,
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
        // "picked up two apiece": of what, another clause tells.
        if tree.words[head] == "apiece" { return found }
        // "eight years of a ten-year sentence": years count nothing.
        let isTime = Lexicon.unit(tree.words[head])?.kind == .time && partitive(head) != nil
        // "the first 30 billion euros": a sum counts nothing.
        let isSum = Lexicon.unit(tree.words[head])?.kind == .currency
        return finish(found, head: head, unit: unitName(head), of: isTime || isSum ? nil : head)
    }

    /// "a third of the voters", "half of them", "two thirds of the city": the share as a decimal, about where it is none.
    private func share(_ head: Int) -> Quantity? {
        guard let counted = partitive(head), ["NOUN", "NUM", "ADJ", "DET", "PRON"].contains(tree.tokens[head].upos)
        else {
            return nil
        }
        let parts = tree.words[head].split(whereSeparator: { $0 == "-" || $0 == "‑" }).map(String.init)
        guard let last = parts.last else { return nil }
        let plural = last.hasSuffix("s") ? String(last.dropLast()) : last
        guard let denominator = Self.denominators[last] ?? Self.denominators[plural] else { return nil }
        var count = parts.count > 1 ? NumberWords.small(parts[0]) : nil
        if let numeral = tree.child(head, .numeralModifier) {
            count = NumberWords.small(tree.words[numeral])
            if count == nil { return nil }
        } else if count == nil, last.hasSuffix("s"), last != "half" {
            return nil
        }
        let numerator = count ?? 1
        guard numerator > 0, numerator < denominator || denominator == 1 else { return nil }
        // "a quarter of a million homes": so many homes, and no share of them.
        if let numeral = tree.child(counted, .numeralModifier), let scale = NumberWords.scale(tree.words[numeral]),
            numeral > 0,
            ["a", "an"].contains(tree.words[numeral - 1])
        {
            let parts = NumberWords.Decimal(digits: numerator * 1000 / denominator, exponent: scale - 3)
            let isExact = numerator * 1000 % denominator == 0
            return finish(
                Quantity(value: parts.text, bound: bound(beside: head) ?? (isExact ? nil : .about)), head: counted,
                unit: unitName(counted), of: counted)
        }
        let thousandths = (numerator * 1000 + denominator / 2) / denominator
        let isExact = numerator * 1000 % denominator == 0
        let value = NumberWords.Decimal(digits: thousandths, exponent: -3).text
        return Quantity(
            value: value, bound: bound(beside: head) ?? (isExact ? nil : .about), unit: "share",
            quantityOf: phrase(counted))
    }

    private static let denominators: [String: Int] = [
        "half": 2, "halve": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
        "tenth": 10,
    ]

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
            guard child < head || QuantityReader.currencies[tree.words[head]] != nil,
                !isYear(child, beside: head)
            else { continue }
            if var found = number(at: child, modifiersOf: child) {
                if found.bound == nil { found.bound = bound(beside: head) }
                return found
            }
        }
        return nil
    }

    /// "the 2006 riots", "her 2020 bid": a year and no count; but "2000 people".
    private func isYear(_ numeral: Int, beside head: Int) -> Bool {
        let word = tree.words[numeral]
        // "the September 11 attacks", "its 4 May vote"
        if isDay(numeral) { return true }
        guard word.utf8.count == 4, let year = Int(word), (1700...2100).contains(year), tree.tokens[head].upos != "SYM",
            Self.currencies[tree.words[head]] == nil, !tree.has(numeral, .compound)
        else { return false }
        if tree.tokens[head].xpos != "NNS" { return true }
        return year % 100 != 0 && !Lexicon.isPersonNoun(tree.lemmas[head]) && Lexicon.unit(tree.words[head]) == nil
    }

    private func isDay(_ numeral: Int) -> Bool {
        guard let day = Int(tree.words[numeral]), (1...31).contains(day) else { return false }
        return [numeral - 1, numeral + 1].contains { beside in
            guard tree.tokens.indices.contains(beside), case .month = Lexicon.calendarWord(tree.tokens[beside].form)
            else { return false }
            return tree.tokens[beside].upos == "PROPN"
        }
    }

    private func number(at numeral: Int, modifiersOf owner: Int) -> Quantity? {
        let words = numberTokens(numeral).map { tree.words[$0] }
        guard let value = NumberWords.value(of: words).map({ withHalf($0, numeral) }) else { return nil }
        var quantity = Quantity(value: value.text)
        quantity.bound = bound(beside: owner)
        // "several hundred", "a few dozen": two hundred, two dozen at the least.
        if NumberWords.isScale(tree.words[numeral]),
            (tree.children(numeral) + (numeral > 0 ? [numeral - 1] : [])).contains(where: {
                ["several", "many", "few"].contains(tree.words[$0])
            })
        {
            quantity.value = NumberWords.Decimal(digits: value.digits * 2, exponent: value.exponent).text
            quantity.bound = .atLeast
        }
        // "two or more", "ten or fewer"
        if let open = tree.children(numeral).first(where: { tree.labels[$0] == .conjunct && $0 > numeral }),
            tree.children(open, .coordinator).contains(where: { tree.words[$0] == "or" })
        {
            if tree.words[open] == "more" { quantity.bound = .atLeast }
            if ["fewer", "less"].contains(tree.words[open]) { quantity.bound = .atMost }
        }
        if let upper = upperEnd(numeral) {
            // "won 3-1": a score is no range.
            guard let high = NumberWords.value(of: [upper]), NumberWords.isLess(value, high) else { return nil }
            quantity.upperValue = upper
            quantity.bound = .between
        }
        return quantity
    }

    /// "half a million", "half million"; "two and a half years", "two and a half million"
    private func withHalf(_ value: NumberWords.Decimal, _ numeral: Int) -> NumberWords.Decimal {
        let tokens = numberTokens(numeral)
        guard let first = tokens.first, let last = tokens.last else { return value }
        if NumberWords.isScale(tree.words[first]) {
            let half = first > 0 && ["a", "an"].contains(tree.words[first - 1]) ? first - 2 : first - 1
            let isHalf = half >= 0 && tree.words[half] == "half" && (half == 0 || tree.words[half - 1] != "a")
            return isHalf ? NumberWords.Decimal(digits: value.digits * 5, exponent: value.exponent - 1) : value
        }
        guard value.exponent == 0, tree.words.dropFirst(last + 1).starts(with: ["and", "a", "half"]) else {
            return value
        }
        let whole = NumberWords.Decimal(digits: value.digits * 10 + 5, exponent: -1)
        let next = last + 4
        return next < tree.count ? whole.scaled(by: NumberWords.scale(tree.words[next]) ?? 0) : whole
    }

    /// A numeral with the parts that belong to it ("two hundred", "4.35 million", "twenty-five").
    private func numberTokens(_ numeral: Int) -> [Int] {
        var tokens = [numeral]
        for child in tree.children(numeral) {
            let isPart =
                tree.labels[child] == .compound || tree.labels[child] == .flat || tree.labels[child] == .numeralModifier
                // "two hundred and five"
                || tree.labels[child] == .conjunct && NumberWords.isScale(tree.words[numeral])
                    && tree.subtree(child).first == numeral + 1 && tree.words[numeral + 1] == "and"
            if isPart,
                tree.tokens[child].upos == "NUM" || tree.tokens[child].xpos == "CD" || tree.words[child] == "dozen"
            {
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
                && (tree.children(numeral).contains { tree.words[$0] == "between" }
                    || numeral > 0 && tree.words[numeral - 1] == "between")
            if isRange || isBetween { return NumberWords.value(of: numberTokens(child).map { tree.words[$0] })?.text }
        }
        return nil
    }

    /// The bound that adverbs and prepositions beside a number state.
    private func bound(beside token: Int) -> Bound? {
        for child in tree.children(token) where child < token || tree.words[child] == "least" {
            let words = ([child] + tree.subtree(child).filter { $0 != child }).sorted().map { tree.words[$0] }
            if child > 0, ["no", "not"].contains(tree.words[child - 1]), child < token {
                // "no fewer than 12", "not more than 12"
                if ["fewer", "less"].contains(tree.words[child]) { return .atLeast }
                if tree.words[child] == "more" { return .atMost }
            }
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
        if ["dead", "killed", "injured", "wounded", "missing", "hurt"].contains(word) { return nil }
        if word == "points", let kind = tree.child(token, .compound) { return tree.words[kind] + " points" }
        if let unit = QuantityReader.units[word] { return weighs(token) && unit == "GBP" ? "lb" : unit }
        if let unit = Lexicon.unit(word), unit.kind != .time, unit.kind != .currency || tree.labels[token] != .compound
        {
            return unit.symbol
        }
        return word
    }

    /// "%", "percent", "per cent"
    package func isPercent(_ token: Int) -> Bool {
        switch tree.words[token] {
        case "%", "percent": true
        case "cent": token > 0 && tree.words[token - 1] == "per"
        default: false
        }
    }

    /// "weighed 82 pounds": no money.
    private func weighs(_ token: Int) -> Bool {
        let head = tree.heads[token]
        return head >= 0 && ["weigh", "lose", "gain", "lift", "weight", "heavy"].contains(tree.lemmas[head])
    }

    /// Whether a phrase is a measure and counts no things: a length, a weight, a time, a sum of money, a percentage.
    package func isMeasure(_ head: Int) -> Bool {
        let word = tree.words[head]
        if isPercent(head) || Self.currencies[word] != nil { return true }
        if word == "points" || word == "point" {
            return tree.children(head, .compound).contains { ["percentage", "basis"].contains(tree.words[$0]) }
        }
        return tree.tokens[head].upos != "PROPN" && Lexicon.unit(word) != nil
    }

    /// The words of what is counted, without the number and its bounds.
    private func phrase(_ token: Int) -> String {
        let own = Spans.phrase(token, in: tree)
        let kept = tree.subtree(token) { child in
            if !own.contains(child) || tree.labels[child] == .adjectivalModifier && child > token { return true }
            return switch tree.labels[child] {
            case .numeralModifier, .determiner, .possessor, .relativeClause, .adnominalClause, .apposition,
                .punctuation,
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
        "nz$": "NZD", "¤": "XXX",
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
