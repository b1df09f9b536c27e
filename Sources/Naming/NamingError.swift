import QuerySyntax
import RDF

/// A name of a query that does not resolve to one thing of the graph.
public struct NamingError: Error, Hashable, Sendable {
    /// The message, with its place in the query and what to do.
    public var error: SyntaxError
    /// The name at fault; nil for a parameter without a value.
    public var name: Name?
    /// What it may mean, most facts first; empty where nothing has that name.
    public var candidates: [NameCandidate]
}

extension NamingError: CustomStringConvertible {
    /// The error for people, with the line and a caret run under the name.
    public var description: String { error.description }
}

/// Something that a name may mean.
public struct NameCandidate: Hashable, Sendable {
    /// The thing.
    public var term: Term
    /// Its label.
    public var label: String
    /// The label of its class, or nil where it has none.
    public var type: String?
    /// How many facts it stands in.
    public var facts: Int

    /// `"Lars Lind" (person, 2 facts)`
    public var description: String {
        let count = facts == 1 ? "1 fact" : "\(facts) facts"
        return "\"\(label)\" (\(type.map { $0 + ", " } ?? "")\(count))"
    }
}

/// What was read into a name that is nobody's exact label.
public struct NamingNote: Hashable, Sendable {
    /// The name as written.
    public var name: Name
    /// The label of what it is taken for.
    public var label: String
    /// What it is taken for.
    public var term: Term
    /// Whether nothing had the name, and it was made for what is written.
    public var isNew = false

    /// `“Lind” is read as “Lars Lind”`
    public var description: String {
        isNew ? "“\(name.text)” is a new relation" : "“\(name.text)” is read as “\(label)”"
    }
}

/// A query or another thing with its names resolved.
public struct Resolved<Value: Sendable>: Sendable {
    /// The thing.
    public var value: Value
    /// The names that were not exact, in order of appearance, each once.
    public var notes: [NamingNote]
}
