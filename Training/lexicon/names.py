"""Names of countries, peoples, cities, people and other instances, from ISO 3166-1, tzdata, WordNet and Link Grammar."""

import re
from collections import defaultdict

import lists

# ISO's names that no newspaper prints, and what it prints: the hand-written list adds the other names.
PRINTED = {
    "Russian Federation": "Russia", "Viet Nam": "Vietnam", "Syrian Arab Republic": "Syria", "Türkiye": "Turkey",
    "Lao People's Democratic Republic": "Laos", "Brunei Darussalam": "Brunei", "Czechia": "Czech Republic",
    "Côte d'Ivoire": "Ivory Coast", "Cabo Verde": "Cape Verde", "Timor-Leste": "East Timor",
    "Holy See (Vatican City State)": "Vatican City", "Congo": "Republic of the Congo",
    "Congo, The Democratic Republic of the": "Democratic Republic of the Congo", "Palestine, State of": "Palestine",
    "Micronesia, Federated States of": "Micronesia", "Virgin Islands, British": "British Virgin Islands",
    "Virgin Islands, U.S.": "U.S. Virgin Islands", "Falkland Islands (Malvinas)": "Falkland Islands",
    "Macao": "Macau", "Saint Martin (French part)": "Saint Martin", "Sint Maarten (Dutch part)": "Sint Maarten",
    "Cocos (Keeling) Islands": "Cocos Islands", "Bonaire, Sint Eustatius and Saba": "Caribbean Netherlands",
    "Saint Helena, Ascension and Tristan da Cunha": "Saint Helena",
}


def countries(iso):
    """name as written -> `kind|canonical|ISO 3166-1 alpha-2 code`; kinds: country, territory, bloc,
    continent, region, state, armedGroup."""
    rows = {}
    codes = {}

    def add(name, kind, canonical, code, replace=False):
        for variant in {name, name.replace("’", "'"), name.replace("'", "’")}:
            if replace or variant not in rows:
                rows[variant] = f"{kind}|{canonical}|{code}"

    for entry in iso:
        canonical = entry.get("common_name", entry["name"])
        canonical = PRINTED.get(canonical, canonical)
        codes[canonical] = entry["alpha_2"]
        for name in (canonical, entry["name"], entry.get("common_name"), entry.get("official_name")):
            # "Congo" alone is left to the hand-written list.
            if name and "," not in name and "(" not in name and (name == canonical or name not in PRINTED or name != "Congo"):
                add(name.removeprefix("the "), "country", canonical, codes[canonical])
    for canonical, names in lists.read("countries"):
        code = codes.get(canonical, "-")
        add(canonical, "country", canonical, code)
        for name in names:
            add(name.removeprefix("the "), "country", canonical, code, replace=True)
    for canonical, names in lists.read("territories"):
        code = codes.get(canonical, "-")
        for name in [canonical, *names]:
            add(name, "territory", canonical, code, replace=True)
    for kind, items in lists.read("regions"):
        for item in items:
            canonical, *aliases = item.split("=")
            for name in [canonical, *aliases]:
                add(name.removeprefix("the "), kind, canonical.removeprefix("the "), "-")
    for head, names in lists.read("states"):
        country, state = head.split(", ")
        for name in [state, *names]:
            add(name, "state", state, codes[country])
    return rows


def canonical_countries(rows):
    return {value.split("|")[1] for value in rows.values() if value.startswith("country|")}


def demonyms(wordnet, countries):
    """word as written -> place. Lower-case forms too, unless they are common words (polish, turkey)."""
    known = {name: value.split("|")[1] for name, value in countries.items()}
    rows = {}
    for offset, synset in ((key[1], value) for key, value in wordnet.synsets.items() if key[0] == "a"):
        for symbol, target, part, source_word, _ in synset.pointers:
            # A pertainym, as "of or relating to or characteristic of Israel".
            if symbol != "\\" or part != "n" or not synset.words[source_word - 1][0].isupper():
                continue
            noun = wordnet.synsets["n", target]
            for name in noun.words:
                place = known.get(name.replace("_", " "))
                if place:
                    rows.setdefault(synset.words[source_word - 1].replace("_", " "), place)
                    break
    for place, words in lists.read("demonyms"):
        for word in words:
            rows[word] = place
    for word, place in list(rows.items()):
        if word[-1] in "naioktbrey" and not word.endswith(("ish", "sh", "ch", "men")):
            rows.setdefault(word + "s", place)
    common = common_words(wordnet)
    for word, place in list(rows.items()):
        lower = word.lower()
        if lower not in common and lower not in rows:
            rows[lower] = place
    return rows


def common_words(wordnet):
    """Words that WordNet spells in lower case."""
    found = set()
    for synset in wordnet.synsets.values():
        found.update(word for word in synset.words if word[0].islower())
    # Plurals and forms of verbs of the few that matter.
    return found | {"poles", "swedes", "turks", "scots", "danes", "kiwis", "latinos"}


def ancestor_named(wordnet, offset, offsets):
    return bool(wordnet.ancestors(offset) & offsets)


def cities(wordnet, countries, zoneinfo):
    """city as written -> `capital|country` or `city|country`; `-` where the country is not known."""
    known = {name: value.split("|") for name, value in countries.items()}
    by_code = {value[2]: value[1] for value in known.values() if value[0] == "country" and value[2] != "-"}
    rows = {}
    common = common_words(wordnet)
    city = set(wordnet.senses["n", "city"][:1] + wordnet.senses["n", "town"][:1] + wordnet.senses["n", "national_capital"][:1]
               + wordnet.senses["n", "municipality"][:1] + wordnet.senses["n", "port"][:1])
    for key, synset in wordnet.synsets.items():
        if key[0] != "n" or not wordnet.is_instance(key[1]) or not ancestor_named(wordnet, key[1], city):
            continue
        country = "-"
        for whole in wordnet.holonyms(key[1]):
            names = [known.get(word.replace("_", " ")) for word in wordnet.synsets["n", whole].words]
            names = [name for name in names if name and name[0] in ("country", "state")]
            if names:
                country = names[0][1] if names[0][0] == "country" else by_code[names[0][2]]
                break
        for word in synset.words:
            name = word.replace("_", " ")
            if name[0].isupper() and len(name) > 2 and name.lower() not in common:
                rows.setdefault(name, f"city|{country}")
    for line in (zoneinfo / "zone.tab").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        code, _, zone = line.split("\t")[:3]
        area, name = zone.split("/", 1)
        name = name.split("/")[-1].replace("_", " ")
        country = by_code.get(code)
        # Islands of the oceans have a zone each, named after a village or the island.
        if country is None or area not in ("Africa", "America", "Asia", "Australia", "Europe") or name == country:
            continue
        if name not in countries or name == "Singapore":
            rows.setdefault(name, f"city|{country}")
            if rows[name].endswith("|-"):
                rows[name] = f"city|{country}"
    for name, country in lists.read("cities"):
        rows[name] = f"city|{country[0]}"
    for country, names in lists.read("capitals"):
        for name in names:
            rows[name] = f"capital|{country}"
    for name, country in lists.read("places-by-hand"):
        rows[name] = f"capital|{country[0]}"
    return rows


# Classes of WordNet's instances; the first whose root stands above is the class.
INSTANCE_ROOTS = [
    ("person", [("person", 1), ("spiritual_being", 1)]),
    ("organization", [("organization", 1), ("organization", 3), ("social_group", 1)]),
    ("event", [("event", 1)]),
    ("time", [("time_period", 1)]),
    ("work", [("communication", 2), ("creation", 2)]),
    ("place", [("location", 1), ("geological_formation", 1), ("body_of_water", 1), ("land", 4), ("celestial_body", 1),
               ("structure", 1), ("way", 6), ("physical_object", 1)]),
]


def instances(wordnet):
    """name as written -> its classes, the likeliest first; single words of a person's name are surnames of several."""
    roots = [(name, {wordnet.find(*root) for root in pairs}) for name, pairs in INSTANCE_ROOTS]
    found = defaultdict(lambda: defaultdict(float))
    # One word of a name that is a common word too (Hall, Rice, Union, Orange) tells nothing.
    common = common_words(wordnet) | {word.lower() for word in calendar_words()}
    common |= {word.lower() for _, words in lists.read("demonyms") for word in words}
    for lemma in wordnet.lemmas("n"):
        if lemma in common:
            continue
        for number, offset in enumerate(wordnet.senses["n", lemma], 1):
            if not wordnet.is_instance(offset):
                continue
            ancestors = wordnet.ancestors(offset)
            kind = next((name for name, offsets in roots if offsets & ancestors), None)
            if kind is None:
                continue
            for word in wordnet.synsets["n", offset].words:
                name = word.replace("_", " ")
                if word.lower() == lemma and name[0].isupper() and not re.fullmatch(r"[A-Z]{1,3}|[IVX]+", name):
                    found[name][kind] += wordnet.counts["n", lemma, number] + 1 / number
    return {name: " ".join(sorted(kinds, key=lambda kind: (-kinds[kind], kind))) for name, kinds in found.items()}


def known_names():
    """name as written -> its classes, of the hand-written list."""
    return {name: " ".join(kinds) for name, kinds in lists.by_item("known-names").items()}


def calendar_words():
    return lists.by_item("calendar")


def given_names(link_grammar):
    """given name -> m, f or b (both), of Link Grammar's word lists (LGPL 2.1: kept in a table of its own)."""
    rows = {}
    # Words of the calendar and titles are hardly ever names, April, May, June and a few short titles aside.
    barred = {word.capitalize() for word in calendar_words()} | {"God", "Lord", "Sun", "Winter", "Numbers", "Rover", "Fluffy", "Prince",
              "Princess", "Queen", "King", "Trinity", "German", "Star", "Forest", "College", "Santa", "Boston", "Kenya", "Paris", "Man", "Son"}
    barred -= {"April", "May", "June", "August", "Summer"}
    for kind, letter in (("male", "m"), ("female", "f"), ("bisex", "b")):
        text = (link_grammar / "words" / f"entities.given-{kind}.sing").read_text("utf-8")
        for entry in text.split():
            name = entry.split(".")[0]
            if not re.fullmatch(r"[^\W\d_][^\s]*", name) or not name[0].isupper() or name in barred:
                continue
            rows[name] = letter if rows.get(name, letter) == letter else "b"
    return rows


def own_given_names():
    """given name -> m, f or b, of the hand-written list; the first line that holds a name decides."""
    return {name: letters[0] if set(letters) != {"m", "f"} else "b" for name, letters in lists.by_item("given-names").items()}
