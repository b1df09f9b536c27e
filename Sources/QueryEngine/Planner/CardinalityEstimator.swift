import GraphStore

/// Guesses at how many rows patterns give, from exact counts of their constants and the statistics of predicates.
struct CardinalityEstimator {
    let graph: Graph

    /// How many triples match a pattern for one row that binds some of its variables.
    func fanout(_ pattern: CompiledPattern, isBound: (Slot) -> Bool) -> Double {
        let limit = UInt32(graph.termCount)
        // A computed term is in no triple.
        for place in pattern.places { if let id = place.constant, id > limit { return 0 } }
        let count = Double(
            graph.count(
                pattern.subject.constant.map { TermID($0) }, pattern.predicate.constant.map { TermID($0) },
                pattern.object.constant.map { TermID($0) }))
        if count == 0 { return 0 }
        let isSubjectBound = pattern.subject.slot.map(isBound) ?? false
        let isPredicateBound = pattern.predicate.slot.map(isBound) ?? false
        let isObjectBound = pattern.object.slot.map(isBound) ?? false
        var rows = count
        if let predicate = pattern.predicate.constant {
            guard isSubjectBound || isObjectBound else { return rows }
            let statistics = graph.statistics(TermID(predicate))
            if isSubjectBound { rows /= Double(max(1, statistics.distinctSubjects)) }
            if isObjectBound { rows /= Double(max(1, statistics.distinctObjects)) }
            return rows
        }
        let nodes = max(1, Double(graph.termCount) / 2)
        if isSubjectBound { rows /= nodes }
        if isObjectBound { rows /= nodes }
        if isPredicateBound { rows /= Double(max(1, graph.predicates.count)) }
        return rows
    }

    /// How many ends a path has for one row that binds its subject, its object, or both.
    func pathFanout(_ isSubjectBound: Bool, _ isObjectBound: Bool) -> Double {
        switch (isSubjectBound, isObjectBound) {
        case (true, true): 0.5
        case (true, false), (false, true): 10
        case (false, false): Double(max(1, graph.count)) * 10
        }
    }
}
