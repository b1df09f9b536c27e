import Glibc
import QuerySyntax
import RDF

/// The operators `=`, `!=`, `<` … and the order of ORDER BY.
///
/// Source: SPARQL 1.1 Query Language, sections 15.1, 17.3 and 17.4.1.7.
package enum ValueComparison {
    /// Whether a comparison holds, or nil for a type error.
    package static func compare(_ comparison: Comparison, _ left: Value, _ right: Value) -> Bool? {
        switch comparison {
        case .equal: equal(left, right)
        case .notEqual: equal(left, right).map { !$0 }
        default: order(left, right).map { $0.satisfies(comparison) } ?? unordered(left, right)
        }
    }

    /// NaN compares false with every number; other pairs without order are type errors.
    private static func unordered(_ left: Value, _ right: Value) -> Bool? {
        if case .number = left, case .number = right { return false }
        return nil
    }

    /// The order of two values of comparable types, or nil.
    package static func order(_ left: Value, _ right: Value) -> Ordering? {
        switch (left, right) {
        case (.number(let a), .number(let b)): Numeric.compare(a, b)
        case (.string(let a), .string(let b)): ByteOrder.compare(a, b)
        case (.languageString(let a, let first), .languageString(let b, let second))
        where ByteOrder.equalIgnoringCase(first, second):
            ByteOrder.compare(a, b)
        case (.boolean(let a), .boolean(let b)): Ordering(a ? 1 : 0, b ? 1 : 0)
        case (.temporal(let a), .temporal(let b)): Temporal.compare(a, b)
        case (.duration(let a), .duration(let b)):
            if a.months == b.months {
                Ordering(a.seconds, b.seconds)
            } else if a.seconds == b.seconds {
                Ordering(a.months, b.months)
            } else {
                nil
            }
        default: nil
        }
    }

    /// Whether two values are equal, or nil for a type error.
    package static func equal(_ left: Value, _ right: Value) -> Bool? {
        switch (left, right) {
        case (.number(let a), .number(let b)):
            return Numeric.compare(a, b).map { $0 == .equal } ?? false
        case (.string(let a), .string(let b)), (.iri(let a), .iri(let b)), (.blank(let a), .blank(let b)):
            return ByteOrder.equal(a, b)
        case (.boolean(let a), .boolean(let b)): return a == b
        case (.languageString(let a, let first), .languageString(let b, let second)):
            return ByteOrder.equal(a, b) && ByteOrder.equalIgnoringCase(first, second)
        case (.temporal(let a), .temporal(let b)):
            if let order = Temporal.compare(a, b) { return order == .equal }
            return a.kind == b.kind ? nil : false
        case (.duration(let a), .duration(let b)): return a.months == b.months && a.seconds == b.seconds
        case (.iri, _), (_, .iri), (.blank, _), (_, .blank): return false
        case (.other(let a), .other(let b)):
            if ByteOrder.equal(a.lexicalForm, b.lexicalForm), ByteOrder.equal(a.datatype, b.datatype) { return true }
            return nil
        case (.other, .languageString), (.languageString, .other): return false
        case (.other, _), (_, .other): return nil
        case (.languageString, _), (_, .languageString): return false
        // Literals of two types that the engine knows and that share no value.
        default: return false
        }
    }

    /// The total order of ORDER BY: unbound, blank nodes, IRIs, literals; literals by kind and value, then by form.
    package static func totalOrder(_ left: Value?, _ right: Value?) -> Ordering {
        guard let left else { return right == nil ? .equal : .less }
        guard let right else { return .greater }
        let ranks = Ordering(rank(left), rank(right))
        guard ranks == .equal else { return ranks }
        switch (left, right) {
        case (.iri(let a), .iri(let b)), (.blank(let a), .blank(let b)): return ByteOrder.compare(a, b)
        case (.number(let a), .number(let b)):
            if let order = Numeric.compare(a, b), order != .equal { return order }
            let first = a.doubleValue.isNaN
            let second = b.doubleValue.isNaN
            if first != second { return first ? .less : .greater }
        case (.temporal(let a), .temporal(let b)):
            let order = Temporal.compare(a, b) ?? Ordering(a.seconds, b.seconds)
            if order != .equal { return order }
        default:
            if let order = order(left, right), order != .equal { return order }
        }
        return termOrder(left, right)
    }

    private static func rank(_ value: Value) -> Int {
        switch value {
        case .blank: 0
        case .iri: 1
        case .number: 2
        case .string: 3
        case .languageString: 4
        case .boolean: 5
        case .temporal(let value): 6 + orderAmongTemporals(value)
        case .duration: 20
        case .other: 21
        }
    }

    /// The place of a date's datatype among those of dates; only dates of one place are compared as dates.
    static func orderAmongTemporals(_ value: Temporal) -> Int {
        value.kind.isDateTime ? 0 : 1 + value.kind.orderAmongKinds
    }

    /// A last order of literals by form, language and datatype, so that sorting doesn't depend on the input's order.
    private static func termOrder(_ left: Value, _ right: Value) -> Ordering {
        guard case .literal(let a) = left.term, case .literal(let b) = right.term else { return .equal }
        // Equal numbers and dates stay in the order in which they came: ORDER BY is stable.
        switch (left, right) {
        case (.number, .number), (.temporal, .temporal), (.boolean, .boolean): return .equal
        default: break
        }
        let forms = ByteOrder.compare(a.lexicalForm, b.lexicalForm)
        if forms != .equal { return forms }
        let languages = ByteOrder.compare(a.language ?? "", b.language ?? "")
        return languages != .equal ? languages : ByteOrder.compare(a.datatype, b.datatype)
    }
}

extension Temporal.Kind {
    /// A fixed place among the kinds, for the total order.
    fileprivate var orderAmongKinds: Int {
        switch self {
        case .dateTime, .dateTimeStamp: 0
        case .date: 1
        case .time: 2
        case .gYear: 3
        case .gYearMonth: 4
        case .gMonth: 5
        case .gMonthDay: 6
        case .gDay: 7
        }
    }
}

/// Comparison of texts by their code points. Swift's own `==` and `<` take canonically equivalent texts as one, which
/// RDF does not.
package enum ByteOrder {
    /// Whether two texts have the same code points.
    package static func equal(_ left: String, _ right: String) -> Bool {
        left.utf8.count == right.utf8.count && left.utf8.elementsEqual(right.utf8)
    }

    /// The order of two texts in UTF-8 by code points.
    @inline(__always)
    static func compare(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Ordering {
        let common = min(left.count, right.count)
        if common > 0, let a = left.baseAddress, let b = right.baseAddress {
            let order = memcmp(a, b, common)
            if order != 0 { return order < 0 ? .less : .greater }
        }
        return Ordering(left.count, right.count)
    }

    /// The order by code points.
    package static func compare(_ left: String, _ right: String) -> Ordering {
        var a = left.utf8.makeIterator()
        var b = right.utf8.makeIterator()
        while true {
            switch (a.next(), b.next()) {
            case (nil, nil): return .equal
            case (nil, _): return .less
            case (_, nil): return .greater
            case (let x?, let y?): if x != y { return x < y ? .less : .greater }
            }
        }
    }

    /// Whether two ASCII texts (language tags) are equal but for case.
    package static func equalIgnoringCase(_ left: String, _ right: String) -> Bool {
        func lower(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte | 32 : byte }
        return left.utf8.count == right.utf8.count
            && left.utf8.lazy.map(lower).elementsEqual(right.utf8.lazy.map(lower))
    }
}
