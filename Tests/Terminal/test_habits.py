"""The habits that other shells have taught: each in a real pseudo-terminal."""

import os
import shutil
import stat
import time
import unittest

from terminal import CTRL_C, CTRL_D, CTRL_R, CTRL_Z, ENTER, LEFT, TAB, TERCET, UP, Home, Terminal


class ShellTestCase(unittest.TestCase):
    """A test with a home of its own and terminals that are closed after it."""

    tercet = TERCET

    def setUp(self):
        self.home = Home()
        self.terminals = []

    def tearDown(self):
        for terminal in self.terminals:
            terminal.close()
        self.home.remove()

    def open(self, *arguments, **options):
        terminal = Terminal(*arguments, home=self.home, **options)
        self.terminals.append(terminal)
        return terminal

    def open_shell(self, *arguments, **options):
        """Opens the shell on the seed report and waits for its prompt."""
        terminal = self.open("seeds", *arguments, **options)
        terminal.expect_prompt()
        return terminal


class PromptTests(ShellTestCase):
    def test_bare_words_help_and_leave(self):
        for word in ("quit", "exit", ".quit"):
            shell = self.open_shell(rows=70)
            shell.enter("help")
            shell.expect("List the commands")
            shell.expect_prompt()
            shell.enter(word)
            shell.expect_end()

    def test_bare_words_work_inside_a_statement(self):
        shell = self.open_shell(rows=70)
        shell.enter("who (holds")
        shell.expect_prompt("(…>")
        shell.enter("?")
        shell.expect("List the commands")
        shell.expect_prompt("(…>")
        shell.enter("quit")
        shell.expect_end()

    def test_open_statement_shows_what_is_open(self):
        shell = self.open_shell()
        for opening, prompt in (("(", "(…>"), ('"', '"…>'), ("'", "'…>"), ("[", "[…>")):
            shell.enter("who " + opening)
            shell.expect_prompt(prompt)
            shell.send(CTRL_C)
            shell.expect_prompt()

    def test_control_d_leaves(self):
        shell = self.open_shell()
        shell.send(CTRL_D)
        shell.expect_end()

    def test_control_d_on_a_line_with_text_stays(self):
        shell = self.open_shell()
        shell.type("ab")
        shell.send(LEFT + CTRL_D)
        shell.expect_line("tercet> a")

    def test_characters_beyond_ascii(self):
        for locale in ("C.UTF-8", "C", "xx_YY.nonsense"):
            shell = self.open_shell(LANG=locale)
            shell.type('"Erdoğan" 日本 👍')
            shell.send(CTRL_C)
            shell.expect_prompt()


class InterruptTests(ShellTestCase):
    def test_control_c_clears_the_line_and_stays(self):
        shell = self.open_shell()
        shell.type("who holds")
        shell.send(CTRL_C)
        shell.expect_prompt()
        shell.send(CTRL_C)
        # The prompt is empty before and after: what tells that the second one was taken is its mark.
        shell.wait(lambda: shell.text.count("^C") == 2, "the second ^C")
        shell.expect_prompt()
        shell.enter(".help quit")
        shell.expect("Leave the shell")
        shell.expect_prompt()

    def test_control_c_leaves_an_open_statement(self):
        shell = self.open_shell()
        shell.enter("who (holds")
        shell.expect_prompt("(…>")
        shell.send(CTRL_C)
        shell.expect_prompt()

    def test_control_z_and_back(self):
        bash = self.open("--norc", "-i", program=shutil.which("bash"), PS1="bash> ")
        bash.expect_prompt("bash>")
        bash.enter(f"{TERCET} seeds")
        bash.expect_prompt()
        bash.type("who holds")
        bash.send(CTRL_Z)
        bash.expect("Stopped")
        bash.expect_prompt("bash>")
        bash.enter("fg")
        bash.expect_line("tercet> who holds")
        bash.send(CTRL_C)
        bash.expect_prompt()
        bash.enter("quit")
        bash.expect_prompt("bash>")

    def test_resize_draws_the_line_once(self):
        shell = self.open_shell()
        shell.type("who holds hostages")
        shell.screen.resize(40, 70)
        shell.child.setwinsize(40, 70)
        shell.type(" today")
        self.assertEqual(shell.text.count("tercet> who holds"), 1)

    def test_the_terminal_is_given_back_when_the_program_is_told_to_end(self):
        bash = self.open("--norc", "-i", program=shutil.which("bash"), PS1="bash> ")
        bash.expect_prompt("bash>")
        bash.enter(f"{TERCET} seeds")
        bash.expect_prompt()
        bash.enter(".shell-does-not-exist")
        bash.expect("no command")
        bash.expect_prompt()
        bash.send(CTRL_Z)
        bash.expect_prompt("bash>")
        bash.enter("kill %1; fg")
        bash.expect("Terminated")
        bash.expect_prompt("bash>")
        bash.enter("stty -a | tr ' ' '\\n' | grep -x -e icanon -e echo | sort | paste -sd+")
        bash.expect("echo+icanon")


class QueryTests(ShellTestCase):
    PRODUCT = "find count(?a) as ?n where ?a ?p ?b, ?c ?q ?d, ?e ?r ?f, ?g ?s ?h, ?i ?t ?j, if ?b != ?d"

    def test_the_first_question(self):
        shell = self.open_shell()
        for text in ("1 report", "Try:", ".help"):
            shell.expect(text)
        shell.enter("Hamas holds hostages ?n")
        shell.expect("│ 105 │")
        shell.expect("1 row")
        shell.expect_prompt()
        shell.enter(".why 1")
        shell.expect("the report's own words")
        shell.expect("characters 1449–1546")
        shell.expect_prompt()

    def test_control_c_stops_a_query_and_keeps_the_shell(self):
        shell = self.open_shell()
        shell.enter(self.PRODUCT)
        shell.feed(1.5)
        before = time.monotonic()
        shell.send(CTRL_C)
        shell.expect("stopped")
        shell.expect_prompt()
        # Meant is a tenth of a second; the machine may be busy.
        self.assertLess(time.monotonic() - before, 1)
        shell.enter("ask Hamas holds hostages 105")
        shell.expect("yes")
        shell.expect_prompt()

    def test_a_query_over_lines(self):
        shell = self.open_shell()
        shell.enter("find ?who where")
        shell.expect_prompt("where…>")
        shell.enter("?who holds hostages ?n,")
        shell.expect_prompt(",…>")
        shell.enter("?n > 100")
        shell.expect("│ Hamas │")
        shell.expect_prompt()
        shell.send(UP)
        shell.expect("tercet> find ?who where\n?who holds hostages ?n,\n?n > 100")

    def test_completion_knows_the_graph(self):
        shell = self.open_shell()
        shell.send("Ham" + TAB)
        shell.expect_line("tercet> Hamas")
        shell.send("holds h" + TAB)
        shell.expect_line("tercet> Hamas holds hostages")
        shell.send(TAB)
        shell.expect_line("tercet> Hamas holds hostages 105")
        shell.send(CTRL_C)
        shell.expect_prompt()
        shell.send("Hamas " + TAB)
        shell.expect("criticized  1")
        shell.wait(lambda: shell.cursor_line == "tercet> Hamas", "the line below the list")

    def test_a_long_answer_is_paged(self):
        shell = self.open_shell(rows=12, TERCET_PAGER="head -3; echo PAGED; cat >/dev/null")
        shell.enter("?s ?r ?o")
        shell.expect("PAGED")
        shell.expect_prompt()

    def test_help_that_is_longer_than_the_screen_is_paged(self):
        shell = self.open_shell(rows=20, TERCET_PAGER="head -3; echo PAGED; cat >/dev/null")
        shell.enter("help")
        shell.expect("PAGED")
        shell.expect_prompt()

    def test_the_configuration_is_read(self):
        self.home.write("config/tercet/config.q", ".timer on\n.format csv\n")
        shell = self.open_shell()
        shell.enter(".show")
        shell.expect("format        csv")
        shell.expect_prompt()
        shell = self.open_shell("--no-init")
        shell.enter(".show")
        shell.expect("format        table")


class HistoryTests(ShellTestCase):
    def test_statements_of_several_lines_come_back_whole_in_the_next_run(self):
        first = self.open_shell()
        first.enter("who (holds")
        first.expect_prompt("(…>")
        first.enter("hostages)")
        first.expect_prompt()
        first.enter(".help quit")
        first.expect_prompt()
        first.enter("quit")
        first.expect_end()
        self.assertEqual(stat.S_IMODE(os.stat(self.home.history).st_mode), 0o600)
        second = self.open_shell()
        second.send(UP)
        second.expect_line("tercet> .help quit")
        second.send(UP)
        second.expect_line("hostages)")
        second.expect("tercet> who (holds\nhostages)")

    def test_two_shells_at_once_lose_nothing(self):
        first, second = self.open_shell(), self.open_shell()
        first.enter(".help load")
        first.expect("Read reports")
        first.expect_prompt()
        second.enter(".help quit")
        second.expect_prompt()
        first.enter(".help help")
        first.expect_prompt()
        self.assertEqual(self.home.history.read_text(), ".help load\n.help quit\n.help help\n")

    def test_control_r_searches(self):
        shell = self.open_shell(rows=150)
        for line in (".help help", ".help quit"):
            shell.enter(line)
            shell.expect_prompt()
        shell.send(CTRL_R)
        shell.send("p h")
        shell.expect("bck:p h")
        shell.send(ENTER)
        shell.wait(lambda: shell.text.count("List the commands") == 2, "the help once more")

    def test_abandoned_lines_are_not_kept(self):
        shell = self.open_shell()
        shell.type("never run")
        shell.send(CTRL_C)
        shell.expect_prompt()
        shell.send(UP)
        shell.feed(0.3)
        self.assertNotIn("never run", shell.cursor_line)


class PasteTests(ShellTestCase):
    def test_a_paste_of_many_lines_runs_nothing_early_and_completes_nothing(self):
        shell = self.open_shell()
        shell.paste(".help quit\n.he\tload\n")
        shell.wait(lambda: "load" in shell.cursor_line, "the paste")
        self.assertNotIn("Leave the shell", shell.text)
        shell.send(ENTER)
        shell.expect("Leave the shell")

    def test_a_long_paste_arrives_whole(self):
        shell = self.open_shell()
        shell.paste("(" + "\n".join(f"line {number}" for number in range(2000)))
        shell.wait(lambda: "line 1999" in shell.text, "the paste")
        shell.send(ENTER)
        shell.expect_prompt("(…>")
        shell.send(CTRL_C)
        shell.expect_prompt()


class ConfigurationTests(ShellTestCase):
    def test_vi_mode_of_editrc(self):
        self.home.write(".editrc", "bind -v\n")
        shell = self.open_shell()
        shell.type("abc")
        shell.send("\x1b")
        shell.feed(0.3)
        shell.send("0x")
        shell.expect_line("tercet> bc")
        shell.send("i")
        shell.paste("XY")
        shell.wait(lambda: "XY" in shell.cursor_line, "a paste in vi mode")

    def test_no_escape_reaches_a_dumb_terminal(self):
        shell = self.open_shell(TERM="dumb", rows=70)
        shell.send("help" + ENTER)
        shell.expect("List the commands")
        shell.send("quit" + ENTER)
        shell.expect_end()
        self.assertNotIn(b"\x1b", shell.raw)

    def test_no_color(self):
        shell = self.open_shell(NO_COLOR="1")
        shell.enter(".nonsense")
        shell.expect("error:")
        shell.expect_prompt()
        self.assertNotRegex(shell.raw, rb"\x1b\[[0-9;]*[1-9][0-9;]*m")

    def test_colour(self):
        shell = self.open_shell()
        shell.enter(".nonsense")
        shell.expect("error:")
        shell.expect_prompt()
        self.assertRegex(shell.raw, rb"\x1b\[1;31merror:")


if __name__ == "__main__":
    unittest.main()
