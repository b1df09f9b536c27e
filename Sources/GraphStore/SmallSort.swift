/// Sorting of many groups of which most are small, and many sorted already.
enum SmallSort {
    /// Sorts words in place.
    @inline(__always)
    static func sort(_ group: UnsafeMutableBufferPointer<UInt64>) {
        guard group.count <= 24 else {
            var group = group
            group.sort()
            return
        }
        var index = 1
        while index < group.count {
            let value = group[index]
            var hole = index
            while hole > 0, group[hole &- 1] > value {
                group[hole] = group[hole &- 1]
                hole &-= 1
            }
            group[hole] = value
            index &+= 1
        }
    }
}
