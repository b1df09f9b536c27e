import RDF

/// Figures over time as one SVG picture: a shape and a colour a source, bars for what bounds a figure, tooltips, and a
/// description for those who cannot see it.
///
/// Source: Scalable Vector Graphics 1.1. Colours: M. Okabe and K. Ito, "Color Universal Design" (2008).
struct TimelineSVG {
    let table: FigureTable
    let title: String

    static let colors = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#000000", "#777777"]
    private static let width = 760.0
    private static let left = 84.0
    private static let top = 44.0
    private static let bottom = 330.0

    /// The picture.
    func text() -> String {
        let dated = table.dated
        let first = dated.compactMap(\.day).min() ?? 0
        let last = dated.compactMap(\.day).max() ?? 0
        let scale = ValueScale(
            dated.flatMap { figure in
                [figure.value] + (figure.upper.map { [$0] } ?? [])
                    + (figure.bound.reachesUp ? [figure.value * 1.12] : [])
            })
        func x(_ day: Int) -> Double {
            let room = Self.width - Self.left - 120
            return Self.left + 60 + (last > first ? room * Double(day - first) / Double(last - first) : room / 2)
        }
        func y(_ value: Double) -> Double { Self.bottom - (Self.bottom - Self.top) * scale.share(value) }
        var parts = axis(scale, y) + days(dated, x)
        for day in Set(dated.compactMap(\.day)).sorted() {
            let figures = dated.filter { $0.day == day }
            for (place, figure) in figures.enumerated() {
                let at = x(day) + 14 * (Double(place) - Double(figures.count - 1) / 2)
                parts.append(mark(figure, x: at, y: y))
            }
        }
        let names = table.seriesNames
        let lines = (names.count + 2) / 3
        let height = Int(Self.bottom) + 56 + 22 * lines
        for (index, name) in names.enumerated() {
            let at = Self.left + Double(index % 3) * 220
            let line = Self.bottom + 52 + Double(index / 3) * 22
            parts.append(
                shape(index, x: at, y: line - 4)
                    + "<text x=\"\(SVG.number(at + 12))\" y=\"\(SVG.number(line))\">\(Markup.escaped(name))</text>")
        }
        return SVG.document(width: Int(Self.width), height: height, title: title, description: description, parts)
    }

    private var description: String {
        table.figures.map { "\($0.date ?? "no day"): \($0.words), \($0.speaker), \($0.source)" }.joined(separator: "; ")
    }

    private func axis(_ scale: ValueScale, _ y: (Double) -> Double) -> [String] {
        scale.ticks.map { value in
            "<line x1=\"\(SVG.number(Self.left))\" x2=\"\(SVG.number(Self.width - 20))\" y1=\"\(SVG.number(y(value)))\" "
                + "y2=\"\(SVG.number(y(value)))\" class=\"grid\"/><text x=\"\(SVG.number(Self.left - 8))\" "
                + "y=\"\(SVG.number(y(value) + 4))\" text-anchor=\"end\">\(ValueScale.figure(value))</text>"
        }
    }

    private func days(_ dated: [Figure], _ x: (Int) -> Double) -> [String] {
        var end = -Double.infinity
        var parts: [String] = []
        var seen: Set<Int> = []
        for figure in dated {
            guard let day = figure.day, seen.insert(day).inserted, let date = figure.date, x(day) - 36 > end else {
                continue
            }
            end = x(day) + 36
            parts.append(
                "<text x=\"\(SVG.number(x(day)))\" y=\"\(SVG.number(Self.bottom + 20))\" text-anchor=\"middle\">"
                    + "\(Markup.escaped(date))</text>")
        }
        return parts
    }

    private func mark(_ figure: Figure, x: Double, y: (Double) -> Double) -> String {
        let series = table.series(figure)
        let at = y(figure.value)
        var ends: [Double] = []
        if let upper = figure.upper {
            ends = [y(upper)]
        } else if figure.bound == .about {
            ends = [at - 12, at + 12]
        } else if figure.bound.reachesUp {
            ends = [max(Self.top - 10, at - 26)]
        } else if figure.bound.reachesDown {
            ends = [min(Self.bottom, at + 26)]
        }
        let isOpen = figure.bound != .about && figure.upper == nil
        var bars = ""
        for end in ends {
            let tip = end < at ? 5.0 : -5.0
            // An arrow where nothing is known beyond, a cap where the range ends.
            let head =
                isOpen
                ? "M\(SVG.number(x - 4)) \(SVG.number(end + tip))L\(SVG.number(x)) \(SVG.number(end))L\(SVG.number(x + 4)) \(SVG.number(end + tip))"
                : "M\(SVG.number(x - 4)) \(SVG.number(end))L\(SVG.number(x + 4)) \(SVG.number(end))"
            bars +=
                "<path d=\"M\(SVG.number(x)) \(SVG.number(at))L\(SVG.number(x)) \(SVG.number(end))\(head)\" "
                + "class=\"bar\" stroke=\"\(Self.colors[series])\"/>"
        }
        let tip = "\(figure.date ?? ""): \(figure.words), \(figure.speaker), \(figure.source)"
        return "<g><title>\(Markup.escaped(tip))</title>\(bars)\(shape(series, x: x, y: at))</g>"
    }

    /// A circle, square, diamond or triangle: sources are told apart without colours too.
    private func shape(_ series: Int, x: Double, y: Double) -> String {
        let fill = "fill=\"\(Self.colors[series])\""
        switch series % 4 {
        case 0: return "<circle cx=\"\(SVG.number(x))\" cy=\"\(SVG.number(y))\" r=\"5\" \(fill)/>"
        case 1:
            return "<rect x=\"\(SVG.number(x - 4.5))\" y=\"\(SVG.number(y - 4.5))\" width=\"9\" height=\"9\" \(fill)/>"
        case 2:
            return "<path d=\"M\(SVG.number(x)) \(SVG.number(y - 6))l6 6l-6 6l-6 -6z\" \(fill)/>"
        default: return "<path d=\"M\(SVG.number(x)) \(SVG.number(y - 6))l6 10h-12z\" \(fill)/>"
        }
    }
}

/// What all pictures share.
enum SVG {
    /// A picture with its title, a description, and white paper below it.
    static func document(width: Int, height: Int, title: String, description: String, _ parts: [String]) -> String {
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" role="img" \
        aria-labelledby="title description">
        <title id="title">\(Markup.escaped(title))</title>
        <desc id="description">\(Markup.escaped(description))</desc>
        <style>text{font:12px sans-serif;fill:#222}.grid{stroke:#ddd}.bar{stroke-width:2;fill:none}</style>
        <rect width="100%" height="100%" fill="white"/>
        <text x="20" y="24" style="font-weight:bold;font-size:14px">\(Markup.escaped(title))</text>
        \(parts.joined(separator: "\n"))
        </svg>

        """
    }

    /// A coordinate with at most one decimal.
    static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0
            ? String(tenths / 10) : "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }
}

/// Text in XML and HTML.
enum Markup {
    /// The text with the signs of markup as entities; what XML cannot hold is left out.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default:
                if scalar.value >= 0x20 || scalar == "\n" || scalar == "\t" { escaped.unicodeScalars.append(scalar) }
            }
        }
        return escaped
    }
}
