"""A real server and two real windows: what is typed in one is read in the other.

usage: two_windows.py BINDIR    (brusiod and brusio are there; Xvfb and xdotool are installed)
"""

import os
import re
import subprocess
import sys
import tempfile
import threading
import time

PATIENCE_S = 90
TEXT = "buongiorno da qui"


class Program:
    """A child process whose lines are kept and can be waited for."""

    def __init__(self, command, stream, environment=None, pass_fds=()):
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
        if stream == "stderr":
            pipes = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE}
        self.command = command
        self.lines = []
        self.more = threading.Condition()
        self.process = subprocess.Popen(
            command, text=True, env=environment, pass_fds=pass_fds, **pipes
        )
        source = self.process.stderr if stream == "stderr" else self.process.stdout
        threading.Thread(target=self.listen, args=(source,), daemon=True).start()

    def listen(self, source):
        for line in source:
            with self.more:
                self.lines.append(line.rstrip("\n"))
                self.more.notify_all()

    def find(self, pattern):
        with self.more:
            return next(filter(None, (re.search(pattern, line) for line in self.lines)), None)

    def wait_for(self, pattern):
        return wait_for_any([self], pattern)

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()


def wait_for_any(programs, pattern):
    """The first line of one of these programs that fits."""
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        for program in programs:
            match = program.find(pattern)
            if match:
                return match
        with programs[0].more:
            programs[0].more.wait(0.1)
    shown = "\n  ".join(line for program in programs for line in program.lines)
    sys.exit(f"no line like '{pattern}' from {programs[0].command}:\n  {shown}")


def start_display(programs):
    read_end, write_end = os.pipe()
    command = ["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1400x900x24"]
    programs.append(
        Program(command + ["-nolisten", "tcp"], "stderr", pass_fds=(write_end,))
    )
    os.close(write_end)
    with os.fdopen(read_end) as number:
        return ":" + number.readline().strip()


def main():
    binaries = sys.argv[1]
    programs = []
    folder = tempfile.TemporaryDirectory()
    try:
        display = start_display(programs)
        server = Program(
            [f"{binaries}/brusiod", "--listen", "irc://127.0.0.1:0", "--ephemeral"], "stderr"
        )
        programs.append(server)
        url = server.wait_for(r"event=listening .*url=(irc://\S+)").group(1)

        environment = dict(os.environ, DISPLAY=display, QT_QPA_PLATFORM="xcb")
        environment["QT_QUICK_BACKEND"] = "software"

        def window(nick):
            command = [f"{binaries}/brusio", "--server", url, "--nick", nick]
            command += ["--settings", f"{folder.name}/{nick}.ini", "--lang", "en"]
            command += ["--join", "#piazza", "--open", "#piazza", "--print-messages"]
            program = Program(command, "stdout", environment)
            programs.append(program)
            return program

        # Who is in the room first sees the other come in: then both are there.
        ada, bob = window("ada"), window("bob")
        wait_for_any([ada, bob], r"^#piazza <> (ada|bob) joined")

        # The keyboard of a person, on the window of the first.
        def xdotool(*arguments):
            return subprocess.run(
                ["xdotool", *arguments], env=environment, check=True, capture_output=True, text=True
            ).stdout

        pid = str(ada.process.pid)
        found = xdotool("search", "--sync", "--onlyvisible", "--pid", pid).split()
        xdotool("windowfocus", "--sync", found[-1])
        xdotool("type", "--delay", "30", TEXT)
        xdotool("key", "Return")

        ada.wait_for(rf"^#piazza <ada> {TEXT}$")
        bob.wait_for(rf"^#piazza <ada> {TEXT}$")
        for program in (ada, bob):
            noise = [line for line in program.lines if ".qml" in line]
            if noise:
                sys.exit("QML warned:\n  " + "\n  ".join(noise))
        print("read in the other window")
    finally:
        for program in reversed(programs):
            program.stop()
        folder.cleanup()


if __name__ == "__main__":
    main()
