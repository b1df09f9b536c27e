import Glibc

/// Search for bytes in bytes.
enum ByteSearch {
    /// Where `needle` first stands in `haystack`, or nil.
    static func firstIndex(of needle: [UInt8], in haystack: [UInt8]) -> Int? {
        guard let first = needle.first else { return 0 }
        return haystack.withUnsafeBytes { hay -> Int? in
            needle.withUnsafeBytes { sought -> Int? in
                guard let start = hay.baseAddress, let pattern = sought.baseAddress else { return nil }
                var offset = 0
                while offset + sought.count <= hay.count {
                    let window = hay.count - sought.count - offset + 1
                    guard let hit = memchr(start + offset, Int32(first), window) else { return nil }
                    offset = UnsafeRawPointer(hit) - start
                    if memcmp(hit, pattern, sought.count) == 0 { return offset }
                    offset += 1
                }
                return nil
            }
        }
    }
}
