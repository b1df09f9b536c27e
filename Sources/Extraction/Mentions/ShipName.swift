import English

/// What stands before the name of a ship: "the USS Ada Okoro", "HMS Swift".
enum ShipName {
    private static let prefixes: Set<String> = [
        "USS", "USNS", "USCGC", "HMS", "HMAS", "HMCS", "HMNZS", "RMS", "MV", "M/V", "RV", "R/V", "INS", "BRP", "KRI",
        "HNLMS",
        "HDMS", "HSwMS", "FGS", "ORP", "SS", "RRS",
    ]

    /// Whether a word as it stands is such a prefix.
    static func isPrefix(_ form: String) -> Bool { prefixes.contains(form) }

    /// "the aircraft carrier | Admiral Okoro", "the ships Harbour and | Vice-Admiral Holm", "Admiral Okoro | warship": whether a
    /// rank and a name of so many tokens are a ship's.
    static func isShip(_ tokens: [Token], rank: Range<Int>) -> Bool {
        // "ferry Captain Okoro": who steers it.
        guard !["captain", "capt.", "capt"].contains(tokens[rank.lowerBound].form.lowercased()) else { return false }
        var before = rank.lowerBound - 1
        while before >= 0, ["-", "Vice", "Rear"].contains(tokens[before].form) { before -= 1 }
        if before >= 0, nouns.contains(tokens[before].form.lowercased()) { return true }
        // Back over a list of names to the noun before its first.
        while before >= 0,
            tokens[before].upos == "PROPN" || ["and", ",", "-"].contains(tokens[before].form)
        {
            before -= 1
        }
        if before >= 0, tokens[before].form.hasSuffix("s"),
            nouns.contains(String(tokens[before].form.lowercased().dropLast())), tokens[before + 1].form != ","
        {
            return true
        }
        var behind = rank.upperBound
        while behind < tokens.count, behind < rank.upperBound + 3, tokens[behind].upos == "PROPN",
            tokens[behind].form.lowercased() != "aircraft", !nouns.contains(tokens[behind].form.lowercased())
        {
            behind += 1
        }
        guard behind > rank.upperBound, behind < tokens.count else { return false }
        let noun = tokens[behind].form.lowercased() == "aircraft" && behind + 1 < tokens.count ? behind + 1 : behind
        return nouns.contains(tokens[noun].form.lowercased())
    }

    private static let nouns: Set<String> = [
        "carrier", "ship", "warship", "frigate", "cruiser", "destroyer", "corvette", "submarine", "ferry", "icebreaker",
        "battleship", "battlecruiser", "tanker", "trawler", "freighter", "vessel", "minesweeper", "steamer", "gunboat",
    ]
}
