import QueryEngine

/// What the user has set, with options or commands.
package struct Settings: Sendable {
    /// How results are printed; nil for the usual format.
    package var format: FormatName?
    /// Whether the time of each statement is shown.
    package var showsTime = false
    /// Whether each query is put into plain English above its answer.
    package var echoes = false
    /// Whether each query's SPARQL is shown above its answer.
    package var showsSPARQL = false
    /// Whether every row is shown, however many.
    package var showsAllRows = false
    /// Whether IRIs are shown where there are labels.
    package var showsIRIs = false
    /// The width of tables in character cells, or nil for the terminal's.
    package var width: Int?
    /// Seconds that a statement may take, or nil.
    package var timeout: Double?
    /// Bytes that a statement's tables may take, or nil.
    package var memoryLimit: Int?
    /// How often each query is run and measured (`--time`), or 0 where nothing is measured.
    package var runs = 0
    /// Values of `$parameters`, as typed.
    package var parameters: [String: String] = [:]

    /// What a statement may take.
    var limits: QueryLimits { QueryLimits(seconds: timeout, bytes: memoryLimit) }

    /// The settings that a session begins with.
    package init() {}

    /// The settings that the command line asks for.
    package init(_ options: ShellOptions) {
        format = options.format.flatMap { FormatName($0) }
        showsTime = options.showsTime
        showsAllRows = options.showsAllRows
        timeout = options.timeout
        runs = options.measures ? options.runs : 0
        memoryLimit = options.memoryLimit.map { $0 << 20 }
    }
}
