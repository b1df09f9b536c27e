import Extraction
import RDF

/// `.correct CORRECTION`: appends a line to the file of corrections and shows what it does to the facts.
enum CorrectCommand {
    @Sendable static func run(session: Session, call: CommandCall) throws(Failure) {
        guard !call.rest.isEmpty else {
            try list(session)
            return
        }
        let path = session.correctionPaths.first ?? CorrectionFile.usualName
        var file = try CorrectionFile.read(path) ?? CorrectionFile(path: path, text: "")
        // The line alone first, so that a mistake in it is shown in it.
        var line = Corrections()
        try CorrectionFile(path: "correction", text: call.rest).add(to: &line)
        if !file.text.isEmpty, !file.text.hasSuffix("\n") { file.text += "\n" }
        file.text += call.rest + "\n"
        do throws(FileError) {
            try Files.write(Array(file.text.utf8), to: path)
        } catch {
            throw Failure("\(error)", status: .unreadable)
        }
        if !session.correctionPaths.contains(path) { session.correctionPaths.append(path) }
        let before = session.factLines()
        session.resolver?.release()
        session.archive.correct(try session.readCorrections())
        session.archive.correctionFiles = session.correctionsInForce
        session.showChange(from: before, to: session.factLines())
        try session.flushResults()
        session.console.hint("written to \(path); delete the line to undo it")
    }

    private static func list(_ session: Session) throws(Failure) {
        var isEmpty = true
        for path in session.correctionPaths {
            guard let file = try CorrectionFile.read(path) else { continue }
            isEmpty = false
            session.console.results.write(file.text.hasSuffix("\n") ? file.text : file.text + "\n")
        }
        try session.flushResults()
        if isEmpty {
            session.console.note("no corrections; for example: .correct same \"the White House\" = \"United States\"")
        }
    }
}
