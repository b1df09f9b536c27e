import GraphStore
import Naming
import QuerySyntax
import RDF

extension Program {
    /// Reads files of queries and data, prints every mistake in them, and changes nothing.
    ///
    /// - Returns: `success` when there is none, `error` when there are some, `unreadable` when a file cannot be read.
    package static func check(_ files: [String], base: String?) -> ExitStatus {
        withSession(ShellOptions(), isInteractive: false) { (session) throws(Failure) in
            var checker = FileChecker(base: base)
            for file in files { try checker.check(file) }
            let output = session.console.results
            for error in checker.errors { output.write(error.description + "\n") }
            if checker.errors.isEmpty {
                session.console.hint("\(Numbers.counted(files.count, "file")): no mistakes")
            } else {
                session.note(.error)
                session.console.hint(
                    "\(Numbers.counted(files.count, "file")): \(Numbers.counted(checker.errors.count, "mistake"))")
            }
        }
    }
}

/// Looks for mistakes in files without running them.
private struct FileChecker {
    /// What was found, file after file.
    private(set) var errors: [SyntaxError] = []
    private let base: String?
    /// Files that are being looked at, so that those that include one another end.
    private var open: [String] = []
    /// What `define` made, for the statements after it.
    private var definitions: [QDefinition] = []

    init(base: String?) { self.base = base }

    mutating func check(_ path: String) throws(Failure) {
        if let syntax = DataSyntax(path: path) { return try checkData(path, syntax) }
        let kind = SPARQLKind(path: path)
        guard kind != nil || path.lowercased().hasSuffix(".q") else {
            throw Failure(
                "cannot tell what is in \(path)\n  names end in .q, .rq, .ru, .nt, .nq, .ttl, .trig or .rdf (also .gz)",
                status: .usage)
        }
        let text: String
        do throws(FileError) {
            let bytes = try Files.read(path)
            if let place = UTF8Text.firstError(in: bytes) {
                errors.append(UTF8Text.error(at: place, in: bytes, source: path))
                return
            }
            text = String(decoding: bytes, as: UTF8.self)
        } catch {
            throw Failure("\(error)", status: .unreadable)
        }
        let source = SourceText(text, name: path)
        if let kind {
            errors += mistakes { () throws(SyntaxError) in try checkSPARQL(source, kind: kind) }
        } else {
            definitions = []
            checkStatements(text, path: path)
        }
    }

    /// The mistake that some work finds, in a list of none or one.
    private func mistakes(_ work: () throws(SyntaxError) -> Void, firstLine: Int = 0) -> [SyntaxError] {
        do throws(SyntaxError) {
            try work()
            return []
        } catch {
            var error = error
            error.line += firstLine
            return [error]
        }
    }

    // MARK: Data

    private mutating func checkData(_ path: String, _ syntax: DataSyntax) throws(Failure) {
        let reader: StatementReader
        do throws(InputError) {
            reader = try StatementReader.open(path, syntax: syntax, base: base ?? GraphSources.iri(ofFile: path))
        } catch {
            throw Failure(error)
        }
        var statement = ScannedStatement()
        while true {
            do throws(InputError) {
                guard try reader.next(&statement) else { return }
            } catch {
                guard case .syntax(let mistake) = error else { throw Failure(error) }
                errors.append(mistake)
            }
        }
    }

    // MARK: Queries

    private func checkSPARQL(
        _ source: SourceText, in range: SourceRange? = nil, kind: SPARQLKind
    ) throws(SyntaxError) {
        let base = base ?? source.name.map { GraphSources.iri(ofFile: $0) }
        switch kind {
        case .query: _ = try SPARQLParser.parseQuery(source, base: base)
        case .update: _ = try SPARQLParser.parseUpdate(source, base: base)
        case .either: _ = try SPARQLParser.parse(source, in: range, base: base)
        }
    }

    private mutating func checkStatements(_ text: String, path: String) {
        open.append(path)
        defer { open.removeLast() }
        for item in StatementScanner.items(in: text) {
            let source = SourceText(item.indented, name: path)
            let whole = item.column..<(item.column + item.text.unicodeScalars.prefix { $0 != "\n" }.count)
            if item.isCommand {
                var error = source.error(
                    "a command of the shell stands in a file of queries", at: whole, hint: "use .read, or a pipe")
                error.line += item.line
                errors.append(error)
                continue
            }
            if StatementLanguage(of: item.text) == .sparql {
                errors += mistakes(
                    { () throws(SyntaxError) in try checkSPARQL(source, kind: .either) }, firstLine: item.line)
                continue
            }
            let statements: [Statement]
            do throws(SyntaxError) {
                statements = try QParser.parse(source)
            } catch {
                var error = error
                error.line += item.line
                errors.append(error)
                continue
            }
            for statement in statements { check(statement, firstLine: item.line) }
        }
    }

    private mutating func check(_ statement: Statement, firstLine: Int) {
        let compiler = QCompiler(definitions: definitions)
        switch statement.kind {
        case .query(let query), .explain(let query), .expect(_, let query):
            errors += mistakes(
                { () throws(SyntaxError) in _ = try compiler.compile(query, source: statement.source) },
                firstLine: firstLine)
        case .edit(let edit):
            errors += mistakes(
                { () throws(SyntaxError) in _ = try compiler.compile(edit, source: statement.source) },
                firstLine: firstLine)
        case .define(let definition): definitions.append(definition)
        case .sparql(_, let range):
            errors += mistakes(
                { () throws(SyntaxError) in try checkSPARQL(statement.source, in: range, kind: .either) },
                firstLine: firstLine)
        case .include(let path): include(path, statement, firstLine: firstLine)
        case .parameter, .output: break
        }
    }

    private mutating func include(_ path: String, _ statement: Statement, firstLine: Int) {
        let target = Session.includedPath(path, from: statement.source.name)
        func complain(_ message: String) {
            var error = statement.source.error(message, at: statement.range)
            error.line += firstLine
            errors.append(error)
        }
        if open.contains(target) { return complain("\(target) includes itself") }
        guard open.count < 16 else { return complain("files that include one another are nested too deeply") }
        do throws(FileError) {
            let text = String(decoding: try Files.read(target), as: UTF8.self)
            if let kind = SPARQLKind(path: target) {
                errors += mistakes { () throws(SyntaxError) in
                    try checkSPARQL(SourceText(text, name: target), kind: kind)
                }
            } else {
                checkStatements(text, path: target)
            }
        } catch {
            complain("\(error)")
        }
    }
}
