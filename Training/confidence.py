"""Learns how probable it is that a careful reader agrees with a fact: confidence.py MARKS.tsv FEATURES.tsv [--write FILE.swift].

MARKS.tsv holds facts judged right or wrong (mark, kind, reason, file, begin, subject, relation, object), FEATURES.tsv what
`tercet-bench asserted --features REPORT...` prints of the same reports. Logistic regression with a ridge, by Newton's method;
ten folds by report say what each bound would keep. A claim's confidence is 1 / (1 + exp(-(bias + sum of weight times feature))).
Source: Fader, Soderland, Etzioni (2011), "Identifying relations for open information extraction", section 4.3.
"""
import hashlib
import re
import sys

import numpy

RIDGE = 30.0


def read_marks(path):
    marks = {}
    for line in open(path, encoding='utf-8'):
        cells = line.rstrip('\n').split('\t')
        if line.startswith('#') or cells[0] == 'mark':
            continue
        marks[tuple(cells[3:8])] = cells[0] == 'right'
    return marks


def read_features(path):
    with open(path, encoding='utf-8') as file:
        names = file.readline().rstrip('\n').split('\t')[5:]
        rows = [line.rstrip('\n').split('\t') for line in file]
    return names, {tuple(row[:5]): [float(cell) for cell in row[5:]] for row in rows}


def fit(features, right):
    """Weights and bias (the last) of standardised features, by Newton's method; the bias has no ridge."""
    columns = numpy.hstack([features, numpy.ones((len(features), 1))])
    weights = numpy.zeros(columns.shape[1])
    ridge = numpy.full(columns.shape[1], RIDGE)
    ridge[-1] = 0
    for _ in range(30):
        probable = 1 / (1 + numpy.exp(-columns @ weights))
        gradient = columns.T @ (probable - right) + ridge * weights
        curvature = (columns.T * (probable * (1 - probable))) @ columns + numpy.diag(ridge)
        weights = weights - numpy.linalg.solve(curvature, gradient)
    return weights


def standardised(features):
    mean, deviation = features.mean(0), features.std(0) + 1e-6
    return (features - mean) / deviation, mean, deviation


def area(right, scores):
    """The chance that a right fact has more confidence than a wrong one."""
    order = numpy.argsort(scores, kind='stable')
    ranks = numpy.empty(len(scores))
    ranks[order] = numpy.arange(1, len(scores) + 1)
    count = right.sum()
    return (ranks[right].sum() - count * (count + 1) / 2) / (count * (len(right) - count))


def main():
    arguments = sys.argv[1:]
    written = None
    if '--write' in arguments:
        at = arguments.index('--write')
        written = arguments[at + 1]
        del arguments[at:at + 2]
    marks = read_marks(arguments[0])
    names, rows = read_features(arguments[1])
    keys = [key for key in sorted(marks) if key in rows]
    features = numpy.array([rows[key] for key in keys])
    right = numpy.array([marks[key] for key in keys])
    folds = numpy.array([int(hashlib.sha256(key[0].encode()).hexdigest(), 16) % 10 for key in keys])
    scores = numpy.zeros(len(keys))
    for fold in range(10):
        scaled, mean, deviation = standardised(features[folds != fold])
        weights = fit(scaled, right[folds != fold])
        scores[folds == fold] = ((features[folds == fold] - mean) / deviation) @ weights[:-1] + weights[-1]
    confidence = 1 / (1 + numpy.exp(-scores))
    print(f'{len(keys)} of {len(marks)} facts still asserted, {right.mean():.1%} of them right; '
          f'area under the curve {area(right, scores):.3f}')
    for bound in (0, 0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8):
        kept = confidence >= bound
        print(f'  bound {bound:.2f}: {kept.mean():.1%} kept, {right[kept].mean():.1%} of them right, '
              f'{right[kept].sum() / right.sum():.1%} of the right ones kept')
    scaled, mean, deviation = standardised(features)
    weights = fit(scaled, right)
    plain = weights[:-1] / deviation
    bias = weights[-1] - (plain * mean).sum()
    lines = [f'        .{name}: {weight:.3f},' for name, weight in zip(names, plain)]
    print('\n'.join(lines), f'\n        bias: {bias:.3f}')
    if written:
        text = open(written, encoding='utf-8').read()
        begin = text.index('[FactFeature: Float] = [\n')
        begin = text.index('\n', begin) + 1
        end = text.index('    ]\n', begin)
        text = text[:begin] + '\n'.join(lines) + '\n' + text[end:]
        text = re.sub(r'bias: Float = \S+', f'bias: Float = {bias:.3f}', text)
        open(written, 'w', encoding='utf-8').write(text)


if __name__ == '__main__':
    main()
