"""Eleven situations in the real window, heard through Orca, compared with a written list.

usage: heard.py BINDIR    (brusiod and brusio are there; Xvfb, xdotool, dbus-run-session,
                          at-spi2-core and orca are installed)

Nothing is made audible: Orca speaks through a module that writes its sentences to a file. A situation
is heard when its words came in this order in what was spoken after it began.
"""

import os
import re
import socket
import subprocess
import sys
import tempfile
import time

from two_windows import Program, start_display

PATIENCE_S = 10

# (what happens, what is heard of it)
WANTED = [
    ("the window opens", ["#piazza", "Brusio", "frame"]),
    ("somebody speaks", ["ada: buongiorno"]),
    ("somebody mentions us", ["ada mentions you: me: ci sei"]),
    ("three speak at once", ["3 messages"]),
    ("to the messages", ["tre"]),
    ("one message up", ["due"]),
    ("its menu", ["Mention ada"]),
    ("back to writing", ["Message in #piazza"]),
    ("a command that is none", ["There is no command /dunque"]),
    ("the rooms", ["#piazza"]),
    ("the server goes away", ["There is no connection"]),
]


# Orca's own way to be told what it speaks through.
CUSTOM = """import orca.settings
orca.settings.speechServerFactory = "silent_speech"
orca.settings.speechFactoryModules = ["silent_speech"]
"""
MODULE = """import os
from orca import speechserver


class SpeechServer(speechserver.SpeechServer):
    @staticmethod
    def getFactoryName():
        return "Silent"

    @staticmethod
    def getSpeechServers():
        return [SpeechServer()]

    @staticmethod
    def getSpeechServer(info=None):
        return SpeechServer()

    @staticmethod
    def shutdownActiveServers():
        pass

    def getInfo(self):
        return ["Silent", "silent"]

    def getVoiceFamilies(self):
        return []

    def speak(self, text=None, acss=None, interrupt=True):
        with open(os.environ["BRUSIO_HEARD"], "a", encoding="utf-8") as file:
            file.write(f"{text}\\n")
"""


class Speech:
    """What Orca says, as the file grows."""

    def __init__(self, folder):
        self.path = f"{folder}/heard.txt"
        self.begin = 0
        customs = f"{folder}/.local/share/orca"
        os.makedirs(customs)
        for path, text in (
            (f"{customs}/orca-customizations.py", CUSTOM),
            (f"{folder}/silent_speech.py", MODULE),
        ):
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)

    def spoken(self):
        if not os.path.exists(self.path):
            return []
        with open(self.path, encoding="utf-8", errors="replace") as file:
            file.seek(self.begin)
            return file.read().splitlines()

    def mark(self):
        self.begin = os.path.getsize(self.path) if os.path.exists(self.path) else 0

    def hears(self, words):
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            rest = " | ".join(self.spoken())
            for word in words:
                _, found, rest = rest.partition(word)
                if not found:
                    break
            else:
                return True
            time.sleep(0.2)
        return False


class Peer:
    """Somebody else in the room, on a socket of its own."""

    def __init__(self, url):
        host, port = re.match(r"irc://(.*):(\d+)", url).groups()
        self.socket = socket.create_connection((host, int(port)), timeout=PATIENCE_S)
        self.say("NICK ada", "USER ada 0 * :Ada", "JOIN #piazza")
        self.wait_for(b" 366 ")

    def wait_for(self, words):
        heard = b""
        while words not in heard:
            heard += self.socket.recv(4096)

    def say(self, *lines):
        self.socket.sendall("".join(line + "\r\n" for line in lines).encode())


class Keyboard:
    """A person's hands on one window."""

    def __init__(self, process, environment):
        self.pid = str(process.pid)
        self.environment = environment

    def xdotool(self, *arguments):
        command = ["xdotool", *arguments]
        return subprocess.run(
            command, env=self.environment, check=True, capture_output=True, text=True
        ).stdout

    def go_to_window(self):
        found = self.xdotool("search", "--sync", "--onlyvisible", "--pid", self.pid)
        self.xdotool("windowfocus", "--sync", found.split()[-1])

    def press(self, *names):
        for name in names:
            self.xdotool("key", name)

    def write(self, text):
        self.xdotool("type", "--delay", "30", text)


def start_orca(folder, programs):
    speech = Speech(folder)
    environment = dict(os.environ, BRUSIO_HEARD=speech.path, PYTHONPATH=folder)
    command = ["orca", "--disable", "braille", "--debug-file", f"{folder}/orca.log"]
    programs.append(Program(command, "stdout", environment))
    if not speech.hears(["Screen reader on."]):
        sys.exit("Orca does not start:\n  " + "\n  ".join(programs[-1].lines))
    return speech


def start_window(binaries, folder, url, programs):
    environment = dict(os.environ, QT_QPA_PLATFORM="xcb", QT_QUICK_BACKEND="software")
    environment["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
    command = [f"{binaries}/brusio", "--server", url, "--nick", "me", "--lang", "en"]
    command += ["--join", "#piazza", "--open", "#piazza", "--settings", f"{folder}/me.ini"]
    programs.append(Program(command, "stdout", environment))
    return Keyboard(programs[-1].process, environment)


def run(binaries, folder, programs):
    server = Program(
        [f"{binaries}/brusiod", "--listen", "irc://127.0.0.1:0", "--ephemeral"], "stderr"
    )
    programs.append(server)
    url = server.wait_for(r"event=listening .*url=(irc://\S+)").group(1)
    peer = Peer(url)
    speech = start_orca(folder, programs)
    keyboard = start_window(binaries, folder, url, programs)
    peer.wait_for(b":me!")

    def speak(*texts):
        peer.say(*(f"PRIVMSG #piazza :{text}" for text in texts))

    def command():
        keyboard.write("/dunque")
        keyboard.press("Return")

    doings = [
        keyboard.go_to_window,
        lambda: speak("buongiorno"),
        lambda: speak("me: ci sei?"),
        lambda: speak("uno", "due", "tre"),
        lambda: keyboard.press("F6"),
        lambda: keyboard.press("Up"),
        lambda: keyboard.press("Return", "Down"),
        lambda: keyboard.press("Escape", "Escape"),
        command,
        lambda: keyboard.press("shift+F6"),
        server.stop,
    ]
    faults = []
    for (what, words), doing in zip(WANTED, doings, strict=True):
        speech.mark()
        doing()
        if not speech.hears(words):
            faults.append(f"{what}: wanted {words}, heard {speech.spoken()}")
    if faults:
        sys.exit("\n".join(faults))
    print(f"{len(WANTED)} situations were heard")


def main():
    binaries = os.path.abspath(sys.argv[1])
    programs = []
    with tempfile.TemporaryDirectory() as folder:
        try:
            if "BRUSIO_HEARD_INSIDE" in os.environ:
                run(binaries, os.environ["HOME"], programs)
                return
            display = start_display(programs)
            environment = dict(os.environ, DISPLAY=display, BRUSIO_HEARD_INSIDE="1", HOME=folder)
            environment.update(XDG_RUNTIME_DIR=folder, LC_ALL="C.UTF-8", GTK_A11Y="none")
            for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
                environment.pop(name, None)
            command = ["dbus-run-session", "--", sys.executable, "-B", __file__, binaries]
            sys.exit(subprocess.run(command, env=environment, check=False).returncode)
        finally:
            for program in reversed(programs):
                program.stop()


if __name__ == "__main__":
    main()
