/// One of the orders in which triples are sorted.
public enum TripleOrder: Int, Hashable, Sendable, CaseIterable {
    /// By subject, predicate, object.
    case spo
    /// By predicate, object, subject.
    case pos
    /// By object, subject, predicate.
    case osp
    /// By predicate, subject, object.
    case pso

    /// The ids of a triple in this order.
    @inlinable public func key(_ triple: IDTriple) -> (UInt32, UInt32, UInt32) {
        let (s, p, o) = (triple.subject.rawValue, triple.predicate.rawValue, triple.object.rawValue)
        switch self {
        case .spo: return (s, p, o)
        case .pos: return (p, o, s)
        case .osp: return (o, s, p)
        case .pso: return (p, s, o)
        }
    }

    /// The triple of three ids in this order.
    @inlinable public func triple(_ first: UInt32, _ second: UInt32, _ third: UInt32) -> IDTriple {
        switch self {
        case .spo: IDTriple(TermID(first), TermID(second), TermID(third))
        case .pos: IDTriple(TermID(third), TermID(first), TermID(second))
        case .osp: IDTriple(TermID(second), TermID(third), TermID(first))
        case .pso: IDTriple(TermID(second), TermID(first), TermID(third))
        }
    }
}
