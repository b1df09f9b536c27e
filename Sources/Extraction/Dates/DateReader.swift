/// "on Monday"; "yesterday"; "last month"; "on 5 June 2019"; "in 2019"; "three days ago"
///
/// Finds the time that a phrase tells, and resolves it against the publication date where that is known; only then, and
/// never against the clock. A weekday is the last one, or the next where the clause lies ahead.
package struct DateReader: Sendable {
    private let tree: DependencyTree
    private let publication: CalendarDate?

    /// Reads dates of a tree, against a publication date if there is one.
    package init(_ tree: DependencyTree, publication: CalendarDate?) {
        self.tree = tree
        self.publication = publication
    }

    /// A time, as ISO 8601 once resolved, else as its words.
    package struct Time: Hashable, Sendable {
        /// `2024-08-20`, `2024-08`, `2024`, or the words.
        package var text: String
        /// Whether it is ISO 8601.
        package var isResolved: Bool
    }

    /// Whether a phrase tells a time; cheap.
    package func isTime(_ head: Int) -> Bool {
        let word = tree.words[head]
        if DateReader.weekdays[word] != nil || DateReader.months[word] != nil || DateReader.dayWords[word] != nil {
            return !isPersonsName(head)
        }
        if DateReader.periods[word] != nil || DateReader.timeNouns.contains(word) || isDecade(word) { return true }
        if tree.tokens[head].upos == "NUM" {
            return month(beside: head) != nil || isYear(word) || isClock(head)
        }
        return false
    }

    /// "Jan Novak", "April Jones", "May Okoro": a name goes on behind a month only in a person's name.
    private func isPersonsName(_ head: Int) -> Bool {
        tree.tokens[head].upos == "PROPN"
            && tree.children(head, .flat).contains {
                $0 == head + 1 && tree.tokens[$0].upos == "PROPN" && !isTime($0)
                    && tree.words[$0].unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0 == "-" || $0 == "'" }
            }
    }

    /// The time that a phrase tells, or nil for a phrase that tells none.
    package func time(at head: Int, isFuture: Bool) -> Time? {
        guard isTime(head) else { return nil }
        if let resolved = resolve(head, isFuture: isFuture) { return Time(text: resolved, isResolved: true) }
        var words = tree.subtree(head) { token in
            tree.labels[token] == .preposition && tree.heads[token] == head || tree.labels[token] == .relativeClause
        }
        while let last = words.last, tree.labels[last] == .punctuation { words.removeLast() }
        while let first = words.first, tree.labels[first] == .punctuation { words.removeFirst() }
        return Time(text: words.map { tree.tokens[$0].form }.joined(separator: " "), isResolved: false)
    }

    private func resolve(_ head: Int, isFuture: Bool) -> String? {
        let word = tree.words[head]
        if let offset = DateReader.dayWords[word] {
            return publication.map { CalendarDate(days: $0.days + offset).iso }
        }
        if let full = fullDate(head, isFuture: isFuture) { return full }
        if DateReader.dayParts.contains(word), let day = tree.children(head).first(where: { namesDay($0) }) {
            // "yesterday morning", "Wednesday night"
            return resolve(day, isFuture: isFuture)
        }
        if isYear(word) { return word }
        if let month = DateReader.months[word] {
            if let year = year(beside: head) { return "\(year)-\(CalendarDate.padded(month, 2))" }
            guard let (thisYear, thisMonth, _) = publication?.parts else { return nil }
            let year =
                isFuture ? (month < thisMonth ? thisYear + 1 : thisYear) : (month > thisMonth ? thisYear - 1 : thisYear)
            return "\(year)-\(CalendarDate.padded(month, 2))"
        }
        if let weekday = DateReader.weekdays[word] { return resolve(weekday: weekday, head, isFuture) }
        if let period = DateReader.periods[word] { return resolve(period: period, head) }
        if word == "ago", let child = tree.children(head).first(where: { DateReader.periods[tree.words[$0]] != nil }),
            let period = DateReader.periods[tree.words[child]]
        {
            return resolve(period: period, child)
        }
        return nil
    }

    private func namesDay(_ token: Int) -> Bool {
        DateReader.weekdays[tree.words[token]] != nil || DateReader.dayWords[tree.words[token]] != nil
    }

    private static let dayParts: Set<String> = ["morning", "afternoon", "evening", "night"]

    /// "June 5, 2019", "5 June", "June 5th"
    private func fullDate(_ head: Int, isFuture: Bool) -> String? {
        let family = [head] + tree.children(head).flatMap { [$0] + tree.children($0) }
        guard let monthToken = family.first(where: { DateReader.months[tree.words[$0]] != nil }),
            let month = DateReader.months[tree.words[monthToken]],
            let dayToken = family.first(where: { abs($0 - monthToken) == 1 && day($0) != nil }), let day = day(dayToken)
        else { return nil }
        if let year = family.first(where: { isYear(tree.words[$0]) }).flatMap({ Int(tree.words[$0]) }) {
            return CalendarDate(year: year, month: month, day: day)?.iso
        }
        guard let publication else { return nil }
        let year = publication.parts.year
        guard let same = CalendarDate(year: year, month: month, day: day) else { return nil }
        // Without a year the nearest such day is meant, before the report unless the clause lies ahead.
        if same > publication, !isFuture, same.days - publication.days > 31 {
            return CalendarDate(year: year - 1, month: month, day: day)?.iso
        }
        if same < publication, isFuture { return CalendarDate(year: year + 1, month: month, day: day)?.iso }
        return same.iso
    }

    private func resolve(weekday: Int, _ head: Int, _ isFuture: Bool) -> String? {
        guard let publication else { return nil }
        let isNext = isFuture || modifier(head, ["next", "coming"])
        let back = (publication.weekday - weekday + 7) % 7
        if isNext {
            let ahead = (weekday - publication.weekday + 7) % 7
            return CalendarDate(days: publication.days + (ahead == 0 && modifier(head, ["next"]) ? 7 : ahead)).iso
        }
        if modifier(head, ["last"]), back == 0 { return CalendarDate(days: publication.days - 7).iso }
        return CalendarDate(days: publication.days - back).iso
    }

    /// "last month", "this year", "next week", "three days ago"
    private func resolve(period: Period, _ head: Int) -> String? {
        guard let publication else { return nil }
        let (year, month, _) = publication.parts
        if let count = ago(head) {
            switch period {
            case .day: return CalendarDate(days: publication.days - count).iso
            case .week: return nil
            case .month:
                let months = year * 12 + month - 1 - count
                return "\(months / 12)-\(CalendarDate.padded(months % 12 + 1, 2))"
            case .year: return String(year - count)
            }
        }
        let step =
            modifier(head, ["last", "previous"])
            ? -1 : modifier(head, ["next"]) ? 1 : modifier(head, ["this"]) ? 0 : nil
        guard let step else { return nil }
        switch period {
        case .year: return String(year + step)
        case .month:
            let months = year * 12 + month - 1 + step
            return "\(months / 12)-\(CalendarDate.padded(months % 12 + 1, 2))"
        case .week, .day: return nil
        }
    }

    private func ago(_ head: Int) -> Int? {
        let parent = tree.heads[head]
        let isAgo =
            tree.children(head).contains { tree.words[$0] == "ago" } || (parent >= 0 && tree.words[parent] == "ago")
        guard isAgo, let number = tree.child(head, .numeralModifier) else { return nil }
        if let decimal = NumberWords.value(of: [tree.words[number]]), decimal.exponent == 0 { return decimal.digits }
        return nil
    }

    private func modifier(_ head: Int, _ words: Set<String>) -> Bool {
        tree.children(head).contains { words.contains(tree.words[$0]) }
    }

    private func month(beside number: Int) -> Int? {
        let near = tree.children(number) + (tree.heads[number] >= 0 ? [tree.heads[number]] : [])
        return near.compactMap { DateReader.months[tree.words[$0]] }.first
    }

    private func year(beside month: Int) -> Int? {
        let near = tree.children(month) + (tree.heads[month] >= 0 ? [tree.heads[month]] : [])
        return near.filter { isYear(tree.words[$0]) }.compactMap { Int(tree.words[$0]) }.first
    }

    private func day(_ token: Int) -> Int? {
        var word = tree.words[token]
        for suffix in ["st", "nd", "rd", "th"] where word.hasSuffix(suffix) { word.removeLast(2) }
        guard word.utf8.count <= 2, let day = Int(word), (1...31).contains(day) else { return nil }
        return day
    }

    private func isYear(_ word: String) -> Bool {
        guard word.utf8.count == 4, let year = Int(word) else { return false }
        return (1000...2199).contains(year)
    }

    /// "1890s", "the '90s"
    private func isDecade(_ word: String) -> Bool {
        guard word.hasSuffix("0s") else { return false }
        let digits = word.dropLast().drop { $0 == "'" || $0 == "’" }
        return isYear(String(digits)) || digits.utf8.count == 2 && digits.count < word.count - 1 && Int(digits) != nil
    }

    private func isClock(_ head: Int) -> Bool {
        tree.words[head].contains(":")
            || tree.children(head).contains { ["am", "pm", "a.m.", "p.m.", "o'clock"].contains(tree.words[$0]) }
    }

    private enum Period: Sendable { case day, week, month, year }

    private static let periods: [String: Period] = [
        "day": .day, "days": .day, "week": .week, "weeks": .week, "month": .month, "months": .month, "year": .year,
        "years": .year,
    ]
    private static let dayWords: [String: Int] = ["today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1]
    private static let timeNouns: Set<String> = [
        "hour", "hours", "minute", "minutes", "seconds", "decade", "decades", "century", "centuries",
        "morning",
        "afternoon", "evening", "night", "weekend", "time", "moment", "midnight", "noon", "date", "spring", "summer",
        "autumn", "winter", "period", "quarter", "season", "now", "then", "ago", "dawn", "dusk", "am", "pm", "a.m.",
        "p.m.",
        "gmt", "utc",
    ]
    package static let weekdays: [String: Int] = named(
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"], from: 0)
    package static let months: [String: Int] = {
        let full = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november",
            "december",
        ]
        var table = named(full, from: 1)
        for (index, month) in full.enumerated() where month != "may" {
            table[String(month.prefix(3))] = index + 1
            table[String(month.prefix(3)) + "."] = index + 1
        }
        table["sept"] = 9
        table["sept."] = 9
        return table
    }()

    private static func named(_ words: [String], from start: Int) -> [String: Int] {
        Dictionary(uniqueKeysWithValues: words.enumerated().map { ($1, $0 + start) })
    }
}
