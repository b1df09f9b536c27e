/// What happened to the entities of a slug.
struct SlugChange {
    /// How many there were.
    var before: Int
    var added: [Int] = []
    /// Identifiers without their numbers, one of whose entities is gone.
    var bases: Set<String> = []

    init(before: Int) { self.before = before }

    mutating func touches(_ base: String) {
        if !base.isEmpty { bases.insert(base) }
    }
}
