"""Tags and parses the words of a CoNLL-U file with the average of several trained models, as more material to train on.

    python3 silver.py --models A.pt B.pt … --lexicon lexicon.bin WORDS.conllu OUTPUT.conllu [--gold]
"""

import argparse

import torch

import conllu
import lexicon
import score
from train import load, predict


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("words")
    parser.add_argument("output")
    parser.add_argument("--models", nargs="+", required=True)
    parser.add_argument("--lexicon", required=True)
    parser.add_argument("--gold", action="store_true", help="the file has trees: print the score of the average")
    options = parser.parse_args()
    torch.set_num_threads(1)
    models = [load(path) for path in options.models]
    sentences = conllu.read(options.words)
    parsed = predict(
        models[0][0], models[0][1], sentences, lexicon=lexicon.Lexicon(options.lexicon), members=[m for m, _ in models[1:]]
    )
    if options.gold:
        print(score.line(options.words.split("/")[-1], score.score(sentences, parsed)))
    conllu.write(options.output, parsed)


if __name__ == "__main__":
    main()
