#!/usr/bin/env python3
"""Measure tercet beside other stores in one run, and print ratios.

usage: scripts/bench.py [--harness ../shared/bench] [--sizes 1000000,5000000] [--peers duckdb,pyoxigraph] [--runs 5]

The harness makes the data (kept under .build/bench), runs each store in a process of its own on one core, and checks that
all give the same rows. Peers that this Python has not are left out. Figures are seconds of CPU; a ratio above 1 means that
tercet is so many times better than the best peer.
"""
import argparse, importlib.util, json, math, os, statistics, subprocess, sys


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--harness", default="../shared/bench")
    options.add_argument("--sizes", default="1000000,5000000")
    options.add_argument("--peers", default="duckdb,pyoxigraph,maplib")
    options.add_argument("--runs", default="5")
    options.add_argument("--tercet", default=".build/release/tercet")
    a = options.parse_args()
    harness = os.path.join(a.harness, "peers.py")
    if not os.path.exists(harness):
        print(f"skipped: no harness at {a.harness}")
        return
    data = ".build/bench"
    os.makedirs(data, exist_ok=True)
    peers = [peer for peer in a.peers.split(",") if peer and importlib.util.find_spec(peer)]
    print("peers:", ", ".join(peers) or "none in this Python")
    environment = dict(os.environ, TERCET=os.path.abspath(a.tercet), BENCH_TMP=os.path.abspath(data))
    for size in a.sizes.split(","):
        path = os.path.join(data, f"n{size}.nt")
        if not os.path.exists(path):
            subprocess.run([sys.executable, os.path.join(a.harness, "gen.py"), size, path], check=True)
        out = os.path.join(data, f"{size}.jsonl")
        for stale in [out]:
            if os.path.exists(stale):
                os.remove(stale)
        command = [sys.executable, harness, "run", path, "--peers", ",".join(["tercet"] + peers), "--runs", a.runs,
                   "--reps", "1", "--out", out]
        subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        with open(out) as lines:
            report(path, [json.loads(line) for line in lines], own(path, environment))


def own(path, environment):
    """What the harness doesn't ask tercet: parsing, export, peak memory."""
    copy = path + ".export"
    run = subprocess.run([environment["TERCET"], "export", path, "-o", copy + ".nt", "--time"], capture_output=True,
                         text=True, check=True)
    figures = {}
    for line in run.stderr.splitlines():
        if line.startswith("{"):
            figures.update(json.loads(line))
    figures["bytes"] = os.path.getsize(copy + ".nt")
    os.remove(copy + ".nt")
    return figures


def report(path, records, figures):
    size = os.path.getsize(path)
    print(f"\n{path}: {size / 1e6:.0f} MB, {figures['triples']} triples")

    def best(kind, value):
        found = {r["peer"]: value(r) for r in records if r["k"] == kind and r["peer"] != "tercet" and "error" not in r}
        return found

    def line(name, ours, others, unit, higher=True):
        if not others:
            print(f"  {name:22} {ours:10.3f} {unit}")
            return
        peer = (max if higher else min)(others, key=others.get)
        ratio = ours / others[peer] if higher else others[peer] / ours
        print(f"  {name:22} {ours:10.3f} {unit:12} {peer:>11} {others[peer]:10.3f}   {ratio:8.2f} times")

    n = figures["triples"]
    line("parse", size / figures["parse_cpu_s"] / 1e6, best("parse", lambda r: size / r["cpu"] / 1e6), "MB/s")
    line("load", n / figures["load_cpu_s"] / 1e6, best("load", lambda r: r["n"] / r["cpu"] / 1e6), "M triples/s")
    line("export", figures["bytes"] / figures["export_cpu_s"] / 1e6,
         best("export", lambda r: r["bytes"] / r["cpu"] / 1e6), "MB/s")
    line("memory at rest", figures["rss_bytes"] / n, best("load", lambda r: r["rss"] / n), "B/triple", False)
    print(f"  {'peak of the load':22} {figures['peak_rss_bytes'] / figures['rss_bytes']:10.3f} times the memory at rest")
    times = {}
    rows = {}
    for r in records:
        if r["k"] != "q":
            continue
        if "error" in r:
            print(f"  {r['q']}: {r['peer']}: {r['error']}")
            continue
        times.setdefault(r["q"], {})[r["peer"]] = statistics.median(r["cpu"]) * 1e3
        rows.setdefault(r["q"], {})[r["peer"]] = r["rows"]
    logs, others = [], {}
    for query, found in sorted(times.items()):
        if "tercet" not in found:
            continue
        ours = found.pop("tercet")
        logs.append(math.log(ours))
        for peer, value in found.items():
            others.setdefault(peer, []).append(math.log(value))
        line(query, ours, found, "ms", False)
        if len(set(rows[query].values())) > 1:
            print(f"  {query}: not the same number of rows: {rows[query]}")
    if logs:
        means = {peer: math.exp(sum(all) / len(all)) for peer, all in others.items() if len(all) == len(logs)}
        line("geometric mean", math.exp(sum(logs) / len(logs)), means, "ms", False)


if __name__ == "__main__":
    main()
