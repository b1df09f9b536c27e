import Glibc
import GraphStore
import RDF

/// Files of RDF named on the command line.
enum GraphSources {
    /// The folder that relative paths start from.
    static var currentFolder: String {
        guard let path = getcwd(nil, 0) else { return "" }
        defer { free(path) }
        return String(cString: path)
    }

    /// The IRI of a file.
    static func iri(ofFile path: String) -> String {
        // A path with `.` and `..` in it is tidied up as every reference is.
        IRIReference.resolve(
            IRIReference.file(path, folder: currentFolder), against: "file:///")
    }

    /// What relative IRIs of text that was typed are resolved against.
    static var promptBase: String { IRIReference.file("", folder: currentFolder) }

    /// The graph and the file of `--named IRI=FILE`. An IRI may hold `=` too, so the first `=` with a file behind it
    /// counts, else the last.
    static func named(_ text: String, base: String?) throws(Failure) -> (iri: String, path: String) {
        let places = text.indices.filter { text[$0] == "=" }
        let place = places.first { Files.kind(String(text[text.index(after: $0)...])) != .missing } ?? places.last
        guard let place, place != text.startIndex else {
            throw Failure("--named takes IRI=FILE, not \"\(text)\"", status: .usage)
        }
        var iri = String(text[..<place])
        if iri.hasPrefix("<"), iri.hasSuffix(">") { iri = String(iri.dropFirst().dropLast()) }
        return (IRIReference.resolve(iri, against: base ?? promptBase), String(text[text.index(after: place)...]))
    }
}
