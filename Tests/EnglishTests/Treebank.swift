import English
import Foundation

/// Gold sentences of the treebanks in `TERCET_DATA` (default: `../shared`), for tests that measure.
struct Treebank {
    let sentences: [Sentence]

    /// The folder of treebanks; nil where there is none.
    static let folder: String? = {
        let data = ProcessInfo.processInfo.environment["TERCET_DATA"] ?? "../shared"
        let folder = data + "/treebanks"
        return FileManager.default.fileExists(atPath: folder) ? folder : nil
    }()

    /// Every `stride`th sentence of a file of the folder.
    init(_ name: String, stride: Int = 1) throws {
        let text = try String(contentsOfFile: (Treebank.folder ?? "") + "/" + name, encoding: .utf8)
        let sentences = try CoNLLUReader().sentences(of: text).map(\.sentence)
        self.sentences = sentences.enumerated().filter { $0.offset % stride == 0 }.map(\.element)
    }
}
