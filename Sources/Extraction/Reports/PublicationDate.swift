/// Reads the date on which a report was published from a line or a file name; never from the clock.
public enum PublicationDate {
    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
    private static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    /// Words that may stand before a date in a header line.
    private static let leadWords: Set<String> = ["published", "updated", "posted", "date", "on", "last", "modified"]

    /// The date that a line consists of ("Tuesday, January 15, 2019", "15 Jan 2019", "Published: 2019-01-15"), in ISO 8601; nil
    /// when the line says anything else besides, or names a day that the calendar lacks.
    ///
    /// A place may stand before it ("Manila, 14 March 2025").
    public static func ofHeaderLine(_ line: some StringProtocol) -> String? {
        guard line.utf8.count <= 80 else { return nil }
        return ofDateAlone(line) ?? behindPlace(line).flatMap { ofHeaderLine($0) }
    }

    /// What follows a place of one to three words with capitals and a comma.
    private static func behindPlace(_ line: some StringProtocol) -> String? {
        guard let comma = line.firstIndex(of: ",") else { return nil }
        let words = line[..<comma].split(separator: " ")
        guard (1...3).contains(words.count),
            words.allSatisfy({ word in
                (word.first?.isUppercase ?? false) && !word.contains(where: \.isNumber)
                    && !isWeekday(word.lowercased()) && month(word.lowercased()) == nil
            })
        else { return nil }
        return String(line[line.index(after: comma)...])
    }

    private static func ofDateAlone(_ line: some StringProtocol) -> String? {
        var words = line.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "/") }.map(String.init)
        while let first = words.first, leadWords.contains(first) || isWeekday(first) { words.removeFirst() }
        guard let date = parse(&words) else { return nil }
        // What may follow is a time of day and nothing else: "14:05 UTC" is split into three words here.
        let timeWords: Set<String> = ["utc", "gmt", "est", "edt", "pst", "pdt", "cet", "am", "pm", "at", "z"]
        return words.allSatisfy { timeWords.contains($0) || ($0.count <= 2 && Int($0) != nil) } ? date : nil
    }

    /// The date at the beginning or end of a file's name (`2019-01-15_title.txt`, `title-20190115.md`), in ISO 8601, or nil.
    public static func ofFileName(_ path: some StringProtocol) -> String? {
        let name = path.split(separator: "/").last ?? ""
        let scalars = Array(name.utf8)
        for start in scalars.indices where start == 0 || !isDigit(scalars[start - 1]) {
            for pattern in ["dddd-dd-dd", "dddd_dd_dd", "dddd.dd.dd", "dddddddd"] {
                if let date = match(Array(pattern.utf8), in: scalars, at: start) { return date }
            }
        }
        return nil
    }

    /// An ISO 8601 date of the calendar (`2019-01-15`) as it stands, or nil: the form in which an option gives a date.
    public static func ofOption(_ text: some StringProtocol) -> String? {
        let bytes = Array(text.utf8)
        return bytes.count == 10 ? match(Array("dddd-dd-dd".utf8), in: bytes, at: 0) : nil
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func match(_ pattern: [UInt8], in text: [UInt8], at start: Int) -> String? {
        guard start + pattern.count <= text.count else { return nil }
        if start + pattern.count < text.count, isDigit(text[start + pattern.count]) { return nil }
        var digits: [Int] = []
        for (offset, wanted) in pattern.enumerated() {
            let byte = text[start + offset]
            if wanted == UInt8(ascii: "d") {
                guard isDigit(byte) else { return nil }
                digits.append(Int(byte) - 0x30)
            } else if byte != wanted {
                return nil
            }
        }
        guard digits.count == 8 else { return nil }
        let year = digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3]
        return iso(year: year, month: digits[4] * 10 + digits[5], day: digits[6] * 10 + digits[7])
    }

    private static func isWeekday(_ word: String) -> Bool {
        weekdays.contains { $0 == word || (word.count >= 3 && word.count <= 5 && $0.hasPrefix(word)) }
    }

    private static func month(_ word: String) -> Int? {
        months.firstIndex { $0 == word || (word.count >= 3 && word.count <= 4 && $0.hasPrefix(word)) }.map { $0 + 1 }
    }

    private static func day(_ word: String) -> Int? {
        var digits = Substring(word)
        for ending in ["st", "nd", "rd", "th"] where digits.hasSuffix(ending) { digits = digits.dropLast(2) }
        return digits.count <= 2 ? Int(digits) : nil
    }

    /// Takes a date off the front of the words.
    private static func parse(_ words: inout [String]) -> String? {
        if let first = words.first, let date = ofFileName(first.replacing("/", with: "-")), first.count == 10 {
            words.removeFirst()
            return date
        }
        guard words.count >= 3, words[2].count == 4, let year = Int(words[2]) else { return nil }
        if let month = month(words[0]), let day = day(words[1]) {
            words.removeFirst(3)
            return iso(year: year, month: month, day: day)
        }
        if let day = day(words[0]), let month = month(words[1]) {
            words.removeFirst(3)
            return iso(year: year, month: month, day: day)
        }
        return nil
    }

    private static func iso(year: Int, month: Int, day: Int) -> String? {
        (1800...2199).contains(year) ? CalendarDate(year: year, month: month, day: day)?.iso : nil
    }
}
