/// Reads the parts of a model file in their order; `Training/FORMAT.md` describes them.
///
/// The file is embedded when the package is built, so a part that is missing or too short is a fault of the build, not of any input:
/// it stops the program with a message.
struct ModelFile {
    private let bytes: UnsafeRawBufferPointer
    private var position = 0

    /// A reader at the beginning of a file.
    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    private mutating func take(_ count: Int) -> UnsafeRawBufferPointer {
        precondition(count >= 0 && count <= bytes.count - position, "The embedded English model is damaged.")
        defer { position += count }
        return UnsafeRawBufferPointer(rebasing: bytes[position..<position + count])
    }

    /// Skips to the next multiple of 16 bytes.
    mutating func align() {
        _ = take(min((16 - position % 16) % 16, bytes.count - position))
    }

    /// Bytes that must stand here.
    mutating func expect(_ text: StaticString) {
        let found = take(text.utf8CodeUnitCount)
        let same = text.withUTF8Buffer { $0.elementsEqual(found) }
        precondition(same, "The embedded English model is of an unknown format.")
    }

    /// `count` numbers, not aligned.
    mutating func numbers(_ count: Int) -> [Int] {
        let found = take(4 * count)
        return (0..<count).map {
            Int(UInt32(littleEndian: found.loadUnaligned(fromByteOffset: 4 * $0, as: UInt32.self)))
        }
    }

    /// Names joined by line feeds.
    mutating func names() -> [String] {
        align()
        let length = numbers(1)[0]
        return String(decoding: take(length), as: UTF8.self).split(separator: "\n").map(String.init)
    }

    /// An aligned part of `count` values of a trivial type, left where it lies.
    mutating func part<Value: BitwiseCopyable>(_ count: Int, of type: Value.Type) -> EmbeddedArray<Value> {
        align()
        return unaligned(count, of: type)
    }

    /// `count` values of a trivial type from here on, left where they lie.
    mutating func unaligned<Value: BitwiseCopyable>(_ count: Int, of type: Value.Type) -> EmbeddedArray<Value> {
        EmbeddedArray(bytes: take(count * MemoryLayout<Value>.stride))
    }

    /// A table of `rows` vectors.
    mutating func table(rows: Int, width: Int) -> EmbeddingTable {
        let values = part(rows * width, of: Int8.self)
        return EmbeddingTable(width: width, values: values, scales: part(rows, of: Float.self))
    }

    /// A matrix, widened to floats.
    mutating func matrix(outputs: Int, inputs: Int, bias: Bool) -> Matrix {
        let panels = (outputs + Matrix.width - 1) / Matrix.width
        let values = part(panels * inputs, of: SIMD16<Int8>.self)
        let scales = part(panels, of: SIMD16<Float>.self)
        let weights = [SIMD16<Float>](unsafeUninitializedCapacity: panels * inputs) { buffer, count in
            for panel in 0..<panels {
                let scale = scales[panel]
                for index in panel * inputs..<(panel + 1) * inputs {
                    buffer[index] = SIMD16<Float>(values[index]) * scale
                }
            }
            count = panels * inputs
        }
        let start =
            bias
            ? part(panels, of: SIMD16<Float>.self).array
            : [SIMD16<Float>](repeating: .zero, count: panels)
        return Matrix(inputs: inputs, outputs: outputs, weights: weights, bias: start)
    }
}

/// Values inside the embedded file: constant, and there as long as the program runs.
struct EmbeddedArray<Value: BitwiseCopyable>: @unchecked Sendable {
    // Unchecked because of the pointer alone: what it points to is never written and never freed.
    let bytes: UnsafeRawBufferPointer

    var count: Int { bytes.count / MemoryLayout<Value>.stride }

    var array: [Value] { (0..<count).map { self[$0] } }

    subscript(index: Int) -> Value {
        bytes.loadUnaligned(fromByteOffset: index * MemoryLayout<Value>.stride, as: Value.self)
    }
}

/// Vectors of int8 with one scale each, widened when they are looked up.
struct EmbeddingTable: Sendable {
    let width: Int
    let values: EmbeddedArray<Int8>
    let scales: EmbeddedArray<Float>

    /// Rows.
    var count: Int { scales.count }

    /// Adds a row, times a factor, to `out[0 ..< width]`.
    func add(row: Int, times factor: Float = 1, to out: UnsafeMutablePointer<Float>) {
        precondition(row >= 0 && row < count)
        let start = row * width
        let scale = scales[row] * factor
        for index in 0..<width { out[index] += Float(values[start + index]) * scale }
    }
}
