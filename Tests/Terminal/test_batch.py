"""Batches: streams, formats, exit statuses, bad input. Nothing here needs a terminal; it is the program from outside."""

import gzip
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

from terminal import REPOSITORY, TAB, TERCET, Home, Terminal

FIXTURE = str(REPOSITORY / "Tests" / "Fixtures" / "harbour.nt")


class BatchTestCase(unittest.TestCase):
    def setUp(self):
        self.home = Home()
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="tercet-batch-"))

    def tearDown(self):
        self.home.remove()
        shutil.rmtree(self.folder, ignore_errors=True)

    def run_tercet(self, *arguments, stdin="", **environment):
        return subprocess.run(
            [TERCET, *map(str, arguments)],
            input=stdin if isinstance(stdin, bytes) else stdin.encode(),
            capture_output=True,
            env=self.home.environment(**environment),
            cwd=self.folder,
            timeout=120,
        )

    def check(self, *arguments, status=0, out=None, error=None, stdin="", **environment):
        """Runs, compares the exit status and, where given, the whole of standard output, and a part of the error."""
        result = self.run_tercet(*arguments, stdin=stdin, **environment)
        self.assertEqual(result.returncode, status, result.stderr.decode())
        if out is not None:
            self.assertEqual(result.stdout.decode(), out)
        if error is not None:
            self.assertIn(error, result.stderr.decode())
        return result

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)


class StreamTests(BatchTestCase):
    MET = '?who\t?whom\nAda Okoro\tLars Lind\nLars Lind\tAda Okoro\n'

    def test_rows_are_tsv_with_a_header(self):
        result = self.check(FIXTURE, "-c", "who met ?whom order by ?who", out=self.MET.replace("?", ""))
        self.assertNotIn(b"\x1b", result.stdout + result.stderr)

    def test_yes_and_no(self):
        self.check(FIXTURE, "-c", "ask Lars Lind met Ada Okoro", out="yes\n")
        result = self.check(FIXTURE, "-c", "ask Ada Okoro accepted \"harbour plan\"", out="no\n")
        self.assertIn("no fact says it", result.stderr.decode())

    def test_standard_input_is_a_batch(self):
        result = self.check(FIXTURE, stdin="ask Lars Lind met Ada Okoro;\n.format csv\nwho has role ?what;", out="yes\nwho,what\nAda Okoro,mayor\n")
        self.assertNotIn(b"tercet>", result.stdout + result.stderr)

    def test_files_and_queries(self):
        file = self.write("q.q", "# who met whom\nask Lars Lind met Ada Okoro;\nwho has role ?what;")
        self.check(FIXTURE, "-f", file, "-c", "ask Lars Lind met Lars Lind", out="yes\nwho\twhat\nAda Okoro\tmayor\nno\n")

    def test_options_run_in_the_order_given(self):
        file = self.write("q.q", "ask Lars Lind met Lars Lind")
        query = "ask Lars Lind met Ada Okoro"
        self.check(FIXTURE, "-c", query, "-f", file, "-c", query, "-f", file, out="yes\nno\nyes\nno\n")
        self.check(FIXTURE, "-f", file, "-c", query, out="no\nyes\n")

    def test_a_question_in_plain_english(self):
        result = self.check(FIXTURE, "-c", "Did Lars Lind meet Ada Okoro?", out="yes\n")
        self.assertIn("read as: ask Lars Lind met Ada Okoro", result.stderr.decode())

    def test_results_to_a_file(self):
        target = self.folder / "out.csv"
        self.check(FIXTURE, "-c", "who has role ?what", "--format", "csv", "-o", target, out="")
        self.assertEqual(target.read_text(), "who,what\nAda Okoro,mayor\n")

    def test_a_failed_batch_leaves_the_old_file(self):
        target = self.folder / "out.csv"
        target.write_text("yesterday\n")
        self.check(FIXTURE, "-c", "who has role ?what", "-c", "who hsa role ?what", "-o", target, status=1)
        self.assertEqual(target.read_text(), "yesterday\n")

    def test_json(self):
        result = self.check(FIXTURE, "-c", "who has role ?what", "--format", "json")
        rows = json.loads(result.stdout)["results"]["bindings"]
        self.assertEqual(rows[0]["what"], {"type": "literal", "value": "mayor"})

    def test_triples_that_the_rows_match(self):
        result = self.check(FIXTURE, "-c", "who has role ?what", "--format", "nt")
        self.assertEqual(
            result.stdout.decode(), '<urn:tercet:entity/ada-okoro> <urn:tercet:relation/hasRole> "mayor" .\n'
        )

    def test_parameters(self):
        query = 'param $who : entity = _ "whom to look for"; $who has role ?what'
        self.check(FIXTURE, "-c", query, out="what\nmayor\n")
        self.check(FIXTURE, "-c", query, "--param", "who=Ada Okoro", out="what\nmayor\n")
        self.check(FIXTURE, "-c", query, "--param", "who=Lars Lind", out="what\n")
        self.check(FIXTURE, "-c", "$whom has role ?what", status=1, error="$whom has no value")

    def test_colour_only_when_told(self):
        result = self.check(FIXTURE, "-c", "nonsense", "--color", "always", status=1)
        self.assertIn(b"\x1b[1;31merror:", result.stderr)
        result = self.check(FIXTURE, "-c", "nonsense", status=1)
        self.assertNotIn(b"\x1b", result.stderr)

    def test_a_pipe_that_is_left_early_is_no_error(self):
        command = f"{TERCET} {FIXTURE} -c '?s ?p ?o' --format nt | head -1"
        result = subprocess.run(["sh", "-c", command], capture_output=True, env=self.home.environment(), timeout=120)
        self.assertEqual(result.stderr.decode(), "")

    def test_version_and_help(self):
        self.assertRegex(self.check("--version").stdout.decode(), r"^tercet \d+\.\d+\.\d+\n$")
        text = self.check("--help").stdout.decode()
        self.assertLess(text.index("-c <query>"), text.index("--version"))
        self.assertIn("USAGE: tercet [<options>] [<sources> ...]", text)


class ExpectationTests(BatchTestCase):
    def test_expectations_that_hold_say_nothing(self):
        statements = """
            expect 2 rows: who met ?whom;
            expect at least 1 row: who met ?whom;
            expect empty: who met Lars Lind and has role 'pilot';
            expect yes: ask Lars Lind met Ada Okoro;
            expect (Ada Okoro, 'mayor'): who has role ?what;
            expect (40): find ?n where "the union" holds ?n;
        """
        self.check(FIXTURE, "-c", statements, out="")

    def test_expectations_that_fail_are_all_told(self):
        file = self.write("e.q", "expect 3 rows: who met ?whom;\nexpect yes: ask Lars Lind met Lars Lind;\nexpect 2 rows: who met ?whom;")
        result = self.check(FIXTURE, "-f", file, status=1, out="")
        error = result.stderr.decode()
        self.assertIn("e.q:1: error: expected 3 rows, there are 2", error)
        self.assertIn("e.q:2: error: expected yes, the answer is no", error)
        self.assertEqual(error.count("error:"), 2)


class BadInputTests(BatchTestCase):
    def test_missing_file(self):
        self.check("missing.txt", "-c", "who met ?x", status=2, error="cannot read missing.txt: no such file or folder")
        self.write("report.txt", "A report.\n")
        self.check("repotr.txt", "-c", ".stats", status=2, error="did you mean report.txt?")

    def test_folder_without_reports(self):
        (self.folder / "empty").mkdir()
        self.check("empty", "-c", "who met ?x", status=2, error="no reports (.txt, .md) in the folder empty")

    def test_binary_named_text(self):
        self.write("a.txt", b"%PDF-1.7\n\x00\x01\x02")
        self.check("a.txt", "-c", ".stats", status=2, error="a.txt is")
        self.write("b.txt", bytes(range(256)) * 20)
        self.check("b.txt", "-c", ".stats", status=2, error="b.txt is")

    def test_broken_utf8_is_replaced_and_told(self):
        # Well-formed beyond ASCII as well, so that it is no older encoding.
        self.write("a.txt", "Zoë Okoro met Jürgen Lind in Åbo. ".encode() + b"Coffee \xe9 was served.\n")
        self.check("a.txt", "-c", ".stats", error="broken UTF-8 replaced")

    def test_byte_order_mark_and_crlf(self):
        plain = "Ada Okoro met Lars Lind in Turku.\nThey talked.\n"
        self.write("plain.txt", plain)
        self.write("marked.txt", b"\xef\xbb\xbf" + plain.replace("\n", "\r\n").encode())
        query = "count ?x where ?x met ?y"
        self.assertEqual(
            self.check("marked.txt", "-c", query).stdout, self.check("plain.txt", "-c", query).stdout
        )

    def test_empty_file(self):
        self.write("a.txt", "")
        self.check("a.txt", "-c", ".stats", error="empty file")

    def test_a_line_of_ten_megabytes(self):
        self.write("a.txt", ("word" * 1000 + " ") * 2500)
        self.check("a.txt", "-c", ".stats")

    def test_malformed_triples_add_nothing(self):
        good = "<urn:a> <urn:b> <urn:c> .\n"
        bad = self.write("bad.nt", good + "<urn:a> <urn:b> .\n")
        self.check(bad, "-c", ".stats", status=1, error="bad.nt:2:17: error:")
        result = self.check(FIXTURE, stdin=f".load {bad}\n", status=1)
        result = self.run_tercet(FIXTURE, "--init", self.write("i.q", f".load {bad}\n"), "-c", "ask Lars Lind met Ada Okoro")
        self.assertIn("nothing of this file was added", result.stderr.decode())

    def test_queries_that_are_wrong(self):
        self.check(FIXTURE, "-c", "who met and", status=1, error="error:")
        self.check(FIXTURE, "-c", "Adda Okoro met ?x", status=1, error='did you mean "Ada Okoro"?')
        self.check(FIXTURE, "-c", ".nonsense", status=1, error="no command is called")

    def test_place_of_a_mistake_in_a_file(self):
        file = self.write("q.q", "# first line\nwho met ?x;\nwho mett ?x;\n")
        self.check(FIXTURE, "-f", file, status=1, error="q.q:3:5: error: no relation is called \"mett\"")

    def test_unwritable_output(self):
        self.check(FIXTURE, "-c", "who met ?x", "-o", "/nowhere/out.tsv", status=2, error="cannot write /nowhere/out.tsv")
        self.check(FIXTURE, "-c", ".export /nowhere/g.nt", status=2, error="cannot write /nowhere/g.nt")
        if pathlib.Path("/dev/full").exists():
            self.check(FIXTURE, "-c", "who met ?x", "-o", "/dev/full", status=2, error="no space left")

    def test_usage(self):
        for arguments in (["--format", "nonsense"], ["--nonsense"], ["--param", "x"], ["--timeout", "0"], ["export"], ["extract"]):
            result = self.check(*arguments, status=64)
            self.assertTrue(result.stderr)
            self.assertNotIn("shell --help", result.stderr.decode())

    def test_no_control_character_of_the_data_reaches_a_table(self):
        file = self.write("a.nt", '<urn:a> <urn:b> "x\\u001B[31my" .\n')
        result = self.check(file, "-c", "?s <urn:b> ?o", "--format", "table")
        self.assertNotIn(b"\x1b", result.stdout)


class InstalledTests(BatchTestCase):
    """What `make install` puts beside the program."""

    def script(self, shell):
        return self.write(f"{shell}-completions", self.check("--generate-completion-script", shell).stdout)

    def completed(self, *command):
        if shutil.which(command[0]) is None:
            self.skipTest(f"no {command[0]} here")
        environment = self.home.environment(PATH=f"{pathlib.Path(TERCET).parent}:{os.environ['PATH']}")
        result = subprocess.run(command, capture_output=True, env=environment, cwd=self.folder, timeout=60)
        return result.stdout.decode().split()

    def test_bash_completes_options_their_values_and_commands(self):
        script = self.script("bash")

        def complete(*words):
            line = " ".join(words)
            return self.completed(
                "bash", "--norc", "-c",
                f"source {script}; COMP_WORDS=({' '.join(repr(word) for word in words)}); COMP_CWORD={len(words) - 1}; "
                f"COMP_LINE={line!r}; COMP_POINT={len(line)}; $(complete -p tercet | sed 's/.*-F \\([^ ]*\\).*/\\1/') tercet "
                f"{words[-1]!r} {words[-2]!r}; printf '%s\\n' \"${{COMPREPLY[@]}}\"",
            )

        self.assertIn("--format", complete("tercet", "--fo"))
        self.assertIn("csv", complete("tercet", "--format", ""))
        self.assertIn("extract", complete("tercet", "ex"))

    def test_fish_completes_options_their_values_and_commands(self):
        script = self.script("fish")
        self.assertIn("--format", self.completed("fish", "-c", f"source {script}; complete -C 'tercet --fo'"))
        self.assertIn("csv", self.completed("fish", "-c", f"source {script}; complete -C 'tercet --format c'"))
        self.assertIn("extract", self.completed("fish", "-c", f"source {script}; complete -C 'tercet ex'"))

    def test_zsh_completes_options_their_values_and_commands(self):
        if shutil.which("zsh") is None:
            self.skipTest("no zsh here")
        folder = self.folder / "functions"
        folder.mkdir()
        (folder / "_tercet").write_bytes(self.check("--generate-completion-script", "zsh").stdout)
        zsh = Terminal(
            "-f", program=shutil.which("zsh"), home=self.home, cwd=self.folder,
            PATH=f"{pathlib.Path(TERCET).parent}:{os.environ['PATH']}", PS1="zsh> ",
        )
        try:
            zsh.expect_prompt("zsh>")
            zsh.enter(f"fpath=({folder} $fpath); autoload -Uz compinit && compinit -u -D")
            zsh.expect_prompt("zsh>")
            for typed, completed in [
                ("tercet --form", "tercet --format"), ("tercet --format cs", "tercet --format csv"), ("tercet extr", "tercet extract"),
                ("tercet reports --mem", "tercet reports --memory-limit"), ("tercet extract --resu", "tercet extract --resume"),
            ]:
                zsh.type(typed)
                zsh.send(TAB)
                zsh.expect_line(f"zsh> {completed}")
                # Ctrl-U takes the line away.
                zsh.send("\x15")
                zsh.expect_prompt("zsh>")
        finally:
            zsh.close()

    def test_the_manual_has_no_mistakes(self):
        page = self.write("tercet.1", self.check("--generate-manual").stdout)
        self.assertEqual(self.completed("mandoc", "-Tlint", "-W", "warning", page), [])


class LimitTests(BatchTestCase):
    def graph(self, size):
        lines = (f"<urn:e{i}> <urn:p> <urn:e{(i * 7) % size}> .\n" for i in range(size))
        return self.write("big.nt", "".join(lines))

    PRODUCT = "find count(?a) as ?n where ?a <urn:p> ?b, ?c <urn:p> ?d, ?e <urn:p> ?f, if ?b != ?d"

    def test_time(self):
        self.check(self.graph(3000), "-c", self.PRODUCT, "--timeout", "0.5", status=3, error="time limit")

    def test_interrupt(self):
        child = subprocess.Popen(
            [TERCET, self.graph(3000), "-c", self.PRODUCT],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.home.environment(), cwd=self.folder,
        )
        time.sleep(2)
        child.send_signal(signal.SIGINT)
        out, error = child.communicate(timeout=30)
        self.assertEqual(child.returncode, 130, error)
        self.assertEqual(out, b"")


class ExportTests(BatchTestCase):
    def test_the_graph_comes_back_as_it_was(self):
        self.check("export", FIXTURE, "-o", "graph.nt", out="")
        exported = (self.folder / "graph.nt").read_bytes()
        self.assertEqual(sorted(exported.splitlines()), sorted(pathlib.Path(FIXTURE).read_bytes().splitlines()))
        self.check("export", FIXTURE, "-o", "graph.nt.gz", out="")
        self.assertEqual(gzip.decompress((self.folder / "graph.nt.gz").read_bytes()), exported)
        self.check("graph.nt.gz", "-c", "ask Lars Lind met Ada Okoro", out="yes\n")

    def test_facts_alone(self):
        result = self.check("export", FIXTURE, "--facts")
        self.assertEqual(result.stdout.count(b"\n"), 5)
        self.assertNotIn(b"claim/", result.stdout)

    def export_seeds(self):
        path = self.folder / "seeds.nt"
        self.check("export", REPOSITORY / "seeds", "-o", path)
        return path

    def test_the_same_bytes_on_every_run(self):
        first = self.export_seeds().read_bytes()
        self.assertEqual(self.export_seeds().read_bytes(), first)
        self.assertGreater(first.count(b"\n"), 200)

    @unittest.skipUnless(shutil.which("rapper"), "skipped: rapper (raptor2-utils) is not installed")
    def test_rapper_reads_it(self):
        path = self.export_seeds()
        result = subprocess.run(
            ["rapper", "--quiet", "--count", "--input", "ntriples", path], capture_output=True, timeout=60
        )
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        result = subprocess.run(["rapper", "--count", "--input", "ntriples", path], capture_output=True, timeout=60)
        count = path.read_bytes().count(b"\n")
        self.assertIn(f"returned {count} triples", result.stderr.decode())

    def test_pyoxigraph_reads_it(self):
        # It may belong to another Python than the one that runs the tests.
        for python in ("python3", sys.executable, *os.environ.get("TERCET_PYTHON", "").split()):
            if subprocess.run([python, "-c", "import pyoxigraph"], capture_output=True).returncode == 0:
                break
        else:
            self.skipTest("skipped: pyoxigraph (PyPI) is not installed")
        path = self.export_seeds()
        count = (
            "import pyoxigraph, sys; store = pyoxigraph.Store();"
            "store.load(path=sys.argv[1], format=pyoxigraph.RdfFormat.N_TRIPLES); print(len(store))"
        )
        result = subprocess.run([python, "-c", count, path], capture_output=True, timeout=60)
        self.assertEqual(result.stdout.decode().strip(), str(path.read_bytes().count(b"\n")), result.stderr.decode())


class ExtractionTests(BatchTestCase):
    def test_claims_as_tsv(self):
        result = self.check("extract", REPOSITORY / "seeds", "--format", "tsv")
        lines = result.stdout.decode().splitlines()
        header = lines[0].split("\t")
        self.assertEqual(header[:8], ["file", "subject", "relation", "surface", "object", "polarity", "certainty", "attributed_to"])
        text = next((REPOSITORY / "seeds").glob("*.txt")).read_text()
        for line in lines[1:]:
            row = dict(zip(header, line.split("\t")))
            self.assertEqual(len(line.split("\t")), len(header))
            self.assertIn(row["polarity"], ("affirmed", "negated"))
            self.assertIn(row["certainty"], ("stated", "hedged", "conditional", "unrealised"))
            self.assertEqual(text[int(row["begin"]) : int(row["end"])], row["evidence"])
        self.assertGreater(len(lines), 28)

    def test_trees_as_conllu(self):
        result = self.check("parse", REPOSITORY / "seeds")
        words = [line.split("\t") for line in result.stdout.decode().splitlines() if line and not line.startswith("#")]
        self.assertTrue(all(len(word) == 10 for word in words))
        again = self.check("parse", "--pretokenized", "-", stdin=result.stdout)
        self.assertEqual(again.stdout, result.stdout)


if __name__ == "__main__":
    unittest.main()
