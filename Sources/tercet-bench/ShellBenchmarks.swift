import Glibc
import RDF
import Shell

/// What a user waits for: the prompt, the echo of a key, completion. Each beside its budget.
let shellBenchmarks: [Benchmark] = [
    Benchmark(
        name: "shell", summary: "prompt, echo, completion and suggestions at 1 M triples, Ctrl-C, beside their budgets"
    ) {
        _ in
        try measureTerminal()
        try measureInterrupts()
        try measureCompletion()
    }
]

/// The times of something done several times, in milliseconds.
private struct Latencies {
    private var values: [Double] = []
    private var worst: (value: Double, what: String) = (0, "")

    mutating func add(_ seconds: Double, of what: String = "") {
        values.append(seconds * 1000)
        if seconds * 1000 > worst.value { worst = (seconds * 1000, what) }
    }

    /// Prints median and worst beside the budget.
    func report(_ name: String, budget: Double) {
        let sorted = values.sorted()
        guard !sorted.isEmpty else { return }
        let median = sorted[sorted.count / 2]
        let verdict = worst.value <= budget ? "within" : median <= budget ? "half of them within" : "over"
        let what = worst.what.isEmpty ? "" : " (\(worst.what))"
        let output = Output.standardOutput()
        output.write(
            "\(name): median \(rounded(median, 1)) ms, worst \(rounded(worst.value, 1)) ms\(what) of \(sorted.count), "
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

/// The time from Ctrl-C to the prompt: in a query, while a graph is loaded, while reports are read.
private func measureInterrupts() throws {
    let small = try generated(10_000)
    let large = try generated(1_000_000)
    let folder = "/tmp/tercet-bench-reports-\(getpid())"
    mkdir(folder, 0o700)
    var reports: [String] = []
    for number in 0..<400 {
        let report = "\(folder)/report\(number).txt"
        let output = try Output(path: report)
        output.write("Report \(number)\n\n")
        for day in 1...20 {
            output.write(
                "Mayor Ada Okoro met Lars Lind in Turku on \(day) May, and Lind said that the union could accept it. ")
        }
        try output.close()
        reports.append(report)
    }
    defer {
        for path in [small, large] + reports { unlink(path) }
        rmdir(folder)
    }
    let program = try sibling("tercet")
    let product = "find count(?a) as ?n where ?a ?p ?b, ?c ?q ?d, ?e ?r ?f, if ?b != ?d"
    // A million triples are loaded in less than half a second: Ctrl-C has to come before.
    for (name, line, delay) in [
        ("a query", product, 400_000), ("the load of a graph", ".load \(large)", 120_000),
        ("reading reports", ".load \(folder)", 400_000),
    ] as [(String, String, UInt32)] {
        var stops = Latencies()
        for _ in 0..<3 {
            guard let terminal = PseudoTerminal(program, [small, "--no-init", "--no-cache"]),
                terminal.wait(for: "tercet> ", seconds: 20)
            else { throw BenchmarkError("no prompt") }
            terminal.send(line + "\r")
            usleep(delay)
            let pressed = Clock.seconds
            terminal.send("\u{3}")
            guard terminal.wait(for: "stopped", seconds: 10), terminal.wait(for: "tercet> ", seconds: 10) else {
                throw BenchmarkError("\(name) was not stopped")
            }
            stops.add(Clock.seconds - pressed)
        }
        stops.report("Ctrl-C in \(name)", budget: 100)
    }
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
        first.add(Clock.seconds - start, of: text)
        for _ in 0..<3 {
            let again = Clock.seconds
            _ = session.completion(before: text)
            later.add(Clock.seconds - again, of: text)
        }
    }
    first.report("completion at 1,000,000 triples, first of each", budget: 30)
    later.report("completion at 1,000,000 triples, again", budget: 30)
    var unknown = Latencies()
    let start = Clock.seconds
    session.run("about \"badenfo lommi 3\"")
    let names = Clock.seconds - start
    for name in [
        "Zaphod Beeblebrox", "badenfo lommo 3", "Badenfp", "kadenfo", "nobody of that name in all of the graph",
    ] {
        let start = Clock.seconds
        session.run("about \"\(name)\"")
        unknown.add(Clock.seconds - start, of: name)
    }
    unknown.report("suggestions for an unknown name at 1,000,000 triples", budget: 30)
    let output = Output.standardOutput()
    output.write("names taken in, once, by the first query: \(rounded(names * 1000, 0)) ms\n")
    try? output.close()
}
