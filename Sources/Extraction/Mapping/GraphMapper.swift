import RDF

/// Makes triples of records and entities, as docs/model.md lays down.
struct GraphMapper {
    let options: MappingOptions
    /// What was made so far.
    private(set) var batch = StatementBatch()
    /// What the text under work alone gives.
    private var own: [StatementBatch.NumberedTriple] = []
    /// What others may give too.
    private var shared: [StatementBatch.NumberedTriple] = []

    init(options: MappingOptions) { self.options = options }

    /// All triples of some records, each once, in the order of their terms.
    static func triples(of records: [(ReportKey, ReportRecord)], catalog: EntityCatalog, options: MappingOptions)
        -> [Triple]
    {
        var mapper = GraphMapper(options: options)
        var referredTo: Set<String> = []
        for (key, record) in records {
            mapper.add(record) { catalog.entity(key, $0)?.identifier }
            mapper.endText()
            for local in record.referredTo {
                if let entity = catalog.entity(key, local) { referredTo.insert(entity.identifier) }
            }
        }
        for entity in catalog.entities {
            mapper.describe(
                entity.identifier, label: entity.label, otherLabels: entity.otherLabels, type: entity.type,
                isNamed: entity.kind == .named, isReferredTo: referredTo.contains(entity.identifier))
        }
        let batch = mapper.batch
        return Set(batch.triples.indices.map { batch.triple($0) }).sorted(by: TripleOrder.precedes)
    }

    private var vocabulary: TercetVocabulary { options.vocabulary }

    private mutating func add(_ subject: Int, _ predicate: String, _ object: Int) {
        own.append((subject, batch.number(ofIRI: predicate), object))
    }

    private mutating func add(_ subject: Int, _ predicate: String, _ object: Term) {
        add(subject, predicate, batch.add(object))
    }

    private mutating func addShared(_ subject: Int, _ predicate: String, _ object: Int) {
        shared.append((subject, batch.number(ofIRI: predicate), object))
    }

    private mutating func endShared() {
        batch.append(shared, isShared: true)
        shared.removeAll(keepingCapacity: true)
    }

    /// Ends what one text gives, of which several records may have been added.
    mutating func endText() {
        batch.append(own, isShared: false)
        own.removeAll(keepingCapacity: true)
    }

    // MARK: Reports

    /// The nodes of a record under work, by their indices in it.
    private struct Nodes {
        var report: Int
        var entities: [Int?]
        var claims: [Int]
        /// -1 for a sentence that no claim was met of.
        var sentences: [Int]
    }

    /// Adds what a record gives; `identifier` tells the end of a local entity's IRI.
    mutating func add(_ record: ReportRecord, identifier: (Int) -> String?) {
        let report = batch.number(ofIRI: vocabulary.report + record.hash)
        if !options.factsOnly {
            let type = EntityClass.named("Report")
            add(report, RDFVocabulary.type, batch.number(ofIRI: type.iri(vocabulary)))
            describe(type)
            if let title = record.title { add(report, DCTerms.title, .string(title)) }
            if let date = record.date { add(report, DCTerms.issued, TypedDate.term(date)) }
            add(report, DCTerms.source, .string(record.source))
        }
        var nodes = Nodes(
            report: report,
            entities: record.entities.indices.map { local in
                identifier(local).map { batch.add(.iri(vocabulary.entity + $0)) }
            },
            claims: record.claims.map { options.factsOnly ? 0 : batch.add(.iri(vocabulary.claim + $0.id)) },
            sentences: Array(repeating: -1, count: record.sentences.count))
        var relations: Set<String> = []
        for (index, claim) in record.claims.enumerated() {
            add(claim, nodes.claims[index], of: record, &nodes)
            relations.insert(claim.relation)
        }
        if !options.factsOnly {
            for relation in relations.sorted() { describe(relation: relation) }
        }
        endShared()
    }

    private mutating func node(ofSentence index: Int, of record: ReportRecord, _ nodes: inout Nodes) -> Int {
        if nodes.sentences[index] >= 0 { return nodes.sentences[index] }
        let sentence = record.sentences[index]
        let node = batch.add(
            .iri(
                "\(vocabulary.report)\(record.hash)#char=\(sentence.range.lowerBound),\(sentence.range.upperBound)"))
        nodes.sentences[index] = node
        add(node, NIF.referenceContext, nodes.report)
        add(node, NIF.beginIndex, .integer(sentence.range.lowerBound))
        add(node, NIF.endIndex, .integer(sentence.range.upperBound))
        add(node, NIF.anchorOf, .string(sentence.text))
        return node
    }

    // MARK: Claims

    private mutating func objectNode(_ object: ObjectRecord, _ nodes: Nodes) -> Int? {
        switch object {
        case .entity(let local): nodes.entities[local]
        case .quantity(let quantity, _): batch.add(TypedNumber.term(quantity.value))
        case .text(let text): batch.add(.string(text))
        case .none: batch.add(.literal(Literal("true", datatype: XSD.boolean)))
        }
    }

    private mutating func add(_ claim: ClaimRecord, _ node: Int, of record: ReportRecord, _ nodes: inout Nodes) {
        let subject = claim.subject.flatMap { nodes.entities[$0] }
        let object = objectNode(claim.object, nodes)
        let relation = vocabulary.relation + claim.relation
        if claim.isFact, let subject, let object {
            addShared(subject, relation, object)
            if case .iri = batch.terms[object], options.description(of: claim.relation).isSymmetric {
                addShared(object, relation, subject)
            }
        }
        guard !options.factsOnly else { return }
        add(node, RDFVocabulary.type, batch.number(ofIRI: RDFVocabulary.statement))
        if let subject { add(node, RDFVocabulary.subject, subject) }
        add(node, RDFVocabulary.predicate, batch.number(ofIRI: relation))
        if let object { add(node, RDFVocabulary.object, object) }
        let sentence = self.node(ofSentence: claim.sentence, of: record, &nodes)
        add(node, PROV.wasDerivedFrom, sentence)
        add(node, NIF.beginIndex, .integer(claim.range.lowerBound))
        add(node, NIF.endIndex, .integer(claim.range.upperBound))
        addStatus(of: claim, to: node, nodes)
        if case .quantity(let quantity, _) = claim.object { add(quantity, to: node) }
        for qualifier in claim.qualifiers { add(qualifier, to: node, nodes) }
        for content in claim.contents where nodes.claims.indices.contains(content) {
            add(node, vocabulary.property("content"), nodes.claims[content])
        }
    }

    /// Certainty, polarity, tense and speaker, where they are not the defaults.
    private mutating func addStatus(of claim: ClaimRecord, to node: Int, _ nodes: Nodes) {
        if claim.certainty != .stated { add(node, vocabulary.property("certainty"), .string(claim.certainty.rawValue)) }
        if claim.polarity != .affirmed { add(node, vocabulary.property("polarity"), .string(claim.polarity.rawValue)) }
        if claim.tense == .future { add(node, vocabulary.property("tense"), .string(claim.tense.rawValue)) }
        if claim.isDoubtful {
            add(node, vocabulary.property("doubtful"), .literal(Literal("true", datatype: XSD.boolean)))
        }
        // The innermost speaker says it; that others say so of him is a claim of its own, joined by its content.
        if let speaker = claim.attribution.first.flatMap({ nodes.entities[$0] }) {
            add(node, PROV.wasAttributedTo, speaker)
        }
    }

    private mutating func add(_ quantity: Quantity, to node: Int) {
        if let bound = quantity.bound { add(node, vocabulary.property("bound"), .string(bound.rawValue)) }
        if let upper = quantity.upperValue { add(node, vocabulary.property("upper"), TypedNumber.term(upper)) }
        if let unit = quantity.unit { add(node, vocabulary.property("unit"), .string(unit)) }
        if let phrase = quantity.quantityOf { add(node, vocabulary.property("quantityOf"), .string(phrase)) }
    }

    private mutating func add(_ qualifier: QualifierRecord, to node: Int, _ nodes: Nodes) {
        let property = vocabulary.property(NameForms.slug(qualifier.kind.name))
        if qualifier.kind == .date {
            add(node, property, TypedDate.term(qualifier.text))
            return
        }
        let entity = qualifier.entity.flatMap { nodes.entities[$0] }
        add(node, property, entity ?? batch.add(.string(qualifier.text)))
    }

    // MARK: Descriptions

    /// A named entity is described wherever it is mentioned, any other one where a claim refers to it.
    mutating func describe(_ entity: EntityIndex.LiveEntity) {
        describe(
            entity.identifier, label: entity.label, otherLabels: entity.otherLabels, type: entity.type,
            isNamed: entity.kind == .named, isReferredTo: entity.isReferredTo)
    }

    private mutating func describe(
        _ identifier: String, label: String, otherLabels: [String], type: String, isNamed: Bool, isReferredTo: Bool
    ) {
        guard !options.factsOnly, isNamed && type != "Date" || isReferredTo else { return }
        let node = batch.add(.iri(vocabulary.entity + identifier))
        addShared(node, RDFS.label, batch.add(.string(label)))
        for label in otherLabels { addShared(node, SKOS.altLabel, batch.add(.string(label))) }
        let type = EntityClass.named(type)
        addShared(node, RDFVocabulary.type, batch.number(ofIRI: type.iri(vocabulary)))
        describe(type)
        endShared()
    }

    private mutating func describe(_ type: EntityClass) {
        let node = batch.number(ofIRI: type.iri(vocabulary))
        addShared(node, RDFVocabulary.type, batch.number(ofIRI: RDFS.classType))
        addShared(node, RDFS.label, batch.add(.string(type.label)))
        for label in type.otherLabels { addShared(node, SKOS.altLabel, batch.add(.string(label))) }
        for parent in type.parents {
            let upper = EntityClass.named(parent)
            addShared(node, RDFS.subClassOf, batch.number(ofIRI: upper.iri(vocabulary)))
            describe(upper)
        }
    }

    private mutating func describe(relation name: String) {
        let node = batch.number(ofIRI: vocabulary.relation + name)
        let description = options.description(of: name)
        addShared(node, RDFVocabulary.type, batch.number(ofIRI: RDFVocabulary.property))
        if description.isSymmetric {
            addShared(node, RDFVocabulary.type, batch.number(ofIRI: OWL.symmetricProperty))
        }
        addShared(node, RDFS.label, batch.add(.string(description.label)))
        for label in description.otherLabels where label != description.label {
            addShared(node, SKOS.altLabel, batch.add(.string(label)))
        }
    }
}

extension ReportRecord {
    /// The local entities that its claims refer to: what the graph describes though it has no name.
    var referredTo: Set<Int> {
        var found: Set<Int> = []
        for claim in claims {
            if let subject = claim.subject { found.insert(subject) }
            if case .entity(let object) = claim.object { found.insert(object) }
            if let speaker = claim.attribution.first { found.insert(speaker) }
            for qualifier in claim.qualifiers where qualifier.kind != .date {
                if let entity = qualifier.entity { found.insert(entity) }
            }
        }
        return found
    }
}

/// Numbers as typed literals; never a floating-point one.
enum TypedNumber {
    /// `105` → `xsd:integer`, `7.4` → `xsd:decimal`, anything else a text.
    static func term(_ value: String) -> Term {
        var digits = value.utf8[...]
        if digits.first == UInt8(ascii: "-") { digits = digits.dropFirst() }
        let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let isNumber = parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } }
        guard isNumber, parts.count <= 2 else { return .string(value) }
        return .literal(Literal(value, datatype: parts.count == 1 ? XSD.integer : XSD.decimal))
    }
}

/// Dates as typed literals, by their form.
enum TypedDate {
    /// `2019-01-15` → `xsd:date`, `2019-01` → `xsd:gYearMonth`, `2019` → `xsd:gYear`, anything else a text.
    static func term(_ value: String) -> Term {
        let parts = value.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        let lengths = parts.map(\.count)
        guard parts.allSatisfy({ $0.allSatisfy { (0x30...0x39).contains($0) } }) else { return .string(value) }
        switch lengths {
        case [4, 2, 2]: return .literal(Literal(value, datatype: XSD.date))
        case [4, 2]: return .literal(Literal(value, datatype: XSD.gYearMonth))
        case [4]: return .literal(Literal(value, datatype: XSD.gYear))
        default: return .string(value)
        }
    }
}

/// The order of triples in an export.
enum TripleOrder {
    static func precedes(_ left: Triple, _ right: Triple) -> Bool {
        if left.subject != right.subject { return precedes(left.subject, right.subject) }
        if left.predicate != right.predicate { return precedes(left.predicate, right.predicate) }
        return precedes(left.object, right.object)
    }

    private static func precedes(_ left: Term, _ right: Term) -> Bool {
        switch (left, right) {
        case (.iri(let one), .iri(let other)): return one < other
        case (.blank(let one), .blank(let other)): return one < other
        case (.literal(let one), .literal(let other)):
            if one.lexicalForm != other.lexicalForm { return one.lexicalForm < other.lexicalForm }
            if one.datatype != other.datatype { return one.datatype < other.datatype }
            return (one.language ?? "") < (other.language ?? "")
        default: return rank(left) < rank(right)
        }
    }

    private static func rank(_ term: Term) -> Int {
        switch term {
        case .iri: 0
        case .blank: 1
        case .literal: 2
        }
    }
}
