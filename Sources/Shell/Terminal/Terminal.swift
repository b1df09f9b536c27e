import CEditLine
import Glibc

/// What is known of the terminals behind the standard streams.
package enum Terminal {
    /// Whether a file descriptor is a terminal.
    package static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

    /// The terminal's size in character cells, or nil where it is no terminal or does not say.
    package static func size(of descriptor: Int32) -> (columns: Int, rows: Int)? {
        var columns: Int32 = 0
        var rows: Int32 = 0
        guard tercet_terminal_size(descriptor, &columns, &rows) else { return nil }
        return (Int(columns), Int(rows))
    }

    /// Whether output to a descriptor is coloured: as told, else on a terminal that knows escapes and where `NO_COLOR`
    /// is not set.
    ///
    /// Source: no-color.org.
    package static func usesColor(_ choice: ColorChoice, descriptor: Int32) -> Bool {
        switch choice {
        case .always: return true
        case .never: return false
        case .automatic:
            if let value = Environment.value("NO_COLOR"), !value.isEmpty { return false }
            let terminal = Environment.value("TERM") ?? "dumb"
            return isTerminal(descriptor) && terminal != "dumb" && !terminal.isEmpty
        }
    }
}

/// Whether to colour: `--color`.
package enum ColorChoice: String, CaseIterable, Sendable {
    case automatic = "auto"
    case always, never
}

/// The process's environment.
package enum Environment {
    /// A variable's value, or nil where it is not set.
    package static func value(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }

    /// A variable's value where it is set and not empty.
    package static func nonEmpty(_ name: String) -> String? {
        value(name).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The history of the shell: `$XDG_STATE_HOME/tercet/history`, by default under `~/.local/state`.
    ///
    /// Source: XDG Base Directory Specification.
    package static var historyFile: String? { file("history", variable: "XDG_STATE_HOME", fallback: ".local/state") }

    /// What the shell reads at its start: `$XDG_CONFIG_HOME/tercet/config.q`, by default under `~/.config`.
    package static var configurationFile: String? { file("config.q", variable: "XDG_CONFIG_HOME", fallback: ".config") }

    /// Where analyses of reports are kept: `$XDG_CACHE_HOME/tercet`, by default under `~/.cache`.
    package static var cacheFolder: String? {
        file("", variable: "XDG_CACHE_HOME", fallback: ".cache").map { String($0.dropLast()) }
    }

    private static func file(_ name: String, variable: String, fallback: String) -> String? {
        if let base = nonEmpty(variable), base.hasPrefix("/") { return "\(base)/tercet/\(name)" }
        return nonEmpty("HOME").map { "\($0)/\(fallback)/tercet/\(name)" }
    }
}
