"""Reading and writing CoNLL-U: the columns that the parser needs."""


class Sentence:
    __slots__ = ("forms", "upos", "xpos", "heads", "relations", "weight")

    def __init__(self, forms, upos, xpos, heads, relations, weight=1.0):
        self.forms, self.upos, self.xpos, self.heads, self.relations = forms, upos, xpos, heads, relations
        self.weight = weight


def read(path):
    """The sentences of a file; multi-word ranges and empty nodes are skipped. Heads count from 1, 0 is the root."""
    sentences, rows = [], []
    with open(path, encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if not line:
                if rows:
                    sentences.append(make(rows))
                    rows = []
            elif not line.startswith("#"):
                columns = line.split("\t")
                if columns[0].isdigit():
                    rows.append(columns)
    if rows:
        sentences.append(make(rows))
    return sentences


def make(rows):
    def number(text):
        return int(text) if text.isdigit() else 0

    return Sentence(
        [row[1] for row in rows],
        [row[3] for row in rows],
        [row[4] for row in rows],
        [number(row[6]) for row in rows],
        [row[7] for row in rows],
    )


def write(path, sentences):
    with open(path, "w", encoding="utf-8") as file:
        for s in sentences:
            for i, form in enumerate(s.forms):
                file.write(
                    f"{i + 1}\t{form}\t_\t{s.upos[i]}\t{s.xpos[i]}\t_\t{s.heads[i]}\t{s.relations[i]}\t_\t_\n"
                )
            file.write("\n")
