/// Tags of languages, such as `en-GB`.
public enum LanguageTag {
    /// Whether a text is letters, and letters and digits behind hyphens.
    ///
    /// Source: SPARQL 1.1 Query Language, section 19.8, LANGTAG; RDF 1.1 Turtle, section 6.5, LANGTAG.
    public static func isValid(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        return parts.enumerated().allSatisfy { index, part in
            !part.isEmpty
                && part.allSatisfy { byte in
                    let roles = ByteClass.table[Int(byte)]
                    return roles & ByteClass.letter != 0 || (index > 0 && roles & ByteClass.digit != 0)
                }
        }
    }
}
