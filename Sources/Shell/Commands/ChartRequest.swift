import QueryEngine
import QuerySyntax
import RDF

/// What a command that draws numbers is asked: `?n of QUERY -o FILE`, any part of which may be missing.
struct ChartRequest {
    /// The column of the numbers.
    var variable: Variable?
    /// The query.
    var query: String?
    /// The file for a picture.
    var path: String?

    /// Reads the text behind a command.
    ///
    /// - Throws: `Failure` with the usage where it cannot be read.
    init(_ call: CommandCall, _ session: Session) throws(Failure) {
        var text = call.rest
        if let last = call.arguments.last, last == "-o" {
            throw Failure("after -o a file is expected: .\(call.name) … -o chart.svg")
        }
        if call.arguments.count >= 2, call.arguments[call.arguments.count - 2] == "-o", let file = call.arguments.last,
            let option = ChartRequest.option(in: text)
        {
            path = file
            text = String(text[..<option])
        }
        var words = text.split(separator: " ", maxSplits: 2).map(String.init)
        if let first = words.first, first.hasPrefix("?"), first.count > 1 {
            guard words.count == 1 || words[1].lowercased() == "of" else { throw call.usage(session) }
            variable = Variable(String(first.dropFirst()))
            words.removeFirst(min(2, words.count))
            guard !words.isEmpty || text.split(separator: " ").count == 1 else { throw call.usage(session) }
        } else if !words.isEmpty {
            throw call.usage(session)
        }
        while let last = words.last, last.isEmpty { words.removeLast() }
        if let rest = words.first {
            query = rest.hasSuffix(" ") ? String(rest.reversed().drop { $0 == " " }.reversed()) : rest
        }
    }

    /// Where the option stands that a file follows: a word of its own, since a path may hold the same letters ("home-old/a.svg").
    private static func option(in text: String) -> String.Index? {
        text.ranges(of: "-o").last { range in
            text[..<range.lowerBound].last?.isWhitespace ?? true
                && text[range.upperBound...].first?.isWhitespace ?? false
        }?.lowerBound
    }
}

extension Session {
    /// The answer to one query, without showing it.
    func answer(to text: String) throws(Failure) -> Answer {
        let source = SourceText(text)
        let statements = try translating { () throws(SyntaxError) in try QParser.parse(source) }
        guard statements.count == 1, let query = statements[0].query else {
            throw Failure("one query is expected, not \"\(text)\"")
        }
        let resolved = try resolve(query, in: source)
        return Answer(query: resolved, result: try evaluate(resolved), graph: archive.graph)
    }

    /// The column of a variable in an answer's rows.
    func column(_ variable: Variable, of solutions: Solutions) throws(Failure) -> Int {
        if let column = solutions.variables.firstIndex(of: variable) { return column }
        let known = solutions.variables.map { "?" + $0.name }
        let suggestion = Suggestion.nearest(to: "?" + variable.name, among: known).map { "\n  did you mean \($0)?" }
        throw Failure(
            "?\(variable.name) is no column of the query; it has \(known.joined(separator: ", "))" + (suggestion ?? ""))
    }

    /// Writes a drawing to a file, and says so.
    func writeDrawing(_ text: String, to path: String) throws(Failure) {
        do throws(FileError) {
            try Files.write(Array(text.utf8), to: path)
        } catch {
            throw Failure("\(error)", status: .unreadable)
        }
        console.hint("written to \(path)")
    }
}
