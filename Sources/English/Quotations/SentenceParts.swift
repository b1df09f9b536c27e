/// '"We won," she said, "and they lost."' is read as "We won, and they lost." and '"It is true," she said.'
///
/// The parts that a sentence with quotations is parsed in, and its tree put together from theirs: what is said hangs where the
/// words hang that stand for it.
struct SentenceParts {
    /// A sequence of tokens that is parsed as one sentence.
    private struct Part {
        var tokens: [Token] = []
        /// The token of the sentence that each one is; -1 and below for a word that stands for the quotation of that number.
        var places: [Int] = []

        mutating func append(_ token: Token, at place: Int) {
            tokens.append(token)
            places.append(place)
        }

        mutating func leaveOut(_ dropped: Set<Int>) {
            let kept = places.indices.filter { !dropped.contains(places[$0]) }
            tokens = kept.map { tokens[$0] }
            places = kept.map { places[$0] }
        }

        /// Of the words that stand for a quotation the one that the others hang on.
        func topmost(of place: Int, heads: [Int]) -> Int? {
            places.indices.first { index in
                guard places[index] == place else { return false }
                var at = heads[index]
                var steps = 0
                while at >= 0, steps < heads.count {
                    if places[at] == place { return false }
                    at = heads[at]
                    steps += 1
                }
                return steps < heads.count
            }
        }
    }

    private let dropped: Set<Int>
    private let forms: [Int: String]
    private var parts: [Part] = []
    /// The root of each part's tree, in the whole sentence; -1 for the first, whose root may be another's.
    private var roots: [Int] = []
    /// Whether it is cut at a reporting clause without quotation marks.
    private var reporting: ReportingClause?

    /// How a sentence is cut; nil where it is read as it stands.
    init?(_ sentence: Sentence, marks: QuotationMarks, lemmatizer: Lemmatizer) {
        let brackets = EditorialBrackets(sentence.tokens)
        let runs = SpeechRuns(sentence, marks: marks, lemmatizer: lemmatizer).runs
        if runs.isEmpty, brackets.isEmpty, !marks.isInside.contains(true),
            let reporting = ReportingClause(sentence.tokens, lemmatizer: lemmatizer)
        {
            self = Self.parts(of: sentence, around: reporting)
            return
        }
        guard !runs.isEmpty || !brackets.isEmpty else { return nil }
        forms = brackets.forms
        var dropped = brackets.dropped
        var outer = Part()
        var spoken: [Part] = []
        var index = 0
        func read(_ index: Int) -> Token {
            var token = sentence.tokens[index]
            if let form = brackets.forms[index] { token.form = form }
            return token
        }
        var last: Range<Int>?
        while index < sentence.tokens.count {
            if let run = runs.first(where: { $0.range.lowerBound == index }) {
                if run.isContinuation {
                    Self.dropSeam(last, run.range, sentence.tokens, &dropped)
                } else {
                    spoken.append(Part())
                    Self.stand(for: spoken.count, run.range, sentence, into: &outer)
                }
                for place in run.range {
                    spoken[spoken.count - 1].append(read(place), at: place)
                }
                last = run.range
                index = run.range.upperBound
                continue
            }
            outer.append(read(index), at: index)
            index += 1
        }
        outer.leaveOut(dropped)
        for part in spoken.indices { spoken[part].leaveOut(dropped) }
        guard !outer.tokens.isEmpty, spoken.allSatisfy({ !$0.tokens.isEmpty }) else { return nil }
        self.dropped = dropped
        parts = [outer] + spoken
    }

    /// "Fuel, officials said, spilled." is read as "Fuel spilled." and "It is true, officials said."
    private static func parts(of sentence: Sentence, around reporting: ReportingClause) -> SentenceParts {
        var spoken = Part()
        var outer = Part()
        var before = Part()
        let isWithin = reporting.commas.count == 2
        // "Eleven died; they had, his father says, paid smugglers": the father says what stands behind the semicolon.
        let split = isWithin ? sentence.tokens[..<reporting.commas[0]].lastIndex { $0.form == ";" } : nil
        stand(for: 1, 0..<1, sentence, into: &outer)
        for index in sentence.tokens.indices {
            if reporting.range.contains(index) || index == reporting.commas[0] {
                outer.append(sentence.tokens[index], at: index)
            } else if let split, index <= split {
                before.append(sentence.tokens[index], at: index)
            } else if !reporting.commas.contains(index) {
                spoken.append(sentence.tokens[index], at: index)
            }
        }
        if let end = sentence.tokens.last { outer.append(Token(form: ".", range: end.range), at: -1) }
        return SentenceParts(
            dropped: isWithin ? [reporting.commas[1]] : [], forms: [:],
            parts: before.tokens.isEmpty ? [outer, spoken] : [outer, spoken, before], reporting: reporting)
    }

    private init(dropped: Set<Int>, forms: [Int: String], parts: [Part], reporting: ReportingClause) {
        self.reporting = reporting
        self.dropped = dropped
        self.forms = forms
        self.parts = parts
    }

    /// "Our goal," she said, "is peace.": the comma before the cue belongs to the cue, but "We won, and they lost". The marks
    /// around what goes on, and the comma before them, say nothing in the cue's own sentence.
    private static func dropSeam(
        _ before: Range<Int>?, _ run: Range<Int>, _ tokens: [Token], _ dropped: inout Set<Int>
    ) {
        guard let before else { return }
        dropped.insert(run.lowerBound - 1)
        if tokens[run.lowerBound - 2].form == "," { dropped.insert(run.lowerBound - 2) }
        if run.upperBound < tokens.count { dropped.insert(run.upperBound) }
        let joints = ["and", "but", "or", "so", "because", "which", "who", "although", "though", "while", "if", "when"]
        let end = before.upperBound - 1
        if tokens[end].form == ",", !joints.contains(tokens[run.lowerBound].form.lowercased()) { dropped.insert(end) }
    }

    /// Three words that stand for what is said, with the quotation's last mark.
    private static func stand(for number: Int, _ run: Range<Int>, _ sentence: Sentence, into outer: inout Part) {
        let range = sentence.tokens[run.lowerBound].range
        let isFirst = sentence.tokens[run.lowerBound].form.first?.isUppercase ?? true
        for form in [isFirst ? "It" : "it", "is", "true"] {
            outer.append(Token(form: form, range: range), at: -number)
        }
        let end = sentence.tokens[run.upperBound - 1].form
        if [",", ".", "?", "!"].contains(end) {
            outer.append(Token(form: end == "," ? "," : ".", range: range), at: -number)
        } else if run.lowerBound <= 1, run.upperBound + 1 < sentence.tokens.count,
            sentence.tokens[run.upperBound + 1].form.contains(where: \.isLetter)
        {
            // '"We stand ready" tweeted Vos'
            outer.append(Token(form: ",", range: range), at: -number)
        }
    }

    /// How many sentences are parsed for it.
    var count: Int { parts.count }

    /// The parts as sentences to parse.
    func sentences(of whole: Sentence) -> [Sentence] {
        parts.map { Sentence(range: whole.range, tokens: $0.tokens, startsLine: whole.startsLine) }
    }

    /// Puts the parsed parts together again.
    mutating func join(_ parsed: ArraySlice<Sentence>, into whole: inout Sentence) {
        let parsed = Array(parsed)
        roots = [Int](repeating: -1, count: parts.count)
        for (number, part) in parts.enumerated() {
            for (index, token) in parsed[number].tokens.enumerated()
            where number > 0 && token.head < 0 && part.places[index] >= 0 {
                roots[number] = part.places[index]
            }
        }
        // The place of a token of a part in the whole: what stands for a quotation is the quotation's root.
        func place(_ index: Int, _ number: Int) -> Int {
            let at = parts[number].places[index]
            return at >= 0 ? at : roots[-at]
        }
        for (number, part) in parts.enumerated() {
            for (index, token) in parsed[number].tokens.enumerated() {
                let at = part.places[index]
                if at < 0 {
                    // Where the words hang that stand for it, the quotation hangs.
                    let root = roots[-at]
                    guard root >= 0, index == part.topmost(of: at, heads: parsed[number].tokens.map(\.head)) else {
                        continue
                    }
                    whole.tokens[root].head = token.head < 0 ? -1 : place(token.head, number)
                    whole.tokens[root].relation = token.relation
                    whole.tokens[root].probability = token.probability
                    continue
                }
                whole.tokens[at].upos = token.upos
                whole.tokens[at].xpos = token.xpos
                if number > 0, token.head < 0 { continue }
                whole.tokens[at].head = token.head < 0 ? -1 : place(token.head, number)
                whole.tokens[at].relation = token.relation
                whole.tokens[at].probability = token.probability
            }
        }
        settleSpeakers(&whole)
        attachDropped(&whole)
    }

    /// Who says it is the subject of the verb of saying, never of what is said; and what stands beside a reporting clause is
    /// its content, however the parser joined the two.
    private func settleSpeakers(_ whole: inout Sentence) {
        let outer = parts[0].places.filter { $0 >= 0 }
        if let reporting {
            settleReporting(reporting, roots[1], outer, &whole)
            return
        }
        for root in roots where root >= 0 {
            let cue = whole.tokens[root].head
            guard cue >= 0, outer.contains(cue) else { continue }
            for token in outer where whole.tokens[token].head == root && whole.tokens[token].relation == "nsubj" {
                whole.tokens[token].head = cue
            }
            if whole.tokens[root].relation == "ccomp", root < cue { settleInverted(cue, outer, &whole) }
        }
    }

    /// '"I left," wrote Vos': who stands behind the verb of saying that has no subject is its subject.
    private func settleInverted(_ cue: Int, _ outer: [Int], _ whole: inout Sentence) {
        let below = outer.filter { whole.tokens[$0].head == cue }
        let objects = below.filter { $0 > cue && ["obj", "iobj"].contains(whole.tokens[$0].relation) }
        guard objects.count == 1, !below.contains(where: { whole.tokens[$0].relation.hasPrefix("nsubj") }),
            whole.tokens[cue].upos == "VERB", ["VBD", "VBZ", "VBP"].contains(whole.tokens[cue].xpos)
        else { return }
        whole.tokens[objects[0]].relation = "nsubj"
    }

    private func settleReporting(
        _ reporting: ReportingClause, _ root: Int, _ outer: [Int], _ whole: inout Sentence
    ) {
        guard root >= 0 else { return }
        let top = reporting.verb
        let head = whole.tokens[top].head
        if whole.tokens[top].upos != "VERB" || head >= 0 && head != root {
            // "Baby finds drugs, police report": the parser took the verb for a noun.
            let form = whole.tokens[top].form
            whole.tokens[top].upos = "VERB"
            whole.tokens[top].xpos =
                form.hasSuffix("s") ? "VBZ" : form.hasSuffix("d") || form == "wrote" ? "VBD" : "VBP"
            for side in [reporting.range.lowerBound..<top, top + 1..<reporting.range.upperBound] {
                for token in side where !side.contains(whole.tokens[token].head) {
                    whole.tokens[token].head = top
                    let isNoun = ["NOUN", "PROPN", "PRON"].contains(whole.tokens[token].upos)
                    if isNoun { whole.tokens[token].relation = token < top ? "nsubj" : "obl" }
                }
            }
        }
        if whole.tokens[top].xpos == "VB" { whole.tokens[top].xpos = "VBP" }
        for token in outer where token != top && whole.tokens[token].head == root { whole.tokens[token].head = top }
        whole.tokens[top].head = -1
        whole.tokens[top].relation = "root"
        whole.tokens[root].head = top
        whole.tokens[root].relation = "ccomp"
        if roots.count > 2, roots[2] >= 0 {
            whole.tokens[roots[2]].head = -1
            whole.tokens[roots[2]].relation = "root"
            whole.tokens[top].head = roots[2]
            whole.tokens[top].relation = "parataxis"
        }
        // The subject of the verb of saying, however the parser joined the two.
        for token in outer where whole.tokens[token].head == root && whole.tokens[token].relation == "nsubj" {
            whole.tokens[token].head = top
        }
    }

    private func attachDropped(_ whole: inout Sentence) {
        for index in dropped.sorted() {
            let neighbour =
                whole.tokens.indices.first { $0 > index && !dropped.contains($0) }
                ?? whole.tokens.indices.last { $0 < index && !dropped.contains($0) }
            guard let neighbour else { continue }
            whole.tokens[index].head = neighbour
            whole.tokens[index].relation = "punct"
            whole.tokens[index].upos = "PUNCT"
            let form = whole.tokens[index].form
            whole.tokens[index].xpos = form == "," ? "," : ["\"", "“", "”"].contains(form) ? "''" : "-LRB-"
        }
    }

    /// The words that are read in the place of others, for their lemmas.
    func lemmatize(_ whole: inout Sentence, with lemmatizer: Lemmatizer) {
        for (index, form) in forms {
            let token = whole.tokens[index]
            whole.tokens[index].lemma = lemmatizer.lemma(form: form, upos: token.upos, xpos: token.xpos)
        }
    }
}
