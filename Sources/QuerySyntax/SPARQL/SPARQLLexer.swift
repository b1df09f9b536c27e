import RDF

/// Cuts SPARQL into tokens, the longest that fits each time.
///
/// Source: SPARQL 1.1 Query Language, section 19.
struct SPARQLLexer {
    let source: SourceText
    private let scalars: [Unicode.Scalar]
    private(set) var index: Int

    init(_ source: SourceText, in range: SourceRange? = nil) {
        self.source = source
        scalars = range.map { Array(source.scalars[..<$0.upperBound]) } ?? source.scalars
        index = range?.lowerBound ?? 0
    }

    /// The next token and its place.
    mutating func next() throws(SyntaxError) -> (token: SPARQLToken, range: SourceRange) {
        skipSpace()
        let start = index
        guard index < scalars.count else { return (.end, start..<start) }
        let token = try token()
        return (token, start..<index)
    }

    private func peek(_ offset: Int = 0) -> Unicode.Scalar? {
        index + offset < scalars.count ? scalars[index + offset] : nil
    }

    private mutating func skipSpace() {
        while let scalar = peek() {
            if scalar == "#" {
                while let scalar = peek(), scalar != "\n", scalar != "\r" { index += 1 }
            } else if scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r" || scalar == "\u{FEFF}" {
                index += 1
            } else {
                return
            }
        }
    }

    private mutating func token() throws(SyntaxError) -> SPARQLToken {
        let scalar = scalars[index]
        switch scalar {
        case "<":
            if let end = SPARQLScanner.endOfIRI(scalars, from: index) { return .iri(try iri(upTo: end)) }
            return mark("<", longer: "<=")
        case "\"", "'": return .string(try string())
        case "?", "$":
            if let name = try variableName() { return .variable(name) }
            if scalar == "$" { throw error("a variable needs a name after “$”", index..<(index + 1)) }
            return mark("?")
        case "@": return .languageTag(try languageTag())
        case "_":
            if peek(1) == ":" { return .blankLabel(try blankLabel()) }
        case "0"..."9": return number()
        case ".":
            if let next = peek(1), next.isDigit { return number() }
            return mark(".")
        case "&":
            if peek(1) == "&" { return mark("&", longer: "&&") }
            throw error("“&” stands alone", index..<(index + 1), hint: "“and” is written &&")
        case "|": return mark("|", longer: "||")
        case "!": return mark("!", longer: "!=")
        case ">": return mark(">", longer: ">=")
        case "^": return mark("^", longer: "^^")
        case "{", "}", "(", ")", "[", "]", ";", ",", "=", "+", "-", "*", "/":
            return mark(String(scalar))
        default: break
        }
        return try nameOrWord()
    }

    /// A mark, or the one of two characters that begins with it and stands here.
    private mutating func mark(_ mark: String, longer: String? = nil) -> SPARQLToken {
        index += 1
        guard let longer, let second = longer.unicodeScalars.last, peek() == second else { return .mark(mark) }
        index += 1
        return .mark(longer)
    }

    func error(_ message: String, _ range: SourceRange, hint: String? = nil) -> SyntaxError {
        source.error(message, at: range, hint: hint)
    }

    // MARK: Names

    /// A `\uXXXX` or `\UXXXXXXXX` at the index, or nil when there is none.
    private func codePointEscape(at place: Int) throws(SyntaxError) -> (scalar: Unicode.Scalar, length: Int)? {
        guard place + 1 < scalars.count, scalars[place] == "\\" else { return nil }
        let digits: Int
        switch scalars[place + 1] {
        case "u": digits = 4
        case "U": digits = 8
        default: return nil
        }
        var value: UInt32 = 0
        for offset in 0..<digits {
            guard place + 2 + offset < scalars.count, let digit = scalars[place + 2 + offset].hexadecimalValue else {
                throw error(
                    "“\\\(scalars[place + 1])” needs \(digits) hexadecimal digits", place..<(place + 2 + offset))
            }
            value = value << 4 | digit
        }
        guard let scalar = Unicode.Scalar(value) else {
            throw error("the escape stands for no character", place..<(place + 2 + digits))
        }
        return (scalar, 2 + digits)
    }

    /// The scalar at the index, a code-point escape decoded, and how long it is in the text.
    private func decoded(at place: Int) throws(SyntaxError) -> (scalar: Unicode.Scalar, length: Int)? {
        guard place < scalars.count else { return nil }
        return try codePointEscape(at: place) ?? (scalars[place], 1)
    }

    /// A piece of the text that is ASCII without a backslash and is allowed in an IRI, which most texts are; nil otherwise.
    private func plainText(_ range: Range<Int>) -> String? {
        scalars.withUnsafeBufferPointer { scalars in
            for place in range where !scalars[place].isASCII || !scalars[place].isAllowedInIRI { return nil }
            return String(unsafeUninitializedCapacity: range.count) { buffer in
                for place in range {
                    buffer[place &- range.lowerBound] = UInt8(truncatingIfNeeded: scalars[place].value)
                }
                return range.count
            }
        }
    }

    /// Where a run of ASCII letters, digits and `_` ends that begins at a place.
    private func endOfPlainName(from start: Int) -> Int {
        var end = start
        while end < scalars.count, scalars[end].isASCIIWord { end += 1 }
        return end
    }

    private mutating func variableName() throws(SyntaxError) -> String? {
        let plainEnd = endOfPlainName(from: index + 1)
        if plainEnd > index + 1, plainEnd == scalars.count || scalars[plainEnd].isASCII,
            peekBackslash(plainEnd) == false,
            let name = plainText(index + 1..<plainEnd)
        {
            index = plainEnd
            return name
        }
        var name = String.UnicodeScalarView()
        var place = index + 1
        while let (scalar, length) = try decoded(at: place),
            scalar.isNameStart || scalar.isDigit || (!name.isEmpty && scalar.isNameExtender && scalar != "-")
        {
            name.append(scalar)
            place += length
        }
        guard !name.isEmpty else { return nil }
        index = place
        return String(name)
    }

    private mutating func languageTag() throws(SyntaxError) -> String {
        let start = index
        index += 1
        var tag = String.UnicodeScalarView()
        while let scalar = peek(), scalar.isASCIILetter || (tag.contains("-") && scalar.isDigit) || scalar == "-" {
            tag.append(scalar)
            index += 1
        }
        guard let first = tag.first, first != "-", tag.last != "-" else {
            throw error("a language tag is expected after “@”", start..<index, hint: "such as \"chat\"@fr")
        }
        return String(tag)
    }

    private mutating func blankLabel() throws(SyntaxError) -> String {
        let start = index
        index += 2
        var label = String.UnicodeScalarView()
        while let (scalar, length) = try decoded(at: index) {
            let isAllowed =
                label.isEmpty
                ? scalar.isNameStart || scalar.isDigit
                : scalar.isNameStart || scalar.isDigit || scalar.isNameExtender || scalar == "."
            guard isAllowed else { break }
            label.append(scalar)
            index += length
        }
        while label.last == "." {
            label.removeLast()
            index -= 1
        }
        guard !label.isEmpty else { throw error("a blank node needs a label after “_:”", start..<index) }
        return String(label)
    }

    private func peekBackslash(_ place: Int) -> Bool { place < scalars.count && scalars[place] == "\\" }

    /// A prefixed name or a word of ASCII letters, digits and `_`, as most are; nil for any other, or none.
    private mutating func plainNameOrWord() -> SPARQLToken? {
        func ends(at place: Int) -> Bool {
            guard place < scalars.count else { return true }
            switch scalars[place] {
            case "-", ".", ":", "%", "\\": return false
            case let scalar: return scalar.isASCII
            }
        }
        let prefixEnd = endOfPlainName(from: index)
        if prefixEnd > index, !scalars[index].isASCIILetter { return nil }
        guard prefixEnd < scalars.count, scalars[prefixEnd] == ":" else {
            guard prefixEnd > index, ends(at: prefixEnd), let word = plainText(index..<prefixEnd) else { return nil }
            index = prefixEnd
            return .word(word)
        }
        let localEnd = endOfPlainName(from: prefixEnd + 1)
        guard ends(at: localEnd), let prefix = plainText(index..<prefixEnd),
            let local = plainText(prefixEnd + 1..<localEnd)
        else { return nil }
        index = localEnd
        return .prefixed(prefix: prefix, local: local)
    }

    /// A prefixed name, a keyword, or `a`.
    private mutating func nameOrWord() throws(SyntaxError) -> SPARQLToken {
        if let plain = plainNameOrWord() { return plain }
        let start = index
        var prefix = String.UnicodeScalarView()
        while let (scalar, length) = try decoded(at: index), scalar != "_" || !prefix.isEmpty,
            scalar.isNameStart || (!prefix.isEmpty && (scalar.isDigit || scalar.isNameExtender || scalar == "."))
        {
            prefix.append(scalar)
            index += length
        }
        while prefix.last == "." {
            prefix.removeLast()
            index -= 1
        }
        if peek() == ":" {
            index += 1
            return .prefixed(prefix: String(prefix), local: try localName())
        }
        guard !prefix.isEmpty else {
            index = start + 1
            throw error("\(scalars[start].forError) is not expected here", start..<index)
        }
        return .word(String(prefix))
    }

    private mutating func localName() throws(SyntaxError) -> String {
        var local = String.UnicodeScalarView()
        /// Dots at the end belong to the sentence, not to the name.
        var trailingDots = 0
        while let scalar = peek() {
            if scalar == "%" {
                guard let high = peek(1), let low = peek(2), high.hexadecimalValue != nil, low.hexadecimalValue != nil
                else { throw error("“%” in a name needs two hexadecimal digits", index..<(index + 1)) }
                local.append(contentsOf: [scalar, high, low])
                index += 3
                trailingDots = 0
            } else if scalar == "\\" {
                if let (escaped, length) = try codePointEscape(at: index) {
                    guard escaped.isNameStart || escaped.isDigit || escaped.isNameExtender else { break }
                    local.append(escaped)
                    index += length
                } else {
                    guard let escaped = peek(1), "_~.-!$&'()*+,;=/?#@%".unicodeScalars.contains(escaped) else {
                        throw error("this escape means nothing in a name", index..<(index + 2))
                    }
                    local.append(escaped)
                    index += 2
                }
                trailingDots = 0
            } else if scalar == "." {
                guard !local.isEmpty else { break }
                local.append(scalar)
                index += 1
                trailingDots += 1
            } else if scalar.isNameStart || scalar.isDigit || scalar == ":"
                || (!local.isEmpty && scalar.isNameExtender)
            {
                local.append(scalar)
                index += 1
                trailingDots = 0
            } else {
                break
            }
        }
        local.removeLast(trailingDots)
        index -= trailingDots
        return String(local)
    }

    // MARK: Literals

    private mutating func number() -> SPARQLToken {
        var text = String.UnicodeScalarView()
        func take(_ lexer: inout SPARQLLexer) {
            while let scalar = lexer.peek(), scalar.isDigit {
                text.append(scalar)
                lexer.index += 1
            }
        }
        take(&self)
        var isDecimal = false
        // "5." is a number and a full stop, "5.e3" and "5.0" are numbers.
        if peek() == ".", let next = peek(1), next.isDigit || (startsExponent(at: 1) && !text.isEmpty) {
            isDecimal = true
            text.append(".")
            index += 1
            take(&self)
        }
        guard startsExponent(at: 0) else { return isDecimal ? .decimal(String(text)) : .integer(String(text)) }
        text.append("e")
        index += 1
        if let sign = peek(), sign == "+" || sign == "-" {
            text.append(sign)
            index += 1
        }
        take(&self)
        return .double(String(text))
    }

    private func startsExponent(at offset: Int) -> Bool {
        guard let scalar = peek(offset), scalar == "e" || scalar == "E" else { return false }
        guard let next = peek(offset + 1) else { return false }
        if next == "+" || next == "-" { return peek(offset + 2)?.isDigit ?? false }
        return next.isDigit
    }

    private mutating func iri(upTo end: Int) throws(SyntaxError) -> String {
        if let plain = plainText(index + 1..<end - 1) {
            index = end
            return plain
        }
        var text = String.UnicodeScalarView()
        var place = index + 1
        while place < end - 1 {
            let (scalar, length) = try codePointEscape(at: place) ?? (scalars[place], 1)
            guard scalar != "\\" || length > 1, scalar.isAllowedInIRI
            else { throw error("an IRI can't hold this character", place..<(place + 1)) }
            text.append(scalar)
            place += length
        }
        index = end
        return String(text)
    }

    private mutating func string() throws(SyntaxError) -> String {
        guard let end = SPARQLScanner.endOfString(scalars, from: index) else {
            throw error("the string is not closed", index..<(index + 1))
        }
        let quote = scalars[index]
        let isLong = peek(1) == quote && peek(2) == quote && end - index >= 6
        var text = String.UnicodeScalarView()
        var place = index + (isLong ? 3 : 1)
        let stop = end - (isLong ? 3 : 1)
        while place < stop {
            guard scalars[place] == "\\" else {
                text.append(scalars[place])
                place += 1
                continue
            }
            if let (scalar, length) = try codePointEscape(at: place) {
                text.append(scalar)
                place += length
                continue
            }
            let escapes: [Unicode.Scalar: Unicode.Scalar] = [
                "t": "\t", "b": "\u{8}", "n": "\n", "r": "\r", "f": "\u{C}", "\\": "\\", "\"": "\"", "'": "'",
            ]
            guard place + 1 < stop, let scalar = escapes[scalars[place + 1]] else {
                throw error("this escape means nothing in a string", place..<(place + 2))
            }
            text.append(scalar)
            place += 2
        }
        index = end
        return String(text)
    }
}
