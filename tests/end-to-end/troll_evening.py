"""A troll's evening with a real brusiod: kept out by address, account and mask, also by the next start.

usage: troll_evening.py BRUSIOD
"""

import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

from brusiod import Brusiod
from log_in import Client

PROGRAM = sys.argv.pop(1)
TROLLS = "127.0.0.2"  # where the trolls come from; others come from 127.0.0.1
OPERATIONS = pathlib.Path(__file__).parents[2] / "docs" / "operations.md"


class TrollEvening(unittest.TestCase):
    def setUp(self):
        self.place = tempfile.TemporaryDirectory()
        self.addCleanup(self.place.cleanup)
        self.folder = pathlib.Path(self.place.name)
        hashed = subprocess.run([PROGRAM, "hash-password"], input="operators-word\n", text=True,
                                capture_output=True, check=True).stdout.splitlines()[-1]
        self.config = self.folder / "b.toml"
        self.config.write_text(f'[[operator]]\nname = "root"\npassword_hash = "{hashed}"\n'
                               'mask = "*!*@127.0.0.1"\n')

    def server(self):
        return Brusiod(PROGRAM, ["irc"], config=self.config, data=self.folder / "data")

    def client(self, server, nick, source="127.0.0.1"):
        client = Client(server.port("irc"), source)
        self.addCleanup(client.__exit__)
        client.send(f"NICK {nick}", f"USER {nick} 0 * :{nick}")
        return client

    def operator(self, server):
        root = self.client(server, "root")
        root.send("OPER root operators-word")
        root.read(" 381 ")
        return root

    def refused(self, server, nick, source, reason):
        line = self.client(server, nick, source).read(" 465 ", " 001 ")
        self.assertIn(" 465 ", line)
        self.assertIn(reason, line)

    def test_trolls_stay_out(self):
        with self.server() as server:
            root = self.operator(server)
            troll = self.client(server, "troll", TROLLS)
            troll.read(" 001 ")
            root.send("BAN ADD 1d 127.0.0.2 :by address")
            root.read("1 link was closed")
            troll.read(" 465 ")
            self.refused(server, "other", TROLLS, "by address")
            root.send("KLINE bad*!*@* :by mask")
            root.read("is banned for good")
            self.refused(server, "badger", "127.0.0.3", "by mask")
            with Client(server.port("irc"), "127.0.0.4") as eve:
                eve.register("eve", "secret-word")
                root.send("BAN ADD account:eve :by account")
                root.read("1 link was closed")
                eve.read(" 465 ")
            with Client(server.port("irc"), "127.0.0.5") as eve:
                eve.send("PASS eve:secret-word", "NICK eve", "USER eve 0 * :eve")
                self.assertIn("by account", eve.read(" 465 ", " 001 "))
            root.send("BAN ADD 127.0.0.1 :myself")
            root.read("This would ban yourself")
            root.send("AUDIT 10 ban")
            for reason in ("by address", "by mask", "by account"):
                self.assertIn(reason, root.read(" ban "))
            server.process.kill()
        with self.server() as server:
            self.refused(server, "other", TROLLS, "by address")
            self.refused(server, "badger", "127.0.0.3", "by mask")
            root = self.operator(server)
            root.send("UNDLINE 127.0.0.2")
            root.read("is banned no more")
            self.client(server, "honest", TROLLS).read(" 001 ")

    def test_fail2ban_reads_the_log(self):
        recipe = re.search(r"failregex = (.*)", OPERATIONS.read_text())[1]
        pattern = re.compile(recipe.replace("<HOST>", r"(?P<host>[0-9a-fA-F:.]+)"))
        with self.server() as server:
            eve = self.client(server, "eve", TROLLS)
            eve.send("OPER root wrong-word")
            eve.read(" 464 ")
            line = server.wait_for("event=oper_failed").string
            self.assertEqual(pattern.search(line)["host"], TROLLS, line)


if __name__ == "__main__":
    unittest.main()
