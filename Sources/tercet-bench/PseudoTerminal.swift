import Glibc

/// A program behind a pseudo-terminal.
final class PseudoTerminal {
    private let controller: Int32
    private var process: pid_t = 0
    private var pending: [UInt8] = []

    /// Starts a program; nil when the system has no terminal left or the program does not start.
    init?(_ program: String, _ arguments: [String]) {
        // Glibc's own functions for this are hidden from Swift.
        // Source: ioctl_tty(2): TIOCSPTLCK and TIOCGPTN.
        controller = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var number: Int32 = 0
        guard controller >= 0, ioctl(controller, 0x4004_5431, &number) == 0,
            ioctl(controller, 0x8004_5430, &number) == 0
        else { return nil }
        let name = "/dev/pts/\(number)"
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // The first terminal that the leader of a session opens is its own.
        posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        let newSession: Int16 = 0x80
        posix_spawnattr_setflags(&attributes, newSession)
        let variables: [String] = ["TERM=dumb", "LANG=C.UTF-8", "HOME=/nonexistent", "XDG_STATE_HOME=/nonexistent"]
        let words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { (word: String) in strdup(word) }
        let environment: [UnsafeMutablePointer<CChar>?] = variables.map { (word: String) in strdup(word) }
        defer { (words + environment).forEach { free($0) } }
        guard posix_spawn(&process, program, &actions, &attributes, words + [nil], environment + [nil]) == 0 else {
            close(controller)
            return nil
        }
    }

    deinit {
        kill(process, SIGKILL)
        var status: Int32 = 0
        waitpid(process, &status, 0)
        close(controller)
    }

    /// Types.
    func send(_ text: String) {
        let bytes = Array(text.utf8)
        _ = bytes.withUnsafeBytes { write(controller, $0.baseAddress, $0.count) }
    }

    /// Reads until a text has come; false when it does not come in time. What stands before it is dropped.
    func wait(for text: String, seconds: Double) -> Bool {
        let wanted = Array(text.utf8)
        var waits = [pollfd(fd: controller, events: Int16(POLLIN), revents: 0)]
        var chunk = [UInt8](repeating: 0, count: 1 << 14)
        while true {
            if let end = Self.end(of: wanted, in: pending) {
                pending.removeFirst(end)
                return true
            }
            guard poll(&waits, 1, Int32(seconds * 1000)) > 0 else { return false }
            let count = chunk.withUnsafeMutableBytes { read(controller, $0.baseAddress, $0.count) }
            guard count > 0 else { return false }
            pending.append(contentsOf: chunk[..<count])
        }
    }

    private static func end(of wanted: [UInt8], in bytes: [UInt8]) -> Int? {
        guard bytes.count >= wanted.count else { return nil }
        return (0...bytes.count - wanted.count).first { bytes[$0...].starts(with: wanted) }.map { $0 + wanted.count }
    }
}
