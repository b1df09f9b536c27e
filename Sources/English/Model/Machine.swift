import CEnglishModel
import EnglishKernels

#if arch(x86_64)
    import EnglishKernelsAVX2
    import EnglishKernelsAVX512
#endif

/// The kind of machine the program runs on, as far as its vectors go. All kinds compute the same bytes.
enum Machine: CaseIterable {
    case any
    #if arch(x86_64)
        case avx2
        case avx512
    #endif

    /// The machine at hand.
    static let current = allCases.last { $0.isAvailable } ?? .any

    /// Whether this machine can run it.
    var isAvailable: Bool {
        switch self {
        case .any: true
        #if arch(x86_64)
            case .avx2: tercet_machine_has_avx2()
            case .avx512: tercet_machine_has_avx512()
        #endif
        }
    }

    /// `out[row] += weights · input[row]`, see ``Matrix``.
    func accumulate(
        _ weights: UnsafePointer<SIMD16<Float>>, panels: Int, inputs: Int, input: UnsafePointer<Float>, stride: Int,
        rows: Int, out: UnsafeMutablePointer<Float>, outStride: Int
    ) {
        switch self {
        case .any:
            EnglishKernels.Kernel.accumulate(
                weights: weights, panels: panels, inputs: inputs, input: input, stride: stride, rows: rows, out: out,
                outStride: outStride, together: 2)
        #if arch(x86_64)
            case .avx2:
                EnglishKernelsAVX2.Kernel.accumulate(
                    weights: weights, panels: panels, inputs: inputs, input: input, stride: stride, rows: rows,
                    out: out,
                    outStride: outStride, together: 4)
            case .avx512:
                EnglishKernelsAVX512.Kernel.accumulate(
                    weights: weights, panels: panels, inputs: inputs, input: input, stride: stride, rows: rows,
                    out: out,
                    outStride: outStride, together: 8)
        #endif
        }
    }

    /// One step of an LSTM on a row: gates and cell state → new cell state and output, see ``Cell``.
    func step(
        gates: UnsafePointer<Float>, cell: UnsafeMutablePointer<Float>, output: UnsafeMutablePointer<Float>, hidden: Int
    ) {
        switch self {
        case .any: EnglishKernels.Cell.step(gates: gates, cell: cell, output: output, hidden: hidden)
        #if arch(x86_64)
            case .avx2: EnglishKernelsAVX2.Cell.step(gates: gates, cell: cell, output: output, hidden: hidden)
            case .avx512: EnglishKernelsAVX512.Cell.step(gates: gates, cell: cell, output: output, hidden: hidden)
        #endif
        }
    }
}
