"""Sentences → batches of feature indices."""

import random
from collections import Counter

import numpy as np
import torch

import features


class Vocabulary:
    """The words that have a vector of their own, and the tags and relations, in the order of their indices."""

    def __init__(self, words, counts, upos, xpos, relations, static=()):
        self.words, self.counts, self.upos, self.xpos, self.relations = words, counts, upos, xpos, relations
        self.word_index = {word: i + 1 for i, word in enumerate(words)}  # 0: unknown
        self.upos_index = {tag: i for i, tag in enumerate(upos)}
        self.xpos_index = {tag: i for i, tag in enumerate(xpos)}
        self.relation_index = {relation: i for i, relation in enumerate(relations)}
        self.static = list(static)  # the words with a pretrained vector
        self.static_index = {word: i + 1 for i, word in enumerate(self.static)}
        self.cache = {}

    @classmethod
    def of(cls, sentences):
        counts = Counter(features.normalized(form) for s in sentences for form in s.forms)
        words = sorted(word for word, count in counts.items() if count >= 2 and len(word) <= 64)
        return cls(
            words,
            [counts[word] for word in words],
            sorted({tag for s in sentences for tag in s.upos}),
            sorted({tag for s in sentences for tag in s.xpos}),
            sorted({relation for s in sentences for relation in s.relations}),
        )

    def spelling(self, form):
        found = self.cache.get(form)
        if found is None:
            word, *rest = features.spelling(form)
            index = self.word_index.get(word, 0)
            count = self.counts[index - 1] if index else 0
            found = self.cache[form] = (index, 0.25 / (0.25 + count), *rest)
        return found


def batches(sentences, tokens, shuffle, seed=0):
    """Lists of sentence indices of like length, about `tokens` words each."""
    generator = random.Random(seed)
    keys = [(len(s.forms) + (generator.random() * 2 if shuffle else 0), i) for i, s in enumerate(sentences)]
    keys.sort()
    out, current, longest = [], [], 0
    for _, i in keys:
        length = len(sentences[i].forms) + 1
        if current and max(longest, length) * (len(current) + 1) > tokens:
            out.append(current)
            current, longest = [], 0
        current.append(i)
        longest = max(longest, length)
    if current:
        out.append(current)
    if shuffle:
        generator.shuffle(out)
    return out


def tensors(sentences, vocabulary, training=False, generator=None, lexicon=None):
    rows = len(sentences)
    longest = max(len(s.forms) for s in sentences)
    names = ("word", "suffix2", "suffix3", "prefix3", "shape", "spelling")
    table = {name: [[0] * longest for _ in range(rows)] for name in names}
    spellings, gram_list, gram_offsets, gram_weights = {}, [], [], []
    lexical_list, lexical_offsets, static = [], [], []

    def spelling_of(form):
        index = spellings.get(form)
        if index is None:
            index = spellings[form] = len(spellings)
            grams = vocabulary.spelling(form)[6]
            gram_offsets.append(len(gram_list))
            gram_list.extend(grams)
            gram_weights.extend([len(grams) ** -0.5] * len(grams))
            static.append(vocabulary.static_index.get(features.normalized(form), 0) if vocabulary.static else 0)
            if lexicon is not None:
                classes = lexicon.classes(form) or [0]
                lexical_offsets.append(len(lexical_list))
                lexical_list.extend(classes)
        return index

    for r, s in enumerate(sentences):
        for c, form in enumerate(s.forms):
            word, drop, suffix2, suffix3, prefix3, shape, _ = vocabulary.spelling(form)
            if training and generator.random() < drop:
                word = 0
            table["word"][r][c] = word
            table["suffix2"][r][c] = suffix2
            table["suffix3"][r][c] = suffix3
            table["prefix3"][r][c] = prefix3
            table["shape"][r][c] = shape
            table["spelling"][r][c] = spelling_of(form)
    batch = {name: torch.tensor(table[name]) for name in names}
    batch["gram_list"] = torch.tensor(gram_list)
    batch["gram_offsets"] = torch.tensor(gram_offsets)
    batch["gram_weights"] = torch.tensor(gram_weights, dtype=torch.float32)
    batch["treebank"] = torch.tensor([s.treebank for s in sentences])
    batch["static"] = torch.tensor(static)
    if sentences[0].states is not None:
        states = torch.zeros(rows, longest, sentences[0].states.shape[1])
        for r, s in enumerate(sentences):
            states[r, : len(s.forms)] = s.states.float()
        batch["states"] = states
    if lexicon is not None:
        batch["lexical_list"] = torch.tensor(lexical_list)
        batch["lexical_offsets"] = torch.tensor(lexical_offsets)
    lengths = torch.tensor([len(s.forms) + 1 for s in sentences])
    positions = torch.arange(longest + 1).unsqueeze(0)
    batch["mask"] = positions < lengths.unsqueeze(1)
    batch["reverse"] = torch.where(batch["mask"], lengths.unsqueeze(1) - 1 - positions, positions)
    if training:

        def column(values, pad):
            return torch.tensor([values(s) + [pad] * (longest - len(s.forms)) for s in sentences])

        batch["gold upos"] = column(lambda s: [vocabulary.upos_index[t] for t in s.upos], -100)
        batch["gold xpos"] = column(lambda s: [vocabulary.xpos_index[t] for t in s.xpos], -100)
        batch["gold heads"] = column(lambda s: list(s.heads), -100)
        batch["gold relations"] = column(lambda s: [vocabulary.relation_index[t] for t in s.relations], -100)
        if any(s.soft is not None for s in sentences):
            # A teacher's probabilities: heads, relations to the heads above, tags.
            widths = (longest + 1, len(vocabulary.relations), len(vocabulary.upos), len(vocabulary.xpos))
            soft = [np.zeros((rows, longest, width), dtype=np.float32) for width in widths]
            for r, s in enumerate(sentences):
                for k, part in enumerate(s.soft or ()):
                    soft[k][r, : part.shape[0], : part.shape[1]] = part
            batch["soft"] = [torch.from_numpy(part) for part in soft]
    return batch
