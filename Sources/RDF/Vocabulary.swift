/// IRIs of XML Schema datatypes.
public enum XSD {
    /// The namespace.
    public static let namespace = "http://www.w3.org/2001/XMLSchema#"
    /// `xsd:string`.
    public static let string = namespace + "string"
    /// `xsd:integer`.
    public static let integer = namespace + "integer"
    /// `xsd:decimal`.
    public static let decimal = namespace + "decimal"
    /// `xsd:double`.
    public static let double = namespace + "double"
    /// `xsd:float`.
    public static let float = namespace + "float"
    /// `xsd:boolean`.
    public static let boolean = namespace + "boolean"
    /// `xsd:date`.
    public static let date = namespace + "date"
    /// `xsd:dateTime`.
    public static let dateTime = namespace + "dateTime"
    /// `xsd:gYear`.
    public static let gYear = namespace + "gYear"
    /// `xsd:gYearMonth`.
    public static let gYearMonth = namespace + "gYearMonth"
}

/// IRIs of RDF's own vocabulary.
public enum RDFVocabulary {
    /// The namespace.
    public static let namespace = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    /// `rdf:type`.
    public static let type = namespace + "type"
    /// `rdf:Statement`: the class of claims.
    public static let statement = namespace + "Statement"
    /// `rdf:subject`.
    public static let subject = namespace + "subject"
    /// `rdf:predicate`.
    public static let predicate = namespace + "predicate"
    /// `rdf:object`.
    public static let object = namespace + "object"
    /// `rdf:Property`: the class of relations.
    public static let property = namespace + "Property"
    /// `rdf:langString`.
    public static let langString = namespace + "langString"
}

/// IRIs of RDF Schema.
public enum RDFS {
    /// The namespace.
    public static let namespace = "http://www.w3.org/2000/01/rdf-schema#"
    /// `rdfs:label`: one an entity, relation or class.
    public static let label = namespace + "label"
    /// `rdfs:subClassOf`.
    public static let subClassOf = namespace + "subClassOf"
    /// `rdfs:Class`.
    public static let classType = namespace + "Class"
}

/// IRIs of OWL.
public enum OWL {
    /// The namespace.
    public static let namespace = "http://www.w3.org/2002/07/owl#"
    /// `owl:SymmetricProperty`: the class of relations that hold in both directions.
    public static let symmetricProperty = namespace + "SymmetricProperty"
}

/// IRIs of SKOS.
public enum SKOS {
    /// The namespace.
    public static let namespace = "http://www.w3.org/2004/02/skos/core#"
    /// `skos:altLabel`: every surface form of an entity.
    public static let altLabel = namespace + "altLabel"
}

/// IRIs of PROV-O.
public enum PROV {
    /// The namespace.
    public static let namespace = "http://www.w3.org/ns/prov#"
    /// `prov:wasDerivedFrom`: claim → sentence.
    public static let wasDerivedFrom = namespace + "wasDerivedFrom"
    /// `prov:wasAttributedTo`: claim → who says so.
    public static let wasAttributedTo = namespace + "wasAttributedTo"
}

/// IRIs of the NLP Interchange Format.
public enum NIF {
    /// The namespace.
    public static let namespace = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
    /// `nif:beginIndex`, in code points.
    public static let beginIndex = namespace + "beginIndex"
    /// `nif:endIndex`, in code points, exclusive.
    public static let endIndex = namespace + "endIndex"
    /// `nif:anchorOf`: the text itself.
    public static let anchorOf = namespace + "anchorOf"
    /// `nif:referenceContext`: sentence → report.
    public static let referenceContext = namespace + "referenceContext"
}

/// IRIs of Dublin Core terms.
public enum DCTerms {
    /// The namespace.
    public static let namespace = "http://purl.org/dc/terms/"
    /// `dcterms:title`.
    public static let title = namespace + "title"
    /// `dcterms:issued`.
    public static let issued = namespace + "issued"
    /// `dcterms:source`.
    public static let source = namespace + "source"
}

/// IRIs of schema.org's types.
public enum Schema {
    /// The namespace.
    public static let namespace = "http://schema.org/"
}

/// The IRIs that tercet mints, under a namespace of the user's choice.
public struct TercetVocabulary: Hashable, Sendable {
    /// What every minted IRI begins with, `urn:tercet:` unless told.
    public let namespace: String

    /// The vocabulary under a namespace.
    public init(namespace: String = "urn:tercet:") { self.namespace = namespace }

    /// `…entity/`: people, organizations, places and other things.
    public var entity: String { namespace + "entity/" }
    /// `…relation/`: relations, by their camelCase name.
    public var relation: String { namespace + "relation/" }
    /// `…class/`: own classes, where no existing vocabulary has one.
    public var ownClass: String { namespace + "class/" }
    /// `…claim/`: claims, by hash.
    public var claim: String { namespace + "claim/" }
    /// `…report/`: reports, by the SHA-256 of their text.
    public var report: String { namespace + "report/" }
    /// `…vocab/`: properties of claims.
    public var vocab: String { namespace + "vocab/" }

    /// The IRI of a property of claims: `certainty`, `polarity`, `tense`, `unit`, `bound`, `upper`, `quantityOf`, `date`,
    /// `place`, `topic`, `recipient`, `instrument`, `reason`, `content`.
    public func property(_ name: String) -> String { vocab + name }
}
