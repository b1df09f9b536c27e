import Naming
import QuerySyntax
import RDF

/// What stands around a question's verb: names of the graph, numbers, and words that are neither.
enum QuestionNoun: Equatable {
    /// A name, as the query language writes it, and the words that were read as it.
    case name(String, [QuestionWords.Word])
    /// Words that name nothing of the graph as they stand, but may stand in the names of things.
    case words([QuestionWords.Word])

    /// The name, or the words as one text.
    var text: String {
        switch self {
        case .name(let name, _): name.filter { $0 != "\"" }
        case .words(let words): words.map(\.text).joined(separator: " ")
        }
    }

    /// The name, or nil for words.
    var name: String? { if case .name(let name, _) = self { name } else { nil } }

    /// A thing named in small letters as words: `the coating` may be the new coating.
    var asWords: QuestionNoun? {
        guard case .name(_, let words) = self, !words.isEmpty, words.allSatisfy({ !$0.isCapital && !$0.isNumber })
        else {
            return nil
        }
        return .words(words)
    }

    /// How it stands in a pattern: itself, or an unknown whose name holds its words.
    func place(_ variable: String) -> (term: String, conditions: [String]) {
        switch self {
        case .name(let name, _): (name, [])
        case .words(let words): (variable, words.map { "\(variable) ~ \($0.pattern)" })
        }
    }
}

extension QuestionWords {
    /// Whether a name tells where or when: it stands behind "in Porto Alto", "after the flood".
    func isPlaced(_ noun: QuestionNoun) -> Bool {
        guard case .name(_, let own) = noun, let first = own.first, var place = words.firstIndex(of: first) else {
            return false
        }
        while place > 0, ["the", "a", "an"].contains(words[place - 1].folded) { place -= 1 }
        return place > 0 && Self.placing.contains(words[place - 1].folded)
    }

    private static let placing: Set<String> = [
        "in", "at", "near", "during", "across", "throughout", "after", "around", "outside", "inside", "since",
    ]
}

extension QuestionWords.Word {
    /// What finds the word and its inflections in a text: its stem where that is how it begins.
    var pattern: String {
        let isInflected = folded.hasPrefix(stem) && folded != stem + "e" && folded != stem + "y"
        let isPlain = isInflected && stem.count >= 4 && !isCapital && !text.contains(" ")
        return QSpelling.text(isPlain ? stem : isPossessive && text.last == "s" ? String(text.dropLast(2)) : text)
    }
}

/// Finds the names of a graph in words.
struct QuestionNouns {
    let session: Session

    /// Words that a question may hold without their changing its meaning here.
    static let small: Set<String> = [
        "the", "a", "an", "of", "to", "in", "on", "at", "for", "by", "with", "from", "and", "there", "any", "ever",
        "currently", "now", "today", "so", "far", "people", "persons", "please", "me", "have", "that",
        "something", "anything", "about", "not", "into", "during", "as", "this", "these", "those", "his", "her", "its",
        "their", "it", "he", "she", "they", "else", "exactly", "already", "still", "after", "before", "over", "who",
        "whom", "what", "if", "or", "happen", "happened", "occur", "occurred", "take", "took", "place", "taking",
        "happening",
    ]

    /// The nouns in some words, longest names first; the words of a relation are none.
    func nouns(in words: ArraySlice<QuestionWords.Word>, without stems: Set<String> = []) -> [QuestionNoun] {
        var found: [QuestionNoun] = []
        var run: [QuestionWords.Word] = []
        // Whether the word before belongs to the same phrase.
        var isPhrase = false
        func close() {
            if !run.isEmpty { found.append(.words(run)) }
            run = []
        }
        var index = words.startIndex
        while index < words.endIndex {
            if let (name, length) = name(at: index, in: words, without: stems) {
                let own = words[index..<index + length].filter { !Self.small.contains($0.folded) }
                index += length
                // `the world record` is no record that is known by that word alone.
                if let before = run.last, isPhrase, !before.isCapital, length == 1, own.first?.isCapital == false {
                    run += own
                    continue
                }
                close()
                found.append(.name(name, own))
                continue
            }
            isPhrase = !Self.small.contains(words[index].folded)
            let word = words[index]
            if word.isNumber, !word.isYear {
                close()
                found.append(.name(word.text.filter { $0 != "," }, [word]))
            } else if Self.small.contains(word.folded) {
                // `the dismantling of the group` is one thing; `Porto Alto and Lisbon` are two.
                if word.folded == "and" || word.folded == "or" { close() }
            } else if !stems.contains(word.stem) {
                run.append(word)
            }
            index += 1
        }
        close()
        return found
    }

    private func name(
        at index: Int, in words: ArraySlice<QuestionWords.Word>, without stems: Set<String>
    ) -> (name: String, length: Int)? {
        for length in stride(from: min(6, words.endIndex - index), through: 1, by: -1) {
            let run = words[index..<index + length]
            guard let first = run.first, let last = run.last, !Self.small.contains(first.folded),
                !Self.small.contains(last.folded), !(length == 1 && stems.contains(first.stem))
            else { continue }
            if let name = name(of: run.map(\.text).joined(separator: " ")) { return (name, length) }
        }
        return nil
    }

    /// A name as the query language writes it, where the words mean one thing.
    func name(of words: String) -> String? {
        let names = session.names
        let name = Name(words, kind: .entity, isQuoted: true, range: 0..<0)
        if let resolved = try? session.nameResolver().resolve(name, in: SourceText(words)) {
            guard let id = names.graph.id(of: resolved.value) else { return nil }
            let label = QSpelling.name(names.label(id))
            // Where several things have the label it is what was typed that tells this one.
            return session.means(label, resolved.value) ? label : QSpelling.name(words)
        }
        // `the proposal` is the one thing whose name ends so, if there is only one.
        guard words.first?.isLowercase == true, words.count(where: { $0 == " " }) < 3 else { return nil }
        let ending = " " + NameFolding.folded(words)
        let found = Set(
            LabelSearch(names).matches(words, .entity).filter { NameFolding.folded($0.label).hasSuffix(ending) }.map(
                \.id))
        return found.count == 1 ? found.first.map { QSpelling.name(names.label($0)) } : nil
    }
}

extension Session {
    /// Whether a name, as the query language writes it, means just this thing.
    fileprivate func means(_ written: String, _ term: Term) -> Bool {
        let bare = written.filter { $0 != "\"" }
        let name = Name(bare, kind: .entity, isQuoted: true, range: 0..<0)
        return (try? nameResolver().resolve(name, in: SourceText(bare)))?.value == term
    }
}
