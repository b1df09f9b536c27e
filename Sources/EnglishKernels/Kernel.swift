// The inner loops of the parser. This file is compiled several times: for any machine in EnglishKernels, and for the vectors of AVX2 and
// AVX-512 in the two targets that hold a link to it. The results are the same to the bit: each output is a sum of its own in a fixed order,
// lanes never meet, and neither a fused multiply-add nor a library function is used.

/// Products of weights and rows of inputs.
public enum Kernel {
    /// Outputs computed together: the width of a panel of weights.
    public static let width = 16

    /// `out[row] += weight · input[row]` for every row.
    ///
    /// - Parameters:
    ///   - weights: `panels × inputs` vectors: in a panel of sixteen outputs, the weights of each input in turn.
    ///   - stride: floats from a row of `input` to the next.
    ///   - outStride: floats from a row of `out` to the next; at least `panels × 16`.
    ///   - together: rows whose sums are held in registers at once: 2, 4 or 8, whatever suits the machine.
    @inline(never)
    public static func accumulate(
        weights: UnsafePointer<SIMD16<Float>>, panels: Int, inputs: Int, input: UnsafePointer<Float>, stride: Int,
        rows: Int, out: UnsafeMutablePointer<Float>, outStride: Int, together: Int
    ) {
        // Blocks of rows keep their inputs in the cache while all panels pass.
        var first = 0
        while first < rows {
            let last = min(first &+ 64, rows)
            var panel = 0
            while panel < panels {
                let weight = weights + panel &* inputs
                let sums = out + panel &* width
                var row = first
                if together >= 8 {
                    while row &+ 8 <= last {
                        eight(weight, inputs, input + row &* stride, stride, sums + row &* outStride, outStride)
                        row &+= 8
                    }
                }
                if together >= 4 {
                    while row &+ 4 <= last {
                        four(weight, inputs, input + row &* stride, stride, sums + row &* outStride, outStride)
                        row &+= 4
                    }
                }
                while row &+ 2 <= last {
                    two(weight, inputs, input + row &* stride, stride, sums + row &* outStride, outStride)
                    row &+= 2
                }
                if row < last { one(weight, inputs, input + row &* stride, sums + row &* outStride) }
                panel &+= 1
            }
            first = last
        }
    }

    @inline(__always)
    private static func load(_ pointer: UnsafeMutablePointer<Float>) -> SIMD16<Float> {
        UnsafeRawPointer(pointer).loadUnaligned(as: SIMD16<Float>.self)
    }

    @inline(__always)
    private static func store(_ value: SIMD16<Float>, _ pointer: UnsafeMutablePointer<Float>) {
        UnsafeMutableRawPointer(pointer).storeBytes(of: value, as: SIMD16<Float>.self)
    }

    @inline(__always)
    private static func one(
        _ weight: UnsafePointer<SIMD16<Float>>, _ inputs: Int, _ input: UnsafePointer<Float>,
        _ out: UnsafeMutablePointer<Float>
    ) {
        var sum = load(out)
        var index = 0
        while index < inputs {
            sum += weight[index] * input[index]
            index &+= 1
        }
        store(sum, out)
    }

    @inline(__always)
    private static func two(
        _ weight: UnsafePointer<SIMD16<Float>>, _ inputs: Int, _ input: UnsafePointer<Float>, _ stride: Int,
        _ out: UnsafeMutablePointer<Float>, _ outStride: Int
    ) {
        var sum0 = load(out)
        var sum1 = load(out + outStride)
        let input1 = input + stride
        var index = 0
        while index < inputs {
            let w = weight[index]
            sum0 += w * input[index]
            sum1 += w * input1[index]
            index &+= 1
        }
        store(sum0, out)
        store(sum1, out + outStride)
    }

    @inline(__always)
    private static func four(
        _ weight: UnsafePointer<SIMD16<Float>>, _ inputs: Int, _ input: UnsafePointer<Float>, _ stride: Int,
        _ out: UnsafeMutablePointer<Float>, _ outStride: Int
    ) {
        var sum0 = load(out)
        var sum1 = load(out + outStride)
        var sum2 = load(out + 2 &* outStride)
        var sum3 = load(out + 3 &* outStride)
        let (input1, input2, input3) = (input + stride, input + 2 &* stride, input + 3 &* stride)
        var index = 0
        while index < inputs {
            let w = weight[index]
            sum0 += w * input[index]
            sum1 += w * input1[index]
            sum2 += w * input2[index]
            sum3 += w * input3[index]
            index &+= 1
        }
        store(sum0, out)
        store(sum1, out + outStride)
        store(sum2, out + 2 &* outStride)
        store(sum3, out + 3 &* outStride)
    }

    @inline(__always)
    private static func eight(
        _ weight: UnsafePointer<SIMD16<Float>>, _ inputs: Int, _ input: UnsafePointer<Float>, _ stride: Int,
        _ out: UnsafeMutablePointer<Float>, _ outStride: Int
    ) {
        var sum0 = load(out)
        var sum1 = load(out + outStride)
        var sum2 = load(out + 2 &* outStride)
        var sum3 = load(out + 3 &* outStride)
        var sum4 = load(out + 4 &* outStride)
        var sum5 = load(out + 5 &* outStride)
        var sum6 = load(out + 6 &* outStride)
        var sum7 = load(out + 7 &* outStride)
        let (input1, input2, input3) = (input + stride, input + 2 &* stride, input + 3 &* stride)
        let input4 = input + 4 &* stride
        let (input5, input6, input7) = (input4 + stride, input4 + 2 &* stride, input4 + 3 &* stride)
        var index = 0
        while index < inputs {
            let w = weight[index]
            sum0 += w * input[index]
            sum1 += w * input1[index]
            sum2 += w * input2[index]
            sum3 += w * input3[index]
            sum4 += w * input4[index]
            sum5 += w * input5[index]
            sum6 += w * input6[index]
            sum7 += w * input7[index]
            index &+= 1
        }
        store(sum0, out)
        store(sum1, out + outStride)
        store(sum2, out + 2 &* outStride)
        store(sum3, out + 3 &* outStride)
        store(sum4, out + 4 &* outStride)
        store(sum5, out + 5 &* outStride)
        store(sum6, out + 6 &* outStride)
        store(sum7, out + 7 &* outStride)
    }
}
