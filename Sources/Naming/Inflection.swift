import QuerySyntax

/// Compares relations' phrases whatever the inflection of their words: hold hostages, holds hostages, holdsHostages.
enum Inflection {
    /// The words of a relation's phrase: folded, camelCase split, without articles.
    static func words(_ phrase: String) -> [String] {
        let words = PhraseWords.normalized(phrase).split(separator: " ").map { TextFolding.folded(String($0)) }
        let kept = words.filter { !["the", "a", "an"].contains($0) }
        return kept.isEmpty ? words : kept
    }

    /// One key for all inflections of a phrase, and its forms with and without a leading form of `be`.
    static func key(_ phrase: String) -> String {
        var stems = words(phrase).map(stem)
        if stems.count > 1, stems[0] == "be" { stems.removeFirst() }
        return stems.joined(separator: " ")
    }

    /// What the inflections of a word have in common: not its lemma, but equal for accept, accepts, accepted, accepting.
    static func stem(_ word: String) -> String {
        if let lemma = irregular[word] { return stem(lemma) }
        guard word.utf8.count > 3 else {
            return word.hasSuffix("e") && word.utf8.count == 3 ? String(word.dropLast()) : word
        }
        var stem = word
        if stem.hasSuffix("ies") || stem.hasSuffix("ied") {
            stem = String(stem.dropLast(3)) + "i"
        } else if stem.hasSuffix("ing"), stem.utf8.count > 5 {
            stem.removeLast(3)
        } else if stem.hasSuffix("ed"), stem.utf8.count > 4 {
            stem.removeLast(2)
        } else if stem.hasSuffix("es"), ["ch", "sh", "ss", "x", "zz", "o"].contains(where: stem.dropLast(2).hasSuffix) {
            stem.removeLast(2)
        } else if stem.hasSuffix("s"), !stem.hasSuffix("ss"), !stem.hasSuffix("us"), !stem.hasSuffix("is") {
            stem.removeLast()
        }
        if stem.hasSuffix("e") { stem.removeLast() }
        if stem.hasSuffix("y") { stem = String(stem.dropLast()) + "i" }
        let tail = stem.suffix(2)
        if stem.count > 2, tail.count == 2, tail.first == tail.last { stem.removeLast() }
        return stem
    }

    /// Irregular forms and their base forms.
    private static let irregular: [String: String] = {
        let forms = """
            be: is are was were been being am
            have: has had having
            do: does did done
            go: goes went gone
            beat: beaten
            become: became
            begin: began begun
            bind: bound
            bring: brought
            break: broke broken
            build: built
            buy: bought
            catch: caught
            choose: chose chosen
            come: came
            deal: dealt
            draw: drew drawn
            drive: drove driven
            eat: ate eaten
            fall: fell fallen
            feed: fed
            feel: felt
            fight: fought
            find: found
            flee: fled
            fly: flew flown
            forbid: forbade forbidden
            forget: forgot forgotten
            forgive: forgave forgiven
            freeze: froze frozen
            get: got gotten
            give: gave given
            grow: grew grown
            hang: hung
            hear: heard
            hide: hid hidden
            hold: held
            keep: kept
            know: knew known
            lay: laid
            lead: led
            leave: left
            lend: lent
            lie: lying
            lose: lost
            make: made
            mean: meant
            meet: met
            overthrow: overthrew overthrown
            pay: paid
            ride: rode ridden
            rise: rose risen
            run: ran running
            say: said
            see: saw seen
            seek: sought
            sell: sold
            send: sent
            shoot: shot
            sign: signed
            sing: sang sung
            sink: sank sunk
            sit: sat
            sleep: slept
            speak: spoke spoken
            spend: spent
            spread: spreads
            stand: stood
            steal: stole stolen
            strike: struck
            swear: swore sworn
            sweep: swept
            swim: swam swum
            take: took taken
            teach: taught
            tell: told
            think: thought
            throw: threw thrown
            undergo: underwent undergone
            understand: understood
            undertake: undertook undertaken
            uphold: upheld
            wake: woke woken
            wear: wore worn
            win: won
            withdraw: withdrew withdrawn
            withhold: withheld
            write: wrote written
            """
        var table: [String: String] = [:]
        for line in forms.split(separator: "\n") {
            let parts = line.split(separator: ":")
            guard parts.count == 2 else { continue }
            for form in parts[1].split(separator: " ") { table[String(form)] = String(parts[0]) }
        }
        return table
    }()
}
