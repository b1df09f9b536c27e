"""Tags and parses the words of a CoNLL-U file with the average of several trained models, as more material to train on.

    python3 silver.py --models A.pt B.pt … --lexicon lexicon.bin WORDS.conllu --output OUTPUT.conllu [--states WORDS.states] [--soft OUTPUT.soft] [--gold]

With --gold the file has trees: the score of the average is printed. With --soft the models' probabilities of heads, relations and
tags are written too; those of relations are for the heads of the tree: the gold one with --gold, else the predicted one.
"""

import argparse

import numpy as np
import torch
from torch.nn import functional as F

import conllu
import data
import lexicon
import score
import trees
from train import attach, load, predict


@torch.no_grad()
def probabilities(models, vocabulary, sentences, table):
    """For each sentence the averaged probabilities [words, choices] of heads, of relations to its heads, and of the tags.

    A sentence without heads is given those of the tree that the average finds, with its relations and tags.
    """
    root = vocabulary.relation_index["root"]
    out = [None] * len(sentences)
    for indices in data.batches(sentences, 4000, shuffle=False):
        chosen = [sentences[i] for i in indices]
        batch = data.tensors(chosen, vocabulary, lexicon=table)
        longest = batch["word"].shape[1]
        results = [model(batch) for model in models]

        def mean(parts):
            return sum(torch.softmax(part.float(), -1)[:, 1:] for part in parts) / len(models)

        arcs = mean([result[2] for result in results])
        for r, s in enumerate(chosen):
            n = len(s.forms)
            if not s.heads:
                scores = np.zeros((n + 1, n + 1), dtype=np.float32)
                scores[1:] = arcs[r, :n, : n + 1].clamp_min(1e-20).log().numpy()
                s.heads = [int(h) for h in trees.spanning_tree(scores)[1:]]
        heads = F.pad(torch.tensor([s.heads + [0] * (longest - len(s.forms)) for s in chosen]), (1, 0))
        labels = mean([model.relations(result[3], result[4], heads) for model, result in zip(models, results)])
        rest = [labels, mean([result[0] for result in results]), mean([result[1] for result in results])]
        for r, i in enumerate(indices):
            s = sentences[i]
            n = len(s.forms)
            if not s.relations:
                best = labels[r, :n].clone()
                best[:, root] = -1
                s.relations = [vocabulary.relations[root if h == 0 else k] for h, k in zip(s.heads, best.argmax(1).tolist())]
                s.upos = [vocabulary.upos[k] for k in rest[1][r, :n].argmax(1).tolist()]
                s.xpos = [vocabulary.xpos[k] for k in rest[2][r, :n].argmax(1).tolist()]
            out[i] = [arcs[r, :n, : n + 1].half().clone()] + [part[r, :n].half().clone() for part in rest]
    return out


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("words")
    parser.add_argument("--output", help="where the trees go")
    parser.add_argument("--models", nargs="+", required=True)
    parser.add_argument("--lexicon", required=True)
    parser.add_argument("--states", help="the words' states in context, if the models read them")
    parser.add_argument("--soft", help="where the probabilities go")
    parser.add_argument("--treebank", type=int, default=-1, help="whose conventions: an index into the models' --train; -1: the last")
    parser.add_argument("--gold", action="store_true", help="the file has trees: print the score of the average")
    options = parser.parse_args()
    torch.set_num_threads(1)
    models = [load(path) for path in options.models]
    sentences = conllu.read(options.words)
    for s in sentences:
        s.treebank = options.treebank
    if options.states:
        attach(sentences, options.states, "states")
    table = lexicon.Lexicon(options.lexicon)
    vocabulary, members = models[0][1], [m for m, _ in models]
    for _, other in models:
        assert other.words == vocabulary.words and other.relations == vocabulary.relations, "the models' words differ"
    if options.gold and options.output:
        parsed = predict(members[0], vocabulary, sentences, lexicon=table, members=members[1:])
        conllu.write(options.output, parsed)
        print(score.line(options.words.split("/")[-1], score.score(sentences, parsed)), flush=True)
    if not options.gold:
        for s in sentences:
            s.heads, s.relations = [], []
    if options.soft or not options.gold:
        found = probabilities(members, vocabulary, sentences, table)
        if options.soft:
            torch.save(found, options.soft)
        if options.output and not options.gold:
            conllu.write(options.output, sentences)


if __name__ == "__main__":
    main()
