import RDF

/// SPARQL 1.1 Update.
extension SPARQLParser {
    mutating func updateUnit() throws(SyntaxError) -> [UpdateOperation] {
        var operations: [UpdateOperation] = []
        while true {
            try prologue()
            if current == .end { return operations }
            // Blank node labels are known within one operation.
            patternOfLabel = [:]
            operations.append(try operation())
            guard take(mark: ";") else { break }
        }
        guard current == .end else { throw unexpected("“;” or the end") }
        return operations
    }

    private mutating func operation() throws(SyntaxError) -> UpdateOperation {
        guard case .word(let word) = current else { throw unexpected("INSERT, DELETE, LOAD, CLEAR or another update") }
        switch word.uppercased() {
        case "LOAD":
            advance()
            let silent = take(keyword: "SILENT")
            let file = try iri()
            var target: String?
            if take(keyword: "INTO") {
                try expect(keyword: "GRAPH")
                target = try iri()
            }
            return .load(file, into: target, silent: silent)
        case "CLEAR":
            advance()
            let silent = take(keyword: "SILENT")
            return .clear(try graphTarget(), silent: silent)
        case "DROP":
            advance()
            let silent = take(keyword: "SILENT")
            return .drop(try graphTarget(), silent: silent)
        case "CREATE":
            advance()
            let silent = take(keyword: "SILENT")
            try expect(keyword: "GRAPH")
            return .create(try iri(), silent: silent)
        case "ADD", "MOVE", "COPY":
            advance()
            let silent = take(keyword: "SILENT")
            let from = try graphOrDefault()
            try expect(keyword: "TO")
            let to = try graphOrDefault()
            switch word.uppercased() {
            case "ADD": return .add(from: from, to: to, silent: silent)
            case "MOVE": return .move(from: from, to: to, silent: silent)
            default: return .copy(from: from, to: to, silent: silent)
            }
        case "INSERT" where isWord(following, "DATA"):
            advance()
            advance()
            isReadingData = true
            defer { isReadingData = false }
            let data = try quads(allowsVariables: false)
            earlierDataLabels.formUnion(patternOfLabel.keys)
            return .insertData(data)
        case "DELETE" where isWord(following, "DATA"):
            advance()
            advance()
            return .deleteData(try withoutBlankNodes { (p) throws(SyntaxError) in try p.quads(allowsVariables: false) })
        case "DELETE" where isWord(following, "WHERE"):
            advance()
            advance()
            let pattern = try withoutBlankNodes { (p) throws(SyntaxError) in try p.quads(allowsVariables: true) }
            return .modify(delete: pattern, insert: [], using: [], usingNamed: [], where: Self.algebra(of: pattern))
        case "WITH", "INSERT", "DELETE": return try modify()
        default: throw unexpected("INSERT, DELETE, LOAD, CLEAR or another update")
        }
    }

    private func isWord(_ token: SPARQLToken, _ keyword: String) -> Bool {
        if case .word(let word) = token { word.uppercased() == keyword } else { false }
    }

    private mutating func graphTarget() throws(SyntaxError) -> GraphTarget {
        if take(keyword: "DEFAULT") { return .defaultGraph }
        if take(keyword: "NAMED") { return .allNamed }
        if take(keyword: "ALL") { return .all }
        try expect(keyword: "GRAPH")
        return .named(try iri())
    }

    private mutating func graphOrDefault() throws(SyntaxError) -> String? {
        if take(keyword: "DEFAULT") { return nil }
        _ = take(keyword: "GRAPH")
        return try iri()
    }

    private mutating func withoutBlankNodes<Result>(
        _ rule: (inout SPARQLParser) throws(SyntaxError) -> Result
    ) throws(SyntaxError) -> Result {
        forbidsBlankNodes = true
        defer { forbidsBlankNodes = false }
        return try rule(&self)
    }

    private mutating func modify() throws(SyntaxError) -> UpdateOperation {
        var graph: PatternTerm?
        if take(keyword: "WITH") { graph = .term(.iri(try iri())) }
        var delete: [QuadPattern] = []
        var insert: [QuadPattern] = []
        if take(keyword: "DELETE") {
            delete = try withoutBlankNodes { (p) throws(SyntaxError) in try p.quads(allowsVariables: true) }
            if take(keyword: "INSERT") { insert = try quads(allowsVariables: true) }
        } else {
            try expect(keyword: "INSERT")
            insert = try quads(allowsVariables: true)
        }
        var using: [String] = []
        var usingNamed: [String] = []
        while take(keyword: "USING") {
            if take(keyword: "NAMED") { usingNamed.append(try iri()) } else { using.append(try iri()) }
        }
        try expect(keyword: "WHERE")
        patternOfLabel = [:]
        var pattern = try groupGraphPattern()
        if let graph {
            for index in delete.indices where delete[index].graph == nil { delete[index].graph = graph }
            for index in insert.indices where insert[index].graph == nil { insert[index].graph = graph }
            if using.isEmpty, usingNamed.isEmpty { pattern = .graph(graph, pattern) }
        }
        return .modify(delete: delete, insert: insert, using: using, usingNamed: usingNamed, where: pattern)
    }

    /// `{ triples  GRAPH g { triples } … }`
    private mutating func quads(allowsVariables: Bool) throws(SyntaxError) -> [QuadPattern] {
        let start = range
        try expect(mark: "{")
        beginPattern()
        isReadingTemplate = true
        defer { isReadingTemplate = false }
        var quads: [QuadPattern] = []
        func triples(_ graph: PatternTerm?, _ parser: inout SPARQLParser) throws(SyntaxError) {
            while !parser.isMark("}"), !parser.isKeyword("GRAPH") {
                try parser.triplesSameSubject(allowsPaths: false) {
                    quads.append(QuadPattern($0, graph: graph))
                } path: { _, _, _ in
                }
                guard parser.take(mark: ".") else { break }
            }
        }
        try triples(nil, &self)
        while take(keyword: "GRAPH") {
            let name = try variableOrIRI()
            try expect(mark: "{")
            try triples(name, &self)
            try expect(mark: "}")
            _ = take(mark: ".")
            try triples(nil, &self)
        }
        try expect(mark: "}")
        if !allowsVariables, quads.contains(where: \.hasNamedVariable) {
            throw error("DATA can't hold variables", at: start, hint: "use INSERT { … } WHERE { … }")
        }
        if !allowsVariables, quads.contains(where: \.hasLiteralSubject) {
            throw error("the subject of a triple can't be a literal", at: start)
        }
        return quads
    }

    /// The pattern that quads stand for in DELETE WHERE.
    private static func algebra(of quads: [QuadPattern]) -> Algebra {
        quads.reduce(Algebra.bgp([])) { algebra, quad in
            let pattern = Algebra.bgp([quad.triple])
            return Algebra.merging(algebra, quad.graph.map { .graph($0, pattern) } ?? pattern)
        }
    }
}

extension QuadPattern {
    /// Whether it is no triple of RDF, as its subject is a literal.
    fileprivate var hasLiteralSubject: Bool {
        if case .term(.literal) = triple.subject { true } else { false }
    }

    /// Whether a variable that the text names stands in the quad; blank nodes are variables with hidden names.
    fileprivate var hasNamedVariable: Bool {
        [graph, triple.subject, triple.predicate, triple.object].contains { term in
            if case .variable(let variable) = term { !variable.name.hasPrefix(".") } else { false }
        }
    }
}
