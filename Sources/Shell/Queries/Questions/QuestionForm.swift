import QuerySyntax

/// A question about one relation, its places filled: written as queries, likeliest first.
struct QuestionForm {
    let question: QuestionWords
    let relation: QuestionRelations.Match
    /// Whether the thing asked for is what somebody does it to.
    let asksForObject: Bool
    /// The class of the thing asked for.
    var className: String?
    var subject: QuestionNoun?
    var object: QuestionNoun?
    /// What the sentence is to hold besides.
    var sentence: [QuestionNoun] = []

    init(question: QuestionWords, relation: QuestionRelations.Match, asksForObject: Bool) {
        self.question = question
        self.relation = relation
        self.asksForObject = asksForObject
    }

    /// The queries that the question may come to.
    var queries: [String] {
        switch question.kind {
        case .thing:
            if let className {
                let pattern = asksForObject ? self.pattern("_", "?x") : self.pattern("?x", "_")
                return ["find distinct ?x where ?x is a \(className), " + pattern]
            }
            if asksForObject { return [pattern("_", "?what", showing: "?what")] }
            let isPlain = subject == nil && (object == nil || object?.name != nil) && sentence.isEmpty
            return [pattern(isPlain ? "who" : "?who", "?what")]
        case .number: return numbers
        case .place:
            var found: [String] = []
            if object == nil, relation.leadsToPlaces { found.append(pattern("?who", "?where")) }
            found.append(pattern("?who", "_", [.claims, "place ?where"], showing: "?where"))
            if object == nil, !relation.leadsToPlaces {
                found.append(pattern("?who", "?where", showing: "?where") + ", ?where is a place")
            }
            found.append(pattern("?who", "_", ["any", "sentence ?text"], showing: "?text"))
            return found
        case .time:
            // Where no sentence tells the day, it lies near the report's.
            return [
                pattern("?who", "_", [.claims, "date ?when"], showing: "?when"),
                pattern(
                    "?who", "_", [.claims, "published ?published", "sentence ?text"], showing: "?published, ?text"),
            ]
        case .reason:
            return [
                pattern("?who", "_", ["any", "reason ?why"], showing: "?why"),
                pattern("?who", "_", ["any", "sentence ?text"], showing: "?text"),
            ]
        case .yesOrNo: return ["ask " + pattern("_", "_")]
        case .description, .happening: return []
        }
    }

    private var numbers: [String] {
        // `How many people died?`: those who died are counted themselves ("20 people": 20).
        if relation.phrase == "died", subject == nil {
            var form = self
            form.object = nil
            if let object { form.sentence.append(object) }
            return [form.pattern("?who", "_") + ", ?who has count ?n"] + (relation.isNumeric ? objectNumbers : [])
        }
        return objectNumbers
    }

    /// The numbers that stand as the relation's object.
    private var objectNumbers: [String] {
        guard relation.isNumeric else {
            // Things of a class can be counted; other figures stand in the texts.
            guard let className, subject == nil || object == nil else { return [] }
            return [
                "count ?x where ?x is a \(className), " + (subject == nil ? pattern("?x", "_") : pattern("_", "?x"))
            ]
        }
        var form = self
        // What is counted stands before the verb: `How many rescuers died?`
        form.object = nil
        if let object {
            // `How many people died in Porto Alto?`: where is not who.
            if object.name == nil || question.isPlaced(object) {
                form.sentence.append(object)
            } else if subject == nil {
                form.subject = object
            }
        }
        let only = relation.isMixed ? ", ?n >= 0" : ""
        return [form.pattern("?who", "?n") + only]
    }

    /// A pattern with what fills its places, or else what is given; with the columns that are shown, where not all are.
    private func pattern(
        _ subjectElse: String, _ objectElse: String, _ qualifiers: [String] = [], showing column: String? = nil
    ) -> String {
        let (left, leftConditions) = subject?.place("?who") ?? (subjectElse, [])
        let (right, rightConditions) = object?.place("?what") ?? (objectElse, [])
        var qualifiers = qualifiers
        if !sentence.isEmpty, !qualifiers.contains("sentence ?text") {
            if qualifiers.isEmpty { qualifiers.append(.claims) }
            qualifiers.append("sentence ?text")
        }
        let claim = qualifiers.isEmpty ? "" : " [" + qualifiers.joined(separator: ", ") + "]"
        let conditions = (leftConditions + rightConditions).map { ", " + $0 }.joined() + Self.conditions(sentence)
        let text = "\(left) \(relation.phrase) \(right)\(claim)\(conditions)"
        // Unknowns that stand there for their conditions only are not asked for.
        let isPlain = conditions.isEmpty && qualifiers.isEmpty && !left.hasPrefix("?")
        guard let column, !isPlain else { return text }
        let who = left.hasPrefix("?") && left != column ? left + ", " : ""
        return "find distinct \(who)\(column) where \(text)"
    }

    /// Words that a sentence is to hold, as conditions on `?text`.
    static func conditions(_ nouns: [QuestionNoun]) -> String {
        nouns.flatMap { noun -> [String] in
            switch noun {
            case .name: [QSpelling.text(noun.text)]
            case .words(let words): words.map(\.pattern)
            }
        }.map { ", ?text ~ \($0)" }.joined()
    }
}

extension String {
    /// What makes a claim a fact but for its speaker.
    fileprivate static let claims = "stated, affirmed"
}
