import RDF

/// How variables are written: hidden ones as `?_name`, apart from all that the query names itself.
struct VariableNames {
    private var taken: Set<String> = []
    private var hidden: [Variable: String] = [:]

    /// Keeps the names that a query uses itself.
    mutating func reserve(_ query: Query) {
        var names: Set<String> = []
        _ = query.mapTerms { term in
            if case .variable(let variable) = term { names.insert(variable.name) }
            return term
        }
        for variable in query.algebra.scope { names.insert(variable.name) }
        taken.formUnion(names)
    }

    /// Keeps the names that an operation uses itself.
    mutating func reserve(_ operation: UpdateOperation) {
        var names: Set<String> = []
        _ = operation.mapTerms { term in
            if case .variable(let variable) = term { names.insert(variable.name) }
            return term
        }
        taken.formUnion(names)
    }

    mutating func text(_ variable: Variable) -> String {
        guard variable.name.hasPrefix(".") else { return "?" + variable.name }
        if variable.isTemplateBlankNode {
            // A node without a label has a name that no label can be.
            return "_:" + variable.name.dropFirst(3).map { $0 == ":" ? "." : String($0) }.joined()
        }
        if let known = hidden[variable] { return known }
        // A hidden name may hold what no variable may.
        let base = String(variable.name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
        var name = base
        var number = 2
        while taken.contains(name) {
            name = "\(base)_\(number)"
            number += 1
        }
        taken.insert(name)
        hidden[variable] = "?" + name
        return "?" + name
    }
}

/// The prefixes of a printed query, of which only those are declared that it uses.
struct PrefixTable {
    private var known: [(prefix: String, namespace: String)]
    private var used: Set<String> = []

    init(_ vocabulary: TercetVocabulary = TercetVocabulary()) {
        known = [
            ("claim", vocabulary.claim), ("class", vocabulary.ownClass), ("dcterms", DCTerms.namespace),
            ("entity", vocabulary.entity), ("nif", NIF.namespace), ("owl", OWL.namespace), ("prov", PROV.namespace),
            ("rdf", RDFVocabulary.namespace), ("rdfs", RDFS.namespace), ("relation", vocabulary.relation),
            ("schema", Schema.namespace), ("skos", SKOS.namespace), ("v", vocabulary.vocab), ("xsd", XSD.namespace),
        ]
    }

    /// The PREFIX lines of what was used.
    var declarations: String {
        known.filter { used.contains($0.prefix) }
            .map { "PREFIX \($0.prefix): \(Self.angled($0.namespace))\n" }.joined()
    }

    mutating func iri(_ iri: String) -> String {
        for (prefix, namespace) in known where iri.hasPrefix(namespace) {
            let local = iri.dropFirst(namespace.count)
            guard let first = local.unicodeScalars.first, first.isASCIILetter,
                local.unicodeScalars.allSatisfy({ $0.isASCIILetter || $0.isDigit || $0 == "-" || $0 == "_" })
            else { continue }
            used.insert(prefix)
            return "\(prefix):\(local)"
        }
        return Self.angled(iri)
    }

    mutating func term(_ term: Term) -> String {
        switch term {
        case .iri(let iri): return self.iri(iri)
        case .blank(let label): return "_:\(label)"
        case .literal(let literal):
            if let language = literal.language { return Self.quoted(literal.lexicalForm) + "@" + language }
            switch literal.datatype {
            case XSD.string: return Self.quoted(literal.lexicalForm)
            case XSD.integer where Self.isNumber(literal.lexicalForm, points: 0...0): return literal.lexicalForm
            case XSD.decimal where Self.isNumber(literal.lexicalForm, points: 1...1): return literal.lexicalForm
            case XSD.boolean where ["true", "false"].contains(literal.lexicalForm): return literal.lexicalForm
            default: return Self.quoted(literal.lexicalForm) + "^^" + iri(literal.datatype)
            }
        }
    }

    private static func isNumber(_ form: String, points: ClosedRange<Int>) -> Bool {
        let digits = form.hasPrefix("-") ? form.dropFirst() : form[...]
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        return points.contains(parts.count - 1)
            && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }
    }

    /// An IRI in angle brackets, what may not stand there as a Unicode escape.
    static func angled(_ iri: String) -> String {
        var result = "<"
        for scalar in iri.unicodeScalars {
            if scalar.value <= 0x20 || "<>\"{}|^`\\".unicodeScalars.contains(scalar) {
                result += escape(scalar)
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result + ">"
    }

    /// A text in double quotes.
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            default:
                if scalar.value < 0x20 || scalar.value == 0x7F {
                    result += escape(scalar)
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result + "\""
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
