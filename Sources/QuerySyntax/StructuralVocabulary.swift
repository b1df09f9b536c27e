import RDF

/// What of the model is scaffolding and not content: `?s ?r ?o` of the `.q` language never ranges over it.
public struct StructuralVocabulary: Hashable, Sendable {
    /// What the IRI of every property of claims begins with.
    public let claimProperties: String

    /// The scaffolding of graphs under a namespace.
    public init(_ vocabulary: TercetVocabulary = TercetVocabulary()) {
        claimProperties = vocabulary.vocab
    }

    /// The predicates besides properties of claims that hold claims, sentences, reports, labels and types.
    public static let predicates = [
        RDFVocabulary.type, RDFVocabulary.subject, RDFVocabulary.predicate, RDFVocabulary.object, RDFS.label,
        RDFS.subClassOf, SKOS.altLabel, PROV.wasDerivedFrom, PROV.wasAttributedTo, NIF.beginIndex, NIF.endIndex,
        NIF.anchorOf, NIF.referenceContext, DCTerms.title, DCTerms.issued, DCTerms.source,
    ]

    /// The classes of relations, claims and classes themselves.
    public static let classes = [
        RDFVocabulary.statement, RDFVocabulary.property, OWL.symmetricProperty, RDFS.classType,
    ]

    /// Whether a predicate is scaffolding.
    public func isStructural(_ iri: String) -> Bool {
        iri.hasPrefix(claimProperties) || Self.predicates.contains(iri)
    }

    /// That a relation's variable is no structural predicate.
    func excludes(_ variable: Variable) -> Expression {
        .and(
            .not(.isIn(.variable(variable), Self.predicates.map { .term(.iri($0)) })),
            .not(
                .function(
                    "STRSTARTS", [.function("STR", [.variable(variable)]), .term(.string(claimProperties))])))
    }

    /// That a class's variable is none of the structural classes.
    func excludesClass(_ variable: Variable) -> Expression {
        .not(.isIn(.variable(variable), Self.classes.map { .term(.iri($0)) }))
    }
}
