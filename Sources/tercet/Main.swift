import ArgumentParser
import Glibc
import RDF
import Shell

/// Starts the program: what concerns all commands is answered here, the rest by the command named first.
@main
enum Main {
    static func main() {
        let arguments = CommandLine.arguments.dropFirst()
        switch arguments.first {
        case "--version" where arguments.count == 1:
            // Asked for by scripts and editors, so it does not wait for anything to be set up.
            print("tercet \(Version.number)")
        case "--help", "-h", "-help":
            print(Tercet.helpMessage(for: ShellCommand.self))
        case "--generate-manual" where arguments.count == 1:
            print(Manual.page, terminator: "")
        case "--generate-completion-script" where arguments.count == 2:
            guard let shell = arguments.last.flatMap(CompletionShell.init(rawValue:)) else {
                return run(Array(arguments))
            }
            print(CompletionRoot.script(for: shell))
        default:
            run(Array(arguments))
        }
    }

    private static func run(_ arguments: [String]) {
        do {
            var command = try Tercet.parseAsRoot(arguments)
            try command.run()
        } catch {
            let code = Tercet.exitCode(for: error)
            // The default command has no name of its own to the user.
            let message = Tercet.fullMessage(for: error).replacing("tercet shell --help", with: "tercet --help")
            let output = code.isSuccess ? Output.standardOutput() : Output.standardError()
            if !message.isEmpty { output.write(message + "\n") }
            try? output.flush()
            exit(code.rawValue)
        }
    }
}

/// The root of the commands; its own work is done by `ShellCommand`.
struct Tercet: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tercet",
        abstract: "Ask your news archive who did what to whom, who says so, how sure, and where it stands.",
        version: "tercet \(Version.number)",
        subcommands: [
            ShellCommand.self, ExtractCommand.self, ExportCommand.self, DiffCommand.self, CheckCommand.self,
            ParseCommand.self,
        ],
        defaultSubcommand: ShellCommand.self)
}
