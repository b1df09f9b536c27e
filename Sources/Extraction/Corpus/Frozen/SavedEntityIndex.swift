import RDF

/// The columns of an `EntityIndex` in a file.
struct SavedEntityIndex: Sendable {
    var groups: FrozenTable
    var entityOfGroup: [Int32]
    var entities: FrozenColumn
    var forms: FrozenTable
    var slugs: FrozenTable
    var bases: FrozenTable

    init(
        groups: FrozenTable, entityOfGroup: [Int32], entities: FrozenColumn, forms: FrozenTable, slugs: FrozenTable,
        bases: FrozenTable
    ) {
        self.groups = groups
        self.entityOfGroup = entityOfGroup
        self.entities = entities
        self.forms = forms
        self.slugs = slugs
        self.bases = bases
    }

    /// The columns of a file.
    ///
    /// - Throws: `SectionFileError.damaged` when one is missing or altered.
    init(from file: SectionReader, _ name: String) throws(SectionFileError) {
        groups = try FrozenTable(from: file, name + ".groups")
        entityOfGroup = try file.values(name + ".entityOfGroup")
        entities = try FrozenColumn(from: file, name + ".entities")
        forms = try FrozenTable(from: file, name + ".forms")
        slugs = try FrozenTable(from: file, name + ".slugs")
        bases = try FrozenTable(from: file, name + ".bases")
        guard entityOfGroup.count == groups.column.count else { throw .damaged(path: file.path) }
    }

    /// Adds the columns to a file.
    func write(to file: inout SectionWriter, _ name: String) {
        groups.write(to: &file, name + ".groups")
        file.add(name + ".entityOfGroup", entityOfGroup)
        entities.write(to: &file, name + ".entities")
        forms.write(to: &file, name + ".forms")
        slugs.write(to: &file, name + ".slugs")
        bases.write(to: &file, name + ".bases")
    }
}
