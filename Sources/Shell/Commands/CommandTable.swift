extension Command {
    /// Every dot-command, in the order in which `.help` lists them.
    package static let table: [Command] = [
        Command(
            "help", "[COMMAND]", arity: 0...1, summary: "List the commands, or explain one",
            details: "`help` and `?` alone do the same, also in the middle of a statement.", example: ".help load",
            argument: .command, handler: HelpCommand.run),
        Command(
            "quit", summary: "Leave the shell",
            details: "`quit` and `exit` alone do the same, and so does Ctrl-D on an empty line.", example: ".quit",
            handler: { (session, _) throws(Failure) in session.quit() }),
    ]
}
