"""Scores a parsed file against gold on the same tokens.

    python3 evaluate.py GOLD.conllu PREDICTED.conllu
"""

import sys

import conllu
import score


def main():
    gold, predicted = (conllu.read(path) for path in sys.argv[1:3])
    result = score.score(gold, predicted)
    for name in ("UPOS", "XPOS", "UAS", "LAS", "CLAS"):
        print(f"{name}\t{result[name]:.2f}")
    for name, value in result["relations"].items():
        print(f"{name}\t{value:.1f}")


if __name__ == "__main__":
    main()
