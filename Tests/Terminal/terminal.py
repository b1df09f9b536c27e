"""A tercet in a pseudo-terminal, with a screen that can be looked at."""

import os
import pathlib
import shutil
import tempfile
import time

import pexpect
import pyte

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
TERCET = str(pathlib.Path(os.environ.get("TERCET", ".build/debug/tercet")).resolve())
# Generous: the machine may be busy. A test that passes never waits for as long.
PATIENCE = 60

UP, DOWN, LEFT, RIGHT = "\x1b[A", "\x1b[B", "\x1b[D", "\x1b[C"
TAB, ENTER, CTRL_C, CTRL_D, CTRL_R, CTRL_Z = "\t", "\r", "\x03", "\x04", "\x12", "\x1a"


class Home:
    """A home directory of its own, so that nobody's history or configuration is read or written."""

    def __init__(self):
        self.path = pathlib.Path(tempfile.mkdtemp(prefix="tercet-home-"))

    @property
    def history(self):
        return self.path / "state" / "tercet" / "history"

    def write(self, name, text):
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        return str(file)

    def environment(self, **more):
        kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
        return {
            **kept,
            "HOME": str(self.path),
            "XDG_STATE_HOME": str(self.path / "state"),
            "XDG_CONFIG_HOME": str(self.path / "config"),
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            **more,
        }

    def remove(self):
        shutil.rmtree(self.path, ignore_errors=True)


class Terminal:
    """A program on a screen."""

    def __init__(self, *arguments, home, columns=100, rows=40, program=TERCET, cwd=REPOSITORY, **environment):
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self.child = pexpect.spawn(
            program,
            list(arguments),
            env=home.environment(**environment),
            dimensions=(rows, columns),
            cwd=str(cwd),
            timeout=PATIENCE,
        )
        # pexpect waits before each send, against echoes that come too early; we look at the screen instead.
        self.child.delaybeforesend = None

    def feed(self, seconds):
        try:
            data = self.child.read_nonblocking(1 << 16, timeout=seconds)
        except pexpect.TIMEOUT:
            return False
        except pexpect.EOF:
            return None
        self.raw += data
        self.stream.feed(data)
        return True

    def watch(self, seconds):
        """Reads for so long, whatever comes."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self.feed(left)

    @property
    def lines(self):
        return [line.rstrip() for line in self.screen.display]

    @property
    def text(self):
        return "\n".join(self.lines).rstrip()

    @property
    def cursor_line(self):
        """The line on which the cursor stands."""
        return self.lines[self.screen.cursor.y]

    def wait(self, condition, what):
        """Reads until the screen meets a condition."""
        end = time.monotonic() + PATIENCE
        while not condition():
            if time.monotonic() > end:
                raise AssertionError(f"{what} did not come; the screen is:\n{self.text}")
            if self.feed(0.2) is None and not condition():
                raise AssertionError(f"{what} did not come, the program has ended; the screen is:\n{self.text}")

    def expect(self, text):
        self.wait(lambda: text in self.text, repr(text))

    def expect_prompt(self, prompt="tercet>"):
        """Waits for an empty prompt under the cursor."""
        self.wait(lambda: self.cursor_line.strip() == prompt, f"the prompt {prompt!r}")

    def expect_line(self, line):
        """Waits for the cursor's line to be this one."""
        self.wait(lambda: self.cursor_line == line, f"the line {line!r}")

    def send(self, keys):
        self.child.send(keys)

    def type(self, text):
        """Types a text and waits for its echo."""
        self.send(text)
        self.wait(lambda: self.cursor_line.rstrip().endswith(text.rstrip()), f"the echo of {text!r}")

    def enter(self, text):
        self.type(text)
        self.send(ENTER)

    def paste(self, text):
        """Pastes as a terminal does that has been asked to bracket pastes."""
        self.send("\x1b[200~" + text.replace("\n", "\r") + "\x1b[201~")

    def expect_end(self, status=0):
        """Waits for the program's end with an exit status."""
        while self.feed(PATIENCE) is True:
            pass
        self.child.wait()
        if self.child.exitstatus != status:
            raise AssertionError(
                f"exit status {self.child.exitstatus} (signal {self.child.signalstatus}), not {status}; "
                f"the screen is:\n{self.text}"
            )

    def close(self):
        self.child.close(force=True)
