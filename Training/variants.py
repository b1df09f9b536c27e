"""Sentences like those of the treebanks, with other words in them, for a teacher to parse: more material for a student.

    python3 variants.py --vectors vectors.pt --lexicon lexicon.bin --output variants.conllu TRAIN.conllu … [--seed 1] [--share 0.35]

A share of the open-class words gives way to one of the nearest words by their pretrained vectors: a word that the treebanks have
with the same Penn tag or, for words that they do not have, one that WordNet inflects alike. Capitals stay as they are.
The trees are those of the original sentences; the teacher's replace them.
"""

import argparse
import random

import torch

import conllu
import features
import lexicon

OPEN = ("NN", "NNS", "NNP", "NNPS", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "JJ", "JJR", "JJS", "RB")
NEAREST = 40


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="+")
    parser.add_argument("--vectors", required=True)
    parser.add_argument("--lexicon", required=True)
    parser.add_argument("--output", required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--share", type=float, default=0.35)
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    generator = random.Random(options.seed)
    sentences = [s for path in options.files for s in conllu.read(path)]
    loaded = torch.load(options.vectors, weights_only=True)
    words, vectors = loaded["words"], loaded["vectors"].float()
    _, _, basis = torch.svd_lowrank(vectors, 100, niter=3)
    vectors = torch.nn.functional.normalize(vectors @ basis, dim=1)
    index = {word: i for i, word in enumerate(words)}
    tags = {}
    for s in sentences:
        for form, tag in zip(s.forms, s.xpos):
            tags.setdefault(features.normalized(form), set()).add(tag)
    table = lexicon.Lexicon(options.lexicon)
    marks = sum(1 << mark for mark in lexicon.MARKS.values())
    inflected = [table.bits(word) & marks for word in words]
    seen = sorted({index[w] for w, found in tags.items() if w in index and found & set(OPEN)})
    nearest = {}
    for start in range(0, len(seen), 1000):
        rows = seen[start : start + 1000]
        found = (vectors[rows] @ vectors.T).topk(NEAREST + 1, dim=1).indices.tolist()
        nearest.update(zip(rows, found))

    def other(form, tag):
        at = index.get(features.normalized(form))
        if at is None:
            return form
        found = []
        for i in nearest.get(at, ()):
            word = words[i]
            if i == at or not word.isalpha():
                continue
            known = tags.get(word)
            if tag in known if known else (not tag.startswith("NNP") and inflected[i] and inflected[i] == inflected[at]):
                found.append(word)
        if not found:
            return form
        word = generator.choice(found)
        if form.isupper() and len(form) > 1:
            return word.upper()
        return word[:1].upper() + word[1:] if form[:1].isupper() else word

    out, replaced, total = [], 0, 0
    for s in sentences:
        if len(s.forms) < 4 or len(s.forms) > 120:
            continue
        forms = [
            other(form, tag) if tag in OPEN and form.isalpha() and generator.random() < options.share else form
            for form, tag in zip(s.forms, s.xpos)
        ]
        changed = sum(a != b for a, b in zip(forms, s.forms))
        if changed:
            out.append(s.with_forms(forms))
            replaced += changed
            total += len(forms)
    conllu.write(options.output, out)
    print(f"{len(out)} sentences, {replaced} of {total} words replaced")


if __name__ == "__main__":
    main()
