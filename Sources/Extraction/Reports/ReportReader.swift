import RDF

/// Reads files into reports.
public struct ReportReader: Hashable, Sendable {
    /// A publication date (ISO 8601) that goes before what a report's header and file name say, or nil.
    public var date: String?

    /// A reader; `date` is the publication date of every report it reads, where the user gives one.
    public init(date: String? = nil) {
        self.date = date
    }

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - path: Where the file is.
    ///   - source: What the graph calls it; the file's own name unless told.
    /// - Throws: `ReportError` when the file cannot be read or is no text. An empty file is a report with a warning.
    public func read(path: String, source: String? = nil) throws(ReportError) -> Report {
        let bytes: [UInt8]
        do {
            bytes = try Files.read(path)
        } catch {
            throw ReportError(path: path, reason: .unreadable(error))
        }
        return try report(bytes: bytes, path: path, source: source ?? FileSystem.lastComponent(of: path))
    }

    /// Makes a report of a file's bytes.
    ///
    /// - Throws: `ReportError` when the bytes are no text.
    public func report(bytes: [UInt8], path: String, source: String) throws(ReportError) -> Report {
        if let finding = BinaryFormat.finding(in: bytes) {
            throw ReportError(path: path, reason: .notText(kind: finding.kind, hint: finding.hint))
        }
        let decoded = DecodedText(bytes)
        let text = StoredText(decoded.string)
        var warnings: [String] = []
        if let place = decoded.firstReplaced {
            let what = decoded.replaced == 1 ? "1 sequence" : "\(decoded.replaced) sequences"
            warnings.append(
                "\(path): \(what) of broken UTF-8 replaced by U+FFFD, the first at line \(place.line), "
                    + "column \(place.column)")
        }
        let readable = ReadableText.make(of: text, isMarkdown: FileSystem.hasExtension(path, [".md", ".markdown"]))
        let header = Header(readable)
        if header.title == nil { warnings.append("\(path): empty file") }
        return Report(
            hash: SHA256.hexadecimal(of: bytes), source: source, text: text, readableText: readable,
            title: header.title, date: date ?? header.date ?? PublicationDate.ofFileName(source),
            warnings: warnings)
    }
}

/// What the first lines of a report say about it.
struct Header {
    /// The first line that is no date.
    var title: String?
    /// The first date line among the first ten lines with text.
    var date: String?

    /// Reads the first lines of a text; at most the first 20,000 code points are looked at.
    init(_ text: String) {
        var seen = 0
        for line in text.unicodeScalars.prefix(20_000).split(whereSeparator: { $0 == "\n" || $0 == "\r" }) {
            let trimmed = Self.trim(line)
            guard !trimmed.isEmpty else { continue }
            if let found = PublicationDate.ofHeaderLine(trimmed) {
                if date == nil { date = found }
            } else if title == nil {
                title = String(trimmed.unicodeScalars.prefix(300).map(Character.init))
            }
            seen += 1
            if seen == 10 { return }
        }
    }

    private static func trim(_ line: Substring.UnicodeScalarView) -> String {
        var line = line
        while let first = line.first, first.properties.isWhitespace || first == "\u{FEFF}" { line.removeFirst() }
        while let last = line.last, last.properties.isWhitespace { line.removeLast() }
        return String(Substring(line))
    }
}
