/// What can be wrong with an input: the file, or the text in it.
public enum InputError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file could not be read.
    case file(FileError)
    /// The text in it has a mistake.
    case syntax(SyntaxError)
    /// Somebody asked for it to be left.
    case stopped

    /// The message of the error within; a file's begins in `error: ` as a mistake in a text does.
    public var description: String {
        switch self {
        case .file(let error): "error: \(error)"
        case .syntax(let error): error.description
        case .stopped: "error: the load was stopped"
        }
    }
}
