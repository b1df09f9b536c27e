import RDF

/// `.help`: the table of commands, or one of them in full.
enum HelpCommand {
    @Sendable static func run(session: Session, line: CommandCall) throws(Failure) {
        if let argument = line.arguments.first {
            let name = argument.hasPrefix(".") ? String(argument.dropFirst()) : argument
            try explain(Command.named(name.lowercased()), on: session.console)
        } else {
            list(on: session.console)
        }
    }

    private static func list(on console: Console) {
        let style = console.resultStyle
        let width = Command.table.map { DisplayWidth.columns($0.synopsis) }.max() ?? 0
        var text = style(.heading, "Commands") + "\n"
        for command in Command.table {
            let padding = String(repeating: " ", count: width - DisplayWidth.columns(command.synopsis) + 2)
            text += "  " + style(.command, command.synopsis) + padding + command.summary + "\n"
        }
        text += "\n" + style(.heading, "Questions") + "\n" + questions
        console.results.write(text)
    }

    private static let questions = """
          who holds hostages                       a pattern; who, what and ?x are the unknowns
          Hamas holds hostages ?n                  names begin with capitals, or stand in "quotes"
          ask Blinken met Netanyahu                yes or no
          why Hamas holds hostages ?n              the sentence it stands in
          Israel accepted ?what [any]              claims too: what is said, hedged, denied
          find ?who, count(?x) as ?n where ?who ?r ?x order by ?n desc
        A statement ends with Enter once it is complete, or with ;  .help COMMAND explains one command.

        """

    private static func explain(_ command: Command, on console: Console) {
        let style = console.resultStyle
        var text = style(.command, command.synopsis) + "\n  " + command.summary + ".\n"
        if !command.details.isEmpty { text += "  " + command.details + "\n" }
        text += "  Example: " + style(.string, command.example) + "\n"
        console.results.write(text)
    }
}
