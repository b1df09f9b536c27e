"""What all-MiniLM-L6-v2 (Apache-2.0) knows of words, as an input of the parser: for 30,000 words the mean of their states in sentences.

    python3 vectors.py --minilm FOLDER --wordnet /usr/share/wordnet --size 30000 --output vectors.pt TRAIN.conllu … [--text NEWS.conllu …]

The sentences are those of the CoNLL-U files (their words alone are looked at) and, for words that are rare in them, WordNet's glosses.
With `--states OUT.pt FILE.conllu` it writes instead the states of every word of a file in its context, which a teacher reads.
"""

import argparse
import random
import re
import time
from collections import Counter

import torch

import conllu
import features
import minilm

# The layers whose states are kept: of a word by itself, and of a word in its context.
STATIC, CONTEXT = (0, 2, 4), (1, 3, 4, 5)


def batches(sentences, tokens=1500):
    order = sorted(range(len(sentences)), key=lambda i: len(sentences[i]))
    current = []
    for i in order:
        if current and len(sentences[i]) * (len(current) + 1) > tokens:
            yield current
            current = []
        current.append(i)
    if current:
        yield current


@torch.no_grad()
def states(encoder, pieces, sentences, layers):
    """For each batch: the sentences' numbers and the words' states in the layers."""
    for chosen in batches(sentences):
        batch, mask, bounds = pieces.batch([sentences[i] for i in chosen])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            found = encoder(batch, mask, max(layers))
        yield chosen, [minilm.words(found[k], bounds) for k in layers]


def glosses(folder):
    """The words of WordNet's definitions and examples, a list each."""
    out = []
    for kind in ("noun", "verb", "adj", "adv"):
        with open(f"{folder}/data.{kind}", encoding="latin-1") as file:
            for line in file:
                if line.startswith(" ") or " | " not in line:
                    continue
                for part in line.split(" | ", 1)[1].strip().split('; '):
                    words = re.findall(r"[A-Za-z0-9]+(?:['.-][A-Za-z0-9]+)*|[^\sA-Za-z0-9]", part.strip(' "'))
                    if 3 <= len(words) <= 30:
                        out.append(words)
    return out


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="+")
    parser.add_argument("--text", nargs="*", default=[])
    parser.add_argument("--minilm", required=True)
    parser.add_argument("--wordnet")
    parser.add_argument("--size", type=int, default=30000)
    parser.add_argument("--output")
    parser.add_argument("--states")
    options = parser.parse_args()
    torch.set_num_threads(1)
    encoder, pieces = minilm.Encoder(options.minilm).eval(), minilm.Pieces(options.minilm)
    began = time.time()
    if options.states:
        sentences = [s.forms for path in options.files for s in conllu.read(path)]
        out = [None] * len(sentences)
        for chosen, found in states(encoder, pieces, sentences, CONTEXT):
            joined = torch.cat(found, 2).half()
            for r, i in enumerate(chosen):
                out[i] = joined[r, : len(sentences[i])].clone()
        torch.save(out, options.states)
        print(f"{len(out)} sentences, {time.time() - began:.0f} s")
        return

    treebank = [s.forms for path in options.files for s in conllu.read(path)]
    text = [s.forms for path in options.text for s in conllu.read(path)]
    counts = Counter(features.normalized(form) for s in treebank for form in s)
    counts.update(features.normalized(form) for s in text for form in s)
    # The vocabulary: words seen twice, then the word pieces that are whole words, which stand by frequency, then words seen once.
    wanted = [word for word, count in counts.most_common() if count >= 2 and len(word) <= 64]
    common = [w for w in pieces.index if re.fullmatch("[a-z]+", w) and len(w) > 1]
    once = sorted(word for word, count in counts.items() if count == 1 and len(word) <= 64 and word.isalpha())
    vocabulary = list(dict.fromkeys([*wanted, *common, *once]))[: options.size]
    print(len(wanted), "seen twice,", len(common), "common,", len(once), "once;", len(vocabulary), "kept", flush=True)
    index = {word: i for i, word in enumerate(vocabulary)}
    seen = Counter(counts)
    chosen = list(treebank) + list(text)
    if options.wordnet:
        found = glosses(options.wordnet)
        random.Random(1).shuffle(found)
        extra = 0
        for words in found:
            keys = {features.normalized(w) for w in words}
            if any(k in index and seen[k] < 6 for k in keys):
                seen.update(keys)
                chosen.append(words)
                extra += len(words)
        print(extra, "words of glosses", flush=True)
    chosen.extend([word] for word in vocabulary if not seen[word])
    sums = torch.zeros(len(vocabulary), len(STATIC) * minilm.WIDTH)
    number = torch.zeros(len(vocabulary))
    for numbers, found in states(encoder, pieces, chosen, STATIC):
        joined = torch.cat(found, 2)
        for r, i in enumerate(numbers):
            rows = torch.tensor([index.get(features.normalized(w), -1) for w in chosen[i]])
            known = rows >= 0
            sums.index_add_(0, rows[known], joined[r, : len(rows)][known])
            number.index_add_(0, rows[known], torch.ones(int(known.sum())))
    mean = sums / number.unsqueeze(1)
    mean = (mean - mean.mean(0)) / mean.std(0)
    torch.save({"words": vocabulary, "vectors": mean.half()}, options.output)
    print(f"{len(vocabulary)} words, {time.time() - began:.0f} s")


if __name__ == "__main__":
    main()
