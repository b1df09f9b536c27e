import RDF

/// A file that may have been meant by a path that leads nowhere.
enum PathSuggestion {
    /// `did you mean reports/harbour.txt?`, by the names in the folder that does exist; nil where none comes near.
    static func hint(for path: String) -> String? {
        guard Files.kind(path) == .missing, !path.isEmpty else { return nil }
        let trimmed = path.hasSuffix("/") ? String(path.dropLast()) : path
        let slash = trimmed.lastIndex(of: "/")
        let folder = slash.map { String(trimmed[...$0]) } ?? ""
        let name = slash.map { String(trimmed[trimmed.index(after: $0)...]) } ?? trimmed
        guard let names = try? Files.names(inDirectory: folder.isEmpty ? "." : folder), !name.isEmpty else {
            return nil
        }
        let visible = names.filter { !$0.hasPrefix(".") || name.hasPrefix(".") }.sorted()
        return Suggestion.nearest(to: name, among: visible).map { "did you mean \(folder)\($0)?" }
    }

    /// A failure to read a path, with the file that may have been meant.
    static func failure(_ message: String, path: String) -> Failure {
        Failure(message + (hint(for: path).map { "\n  \($0)" } ?? ""), status: .unreadable)
    }
}
