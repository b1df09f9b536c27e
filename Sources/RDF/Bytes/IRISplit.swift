/// Where an IRI divides into a namespace and a local name.
public enum IRISplit {
    /// The length of the namespace: up to the last `/` or `#`, else up to the last `:`, else 0.
    public static func namespaceLength(_ iri: UnsafeBufferPointer<UInt8>) -> Int {
        var index = iri.count
        while index > 0 {
            let byte = iri[index - 1]
            if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "#") { return index }
            index -= 1
        }
        return (iri.lastIndex(of: UInt8(ascii: ":")) ?? -1) + 1
    }
}
