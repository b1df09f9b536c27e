// This file, like Kernel.swift, is compiled several times: for any machine in EnglishKernels, and for the vectors of AVX2 and
// AVX-512 in the two targets that hold a link to it. The results are the same to the bit: each output is a sum of its own in a fixed order,
// lanes never meet, and neither a fused multiply-add nor a library function is used.

/// The functions inside an LSTM's cell.
public enum Cell {
    @inline(__always)
    private static func load(_ pointer: UnsafePointer<Float>) -> SIMD8<Float> {
        UnsafeRawPointer(pointer).loadUnaligned(as: SIMD8<Float>.self)
    }

    @inline(__always)
    private static func store(_ value: SIMD8<Float>, _ pointer: UnsafeMutablePointer<Float>) {
        UnsafeMutableRawPointer(pointer).storeBytes(of: value, as: SIMD8<Float>.self)
    }

    /// e to the power of x, to about 2 units in the last place, for x from -87 to 88 (beyond: as at the bounds).
    ///
    /// Source: the range reduction and polynomial of Cephes' `expf` (S. L. Moshier).
    @inline(__always)
    public static func exponential(_ argument: SIMD8<Float>) -> SIMD8<Float> {
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
    /// `hidden` is a multiple of 8.
    @inline(never)
    public static func step(
        gates: UnsafePointer<Float>, cell: UnsafeMutablePointer<Float>, output: UnsafeMutablePointer<Float>, hidden: Int
    ) {
        var unit = 0
        while unit < hidden {
            let input = logistic(load(gates + unit))
            let forget = logistic(load(gates + hidden + unit))
            let candidate = hyperbolicTangent(load(gates + 2 * hidden + unit))
            let exit = logistic(load(gates + 3 * hidden + unit))
            let state = forget * load(cell + unit) + input * candidate
            store(state, cell + unit)
            store(exit * hyperbolicTangent(state), output + unit)
            unit += 8
        }
    }
}
