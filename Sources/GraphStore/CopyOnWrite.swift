/// A value behind one reference: what holds it is copied by counting once, however many arrays the value has, and it is
/// copied itself only where it is changed while another holds it too.
struct CopyOnWrite<Value: Sendable>: @unchecked Sendable {
    private final class Storage {
        var value: Value

        init(_ value: Value) { self.value = value }
    }

    // Storage is changed only while nobody else holds it.
    private var storage: Storage

    init(_ value: Value) { storage = Storage(value) }

    /// The value.
    @inline(__always)
    var value: Value {
        _read { yield storage.value }
        _modify {
            if !isKnownUniquelyReferenced(&storage) { storage = Storage(storage.value) }
            yield &storage.value
        }
    }
}
