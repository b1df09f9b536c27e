/// Why a query gave no result. Each case is something that a user can read and act on.
public enum QueryError: Error, Hashable, Sendable {
    /// The user stopped it (Ctrl-C).
    case cancelled
    /// It ran longer than `--timeout` allows; the limit in seconds.
    case timedOut(seconds: Double)
    /// Its tables outgrew `--memory-limit`; the limit in bytes.
    case outOfMemory(bytes: Int)
    /// A feature of SPARQL that the engine doesn't have; what it is.
    case unsupported(String)
    /// A name of the `.q` language reached the engine without having been resolved.
    case unresolvedName(String)
    /// A `$parameter` reached the engine without a value.
    case unboundParameter(String)
    /// A regular expression took more steps than allowed on one text.
    case regularExpressionTooCostly(pattern: String)
    /// The query holds more variables, patterns or nesting than the engine takes.
    case tooComplex(String)
}

extension QueryError: CustomStringConvertible {
    /// What happened and what to do, in one line without a full stop.
    public var description: String {
        switch self {
        case .cancelled: "the query was stopped"
        case .timedOut(let seconds):
            "the query ran longer than the time limit of \(Self.plain(seconds)) s; narrow it, or raise --timeout"
        case .outOfMemory(let bytes):
            "the query needs more memory than the limit of \(Self.megabytes(bytes)) MB; narrow it, or raise --memory-limit"
        case .unsupported(let feature): "\(feature) is not supported yet"
        case .unresolvedName(let name): "the name \"\(name)\" has not been resolved"
        case .unboundParameter(let name): "the parameter $\(name) has no value; give one with --param \(name)=…"
        case .regularExpressionTooCostly(let pattern):
            "the regular expression \"\(pattern)\" takes too many steps on some text; make it simpler"
        case .tooComplex(let what): "the query is too complex: \(what)"
        }
    }

    /// Whether a limit of time or memory stopped the query (exit code 3).
    public var isLimit: Bool {
        switch self {
        case .timedOut, .outOfMemory, .regularExpressionTooCostly, .tooComplex: true
        default: false
        }
    }

    private static func plain(_ seconds: Double) -> String {
        seconds == seconds.rounded() ? String(Int(seconds)) : String(seconds)
    }

    private static func megabytes(_ bytes: Int) -> Int { bytes / 1_048_576 }
}
