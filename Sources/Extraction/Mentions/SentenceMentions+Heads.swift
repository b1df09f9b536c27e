import English

/// Which words of a sentence head a mention.
extension SentenceMentions {
    /// Whether a word heads a mention, by its relation and its tag.
    func isHead(_ token: Int) -> Bool {
        let label = tree.labels[token]
        switch label {
        case .flat, .fixed, .goesWith, .title, .expletive, .reparandum, .preposition, .marker, .coordinator, .particle,
            .discourse:
            return false
        default: break
        }
        switch tree.tokens[token].upos {
        case "PROPN":
            if isMonthOfDay(token) { return false }
            guard label == .compound || label == .adjectivalModifier else { return true }
            return !isInsideName(token) && view.titleStart[token] < 0 && !isCommonInHeadline(token)
        case "NOUN":
            if label == .compound {
                return recurring.contains(tree.tokens[token].lemma) && !view.isTitleCase && isLoneModifier(token)
            }
            return !isCompoundPart(token)
        case "PRON": return isReferringPronoun(token)
        case "NUM": return isDateNumber(token) || [.subject, .passiveSubject, .object].contains(label)
        case "ADJ": return isNominalAdjective(token)
        default: return false
        }
    }

    /// A noun right before the noun that it modifies, without modifiers of its own.
    private func isLoneModifier(_ token: Int) -> Bool {
        let up = tree.heads[token]
        return up > token && tree.tokens[up].upos == "NOUN" && tree.children(token).isEmpty
            && view.titleStart[token] < 0
            && (token + 1..<up).allSatisfy { tree.labels[$0] == .compound }
    }

    /// Whether a modifier belongs to the name above it; a name before a common noun is a mention of its own.
    private func isInsideName(_ token: Int) -> Bool {
        var at = token
        var steps = 0
        while [.compound, .adjectivalModifier, .flat].contains(tree.labels[at]), tree.heads[at] >= 0, steps < tree.count
        {
            let up = tree.heads[at]
            // "European Commission | President Ana Holm": the body before a title is a name of its own.
            if view.titleStart[up] >= 0, view.titleStart[token] < 0, tree.labels[up] == .title,
                names.name(token).count > 1 || Lexicon.nounClass(tree.words[token]) == nil
            {
                return false
            }
            if tree.tokens[up].upos == "PROPN", names.name(up).contains(token) { return true }
            // "New" of "the New York council": part of the name that is itself a modifier.
            at = up
            steps += 1
        }
        return false
    }

    /// A noun that is only a part of a compound head ("year" of "year-old").
    private func isCompoundPart(_ token: Int) -> Bool {
        [.adjectivalModifier, .adverb].contains(tree.labels[token]) && token + 1 < tree.count
            && tree.words[token + 1] == "-"
    }

    private func isReferringPronoun(_ token: Int) -> Bool {
        if ["PRP", "PRP$"].contains(tree.tokens[token].xpos) { return true }
        if ["this", "that", "these", "those"].contains(tree.words[token]) { return !tree.isRelativeWord(token) }
        return false
    }

    /// "January" of "January 8, 1880": the day is the head.
    private func isMonthOfDay(_ token: Int) -> Bool {
        let day = tree.heads[token]
        return day == token + 1 && isDayNumber(day)
    }

    /// A day of the month behind its month.
    private func isDayNumber(_ token: Int) -> Bool {
        guard token > 0, tree.tokens[token].upos == "NUM", let day = Int(tree.tokens[token].form),
            (1...31).contains(day)
        else { return false }
        guard tree.heads[token - 1] == token, case .month = Lexicon.calendarWord(tree.tokens[token - 1].form) else {
            return false
        }
        return true
    }

    /// A number that is a day behind its month, or a year.
    func isDateNumber(_ token: Int) -> Bool {
        if isDayNumber(token) { return true }
        let form = tree.tokens[token].form
        guard form.count == 4, let year = Int(form), (1000...2199).contains(year) else { return false }
        return tree.labels[token] != .numeralModifier || tree.heads[token] < token
    }

    /// "the poor", "the French": an adjective with an article in a noun's place.
    func isNominalAdjective(_ token: Int) -> Bool {
        guard [.subject, .passiveSubject, .object, .oblique, .nominalModifier].contains(tree.labels[token]) else {
            return false
        }
        return tree.children(token).contains { tree.labels[$0] == .determiner && tree.words[$0] == "the" }
    }

    /// "the French minister": an adjective that stands for a country, outside names.
    func isDemonymAdjective(_ token: Int) -> Bool {
        let word = tree.tokens[token]
        guard view.isCapitalized(token),
            [.adjectivalModifier, .compound, .title].contains(tree.labels[token]) || word.upos == "ADJ",
            word.upos == "ADJ" || word.upos == "PROPN", word.xpos != "NNPS", Lexicon.demonym(word.form) != nil
        else { return false }
        // "the French Open", "British Airways": there it is a part of the name.
        return word.upos == "ADJ" && !isNominalAdjective(token)
            ? !isWithinName(token)
            : !isInsideName(token)
                && [.adjectivalModifier, .compound].contains(tree.labels[token])
    }

    private func isWithinName(_ token: Int) -> Bool {
        let up = tree.heads[token]
        return up > token && tree.tokens[up].upos == "PROPN" && !view.isTitleCase && names.name(up).contains(token)
    }

    /// In a headline every noun has a capital, and so has the first word of a sentence: one that is a common noun and no name
    /// known to any table is one.
    func isCommonInHeadline(_ head: Int) -> Bool {
        guard view.isTitleCase || head == 0 && head + 1 < tree.count && !view.isCapitalized(head + 1) else {
            return false
        }
        let form = tree.tokens[head].form
        let lowered = form.lowercased()
        guard form != form.uppercased(),
            Lexicon.nounClass(tree.lemmas[head]) != nil || Lexicon.nounClass(lowered) != nil
        else { return false }
        return Lexicon.country(named: form) == nil && Lexicon.city(named: form) == nil && Lexicon.demonym(form) == nil
            && Lexicon.givenName(form) == nil && Lexicon.calendarWord(form) == nil && names.name(head).count == 1
    }
}
