/// Commands that show and change settings.
enum SettingCommands {
    @Sendable static func format(session: Session, call: CommandCall) throws(Failure) {
        guard let name = call.arguments.first else {
            session.console.results.write("\(session.format.rawValue)\n")
            return
        }
        guard let format = FormatName(name) else {
            let suggestion = Suggestion.nearest(to: name, among: FormatName.names).map { "did you mean \($0)?" }
            throw Failure("no format is called \"\(name)\"\n  " + (suggestion ?? "there are \(FormatName.enumeration)"))
        }
        session.settings.format = format
    }

    @Sendable static func timer(session: Session, call: CommandCall) throws(Failure) {
        session.settings.showsTime = try flag(call, session.settings.showsTime, session)
    }

    @Sendable static func show(session: Session, call: CommandCall) throws(Failure) {
        guard call.rest.isEmpty else {
            let name = call.rest
            let isTerm = name.hasPrefix("\"") || name.hasPrefix("“") || name.hasPrefix("<")
            session.run("about " + (isTerm ? name : "\"\(name)\""))
            return
        }
        var listing = Listing(.init(title: "setting"), .init(title: "value"))
        listing.rows = [
            ["format", session.format.rawValue], ["timer", session.settings.showsTime ? "on" : "off"],
            ["timeout", session.settings.timeout.map { Numbers.duration($0) } ?? "none"],
            ["memory-limit", session.settings.memoryLimit.map { "\($0 >> 20) MB" } ?? "none"],
            ["width", session.settings.width.map(String.init) ?? "the terminal's"],
            ["all-rows", session.settings.showsAllRows ? "on" : "off"],
            ["iris", session.settings.showsIRIs ? "on" : "off"],
        ]
        for (name, value) in session.settings.parameters.sorted(by: { $0.key < $1.key }) {
            listing.rows.append(["$" + name, value])
        }
        listing.print(on: session.console, empty: "")
    }

    @Sendable static func output(session: Session, call: CommandCall) throws(Failure) {
        try session.redirect(to: call.arguments.first)
    }

    @Sendable static func last(session: Session, call: CommandCall) throws(Failure) {
        guard let answer = session.lastAnswer else { throw Failure("there is no answer yet; ask a query first") }
        session.startWatch()
        try session.write(answer, showsAllRows: true)
        try session.flushResults()
    }

    @Sendable static func width(session: Session, call: CommandCall) throws(Failure) {
        try set("width", call.arguments.first, session)
    }

    @Sendable static func parameter(session: Session, call: CommandCall) throws(Failure) {
        guard let first = call.arguments.first else {
            var listing = Listing(.init(title: "parameter"), .init(title: "value"))
            let names = Set(session.settings.parameters.keys).union(session.parameters.keys).sorted()
            listing.rows = names.map { ["$" + $0, session.settings.parameters[$0] ?? "(its default)"] }
            listing.print(
                on: session.console, empty: session.examples.fill("no parameters; .param who {name} makes one"))
            return
        }
        let name = first.hasPrefix("$") ? String(first.dropFirst()) : first
        var value = call.rest.dropFirst(first.count).drop(while: \.isWhitespace)
        if value.first == "=" { value = value.dropFirst().drop(while: \.isWhitespace) }
        session.settings.parameters[name] = value.isEmpty ? nil : String(value)
    }

    // MARK: Settings by name

    /// The settings that `.set` knows.
    static let names = ["format", "timer", "timeout", "memory-limit", "width", "all-rows", "iris"]

    @Sendable static func set(session: Session, call: CommandCall) throws(Failure) {
        guard let name = call.arguments.first else {
            try show(session: session, call: CommandCall(".show"))
            return
        }
        try set(name.lowercased(), call.arguments.dropFirst().first, session)
    }

    private static func set(_ name: String, _ value: String?, _ session: Session) throws(Failure) {
        switch name {
        case "format":
            if let value {
                try format(session: session, call: CommandCall(".format \(value)"))
            } else {
                session.settings.format = nil
            }
        case "timer": session.settings.showsTime = try isOn(value ?? "off", name)
        case "all-rows": session.settings.showsAllRows = try isOn(value ?? "off", name)
        case "iris": session.settings.showsIRIs = try isOn(value ?? "off", name)
        case "timeout": session.settings.timeout = try value.map { (text) throws(Failure) in try seconds(text) }
        case "memory-limit":
            session.settings.memoryLimit = try value.map { (text) throws(Failure) in try count(text, name) << 20 }
        case "width":
            session.settings.width = try value.map { (text) throws(Failure) in try count(text, name) }
        default:
            let suggestion = Suggestion.nearest(to: name, among: names).map { "did you mean \($0)?" }
            throw Failure(
                "no setting is called \"\(name)\"\n  " + (suggestion ?? "there are " + names.joined(separator: ", ")))
        }
    }

    private static func seconds(_ text: String) throws(Failure) -> Double {
        guard let seconds = Double(text), seconds > 0, seconds.isFinite else {
            throw Failure("timeout takes seconds above 0, not \"\(text)\"")
        }
        return seconds
    }

    private static func count(_ text: String, _ name: String) throws(Failure) -> Int {
        guard let count = Int(text), count > 0, count < 1 << 40 else {
            throw Failure("\(name) takes a number above 0, not \"\(text)\"")
        }
        return count
    }

    private static func isOn(_ text: String, _ name: String) throws(Failure) -> Bool {
        switch text.lowercased() {
        case "on", "yes", "true", "1": return true
        case "off", "no", "false", "0": return false
        default: throw Failure("\(name) takes on or off, not \"\(text)\"")
        }
    }

    /// `on`, `off` or, with nothing said, the other of the two; what it is now is said.
    static func flag(_ call: CommandCall, _ value: Bool, _ session: Session) throws(Failure) -> Bool {
        let result = try call.arguments.first.map { (text) throws(Failure) in try isOn(text, call.name) } ?? !value
        session.console.hint("\(call.name) is \(result ? "on" : "off")")
        return result
    }
}
