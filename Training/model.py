"""The parser: spelling features → BiLSTM → tags, arcs and relations."""

import torch
from torch import nn
from torch.nn import functional as F

import features

WORD, SUF2, SUF3, PRE3, SHAPE, GRAM = 100, 24, 32, 24, 16, 60
INPUT = WORD + SUF2 + SUF3 + PRE3 + SHAPE + GRAM
# The width of pretrained vectors after their projection; of states in context (a teacher's) likewise.
STATIC, STATES = 64, 256


class Masked(nn.Module):
    """Dropout with one mask a sequence (the same units for every word of a sentence)."""

    def __init__(self, rate):
        super().__init__()
        self.rate = rate

    def forward(self, x):
        if not self.training or self.rate == 0:
            return x
        mask = torch.bernoulli(torch.full((x.shape[0], 1, x.shape[2]), 1 - self.rate)) / (1 - self.rate)
        return x * mask


class Parser(nn.Module):
    def __init__(self, words, upos, xpos, relations, hidden=200, layers=2, arc=256, label=128, lexicon=0, weight_drop=0.0,
                 static=0, static_width=0, states=0, treebanks=0):
        """`static` pretrained vectors of `static_width`; `states`: the width of states in context, 0 for none."""
        super().__init__()
        self.weight_drop = weight_drop
        self.config = dict(
            words=words, upos=upos, xpos=xpos, relations=relations, hidden=hidden, layers=layers, arc=arc,
            label=label, lexicon=lexicon, static=static, static_width=static_width, states=states,
            treebanks=treebanks,
        )
        self.word = nn.Embedding(words, WORD)
        self.suffix2 = nn.Embedding(features.SUFFIX2, SUF2)
        self.suffix3 = nn.Embedding(features.SUFFIX3, SUF3)
        self.prefix3 = nn.Embedding(features.PREFIX3, PRE3)
        self.shape = nn.Embedding(features.SHAPE, SHAPE)
        self.grams = nn.EmbeddingBag(features.GRAMS, GRAM, mode="sum")
        for table in (self.word, self.suffix2, self.suffix3, self.prefix3, self.shape, self.grams):
            nn.init.normal_(table.weight, std=0.1)
        width = INPUT
        if lexicon:
            self.lexical = nn.EmbeddingBag(lexicon, 32, mode="sum", padding_idx=0)
            nn.init.normal_(self.lexical.weight, std=0.1)
            width += 32
        if static:
            # Row 0 is the word without a vector. The vectors stay as they are; how they are projected is learned.
            self.register_buffer("vectors", torch.zeros(static + 1, static_width, dtype=torch.float16), persistent=False)
            self.static = nn.Linear(static_width, STATIC, bias=False)
            nn.init.orthogonal_(self.static.weight, gain=0.3)
            width += STATIC
        if states:
            self.states = nn.Linear(states, STATES)
            nn.init.orthogonal_(self.states.weight, gain=0.3)
            nn.init.zeros_(self.states.bias)
            width += STATES
        self.root = nn.Parameter(torch.randn(width) * 0.1)
        if treebanks:
            # Treebanks differ in their conventions: what is added to the input of every word of one of them.
            self.treebank = nn.Embedding(treebanks, width)
            nn.init.zeros_(self.treebank.weight)
        self.forwards, self.backwards = nn.ModuleList(), nn.ModuleList()
        for _ in range(layers):
            for direction in (self.forwards, self.backwards):
                lstm = nn.LSTM(width, hidden, batch_first=True)
                for k in range(4):
                    nn.init.orthogonal_(lstm.weight_hh_l0[k * hidden : (k + 1) * hidden])
                nn.init.xavier_uniform_(lstm.weight_ih_l0)
                nn.init.zeros_(lstm.bias_ih_l0)
                nn.init.zeros_(lstm.bias_hh_l0)
                with torch.no_grad():
                    lstm.bias_ih_l0[hidden : 2 * hidden] = 1.0
                lstm.bias_hh_l0.requires_grad_(False)
                direction.append(lstm)
            width = 2 * hidden
        self.upos = nn.Linear(width, upos)
        self.xpos = nn.Linear(width, xpos)
        self.arc_dep = nn.Linear(width, arc)
        self.arc_head = nn.Linear(width, arc)
        self.arc = nn.Parameter(torch.randn(arc + 1, arc) * 0.02)
        self.label_dep = nn.Linear(width, label)
        self.label_head = nn.Linear(width, label)
        # The relation of a pair: a linear function of both vectors and of their product, element by element.
        self.label = nn.Linear(3 * label, relations)
        for linear in (self.arc_dep, self.arc_head, self.label_dep, self.label_head):
            nn.init.orthogonal_(linear.weight)
            nn.init.zeros_(linear.bias)
        self.drop_input = Masked(0.25)
        self.drop = Masked(0.33)

    def run(self, lstm, x):
        """The LSTM's outputs. In training some of its recurrent weights are dropped, the same ones for a whole batch."""
        if not self.training or not self.weight_drop:
            return lstm(x)[0]
        recurrent = F.dropout(lstm.weight_hh_l0, self.weight_drop)
        start = x.new_zeros(1, x.shape[0], lstm.hidden_size)
        weights = [lstm.weight_ih_l0, recurrent, lstm.bias_ih_l0, lstm.bias_hh_l0]
        return torch.lstm(x, (start, start), weights, True, 1, 0.0, True, False, True)[0]

    def encode(self, batch):
        """batch: word, suffixes, … index tensors [sentences, length]; grams of the batch's distinct spellings."""
        parts = [
            self.word(batch["word"]),
            self.suffix2(batch["suffix2"]),
            self.suffix3(batch["suffix3"]),
            self.prefix3(batch["prefix3"]),
            self.shape(batch["shape"]),
            self.grams(batch["gram_list"], batch["gram_offsets"], per_sample_weights=batch["gram_weights"])[
                batch["spelling"]
            ],
        ]
        if self.config["lexicon"]:
            parts.append(self.lexical(batch["lexical_list"], batch["lexical_offsets"])[batch["spelling"]])
        if self.config["static"]:
            parts.append(self.static(self.vectors[batch["static"]].float())[batch["spelling"]])
        if self.config["states"]:
            parts.append(self.states(batch["states"]))
        if self.training:
            # A whole feature is dropped now and then, so that no single one is leaned on.
            keep = torch.bernoulli(torch.full((len(parts), *batch["word"].shape, 1), 0.9))
            parts = [part * k for part, k in zip(parts, keep)]
        x = torch.cat(parts, dim=2)
        x = torch.cat([self.root.expand(x.shape[0], 1, -1), x], dim=1)
        x = self.drop_input(x)
        if self.config["treebanks"]:
            x = x + self.treebank(batch["treebank"] % self.config["treebanks"]).unsqueeze(1)
        reverse = batch["reverse"]
        for forwards, backwards in zip(self.forwards, self.backwards):
            left = self.run(forwards, x)
            flipped = torch.gather(x, 1, reverse.unsqueeze(2).expand(-1, -1, x.shape[2]))
            right = self.run(backwards, flipped)
            right = torch.gather(right, 1, reverse.unsqueeze(2).expand(-1, -1, right.shape[2]))
            x = self.drop(torch.cat([left, right], dim=2))
        return x

    def forward(self, batch):
        x = self.encode(batch)

        def project(linear):
            return self.drop(F.leaky_relu(linear(x), 0.1))

        arc_dep, arc_head = project(self.arc_dep), project(self.arc_head)
        dep = F.pad(arc_dep, (0, 1), value=1.0)
        arcs = (dep @ self.arc) @ arc_head.transpose(1, 2)  # [sentence, dependent, head]
        arcs = arcs.masked_fill(~batch["mask"].unsqueeze(1), -1e9)
        label_dep, label_head = project(self.label_dep), project(self.label_head)
        return self.upos(x), self.xpos(x), arcs, label_dep, label_head

    def relations(self, label_dep, label_head, heads):
        chosen = torch.gather(label_head, 1, heads.unsqueeze(2).expand(-1, -1, label_head.shape[2]))
        return self.pairs(label_dep, chosen)

    def pairs(self, label_dep, label_head):
        return self.label(torch.cat([label_dep, label_head, label_dep * label_head], dim=-1))
