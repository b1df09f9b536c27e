import Glibc
import RDF

/// The shell at a terminal: prompts, reads, runs, until it is told to stop.
package struct InteractiveShell {
    private let session: Session
    private let history: History

    /// A shell around a session whose console is the terminal.
    package init(session: Session, history: History) {
        self.session = session
        self.history = history
    }

    /// Whether one can be opened: both streams must be terminals.
    package static var isPossible: Bool { Terminal.isTerminal(STDIN_FILENO) && Terminal.isTerminal(STDOUT_FILENO) }

    /// Runs until `.quit`, Ctrl-D or the terminal's end.
    ///
    /// - Throws: `Failure` when the line editor cannot start.
    package func run() throws(Failure) {
        // A pager that is left early must not take the shell with it.
        signal(SIGPIPE, SIG_IGN)
        let session = session
        var pending = ""
        // The reader asks for completions while `read` runs, when `pending` is what stands above the line.
        let statement = StatementSoFar()
        guard
            let reader = LineReader(
                program: "tercet",
                completer: { before in
                    let above = statement.text
                    return session.completion(before: above.isEmpty ? before : above + "\n" + before)
                })
        else {
            throw Failure("cannot open the line editor on this terminal", status: .error)
        }
        for entry in history.load() { reader.addHistory(entry) }
        while !session.wantsToQuit {
            statement.text = pending
            let event = reader.read(prompt: prompt(pending))
            let size = Terminal.size(of: STDOUT_FILENO)
            session.console.columns = size?.columns
            session.console.rows = size?.rows
            switch event {
            case .interrupted:
                Interrupt.clear()
                session.console.note("^C")
                pending = ""
            case .end:
                session.console.note("")
                return
            case .line(let line):
                if let command = Session.bareCommand(line) {
                    session.run(command)
                    continue
                }
                if pending.isEmpty, line.allSatisfy(\.isWhitespace) { continue }
                pending += pending.isEmpty ? line : "\n" + line
                if session.openPart(of: pending) != nil { continue }
                remember(pending, in: reader)
                let text = pending
                pending = ""
                session.run(text)
                Interrupt.clear()
            }
        }
    }

    private func remember(_ statement: String, in reader: LineReader) {
        reader.addHistory(statement)
        history.append(statement)
    }

    private func prompt(_ pending: String) -> String {
        let style = session.console.resultStyle
        guard !pending.isEmpty else { return style.prompt(.prompt, "tercet>") }
        let open = session.openPart(of: pending) ?? ""
        let mark = open + "…>"
        let width = "tercet>".count
        let padding = String(repeating: " ", count: max(0, width - DisplayWidth.columns(mark)))
        return padding + style.prompt(.continuation, mark)
    }

    /// The lines of the statement above the one being edited, for the completer.
    private final class StatementSoFar {
        var text = ""
    }
}
