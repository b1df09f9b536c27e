/// The number of a term in a graph's dictionary.
public struct TermID: RawRepresentable, Hashable, Comparable, Sendable {
    /// The number, from 1; 0 stands for no term.
    public let rawValue: UInt32

    /// The id of a number.
    @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// The id of a number.
    @inlinable public init(_ rawValue: UInt32) { self.rawValue = rawValue }

    /// No term: an unbound variable.
    public static let unbound = TermID(0)

    /// Whether there is a term.
    @inlinable public var isBound: Bool { rawValue != 0 }

    /// Order by number, which is the order in which terms were first met, not that of their texts.
    @inlinable public static func < (left: TermID, right: TermID) -> Bool { left.rawValue < right.rawValue }
}

/// What a term is.
public enum TermKind: UInt8, Hashable, Sendable {
    case iri, blank, literal
}

/// A triple of ids.
public struct IDTriple: Hashable, Sendable {
    /// The subject.
    public var subject: TermID
    /// The predicate.
    public var predicate: TermID
    /// The object.
    public var object: TermID

    /// A triple of three ids.
    @inlinable public init(_ subject: TermID, _ predicate: TermID, _ object: TermID) {
        self.subject = subject
        self.predicate = predicate
        self.object = object
    }
}
