"""What a reload of the configuration does to the real server: reload.py BRUSIOD"""

import os
import pathlib
import signal
import socket
import subprocess
import sys
import tempfile
import unittest

from brusiod import PATIENCE_S, Brusiod

PROGRAM = sys.argv[1]


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


def accepts(port):
    try:
        socket.create_connection(("127.0.0.1", port), PATIENCE_S).close()
        return True
    except ConnectionRefusedError:
        return False


class Listeners(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.config = pathlib.Path(folder.name, "brusio.toml")
        self.stays, self.leaves, self.comes = free_port(), free_port(), free_port()
        self.write(f"irc://127.0.0.1:{self.stays}", f"irc://127.0.0.1:{self.leaves}")
        self.server = Brusiod(PROGRAM, [], config=self.config)
        self.addCleanup(self.server.__exit__)

    def write(self, *urls):
        self.config.write_text("".join(f'[[listen]]\nurl = "{url}"\n' for url in urls))

    def dial(self, port):
        link = socket.create_connection(("127.0.0.1", port), PATIENCE_S)
        self.addCleanup(link.close)
        lines = link.makefile("rb")
        self.addCleanup(lines.close)
        return link, lines

    def test_one_comes_and_one_goes_and_the_links_stay(self):
        links = [self.dial(self.stays), self.dial(self.leaves)]
        for number, (link, lines) in enumerate(links):
            link.sendall(b"NICK n%d\r\nUSER u 0 * :r\r\n" % number)
            self.assertIn(b" 001 ", lines.readline())
        self.write(f"irc://127.0.0.1:{self.stays}", f"irc://127.0.0.1:{self.comes}")
        self.server.reload()
        self.server.wait_for("event=reloaded")
        self.assertTrue(accepts(self.comes))
        self.assertFalse(accepts(self.leaves))
        self.assertTrue(accepts(self.stays))
        for link, lines in links:
            link.sendall(b"PING still\r\n")
            self.assertTrue(any(b" PONG " in line and line.endswith(b"still\r\n")
                                for line in lines))
        self.assertIsNone(self.server.find("restart"))

    def test_one_port_changes_its_protocol(self):
        self.write(f"plain://127.0.0.1:{self.stays}")
        self.server.reload()
        self.server.wait_for("event=reloaded")
        link, lines = self.dial(self.stays)
        link.sendall(b"ada\nhello\n")
        self.assertTrue(any(b"hello" in line or b"ada" in line for line in lines))

    def test_a_port_that_is_taken_leaves_all_as_it_was(self):
        with socket.create_server(("127.0.0.1", 0)) as stranger:
            taken = stranger.getsockname()[1]
            self.write(f"irc://127.0.0.1:{self.comes}", f"irc://127.0.0.1:{taken}")
            self.server.reload()
            self.server.wait_for(f"event=reload_failed.*{taken}")
        self.assertTrue(accepts(self.stays))
        self.assertTrue(accepts(self.leaves))
        self.assertFalse(accepts(self.comes))

    def test_keys_that_wait_for_the_next_start_are_named(self):
        link, lines = self.dial(self.stays)
        link.sendall(b"CAP LS 302\r\nNICK ann\r\nUSER u 0 * :r\r\nCAP END\r\n")
        self.assertTrue(any(b" 422 ann " in line for line in lines))
        self.config.write_text(self.config.read_text() +
                               "[transport]\nloops = 2\n[limits]\nlinks_per_address_max = 7\n"
                               "topic_bytes_max = 100\n[accounts]\nregistration = false\n")
        self.server.reload()
        self.server.wait_for('event=restart_needed keys="transport.loops, limits.links_per_address_max"')
        self.server.wait_for("event=reloaded")
        heard = [lines.readline(), lines.readline()]
        self.assertIn(b" CAP ann DEL :draft/account-registration", heard[0])
        self.assertIn(b" 005 ann TOPICLEN=100 :", heard[1])

    def test_tls_comes_with_a_reload(self):
        self.write(f"irc://127.0.0.1:{self.stays}", f"ircs://127.0.0.1:{self.comes}")
        self.server.reload()
        self.server.wait_for("event=reloaded")
        self.assertTrue(self.server.find("event=certificate_is_self_signed"))
        self.assertTrue(accepts(self.comes))


class Ready(unittest.TestCase):
    def test_the_places_are_told_once_it_listens(self):
        reading, writing = os.pipe()
        process = subprocess.Popen(
            [PROGRAM, "--ephemeral", "--listen", "irc://127.0.0.1:0", "--log-level", "error",
             "--listen", "plain://127.0.0.1:0", "--ready-fd", str(writing)], pass_fds=[writing])
        os.close(writing)
        with open(reading, encoding="ascii") as ready:
            urls = ready.read().splitlines()  # to the end: the server has closed it
        self.assertEqual([url.rsplit(":", 1)[0] for url in urls],
                         ["irc://127.0.0.1", "plain://127.0.0.1"])
        self.assertTrue(all(accepts(int(url.rsplit(":", 1)[1])) for url in urls))
        process.send_signal(signal.SIGTERM)
        self.assertEqual(process.wait(PATIENCE_S), 0)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
