import Foundation
import RDF

@testable import Shell

/// Reports to try operations on: news where they are, else made from sentences of our own that share names and facts.
enum ReportSamples {
    /// A folder of text files, at least thirty.
    static let folder: URL = {
        let environment = ProcessInfo.processInfo.environment["TERCET_DATA"]
        let news = (environment.map { URL(filePath: $0) } ?? Repository.file("../shared")).appending(path: "news")
        if FileManager.default.fileExists(atPath: news.path) { return news }
        let folder = URL(filePath: madeFolder.path)
        atexit { ReportSamples.madeFolder.remove() }
        for (index, text) in made(count: 40, seed: 7).enumerated() {
            try? text.write(
                to: folder.appending(path: "2024-02-\(index % 28 + 10 > 28 ? 28 : index % 28 + 10)-\(index).txt"),
                atomically: true, encoding: .utf8)
        }
        return folder
    }()

    private static let madeFolder = TemporaryFolder("samples")

    /// The reports' paths, in order.
    static let paths: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".txt") }.sorted().map { folder.appending(path: $0).path }
    }()

    /// Texts in which people and bodies come back under shorter names, and facts are told by several.
    static func made(count: Int, seed: UInt64) -> [String] {
        let sentences = [
            "Ada Okoro, the mayor of Tavik, met Lars Lind on Monday.", "Okoro said the harbour would reopen.",
            "Mayor Okoro visited the port of Tavik.", "Judge Ben Okoro rejected the appeal.",
            "Okoro met the harbour workers.", "The World Health Organization sent 40 doctors to Tavik.",
            "The WHO said at least 12 people had died.", "Lind accused the ministry of negligence.",
            "The Ministry of Transport denied the claim.", "Kestrel Shipping Ltd bought the terminal.",
            "Kestrel Shipping fired 30 workers.", "Workers might strike next week, Lind said.",
            "The group holds 14 hostages.", "Tavik borders Soren.", "Okoro praised Lind.", "She left Tavik on Friday.",
        ]
        var random = SplitMix(seed: seed)
        return (0..<count).map { index in
            let chosen = (0..<Int(random.next() % 6 + 2)).map { _ in
                sentences[Int(random.next() % UInt64(sentences.count))]
            }
            return "Report \(index) from Tavik\n\n" + chosen.joined(separator: " ") + "\n"
        }
    }
}

/// A new empty folder, which goes with the last that holds it.
final class TemporaryFolder: Sendable {
    let path: String

    init(_ name: String) {
        path = FileManager.default.temporaryDirectory.appending(path: "tercet-\(name)-\(UUID().uuidString)").path
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { remove() }

    func remove() { try? FileManager.default.removeItem(atPath: path) }
}

/// Small, seeded, the same everywhere.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
