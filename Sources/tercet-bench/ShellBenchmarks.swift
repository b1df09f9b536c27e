import Glibc
import RDF
import Shell

/// What a user waits for: the prompt, the echo of a key, completion. Each beside its budget.
let shellBenchmarks: [Benchmark] = [
    Benchmark(name: "shell", summary: "first prompt, echo of a key, completion at 1 M triples, beside their budgets") {
        _ in
        try measureTerminal()
        try measureCompletion()
    }
]

/// The times of something done several times, in milliseconds.
private struct Latencies {
    private var values: [Double] = []

    mutating func add(_ seconds: Double) { values.append(seconds * 1000) }

    /// Prints median and worst beside the budget.
    func report(_ name: String, budget: Double) {
        let sorted = values.sorted()
        guard let worst = sorted.last else { return }
        let median = sorted[sorted.count / 2]
        let verdict = median <= budget ? "within" : "over"
        let output = Output.standardOutput()
        output.write(
            "\(name): median \(rounded(median, 1)) ms, worst \(rounded(worst, 1)) ms of \(sorted.count), "
                + "\(verdict) the budget of \(rounded(budget, 0)) ms\n")
        try? output.close()
    }
}

private func generated(_ count: Int) throws -> String {
    let path = "/tmp/tercet-bench-shell-\(getpid())-\(count).nt"
    let output = try Output(path: path)
    var generator = GraphGenerator(seed: 7)
    generator.write(count, to: output)
    try output.close()
    return path
}

// MARK: In a pseudo-terminal

private func measureTerminal() throws {
    let graph = try generated(10_000)
    defer { unlink(graph) }
    let program = try sibling("tercet")
    var prompts = Latencies()
    var echoes = Latencies()
    for _ in 0..<9 {
        let start = Clock.seconds
        guard let terminal = PseudoTerminal(program, [graph, "--no-init"]) else { throw BenchmarkError("no terminal") }
        guard terminal.wait(for: "tercet> ", seconds: 20) else { throw BenchmarkError("no prompt from \(program)") }
        prompts.add(Clock.seconds - start)
        for key in "who relation holds" {
            let pressed = Clock.seconds
            terminal.send(String(key))
            guard terminal.wait(for: String(key), seconds: 5) else { throw BenchmarkError("no echo") }
            echoes.add(Clock.seconds - pressed)
        }
    }
    prompts.report("first prompt after 10,000 triples", budget: 60)
    echoes.report("echo of a key", budget: 5)
}

/// The program that was built beside this one.
private func sibling(_ name: String) throws -> String {
    var path = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &path, path.count - 1)
    let own = String(decoding: path.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard let slash = own.lastIndex(of: "/") else { throw BenchmarkError("where is \(name)?") }
    let program = own[...slash] + name
    guard access(String(program), X_OK) == 0 else {
        throw BenchmarkError("\(program) is not there; build it first: swift build -c release")
    }
    return String(program)
}

private struct BenchmarkError: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

// MARK: Completion

private func measureCompletion() throws {
    let path = try generated(1_000_000)
    defer { unlink(path) }
    let console = Console(results: Output(), messages: Output(), isInteractive: false)
    let session = Session(console: console, pipeline: .standard)
    try session.load([path])
    // Names as the generator makes them; what a user types until a list is short enough, and behind a name.
    let texts = [
        "B", "Ba", "\"ba", "\"bad", "about \"sta", "who ", "who re", "who relation1 ", "?x is a Cl", "\"lomf", "xyzzy",
        ".show kad", "find ?x where ?x relation2 \"t", "",
    ]
    var first = Latencies()
    var later = Latencies()
    for text in texts {
        let start = Clock.seconds
        _ = session.completion(before: text)
        first.add(Clock.seconds - start)
        for _ in 0..<3 {
            let again = Clock.seconds
            _ = session.completion(before: text)
            later.add(Clock.seconds - again)
        }
    }
    first.report("completion at 1,000,000 triples, first of each", budget: 30)
    later.report("completion at 1,000,000 triples, again", budget: 30)
    var unknown = Latencies()
    session.run("about \"badenfo lommi 3\"")
    for _ in 0..<5 {
        let start = Clock.seconds
        session.run("about \"Zaphod Beeblebrox\"")
        unknown.add(Clock.seconds - start)
    }
    unknown.report("suggestions for an unknown name at 1,000,000 triples", budget: 30)
}
