import RDF

/// What of the model is scaffolding and not content: `?s ?r ?o` of the `.q` language never ranges over it.
public struct StructuralVocabulary: Hashable, Sendable {
    /// The predicates that hold claims, sentences, reports, labels and types, in order.
    public let predicates: [String]
    /// The classes of relations, claims and classes themselves, in order.
    public let classes: [String]

    /// The scaffolding of graphs under a namespace.
    public init(_ vocabulary: TercetVocabulary = TercetVocabulary()) {
        let claimProperties = [
            "bound", "certainty", "content", "date", "instrument", "place", "polarity", "quantityOf", "reason",
            "recipient", "tense", "topic", "unit", "upper",
        ]
        predicates =
            [
                RDFVocabulary.type, RDFVocabulary.subject, RDFVocabulary.predicate, RDFVocabulary.object, RDFS.label,
                RDFS.subClassOf, SKOS.altLabel, PROV.wasDerivedFrom, PROV.wasAttributedTo, NIF.beginIndex,
                NIF.endIndex, NIF.anchorOf, NIF.referenceContext, DCTerms.title, DCTerms.issued, DCTerms.source,
            ] + claimProperties.map(vocabulary.property)
        classes = [RDFVocabulary.statement, RDFVocabulary.property, RDFS.classType]
    }

    /// That a relation's variable is none of the structural predicates.
    func excludes(_ variable: Variable) -> Expression {
        .not(.isIn(.variable(variable), predicates.map { .term(.iri($0)) }))
    }

    /// That a class's variable is none of the structural classes.
    func excludesClass(_ variable: Variable) -> Expression {
        .not(.isIn(.variable(variable), classes.map { .term(.iri($0)) }))
    }
}
