import Extraction
import Foundation
import GraphStore
import RDF
import Testing

@testable import Shell

/// Whatever was added, replaced, taken out and corrected on the way, the graph is what the set alone gives.
@Suite struct IncrementalTests {
    /// Records of sample reports, read once.
    static let records: [StoredRecord] = {
        var random = SplitMix(seed: 11)
        return ReportSamples.paths.shuffled(using: &random).prefix(60).compactMap { path in
            (try? ReportReader().read(path: path)).map { ReportPipeline.standard.record(of: $0, cache: nil) }
        } + made
    }()
    /// Records of small texts in which names are short for one another.
    static let made: [StoredRecord] = ReportSamples.made(count: 30, seed: 3).enumerated().compactMap { index, text in
        let report = try? ReportReader().report(bytes: Array(text.utf8), path: "\(index)", source: "made-\(index).txt")
        return report.map { ReportPipeline.standard.record(of: $0, cache: nil) }
    }

    static func archive() -> Archive { Archive(pipeline: .standard) }

    static func export(_ archive: Archive) -> [UInt8] {
        let output = Output()
        archive.exported(factsOnly: false).writeNTriples(to: output)
        return output.bytes
    }

    static func fresh(_ records: some Sequence<StoredRecord>, _ corrections: Corrections = Corrections()) -> [UInt8] {
        var archive = archive()
        archive.correct(corrections)
        for record in records { archive.add(record, from: record.key.source) }
        archive.refresh()
        return export(archive)
    }

    @Test("The graph is what the definition gives, from scratch, of all records")
    func definition() {
        var corpus = Corpus()
        for record in Self.records { if let record = record.record { corpus.add(record) } }
        let output = Output()
        Graph(corpus.triples(ReportPipeline.standard.mapping(TercetVocabulary()))).writeNTriples(to: output)
        #expect(Self.fresh(Self.records) == output.bytes)
    }

    /// Adds a report of a pool, or takes one out again.
    private static func addOrRetract(
        one pool: [StoredRecord], in archive: inout Archive, present: inout Set<Int>, using random: inout SplitMix
    ) {
        let index = Int.random(in: 0..<pool.count, using: &random)
        if present.contains(index), Bool.random(using: &random) {
            let wasThere = archive.retract(path: pool[index].key.source)
            #expect(wasThere)
            present.remove(index)
        } else {
            archive.add(pool[index], from: pool[index].key.source)
            present.insert(index)
        }
    }

    @Test(
        "Reports come one by one, in groups, go and come again; the export depends on the set alone",
        arguments: [1, 2, 3])
    func addAndRetract(seed: UInt64) {
        var random = SplitMix(seed: seed)
        let pool = seed == 1 ? Self.made : Self.records
        var archive = Self.archive()
        var present: Set<Int> = []
        for step in 0..<25 {
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                Self.addOrRetract(one: pool, in: &archive, present: &present, using: &random)
            }
            archive.refresh()
            if step % 5 == 4 {
                #expect(Self.export(archive) == Self.fresh(present.sorted().map { pool[$0] }), "step \(step)")
            }
        }
    }

    @Test(
        "Saved and opened again on the way, with corrections too, reports come and go as if nothing had been",
        arguments: [1, 2, 3])
    func acrossFiles(seed: UInt64) throws {
        let folder = TemporaryFolder("saved")
        let path = folder.path + "/graph.tercet"
        let files = [
            CorrectionFile(path: "c.q", text: "same Lars Lind = Ben Okoro\nsplit Okoro from \"Ada Okoro\"\n"),
            CorrectionFile(path: "c.q", text: "ignore \"Ministry of Transport\"\nremove \"Ada Okoro\" met _\n"),
        ]
        var random = SplitMix(seed: seed)
        let pool = seed == 1 ? Self.made : Self.records
        var archive = Self.archive()
        var present: Set<Int> = []
        var corrections = Corrections()
        for step in 0..<30 {
            for _ in 0..<Int.random(in: 0...5, using: &random) {
                Self.addOrRetract(one: pool, in: &archive, present: &present, using: &random)
            }
            if seed == 3, step % 8 == 5 {
                archive.correctionFiles = [files[step / 8 % 2]]
                corrections = Corrections()
                try archive.correctionFiles[0].add(to: &corrections)
                archive.correct(corrections)
            }
            if Bool.random(using: &random) {
                try SavedArchive.write(
                    &archive, loaded: SourceReader.Summary(), relationsHash: "r", to: path, isDurable: false)
                archive = Self.archive()
                _ = try SavedArchive.open(path, relationsHash: "r", into: &archive)
                #expect(archive.isPrepared)
            }
            archive.refresh()
            if step % 5 == 4 {
                #expect(
                    Self.export(archive) == Self.fresh(present.sorted().map { pool[$0] }, corrections), "step \(step)")
            }
        }
    }

    @Test("What another program saved is linked anew before it changes, and then is what its reports give")
    func anotherProgram() throws {
        let folder = TemporaryFolder("saved")
        let path = folder.path + "/graph.tercet"
        var archive = Self.archive()
        for record in Self.made.prefix(12) { archive.add(record, from: record.key.source) }
        try SavedArchive.write(
            &archive, loaded: SourceReader.Summary(), relationsHash: "r", to: path, isDurable: false)
        archive = Self.archive()
        _ = try SavedArchive.open(path, relationsHash: "other", into: &archive)
        #expect(!archive.isPrepared)
        archive.add(Self.made[12], from: Self.made[12].key.source)
        let wasThere = archive.retract(path: Self.made[3].key.source)
        #expect(wasThere)
        archive.refresh()
        let rest = Self.made.prefix(13).enumerated().filter { $0.offset != 3 }.map(\.element)
        #expect(Self.export(archive) == Self.fresh(rest))
    }

    @Test("Files of triples and the user's own changes stay beside reports that come and go", arguments: [1, 2, 3])
    func besideFilesAndEdits(jobs: Int) throws {
        var random = SplitMix(seed: UInt64(jobs))
        let facts = try NTriples.read(Self.fresh(Self.made))
        // Some of the reports' own triples are in the file too, and some of them the user puts in or takes out.
        let file = facts.enumerated().filter { $0.offset % 3 == 0 }.map(\.element)
        let edits = facts.enumerated().filter { $0.offset % 7 < 2 }.map { place, triple in
            place % 7 == 0 ? Archive.Edit.insert(triple) : .remove(triple)
        }
        func expected(_ present: Set<Int>, isEdited: Bool) -> [UInt8] {
            var triples = Set((try? NTriples.read(Self.fresh(present.sorted().map { Self.made[$0] }))) ?? [])
            triples.formUnion(file)
            for edit in isEdited ? edits : [] {
                switch edit {
                case .insert(let triple, _): triples.insert(triple)
                case .remove(let triple, _): triples.remove(triple)
                default: break
                }
            }
            return NTriples.sortedLines(triples)
        }
        var archive = Archive(pipeline: .standard, jobs: jobs)
        archive.add(file)
        var present: Set<Int> = []
        for step in 0..<12 {
            for _ in 0..<3 {
                let index = Int.random(in: 0..<Self.made.count, using: &random)
                if present.remove(index) != nil {
                    _ = archive.retract(path: Self.made[index].key.source)
                } else {
                    archive.add(Self.made[index], from: Self.made[index].key.source)
                    present.insert(index)
                }
            }
            if step == 6 { for edit in edits { archive.apply(edit) } }
            archive.refresh()
            #expect(Self.export(archive) == expected(present, isEdited: step >= 6), "step \(step)")
        }
    }

    @Test("The numbers of terms are the same on any number of threads, so that rows come in one order")
    func numbers() {
        let saved = [1, 2, 4].map { jobs in
            var archive = Archive(pipeline: .standard, jobs: jobs)
            for record in Self.made { archive.add(record, from: record.key.source) }
            archive.refresh()
            let graph = archive.graph
            return (1...graph.termCount).map { graph.text(TermID(UInt32($0))) }
        }
        #expect(saved[0] == saved[1])
        #expect(saved[0] == saved[2])
    }

    @Test("A report that comes and goes before anybody asks leaves nothing")
    func passing() {
        var archive = Self.archive()
        for record in Self.made.prefix(5) { archive.add(record, from: record.key.source) }
        archive.refresh()
        let before = Self.export(archive)
        for record in Self.made.dropFirst(5).prefix(3) {
            archive.add(record, from: record.key.source)
            let wasThere = archive.retract(path: record.key.source)
            #expect(wasThere)
        }
        archive.refresh()
        #expect(Self.export(archive) == before)
    }

    @Test("Retracting B leaves what A alone gives, for many A and B")
    func retract() {
        var random = SplitMix(seed: 5)
        for _ in 0..<12 {
            let shuffled = Self.records.shuffled(using: &random)
            let count = Int.random(in: 1...20, using: &random)
            let (first, second) = (shuffled.prefix(count), shuffled.dropFirst(count).prefix(3))
            var archive = Self.archive()
            for record in (first + second).shuffled(using: &random) { archive.add(record, from: record.key.source) }
            archive.refresh()
            for record in second { _ = archive.retract(path: record.key.source) }
            archive.refresh()
            #expect(Self.export(archive) == Self.fresh(first))
        }
    }

    @Test("One text read from two places counts for both, and goes with the last")
    func twoPlaces() throws {
        let text = Array("Okoro met Lind.\n\nAda Okoro met Lars Lind on Monday.\n".utf8)
        let records = try ["a.txt", "2024-02-05.txt"].map { source in
            ReportPipeline.standard.record(
                of: try ReportReader().report(bytes: text, path: source, source: source), cache: nil)
        }
        var archive = Self.archive()
        archive.add(records[0], from: "a")
        archive.refresh()
        archive.add(records[1], from: "b")
        archive.refresh()
        #expect(Self.export(archive) == Self.fresh(records))
        _ = archive.retract(path: "a")
        archive.refresh()
        #expect(Self.export(archive) == Self.fresh([records[1]]))
    }

    static var corrections: Corrections {
        var corrections = Corrections()
        corrections.addSame("Kestrel Shipping", as: "Kestrel Shipping Ltd")
        corrections.addSame("Lars Lind", as: "Ben Okoro")
        corrections.addSplit("Okoro", from: "Ada Okoro")
        _ = corrections.addType("Tavik", "city")
        corrections.addIgnored("Ministry of Transport")
        corrections.addRelation("accused", as: "criticized")
        corrections.addRemoved("Ada Okoro", "met", nil)
        return corrections
    }

    @Test("Corrections at once or afterwards give the same, and are undone without a trace")
    func corrections() {
        var archive = Self.archive()
        for record in Self.made { archive.add(record, from: record.key.source) }
        archive.refresh()
        let before = Self.export(archive)
        archive.correct(Self.corrections)
        let corrected = Self.export(archive)
        #expect(corrected == Self.fresh(Self.made, Self.corrections))
        #expect(corrected != before)
        archive.correct(Corrections())
        #expect(Self.export(archive) == before)
    }

    @Test("What each kind of correction does")
    func kinds() throws {
        let text = """
            Mayor Ada Okoro met Lars Lind. Okoro visited Tavik. Reuters bought Kestrel Shipping.
            Lind criticized the Ministry of Transport.
            """
        let report = try ReportReader().report(bytes: Array(text.utf8), path: "a.txt", source: "a.txt")
        let record = ReportPipeline.standard.record(of: report, cache: nil)
        func facts(_ lines: String) throws -> Set<String> {
            var corrections = Corrections()
            try CorrectionFile(path: "c.q", text: lines).add(to: &corrections)
            let session = Session.forTests(console: .transcript(columns: 80))
            session.archive.correct(corrections)
            session.archive.add(record, from: "a.txt")
            session.archive.refresh()
            return session.factLines()
        }
        let plain = try facts("")
        #expect(plain.contains("Ada Okoro met Lars Lind"))
        #expect(try facts("same Lars Lind = \"Lars Erik Lind\"").contains("Ada Okoro met Lars Erik Lind"))
        #expect(try facts("ignore Reuters").allSatisfy { !$0.contains("Reuters") })
        #expect(
            try facts("remove Ada Okoro met Lars Lind")
                == plain.filter { !$0.contains("met Lars Lind") && !$0.contains("Lars Lind met") })
        #expect(try facts("relation criticized = blamed").contains("Lars Lind blamed Ministry of Transport"))
    }

    @Test(
        "A mistake in a file of corrections is shown where it is",
        arguments: [
            ("same Okoro Lind", "c.q:1:16: error: `=` and the name that both go by is expected here"),
            ("ignore Reuters\ntype Tavik is a vilage", "c.q:2:1: error: no class is called “vilage”"),
            (
                "forget Tavik",
                "c.q:1:1: error: `same`, `split`, `type`, `ignore`, `relation` or `remove` is expected, not “forget”"
            ),
        ])
    func mistakes(text: String, message: String) {
        var corrections = Corrections()
        do throws(Failure) {
            try CorrectionFile(path: "c.q", text: text).add(to: &corrections)
            Issue.record("no error")
        } catch {
            #expect(error.message.split(separator: "\n").first.map(String.init) == message)
        }
    }
}
