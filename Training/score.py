"""Scores of predicted trees on the same tokens, as the CoNLL 2018 evaluation computes them."""

from collections import Counter

CONTENT = {
    "nsubj", "obj", "iobj", "csubj", "ccomp", "xcomp", "obl", "vocative", "expl", "dislocated", "advcl", "advmod",
    "discourse", "nmod", "appos", "nummod", "acl", "amod", "conj", "fixed", "flat", "compound", "list", "parataxis",
    "orphan", "goeswith", "reparandum", "root", "dep",
}


def base(relation):
    return relation.split(":")[0]


def score(gold, predicted):
    """Percentages: UPOS, XPOS, UAS, LAS (subtypes ignored, punctuation counted), CLAS, and F1 a full relation."""
    counts = Counter()
    relations = Counter()
    for g, p in zip(gold, predicted, strict=True):
        assert g.forms == p.forms, "the tokens differ"
        for i in range(len(g.forms)):
            counts["n"] += 1
            counts["UPOS"] += g.upos[i] == p.upos[i]
            counts["XPOS"] += g.xpos[i] == p.xpos[i]
            head = g.heads[i] == p.heads[i]
            counts["UAS"] += head
            right = head and base(g.relations[i]) == base(p.relations[i])
            counts["LAS"] += right
            gold_content = base(g.relations[i]) in CONTENT
            counts["gold content"] += gold_content
            counts["predicted content"] += base(p.relations[i]) in CONTENT
            counts["content"] += right and gold_content
            relations["gold", g.relations[i]] += 1
            relations["predicted", p.relations[i]] += 1
            relations["both", g.relations[i]] += head and g.relations[i] == p.relations[i]
    n = counts["n"]
    out = {key: 100 * counts[key] / n for key in ("UPOS", "XPOS", "UAS", "LAS")}
    out["CLAS"] = 200 * counts["content"] / (counts["gold content"] + counts["predicted content"])
    out["relations"] = {
        name: 200 * relations["both", name] / (relations["gold", name] + relations["predicted", name])
        for kind, name in sorted(relations)
        if kind == "gold" and relations["gold", name]
    }
    return out


WATCHED = ("nsubj", "obj", "nsubj:pass", "conj", "appos", "acl:relcl", "ccomp", "advcl", "obl", "nmod")


def line(name, result):
    return (
        f"{name} UPOS {result['UPOS']:.2f} UAS {result['UAS']:.2f} LAS {result['LAS']:.2f} CLAS {result['CLAS']:.2f} "
        + " ".join(f"{r} {result['relations'].get(r, 0):.1f}" for r in WATCHED)
    )
