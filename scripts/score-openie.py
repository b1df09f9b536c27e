#!/usr/bin/env python3
"""Scores open extractions on CaRB and BenchIE, by the definitions of their papers.

usage: score-openie.py carb GOLD.tsv EXTRACTIONS [--sentences FILE] [--without-be]
       score-openie.py benchie GOLD.txt EXTRACTIONS

EXTRACTIONS: one a line, tab-separated: sentence, confidence, relation, arg1, arg2, ...

CaRB (Bhardwaj, Aggarwal, Mausam: "CaRB: A Crowdsourced Benchmark for Open IE", EMNLP 2019): two tuples match by the words
that their slots share; all arguments after the first count as one; precision pairs extractions with gold tuples one to one,
greedily by precision; recall takes the best extraction for each gold tuple. "be" counts as any of is, are, was, were; with
--without-be it counts as a word like any other.

BenchIE (Gashteovski et al.: "BenchIE: A Framework for Multi-Faceted Fact-Based Open Information Extraction Evaluation", ACL
2022): a fact is a set of all its acceptable triples; an extraction is right when it is exactly one of them, words in brackets
being optional; precision counts extractions, recall facts.
"""
import argparse
import collections
import re
import sys

PEERS = {
    "carb": [
        ("ClausIE", 45.7), ("ClausIE, longest only", 51.9), ("OpenIE 4", 49.7), ("best neural ones, near", 54.0),
    ],
    "benchie": [("ClausIE", 35.3), ("MinIE", 34.9), ("OpenIE6", 26.6)],
}


def read_tuples(path, with_confidence):
    tuples = collections.defaultdict(list)
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            rest = fields[2:] if with_confidence else fields[1:]
            confidence = float(fields[1]) if with_confidence else 1.0
            tuples[fields[0]].append((confidence, [slot.split() for slot in rest]))
    return tuples


def shared(gold, predicted):
    left = list(predicted)
    count = 0
    for word in gold:
        if word in left:
            left.remove(word)
            count += 1
    return count, left


def match(gold, predicted, count_be):
    """Precision and recall of one extraction against one gold tuple: slots by shared words."""
    common, left = shared(gold[0], predicted[0])
    if count_be and "be" in left and any(form in gold[0] for form in ("is", "are", "was", "were")):
        common += 1
    if common == 0:
        return 0.0, 0.0
    correct, said, wanted = common, len(predicted[0]), len(gold[0])
    for index, slot in enumerate(gold[1:]):
        wanted += len(slot)
        if index + 1 >= len(predicted):
            if index < 2:
                return 0.0, 0.0
            continue
        said += len(predicted[index + 1])
        correct += shared(slot, predicted[index + 1])[0]
    return correct / said if said else 0.0, correct / wanted if wanted else 0.0


def binary(slots):
    return slots if len(slots) < 3 else [slots[0], slots[1], [word for slot in slots[2:] for word in slot]]


SAYING = ("said", "told", "added", "adds", "says")


def carb_match(gold, predicted, count_be):
    gold, predicted = binary(gold), binary(predicted)
    straight = match(gold, predicted, count_be)
    if any(verb in " ".join(gold[0]) for verb in SAYING) and len(predicted) >= 3:
        return max(straight, match(gold, [predicted[0], predicted[2], predicted[1]], count_be))
    return straight


def carb(gold, predicted, count_be):
    precision, extracted, recall, wanted = 0.0, 0, 0.0, 0
    for sentence, golds in gold.items():
        found = predicted.get(sentence, [])
        scores = [[carb_match(g, p, count_be) for _, p in found] for _, g in golds]
        wanted += len(golds)
        extracted += len(found)
        recall += sum(max((score[1] for score in row), default=0.0) for row in scores)
        pairs = sorted(
            ((scores[g][p][0], -g, -p) for g in range(len(golds)) for p in range(len(found))), reverse=True)
        used_gold, used_found = set(), set()
        for value, g, p in pairs:
            if g not in used_gold and p not in used_found:
                used_gold.add(g)
                used_found.add(p)
                precision += value
    return precision / extracted if extracted else 0.0, recall / wanted if wanted else 0.0, extracted


def expand(text):
    """All wordings of a slot with optional words in brackets."""
    parts = re.split(r"(\[[^\[\]]*\])", text)
    wordings = {""}
    for part in parts:
        if part.startswith("[") and part.endswith("]"):
            inside = part[1:-1].strip()
            wordings = wordings | {f"{before} {inside}" for before in wordings}
        else:
            wordings = {f"{before} {part.strip()}" for before in wordings}
        if len(wordings) > 4096:
            break
    return {" ".join(wording.lower().split()) for wording in wordings}


def read_benchie(path):
    sentences, clusters, current = {}, collections.defaultdict(lambda: collections.defaultdict(list)), None
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("sent_id:"):
                identifier, text = line[len("sent_id:"):].split("\t", 1)
                sentences[identifier] = text
            elif re.match(r"\d+-->\s*Cluster", line):
                current = tuple(re.findall(r"\d+", line)[:2])
                clusters[current[0]][current[1]]
            elif " --> " in line and current:
                slots = [slot.strip() for slot in line.split("-->")]
                if len(slots) == 3:
                    clusters[current[0]][current[1]].append([expand(slot) for slot in slots])
    return sentences, clusters


def benchie(path, predicted):
    sentences, clusters = read_benchie(path)
    right = wrong = hit = wanted = 0
    for identifier, text in sentences.items():
        found = [slots for _, slots in predicted.get(text, []) if len(slots) >= 3]
        facts = clusters[identifier]
        wanted += len(facts)
        covered = set()
        for slots in found:
            triple = [" ".join(slots[1]).lower(), " ".join(slots[0]).lower(), " ".join(slots[2]).lower()]
            matching = {
                name for name, wordings in facts.items()
                if any(all(part in slot for part, slot in zip(triple, wording)) for wording in wordings)
            }
            covered |= matching
            if matching:
                right += 1
            else:
                wrong += 1
        hit += len(covered)
    # A second wording of a fact that was hit is no error: true positives are facts.
    precision = hit / (hit + wrong) if hit + wrong else 0.0
    return precision, hit / wanted if wanted else 0.0, right + wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("benchmark", choices=["carb", "benchie"])
    parser.add_argument("gold")
    parser.add_argument("extractions")
    parser.add_argument("--sentences", help="score these sentences only, one a line")
    parser.add_argument("--without-be", action="store_true", help="an added \"be\" matches no form of to be")
    options = parser.parse_args()
    predicted = read_tuples(options.extractions, True)
    if options.benchmark == "carb":
        gold = read_tuples(options.gold, False)
        if options.sentences:
            with open(options.sentences, encoding="utf-8") as lines:
                wanted = {line.rstrip("\n") for line in lines}
            gold = {sentence: tuples for sentence, tuples in gold.items() if sentence in wanted}
        precision, recall, count = carb(gold, predicted, not options.without_be)
    else:
        precision, recall, count = benchie(options.gold, predicted)
    total = precision + recall
    f1 = 2 * precision * recall / total if total else 0.0
    print(f"{options.benchmark}: precision {100 * precision:.1f}, recall {100 * recall:.1f}, "
          f"F1 {100 * f1:.1f}, {count} tuples")
    print("peers: " + ", ".join(f"{name} {figure}" for name, figure in PEERS[options.benchmark]), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
