/// Terms of Turtle, written as N-Quads writes them.
extension TurtleParser {
    private static let xsd = Array("\"^^<\(XSD.namespace)".utf8)

    /// Writes an IRI, a prefixed name or a labelled blank node; false when none stands here.
    mutating func writeResource() throws(SyntaxError) -> Bool {
        switch text[position] {
        case UInt8(ascii: "<"): try writeIRI()
        case UInt8(ascii: "_") where text[position + 1] == UInt8(ascii: ":"): try writeBlankNode()
        default: return try writePrefixedName()
        }
        return true
    }

    /// Writes a predicate.
    mutating func writePredicate() throws(SyntaxError) {
        if text[position] == UInt8(ascii: "<") { return try writeIRI() }
        if text[position] == UInt8(ascii: "a"), !isNameByte(position + 1), text[position + 1] != UInt8(ascii: ":"),
            text[position + 1] != UInt8(ascii: ".") || !isPrefixAhead()
        {
            position += 1
            output += "<\(RDFVocabulary.type)>".utf8
            return
        }
        guard try writePrefixedName() else { throw expected("a predicate") }
    }

    private func isPrefixAhead() -> Bool { prefixRange().map { text[$0.upperBound] == UInt8(ascii: ":") } ?? false }

    /// Writes an object other than brackets and lists.
    mutating func writeObject() throws(SyntaxError) {
        switch text[position] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): try writeLiteral()
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
            try writeNumber()
        default:
            if try writeResource() { return }
            let word = wordRange(position)
            guard isWord(word, "true") || isWord(word, "false"), !isNameByte(word.upperBound) else {
                throw expected("an object")
            }
            output.append(UInt8(ascii: "\""))
            output.append(contentsOf: UnsafeBufferPointer(start: text + position, count: word.count))
            output += TurtleParser.xsd
            output += "boolean>".utf8
            position = word.upperBound
        }
    }

    // MARK: IRIs

    /// Writes an IRI between angle brackets, resolved.
    mutating func writeIRI() throws(SyntaxError) {
        let start = position
        var index = position + 1
        var hasEscapes = false
        while true {
            let byte = text[index]
            if ByteClass.table[Int(byte)] & ByteClass.stopsIRI == 0 {
                index += 1
            } else if byte == UInt8(ascii: ">") {
                break
            } else if byte == UInt8(ascii: "\\") {
                let (_, length) = try codePoint(at: index)
                hasEscapes = true
                index += length
            } else if index >= end || byte == 0x0A || byte == 0x0D {
                throw error("the IRI is not closed", start..<index, hint: "it wants a “>”")
            } else {
                throw error("an IRI cannot hold this character", index..<(index + 1))
            }
        }
        position = index + 1
        let range = (start + 1)..<index
        output.append(UInt8(ascii: "<"))
        let mark = output.count
        if hasEscapes {
            let decoded = try unescapedIRI(range)
            try decoded.withUnsafeBufferPointer { (bytes) throws(SyntaxError) in try resolve(bytes, range) }
        } else {
            try resolve(UnsafeBufferPointer(start: text + range.lowerBound, count: range.count), range)
        }
        // The scheme is all that N-Quads asks of an IRI that Turtle doesn't.
        let isAbsolute = output.withUnsafeBufferPointer {
            IRIReference.schemeLength(UnsafeBufferPointer(rebasing: $0[mark...])) > 0
        }
        guard isAbsolute else {
            throw error("a relative IRI needs a base", start..<position, hint: "write @base <…> . or give --base IRI")
        }
        output.append(UInt8(ascii: ">"))
    }

    private mutating func resolve(
        _ reference: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
    ) throws(SyntaxError) {
        if let base, IRIReference.schemeLength(reference) == 0 {
            base.resolve(reference, into: &output)
        } else {
            output.append(contentsOf: reference)
        }
    }

    private func unescapedIRI(_ range: Range<Int>) throws(SyntaxError) -> [UInt8] {
        var bytes: [UInt8] = []
        var index = range.lowerBound
        while index < range.upperBound {
            guard text[index] == UInt8(ascii: "\\") else {
                bytes.append(text[index])
                index += 1
                continue
            }
            let (scalar, length) = try codePoint(at: index)
            if scalar.value < 0x80, ByteClass.table[Int(scalar.value)] & ByteClass.stopsIRI != 0 {
                throw error("an IRI cannot hold this character", index..<(index + length))
            }
            bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
            index += length
        }
        return bytes
    }

    /// The `\uXXXX` or `\UXXXXXXXX` at a backslash.
    private func codePoint(at place: Int) throws(SyntaxError) -> (scalar: Unicode.Scalar, length: Int) {
        let digits: Int
        switch text[place + 1] {
        case UInt8(ascii: "u"): digits = 4
        case UInt8(ascii: "U"): digits = 8
        default: throw error("this escape means nothing here", place..<min(end, place + 2))
        }
        var value: UInt32 = 0
        for offset in 0..<digits {
            let byte = place + 2 + offset < end ? text[place + 2 + offset] : 0
            guard let digit = hexadecimalValue(byte) else {
                throw error(
                    "\\\(digits == 4 ? "u" : "U") needs \(digits) hexadecimal digits",
                    place..<min(end, place + 2 + offset))
            }
            value = value << 4 | digit
        }
        guard let scalar = Unicode.Scalar(value) else {
            throw error("the escape stands for no character", place..<(place + 2 + digits))
        }
        return (scalar, 2 + digits)
    }

    private func hexadecimalValue(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte) - 48
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte) - 87
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte) - 55
        default: nil
        }
    }

    // MARK: Prefixed names

    /// Where a prefix would stand, its colon left out; nil where no name begins. May be empty.
    func prefixRange() -> Range<Int>? {
        var index = position
        if text[index] == UInt8(ascii: ":") { return index..<index }
        guard text[index] != UInt8(ascii: "_"), case let length = nameLength(index, first: true), length > 0 else {
            return nil
        }
        index += length
        while true {
            if text[index] == UInt8(ascii: ".") {
                index += 1
            } else if case let length = nameLength(index, first: false), length > 0 {
                index += length
            } else {
                break
            }
        }
        while text[index - 1] == UInt8(ascii: ".") { index -= 1 }
        return position..<index
    }

    /// Writes a prefixed name; false when none stands here.
    mutating func writePrefixedName() throws(SyntaxError) -> Bool {
        guard let prefix = prefixRange(), text[prefix.upperBound] == UInt8(ascii: ":") else { return false }
        guard let number = prefixes.find(text + prefix.lowerBound, count: prefix.count) else {
            let name = String(
                decoding: UnsafeBufferPointer(start: text + prefix.lowerBound, count: prefix.count), as: UTF8.self)
            throw error(
                "the prefix “\(name):” is not declared", prefix.lowerBound..<(prefix.upperBound + 1),
                hint: "declare it: @prefix \(name): <…> .")
        }
        output.append(UInt8(ascii: "<"))
        output += namespaces[number]
        position = prefix.upperBound + 1
        try writeLocalName()
        output.append(UInt8(ascii: ">"))
        return true
    }

    private mutating func writeLocalName() throws(SyntaxError) {
        var isFirst = true
        var index = position
        /// Dots at the end belong to the statement.
        var dots = 0
        while true {
            let byte = text[index]
            if ByteClass.table[Int(byte)] & (ByteClass.letter | ByteClass.digit) != 0 || byte == UInt8(ascii: "_")
                || byte == UInt8(ascii: ":")
            {
                output.append(byte)
                index += 1
                dots = 0
            } else if byte == UInt8(ascii: "."), !isFirst {
                output.append(byte)
                index += 1
                dots += 1
            } else if byte == UInt8(ascii: "%") {
                guard hexadecimalValue(text[index + 1]) != nil, hexadecimalValue(text[index + 2]) != nil else {
                    throw error("“%” in a name needs two hexadecimal digits", index..<(index + 1))
                }
                output += [byte, text[index + 1], text[index + 2]]
                index += 3
                dots = 0
            } else if byte == UInt8(ascii: "\\") {
                guard "_~.-!$&'()*+,;=/?#@%".utf8.contains(text[index + 1]) else {
                    throw error("this escape means nothing in a name", index..<min(end, index + 2))
                }
                output.append(text[index + 1])
                index += 2
                dots = 0
            } else if case let length = nameLength(index, first: isFirst), length > 0 {
                output.append(contentsOf: UnsafeBufferPointer(start: text + index, count: length))
                index += length
                dots = 0
            } else {
                break
            }
            isFirst = false
        }
        output.removeLast(dots)
        position = index - dots
    }

    // MARK: Blank nodes

    private mutating func writeBlankNode() throws(SyntaxError) {
        let start = position + 2
        var index = start
        guard text[index] != UInt8(ascii: ".") else { throw expected("the label of a blank node") }
        while true {
            let isDigit = ByteClass.table[Int(text[index])] & ByteClass.digit != 0
            if isDigit || (index > start && text[index] == UInt8(ascii: ".")) {
                index += 1
            } else if case let length = nameLength(index, first: index == start), length > 0 {
                index += length
            } else {
                break
            }
        }
        while index > start, text[index - 1] == UInt8(ascii: ".") { index -= 1 }
        guard index > start else { throw expected("the label of a blank node") }
        let label = UnsafeBufferPointer(start: text + start, count: index - start)
        output += "_:".utf8
        if label.starts(with: "genid-".utf8) {
            output += "genid--".utf8
            output.append(contentsOf: label.dropFirst(6))
        } else {
            output.append(contentsOf: label)
        }
        position = index
    }

    // MARK: Literals

    private mutating func writeLiteral() throws(SyntaxError) {
        try writeString()
        // A tag or datatype may stand apart.
        let afterString = position
        skipSpace()
        if text[position] == UInt8(ascii: "@") {
            let start = position + 1
            var index = wordRange(start).upperBound
            while index > start, text[index] == UInt8(ascii: "-") {
                var part = index + 1
                while ByteClass.table[Int(text[part])] & (ByteClass.letter | ByteClass.digit) != 0 { part += 1 }
                if part == index + 1 { break }
                index = part
            }
            guard index > start else {
                throw error("expected a language tag", position..<(position + 1), hint: "such as \"chat\"@fr")
            }
            output.append(UInt8(ascii: "@"))
            output.append(contentsOf: UnsafeBufferPointer(start: text + start, count: index - start))
            position = index
        } else if text[position] == UInt8(ascii: "^"), text[position + 1] == UInt8(ascii: "^") {
            position += 2
            skipSpace()
            output += "^^".utf8
            if text[position] == UInt8(ascii: "<") {
                try writeIRI()
            } else if try !writePrefixedName() {
                throw expected("a datatype")
            }
        } else {
            position = afterString
        }
    }

    private mutating func writeString() throws(SyntaxError) {
        let start = position
        let quote = text[position]
        let isLong = text[position + 1] == quote && text[position + 2] == quote
        var index = position + (isLong ? 3 : 1)
        output.append(UInt8(ascii: "\""))
        var from = index
        func flush(_ parser: inout TurtleParser, to index: Int) {
            parser.output.append(contentsOf: UnsafeBufferPointer(start: parser.text + from, count: index - from))
        }
        while true {
            let byte = text[index]
            switch byte {
            case quote:
                if !isLong || (text[index + 1] == quote && text[index + 2] == quote) {
                    flush(&self, to: index)
                    output.append(UInt8(ascii: "\""))
                    position = index + (isLong ? 3 : 1)
                    return
                }
                fallthrough
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                if byte == UInt8(ascii: "\"") {
                    flush(&self, to: index)
                    output.append(UInt8(ascii: "\\"))
                    from = index
                }
                index += 1
            case UInt8(ascii: "\\"):
                switch text[index + 1] {
                case UInt8(ascii: "t"), UInt8(ascii: "b"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "f"),
                    UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"):
                    index += 2
                default: index += try codePoint(at: index).length
                }
            case 0x0A, 0x0D:
                guard isLong else {
                    throw error(
                        "the string is not closed", start..<index, hint: "a string over several lines has three quotes")
                }
                flush(&self, to: index)
                output += byte == 0x0A ? "\\n".utf8 : "\\r".utf8
                index += 1
                from = index
            case 0 where index >= end:
                throw error("the string is not closed", start..<min(index, start + (isLong ? 3 : 1)))
            default: index += 1
            }
        }
    }

    private mutating func writeNumber() throws(SyntaxError) {
        let start = position
        var index = position
        func digits() -> Int {
            let before = index
            while ByteClass.table[Int(text[index])] & ByteClass.digit != 0 { index += 1 }
            return index - before
        }
        /// An exponent at a place, or 0.
        func exponentLength(_ place: Int) -> Int {
            guard text[place] | 0x20 == UInt8(ascii: "e") else { return 0 }
            var last = place + 1
            if text[last] == UInt8(ascii: "+") || text[last] == UInt8(ascii: "-") { last += 1 }
            let first = last
            while ByteClass.table[Int(text[last])] & ByteClass.digit != 0 { last += 1 }
            return last > first ? last - place : 0
        }
        if text[index] == UInt8(ascii: "+") || text[index] == UInt8(ascii: "-") { index += 1 }
        let whole = digits()
        var type = "integer>"
        if text[index] == UInt8(ascii: ".") {
            let dot = index
            index += 1
            let fraction = digits()
            if fraction > 0 {
                type = "decimal>"
            } else if whole == 0 || exponentLength(index) == 0 {
                index = dot
            }
            if index == dot, whole == 0 { throw expected("an object") }
        } else if whole == 0 {
            throw expected("an object")
        }
        let exponent = exponentLength(index)
        if exponent > 0 {
            type = "double>"
            index += exponent
        }
        output.append(UInt8(ascii: "\""))
        output.append(contentsOf: UnsafeBufferPointer(start: text + start, count: index - start))
        output += TurtleParser.xsd
        output += type.utf8
        position = index
    }
}
