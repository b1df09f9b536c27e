/// Addresses and faces: chunks that stay whole though they are full of punctuation.
extension Tokenizer {
    /// The part of a chunk that is a web or mail address, without the punctuation around it, or nil.
    func address(in chunk: Range<Int>) -> Range<Int>? {
        // Cheap to refuse: an address holds a full stop between letters, and one of these.
        guard chunk.count > 5, mayHoldAddress(chunk) else { return nil }
        var start = chunk.lowerBound
        var end = chunk.upperBound
        while start < end {
            let (kind, width) = reader.character(at: start)
            guard [.quote, .apostrophe, .openBracket].contains(kind) else { break }
            start += width
        }
        while end > start, let kind = reader.kind(before: end) {
            guard [.quote, .apostrophe, .closeBracket, .period, .comma, .colon, .semicolon, .terminal].contains(kind)
            else { break }
            // A bracket that opens inside the address closes there.
            if text[end - 1] == UInt8(ascii: ")"), text[start..<end].contains(UInt8(ascii: "(")) { break }
            end -= 1
            while end > start, text[end] & 0xc0 == 0x80 { end -= 1 }
        }
        let range = start..<end
        return isAddress(range) ? range : nil
    }

    private func mayHoldAddress(_ chunk: Range<Int>) -> Bool {
        var hasMark = false
        var hasInnerPeriod = false
        for index in chunk {
            switch text[index] {
            case UInt8(ascii: "@"), UInt8(ascii: "/"): hasMark = true
            case UInt8(ascii: "."):
                if index > chunk.lowerBound, index + 1 < chunk.upperBound, text[index + 1] | 0x20 >= 0x61 {
                    hasInnerPeriod = true
                }
            default: break
            }
        }
        return hasInnerPeriod || hasMark
    }

    private func isAddress(_ range: Range<Int>) -> Bool {
        let bytes = text[range]
        if starts(range, with: "http://") || starts(range, with: "https://") || starts(range, with: "www.")
            || starts(range, with: "ftp://")
        {
            return bytes.count > 7
        }
        // name@host.domain, or host.domain with or without a path; letters, digits, hyphens and full stops in the host.
        var host = range
        if let at = bytes.firstIndex(of: UInt8(ascii: "@")) {
            guard at > range.lowerBound, bytes[range.lowerBound..<at].allSatisfy(isMailName) else { return false }
            host = at + 1..<range.upperBound
        }
        let hostEnd = text[host].firstIndex(of: UInt8(ascii: "/")) ?? host.upperBound
        let hostName = text[host.lowerBound..<hostEnd]
        guard hostName.allSatisfy({ isHostName($0) }), let period = hostName.lastIndex(of: UInt8(ascii: ".")),
            period > host.lowerBound, period + 1 < hostEnd
        else { return false }
        if host.lowerBound != range.lowerBound { return true }
        return topDomains.contains(lowercased(period + 1..<hostEnd))
    }

    private func starts(_ range: Range<Int>, with prefix: String) -> Bool {
        text[range].prefix(prefix.utf8.count).elementsEqual(prefix.utf8) { $0 | 0x20 == $1 | 0x20 }
    }

    private func isMailName(_ byte: UInt8) -> Bool {
        isHostName(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "%")
    }

    private func isHostName(_ byte: UInt8) -> Bool {
        byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7a || byte >= 0x30 && byte <= 0x39 || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: ".")
    }

    /// Whether a whole chunk is a face made of punctuation: `:-)`
    func isEmoticon(_ chunk: Range<Int>) -> Bool {
        guard chunk.count <= 3, chunk.count >= 2, [0x3a, 0x3b, 0x3d, 0x3c].contains(text[chunk.lowerBound]) else {
            return false
        }
        return emoticons.contains(String(decoding: text[chunk], as: UTF8.self))
    }
}

private let topDomains: Set<String> = [
    "com", "org", "net", "gov", "edu", "int", "mil", "info", "biz", "io", "co", "uk", "us", "eu", "de", "fr", "ca",
    "au", "nz", "in",
    "ie", "ru", "ua", "cn", "jp", "kr", "tv", "fm", "me", "news", "app", "dev", "xyz", "online", "museum", "htm",
    "html", "pdf",
]

private let emoticons: Set<String> = [
    ":)", ":-)", ";)", ";-)", ":(", ":-(", ":D", ":-D", ":P", ":-P", ":p", "=)", "=(", "=D", "=P", ":/", ":-/", ":O",
    ":o", ":|",
    "<3", ":*", ";D", ":'(",
]
