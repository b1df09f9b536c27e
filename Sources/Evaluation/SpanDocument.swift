import RDF

/// A document with entities and relations marked as spans of its text, as re3d publishes them.
///
/// Source: re3d, Defence Science and Technology Laboratory, https://github.com/dstl/re3d: three files with an object of JSON a line.
public struct SpanDocument: Sendable {
    /// A marked entity.
    public struct Entity: Hashable, Sendable {
        /// Its place in the text, in code points, end-exclusive.
        public var range: Range<Int>
        /// `Organisation`, `Location`, `Person` …
        public var type: String
    }

    /// A marked relation between two phrases.
    public struct Relation: Hashable, Sendable {
        /// Where the first phrase stands, in code points.
        public var source: Range<Int>
        /// Where the second one stands.
        public var target: Range<Int>
        /// `BelongsTo`, `CoLocated` …
        public var type: String
    }

    /// Its identifier, 32 hexadecimal digits.
    public let name: String
    /// Its text.
    public let text: String
    /// The entities, in the order of the text, each once.
    public private(set) var entities: [Entity] = []
    /// The relations, in the order of the text, each once.
    public private(set) var relations: [Relation] = []

    /// Whether it belongs to the half of the documents that is read for errors; the other half is only measured.
    public var isOfFirstHalf: Bool {
        name.utf8.last.flatMap { Int(String(UnicodeScalar($0)), radix: 16) }.map { $0 % 2 == 0 } ?? true
    }

    /// Reads documents with what is marked in them; a span that lies outside its text is left out.
    ///
    /// - Throws: `JSONValue.SyntaxError` for a line that is no JSON.
    public static func documents(
        texts: String, entities: String, relations: String
    ) throws(JSONValue.SyntaxError) -> [SpanDocument] {
        var documents: [SpanDocument] = []
        var places: [String: Int] = [:]
        for line in try lines(texts) {
            guard let name = line["_id"]?.string, let text = line["text"]?.string else { continue }
            places[name] = documents.count
            documents.append(SpanDocument(name: name, text: text))
        }
        for line in try lines(entities) {
            guard let place = line["documentId"]?.string.flatMap({ places[$0] }), let type = line["type"]?.string,
                let range = documents[place].range(line, "begin", "end")
            else { continue }
            documents[place].entities.append(Entity(range: range, type: type))
        }
        for line in try lines(relations) {
            guard let place = line["documentId"]?.string.flatMap({ places[$0] }), let type = line["type"]?.string,
                let source = documents[place].range(line, "sourceBegin", "sourceEnd"),
                let target = documents[place].range(line, "targetBegin", "targetEnd")
            else { continue }
            documents[place].relations.append(Relation(source: source, target: target, type: type))
        }
        for place in documents.indices {
            documents[place].entities = Set(documents[place].entities).sorted {
                ($0.range.lowerBound, $0.range.upperBound, $0.type) < (
                    $1.range.lowerBound, $1.range.upperBound, $1.type
                )
            }
            documents[place].relations = Set(documents[place].relations).sorted {
                ($0.source.lowerBound, $0.target.lowerBound, $0.source.upperBound, $0.target.upperBound, $0.type)
                    < ($1.source.lowerBound, $1.target.lowerBound, $1.source.upperBound, $1.target.upperBound, $1.type)
            }
        }
        return documents.sorted { $0.name < $1.name }
    }

    private init(name: String, text: String) {
        self.name = name
        self.text = text
    }

    private func range(_ line: JSONValue, _ begin: String, _ end: String) -> Range<Int>? {
        guard case .number(let first)? = line[begin], case .number(let last)? = line[end], let lower = Int(first),
            let upper = Int(last), lower >= 0, lower < upper, upper <= text.unicodeScalars.count
        else { return nil }
        return lower..<upper
    }

    private static func lines(_ text: String) throws(JSONValue.SyntaxError) -> [JSONValue] {
        var values: [JSONValue] = []
        for line in text.split(separator: "\n") { values.append(try JSONValue(Array(line.utf8))) }
        return values
    }
}
