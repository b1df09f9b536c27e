import Extraction
import RDF

/// Reads many reports on several threads, and hands their records over in order.
package struct ReportLoader: Sendable {
    /// What became of a file.
    package enum Outcome: Sendable {
        /// It was read.
        case read(PreparedRecord, warnings: [String])
        /// It is the same as when it was read before.
        case unchanged(warnings: [String])
        /// It cannot be read.
        case failed(ReportError)
    }

    /// What makes claims of reports.
    package let pipeline: ReportPipeline
    /// How files are read.
    package let reader: ReportReader
    /// Where analyses are kept, or nil.
    package let cache: AnalysisCache?
    /// How many threads read.
    package let jobs: Int

    /// The record of one report.
    package func record(of report: Report) -> StoredRecord { pipeline.record(of: report, cache: cache) }

    /// Reads files.
    ///
    /// - Parameters:
    ///   - files: The files.
    ///   - known: The hashes of files that were read before, by path.
    ///   - warned: Those of them whose warnings are to be given again.
    ///   - corrections: What their records are made ready with.
    ///   - waiting: Called every few milliseconds.
    ///   - consume: Takes what became of a file, on the caller's thread and, unless Ctrl-C was pressed, in order.
    /// - Returns: How many files were seen to; the others were left because of Ctrl-C.
    package func read(
        _ files: [FoundFile], known: [String: String] = [:], warned: Set<String> = [], corrections: Corrections,
        waiting: () -> Void = {}, consume: (FoundFile, Outcome) throws(Failure) -> Void
    ) throws(Failure) -> Int {
        let loader = self
        return try OrderedWork.run(
            count: files.count, jobs: jobs, isStopped: { Interrupt.isPending },
            work: { index in
                let file = files[index]
                return loader.outcome(
                    of: file, known: known[file.path], isSaid: !warned.contains(file.path), corrections)
            }, waiting: waiting,
            consume: { (index, outcome) throws(Failure) in try consume(files[index], outcome) })
    }

    private func outcome(of file: FoundFile, known: String?, isSaid: Bool, _ corrections: Corrections) -> Outcome {
        do throws(ReportError) {
            let bytes = try reader.bytes(of: file.path)
            let isUnchanged = known != nil && known == SHA256.hexadecimal(of: bytes)
            if isUnchanged, isSaid { return .unchanged(warnings: []) }
            let report = try reader.report(bytes: bytes, path: file.path, source: file.source)
            if isUnchanged { return .unchanged(warnings: report.warnings) }
            // What was made here is whole; what came from the cache was looked at there.
            guard let prepared = PreparedRecord(record(of: report), corrections) else {
                return .unchanged(warnings: [])
            }
            return .read(prepared, warnings: report.warnings)
        } catch {
            return .failed(error)
        }
    }
}
