import English

/// The clauses of a sentence: one analysis, from which claims and both kinds of tuples are rendered.
///
/// The rules run in one order: predicates with what they govern, links between clauses, then subjects and shared parts
/// from the top of the tree down, so that a rule may read its governor's finished clause.
package struct ClauseAnalysis: Sendable {
    /// The sentence's tree.
    package let tree: DependencyTree
    /// The clauses, in the order of their heads in the text.
    package var clauses: [Clause] = []
    /// The index of the clause that a token heads, or -1.
    package private(set) var clauseIndices: [Int]
    /// Indices of clauses, governors before what they govern.
    package private(set) var topDown: [Int] = []

    /// Reads the clauses of a sentence.
    package init(_ sentence: Sentence) { self.init(tree: DependencyTree(sentence)) }

    /// Reads the clauses of a tree.
    package init(tree: DependencyTree) {
        self.tree = tree
        clauseIndices = [Int](repeating: -1, count: tree.count)
        for token in 0..<tree.count {
            if let clause = PredicateRule.clause(at: token, in: tree) {
                clauseIndices[token] = clauses.count
                clauses.append(clause)
            }
        }
        linkClauses()
        for index in topDown {
            RelativeClauseRule.apply(to: index, in: &self)
            SharedSubjectRule.apply(to: index, in: &self)
            ControlRule.apply(to: index, in: &self)
            ExtractedSubjectRule.apply(to: index, in: &self)
            ParticipleRule.apply(to: index, in: &self)
            AdverbialSubjectRule.apply(to: index, in: &self)
            GerundRule.apply(to: index, in: &self)
            SharedObjectRule.apply(to: index, in: &self)
            PassiveRule.apply(to: index, in: &self)
        }
    }

    /// The clause headed by a token.
    package func clause(headedBy token: Int) -> Clause? {
        clauseIndices[token] >= 0 ? clauses[clauseIndices[token]] : nil
    }

    /// The innermost clause whose words a token belongs to, as an index.
    package func clauseIndex(containing token: Int) -> Int? {
        var at = token
        while at >= 0 {
            if clauseIndices[at] >= 0 { return clauseIndices[at] }
            at = tree.heads[at]
        }
        return nil
    }

    private mutating func linkClauses() {
        var depths = [Int](repeating: 0, count: clauses.count)
        for index in clauses.indices {
            let head = clauses[index].head
            if tree.heads[head] >= 0 { clauses[index].parent = clauseIndex(containing: tree.heads[head]) }
            var at = tree.heads[head]
            while at >= 0 {
                depths[index] += 1
                at = tree.heads[at]
            }
        }
        topDown = clauses.indices.sorted { (depths[$0], $0) < (depths[$1], $1) }
    }
}
