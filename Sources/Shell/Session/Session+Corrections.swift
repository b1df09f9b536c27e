import Extraction
import GraphStore
import RDF

extension Session {
    /// The corrections that files say: the one that was named, else those beside the sources.
    ///
    /// - Throws: `Failure` when one cannot be read or has a mistake.
    func readCorrections() throws(Failure) -> Corrections {
        var corrections = Corrections()
        var files: [CorrectionFile] = []
        for path in correctionPaths {
            if let file = try CorrectionFile.read(path) {
                files.append(file)
            } else if path == reading.corrections {
                throw Failure("\(FileError(path: path, action: .read, reason: .missing))", status: .unreadable)
            } else if let kept = archive.correctionFiles.first(where: { $0.path == path && isSaved($0.path) }) {
                // The graph was saved with it, and has moved since.
                files.append(kept)
            }
        }
        for file in files { try file.add(to: &corrections) }
        correctionsInForce = files
        return corrections
    }

    /// Takes over the corrections that a saved graph was made with.
    func adoptCorrections() {
        for file in archive.correctionFiles where !correctionPaths.contains(file.path) {
            correctionPaths.append(file.path)
            savedCorrectionPaths.insert(file.path)
        }
    }

    private func isSaved(_ path: String) -> Bool { savedCorrectionPaths.contains(path) }

    /// Notes that corrections may stand beside a source.
    func expectCorrections(beside source: String) {
        guard reading.corrections == nil, let path = CorrectionFile.path(beside: source),
            !correctionPaths.contains(path)
        else { return }
        correctionPaths.append(path)
    }

    /// The facts as people read them, for showing what a change did.
    func factLines() -> Set<String> {
        let names = names
        var lines: Set<String> = []
        for relation in names.relations {
            let slice = names.graph.match(nil, relation, nil)
            let label = names.label(relation)
            for row in 0..<slice.count {
                lines.insert("\(names.label(slice.subjects[row])) \(label) \(names.label(slice.objects[row]))")
            }
        }
        return lines
    }

    /// Shows facts that came and facts that went.
    func showChange(from before: Set<String>, to after: Set<String>) {
        let style = console.resultStyle
        for line in before.subtracting(after).sorted() { console.results.write(style(.error, "− \(line)") + "\n") }
        for line in after.subtracting(before).sorted() { console.results.write(style(.prompt, "+ \(line)") + "\n") }
        if before == after { console.note("no fact changed") }
    }
}
