/// A guided first session: each step says what to type, and typing it leads on to the next.
struct Tour: Sendable {
    /// One step.
    struct Step: Sendable {
        /// What it shows.
        var text: String
        /// What to type.
        var input: String
    }

    private(set) var index = 0
    private let steps: [Step]

    /// The tour over what a graph holds: its most telling relation and one of its facts.
    ///
    /// Nil where there is nothing to look at.
    init?(_ names: GraphNames) {
        let telling = TellingFacts(names)
        guard let fact = telling.joining ?? telling.counting else { return nil }
        let (relation, subject, object) = (fact.relation, fact.subject, fact.object)
        let name = CompletionEngine.isPlainName(subject) ? subject : "\"\(subject)\""
        let target = CompletionEngine.isPlainName(object) ? object : "\"\(object)\""
        steps = [
            Step(
                text: "Ask with a question word. Relations are plain words; Tab completes them.",
                input: "who \(relation)"),
            Step(text: "Every row leads back to its sentence.", input: ".why 1"),
            Step(
                text: "?what is an unknown with a name of your choice; names begin with capitals or stand in quotes.",
                input: "\(name) \(relation) ?what"),
            Step(
                text: "Yes or no. Only what a report itself states without reserve is a fact.",
                input: "ask \(name) \(relation) \(Double(object) == nil ? target : object)"),
            Step(
                text: "What is hedged, denied or somebody's words is a claim; [any] includes claims.",
                input: "?who ?does ?what [hedged, said by ?speaker]"),
            Step(text: "All that is known of a name.", input: "about \(name)"),
            Step(
                text: "Count and order.",
                input: "find ?who, count(?x) as ?facts where ?who ?r ?x order by ?facts desc, ?who limit 5"),
            Step(text: "The same as a drawing.", input: ".graph \(subject)"),
        ]
    }

    /// What to say first.
    var opening: String {
        "A tour of \(steps.count) steps. Type what each one says, or .tour again to leave.\n" + current
    }

    private var current: String {
        guard index < steps.count else { return "" }
        return "\n\(index + 1)/\(steps.count)  \(steps[index].text)\n     Type:  \(steps[index].input)"
    }

    /// What to say after something was typed; nil when it was something else. The last step is followed by a farewell.
    mutating func advance(_ input: String) -> String? {
        guard index < steps.count, Self.folded(input) == Self.folded(steps[index].input) else { return nil }
        index += 1
        return isOver ? "\nThat was the tour. .help lists the commands; queries/ holds queries to start from." : current
    }

    /// Whether the last step has been taken.
    var isOver: Bool { index >= steps.count }

    private static func folded(_ text: String) -> String {
        text.split(whereSeparator: { $0.isWhitespace || $0 == ";" }).joined(separator: " ").lowercased()
    }
}

/// `.tour`.
enum TourCommand {
    @Sendable static func run(session: Session, call: CommandCall) throws(Failure) {
        if session.tour != nil {
            session.tour = nil
            session.console.note("The tour is over.")
            return
        }
        guard let tour = Tour(session.names) else {
            throw Failure("there is nothing to show yet; .load a report first")
        }
        session.tour = tour
        session.console.note(tour.opening)
    }
}
