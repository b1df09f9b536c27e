import RDF
import Testing

@Suite struct BinaryTests {
    /// Source: the test vectors of xxHash's own `xsum_sanity_check` for the empty text, and published values for short ones.
    @Test(arguments: [
        ("", 0xEF46_DB37_51D8_E999 as UInt64), ("a", 0xD24E_C4F1_A98C_6E5B), ("abc", 0x44BC_2CF5_AD77_0999),
        ("Nobody inspects the spammish repetition", 0xFBCE_A83C_8A37_8BF1),
    ])
    func checksum(text: String, hash: UInt64) {
        #expect(Checksum.xxh64(text.utf8) == hash)
    }

    @Test(arguments: [0, 1, 127, 128, 300, 1 << 20, Int.max / 4])
    func number(value: Int) throws {
        var writer = BinaryWriter()
        writer.write(value)
        var reader = BinaryReader(writer.bytes[...])
        #expect(try reader.number() == value)
        #expect(reader.isAtEnd)
    }

    @Test("Damaged bytes are an error and nothing worse")
    func damage() {
        var writer = BinaryWriter()
        writer.write(["a text", "another"]) { $0.write($1) }
        for cut in 0..<writer.bytes.count {
            var reader = BinaryReader(writer.bytes[..<cut])
            #expect(throws: DamagedData.self) {
                _ = try reader.list { (reader) throws(DamagedData) in try reader.text() }
            }
        }
        var huge = BinaryReader([0xFF, 0xFF, 0xFF, 0xFF, 0x7F])
        #expect(throws: DamagedData.self) { _ = try huge.list { (reader) throws(DamagedData) in try reader.text() } }
    }
}
