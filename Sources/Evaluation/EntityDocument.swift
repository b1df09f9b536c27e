import English

/// A document of a treebank with its layer of entities, as GUM writes it in the MISC column (`Entity=(1-person-…`).
///
/// Source: CorefUD 1.0, https://ufal.mff.cuni.cz/corefud; global.Entity = GRP-etype-infstat-….
public struct EntityDocument: Sendable {
    /// A mention of the gold layer.
    public struct GoldMention: Hashable, Sendable {
        /// The sentence's index in the document.
        public var sentence: Int
        /// The tokens of the phrase.
        public var span: Range<Int>
        /// The token of the span whose head stands outside it.
        public var head: Int
        /// GUM's type: person, organization, place, …
        public var type: String
        /// The entity's number in the document.
        public var entity: String
    }

    /// Its name, `GUM_news_iodine`.
    public let name: String
    /// Its sentences with their gold trees.
    public private(set) var sentences: [Sentence] = []
    /// Who speaks a sentence, by its index, where the treebank says so.
    public private(set) var speakers: [Int: String] = [:]
    /// The mentions, by their ends.
    public private(set) var mentions: [GoldMention] = []

    /// The genre, the second part of the name.
    public var genre: String { name.split(separator: "_").dropFirst().first.map(String.init) ?? "" }

    /// The genres that the figures are quoted on.
    public static let measuredGenres: Set<String> = ["news", "interview", "bio", "speech"]

    /// The documents of a CoNLL-U file whose genre is asked for; nil: all.
    ///
    /// - Throws: `CoNLLUError` for a malformed line.
    public static func documents(
        of text: String, genres: Set<String>? = measuredGenres
    ) throws(CoNLLUError) -> [EntityDocument] {
        var documents: [EntityDocument] = []
        for sentence in try CoNLLUReader().sentences(of: text) {
            if let name = comment("newdoc id", of: sentence) { documents.append(EntityDocument(name: name)) }
            guard !documents.isEmpty else { continue }
            documents[documents.count - 1].add(sentence)
        }
        return documents.filter { genres?.contains($0.genre) ?? true }
    }

    private init(name: String) { self.name = name }

    private static func comment(_ key: String, of sentence: CoNLLUSentence) -> String? {
        let lead = "# \(key) = "
        return sentence.comments.first { $0.hasPrefix(lead) }.map { String($0.dropFirst(lead.count)) }
    }

    private mutating func add(_ line: CoNLLUSentence) {
        var sentence = line.sentence
        sentence.startsLine = true
        let index = sentences.count
        sentences.append(sentence)
        if let speaker = Self.comment("speaker", of: line) { speakers[index] = speaker }
        var open: [(entity: String, type: String, start: Int)] = []
        for (token, field) in line.misc.enumerated() {
            guard let part = field.split(separator: "|").first(where: { $0.hasPrefix("Entity=") }) else { continue }
            for piece in Self.pieces(part.dropFirst("Entity=".count)) {
                let fields = piece.text.split(separator: "-", omittingEmptySubsequences: false)
                // A phrase in several parts carries their number: "12[1/2]".
                let entity = fields.first.map { String($0.prefix { $0 != "[" }) } ?? ""
                if piece.opens { open.append((entity, fields.count > 1 ? String(fields[1]) : "", token)) }
                if piece.closes, let last = open.lastIndex(where: { $0.entity == entity }) {
                    let one = open.remove(at: last)
                    let span = one.start..<token + 1
                    mentions.append(
                        GoldMention(
                            sentence: index, span: span, head: Self.head(of: span, in: sentence), type: one.type,
                            entity: entity))
                }
            }
        }
    }

    private static func head(of span: Range<Int>, in sentence: Sentence) -> Int {
        span.first { !span.contains(sentence.tokens[$0].head) && sentence.tokens[$0].relation != "punct" }
            ?? span.lowerBound
    }

    /// The brackets of a field: "(3-abstract-…)", "(5-person-…" or "5)", one after another.
    private static func pieces(_ field: Substring) -> [(text: String, opens: Bool, closes: Bool)] {
        var pieces: [(text: String, opens: Bool, closes: Bool)] = []
        var text = ""
        var opens = false
        for character in field {
            switch character {
            case "(":
                if !text.isEmpty { pieces.append((text, opens, false)) }
                text = ""
                opens = true
            case ")":
                pieces.append((text, opens, true))
                text = ""
                opens = false
            default: text.append(character)
            }
        }
        if !text.isEmpty { pieces.append((text, opens, false)) }
        return pieces
    }
}
