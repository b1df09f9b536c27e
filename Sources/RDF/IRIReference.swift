/// Resolution of IRI references.
///
/// Source: RFC 3986, section 5.2 (strict).
public enum IRIReference {
    /// The IRI that a reference means where `base` is in force.
    public static func resolve(_ reference: String, against base: String) -> String {
        // What has a scheme means itself.
        if isAbsolute(reference) { return reference }
        var output: [UInt8] = []
        let base = BaseIRI(base)
        var reference = reference
        reference.withUTF8 { base.resolve($0, into: &output) }
        return String(decoding: output, as: UTF8.self)
    }

    /// Whether a reference begins with a scheme, so that it needs no base.
    public static func isAbsolute(_ reference: String) -> Bool {
        var reference = reference
        return reference.withUTF8 { schemeLength($0) > 0 }
    }

    /// The IRI of a file by its path, absolute or relative to a folder that is given absolutely.
    ///
    /// Source: RFC 8089, section 2.
    public static func file(_ path: String, folder: String) -> String {
        let whole = path.utf8.first == UInt8(ascii: "/") ? path : folder + "/" + path
        var text = "file://"
        for scalar in whole.unicodeScalars {
            if scalar.value <= 0x20 || scalar.value == 0x7F || "<>\"{}|^`\\#?%".unicodeScalars.contains(scalar) {
                text += (scalar.value < 16 ? "%0" : "%") + String(scalar.value, radix: 16, uppercase: true)
            } else {
                // Characters above ASCII stand for themselves in an IRI.
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    /// The path that a `file:` IRI names, its percent-encoding undone; nil for any other IRI.
    public static func filePath(_ iri: String) -> String? {
        let prefix = "file:"
        guard iri.utf8.count > prefix.utf8.count, iri.prefix(5).lowercased() == prefix else { return nil }
        var rest = iri.utf8.dropFirst(prefix.utf8.count)
        if rest.starts(with: "//".utf8) {
            rest = rest.dropFirst(2)
            // The host is this one, by name or by saying nothing.
            guard let slash = rest.firstIndex(of: UInt8(ascii: "/")) else { return nil }
            let host = String(decoding: rest[..<slash], as: UTF8.self)
            guard host.isEmpty || host.lowercased() == "localhost" else { return nil }
            rest = rest[slash...]
        }
        var bytes: [UInt8] = []
        let source = Array(rest)
        var index = 0
        while index < source.count {
            let byte = source[index]
            if byte == UInt8(ascii: "#") || byte == UInt8(ascii: "?") { break }
            if byte == UInt8(ascii: "%"), index + 2 < source.count,
                let value = UInt8(String(decoding: source[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                index += 3
            } else {
                bytes.append(byte)
                index += 1
            }
        }
        return bytes.contains(0) ? nil : String(decoding: bytes, as: UTF8.self)
    }

    /// The length of a reference's scheme without its colon; 0 when it has none.
    static func schemeLength(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        var index = 0
        while index < text.count {
            let byte = text[index]
            let roles = ByteClass.table[Int(byte)]
            if roles & ByteClass.letter != 0 {
                index += 1
            } else if index > 0,
                roles & ByteClass.digit != 0 || byte == UInt8(ascii: "+")
                    || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
            {
                index += 1
            } else {
                return byte == UInt8(ascii: ":") ? index : 0
            }
        }
        return 0
    }
}

/// An IRI that references are resolved against, cut into its parts once.
struct BaseIRI: Sendable {
    /// The IRI.
    let text: [UInt8]
    private let parts: IRIParts

    init(_ text: String) { self.init(Array(text.utf8)) }

    init(_ text: [UInt8]) {
        self.text = text
        parts = text.withUnsafeBufferPointer { IRIParts($0) }
    }

    /// Appends the IRI that a reference means.
    func resolve(_ reference: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
        let r = IRIParts(reference)
        if r.scheme != nil {
            output.append(contentsOf: reference)
            return
        }
        if let scheme = parts.scheme {
            output += text[scheme]
            output.append(UInt8(ascii: ":"))
        }
        func add(_ mark: String, _ range: Range<Int>?, of source: some RandomAccessCollection<UInt8>) {
            guard let range else { return }
            output += mark.utf8
            output.append(contentsOf: source.dropFirst(range.lowerBound).prefix(range.count))
        }
        var query = r.query.map { Array(reference[$0]) }
        let path: [UInt8]
        if r.authority != nil {
            add("//", r.authority, of: reference)
            path = Self.removingDots(Array(reference[r.path]))
        } else {
            add("//", parts.authority, of: text)
            if r.path.isEmpty {
                path = Array(text[parts.path])
                if query == nil { query = parts.query.map { Array(text[$0]) } }
            } else if reference[r.path.lowerBound] == UInt8(ascii: "/") {
                path = Self.removingDots(Array(reference[r.path]))
            } else {
                path = Self.removingDots(merged(reference[r.path]))
            }
        }
        output += path
        if let query {
            output.append(UInt8(ascii: "?"))
            output += query
        }
        add("#", r.fragment, of: reference)
    }

    private func merged(_ path: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
        if parts.authority != nil, parts.path.isEmpty { return [UInt8(ascii: "/")] + path }
        guard let slash = text[parts.path].lastIndex(of: UInt8(ascii: "/")) else { return Array(path) }
        return Array(text[parts.path.lowerBound...slash]) + path
    }

    private static func removingDots(_ path: [UInt8]) -> [UInt8] {
        guard path.contains(UInt8(ascii: ".")) else { return path }
        var output: [ArraySlice<UInt8>] = []
        let segments = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        for (index, segment) in segments.enumerated() {
            let isLast = index == segments.count - 1
            if segment.elementsEqual(".".utf8) {
                if isLast { output.append([]) }
            } else if segment.elementsEqual("..".utf8) {
                if output.count > 1 || (output.count == 1 && !output[0].isEmpty) { output.removeLast() }
                if isLast { output.append([]) }
            } else {
                output.append(segment)
            }
        }
        return Array(output.joined(separator: [UInt8(ascii: "/")]))
    }
}

/// Where the parts of an IRI reference stand in its bytes.
private struct IRIParts: Sendable {
    var scheme: Range<Int>?
    var authority: Range<Int>?
    var path: Range<Int>
    var query: Range<Int>?
    var fragment: Range<Int>?

    init(_ text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        var end = text.count
        if let hash = text.firstIndex(of: UInt8(ascii: "#")) {
            fragment = (hash + 1)..<end
            end = hash
        }
        if let mark = text[..<end].firstIndex(of: UInt8(ascii: "?")) {
            query = (mark + 1)..<end
            end = mark
        }
        let length = IRIReference.schemeLength(UnsafeBufferPointer(rebasing: text[..<end]))
        if length > 0 {
            scheme = 0..<length
            start = length + 1
        }
        if end - start >= 2, text[start] == UInt8(ascii: "/"), text[start + 1] == UInt8(ascii: "/") {
            let from = start + 2
            let slash = text[from..<end].firstIndex(of: UInt8(ascii: "/")) ?? end
            authority = from..<slash
            start = slash
        }
        path = start..<end
    }
}
