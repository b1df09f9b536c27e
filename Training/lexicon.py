"""Word classes from WordNet 3.0 as input to the parser: lexicographer files, verb frames, inflection.

    python3 lexicon.py /usr/share/wordnet lexicon.bin

writes the table that training reads and that export.py embeds. Sources/English/Model/WordClasses.swift reads it the same way.

Classes 1–45: lexicographer files 0–44; 46–80: verb frames 1–35; 81–84: the part of speech that WordNet's counts prefer;
85–95: how the form was found (MARKS). Class 0: none found.
"""

import struct
import sys
import zlib

import features

NOUN, VERB, ADJECTIVE, ADVERB = "noun", "verb", "adj", "adv"
FIRST_FRAME, FIRST_POS = 46, 81
MARKS = {name: 85 + i for i, name in enumerate(
    ["noun", "verb", "adjective", "adverb", "plural", "s", "ed", "ing", "er", "est", "irregular"]
)}
SIZE = 96

NOUN_FILES = range(3, 29)
VERB_FILES = range(29, 44)
ADJECTIVE_FILES = (0, 1, 44)

# Endings: (ending, replacement), tried in this order; all that lead to a known base count.
NOUN_ENDINGS = [("s", ""), ("ses", "s"), ("xes", "x"), ("zes", "z"), ("ches", "ch"), ("shes", "sh"), ("men", "man"), ("ies", "y")]
VERB_ENDINGS = [
    ("s", "", "s"), ("ies", "y", "s"), ("es", "e", "s"), ("es", "", "s"), ("ed", "e", "ed"), ("ed", "", "ed"),
    ("ing", "e", "ing"), ("ing", "", "ing"),
]
ADJECTIVE_ENDINGS = [("er", "", "er"), ("est", "", "est"), ("er", "e", "er"), ("est", "e", "est")]


def mask(classes):
    return sum(1 << c for c in classes)


NOUN_MASK = mask([1 + f for f in NOUN_FILES])
VERB_MASK = mask([1 + f for f in VERB_FILES]) | mask(range(FIRST_FRAME, FIRST_POS))
ADJECTIVE_MASK = mask([1 + f for f in ADJECTIVE_FILES])
NOUN_BIT, VERB_BIT, ADJECTIVE_BIT = (1 << MARKS[m] for m in ("noun", "verb", "adjective"))


class Lexicon:
    size = SIZE

    def __init__(self, path):
        with open(path, "rb") as file:
            content = file.read()
        count, sets = struct.unpack_from("<II", content)
        keys = struct.unpack_from(f"<{count}I", content, 8)
        ids = struct.unpack_from(f"<{count}H", content, 8 + 4 * count)
        masks = [
            int.from_bytes(content[8 + 6 * count + 16 * i :][:16], "little") for i in range(sets)
        ]
        self.table = {key: masks[i] for key, i in zip(keys, ids)}
        self.cache = {}

    def base(self, word):
        return self.table.get(zlib.crc32(word.encode("utf-8")), 0)

    def bits(self, form):
        """The classes of a form, as a bit set."""
        word = features.normalized(form)[:64]
        found = self.base(word)
        for ending, replacement in NOUN_ENDINGS:
            if word.endswith(ending) and len(word) > len(ending) + 1:
                base = self.base(word[: -len(ending)] + replacement)
                if base & NOUN_BIT:
                    found |= base & NOUN_MASK | 1 << MARKS["plural"]
        for ending, replacement, mark in VERB_ENDINGS:
            if word.endswith(ending) and len(word) > len(ending) + 1:
                base = self.base(word[: -len(ending)] + replacement)
                if base & VERB_BIT:
                    found |= base & VERB_MASK | 1 << MARKS[mark]
        for ending, replacement, mark in ADJECTIVE_ENDINGS:
            if word.endswith(ending) and len(word) > len(ending) + 1:
                base = self.base(word[: -len(ending)] + replacement)
                if base & ADJECTIVE_BIT:
                    found |= base & ADJECTIVE_MASK | 1 << MARKS[mark]
        return found

    def classes(self, form):
        found = self.cache.get(form)
        if found is None:
            bits = self.bits(form)
            found = self.cache[form] = [c for c in range(SIZE) if bits >> c & 1] or [0]
        return found


def main():
    folder, output = sys.argv[1:]
    files, frames, table, counts = {}, {}, {}, {}
    for pos in (NOUN, VERB, ADJECTIVE, ADVERB):
        with open(f"{folder}/data.{pos}", encoding="latin-1") as file:
            for line in file:
                if line.startswith(" "):
                    continue
                fields = line.split(" | ")[0].split()
                offset, lexicographer = fields[0], int(fields[1])
                files[pos, offset] = lexicographer
                if pos == VERB:
                    words = int(fields[3], 16)
                    names = [fields[4 + 2 * i].lower() for i in range(words)]
                    at = 4 + 2 * words
                    at += 1 + 4 * int(fields[at])
                    for i in range(int(fields[at])):
                        _, frame, word = fields[at + 1 + 3 * i : at + 4 + 3 * i]
                        for name in names if word == "00" else [names[int(word, 16) - 1]]:
                            frames.setdefault((offset, name), set()).add(int(frame))
        with open(f"{folder}/index.{pos}", encoding="latin-1") as file:
            for line in file:
                if line.startswith(" "):
                    continue
                fields = line.split()
                word = fields[0]
                if "_" in word:
                    continue
                synsets = fields[-int(fields[2]) :]
                counts.setdefault(word, {})[pos] = (int(fields[-int(fields[2]) - 1]), len(synsets))
                bits = 1 << MARKS[{NOUN: "noun", VERB: "verb", ADJECTIVE: "adjective", ADVERB: "adverb"}[pos]]
                for offset in synsets:
                    bits |= 1 << (1 + files[pos, offset])
                    for frame in frames.get((offset, word), ()) if pos == VERB else ():
                        bits |= 1 << (FIRST_FRAME + frame - 1)
                table[word] = table.get(word, 0) | bits
    tags = {}
    with open(f"{folder}/cntlist.rev", encoding="latin-1") as file:
        for line in file:
            sense, _, count = line.split()
            word, rest = sense.rsplit("%", 1)
            pos = {"1": NOUN, "2": VERB, "3": ADJECTIVE, "5": ADJECTIVE, "4": ADVERB}[rest[0]]
            if word in table:
                counts_of = tags.setdefault(word, {})
                counts_of[pos] = counts_of.get(pos, 0) + int(count)
    for word, by_pos in tags.items():
        best = max(by_pos, key=lambda pos: (by_pos[pos], pos))
        table[word] |= 1 << (FIRST_POS + [NOUN, VERB, ADJECTIVE, ADVERB].index(best))
    regular = dict(table)
    for pos, kept in ((NOUN, NOUN_MASK), (VERB, VERB_MASK), (ADJECTIVE, ADJECTIVE_MASK)):
        with open(f"{folder}/{pos}.exc", encoding="latin-1") as file:
            for line in file:
                form, *bases = line.split()
                if "_" in form:
                    continue
                bits = 0
                for base in bases:
                    bits |= regular.get(base, 0) & kept
                if bits:
                    mark = {NOUN: "plural", VERB: "irregular", ADJECTIVE: "er"}[pos]
                    table[form] = table.get(form, 0) | bits | 1 << MARKS[mark]
    keyed = {}
    for word in sorted(table):
        key = zlib.crc32(features.normalized(word).encode("utf-8"))
        keyed[key] = keyed.get(key, 0) | table[word]
    masks = sorted(set(keyed.values()))
    index = {bits: i for i, bits in enumerate(masks)}
    assert len(masks) < 65536
    with open(output, "wb") as file:
        file.write(struct.pack("<II", len(keyed), len(masks)))
        file.write(struct.pack(f"<{len(keyed)}I", *sorted(keyed)))
        file.write(struct.pack(f"<{len(keyed)}H", *(index[keyed[key]] for key in sorted(keyed))))
        for bits in masks:
            file.write(bits.to_bytes(16, "little"))
    print(len(keyed), "words,", len(masks), "class sets")


if __name__ == "__main__":
    main()
