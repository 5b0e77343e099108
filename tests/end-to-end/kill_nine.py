"""kill -9 under load, again and again: what was acknowledged is in the store once and in order.

usage: kill_nine.py BRUSIOD [--runs N] [--seed N] [--folder DIR]

Each run starts brusiod on the same data directory, lets some clients talk as fast as it answers, and
kills it at a moment that chance decides. A message counts as acknowledged when its labelled echo has
been read. Then `brusiod verify` has to call the store sound, and the store has to hold each
acknowledged message once, under the id of its echo, in the order in which its sender sent it.
"""

import argparse
import pathlib
import random
import re
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

from brusiod import PATIENCE_S, Brusiod

TALKERS = 4
IN_FLIGHT = 64  # messages that a client sends before it waits for echoes
LIFE_S = (0.3, 1.2)
CONFIG = """
[limits]
command_burst_tokens = 1000000
command_tokens_per_second = 1000000
"""
ECHO = re.compile(r"@(\S+) :\S+ PRIVMSG #load :(\S+)$")


class Talker(threading.Thread):
    """A client that talks until its link breaks; keeps what was acknowledged, in order."""

    def __init__(self, port, name):
        super().__init__(daemon=True)
        self.name = name
        self.acknowledged = []  # (text, message id)
        self.sent = 0
        self.link = socket.create_connection(("127.0.0.1", port), PATIENCE_S)
        self.reader = self.link.makefile("r", encoding="utf-8", newline="\n")
        self.put("CAP REQ :labeled-response echo-message message-tags batch", f"NICK {name}",
                 f"USER {name} 0 * :{name}", "CAP END", "JOIN #load")
        while " 366 " not in self.reader.readline():
            pass

    def put(self, *lines):
        self.link.sendall("".join(line + "\r\n" for line in lines).encode())

    def send_up_to(self, count):
        lines = []
        while self.sent < count:
            self.sent += 1
            lines.append(f"@label={self.sent} PRIVMSG #load :{self.name}-{self.sent}")
        if lines:
            self.put(*lines)

    def run(self):
        try:
            while True:
                self.send_up_to(len(self.acknowledged) + IN_FLIGHT)
                line = self.reader.readline()
                if not line.endswith("\n"):
                    return
                found = ECHO.match(line.rstrip("\r\n"))
                tags = dict(tag.partition("=")[::2] for tag in found[1].split(";")) if found else {}
                if "label" in tags:
                    self.acknowledged.append((found[2], tags["msgid"]))
        except OSError:
            return
        finally:
            self.link.close()


class Ledger:
    """What was acknowledged over all runs, held against the store."""

    def __init__(self, folder):
        self.folder = folder
        self.acknowledged = {}  # text -> message id
        self.faults = []
        self.sent = 0
        self.life_s = 0.0
        self.last_place = 0

    def add(self, talker):
        self.sent += talker.sent
        numbers = [int(text.rpartition("-")[2]) for text, _ in talker.acknowledged]
        if numbers != sorted(numbers):
            self.faults.append(f"echoes to {talker.name} came in another order than it sent")
        self.acknowledged.update(talker.acknowledged)

    def check(self):
        store = sqlite3.connect(self.folder / "brusio.db")
        # A room that ends and is made anew is another conversation, so the order is that of both.
        rows = store.execute("SELECT text, id FROM message ORDER BY conversation, seq").fetchall()
        store.close()
        stored, last = {}, {}
        for text, msgid in rows:
            if text in stored:
                self.faults.append(f"{text} is there twice")
            stored[text] = msgid
            sender, _, number = text.rpartition("-")
            if int(number) <= last.get(sender, 0):
                self.faults.append(f"{text} is behind {sender}-{last[sender]}")
            last[sender] = int(number)
        for text, msgid in self.acknowledged.items():
            if stored.get(text) != msgid:
                self.faults.append(f"{text} was acknowledged as {msgid}, the store has {stored.get(text)}")
        return len(rows)


def one_run(program, config, ledger, number, chance):
    with Brusiod(program, ["irc"], config=config, data=ledger.folder) as server:
        talkers = [Talker(server.port("irc"), f"t{number}x{i}") for i in range(TALKERS)]
        begin = time.monotonic()
        for talker in talkers:
            talker.start()
        time.sleep(chance.uniform(*LIFE_S))  # the moment is the test's input
        server.process.kill()
        ledger.life_s += time.monotonic() - begin
        for talker in talkers:
            talker.join(PATIENCE_S)
            ledger.add(talker)
    verdict = subprocess.run([program, "verify", "--data", ledger.folder], capture_output=True, text=True)
    if verdict.returncode != 0:
        ledger.faults.append(verdict.stderr.strip())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--runs", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", help="where to keep the data; else it is temporary")
    options = parser.parse_args()
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(options.folder or scratch)
        config = pathlib.Path(scratch) / "load.toml"
        config.write_text(CONFIG)
        ledger = Ledger(folder / "data")
        for number in range(options.runs):
            one_run(options.program, config, ledger, number, chance)
            if ledger.faults:
                break
        stored = ledger.check()
    rate = len(ledger.acknowledged) / ledger.life_s
    print(f"{options.runs} kills, {ledger.sent} sent, {len(ledger.acknowledged)} acknowledged "
          f"({rate:.0f} a second), {stored} stored, {len(ledger.faults)} faults")
    for fault in ledger.faults[:10]:
        print("  " + fault)
    if not ledger.acknowledged:
        print("  nothing was acknowledged: nothing was tested")
    return 1 if ledger.faults or not ledger.acknowledged else 0


if __name__ == "__main__":
    sys.exit(main())
