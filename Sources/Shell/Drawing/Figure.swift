/// A number that a report gives, with what bounds it, its day and who gives it.
struct Figure: Hashable {
    /// How a figure stands to the true number.
    enum Bound: String {
        case exactly = ""
        case over, atLeast, under, atMost, about, between

        /// In words.
        var words: String {
            switch self {
            case .exactly: "exactly"
            case .atLeast: "at least"
            case .atMost: "at most"
            default: rawValue
            }
        }

        /// Whether the true number may be larger, or smaller.
        var reachesUp: Bool { [.over, .atLeast, .about, .between].contains(self) }
        var reachesDown: Bool { [.under, .atMost, .about].contains(self) }
    }

    /// The day, month or year it is of, in ISO 8601; nil where no report tells.
    var date: String?
    /// The number.
    var value: Double
    /// The upper end of a range.
    var upper: Double?
    /// The number as it is written.
    var text: String
    /// How it stands to the true one.
    var bound: Bound
    /// Who gives it: somebody named, or the report.
    var speaker: String
    /// The report's file.
    var source: String

    /// `at least 40`, `10 to 20`, `105`.
    var words: String {
        if bound == .between, let upper { return "\(text) to \(ValueScale.figure(upper))" }
        return bound == .exactly ? text : "\(bound.words) \(text)"
    }

    /// The day on an axis; nil where there is none.
    var day: Int? { date.flatMap(DayNumber.of) }
}

/// Figures, each once, in the order of their days, those without a day last, and who gives them.
struct FigureTable {
    /// The figures.
    let figures: [Figure]
    /// Who gives them, in the order in which they first appear.
    let speakers: [String]

    init(_ figures: [Figure]) {
        var seen: Set<Figure> = []
        let sorted = figures.filter { seen.insert($0).inserted }.sorted {
            ($0.day ?? .max, $0.date ?? "~", $0.value, $0.source, $0.speaker)
                < ($1.day ?? .max, $1.date ?? "~", $1.value, $1.source, $1.speaker)
        }
        self.figures = sorted
        var known: Set<String> = []
        speakers = sorted.map(\.speaker).filter { known.insert($0).inserted }
    }

    /// The figures that have a day.
    var dated: [Figure] { figures.filter { $0.day != nil } }

    /// The number of a figure's speaker among the series that are told apart; the last stands for all the others.
    func series(_ figure: Figure) -> Int {
        min(speakers.firstIndex(of: figure.speaker) ?? 0, Self.seriesLimit - 1)
    }

    /// How many series are told apart.
    static let seriesLimit = 8

    /// The names of the series.
    var seriesNames: [String] {
        guard speakers.count > Self.seriesLimit else { return speakers }
        return speakers.prefix(Self.seriesLimit - 1) + ["\(speakers.count - Self.seriesLimit + 1) others"]
    }
}
