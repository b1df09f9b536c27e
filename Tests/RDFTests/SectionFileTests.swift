import Foundation
import RDF
import Testing

/// Files of sections: whole, stopped, damaged.
@Suite struct SectionFileTests {
    private let path = NSTemporaryDirectory() + "sections-\(UUID().uuidString)"

    private func write(_ numbers: [UInt64], until stopCondition: @escaping () -> Bool = { false }) throws -> Bool {
        var file = try SectionWriter(path: path, version: 1, until: stopCondition)
        file.add("numbers", numbers)
        file.add("more", [UInt8](repeating: 7, count: 3))
        if file.isStopped { return false }
        try file.close(isDurable: false)
        return true
    }

    @Test func `What was written is read`() throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        let numbers = (0..<400_000).map { UInt64($0) }
        #expect(try write(numbers))
        let file = try SectionReader(path: path, latest: 1)
        #expect(try file.values("numbers") == numbers)
        #expect(try file.values("more", as: UInt8.self) == [7, 7, 7])
    }

    @Test(arguments: [1, 2, 3, 4, 5])
    func `One that is stopped leaves what stood there and nothing beside it`(looks: Int) throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(try write([1, 2, 3]))
        var count = 0
        let isWritten = try write((0..<400_000).map { UInt64($0) }) {
            count += 1
            return count >= looks
        }
        #expect(!isWritten && count == looks)
        #expect(try SectionReader(path: path, latest: 1).values("numbers", as: UInt64.self) == [1, 2, 3])
        let folder = (path as NSString).deletingLastPathComponent
        let name = (path as NSString).lastPathComponent
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix(name) } == [name])
    }
}
