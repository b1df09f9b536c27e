import RDF

extension Measurement {
    /// Prints the times and the rate of `amount` a second of CPU in a unit.
    func report(_ name: String, amount: Double, unit: String) {
        let output = Output.standardOutput()
        output.write(
            "\(name): cpu \(rounded(cpu, 3)) s, wall \(rounded(wall, 3)) s, \(rounded(amount / cpu, 1)) \(unit)/s\n")
        try? output.close()
    }
}

/// A number with so many digits behind the point.
func rounded(_ value: Double, _ digits: Int) -> String {
    var factor = 1.0
    for _ in 0..<digits { factor *= 10 }
    let scaled = (value * factor).rounded() / factor
    let text = "\(scaled)"
    return digits == 0 ? String(text.prefix { $0 != "." }) : text
}
