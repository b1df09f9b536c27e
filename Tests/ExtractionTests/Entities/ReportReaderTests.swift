import Foundation
import Testing

@testable import Extraction

@Suite("Reading reports")
struct ReportReaderTests {
    private func read(_ bytes: [UInt8], name: String = "a.txt") throws -> Report {
        try ReportReader().report(bytes: bytes, path: "in/" + name, source: name)
    }

    @Test("Title and date come from the header")
    func header() throws {
        let report = try read(Array("Floods hit Turku\nTuesday, January 15, 2019\n\nRivers rose.\n".utf8))
        #expect(report.title == "Floods hit Turku")
        #expect(report.date == "2019-01-15")
        #expect(report.warnings == [])
    }

    @Test("A byte order mark counts as a code point and CR LF as two; neither is in the title")
    func byteOrderMark() throws {
        let report = try read([0xEF, 0xBB, 0xBF] + Array("Title\r\nText.\r\n".utf8))
        #expect(report.title == "Title")
        #expect(report.text.count == 15)
        #expect(report.text[1..<6] == "Title")
        #expect(report.text[8..<13] == "Text.")
        #expect(report.readableText.unicodeScalars.count == 15)
    }

    @Test("Each broken sequence is one U+FFFD, and the first place is reported")
    func brokenUTF8() throws {
        let report = try read(Array("Ab\nc".utf8) + [0xE2, 0x82, 0x41, 0xFF] + Array("d".utf8))
        #expect(report.text.string == "Ab\nc\u{FFFD}A\u{FFFD}d")
        #expect(
            report.warnings == [
                "in/a.txt: 2 sequences of broken UTF-8 replaced by U+FFFD, the first at line 2, column 2"
            ])
    }

    @Test("An empty file is a report with a warning", arguments: ["", "\n \n", "\u{FEFF}"])
    func empty(text: String) throws {
        let report = try read(Array(text.utf8))
        #expect(report.title == nil)
        #expect(report.warnings == ["in/a.txt: empty file"])
    }

    @Test(
        "What is no text is refused with what to do",
        arguments: [
            (Array("%PDF-1.4\n".utf8), "in/a.txt is a PDF, not text; convert it first, for example with pdftotext"),
            ([1, 0, 2], "in/a.txt is binary data, not text"),
            (
                [0xFF, 0xFE, 0x41, 0],
                "in/a.txt is UTF-16 text, not text; save it as UTF-8, for example with iconv -f UTF-16 -t UTF-8"
            ),
        ] as [([UInt8], String)])
    func binary(bytes: [UInt8], message: String) {
        #expect {
            _ = try read(bytes)
        } throws: { error in
            "\(error)" == message
        }
    }

    @Test("A missing file says so")
    func missing() {
        #expect {
            _ = try ReportReader().read(path: "/nowhere/report.txt")
        } throws: { error in
            "\(error)" == "cannot read /nowhere/report.txt: no such file or folder"
        }
    }

    @Test("A ten-megabyte line is read")
    func longLine() throws {
        let report = try read(Array(repeating: 0x61, count: 10_000_000))
        #expect(report.text.count == 10_000_000)
        #expect(report.text[9_999_999..<20_000_000] == "a")
    }

    @Test(
        "Header lines that are dates, and lines that are not",
        arguments: [
            ("Tuesday, January 15, 2019", "2019-01-15"), ("15 January 2019", "2019-01-15"),
            ("Jan. 5th, 2021", "2021-01-05"), ("Published: 2020-02-29", "2020-02-29"),
            ("Updated on March 3, 2020, 14:05 UTC", "2020-03-03"), ("2019/07/01", "2019-07-01"),
            ("Manila, 14 March 2025", "2025-03-14"), ("New York, US, June 2, 2019", "2019-06-02"),
            ("Manila, 14 March 2025, floods", nil), ("February 30, 2019", nil),
            ("On January 15, 2019, floods hit", nil), ("2019", nil), ("May", nil),
        ] as [(String, String?)])
    func dates(line: String, date: String?) {
        #expect(PublicationDate.ofHeaderLine(line) == date)
    }

    @Test(
        "Dates in file names",
        arguments: [
            ("2019-01-15_floods.txt", "2019-01-15"), ("news/20190115.txt", "2019-01-15"),
            ("floods-2019_01_15.md", "2019-01-15"), ("000_4ec1a80465840910.txt", nil), ("report-2019.txt", nil),
        ] as [(String, String?)])
    func fileNames(name: String, date: String?) {
        #expect(PublicationDate.ofFileName(name) == date)
    }

    @Test("Markdown's marks become spaces, so that offsets stay; a wrapped paragraph becomes one line")
    func markdown() throws {
        let text = "# Floods\n\n- **Turku** and\n  _Oulu_\n\nRivers rose\nin [May](http://x.y).\n"
        let report = try read(Array(text.utf8), name: "a.md")
        #expect(report.title == "Floods")
        #expect(
            report.readableText
                == "  Floods\n\n    Turku   and\n   Oulu \n\nRivers rose in  May             .\n")
    }

    @Test("A line break stays unless the next line goes on in lower case or the text was wrapped at one width")
    func wrapping() throws {
        let headline = "Floods hit Turku and Oulu on Monday after rain\nRivers rose\n"
        #expect(try read(Array(headline.utf8)).readableText == headline)
        let broken = "Floods hit Turku and Oulu on Monday after rain\nfell for days.\n"
        #expect(try read(Array(broken.utf8)).readableText == broken.replacing("rain\n", with: "rain "))
    }
}

@Suite("Finding reports")
struct ReportFinderTests {
    @Test("Folders are walked in byte order, other files are counted, a loop of links ends")
    func walk() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tercet-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let inner = folder.appendingPathComponent("b")
        try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
        for name in ["c.TXT", "b/x.md", "b/y.pdf", "a.txt", ".hidden.txt"] {
            try Data("text".utf8).write(to: folder.appendingPathComponent(name))
        }
        try FileManager.default.createSymbolicLink(
            at: inner.appendingPathComponent("loop"), withDestinationURL: folder)
        let found = try ReportFinder.find(folder.path)
        #expect(found.reports.map(\.source) == ["a.txt", "b/x.md", "c.TXT"])
        #expect(found.others == [".pdf": 1])
        #expect(found.failures == [])
        #expect(try ReportFinder.find(folder.path + "/b/y.pdf").reports.map(\.source) == ["y.pdf"])
    }

    @Test("A folder without reports is an error")
    func nothing() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tercet-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        #expect {
            _ = try ReportFinder.find(folder.path)
        } throws: { error in
            "\(error)" == "no reports (.txt, .md) in the folder \(folder.path)"
        }
    }
}
