/// A matrix of weights for `output = weight · input + bias`, laid out for sums that run side by side.
///
/// Eight outputs make a panel; in a panel the weights stand by input. Each output is one sum over the inputs in their order, started
/// from its bias: how many rows are computed together, on which machine and in which build, never changes a bit of it.
struct Matrix: Sendable {
    /// Outputs computed together.
    static let width = 8

    let inputs: Int
    let outputs: Int
    /// `panels × inputs` vectors.
    let weights: [SIMD8<Float>]
    /// One vector a panel; zeros where the layer has none.
    let bias: [SIMD8<Float>]

    /// Panels of eight outputs; the last is filled up with zeros.
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
            Kernel.accumulate(
                weights: base, panels: panels, inputs: inputs, input: input, stride: stride, rows: rows, out: out,
                outStride: paddedOutputs)
        }
    }

    /// `out[row] = weight · input[row] + bias`.
    func apply(_ input: UnsafePointer<Float>, stride: Int, rows: Int, into out: UnsafeMutablePointer<Float>) {
        fill(out, rows: rows)
        accumulate(input, stride: stride, rows: rows, into: out)
    }
}

/// The inner loops. No fused multiply-add and no library function: IEEE arithmetic alone, so the bytes are the same everywhere.
enum Kernel {
    /// `out[row] += weight · input[row]`; the weights in panels of eight outputs, see ``Matrix``.
    static func accumulate(
        weights: UnsafePointer<SIMD8<Float>>, panels: Int, inputs: Int, input: UnsafePointer<Float>, stride: Int,
        rows: Int, out: UnsafeMutablePointer<Float>, outStride: Int
    ) {
        // Blocks of rows keep their inputs in the cache while all panels pass.
        var first = 0
        while first < rows {
            let last = min(first + 64, rows)
            for panel in 0..<panels {
                let weight = weights + panel * inputs
                var row = first
                while row + 4 <= last {
                    four(
                        weight, inputs, input + row * stride, stride, out + row * outStride + panel * Matrix.width,
                        outStride)
                    row += 4
                }
                while row < last {
                    one(weight, inputs, input + row * stride, out + row * outStride + panel * Matrix.width)
                    row += 1
                }
            }
            first = last
        }
    }

    @inline(__always)
    private static func load(_ pointer: UnsafeMutablePointer<Float>) -> SIMD8<Float> {
        UnsafeRawPointer(pointer).loadUnaligned(as: SIMD8<Float>.self)
    }

    @inline(__always)
    private static func store(_ value: SIMD8<Float>, _ pointer: UnsafeMutablePointer<Float>) {
        UnsafeMutableRawPointer(pointer).storeBytes(of: value, as: SIMD8<Float>.self)
    }

    private static func four(
        _ weight: UnsafePointer<SIMD8<Float>>, _ inputs: Int, _ input: UnsafePointer<Float>, _ stride: Int,
        _ out: UnsafeMutablePointer<Float>, _ outStride: Int
    ) {
        var sum0 = load(out)
        var sum1 = load(out + outStride)
        var sum2 = load(out + 2 * outStride)
        var sum3 = load(out + 3 * outStride)
        let (input1, input2, input3) = (input + stride, input + 2 * stride, input + 3 * stride)
        for index in 0..<inputs {
            let w = weight[index]
            sum0 += w * input[index]
            sum1 += w * input1[index]
            sum2 += w * input2[index]
            sum3 += w * input3[index]
        }
        store(sum0, out)
        store(sum1, out + outStride)
        store(sum2, out + 2 * outStride)
        store(sum3, out + 3 * outStride)
    }

    private static func one(
        _ weight: UnsafePointer<SIMD8<Float>>, _ inputs: Int, _ input: UnsafePointer<Float>,
        _ out: UnsafeMutablePointer<Float>
    ) {
        var sum = load(out)
        for index in 0..<inputs { sum += weight[index] * input[index] }
        store(sum, out)
    }

    /// e to the power of x, to about 2 units in the last place, for x from -87 to 88 (beyond: as at the bounds).
    ///
    /// Source: the range reduction and polynomial of Cephes' `expf` (S. L. Moshier).
    @inline(__always)
    static func exponential(_ argument: SIMD8<Float>) -> SIMD8<Float> {
        let high = SIMD8<Float>(repeating: 88)
        let low = SIMD8<Float>(repeating: -87)
        var x = argument.replacing(with: high, where: argument .> high)
        x.replace(with: low, where: x .< low)
        // Adding 1.5 · 2^23 rounds to an integer, which then stands in the low bits.
        let shifter = SIMD8<Float>(repeating: 12_582_912)
        let shifted = x * 1.442_695_04 + shifter
        let whole = shifted - shifter
        x -= whole * 0.693_359_375
        x += whole * 2.121_944_40e-4
        var p = x * 1.987_569_15e-4 + 1.398_199_95e-3
        p = p * x + 8.333_451_9e-3
        p = p * x + 4.166_579_6e-2
        p = p * x + 1.666_666_55e-1
        p = p * x + 0.5
        p = p * (x * x) + x + 1
        let bits = unsafeBitCast(shifted, to: SIMD8<Int32>.self) &- 0x4B40_0000
        let scale = unsafeBitCast((bits &+ 127) &<< 23, to: SIMD8<Float>.self)
        return p * scale
    }

    /// 1 / (1 + e^-x).
    @inline(__always)
    static func logistic(_ x: SIMD8<Float>) -> SIMD8<Float> {
        1 / (1 + exponential(-x))
    }

    /// The hyperbolic tangent.
    @inline(__always)
    static func hyperbolicTangent(_ x: SIMD8<Float>) -> SIMD8<Float> {
        2 / (1 + exponential(-2 * x)) - 1
    }

    /// One step of an LSTM on a row: gates (input, forget, cell, output) and the cell state → the new cell state and output.
    static func step(
        gates: UnsafePointer<Float>, cell: UnsafeMutablePointer<Float>, output: UnsafeMutablePointer<Float>, hidden: Int
    ) {
        let gates = UnsafeMutablePointer(mutating: gates)
        var unit = 0
        while unit < hidden {
            let input = logistic(load(gates + unit))
            let forget = logistic(load(gates + hidden + unit))
            let candidate = hyperbolicTangent(load(gates + 2 * hidden + unit))
            let exit = logistic(load(gates + 3 * hidden + unit))
            let state = forget * load(cell + unit) + input * candidate
            store(state, cell + unit)
            store(exit * hyperbolicTangent(state), output + unit)
            unit += Matrix.width
        }
    }

    /// x where it is positive, x / 10 elsewhere.
    static func leakyReLU(_ values: UnsafeMutablePointer<Float>, count: Int) {
        for index in 0..<count where values[index] < 0 { values[index] *= 0.1 }
    }

    /// The index of the greatest value, the lowest where several are equal.
    static func largest(_ values: UnsafePointer<Float>, count: Int) -> Int {
        var best = 0
        for index in 1..<max(count, 1) where values[index] > values[best] { best = index }
        return best
    }
}
