import RDF

/// Brings statements into a dictionary as rows of ids, straight from the bytes that are read.
struct StatementLoader {
    var terms: TermDictionary
    /// The triples of the default graph.
    var rows: [IDTriple] = []
    /// The triples of named graphs.
    var namedRows: [TermID: [IDTriple]] = [:]
    /// The named graphs that were met, in their order; some of them perhaps twice.
    var graphs: [TermID] = []
    /// The named graph that takes the triples of a text, or nil for the default graph.
    var target: TermID?
    /// Whether malformed statements are skipped.
    var keepsGoing = false
    /// Asked every few thousand statements whether to leave the rest.
    var isStopped: () -> Bool = { false }
    /// How many statements were skipped.
    private(set) var skipped = 0
    /// What was wrong with the first of them.
    private(set) var firstErrors: [SyntaxError] = []
    private static let keptErrors = 5
    private static let statementsBetweenLooks = 8192

    /// By the reader's number of a namespace, its affix; 0 when it has not been looked up yet.
    private var affixOfNamespace: [UInt16] = []
    private var scratch: [UInt8] = []
    private var lastSubject: UInt32 = 0
    private var lastObject: UInt32 = 0
    private var lastPredicate: UInt32 = 0
    /// The ids that blank nodes had before the text that is read.
    private var foreignBlanks: Range<UInt32> = 0..<0
    private var renamedBlanks: [UInt32: UInt32] = [:]
    /// The ids of the nodes that got another label; whoever bears that label in the text needs another too.
    private var mintedBlanks: Set<UInt32> = []

    init(_ terms: TermDictionary) { self.terms = terms }

    /// Reads all statements.
    mutating func read(_ reader: StatementReader) throws(InputError) {
        affixOfNamespace = []
        foreignBlanks = 0..<UInt32(terms.count + 1)
        renamedBlanks = [:]
        mintedBlanks = []
        var statement = ScannedStatement()
        var untilLook = StatementLoader.statementsBetweenLooks
        while try next(reader, &statement) {
            untilLook &-= 1
            if untilLook == 0 {
                if isStopped() { throw .stopped }
                untilLook = StatementLoader.statementsBetweenLooks
            }
            let text = reader.text
            let subject = id(of: statement.subject, text, guess: lastSubject)
            let predicate = id(of: statement.predicate, text, guess: lastPredicate)
            let object = id(of: statement.object, text, guess: lastObject)
            lastSubject = subject
            lastPredicate = predicate
            lastObject = object
            let row = IDTriple(TermID(subject), TermID(predicate), TermID(object))
            if statement.graph.kind != .none {
                append(row, to: TermID(id(of: statement.graph, text, guess: 0)))
            } else if let target {
                append(row, to: target)
            } else {
                rows.append(row)
            }
        }
    }

    @inline(__always)
    private mutating func next(
        _ reader: StatementReader, _ statement: inout ScannedStatement
    ) throws(InputError) -> Bool {
        guard keepsGoing else { return try reader.next(&statement) }
        while true {
            do throws(InputError) {
                return try reader.next(&statement)
            } catch {
                guard case .syntax(let mistake) = error else { throw error }
                skipped += 1
                if firstErrors.count < StatementLoader.keptErrors { firstErrors.append(mistake) }
            }
        }
    }

    private mutating func append(_ row: IDTriple, to graph: TermID) {
        if graphs.last != graph { graphs.append(graph) }
        namedRows[graph, default: []].append(row)
    }

    /// The id of a scanned term; `guess` is an id that it may well have, or 0.
    @inline(__always)
    private mutating func id(of term: ScannedTerm, _ text: UnsafePointer<UInt8>, guess: UInt32) -> UInt32 {
        if term.kind == .iri, term.namespace >= 0 {
            let affix = term.namespace < affixOfNamespace.count ? affixOfNamespace[term.namespace] : 0
            if affix > AffixTable.wholeIRI {
                let start = text + term.localStart
                let count = term.body.upperBound &- term.localStart
                if guess != 0, terms.isSame(guess, affix: affix, start, count: count) { return guess }
                return terms.intern(affix: affix, start, count: count)
            }
        }
        return idOfOther(term, text)
    }

    /// The id of a term that is not an IRI of a known namespace.
    @inline(never)
    private mutating func idOfOther(_ term: ScannedTerm, _ text: UnsafePointer<UInt8>) -> UInt32 {
        let start = text + term.body.lowerBound
        switch term.kind {
        case .none, .iri: return idOfIRI(term, text)
        case .blank: return idOfBlank(start, count: term.body.count)
        case .plain, .typed, .tagged:
            let affix = affix(ofLiteral: term, text)
            if affix == AffixTable.wholeLiteral { return idOfWholeLiteral(term, text) }
            if !term.bodyNeedsRewriting { return terms.intern(affix: affix, start, count: term.body.count) }
            scratch.removeAll(keepingCapacity: true)
            CanonicalForm.appendRewrittenLexicalForm(text, term.body, to: &scratch)
            return internScratch(affix)
        }
    }

    private mutating func idOfIRI(_ term: ScannedTerm, _ text: UnsafePointer<UInt8>) -> UInt32 {
        scratch.removeAll(keepingCapacity: true)
        CanonicalForm.appendRewrittenIRI(text, term.body, to: &scratch)
        let (affix, length) = scratch.withUnsafeBufferPointer { iri in
            let length = IRISplit.namespaceLength(iri)
            let namespace = UnsafeBufferPointer(rebasing: iri[..<length])
            return (length == 0 ? AffixTable.wholeIRI : terms.withAffixes { $0.addNamespace(namespace) }, length)
        }
        if term.namespace >= 0, affix != AffixTable.wholeIRI {
            while affixOfNamespace.count <= term.namespace { affixOfNamespace.append(0) }
            affixOfNamespace[term.namespace] = affix
        }
        if affix != AffixTable.wholeIRI { scratch.removeFirst(length) }
        return internScratch(affix)
    }

    private mutating func affix(ofLiteral term: ScannedTerm, _ text: UnsafePointer<UInt8>) -> UInt16 {
        let suffix = UnsafeBufferPointer(start: text + term.suffix.lowerBound, count: term.suffix.count)
        switch term.kind {
        case .typed where term.suffixNeedsRewriting:
            scratch.removeAll(keepingCapacity: true)
            CanonicalForm.appendRewrittenIRI(text, term.suffix, to: &scratch)
            return scratch.withUnsafeBufferPointer { iri in terms.withAffixes { $0.addDatatype(iri) } }
        case .typed: return terms.withAffixes { $0.addDatatype(suffix) }
        case .tagged: return terms.withAffixes { $0.addLanguage(suffix) }
        default: return AffixTable.plain
        }
    }

    private mutating func idOfWholeLiteral(_ term: ScannedTerm, _ text: UnsafePointer<UInt8>) -> UInt32 {
        scratch.removeAll(keepingCapacity: true)
        scratch.append(UInt8(ascii: "\""))
        CanonicalForm.appendRewrittenLexicalForm(text, term.body, to: &scratch)
        scratch.append(UInt8(ascii: "\""))
        if term.kind == .tagged {
            scratch.append(UInt8(ascii: "@"))
            scratch.append(
                contentsOf: UnsafeBufferPointer(start: text + term.suffix.lowerBound, count: term.suffix.count))
        } else {
            scratch += [UInt8(ascii: "^"), UInt8(ascii: "^"), UInt8(ascii: "<")]
            CanonicalForm.appendRewrittenIRI(text, term.suffix, to: &scratch)
            scratch.append(UInt8(ascii: ">"))
        }
        return internScratch(AffixTable.wholeLiteral)
    }

    private mutating func internScratch(_ affix: UInt16) -> UInt32 {
        // There must be an address even when there are no bytes.
        let count = scratch.count
        scratch.append(0)
        return scratch.withUnsafeBufferPointer { bytes in
            bytes.baseAddress.map { terms.intern(affix: affix, $0, count: count) } ?? 0
        }
    }

    // MARK: Blank nodes

    /// The id of a blank node: a new one when its label is that of a node from elsewhere.
    private mutating func idOfBlank(_ label: UnsafePointer<UInt8>, count: Int) -> UInt32 {
        let id = terms.intern(affix: AffixTable.blank, label, count: count)
        guard foreignBlanks.contains(id) || mintedBlanks.contains(id) else { return id }
        if let renamed = renamedBlanks[id] { return renamed }
        var number = 2
        while true {
            let before = terms.count
            scratch = Array(UnsafeBufferPointer(start: label, count: count)) + Array("-\(number)".utf8)
            let renamed = internScratch(AffixTable.blank)
            if terms.count > before {
                renamedBlanks[id] = renamed
                mintedBlanks.insert(renamed)
                return renamed
            }
            number += 1
        }
    }
}
