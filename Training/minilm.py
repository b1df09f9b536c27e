"""all-MiniLM-L6-v2 (Apache-2.0): its word pieces and its encoder, from the files of a package as they lie.

Only training uses it. FOLDER holds vocab.txt and model.safetensors.
"""

import json
import struct
import unicodedata

import torch
from torch import nn
from torch.nn import functional as F

WIDTH, HEADS, LAYERS, LONGEST = 384, 12, 6, 510


def tensors(path):
    """The float tensors of a safetensors file."""
    with open(path, "rb") as file:
        content = file.read()
    size = struct.unpack_from("<Q", content)[0]
    header = json.loads(content[8 : 8 + size])
    out = {}
    for name, entry in header.items():
        if name == "__metadata__" or entry["dtype"] != "F32":
            continue
        start, end = entry["data_offsets"]
        values = torch.frombuffer(bytearray(content[8 + size + start : 8 + size + end]), dtype=torch.float32)
        out[name] = values.reshape(entry["shape"])
    return out


class Pieces:
    """The word pieces of words that are cut already; a word of several parts (`U.S.`) is cut at its punctuation."""

    def __init__(self, folder):
        with open(f"{folder}/vocab.txt", encoding="utf-8") as file:
            self.index = {line.rstrip("\n"): i for i, line in enumerate(file)}
        self.unknown, self.start, self.end = (self.index[name] for name in ("[UNK]", "[CLS]", "[SEP]"))
        self.cache = {}

    def of(self, form):
        found = self.cache.get(form)
        if found is None:
            text = unicodedata.normalize("NFD", form.lower())
            text = "".join(c for c in text if unicodedata.category(c) != "Mn")
            parts, current = [], ""
            for c in text[:64]:
                if c.isalnum():
                    current += c
                    continue
                if current:
                    parts.append(current)
                    current = ""
                if not c.isspace():
                    parts.append(c)
            if current:
                parts.append(current)
            found = [piece for part in parts for piece in self.cut(part)][:16] or [self.unknown]
            self.cache[form] = found
        return found

    def cut(self, part):
        out, at = [], 0
        while at < len(part):
            for end in range(len(part), at, -1):
                piece = self.index.get(("##" if at else "") + part[at:end])
                if piece is not None:
                    out.append(piece)
                    at = end
                    break
            else:
                return [self.unknown]
        return out

    def batch(self, sentences):
        """Piece indices and mask [sentences, length], and for each word its first piece's place and the place after its last."""
        rows, spans = [], []
        for forms in sentences:
            row, span = [self.start], []
            for form in forms:
                pieces = self.of(form)
                if len(row) + len(pieces) > LONGEST:
                    pieces = []
                start = min(len(row), LONGEST - 1)
                row.extend(pieces)
                span.append((start, max(start + 1, len(row))))
            row.append(self.end)
            rows.append(row)
            spans.append(span)
        longest = max(map(len, rows))
        pieces = torch.zeros(len(rows), longest, dtype=torch.long)
        mask = torch.zeros(len(rows), longest, dtype=torch.bool)
        for r, row in enumerate(rows):
            pieces[r, : len(row)] = torch.tensor(row)
            mask[r, : len(row)] = True
        words = max(map(len, spans))
        bounds = torch.zeros(2, len(rows), words, dtype=torch.long)
        for r, span in enumerate(spans):
            if span:
                bounds[:, r, : len(span)] = torch.tensor(span).T
        return pieces, mask, bounds


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.query, self.key, self.value, self.joined = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.first, self.second = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.wide, self.narrow = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)
        self.drop = nn.Dropout(0.1)

    def forward(self, x, mask):
        rows, length, _ = x.shape

        def split(linear):
            return linear(x).view(rows, length, HEADS, WIDTH // HEADS).transpose(1, 2)

        seen = F.scaled_dot_product_attention(
            split(self.query), split(self.key), split(self.value), attn_mask=mask[:, None, None, :]
        )
        seen = self.joined(seen.transpose(1, 2).reshape(rows, length, WIDTH))
        x = self.first(x + self.drop(seen))
        return self.second(x + self.drop(self.narrow(F.gelu(self.wide(x)))))


class Encoder(nn.Module):
    """forward: the states of all layers, the embeddings' first, for pieces [sentences, length]."""

    def __init__(self, folder=None):
        super().__init__()
        self.pieces = nn.Embedding(30522, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.kinds = nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.blocks = nn.ModuleList(Block() for _ in range(LAYERS))
        self.drop = nn.Dropout(0.1)
        if folder:
            self.read(tensors(f"{folder}/model.safetensors"))

    def read(self, found):
        names = {
            "pieces": "embeddings.word_embeddings", "positions": "embeddings.position_embeddings",
            "kinds": "embeddings.token_type_embeddings", "norm": "embeddings.LayerNorm",
        }
        parts = {
            "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
            "joined": "attention.output.dense", "first": "attention.output.LayerNorm", "wide": "intermediate.dense",
            "narrow": "output.dense", "second": "output.LayerNorm",
        }
        for k in range(LAYERS):
            for ours, theirs in parts.items():
                names[f"blocks.{k}.{ours}"] = f"encoder.layer.{k}.{theirs}"
        state = {}
        for name in self.state_dict():
            ours, kind = name.rsplit(".", 1)
            state[name] = found[f"{names[ours]}.{kind}"]
        self.load_state_dict(state)

    def forward(self, pieces, mask, layers=LAYERS):
        places = torch.arange(pieces.shape[1])
        x = self.pieces(pieces) + self.positions(places) + self.kinds.weight[0]
        x = self.drop(self.norm(x))
        states = [x]
        for block in self.blocks[:layers]:
            x = block(x, mask)
            states.append(x)
        return states


def words(state, bounds):
    """The mean of each word's pieces: [sentences, words, width]."""
    sums = F.pad(state.float().cumsum(1), (0, 0, 1, 0))
    start, end = bounds
    width = state.shape[2]

    def at(places):
        return torch.gather(sums, 1, places.unsqueeze(2).expand(-1, -1, width))

    return (at(end) - at(start)) / (end - start).clamp_min(1).unsqueeze(2)
