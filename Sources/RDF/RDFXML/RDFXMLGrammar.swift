/// The grammar of RDF/XML over the events of an XML parser.
struct RDFXMLGrammar {
    /// A mistake, without its place.
    struct Mistake: Error {
        var message: String
        var hint: String?

        init(_ message: String, hint: String? = nil) {
            self.message = message
            self.hint = hint
        }
    }

    /// An element that is open.
    private struct Frame {
        var kind: Kind
        var base: BaseIRI?
        var language: String
        /// How many `rdf:li` were met in it.
        var items = 0
    }

    private enum Kind {
        case document
        /// Within `rdf:RDF`.
        case root
        /// Within the element of a node; as `parseType="Resource"`, a property's own element is one.
        case node([UInt8])
        case property(Property)
        case literal(Property, XMLLiteral)
    }

    /// The element of a property.
    private struct Property {
        /// Subject and predicate, with a space behind each.
        var head: [UInt8]
        /// The node of the statement itself, when `rdf:ID` names it.
        var statement: [UInt8]?
        var text: [UInt8] = []
        var datatype: [UInt8]?
        /// Whether the value has been said already.
        var hasObject = false
        /// Whether nothing may stand within.
        var isEmpty = false
        /// For `parseType="Collection"`, the node whose rest is yet to be said; empty before the first item.
        var listEnd: [UInt8]?
    }

    /// Lines of N-Quads.
    var output: [UInt8] = []
    private var frames: [Frame]
    private var blankNodes = 0
    /// `rdf:ID`s met, as IRIs.
    private var identifiers: Set<[UInt8]> = []
    private static let maximumDepth = 10_000

    init(base: String?) { frames = [Frame(kind: .document, base: base.map { BaseIRI($0) }, language: "")] }

    private var top: Frame { frames[frames.count - 1] }

    // MARK: Events

    mutating func begin(_ name: XMLName, _ attributes: [(name: XMLName, value: String)]) throws(Mistake) {
        if frames.count > RDFXMLGrammar.maximumDepth { throw Mistake("elements are nested too deeply") }
        let index = frames.count - 1
        if case .literal(let property, var literal) = frames[index].kind {
            literal.begin(name, attributes)
            frames[index].kind = .literal(property, literal)
            return
        }
        var frame = Frame(kind: .root, base: top.base, language: top.language)
        for (name, value) in attributes where name.namespace == "http://www.w3.org/XML/1998/namespace" {
            if name.local == "lang" { frame.language = value }
            if name.local == "base" { frame.base = BaseIRI(Self.resolved(value, top.base)) }
        }
        if !frame.language.isEmpty, !LanguageTag.isValid(frame.language) {
            throw Mistake("“\(frame.language)” is no language tag")
        }
        let attributes = try RDFAttributes(attributes)
        switch top.kind {
        case .document where name.isRDF("RDF"):
            frame.kind = .root
            frames.append(frame)
        case .document, .root:
            frames.append(frame)
            try beginNode(name, attributes)
        case .node(let subject):
            frames.append(frame)
            try beginProperty(name, attributes, of: subject)
        case .property(var property):
            guard !property.isEmpty else {
                throw Mistake("nothing may stand within an element that says its value in attributes")
            }
            guard property.datatype == nil else { throw Mistake("a value with rdf:datatype can hold no element") }
            if property.listEnd == nil, property.hasObject { throw Mistake("a property has one value") }
            guard property.text.allSatisfy(Self.isSpace) else {
                throw Mistake("text and an element stand side by side")
            }
            frames.append(frame)
            let node = try beginNode(name, attributes)
            if let listEnd = property.listEnd {
                let cell = freshBlankNode()
                if listEnd.isEmpty {
                    say(property, cell)
                } else {
                    write(listEnd + Self.rdf("rest") + cell)
                }
                write(cell + Self.rdf("first") + node)
                property.listEnd = cell
            } else {
                say(property, node)
            }
            property.hasObject = true
            property.text = []
            frames[index].kind = .property(property)
        case .literal: break
        }
    }

    mutating func end() throws(Mistake) {
        let index = frames.count - 1
        if case .literal(let property, var literal) = frames[index].kind, literal.depth > 0 {
            literal.end()
            frames[index].kind = .literal(property, literal)
            return
        }
        let frame = frames.removeLast()
        switch frame.kind {
        case .document, .root, .node: break
        case .literal(let property, let literal):
            var object = [UInt8(ascii: "\"")]
            CanonicalForm.appendLexicalForm(literal.text, to: &object)
            object += "\"^^<\(RDFVocabulary.namespace)XMLLiteral>".utf8
            say(property, object)
        case .property(let property):
            if let listEnd = property.listEnd {
                let empty = Array("<\(RDFVocabulary.namespace)nil>".utf8)
                if listEnd.isEmpty { say(property, empty) } else { write(listEnd + Self.rdf("rest") + empty) }
            } else if property.hasObject {
                guard property.text.allSatisfy(Self.isSpace) else {
                    throw Mistake("text and an element stand side by side")
                }
            } else {
                let text = String(decoding: property.text, as: UTF8.self)
                say(property, Self.literal(text, property.datatype, frame.language))
            }
        }
    }

    mutating func characters(_ bytes: UnsafeRawBufferPointer) throws(Mistake) {
        let index = frames.count - 1
        switch frames[index].kind {
        case .literal(let property, var literal):
            frames[index].kind = .document
            literal.characters(bytes)
            frames[index].kind = .literal(property, literal)
        case .property(var property) where !property.isEmpty && property.listEnd == nil:
            frames[index].kind = .document
            property.text.append(contentsOf: bytes)
            frames[index].kind = .property(property)
        default:
            guard bytes.allSatisfy(Self.isSpace) else {
                throw Mistake(
                    "text stands where an element should", hint: "text belongs into the element of a property")
            }
        }
    }

    mutating func comment(_ text: String) { withLiteral { $0.comment(text) } }

    mutating func instruction(_ target: String, _ text: String) { withLiteral { $0.instruction(target, text) } }

    private mutating func withLiteral(_ use: (inout XMLLiteral) -> Void) {
        guard case .literal(let property, var literal) = top.kind else { return }
        use(&literal)
        frames[frames.count - 1].kind = .literal(property, literal)
    }

    // MARK: Nodes

    /// The element of a node, whose frame is on top: its name in the output.
    @discardableResult
    private mutating func beginNode(_ name: XMLName, _ attributes: RDFAttributes) throws(Mistake) -> [UInt8] {
        if name.isOfRDF, name.local != "Description",
            RDFAttributes.isReserved(name.local)
                || name.local == "li"
        {
            throw Mistake("\(name.qualified) cannot be the element of a node")
        }
        guard attributes.resource == nil, attributes.datatype == nil, attributes.parseType == nil else {
            throw Mistake("rdf:resource, rdf:datatype and rdf:parseType belong to properties")
        }
        let names = [attributes.about, attributes.identifier, attributes.nodeID].compactMap { $0 }
        guard names.count <= 1 else { throw Mistake("a node has one of rdf:about, rdf:ID and rdf:nodeID") }
        let subject: [UInt8]
        if let about = attributes.about {
            subject = try iri(about)
        } else if let identifier = attributes.identifier {
            subject = try iri(identifier: identifier)
        } else if let label = attributes.nodeID {
            subject = try blankNode(label)
        } else {
            subject = freshBlankNode()
        }
        if !name.isRDF("Description") {
            guard !name.namespace.isEmpty else { throw Mistake("the element \(name.local) has no namespace") }
            write(subject + Self.rdf("type") + name.bracketed)
        }
        try say(attributes.properties, of: subject)
        frames[frames.count - 1].kind = .node(subject)
        return subject
    }

    private mutating func say(_ properties: [(name: XMLName, value: String)], of subject: [UInt8]) throws(Mistake) {
        for (name, value) in properties {
            let head = Self.head(subject, name.bracketed)
            if name.isRDF("type") {
                write(head + (try iri(value)))
            } else {
                write(head + Self.literal(value, nil, top.language))
            }
        }
    }

    // MARK: Properties

    private mutating func beginProperty(
        _ name: XMLName, _ attributes: RDFAttributes, of subject: [UInt8]
    ) throws(Mistake) {
        var predicate = name.bracketed
        if name.isOfRDF {
            if name.local == "Description" || RDFAttributes.isReserved(name.local) {
                throw Mistake("\(name.qualified) cannot be a property")
            }
            if name.local == "li" {
                frames[frames.count - 2].items += 1
                predicate = Self.bracketed(RDFVocabulary.namespace + "_\(frames[frames.count - 2].items)")
            }
        }
        guard !name.namespace.isEmpty else { throw Mistake("the element \(name.local) has no namespace") }
        guard attributes.about == nil else { throw Mistake("rdf:about belongs to nodes") }
        var property = Property(head: Self.head(subject, predicate))
        if let identifier = attributes.identifier { property.statement = try iri(identifier: identifier) }
        let index = frames.count - 1
        if let kind = attributes.parseType {
            guard attributes.resource == nil, attributes.nodeID == nil, attributes.datatype == nil,
                attributes.properties.isEmpty
            else { throw Mistake("beside rdf:parseType only rdf:ID may stand") }
            switch kind {
            case "Resource":
                let node = freshBlankNode()
                say(property, node)
                frames[index].kind = .node(node)
            case "Collection":
                property.listEnd = []
                frames[index].kind = .property(property)
            default: frames[index].kind = .literal(property, XMLLiteral())
            }
            return
        }
        if let datatype = attributes.datatype {
            guard attributes.resource == nil, attributes.nodeID == nil, attributes.properties.isEmpty else {
                throw Mistake("beside rdf:datatype only rdf:ID may stand")
            }
            property.datatype = try iri(datatype)
        }
        guard attributes.resource == nil || attributes.nodeID == nil else {
            throw Mistake("a property has one of rdf:resource and rdf:nodeID")
        }
        if attributes.resource != nil || attributes.nodeID != nil || !attributes.properties.isEmpty {
            let node: [UInt8]
            if let resource = attributes.resource {
                node = try iri(resource)
            } else if let label = attributes.nodeID {
                node = try blankNode(label)
            } else {
                node = freshBlankNode()
            }
            say(property, node)
            try say(attributes.properties, of: node)
            property.isEmpty = true
            property.hasObject = true
        }
        frames[index].kind = .property(property)
    }

    /// Writes the triple of a property, and the statement about it where it has a name.
    private mutating func say(_ property: Property, _ object: [UInt8]) {
        output += property.head
        write(object)
        guard let statement = property.statement else { return }
        // An IRI and a blank node hold no space.
        let parts = property.head.split(separator: UInt8(ascii: " "))
        write(statement + Self.rdf("type") + Self.bracketed(RDFVocabulary.statement))
        write(statement + Self.rdf("subject") + parts[0])
        write(statement + Self.rdf("predicate") + parts[1])
        write(statement + Self.rdf("object") + object)
    }

    private mutating func write(_ triple: [UInt8]) {
        output += triple
        output += " .\n".utf8
    }

    // MARK: Terms

    private func iri(_ reference: String) throws(Mistake) -> [UInt8] {
        // What has a scheme means itself.
        if IRIReference.isAbsolute(reference) { return Self.bracketed(reference) }
        let resolved = String(decoding: Self.resolved(reference, top.base), as: UTF8.self)
        guard IRIReference.isAbsolute(resolved) else {
            throw Mistake(
                "the relative IRI “\(reference)” needs a base", hint: "write xml:base=\"…\" or give --base IRI")
        }
        return Self.bracketed(resolved)
    }

    /// The IRI of an `rdf:ID`, which stands once.
    private mutating func iri(identifier: String) throws(Mistake) -> [UInt8] {
        guard Self.isName(identifier) else { throw Mistake("rdf:ID is to be a name, not “\(identifier)”") }
        let iri = try iri("#" + identifier)
        guard identifiers.insert(iri).inserted else {
            throw Mistake("rdf:ID “\(identifier)” stands here a second time")
        }
        return iri
    }

    private func blankNode(_ label: String) throws(Mistake) -> [UInt8] {
        guard Self.isName(label) else { throw Mistake("rdf:nodeID is to be a name, not “\(label)”") }
        return Array((label.hasPrefix("genid-") ? "_:genid-" + label.dropFirst(5) : "_:" + label).utf8)
    }

    private mutating func freshBlankNode() -> [UInt8] {
        blankNodes += 1
        return Array("_:genid-\(blankNodes)".utf8)
    }
}
