import English

/// "Malta has lost one soldier and Norway three.": Norway lost the three; Malta lost one.
///
/// Behind a counted object and an "and", a name with a bare number is a clause of its own whose verb is left out.
enum GappingRepair {
    static func apply(to sentence: inout Sentence) {
        for name in sentence.tokens.indices.dropFirst(2)
        where sentence.tokens[name].upos == "PROPN" && name + 1 < sentence.tokens.count {
            repair(name, in: &sentence)
        }
    }

    private static func repair(_ name: Int, in sentence: inout Sentence) {
        let number = name + 1
        guard sentence.tokens[number].xpos == "CD", endsPhrase(number, in: sentence) else { return }
        var begin = name
        while begin > 0, sentence.tokens[begin - 1].upos == "PROPN" { begin -= 1 }
        let and = begin - 1
        guard and > 0, ["and", "but", "while"].contains(sentence.tokens[and].form.lowercased()),
            // Both stand below the object of one verb, as the parser has it.
            let object = counted(before: and, in: sentence),
            [name, number].contains(where: { sentence.dominates(object, $0) }),
            let verb = sentence.governor(of: object), verb < object, sentence.hasSubject(verb),
            sentence.dominates(number, name) || sentence.dominates(name, number) || begin == name
        else { return }
        for token in begin..<name where sentence.tokens[token].head == number { sentence.tokens[token].head = name }
        sentence.tokens[name].head = verb
        sentence.tokens[name].relation = "conj"
        sentence.tokens[number].head = name
        sentence.tokens[number].relation = "orphan"
        sentence.tokens[and].head = name
    }

    /// "three." and no "three soldiers"
    private static func endsPhrase(_ number: Int, in sentence: Sentence) -> Bool {
        guard number + 1 < sentence.tokens.count else { return true }
        return [".", ",", ";", "and"].contains(sentence.tokens[number + 1].form)
    }

    /// The counted noun that ends right before a token.
    private static func counted(before and: Int, in sentence: Sentence) -> Int? {
        var noun = and - 1
        if sentence.tokens[noun].form == "," { noun -= 1 }
        guard noun > 0 else { return nil }
        while sentence.tokens[noun].relation != "obj" {
            let head = sentence.tokens[noun].head
            guard head >= 0, head < noun else { return nil }
            noun = head
        }
        let hasNumber = sentence.dependents(of: noun).contains { sentence.tokens[$0].relation == "nummod" && $0 < noun }
        return hasNumber ? noun : nil
    }
}
