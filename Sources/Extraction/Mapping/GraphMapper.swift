import RDF

/// Makes triples of a corpus, as docs/model.md lays down.
struct GraphMapper {
    let options: MappingOptions
    /// What was made so far, each once.
    private(set) var triples: Set<Triple> = []

    init(options: MappingOptions) { self.options = options }

    /// All triples of some records, each once, in the order of their terms.
    static func triples(of records: [(ReportKey, ReportRecord)], catalog: EntityCatalog, options: MappingOptions)
        -> [Triple]
    {
        var mapper = GraphMapper(options: options)
        var referredTo: Set<String> = []
        for (key, record) in records {
            mapper.add(record) { catalog.entity(key, $0)?.identifier }
            for local in record.referredTo {
                if let entity = catalog.entity(key, local) { referredTo.insert(entity.identifier) }
            }
        }
        for entity in catalog.entities {
            mapper.describe(
                entity.identifier, label: entity.label, otherLabels: entity.otherLabels, type: entity.type,
                isNamed: entity.kind == .named, isReferredTo: referredTo.contains(entity.identifier))
        }
        return mapper.triples.sorted(by: TripleOrder.precedes)
    }

    private var vocabulary: TercetVocabulary { options.vocabulary }

    private mutating func add(_ subject: Term, _ predicate: String, _ object: Term) {
        triples.insert(Triple(subject, .iri(predicate), object))
    }

    // MARK: Reports

    /// Adds what a record gives; `identifier` tells the end of a local entity's IRI.
    mutating func add(_ record: ReportRecord, identifier: (Int) -> String?) {
        let report = Term.iri(vocabulary.report + record.hash)
        if !options.factsOnly {
            let type = EntityClass.named("Report")
            add(report, RDFVocabulary.type, .iri(type.iri(vocabulary)))
            describe(type)
            if let title = record.title { add(report, DCTerms.title, .string(title)) }
            if let date = record.date { add(report, DCTerms.issued, TypedDate.term(date)) }
            add(report, DCTerms.source, .string(record.source))
        }
        let entities = record.entities.indices.map { local in
            identifier(local).map { Term.iri(vocabulary.entity + $0) }
        }
        var relations: Set<String> = []
        for claim in record.claims {
            add(claim, of: record, entities)
            relations.insert(claim.relation)
        }
        if !options.factsOnly {
            for relation in relations.sorted() { describe(relation: relation) }
        }
    }

    private func sentenceIRI(_ sentence: SentenceRecord, of record: ReportRecord) -> Term {
        .iri("\(vocabulary.report)\(record.hash)#char=\(sentence.range.lowerBound),\(sentence.range.upperBound)")
    }

    private mutating func add(_ sentence: SentenceRecord, of record: ReportRecord) -> Term {
        let node = sentenceIRI(sentence, of: record)
        add(node, NIF.referenceContext, .iri(vocabulary.report + record.hash))
        add(node, NIF.beginIndex, .integer(sentence.range.lowerBound))
        add(node, NIF.endIndex, .integer(sentence.range.upperBound))
        add(node, NIF.anchorOf, .string(sentence.text))
        return node
    }

    // MARK: Claims

    private func entityTerm(_ local: Int?, _ entities: [Term?]) -> Term? {
        local.flatMap { entities.indices.contains($0) ? entities[$0] : nil }
    }

    private func objectTerm(_ object: ObjectRecord, _ entities: [Term?]) -> Term? {
        switch object {
        case .entity(let local): entityTerm(local, entities)
        case .quantity(let quantity, _): TypedNumber.term(quantity.value)
        case .text(let text): .string(text)
        case .none: .literal(Literal("true", datatype: XSD.boolean))
        }
    }

    private mutating func add(_ claim: ClaimRecord, of record: ReportRecord, _ entities: [Term?]) {
        let subject = entityTerm(claim.subject, entities)
        let object = objectTerm(claim.object, entities)
        let relation = vocabulary.relation + claim.relation
        if claim.isFact, let subject, let object {
            add(subject, relation, object)
            if case .iri = object, options.description(of: claim.relation).isSymmetric {
                add(object, relation, subject)
            }
        }
        guard !options.factsOnly else { return }
        let node = Term.iri(vocabulary.claim + claim.id)
        add(node, RDFVocabulary.type, .iri(RDFVocabulary.statement))
        if let subject { add(node, RDFVocabulary.subject, subject) }
        add(node, RDFVocabulary.predicate, .iri(relation))
        if let object { add(node, RDFVocabulary.object, object) }
        let sentence = add(record.sentences[claim.sentence], of: record)
        add(node, PROV.wasDerivedFrom, sentence)
        add(node, NIF.beginIndex, .integer(claim.range.lowerBound))
        add(node, NIF.endIndex, .integer(claim.range.upperBound))
        addStatus(of: claim, to: node, entities)
        if case .quantity(let quantity, let counted) = claim.object { add(quantity, counted, to: node) }
        for qualifier in claim.qualifiers { add(qualifier, to: node, entities) }
        for content in claim.contents where record.claims.indices.contains(content) {
            add(node, vocabulary.property("content"), .iri(vocabulary.claim + record.claims[content].id))
        }
    }

    /// Certainty, polarity, tense and speaker, where they are not the defaults.
    private mutating func addStatus(of claim: ClaimRecord, to node: Term, _ entities: [Term?]) {
        if claim.certainty != .stated { add(node, vocabulary.property("certainty"), .string(claim.certainty.rawValue)) }
        if claim.polarity != .affirmed { add(node, vocabulary.property("polarity"), .string(claim.polarity.rawValue)) }
        if claim.tense == .future { add(node, vocabulary.property("tense"), .string(claim.tense.rawValue)) }
        // The innermost speaker says it; that others say so of him is a claim of its own, joined by its content.
        if let speaker = entityTerm(claim.attribution.first, entities) { add(node, PROV.wasAttributedTo, speaker) }
    }

    private mutating func add(_ quantity: Quantity, _ counted: Int?, to node: Term) {
        if let bound = quantity.bound { add(node, vocabulary.property("bound"), .string(bound.rawValue)) }
        if let upper = quantity.upperValue { add(node, vocabulary.property("upper"), TypedNumber.term(upper)) }
        if let unit = quantity.unit { add(node, vocabulary.property("unit"), .string(unit)) }
        if let phrase = quantity.quantityOf { add(node, vocabulary.property("quantityOf"), .string(phrase)) }
    }

    private mutating func add(_ qualifier: QualifierRecord, to node: Term, _ entities: [Term?]) {
        let name: String
        switch qualifier.kind {
        case .date:
            add(node, vocabulary.property("date"), TypedDate.term(qualifier.text))
            return
        case .place: name = "place"
        case .topic: name = "topic"
        case .recipient: name = "recipient"
        case .instrument: name = "instrument"
        case .reason: name = "reason"
        case .other(let preposition): name = NameForms.slug(preposition)
        }
        add(node, vocabulary.property(name), entityTerm(qualifier.entity, entities) ?? .string(qualifier.text))
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
        let node = Term.iri(vocabulary.entity + identifier)
        add(node, RDFS.label, .string(label))
        for label in otherLabels { add(node, SKOS.altLabel, .string(label)) }
        let type = EntityClass.named(type)
        add(node, RDFVocabulary.type, .iri(type.iri(vocabulary)))
        describe(type)
    }

    private mutating func describe(_ type: EntityClass) {
        let node = Term.iri(type.iri(vocabulary))
        guard !triples.contains(Triple(node, .iri(RDFS.label), .string(type.label))) else { return }
        add(node, RDFVocabulary.type, .iri(RDFS.classType))
        add(node, RDFS.label, .string(type.label))
        for label in type.otherLabels { add(node, SKOS.altLabel, .string(label)) }
        for parent in type.parents {
            let upper = EntityClass.named(parent)
            add(node, RDFS.subClassOf, .iri(upper.iri(vocabulary)))
            describe(upper)
        }
    }

    private mutating func describe(relation name: String) {
        let node = Term.iri(vocabulary.relation + name)
        let description = options.description(of: name)
        add(node, RDFVocabulary.type, .iri(RDFVocabulary.property))
        if description.isSymmetric { add(node, RDFVocabulary.type, .iri(OWL.symmetricProperty)) }
        add(node, RDFS.label, .string(description.label))
        for label in description.otherLabels where label != description.label {
            add(node, SKOS.altLabel, .string(label))
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
