/// The name of an event that comes again: "the World Cup", "the Winter Olympics".
///
/// Without its year such a name alone is no evidence that two reports mean one event.
enum RecurringEvent {
    /// What such events are called by.
    private static let heads: Set<String> = [
        "cup", "olympics", "paralympics", "games", "championship", "championships", "prix", "bowl", "marathon",
        "election",
        "elections", "referendum", "primary", "primaries", "playoffs", "finals", "final", "awards", "festival", "derby",
        "caucus", "caucuses", "open", "masters",
    ]

    /// Whether a name is one, without a number that tells which.
    static func isName(_ name: String) -> Bool {
        let words = NameForms.words(name)
        guard words.count > 1 || ["olympics", "paralympics"].contains(words.first ?? ""), let last = words.last else {
            return false
        }
        return heads.contains(last) && !words.contains { $0.contains(where: \.isNumber) }
    }
}
