import Extraction
import GraphStore
import RDF

/// Commands that move data in and out.
enum DataCommands {
    @Sendable static func load(session: Session, call: CommandCall) throws(Failure) {
        let before = GraphCounts(session.names)
        try session.load(call.arguments)
        let after = GraphCounts(session.names)
        session.console.hint(
            "loaded \(Numbers.counted(after.reports - before.reports, "report")), "
                + "\(Numbers.counted(after.facts - before.facts, "fact")), "
                + "\(Numbers.counted(session.archive.graph.count, "triple")) in all · "
                + Numbers.duration(session.lastLoadSeconds))
    }

    @Sendable static func save(session: Session, call: CommandCall) throws(Failure) {
        let path = call.arguments[0]
        guard SavedArchive.isNamed(path) else {
            throw Failure(
                "a saved graph's name ends in \(SavedArchive.nameEnding): .save \(path)\(SavedArchive.nameEnding)")
        }
        let isSaved: Bool
        do throws(FileError) {
            isSaved = try SavedArchive.write(
                &session.archive, loaded: session.loaded, relationsHash: session.pipeline.relationsHash, to: path,
                isDurable: true, until: { Interrupt.isPending })
        } catch {
            throw Failure("\(error)", status: .unreadable)
        }
        guard isSaved else { throw Failure("stopped: nothing was saved", status: .interrupted) }
        session.console.hint(
            "\(Numbers.counted(session.archive.dataset.count, "triple")) saved; tercet \(path) opens them")
    }

    @Sendable static func export(session: Session, call: CommandCall) throws(Failure) {
        let path = call.arguments[0]
        var factsOnly = false
        if call.arguments.count > 1 {
            guard ["facts", "--facts"].contains(call.arguments[1].lowercased()) else {
                throw Failure("after the file, only `facts` may stand, not \"\(call.arguments[1])\"")
            }
            factsOnly = true
        }
        let output: Output
        do throws(FileError) {
            output = path == "-" ? session.console.results : try Output(path: path)
        } catch {
            throw Failure("\(error)", status: .unreadable)
        }
        let count = try session.writeGraph(to: output, as: GraphFormat(path: path) ?? .nt, factsOnly: factsOnly)
        do throws(FileError) {
            if path == "-" { try output.flush() } else { try output.close() }
        } catch {
            throw Failure("\(error)", status: .unreadable)
        }
        session.console.hint("\(Numbers.counted(count, "triple")) written to \(path)")
    }
}
