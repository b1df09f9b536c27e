import Extraction

/// A row of a key that was missed, for reading errors.
public struct Miss: Sendable {
    /// The report.
    public let file: String
    /// What the key says.
    public let expected: String
    /// What was found.
    public let found: String
    /// The sentence.
    public let sentence: String
}

/// Attribution over the key `attribution.tsv`.
public struct AttributionFigures: Sendable {
    /// Reported clauses with the right source.
    public var reported = Proportion()
    /// Unreported clauses that were given a source: fewer is better.
    public var wronglyAttributed = Proportion()
    /// What was missed.
    public var misses: [Miss] = []

    /// Compares analyses with the key. `view` gives the analysis of a report by its file name.
    public init(key: KeyFile, view: (String) -> ReportView?) {
        for row in key.rows {
            guard let file = row["file"], let begin = row["begin"].flatMap({ Int($0) }), let source = row["source"],
                let report = view(file)
            else { continue }
            let claims = report.token(at: begin).map { report.claims(on: $0) } ?? []
            let speakers = claims.map { claim in claim.attribution.map { report.names(of: $0) } }
            let isRight: Bool
            if source == "-" {
                isRight = !speakers.contains { !$0.isEmpty }
                wronglyAttributed.count(!isRight)
            } else {
                let alternatives = Alternatives(source)
                isRight = speakers.contains { chain in chain.contains { alternatives.isContained(in: $0) } }
                reported.count(isRight)
            }
            if !isRight {
                let found =
                    claims.isEmpty
                    ? "no claim" : speakers.map { "\($0.map { $0.first ?? "" })" }.joined(separator: " / ")
                misses.append(
                    Miss(
                        file: file, expected: "\(row["word"] ?? ""): \(source)", found: found,
                        sentence: row["sentence"] ?? ""))
            }
        }
    }
}

/// Certainty and polarity over the key `certainty.tsv`.
public struct CertaintyFigures: Sendable {
    /// Clauses with the right certainty, polarity and, where the key says so, the future.
    public var right = Proportion()
    /// Clauses that are not plainly stated but were asserted as facts: none may be.
    public var wronglyAsserted = Proportion()
    /// What was missed.
    public var misses: [Miss] = []

    /// Compares analyses with the key. `view` gives the analysis of a report by its file name.
    public init(key: KeyFile, view: (String) -> ReportView?) {
        for row in key.rows {
            guard let file = row["file"], let begin = row["begin"].flatMap({ Int($0) }),
                let certainty = row["certainty"], let polarity = row["polarity"], let tense = row["tense"],
                let report = view(file)
            else { continue }
            let claims = report.token(at: begin).map { report.claims(on: $0) } ?? []
            let allowed = Alternatives(certainty)
            let isRight =
                !claims.isEmpty
                && claims.allSatisfy {
                    allowed.matches(name: $0.certainty.rawValue) && $0.polarity.rawValue == polarity
                        && (tense == "future") == ($0.tense == .future && $0.certainty == .stated)
                        || tense == "future" && allowed.values.contains("unrealised") && $0.certainty == .unrealised
                }
            right.count(isRight)
            if certainty != "stated" || polarity == "negated" || tense == "future" {
                wronglyAsserted.count(claims.contains { $0.isFact })
            }
            if !isRight {
                let found =
                    claims.isEmpty
                    ? "no claim"
                    : claims.map {
                        "\($0.relation) \($0.certainty.rawValue) \($0.polarity.rawValue) \($0.tense.rawValue)"
                    }.joined(separator: " / ")
                misses.append(
                    Miss(
                        file: file, expected: "\(row["word"] ?? ""): \(certainty) \(polarity) \(tense)", found: found,
                        sentence: row["sentence"] ?? ""))
            }
        }
    }
}

/// Recall of the listed facts over the key `report-facts.tsv`.
public struct FactFigures: Sendable {
    /// Listed facts that are asserted.
    public var recall = Proportion()
    /// What was missed.
    public var misses: [Miss] = []

    /// Compares analyses with the key. `view` gives the analysis of a report by its file name, `offset` the place of words in
    /// its text, in code points.
    public init(key: KeyFile, view: (String) -> ReportView?, offset: (_ words: String, _ file: String) -> Int?) {
        for row in key.rows {
            guard let file = row["file"], let words = row["words"], let report = view(file),
                let begin = offset(words, file)
            else { continue }
            let end = begin + words.unicodeScalars.count
            let subject = Alternatives(row["subject"] ?? "")
            let relation = Alternatives(row["relation"] ?? "")
            let object = Alternatives(row["object"] ?? "")
            let near = report.analysis.claims.filter {
                report.analysis.sentences[$0.sentence].range.overlaps(begin..<end) && $0.isFact
            }
            let isRight = near.contains { claim in
                guard let argument = claim.subject, report.names(ofRelation: claim).contains(where: relation.matches)
                else { return false }
                let third = claim.qualifiers.flatMap { [$0.text] + ($0.argument.map { report.names(of: $0) } ?? []) }
                return subject.isContained(in: report.names(of: argument))
                    && object.isContained(in: report.names(of: claim.object) + third)
            }
            recall.count(isRight)
            if !isRight {
                misses.append(
                    Miss(
                        file: file, expected: "\(subject) \(relation) \(object)",
                        found: near.map { claim in
                            let subject = claim.subject.map { report.words($0.span, in: $0.head.sentence) } ?? "?"
                            return "\(subject) \(claim.relation) \(report.names(of: claim.object).first ?? "")"
                        }.joined(separator: " / "), sentence: words))
            }
        }
    }
}
