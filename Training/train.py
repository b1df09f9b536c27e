"""Trains the parser. See README.md for the commands."""

import argparse
import math
import random
import time

import torch
from torch.nn import functional as F

import conllu
import data
import score
import search
from model import Parser


def load(path, treebanks=0):
    """A saved model and its vocabulary; `treebanks`: it is to tell as many treebanks apart from now on."""
    state = torch.load(path, weights_only=True)
    if treebanks:
        state["config"]["treebanks"] = treebanks
    model = Parser(**state["config"])
    missing, unexpected = model.load_state_dict(state["model"], strict=not treebanks)
    assert not unexpected and set(missing) <= {"treebank.weight"}
    if "vectors" in state:
        model.vectors = state["vectors"]
    vocabulary = data.Vocabulary(**state["vocabulary"])
    return model.eval(), vocabulary


def save(path, parameters, model, vocabulary):
    keep = ("words", "counts", "upos", "xpos", "relations", "static")
    state = {
        "config": model.config,
        "model": parameters,
        "vocabulary": {name: getattr(vocabulary, name) for name in keep},
    }
    if model.config["static"]:
        state["vectors"] = model.vectors
    torch.save(state, path)


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
        upos, xpos = upos.argmax(-1), xpos.argmax(-1)
        for r, i in enumerate(indices):
            s = sentences[i]
            n = len(s.forms)

            def label(dependents, heads):
                scores = [
                    torch.log_softmax(m.pairs(x[3][r, dependents], x[4][r, heads]), -1).exp() for m, x in zip(models, results)
                ]
                return torch.stack(scores).mean(0).clamp_min(1e-20).log().numpy()

            heads, labels = search.tree(arcs[r, : n + 1, : n + 1].numpy(), label, vocabulary.relations)
            out[i] = conllu.Sentence(
                s.forms,
                [vocabulary.upos[k] for k in upos[r, 1 : n + 1].tolist()],
                [vocabulary.xpos[k] for k in xpos[r, 1 : n + 1].tolist()],
                heads,
                [vocabulary.relations[k] for k in labels],
            )
    return out


def augmented(sentence, generator):
    """The sentence, sometimes as a headline or a careless writer would have it."""
    chance = generator.random()
    forms = sentence.forms
    n = len(forms)
    if chance < 0.03:
        return sentence.with_forms([f.lower() for f in forms])
    if chance < 0.05:
        return sentence.with_forms([f.upper() for f in forms])
    if chance < 0.08:
        small = ("a", "of", "the", "in", "to", "and", "on", "for")
        return sentence.with_forms([f if f in small else f[:1].upper() + f[1:] for f in forms])
    if chance < 0.12:
        return headline(sentence, generator)
    if chance < 0.18 and n > 3 and sentence.upos[-1] == "PUNCT" and (n not in sentence.heads):
        return sentence.keeping(list(range(n - 1)))
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
    found = sentence.keeping(kept)
    found.forms[0] = found.forms[0][:1].upper() + found.forms[0][1:]
    return found


def attach(sentences, path, name):
    """Gives each sentence its states in context (`name` states) or a teacher's probabilities (soft) from a file."""
    values = torch.load(path, weights_only=True)
    assert len(values) == len(sentences), f"{path} is of another file"
    for sentence, value in zip(sentences, values, strict=True):
        if name == "soft":
            value = tuple(part.float().numpy() for part in value)
        setattr(sentence, name, value)


def loss_of(scores, gold, soft=None, share=None):
    """Cross entropy a word, against the gold index and, for a share of it, against a teacher's probabilities."""
    known = gold >= 0
    logs = torch.log_softmax(scores[known].float(), -1)
    hard = -logs.gather(1, gold[known].unsqueeze(1)).squeeze(1)
    if soft is None:
        return hard.mean()
    # Masked positions have a logarithm near -1e9 and a probability of 0.
    taught = -(soft[known] * logs.clamp_min(-1e4)).sum(1)
    return ((1 - share) * hard + share * taught).mean()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--train", nargs="+", required=True)
    parser.add_argument("--last-times", type=int, default=1, help="how often an epoch shows the last of --train")
    parser.add_argument("--silver", nargs="*", default=[])
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
    parser.add_argument("--vectors", help="pretrained vectors, see vectors.py")
    parser.add_argument("--states", nargs="*", default=[], help="a file of states for each of --train, --silver and --dev (a teacher)")
    parser.add_argument("--soft", nargs="*", default=[], help="a teacher's probabilities for each of --train and --silver")
    parser.add_argument("--soft-share", type=float, default=0.5, help="the teacher's part in the loss on --train; on --silver it is all")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--bf16", action="store_true")
    parser.add_argument("--steps", type=int, default=0, help="stop after so many steps (to measure)")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    generator = random.Random(options.seed)

    files = [conllu.read(path) for path in options.train + options.silver]
    gold = [s for found in files[: len(options.train)] for s in found]
    silver = [s for found in files[len(options.train) :] for s in found]
    dev = {path.split("/")[-1].replace(".conllu", ""): conllu.read(path) for path in options.dev}
    if options.states:
        for sentences, path in zip([*files, *dev.values()], options.states, strict=True):
            attach(sentences, path, "states")
    if options.soft:
        for sentences, path in zip(files, options.soft, strict=True):
            attach(sentences, path, "soft")
    for s in silver:
        s.silver = True
    for index, sentences in enumerate(files[: len(options.train)]):
        for s in sentences:
            s.treebank = index
    vocabulary = data.Vocabulary.of(gold)
    vectors = torch.load(options.vectors, weights_only=True) if options.vectors else {"words": [], "vectors": None}
    vocabulary.static = vectors["words"]
    vocabulary.static_index = {word: i + 1 for i, word in enumerate(vocabulary.static)}
    lexicon = None
    if options.lexicon:
        import lexicon as lexical

        lexicon = lexical.Lexicon(options.lexicon)
    model = Parser(
        len(vocabulary.words) + 1, len(vocabulary.upos), len(vocabulary.xpos), len(vocabulary.relations),
        options.hidden, options.layers, options.arc, options.label, lexicon.size if lexicon else 0,
        options.weight_drop, len(vocabulary.static), vectors["vectors"].shape[1] if options.vectors else 0,
        gold[0].states.shape[1] if options.states else 0, len(options.train),
    )
    if options.vectors:
        model.vectors[1:] = vectors["vectors"]
    if options.start:
        model, vocabulary = load(options.start, len(options.train))
        model.weight_drop = options.weight_drop
    for name, parameter in model.named_parameters():
        if name.endswith("bias_hh_l0"):
            parameter.requires_grad_(False)
    trainable = [p for p in model.parameters() if p.requires_grad]
    print(f"{len(gold)} + {len(silver)} sentences, {len(vocabulary.words)} words, "
          f"{sum(p.numel() for p in trainable)} parameters", flush=True)
    optimizer = torch.optim.Adam(trainable, lr=options.rate, betas=(0.9, 0.95), eps=1e-8)
    average = None
    last = files[len(options.train) - 1] * (options.last_times - 1)
    kept = [s for s in gold + last + silver if len(s.forms) <= 120]
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

            results = (arcs, labels, upos, xpos)
            names = ("gold heads", "gold relations", "gold upos", "gold xpos")
            parts = [loss_of(found[:, 1:], batch[name]) for found, name in zip(results, names)]
            if "soft" in batch:
                # Of a gold sentence the loss is a mixture; of one that a teacher parsed, the teacher's alone.
                share = torch.tensor([1.0 if s.silver else options.soft_share for s in chosen])
                share = share.unsqueeze(1).expand_as(heads)[heads >= 0]
                parts = [
                    loss_of(found[:, 1:], batch[name], soft, share) for found, name, soft in zip(results, names, batch["soft"])
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
