import Extraction
import Glibc
import RDF

/// Analyses of reports kept between runs, one small file each, under `$XDG_CACHE_HOME/tercet`.
///
/// What is found there is used only when it is whole and belongs to the same text, date, relations and program; anything
/// else is as if it were not there, and is written anew. Nothing is reported when the folder cannot be written.
package struct AnalysisCache: Sendable {
    /// Where this program's analyses are.
    package let folder: String
    private let version: String

    private static let mark = Array("TERCETA1".utf8)
    /// How long another version's analyses are kept after their last use, in seconds.
    private static let expiry = 30 * 24 * 3600

    /// The user's cache; nil where there is no home to have one in.
    package static func standard() -> AnalysisCache? {
        guard let base = Environment.cacheFolder, let version = ProgramIdentity.current else { return nil }
        return AnalysisCache(base: base, version: version)
    }

    /// A cache in a folder, which is made when the first analysis is stored.
    ///
    /// - Parameter version: tells one program from another: its model and its rules.
    package init(base: String, version: String) {
        folder = "\(base)/\(version)"
        self.version = version
        if Files.kind(folder) == .missing {
            Self.removeExpired(in: base)
        } else {
            // Its time of change says when it was last of use.
            utimes(folder, nil)
        }
    }

    /// What an analysis is stored under: all that it depends on.
    package func key(of report: Report, relationsHash: String) -> String {
        let text = String(Checksum.xxh64(report.readableText.utf8), radix: 16)
        let parts = [version, report.hash, text, report.date ?? "", report.title ?? "", relationsHash]
        return SHA256.hexadecimal(of: parts.joined(separator: "\n"))
    }

    /// The record stored under a key, as one of a report that was read from `source`; nil when there is none that is whole.
    package func record(_ key: String, source: String) -> StoredRecord? {
        guard let bytes = try? Files.read(path(key)), bytes.count > 16, bytes.starts(with: Self.mark) else {
            return nil
        }
        let payload = bytes[16...]
        guard Checksum.xxh64(payload) == Self.number(bytes[8..<16]) else { return nil }
        do throws(DamagedData) {
            var reader = BinaryReader(payload)
            guard try reader.text() == key else { return nil }
            var record = try ReportRecord(encoded: try reader.piece())
            record.source = source
            return StoredRecord(record)
        } catch {
            return nil
        }
    }

    /// Stores a record under a key.
    package func store(_ record: StoredRecord, _ key: String) {
        var writer = BinaryWriter()
        writer.write(key)
        writer.write(record.bytes)
        let checksum = Checksum.xxh64(writer.bytes)
        let bytes = Self.mark + (0..<8).map { UInt8(truncatingIfNeeded: checksum >> ($0 * 8)) } + writer.bytes
        let path = path(key)
        if (try? Files.write(bytes, to: path)) == nil {
            Self.makeFolders(for: path)
            try? Files.write(bytes, to: path)
        }
    }

    private func path(_ key: String) -> String { "\(folder)/\(key.prefix(2))/\(key.dropFirst(2))" }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// Makes the folders above a path, readable for their owner alone.
    package static func makeFolders(for path: String) {
        var at = ""
        for part in path.split(separator: "/").dropLast() {
            at += "/" + part
            mkdir(at, 0o700)
        }
    }

    private static func removeExpired(in base: String) {
        guard let names = try? Files.names(inDirectory: base) else { return }
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        for name in names where !name.hasPrefix(".") {
            var status = stat()
            let path = "\(base)/\(name)"
            guard stat(path, &status) == 0, now.tv_sec - status.st_mtim.tv_sec > expiry else { continue }
            removeTree(path, depth: 0)
        }
    }

    /// Removes a folder of the cache; links are removed and not followed.
    private static func removeTree(_ path: String, depth: Int) {
        var status = stat()
        guard depth < 4, lstat(path, &status) == 0 else { return }
        if status.st_mode & S_IFMT == S_IFDIR {
            for name in (try? Files.names(inDirectory: path)) ?? [] { removeTree("\(path)/\(name)", depth: depth + 1) }
            rmdir(path)
        } else {
            unlink(path)
        }
    }
}
