"""Does the clock tell an account from a name that is nobody's? By hand; prints a table.

usage: login_timing.py BRUSIOD [--tries N]

One client fails to log in with the name of an account and with one that has none, in random turn: by
PLAIN, by the first half of SCRAM, and by its proof. The medians should differ by no more than those of
two names without an account do (`again` is the second). For a machine that does nothing else.
"""

import argparse
import pathlib
import random
import statistics
import tempfile
import time

from brusiod import Brusiod
from log_in import Client

CONFIG = """
[limits]
login_tries_per_address_max = 1000000
login_tries_per_account_max = 1000000
command_burst_tokens = 1000000
command_tokens_per_second = 1000000
registration_deadline = "10m"
[accounts]
scram_iterations = 4096
"""
NAMES = {"known": "ann", "unknown": "nob", "again": "noc"}


def timed(spent, action):
    begin = time.perf_counter()
    result = action()
    spent.append((time.perf_counter() - begin) * 1e3)
    return result


def measure(client, tries):
    """Milliseconds by way and kind of name."""
    spent = {way: {kind: [] for kind in NAMES} for way in ("PLAIN", "SCRAM first", "SCRAM proof")}
    kinds = list(NAMES)
    for _ in range(tries):
        random.shuffle(kinds)
        for kind in kinds:
            name = NAMES[kind]
            timed(spent["PLAIN"][kind], lambda: client.plain(name, "wrong-word"))
            challenge = timed(spent["SCRAM first"][kind], lambda: client.scram_first(name))
            proof = client.scram_proof(challenge, "wrong-word")
            timed(spent["SCRAM proof"][kind], lambda: client.answer(proof))
    return spent


def report(spent):
    print("way          name      median ms   against unknown")
    for way, kinds in spent.items():
        base = statistics.median(kinds["unknown"])
        for kind, values in kinds.items():
            middle = statistics.median(values)
            print(f"{way:12} {kind:9} {middle:9.3f}   {(middle / base - 1) * 100:+6.2f} %")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("--tries", type=int, default=200)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        config = pathlib.Path(folder) / "brusio.toml"
        config.write_text(CONFIG)
        with Brusiod(options.program, ["irc"], config) as server:
            with Client(server.port("irc")) as ann:
                ann.register("ann", "secret-word")
            with Client(server.port("irc")) as eve:
                eve.send("CAP LS 302")
                report(measure(eve, options.tries))


if __name__ == "__main__":
    main()
