"""Trains the parser. See README.md for the commands."""

import argparse
import math
import random
import time

import numpy as np
import torch
from torch.nn import functional as F

import conllu
import data
import score
import trees
from model import Parser


def load(path):
    """A saved model and its vocabulary."""
    state = torch.load(path, weights_only=True)
    model = Parser(**state["config"])
    model.load_state_dict(state["model"])
    vocabulary = data.Vocabulary(**state["vocabulary"])
    return model.eval(), vocabulary


def save(path, parameters, model, vocabulary):
    keep = ("words", "counts", "upos", "xpos", "relations")
    torch.save(
        {
            "config": model.config,
            "model": parameters,
            "vocabulary": {name: getattr(vocabulary, name) for name in keep},
        },
        path,
    )


@torch.no_grad()
def predict(model, vocabulary, sentences, tokens=4000, lexicon=None, members=None):
    """The sentences with predicted tags and trees; `members`: more models, whose probabilities are averaged."""
    out = [None] * len(sentences)
    models = [model, *(members or [])]
    for indices in data.batches(sentences, tokens, shuffle=False):
        chosen = [sentences[i] for i in indices]
        batch = data.tensors(chosen, vocabulary, lexicon=lexicon)
        results = [m(batch) for m in models]
        if len(models) == 1:
            upos, xpos, arcs = results[0][:3]
        else:
            upos, xpos, arcs = (
                torch.stack([torch.log_softmax(r[k], -1).exp() for r in results]).mean(0).clamp_min(1e-20).log()
                for k in range(3)
            )
        heads = torch.zeros(arcs.shape[:2], dtype=torch.long)
        for r, s in enumerate(chosen):
            n = len(s.forms) + 1
            heads[r, :n] = torch.from_numpy(np.asarray(trees.spanning_tree(arcs[r, :n, :n].numpy())))
        labels = torch.stack(
            [torch.softmax(m.relations(x[3], x[4], heads), -1) for m, x in zip(models, results)]
        ).mean(0)
        root = vocabulary.relation_index["root"]
        # "root" belongs to the root's one dependent and to nothing else.
        labels[..., root] = torch.where(heads == 0, 2.0, -1.0)
        upos, xpos, labels = upos.argmax(-1), xpos.argmax(-1), labels.argmax(-1)
        for r, i in enumerate(indices):
            s = sentences[i]
            n = len(s.forms)
            out[i] = conllu.Sentence(
                s.forms,
                [vocabulary.upos[k] for k in upos[r, 1 : n + 1].tolist()],
                [vocabulary.xpos[k] for k in xpos[r, 1 : n + 1].tolist()],
                heads[r, 1 : n + 1].tolist(),
                [vocabulary.relations[k] for k in labels[r, 1 : n + 1].tolist()],
            )
    return out


def augmented(sentence, generator):
    """The sentence, sometimes as a headline or a careless writer would have it."""
    chance = generator.random()
    forms = sentence.forms
    n = len(forms)
    if chance < 0.03:
        return conllu.Sentence([f.lower() for f in forms], *rest(sentence))
    if chance < 0.05:
        return conllu.Sentence([f.upper() for f in forms], *rest(sentence))
    if chance < 0.08:
        title = [f if f in ("a", "of", "the", "in", "to", "and", "on", "for") else f[:1].upper() + f[1:] for f in forms]
        return conllu.Sentence(title, *rest(sentence))
    if chance < 0.12:
        return headline(sentence, generator)
    if chance < 0.18 and n > 3 and sentence.upos[-1] == "PUNCT" and (n not in sentence.heads):
        return conllu.Sentence(
            forms[:-1], sentence.upos[:-1], sentence.xpos[:-1], sentence.heads[:-1], sentence.relations[:-1],
            sentence.weight,
        )
    return sentence


def headline(sentence, generator):
    """The sentence as a headline: without articles, final punctuation and some auxiliaries."""
    n = len(sentence.forms)
    governing = set(sentence.heads)
    drop_auxiliaries = generator.random() < 0.4

    def goes(i):
        if i + 1 in governing:
            return False
        relation, form = sentence.relations[i], sentence.forms[i].lower()
        return (
            (relation == "det" and form in ("a", "an", "the"))
            or (relation == "punct" and i + 1 == n and form == ".")
            or (drop_auxiliaries and relation in ("aux:pass", "cop") and form in ("is", "are", "was", "were"))
        )

    kept = [i for i in range(n) if not goes(i)]
    if not kept:
        return sentence
    new = {0: 0, **{i + 1: k + 1 for k, i in enumerate(kept)}}
    forms = [sentence.forms[i] for i in kept]
    forms[0] = forms[0][:1].upper() + forms[0][1:]
    return conllu.Sentence(
        forms, [sentence.upos[i] for i in kept], [sentence.xpos[i] for i in kept],
        [new[sentence.heads[i]] for i in kept], [sentence.relations[i] for i in kept], sentence.weight,
    )


def rest(s):
    return s.upos, s.xpos, s.heads, s.relations, s.weight


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--train", nargs="+", required=True)
    parser.add_argument("--silver", nargs="*", default=[])
    parser.add_argument("--silver-share", type=float, default=1.0)
    parser.add_argument("--dev", nargs="+", required=True)
    parser.add_argument("--output", required=True)
    parser.add_argument("--start", help="a trained model to go on from, with its vocabulary")
    parser.add_argument("--epochs", type=int, default=16)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--hidden", type=int, default=200)
    parser.add_argument("--layers", type=int, default=2)
    parser.add_argument("--arc", type=int, default=256)
    parser.add_argument("--label", type=int, default=128)
    parser.add_argument("--weight-drop", type=float, default=0.0, help="share of recurrent weights dropped")
    parser.add_argument("--batch", type=int, default=1600)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--average", type=float, default=0.0, help="decay of the moving average of the weights; 0: none")
    parser.add_argument("--augment", action="store_true")
    parser.add_argument("--lexicon", help="lexical classes a word, see lexicon.py")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--bf16", action="store_true")
    parser.add_argument("--steps", type=int, default=0, help="stop after so many steps (to measure)")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    generator = random.Random(options.seed)

    gold = [s for path in options.train for s in conllu.read(path)]
    silver = [s for path in options.silver for s in conllu.read(path)]
    dev = {path.split("/")[-1].replace(".conllu", ""): conllu.read(path) for path in options.dev}
    vocabulary = data.Vocabulary.of(gold, silver)
    lexicon = None
    if options.lexicon:
        import lexicon as lexical

        lexicon = lexical.Lexicon(options.lexicon)
    model = Parser(
        len(vocabulary.words) + 1, len(vocabulary.upos), len(vocabulary.xpos), len(vocabulary.relations),
        options.hidden, options.layers, options.arc, options.label, lexicon.size if lexicon else 0,
        options.weight_drop,
    )
    if options.start:
        model, vocabulary = load(options.start)
        model.weight_drop = options.weight_drop
    for name, parameter in model.named_parameters():
        if name.endswith("bias_hh_l0"):
            parameter.requires_grad_(False)
    trainable = [p for p in model.parameters() if p.requires_grad]
    print(f"{len(gold)} + {len(silver)} sentences, {len(vocabulary.words)} words, "
          f"{sum(p.numel() for p in trainable)} parameters", flush=True)
    optimizer = torch.optim.Adam(trainable, lr=options.rate, betas=(0.9, 0.95), eps=1e-8)
    average = None
    kept = [s for s in gold + silver if len(s.forms) <= 120]
    epoch_steps = len(data.batches(kept, options.batch, True))
    total = options.epochs * epoch_steps
    step = 0
    for epoch in range(options.epochs):
        model.train()
        start, words, losses = time.time(), 0, [0.0] * 4
        sentences = [augmented(s, generator) for s in kept] if options.augment else kept
        for indices in data.batches(sentences, options.batch, True, options.seed * 1000 + epoch):
            chosen = [sentences[i] for i in indices]
            batch = data.tensors(chosen, vocabulary, True, generator, lexicon)
            progress = step / total
            rate = options.rate * min(1.0, (step + 1) / 100) * 0.5 * (1 + math.cos(math.pi * progress))
            for group in optimizer.param_groups:
                group["lr"] = rate
            optimizer.zero_grad(set_to_none=True)
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=options.bf16):
                upos, xpos, arcs, label_dep, label_head = model(batch)
                heads = batch["gold heads"]
                padded = F.pad(heads.clamp_min(0), (1, 0))
                labels = model.relations(label_dep, label_head, padded)

            def loss_of(scores, gold_values):
                return F.cross_entropy(
                    scores[:, 1:].reshape(-1, scores.shape[-1]).float(), gold_values.reshape(-1), ignore_index=-100
                )

            parts = [
                loss_of(arcs, heads),
                loss_of(labels, batch["gold relations"]),
                loss_of(upos, batch["gold upos"]),
                loss_of(xpos, batch["gold xpos"]),
            ]
            loss = parts[0] + parts[1] + 0.5 * parts[2] + 0.5 * parts[3]
            loss.backward()
            torch.nn.utils.clip_grad_norm_(trainable, 5.0)
            optimizer.step()
            step += 1
            count = int((heads >= 0).sum())
            words += count
            for k, part in enumerate(parts):
                losses[k] += part.item() * count
            if options.average and progress > 0.3:
                state = model.state_dict()
                if average is None:
                    average = {name: value.detach().clone() for name, value in state.items()}
                else:
                    for name, value in state.items():
                        average[name].lerp_(value, 1 - options.average)
            if options.steps and step >= options.steps:
                print(f"{words / (time.time() - start):.0f} tokens/s")
                return
            if step % 100 == 0:
                print(f"  step {step}/{total} {words / (time.time() - start):.0f} tokens/s", flush=True)
        print(
            f"epoch {epoch + 1}: {time.time() - start:.0f} s, arc {losses[0] / words:.3f} label "
            f"{losses[1] / words:.3f} upos {losses[2] / words:.3f} xpos {losses[3] / words:.3f}",
            flush=True,
        )
        parameters = average or model.state_dict()
        save(options.output, parameters, model, vocabulary)
        if (epoch + 1) % 4 == 0 or epoch + 1 == options.epochs:
            trained = {name: value.clone() for name, value in model.state_dict().items()}
            model.load_state_dict(parameters)
            model.eval()
            for name, sentences_of in dev.items():
                print(score.line(name, score.score(sentences_of, predict(model, vocabulary, sentences_of, lexicon=lexicon))), flush=True)
            model.load_state_dict(trained)


if __name__ == "__main__":
    main()
