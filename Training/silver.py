"""Tags and parses the words of a CoNLL-U file with the average of several trained models, as more material to train on.

    python3 silver.py --models A.pt B.pt … --lexicon lexicon.bin WORDS.conllu --output OUTPUT.conllu [--states WORDS.states] [--soft OUTPUT.soft] [--gold]

With --gold the file has trees: the score of the average is printed. With --soft the models' probabilities of heads, relations and
tags are written too; those of relations are for the heads of the tree: the gold one with --gold, else the predicted one.
"""

import argparse

import torch
from torch.nn import functional as F

import conllu
import data
import lexicon
import score
from train import attach, load, predict


@torch.no_grad()
def probabilities(models, vocabulary, sentences, table):
    """For each sentence the averaged probabilities [words, choices] of heads, of relations to its heads, and of the tags."""
    out = [None] * len(sentences)
    for indices in data.batches(sentences, 4000, shuffle=False):
        chosen = [sentences[i] for i in indices]
        batch = data.tensors(chosen, vocabulary, lexicon=table)
        longest = batch["word"].shape[1]
        heads = F.pad(torch.tensor([s.heads + [0] * (longest - len(s.forms)) for s in chosen]), (1, 0))
        sums = None
        for model in models:
            upos, xpos, arcs, dep, head = model(batch)
            found = [arcs, model.relations(dep, head, heads), upos, xpos]
            found = [torch.softmax(part.float(), -1)[:, 1:] / len(models) for part in found]
            sums = found if sums is None else [a + b for a, b in zip(sums, found)]
        for r, i in enumerate(indices):
            n = len(sentences[i].forms)
            arcs, *rest = sums
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
    parsed = sentences
    if options.output:
        parsed = predict(members[0], vocabulary, sentences, lexicon=table, members=members[1:])
        conllu.write(options.output, parsed)
        if options.gold:
            print(score.line(options.words.split("/")[-1], score.score(sentences, parsed)), flush=True)
    if options.soft:
        if not options.gold:
            for sentence, found in zip(sentences, parsed):
                sentence.heads = found.heads
        torch.save(probabilities(members, vocabulary, sentences, table), options.soft)


if __name__ == "__main__":
    main()
