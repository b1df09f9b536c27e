/// Resolution of IRI references.
///
/// Source: RFC 3986, section 5.2 (strict).
public enum IRIReference {
    /// The parts of an IRI.
    private struct Parts {
        var scheme: Substring?
        var authority: Substring?
        var path: Substring
        var query: Substring?
        var fragment: Substring?

        init(_ text: String) {
            var rest = Substring(text)
            if let hash = rest.firstIndex(of: "#") {
                fragment = rest[rest.index(after: hash)...]
                rest = rest[..<hash]
            }
            if let mark = rest.firstIndex(of: "?") {
                query = rest[rest.index(after: mark)...]
                rest = rest[..<mark]
            }
            if let colon = rest.firstIndex(of: ":"), rest[..<colon].first.map({ $0.isASCII && $0.isLetter }) == true,
                rest[..<colon].allSatisfy({
                    $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "+" || $0 == "-" || $0 == ".")
                })
            {
                scheme = rest[..<colon]
                rest = rest[rest.index(after: colon)...]
            }
            if rest.hasPrefix("//") {
                rest = rest.dropFirst(2)
                let end = rest.firstIndex(of: "/") ?? rest.endIndex
                authority = rest[..<end]
                rest = rest[end...]
            }
            path = rest
        }
    }

    /// The IRI that a reference means where `base` is in force.
    public static func resolve(_ reference: String, against base: String) -> String {
        let r = Parts(reference)
        if r.scheme != nil { return reference }
        let b = Parts(base)
        var text = b.scheme.map { $0 + ":" } ?? ""
        var query = r.query
        var path: Substring
        let authority = r.authority ?? b.authority
        if r.authority != nil {
            path = removingDots(r.path)
        } else if r.path.isEmpty {
            path = b.path
            query = r.query ?? b.query
        } else if r.path.hasPrefix("/") {
            path = removingDots(r.path)
        } else {
            let merged: Substring
            if b.authority != nil, b.path.isEmpty {
                merged = "/" + r.path
            } else if let slash = b.path.lastIndex(of: "/") {
                merged = b.path[...slash] + r.path
            } else {
                merged = r.path
            }
            path = removingDots(merged)
        }
        if let authority { text += "//" + authority }
        text += path
        if let query { text += "?" + query }
        if let fragment = r.fragment { text += "#" + fragment }
        return text
    }

    private static func removingDots(_ path: Substring) -> Substring {
        var output: [Substring] = []
        let segments = path.split(separator: "/", omittingEmptySubsequences: false)
        for (index, segment) in segments.enumerated() {
            let isLast = index == segments.count - 1
            switch segment {
            case ".": if isLast { output.append("") }
            case "..":
                if output.count > 1 || (output.count == 1 && output[0] != "") { output.removeLast() }
                if isLast { output.append("") }
            default: output.append(segment)
            }
        }
        return Substring(output.joined(separator: "/"))
    }
}
