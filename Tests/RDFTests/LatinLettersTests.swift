import Testing

@testable import RDF

@Test(
    "Letters are compared without their diacritics",
    arguments: [("ğ", "g"), ("Ş", "s"), ("ß", "ss"), ("Œ", "oe"), ("ł", "l"), ("ǆ", "dz"), ("Ǿ", "o")])
func lettersHaveBases(letter: Unicode.Scalar, base: String) { #expect(LatinLetters.base(of: letter) == base) }

@Test("Other letters have none", arguments: ["g", "Ж", "ш", "漢", "ʼ"] as [Unicode.Scalar])
func otherLettersHaveNoBase(letter: Unicode.Scalar) { #expect(LatinLetters.base(of: letter) == nil) }
