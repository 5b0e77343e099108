"""kill -9 under load, again and again: what was acknowledged is in the store once and in order.

usage: kill_nine.py BRUSIOD [--runs N] [--seed N] [--folder DIR] [--rate-min N]

Each run starts brusiod on the same data directory, lets some clients talk as fast as it answers, and
kills it at a moment that chance decides. A message counts as acknowledged when its labelled echo has
been read. The next start has to have each acknowledged message once, under the id of its echo, in the
order in which its sender sent it, and nothing in its log but what all clients were shown. A silent
listener, who reads from the history what it has missed, has to end up with exactly the log.

After a kill only what is new is looked at. Every 20th time and at the end `brusiod verify` has to call
the store sound, and all of it is read again: what was there once may not have changed.
"""

import argparse
import contextlib
import pathlib
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

from brusiod import PATIENCE_S, Brusiod
from load_clients import PAGE, ROOM, Listener, Talker
from load_ledger import Ledger

TALKERS = 4
LIFE_S = (0.3, 1.2)
CHECK_ALL_EVERY = 20
SENTENCES_MAX = 10
CONFIG = f"""
[limits]
command_burst_tokens = 1000000
command_tokens_per_second = 1000000
history_messages_max = {PAGE}
send_queue_bytes_max = 104857600
"""


class Trial:
    """One data directory, through all lives of its server."""

    def __init__(self, program, scratch, data, seed):
        self.program = program
        self.data = data
        self.config = scratch / "load.toml"
        self.config.write_text(CONFIG)
        self.chance = random.Random(seed)
        self.ledger = Ledger(self.entries)
        self.listener = Listener()
        self.sent = 0
        self.rates = []  # acknowledged a second, of each life
        self.life_s = 0.0
        self.start_s = []

    def entries(self, seq):
        # Read-only, and while the server runs: the server alone repairs what the kill has left.
        with contextlib.closing(sqlite3.connect(f"file:{self.data / 'brusio.db'}?mode=ro", uri=True)) as store:
            yield from store.execute("SELECT seq, kind, id, text FROM message WHERE seq > ? AND conversation = "
                                     "(SELECT id FROM room WHERE key = ?) ORDER BY seq", (seq, ROOM))

    def start(self):
        """A server that has been looked at; the listener has come."""
        begin = time.monotonic()
        server = Brusiod(self.program, ["irc"], config=self.config, data=self.data)
        self.start_s.append(time.monotonic() - begin)
        try:
            self.listener.come(server.port("irc"))
            self.ledger.check_new(self.listener.take_view())
        except BaseException:
            server.__exit__()
            raise
        return server

    def live_and_die(self, number):
        with self.start() as server:
            if number % CHECK_ALL_EVERY == 0:
                self.ledger.check_all()
            talkers = [Talker(server.port("irc"), f"t{number}x{i}") for i in range(TALKERS)]
            self.listener.listen()
            begin = time.monotonic()
            for talker in talkers:
                talker.start()
            time.sleep(self.chance.uniform(*LIFE_S))  # the moment is the test's input
            server.process.kill()
            self.note_life(talkers, time.monotonic() - begin)

    def note_life(self, talkers, seconds):
        for talker in talkers:
            talker.join(PATIENCE_S)
            self.ledger.acknowledge(talker.name, talker.acknowledged)
            self.ledger.show(talker.name, talker.view)
        self.listener.leave()
        self.sent += sum(talker.sent for talker in talkers)
        self.life_s += seconds
        self.rates.append(sum(len(talker.acknowledged) for talker in talkers) / seconds)

    def verify(self):
        verdict = subprocess.run([self.program, "verify", "--data", self.data], capture_output=True, text=True)
        if verdict.returncode != 0:
            self.ledger.faults.note("unsound", verdict.stderr.strip())

    def run(self, kills):
        for number in range(kills):
            self.live_and_die(number)
            if (number + 1) % CHECK_ALL_EVERY == 0:
                self.verify()
            if self.ledger.faults.sentences:
                return
        with self.start():
            self.ledger.check_all()
        self.verify()

    def rate(self):
        return len(self.ledger.acknowledged) / self.life_s

    def report(self, rate_min):
        counts = self.ledger.faults.counts
        named = ("lost", "doubled", "reordered")
        under_load = sum(rate >= rate_min for rate in self.rates)
        print(f"{len(self.rates)} kills, {under_load} of them at {rate_min:.0f} a second or more")
        print(f"{self.sent} sent, {len(self.ledger.acknowledged)} acknowledged: {self.rate():.0f} a second, "
              f"{statistics.median(self.rates):.0f} in the middle life, {min(self.rates):.0f} in the slowest")
        print(", ".join(f"{counts[kind]} {kind}" for kind in named)
              + f", {counts.total() - sum(counts[kind] for kind in named)} other faults")
        print(f"{self.ledger.reading.seq} entries in the log, {TALKERS} talkers and a listener a life")
        print(f"a start took {statistics.median(self.start_s) * 1e3:.0f} ms, the slowest "
              f"{max(self.start_s) * 1e3:.0f} ms, the last {self.start_s[-1] * 1e3:.0f} ms")
        for sentence in self.ledger.faults.sentences[:SENTENCES_MAX]:
            print("  " + sentence)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--runs", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", help="where to keep the data; else it is temporary")
    parser.add_argument("--rate-min", type=float, default=1, help="fewer acknowledged a second fail")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        data = pathlib.Path(options.folder or scratch) / "data"
        trial = Trial(options.program, pathlib.Path(scratch), data, options.seed)
        trial.run(options.runs)
    trial.report(options.rate_min)
    if trial.rate() < options.rate_min:
        print(f"  that is too slow: at least {options.rate_min:.0f} a second were asked for")
        return 1
    return 1 if trial.ledger.faults.sentences else 0


if __name__ == "__main__":
    sys.exit(main())
