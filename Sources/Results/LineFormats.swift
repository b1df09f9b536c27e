import QueryEngine
import RDF

/// One value a line under its variable's name, for wide rows.
///
/// ```
///   who = Hamas
///     n = 105
/// ```
public struct LineFormat: ResultFormat {
    /// The texts of terms.
    public var labels: Labels

    /// The format.
    public init(labels: Labels) { self.labels = labels }

    /// Writes a block of lines a row, with an empty line between blocks.
    public func write(_ solutions: Solutions, to output: Output) {
        let names = solutions.variables.map { TextWidth.singleLine($0.name) }
        let widest = names.map(TextWidth.columns).max() ?? 0
        for row in 0..<solutions.count {
            if row > 0 { output.write("\n") }
            for (column, name) in names.enumerated() {
                let id = solutions.id(row: row, column: column)
                let text = id.isBound ? TextWidth.singleLine(labels.text(id, solutions.terms)) : BoxTable.unbound
                output.write(String(repeating: " ", count: widest - TextWidth.columns(name)) + "\(name) = \(text)\n")
            }
            if output.hasFailed { return }
        }
    }
}

/// Values between bars, without head or padding.
///
/// ```
/// Hamas|105
/// ```
public struct ListFormat: ResultFormat {
    /// The texts of terms.
    public var labels: Labels

    /// The format.
    public init(labels: Labels) { self.labels = labels }

    /// Writes a line a row.
    public func write(_ solutions: Solutions, to output: Output) {
        for row in 0..<solutions.count {
            let cells = solutions.variables.indices.map { column in
                let id = solutions.id(row: row, column: column)
                return id.isBound ? TextWidth.singleLine(labels.text(id, solutions.terms)) : ""
            }
            output.write(cells.joined(separator: "|") + "\n")
            if output.hasFailed { return }
        }
    }
}

/// A table of Markdown (GitHub's dialect), numbers to the right.
///
/// ```
/// | who | n |
/// | --- | --: |
/// | Hamas | 105 |
/// ```
public struct MarkdownFormat: ResultFormat {
    /// The texts of terms.
    public var labels: Labels

    /// The format.
    public init(labels: Labels) { self.labels = labels }

    /// Writes a head, a rule and a line a row.
    public func write(_ solutions: Solutions, to output: Output) {
        let names = solutions.variables.map { Self.escaped($0.name) }
        output.write("| " + names.joined(separator: " | ") + " |\n")
        let rules = solutions.variables.indices.map { solutions.isNumeric($0, output) ? "--:" : "---" }
        output.write("| " + rules.joined(separator: " | ") + " |\n")
        for row in 0..<solutions.count {
            let cells = solutions.variables.indices.map { column in
                let id = solutions.id(row: row, column: column)
                return id.isBound ? Self.escaped(labels.text(id, solutions.terms)) : ""
            }
            output.write("| " + cells.joined(separator: " | ") + " |\n")
            if output.hasFailed { return }
        }
    }

    /// A text that stays within its cell and means nothing to Markdown or HTML.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in TextWidth.singleLine(text).unicodeScalars {
            switch scalar {
            case "|", "\\", "*", "_", "`", "[", "]": result += "\\" + String(scalar)
            case "<": result += "&lt;"
            case "&": result += "&amp;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
