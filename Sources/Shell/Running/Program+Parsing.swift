import English
import Extraction
import RDF

extension Program {
    /// Prints the sentences of files as CoNLL-U.
    ///
    /// - Parameter pretokenized: whether the files are CoNLL-U themselves, whose tokens are kept.
    package static func parse(_ files: [String], pretokenized: Bool, output path: String?) -> ExitStatus {
        var options = ShellOptions()
        options.output = path
        return withSession(options, isInteractive: false) { (session) throws(Failure) in
            session.stopsAtFailure = true
            let analyzer = Analyzer()
            let output = session.console.results
            var writer = CoNLLUWriter()
            for file in files {
                if pretokenized {
                    try retag(file, analyzer, &writer, output)
                } else {
                    try parse(file, analyzer, &writer, session.console)
                }
            }
        }
    }

    private static func parse(
        _ file: String, _ analyzer: Analyzer, _ writer: inout CoNLLUWriter, _ console: Console
    ) throws(Failure) {
        for report in try reports(file) {
            for warning in report.warnings { console.warn(warning) }
            writer.beginDocument(named: report.source)
            let sentences = analyzer.analyze(report.readableText)
            for (index, sentence) in sentences.enumerated() {
                let next = index + 1 < sentences.count ? sentences[index + 1].range.lowerBound : nil
                writer.append(sentence, next: next)
            }
            console.results.write(writer.takeBytes())
        }
    }

    private static func reports(_ file: String) throws(Failure) -> [Report] {
        let reader = ReportReader()
        do throws(ReportError) {
            if file == "-" {
                return [try reader.report(bytes: readStandardInput(), path: "standard input", source: "standard-input")]
            }
            var reports: [Report] = []
            for found in try ReportFinder.find(file).reports {
                reports.append(try reader.read(path: found.path, source: found.source))
            }
            return reports
        } catch {
            throw Failure("\(error)", status: .unreadable)
        }
    }

    private static func readStandardInput() throws(ReportError) -> [UInt8] {
        do throws(FileError) {
            return try Files.readStandardInput()
        } catch {
            throw ReportError(path: "standard input", reason: .unreadable(error))
        }
    }

    private static func retag(
        _ file: String, _ analyzer: Analyzer, _ writer: inout CoNLLUWriter, _ output: Output
    ) throws(Failure) {
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try file == "-" ? Files.readStandardInput() : Files.read(file)
        } catch {
            throw Failure("\(error)", status: .unreadable)
        }
        do throws(CoNLLUError) {
            var read = try CoNLLUReader().sentences(of: String(decoding: bytes, as: UTF8.self))
            var sentences = read.map(\.sentence)
            analyzer.annotate(&sentences)
            for index in read.indices {
                read[index].sentence = sentences[index]
                writer.append(read[index])
                if index % 256 == 255 { output.write(writer.takeBytes()) }
            }
            output.write(writer.takeBytes())
        } catch {
            throw Failure("\(file):\(error.line): error: \(error.message)\n  \(error.lineText.prefix(100))")
        }
    }
}
