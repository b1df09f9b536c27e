import Extraction
import QuerySyntax
import RDF

/// A file of corrections: what a user says is wrong in the reading, one correction a line.
package struct CorrectionFile: Hashable, Sendable {
    /// The name that such a file has beside the reports.
    package static let usualName = "corrections.q"

    /// Where it is.
    package var path: String
    /// What it says.
    package var text: String

    /// A file's text.
    package init(path: String, text: String) {
        self.path = path
        self.text = text
    }

    /// The file at a path; nil when nothing stands there.
    ///
    /// - Throws: `Failure` when it cannot be read.
    package static func read(_ path: String) throws(Failure) -> CorrectionFile? {
        guard Files.kind(path) != .missing else { return nil }
        do throws(FileError) {
            return CorrectionFile(path: path, text: String(decoding: try Files.read(path), as: UTF8.self))
        } catch {
            throw Failure("\(error)", status: .unreadable)
        }
    }

    /// The usual file beside a source: in the folder, or in that of the report.
    package static func path(beside source: String) -> String? {
        if source == "-" { return nil }
        if Files.kind(source) == .directory {
            return source.hasSuffix("/") ? source + usualName : "\(source)/\(usualName)"
        }
        guard let slash = source.lastIndex(of: "/") else { return usualName }
        return String(source[...slash]) + usualName
    }

    /// Adds what the file says to corrections.
    ///
    /// - Throws: `Failure` for the first mistake, with its place.
    package func add(to corrections: inout Corrections) throws(Failure) {
        let source = SourceText(text, name: path)
        do throws(SyntaxError) {
            for (_, correction, range) in try QParser.parseCorrections(source) {
                switch correction {
                case .same(let name, let other): corrections.addSame(name, as: other)
                case .split(let name, let other): corrections.addSplit(name, from: other)
                case .ignore(let name): corrections.addIgnored(name)
                case .relation(let label, let other): corrections.addRelation(label, as: other)
                case .remove(let subject, let relation, let object):
                    corrections.addRemoved(subject, relation, object)
                case .type(let name, let type):
                    guard corrections.addType(name, type) else {
                        throw source.error(
                            "no class is called “\(type)”", at: range,
                            hint: "there are: " + EntityClass.all.map(\.label).joined(separator: ", "))
                    }
                }
            }
        } catch {
            throw Failure("\(error)")
        }
    }
}
