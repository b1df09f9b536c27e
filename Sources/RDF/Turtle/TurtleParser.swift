/// The grammar of Turtle and TriG over bytes; statements are appended to `output` as lines of N-Quads.
struct TurtleParser {
    let text: UnsafePointer<UInt8>
    let end: Int
    let allowsGraphs: Bool
    let source: String?
    var base: BaseIRI?
    var position = 0
    var output: [UInt8] = []
    /// By prefix, with its colon left out, the namespace.
    var namespaces: [[UInt8]] = []
    var prefixes = ByteStringTable()
    /// What ends each line: the graph and the full stop.
    private var lineEnd = Array(" .\n".utf8)
    private var blankNodes = 0
    private var depth = 0
    static let maximumDepth = 256

    init(text: UnsafePointer<UInt8>, end: Int, allowsGraphs: Bool, base: BaseIRI?, source: String?) {
        self.text = text
        self.end = end
        self.allowsGraphs = allowsGraphs
        self.base = base
        self.source = source
    }

    /// Skips a byte order mark and looks whether the text is UTF-8.
    mutating func begin() throws(SyntaxError) {
        if end >= 3, text[0] == 0xEF, text[1] == 0xBB, text[2] == 0xBF { position = 3 }
        if let wrong = UTF8Check.firstError(text, in: position..<end) {
            defer { position = end }
            throw error("these bytes are not UTF-8", wrong..<(wrong + 1), hint: "save the file as UTF-8")
        }
    }

    /// Reads one statement; false at the end of the text.
    mutating func statement() throws(SyntaxError) -> Bool {
        skipSpace()
        guard position < end else { return false }
        depth = 0
        switch text[position] {
        case UInt8(ascii: "@"): try directive()
        case UInt8(ascii: "{") where allowsGraphs: try graphBlock()
        default:
            if takeKeyword("PREFIX") {
                try prefixDeclaration()
            } else if takeKeyword("BASE") {
                try baseDeclaration()
            } else if allowsGraphs, takeKeyword("GRAPH") {
                skipSpace()
                try graphBlock(named: try graphName())
            } else {
                try triplesOrGraph()
            }
        }
        return true
    }

    /// After a mistake: takes back what was written since a mark, and goes on behind the next full stop at a line's end.
    mutating func recover(to mark: Int) {
        output.removeLast(output.count - mark)
        lineEnd = Array(" .\n".utf8)
        while position < end {
            let byte = text[position]
            position += 1
            guard byte == UInt8(ascii: ".") || (allowsGraphs && byte == UInt8(ascii: "}")) else { continue }
            var next = position
            while next < end, text[next] == UInt8(ascii: " ") || text[next] == UInt8(ascii: "\t") { next += 1 }
            if next >= end || text[next] == UInt8(ascii: "\n") || text[next] == UInt8(ascii: "\r") { return }
        }
    }

    // MARK: Directives

    private mutating func directive() throws(SyntaxError) {
        let start = position
        let word = wordRange(position + 1)
        if isWord(word, "prefix") {
            position = word.upperBound
            try prefixDeclaration()
        } else if isWord(word, "base") {
            position = word.upperBound
            try baseDeclaration()
        } else {
            throw error("expected @prefix or @base", start..<max(word.upperBound, start + 1))
        }
        try expectStop()
    }

    private mutating func prefixDeclaration() throws(SyntaxError) {
        skipSpace()
        guard let prefix = prefixRange(), text[prefix.upperBound] == UInt8(ascii: ":") else {
            throw expected("a prefix such as ex:")
        }
        position = prefix.upperBound + 1
        skipSpace()
        let namespace = try declaredIRI()
        let number = prefixes.add(text + prefix.lowerBound, count: prefix.count)
        if number == namespaces.count { namespaces.append(namespace) } else { namespaces[number] = namespace }
    }

    private mutating func baseDeclaration() throws(SyntaxError) {
        skipSpace()
        base = BaseIRI(try declaredIRI())
    }

    /// The IRI of a directive, resolved.
    private mutating func declaredIRI() throws(SyntaxError) -> [UInt8] {
        guard text[position] == UInt8(ascii: "<") else { throw expected("an IRI in angle brackets") }
        let mark = output.count
        try writeIRI()
        defer { output.removeLast(output.count - mark) }
        return Array(output[(mark + 1)..<(output.count - 1)])
    }

    // MARK: Graphs

    /// Triples, or a graph that begins with its name.
    private mutating func triplesOrGraph() throws(SyntaxError) {
        let first = text[position]
        let isAnonymous = first == UInt8(ascii: "[") && isEmptyBrackets()
        if allowsGraphs, isAnonymous || (first != UInt8(ascii: "[") && first != UInt8(ascii: "(")) {
            let name = try label()
            skipSpace()
            if text[position] == UInt8(ascii: "{") { return try graphBlock(named: name) }
            try predicatesAndObjects(of: name)
        } else {
            try triples()
        }
        try expectStop()
    }

    private func isEmptyBrackets() -> Bool {
        var copy = self
        copy.position += 1
        copy.skipSpace()
        return copy.text[copy.position] == UInt8(ascii: "]")
    }

    /// A subject or graph name that is an IRI or a blank node without properties.
    private mutating func label() throws(SyntaxError) -> [UInt8] {
        if text[position] == UInt8(ascii: "[") {
            position += 1
            skipSpace()
            position += 1
            return freshBlankNode()
        }
        return try term { (parser) throws(SyntaxError) in
            guard try parser.writeResource() else { throw parser.expected("a subject") }
        }
    }

    private mutating func graphName() throws(SyntaxError) -> [UInt8] {
        if text[position] == UInt8(ascii: "["), isEmptyBrackets() { return try label() }
        return try term { (parser) throws(SyntaxError) in
            guard try parser.writeResource() else { throw parser.expected("the name of a graph") }
        }
    }

    private mutating func graphBlock(named name: [UInt8]? = nil) throws(SyntaxError) {
        skipSpace()
        guard text[position] == UInt8(ascii: "{") else { throw expected("“{”") }
        let opening = position
        position += 1
        if let name { lineEnd = [UInt8(ascii: " ")] + name + " .\n".utf8 }
        defer { lineEnd = Array(" .\n".utf8) }
        while true {
            skipSpace()
            if text[position] == UInt8(ascii: "}") { break }
            if position >= end {
                throw error("the graph is not closed", opening..<(opening + 1), hint: "it wants a “}”")
            }
            try triples()
            skipSpace()
            if text[position] == UInt8(ascii: ".") {
                position += 1
            } else if text[position] != UInt8(ascii: "}") {
                throw expected("a full stop or “}”")
            }
        }
        position += 1
    }

    // MARK: Triples

    private mutating func triples() throws(SyntaxError) {
        switch text[position] {
        case UInt8(ascii: "["):
            position += 1
            let node = freshBlankNode()
            skipSpace()
            if text[position] == UInt8(ascii: "]") {
                position += 1
                return try predicatesAndObjects(of: node)
            }
            try properties(of: node)
            skipSpace()
            let next = text[position]
            if next != UInt8(ascii: "."), next != UInt8(ascii: "}") { try predicatesAndObjects(of: node) }
        case UInt8(ascii: "("):
            let node = try collection(after: [])
            try predicatesAndObjects(of: node)
        default:
            let subject = try term { (parser) throws(SyntaxError) in
                guard try parser.writeResource() else { throw parser.expected("a subject") }
            }
            try predicatesAndObjects(of: subject)
        }
    }

    private mutating func predicatesAndObjects(of subject: [UInt8]) throws(SyntaxError) {
        while true {
            skipSpace()
            var head = subject
            head.append(UInt8(ascii: " "))
            head += try term { (parser) throws(SyntaxError) in try parser.writePredicate() }
            head.append(UInt8(ascii: " "))
            while true {
                skipSpace()
                try object(after: head)
                skipSpace()
                guard text[position] == UInt8(ascii: ",") else { break }
                position += 1
            }
            guard text[position] == UInt8(ascii: ";") else { return }
            while text[position] == UInt8(ascii: ";") {
                position += 1
                skipSpace()
            }
            let next = text[position]
            if next == UInt8(ascii: ".") || next == UInt8(ascii: "]") || next == UInt8(ascii: "}") || position >= end {
                return
            }
        }
    }

    /// An object, and the line that it ends; `head` is the line's subject and predicate.
    private mutating func object(after head: [UInt8]) throws(SyntaxError) {
        switch text[position] {
        case UInt8(ascii: "["):
            position += 1
            let node = freshBlankNode()
            line(head, node)
            skipSpace()
            if text[position] == UInt8(ascii: "]") { position += 1 } else { try properties(of: node) }
        case UInt8(ascii: "("): _ = try collection(after: head)
        default:
            output += head
            try writeObject()
            output += lineEnd
        }
    }

    /// What stands between brackets, and the closing one.
    private mutating func properties(of node: [UInt8]) throws(SyntaxError) {
        try enter()
        try predicatesAndObjects(of: node)
        skipSpace()
        guard text[position] == UInt8(ascii: "]") else { throw expected("“]”") }
        position += 1
        depth -= 1
    }

    /// A list, as the object behind `head` or, where that is empty, as a subject: its first node.
    private mutating func collection(after head: [UInt8]) throws(SyntaxError) -> [UInt8] {
        try enter()
        let opening = position
        position += 1
        skipSpace()
        let empty = Array("<\(RDFVocabulary.namespace)nil>".utf8)
        if text[position] == UInt8(ascii: ")") {
            position += 1
            depth -= 1
            if !head.isEmpty { line(head, empty) }
            return empty
        }
        let first = freshBlankNode()
        var node = first
        if !head.isEmpty { line(head, first) }
        while true {
            if position >= end {
                throw error("the list is not closed", opening..<(opening + 1), hint: "it wants a “)”")
            }
            try object(after: node + " <\(RDFVocabulary.namespace)first> ".utf8)
            skipSpace()
            let rest = node + " <\(RDFVocabulary.namespace)rest> ".utf8
            if text[position] == UInt8(ascii: ")") {
                position += 1
                line(rest, empty)
                depth -= 1
                return first
            }
            node = freshBlankNode()
            line(rest, node)
        }
    }

    private mutating func enter() throws(SyntaxError) {
        depth += 1
        if depth > TurtleParser.maximumDepth {
            throw error("this is nested more than \(TurtleParser.maximumDepth) deep", position..<(position + 1))
        }
    }

    private mutating func line(_ head: [UInt8], _ object: [UInt8]) {
        output += head
        output += object
        output += lineEnd
    }

    /// A node of the text's own that no label of it names: those that begin in `genid-` get another hyphen.
    private mutating func freshBlankNode() -> [UInt8] {
        blankNodes += 1
        return Array("_:genid-\(blankNodes)".utf8)
    }

    /// What a rule writes, taken off the output again.
    private mutating func term(
        _ write: (inout TurtleParser) throws(SyntaxError) -> Void
    ) throws(SyntaxError) -> [UInt8] {
        let mark = output.count
        try write(&self)
        defer { output.removeLast(output.count - mark) }
        return Array(output[mark...])
    }

    private mutating func expectStop() throws(SyntaxError) {
        skipSpace()
        guard text[position] == UInt8(ascii: ".") else { throw expected("a full stop") }
        position += 1
    }
}
