/// How results are printed.
package enum FormatName: String, CaseIterable, Sendable {
    case table, list, line, csv, tsv, json, xml, markdown, nt, ttl

    /// The format of a name, whatever its letter case; nil where none is called so.
    package init?(_ name: String) { self.init(rawValue: name.lowercased()) }

    /// The names, for help and completion.
    package static var names: [String] { allCases.map(\.rawValue) }

    /// The names as a list in a sentence.
    package static var enumeration: String {
        names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
    }
}
