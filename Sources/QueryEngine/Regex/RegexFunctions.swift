/// Compiled patterns of one evaluation, by pattern and flags.
struct RegexCache {
    private var compiled: [TextKey: XPathRegex?] = [:]
    private var lastKey: TextKey?
    private var last: XPathRegex?

    /// The compiled pattern, or nil when it isn't valid.
    mutating func regex(_ pattern: String, flags: String, _ watch: Watch?) -> XPathRegex? {
        let key = TextKey(flags + "/" + pattern)
        if key == lastKey { return last }
        let regex: XPathRegex?
        if let known = compiled[key] {
            regex = known
        } else {
            // A pattern that changes with each row must not fill the memory.
            if compiled.count >= 256 { compiled = [:] }
            regex = XPathRegex(pattern: pattern, flags: flags, watch: watch)
            compiled[key] = .some(regex)
        }
        lastKey = key
        last = regex
        return regex
    }
}

extension Evaluator {
    private func regex(
        _ arguments: [CompiledExpression], patternAt index: Int, flagsAt flagsIndex: Int, _ view: RowView, _ row: Int
    ) -> (XPathRegex, pattern: String)? {
        guard case .string(let pattern) = value(arguments[index], view, row) else { return nil }
        var flags = ""
        if arguments.count > flagsIndex {
            guard case .string(let given) = value(arguments[flagsIndex], view, row) else { return nil }
            flags = given
        }
        return regexes.regex(pattern, flags: flags, watch).map { ($0, pattern) }
    }

    /// Notes that a match has taken too long: by the limits of the query, or by those of one match.
    func noteTooCostly(_ pattern: String) {
        failure = watch?.look() ?? .regularExpressionTooCostly(pattern: pattern)
    }

    /// REGEX(text, pattern, flags).
    func regex(_ arguments: [CompiledExpression], _ view: RowView, _ row: Int) -> Value? {
        guard failure == nil, let text = value(arguments[0], view, row)?.stringText,
            let (regex, pattern) = regex(arguments, patternAt: 1, flagsAt: 2, view, row)
        else { return nil }
        hasWorkedMuch = true
        switch regex.matches(text) {
        case .match: return .boolean(true)
        case .noMatch: return .boolean(false)
        case .tooCostly:
            noteTooCostly(pattern)
            return nil
        }
    }

    /// REPLACE(text, pattern, replacement, flags).
    func replace(_ arguments: [CompiledExpression], _ view: RowView, _ row: Int) -> Value? {
        guard failure == nil, let source = value(arguments[0], view, row), let text = source.stringText,
            case .string(let replacement) = value(arguments[2], view, row),
            let (regex, pattern) = regex(arguments, patternAt: 1, flagsAt: 3, view, row)
        else { return nil }
        hasWorkedMuch = true
        let (result, outcome) = regex.replacing(in: text, with: replacement)
        if outcome == .tooCostly { noteTooCostly(pattern) }
        return result.flatMap { bounded(StringFunctions.string($0, like: source)) }
    }
}
