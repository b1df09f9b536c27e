/// The content of an element as text: XML in canonical form, each namespace declared where it is used first.
///
/// Source: Exclusive XML Canonicalization 1.0, with comments.
struct XMLLiteral {
    private(set) var text = ""
    /// How many elements are open.
    private(set) var depth = 0
    private var open: [(name: String, declared: [String: String])] = []

    mutating func begin(_ name: XMLName, _ attributes: [(name: XMLName, value: String)]) {
        var declared = open.last?.declared ?? [:]
        var declarations: [(String, String)] = []
        for used in [name] + attributes.map(\.name).filter({ !$0.prefix.isEmpty && $0.prefix != "xml" }) {
            if declared[used.prefix] ?? "" != used.namespace {
                declared[used.prefix] = used.namespace
                declarations.append((used.prefix, used.namespace))
            }
        }
        text += "<" + name.qualified
        for (prefix, namespace) in declarations.sorted(by: { $0.0 < $1.0 }) {
            text += prefix.isEmpty ? " xmlns=\"" : " xmlns:\(prefix)=\""
            appendAttribute(namespace)
        }
        for (name, value) in attributes.sorted(by: {
            ($0.name.namespace, $0.name.local) < ($1.name.namespace, $1.name.local)
        }) {
            let isXML = name.namespace == "http://www.w3.org/XML/1998/namespace"
            text += " " + (isXML ? "xml:" + name.local : name.qualified) + "=\""
            appendAttribute(value)
        }
        text += ">"
        open.append((name.qualified, declared))
        depth += 1
    }

    mutating func end() {
        guard let element = open.popLast() else { return }
        text += "</\(element.name)>"
        depth -= 1
    }

    mutating func characters(_ bytes: UnsafeRawBufferPointer) {
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\r": text += "&#xD;"
            default: text.unicodeScalars.append(scalar)
            }
        }
    }

    mutating func comment(_ comment: String) { text += "<!--\(comment)-->" }

    mutating func instruction(_ target: String, _ data: String) {
        text += data.isEmpty ? "<?\(target)?>" : "<?\(target) \(data)?>"
    }

    /// The value of an attribute and its closing quote.
    private mutating func appendAttribute(_ value: String) {
        for scalar in value.unicodeScalars {
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case "\"": text += "&quot;"
            case "\t": text += "&#x9;"
            case "\n": text += "&#xA;"
            case "\r": text += "&#xD;"
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
