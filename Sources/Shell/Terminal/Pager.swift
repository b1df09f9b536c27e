import Glibc
import RDF

/// Shows text that is longer than the screen.
package enum Pager {
    /// The command that pages: `$TERCET_PAGER`, `$PAGER`, else `less -FRSX`; nil where the user set it to nothing.
    package static var command: String? {
        for name in ["TERCET_PAGER", "PAGER"] {
            if let value = Environment.value(name) { return value.allSatisfy(\.isWhitespace) ? nil : value }
        }
        return "less -FRSX"
    }

    /// The command with a line, counted from 0, to begin at; pagers other than `less` begin at the top.
    static func command(_ command: String, at line: Int?) -> String {
        guard let line, line > 5, command.split(separator: " ").first?.split(separator: "/").last == "less" else {
            return command
        }
        // Some lines above it stay in sight.
        return "\(command) +\(line - 4)g"
    }

    /// Pipes bytes into the pager and waits for it to be left.
    ///
    /// - Returns: whether it ran; where it could not, nothing has been shown.
    package static func show(_ bytes: [UInt8], with command: String) -> Bool {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return false }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO)
        // The shell around it catches or ignores signals that the pager wants for itself.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var defaults = sigset_t()
        sigemptyset(&defaults)
        sigaddset(&defaults, SIGPIPE)
        sigaddset(&defaults, SIGINT)
        posix_spawnattr_setsigdefault(&attributes, &defaults)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
        var process: pid_t = 0
        let words: [UnsafeMutablePointer<CChar>?] = [strdup("/bin/sh"), strdup("-c"), strdup(command), nil]
        defer { words.forEach { free($0) } }
        let failure = posix_spawn(&process, "/bin/sh", &actions, &attributes, words, environ)
        Glibc.close(ends[0])
        guard failure == 0 else {
            Glibc.close(ends[1])
            return false
        }
        let pipe = Output(descriptor: ends[1], name: "the pager")
        pipe.write(bytes)
        // A pager that is left early has shown enough: a broken pipe is no error.
        try? pipe.flush()
        Glibc.close(ends[1])
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        // 126 and 127 are the shell's: there is no such command.
        return !(status & 0x7F == 0 && [126, 127].contains((status >> 8) & 0xFF))
    }
}
