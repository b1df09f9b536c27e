"""The engine from outside: RDF and SPARQL through the command line, measuring, limits and Ctrl-C."""

import gzip
import json
import os
import re
import signal
import subprocess
import time
import unittest
import xml.etree.ElementTree as ElementTree

from terminal import CTRL_C, REPOSITORY, TERCET
from test_batch import BatchTestCase
from test_habits import ShellTestCase

TRIG = """@base <http://e/> .
@prefix : <http://e/ns#> .
<a> :says "x"@en , 'it''s'@en-GB ; :knows <b>, [ :says "nested" ] .
:g { <a> :counts 1, 01.50, 1e3 . <c> :list ( 1 <b> ) . }
""".replace("'it''s'", '"it\'s"')

RDF_XML = """<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:n="http://e/ns#" xml:base="http://e/">
  <rdf:Description rdf:about="a" n:says="an attribute">
    <n:knows rdf:resource="b"/>
    <n:counts rdf:datatype="http://www.w3.org/2001/XMLSchema#integer">7</n:counts>
    <n:holds rdf:parseType="Literal"><b>x &amp; y</b></n:holds>
  </rdf:Description>
</rdf:RDF>
"""

# One term of each kind, and what is hard to write.
TRICKY = (
    '<http://e/s> <http://e/p> "tab\\tquote\\"backslash\\\\line\\nreturn\\r" .\n'
    '<http://e/s> <http://e/p> "comma, <tag> & \\u0001 \U0001F600"@en-GB .\n'
    '<http://e/s> <http://e/p> "01"^^<http://www.w3.org/2001/XMLSchema#integer> .\n'
    "<http://e/s> <http://e/p> _:b .\n"
    "<http://e/s> <http://e/p> <http://e/o> .\n"
)
ALL = "SELECT ?o ?none WHERE { ?s <http://e/p> ?o } ORDER BY ?o"


class SyntaxTests(BatchTestCase):
    def lines(self, *arguments):
        return sorted(self.check(*arguments).stdout.decode().splitlines())

    def test_trig(self):
        path = self.write("data.trig", TRIG)
        self.check(path, "-c", "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "--format", "csv", out="n\r\n5\r\n")
        self.check(
            path, "-c", "SELECT ?g ?v { GRAPH ?g { ?s <http://e/ns#counts> ?v } } ORDER BY ?v", "--format", "tsv",
            out="?g\t?v\n"
            '<http://e/ns#g>\t"1"^^<http://www.w3.org/2001/XMLSchema#integer>\n'
            '<http://e/ns#g>\t"01.50"^^<http://www.w3.org/2001/XMLSchema#decimal>\n'
            '<http://e/ns#g>\t"1e3"^^<http://www.w3.org/2001/XMLSchema#double>\n')

    def test_rdf_xml(self):
        path = self.write("data.rdf", RDF_XML)
        self.assertEqual(self.lines("export", path, "--format", "nt", "-o", "-"), [
            '<http://e/a> <http://e/ns#counts> "7"^^<http://www.w3.org/2001/XMLSchema#integer> .',
            '<http://e/a> <http://e/ns#holds> "<b>x &amp; y</b>"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#XMLLiteral> .',
            "<http://e/a> <http://e/ns#knows> <http://e/b> .",
            '<http://e/a> <http://e/ns#says> "an attribute" .',
        ])

    def test_every_syntax_also_compressed(self):
        for name, text in (("a.nt", TRICKY), ("b.nq", TRICKY.replace(" .\n", " <http://e/g> .\n")), ("c.ttl", TRIG.split(":g {")[0]),
                           ("d.trig", TRIG), ("e.rdf", RDF_XML)):
            plain = self.lines("export", self.write(name, text), "--format", "nq", "-o", "-")
            packed = self.lines("export", self.write(name + ".gz", gzip.compress(text.encode())), "--format", "nq", "-o", "-")
            self.assertGreater(len(plain), 3)
            self.assertEqual([line.replace("genid-", "") for line in plain], [line.replace("genid-", "") for line in packed])

    def test_what_is_written_as_turtle_is_read_as_it_was(self):
        for text in (TRICKY, TRIG.split(":g {")[0]):
            path = self.write("data.ttl", text)
            whole = self.lines("export", path, "--format", "nt", "-o", "-")
            turtle = self.write("again.ttl", self.check("export", path, "--format", "ttl", "-o", "-").stdout)
            blank = re.compile(r"_:\S+")
            again = self.lines("export", turtle, "--format", "nt", "-o", "-")
            self.assertEqual(sorted(blank.sub("_:b", line) for line in whole), sorted(blank.sub("_:b", line) for line in again))

    def test_turtle_has_prefixes_blocks_and_bare_numbers(self):
        path = self.write("data.nt", (
            '<http://e/s> <http://www.w3.org/2000/01/rdf-schema#label> "a" .\n'
            '<http://e/s> <http://www.w3.org/2000/01/rdf-schema#label> "b"@en .\n'
            "<http://e/s> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/2002/07/owl#Class> .\n"
            '<http://e/s> <http://e/n> "5"^^<http://www.w3.org/2001/XMLSchema#integer> .\n'))
        out = self.check("export", path, "--sort", "--format", "ttl", "-o", "-").stdout.decode()
        for piece in ("@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .", " a owl:Class", "rdfs:label", "<http://e/n> 5"):
            self.assertIn(piece, out)
        self.assertEqual(out.count("<http://e/s>"), 1)

    def test_named_graphs_from_files(self):
        path = self.write("data.nt", "<http://e/s> <http://e/p> <http://e/o> .\n")
        self.check(
            "--named", f"http://e/g={path}", "--named", f"http://e/h={path}", path, "-c",
            "SELECT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g", "--format", "csv", out="g\r\nhttp://e/g\r\nhttp://e/h\r\n")
        self.check("--named", "nonsense", "-c", "ASK {}", status=64, error="--named takes IRI=FILE")
        self.check("--named", "http://e/g=missing.nt", "-c", "ASK {}", status=2, error="missing.nt")

    def test_from_reads_a_local_file_that_was_not_loaded(self):
        one = self.write("one.ttl", "<a> <p> <b> .\n")
        self.write("sub/two.nt", "<http://e/s> <http://e/p> <http://e/o> .\n")
        loaded = self.write("three.nt", "<http://e/x> <http://e/p> <http://e/y> .\n")
        query = self.write("sub/q.rq", "SELECT ?s FROM <two.nt> FROM NAMED <two.nt> { ?s ?p ?o GRAPH <two.nt> { ?s ?p ?o } }")
        self.check("-c", f"SELECT ?s FROM <file://{one}> {{ ?s ?p ?o }}", "--format", "csv",
                   out=f"s\r\nfile://{os.path.dirname(one)}/a\r\n")
        # Relative IRIs: against the folder at hand, the file of the query, and --base.
        self.check("-c", "SELECT ?s FROM <one.ttl> { ?s ?p ?o FILTER(STRENDS(STR(?s), '/a')) }", "--format", "csv",
                   out=f"s\r\nfile://{os.path.dirname(one)}/a\r\n")
        self.check(loaded, "-f", query, "--format", "csv", out="s\r\nhttp://e/s\r\n")
        self.check("--base", f"file://{os.path.dirname(query)}/", "-c", "SELECT ?s FROM <two.nt> { ?s ?p ?o }", "--format", "csv",
                   out="s\r\nhttp://e/s\r\n")
        # A named graph of the command line comes before a file; what was loaded stays out; what is read is not kept.
        self.check("--named", f"http://e/g={loaded}", one, "-c", "SELECT ?s FROM <http://e/g> { ?s ?p ?o }", "-c",
                   "SELECT ?g { GRAPH ?g {} }", "--format", "csv", out="s\r\nhttp://e/x\r\ng\r\nhttp://e/g\r\n")
        self.check(loaded, "-c", "SELECT ?s FROM <missing.nt> { ?s ?p ?o }", "--format", "csv", out="s\r\n", error="there is no graph")
        broken = self.write("broken.nt", "nonsense\n")
        self.check(loaded, "-c", f"SELECT ?s FROM <file://{broken}> {{ ?s ?p ?o }}", status=1, error="broken.nt:1:1: error")

    def test_saving_counts_the_triples_of_all_graphs(self):
        data = self.write("data.nq", "<http://e/s> <http://e/p> <http://e/o> .\n<http://e/s> <http://e/p> <http://e/o> <http://e/g> .\n")
        self.check(data, "-c", f".save {self.folder}/g.tercet", error="2 triples saved")

    def test_base(self):
        path = self.write("data.ttl", "<a> <p> <../b> .\n")
        self.check("export", path, "--base", "http://e/x/y/", "--format", "nt", "-o", "-",
                   out="<http://e/x/y/a> <http://e/x/y/p> <http://e/x/b> .\n")
        self.check(path, "--base", "http://e/x/y/", "-c", "ASK { <a> <p> <../b> }", "--format", "csv", out="true\r\n")

    def test_a_malformed_line_adds_nothing_unless_told_to_go_on(self):
        bad = self.write("bad.nt", "<http://e/s> <http://e/p> <http://e/o> .\nnonsense\n<http://e/s> <http://e/p> <http://e/q> .\n")
        count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
        result = self.check(bad, "-c", count, "--format", "csv", status=1, error="bad.nt")
        self.assertIn("bad.nt:2:1: error: expected the subject", result.stderr.decode())
        result = self.check(bad, "--keep-going", "-c", count, "--format", "csv", status=1, out="n\r\n2\r\n", error="nonsense")
        self.assertIn("1 malformed", result.stderr.decode())

    def test_check_names_each_mistake_and_changes_nothing(self):
        good = [self.write(*pair) for pair in (
            ("a.rq", "SELECT * { ?s ?p ?o }"), ("b.ru", "CLEAR ALL"), ("c.nt", TRICKY), ("d.ttl", "<a> <b> 1 ."), ("e.trig", TRIG),
            ("f.rdf", RDF_XML), ("g.q", "?a ?r ?b;"))]
        self.check("check", *good, out="", error="7 files: no mistakes")
        bad = [self.write(*pair) for pair in (
            ("a.rq", "SELECT * { ?s ?p }"), ("b.ru", "CLEAR NOTHING"), ("c.nt", "x\ny\n"), ("d.ttl", "<a> <b> ."), ("f.rdf", "<a>"),
            ("g.q", "find ?x;"))]
        out = self.check("check", *bad, status=1, error="6 files: 7 mistakes").stdout.decode()
        for place in ("a.rq:1:", "b.ru:1:7:", "c.nt:1:1:", "c.nt:2:1:", "d.ttl:1:", "f.rdf:1:", "g.q:1:"):
            self.assertIn(place, out)
        self.assertEqual(len(re.findall(r"^ *\^~*$", out, re.MULTILINE)), 7)
        self.check("check", "missing.rq", status=2, error="missing.rq")

    def test_named_graphs_are_saved_and_opened(self):
        path = self.write("data.trig", TRIG)
        self.check(path, "-c", ".save all.tercet")
        for source in (path, "all.tercet"):
            self.assertEqual(
                self.check(source, "-c", "SELECT ?g ?p { GRAPH ?g { ?s ?p ?o } } ORDER BY ?p", "--format", "csv").stdout.count(b"ns#g"), 8)
        self.assertEqual(
            self.lines("export", path, "--format", "nq", "-o", "-"), self.lines("export", "all.tercet", "--format", "nq", "-o", "-"))

    def test_updates_and_queries_in_files_run_in_their_order(self):
        update = self.write("u.ru", "INSERT DATA { <http://e/a> <http://e/b> 1 ; <http://e/c> 2 . GRAPH <http://e/g> { <http://e/a> <http://e/b> 3 } }")
        more = self.write("v.ru", "DELETE WHERE { ?s <http://e/c> ?o } ; COPY <http://e/g> TO <http://e/h>")
        query = self.write("q.rq", "SELECT (COUNT(*) AS ?n) { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }")
        result = self.check("-f", update, "-f", query, "-f", more, "-f", query, "--format", "csv", out="n\r\n3\r\nn\r\n3\r\n")
        self.assertIn("3 triples added, 1 graph made", result.stderr.decode())

    def test_service_says_that_it_is_not_there_yet(self):
        self.check("-c", "SELECT * { SERVICE <http://e/> { ?s ?p ?o } }", status=1, error="SERVICE is not supported yet")


class BadInputTests(BatchTestCase):
    """Whatever a file holds, the answer is a message and a status, never a crash or a hang."""

    DEEP = 10_000

    def test_samples_of_every_syntax(self):
        self.check("check", *sorted((REPOSITORY / "Tests" / "Fixtures" / "syntaxes").iterdir()), error="no mistakes")

    def test_deep_nests(self):
        deep = self.DEEP
        for name, text in (
            ("brackets.rq", "SELECT * { ?s ?p ?o FILTER(" + "(" * deep + "1" + ")" * deep + ") }"),
            ("not.rq", "SELECT * { ?s ?p ?o FILTER(" + "!" * deep + "1) }"),
            ("minus.rq", "SELECT (" + "-" * deep + "1 AS ?x) {}"),
            ("groups.rq", "SELECT * " + "{" * deep + "}" * deep),
            ("optional.rq", "SELECT * {" + "OPTIONAL {" * deep + "}" * deep + "}"),
            ("exists.rq", "SELECT * {" + "FILTER NOT EXISTS {" * deep + "}" * deep + "}"),
            ("nodes.rq", "SELECT * { ?s ?p " + "[ <p> " * deep + "1" + "]" * deep + " }"),
            ("list.rq", "SELECT * { ?s ?p " + "( " * deep + "1" + ")" * deep + " }"),
            ("path.rq", "SELECT * { ?s " + "(" * deep + "<p>" + ")*" * deep + " ?o }"),
            ("inverse.rq", "SELECT * { ?s " + "^" * deep + "<p> ?o }"),
            ("subquery.rq", "SELECT * {" * deep + "}" * deep),
            ("call.rq", "SELECT (" + "STR(" * deep + "1" + ")" * deep + " AS ?x) {}"),
            ("nodes.ttl", "<s> <p> " + "[ <p> " * deep + "1" + "]" * deep + " ."),
            ("list.ttl", "<s> <p> " + "(" * deep + ")" * deep + " ."),
            ("nodes.trig", "<g> { <s> <p> " + "[ <p> " * deep + "1" + "]" * deep + " }"),
            ("elements.rdf", "<a>" * deep + "</a>" * deep),
            ("typed.rdf", '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="u:">'
             + "<e:T><e:p>" * deep + "</e:p></e:T>" * deep + "</r:RDF>"),
            ("groups.q", "(" * deep + "?a met ?b" + ")" * deep),
            ("not.q", "not " * deep + "?a met ?b"),
            ("maybe.q", "?a met ?b, " + "maybe (" * deep + "?a met ?c" + ")" * deep),
            ("expression.q", "?a met ?b, if " + "(" * deep + "1" + ")" * deep + " > 0"),
            ("not-expression.q", "?a met ?b, if " + "!" * deep + "?b"),
            ("path.q", "?a " + "(" * deep + "met" + ")+" * deep + " ?b"),
        ):
            with self.subTest(name):
                path = self.write(name, text)
                result = self.run_tercet("check", path)
                self.assertIn(result.returncode, (0, 1), result.stderr[-300:])
                if name.endswith(".rq"):
                    self.assertIn(self.run_tercet("-f", path, "--timeout", "5").returncode, (0, 1, 3))

    def test_long_chains_are_no_nests(self):
        for name, text in (
            ("or.rq", "ASK { FILTER(" + " || ".join(["1 = 2"] * 5000) + ") }"),
            ("plus.rq", "SELECT (" + " + ".join(["1"] * 5000) + " AS ?x) {}"),
            ("union.rq", "SELECT * {" + " UNION ".join(["{ ?s <u:p> 1 }"] * 500) + "}"),
            ("sequence.rq", "SELECT * { ?s " + "/".join(["<u:p>"] * 5000) + " ?o }"),
            ("triples.rq", "SELECT * {" + " . ".join(f"?a{i} <u:p> ?a{i + 1}" for i in range(200)) + "}"),
        ):
            with self.subTest(name):
                self.assertIn(self.run_tercet("-f", self.write(name, text), "--timeout", "20").returncode, (0, 1))

    def test_huge_terms(self):
        iri = "http://e/" + "x" * 3_000_000
        data = self.write("huge.nt", f'<{iri}> <http://e/p> "{"y" * 3_000_000}" .\n')
        query = self.write("huge.rq", f"SELECT (STRLEN(STR(?s)) AS ?n) (STRLEN(?o) AS ?m) {{ ?s ?p ?o FILTER(?s = <{iri}>) }}")
        self.check(data, "-f", query, "--format", "csv", out="n,m\r\n3000009,3000000\r\n")

    def test_surrogates_nul_and_broken_bytes(self):
        for name, text in (
            ("a.nt", rb'<u:s> <u:p> "\uD800" .'), ("b.ttl", rb'<u:s> <u:p> "\uDFFF" .'), ("c.rq", rb'ASK { ?s ?p "\uD800" }'),
            ("d.nt", b"<u:s> <u:p> <u:\x00> ."), ("e.ttl", b"<u:s> <u:p> <u:\x00> ."), ("f.rq", b"ASK { ?s \x00 ?o }"),
            ("g.nt", b'<u:s> <u:p> "\xff" .'), ("h.ttl", b'<u:s> <u:p> "\xed\xa0\x80" .'), ("i.rq", b'ASK { ?s ?p "\xc0\x80" }'),
            ("j.q", b"?a met \xff"), ("k.rdf", b"<a>\x00</a>"), ("l.trig", b'<u:s> <u:p> "\xf5" .'),
            ("m.nq", rb'<u:s> <u:p> "\U00110000" <u:g> .'),
        ):
            with self.subTest(name):
                out = self.check("check", self.write(name, text), status=1).stdout.decode()
                self.assertIn(f"{name}:1:", out)

    def test_byte_order_mark_and_line_ends(self):
        for end in ("\n", "\r\n"):
            for mark in ("", "\ufeff"):
                triples = self.write("a.nt", mark + f'<u:s> <u:p> "1" .{end}' * 2)
                turtle = self.write("b.ttl", mark + f"@prefix u: <u:> .{end}u:s u:p '''a{end}b''' .{end}")
                query = self.write("c.rq", mark + f"SELECT (COUNT(*) AS ?n){end}{{ ?s ?p ?o }}{end}")
                self.check(triples, turtle, "-f", query, "--format", "csv", out="n\r\n2\r\n")


class FormatTests(BatchTestCase):
    def rows(self, format):
        return self.check(self.write("data.nt", TRICKY), "-c", ALL, "--format", format).stdout.decode()

    def test_tsv(self):
        self.assertEqual(self.rows("tsv"), (
            "?o\t?none\n_:b\t\n<http://e/o>\t\n"
            '"01"^^<http://www.w3.org/2001/XMLSchema#integer>\t\n'
            '"tab\\tquote\\"backslash\\\\line\\nreturn\\r"\t\n'
            '"comma, <tag> & \\u0001 \U0001F600"@en-GB\t\n'))

    def test_csv(self):
        self.assertEqual(self.rows("csv"), (
            "o,none\r\n_:b,\r\nhttp://e/o,\r\n01,\r\n"
            '"tab\tquote""backslash\\line\nreturn\r",\r\n'
            '"comma, <tag> & \x01 \U0001F600",\r\n'))

    def test_json(self):
        found = json.loads(self.rows("json"))
        self.assertEqual(found["head"]["vars"], ["o", "none"])
        self.assertEqual([row["o"] for row in found["results"]["bindings"]], [
            {"type": "bnode", "value": "b"},
            {"type": "uri", "value": "http://e/o"},
            {"type": "literal", "value": "01", "datatype": "http://www.w3.org/2001/XMLSchema#integer"},
            {"type": "literal", "value": 'tab\tquote"backslash\\line\nreturn\r'},
            {"type": "literal", "value": "comma, <tag> & \x01 \U0001F600", "xml:lang": "en-GB"},
        ])
        self.assertTrue(all("none" not in row for row in found["results"]["bindings"]))
        self.assertEqual(json.loads(self.check("-c", "ASK {}", "--format", "json").stdout), {"head": {}, "boolean": True})

    def test_xml(self):
        names = {"s": "http://www.w3.org/2005/sparql-results#"}
        root = ElementTree.fromstring(self.rows("xml"))
        self.assertEqual([variable.get("name") for variable in root.findall("s:head/s:variable", names)], ["o", "none"])
        found = [binding[0] for binding in root.findall("s:results/s:result/s:binding", names)]
        self.assertEqual([(term.tag.split("}")[1], term.text) for term in found], [
            ("bnode", "b"), ("uri", "http://e/o"), ("literal", "01"), ("literal", 'tab\tquote"backslash\\line\nreturn\r'),
            # XML has no way to write U+0001.
            ("literal", "comma, <tag> & \ufffd \U0001F600"),
        ])
        self.assertEqual(found[2].get("datatype"), "http://www.w3.org/2001/XMLSchema#integer")
        self.assertEqual(found[4].get("{http://www.w3.org/XML/1998/namespace}lang"), "en-GB")
        answer = ElementTree.fromstring(self.check("-c", "ASK { ?s ?p ?o }", "--format", "xml").stdout)
        self.assertEqual(answer.find("s:boolean", names).text, "false")

    def test_construct_and_describe(self):
        path = self.write("data.nt", TRICKY)
        construct = "CONSTRUCT { ?o <http://e/of> ?s . ?s <http://e/has> ?o } WHERE { ?s <http://e/p> ?o FILTER(ISIRI(?o)) }"
        self.check(path, "-c", construct, "--format", "nt",
                   out="<http://e/o> <http://e/of> <http://e/s> .\n<http://e/s> <http://e/has> <http://e/o> .\n")
        self.check(path, "-c", construct, "--format", "ttl",
                   out="<http://e/o> <http://e/of> <http://e/s> .\n<http://e/s> <http://e/has> <http://e/o> .\n")
        described = self.check(path, "-c", "DESCRIBE <http://e/s>", "--format", "nt").stdout.decode()
        self.assertEqual(sorted(described.splitlines()), sorted(TRICKY.splitlines()))
        turtle = self.write("described.ttl", self.check(path, "-c", "DESCRIBE <http://e/s>", "--format", "ttl").stdout)
        again = self.check("export", turtle, "--format", "nt", "-o", "-").stdout.decode()
        self.assertEqual(len(again.splitlines()), 5)


class MeasureTests(BatchTestCase):
    """What `--time` prints is read by programs."""

    LOAD = {"load_s", "load_cpu_s", "parse_s", "parse_cpu_s", "triples", "rss_bytes", "peak_rss_bytes"}

    def objects(self, result):
        return [json.loads(line) for line in result.stderr.decode().splitlines() if line.startswith("{")]

    def test_loading_and_queries(self):
        path = self.write("data.nt", TRICKY)
        query = self.write("q.rq", ALL)
        load, times = self.objects(self.check(path, "-f", query, "--format", "json", "--time", "--runs", "4"))
        self.assertEqual(set(load), self.LOAD)
        self.assertEqual(load["triples"], 5)
        self.assertGreaterEqual(load["peak_rss_bytes"], load["rss_bytes"])
        self.assertGreater(load["rss_bytes"], 1 << 20)
        self.assertEqual(set(times), {"query_s", "query_cpu_s"})
        for name in ("query_s", "query_cpu_s"):
            self.assertEqual(len(times[name]), 4)
            self.assertTrue(all(isinstance(value, float) and value > 0 for value in times[name]), times)

    def test_each_query_of_a_batch_has_a_line_and_one_run_is_usual(self):
        path = self.write("data.nt", TRICKY)
        found = self.objects(self.check(path, "-c", ALL, "-c", "ASK { ?s ?p ?o }", "-c", "who ?r ?x", "--format", "json", "--time"))
        self.assertEqual([set(line) for line in found], [self.LOAD] + [{"query_s", "query_cpu_s"}] * 3)
        self.assertTrue(all(len(line["query_s"]) == 1 for line in found[1:]))

    def test_rows_are_printed_once_however_many_runs(self):
        path = self.write("data.nt", TRICKY)
        once = self.check(path, "-c", ALL, "--format", "tsv").stdout
        self.assertEqual(self.check(path, "-c", ALL, "--format", "tsv", "--time", "--runs", "5").stdout, once)

    def test_nothing_is_kept_from_one_run_for_the_next(self):
        lines = (f"<http://e/s{i}> <http://e/p> \"{i * 7919 % 30011} {'x' * 20}\" .\n" for i in range(30000))
        path = self.write("data.nt", "".join(lines))
        heavy = "SELECT ?t (COUNT(*) AS ?n) { ?s <http://e/p> ?o BIND(SHA512(CONCAT(?o, 'x')) AS ?t) } GROUP BY ?t ORDER BY ?t"
        _, times = self.objects(self.check(path, "-c", heavy, "--format", "json", "--time", "--runs", "4"))
        # A result that was kept would come back in no time.
        self.assertGreater(min(times["query_cpu_s"]), 0.2 * max(times["query_cpu_s"]))

    def test_export(self):
        path = self.write("data.nt", TRICKY)
        result = self.check("export", path, "-o", "out.nt", "--time")
        found = {}
        for line in self.objects(result):
            found.update(line)
        self.assertLessEqual({"export_s", "export_cpu_s"}, set(found))
        self.assertEqual((self.folder / "out.nt").read_text().count("\n"), 5)

    def test_plans(self):
        path = self.write("data.nt", "".join(f"<http://e/s{i}> <http://e/p> <http://e/o{i % 3}> .\n" for i in range(30)))
        node = re.compile(r"^( *)([a-z -]+).*\(~\d+ → \d+ rows, [\d.]+ ms\)$")
        for ask in (".explain SELECT * { ?s <http://e/p> <http://e/o1> . ?t <http://e/p> ?o FILTER(?s != ?t) }",
                    "explain ?s <http://e/p> <http://e/o1>, ?t <http://e/p> ?o, if ?s != ?t"):
            lines = self.check(path, "-c", ask).stdout.decode().splitlines()
            self.assertGreater(len(lines), 2)
            for line in lines:
                self.assertRegex(line, node)
            self.assertTrue(any("scan ?s p o1  (~10 → 10 rows" in line for line in lines), lines)


class StopTests(BatchTestCase):
    """A limit ends a statement with status 3 and a message, Ctrl-C a batch with 130."""

    KINDS = {
        "product": "SELECT (COUNT(*) AS ?n) { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f FILTER(?a != ?c) }",
        "closure": "SELECT (COUNT(*) AS ?n) { ?a <urn:p>+ ?b . ?c <urn:p>+ ?d }",
        "sort": "SELECT * { ?a ?p ?b . ?c ?q ?d } ORDER BY ?d ?b",
        "group": "SELECT ?a (GROUP_CONCAT(?d) AS ?n) { ?a ?p ?b . ?c ?q ?d } GROUP BY ?a",
        "regex": "SELECT * { ?a ?p ?b . ?c ?q ?d FILTER REGEX(CONCAT(STR(?a), STR(?c)), '(e|1)*x$') }",
        "leapfrog": "SELECT (COUNT(*) AS ?n) { ?a <urn:p> ?b . ?c <urn:p> ?d . ?a <urn:all> ?x . ?c <urn:all> ?x . ?e <urn:all> ?x }",
        "construct": "CONSTRUCT { ?a <urn:q> ?c } WHERE { ?a ?p ?b . ?c ?q ?d }",
        "update": "INSERT { ?a <urn:q> ?c } WHERE { ?a ?p ?b . ?c ?q ?d }",
        "minus": "SELECT (COUNT(*) AS ?n) { ?a ?p ?b . ?c ?q ?d MINUS { ?e ?r ?f OPTIONAL { ?f <urn:none> ?a } } }",
        "distinct": "SELECT DISTINCT ?a ?d { ?a ?p ?b . ?c ?q ?d }",
    }

    def graph(self, size=4000):
        lines = (f"<urn:e{i}> <urn:p> <urn:e{(i * 7) % size}> .\n<urn:e{i}> <urn:all> <urn:hub> .\n" for i in range(size))
        return self.write("big.nt", "".join(lines))

    def test_a_time_limit_ends_every_kind_of_query(self):
        path = self.graph()
        for name, query in self.KINDS.items():
            with self.subTest(name):
                start = os.times()
                result = self.check(path, "-c", query, "--timeout", "0.3", "--format", "tsv", status=3, out="")
                end = os.times()
                self.assertEqual(
                    result.stderr.decode(),
                    "error: the query ran longer than the time limit of 0.3 s; narrow it, or raise --timeout\n")
                # Of the program's own work: loading, the limit, and little else.
                taken = end.children_user + end.children_system - start.children_user - start.children_system
                self.assertLess(taken, 2.0)

    def test_a_memory_limit_ends_a_query(self):
        path = self.graph()
        for name in ("sort", "group", "construct", "distinct"):
            with self.subTest(name):
                self.check(path, "-c", self.KINDS[name], "--memory-limit", "8", "--timeout", "60", status=3, out="",
                           error="the query needs more memory than the limit of 8 MB; narrow it, or raise --memory-limit")

    def test_an_interrupt_ends_a_batch_soon(self):
        path = self.graph()
        for name in ("sort", "closure", "update"):
            with self.subTest(name):
                child = subprocess.Popen(
                    [TERCET, path, "-c", "SELECT (1 AS ?ready) {}", "-c", self.KINDS[name], "--format", "csv"],
                    stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.home.environment(), cwd=self.folder)
                self.assertIn(b"ready", child.stdout.readline())
                time.sleep(0.5)
                child.send_signal(signal.SIGINT)
                sent = time.monotonic()
                _, error = child.communicate(timeout=60)
                # A tenth of a second is meant; the machine that runs the tests may be busy.
                self.assertLess(time.monotonic() - sent, 2)
                self.assertEqual(child.returncode, 130, error)


    # 1,440,000 rows, or triples, that are found at once and take seconds to write.
    ROWS = "SELECT ?a ?b ?c ?d { ?a <urn:p> ?b . ?c <urn:p> ?d }"
    WRITTEN = [("table", ROWS), ("csv", ROWS), ("json", ROWS), ("xml", ROWS), ("markdown", ROWS), ("line", ROWS),
               ("ttl", "CONSTRUCT { ?a <urn:q> ?d } WHERE { ?a <urn:p> ?b . ?c <urn:p> ?d }")]

    def test_a_time_limit_ends_the_writing_of_rows(self):
        path = self.graph(1200)
        for form, query in self.WRITTEN:
            with self.subTest(form):
                sent = time.monotonic()
                result = self.check(path, "-c", query, "--timeout", "1.5", "--format", form, status=3)
                self.assertLess(time.monotonic() - sent, 6)
                self.assertIn(
                    "error: the query ran longer than the time limit of 1.5 s; narrow it, or raise --timeout\n",
                    result.stderr.decode())
                if form in ("csv", "json", "xml"):
                    self.assertIn("  not all of its result was written\n", result.stderr.decode())
                    self.assertTrue(result.stdout.endswith(b"\n"), "rows are whole")

    def test_an_interrupt_ends_the_writing_of_rows(self):
        path = self.graph(1200)
        for form, query in self.WRITTEN[1:4]:
            with self.subTest(form):
                with open(self.folder / "rows", "wb") as rows:
                    child = subprocess.Popen(
                        [TERCET, path, "-c", query, "--format", form], stdout=rows, stderr=subprocess.PIPE,
                        env=self.home.environment(), cwd=self.folder)
                    waiting = time.monotonic()
                    while os.path.getsize(self.folder / "rows") == 0 and time.monotonic() - waiting < 60:
                        time.sleep(0.02)
                    child.send_signal(signal.SIGINT)
                    sent = time.monotonic()
                    _, error = child.communicate(timeout=60)
                self.assertLess(time.monotonic() - sent, 2)
                self.assertEqual(child.returncode, 130, error)
                self.assertEqual(error, b"error: stopped\n  not all of its result was written\n")

    def test_a_limit_and_an_interrupt_reach_who_waits_for_a_reader(self):
        path = self.graph(1200)
        for arguments, status in ((["--timeout", "2"], 3), ([], 130)):
            with self.subTest(status):
                child = subprocess.Popen(
                    [TERCET, path, "-c", self.ROWS, "--format", "csv", *arguments], stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE, env=self.home.environment(), cwd=self.folder)
                self.assertEqual(child.stdout.read(3), b"a,b")
                if status == 130:
                    time.sleep(0.5)
                    child.send_signal(signal.SIGINT)
                # Nothing is read from it meanwhile.
                self.assertEqual(child.wait(timeout=60), status)
                child.stdout.close()
                child.stderr.close()

    def test_an_interrupt_ends_an_export_and_leaves_the_old_file(self):
        path = self.graph(60000)
        for form in ("nt", "ttl"):
            for sort in ([], ["--sort"]):
                with self.subTest(form + "".join(sort)):
                    child = subprocess.Popen(
                        [TERCET, "export", path, "--format", form, *sort], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                        env=self.home.environment(), cwd=self.folder)
                    child.stdout.read(1)
                    child.send_signal(signal.SIGINT)
                    self.assertEqual(child.wait(timeout=60), 130)
                    self.assertIn(b"error: stopped: not all of the graph was written", child.stderr.read())
                    child.stdout.close()
                    child.stderr.close()

    def interrupted(self, arguments, wait):
        """Runs a batch until it is ready, waits, presses Ctrl-C: what it said on standard error."""
        child = subprocess.Popen(
            [TERCET, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.home.environment(),
            cwd=self.folder)
        self.assertTrue(any(b"ready" in line for line in iter(child.stdout.readline, b"")))
        wait()
        child.send_signal(signal.SIGINT)
        sent = time.monotonic()
        _, error = child.communicate(timeout=60)
        self.assertLess(time.monotonic() - sent, 2)
        self.assertEqual(child.returncode, 130, error)
        return error.decode()

    def test_an_interrupt_ends_a_save_and_leaves_the_old_file(self):
        path = self.graph(60000)
        saved = self.folder / "g.tercet"

        def until_saved():
            waiting = time.monotonic()
            while not saved.exists() and time.monotonic() - waiting < 60:
                time.sleep(0.01)

        # Many, of which one is at work when the signal comes.
        saves = ["-c", ".save g.tercet"] * 300
        error = self.interrupted([path, "-c", "SELECT (1 AS ?ready) {}", "--format", "csv", *saves], until_saved)
        self.assertTrue(error.endswith("error: stopped: nothing was saved\n"), error)
        self.check(saved, "-c", "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "--format", "tsv", out='?n\n"120000"^^<http://www.w3.org/2001/XMLSchema#integer>\n')
        self.assertEqual([file.name for file in self.folder.glob("*.tercet*")], ["g.tercet"])

    def test_an_interrupt_ends_the_sentences_of_why(self):
        self.write("a.txt", "MALTA, 3 March 2024 - Ada Okoro met Soren Holm on Tuesday, Reuters reported.\n")
        lines = subprocess.run(
            [TERCET, "export", "a.txt", "--format", "nt"], stdout=subprocess.PIPE, env=self.home.environment(),
            cwd=self.folder, check=True).stdout.decode().splitlines(True)
        claim = next(
            line.split()[0].split("/")[-1][:-1] for line in lines if "/soren-holm>" in line and "#object" in line)
        own = "".join(line for line in lines if line.startswith(f"<urn:tercet:claim/{claim}>"))
        path = self.write("many.nt", "".join(lines + [own.replace(claim, f"{n:032x}") for n in range(120000)]))
        error = self.interrupted(
            [path, "-c", "SELECT (1 AS ?ready) {}", "-c", "why Ada Okoro met ?whom", "--format", "table"],
            lambda: time.sleep(1.5))
        self.assertTrue(error.endswith("error: stopped\n"), error)

    def test_what_is_written_to_a_file_takes_its_place_only_when_whole(self):
        path = self.graph(1200)
        old = self.write("rows.csv", "before\n")
        self.check(path, "-c", self.ROWS, "--timeout", "1.5", "--format", "csv", "-o", old, status=3, out="")
        with open(old) as rows:
            self.assertEqual(rows.read(), "before\n")


class StoppedShellTests(ShellTestCase):
    """At the prompt the shell stays, with all that it held."""

    def test_control_c_and_limits_leave_the_shell_as_it_was(self):
        path = self.home.write("big.nt", "".join(
            f"<urn:e{i}> <urn:p> <urn:e{(i * 7) % 4000}> .\n<urn:e{i}> <urn:all> <urn:hub> .\n" for i in range(4000)))
        shell = self.open(path, "--memory-limit", "64")
        shell.expect_prompt()
        for name in ("closure", "regex"):
            shell.enter(StopTests.KINDS[name])
            shell.watch(0.7)
            shell.send(CTRL_C)
            sent = time.monotonic()
            shell.expect("stopped")
            shell.expect_prompt()
            self.assertLess(time.monotonic() - sent, 1.5)
            shell.send("\x0c")
            shell.expect_prompt()
        # What is written for the pager is counted, and stopped, too.
        shell.enter(".set all-rows on")
        shell.expect_prompt()
        shell.enter(StopTests.ROWS + " LIMIT 1000000")
        shell.watch(2)
        shell.send(CTRL_C)
        shell.expect("stopped")
        shell.expect_prompt()
        shell.enter(".set memory-limit 30")
        shell.expect_prompt()
        shell.enter(StopTests.ROWS + " LIMIT 1000000")
        shell.expect("30 MB")
        shell.expect_prompt()
        shell.enter(".set memory-limit 64")
        shell.expect_prompt()
        shell.enter(StopTests.KINDS["sort"])
        shell.expect("64 MB")
        shell.expect_prompt()
        shell.enter("SELECT (COUNT(*) AS ?left) { ?s ?p ?o }")
        shell.expect("8,000" if "8,000" in shell.text else "8000")
        shell.expect_prompt()


if __name__ == "__main__":
    unittest.main()
