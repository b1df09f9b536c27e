/// What stands before the name of a ship: "the USS Ada Okoro", "HMS Swift".
enum ShipName {
    private static let prefixes: Set<String> = [
        "USS", "USNS", "USCGC", "HMS", "HMAS", "HMCS", "HMNZS", "RMS", "MV", "M/V", "RV", "R/V", "INS", "BRP", "KRI",
        "HNLMS",
        "HDMS", "HSwMS", "FGS", "ORP", "SS", "RRS",
    ]

    /// Whether a word as it stands is such a prefix.
    static func isPrefix(_ form: String) -> Bool { prefixes.contains(form) }
}
