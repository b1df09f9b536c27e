import English
import Extraction
import RDF

extension Program {
    /// Prints the open extractions of files with one tokenised sentence a line, tab-separated.
    ///
    /// - Parameter minimal: whether short triples are printed rather than one long tuple per subject and verb.
    package static func extractOpenly(_ files: [String], minimal: Bool, output path: String?) -> ExitStatus {
        var options = ShellOptions()
        options.output = path
        return withSession(options, isInteractive: false) { (session) throws(Failure) in
            session.stopsAtFailure = true
            let lines = OpenLines(minimal ? .minimal : .maximal)
            let output = session.console.results
            for file in files {
                let bytes: [UInt8]
                do throws(FileError) {
                    bytes = try file == "-" ? Files.readStandardInput() : Files.read(file)
                } catch {
                    throw Failure("\(error)", status: .unreadable)
                }
                for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
                    for tuple in lines.lines(of: String(line)) { output.write(tuple + "\n") }
                    if output.hasFailed { return }
                }
            }
        }
    }
}
