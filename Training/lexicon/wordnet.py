"""Reads the database files of WordNet 3.0 (Debian: wordnet-base), with the Python standard library alone."""

from collections import defaultdict
from functools import cache
from pathlib import Path


class Synset:
    __slots__ = ("offset", "category", "words", "pointers")

    def __init__(self, offset, category, words, pointers):
        self.offset = offset
        self.category = category
        self.words = words
        self.pointers = pointers


class WordNet:
    """Synsets by part of speech (`n`, `v`, `a`, `r`) and offset, and each lemma's senses in WordNet's order."""

    FILES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}

    def __init__(self, folder):
        self.folder = Path(folder)
        self.synsets = {}
        self.senses = {}
        for letter, name in self.FILES.items():
            self.read_data(letter, name)
            self.read_index(letter, name)
        self.counts = self.read_counts()

    def read_data(self, letter, name):
        for line in (self.folder / f"data.{name}").read_text(encoding="latin-1").splitlines():
            if line.startswith("  "):
                continue
            fields = line.split(" | ")[0].split()
            word_count = int(fields[3], 16)
            words = [fields[4 + 2 * i].split("(")[0] for i in range(word_count)]
            at = 4 + 2 * word_count
            pointers = []
            for i in range(int(fields[at])):
                symbol, offset, part, ends = fields[at + 1 + 4 * i : at + 5 + 4 * i]
                pointers.append((symbol, int(offset), part, int(ends[:2], 16), int(ends[2:], 16)))
            self.synsets[letter, int(fields[0])] = Synset(int(fields[0]), int(fields[1]), words, pointers)

    def read_index(self, letter, name):
        for line in (self.folder / f"index.{name}").read_text(encoding="latin-1").splitlines():
            if line.startswith("  "):
                continue
            fields = line.split()
            count = int(fields[2])
            self.senses[letter, fields[0]] = [int(offset) for offset in fields[-count:]]

    def read_counts(self):
        """How often each sense was tagged in SemCor: (part, lemma, sense number) -> count."""
        letters = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
        counts = defaultdict(int)
        for line in (self.folder / "cntlist.rev").read_text(encoding="latin-1").splitlines():
            key, sense, count = line.split()
            lemma, rest = key.split("%")
            counts[letters[rest[0]], lemma, int(sense)] += int(count)
        return counts

    def lemmas(self, letter):
        return [lemma for part, lemma in self.senses if part == letter]

    def find(self, word, sense):
        """The noun synset of `word`'s sense number `sense`."""
        return self.senses["n", word][sense - 1]

    @cache
    def ancestors(self, offset):
        """All hypernyms of a noun synset, itself included, instance links among them."""
        found = {offset}
        for symbol, target, part, _, _ in self.synsets["n", offset].pointers:
            if symbol in ("@", "@i") and part == "n":
                found |= self.ancestors(target)
        return frozenset(found)

    def is_instance(self, offset):
        return any(pointer[0] == "@i" for pointer in self.synsets["n", offset].pointers)

    @cache
    def holonyms(self, offset):
        """What a synset is a part of, transitively, nearest first."""
        found = []
        for symbol, target, _, _, _ in self.synsets["n", offset].pointers:
            if symbol == "#p" and target not in found:
                found.append(target)
        for target in list(found):
            found += [further for further in self.holonyms(target) if further not in found]
        return found

    def exceptions(self):
        """Irregular forms: (part of speech, form) -> lemmas, of the `.exc` files."""
        found = {}
        for letter, name in self.FILES.items():
            for line in (self.folder / f"{name}.exc").read_text(encoding="latin-1").splitlines():
                form, *lemmas = line.split()
                found[letter, form] = lemmas
        return found
