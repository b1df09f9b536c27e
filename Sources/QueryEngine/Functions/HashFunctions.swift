import RDF

/// MD5, SHA1 and the SHA-2 family over UTF-8, in lower-case hexadecimal.
///
/// Source: RFC 1321 (MD5), FIPS 180-4 (SHA). They name things here and protect nothing.
enum HashFunctions {
    /// The digest that a function gives.
    static func hexadecimal(_ function: BuiltinFunction, _ bytes: [UInt8]) -> String {
        switch function {
        case .md5: hexadecimal(md5(bytes))
        case .sha1: hexadecimal(sha1(bytes))
        case .sha384: hexadecimal(sha512(bytes, initial: sha384Initial).prefix(48))
        case .sha512: hexadecimal(sha512(bytes, initial: sha512Initial))
        default: SHA256.hexadecimal(of: bytes)
        }
    }

    /// Bytes in lower-case hexadecimal.
    static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// A message with its padding: a 1 bit, zeros, and the length in bits.
    private static func padded(_ bytes: [UInt8], block: Int, isBigEndian: Bool) -> [UInt8] {
        let lengthSize = block / 8
        var message = bytes
        message.append(0x80)
        while message.count % block != block - lengthSize { message.append(0) }
        let bits = UInt64(bytes.count) * 8
        message += Array(repeating: 0, count: lengthSize - 8)
        let length = (0..<8).map { UInt8(truncatingIfNeeded: bits >> (8 * UInt64($0))) }
        message += isBigEndian ? length.reversed() : length
        return message
    }

    private static func word(_ message: [UInt8], _ index: Int, isBigEndian: Bool) -> UInt32 {
        (0..<4).reduce(UInt32(0)) { sum, byte in
            sum | UInt32(message[index + byte]) << UInt32(isBigEndian ? 24 - 8 * byte : 8 * byte)
        }
    }

    private static func rotate(_ value: UInt32, _ count: UInt32) -> UInt32 { value << count | value >> (32 - count) }
    private static func rotateRight(_ value: UInt64, _ count: UInt64) -> UInt64 {
        value >> count | value << (64 - count)
    }

    private static func bigEndian(_ words: [UInt32]) -> [UInt8] {
        words.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> UInt32(24 - 8 * $0)) } }
    }

    private static func md5(_ bytes: [UInt8]) -> [UInt8] {
        let shifts: [UInt32] = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21]
        var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476]
        let message = padded(bytes, block: 64, isBigEndian: false)
        for start in stride(from: 0, to: message.count, by: 64) {
            let words = (0..<16).map { word(message, start + 4 * $0, isBigEndian: false) }
            var (a, b, c, d) = (state[0], state[1], state[2], state[3])
            for step in 0..<64 {
                let mixed: UInt32
                let index: Int
                switch step / 16 {
                case 0: (mixed, index) = (b & c | ~b & d, step)
                case 1: (mixed, index) = (d & b | ~d & c, (5 * step + 1) % 16)
                case 2: (mixed, index) = (b ^ c ^ d, (3 * step + 5) % 16)
                default: (mixed, index) = (c ^ (b | ~d), 7 * step % 16)
                }
                let sum = a &+ mixed &+ md5Constants[step] &+ words[index]
                (a, d, c, b) = (d, c, b, b &+ rotate(sum, shifts[step / 16 * 4 + step % 4]))
            }
            state = [state[0] &+ a, state[1] &+ b, state[2] &+ c, state[3] &+ d]
        }
        return state.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> UInt32(8 * $0)) } }
    }

    private static func sha1(_ bytes: [UInt8]) -> [UInt8] {
        var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0]
        let message = padded(bytes, block: 64, isBigEndian: true)
        for start in stride(from: 0, to: message.count, by: 64) {
            var words = (0..<16).map { word(message, start + 4 * $0, isBigEndian: true) }
            for index in 16..<80 {
                words.append(rotate(words[index - 3] ^ words[index - 8] ^ words[index - 14] ^ words[index - 16], 1))
            }
            var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
            for step in 0..<80 {
                let mixed: UInt32
                let constant: UInt32
                switch step / 20 {
                case 0: (mixed, constant) = (b & c | ~b & d, 0x5A82_7999)
                case 1: (mixed, constant) = (b ^ c ^ d, 0x6ED9_EBA1)
                case 2: (mixed, constant) = (b & c | b & d | c & d, 0x8F1B_BCDC)
                default: (mixed, constant) = (b ^ c ^ d, 0xCA62_C1D6)
                }
                let sum = rotate(a, 5) &+ mixed &+ e &+ constant &+ words[step]
                (e, d, c, b, a) = (d, c, rotate(b, 30), a, sum)
            }
            state = [state[0] &+ a, state[1] &+ b, state[2] &+ c, state[3] &+ d, state[4] &+ e]
        }
        return bigEndian(state)
    }

    private static func sha512(_ bytes: [UInt8], initial: [UInt64]) -> [UInt8] {
        var state = initial
        let message = padded(bytes, block: 128, isBigEndian: true)
        for start in stride(from: 0, to: message.count, by: 128) {
            var words = (0..<16).map { index in
                (0..<8).reduce(UInt64(0)) { $0 << 8 | UInt64(message[start + 8 * index + $1]) }
            }
            for index in 16..<80 {
                let x = words[index - 15]
                let y = words[index - 2]
                let low = rotateRight(x, 1) ^ rotateRight(x, 8) ^ x >> 7
                let high = rotateRight(y, 19) ^ rotateRight(y, 61) ^ y >> 6
                words.append(words[index - 16] &+ low &+ words[index - 7] &+ high)
            }
            var s = state
            for step in 0..<80 {
                let sum1 = rotateRight(s[4], 14) ^ rotateRight(s[4], 18) ^ rotateRight(s[4], 41)
                let first = s[7] &+ sum1 &+ (s[4] & s[5] ^ ~s[4] & s[6]) &+ sha512Constants[step] &+ words[step]
                let sum0 = rotateRight(s[0], 28) ^ rotateRight(s[0], 34) ^ rotateRight(s[0], 39)
                let second = sum0 &+ (s[0] & s[1] ^ s[0] & s[2] ^ s[1] & s[2])
                s = [first &+ second, s[0], s[1], s[2], s[3] &+ first, s[4], s[5], s[6]]
            }
            for index in 0..<8 { state[index] &+= s[index] }
        }
        return state.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(56 - 8 * $0)) } }
    }
}
