/// A dot-command: one row of the table that drives dispatch, help, completion and usage errors.
package struct Command: Sendable {
    /// What may stand as an argument, for completion.
    package enum ArgumentKind: Hashable, Sendable {
        case file, folderOrFile, format, onOff, command, entity, relation, query, setting, nothing
    }

    /// The name, without its dot.
    package let name: String
    /// The arguments as the help shows them: `[FILE]`.
    package let usage: String
    /// How many arguments it takes; nil where all that follows is one (a query).
    package let arity: ClosedRange<Int>?
    /// What it does, in one line that begins with a verb.
    package let summary: String
    /// What one may wish to know besides; one paragraph or none.
    package let details: String
    /// A line to try; words in braces are filled in by `Examples`.
    package let example: String
    /// What its argument is.
    package let argument: ArgumentKind
    /// Does it.
    package let handler: @Sendable (Session, CommandCall) throws(Failure) -> Void

    /// A row.
    package init(
        _ name: String, _ usage: String = "", arity: ClosedRange<Int>? = 0...0, summary: String, details: String = "",
        example: String, argument: ArgumentKind = .nothing,
        handler: @escaping @Sendable (Session, CommandCall) throws(Failure) -> Void
    ) {
        self.name = name
        self.usage = usage
        self.arity = arity
        self.summary = summary
        self.details = details
        self.example = example
        self.argument = argument
        self.handler = handler
    }

    /// What is said where it was called wrongly.
    func usageFailure(in session: Session) -> Failure {
        Failure("usage: \(synopsis)\n  for example: \(session.examples.fill(example))", status: .error)
    }

    /// `.load FILE`: how it is called.
    package var synopsis: String { usage.isEmpty ? ".\(name)" : ".\(name) \(usage)" }

    /// The command of a name, or an error that suggests one.
    package static func named(_ name: String) throws(Failure) -> Command {
        if let command = table.first(where: { $0.name == name }) { return command }
        let names = table.map(\.name)
        // A beginning that only one command has is enough, as in other shells.
        let matches = names.filter { $0.hasPrefix(name) }
        if matches.count == 1, !name.isEmpty, let command = table.first(where: { $0.name == matches[0] }) {
            return command
        }
        if matches.count > 1, !name.isEmpty {
            throw Failure(
                "\".\(name)\" may be " + matches.map { ".\($0)" }.joined(separator: " or "), status: .error)
        }
        let suggestion = Suggestion.nearest(to: name, among: names).map { "did you mean .\($0)?" }
        throw Failure("no command is called \".\(name)\"\n  " + (suggestion ?? ".help lists them all"))
    }

    /// Runs it on a line, after its number of arguments has been looked at.
    package func run(_ line: CommandCall, in session: Session) throws(Failure) {
        if let arity, !arity.contains(line.arguments.count) {
            throw usageFailure(in: session)
        }
        try handler(session, line)
    }
}
