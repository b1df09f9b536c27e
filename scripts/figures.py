#!/usr/bin/env python3
"""Measures what tercet reads and writes the table of figures: figures.py [--output docs/figures.md] [--bin .build/release]

The data stand in $TERCET_DATA or ../shared; without them nothing is measured. Hand-made keys and marks stand in Tests/Keys; what a
person judged is counted, not measured again.
"""
import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

DATA = os.environ.get("TERCET_DATA", "../shared")
HERE = os.path.dirname(os.path.abspath(__file__))


class Tools:
    """The programs that measure; what they print, once a command."""

    def __init__(self, folder):
        self.folder = folder
        self.printed = {}

    def path(self, name):
        return os.path.join(self.folder, name)

    def bench(self, *arguments):
        """The lines that a benchmark prints; none where it cannot run (no key of that turn, no such benchmark)."""
        if arguments not in self.printed:
            print("  tercet-bench " + " ".join(arguments), file=sys.stderr, flush=True)
            done = subprocess.run([self.path("tercet-bench"), *arguments], capture_output=True, text=True)
            self.printed[arguments] = done.stdout.splitlines() if done.returncode == 0 else []
        return self.printed[arguments]


def find(lines, beginning):
    return next((line for line in lines if line.startswith(beginning)), "")


def share(lines, beginning):
    """`83 of 100 (83.0%)` behind a name, as the percentage and the words."""
    found = re.search(r"(\d+ of \d+) \(([\d.]+)%\)", find(lines, beginning))
    return (float(found[2]), f"{found[2]}% ({found[1]})") if found else None


def count(lines, beginning):
    """`0 of 100` behind a name, as the number and the words."""
    found = re.search(r"(\d+) of (\d+) \(", find(lines, beginning))
    return (float(found[1]), f"{found[1]} of {found[2]}") if found else None


def f1(lines, beginning):
    found = re.search(r"F1 ([\d.]+)", find(lines, beginning))
    return (float(found[1]), found[1]) if found else None


def tabbed(lines, name):
    found = find(lines, name + "\t")
    return (float(found.split("\t")[1]), f"{float(found.split(chr(9))[1]):.1f}") if found else None


def last_number(lines, beginning):
    found = re.findall(r"[\d.]+", find(lines, beginning))
    return (float(found[-1]), found[-1]) if found else None


def verdict(value, floor, goal, less_is_better):
    if value is None:
        return ""
    number = -value[0] if less_is_better else value[0]
    reached = lambda limit: limit is not None and number >= (-limit if less_is_better else limit)
    if goal is not None and reached(goal):
        return "goal"
    if floor is not None:
        return "floor" if reached(floor) else "**below the floor**"
    return ""


class Table:
    def __init__(self, title, columns, about=""):
        self.title, self.columns, self.about, self.rows, self.after = title, columns, about, [], ""

    def add(self, name, *values, floor=None, goal=None, peers="", less_is_better=False, limits=None):
        """A row; the last value is the one that is held against floor and goal."""
        measured = [value for value in values if value is not None]
        shown = [value[1] if value else "–" for value in values]
        limit = "at most " if less_is_better else ""
        wanted = limits or [f"{limit}{x:g}" if x is not None else "" for x in (floor, goal)]
        verdicts = " / ".join(dict.fromkeys(verdict(value, floor, goal, less_is_better) for value in measured))
        self.rows.append([name, *shown, *wanted, verdicts, peers])

    def text(self):
        header = ["", *self.columns, "floor", "goal", "reached", "others"]
        lines = [f"## {self.title}", ""]
        if self.about:
            lines += [self.about, ""]
        lines += ["| " + " | ".join(header) + " |", "|" + "---|" * len(header)]
        lines += ["| " + " | ".join(row) + " |" for row in self.rows]
        if self.after:
            lines += ["", self.after]
        return "\n".join(lines) + "\n"


def open_extraction(tools):
    table = Table(
        "Open extraction", ["development half"],
        "CaRB dev (638 sentences with gold) and BenchIE dev (157), scored by `scripts/score-openie.py`. CaRB takes an added "
        '"be" as equal to is, are, was and were; the second figure is without that allowance.')
    carb, benchie = f"{DATA}/carb-dev", f"{DATA}/benchie-dev"

    def score(*arguments):
        command = [sys.executable, os.path.join(HERE, "score-openie.py"), *arguments]
        done = subprocess.run(command, capture_output=True, text=True)
        found = re.search(r"precision ([\d.]+), recall ([\d.]+), F1 ([\d.]+), (\d+) tuples", done.stdout)
        return (float(found[3]), f"**{found[3]}** (P {found[1]}, R {found[2]}, {found[4]} tuples)") if found else None

    def extract(sentences, *options):
        extracted = subprocess.run(
            [tools.path("tercet"), "extract", "--openie", *options, sentences], capture_output=True, text=True)
        file = tempfile.NamedTemporaryFile("w", suffix=".tsv", delete=False, encoding="utf-8")
        with file:
            file.write(extracted.stdout)
        return file.name

    tuples = extract(f"{carb}/dev.txt")
    table.add("CaRB F1", score("carb", f"{carb}/gold.tsv", tuples), floor=54, goal=61,
              peers="ClausIE 45.7 (its longest tuples 51.9), OpenIE 4 49.7, best neural ones near 54")
    table.add('CaRB F1 without the added "be"', score("carb", f"{carb}/gold.tsv", tuples, "--without-be"))
    table.add("CaRB F1, newswire part", score("carb", f"{carb}/gold.tsv", tuples, "--sentences", f"{carb}/newswire.txt"),
              peers="ClausIE's longest tuples 52.0")
    with open(f"{benchie}/gold.txt", encoding="utf-8") as gold:
        sentences = [line.rstrip("\n").split("\t", 1)[1] for line in gold if line.startswith("sent_id")]
    with tempfile.NamedTemporaryFile("w", suffix=".txt", delete=False, encoding="utf-8") as file:
        file.write("".join(sentence + "\n" for sentence in sentences))
    triples = extract(file.name, "--minimal")
    table.add("BenchIE F1", score("benchie", f"{benchie}/gold.txt", triples), floor=42, goal=52,
              peers="ClausIE 35.3, MinIE 34.9, OpenIE6 26.6")
    for path in (tuples, triples, file.name):
        os.unlink(path)
    return table


def keys(tools):
    table = Table(
        "What a careful reader takes", ["first key", "second key", "third key", "fourth key", "fifth key", "sixth key", "seventh key"],
        "Reports of English Wikinews, drawn by seed (`Tests/Keys/README.md`). The first keys were written before the rules, and "
        "the rules were tuned on them; the second ones, of other reports, were not shown to those who tune, but the kinds of error in "
        "them were; the third and then the fourth ones were made later in the same way, the fourth of who says so, of entities and of "
        "facts judged alone; the fifth to seventh of facts were judged after rules had been tuned on the judged ones before. Of clauses the "
        "fifth key of who says so and the fourth of how sure are the last. What is reached is said for each where they differ.")

    turns = ((), ("--key", "second"), ("--key", "third"), ("--key", "fourth"), ("--key", "fifth"),
             ("--key", "sixth"), ("--key", "seventh"))

    def each(name, benchmark, read, beginning, **rest):
        table.add(name, *(read(tools.bench(benchmark, *turn), beginning) for turn in turns), **rest)

    each("reported clauses with the right source", "attribution", share, "right source", floor=80, goal=92)
    each("unreported clauses given a source", "attribution", count, "unreported", floor=5, less_is_better=True)
    each("polarity and certainty right", "certainty", share, "certainty and polarity", floor=88, goal=95)
    each("not plainly stated, yet asserted", "certainty", count, "not plainly", floor=0, goal=0, less_is_better=True)
    each("asserted facts that are right", "precision", share, "asserted facts", floor=80, goal=92)
    each("listed facts that are asserted", "facts", share, "listed facts", floor=60, goal=80)
    each("linked pairs of names that mean one entity", "entities", share, "pairs linked", floor=95, goal=99)
    each("pairs that mean one entity and are linked", "entities", share, "pairs found", floor=75, goal=90)
    for turn in turns:
        lines = tools.bench("precision", *turn)
        if share(lines, "asserted facts"):
            still = share(lines, "those of them")
            table.after += f"{' '.join(turn[1:]).capitalize() or 'First'} key, wrong facts by kind: {kinds(lines)}; "
            table.after += f"right among those that are still asserted: {still[1] if still else '–'}. "
    return table


def kinds(lines):
    """The kinds of error that a benchmark lists, with their counts."""
    found = [re.match(r"  (\d+)  (.*)", line) for line in lines]
    return ", ".join(f"{match[2]} {match[1]}" for match in found if match) or "none"


def relations(tools):
    table = Table("Named relations", ["all reports"], "A clause is a verb (or a copula) that a statement rests on.")
    lines = tools.bench("relations")
    table.add("clauses on a named relation", share(lines, "clauses on"), floor=50, goal=65)
    table.add("of 100 of them drawn by seed, rightly named", share(lines, "of those drawn"), floor=85)
    later = tools.bench("relations", "--key", "second")
    table.add("of 100 others, drawn after most rules", share(later, "of those drawn"), floor=85)
    newest = tools.bench("relations", "--key", "third")
    table.add("of 100 that a doubled vocabulary newly named", share(newest, "of those drawn"), floor=85)
    audited = tools.bench("relations", "--key", "fourth")
    table.add("of 100 when each was named after its verbs", share(audited, "of those drawn"), floor=85)
    table.after = (
        f"Wrongly named, by kind: {kinds(lines)}; of the others: {kinds(later)}; of the newly named: {kinds(newest)}; of the last: "
        f"{kinds(audited)}. The first three keys keep the names that were judged; most of those have another one now."
        if share(lines, "of those drawn") else "")
    return table


def entities(tools):
    table = Table(
        "Mentions, types and coreference", ["GUM dev"],
        "Eight documents (news, interview, biography, speech), given tokens, predicted tags and trees, by `tercet-bench coreference`.")
    lines = tools.bench("coreference")
    table.add("named mentions, F1 of exact phrases", f1(lines, "named mentions, exact"), floor=70, goal=78)
    table.add("named mentions, F1 of heads", f1(lines, "named mentions, head"))
    table.add("types of names", share(lines, "types of names"), floor=80, goal=87)
    table.add("types of persons, organizations, places", share(lines, "types of persons"), floor=83, goal=90)
    table.add("coreference, mean F1 of MUC, B³, CEAF-e", last_number(lines, "coreference, mean"), floor=53, goal=58,
              peers="on OntoGUM: Stanford's deterministic system 39.7, SpanBERT 64.6")
    table.add("he, she ends at the right name", share(lines, "he, she at the right"), floor=74, goal=85)
    table.add("he, she ends at a wrong name", share(lines, "he, she at a wrong"), floor=20, goal=8, less_is_better=True)
    return table


def press_releases(tools):
    table = Table(
        "Press releases (re3d)", ["half read for errors", "half measured only"],
        "49 press releases, briefs and encyclopedia articles on the war in Syria and Iraq (`tercet-bench re3d`), parted by their "
        "identifiers. What is marked there is incomplete, and some of it was marked by pattern, so that precision says only how many "
        "of our names are marked too. A phrase is found where a mention has its head; a relation is linked where a claim of its "
        "sentence, or one entity, holds both phrases, and rightly named where the relation means what the mark does.")
    lines = tools.bench("re3d")

    def both(name, beginning):
        table.add(name, share(lines, f"first {beginning} "), share(lines, f"second {beginning} "))

    both("persons, organisations, locations found", "names and phrases found")
    both("of them with the same words", "of them with the same words")
    both("of them with the right class", "of them with the right class")
    both("names that are marked too", "names that are marked too")
    for name in ("Organisation", "Location", "Person", "Nationality", "Temporal", "Quantity"):
        both(f"{name}: found", f"{name} found")
        both(f"{name}: right class", f"{name} right class")
    both("relations linked", "relations linked")
    both("relations rightly named", "relations rightly named")
    for name in ("BelongsTo", "InChargeOf", "FightingAgainst", "IsSynonymOf", "CoLocated"):
        both(f"{name}: linked", f"{name} linked")
        both(f"{name}: rightly named", f"{name} rightly named")
    return table


def parser(tools):
    table = Table(
        "Tags and trees", ["EWT dev", "GUM dev"],
        "Given tokens; LAS as the CoNLL 2018 scorer has it; F1 of single relations on full labels. The others' figures are "
        "published ones on the test halves (UDPipe 1.2 and 2), some with other versions of the treebanks.")
    ewt, gum = (tools.bench("treebank", f"{DATA}/treebanks/en_{name}-dev.conllu") for name in ("ewt", "gum"))
    table.add("UPOS", tabbed(ewt, "UPOS"), tabbed(gum, "UPOS"), peers="94.4 / 93.5; 97.5 / 98.3")
    table.add("UAS", tabbed(ewt, "UAS"), tabbed(gum, "UAS"), peers="84.5 / 81.2; 93.0 / 93.7")
    table.add("LAS", tabbed(ewt, "LAS"), tabbed(gum, "LAS"), floor=85, goal=87, peers="81.2 / 76.8; 91.0 / 91.8")
    for relation, floor in (("nsubj", 89), ("obj", 89), ("nsubj:pass", 87), ("conj", 74), ("appos", 50), ("acl:relcl", 65)):
        table.add(f"F1 of {relation}", tabbed(ewt, relation), tabbed(gum, relation), limits=[f"{floor} (GUM)", ""])
        value = tabbed(gum, relation)
        table.rows[-1][5] = verdict(value, floor, None, False)
    return table


def speed(tools):
    table = Table(
        "Speed", ["this machine"],
        "All reports, from text to triples, by `tercet-bench read` (CPU seconds of one core) and `tercet export` (wall clock, best of "
        "three in turn, before all other processes where the system allows that, else on a machine as idle as it was).")
    lines = tools.bench("read", f"{DATA}/news")
    line = find(lines, next((line for line in lines if "sentences/s" in line), "–"))
    for unit, floor, goal, peers in (
        ("sentences", 200, 500, "Stanford OpenIE 100, OpenIE 4 20, MinIE 9, ClausIE 4"), ("tokens", None, None, "")):
        found = re.search(rf"([\d.]+) {unit}/s", line)
        table.add(f"{unit} a second on one core", (float(found[1]), found[1]) if found else None, floor=floor, goal=goal, peers=peers)
    walls = {}
    # Other work on the machine would take turns on both cores.
    first = ["chrt", "-r", "10"]
    if not shutil.which("chrt") or subprocess.run([*first, "true"], capture_output=True).returncode != 0:
        first = []
    for _ in range(3):
        for jobs in ("1", "2"):
            command = [
                *first, tools.path("tercet"), "export", "--no-cache", "--jobs", jobs, f"{DATA}/news", "--output", os.devnull]
            begin = time.monotonic()
            if subprocess.run(command, capture_output=True).returncode == 0:
                walls[jobs] = min(walls.get(jobs, 1e9), time.monotonic() - begin)
    if len(walls) == 2:
        ratio = walls["1"] / walls["2"]
        table.add("two cores against one", (ratio, f"{ratio:.2f} times ({walls['1']:.1f} s, {walls['2']:.1f} s)"), floor=1.7)
    else:
        table.add("two cores against one", None, floor=1.7)
    table.about += f" The processor has {vectors()}; this is what the parser's speed depends on most."
    stages = [line.split() for line in lines if line.startswith("  ")]
    if stages:
        table.about += " Where the time goes: " + ", ".join(
            f"{' '.join(stage[:-3])} {stage[-1]}" for stage in stages) + "."
    return table


def vectors():
    """The widest vectors of this machine's processor that the parser has kernels for."""
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as lines:
            flags = next((line.split() for line in lines if line.startswith("flags")), [])
    except OSError:
        flags = []
    return "AVX-512" if "avx512f" in flags else "AVX2" if "avx2" in flags else "SSE or NEON"


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--output", default="docs/figures.md")
    arguments.add_argument("--bin", default=".build/release", help="the folder of tercet and tercet-bench")
    options = arguments.parse_args()
    if not os.path.isdir(f"{DATA}/news"):
        print(f"skipped: no data at {DATA}")
        return 0
    tools = Tools(options.bin)
    parts = [open_extraction, keys, relations, entities, press_releases, parser, speed]
    text = [
        "# Figures\n",
        "What tercet reads, measured on development data by `make figures` (data in `$TERCET_DATA` or `../shared`). Nothing here "
        "was measured on held-back text.\n",
    ]
    for part in parts:
        print(part.__name__.replace("_", " "), file=sys.stderr, flush=True)
        text.append(part(tools).text())
    text.append("What goes wrong still, with examples, stands at the end of [extraction](extraction.md).\n")
    with open(options.output, "w", encoding="utf-8") as file:
        file.write("\n".join(text))
    print(f"wrote {options.output}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
