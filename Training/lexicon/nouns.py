"""Classes of common nouns and verbs of deverbal nouns, from WordNet with the lists that overrule it."""

from collections import defaultdict

import lists

# The first class whose root stands among a sense's hypernyms is the sense's class: special before general.
# (class, [(lemma, sense number)])
ROOTS = [
    ("armedGroup", [("terrorist_organization", 1), ("gang", 2)]),
    ("government", [("government", 1), ("court", 1), ("legislature", 1), ("armed_service", 1), ("military_unit", 1),
                    ("agency", 1), ("law_enforcement_agency", 1), ("government_department", 1)]),
    ("organization", [("organization", 1), ("organization", 3)]),
    ("person", [("person", 1), ("spiritual_being", 1)]),
    ("animal", [("animal", 1)]),
    ("plant", [("plant", 2)]),
    ("people", [("people", 1), ("social_group", 1), ("ethnic_group", 1), ("gathering", 1)]),
    ("time", [("time_period", 1), ("time_unit", 1), ("point", 6), ("clock_time", 1)]),
    ("money", [("money", 1), ("currency", 1), ("assets", 1), ("monetary_unit", 1), ("cost", 1), ("transferred_property", 1)]),
    ("quantity", [("measure", 2)]),
    ("law", [("legal_document", 1), ("law", 2)]),
    ("proposal", [("proposal", 1), ("plan", 1), ("agreement", 1)]),
    ("work", [("show", 3), ("publication", 1), ("dramatic_composition", 1), ("literary_composition", 1),
              ("musical_composition", 1), ("broadcast", 2), ("art", 1)]),
    ("communication", [("communication", 2)]),
    ("vehicle", [("vehicle", 1)]),
    ("building", [("building", 1), ("structure", 1), ("facility", 1)]),
    ("place", [("location", 1), ("geological_formation", 1), ("body_of_water", 1), ("land", 4), ("celestial_body", 1),
               ("way", 6), ("real_property", 1)]),
    ("food", [("food", 1), ("food", 2)]),
    ("body", [("body_part", 1)]),
    ("substance", [("substance", 1)]),
    ("event", [("social_event", 1), ("journey", 1), ("military_action", 1), ("conflict", 1), ("contest", 1), ("contest", 2),
               ("wrongdoing", 2), ("attack", 1), ("fire", 1)]),
    ("activity", [("activity", 1), ("beginning", 5), ("choice", 2), ("social_control", 1), ("continuance", 1), ("repetition", 2),
                  ("creation", 4)]),
    ("event", [("event", 1), ("atmospheric_phenomenon", 1)]),
    ("artifact", [("artifact", 1)]),
    ("people", [("group", 1)]),
    ("natural", [("physical_object", 1)]),
]


# The classes that fit an entity type of GUM; the first stands for the type where none of a word's own senses fits.
TREEBANK_CLASSES = {
    "person": ["person", "people"], "organization": ["organization", "government", "armedGroup", "people"],
    "place": ["place", "building"], "time": ["time"], "event": ["event"],
    "object": ["artifact", "vehicle", "natural", "body", "work"], "substance": ["substance", "food"], "animal": ["animal"],
    "plant": ["plant"],
    "abstract": ["abstract", "activity", "communication", "proposal", "law", "work", "quantity", "money"],
}


def root_offsets(wordnet):
    found = []
    for name, roots in ROOTS:
        offsets = set()
        for lemma, sense in roots:
            senses = wordnet.senses.get(("n", lemma))
            if senses is None or len(senses) < sense:
                raise KeyError(f"no noun {lemma} with sense {sense}")
            offsets.add(senses[sense - 1])
        found.append((name, offsets))
    return found


def class_of(wordnet, roots, offset):
    ancestors = wordnet.ancestors(offset)
    for name, offsets in roots:
        if offsets & ancestors:
            return name
    return "abstract"


def is_common(wordnet, lemma, offset):
    """Whether the sense spells the lemma in lower case and is no instance."""
    return not wordnet.is_instance(offset) and lemma in wordnet.synsets["n", offset].words


def classes(wordnet, treebank_types):
    """lemma -> its classes, the likeliest first; single words alone, as a phrase's head decides."""
    roots = root_offsets(wordnet)
    overrides = lists.by_item("noun-classes")
    rows = {}
    for lemma in wordnet.lemmas("n"):
        if "_" in lemma or not lemma[0].isalpha():
            continue
        weights = defaultdict(float)
        for number, offset in enumerate(wordnet.senses["n", lemma], 1):
            if is_common(wordnet, lemma, offset):
                # SemCor's counts where there are any; the order of senses breaks ties and covers the rest.
                weights[class_of(wordnet, roots, offset)] += wordnet.counts["n", lemma, number] + 1 / number
        if not weights:
            continue
        add_treebank(weights, treebank_types.get(lemma, {}))
        total = sum(weights.values())
        ranked = sorted(weights, key=lambda name: (-weights[name], name))
        kept = [name for name in ranked if weights[name] >= 0.15 * total] or ranked[:1]
        rows[lemma] = kept
    for lemma, heads in overrides.items():
        heads = heads[:1]
        rows[lemma] = heads + [name for name in rows.get(lemma, []) if name not in heads]
    return {lemma: " ".join(names) for lemma, names in rows.items()}


def add_treebank(weights, types):
    """Adds how often a word heads an entity of each type, to the likeliest of its classes that fits."""
    scale = sum(weights.values()) / max(1, sum(types.values()))
    for kind, count in sorted(types.items()):
        fitting = TREEBANK_CLASSES[kind]
        own = [name for name in fitting if name in weights]
        name = max(own, key=lambda name: weights[name]) if own else fitting[0]
        if own or count >= 4:
            # As much as all of WordNet's counts together where the treebank has seen the word four times or more.
            weights[name] += count * max(3, scale * min(1, count / 4))


def derivations(wordnet):
    """deverbal noun -> verb, with `agent` for the one who does it (negotiator) and `event` for the doing (negotiation)."""
    roots = root_offsets(wordnet)
    candidates = defaultdict(lambda: defaultdict(float))
    for lemma in wordnet.lemmas("n"):
        if "_" in lemma:
            continue
        for number, offset in enumerate(wordnet.senses["n", lemma], 1):
            synset = wordnet.synsets["n", offset]
            if not is_common(wordnet, lemma, offset):
                continue
            kind = {"person": "agent", "animal": "agent"}.get(class_of(wordnet, roots, offset), "event")
            position = synset.words.index(lemma) + 1
            for symbol, target, part, source_word, target_word in synset.pointers:
                if symbol != "+" or part != "v" or source_word != position:
                    continue
                verb = wordnet.synsets["v", target].words[target_word - 1].lower()
                if "_" in verb:
                    continue
                weight = (wordnet.counts["n", lemma, number] + 1 / number) * stem_share(lemma, verb)
                candidates[lemma][kind, verb] += weight
    rows = {}
    for lemma, verbs in candidates.items():
        best = {}
        for (kind, verb), weight in sorted(verbs.items()):
            if weight > best.get(kind, (0, ""))[0]:
                best[kind] = (weight, verb)
        rows[lemma] = " ".join(f"{kind}:{verb}" for kind, (_, verb) in sorted(best.items(), reverse=True))
    for head, items in lists.read("derivations"):
        for item in items:
            kind, verb = head.split()
            kept = [pair for pair in rows.get(item, "").split() if not pair.startswith(kind + ":")]
            rows[item] = " ".join(sorted(kept + [f"{kind}:{verb}"], reverse=True))
    return rows


def stem_share(noun, verb):
    """How much of the verb begins the noun: `criticize` before `knock` for criticism."""
    shared = 0
    while shared < min(len(noun), len(verb)) and noun[shared] == verb[shared]:
        shared += 1
    return (shared / len(verb)) ** 3 + 0.01
