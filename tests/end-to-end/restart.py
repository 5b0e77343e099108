"""What others are told of somebody before and after a restart: restart.py BRUSIOD

Ann stays in her rooms while the server is away; whoever asks must not see that it ever was.
"""

import pathlib
import signal
import sys
import tempfile
import unittest

from brusiod import PATIENCE_S, Brusiod
from log_in import Client

PROGRAM = sys.argv.pop(1)
PASSWORD = "secret-word"
CLOCK = {"317"}  # idle since, and here since: the clock alone may notice


def answers(client, question, last):
    """The answer up to the numeric `last`, without what tells a time."""
    client.send("PING before", question)
    client.read(" PONG ")
    heard = []
    while True:
        line = client.read(" ").rstrip()
        words = line.split(" ")
        if len(words) < 2 or not words[1].isdigit():
            continue
        if words[1] not in CLOCK:
            heard.append(line)
        if words[1] == last:
            return heard


class Restart(unittest.TestCase):
    def setUp(self):
        self.maxDiff = None
        self.place = tempfile.TemporaryDirectory()
        self.addCleanup(self.place.cleanup)
        self.data = pathlib.Path(self.place.name) / "data"

    def server(self):
        return Brusiod(PROGRAM, ["irc"], data=self.data)

    def portrait(self, client):
        return {
            "whois": answers(client, "WHOIS ann", "318"),
            "who": sorted(answers(client, "WHO #office %tcuhnfar,7", "315")),
            "names": sorted(answers(client, "NAMES #office", "366")),
            "mode": answers(client, "MODE #office", "324"),
            "topic": answers(client, "TOPIC #office", "333"),
        }

    def compare(self, end):
        with self.server() as server:
            port = server.port("irc")
            with Client(port) as ann, Client(port) as bob:
                ann.register("ann", PASSWORD)
                bob.register("bob", PASSWORD)
                for line in ("JOIN #office", "TOPIC #office :paper and ink", "MODE #office +ik key",
                             "INVITE bob #office", "AWAY :at lunch", "MODE ann +iB"):
                    ann.send(line)
                answers(ann, "MODE #office", "324")
                bob.send("JOIN #office key")
                before = self.portrait(bob)
            end(server)
        with self.server() as server, Client(server.port("irc")) as bob:
            self.assertEqual(bob.plain("bob", PASSWORD), "903")
            bob.send("NICK bob", "USER bob 0 * :bob")
            after = self.portrait(bob)
        self.assertTrue(any(" 301 bob ann :at lunch" in line for line in before["whois"]))
        self.assertTrue(any(" 335 bob ann " in line for line in before["whois"]))
        self.assertEqual(before, after)

    def test_asked_to_end_and_started_again_all_is_told_as_before(self):
        self.compare(lambda server: self.assertEqual(server.stop(), 0))

    def test_killed_and_started_again_all_is_told_as_before(self):
        def kill(server):
            server.process.send_signal(signal.SIGKILL)
            server.process.wait(PATIENCE_S)
        self.compare(kill)


if __name__ == "__main__":
    unittest.main()
