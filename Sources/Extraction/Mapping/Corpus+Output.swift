import RDF

extension Corpus {
    /// All triples of the corpus, each once, sorted: the same for any order in which the reports were added.
    public func triples(_ options: MappingOptions = MappingOptions()) -> [Triple] {
        triples(of: entities(), options)
    }

    /// The same, with the corpus's entities as already found.
    package func triples(of catalog: EntityCatalog, _ options: MappingOptions) -> [Triple] {
        let sorted = reports.compactMap { key in record(key).map { (key, $0) } }
        return GraphMapper.triples(of: sorted, catalog: catalog, options: options)
    }

    /// Every claim as a row, by source and then in the order of the text.
    public func rows() -> [ClaimRow] {
        let catalog = entities()
        let keys = reports.sorted { ($0.source, $0.hash) < ($1.source, $1.hash) }
        var rows: [ClaimRow] = []
        for key in keys {
            guard let record = record(key) else { continue }
            for claim in record.claims {
                rows.append(
                    ClaimRow(claim, of: record) { local in
                        catalog.entity(key, local)?.label ?? record.entities[local].label
                    })
            }
        }
        return rows
    }
}
