"""Learns which kind of thing a name names: name_types.py TRAIN.tsv [--dev DEV.tsv] [--write FILE.tsv].

TRAIN.tsv is what `tercet-bench coreference GUM.conllu --features` prints: document, sentence, gold type, the rules' type, whether
the model decides (open) or they do (-), name, features. Multinomial logistic regression with a ridge, by L-BFGS; five folds by document say what it gains.
A name's features are the mean over all its mentions in the document, so that one name is one thing. The model decides where the
rules know nothing of the name itself (`isOpen`). Needs numpy and scipy.
"""
import collections
import hashlib
import sys

import numpy
import scipy.optimize
import scipy.sparse
from scipy.special import logsumexp

KINDS = ['person', 'organization', 'place', 'event', 'object', 'abstract', 'time']
ABSTRACT = {'animal', 'plant', 'substance'}
OURS = {'Person': 'person', 'Group': 'person', 'Country': 'place', 'Place': 'place', 'City': 'place', 'Facility': 'place',
        'Event': 'event', 'Date': 'time', 'Product': 'object', 'Work': 'abstract', 'Proposal': 'abstract',
        'Agreement': 'abstract', 'Thing': 'abstract'}
MEASURED = {'news', 'interview', 'bio', 'speech'}
RIDGE = 4.0
OTHER_GENRES = 0.2  # the weight of a name in another genre
LEAST_COUNT = 4
LEAST_WEIGHT = 0.15  # features that tell less of every kind are left out
STEP = 50
LESS_ABSTRACT = 0.6  # news names people, bodies and places more often than GUM does


def read(path):
    rows = []
    for line in open(path, encoding='utf-8'):
        document, _, gold, ours, state, name, *features = line.rstrip('\n').split('\t')
        rows.append({'document': document, 'kind': KINDS.index('abstract' if gold in ABSTRACT else gold),
                     'ours': KINDS.index(OURS.get(ours, 'organization')), 'open': state == 'open', 'name': name,
                     'features': sorted(set(features)), 'measured': document.split('_')[1] in MEASURED})
    return rows


def vocabulary(rows):
    count, documents = collections.Counter(), collections.defaultdict(set)
    for row in rows:
        for feature in row['features']:
            count[feature] += 1
            documents[feature].add(row['document'])
    kept = sorted(feature for feature in count if count[feature] >= LEAST_COUNT and len(documents[feature]) > 1)
    return {feature: index for index, feature in enumerate(kept)}


def matrix(rows, words):
    """A row for each name; the last column is the bias."""
    groups = collections.defaultdict(list)
    for row in rows:
        groups[row['document'], row['name']].append(row)
    places, columns, values = [], [], []
    for index, row in enumerate(rows):
        group = groups[row['document'], row['name']]
        shares = collections.Counter()
        for other in group:
            for feature in other['features']:
                shares[feature] += 1 / len(group)
        for feature, share in shares.items():
            if feature in words:
                places.append(index)
                columns.append(words[feature])
                values.append(share)
        places.append(index)
        columns.append(len(words))
        values.append(1)
    return scipy.sparse.csr_matrix((values, (places, columns)), shape=(len(rows), len(words) + 1))


def fit(rows, words):
    features = matrix(rows, words)
    gold = numpy.zeros((len(rows), len(KINDS)))
    gold[numpy.arange(len(rows)), [row['kind'] for row in rows]] = 1
    weight = numpy.array([1.0 if row['measured'] else OTHER_GENRES for row in rows])
    ridge = numpy.full((features.shape[1], 1), RIDGE)
    ridge[-1] = 0.01
    shape = (features.shape[1], len(KINDS))

    def loss(flat):
        weights = flat.reshape(shape)
        scores = features @ weights
        scores -= logsumexp(scores, 1, keepdims=True)
        gradient = features.T @ ((numpy.exp(scores) - gold) * weight[:, None]) + ridge * weights
        return -(weight * (scores * gold).sum(1)).sum() + 0.5 * (ridge * weights * weights).sum(), gradient.ravel()

    found = scipy.optimize.minimize(loss, numpy.zeros(shape).ravel(), jac=True, method='L-BFGS-B', options={'maxiter': 300})
    weights = found.x.reshape(shape)
    weights -= weights.mean(1, keepdims=True)
    weights[:-1][numpy.abs(weights[:-1]).max(1) < LEAST_WEIGHT] = 0
    weights[-1, KINDS.index('abstract')] -= LESS_ABSTRACT
    return numpy.round(weights * STEP) + 0.0


def report(name, rows, scores):
    best = scores.argmax(1)
    measured = [index for index, row in enumerate(rows) if row['measured'] and 'shape=common noun' not in row['features']]
    right, before, core = [], [], []
    for index in measured:
        row = rows[index]
        right.append((best[index] if row['open'] else row['ours']) == row['kind'])
        before.append(row['ours'] == row['kind'])
        core.append(row['kind'] < 3)
    right, before, core = map(numpy.array, (right, before, core))
    print(f'{name}: {len(right)} names, rules {before.mean():.1%} right ({before[core].mean():.1%} of persons, organizations, '
          f'places), with the model {right.mean():.1%} ({right[core].mean():.1%})')


def main():
    arguments = sys.argv[1:]

    def option(name):
        if name not in arguments:
            return None
        at = arguments.index(name)
        value = arguments[at + 1]
        del arguments[at:at + 2]
        return value

    dev, written = option('--dev'), option('--write')
    rows = read(arguments[0])
    folds = numpy.array([int(hashlib.sha256(row['document'].encode()).hexdigest(), 16) % 5 for row in rows])
    scores = numpy.zeros((len(rows), len(KINDS)))
    for fold in range(5):
        rest = [row for row, number in zip(rows, folds) if number != fold]
        held = [row for row, number in zip(rows, folds) if number == fold]
        words = vocabulary(rest)
        scores[folds == fold] = matrix(held, words) @ fit(rest, words)
    report('five folds', rows, scores)
    words = vocabulary(rows)
    weights = fit(rows, words)
    if dev:
        others = read(dev)
        report('dev', others, matrix(others, words) @ weights)
    if written:
        lines = ['bias\t' + ' '.join(f'{value:.0f}' for value in weights[-1])]
        for feature, index in words.items():
            if weights[index].any():
                lines.append(feature + '\t' + ' '.join(f'{value:.0f}' for value in weights[index]))
        lines.sort(key=lambda line: line.split('\t')[0].encode())
        with open(written, 'w', encoding='utf-8') as file:
            file.write('\n'.join(lines) + '\n')
        print(f'{len(lines)} features written')


if __name__ == '__main__':
    main()
