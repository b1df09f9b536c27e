extension EntityCatalog {
    /// The identifiers of the entities that a report's chains are; for looking from a mention to its entity.
    public func identifiers(ofChainsIn analysis: ReportAnalysis) -> [Int: String] {
        let key = ReportKey(hash: analysis.hash, source: analysis.source)
        return RecordBuilder.entities(ofChainsIn: analysis).compactMapValues { entity(key, $0)?.identifier }
    }
}
