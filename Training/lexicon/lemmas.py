"""The lemmatiser's rules: for each Penn tag a list of endings with what to strip and add, longest ending first.

A key is `ending TAG`, or `^word TAG` for a whole word, so that all keys of a word are the ends of one text.

Learnt from the forms and lemmas of treebanks, WordNet's irregular forms and the regular forms of its words: an ending is
kept where its commonest rule differs from that of the next shorter one, so that `^` (a whole word) marks exceptions.
"""

from collections import Counter, defaultdict
from pathlib import Path

import lists

# A treebank's count weighs more than a word that WordNet merely lists.
TREEBANK_WEIGHT = 10
VOWELS = "aeiou"
# Tags whose words have endings; of the others there are whole words alone.
INFLECTED = ("NNS", "NNPS", "VBD", "VBN", "VBG", "VBZ", "JJR", "JJS", "RBR", "RBS")
# Longer endings are whole words to us.
LONGEST_ENDING = 5


def build(wordnet, treebanks):
    """`ending TAG` -> `strip add`, `^word TAG` for a whole word."""
    pairs = defaultdict(lambda: defaultdict(Counter))
    for path in treebanks:
        add_treebank(pairs, Path(path))
    add_irregular(pairs, wordnet)
    add_regular(pairs, wordnet)
    add_own(pairs)
    rows = {}
    for tag in sorted(pairs):
        learn(tag, pairs[tag], rows)
    return rows


def rule(form, lemma):
    shared = 0
    while shared < min(len(form), len(lemma)) and form[shared] == lemma[shared]:
        shared += 1
    return len(form) - shared, lemma[shared:]


def is_word(text):
    return all(character.isalpha() or character in "'-." for character in text)


def add_treebank(pairs, path):
    for line in path.read_text("utf-8").splitlines():
        columns = line.split("\t")
        if len(columns) != 10 or not columns[0].isdigit() or columns[2] == "_":
            continue
        form, lemma, tag = columns[1].lower().replace("’", "'"), columns[2], columns[4]
        if columns[3] in ("PUNCT", "SYM", "X") or not is_word(form) or tag in ("NNP", "NFP", "ADD", "FW", "LS", "GW"):
            continue
        if "Typo=Yes" in columns[5]:
            continue
        if tag in ("NNPS", "PRP") or columns[3] in ("NOUN", "VERB", "ADV", "AUX"):
            lemma = lemma.lower() if lemma != "I" else lemma
        pairs[tag][form][lemma] += TREEBANK_WEIGHT


def add_irregular(pairs, wordnet):
    for (part, form), lemmas in sorted(wordnet.exceptions().items()):
        if "_" in form or not is_word(form) or part not in "nvar":
            continue
        for lemma in lemmas[:1]:
            if part == "v":
                tags = ["VBG"] if form.endswith("ing") else ["VBZ"] if form.endswith("s") else ["VBD", "VBN"]
            elif part == "n":
                tags = ["NNS"]
            else:
                kind = "JJ" if part == "a" else "RB"
                tags = [kind + ("S" if form.endswith("st") else "R")]
            for tag in tags:
                # A regular form that WordNet lists for its doubled letter weighs as much as any other.
                pairs[tag][form][lemma] += 2


def add_own(pairs):
    """What treebanks and WordNet leave out: forms that do not change, clitics without their apostrophe."""
    for head, items in lists.read("lemmas"):
        *tags, lemma = head.split()
        for item in items:
            for tag in tags:
                pairs[tag][item][item if lemma == "=" else lemma] += 100 * TREEBANK_WEIGHT


def add_regular(pairs, wordnet):
    doubled = {lemmas[0] for (part, form), lemmas in wordnet.exceptions().items()
               if part == "v" and form.endswith("ing") and len(form) == len(lemmas[0]) + 4}
    common = {word for synset in wordnet.synsets.values() for word in synset.words if word[0].islower()}
    adjectives = {word for key, synset in wordnet.synsets.items() if key[0] == "a" for word in synset.words}
    irregular = {lemmas[0] for (part, form), lemmas in wordnet.exceptions().items()
                 if part == "v" and not form.endswith(("ed", "ing", "s"))}
    for verb in single_words(wordnet, "v"):
        pairs["VBZ"][with_s(verb)][verb] += 1
        stem, doubled_stem = verb, verb
        if verb.endswith("ie"):
            stem = verb[:-2] + "y"
        elif verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
            stem = verb[:-1]
        elif verb in doubled or doubles(verb):
            stem = doubled_stem = verb + verb[-1]
        pairs["VBG"][stem + "ing"][verb] += 1
        past = verb + "d" if verb.endswith("e") else verb[:-1] + "ied" if ends_in_consonant_y(verb) else doubled_stem + "ed"
        for tag in ("VBD", "VBN"):
            # "smelled" beside "smelt"; an irregular form's own lemma wins over a regular one by its weight.
            pairs[tag][past][verb] += 0.5 if verb in irregular else 1
    for synset in wordnet.synsets.values():
        for word in synset.words:
            # Adjectives of names keep their capital: Ottoman, Peruvian.
            if word[0].isupper() and word.isalpha() and word.isascii() and not word.isupper() and len(word) > 3 and word.lower() not in common:
                if word in adjectives:
                    pairs["JJ"][word.lower()][word] += 3 * TREEBANK_WEIGHT
    plurals = {lemmas[0] for (part, _), lemmas in wordnet.exceptions().items() if part == "n"}
    for noun in single_words(wordnet, "n"):
        if noun not in plurals:
            pairs["NNS"][with_s(noun)][noun] += 1
    for adjective in single_words(wordnet, "a"):
        if len(adjective) > 6:
            continue
        stem = adjective
        if ends_in_consonant_y(adjective):
            stem = adjective[:-1] + "i"
        elif adjective.endswith("e"):
            stem = adjective[:-1]
        elif doubles(adjective):
            stem = adjective + adjective[-1]
        pairs["JJR"][stem + "er"][adjective] += 1
        pairs["JJS"][stem + "est"][adjective] += 1


def single_words(wordnet, part):
    return sorted(lemma for lemma in wordnet.lemmas(part) if lemma.isalpha() and lemma.isascii() and len(lemma) > 1)


def with_s(word):
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if ends_in_consonant_y(word):
        return word[:-1] + "ies"
    return word + "s"


def ends_in_consonant_y(word):
    return len(word) > 2 and word[-1] == "y" and word[-2] not in VOWELS


def doubles(word):
    """One syllable that ends in consonant, vowel, consonant: stop, big."""
    if len(word) < 3 or word[-1] in VOWELS + "wxy" or word[-2] not in VOWELS or word[-3] in VOWELS:
        return word[-4:-2] == "qu" and word[-1] not in VOWELS + "wxy"
    return sum(character in VOWELS for character in word) == 1


def learn(tag, forms, rows):
    """Adds the endings of one tag: top down, each kept where it changes the rule inherited from the shorter one."""
    best = {}
    weight = {}
    for form, lemmas in forms.items():
        lemma = min(lemmas, key=lambda lemma: (-lemmas[lemma], lemma))
        # Forms of a tag that does not inflect are exceptions only when seen twice: a single one may be a slip.
        if lemma != form and tag in ("NN", "JJ", "RB", "IN", "UH", "VB", "VBP", "CC", "DT") and lemmas[lemma] < 2 * TREEBANK_WEIGHT:
            lemma = form
        best[form] = rule(form, lemma)
        weight[form] = min(sum(lemmas.values()), 5 * TREEBANK_WEIGHT)
    root = (0, "")

    def descend(ending, members, inherited):
        counts = Counter()
        for form in members:
            counts[best[form]] += weight[form]
        chosen = inherited
        top = min(counts, key=lambda rule: (-counts[rule], rule))
        if (tag in INFLECTED and len(ending) <= LONGEST_ENDING and top != inherited and counts[top] > counts[inherited]
                and len(members) > 1 and is_general(members, top)):
            chosen = top
            rows[f"{ending} {tag}"] = f"{top[0]} {top[1]}".strip()
        if all(best[form] == chosen for form in members):
            return
        groups = defaultdict(list)
        for form in members:
            if len(form) > len(ending):
                groups[form[-len(ending) - 1:]].append(form)
            elif best[form] != chosen:
                rows[f"^{form} {tag}"] = f"{best[form][0]} {best[form][1]}".strip()
        for longer in sorted(groups):
            if len(groups[longer]) == 1:
                form = groups[longer][0]
                if best[form] != chosen:
                    rows[f"^{form} {tag}"] = f"{best[form][0]} {best[form][1]}".strip()
            else:
                descend(longer, groups[longer], chosen)

    def is_general(members, top):
        # A rule that strips more than the ending has says nothing of other words.
        return top[0] <= min(len(form) for form in members) - 1

    if forms:
        descend("", sorted(forms), root)
