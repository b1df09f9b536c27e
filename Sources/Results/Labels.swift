import GraphStore
import QueryEngine
import QuerySyntax
import RDF

/// The texts that people see for terms: the label of what has one, and never a bare IRI where a word will do.
public struct Labels: Sendable {
    private let graph: Graph
    private let label: TermID?
    /// Whether IRIs are shown although they have labels.
    public var showsIRIs: Bool

    /// The labels that a graph gives with `rdfs:label`.
    public init(_ graph: Graph, showsIRIs: Bool = false) {
        self.graph = graph
        self.showsIRIs = showsIRIs
        label = graph.id(of: .iri(RDFS.label))
    }

    /// The text for a term of a result: a literal's lexical form, the label of an IRI or its angle-bracketed form, a
    /// blank node's own label.
    public func text(_ id: TermID, _ terms: ResultTerms) -> String {
        if !showsIRIs, let label, let known = terms.graphID(id) {
            let labels = graph.match(known, label, nil)
            if !labels.isEmpty { return graph.text(labels.objects[0]) }
        }
        return terms.term(id).map(Labels.text) ?? ""
    }

    /// The text for a term without a label.
    public static func text(_ term: Term) -> String {
        switch term {
        case .iri(let iri): "<\(iri)>"
        case .blank(let label): "_:\(label)"
        case .literal(let literal): literal.lexicalForm
        }
    }
}
