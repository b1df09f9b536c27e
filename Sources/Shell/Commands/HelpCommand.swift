import RDF

/// `.help`: the table of commands, or one of them in full.
enum HelpCommand {
    @Sendable static func run(session: Session, line: CommandCall) throws(Failure) {
        if let argument = line.arguments.first {
            let name = argument.hasPrefix(".") ? String(argument.dropFirst()) : argument
            try explain(Command.named(name.lowercased()), in: session)
        } else {
            list(in: session)
        }
    }

    /// How wide the column of examples is at most.
    private static let exampleWidth = 32

    private static func list(in session: Session) {
        let console = session.console
        let style = console.resultStyle
        let examples = session.examples
        let rows = Command.table.map { ($0, examples.fill($0.example)) }
        let width = min(Self.exampleWidth, rows.map { DisplayWidth.columns($0.1) }.max() ?? 0)
        var text = style(.heading, "Commands") + style(.dim, "  by example; .help NAME tells all of one") + "\n"
        for (command, example) in rows {
            let isWide = DisplayWidth.columns(example) > width
            text += "  " + style(.command, DisplayWidth.padded(example, to: width))
            text += isWide ? "\n" + String(repeating: " ", count: width + 4) : "  "
            text += DisplayWidth.wrapped(command.summary, to: console.columns, indent: width + 4) + "\n"
        }
        text += "\n" + style(.heading, "Questions") + "\n" + questions(session.examples)
        console.present(Array(text.utf8))
    }

    private static func questions(_ examples: Examples) -> String {
        let lines = [
            ("who {relation} ?whom", "a pattern; who, what and ?x are the unknowns"),
            ("{name} {relation} ?whom", "names begin with capitals, or stand in \"quotes\""),
            ("ask {name} {relation} {object}", "yes or no"),
            ("why {name} {relation} ?whom", "the sentence it stands in"),
            ("why not {object} {relation} {name}", "where a fact that one expected was lost"),
            ("{claim} [any]", "claims too: what is said, hedged, denied"),
            ("find ?who, count(?x) as ?n where ?who ?r ?x order by ?n desc", "groups, counts, order"),
            ("Who {relation} {object}?", "plain English, where it can be read"),
        ].map { (examples.fill($0.0), $0.1) }
        let width = min(44, lines.map { DisplayWidth.columns($0.0) }.max() ?? 0)
        var text = ""
        for (query, meaning) in lines {
            let isWide = DisplayWidth.columns(query) > width
            text +=
                "  " + DisplayWidth.padded(query, to: width)
                + (isWide ? "\n" + String(repeating: " ", count: width + 2) : "")
            text += "  " + meaning + "\n"
        }
        return text
            + "A statement ends with Enter once it is complete, or with ;  .help COMMAND explains one command.\n"
    }

    private static func explain(_ command: Command, in session: Session) {
        let console = session.console
        let style = console.resultStyle
        var text = style(.command, command.synopsis) + "\n  "
        text += DisplayWidth.wrapped(command.summary + ".", to: console.columns, indent: 2) + "\n"
        if !command.details.isEmpty {
            text += "  " + DisplayWidth.wrapped(command.details, to: console.columns, indent: 2) + "\n"
        }
        text += "  Example: " + style(.string, session.examples.fill(command.example)) + "\n"
        console.results.write(text)
    }
}
