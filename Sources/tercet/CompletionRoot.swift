import ArgumentParser

/// The commands as the completions of bash, zsh and fish see them: without another word, `tercet` takes the options of the
/// shell, which a default subcommand of its own would hide.
struct CompletionRoot: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tercet", abstract: Tercet.configuration.abstract, version: Tercet.configuration.version,
        subcommands: Tercet.configuration.subcommands.filter { $0 != ShellCommand.self })

    @OptionGroup var shell: ShellCommand
}

extension CompletionRoot {
    /// The script for a shell: as it is generated, and the first word may be a command or a source.
    static func script(for shell: CompletionShell) -> String {
        let script = completionScript(for: shell)
        let commands = configuration.subcommands.compactMap { command in
            command.configuration.commandName.map { ($0, command.configuration.abstract) }
        }
        switch shell {
        case .bash:
            return script + """

                _tercet_first() {
                    _tercet "${@}"
                    if ((COMP_CWORD == 1)) && [[ "${2-}" != -* ]]; then
                        COMPREPLY+=($(compgen -W '\(commands.map(\.0).joined(separator: " "))' -- "${2-}"))
                    fi
                }
                complete -o filenames -F _tercet_first tercet
                """
        case .zsh:
            // `_arguments` takes either commands or sources, so that one function of each is asked.
            let ending = "if [[ \"${funcstack[1]}\" = _tercet ]]"
            let names = commands.map(\.0)
            let first = """
                _tercet() {
                    if ((CURRENT > 2)) && (($+functions[_tercet_${words[2]}])); then
                        _tercet_commands "${@}"
                    else
                        ((CURRENT == 2)) && compadd -- \(names.joined(separator: " "))
                        _tercet_sources "${@}"
                    fi
                }


                """
            let sources = SourcesAlone.completionScript(for: .zsh).replacing(
                "\n_tercet() {", with: "\n_tercet_sources() {")
            return Commands.completionScript(for: .zsh).replacing("\n_tercet() {", with: "\n_tercet_commands() {")
                .replacing(ending, with: Self.body(of: sources) + first + ending)
        case .fish:
            return script
                + commands.map { name, abstract in
                    "\ncomplete -c tercet -n __fish_is_first_arg -a \(name) -d '\(abstract.replacing("'", with: "\\'"))'"
                }.joined()
        default: return script
        }
    }

    /// A script without what it begins with and without the lines that register it.
    private static func body(of script: String) -> String {
        guard let begin = script.ranges(of: "\n_tercet_sources() {").first,
            let end = script.ranges(of: "\nif [[ \"${funcstack[1]}\"").first
        else { return "" }
        // Every command has `help` below it; here it is no command.
        return script[begin.lowerBound..<end.lowerBound].split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.hasSuffix(":->command'") && !$0.hasSuffix(":->arg'") }.joined(separator: "\n").dropFirst()
            + "\n"
    }

    /// The commands without sources.
    private struct Commands: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "tercet", subcommands: CompletionRoot.configuration.subcommands)
    }

    /// Sources and their options without commands.
    private struct SourcesAlone: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "tercet")
        @OptionGroup var shell: ShellCommand
    }
}
