"""Carries out sequences of SPARQL updates with pyoxigraph: `update_oracle.py SEQUENCES.json RESULTS.json`."""

import json
import re
import sys

import pyoxigraph

with open(sys.argv[1], encoding="utf-8") as file:
    sequences = json.load(file)
results = []
for sequence in sequences:
    store = pyoxigraph.Store()
    outcomes = []
    for request in sequence:
        try:
            store.update(request)
            outcomes.append("done")
        except Exception:
            outcomes.append("refused")
    quads = []
    for quad in store:
        text = f"{quad.subject} {quad.predicate} {quad.object}"
        if not isinstance(quad.graph_name, pyoxigraph.DefaultGraph):
            text += f" {quad.graph_name}"
        quads.append(re.sub("_:[^ ]+", "_:b", text + " ."))
    graphs = [graph.value for graph in store.named_graphs()]
    results.append({"outcomes": outcomes, "quads": sorted(quads), "graphs": graphs})
with open(sys.argv[2], "w", encoding="utf-8") as file:
    json.dump(results, file)
