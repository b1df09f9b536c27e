"""Loading and long work at a terminal: progress, and Ctrl-C that takes effect at once and keeps what was there."""

import os
import re
import time
import unittest

from terminal import CTRL_C, CTRL_Z, ENTER, REPOSITORY
from test_habits import ShellTestCase

FIXTURE = str(REPOSITORY / "Tests" / "Fixtures" / "harbour.nt")
SENTENCE = "Mayor Ada Okoro met Lars Lind in Turku, and Lind said that the union could accept a plan that nobody had read. "
# Meant is a tenth of a second; the machine that runs the tests may be busy with others.
SOON = 1.0


class LoadingTests(ShellTestCase):
    def folder(self, count, sentences=12):
        folder = self.home.path / "reports"
        folder.mkdir()
        for number in range(count):
            (folder / f"r{number:04}.txt").write_text(f"Report {number}\n\n" + SENTENCE * sentences)
        return str(folder)

    def interrupt(self, shell, text):
        """Presses Ctrl-C; the seconds until a text is on the screen."""
        shell.send(CTRL_C)
        before = time.monotonic()
        shell.expect(text)
        shell.expect_prompt()
        return time.monotonic() - before

    def test_progress_is_one_line_on_standard_error_and_goes_away(self):
        shell = self.open(self.folder(400), "--no-cache", "--jobs", "1")
        shell.wait(lambda: "reading 400 reports" in shell.text, "the progress line")
        shell.expect_prompt()
        shown = re.findall(rb"reading 400 reports[^\r\x1b]*", shell.raw)
        self.assertGreater(len(shown), 1)
        self.assertTrue(any(re.search(rb"\d+%  [\d,]+ sentences/s  \d+:\d\d left", line) for line in shown), shown)
        # It never takes a second line, and nothing of it is left.
        self.assertNotIn(b"\n", b"".join(shown))
        self.assertNotIn("reading", shell.text)
        self.assertIn("400 reports", shell.text)

    def test_no_progress_where_standard_error_is_no_terminal(self):
        folder = self.folder(60)
        shell = self.open("-c", f"{self.tercet} {folder} --no-cache -c .stats 2>errors.txt; cat errors.txt", program="/bin/sh", cwd=self.home.path)
        shell.expect("reports")
        shell.expect_end()
        self.assertNotIn("reading", shell.text)

    def test_control_c_while_many_reports_are_read_keeps_those_that_were(self):
        folder = self.folder(600)
        shell = self.open(FIXTURE)
        shell.expect_prompt()
        shell.enter(f".load {folder}")
        shell.wait(lambda: "reading 600 reports" in shell.text, "the progress line")
        self.assertLess(self.interrupt(shell, "stopped:"), SOON)
        self.assertRegex(shell.text, r"stopped: \d+ reports of \S+ not read, \d+ kept")
        shell.enter("ask Lars Lind met Ada Okoro")
        shell.expect("yes")

    def test_control_c_while_one_huge_report_is_analysed(self):
        path = self.home.write("huge.txt", "A huge report\n\n" + SENTENCE * 20_000)
        shell = self.open(FIXTURE)
        shell.expect_prompt()
        shell.enter(f".load {path}")
        shell.feed(1.5)
        self.assertLess(self.interrupt(shell, "stopped: 1 report"), SOON)
        shell.enter("ask Lars Lind met Ada Okoro")
        shell.expect("yes")
        shell.expect_prompt()
        shell.enter("quit")
        shell.expect_end()

    def test_control_c_while_a_graph_is_loaded_adds_nothing_of_it(self):
        path = self.home.path / "big.nt"
        with open(path, "w") as file:
            for number in range(500_000):
                file.write(f"<urn:e{number}> <urn:p{number % 7}> <urn:e{number * 7 % 500000}> .\n")
        shell = self.open(FIXTURE)
        shell.expect_prompt()
        shell.enter(f".load {path}")
        shell.feed(0.3)
        self.assertLess(self.interrupt(shell, "stopped: nothing of"), SOON)
        shell.enter("ask Lars Lind met Ada Okoro")
        shell.expect("yes")
        shell.expect_prompt()
        shell.enter(".stats")
        shell.expect("121")

    def test_control_c_at_the_start_opens_the_shell_with_what_was_read(self):
        shell = self.open(self.folder(600), "--no-cache", "--jobs", "1")
        shell.wait(lambda: "reading 600 reports" in shell.text, "the progress line")
        shell.send(CTRL_C)
        shell.expect("stopped:")
        shell.expect_prompt()

    def test_control_z_while_a_query_runs(self):
        bash = self.open("--norc", "-i", program="/bin/bash", PS1="bash> ")
        bash.expect_prompt("bash>")
        bash.enter(f"{self.tercet} seeds")
        bash.expect_prompt()
        bash.enter("find count(?a) as ?n where ?a ?p ?b, ?c ?q ?d, ?e ?r ?f, ?g ?s ?h, ?i ?t ?j, if ?b != ?d")
        bash.feed(0.5)
        bash.send(CTRL_Z)
        bash.expect("Stopped")
        bash.expect_prompt("bash>")
        bash.enter("fg")
        # Bash names the job before it gives it the terminal; a Ctrl-C in between would be bash's own.
        bash.wait(lambda: os.tcgetpgrp(bash.child.child_fd) != bash.child.pid, "the shell in the foreground")
        bash.feed(0.5)
        self.assertLess(self.interrupt(bash, "stopped"), 2 * SOON)
        bash.enter("quit")
        bash.expect_prompt("bash>")

    def test_resize_while_a_statement_of_two_rows_is_edited(self):
        shell = self.open_shell(columns=60)
        text = "find ?somebody, ?something where ?somebody holds hostages ?something, ?something > 1"
        shell.send(text)
        shell.wait(lambda: "> 1" in shell.text, "the echo")
        for columns in (90, 70):
            shell.screen.resize(40, columns)
            shell.child.setwinsize(40, columns)
            shell.send(" ")
            shell.feed(0.3)
        shell.wait(lambda: shell.text.count("tercet> find") == 1, "one prompt")
        shell.send(ENTER)
        shell.expect("105")
        shell.expect_prompt()


class DrawingTests(ShellTestCase):
    def test_open_shows_the_whole_report_with_the_sentence_marked(self):
        shell = self.open_shell(rows=60, TERCET_PAGER="")
        shell.enter("Hamas holds hostages ?n")
        shell.expect_prompt()
        shell.enter(".open 1")
        shell.expect_prompt()
        # A sentence from which nothing was read is there too, and the words that the fact rests on are underlined.
        self.assertIn("Ceasefire prospects in Gaza conflict remain dim.", shell.text)
        self.assertRegex(shell.raw, rb"\x1b\[1;4mHamas currently holds 105 Israeli hostages")

    def test_the_pager_opens_where_the_sentence_stands(self):
        shell = self.open_shell(rows=14, TERCET_PAGER="")
        shell.enter("quit")
        shell.expect_end()
        self.home.write("bin/less", '#!/bin/sh\necho "ARGS $*"\ncat >/dev/null\n')
        (self.home.path / "bin" / "less").chmod(0o755)
        shell = self.open_shell(rows=14, PATH=f"{self.home.path}/bin:{os.environ['PATH']}")
        shell.enter("Hamas holds hostages ?n")
        shell.expect_prompt()
        shell.enter(".open 1")
        shell.expect("ARGS -FRSX +")
        shell.expect_prompt()

    def test_drawings_go_to_files(self):
        shell = self.open(str(REPOSITORY / "Tests" / "Fixtures" / "flood.nt"))
        shell.expect_prompt()
        folder = self.home.path / "home-old"  # "-o" in a path is no option
        folder.mkdir()
        for command, name in (
            (".timeline ?n of ?who reported deaths ?n -o", "timeline.svg"),
            (".plot ?n of ?who reported deaths ?n -o", "plot.svg"),
            (".graph Maria Tavares 2 -o", "graph.svg"),
        ):
            shell.enter(f"{command} {folder / name}")
            shell.expect(f"written to {folder}")
            shell.expect_prompt()
        self.assertIn("<svg", (folder / "timeline.svg").read_text())
        self.assertIn("<svg", (folder / "plot.svg").read_text())
        drawn = [path for path in (folder / "graph.svg", folder / "graph.dot") if path.exists()]
        self.assertEqual(len(drawn), 1, "SVG by Graphviz, else its text with a hint")
        if drawn[0].suffix == ".svg":
            self.assertIn("<svg", drawn[0].read_text())
        else:
            self.assertIn("Graphviz is not installed", shell.text)

    def test_queries_and_errors_are_coloured(self):
        shell = self.open_shell()
        shell.enter(".sparql who holds hostages")
        shell.expect_prompt()
        self.assertRegex(shell.raw, rb"\x1b\[35mSELECT\x1b\[0m")
        shell.enter("?who holds hostgaes ?n")
        shell.expect_prompt()
        self.assertRegex(shell.raw, rb"\x1b\[36m\?who\x1b\[0m holds hostgaes")


if __name__ == "__main__":
    unittest.main()
