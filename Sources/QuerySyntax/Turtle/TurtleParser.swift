import RDF

/// Reads Turtle.
///
/// Its tokens are SPARQL's, so it shares their lexer.
/// Source: RDF 1.1 Turtle, section 6.
public struct TurtleParser {
    private let source: SourceText
    private var lexer: SPARQLLexer
    private var current: SPARQLToken = .end
    private var range: SourceRange = 0..<0
    private var prefixes: [String: String] = [:]
    private var base: String?
    private var triples: [Triple] = []
    private var blankNodes = 0
    private var labels: [String: String] = [:]
    private var depth = 0
    private static let maximumDepth = 256

    private init(_ text: String, base: String?, source name: String?) throws(SyntaxError) {
        source = SourceText(text, name: name)
        lexer = SPARQLLexer(source)
        lexer.decodesEscapesInNames = false
        self.base = base
        try advance()
    }

    /// The triples of a text, in its order.
    ///
    /// - Parameters:
    ///   - base: What relative IRIs are resolved against until the text has a base of its own.
    ///   - source: The file that the text comes from, for errors.
    ///   - blankNodePrefix: What the labels of blank nodes begin with, so that those of several files stay apart.
    public static func parse(
        _ text: String, base: String? = nil, source: String? = nil, blankNodePrefix: String = ""
    ) throws(SyntaxError) -> [Triple] {
        var parser = try TurtleParser(text, base: base, source: source)
        parser.blankNodePrefix = blankNodePrefix
        try parser.document()
        return parser.triples
    }

    private var blankNodePrefix = ""

    private mutating func advance() throws(SyntaxError) {
        (current, range) = try lexer.next()
    }

    private func error(_ message: String, hint: String? = nil) -> SyntaxError {
        source.error(message, at: range, hint: hint)
    }

    private func unexpected(_ wanted: String) -> SyntaxError {
        if current == .end { return error("\(wanted) is expected where the text ends") }
        return error("\(wanted) is expected where “\(source.text(in: range))” stands")
    }

    private mutating func take(_ mark: String) throws(SyntaxError) -> Bool {
        guard current == .mark(mark) else { return false }
        try advance()
        return true
    }

    private func resolved(_ iri: String) -> String { base.map { IRIReference.resolve(iri, against: $0) } ?? iri }

    private mutating func document() throws(SyntaxError) {
        while current != .end {
            switch current {
            case .languageTag("prefix"):
                try advance()
                try prefixDeclaration()
                try expectDot()
            case .languageTag("base"):
                try advance()
                try baseDeclaration()
                try expectDot()
            case .word(let word) where word.uppercased() == "PREFIX":
                try advance()
                try prefixDeclaration()
            case .word(let word) where word.uppercased() == "BASE":
                try advance()
                try baseDeclaration()
            default:
                try statement()
                try expectDot()
            }
        }
    }

    private mutating func expectDot() throws(SyntaxError) {
        guard try take(".") else { throw unexpected("a full stop") }
    }

    private mutating func prefixDeclaration() throws(SyntaxError) {
        guard case .prefixed(let prefix, "") = current else { throw unexpected("a prefix such as ex:") }
        try advance()
        guard case .iri(let iri) = current else { throw unexpected("an IRI in angle brackets") }
        prefixes[prefix] = resolved(iri)
        try advance()
    }

    private mutating func baseDeclaration() throws(SyntaxError) {
        guard case .iri(let iri) = current else { throw unexpected("an IRI in angle brackets") }
        base = resolved(iri)
        try advance()
    }

    private mutating func statement() throws(SyntaxError) {
        let subject: Term
        switch current {
        case .mark("["):
            let (node, hasProperties) = try blankNodeWithProperties()
            if hasProperties, current == .mark(".") { return }
            subject = node
        case .mark("("): subject = try collection()
        case .blankLabel(let label):
            subject = blankNode(label)
            try advance()
        default:
            guard let iri = try takeIRI() else { throw unexpected("a subject") }
            subject = .iri(iri)
        }
        try properties(of: subject)
    }

    private mutating func properties(of subject: Term) throws(SyntaxError) {
        while true {
            let predicate: Term
            if case .word("a") = current {
                predicate = .iri(RDFVocabulary.type)
                try advance()
            } else {
                guard let iri = try takeIRI() else { throw unexpected("a predicate") }
                predicate = .iri(iri)
            }
            repeat { triples.append(Triple(subject, predicate, try object())) } while try take(",")
            var sawSemicolon = false
            while try take(";") { sawSemicolon = true }
            guard sawSemicolon else { return }
            if current == .mark(".") || current == .mark("]") || current == .end { return }
        }
    }

    private mutating func object() throws(SyntaxError) -> Term {
        depth += 1
        defer { depth -= 1 }
        if depth > Self.maximumDepth { throw error("this is nested more than \(Self.maximumDepth) deep") }
        switch current {
        case .mark("["): return try blankNodeWithProperties().node
        case .mark("("): return try collection()
        case .blankLabel(let label):
            try advance()
            return blankNode(label)
        case .string(let text):
            try advance()
            if case .languageTag(let tag) = current {
                try advance()
                return .literal(Literal(text, language: tag))
            }
            guard try take("^^") else { return .string(text) }
            guard let type = try takeIRI() else { throw unexpected("a datatype") }
            return .literal(Literal(text, datatype: type))
        case .word("true"), .word("false"):
            let text = source.text(in: range)
            try advance()
            return .literal(Literal(text, datatype: XSD.boolean))
        case .integer, .decimal, .double: return try number(sign: "")
        case .mark(let sign) where sign == "+" || sign == "-":
            let end = range.upperBound
            try advance()
            guard range.lowerBound == end else { throw unexpected("a number") }
            return try number(sign: sign)
        default:
            guard let iri = try takeIRI() else { throw unexpected("an object") }
            return .iri(iri)
        }
    }

    private mutating func number(sign: String) throws(SyntaxError) -> Term {
        let type: String
        switch current {
        case .integer: type = XSD.integer
        case .decimal: type = XSD.decimal
        case .double: type = XSD.double
        default: throw unexpected("a number")
        }
        let form = sign + source.text(in: range)
        try advance()
        return .literal(Literal(form, datatype: type))
    }

    private mutating func takeIRI() throws(SyntaxError) -> String? {
        switch current {
        case .iri(let iri):
            try advance()
            return resolved(iri)
        case .prefixed(let prefix, let local):
            guard let namespace = prefixes[prefix] else { throw error("the prefix “\(prefix):” is not declared") }
            try advance()
            return namespace + local
        default: return nil
        }
    }

    // MARK: Blank nodes

    private mutating func blankNode(_ label: String) -> Term {
        if let known = labels[label] { return .blank(known) }
        // Labels of the text keep their names; generated ones stay apart from them by their form.
        labels[label] = blankNodePrefix + label
        return .blank(blankNodePrefix + label)
    }

    private mutating func freshBlankNode() -> Term {
        blankNodes += 1
        return .blank("\(blankNodePrefix)genid-\(blankNodes)")
    }

    private mutating func blankNodeWithProperties() throws(SyntaxError) -> (node: Term, hasProperties: Bool) {
        try advance()
        let node = freshBlankNode()
        if try take("]") { return (node, false) }
        try properties(of: node)
        guard try take("]") else { throw unexpected("“]”") }
        return (node, true)
    }

    private mutating func collection() throws(SyntaxError) -> Term {
        try advance()
        var items: [Term] = []
        while current != .mark(")") {
            if current == .end { throw unexpected("“)”") }
            items.append(try object())
        }
        try advance()
        let end = Term.iri(RDFVocabulary.namespace + "nil")
        var rest = end
        for item in items.reversed() {
            let node = freshBlankNode()
            triples.append(Triple(node, .iri(RDFVocabulary.namespace + "first"), item))
            triples.append(Triple(node, .iri(RDFVocabulary.namespace + "rest"), rest))
            rest = node
        }
        return rest
    }
}
