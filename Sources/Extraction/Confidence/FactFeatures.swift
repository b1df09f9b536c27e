import English
import Glibc

/// The features of a claim.
package struct FactFeatures: Hashable, Sendable {
    /// A value for each `FactFeature`.
    package let values: [Float]

    /// Reads them off the claim's sentence.
    init(of claim: Claim, in context: SentenceContext) {
        values = FactFeatureReader(claim, context).values
    }
}

/// What the features of one claim are read from.
private struct FactFeatureReader {
    private(set) var values = [Float](repeating: 0, count: FactFeature.allCases.count)

    private let context: SentenceContext
    private let claim: Claim
    /// The subject where it stands in the sentence.
    private let subject: Argument?
    /// The object where it is a phrase.
    private let object: Argument?
    /// The tokens of the object.
    private let objectSpan: Range<Int>
    /// The topmost token of the predicate; the subject's head where the claim has no words of its own.
    private let anchor: Int?

    private var tree: DependencyTree { context.tree }

    init(_ claim: Claim, _ context: SentenceContext) {
        self.claim = claim
        self.context = context
        subject = claim.subject.flatMap { $0.head.sentence == context.index ? $0 : nil }
        switch claim.object {
        case .phrase(let phrase), .quantity(_, let phrase?):
            object = phrase.head.sentence == context.index ? phrase : nil
            objectSpan = object?.span.clamped(to: 0..<context.tree.count) ?? 0..<0
        case .text(_, let span):
            object = nil
            objectSpan = span.clamped(to: 0..<context.tree.count)
        case .quantity(_, nil), .none:
            object = nil
            objectSpan = 0..<0
        }
        let depth = context.tree.depth
        anchor = claim.predicate.min { depth($0) < depth($1) } ?? subject?.head.token
        readArcs()
        readArguments()
        readClause()
        readBorders()
    }

    private mutating func set(_ feature: FactFeature, _ isSet: Bool) { values[feature.rawValue] = isSet ? 1 : 0 }

    private mutating func set(_ feature: FactFeature, odds probability: Float) {
        let bounded = min(max(probability, 0.018), 0.9991)
        values[feature.rawValue] = logf(bounded / (1 - bounded))
    }

    // MARK: The parser's doubt

    private mutating func readArcs() {
        set(.leastArcOfSubject, odds: leastArc(from: subject))
        set(.leastArcOfObject, odds: leastArc(from: object))
        var above: Float = 1
        var at = anchor ?? -1
        while at >= 0 {
            above = min(above, tree.tokens[at].probability)
            at = tree.heads[at]
        }
        set(.leastArcAbove, odds: above)
        let sum = tree.tokens.reduce(Float(0)) { $0 + logf(max($1.probability, 0.02)) }
        values[FactFeature.meanArc.rawValue] = sum / Float(max(tree.count, 1))
        values[FactFeature.sentenceLength.rawValue] = logf(Float(1 + tree.count))
    }

    /// The least probable arc from an argument up to where it meets the predicate, and from the predicate to there.
    private func leastArc(from argument: Argument?) -> Float {
        guard let anchor, let argument else { return 1 }
        return tree.arcs(from: argument.head.token, to: anchor).reduce(1) { min($0, tree.tokens[$1].probability) }
    }

    // MARK: Subject, relation, object

    private mutating func readArguments() {
        set(.isCopula, claim.relation == "is")
        set(.isOpen, !claim.isNamed)
        if let subject {
            let type = context.type(subject.head.token)
            set(.subjectIsUnknown, type == nil)
            set(.subjectIsPerson, type.map { EntityTypes.isPerson($0) } ?? false)
            set(.subjectIsPlace, type == "Place" || type == "City" || type == "Country")
            set(.subjectIsThing, type == "Thing")
        }
        if let object { set(.objectIsPronoun, context.mentions.mention(at: object.head)?.kind == .pronoun) }
    }

    // MARK: The clause

    private mutating func readClause() {
        guard let anchor, let index = context.analysis.clauseIndex(containing: anchor) else {
            set(.isOfNoClause, true)
            return
        }
        let clause = context.analysis.clauses[index]
        guard clause.head == anchor || claim.predicate.contains(clause.head) || clause.copulas.contains(anchor) else {
            set(.isOfNoClause, true)
            return
        }
        set(.isConjunct, clause.link == .conjunct)
        set(.isRelative, clause.link == .relativeClause)
        func isTold(_ token: Int) -> Bool {
            objectSpan.contains(token) || token == subject?.head.token || claim.predicate.contains(token)
                || claim.qualifiers.contains { $0.argument?.head.token == token }
        }
        set(.leavesOblique, clause.obliques.contains { $0.head > anchor && !isTold($0.head) })
        set(.leavesComplement, !tellsAct && clause.openComplements.contains { !isTold($0) })
        set(.leavesObject, clause.objects.contains { !isTold($0) && tree.labels[$0] != .conjunct })
    }

    /// "urged Malta to pay", "accused Malta of cheating": a qualifier tells to do or of doing what.
    private var tellsAct: Bool {
        claim.qualifiers.contains { qualifier in
            guard case .other(let word) = qualifier.kind, qualifier.argument == nil else { return false }
            return word == "to" || word == "of"
        }
    }

    // MARK: What stands around

    private mutating func readBorders() {
        let last = objectSpan.isEmpty ? claim.predicate.last : objectSpan.upperBound - 1
        guard let last, let anchor, last >= anchor, last + 1 < tree.count, tree.labels[last + 1] != .punctuation else {
            return
        }
        let next = last + 1
        // "tens of thousands of homes": the count has what it counts.
        set(.nextIsOf, tree.words[next] == "of" && !tellsAct && claim.relation != "hasCount")
        set(.nextIsTo, tree.words[next] == "to" && !tellsAct)
        set(.nextIsAdverb, ["ADV", "PART"].contains(tree.tokens[next].upos) && tree.words[next] != "to")
        if case .text = claim.object, claim.relation != "hasRole" { set(.textEndsEarly, true) }
    }
}
