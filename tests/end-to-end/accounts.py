"""Accounts of a real brusiod: made, kept over a restart, logged in to by two mechanisms.

usage: accounts.py BRUSIOD
"""

import pathlib
import sys
import tempfile
import unittest

from brusiod import Brusiod
from log_in import Client

PROGRAM = sys.argv.pop(1)
LONG = "x" * 592  # its response to PLAIN has 800 bytes: two full pieces


class Accounts(unittest.TestCase):
    def setUp(self):
        self.place = tempfile.TemporaryDirectory()
        self.addCleanup(self.place.cleanup)
        self.folder = pathlib.Path(self.place.name)

    def server(self):
        return Brusiod(PROGRAM, ["irc"], data=self.folder / "data")

    def test_an_account_outlives_the_server(self):
        with self.server() as server:
            with Client(server.port("irc")) as ann:
                ann.register("ann", "secret-word")
            server.process.kill()
        with self.server() as server, Client(server.port("irc")) as ann, Client(server.port("irc")) as eve:
            self.assertEqual(ann.plain("ann", "secret-word"), "903")
            self.assertEqual(eve.plain("ann", "wrong-word"), "904")
            self.assertEqual(eve.scram("ann", "wrong-word"), "904")
            self.assertEqual(eve.scram("ann", "secret-word"), "903")

    def test_a_name_without_an_account_looks_the_same_after_a_restart(self):
        challenges = []
        for _ in range(2):
            with self.server() as server, Client(server.port("irc")) as eve:
                challenges.append(eve.scram_first("nobody"))
                self.assertEqual(eve.answer(eve.scram_proof(challenges[-1], "secret-word")), "904")
        self.assertEqual(challenges[0]["s"], challenges[1]["s"])
        self.assertEqual(challenges[0]["i"], challenges[1]["i"])
        self.assertNotEqual(challenges[0]["r"], challenges[1]["r"])
        self.assertEqual((self.folder / "data" / "secret").stat().st_mode & 0o777, 0o600)

    def test_a_long_password_goes_in_pieces(self):
        with self.server() as server, Client(server.port("irc")) as ann, Client(server.port("irc")) as again:
            ann.register("ann", LONG)
            self.assertEqual(again.plain("ann", LONG), "903")
            self.assertEqual(again.scram("ann", LONG), "903")


if __name__ == "__main__":
    unittest.main()
