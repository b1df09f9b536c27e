/// The ids in one place of the triples of a slice.
public enum IDColumn: Sendable {
    /// The same id in each, since the pattern gave it.
    case constant(TermID, count: Int)
    /// The ids, one a triple.
    case values(ArraySlice<UInt32>)
    /// The same, as numbers in a table of the few different ids.
    case encoded(EncodedIDs)

    /// How many there are.
    @inlinable public var count: Int {
        switch self {
        case .constant(_, let count): count
        case .values(let values): values.count
        case .encoded(let ids): ids.count
        }
    }

    /// The id of the triple at an offset, from 0.
    @inlinable public subscript(_ offset: Int) -> TermID {
        switch self {
        case .constant(let id, _): id
        case .values(let values): TermID(values[values.startIndex + offset])
        case .encoded(let ids): TermID(ids[offset])
        }
    }
}

/// The triples that match a pattern: columns of ids, contiguous and sorted in one order.
///
/// A slice shares memory with the graph that it comes from and stays as it is when the graph changes.
public struct TripleSlice: Sendable {
    /// The order in which the triples are sorted.
    public let order: TripleOrder
    /// How many triples there are.
    public let count: Int
    /// The columns in the order's own sequence.
    let first: IDColumn
    let second: IDColumn
    let third: IDColumn

    /// Whether there is no triple.
    public var isEmpty: Bool { count == 0 }

    /// The subjects.
    public var subjects: IDColumn {
        switch order {
        case .spo: first
        case .pos: third
        case .osp, .pso: second
        }
    }

    /// The predicates.
    public var predicates: IDColumn {
        switch order {
        case .spo: second
        case .pos, .pso: first
        case .osp: third
        }
    }

    /// The objects.
    public var objects: IDColumn {
        switch order {
        case .spo, .pso: third
        case .pos: second
        case .osp: first
        }
    }

    /// The triple at an offset, from 0.
    public subscript(_ offset: Int) -> IDTriple {
        order.triple(first[offset].rawValue, second[offset].rawValue, third[offset].rawValue)
    }
}
