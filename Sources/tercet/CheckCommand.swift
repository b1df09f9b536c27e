import ArgumentParser
import Shell

/// `tercet check`: looks for mistakes in files of queries and data.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Look for mistakes in queries (.q, .rq, .ru) and data, and print them all.")

    @Argument(
        help: ArgumentHelp(
            "Queries (.q, .rq, .ru) and data (.nt, .nq, .ttl, .trig, .rdf, also .gz).", valueName: "files"),
        completion: .file(extensions: ["q", "rq", "ru", "nt", "nq", "ttl", "trig", "rdf", "gz"]))
    var files: [String] = []

    @Option(help: ArgumentHelp("What relative IRIs mean. Usual: each file's own IRI.", valueName: "IRI"))
    var base: String?

    func validate() throws {
        if files.isEmpty { throw ValidationError("name what to look at: tercet check query.rq data.ttl") }
    }

    func run() throws {
        throw ExitCode(Program.check(files, base: base).rawValue)
    }
}
