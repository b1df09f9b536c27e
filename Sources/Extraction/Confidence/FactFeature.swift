/// What may tell a right claim from a wrong one: what its confidence is computed from.
///
/// Of a hundred features that were tried these gained most (`Training/confidence.py`).
package enum FactFeature: Int, CaseIterable, Sendable {
    // How sure the parser is, as the logarithm of the odds, from -4 to 7: of the least probable arc between subject and
    // predicate, between object and predicate, above both; and the mean logarithm of the probability over the sentence.
    case leastArcOfSubject, leastArcOfObject, leastArcAbove, meanArc
    // The logarithm of one and the number of tokens.
    case sentenceLength
    // What the relation is, and whether no clause holds its words ("the French judge Holm").
    case isCopula, isOpen, isOfNoClause
    // Who or what the subject and the object are.
    case subjectIsPerson, subjectIsPlace, subjectIsThing, subjectIsUnknown, objectIsPronoun
    // Which clause it is.
    case isConjunct, isRelative
    // What the clause has that the claim leaves out.
    case leavesOblique, leavesComplement, leavesObject
    // What stands right behind the claim's words, so that more may belong to it.
    case nextIsOf, nextIsTo, nextIsAdverb
    // Whether what is said ends before its clause does.
    case textEndsEarly
}
