#!/usr/bin/env python3
"""Writes the lexical tables that the binary embeds: sorted lines `key TAB value`, looked up by binary search.

Run from anywhere: `python3 Training/lexicon/build.py`. Needs the Debian packages named in README.md; the output does not
depend on the day, the machine or the order of the files.
"""

import argparse
import json
from pathlib import Path

import entities
import lemmas
import lists
import names
import nouns
from wordnet import WordNet

ROOT = Path(__file__).resolve().parents[2]
TABLES = ROOT / "Sources" / "CEnglishLexicon" / "tables"


def write(name, rows):
    """Writes `key -> value` sorted by the key's UTF-8 bytes."""
    for key, value in rows.items():
        if not key or not value or "\t" in key or "\n" in key + value:
            raise ValueError(f"{name}: bad row {key!r} {value!r}")
    lines = sorted(f"{key}\t{value}\n".encode() for key, value in rows.items())
    lines.sort(key=lambda line: line.split(b"\t")[0])
    (TABLES / name).write_bytes(b"".join(lines))
    print(f"{name:24} {len(lines):7} rows {sum(map(len, lines)):9} bytes")


def listed(name, separator=" "):
    """Each item of a hand-written list with its heads."""
    return {item: separator.join(heads) for item, heads in lists.by_item(name).items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wordnet", default="/usr/share/wordnet")
    parser.add_argument("--link-grammar", default="/usr/share/link-grammar/en")
    parser.add_argument("--iso-codes", default="/usr/share/iso-codes/json")
    parser.add_argument("--zoneinfo", default="/usr/share/zoneinfo")
    parser.add_argument("--treebanks", default="", help="folder of en_ewt-train.conllu and en_gum-train.conllu, for lemmas and nouns")
    arguments = parser.parse_args()
    TABLES.mkdir(parents=True, exist_ok=True)
    wordnet = WordNet(arguments.wordnet)

    words = lists.by_item("words")
    for head, items in lists.read("phrases"):
        for item in items:
            words.setdefault(item, []).append(head)
    write("words.tsv", {word: " ".join(heads) for word, heads in words.items()})
    write("titles.tsv", listed("titles", separator=";"))
    write("name-keywords.tsv", listed("name-keywords"))
    write("quantities.tsv", listed("quantities", separator=";"))
    write("bounds.tsv", listed("bounds"))
    write("units.tsv", listed("units", separator=";"))
    write("calendar.tsv", listed("calendar", separator=";"))

    write("abbreviations.tsv", listed("abbreviations"))
    write("sentence-starters.tsv", listed("sentence-starters"))

    if arguments.treebanks:
        gum = Path(arguments.treebanks, "en_gum-train.conllu")
        write("nouns.tsv", nouns.classes(wordnet, entities.noun_types(gum)))
    write("derivations.tsv", nouns.derivations(wordnet))

    if arguments.treebanks:
        treebanks = [Path(arguments.treebanks, f"en_{name}-train.conllu") for name in ("ewt", "gum")]
        write("lemmas.tsv", lemmas.build(wordnet, treebanks))

    countries = names.countries(json.loads(Path(arguments.iso_codes, "iso_3166-1.json").read_text("utf-8"))["3166-1"])
    write("countries.tsv", countries)
    write("demonyms.tsv", names.demonyms(wordnet, countries))
    write("cities.tsv", names.cities(wordnet, countries, Path(arguments.zoneinfo)))
    write("instances.tsv", names.instances(wordnet) | names.known_names())
    write("own-given-names.tsv", names.own_given_names())
    write("given-names.tsv", names.given_names(Path(arguments.link_grammar)))


if __name__ == "__main__":
    main()
