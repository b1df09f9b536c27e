"""The tree of a sentence from a model's scores, as Sources/English/Model (Decoder, TreeSearch) finds it.

Heads and relations are chosen together, by the maximum spanning tree. Then one arc after the other is changed while the whole becomes
better: what the arcs score by themselves, less what the tree breaks of a few rules.
Source: R. McDonald and F. Pereira, Online Learning of Approximate Dependency Parsing Algorithms, 2006 (the search).
"""

import numpy as np

import trees

MOST_HEADS, FURTHEST, MOST_RELATIONS, UNKNOWN = 4, 5.0, 2, 2.0
SUBJECTS = {"nsubj", "nsubj:pass", "csubj", "csubj:pass"}
CROSSING, SUBJECT, OBJECT, BESIDE, STRAY = 1.0, 2.5, 2.5, 1.0, 1.5
LONGEST, CHANGES = 100, 6


def logarithms(scores):
    scores = scores - scores.max(-1, keepdims=True)
    return scores - np.log(np.exp(scores).sum(-1, keepdims=True))


def tree(arcs, label, names):
    """Heads and relations (indices) of words 1…n, for `arcs[dependent, head]` over 0…n and `label(dependents, heads)`, rows of scores."""
    n, root = len(arcs) - 1, names.index("root")
    arcs = arcs.astype(np.float32).copy()
    np.fill_diagonal(arcs, -np.inf)
    arcs[1:] = logarithms(arcs[1:])
    heads = [[]] + [[int(h) for h in np.argsort(-arcs[d], kind="stable")[:MOST_HEADS]] for d in range(1, n + 1)]
    heads = [[h for h in found if arcs[d, h] >= arcs[d, found[0]] - FURTHEST] for d, found in enumerate(heads)]

    def labels(pairs):
        found = label(np.array([d for d, _ in pairs]), np.array([h for _, h in pairs])).astype(np.float32).copy()
        found[:, root] = -np.inf
        return logarithms(found)

    pairs = [(d, h) for d, found in enumerate(heads) for h in found if h]
    choices = [[] for _ in range(n + 1)]
    if pairs:
        for (d, h), row in zip(pairs, labels(pairs)):
            best = np.argsort(-row, kind="stable")[:MOST_RELATIONS]
            choices[d].extend((h, int(r), float(arcs[d, h] + row[r])) for r in best)
    joint = arcs - UNKNOWN
    joint[0] = 0
    best = {}
    for d, found in enumerate(choices):
        for h, r, score in found:
            best.setdefault((d, h), (h, r, score))
    for (d, h), (_, _, score) in best.items():
        joint[d, h] = score
    for d in range(1, n + 1):
        if 0 in heads[d]:
            joint[d, 0] = arcs[d, 0]
    found = trees.spanning_tree(joint)
    tree = [None]
    for d in range(1, n + 1):
        h = int(found[d])
        if h == 0:
            tree.append((0, root, 0.0))
        elif (d, h) in best:
            tree.append(best[d, h])
        else:
            row = labels([(d, h)])[0]
            tree.append((h, int(row.argmax()), float(arcs[d, h] + row.max())))
    if n <= LONGEST:
        improve(tree, choices, names)
    return [arc[0] for arc in tree[1:]], [arc[1] for arc in tree[1:]]


def improve(tree, choices, names):
    n, cost = len(tree) - 1, broken(tree, names)
    for _ in range(CHANGES):
        if cost <= 0:
            return
        best = (1e-4,)
        for d in range(1, n + 1):
            old = tree[d]
            if old[0] == 0:
                continue
            for arc in choices[d]:
                if arc[:2] == old[:2] or arc[2] - old[2] + cost <= best[0]:
                    continue
                at = arc[0]
                while at and at != d:
                    at = tree[at][0]
                if at == d:
                    continue
                tree[d] = arc
                gain = arc[2] - old[2] + cost - broken(tree, names)
                tree[d] = old
                if gain > best[0]:
                    best = (gain, d, arc)
        if len(best) == 1:
            return
        tree[best[1]] = best[2]
        cost = broken(tree, names)


def broken(tree, names):
    """What the tree breaks: crossing arcs, two subjects, two objects, an object beside a clause, a coordinator before no conjunct."""
    n, cost = len(tree) - 1, 0.0
    subjects, objects, clauses = [0] * (n + 1), [0] * (n + 1), [0] * (n + 1)
    for d in range(1, n + 1):
        h = tree[d][0]
        if h == 0:
            continue
        start, end = min(d, h), max(d, h)
        if any(tree[k][0] < start or tree[k][0] > end for k in range(start + 1, end)):
            cost += CROSSING
        name = names[tree[d][1]]
        subjects[h] += name in SUBJECTS
        objects[h] += name == "obj"
        clauses[h] += name == "ccomp"
        if name == "cc" and 1 < d < h and names[tree[h][1]] not in ("conj", "root"):
            cost += STRAY
    for s, o, c in zip(subjects, objects, clauses):
        cost += SUBJECT * max(s - 1, 0) + OBJECT * max(o - 1, 0) + BESIDE * (o > 0 and c > 0)
    return cost
