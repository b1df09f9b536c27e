import CPCRE2

/// A regular expression of XPath, compiled.
///
/// The work that one match may take is limited, so a pattern such as `(a+)+$` ends in an answer or in
/// `Outcome.tooCostly`, never in a hang. Not to be shared between threads.
/// Source: XPath functions, sections 5.6 and 7.6; pcre2api(3).
package final class XPathRegex {
    /// What a match gave.
    package enum Outcome: Equatable {
        case match, noMatch, tooCostly
    }

    private let code: OpaquePointer
    private let matchData: OpaquePointer
    private let context: OpaquePointer
    private static let matchLimit: UInt32 = 2_000_000
    private static let heapLimitInKibibytes: UInt32 = 65536
    /// The limit holds for each place of a text at which a match may begin; after so many of them the watch is asked.
    private static let placesInOneGo = 1024
    private let watch: Watch?

    /// Compiles a pattern with the flags `s m i x q`; nil when one of them isn't valid.
    ///
    /// - Parameter watch: what may stop a match in a long text, which is then too costly.
    package init?(pattern: String, flags: String, watch: Watch? = nil) {
        self.watch = watch
        guard let translation = XPathPattern.translate(pattern, flags: flags) else { return nil }
        var errorNumber: Int32 = 0
        var errorOffset = 0
        let bytes = Array(translation.pattern.utf8)
        let options =
            UInt32(PCRE2_UTF) | UInt32(PCRE2_UCP) | UInt32(PCRE2_NEVER_BACKSLASH_C)
            | UInt32(PCRE2_USE_OFFSET_LIMIT) | translation.options
        guard let compileContext = pcre2_compile_context_create_8(nil) else { return nil }
        defer { pcre2_compile_context_free_8(compileContext) }
        // `$` and `^` know the line feed only, as in XPath.
        pcre2_set_newline_8(compileContext, UInt32(PCRE2_NEWLINE_LF))
        pcre2_set_parens_nest_limit_8(compileContext, 200)
        guard
            let code = bytes.withUnsafeBufferPointer({
                pcre2_compile_8($0.baseAddress, $0.count, options, &errorNumber, &errorOffset, compileContext)
            })
        else { return nil }
        guard let matchData = pcre2_match_data_create_from_pattern_8(code, nil),
            let context = pcre2_match_context_create_8(nil)
        else {
            pcre2_code_free_8(code)
            return nil
        }
        // Without just-in-time compilation the interpreter does the same, only slower.
        _ = pcre2_jit_compile_8(code, UInt32(PCRE2_JIT_COMPLETE))
        pcre2_set_match_limit_8(context, Self.matchLimit)
        pcre2_set_heap_limit_8(context, Self.heapLimitInKibibytes)
        self.code = code
        self.matchData = matchData
        self.context = context
    }

    deinit {
        pcre2_match_context_free_8(context)
        pcre2_match_data_free_8(matchData)
        pcre2_code_free_8(code)
    }

    /// Whether the pattern matches somewhere in a text.
    package func matches(_ text: String) -> Outcome {
        var text = text
        return text.withUTF8 { matches($0) }
    }

    /// Whether the pattern matches somewhere in valid UTF-8.
    package func matches(_ utf8: UnsafeBufferPointer<UInt8>) -> Outcome { run(utf8, from: 0) }

    private func run(_ subject: UnsafeBufferPointer<UInt8>, from start: Int) -> Outcome {
        let places = max(Self.placesInOneGo, subject.count / 64)
        var start = start
        while true {
            let limit = start + places
            pcre2_set_offset_limit_8(context, limit < subject.count ? limit : Int.max)
            let result = pcre2_match_8(
                code, subject.baseAddress, subject.count, start, UInt32(PCRE2_NO_UTF_CHECK), matchData, context)
            if result >= 0 { return .match }
            guard result == PCRE2_ERROR_NOMATCH else { return .tooCostly }
            if limit >= subject.count { return .noMatch }
            if watch?.look() != nil { return .tooCostly }
            start = limit + 1
            while start < subject.count, subject[start] & 0xC0 == 0x80 { start += 1 }
        }
    }

    /// A text with each match replaced; `replacement` may hold `$1` … `$9…`, `\$` and `\\`. Nil when the replacement
    /// isn't valid or the pattern matches the empty string; the outcome says whether it was too costly.
    package func replacing(in text: String, with replacement: String) -> (text: String?, outcome: Outcome) {
        guard let parts = Replacement.parse(replacement) else { return (nil, .noMatch) }
        if matches("") == .match { return (nil, .noMatch) }
        let subject = Array(text.utf8)
        var result: [UInt8] = []
        var position = 0
        while position <= subject.count {
            let outcome = subject.withUnsafeBufferPointer { run($0, from: position) }
            if outcome == .tooCostly || watch?.look() != nil { return (nil, .tooCostly) }
            guard outcome == .match, let offsets = pcre2_get_ovector_pointer_8(matchData) else { break }
            let groups = Int(pcre2_get_ovector_count_8(matchData))
            let (start, end) = (offsets[0], offsets[1])
            result += subject[position..<start]
            for part in parts {
                switch part {
                case .text(let bytes): result += bytes
                case .group(let digits):
                    let (group, rest) = Replacement.group(digits, of: groups)
                    // A group that took no part in the match has offsets outside of the text.
                    if group < groups, offsets[2 * group] >= 0, offsets[2 * group] <= offsets[2 * group + 1],
                        offsets[2 * group + 1] <= subject.count
                    {
                        result += subject[offsets[2 * group]..<offsets[2 * group + 1]]
                    }
                    result += rest
                }
            }
            // An empty match (a look-around, say) would be found again for ever: step over one character.
            if end == start {
                var next = end + 1
                while next < subject.count, subject[next] & 0xC0 == 0x80 { next += 1 }
                result += subject[min(end, subject.count)..<min(next, subject.count)]
                position = next
            } else {
                position = end
            }
        }
        if position < subject.count { result += subject[position...] }
        return (String(decoding: result, as: UTF8.self), .match)
    }
}

/// A replacement string of `fn:replace`.
private enum Replacement {
    enum Part {
        case text([UInt8])
        case group([UInt8])
    }

    static func parse(_ replacement: String) -> [Part]? {
        var parts: [Part] = []
        var text: [UInt8] = []
        var bytes = replacement.utf8[...]
        while let byte = bytes.popFirst() {
            switch byte {
            case UInt8(ascii: "\\"):
                guard let next = bytes.popFirst(), next == UInt8(ascii: "\\") || next == UInt8(ascii: "$") else {
                    return nil
                }
                text.append(next)
            case UInt8(ascii: "$"):
                let digits = Array(bytes.prefix { (48...57).contains($0) })
                guard !digits.isEmpty else { return nil }
                bytes = bytes.dropFirst(digits.count)
                parts.append(.text(text))
                text = []
                parts.append(.group(digits))
            default: text.append(byte)
            }
        }
        parts.append(.text(text))
        return parts
    }

    /// The longest run of digits that names a group; what is left of them is text.
    static func group(_ digits: [UInt8], of count: Int) -> (Int, ArraySlice<UInt8>) {
        var number = Int(digits[0] - 48)
        var used = 1
        while used < digits.count, number * 10 + Int(digits[used] - 48) < count {
            number = number * 10 + Int(digits[used] - 48)
            used += 1
        }
        return (number, digits[used...])
    }
}
