import RDF
import Testing

/// SHA-256 against the example values of FIPS 180-4 and NIST's "Examples with Intermediate Values".
@Suite struct SHA256Tests {
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
            "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
        ),
    ])
    func knownDigests(text: String, digest: String) {
        #expect(SHA256.hexadecimal(of: text) == digest)
    }

    @Test func aMillionLetters() {
        // Not among the arguments above, which the log prints whole.
        #expect(
            SHA256.hexadecimal(of: String(repeating: "a", count: 1_000_000))
                == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test(arguments: [1, 55, 56, 63, 64, 65, 127, 200])
    func piecesGiveTheDigestOfTheWhole(pieceLength: Int) {
        let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        var hash = SHA256()
        for start in stride(from: 0, to: bytes.count, by: pieceLength) {
            hash.update(bytes[start..<min(bytes.count, start + pieceLength)])
        }
        var whole = SHA256()
        whole.update(bytes)
        #expect(hash.finalize() == whole.finalize())
    }
}
