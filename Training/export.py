"""Writes a trained model as the file that Sources/CEnglishModel embeds; FORMAT.md describes it."""

import argparse
import struct
import zlib

import numpy as np

import features
from train import load

PANEL = 16


def quantized(matrix):
    """Rows of int8 and one symmetric scale a row."""
    scales = np.abs(matrix).max(axis=1) / 127
    scales[scales == 0] = 1
    return np.clip(np.rint(matrix / scales[:, None]), -127, 127).astype(np.int8), scales.astype(np.float32)


class Writer:
    def __init__(self):
        self.content = bytearray()

    def align(self):
        self.content.extend(b"\0" * (-len(self.content) % 16))

    def add(self, array):
        self.align()
        self.content.extend(np.ascontiguousarray(array).tobytes())

    def rows(self, matrix):
        """An embedding table: rows of int8, then the rows' scales."""
        values, scales = quantized(matrix)
        self.add(values)
        self.add(scales)

    def matrix(self, weight, bias=None):
        """weight[output, input]: panels of sixteen outputs, in a panel by input; scales and biases of the outputs after it."""
        outputs, inputs = weight.shape
        padded = -outputs % PANEL
        values, scales = quantized(weight)
        values = np.pad(values, ((0, padded), (0, 0)))
        self.add(values.reshape(-1, PANEL, inputs).transpose(0, 2, 1))
        self.add(np.pad(scales, (0, padded)))
        if bias is not None:
            self.add(np.pad(bias.astype(np.float32), (0, padded)))

    def strings(self, names):
        self.align()
        data = "\n".join(names).encode("utf-8")
        self.content.extend(struct.pack("<I", len(data)))
        self.content.extend(data)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("model")
    parser.add_argument("output")
    parser.add_argument("--lexicon", help="the table of lexicon.py that the model was trained with")
    options = parser.parse_args()
    model, vocabulary = load(options.model)
    config = model.config
    state = {name: value.float().numpy() for name, value in model.state_dict().items()}
    keys = [zlib.crc32(word.encode("utf-8")) for word in vocabulary.words]
    assert len(set(keys)) == len(keys), "two words of the vocabulary have one hash"
    order = np.argsort(np.array(keys, dtype=np.uint32), kind="stable")

    lexical = b""
    if config["lexicon"]:
        with open(options.lexicon, "rb") as file:
            lexical = file.read()

    out = Writer()
    out.content.extend(b"TERCETEN")
    widths = [state[f"{name}.weight"].shape[1] for name in ("word", "suffix2", "suffix3", "prefix3", "shape", "grams")]
    widths.append(state["lexical.weight"].shape[1] if config["lexicon"] else 0)
    out.content.extend(
        struct.pack(
            "<22I", 2, len(keys), features.SUFFIX2, features.SUFFIX3, features.PREFIX3, features.SHAPE, features.GRAMS,
            config["lexicon"], *widths, config["hidden"], config["layers"], config["arc"], config["label"],
            len(lexical), config["static"], state["static.weight"].shape[0] if config["static"] else 0,
        )
    )
    out.strings(vocabulary.upos)
    out.strings(vocabulary.xpos)
    out.strings(vocabulary.relations)
    out.add(np.array(keys, dtype=np.uint32)[order])
    words = state["word.weight"]
    out.rows(np.concatenate([words[:1], words[1:][order]]))
    for name in ("suffix2", "suffix3", "prefix3", "shape", "grams"):
        out.rows(state[f"{name}.weight"])
    if config["lexicon"]:
        out.rows(state["lexical.weight"])
        out.align()
        out.content.extend(lexical)
    if config["static"]:
        # The projection is applied here, once and for all; the word without a vector stays 0.
        keys = np.array([zlib.crc32(word.encode("utf-8")) for word in vocabulary.static], dtype=np.uint32)
        assert len(set(keys)) == len(keys), "two words with vectors have one hash"
        order = np.argsort(keys, kind="stable")
        projected = model.vectors.float().numpy() @ state["static.weight"].T
        out.add(keys[order])
        out.rows(np.concatenate([projected[:1], projected[1:][order]]))
    out.add(state["root"].astype(np.float32))
    for layer in range(config["layers"]):
        for direction in ("forwards", "backwards"):
            prefix = f"{direction}.{layer}."
            bias = state[prefix + "bias_ih_l0"] + state[prefix + "bias_hh_l0"]
            if layer == 0 and config["treebanks"]:
                # The conventions are those of the last treebank: what it adds to every input goes into the bias.
                bias = bias + state[prefix + "weight_ih_l0"] @ state["treebank.weight"][-1]
            out.matrix(state[prefix + "weight_ih_l0"], bias)
            out.matrix(state[prefix + "weight_hh_l0"])
    for name in ("upos", "xpos", "arc_dep", "arc_head"):
        out.matrix(state[name + ".weight"], state[name + ".bias"])
    arc = state["arc"]  # [dependent and a constant, head]
    out.matrix(arc[:-1].T, arc[-1])
    for name in ("label_dep", "label_head", "label"):
        out.matrix(state[name + ".weight"], state[name + ".bias"])
    with open(options.output, "wb") as file:
        file.write(out.content)
    print(f"{len(out.content)} bytes, CRC-32 {zlib.crc32(bytes(out.content)):08x}")


if __name__ == "__main__":
    main()
