import QuerySyntax
import RDF

/// A plan as data, for `explain` and for tests that look at rows per node.
public struct PlanDescription: Hashable, Sendable {
    /// What the node does, such as `scan` or `hash join`.
    public var name: String
    /// What it does it with: the pattern, the condition, the keys.
    public var detail: String
    /// How many rows the planner expected.
    public var estimatedRows: Double
    /// How many rows came out; nil when the query was not evaluated or the node never ran.
    public var rows: Int?
    /// Seconds that the node and what is below it took; nil when the query was not evaluated or the node never ran.
    public var seconds: Double?
    /// The nodes that it takes its rows from.
    public var inputs: [PlanDescription]

    /// The node and all below it, in the order in which they are written.
    public var nodes: [PlanDescription] { [self] + inputs.flatMap(\.nodes) }

    /// The plan as an indented text, a node a line: expected rows, actual rows, milliseconds.
    public var lines: [String] {
        var numbers = "~\(Int(min(estimatedRows.rounded(), 1e18)))"
        if let rows { numbers += " → \(rows) rows" } else { numbers += " rows" }
        if let seconds { numbers += ", \(Self.milliseconds(seconds)) ms" }
        let head = detail.isEmpty ? name : "\(name) \(detail)"
        return ["\(head)  (\(numbers))"] + inputs.flatMap { $0.lines.map { "  " + $0 } }
    }

    /// Milliseconds with three digits behind the point.
    private static func milliseconds(_ seconds: Double) -> String {
        ExactDecimal(coefficient: Int128((seconds * 1e6).rounded()), scale: 3).lexicalForm
    }
}

extension Plan {
    func description(planner: Planner, profile: Profile?) -> PlanDescription {
        var name: String
        var detail = ""
        var inputs: [Plan] = []
        func text(_ slot: Slot) -> String { planner.slotNames[slot].map { "?" + $0 } ?? "?·\(slot)" }
        func text(_ place: PatternPlace) -> String {
            switch place {
            case .slot(let slot): text(slot)
            case .constant(let id): planner.shortText(id)
            }
        }
        func isStart(_ input: Plan) -> Bool {
            if case .seed = input.operation { input.schema.slots.isEmpty } else { false }
        }
        switch operation {
        case .seed: name = schema.slots.isEmpty ? "start" : "outer rows"
        case .table(let batch): (name, detail) = ("values", "\(batch.count) rows")
        case .match(let input, let pattern, let graph, let onlyExistence):
            let isScan = isStart(input)
            name = isScan ? "scan" : onlyExistence ? "index semi-join" : "index join"
            detail = pattern.places.map(text).joined(separator: " ")
            if case .named(let index) = graph { detail += " in graph \(index + 1)" }
            if !isScan { inputs = [input] }
        case .intersection(let input, let slot, let patterns, _):
            name = "intersect"
            detail =
                text(slot) + ": "
                + patterns.map { $0.places.map(text).joined(separator: " ") }.joined(separator: ", ")
            if !isStart(input) { inputs = [input] }
        case .path(let input, let subject, _, let object, _, _):
            (name, detail, inputs) = ("path", "\(text(subject)) … \(text(object))", [input])
        case .filter(let input, let condition):
            (name, inputs) = ("filter", [input] + condition.exists.map(\.plan))
            detail = condition.slots.sorted().map(text).joined(separator: " ")
            if case .not(.exists) = condition.expression { name = "anti-join" }
        case .extend(let input, let slot, let expression):
            (name, detail, inputs) = ("bind", text(slot), [input] + expression.exists.map(\.plan))
        case .hashJoin(let left, let right):
            (name, inputs) = ("hash join", [left, right])
            detail = left.schema.slots.filter { right.schema.contains($0) }.map(text).joined(separator: " ")
        case .hashLeftJoin(let left, let right, _):
            (name, inputs) = ("optional hash join", [left, right])
            detail = left.schema.slots.filter { right.schema.contains($0) }.map(text).joined(separator: " ")
        case .seededLeftJoin(let left, let right, _, _, _): (name, inputs) = ("optional", [left, right])
        case .seededUnion(let input, let plans):
            name = "union"
            inputs = (planner.isSeed(input) ? [] : [input]) + plans
        case .minus(let left, let right): (name, inputs) = ("minus", [left, right])
        case .group(let input, let keys, let aggregates):
            (name, inputs) = ("group", [input])
            detail = keys.map(text).joined(separator: " ")
            if keys.isEmpty { detail = aggregates.map { text($0.slot) }.joined(separator: " ") }
        case .patternCount(let patterns, _, _):
            (name, detail) = ("count from index", patterns.first?.places.map(text).joined(separator: " ") ?? "")
        case .orderBy(let input, let keys, let first):
            (name, inputs) = (first == nil ? "sort" : "top \(first ?? 0)", [input])
            detail = keys.flatMap { $0.key.slots.sorted() }.map(text).joined(separator: " ")
        case .project(let input):
            (name, inputs) = ("project", [input])
            detail = schema.slots.map(text).joined(separator: " ")
        case .distinct(let input): (name, inputs) = ("distinct", [input])
        case .slice(let input, let offset, let limit):
            (name, inputs) = ("slice", [input])
            detail = (limit.map { "limit \($0)" } ?? "") + (offset > 0 ? " offset \(offset)" : "")
        }
        return PlanDescription(
            name: name, detail: detail, estimatedRows: estimate, rows: profile?.rows[node],
            seconds: profile?.seconds[node],
            inputs: inputs.map { $0.description(planner: planner, profile: profile) })
    }
}

extension Planner {
    /// A term as `explain` shows it: the end of an IRI, a literal cut short.
    func shortText(_ id: UInt32) -> String {
        if id == 0 { return "·" }
        switch terms.term(id) {
        case .iri(let iri):
            let name = iri.split(whereSeparator: { $0 == "/" || $0 == "#" }).last.map(String.init) ?? iri
            return name.isEmpty ? iri : name
        case .blank(let label): return "_:" + label
        case .literal(let literal):
            let text = literal.lexicalForm
            return "\"" + (text.count > 24 ? text.prefix(23) + "…" : text[...]) + "\""
        }
    }
}
