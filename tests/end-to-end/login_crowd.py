"""Everybody of one office logs in at once, beside somebody from elsewhere and somebody who guesses.

usage: login_crowd.py BRUSIOD [--people N] [--honest-s SECONDS]

All with the right password are let in; who comes from another address meanwhile does not wait for
them; of a flood of wrong passwords for one account no more are looked at than the limit says, and
its owner is let in after it and after a restart. Prints what it took; how long is held against a
bound only if one is given, on a machine that has nothing else to do.
"""

import argparse
import base64
import concurrent.futures
import pathlib
import sys
import tempfile
import time

from brusiod import PATIENCE_S, Brusiod
from log_in import Client

CONFIG = """
[limits]
registrations_per_address_max = 1000000
command_tokens_per_second = 0
[accounts]
scram_iterations = 4096
stay_in_rooms = false
"""
OFFICE, ELSEWHERE, TROLL, HOME = "127.0.0.2", "127.0.0.3", "127.0.0.4", "127.0.0.1"
TRIES_PER_ACCOUNT = 10


def response(account, password):
    return "AUTHENTICATE " + base64.b64encode(f"\0{account}\0{password}".encode()).decode()


def ready(port, source):
    """A link that has only its password left to say."""
    client = Client(port, source)
    client.socket.settimeout(PATIENCE_S * 4)
    client.send("CAP LS 302", "AUTHENTICATE PLAIN")
    client.read("AUTHENTICATE +")
    return client


def at_once(port, source, accounts, password, meanwhile=lambda: None):
    """All say their password, then `meanwhile` runs; gives the answers and seconds."""
    clients = [ready(port, source) for _ in accounts]
    begin = time.monotonic()
    for client, account in zip(clients, accounts):
        client.send(response(account, password))
    between = meanwhile()
    answers = [client.read(" 903 ", " 904 ") for client in clients]
    spent = time.monotonic() - begin
    for client in clients:
        client.__exit__()
    return answers, spent, between


def log_in(port, source, account, password):
    begin = time.monotonic()
    with ready(port, source) as client:
        client.send(response(account, password))
        return client.read(" 903 ", " 904 "), time.monotonic() - begin


def register(port, account):
    with Client(port) as client:
        client.socket.settimeout(PATIENCE_S * 4)
        client.register(account, "secret-word")


def run(program, people, honest_s, folder):
    config = folder / "brusio.toml"
    config.write_text(CONFIG)
    accounts = [f"p{i}" for i in range(people)]
    with Brusiod(program, ["irc"], config, folder / "data") as server:
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            list(pool.map(lambda account: register(server.port("irc"), account), accounts))
        answers, spent, honest = at_once(
            server.port("irc"), OFFICE, accounts, "secret-word",
            lambda: log_in(server.port("irc"), ELSEWHERE, "p0", "secret-word"))
        print(f"{people} people of one address: {spent:.2f} s; one from elsewhere: {honest[1]:.2f} s")
        refused = [answer for answer in answers if " 903 " not in answer]
        assert not refused, f"{len(refused)} of {people} were refused: {refused[0]}"
        assert " 903 " in honest[0] and honest[1] <= honest_s, f"{honest} beside the crowd"

        for source in (TROLL, OFFICE):  # where nobody knows the account, and where its owner was
            answers, spent, honest = at_once(
                server.port("irc"), source, ["p1"] * people, "wrong-word",
                lambda: log_in(server.port("irc"), ELSEWHERE, "p2", "secret-word"))
            looked_at = sum("is wrong" in answer for answer in answers)
            print(f"{people} wrong ones from {source}: {looked_at} looked at, {spent:.2f} s")
            assert looked_at <= TRIES_PER_ACCOUNT + 1, f"{looked_at} were looked at"
            assert " 903 " in honest[0] and honest[1] <= honest_s, f"{honest} beside the flood"
            assert not any(" 903 " in answer for answer in answers)
        answer, spent = log_in(server.port("irc"), HOME, "p1", "secret-word")
        assert " 903 " in answer and spent <= honest_s, f"the owner, at home: {answer}"
        server.process.kill()
        server.process.wait()
    with Brusiod(program, ["irc"], config, folder / "data") as server:
        for word in range(5):
            log_in(server.port("irc"), OFFICE, f"nobody{word}", "wrong-word")
        answer, spent = log_in(server.port("irc"), OFFICE, "p1", "secret-word")
        print(f"after a restart, beside somebody who guesses: {spent:.2f} s")
        assert " 903 " in answer and spent <= honest_s, f"the owner, after a restart: {answer}"
        server.wait_for(r"event=login_failed account=nobody0 address=127\.0\.0\.2")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("--people", type=int, default=20)
    parser.add_argument("--honest-s", type=float, default=float("inf"))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        run(options.program, options.people, options.honest_s, pathlib.Path(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())
