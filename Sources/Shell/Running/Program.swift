import Glibc
import RDF

/// The program behind the options: what `main` calls.
package enum Program {
    /// Runs the default command: a batch where statements are given or standard input is no terminal, else the shell.
    package static func runShell(_ options: ShellOptions) -> ExitStatus {
        let isInteractive = !options.isBatch && InteractiveShell.isPossible && options.output == nil
        return withSession(options, isInteractive: isInteractive) { (session) throws(Failure) in
            session.stopsAtFailure = !isInteractive
            if options.measures { try session.prepareMeasured(options) } else { try session.prepare(options) }
            if isInteractive {
                try runInteractively(session, options)
            } else {
                try Batch(session: session).run(options)
            }
        }
    }

    /// Makes a session, has work done in it, and writes out what remains.
    static func withSession(
        _ options: ShellOptions, isInteractive: Bool, _ work: (Session) throws(Failure) -> Void
    ) -> ExitStatus {
        Interrupt.install(exitsOnSecond: !isInteractive)
        let console: Console
        let pipeline: ReportPipeline
        do throws(Failure) {
            console = try makeConsole(options, isInteractive: isInteractive)
            pipeline = try ReportPipeline(relations: options.reading.relations)
        } catch {
            return report(error, color: options.color)
        }
        let session = Session(
            console: console, settings: Settings(options), reading: options.reading, pipeline: pipeline,
            cache: options.reading.usesCache ? AnalysisCache.standard() : nil)
        do throws(Failure) {
            try work(session)
        } catch {
            session.fail(error)
        }
        return finish(session)
    }

    private static func runInteractively(_ session: Session, _ options: ShellOptions) throws(Failure) {
        if options.readsConfiguration, let path = Environment.configurationFile, Files.kind(path) == .file {
            session.runFile(path)
        }
        session.greet()
        try InteractiveShell(session: session, history: History(path: Environment.historyFile)).run()
        // What went wrong at the prompt was said there; leaving is no failure.
        session.forgetStatus()
    }

    private static func makeConsole(_ options: ShellOptions, isInteractive: Bool) throws(Failure) -> Console {
        let results: Output
        if let path = options.output, path != "-" {
            do throws(FileError) {
                results = try Output(path: path)
            } catch {
                throw Failure("\(error)", status: .unreadable)
            }
        } else {
            results = .standardOutput()
        }
        let isTerminal = options.output == nil && Terminal.isTerminal(STDOUT_FILENO)
        let colors = options.output == nil && Terminal.usesColor(options.color, descriptor: STDOUT_FILENO)
        let console = Console(
            results: results, messages: .standardError(), resultStyle: Style(enabled: colors),
            messageStyle: Style(enabled: Terminal.usesColor(options.color, descriptor: STDERR_FILENO)),
            isInteractive: isInteractive, isTerminal: isTerminal,
            columns: isTerminal ? Terminal.size(of: STDOUT_FILENO)?.columns : nil)
        console.showsProgress = Terminal.isTerminal(STDERR_FILENO)
        return console
    }

    /// Writes out the rest of the results. A file takes its place only if all went well.
    private static func finish(_ session: Session) -> ExitStatus {
        do throws(Failure) {
            try session.closeRedirection()
        } catch {
            session.fail(error)
        }
        if session.isOutputWhole {
            do throws(FileError) {
                try session.console.results.close()
            } catch {
                // Whoever read from the pipe has seen enough: no error of ours.
                if error.reason != .brokenPipe { session.fail(Failure("\(error)", status: .unreadable)) }
            }
        } else {
            try? session.console.results.flush()
        }
        return session.status
    }

    static func report(_ failure: Failure, color: ColorChoice) -> ExitStatus {
        let style = Style(enabled: Terminal.usesColor(color, descriptor: STDERR_FILENO))
        Console(results: Output(), messages: .standardError(), messageStyle: style, isInteractive: false).report(
            failure)
        return failure.status
    }
}
