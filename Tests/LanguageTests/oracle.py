"""Runs SPARQL queries over an N-Triples file with pyoxigraph: `oracle.py GRAPH.nt QUERIES.json RESULTS.json`."""

import json
import sys

import pyoxigraph

store = pyoxigraph.Store()
with open(sys.argv[1], "rb") as file:
    store.load(file, format=pyoxigraph.RdfFormat.N_TRIPLES)
with open(sys.argv[2], encoding="utf-8") as file:
    queries = json.load(file)
results = []
for query in queries:
    try:
        answer = store.query(query)
        if isinstance(answer, pyoxigraph.QueryBoolean):
            results.append(["yes" if answer else "no"])
        elif isinstance(answer, pyoxigraph.QueryTriples):
            results.append(sorted({str(triple) for triple in answer}))
        else:
            results.append(["\t".join("" if cell is None else str(cell) for cell in row) for row in answer])
    except Exception as error:  # The test shows it beside the query.
        results.append([f"error: {error}"])
with open(sys.argv[3], "w", encoding="utf-8") as file:
    json.dump(results, file)
