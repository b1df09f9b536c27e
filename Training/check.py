"""Computes the exported int8 model in NumPy and compares it with what the trainer computes and with what tercet printed.

    python3 check.py ../Sources/CEnglishModel/english.model GOLD.conllu [--trained MODEL.pt] [--parsed PARSED.conllu] [--every N]

Prints the scores of the exported model, of the trained one, and how many words differ; exits 1 where tercet's output differs in
more than one word of a thousand (its own exponential differs from NumPy's in the last bits) or where int8 loses more than 0.1 LAS.
"""

import argparse
import struct
import sys
import tempfile

import numpy as np

import conllu
import features
import score
import search


class Model:
    def __init__(self, path):
        with open(path, "rb") as file:
            self.content = file.read()
        assert self.content[:8] == b"TERCETEN"
        self.position = 8
        header = self.numbers(22)
        assert header[0] == 2
        self.word_count = header[1]
        rows, widths = header[1:8], header[8:15]
        self.hidden, layers, arc, label, lexical_bytes = header[15:20]
        self.upos, self.xpos, self.relations = self.names(), self.names(), self.names()
        self.keys = self.part(header[1], np.uint32)
        self.tables = [self.table(rows[k] + (k == 0), widths[k]) for k in range(6)]
        self.lexicon = None
        if rows[6]:
            import lexicon

            self.lexical = self.table(rows[6], widths[6])
            self.align()
            with tempfile.NamedTemporaryFile() as file:
                file.write(self.content[self.position : self.position + lexical_bytes])
                file.flush()
                self.lexicon = lexicon.Lexicon(file.name)
            self.position += lexical_bytes
        self.static_keys = None
        if header[20]:
            self.static_keys = self.part(header[20], np.uint32)
            self.static = self.table(header[20] + 1, header[21])
        inputs = sum(widths) + header[21]
        self.root = self.part(inputs, np.float32)
        self.layers = []
        for layer in range(layers):
            width = inputs if layer == 0 else 2 * self.hidden
            self.layers.append(
                [
                    (*self.matrix(4 * self.hidden, width), self.matrix(4 * self.hidden, self.hidden, False)[0])
                    for _ in range(2)
                ]
            )
        encoded = 2 * self.hidden
        self.tag_upos = self.matrix(len(self.upos), encoded)
        self.tag_xpos = self.matrix(len(self.xpos), encoded)
        self.arc_dep, self.arc_head = self.matrix(arc, encoded), self.matrix(arc, encoded)
        self.arc = self.matrix(arc, arc)
        self.label_dep, self.label_head = self.matrix(label, encoded), self.matrix(label, encoded)
        self.label = self.matrix(len(self.relations), 3 * label)
        assert self.position == len(self.content)

    def align(self):
        self.position += -self.position % 16

    def numbers(self, count):
        found = struct.unpack_from(f"<{count}I", self.content, self.position)
        self.position += 4 * count
        return found

    def names(self):
        self.align()
        length = self.numbers(1)[0]
        self.position += length
        return self.content[self.position - length : self.position].decode("utf-8").split("\n")

    def part(self, count, kind):
        self.align()
        found = np.frombuffer(self.content, kind, count, self.position)
        self.position += found.nbytes
        return found

    def table(self, rows, width):
        values = self.part(rows * width, np.int8).reshape(rows, width)
        return values.astype(np.float32) * self.part(rows, np.float32)[:, None]

    def matrix(self, outputs, inputs, bias=True):
        panels = (outputs + 15) // 16
        values = self.part(panels * inputs * 16, np.int8).reshape(panels, inputs, 16)
        weights = values.transpose(0, 2, 1).reshape(panels * 16, inputs).astype(np.float32)
        weights = weights * self.part(panels * 16, np.float32)[:, None]
        start = self.part(panels * 16, np.float32) if bias else None
        return weights[:outputs], start[:outputs] if bias else None

    def vector(self, form):
        word, *buckets, grams = features.spelling(form)
        key = np.uint32(features.zlib.crc32(word.encode("utf-8")))
        parts = [self.tables[0][row(self.keys, key)]] + [self.tables[k + 1][b] for k, b in enumerate(buckets)]
        parts.append(self.tables[5][grams].sum(0) * np.float32(len(grams) ** -0.5))
        if self.lexicon:
            parts.append(self.lexical[self.lexicon.classes(form)].sum(0))
        if self.static_keys is not None:
            parts.append(self.static[row(self.static_keys, key)])
        return np.concatenate(parts)

    def run(self, x, direction):
        weights, bias, recurrent = direction
        start = x @ weights.T + bias
        h = c = np.zeros(self.hidden, dtype=np.float32)
        out = []
        for gates in start:
            i, f, g, o = np.split(gates + recurrent @ h, 4)
            c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
            h = sigmoid(o) * np.tanh(c)
            out.append(h)
        return np.array(out)

    def parse(self, forms):
        x = np.stack([self.root] + [self.vector(form) for form in forms])
        for forwards, backwards in self.layers:
            x = np.concatenate([self.run(x, forwards), self.run(x[::-1], backwards)[::-1]], axis=1)

        def linear(layer, value=x):
            return value @ layer[0].T + layer[1]

        def perceptron(layer):
            value = linear(layer)
            return np.where(value > 0, value, np.float32(0.1) * value)

        scores = linear(self.arc, perceptron(self.arc_dep)) @ perceptron(self.arc_head).T
        dep, head = perceptron(self.label_dep), perceptron(self.label_head)

        def label(dependents, heads):
            d, h = dep[dependents], head[heads]
            return linear(self.label, np.concatenate([d, h, d * h], axis=1))

        heads, labels = search.tree(scores, label, self.relations)
        return conllu.Sentence(
            forms,
            [self.upos[k] for k in linear(self.tag_upos).argmax(1)[1:]],
            [self.xpos[k] for k in linear(self.tag_xpos).argmax(1)[1:]],
            heads,
            [self.relations[k] for k in labels],
        )


def row(keys, key):
    """The row of a word in its table; 0 where it has none."""
    at = int(np.searchsorted(keys, key))
    return at + 1 if at < len(keys) and keys[at] == key else 0


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def differing(first, second):
    words = wrong = 0
    for a, b in zip(first, second, strict=True):
        assert a.forms == b.forms
        for i in range(len(a.forms)):
            words += 1
            wrong += (a.upos[i], a.xpos[i], a.heads[i], a.relations[i]) != (b.upos[i], b.xpos[i], b.heads[i], b.relations[i])
    return wrong, words


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("model")
    parser.add_argument("gold")
    parser.add_argument("--trained")
    parser.add_argument("--lexicon")
    parser.add_argument("--parsed", help="tercet's output for the whole of GOLD")
    parser.add_argument("--every", type=int, default=1, help="every Nth sentence")
    options = parser.parse_args()
    model = Model(options.model)
    gold = conllu.read(options.gold)[:: options.every]
    exported = [model.parse(s.forms) for s in gold]
    print(score.line("exported", score.score(gold, exported)))
    ok = True
    if options.parsed:
        wrong, words = differing(exported, conllu.read(options.parsed)[:: options.every])
        print(f"tercet differs in {wrong} of {words} words")
        ok &= wrong <= words / 1000
    if options.trained:
        import lexicon
        import torch
        from train import load, predict

        torch.set_num_threads(1)
        trained, vocabulary = load(options.trained)
        table = lexicon.Lexicon(options.lexicon) if options.lexicon else None
        reference = predict(trained, vocabulary, gold, lexicon=table)
        print(score.line("trained", score.score(gold, reference)))
        wrong, words = differing(exported, reference)
        print(f"the trained model differs in {wrong} of {words} words")
        ok &= score.score(gold, exported)["LAS"] > score.score(gold, reference)["LAS"] - 0.1
    return 0 if ok else 1


if __name__ == "__main__":
    sys.exit(main())
