"""Entity types of common nouns in UD English GUM: how often a noun heads an entity of each type."""

import re
from collections import Counter, defaultdict
from pathlib import Path


def noun_types(path):
    """lemma -> Counter of GUM's entity types (person, place, organization, time, event, object, substance, animal, plant, abstract)."""
    counts = defaultdict(Counter)
    for block in Path(path).read_text("utf-8").split("\n\n"):
        words = [line.split("\t") for line in block.split("\n") if line[:1].isdigit()]
        words = [columns for columns in words if columns[0].isdigit()]
        for kind, start, end in spans(words):
            span = words[start : end + 1]
            inside = {columns[0] for columns in span}
            heads = [columns for columns in span if columns[6] not in inside]
            if heads and heads[0][3] == "NOUN":
                counts[heads[0][2].lower()][kind] += 1
    return counts


def spans(words):
    """(type, first, last) of the Entity layer in MISC."""
    open_entities = []
    for index, columns in enumerate(words):
        found = re.search(r"(?:^|\|)Entity=([^|]*)", columns[9])
        for part in re.findall(r"\([^()]*\)?|[^()]+\)", found.group(1)) if found else []:
            if part.startswith("("):
                identity, kind = part.strip("()").split("-")[:2]
                if part.endswith(")"):
                    yield kind, index, index
                else:
                    open_entities.append((identity, kind, index))
            else:
                identity = part[:-1].split("-")[0]
                for place in range(len(open_entities) - 1, -1, -1):
                    if open_entities[place][0] == identity:
                        _, kind, start = open_entities.pop(place)
                        yield kind, start, index
                        break
