import English
import Foundation

@testable import Extraction

/// Where the shared data lie, or nil: `TERCET_DATA`, else `../shared` beside the repository.
let sharedData: URL? = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    let given = ProcessInfo.processInfo.environment["TERCET_DATA"].map { URL(fileURLWithPath: $0) }
    let folder = given ?? root.deletingLastPathComponent().appendingPathComponent("shared")
    return FileManager.default.fileExists(atPath: folder.appendingPathComponent("treebanks").path) ? folder : nil
}()

/// A document of the GUM treebank with its layer of entities.
struct GUMDocument: Sendable {
    /// A mention of the gold layer.
    struct GoldMention: Hashable, Sendable {
        var sentence: Int
        var span: Range<Int>
        var head: Int
        var type: String
        var entity: String
    }

    var name: String
    var sentences: [Sentence] = []
    var speakers: [Int: String] = [:]
    var mentions: [GoldMention] = []

    var genre: String { name.split(separator: "_").dropFirst().first.map(String.init) ?? "" }

    /// The head by the tree: the token of the span whose head stands outside it.
    static func head(of span: Range<Int>, in sentence: Sentence) -> Int {
        span.first { !span.contains(sentence.tokens[$0].head) && sentence.tokens[$0].relation != "punct" }
            ?? span.lowerBound
    }

    /// The documents of a treebank file whose genre is asked for.
    static func read(_ file: String, genres: Set<String>) throws -> [GUMDocument] {
        guard let sharedData else { return [] }
        let text = try String(contentsOf: sharedData.appendingPathComponent("treebanks/\(file)"), encoding: .utf8)
        var documents: [GUMDocument] = []
        var tokens: [Token] = []
        var misc: [String] = []
        var open: [(id: String, type: String, sentence: Int, start: Int)] = []
        var place = 0
        var speaker: String?
        func finishSentence() {
            guard !tokens.isEmpty, var document = documents.popLast() else { return }
            let index = document.sentences.count
            let begin = tokens[0].range.lowerBound
            let sentence = Sentence(
                range: begin..<(tokens.last?.range.upperBound ?? begin), tokens: tokens, startsLine: true)
            document.sentences.append(sentence)
            if let speaker { document.speakers[index] = speaker }
            open.removeAll()
            for (token, field) in misc.enumerated() {
                guard let part = field.split(separator: "|").first(where: { $0.hasPrefix("Entity=") }) else { continue }
                for piece in pieces(String(part.dropFirst(7))) {
                    if piece.opens {
                        let fields = piece.text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
                        let id = String(fields[0].split(separator: "[")[0])
                        open.append((id, fields.count > 1 ? fields[1] : "", index, token))
                    }
                    if piece.closes {
                        let id = String(piece.text.split(separator: "-")[0].split(separator: "[")[0])
                        if let last = open.lastIndex(where: { $0.id == id }) {
                            let one = open.remove(at: last)
                            let span = one.start..<token + 1
                            document.mentions.append(
                                GoldMention(
                                    sentence: index, span: span, head: head(of: span, in: sentence), type: one.type,
                                    entity: id))
                        }
                    }
                }
            }
            documents.append(document)
            tokens = []
            misc = []
        }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.isEmpty {
                finishSentence()
                speaker = nil
            } else if line.hasPrefix("# newdoc id = ") {
                documents.append(GUMDocument(name: String(line.dropFirst(14))))
                place = 0
            } else if line.hasPrefix("# speaker = ") {
                speaker = String(line.dropFirst(12))
            } else if !line.hasPrefix("#") {
                let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
                guard fields.count == 10, Int(fields[0]) != nil else { continue }
                let length = fields[1].unicodeScalars.count
                tokens.append(
                    Token(
                        form: fields[1], range: place..<place + length, lemma: fields[2], upos: fields[3],
                        xpos: fields[4],
                        head: (Int(fields[6]) ?? 0) - 1, relation: fields[7]))
                misc.append(fields[9])
                place += length + (fields[9].contains("SpaceAfter=No") ? 0 : 1)
            }
        }
        finishSentence()
        return documents.filter { genres.contains($0.genre) }
    }

    private static func pieces(_ field: String) -> [(text: String, opens: Bool, closes: Bool)] {
        var pieces: [(String, Bool, Bool)] = []
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

/// Precision, recall and their harmonic mean.
struct Score: Sendable {
    var right = 0.0
    var found = 0.0
    var wanted = 0.0
    var rightOfWanted: Double?

    var precision: Double { found > 0 ? right / found : 0 }
    var recall: Double { wanted > 0 ? (rightOfWanted ?? right) / wanted : 0 }
    var f1: Double { precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0 }
}

/// The measures of coreference, over chains of mentions; mentions are any hashable value.
enum CoreferenceScore {
    typealias Chain = Set<String>

    static func muc(_ gold: [Chain], _ found: [Chain]) -> Score {
        func links(_ chains: [Chain], _ others: [Chain]) -> (Double, Double) {
            var place: [String: Int] = [:]
            for (index, chain) in others.enumerated() { for mention in chain { place[mention] = index } }
            var right = 0.0
            var all = 0.0
            for chain in chains {
                var parts = Set<Int>()
                var alone = 0
                for mention in chain {
                    if let index = place[mention] { parts.insert(index) } else { alone += 1 }
                }
                right += Double(chain.count - parts.count - alone)
                all += Double(chain.count - 1)
            }
            return (right, all)
        }
        let recall = links(gold, found)
        let precision = links(found, gold)
        return Score(right: precision.0, found: precision.1, wanted: recall.1, rightOfWanted: recall.0)
    }

    static func bCubed(_ gold: [Chain], _ found: [Chain]) -> Score {
        func sum(_ chains: [Chain], _ others: [Chain]) -> (Double, Double) {
            var place: [String: Int] = [:]
            for (index, chain) in others.enumerated() { for mention in chain { place[mention] = index } }
            var right = 0.0
            var all = 0.0
            for chain in chains {
                for mention in chain {
                    all += 1
                    if let index = place[mention] {
                        right += Double(chain.intersection(others[index]).count) / Double(chain.count)
                    }
                }
            }
            return (right, all)
        }
        let recall = sum(gold, found)
        let precision = sum(found, gold)
        return Score(right: precision.0, found: precision.1, wanted: recall.1, rightOfWanted: recall.0)
    }

    /// CEAF over entities with the φ4 similarity; the alignment by the Hungarian method.
    static func ceafe(_ gold: [Chain], _ found: [Chain]) -> Score {
        let size = max(gold.count, found.count)
        guard size > 0 else { return Score() }
        var cost = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
        for (row, one) in gold.enumerated() {
            for (column, other) in found.enumerated() {
                cost[row][column] = -2 * Double(one.intersection(other).count) / Double(one.count + other.count)
            }
        }
        return Score(right: -assignment(cost), found: Double(found.count), wanted: Double(gold.count))
    }

    private static func assignment(_ cost: [[Double]]) -> Double {
        let count = cost.count
        var u = [Double](repeating: 0, count: count + 1)
        var v = u
        var match = [Int](repeating: 0, count: count + 1)
        var way = match
        for row in 1...count {
            match[0] = row
            var column = 0
            var least = [Double](repeating: .infinity, count: count + 1)
            var used = [Bool](repeating: false, count: count + 1)
            repeat {
                used[column] = true
                let at = match[column]
                var delta = Double.infinity
                var next = 0
                for other in 1...count where !used[other] {
                    let reduced = cost[at - 1][other - 1] - u[at] - v[other]
                    if reduced < least[other] {
                        least[other] = reduced
                        way[other] = column
                    }
                    if least[other] < delta {
                        delta = least[other]
                        next = other
                    }
                }
                for other in 0...count {
                    if used[other] {
                        u[match[other]] += delta
                        v[other] -= delta
                    } else {
                        least[other] -= delta
                    }
                }
                column = next
            } while match[column] != 0
            repeat {
                let back = way[column]
                match[column] = match[back]
                column = back
            } while column != 0
        }
        return -v[0]
    }
}
