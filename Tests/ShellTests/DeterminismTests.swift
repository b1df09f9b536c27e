import Foundation
import RDF
import Testing

@testable import Shell

/// The same reports give the same bytes, whatever their order, the number of threads and the state of the cache.
@Suite struct DeterminismTests {
    @Test("Thirty reports and more, shuffled, on one to four threads, with and without a cache")
    func shuffledSubsets() throws {
        let folder = TemporaryFolder("cache")
        let cache = AnalysisCache(base: folder.path, version: "test")
        var random = SplitMix(seed: 42)
        for round in 0..<2 {
            let subset = Array(ReportSamples.paths.shuffled(using: &random).prefix(30 + round * 3))
            let expected = try export(subset.sorted(), jobs: 1, cache: round == 0 ? nil : cache)
            for jobs in 1...4 {
                let found = try export(subset.shuffled(using: &random), jobs: jobs, cache: cache)
                #expect(found == expected, "\(subset.count) reports on \(jobs) threads")
            }
        }
    }

    @Test("A damaged analysis is not trusted, and made anew")
    func damagedCache() throws {
        let folder = TemporaryFolder("cache")
        let cache = AnalysisCache(base: folder.path, version: "test")
        let paths = Array(ReportSamples.paths.prefix(4))
        let expected = try export(paths, jobs: 1, cache: cache)
        let files = try FileManager.default.subpathsOfDirectory(atPath: cache.folder)
            .map { cache.folder + "/" + $0 }.filter { Files.kind($0) == .file }.sorted()
        #expect(files.count == 4)
        let whole = try Data(contentsOf: URL(filePath: files[0]))
        let damages: [(Data) -> Data] = [
            { $0.prefix($0.count / 2) }, { _ in Data() },
            { data in
                var data = data
                data[data.count / 2] ^= 0x10
                return data
            },
            // Another report's analysis under this one's name.
            { _ in (try? Data(contentsOf: URL(filePath: files[1]))) ?? Data() },
        ]
        for damage in damages {
            try damage(whole).write(to: URL(filePath: files[0]))
            #expect(try export(paths, jobs: 2, cache: cache) == expected)
            #expect(try Data(contentsOf: URL(filePath: files[0])) == whole)
        }
    }

    private func export(_ paths: [String], jobs: Int, cache: AnalysisCache?) throws -> [UInt8] {
        var reading = ReadingOptions()
        reading.jobs = jobs
        let session = Session(console: .transcript(columns: 80), reading: reading, pipeline: .standard, cache: cache)
        try session.load(paths)
        let output = Output()
        session.archive.exported(factsOnly: false).writeNTriples(to: output)
        return output.bytes
    }
}
