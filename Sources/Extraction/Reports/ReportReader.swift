import RDF

/// Reads files into reports.
public struct ReportReader: Hashable, Sendable {
    /// A publication date (ISO 8601) that goes before what a report's header and file name say, or nil.
    public var date: String?
    /// The encoding of reports, by its name for iconv; nil for UTF-8, and Windows-1252 where it is plainly that.
    public var encoding: String?

    /// A reader; `date` is the publication date of every report it reads, where the user gives one.
    public init(date: String? = nil, encoding: String? = nil) {
        self.date = date
        self.encoding = encoding
    }

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - path: Where the file is.
    ///   - source: What the graph calls it; the file's own name unless told.
    /// - Throws: `ReportError` when the file cannot be read or is no text. An empty file is a report with a warning.
    public func read(path: String, source: String? = nil) throws(ReportError) -> Report {
        try report(bytes: bytes(of: path), path: path, source: source ?? FileSystem.lastComponent(of: path))
    }

    /// The bytes of a file.
    ///
    /// - Throws: `ReportError` when it cannot be read.
    public func bytes(of path: String) throws(ReportError) -> [UInt8] {
        do throws(FileError) {
            return try Files.read(path)
        } catch {
            throw ReportError(path: path, reason: .unreadable(error))
        }
    }

    /// Makes a report of a file's bytes.
    ///
    /// - Throws: `ReportError` when the bytes are no text.
    public func report(bytes: [UInt8], path: String, source: String) throws(ReportError) -> Report {
        // With an encoding that was named, NUL bytes and a mark of UTF-16 may be text.
        if encoding == nil, let finding = BinaryFormat.finding(in: bytes) {
            throw ReportError(path: path, reason: .notText(kind: finding.kind, hint: finding.hint))
        }
        if FileSystem.hasExtension(path, ReportFinder.pageExtensions) {
            return try page(bytes: bytes, path: path, source: source)
        }
        let decoded = DecodedText(bytes, encoding: encoding)
        let text = StoredText(decoded.string)
        var warnings: [String] = []
        if encoding == nil, let found = decoded.encoding {
            warnings.append("\(path): read as \(found), since it is no UTF-8; --encoding tells otherwise")
        }
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
            title: header.title,
            date: date ?? header.date ?? Dateline.date(in: text.string) ?? PublicationDate.ofFileName(source),
            warnings: warnings)
    }
}

extension ReportReader {
    /// Makes a report of the article of an HTML page. Offsets count in the article's text, since the page has none of its own.
    private func page(bytes: [UInt8], path: String, source: String) throws(ReportError) -> Report {
        // A page in UTF-8 need not say so, as it should; one in another encoding does.
        var encoding = encoding
        if encoding == nil, String(validating: bytes, as: UTF8.self) != nil { encoding = "UTF-8" }
        let root: HTMLElement?
        do throws(HTMLElement.ParsingError) {
            root = try HTMLElement.parse(bytes, encoding: encoding)
        } catch {
            throw ReportError(
                path: path, reason: .notText(kind: "HTML", hint: "install libxml2 (Debian's libxml2), which reads it"))
        }
        let page = root.map { ArticlePage($0) }
        let text = StoredText(page?.text ?? "")
        let readable = ReadableText.make(of: text, isMarkdown: false)
        let header = Header(readable)
        return Report(
            hash: SHA256.hexadecimal(of: bytes), source: source, text: text, readableText: readable,
            title: header.title,
            date: date ?? page?.date ?? header.date ?? PublicationDate.ofFileName(source),
            warnings: header.title == nil ? ["\(path): no article in this page"] : [])
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
