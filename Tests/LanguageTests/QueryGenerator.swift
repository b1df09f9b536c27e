/// Writes random `.q` texts over `World`: every construct of the translation table, in random company.
struct QueryGenerator {
    var numbers: Sequence64

    init(seed: UInt64) { numbers = Sequence64(seed: seed) }

    private let variables = ["?a", "?b", "?c"]

    /// A query, perhaps with the declarations that it needs before it, or a change of the graph.
    mutating func text() -> String {
        switch numbers.next() % 20 {
        case 0:
            return "param $who : entity = \(name()); $who \(relation()) ?b"
                + (numbers.chance(50) ? ", ?b \(relation()) ?c" : "")
        case 1: return "param $n : number = \(numbers.next() % 40); ?a holds ships ?m, ?m >= $n"
        case 2:
            let other = numbers.chance(50) ? "?x" : name()
            return "define ?x is at odds with ?y: ?x \(relation()) ?p, ?y \(relation()) ?p; ?a is at odds with \(other)"
        case 3: return "define ?x is a traveller: ?x visited ?p; ?a is a traveller, ?a \(relation()) ?b"
        case 4: return edit()
        default: return query()
        }
    }

    private mutating func edit() -> String {
        switch numbers.next() % 5 {
        case 0: return "add \(name()) backs \(name())"
        case 1: return "add ?a backs ?b where ?a \(relation()) ?b" + tail()
        case 2: return "remove \(numbers.chance(50) ? "_" : name()) \(relation()) \(numbers.chance(50) ? "_" : name())"
        case 3: return "remove ?a \(relation()) ?b where ?a \(relation()) ?b, ?a is a person"
        default: return "alias \"the other one\" = \(name())"
        }
    }

    mutating func query() -> String {
        switch numbers.next() % 12 {
        case 0: return "ask " + conjunction(of: 1 + Int(numbers.next() % 2))
        case 1: return "count ?a where ?a \(relation()) \(object()), " + conjunction(of: 1)
        case 2: return "about \(name())"
        case 3: return "why \(subject()) \(relation()) \(object())"
        case 4: return grouped()
        case 5: return "build ?a backs ?b where ?a \(relation()) ?b" + tail()
        case 6: return "find distinct ?a where ?a \(relation()) ?b" + tail() + order(["?a"])
        case 7: return "find ?a, ?b where ?a \(relation()) ?b" + tail() + order(["?a", "?b"])
        case 8: return body() + " limit \(1 + numbers.next() % 5)" + (numbers.chance(30) ? " offset 1" : "")
        default: return body()
        }
    }

    private mutating func grouped() -> String {
        if numbers.chance(30) {
            let function = numbers.pick(["sum", "avg", "min", "max"])
            return "find ?a, \(function)(?m) as ?n where ?a \(numbers.pick(World.counts)) ?m" + tail()
        }
        let function = numbers.pick(["count", "count", "list", "min", "max", "count(distinct"])
        let aggregate = function.hasSuffix("distinct") ? "count(distinct ?b)" : "\(function)(?b)"
        var text = "find ?a, \(aggregate) as ?n where ?a \(relation()) ?b" + tail()
        if numbers.chance(30) { text += " having count(?b) > \(numbers.next() % 3)" }
        if numbers.chance(50) { text += numbers.chance(50) ? " order by ?a" : " order by ?n desc, ?a" }
        return text
    }

    private mutating func order(_ variables: [String]) -> String {
        guard numbers.chance(50) else { return "" }
        return " order by " + numbers.pick(variables) + (numbers.chance(30) ? " desc" : "")
    }

    private mutating func body() -> String {
        let first = conjunction(of: 1 + Int(numbers.next() % 3))
        return numbers.chance(20) ? first + " or " + conjunction(of: 1) : first
    }

    private mutating func conjunction(of count: Int) -> String {
        var parts = [pattern()]
        for _ in 1..<max(count, 2) where count > 1 {
            parts.append(numbers.chance(30) ? "?a " + relation() + " ?c" : pattern())
        }
        return parts.joined(separator: numbers.chance(30) ? " and " : ", ") + (numbers.chance(40) ? tail() : "")
    }

    /// Conditions on `?a`, which every pattern binds.
    private mutating func tail() -> String {
        switch numbers.next() % 16 {
        case 0: return ", not ?a \(relation()) _"
        case 1: return ", maybe ?a \(relation()) ?d"
        case 2: return ", ?a ~ '\(numbers.pick(["har", "o", "^M", "union$", "envoy"]))'"
        case 3: return ", ?a in (\(name()), \(name()), \(name()))"
        case 4: return ", ?a != \(name())"
        case 5: return ", ?a is a \(numbers.pick(["person", "organization", "agent"]))"
        case 6: return ", (?a \(relation()) ?e or ?a \(relation()) _)"
        case 7: return ", ?a reported losses ?m, ?m in 5..30"
        case 8: return ", maybe (?a holds ships ?m, ?m > 10)"
        case 9: return ", ?a is a ?k"
        case 10: return ", maybe ?a holds ships ?m, let ?z = coalesce(?m, 0) * 2 + 1"
        case 11: return ", if strlen(str(?a)) > 20 || ?a = \(name())"
        case 12: return ", ?a has role ?role, ?role ~ '\(numbers.pick(["MAY", "c", "k$"]))'"
        case 13: return ", not (?a \(relation()) ?f and ?f \(relation()) _)"
        default: return ""
        }
    }

    private mutating func pattern() -> String {
        switch numbers.next() % 10 {
        case 0: return "?a ?r ?b"
        case 1: return "?a \(path()) \(object())"
        case 2:
            return
                "?a \(numbers.pick(["holds ships", "reported losses"])) ?n, ?n \(numbers.pick([">", "<", ">=", "<=", "!="])) \(numbers.next() % 50)"
        case 3, 4, 5: return "?a \(relation()) ?b [\(qualifiers())]"
        case 6: return "?a has role '\(numbers.pick(World.roles))'"
        default: return "?a \(relation()) \(object())"
        }
    }

    private mutating func path() -> String {
        switch numbers.next() % 6 {
        case 0: return "met/backs"
        case 1: return "(met|backs)+"
        case 2: return "^criticized/accepted"
        case 3: return "backs|^leads"
        case 4: return "visited*"
        default: return "met+"
        }
    }

    private mutating func qualifiers() -> String {
        var found: [String] = []
        for number in 0...(Int(numbers.next() % 2)) { found.append(qualifier(number)) }
        return found.joined(separator: ", ")
    }

    private mutating func qualifier(_ number: Int) -> String {
        let variable = "?q\(number)"
        switch numbers.next() % 22 {
        case 0: return "any"
        case 1: return "stated"
        case 2: return "hedged"
        case 3: return "not hedged"
        case 4: return "affirmed"
        case 5: return "negated"
        case 6: return "future"
        case 7: return "said by \(numbers.chance(50) ? variable : numbers.pick(World.people))"
        case 8: return "not said by _"
        case 9: return "on \(numbers.pick(World.days))"
        case 10: return "since \(numbers.pick(["2024-03-05", "2024", "2023-11"]))"
        case 11: return "before \(numbers.pick(["2024-03-05", "2024", "2024-04"]))"
        case 12: return "on \(variable)"
        case 13: return "in \(numbers.pick(World.places))"
        case 14: return "sentence \(variable)"
        case 15: return "sentence '\(numbers.pick(["harbour", "ferry", "1"]))'"
        case 16: return numbers.chance(50) ? "report \(variable)" : "in 'report.txt'"
        case 17: return "certainty \(variable)"
        case 18: return "polarity \(variable)"
        case 19: return "source \(variable)"
        case 20: return "published since 2024-04"
        default: return "as \(variable), place ?p\(number)"
        }
    }

    private mutating func subject() -> String { numbers.chance(60) ? "?a" : name() }

    private mutating func object() -> String {
        numbers.chance(50) ? "?b" : numbers.chance(20) ? "_" : name()
    }

    private mutating func relation() -> String { numbers.pick(World.relations) }

    private mutating func name() -> String {
        let name = numbers.pick(World.people + World.groups + World.things + World.places)
        return World.things.contains(name) ? "\"\(name)\"" : name
    }
}
