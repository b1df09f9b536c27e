#!/usr/bin/env python3
"""Makes many reports by recombining the sentences of real ones: make-reports.py SOURCE TARGET [COUNT] [SEED]

The same seed gives the same files. Each report has a title and a date of its own and 12 to 24 sentences, taken in runs of one
to four from reports of SOURCE, so that names come back in other company, as in an archive.
"""

import pathlib
import random
import re
import sys


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    source, target = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 10_000
    chance = random.Random(int(sys.argv[4]) if len(sys.argv) > 4 else 1)
    titles, runs = [], []
    for path in sorted(source.glob("*.txt")):
        paragraphs = [part.strip() for part in path.read_text(encoding="utf-8").split("\n") if part.strip()]
        titles.append(paragraphs[0])
        for paragraph in paragraphs[2:]:
            sentences = re.split(r"(?<=[.!?])\s+(?=[A-Z\"“])", paragraph)
            for start in range(0, len(sentences), 4):
                runs.append(sentences[start : start + 4])
    if not runs:
        sys.exit(f"no reports (.txt) in {source}")
    target.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        lines, wanted = [], chance.randint(12, 24)
        while sum(map(len, lines)) < wanted:
            lines.append(chance.choice(runs))
        day = f"{chance.randint(2019, 2024)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        text = f"{chance.choice(titles)}\n\n{day}\n\n" + "\n\n".join(" ".join(run) for run in lines) + "\n"
        folder = target / f"{number // 1000:02}"
        folder.mkdir(exist_ok=True)
        (folder / f"{number:05}.txt").write_text(text, encoding="utf-8")


main()
