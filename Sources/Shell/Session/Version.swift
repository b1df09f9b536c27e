/// The version of the program.
public enum Version {
    /// Its number.
    ///
    /// Source: semver.org.
    public static let number = "0.1.0"
    /// The day that its manual shows.
    public static let date = "2026-11-22"
}
