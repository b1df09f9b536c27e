"""Runs SPARQL queries and updates over an N-Triples file with pyoxigraph: `oracle.py GRAPH.nt TEXTS.json RESULTS.json`.

An update's result is the lines of the graph that it leaves.
"""

import json
import re
import sys

import pyoxigraph

with open(sys.argv[1], "rb") as file:
    data = file.read()


def load():
    store = pyoxigraph.Store()
    store.load(data, format=pyoxigraph.RdfFormat.N_TRIPLES)
    return store


def answer(text):
    if re.search(r"^(INSERT|DELETE)\b", text, re.MULTILINE):
        changed = load()
        changed.update(text)
        return [f"{quad.triple} ." for quad in changed.quads_for_pattern(None, None, None, pyoxigraph.DefaultGraph())]
    result = store.query(text)
    if isinstance(result, pyoxigraph.QueryBoolean):
        return ["yes" if result else "no"]
    if isinstance(result, pyoxigraph.QueryTriples):
        return sorted({str(triple) for triple in result})
    return ["\t".join("" if cell is None else str(cell) for cell in row) for row in result]


store = load()
with open(sys.argv[2], encoding="utf-8") as file:
    texts = json.load(file)
results = []
for text in texts:
    try:
        results.append(answer(text))
    except Exception as error:  # The test shows it beside the text.
        results.append([f"error: {error}"])
with open(sys.argv[3], "w", encoding="utf-8") as file:
    json.dump(results, file)
