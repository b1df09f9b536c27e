/// Changes one arc of a tree after the other while the whole becomes better: what the arcs score by themselves, less what the tree
/// breaks of the rules below. A parser that scores each arc by itself gives a verb two subjects where each seems likely.
///
/// Source: R. McDonald and F. Pereira, Online Learning of Approximate Dependency Parsing Algorithms, 2006 (the search).
struct TreeSearch {
    /// What relations are to the rules.
    struct Kinds: OptionSet {
        let rawValue: UInt8
        static let subject = Kinds(rawValue: 1)
        static let object = Kinds(rawValue: 2)
        static let clause = Kinds(rawValue: 4)
        static let coordinator = Kinds(rawValue: 8)
        /// What a coordinator stands before: a conjunct, or the sentence.
        static let coordinated = Kinds(rawValue: 16)

        init(rawValue: UInt8) { self.rawValue = rawValue }

        init(relation: String) {
            self = []
            if ["nsubj", "nsubj:pass", "csubj", "csubj:pass"].contains(relation) { insert(.subject) }
            if relation == "obj" { insert(.object) }
            if relation == "ccomp" { insert(.clause) }
            if relation == "cc" { insert(.coordinator) }
            if relation == "conj" || relation == "root" { insert(.coordinated) }
        }
    }

    /// What breaking a rule costs, as a logarithm of probability: chosen on the development halves of EWT and GUM.
    private enum Cost {
        static let crossing: Float = 1
        static let secondSubject: Float = 2.5
        static let secondObject: Float = 2.5
        static let objectBesideClause: Float = 1
        static let strayCoordinator: Float = 1.5
    }

    /// Longer sentences stay as they are.
    private static let longest = 100
    /// Changes a sentence, at most.
    private static let changes = 6

    /// The arc of every position; that of the root (0) says nothing.
    private(set) var tree: [Arc]
    private let kinds: [Kinds]
    /// What a head has below it, reused from tree to tree.
    private var below: [Below]

    private struct Below {
        var subjects = 0
        var objects = 0
        var clauses = 0
    }

    /// A search from a tree; `kinds` of the model's relations.
    init(_ tree: [Arc], kinds: [Kinds]) {
        self.tree = tree
        self.kinds = kinds
        below = [Below](repeating: Below(), count: tree.count)
    }

    /// Searches until no change of one arc is worth it. The root's dependent stays.
    mutating func improve(_ choices: ArcChoices) {
        guard tree.count <= Self.longest + 1 else { return }
        var cost = cost()
        for _ in 0..<Self.changes where cost > 0 {
            var best: (gain: Float, position: Int, arc: Arc)?
            for position in tree.indices.dropFirst() where tree[position].head != 0 {
                let present = tree[position]
                for arc in choices[position] where arc.head != 0 {
                    // What breaks no rule at all would gain as much as this and no more.
                    guard arc.head != present.head || arc.relation != present.relation,
                        arc.score - present.score + cost > best?.gain ?? 1e-4, !isBelow(arc.head, position)
                    else { continue }
                    tree[position] = arc
                    let gain = arc.score - present.score + cost - self.cost()
                    tree[position] = present
                    if gain > best?.gain ?? 1e-4 { best = (gain, position, arc) }
                }
            }
            guard let best else { return }
            tree[best.position] = best.arc
            cost = self.cost()
        }
    }

    /// Whether a position is below another, or is it.
    private func isBelow(_ position: Int, _ other: Int) -> Bool {
        var at = position
        while at != 0, at != other { at = tree[at].head }
        return at == other
    }

    /// What the tree breaks.
    private mutating func cost() -> Float {
        for position in below.indices { below[position] = Below() }
        var cost: Float = 0
        for position in tree.indices.dropFirst() {
            let head = tree[position].head
            guard head != 0 else { continue }
            if isCrossed(position, head) { cost += Cost.crossing }
            let kind = kinds[tree[position].relation]
            if kind.contains(.subject) { below[head].subjects += 1 }
            if kind.contains(.object) { below[head].objects += 1 }
            if kind.contains(.clause) { below[head].clauses += 1 }
            if kind.contains(.coordinator), position > 1, position < head,
                !kinds[tree[head].relation].contains(.coordinated)
            {
                cost += Cost.strayCoordinator
            }
        }
        for head in below {
            if head.subjects > 1 { cost += Cost.secondSubject * Float(head.subjects - 1) }
            if head.objects > 1 { cost += Cost.secondObject * Float(head.objects - 1) }
            if head.objects > 0, head.clauses > 0 { cost += Cost.objectBesideClause }
        }
        return cost
    }

    /// Whether a word between the two hangs from one outside them.
    private func isCrossed(_ position: Int, _ head: Int) -> Bool {
        let (start, end) = (min(position, head), max(position, head))
        for between in start + 1..<end where tree[between].head < start || tree[between].head > end { return true }
        return false
    }
}
