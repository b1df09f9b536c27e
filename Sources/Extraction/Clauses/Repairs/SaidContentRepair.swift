import English

/// "She said in a statement on Friday that the dam had burst."; "Reports that the dam had cracks alarmed them."
///
/// A clause with "that" and a subject of its own behind a verb of saying is what is said, though the parser hung it on the
/// noun before it as a relative clause; behind "claim", "report" and the like it is what the noun says.
enum SaidContentRepair {
    static func apply(to sentence: inout Sentence) {
        for clause in sentence.tokens.indices where isMisplaced(clause, in: sentence) {
            let below = sentence.dependents(of: clause)
            guard let that = sentence.tokens.indices.first(where: { $0 == sentence.start(of: clause) }),
                sentence.tokens[that].form.lowercased() == "that", that < clause,
                let subject = below.first(where: { sentence.tokens[$0].relation.hasPrefix("nsubj") && $0 != that }),
                that < subject, subject < clause
            else { continue }
            // Without an object of its own the clause may be about the noun: "the plan that unions rejected".
            let isComplete = isComplete(clause, below, that, in: sentence)
            if let noun = noun(above: clause, in: sentence) {
                hang(clause, on: noun, as: "acl", that, &sentence)
            } else if let verb = verb(above: clause, in: sentence) {
                let path = sentence.tokens[clause].head
                let isOfObject = sentence.tokens[path].relation == "obj" && sentence.tokens[path].head == verb
                guard isComplete, !isOfObject || telling.contains(sentence.tokens[verb].lemma) else { continue }
                if isOfObject { sentence.tokens[path].relation = "iobj" }
                hang(clause, on: verb, as: "ccomp", that, &sentence)
            }
        }
    }

    private static func hang(_ clause: Int, on head: Int, as relation: String, _ that: Int, _ sentence: inout Sentence)
    {
        sentence.tokens[clause].head = head
        sentence.tokens[clause].relation = relation
        sentence.tokens[that].head = clause
        sentence.tokens[that].relation = "mark"
    }

    private static func isMisplaced(_ clause: Int, in sentence: Sentence) -> Bool {
        sentence.tokens[clause].head >= 0 && sentence.tokens[clause].head < clause
            && ["acl:relcl", "acl", "advcl"].contains(sentence.tokens[clause].relation)
    }

    private static func isComplete(_ clause: Int, _ below: [Int], _ that: Int, in sentence: Sentence) -> Bool {
        if sentence.tokens[clause].upos != "VERB" { return true }
        if Lexicon.contains(sentence.tokens[clause].lemma, in: .intransitiveVerb) { return true }
        return below.contains {
            $0 != that && ["obj", "ccomp", "xcomp", "aux:pass", "cop"].contains(sentence.tokens[$0].relation)
        }
            || sentence.tokens[that].relation == "mark"
                && !Lexicon.contains(sentence.tokens[clause].lemma, in: .transitiveVerb)
    }

    /// The nearest noun above the clause whose content it is: "the claim by officials that …".
    private static func noun(above clause: Int, in sentence: Sentence) -> Int? {
        var at = sentence.tokens[clause].head
        while at >= 0, ["NOUN", "PROPN", "PRON"].contains(sentence.tokens[at].upos) {
            switch ComplementTable.noun[sentence.tokens[at].lemma] {
            case .attributed, .attributedHedged, .denied, .doubted:
                // "said in a statement that": the verb says it, the statement is where.
                let verb = sentence.tokens[at].head
                let isWhere = sentence.tokens[at].relation == "obl" && verb >= 0 && isSaying(verb, in: sentence)
                return isWhere || at == sentence.tokens[clause].head && sentence.tokens[clause].relation == "acl"
                    ? nil : at
            default: at = sentence.tokens[at].head
            }
        }
        return nil
    }

    /// The verb of saying above the clause that has no content yet.
    private static func verb(above clause: Int, in sentence: Sentence) -> Int? {
        var at = sentence.tokens[clause].head
        while at >= 0, sentence.tokens[at].upos != "VERB" {
            guard
                ["obj", "iobj", "obl", "obl:unmarked", "obl:tmod", "nmod", "flat", "appos", "nmod:unmarked"].contains(
                    sentence.tokens[at].relation)
            else { return nil }
            at = sentence.tokens[at].head
        }
        // "reported, quoting Vos, that": the participle between says nothing.
        if at >= 0, !isFree(at, in: sentence), ["advcl", "acl"].contains(sentence.tokens[at].relation) {
            at = sentence.tokens[at].head
        }
        guard at >= 0, isFree(at, in: sentence) else { return nil }
        return at
    }

    private static func isFree(_ verb: Int, in sentence: Sentence) -> Bool {
        isSaying(verb, in: sentence)
            && !sentence.dependents(of: verb).contains {
                ["ccomp"].contains(sentence.tokens[$0].relation)
            }
            && !["quote", "cite"].contains(sentence.tokens[verb].lemma)
    }

    private static func isSaying(_ verb: Int, in sentence: Sentence) -> Bool {
        sentence.tokens[verb].upos == "VERB" && ComplementTable.content[sentence.tokens[verb].lemma] != nil
    }

    private static let telling: Set<String> = [
        "tell", "inform", "assure", "notify", "remind", "convince", "warn", "advise",
    ]
}
