import ArgumentParser
import Shell

/// The manual page, made from the options and the table of commands, so that it cannot fall behind them.
///
/// Source: man(7).
enum Manual {
    /// The page in the language of `man`.
    static var page: String {
        var text = """
            .TH TERCET 1 "\(Version.date)" "tercet \(Version.number)" "User Commands"
            .SH NAME
            tercet \\- ask a news archive who did what to whom
            .SH SYNOPSIS
            .B tercet
            [\\fIoptions\\fR] [\\fIsources\\fR ...]
            .br
            .B tercet extract
            \\fIsources\\fR ... [\\fB\\-o\\fR \\fIfile\\fR]
            .br
            .B tercet export
            \\fIsources\\fR ... [\\fB\\-o\\fR \\fIfile\\fR]
            .br
            .B tercet check
            \\fIfiles\\fR ...
            .br
            .B tercet parse
            \\fIfiles\\fR ...
            .SH DESCRIPTION
            Reads English news reports (.txt, .md, folders) and graphs (.nt, .nq, .ttl,
            \\&.trig, .rdf), offline, and answers questions about what they say; every answer
            leads back to the sentence it stands in. With \\fB\\-c\\fR, \\fB\\-f\\fR or a pipe on
            standard input it runs a batch, else it opens a shell.
            .SH OPTIONS
            .nf

            """
        text += verbatim(optionsText)
        text += ".fi\n.SH COMMANDS OF THE SHELL\n"
        for command in Command.table {
            text += ".TP\n\\fB\(escaped(command.synopsis))\\fR\n\(filled(command.summary + "."))\n"
            if !command.details.isEmpty { text += filled(command.details) + "\n" }
            text += "Example: \\fI\(escaped(Examples.neutral.fill(command.example)))\\fR\n"
        }
        text += """
            .SH EXIT STATUS
            0 all went well; 1 a query or the data are wrong; 2 a file cannot be read or
            written; 3 a limit of time or memory was reached; 64 the options make no sense;
            130 interrupted.
            .SH ENVIRONMENT
            .TP
            NO_COLOR, TERM
            No colours where NO_COLOR is set or TERM is dumb.
            .TP
            TERCET_PAGER, PAGER
            What long answers are shown with; less \\-FRSX unless set.
            .SH FILES
            .TP
            $XDG_CONFIG_HOME/tercet/config.q
            Statements and commands that the shell runs when it opens (~/.config unless
            set).
            .TP
            $XDG_STATE_HOME/tercet/history
            What was typed (~/.local/state unless set).
            .TP
            ~/.editrc
            Keys of the line editor; see editrc(5).

            """
        return text
    }

    private static var optionsText: String {
        let help = Tercet.helpMessage(for: ShellCommand.self, columns: 78)
        return help.ranges(of: "ARGUMENTS:").first.map { String(help[$0.lowerBound...]) } ?? help
    }

    private static func verbatim(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { escaped(String($0)) + "\n" }.joined()
    }

    /// A paragraph in lines that every tool takes.
    private static func filled(_ text: String) -> String {
        var lines = [""]
        for word in text.split(separator: " ") {
            let line = lines[lines.count - 1]
            if line.isEmpty {
                lines[lines.count - 1] = String(word)
            } else if line.count + word.count < 72 {
                lines[lines.count - 1] += " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines.map(escaped).joined(separator: "\n")
    }

    private static func escaped(_ text: String) -> String {
        let quoted = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
        return quoted.hasPrefix(".") || quoted.hasPrefix("'") ? "\\&" + quoted : quoted
    }
}
