import EnglishKernels

/// A matrix of weights for `output = weight · input + bias`, laid out for sums that run side by side.
///
/// Sixteen outputs make a panel; in a panel the weights stand by input. Each output is one sum over the inputs in their order, started
/// from its bias: how many rows are computed together, on which machine and in which build, never changes a bit of it.
struct Matrix: Sendable {
    /// Outputs computed together.
    static let width = EnglishKernels.Kernel.width

    let inputs: Int
    let outputs: Int
    /// `panels × inputs` vectors.
    let weights: [SIMD16<Float>]
    /// One vector a panel; zeros where the layer has none.
    let bias: [SIMD16<Float>]

    /// Panels of sixteen outputs; the last is filled up with zeros.
    var panels: Int { bias.count }
    /// Outputs with the filling.
    var paddedOutputs: Int { panels * Self.width }

    /// Rows of bias, ready to be added to.
    func fill(_ out: UnsafeMutablePointer<Float>, rows: Int) {
        bias.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return }
            for row in 0..<rows {
                UnsafeMutableRawPointer(out + row * paddedOutputs).copyMemory(from: base, byteCount: bytes.count)
            }
        }
    }

    /// `out[row] += weight · input[row]` for every row. `input` has `stride` floats a row, `out` has `paddedOutputs`.
    func accumulate(_ input: UnsafePointer<Float>, stride: Int, rows: Int, into out: UnsafeMutablePointer<Float>) {
        weights.withUnsafeBufferPointer { weights in
            guard let base = weights.baseAddress else { return }
            Machine.current.accumulate(
                base, panels: panels, inputs: inputs, input: input, stride: stride, rows: rows, out: out,
                outStride: paddedOutputs)
        }
    }

    /// `out[row] = weight · input[row] + bias`.
    func apply(_ input: UnsafePointer<Float>, stride: Int, rows: Int, into out: UnsafeMutablePointer<Float>) {
        fill(out, rows: rows)
        accumulate(input, stride: stride, rows: rows, into: out)
    }
}
