import Glibc
import RDF

/// What tells this build of the program from any other: its model, its rules and its code.
package enum ProgramIdentity {
    /// Sixteen hexadecimal digits; nil where the system does not show the program's file.
    package static let current: String? = {
        guard let file = try? InputFile(raw: "/proc/self/exe") else { return nil }
        let start = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
        defer { start.deallocate() }
        guard let count = try? fill(start, from: file) else { return nil }
        let head = UnsafeRawBufferPointer(rebasing: start[..<count])
        // The linker's own hash saves reading the rest.
        if let identity = buildIdentity(head) { return hexadecimal(Checksum.xxh64(identity)) }
        var hash = Checksum.xxh64(head)
        while let count = try? fill(start, from: file), count > 0 {
            hash = Checksum.xxh64(UnsafeRawBufferPointer(rebasing: start[..<count]), seed: hash)
        }
        return hexadecimal(hash)
    }()

    private static func hexadecimal(_ hash: UInt64) -> String {
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    private static func fill(_ buffer: UnsafeMutableRawBufferPointer, from file: InputFile) throws(FileError) -> Int {
        var count = 0
        while count < buffer.count {
            let read = try file.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
            if read == 0 { break }
            count += read
        }
        return count
    }

    /// The GNU build ID among the notes of an ELF file of 64 bits, or nil.
    ///
    /// Source: System V ABI, "Program Header" and "Note Section"; ld(1), `--build-id`.
    private static func buildIdentity(_ file: UnsafeRawBufferPointer) -> [UInt8]? {
        func number(_ offset: Int, bytes: Int) -> Int? {
            guard offset >= 0, offset + bytes <= file.count else { return nil }
            return (0..<bytes).reversed().reduce(0) { $0 << 8 | Int(file[offset + $1]) }
        }
        guard file.count > 64, file.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2, 1]),
            let headers = number(32, bytes: 4), let size = number(54, bytes: 2), let count = number(56, bytes: 2)
        else { return nil }
        for index in 0..<count {
            let header = headers + index * size
            guard number(header, bytes: 4) == 4, var note = number(header + 8, bytes: 4),
                let length = number(header + 32, bytes: 4)
            else { continue }
            let end = note + length
            while note + 12 <= end, let name = number(note, bytes: 4), let content = number(note + 4, bytes: 4),
                let kind = number(note + 8, bytes: 4)
            {
                let start = note + 12 + (name + 3) / 4 * 4
                if kind == 3, name == 4, start + content <= file.count { return Array(file[start..<start + content]) }
                note = start + (content + 3) / 4 * 4
            }
        }
        return nil
    }
}
