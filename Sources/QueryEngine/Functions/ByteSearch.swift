import Glibc

/// Search for bytes in bytes.
enum ByteSearch {
    /// Where `needle` first stands in `haystack`, or nil.
    static func firstIndex(of needle: UnsafeBufferPointer<UInt8>, in haystack: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let first = needle.first, let pattern = needle.baseAddress else { return 0 }
        guard let start = haystack.baseAddress else { return nil }
        var offset = 0
        while offset + needle.count <= haystack.count {
            let window = haystack.count - needle.count - offset + 1
            guard let hit = memchr(start + offset, Int32(first), window) else { return nil }
            offset = UnsafeRawPointer(hit) - UnsafeRawPointer(start)
            if memcmp(hit, pattern, needle.count) == 0 { return offset }
            offset += 1
        }
        return nil
    }
}
