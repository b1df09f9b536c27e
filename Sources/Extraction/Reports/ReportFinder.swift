import RDF

/// A file that a source argument leads to.
public struct FoundFile: Hashable, Sendable {
    /// Where it is.
    public var path: String
    /// Where it is relative to the source argument: what the graph calls it.
    public var source: String

    /// A file.
    public init(path: String, source: String) {
        self.path = path
        self.source = source
    }
}

/// Finds the reports that a source argument leads to.
public enum ReportFinder {
    /// The extensions of reports, with their dots.
    public static let reportExtensions = [".txt", ".md", ".markdown"] + pageExtensions
    /// Those of them that are HTML.
    public static let pageExtensions = [".html", ".htm", ".xhtml"]

    /// Documents that may be reports, and what makes text of them.
    private static let documents = [
        ".pdf": "pdftotext makes text of them", ".docx": "docx2txt or pandoc makes text of them",
        ".doc": "catdoc makes text of them", ".odt": "odt2txt or pandoc makes text of them",
        ".rtf": "unrtf or pandoc makes text of them", ".epub": "pandoc makes text of them",
        ".eml": "save their texts as .txt", ".mht": "save them as .html", ".zip": "unpack them first",
    ]

    /// What a folder holds.
    public struct Findings: Hashable, Sendable {
        /// The reports, in byte order of their paths.
        public var reports: [FoundFile] = []
        /// How many other files were passed over, by extension with its dot ("" for none).
        public var others: [String: Int] = [:]
        /// Folders and links below the source that could not be read.
        public var failures: [ReportError] = []

        /// What was passed over, and what would make text of it; nil where there is nothing to say.
        public var note: String? {
            let documents = others.filter { ReportFinder.documents[$0.key] != nil }.sorted { $0.key < $1.key }
            guard !documents.isEmpty else { return nil }
            let parts = documents.map { ending, count in
                "\(count) \(ending) (\(ReportFinder.documents[ending] ?? ""))"
            }
            return "passed over: " + parts.joined(separator: ", ")
        }
    }

    /// The reports under a folder, or the file itself where the path is a file (whatever its extension: its user named it).
    ///
    /// Hidden files and folders (`.git`) are passed over; symbolic links are followed, and no folder is entered twice.
    ///
    /// - Throws: `ReportError` when the path cannot be read or the folder holds no report.
    public static func find(_ path: String) throws(ReportError) -> Findings {
        var findings = Findings()
        switch Files.kind(path) {
        case .directory:
            var walk = Walk()
            try walk.enter(path, prefix: "")
            findings = walk.findings
            if findings.reports.isEmpty { throw ReportError(path: path, reason: .noReports) }
        case .file, .special:
            findings.reports = [FoundFile(path: path, source: FileSystem.lastComponent(of: path))]
        case .missing:
            let error = FileError(path: path, action: .read, reason: .missing)
            throw ReportError(path: path, reason: .unreadable(error))
        }
        return findings
    }

    private struct Walk {
        var findings = Findings()
        var entered: Set<[UInt]> = []

        mutating func enter(_ folder: String, prefix: String) throws(ReportError) {
            if let identity = FileSystem.identity(of: folder) {
                guard entered.insert(identity).inserted else { return }
            }
            let names: [String]
            do {
                names = try Files.names(inDirectory: folder)
            } catch {
                throw ReportError(path: folder, reason: .unreadable(error))
            }
            for name in names where !name.hasPrefix(".") {
                let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
                switch Files.kind(path) {
                case .directory:
                    do throws(ReportError) {
                        try enter(path, prefix: prefix + name + "/")
                    } catch {
                        findings.failures.append(error)
                    }
                case .file: add(name: name, path: path, source: prefix + name)
                case .special: break
                case .missing:
                    let error = FileError(path: path, action: .read, reason: .missing)
                    findings.failures.append(ReportError(path: path, reason: .unreadable(error)))
                }
            }
        }

        private mutating func add(name: String, path: String, source: String) {
            if FileSystem.hasExtension(name, ReportFinder.reportExtensions) {
                findings.reports.append(FoundFile(path: path, source: source))
            } else {
                let parts = name.split(separator: ".", omittingEmptySubsequences: false)
                let ending = parts.count > 1 ? "." + parts[parts.count - 1].lowercased() : ""
                findings.others[ending, default: 0] += 1
            }
        }
    }
}
