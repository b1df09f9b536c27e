// Searching sorted columns of ids, or of what stands for them.
extension RandomAccessCollection where Element: FixedWidthInteger, Index == Int {
    /// The first index whose id is not below a value; `endIndex` when there is none. The ids are sorted.
    ///
    /// - Complexity: O(log n).
    @inlinable public func lowerBound(_ value: Element) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = low &+ (high &- low) &>> 1
            if self[middle] < value { low = middle &+ 1 } else { high = middle }
        }
        return low
    }

    /// The first index from `start` on whose id is not below a value, found in steps that double: for a walk along two
    /// columns where the next place is mostly near.
    ///
    /// - Complexity: O(log of the distance).
    @inlinable public func gallop(to value: Element, from start: Int) -> Int {
        var low = start
        var step = 1
        while low &+ step < endIndex, self[low &+ step] < value {
            low &+= step
            step &<<= 1
        }
        var high = Swift.min(low &+ step, endIndex)
        while low < high {
            let middle = low &+ (high &- low) &>> 1
            if self[middle] < value { low = middle &+ 1 } else { high = middle }
        }
        return low
    }

    /// The indices of an id.
    ///
    /// - Complexity: O(log n).
    @inlinable public func equalRange(_ value: Element) -> Range<Int> {
        let begin = lowerBound(value)
        guard begin < endIndex, self[begin] == value else { return begin..<begin }
        return begin..<(value == Element.max ? endIndex : gallop(to: value &+ 1, from: begin))
    }

    /// The index of a value, or nil where it is not there. Nothing stands twice.
    ///
    /// - Complexity: O(log n).
    @inlinable public func place(of value: Element) -> Int? {
        let place = lowerBound(value)
        return place < endIndex && self[place] == value ? place : nil
    }
}
