/// "The motion failed by one vote."; "Victims were taken there by ambulance."; "It must be paid by Monday."
///
/// What stands behind "by" and is a measure, a time, a means of transport or a manner is not who acts.
enum ExtentRule {
    static func isExtent(_ phrase: Int, in tree: DependencyTree) -> Bool {
        guard tree.prepositionWord(phrase) == "by" else { return false }
        let word = tree.words[phrase]
        if DateReader(tree, publication: nil).isTime(phrase) || measures.contains(word) { return true }
        if tree.tokens[phrase].upos == "NUM" || tree.tokens[phrase].upos == "SYM" || tree.tokens[phrase].xpos == "VBG" {
            return true
        }
        let isBare = tree.children(phrase).allSatisfy { tree.labels[$0] == .preposition || $0 > phrase }
        return isBare && (means.contains(word) || manners.contains(word))
    }

    private static let measures: Set<String> = [
        "%", "percent", "vote", "votes", "point", "points", "margin", "majority", "degree", "degrees", "factor", "seat",
        "seats", "goal", "goals", "run", "runs", "inch", "inches", "foot", "feet", "metre", "metres", "meter", "meters",
        "mile", "miles", "times", "fold", "kilometre", "kilometres", "kilometer", "kilometers", "half", "third",
        "quarter", "score",
    ]
    private static let means: Set<String> = [
        "air", "ambulance", "train", "plane", "bus", "car", "boat", "ship", "ferry", "sea", "road", "rail",
        "helicopter",
        "truck", "taxi", "bicycle", "phone", "telephone", "email", "mail", "post", "hand", "video", "text", "letter",
        "land", "water", "foot", "fax", "satellite", "radio",
    ]
    private static let manners: Set<String> = [
        "accident", "mistake", "surprise", "law", "default", "force", "way", "virtue", "means", "chance", "name",
        "race", "age", "gender", "sex", "ethnicity", "region", "category", "type", "size", "income", "country", "state",
        "definition", "nature", "design", "example", "request", "proxy", "acclamation", "consensus", "lot", "turn",
    ]
}
