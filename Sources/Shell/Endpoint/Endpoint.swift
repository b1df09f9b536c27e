import CTransfer
import Glibc
import QueryEngine
import QuerySyntax
import RDF

/// A SPARQL 1.1 endpoint that queries are sent to.
///
/// Queries are sent as a form, which every endpoint takes: Virtuoso 7 never answers one that is the body itself.
/// Source: SPARQL 1.1 Protocol, section 2.1.2, "query via POST with URL-encoded parameters".
package struct Endpoint: Hashable, Sendable {
    /// Where it is.
    package var url: String

    /// An endpoint; nil when the text is no address of one.
    package init?(url: String) {
        let lowered = url.lowercased()
        guard lowered.hasPrefix("http://") || lowered.hasPrefix("https://"), url.utf8.allSatisfy({ $0 > 0x20 }) else {
            return nil
        }
        self.url = url
    }

    /// Seconds until there must be a connection.
    private static let connectionSeconds = 10.0
    /// Seconds without a byte after which an endpoint is given up, unless the user says how long an answer may take.
    static let longestSilence = 30.0
    /// More than this is not taken of one answer, unless the user allows it.
    private static let usualBytes = 1 << 30

    /// Sends a query.
    ///
    /// - Parameters:
    ///   - query: SPARQL.
    ///   - accept: the media types of the answer that are understood.
    ///   - seconds: how long it may take; nil for as long as something comes every half a minute.
    ///   - bytes: how long the answer may be, or nil for a gigabyte.
    /// - Throws: `Failure` that says what went wrong on the way or what the endpoint answered instead.
    func send(_ query: String, accept: String, seconds: Double?, bytes: Int?) throws(Failure) -> [UInt8] {
        let form = "query=" + Self.percentEncoded(query)
        let received = Received(limit: bytes ?? Self.usualBytes)
        var outcome = tercet_transfer_outcome()
        url.withCString { url in
            form.withCString { body in
                accept.withCString { accept in
                    "application/x-www-form-urlencoded".withCString { type in
                        "tercet/\(Version.number)".withCString { agent in
                            var request = tercet_transfer_request()
                            request.url = url
                            request.body = body
                            request.body_count = form.utf8.count
                            request.content_type = type
                            request.accept = accept
                            request.agent = agent
                            request.timeout = Int((seconds ?? 0) * 1000)
                            request.longest_silence = seconds == nil ? Int(Self.longestSilence) : 0
                            request.connect_timeout = Int(
                                min(seconds ?? Self.connectionSeconds, Self.connectionSeconds) * 1000)
                            outcome = tercet_transfer_post(
                                &request,
                                { context, bytes, count in
                                    guard let context, let bytes else { return false }
                                    return Unmanaged<Received>.fromOpaque(context).takeUnretainedValue().append(
                                        UnsafeRawBufferPointer(start: bytes, count: count))
                                }, Unmanaged.passUnretained(received).toOpaque(), { Interrupt.isPending })
                        }
                    }
                }
            }
        }
        try check(&outcome, received, seconds)
        return received.bytes
    }

    /// A text as the value of a form's field.
    private static func percentEncoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                bytes.append(byte)
            default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private final class Received {
        var bytes: [UInt8] = []
        let limit: Int
        var isTooLong = false

        init(limit: Int) { self.limit = limit }

        func append(_ piece: UnsafeRawBufferPointer) -> Bool {
            isTooLong = bytes.count + piece.count > limit
            if !isTooLong { bytes.append(contentsOf: piece) }
            return !isTooLong
        }
    }

    private func check(
        _ outcome: inout tercet_transfer_outcome, _ received: Received, _ seconds: Double?
    ) throws(Failure) {
        if Interrupt.isPending { throw Failure("interrupted", status: .interrupted) }
        if outcome.code == -1 { throw Failure("--endpoint needs libcurl (Debian's libcurl4)", status: .unreadable) }
        if received.isTooLong {
            throw Failure(
                "the answer of \(url) is longer than \(Numbers.grouped(received.limit >> 20)) MB\n"
                    + "  add a limit to the query, or allow more with --memory-limit", status: .limit)
        }
        if tercet_transfer_timed_out(&outcome) {
            throw Failure(
                seconds.map {
                    "\(url) gave no answer in time\n  --timeout allows more seconds; it was \(Numbers.duration($0))"
                }
                    ?? "\(url) was silent for too long\n  --timeout SECONDS says how long an answer may take",
                status: .limit)
        }
        guard outcome.code == 0 else {
            let text = withUnsafeBytes(of: outcome.message) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            throw Failure("cannot reach \(url): \(text)", status: .unreadable)
        }
        guard (200..<300).contains(outcome.status) else {
            let said = Self.firstLines(received.bytes)
            let whose = outcome.status < 500 ? "it does not take the query" : "it failed"
            throw Failure(
                "\(url) answered \(outcome.status): \(whose)" + (said.isEmpty ? "" : "\n  \(said)"),
                status: outcome.status < 500 ? .error : .unreadable)
        }
    }

    /// What an error page says, cut to what people read; markup is no help to them.
    private static func firstLines(_ bytes: [UInt8]) -> String {
        let text = String(decoding: bytes.prefix(2000), as: UTF8.self)
        guard !text.drop(while: \.isWhitespace).hasPrefix("<") else { return "" }
        let lines = text.split(whereSeparator: \.isNewline).prefix(3).map { $0.prefix(200) }
        return lines.joined(separator: "\n  ")
    }
}

/// Answers of an endpoint as terms.
///
/// Source: SPARQL 1.1 Query Results JSON Format.
enum EndpointResults {
    static let mediaType = "application/sparql-results+json"

    /// What an answer holds.
    enum Answer {
        case boolean(Bool)
        case rows([Variable], [[Term?]])
    }

    /// Reads an answer.
    ///
    /// - Throws: `Failure` when it is none.
    static func read(_ bytes: [UInt8], from url: String) throws(Failure) -> Answer {
        let value: JSONValue
        do throws(JSONValue.SyntaxError) {
            value = try JSONValue(bytes)
        } catch {
            let beginning =
                String(decoding: bytes.prefix(60), as: UTF8.self).split(whereSeparator: \.isNewline).first ?? ""
            throw Failure(
                "what \(url) answered is no SPARQL result in JSON: \(error)\n  it begins: \(beginning)",
                status: .unreadable)
        }
        if case .boolean(let answer) = value["boolean"] { return .boolean(answer) }
        guard let names = value["head"]?["vars"]?.array, let rows = value["results"]?["bindings"]?.array else {
            throw Failure("what \(url) answered is JSON, but no SPARQL result", status: .unreadable)
        }
        let variables = names.compactMap(\.string)
        var table: [[Term?]] = []
        table.reserveCapacity(rows.count)
        for row in rows {
            var cells: [Term?] = []
            for name in variables {
                guard let cell = row[name] else {
                    cells.append(nil)
                    continue
                }
                guard let term = term(cell) else {
                    throw Failure("a cell of what \(url) answered is no term: ?\(name)", status: .unreadable)
                }
                cells.append(term)
            }
            table.append(cells)
        }
        return .rows(variables.map { Variable($0) }, table)
    }

    private static func term(_ cell: JSONValue) -> Term? {
        guard let value = cell["value"]?.string else { return nil }
        switch cell["type"]?.string {
        case "uri": return .iri(value)
        case "bnode": return .blank(value)
        case "literal", "typed-literal":
            if let language = cell["xml:lang"]?.string { return .literal(Literal(value, language: language)) }
            if let datatype = cell["datatype"]?.string { return .literal(Literal(value, datatype: datatype)) }
            return .string(value)
        default: return nil
        }
    }
}
