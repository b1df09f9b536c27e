import English
import Extraction

/// How many clauses land on a relation of the vocabulary.
///
/// A clause is a verb (or a copula) that at least one statement rests on; it lands on a named relation when one of its
/// statements does. Statements from noun phrases alone ("President Eva Holm") are no clauses.
public struct RelationFigures: Sendable {
    /// A clause with one of its statements.
    public struct Clause: Sendable {
        /// The report, as it was read.
        public let file: String
        /// Where the verb begins, in code points.
        public let begin: Int
        /// The statement.
        public let claim: Claim
        /// The words of the statement's subject and object, empty where there is none.
        public let subject: String
        /// See `subject`.
        public let object: String
        /// The sentence, in one line.
        public let sentence: String
    }

    /// Clauses on a named relation.
    public private(set) var named = Proportion()
    /// The clauses on a named relation, in the order of the reports and their text.
    public private(set) var clauses: [Clause] = []
    /// The clauses on none, in the same order.
    public private(set) var openClauses: [Clause] = []

    /// Figures of nothing.
    public init() {}

    /// Counts the clauses of a report.
    public mutating func add(_ report: ReportView) {
        let analysis = report.analysis
        var statements: [TokenReference: [Claim]] = [:]
        for claim in analysis.claims {
            let tokens = analysis.sentences[claim.sentence].tokens
            let predicate = claim.predicate.filter { tokens.indices.contains($0) }
            guard
                let verb = predicate.last(where: { tokens[$0].upos == "VERB" })
                    ?? predicate.last(where: { tokens[$0].upos == "AUX" })
            else { continue }
            statements[TokenReference(sentence: claim.sentence, token: verb), default: []].append(claim)
        }
        for (verb, claims) in statements.sorted(by: { $0.key < $1.key }) {
            let claim = claims.first(where: \.isNamed) ?? claims[0]
            named.count(claim.isNamed)
            let sentence = analysis.sentences[verb.sentence]
            let clause = Clause(
                file: analysis.source, begin: sentence.tokens[verb.token].range.lowerBound, claim: claim,
                subject: claim.subject.map { oneLine(report.words($0.span, in: $0.head.sentence)) } ?? "",
                object: oneLine(objectWords(of: claim, in: report)),
                sentence: report.words(0..<sentence.tokens.count, in: verb.sentence))
            if claim.isNamed { clauses.append(clause) } else { openClauses.append(clause) }
        }
    }

    private func objectWords(of claim: Claim, in report: ReportView) -> String {
        switch claim.object {
        case .phrase(let argument): report.words(argument.span, in: argument.head.sentence)
        case .quantity(let quantity, let argument):
            argument.map { report.words($0.span, in: $0.head.sentence) } ?? "\(quantity.value) \(quantity.unit ?? "")"
        case .text(let text, _): text
        case .none: ""
        }
    }
}
