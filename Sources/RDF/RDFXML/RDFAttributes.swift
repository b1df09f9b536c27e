/// The attributes of an element of RDF/XML, sorted out.
struct RDFAttributes {
    var about: String?
    var identifier: String?
    var nodeID: String?
    var resource: String?
    var datatype: String?
    var parseType: String?
    /// Those that say properties.
    var properties: [(name: XMLName, value: String)] = []

    init(_ attributes: [(name: XMLName, value: String)]) throws(RDFXMLGrammar.Mistake) {
        for (name, value) in attributes {
            if name.namespace == "http://www.w3.org/XML/1998/namespace" { continue }
            // What XML keeps for itself says nothing.
            if name.namespace.isEmpty, name.local.lowercased().hasPrefix("xml") { continue }
            var known = name
            if name.namespace.isEmpty {
                guard ["ID", "about", "resource", "parseType", "type"].contains(name.local) else {
                    throw RDFXMLGrammar.Mistake("the attribute \(name.local) has no namespace")
                }
                known = XMLName(namespace: RDFVocabulary.namespace, local: name.local, prefix: name.prefix)
            }
            guard known.isOfRDF else {
                properties.append((known, value))
                continue
            }
            switch known.local {
            case "about": about = value
            case "ID": identifier = value
            case "nodeID": nodeID = value
            case "resource": resource = value
            case "datatype": datatype = value
            case "parseType": parseType = value
            case "li", "Description", "RDF", "aboutEach", "aboutEachPrefix", "bagID":
                throw RDFXMLGrammar.Mistake("\(name.qualified) cannot be an attribute")
            default: properties.append((known, value))
            }
        }
    }

    /// Whether a name of RDF's own is kept for the syntax, as an element too.
    static func isReserved(_ name: String) -> Bool {
        switch name {
        case "RDF", "ID", "about", "parseType", "resource", "nodeID", "datatype", "aboutEach", "aboutEachPrefix",
            "bagID":
            true
        default: false
        }
    }
}
