"""Reading and writing CoNLL-U: the columns that the parser needs."""


class Sentence:
    """Words, tags, heads and relations; perhaps the words' states in a pretrained encoder and a teacher's probabilities."""

    __slots__ = ("forms", "upos", "xpos", "heads", "relations", "states", "soft", "silver", "treebank")

    def __init__(self, forms, upos, xpos, heads, relations, states=None, soft=None,
                 silver=False, treebank=-1):
        self.forms, self.upos, self.xpos, self.heads, self.relations = forms, upos, xpos, heads, relations
        self.states, self.soft, self.silver = states, soft, silver
        # Whose conventions it follows, as an index into the treebanks that are trained on; -1: those of the last.
        self.treebank = treebank

    def with_forms(self, forms):
        return Sentence(forms, self.upos, self.xpos, self.heads, self.relations, self.states, self.soft,
                        self.silver, self.treebank)

    def keeping(self, kept):
        """The sentence of these words alone; no other word may hang from one that goes."""
        new = {0: 0, **{i + 1: k + 1 for k, i in enumerate(kept)}}
        soft = self.soft
        if soft is not None:
            arcs, *rest = (part[kept] for part in soft)
            arcs = arcs[:, [0] + [i + 1 for i in kept]]
            soft = (arcs / arcs.sum(1, keepdims=True).clip(1e-6), *rest)
        return Sentence(
            [self.forms[i] for i in kept], [self.upos[i] for i in kept], [self.xpos[i] for i in kept],
            [new[self.heads[i]] for i in kept], [self.relations[i] for i in kept],
            None if self.states is None else self.states[kept], soft, self.silver, self.treebank,
        )


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
