"""Operations from outside: streams, saved graphs that are killed while they are written, differences, bad files, endpoints."""

import http.server
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import urllib.parse
import urllib.request

from terminal import REPOSITORY, TERCET, Home

HARBOUR = str(REPOSITORY / "Tests/Fixtures/harbour.nt")
TEXTS = {
    "a.txt": "Ada Okoro met Lars Lind.\n\nThe union holds 105 hostages. Okoro visited Tavik.\n",
    "b.txt": "Mayor Ada Okoro met Lars Lind.\n\nOkoro criticized the Ministry of Transport.\n",
}


class Case(unittest.TestCase):
    def setUp(self):
        self.home = Home()
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="tercet-operations-"))

    def tearDown(self):
        self.home.remove()
        shutil.rmtree(self.folder, ignore_errors=True)

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)

    def reports(self, name="reports", texts=TEXTS):
        for file, text in texts.items():
            self.write(f"{name}/{file}", text)
        return str(self.folder / name)

    def run_tercet(self, *arguments, stdin=b"", status=0, timeout=120, **more):
        environment = {**self.home.environment(TERM="dumb"), **more}
        result = subprocess.run(
            [TERCET, *map(str, arguments)], input=stdin, capture_output=True, cwd=self.folder, env=environment,
            timeout=timeout,
        )
        self.assertEqual(result.returncode, status, result.stderr.decode())
        return result

    def export(self, *arguments, **more):
        return self.run_tercet("export", *arguments, **more).stdout


class Reading(Case):
    def test_locale_and_time_zone_do_not_matter(self):
        reports = self.reports()
        expected = self.export(reports)
        for more in ({"LC_ALL": "C"}, {"LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Kathmandu"}, {"TZ": "America/Lima"}):
            self.assertEqual(self.export(reports, "--no-cache", "--jobs", "2", **more), expected)

    def test_a_bad_file_in_a_folder_is_named_and_passed_over(self):
        reports = self.reports()
        expected = self.export(reports)
        self.write("reports/bad.txt", b"\0\1\2 no text")
        result = self.run_tercet("export", reports)
        self.assertEqual(result.stdout, expected)
        self.assertIn(b"bad.txt is binary data", result.stderr)
        self.assertIn(b"1 file could not be read", result.stderr)
        self.run_tercet("export", reports, "--strict", status=1)
        self.run_tercet("export", f"{reports}/bad.txt", status=2)

    def test_documents_are_counted_with_a_hint(self):
        reports = self.reports()
        self.write("reports/x.pdf", b"%PDF-1.4")
        self.write("reports/y.docx", b"PK\3\4")
        result = self.run_tercet("export", reports)
        self.assertIn(b"1 .pdf (pdftotext makes text of them)", result.stderr)
        self.assertIn(b"1 .docx", result.stderr)

    def test_windows_1252_is_recognised(self):
        text = "Ada Okoro met José Núñez – the “judge” – on Monday.\n"
        path = self.write("w.txt", text.encode("windows-1252"))
        result = self.run_tercet("extract", path)
        self.assertIn("José Núñez".encode(), result.stdout)
        self.assertIn(b"read as Windows-1252", result.stderr)
        path = self.write("k.txt", "Анна met Ada Okoro.\n".encode("koi8-r"))
        self.assertIn("Анна".encode(), self.run_tercet("extract", path, "--encoding", "koi8-r").stdout)
        self.run_tercet("extract", path, "--encoding", "klingon", status=64)

    def test_html_gives_the_article_without_navigation(self):
        page = """<html><head><title>Site</title><meta property="article:published_time" content="2024-06-05T10:00:00Z">
        </head><body><nav><a href="/">Home</a> Ben Okoro met Nina Berg.</nav><article><h1>Mayor meets minister</h1>
        <p>Ada Okoro met <b>Lars Lind</b> on Monday.</p><figure><figcaption>A caption.</figcaption></figure>
        <div class="related">Kestrel Shipping bought Tavik Port.</div><p>She praised the harbour&nbsp;workers.</p></article>
        <footer>Contact us. Nina Berg founded us.</footer></body></html>"""
        path = self.write("page.html", page)
        claims = self.run_tercet("extract", path).stdout.decode()
        self.assertIn("Ada Okoro\tmet\tmet\tLars Lind", claims)
        for other in ("Nina Berg", "Kestrel", "caption"):
            self.assertNotIn(other, claims)
        self.assertIn("2024-06-03", claims)

    def test_interrupting_keeps_what_is_done(self):
        # Reports that take a while, so that the signal comes in the middle.
        texts = {f"{n:03}.txt": f"Report {n}.\n\n" + "Ada Okoro met Lars Lind in Tavik. " * 60 for n in range(120)}
        reports = self.reports(texts=texts)
        environment = self.home.environment(TERM="dumb")
        process = subprocess.Popen(
            [TERCET, "export", reports, "--jobs", "2", "-o", str(self.folder / "out.nt")],
            stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, env=environment,
        )
        time.sleep(1.5)
        start = time.monotonic()
        process.send_signal(signal.SIGINT)
        _, error = process.communicate(timeout=30)
        elapsed = time.monotonic() - start
        if process.returncode == 0:
            self.skipTest("the machine was faster than the signal")
        self.assertEqual(process.returncode, 130)
        self.assertIn(b"--resume goes on from here", error)
        self.assertLess(elapsed, 2, "generous: the machine may be busy")
        self.assertFalse((self.folder / "out.nt").exists())
        kept = sum(1 for _ in (self.home.path / ".cache/tercet").rglob("*") if _.is_file())
        self.assertGreater(kept, 0)
        self.assertEqual(self.export(reports, "--resume"), self.export(reports, "--no-cache"))


class Streaming(Case):
    LINES = [
        {"id": "one", "date": "2024-06-05", "title": "Talks", "text": "Ada Okoro met Lars Lind on Monday."},
        {"id": 2, "text": "Okoro visited Tavik.\n\nThe union holds 105 hostages."},
        {"id": "three", "text": "Kestrel Shipping bought the terminal \u2014 it said."},
    ]

    def lines(self, records):
        return "".join(json.dumps(record) + "\n" for record in records).encode()

    def test_any_partition_gives_the_same_triples(self):
        whole = self.run_tercet("extract", "-", "--format", "nt", stdin=self.lines(self.LINES)).stdout
        parts = [
            self.run_tercet("extract", "-", "--format", "nt", stdin=self.lines([record])).stdout
            for record in reversed(self.LINES)
        ]
        self.assertEqual(sorted(set(whole.splitlines())), sorted(set(b"".join(parts).splitlines())))
        self.assertIn(b'"2024-06-03"', whole)
        self.assertIn(b'source> "2"', whole)
        for jobs in ("1", "3"):
            again = self.run_tercet("extract", "-", "--format", "nt", "--jobs", jobs, stdin=self.lines(self.LINES))
            self.assertEqual(again.stdout, whole)

    def test_claims_and_plain_text(self):
        claims = self.run_tercet("extract", "-", stdin=self.lines(self.LINES)).stdout.decode()
        self.assertEqual(claims.count("\nfile\t"), 0)
        self.assertTrue(claims.startswith("file\tsubject\t"))
        self.assertIn("one\tAda Okoro\tmet", claims)
        text = self.run_tercet("extract", "-", stdin=b"Ada Okoro met Lars Lind.\n").stdout.decode()
        self.assertIn("Ada Okoro\tmet\tmet\tLars Lind", text)

    def test_a_bad_line_is_named_and_passed_over(self):
        data = self.lines(self.LINES[:1]) + b'{"id": 1, "text": \n{"id": 2}\n' + self.lines(self.LINES[1:])
        result = self.run_tercet("extract", "-", stdin=data)
        self.assertIn(b"line 2: the text ends where a value should stand", result.stderr)
        self.assertIn(b'line 3: an object with "text" is expected', result.stderr)
        self.assertIn(b"2 lines of standard input could not be read", result.stderr)
        self.run_tercet("extract", "-", "--strict", stdin=data, status=1)

    def test_reports_are_written_as_they_come(self):
        process = subprocess.Popen(
            [TERCET, "extract", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            env=self.home.environment(TERM="dumb"),
        )
        process.stdin.write(self.lines(self.LINES[:1]))
        process.stdin.flush()
        self.assertIn(b"file", process.stdout.readline())
        self.assertIn(b"Ada Okoro", process.stdout.readline())
        process.stdin.close()
        process.wait(timeout=60)
        process.stdout.close()


class Saving(Case):
    def test_what_is_saved_opens_as_it_was(self):
        reports = self.reports()
        self.write("reports/corrections.q", 'same "Lars Lind" = "Lars Erik Lind"\n')
        expected = self.export(reports)
        self.run_tercet(reports, "-c", ".save all.tercet")
        self.assertEqual(self.export("all.tercet"), expected)
        claims = self.run_tercet("extract", reports).stdout
        self.assertEqual(self.run_tercet("extract", "all.tercet").stdout, claims)
        # It goes on from there: a report out, a report in, a fact added.
        script = ".retract b.txt\n.save less.tercet\n"
        self.run_tercet("all.tercet", stdin=script.encode())
        os.remove(f"{reports}/b.txt")
        self.assertEqual(self.export("less.tercet"), self.export(reports))
        self.run_tercet("less.tercet", HARBOUR, "-c", ".save both.tercet")
        self.assertEqual(self.export("both.tercet"), self.export(reports, HARBOUR))

    def test_what_is_cut_or_altered_is_refused(self):
        reports = self.reports()
        self.run_tercet(reports, "-c", ".save all.tercet")
        whole = (self.folder / "all.tercet").read_bytes()
        places = [0, 9, 20, len(whole) // 3, len(whole) // 2, len(whole) - 40, len(whole) - 3]
        for place in places:
            altered = bytearray(whole)
            altered[place] ^= 0x55
            self.write("altered.tercet", bytes(altered))
            result = self.run_tercet("altered.tercet", "-c", ".stats", status=2)
            self.assertRegex(result.stderr.decode(), "was altered|no graph that tercet saved|saved by a later tercet")
        for length in (1, 10, 100, len(whole) // 2, len(whole) - 1):
            self.write("cut.tercet", whole[:length])
            result = self.run_tercet("cut.tercet", "-c", ".stats", status=2)
            self.assertIn(b"cut off", result.stderr)

    def test_a_kill_at_any_moment_leaves_the_old_file_whole(self):
        self.run_tercet(HARBOUR, "-c", ".save graph.tercet")
        path = self.folder / "graph.tercet"
        lines = [
            f'<http://x.example/s{n}> <http://x.example/p{n % 7}> "value {n}" .\n' for n in range(30_000)
        ]
        self.write("large.nt", "".join(lines))
        environment = self.home.environment(TERM="dumb")
        script = (".save graph.tercet\n" * 400).encode()
        sizes = set()
        for number in range(200):
            process = subprocess.Popen(
                [TERCET, HARBOUR if number % 2 else "large.nt"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL, cwd=self.folder, env=environment,
            )
            try:
                process.stdin.write(script)
                process.stdin.flush()
            except BrokenPipeError:
                pass
            time.sleep(0.03 + (number % 40) * 0.004)
            process.kill()
            process.wait()
            process.stdin.close()
            size = path.stat().st_size
            if size not in sizes or number % 20 == 0:
                sizes.add(size)
                self.run_tercet("graph.tercet", "-c", ".stats")
        for part in self.folder.glob("*.part"):
            part.unlink()
        self.run_tercet("graph.tercet", "-c", ".stats")


class Keeping(Case):
    """The graph of many reports is kept between runs: what changed since is all that is read."""

    PEOPLE = ["Ada Okoro", "Lars Lind", "Ben Okoro", "Nina Berg", "Okoro", "Mayor Okoro", "The WHO", "Kestrel Shipping"]

    def text(self, number):
        first, second = self.PEOPLE[number % 8], self.PEOPLE[number // 8 % 7]
        return f"Report {number}.\n\n{first} met {second} in Tavik. The group holds {number} hostages.\n"

    def kept(self):
        return [*(self.home.path / ".cache/tercet").rglob("graphs/*.tercet")]

    def made_anew(self, *arguments):
        """What the analyses alone give."""
        aside = [(path, path.with_suffix(".aside")) for path in self.kept()]
        for path, other in aside:
            path.rename(other)
        result = self.export(*arguments)
        for path in self.kept():
            path.unlink()
        for path, other in aside:
            other.rename(path)
        return result

    def test_what_changed_since_is_read(self):
        reports = self.reports(texts={f"{n:03}.txt": self.text(n) for n in range(210)})
        first = self.export(reports)
        self.assertEqual(len(self.kept()), 1)
        file = self.kept()[0]
        stamp = file.stat().st_ino
        self.assertEqual(self.export(reports), first)

        def step(name):
            with self.subTest(name):
                found = self.export(reports)
                self.assertEqual(found, self.made_anew(reports))
                self.assertNotEqual(found, first)

        self.write("reports/new.txt", self.text(900))
        step("one more")
        self.write("reports/007.txt", self.text(901))
        step("one changed")
        os.remove(f"{reports}/011.txt")
        step("one gone")
        os.rename(f"{reports}/012.txt", f"{reports}/renamed.txt")
        step("one renamed")
        shutil.copy(f"{reports}/013.txt", f"{reports}/twin.txt")
        step("the same under two names")
        self.write("reports/corrections.q", 'same "Lars Lind" = "Lars Erik Lind"\n')
        step("a correction")
        self.write("reports/corrections.q", 'ignore "Nina Berg"\n')
        step("another correction")
        os.remove(f"{reports}/corrections.q")
        step("no correction")
        self.assertEqual(file.stat().st_ino, stamp, "few changes are read again and not written")
        for number in range(100, 130):
            self.write(f"reports/{number}.txt", self.text(1000 + number))
        step("many")
        self.assertNotEqual(file.stat().st_ino, stamp, "many are kept")
        self.write("reports/bad.txt", b"\x00\x01\x02" * 100)
        for _ in range(2):
            self.assertIn(b"bad.txt", self.run_tercet("export", reports).stderr, "said on each start")
        self.assertEqual(self.export(reports), self.export(reports, "--no-cache"))

    def test_what_is_damaged_is_made_anew(self):
        reports = self.reports(texts={f"{n:03}.txt": self.text(n) for n in range(205)})
        expected = self.export(reports)
        file = self.kept()[0]
        whole = file.read_bytes()
        for place in (0, 8, 100, len(whole) // 3, len(whole) // 2, len(whole) - 50, len(whole) - 1):
            altered = bytearray(whole)
            altered[place] ^= 0x20
            file.write_bytes(altered)
            self.assertEqual(self.export(reports), expected, place)
        for length in (0, 7, 1000, len(whole) // 2, len(whole) - 1):
            file.write_bytes(whole[:length])
            self.assertEqual(self.export(reports), expected, length)
        self.assertEqual(file.read_bytes(), whole, "it was written anew, and the same")
        # Something else in its place.
        file.unlink()
        file.mkdir()
        self.assertEqual(self.export(reports), expected)


class Differences(Case):
    def test_facts_that_came_went_and_changed(self):
        monday = self.reports("monday")
        tuesday = self.reports(
            "tuesday",
            {
                "a.txt": "Ada Okoro met Lars Lind.\n\nThe union holds 109 hostages. Okoro visited Soren.\n",
                "b.txt": TEXTS["b.txt"],
            },
        )
        self.run_tercet("diff", monday, monday)
        table = self.run_tercet("diff", monday, tuesday, status=1).stdout.decode()
        self.assertRegex(table, r"→\tunion\tholds hostages\t105\t109\ta.txt → a.txt")
        self.assertRegex(table, r"\+\tAda Okoro\tvisited\t\tSoren")
        self.assertRegex(table, r"−\tAda Okoro\tvisited\tTavik")
        entries = json.loads(self.run_tercet("diff", monday, tuesday, "--format", "json", status=1).stdout)
        self.assertEqual([entry["change"] for entry in entries if entry["relation"] == "holds hostages"], ["changed"])
        self.run_tercet("diff", monday, tuesday, "--added", "added.nt", "--gone", "gone.nt", status=1)
        self.assertIn(b"soren", (self.folder / "added.nt").read_bytes())
        self.assertIn(b"tavik", (self.folder / "gone.nt").read_bytes())
        # Folders, exports and saved graphs are compared alike.
        self.run_tercet("export", monday, "-o", "monday.nt")
        self.run_tercet(tuesday, "-c", ".save tuesday.tercet")
        self.run_tercet("diff", monday, "monday.nt", "--all")
        self.run_tercet("diff", "tuesday.tercet", tuesday, "--all")
        self.run_tercet("diff", monday, "nowhere", status=2)


class Corrections(Case):
    def test_a_line_corrects_and_its_deletion_undoes_it(self):
        reports = self.reports()
        before = self.export(reports)
        result = self.run_tercet(reports, "-c", '.correct same "Lars Lind" = "Lars Erik Lind"')
        shown = result.stdout.decode()
        self.assertIn("− Ada Okoro met Lars Lind\n", shown)
        self.assertIn("+ Ada Okoro met Lars Erik Lind\n", shown)
        self.assertIn(b"lars-erik-lind", self.export(reports))
        os.remove(f"{reports}/corrections.q")
        self.assertEqual(self.export(reports), before)
        path = self.write("mine.q", "ignore Tavik # a village\n")
        self.assertNotIn(b"entity/tavik", self.export(reports, "--corrections", path))
        self.write("mine.q", "ignore Tavik\nsame Okoro Lind\n")
        result = self.run_tercet("export", reports, "--corrections", path, status=1)
        self.assertIn(b"mine.q:2:16: error: `=`", result.stderr)

    def test_retracting_says_what_falls_and_what_stays(self):
        reports = self.reports()
        result = self.run_tercet(reports, "-c", ".retract b.txt", "-c", ".export less.nt")
        shown = result.stdout.decode()
        self.assertIn("− Ada Okoro criticized Ministry of Transport", shown)
        self.assertIn("Ada Okoro met Lars Lind  stays: a.txt", shown)
        os.remove(f"{reports}/b.txt")
        self.assertEqual((self.folder / "less.nt").read_bytes(), self.export(reports))

    def test_retracting_one_of_two_equal_files_lets_nothing_fall(self):
        reports = self.reports(texts={**TEXTS, "twin.txt": TEXTS["b.txt"]})
        expected = self.export(self.reports("alone"))
        result = self.run_tercet(reports, stdin=b".retract twin.txt\n.export left.nt\n")
        self.assertIn("Ada Okoro criticized Ministry of Transport  stays: b.txt", result.stdout.decode())
        self.assertIn("0 facts fell", result.stderr.decode())
        self.assertEqual((self.folder / "left.nt").read_bytes(), expected)

    def test_loading_again_replaces_what_changed(self):
        reports = self.reports()
        changed = TEXTS["a.txt"].replace("105", "109")
        self.write("reports/a.txt", changed)
        expected = self.export(reports)
        self.write("reports/a.txt", TEXTS["a.txt"])
        self.run_tercet(reports, "-c", ".save all.tercet")
        self.write("reports/a.txt", changed)
        self.run_tercet("all.tercet", "-c", f".load {reports}", "-c", ".export new.nt")
        self.assertEqual((self.folder / "new.nt").read_bytes(), expected)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Endpoint(Case):
    """Against oxigraph's own server on loopback, where it is installed."""

    def serve(self):
        binary = shutil.which("oxigraph") or str(pathlib.Path(sys.executable).parent / "oxigraph")
        if not os.path.exists(binary):
            self.skipTest("no oxigraph server (pip install oxigraph)")
        port = free_port()
        process = subprocess.Popen(
            [binary, "serve", "--location", str(self.folder / "store"), "--bind", f"127.0.0.1:{port}"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                time.sleep(0.1)
        return f"http://127.0.0.1:{port}"

    def test_queries_answer_as_locally(self):
        address = self.serve()
        reports = self.reports()
        graph = self.export(reports)
        request = urllib.request.Request(
            f"{address}/store?default", data=graph, headers={"Content-Type": "application/n-triples"}, method="POST")
        urllib.request.urlopen(request).close()
        for query in (
            "Ada Okoro met ?whom", "who holds hostages", "find ?who, count(?x) as ?n where ?who ?r ?x order by ?n desc, ?who",
            "Ada Okoro met Lars Lind", "why Ada Okoro met ?whom", "?p is a person", "?x ~ 'okoro', ?x met ?y",
            ".stats", ".relations", ".entities",
        ):
            with self.subTest(query):
                local = self.run_tercet(reports, "-c", query).stdout
                remote = self.run_tercet("--endpoint", f"{address}/query", "-c", query).stdout
                self.assertEqual(sorted(remote.splitlines()), sorted(local.splitlines()))
        shown = self.run_tercet("--endpoint", f"{address}/query", "-c", "who holds hostages", "-c", ".why 1").stdout
        self.assertIn(b"The union holds 105 hostages.", shown)
        result = self.run_tercet("--endpoint", f"{address}/query", "-c", "Adda Okoro met ?x", status=1)
        self.assertIn(b'did you mean "Ada Okoro"?', result.stderr)

    def test_sparql_answers_as_locally(self):
        address = self.serve()
        reports = self.reports()
        request = urllib.request.Request(
            f"{address}/store?default", data=self.export(reports), headers={"Content-Type": "application/n-triples"},
            method="POST")
        urllib.request.urlopen(request).close()
        self.write(
            "classes.rq",
            "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n"
            "SELECT ?l (COUNT(*) AS ?n) WHERE { ?s a ?c . ?c rdfs:label ?l } GROUP BY ?l ORDER BY DESC(?n) ?l")
        self.write("change.ru", "INSERT DATA { <urn:x> <urn:y> <urn:z> }")
        for text in (
            ".read classes.rq", "sparql { SELECT ?s WHERE { ?s a <http://schema.org/Person> } ORDER BY ?s }",
            "sparql { ASK { ?s a <http://schema.org/Person> } }", "sparql { DESCRIBE <urn:tercet:entity/ada-okoro> }",
            "sparql { CONSTRUCT { ?s a <urn:c> } WHERE { ?s a <http://schema.org/Person> } }",
            'sparql { SELECT ?x (STRLEN("é") AS ?y) WHERE { OPTIONAL { <urn:none> ?p ?x } } }',
        ):
            with self.subTest(text):
                local = self.run_tercet(reports, "-c", text).stdout
                remote = self.run_tercet("--endpoint", f"{address}/query", "-c", text).stdout
                self.assertEqual(sorted(remote.splitlines()), sorted(local.splitlines()))
                self.assertNotEqual(remote, b"")
        for text in (".read change.ru", "sparql { INSERT DATA { <urn:x> <urn:y> <urn:z> } }", "add Ada Okoro met Soren"):
            result = self.run_tercet("--endpoint", f"{address}/query", "-c", text, status=1)
            self.assertIn(b"an endpoint is only asked; changes are not sent to it", result.stderr)

    def answering(self, status, body, content_type="application/sparql-results+json", delay=0, drop=False):
        """An endpoint that answers names truly and queries with what it is told."""

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                form = self.rfile.read(int(self.headers["Content-Length"])).decode()
                text = urllib.parse.parse_qs(form)["query"][0]
                if text.startswith("CONSTRUCT"):
                    answer = b'<urn:x:a> <http://www.w3.org/2000/01/rdf-schema#label> "Ada Okoro" .\n' if "VALUES" in text else b""
                    self.reply(200, answer, "application/n-triples")
                    return
                time.sleep(delay)
                if drop:
                    self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{")
                    self.connection.shutdown(socket.SHUT_RDWR)
                    return
                self.reply(status, body.encode(), content_type)

            def reply(self, status, body, content_type):
                self.send_response(status)
                self.send_header("Content-Type", content_type)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        class Server(http.server.ThreadingHTTPServer):
            def handle_error(self, request, client_address):
                # Who is stopped, or gives up, closes the connection before the answer is written.
                if not isinstance(sys.exc_info()[1], (BrokenPipeError, ConnectionResetError)):
                    super().handle_error(request, client_address)

        server = Server(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        return f"http://127.0.0.1:{server.server_address[1]}/"

    def test_yes_and_no_may_come_as_a_row_and_none(self):
        row = '{"__ask_retval": {"type": "typed-literal", "datatype": "http://www.w3.org/2001/XMLSchema#integer", "value": "1"}}'
        for rows, expected in ((row, b"yes"), ("", b"no")):
            address = self.answering(
                200, '{"head": {"vars": ["__ask_retval"]}, "results": {"bindings": [' + rows + "]}}")
            result = self.run_tercet("--endpoint", address, "-c", "sparql { ASK { ?x ?y ?z } }")
            self.assertEqual(result.stdout.strip(), b"true" if expected == b"yes" else b"false")

    def test_trouble_is_told_clearly(self):
        query = "Ada Okoro ?r ?x"
        cases = [
            (dict(status=400, body="parse error at line 1"), 1, "answered 400: it does not take the query\n  parse error at line 1"),
            (dict(status=503, body="<html>no</html>"), 2, "answered 503: it failed"),
            (dict(status=200, body='{"head": '), 2, "is no SPARQL result in JSON"),
            (dict(status=200, body="[]"), 2, "but no SPARQL result"),
            (dict(status=200, body="", drop=True), 2, "cannot reach"),
            (dict(status=200, body="", delay=3), 3, "gave no answer in time"),
        ]
        for answer, status, message in cases:
            with self.subTest(message):
                address = self.answering(**answer)
                result = self.run_tercet("--endpoint", address, "--timeout", "1.5", "-c", query, status=status)
                self.assertIn(message, result.stderr.decode())
        # Ctrl-C leaves one at once that takes the query and says nothing.
        address = self.answering(status=200, body="", delay=20)
        process = subprocess.Popen(
            [TERCET, "--endpoint", address, "-c", query], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
            cwd=self.folder, env=self.home.environment(TERM="dumb"))
        time.sleep(1)
        start = time.monotonic()
        process.send_signal(signal.SIGINT)
        _, error = process.communicate(timeout=10)
        self.assertLess(time.monotonic() - start, 0.5, "generous: the machine may be busy")
        self.assertEqual(process.returncode, 130, error)
        result = self.run_tercet("--endpoint", f"http://127.0.0.1:{free_port()}/", "-c", query, status=2)
        self.assertIn("cannot reach http://127.0.0.1", result.stderr.decode())
        self.run_tercet("--endpoint", "ftp://x", "-c", query, status=64)


if __name__ == "__main__":
    unittest.main()
