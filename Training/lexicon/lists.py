"""Reads the hand-written lists of `lists/`: lines `head: item, item`, continued by indented lines; `#` comments."""

from pathlib import Path

FOLDER = Path(__file__).parent / "lists"


def read(name):
    """(head, items) of each entry, in the order of the file."""
    entries = []
    for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if line[0].isspace():
            entries[-1][1] += ", " + line.strip()
        else:
            head, _, items = line.partition(": ") if ": " in line else line.partition(":")
            entries.append([head.strip(), items.strip()])
    return [(head, [item.strip() for item in items.split(",") if item.strip()]) for head, items in entries]


def by_item(name):
    """item -> heads, in the order of the file."""
    found = {}
    for head, items in read(name):
        for item in items:
            heads = found.setdefault(item, [])
            if head not in heads:
                heads.append(head)
    return found
