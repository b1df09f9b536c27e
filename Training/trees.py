"""Maximum spanning arborescence with one root (Chu-Liu-Edmonds). Sources/English/Model/SpanningTree.swift computes the same."""

import numpy as np

# More than any sum of arc scores: the best tree under this penalty on each arc from the root has exactly one.
ROOT_PENALTY = 1e7


def spanning_tree(scores):
    """heads[0...n] for scores[dependent, head] over nodes 0...n, node 0 the root; exactly one word hangs from it."""
    n = scores.shape[0]
    s = scores.astype(np.float64)
    np.fill_diagonal(s, -np.inf)
    s[0, :] = -np.inf
    heads = np.argmax(s, axis=1)
    heads[0] = 0
    if (heads[1:] == 0).sum() == 1 and find_cycle(heads) is None:
        return heads
    s[1:, 0] -= ROOT_PENALTY
    return edmonds(s)


def find_cycle(heads):
    n = len(heads)
    state = [0] * n
    state[0] = 2
    for start in range(1, n):
        path = []
        node = start
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = int(heads[node])
        if state[node] == 1:
            return path[path.index(node) :]
        for visited in path:
            state[visited] = 2
    return None


def edmonds(scores):
    n = scores.shape[0]
    heads = np.argmax(scores, axis=1)
    heads[0] = 0
    cycle = find_cycle(heads)
    if cycle is None:
        return heads
    inside = np.zeros(n, dtype=bool)
    inside[cycle] = True
    outside = [i for i in range(n) if not inside[i]]
    m = len(outside)
    # The cycle becomes one node, the last.
    small = np.full((m + 1, m + 1), -np.inf)
    small[:m, :m] = scores[np.ix_(outside, outside)]
    enter = scores[np.ix_(cycle, outside)] - scores[cycle, heads[cycle]][:, None]
    enter_best = np.argmax(enter, axis=0)
    small[m, :m] = enter[enter_best, np.arange(m)]
    leave = scores[np.ix_(outside, cycle)]
    leave_best = np.argmax(leave, axis=1)
    small[:m, m] = leave[np.arange(m), leave_best]
    small[0, :] = -np.inf
    found = edmonds(small)
    result = heads.copy()
    for i in range(1, m):
        result[outside[i]] = cycle[leave_best[i]] if found[i] == m else outside[found[i]]
    entry = cycle[enter_best[found[m]]]
    result[entry] = outside[found[m]]
    return result
