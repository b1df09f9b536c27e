import RDF

/// The datatype of a literal, by a small number: those of XML Schema have fixed numbers, others one a dictionary.
public struct Datatype: RawRepresentable, Hashable, Sendable {
    /// The number.
    public let rawValue: UInt16

    /// The datatype of a number.
    @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// One that has no number of its own, since the dictionary has no room for another.
    public static let other = Datatype(rawValue: 0)
    /// `rdf:langString`, whatever the language.
    public static let langString = Datatype(rawValue: 3)
    /// `xsd:string`.
    public static let string = Datatype(rawValue: 4)
    /// `xsd:boolean`.
    public static let boolean = Datatype(rawValue: 5)
    /// `xsd:integer`.
    public static let integer = Datatype(rawValue: 6)
    /// `xsd:decimal`.
    public static let decimal = Datatype(rawValue: 7)
    /// `xsd:double`.
    public static let double = Datatype(rawValue: 8)
    /// `xsd:float`.
    public static let float = Datatype(rawValue: 9)
    /// `xsd:date`.
    public static let date = Datatype(rawValue: 10)
    /// `xsd:dateTime`.
    public static let dateTime = Datatype(rawValue: 11)
    /// `xsd:time`.
    public static let time = Datatype(rawValue: 12)
    /// `xsd:gYear`.
    public static let gYear = Datatype(rawValue: 13)
    /// `xsd:gYearMonth`.
    public static let gYearMonth = Datatype(rawValue: 14)
    /// `xsd:duration`.
    public static let duration = Datatype(rawValue: 15)
    /// `xsd:dayTimeDuration`.
    public static let dayTimeDuration = Datatype(rawValue: 16)
    /// `xsd:yearMonthDuration`.
    public static let yearMonthDuration = Datatype(rawValue: 17)

    /// The datatypes derived from `xsd:integer`, by the end of their IRIs, in the order of their numbers from 18.
    static let derivedFromInteger = [
        "nonPositiveInteger", "negativeInteger", "long", "int", "short", "byte", "nonNegativeInteger", "unsignedLong",
        "unsignedInt", "unsignedShort", "unsignedByte", "positiveInteger",
    ]

    /// The IRIs of the datatypes with fixed numbers, from `string` on.
    static let fixed: [String] =
        [
            "string", "boolean", "integer", "decimal", "double", "float", "date", "dateTime", "time", "gYear",
            "gYearMonth", "duration", "dayTimeDuration", "yearMonthDuration",
        ].map { XSD.namespace + $0 } + derivedFromInteger.map { XSD.namespace + $0 }

    /// Whether it is `xsd:integer` or derived from it.
    public var isInteger: Bool {
        self == .integer || (18..<18 + UInt16(Datatype.derivedFromInteger.count)).contains(rawValue)
    }

    /// Whether values of it are numbers: integers, decimals, floats and doubles.
    public var isNumeric: Bool {
        isInteger || self == .decimal || self == .double || self == .float
    }
}
