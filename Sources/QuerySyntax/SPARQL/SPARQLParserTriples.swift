import RDF

/// Triples, with the abbreviations of Turtle, and property paths.
extension SPARQLParser {
    typealias AddTriple = (TriplePattern) -> Void
    typealias AddPath = (PatternTerm, PropertyPath, PatternTerm) -> Void

    /// A subject with its property list.
    mutating func triplesSameSubject(
        allowsPaths: Bool, triple: AddTriple, path: AddPath
    ) throws(SyntaxError) {
        if isMark("[") || isMark("(") {
            let isEmpty = isMark("[") ? following == .mark("]") : following == .mark(")")
            let subject = try triplesNode(allowsPaths: allowsPaths, triple, path)
            // A blank node with properties, or a list, may stand by itself.
            if startsVerb || isEmpty {
                try propertyList(subject, allowsPaths: allowsPaths, triple, path)
            }
            return
        }
        guard let subject = try takeVariableOrTerm() else { throw unexpected("a triple, a keyword or “}”") }
        try propertyList(subject, allowsPaths: allowsPaths, triple, path)
    }

    private var startsVerb: Bool {
        switch current {
        case .variable, .iri, .prefixed: true
        case .word(let word): word == "a"
        case .mark(let mark): mark == "^" || mark == "!" || mark == "("
        default: false
        }
    }

    private mutating func propertyList(
        _ subject: PatternTerm, allowsPaths: Bool, _ triple: AddTriple, _ path: AddPath
    ) throws(SyntaxError) {
        guard startsVerb else { throw unexpected("a predicate") }
        while true {
            let verb = try verb(allowsPaths: allowsPaths)
            repeat {
                let object = try object(allowsPaths: allowsPaths, triple, path)
                switch verb {
                case .predicate(let predicate): triple(TriplePattern(subject, predicate, object))
                default: path(subject, verb, object)
                }
            } while take(mark: ",")
            var sawSemicolon = false
            while take(mark: ";") { sawSemicolon = true }
            guard sawSemicolon, startsVerb else { return }
        }
    }

    private mutating func verb(allowsPaths: Bool) throws(SyntaxError) -> PropertyPath {
        if case .variable(let name) = current {
            advance()
            return .predicate(.variable(Variable(name)))
        }
        if allowsPaths { return try pathAlternative() }
        if case .word("a") = current {
            advance()
            return .predicate(.term(.iri(RDFVocabulary.type)))
        }
        guard let iri = try takeIRI() else { throw unexpected("a predicate") }
        return .predicate(.term(.iri(iri)))
    }

    private mutating func object(
        allowsPaths: Bool, _ triple: AddTriple, _ path: AddPath
    ) throws(SyntaxError) -> PatternTerm {
        if isMark("[") || isMark("(") { return try triplesNode(allowsPaths: allowsPaths, triple, path) }
        guard let term = try takeVariableOrTerm() else { throw unexpected("an object") }
        return term
    }

    /// `[ … ]` or `( … )`.
    private mutating func triplesNode(
        allowsPaths: Bool, _ triple: AddTriple, _ path: AddPath
    ) throws(SyntaxError) -> PatternTerm {
        try nested { (parser) throws(SyntaxError) in
            let start = parser.range
            if parser.take(mark: "[") {
                let node = try parser.freshBlankNode(at: start)
                if parser.take(mark: "]") { return node }
                try parser.propertyList(node, allowsPaths: allowsPaths, triple, path)
                try parser.expect(mark: "]")
                return node
            }
            try parser.expect(mark: "(")
            var items: [PatternTerm] = []
            while !parser.isMark(")") {
                if parser.current == .end { throw parser.unexpected("“)”") }
                items.append(try parser.object(allowsPaths: allowsPaths, triple, path))
            }
            parser.advance()
            let namespace = RDFVocabulary.namespace
            guard !items.isEmpty else { return .term(.iri(namespace + "nil")) }
            var nodes: [PatternTerm] = []
            for _ in items { nodes.append(try parser.freshBlankNode(at: start)) }
            for (index, item) in items.enumerated() {
                triple(TriplePattern(nodes[index], .term(.iri(namespace + "first")), item))
                let rest = index + 1 < nodes.count ? nodes[index + 1] : .term(.iri(namespace + "nil"))
                triple(TriplePattern(nodes[index], .term(.iri(namespace + "rest")), rest))
            }
            return nodes[0]
        }
    }

    private mutating func freshBlankNode(at range: SourceRange) throws(SyntaxError) -> PatternTerm {
        if forbidsBlankNodes { throw error("a blank node can't stand in DELETE", at: range) }
        // No label holds a colon.
        return .variable(hiddenVariable(isReadingTemplate ? "_:node:" : "node:"))
    }

    // MARK: Terms

    /// A variable, an IRI, a literal or a labelled blank node; nil when none stands here.
    mutating func takeVariableOrTerm() throws(SyntaxError) -> PatternTerm? {
        switch current {
        case .variable(let name):
            advance()
            return .variable(Variable(name))
        case .blankLabel(let label):
            if forbidsBlankNodes { throw error("a blank node can't stand in DELETE") }
            if let pattern = patternOfLabel[label], pattern != patternNumber {
                throw error(
                    "the blank node _:\(label) is used in two graph patterns", hint: "use a variable instead")
            }
            if isReadingData, earlierDataLabels.contains(label) {
                throw error(
                    "the blank node _:\(label) is used in two INSERT DATA operations of one request",
                    hint: "give each its own label, or write one operation")
            }
            patternOfLabel[label] = patternNumber
            advance()
            return .variable(Variable((isReadingTemplate ? "._:" : ".") + label))
        default: return try groundTerm().map { .term($0) }
        }
    }

    /// An IRI or a literal; nil when none stands here.
    mutating func groundTerm() throws(SyntaxError) -> Term? {
        if let iri = try takeIRI() { return .iri(iri) }
        if let literal = try takeLiteral() { return .literal(literal) }
        return nil
    }

    /// A literal, signed numbers included; nil when none stands here.
    mutating func takeLiteral() throws(SyntaxError) -> Literal? {
        switch current {
        case .integer(let text), .decimal(let text), .double(let text):
            let type = numberType
            let form = if case .double = current { source.text(in: range) } else { text }
            advance()
            return Literal(form, datatype: type)
        case .mark(let sign) where (sign == "+" || sign == "-") && isFollowedDirectly:
            switch following {
            case .integer, .decimal, .double:
                advance()
                let form = source.text(in: range)
                let type = numberType
                advance()
                return Literal(sign + form, datatype: type)
            default: return nil
            }
        case .word(let word) where ["true", "false"].contains(word.lowercased()):
            advance()
            return Literal(word.lowercased(), datatype: XSD.boolean)
        case .string(let text):
            advance()
            if case .languageTag(let tag) = current {
                advance()
                return Literal(text, language: tag)
            }
            guard take(mark: "^^") else { return Literal(text) }
            return Literal(text, datatype: try iri())
        default: return nil
        }
    }

    private var numberType: String {
        switch current {
        case .integer: XSD.integer
        case .decimal: XSD.decimal
        default: XSD.double
        }
    }

    // MARK: Paths

    private mutating func pathAlternative() throws(SyntaxError) -> PropertyPath {
        try nested { (parser) throws(SyntaxError) in
            var path = try parser.pathSequence()
            while parser.take(mark: "|") { path = .alternative(path, try parser.pathSequence()) }
            return path
        }
    }

    private mutating func pathSequence() throws(SyntaxError) -> PropertyPath {
        var path = try pathStep()
        while take(mark: "/") { path = .sequence(path, try pathStep()) }
        return path
    }

    private mutating func pathStep() throws(SyntaxError) -> PropertyPath {
        if take(mark: "^") { return .inverse(try pathElement()) }
        return try pathElement()
    }

    private mutating func pathElement() throws(SyntaxError) -> PropertyPath {
        var path: PropertyPath
        if take(mark: "(") {
            path = try pathAlternative()
            try expect(mark: ")")
        } else if take(mark: "!") {
            path = try negatedSet()
        } else {
            path = .predicate(try pathPredicate())
        }
        // A mark that stands apart from the path is no modifier: `?s :p ?o` isn't `:p?`.
        if take(mark: "*") {
            path = .zeroOrMore(path)
        } else if take(mark: "+") {
            path = .oneOrMore(path)
        } else if take(mark: "?") {
            path = .zeroOrOne(path)
        }
        return path
    }

    private mutating func pathPredicate() throws(SyntaxError) -> PatternTerm {
        if case .word("a") = current {
            advance()
            return .term(.iri(RDFVocabulary.type))
        }
        guard let iri = try takeIRI() else { throw unexpected("a predicate") }
        return .term(.iri(iri))
    }

    private mutating func negatedSet() throws(SyntaxError) -> PropertyPath {
        var forward: [PatternTerm] = []
        var inverse: [PatternTerm] = []
        func one(_ parser: inout SPARQLParser) throws(SyntaxError) {
            if parser.take(mark: "^") {
                inverse.append(try parser.pathPredicate())
            } else {
                forward.append(try parser.pathPredicate())
            }
        }
        if take(mark: "(") {
            if !isMark(")") {
                try one(&self)
                while take(mark: "|") { try one(&self) }
            }
            try expect(mark: ")")
        } else {
            try one(&self)
        }
        return .negated(forward: forward, inverse: inverse)
    }
}
