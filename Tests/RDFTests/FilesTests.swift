import Foundation
import Testing

@testable import RDF

/// A folder that is gone when the test is over.
private final class TemporaryFolder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "tercet-files-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }
}

@Suite struct FilesTests {
    private func error<Result>(_ call: () throws -> Result) -> FileError? {
        do {
            _ = try call()
            return nil
        } catch { return error as? FileError }
    }

    @Test(arguments: ["a.txt", "a.txt.gz"], [0, 1, 65_535, 65_536, 300_000])
    func writesAndReads(_ name: String, _ count: Int) throws {
        let folder = try TemporaryFolder()
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) }
        try Files.write(bytes, to: folder(name))
        #expect(try Files.readDecompressed(folder(name)) == bytes)
        #expect(try Files.names(inDirectory: folder.path) == [name])
        if name.hasSuffix(".gz") {
            #expect(try Files.read(folder(name)).starts(with: [0x1F, 0x8B]))
        }
    }

    /// What is past the threshold goes straight to the disk, in whole blocks but for the end.
    @Test(arguments: [0, 1, 4_095, 4_096, (1 << 20) - 1, 3 << 20 + 7], [1, 60_000, 700_001])
    func aLargeFileHoldsEachByteInOrder(_ beyond: Int, _ piece: Int) throws {
        let folder = try TemporaryFolder()
        let count = DirectWriter.threshold + beyond
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            for index in 0..<count { buffer[index] = UInt8(truncatingIfNeeded: index &* 0x9E37_79B1 >> 13) }
            initialized = count
        }
        let output = try Output(path: folder("large"))
        bytes.withUnsafeBytes { all in
            // The first part in one piece that leaves the file at no multiple of a block.
            output.write(UnsafeRawBufferPointer(rebasing: all.prefix(DirectWriter.threshold - 3)))
            var start = DirectWriter.threshold - 3
            while start < count {
                let end = min(start + max(piece, (count - start) / 5000), count)
                output.write(UnsafeRawBufferPointer(rebasing: all[start..<end]))
                start = end
            }
        }
        try output.close()
        #expect(try Files.read(folder("large")) == bytes)
        #expect(try Files.names(inDirectory: folder.path) == ["large"])
    }

    @Test func compressionGivesTheSameBytesEachTime() throws {
        let folder = try TemporaryFolder()
        let bytes = Array(String(repeating: "<urn:a> <urn:b> <urn:c> .\n", count: 1000).utf8)
        try Files.write(bytes, to: folder("a.gz"))
        try Files.write(bytes, to: folder("b.gz"))
        #expect(try Files.read(folder("a.gz")) == Files.read(folder("b.gz")))
    }

    @Test func severalGzipMembersAreOneText() throws {
        let folder = try TemporaryFolder()
        var all: [UInt8] = []
        for part in ["one\n", "", "two\n", String(repeating: "three\n", count: 50_000)] {
            try Files.write(Array(part.utf8), to: folder("part.gz"))
            all += try Files.read(folder("part.gz"))
        }
        try Files.write(all + [0, 0, 0], to: folder("all"))
        try FileManager.default.moveItem(atPath: folder("all"), toPath: folder("all.gz"))
        let text = String(decoding: try Files.readDecompressed(folder("all.gz")), as: UTF8.self)
        #expect(text == "one\ntwo\n" + String(repeating: "three\n", count: 50_000))
    }

    @Test func damagedGzip() throws {
        let folder = try TemporaryFolder()
        try Files.write(Array("some text that is long enough to be cut".utf8), to: folder("good.gz"))
        let good = try Files.read(folder("good.gz"))
        let broken: [[UInt8]] = [
            Array(good.dropLast(1)), Array(good.prefix(12)), Array("plain text".utf8), [], good + [1, 2, 3],
            good.enumerated().map { $0.offset == 25 ? $0.element ^ 0xFF : $0.element },
        ]
        for bytes in broken {
            try Files.write(bytes, to: folder("raw"))
            try? FileManager.default.removeItem(atPath: folder("bad.gz"))
            try FileManager.default.moveItem(atPath: folder("raw"), toPath: folder("bad.gz"))
            let error = error { try Files.readDecompressed(folder("bad.gz")) }
            #expect(error?.reason == .damagedGzip, "\(bytes.count) bytes")
            #expect(error?.description == "cannot read \(folder("bad.gz")): not gzip, or cut off or damaged")
        }
    }

    @Test func errorsSayWhichFileAndWhy() throws {
        let folder = try TemporaryFolder()
        #expect(
            error { try Files.read(folder("none")) }?.description
                == "cannot read \(folder("none")): no such file or folder")
        #expect(error { try Files.read(folder.path) }?.description == "cannot read \(folder.path): it is a folder")
        #expect(error { try Files.write([], to: folder.path) }?.reason == .isDirectory)
        #expect(
            error { try Files.write([], to: folder("no/such/file")) }?.description
                == "cannot write \(folder("no/such/file")): no such file or folder")
        try Files.write([1], to: folder("file"))
        #expect(error { try Files.read(folder("file/within")) }?.reason == .notDirectory)
        #expect(error { try Files.names(inDirectory: folder("none")) }?.reason == .missing)
        #expect(error { try Files.write(Array(repeating: 0, count: 1 << 20), to: "/dev/full") }?.reason == .noSpace)
    }

    @Test func whatStoodThereStaysUntilTheNewFileIsWhole() throws {
        let folder = try TemporaryFolder()
        try Files.write(Array("old".utf8), to: folder("file"))
        do {
            let output = try Output(path: folder("file"))
            output.write("new")
            try output.flush()
        }
        #expect(try Files.read(folder("file")) == Array("old".utf8))
        #expect(try Files.names(inDirectory: folder.path) == ["file"])
    }

    @Test func aLinkStaysALink() throws {
        let folder = try TemporaryFolder()
        try Files.write(Array("old".utf8), to: folder("file"))
        try FileManager.default.createSymbolicLink(atPath: folder("link"), withDestinationPath: folder("file"))
        try Files.write(Array("new".utf8), to: folder("link"))
        #expect(try Files.read(folder("file")) == Array("new".utf8))
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder("link")) == folder("file"))
    }

    @Test func outputToMemoryKeepsEverything() {
        let output = Output()
        for number in 0..<50_000 { output.write("\(number)\n") }
        output.write(byte: UInt8(ascii: "."))
        #expect(output.text.hasPrefix("0\n1\n2\n"))
        #expect(output.text.hasSuffix("49999\n."))
        #expect(output.bytes.count == 288_891)
    }
}
