import RDF

/// The values of numbers and dates beside the ids of their terms, so that filters, sorting and aggregates read no text.
///
/// A bit a term says whether its value is here; those that are stand in the order of their ids.
struct ValueIndex: Sendable {
    /// Above all ids that were looked at.
    private(set) var bound: UInt32 = 1
    /// A bit an id.
    private var isPresent: [UInt64] = [0]
    /// How many values stand before each word of bits.
    private var before: [UInt32] = [0]
    private var values: [Int64] = []
    private var kinds: [UInt8] = []

    /// Reads the values of terms that were added since the last time.
    ///
    /// - Parameter isStopped: asked every few milliseconds; where it says yes, the rest is left for the next time.
    /// - Returns: false when it was stopped.
    /// - Complexity: O(terms added).
    @discardableResult
    mutating func extend(over terms: TermDictionary, isStopped: () -> Bool = { false }) -> Bool {
        let end = UInt32(terms.count + 1)
        guard end > bound else {
            // Terms were taken back; what stands for them would be wrong once their ids are given anew.
            if end < bound {
                self = ValueIndex()
                if end > bound { return extend(over: terms, isStopped: isStopped) }
            }
            return true
        }
        terms.withBodies { bodies in
            var id = bound
            while id < end {
                if id & 0xFFFF == 0, isStopped() { break }
                let word = Int(id &>> 6)
                if word == isPresent.count {
                    isPresent.append(0)
                    before.append(UInt32(values.count))
                }
                let affix = bodies.affixes[Int(id)]
                if affix >= Datatype.integer.rawValue, affix <= Datatype.dateTime.rawValue,
                    let value = IndexedValue(bodies(id), Datatype(rawValue: affix))
                {
                    isPresent[word] |= 1 &<< UInt64(id & 63)
                    values.append(value.bits)
                    kinds.append(value.kind.rawValue &<< 4 | value.scale)
                }
                id &+= 1
            }
            bound = id
        }
        return bound == end
    }

    /// The values by their addresses, which stay as long as this one is held.
    var view: View {
        View(
            bound: bound, isPresent: isPresent.withUnsafeBufferPointer { $0.baseAddress },
            before: before.withUnsafeBufferPointer { $0.baseAddress },
            values: values.withUnsafeBufferPointer { $0.baseAddress },
            kinds: kinds.withUnsafeBufferPointer { $0.baseAddress })
    }

    /// The values by their addresses.
    struct View {
        fileprivate let bound: UInt32
        fileprivate let isPresent: UnsafePointer<UInt64>?
        fileprivate let before: UnsafePointer<UInt32>?
        fileprivate let values: UnsafePointer<Int64>?
        fileprivate let kinds: UnsafePointer<UInt8>?

        /// The value of an id; nil when it is no number or date, or one that has to be read from its text.
        @inline(__always)
        subscript(_ id: UInt32) -> IndexedValue? {
            guard id < bound, let isPresent, let before, let values, let kinds else { return nil }
            let word = isPresent[Int(id &>> 6)]
            let bit = UInt64(1) &<< UInt64(id & 63)
            if word & bit == 0 { return nil }
            let place = Int(before[Int(id &>> 6)]) &+ (word & (bit &- 1)).nonzeroBitCount
            return IndexedValue(packedKind: kinds[place], bits: values[place])
        }
    }
}

/// The value of a number or date in one word.
package struct IndexedValue: Sendable, Hashable {
    /// What the word holds.
    package enum Kind: UInt8, Sendable {
        /// A whole number.
        case integer = 1
        /// A whole number to be divided by ten to the power of `scale`.
        case decimal
        /// The bits of a double, never NaN.
        case double
        /// The bits of a double that is a float's value, never NaN.
        case float
        /// Seconds since 1970 at the start of a date that has no time zone.
        case date
        /// The same in UTC, of a date that has a time zone.
        case zonedDate
        /// Seconds since 1970 of a date and time without time zone.
        case dateTime
        /// The same in UTC, with a time zone.
        case zonedDateTime
    }

    /// What `bits` holds.
    package var kind: Kind
    /// Digits behind the point of a decimal.
    package var scale: UInt8
    /// The value.
    package var bits: Int64

    /// Kind and scale in one byte, as the index keeps them.
    @inline(__always)
    fileprivate init(packedKind: UInt8, bits: Int64) {
        kind = Kind(rawValue: packedKind &>> 4) ?? .integer
        scale = packedKind & 15
        self.bits = bits
    }

    package init(kind: Kind, scale: UInt8 = 0, bits: Int64) {
        self.kind = kind
        self.scale = scale
        self.bits = bits
    }

    /// The value of a lexical form; nil when it isn't a plain form of the datatype, and has to be looked at closely.
    package init?(_ form: UnsafeBufferPointer<UInt8>, _ datatype: Datatype) {
        switch datatype {
        case .integer, .decimal, .double, .float:
            guard let digits = PlainNumber(form, allowsExponent: datatype == .double || datatype == .float) else {
                return nil
            }
            switch datatype {
            case .integer:
                guard !digits.hasPoint else { return nil }
                self.init(kind: .integer, bits: digits.coefficient)
            case .decimal:
                guard digits.scale <= 15 else { return nil }
                self.init(kind: .decimal, scale: UInt8(digits.scale), bits: digits.coefficient)
            default:
                // Correctly rounded only while both numbers of the quotient are exact.
                guard let value = digits.exactDouble else { return nil }
                let rounded = datatype == .float ? Double(Float(value)) : value
                // A quotient that was rounded to a double first may round to another float.
                if datatype == .float, rounded != value { return nil }
                self.init(
                    kind: datatype == .float ? .float : .double, bits: Int64(bitPattern: rounded.bitPattern))
            }
        case .date, .dateTime:
            guard let value = PlainDate(form, hasTime: datatype == .dateTime) else { return nil }
            switch (datatype, value.isZoned) {
            case (.date, false): self.init(kind: .date, bits: value.seconds)
            case (.date, true): self.init(kind: .zonedDate, bits: value.seconds)
            case (_, false): self.init(kind: .dateTime, bits: value.seconds)
            case (_, true): self.init(kind: .zonedDateTime, bits: value.seconds)
            }
        default: return nil
        }
    }

    /// Whether it is a number.
    @inline(__always)
    package var isNumber: Bool { kind.rawValue <= Kind.float.rawValue }

    /// The nearest double of a number; for a date the seconds.
    @inline(__always)
    package var doubleValue: Double {
        switch kind {
        case .double, .float: Double(bitPattern: UInt64(bitPattern: bits))
        case .decimal: Double(bits) / PlainNumber.powersOfTen[Int(scale)]
        default: Double(bits)
        }
    }

    /// Whether `doubleValue` is what correct rounding gives.
    @inline(__always)
    private var isExactlyRounded: Bool { kind != .decimal || bits.magnitude <= 1 << 53 }

    /// The sign of the difference of two values, or nil when they don't compare or only a close look can tell.
    @inline(__always)
    package static func compare(_ left: IndexedValue, _ right: IndexedValue) -> Int? {
        if left.kind == right.kind, left.scale == right.scale, left.kind != .float, left.kind != .double {
            return left.bits < right.bits ? -1 : left.bits > right.bits ? 1 : 0
        }
        guard left.isNumber, right.isNumber, left.isExactlyRounded, right.isExactlyRounded else { return nil }
        if left.kind == .float || right.kind == .float {
            guard left.kind == right.kind || left.kind == .double || right.kind == .double else { return nil }
        }
        let a = left.doubleValue
        let b = right.doubleValue
        if a < b { return -1 }
        if a > b { return 1 }
        // Exact numbers that round to one double may differ.
        return left.kind.rawValue >= Kind.double.rawValue || right.kind.rawValue >= Kind.double.rawValue ? 0 : nil
    }
}

/// A number as most are written: a sign, digits with an optional point between them, an exponent where one is allowed.
private struct PlainNumber {
    var coefficient: Int64 = 0
    var scale = 0
    var exponent = 0
    var hasPoint = false

    static let powersOfTen: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20,
        1e21, 1e22,
    ]

    init?(_ form: UnsafeBufferPointer<UInt8>, allowsExponent: Bool) {
        var index = 0
        let end = form.count
        var isNegative = false
        if index < end, form[index] == UInt8(ascii: "-") || form[index] == UInt8(ascii: "+") {
            isNegative = form[index] == UInt8(ascii: "-")
            index &+= 1
        }
        var digits = 0
        while index < end {
            let byte = form[index]
            if byte >= 48, byte <= 57 {
                coefficient = coefficient &* 10 &+ Int64(byte &- 48)
                digits &+= 1
                if hasPoint { scale &+= 1 }
            } else if byte == UInt8(ascii: "."), !hasPoint, digits > 0 {
                hasPoint = true
            } else {
                break
            }
            index &+= 1
        }
        guard digits > 0, digits <= 18, !hasPoint || scale > 0 else { return nil }
        if index < end {
            guard allowsExponent, form[index] | 0x20 == UInt8(ascii: "e") else { return nil }
            index &+= 1
            var isExponentNegative = false
            if index < end, form[index] == UInt8(ascii: "-") || form[index] == UInt8(ascii: "+") {
                isExponentNegative = form[index] == UInt8(ascii: "-")
                index &+= 1
            }
            guard index < end, end &- index <= 3 else { return nil }
            while index < end {
                guard form[index] >= 48, form[index] <= 57 else { return nil }
                exponent = exponent &* 10 &+ Int(form[index] &- 48)
                index &+= 1
            }
            if isExponentNegative { exponent = -exponent }
        }
        if isNegative {
            // Minus zero is a double of its own.
            if coefficient == 0, allowsExponent { return nil }
            coefficient = -coefficient
        }
    }

    /// The double, where one correctly rounded operation gives it.
    var exactDouble: Double? {
        guard coefficient.magnitude <= 1 << 53 else { return nil }
        let power = exponent - scale
        guard power >= -22, power <= 22 else { return nil }
        let value = Double(coefficient)
        return power < 0 ? value / PlainNumber.powersOfTen[-power] : value * PlainNumber.powersOfTen[power]
    }
}

/// A date as most are written: a year of four digits, no fraction of a second.
private struct PlainDate {
    var seconds: Int64
    var isZoned = false

    init?(_ form: UnsafeBufferPointer<UInt8>, hasTime: Bool) {
        func number(_ start: Int, _ count: Int) -> Int? {
            var value = 0
            for index in start..<start + count {
                guard form[index] >= 48, form[index] <= 57 else { return nil }
                value = value * 10 + Int(form[index] - 48)
            }
            return value
        }
        let length = hasTime ? 19 : 10
        guard form.count >= length, form[4] == UInt8(ascii: "-"), form[7] == UInt8(ascii: "-"), let year = number(0, 4),
            let month = number(5, 2), let day = number(8, 2), (1...12).contains(month), day >= 1,
            day <= GregorianCalendar.days(month, of: year)
        else { return nil }
        seconds = Int64(GregorianCalendar.daysSinceEpoch(year, month, day)) * 86400
        if hasTime {
            guard form[10] == UInt8(ascii: "T"), form[13] == UInt8(ascii: ":"), form[16] == UInt8(ascii: ":"),
                let hour = number(11, 2), let minute = number(14, 2), let second = number(17, 2), hour < 24,
                minute < 60, second < 60
            else { return nil }
            seconds += Int64(hour * 3600 + minute * 60 + second)
        }
        if form.count == length { return }
        isZoned = true
        if form.count == length + 1, form[length] == UInt8(ascii: "Z") { return }
        guard form.count == length + 6, form[length] == UInt8(ascii: "+") || form[length] == UInt8(ascii: "-"),
            form[length + 3] == UInt8(ascii: ":"), let hours = number(length + 1, 2),
            let minutes = number(length + 4, 2), hours < 14, minutes < 60
        else { return nil }
        let offset = Int64(hours * 3600 + minutes * 60)
        seconds += form[length] == UInt8(ascii: "+") ? -offset : offset
    }
}

extension Graph {
    /// Reads the values of terms that were added since the last time.
    mutating func indexValues() { values.extend(over: terms) }
}
