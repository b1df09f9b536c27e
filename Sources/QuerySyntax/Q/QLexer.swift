import RDF

/// Cuts a `.q` text into tokens. Linear; no recursion.
struct QLexer {
    /// Why a text could not be cut, and whether more text could mend it.
    struct Failure: Error {
        var error: SyntaxError
        /// What the text leaves open at its end (a quote, an IRI, a brace), or nil if more text would not help.
        var open: String?
    }

    let source: SourceText
    private let scalars: [Unicode.Scalar]
    private var index = 0
    private var tokens: [QToken] = []

    private init(_ source: SourceText) {
        self.source = source
        self.scalars = source.scalars
    }

    /// The tokens of a text, an `end` token last.
    static func tokens(of source: SourceText) throws(Failure) -> [QToken] {
        var lexer = QLexer(source)
        while try lexer.next() {}
        let last = lexer.tokens.last?.range.upperBound ?? 0
        lexer.tokens.append(QToken(kind: .end, value: "", range: last..<last))
        return lexer.tokens
    }

    private func peek(_ offset: Int = 0) -> Unicode.Scalar? {
        index + offset < scalars.count ? scalars[index + offset] : nil
    }

    private func failure(
        _ message: String, _ range: SourceRange, hint: String? = nil, open: String? = nil
    ) -> Failure {
        Failure(error: source.error(message, at: range, hint: hint), open: open)
    }

    private mutating func add(_ kind: QToken.Kind, _ value: String, from start: Int) {
        tokens.append(QToken(kind: kind, value: value, range: start..<index))
    }

    /// Reads one token; false at the end of the text.
    private mutating func next() throws(Failure) -> Bool {
        skipSpaceAndComments()
        guard let scalar = peek() else { return false }
        switch scalar {
        case "\"", "\u{201C}", "\u{201D}", "\u{201E}": try readQuoted(.quoted)
        case "'", "\u{2018}": try readQuoted(.text)
        case "?" where isVariableStart(peek(1)): readMarked(.variable)
        case "$" where isVariableStart(peek(1)): readMarked(.parameter)
        case "<" where isIRIStart: try readIRI()
        case "0"..."9": try readNumber()
        case "_" where !isWordPart(peek(1)):
            index += 1
            add(.anything, "_", from: index - 1)
        default:
            if scalar.isLetter {
                try readWord()
            } else {
                try readSymbol(scalar)
            }
        }
        return true
    }

    private mutating func skipSpaceAndComments() {
        while let scalar = peek() {
            if scalar == "#" {
                while let other = peek(), other != "\n", other != "\r" { index += 1 }
            } else if scalar.properties.isWhitespace || scalar == "\u{FEFF}" {
                index += 1
            } else {
                return
            }
        }
    }

    // MARK: Quotes, variables, IRIs

    private mutating func readQuoted(_ kind: QToken.Kind) throws(Failure) {
        let start = index
        let opening = scalars[index]
        let closings: [Unicode.Scalar]
        switch opening {
        case "\"": closings = ["\""]
        case "'": closings = ["'"]
        case "\u{2018}": closings = ["\u{2019}"]
        default: closings = ["\u{201D}", "\u{201C}"]
        }
        index += 1
        var value = String.UnicodeScalarView()
        while let scalar = peek() {
            index += 1
            guard closings.contains(scalar) else {
                value.append(scalar)
                continue
            }
            // Doubled, a straight quote stands for itself.
            if scalar == opening, peek() == scalar {
                value.append(scalar)
                index += 1
                continue
            }
            let text = String(value)
            if kind == .quoted, text.allSatisfy(\.isWhitespace) {
                throw failure("a name in quotes needs at least one word", start..<index)
            }
            return add(kind, text, from: start)
        }
        let mark = kind == .quoted ? "\"" : "'"
        throw failure(
            "the quote that opens here is not closed", start..<(start + 1), hint: "close it with \(mark)", open: mark)
    }

    private func isVariableStart(_ scalar: Unicode.Scalar?) -> Bool {
        guard let scalar else { return false }
        return scalar.isLetter || scalar == "_" || scalar.isDigit
    }

    private mutating func readMarked(_ kind: QToken.Kind) {
        let start = index
        index += 1
        while let scalar = peek(), scalar.isLetter || scalar.isMark || scalar.isDigit || scalar == "_" { index += 1 }
        add(kind, source.text(in: (start + 1)..<index), from: start)
    }

    /// Whether `<scheme:` begins here; `<` alone is a comparison.
    private var isIRIStart: Bool {
        guard let first = peek(1), first.isASCIILetter else { return false }
        var offset = 2
        while let scalar = peek(offset) {
            if scalar == ":" { return true }
            guard scalar.isASCIILetter || scalar.isDigit || scalar == "+" || scalar == "-" || scalar == "." else {
                return false
            }
            offset += 1
        }
        return false
    }

    private mutating func readIRI() throws(Failure) {
        let start = index
        index += 1
        while let scalar = peek() {
            if scalar == ">" {
                index += 1
                return add(.iri, source.text(in: (start + 1)..<(index - 1)), from: start)
            }
            if scalar.value <= 0x20 || "<\"{}|^`\\".unicodeScalars.contains(scalar) {
                throw failure("the IRI that opens here is not closed", start..<index, hint: "close it with >")
            }
            index += 1
        }
        throw failure(
            "the IRI that opens here is not closed", start..<index, hint: "close it with >", open: "<")
    }

    // MARK: Words

    private func isWordPart(_ scalar: Unicode.Scalar?) -> Bool {
        guard let scalar else { return false }
        return scalar.isLetter || scalar.isMark || scalar.isDigit || scalar == "_"
    }

    private mutating func readWord() throws(Failure) {
        let start = index
        var isCapital = scalars[index].isCapital
        var isCased = scalars[index].isCased
        var hasInnerDot = false
        index += 1
        scan: while let scalar = peek() {
            switch scalar {
            case _ where isWordPart(scalar):
                isCased = isCased || scalar.isCased
                index += 1
            case "-", "\u{2010}", "\u{2011}", "'", "\u{2019}":
                guard let following = peek(1), following.isLetter || (following.isDigit && scalar != "'") else {
                    break scan
                }
                isCapital = isCapital || following.isCapital
                index += 1
            case "&":
                guard isCapital, let following = peek(1), following.isLetter else { break scan }
                index += 1
            case ".":
                if let following = peek(1), following.isLetter || following.isDigit {
                    hasInnerDot = true
                    index += 1
                } else if isCapital, peek(1) != ".", hasInnerDot || index - start <= 5 {
                    // The dot of an abbreviation: U.S., Mr., Gov., Corp.
                    index += 1
                    break scan
                } else {
                    break scan
                }
            default: break scan
            }
        }
        guard isCased else {
            throw failure(
                "words of a script without capital letters stand in quotes", start..<index,
                hint: "write \"\(source.text(in: start..<index))\"")
        }
        let value = source.text(in: start..<index)
        add(isCapital ? .capital : .word, value, from: start)
        if value.lowercased() == "sparql", try readRaw() { return }
    }

    /// The braces after the word `sparql`, whose content is SPARQL's and not cut further.
    private mutating func readRaw() throws(Failure) -> Bool {
        skipSpaceAndComments()
        guard peek() == "{" else { return false }
        let start = index
        guard let end = SPARQLScanner.endOfBraces(scalars, from: index) else {
            throw failure(
                "the brace that opens here is not closed", start..<(start + 1), hint: "close it with }", open: "{")
        }
        index = end
        add(.raw, source.text(in: (start + 1)..<(end - 1)), from: start)
        return true
    }

    // MARK: Numbers and dates

    private mutating func readDigits(separated: Bool) {
        while let scalar = peek() {
            if scalar.isDigit {
                index += 1
            } else if separated, scalar == "_", let following = peek(1), following.isDigit {
                index += 1
            } else {
                return
            }
        }
    }

    private mutating func readNumber() throws(Failure) {
        let start = index
        readDigits(separated: true)
        if index - start == 4, peek() == "-", let following = peek(1), following.isDigit {
            return try readDate(from: start)
        }
        var kind = QToken.Kind.integer
        if peek() == ".", let following = peek(1), following.isDigit {
            kind = .decimal
            index += 1
            readDigits(separated: false)
        }
        if peek() == ",", threeDigitsFollow {
            let comma = index
            while peek() == ",", threeDigitsFollow { index += 4 }
            let digits = source.text(in: start..<index)
            throw failure(
                "a number takes no commas", comma..<(comma + 1),
                hint: "write \(digits.split(separator: ",").joined(separator: "_")), or a space after the comma")
        }
        if let scalar = peek(), scalar.isLetter {
            let end = index
            let number = source.text(in: start..<end).filter { $0 != "_" }
            readUnitLetters()
            let letters = source.text(in: end..<index)
            guard UnitTable.unit(letters) == nil else {
                tokens.append(QToken(kind: kind, value: number, range: start..<end))
                tokens.append(QToken(kind: .word, value: letters, range: end..<index))
                return
            }
            while isWordPart(peek()) { index += 1 }
            let word = source.text(in: start..<index)
            throw failure(
                "a name that begins with a digit stands in quotes", start..<index, hint: "write \"\(word)\"")
        }
        if peek() == "-", let following = peek(1), following.isCapital {
            index += 1
            while isWordPart(peek()) { index += 1 }
            let word = source.text(in: start..<index)
            throw failure(
                "a name that begins with a digit stands in quotes", start..<index, hint: "write \"\(word)\"")
        }
        add(kind, source.text(in: start..<index).filter { $0 != "_" }, from: start)
    }

    private mutating func readUnitLetters() {
        while let scalar = peek(), scalar.isLetter || scalar == "²" || scalar == "³" { index += 1 }
    }

    /// Whether a comma here is followed by exactly three digits.
    private var threeDigitsFollow: Bool {
        for offset in 1...3 {
            guard let scalar = peek(offset), scalar.isDigit else { return false }
        }
        guard let after = peek(4) else { return true }
        return !after.isDigit
    }

    private mutating func readDate(from start: Int) throws(Failure) {
        while let scalar = peek(), scalar.isDigit || scalar == "-" { index += 1 }
        let text = source.text(in: start..<index)
        guard CalendarDate(text) != nil else {
            throw failure(
                "\(text) is not a date", start..<index, hint: "write a date as 2024-06-05, 2024-06 or 2024")
        }
        add(.date, text, from: start)
    }

    // MARK: Symbols

    private mutating func readSymbol(_ scalar: Unicode.Scalar) throws(Failure) {
        let start = index
        let pair = source.text(in: index..<(index + 2))
        switch scalar {
        case "≤", "≥", "≠":
            index += 1
            return add(.symbol, scalar == "≤" ? "<=" : scalar == "≥" ? ">=" : "!=", from: start)
        case "\u{2212}":
            index += 1
            return add(.symbol, "-", from: start)
        default: break
        }
        if ["&&", "||", "!=", "==", "<=", ">=", ".."].contains(pair) {
            index += 2
            return add(.symbol, pair, from: start)
        }
        index += 1
        if "()[]{},;:.=<>!+-*/|^~%?".unicodeScalars.contains(scalar) {
            return add(.symbol, String(scalar), from: start)
        }
        throw failure("\(scalar.forError) means nothing here", start..<index)
    }
}

extension Unicode.Scalar {
    var isASCIILetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
    var isDigit: Bool { ("0"..."9").contains(self) }
    var isLetter: Bool { value < 0x80 ? isASCIILetter : properties.isAlphabetic }
    var isMark: Bool {
        guard value >= 0x300 else { return false }
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return true
        default: return false
        }
    }
    var isCapital: Bool {
        value < 0x80
            ? ("A"..."Z").contains(self) : properties.isUppercase || properties.generalCategory == .titlecaseLetter
    }
    var isCased: Bool { value < 0x80 ? isASCIILetter : properties.isCased }

    /// How an error shows a code point: itself, or its number where it cannot be seen.
    var forError: String {
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
            let digits = String(value, radix: 16, uppercase: true)
            return "the character U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        default: return "“\(self)”"
        }
    }
}
