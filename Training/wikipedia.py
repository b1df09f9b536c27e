"""The running text of Wikipedia's articles, a paragraph a line, as more text for a teacher to parse; or some sentences of it.

    python3 wikipedia.py enwiki-….xml.bz2 > wikipedia.txt
    python3 wikipedia.py --sentences 7000 parsed.conllu > wikipedia.conllu

Tables, lists, templates, notes, headings and captions go; so do paragraphs without an end of a sentence. Needs mwparserfromhell.
Sentences are drawn by seed of those of 5 to 60 tokens, mostly words, that end as sentences do.
"""

import argparse
import bz2
import html
import random
import re
import sys

import mwparserfromhell

import conllu

# What follows these headings is no running text.
LAST = re.compile(r"^==\s*(see also|references|notes|footnotes|bibliography|further reading|external links|sources)\s*==.*", re.I | re.M | re.S)
GONE = re.compile(r"<!--.*?-->|<(ref|math|gallery|timeline|table|blockquote|code|syntaxhighlight|nowiki)\b[^>]*?(/>|>.*?</\1\s*>)", re.I | re.S)
TABLE = re.compile(r"\{\|(?:(?!\{\||\|\}).)*\|\}", re.S)


def pages(path):
    """The markup of every article that is no redirect."""
    with bz2.open(path, "rt", encoding="utf-8") as file:
        for part in file.read().split("<page>")[1:]:
            text = re.search(r'<text xml:space="preserve">(.*?)</text>', part, re.S)
            if text and "<ns>0</ns>" in part and "<redirect" not in part:
                yield html.unescape(text.group(1))


def plain(markup):
    """The paragraphs of an article."""
    markup = GONE.sub(" ", LAST.sub("", markup))
    while True:
        markup, count = TABLE.subn("", markup)
        if not count:
            break
    code = mwparserfromhell.parse(markup)
    for node in code.filter_wikilinks():
        if re.match(r"\s*(file|image|category|[a-z-]{2,12}):", str(node.title), re.I):
            try:
                code.remove(node)
            except ValueError:
                pass  # inside one that has gone
    text = code.strip_code(normalize=True, collapse=True)
    for line in text.split("\n"):
        line = re.sub(r"\s+", " ", html.unescape(line)).strip()
        line = re.sub(r"\(\s*[;,]?\s*\)|\[\s*\]", "", line).replace("( ", "(").replace("'''", "").replace("''", "")
        line = re.sub(r" +([,.;)])", r"\1", re.sub(r" {2,}", " ", line))
        if line[:1] in "*#:;|!{" or "|" in line or "{{" in line or "}}" in line or "[[" in line:
            continue
        if len(line) >= 80 and re.search(r"[a-z0-9)\"”][.!?][\"”)]?$", line):
            yield line


def drawn(path, count):
    found = [
        s
        for s in conllu.read(path)
        if 5 <= len(s.forms) <= 60
        and s.forms[-1] in '.?!"”)'
        and sum(form.isalpha() for form in s.forms) >= 0.6 * len(s.forms)
    ]
    random.Random(1).shuffle(found)
    return found[:count]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("file")
    parser.add_argument("--sentences", type=int, default=0, help="draw so many from a CoNLL-U file")
    options = parser.parse_args()
    if options.sentences:
        conllu.write("/dev/stdout", drawn(options.file, options.sentences))
        return
    for markup in pages(options.file):
        for line in plain(markup):
            sys.stdout.write(line + "\n\n")


if __name__ == "__main__":
    main()
