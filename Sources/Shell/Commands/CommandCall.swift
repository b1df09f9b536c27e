/// A dot-command as typed, split into its name and its arguments.
package struct CommandCall: Hashable, Sendable {
    /// The name, without its dot, in lower case.
    package var name: String
    /// The arguments, without their quotes.
    package var arguments: [String]
    /// Everything behind the name, as typed, without white space around it: for commands that take a query.
    package var rest: String

    /// Splits a line that begins with a dot. Arguments are separated by spaces; one in single or double quotes may hold
    /// some, and a backslash takes the next character as it is.
    package init(_ line: String) {
        let body = line.drop { $0 == " " || $0 == "\t" }.dropFirst()
        let name = body.prefix { $0 != " " && $0 != "\t" }
        self.name = name.lowercased()
        var rest = body.dropFirst(name.count).drop { $0 == " " || $0 == "\t" }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        self.rest = String(rest)
        self.arguments = Self.split(rest)
    }

    /// What is said where the command was called wrongly.
    func usage(_ session: Session) -> Failure {
        guard let command = try? Command.named(name) else { return Failure("no command is called \".\(name)\"") }
        return command.usageFailure(in: session)
    }

    private static func split(_ text: Substring) -> [String] {
        var arguments: [String] = []
        var current: String?
        var quote: Character?
        var isEscaped = false
        for character in text {
            if isEscaped {
                current = (current ?? "") + String(character)
                isEscaped = false
            } else if character == "\\", quote != "'" {
                isEscaped = true
            } else if let open = quote {
                if character == open { quote = nil } else { current = (current ?? "") + String(character) }
            } else if character == "\"" || character == "'" {
                quote = character
                current = current ?? ""
            } else if character == " " || character == "\t" {
                if let argument = current { arguments.append(argument) }
                current = nil
            } else {
                current = (current ?? "") + String(character)
            }
        }
        if let argument = current { arguments.append(argument) }
        return arguments
    }
}
