import RDF

/// A conversation: a line in, its output on the console. It knows no terminal, so that tests run it in process.
package final class Session {
    /// Where its words go.
    package let console: Console
    /// What the user has set.
    package var settings: Settings
    /// Whether a failure ends what is being run (batches), or is only shown (the shell).
    package var stopsAtFailure = false
    /// Whether `.quit` was said.
    package private(set) var wantsToQuit = false
    /// The worst that happened so far: what a batch ends with.
    package private(set) var status = ExitStatus.success
    /// How deep `.read` and `include` are inside each other.
    private var fileDepth = 0

    /// A session.
    package init(console: Console, settings: Settings = Settings()) {
        self.console = console
        self.settings = settings
    }

    /// Ends the session after the statement that is running.
    func quit() { wantsToQuit = true }

    /// Takes what the command line gave: sources, parameters, format.
    package func prepare(_ options: ShellOptions) throws(Failure) {
    }

    /// Says what is loaded, one query to try, and where help is.
    package func greet() {
    }

    // MARK: Running

    /// Runs a text of statements and dot-commands one after the other, until `.quit` is said or, where failures stop a
    /// batch, one fails.
    package func run(_ text: String) {
        run(text, source: nil)
    }

    /// Runs the statements and dot-commands of a file.
    package func runFile(_ path: String, allowsCommands: Bool = true) {
        guard fileDepth < 16 else {
            fail(Failure("\(path): files that read one another are nested too deeply"))
            return
        }
        fileDepth += 1
        defer { fileDepth -= 1 }
        do throws(FileError) {
            let bytes = try Files.read(path)
            run(String(decoding: bytes, as: UTF8.self), source: path, allowsCommands: allowsCommands)
        } catch {
            fail(Failure("\(error)", status: .unreadable))
        }
    }

    private func run(_ text: String, source: String?, allowsCommands: Bool = true) {
        for item in StatementScanner.items(in: text) {
            guard mayGoOn else { break }
            do throws(Failure) {
                if item.isCommand {
                    guard allowsCommands else {
                        throw Failure(
                            "\(source ?? "statement"), line \(item.line + 1): \(item.text) is a command of the shell; "
                                + "a file of queries holds none (use .read, or a pipe)")
                    }
                    let call = CommandCall(item.text)
                    try Command.named(call.name).run(call, in: self)
                } else {
                    try execute(item.text)
                }
            } catch {
                fail(error)
            }
        }
        try? console.results.flush()
    }

    /// Whether the next statement may run.
    package var mayGoOn: Bool { !wantsToQuit && !(stopsAtFailure && status != .success) }

    /// Shows a failure and remembers its status.
    package func fail(_ failure: Failure) {
        status = max(status, failure.status)
        console.report(failure)
    }

    /// Forgets what failed: at a prompt it was said, and that is all.
    package func forgetStatus() { status = .success }

    private func execute(_ statement: String) throws(Failure) {
        throw Failure("queries come with the engine")
    }

    // MARK: Talking to the line reader

    /// The command that a bare word stands for: `help`, `quit`, `exit` and `?` work wherever one is.
    package static func bareCommand(_ line: String) -> String? {
        let trimmed = line.drop(while: \.isWhitespace).lowercased()
        let word = trimmed.prefix { !$0.isWhitespace && $0 != ";" }
        guard trimmed.dropFirst(word.count).allSatisfy({ $0.isWhitespace || $0 == ";" }) else { return nil }
        switch word {
        case "help", "?": return ".help"
        case "quit", "exit": return ".quit"
        default: return nil
        }
    }

    /// What is still open in a text typed so far, for the prompt that asks for the rest; nil when it can run.
    package func openPart(of text: String) -> String? {
        guard let last = StatementScanner.items(in: text).last, !last.isClosed else { return nil }
        switch last.open {
        case .nothing: return nil
        case .delimiter(let character): return String(character)
        }
    }

    /// What Tab offers behind a text.
    package func completion(before text: String) -> Completion {
        CompletionEngine(session: self).complete(text)
    }
}
