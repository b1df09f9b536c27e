/// Titles that stand before a given name alone: "Queen Elizabeth" is nobody whose name merely begins with Elizabeth, and
/// "Uncle John" nobody whose surname is John.
enum TitledName {
    private static let titles: Set<String> = [
        "king", "queen", "pope", "prince", "princess", "saint", "st", "uncle", "aunt",
    ]

    /// Whether one of the titles that a person is given is such a one.
    static func isOfOne(_ given: some Sequence<String>) -> Bool {
        given.contains { title in NameForms.words(title).contains { titles.contains($0) } }
    }
}
