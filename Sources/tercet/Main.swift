import ArgumentParser

@main
struct Tercet: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "tercet", version: "0.1.0")
}
