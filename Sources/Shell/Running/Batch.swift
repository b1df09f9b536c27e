import Glibc
import RDF

/// Runs statements that nobody types: of options, files or standard input.
///
/// It stops at the first one that fails, so that what follows does not build on it; an `expect` that does not hold is
/// said and counted, and the next one is looked at.
package struct Batch {
    private let session: Session

    /// A batch in a session.
    package init(session: Session) { self.session = session }

    /// Runs what the options give, in their order; standard input where they give nothing.
    package func run(_ options: ShellOptions) throws(Failure) {
        guard options.isBatch else {
            let bytes: [UInt8]
            do throws(FileError) {
                bytes = try Files.readStandardInput()
            } catch {
                throw Failure("\(error)", status: .unreadable)
            }
            session.run(String(decoding: bytes, as: UTF8.self))
            return
        }
        for input in options.inputs where session.mayGoOn {
            switch input {
            case .text(let text): session.run(text)
            case .file(let path): session.runFile(path, allowsCommands: false)
            }
        }
    }
}
