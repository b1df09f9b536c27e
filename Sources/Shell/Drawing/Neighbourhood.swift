import GraphStore
import RDF

/// What facts say of a thing, and of what they join it to, up to a depth.
struct Neighbourhood {
    /// A fact as a branch: from the thing above it to another thing or value.
    struct Branch {
        var relation: String
        /// Whether the thing above is the object.
        var isIncoming: Bool
        var label: String
        var type: String?
        var node: TermID
        var isValue: Bool
        /// Whether the fact ends with its relation: the crisis deepens.
        var isBare: Bool
        var branches: [Branch]
    }

    /// The thing in the middle.
    let center: TermID
    /// Its label.
    let label: String
    /// Its class.
    let type: String?
    /// Its facts.
    private(set) var branches: [Branch] = []
    /// How many facts were left out, since there are too many to be drawn.
    private(set) var leftOut = 0

    private static let widest = 40

    /// The neighbourhood of a thing.
    ///
    /// - Parameter depth: how many facts away; each thing is shown once, as near as it is.
    init(of center: TermID, depth: Int, in names: GraphNames) {
        self.center = center
        label = names.label(center)
        type = names.type(center)
        var seen: Set<TermID> = [center]
        branches = grow(center, depth: depth, names, &seen)
    }

    private mutating func grow(
        _ node: TermID, depth: Int, _ names: GraphNames, _ seen: inout Set<TermID>
    ) -> [Branch] {
        guard depth > 0 else { return [] }
        var found = facts(node, names).filter { $0.isValue || !seen.contains($0.node) }
        if found.count > Self.widest {
            leftOut += found.count - Self.widest
            found.removeLast(found.count - Self.widest)
        }
        // Nearer things come first: all of this ring is taken before the next one grows.
        for branch in found where !branch.isValue { seen.insert(branch.node) }
        for index in found.indices where !found[index].isValue {
            found[index].branches = grow(found[index].node, depth: depth - 1, names, &seen)
        }
        return found
    }

    private func facts(_ node: TermID, _ names: GraphNames) -> [Branch] {
        let graph = names.graph
        var found: [Branch] = []
        var seen: Set<[TermID]> = []
        for isIncoming in [false, true] {
            let slice = isIncoming ? graph.match(nil, nil, node) : graph.match(node, nil, nil)
            for index in 0..<slice.count {
                let triple = slice[index]
                guard names.isRelation(triple.predicate) else { continue }
                let other = isIncoming ? triple.subject : triple.object
                // A symmetric fact stands in both directions, and is one branch.
                guard seen.insert([triple.predicate, other]).inserted else { continue }
                let isValue = graph.kind(other) == .literal
                found.append(
                    Branch(
                        relation: names.label(triple.predicate), isIncoming: isIncoming, label: names.label(other),
                        type: isValue ? nil : names.type(other), node: other, isValue: isValue,
                        isBare: isValue && names.isNoObject(other), branches: []))
            }
        }
        return found.sorted {
            ($0.isIncoming ? 1 : 0, $0.relation, $0.label, $0.node)
                < ($1.isIncoming ? 1 : 0, $1.relation, $1.label, $1.node)
        }
    }
}

/// A neighbourhood as a tree of text.
struct NeighbourhoodTree {
    let style: Style
    let columns: Int

    /// The tree: `├─ holds hostages → 105`, `└─ backs ← United States (country)`.
    func text(_ neighbourhood: Neighbourhood) -> String {
        var text = style(.entity, neighbourhood.label)
        text += neighbourhood.type.map { style(.dim, " (\($0))") } ?? ""
        text += "\n"
        if neighbourhood.branches.isEmpty { text += "   no facts\n" }
        add(neighbourhood.branches, prefix: "", to: &text)
        if neighbourhood.leftOut > 0 { text += "… \(Numbers.counted(neighbourhood.leftOut, "more fact"))\n" }
        return text
    }

    private func add(_ branches: [Neighbourhood.Branch], prefix: String, to text: inout String) {
        for (index, branch) in branches.enumerated() {
            let isLast = index == branches.count - 1
            let arrow = branch.isIncoming ? "←" : "→"
            let head = prefix + (isLast ? "└─ " : "├─ ")
            let type = branch.type.map { " (\($0))" } ?? ""
            let room = max(12, columns - DisplayWidth.columns(head + branch.relation) - DisplayWidth.columns(type) - 4)
            let label = DisplayWidth.cut(branch.label, to: room)
            text += style(.dim, head) + style(.relation, branch.relation)
            if branch.isBare {
                text += "\n"
                continue
            }
            text += " \(arrow) "
            text += branch.isValue ? style(.number, label) : style(.entity, label)
            text += style(.dim, type) + "\n"
            add(branch.branches, prefix: prefix + (isLast ? "   " : "│  "), to: &text)
        }
    }
}

/// A neighbourhood in Graphviz's language.
///
/// Source: graphviz.org/doc/info/lang.html.
struct NeighbourhoodDot {
    /// The digraph.
    func text(_ neighbourhood: Neighbourhood) -> String {
        var text = """
            digraph tercet {
              graph [rankdir=LR, bgcolor="white", fontname="Helvetica"];
              node [shape=box, style="rounded,filled", fillcolor="#eef3fb", color="#5b7db1", fontname="Helvetica"];
              edge [color="#888888", fontname="Helvetica", fontsize=10];

            """
        text += "  n0 [label=\(quoted(neighbourhood.label)), fillcolor=\"#d6e4f7\", penwidth=2];\n"
        var next = 1
        add(neighbourhood.branches, from: 0, &next, to: &text)
        return text + "}\n"
    }

    private func add(_ branches: [Neighbourhood.Branch], from parent: Int, _ next: inout Int, to text: inout String) {
        for branch in branches {
            let number = next
            next += 1
            let shape = branch.isValue ? ", shape=plaintext, style=\"\"" : ""
            text += "  n\(number) [label=\(quoted(branch.isBare ? "" : branch.label))\(shape)];\n"
            let (from, to) = branch.isIncoming ? (number, parent) : (parent, number)
            text += "  n\(from) -> n\(to) [label=\(quoted(branch.relation))];\n"
            add(branch.branches, from: number, &next, to: &text)
        }
    }

    private func quoted(_ text: String) -> String {
        let shown = text.count > 60 ? text.prefix(59) + "…" : text[...]
        return "\"" + shown.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: " ")
            + "\""
    }
}
