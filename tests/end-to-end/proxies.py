"""Reverse proxies before brusiod: what they say of their clients counts, and nobody else's word does.

usage: proxies.py BRUSIOD [HAPROXY NGINX]

HAProxy and nginx run from their binaries, with files of this test, on free ports of loopback. Their
tests are left out where the programs are not named and not in the PATH (./dev setup ci unpacks them).
"""

import pathlib
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
import time
import unittest

from brusiod import PATIENCE_S, Brusiod

PROGRAM = sys.argv.pop(1)
PROXIES = sys.argv[1:3]
del sys.argv[1:3]
HAPROXY = PROXIES[0] if PROXIES else shutil.which("haproxy")
NGINX = PROXIES[1] if len(PROXIES) > 1 else shutil.which("nginx")
PERSON = "203.0.113.9"
UPGRADE = (
    "GET / HTTP/1.1\r\nHost: chat.example\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def frame(line):
    """A masked text frame with a mask of zeros (RFC 6455 section 5.2)."""
    data = line.encode()
    assert len(data) < 126
    return bytes([0x81, 0x80 | len(data), 0, 0, 0, 0]) + data


class Link:
    """A stream of lines, over a WebSocket if `headers` are given, after `first` bytes if any."""

    def __init__(self, port, first=b"", headers=None, tls=False, source="127.0.0.1"):
        if isinstance(port, str):  # a path
            self.socket = socket.socket(socket.AF_UNIX)
            self.socket.settimeout(PATIENCE_S)
            self.socket.connect(port)
        else:
            self.socket = socket.create_connection(("127.0.0.1", port), PATIENCE_S, (source, 0))
        self.socket.sendall(first)
        if tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
            self.socket = context.wrap_socket(self.socket)
        self.framed = headers is not None
        self.seen = b""
        if self.framed:
            lines = "".join(f"{name}: {value}\r\n" for name, value in headers)
            self.socket.sendall((UPGRADE + lines + "\r\n").encode())

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def send(self, line):
        self.socket.sendall(frame(line) if self.framed else line.encode() + b"\r\n")

    def wait_for(self, text):
        """Everything up to `text`, or to the end of the stream, which is told by its absence."""
        while text.encode() not in self.seen:
            try:
                more = self.socket.recv(65536)
            except ConnectionResetError:
                more = b""
            if not more:
                break
            self.seen += more
        return self.seen.decode("utf-8", "replace")

    def whois(self, nick):
        """Comes in under that nick and asks about itself."""
        self.send(f"NICK {nick}")
        self.send(f"USER {nick} 0 * :{nick}")
        self.send(f"WHOIS {nick}")
        return self.wait_for(" 318 ")


class Proxies(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))

    if not hasattr(unittest.TestCase, "enterContext"):

        def enterContext(self, manager):
            value = manager.__enter__()
            self.addCleanup(manager.__exit__, None, None, None)
            return value

    def server(self, scheme, keys="", trusted='"127.0.0.1"', limits=""):
        config = self.folder / "brusio.toml"
        config.write_text(
            f'[[listen]]\nurl = "{scheme}://127.0.0.1:0"\n{keys}\n'
            f"[transport]\ntrusted_proxies = [{trusted}]\n[limits]\n{limits}\n"
        )
        return self.enterContext(Brusiod(PROGRAM, [], config))

    def unix_server(self, scheme, keys=""):
        path = self.folder / "socket"
        config = self.folder / "brusio.toml"
        config.write_text(
            f'[[listen]]\nurl = "{scheme}://{path}"\n{keys}\n'
            '[transport]\ntrusted_proxies = ["unix"]\n'
        )
        self.enterContext(Brusiod(PROGRAM, [], config))
        return path

    def link(self, port, **options):
        return self.enterContext(Link(port, **options))

    def run_program(self, *command, port):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT)
        self.addCleanup(process.wait)
        self.addCleanup(process.terminate)
        deadline = time.monotonic() + PATIENCE_S
        while True:
            try:
                return socket.create_connection(("127.0.0.1", port), 1).close()
            except OSError:
                self.assertIsNone(process.poll(), "the proxy has ended")
                self.assertLess(time.monotonic(), deadline)
                time.sleep(0.02)

    # The protocol itself.

    def test_the_person_behind_a_trusted_proxy_is_seen(self):
        port = self.server("irc", "proxy = true").port("irc")
        answer = self.link(port, first=f"PROXY TCP4 {PERSON} 127.0.0.1 5 6\r\n".encode()).whois("ann")
        self.assertIn(f"378 ann ann :is connecting from *@{PERSON}", answer)
        self.assertNotIn(" 671 ", answer)

    def test_the_key_of_the_listener_makes_links_secure(self):
        port = self.server("irc", "proxy = true\nproxy_tls = true").port("irc")
        answer = self.link(port, first=f"PROXY TCP4 {PERSON} 127.0.0.1 5 6\r\n".encode()).whois("ann")
        self.assertIn(" 671 ", answer)

    def test_who_is_no_trusted_proxy_is_closed_and_told_in_the_log(self):
        server = self.server("irc", "proxy = true", '"192.0.2.1"')
        link = self.link(server.port("irc"), first=f"PROXY TCP4 {PERSON} 127.0.0.1 5 6\r\n".encode())
        self.assertEqual(link.wait_for("nothing"), "")
        server.wait_for("event=link_refused reason=no_trusted_proxy address=127.0.0.1")

    def test_a_proxy_without_a_header_is_closed(self):
        port = self.server("irc", "proxy = true", limits='proxy_header_deadline = "200ms"').port("irc")
        silent = self.link(port, first=b"PROXY TCP4 203.0")
        wrong = self.link(port, first=b"NICK ann\r\nUSER ann 0 * :Ann\r\n")
        self.assertEqual(silent.wait_for("nothing"), "")
        self.assertEqual(wrong.wait_for("nothing"), "")

    def test_limits_hold_for_the_person_and_not_for_the_proxy(self):
        port = self.server("irc", "proxy = true", limits="links_per_address_max = 2").port("irc")
        for number in range(4):
            first = f"PROXY TCP4 203.0.113.{number} 127.0.0.1 5 6\r\n".encode()
            self.assertIn(" 318 ", self.link(port, first=first).whois(f"p{number}"))
        # 127.0.0.1 is exempt from limits, but not because a proxy says so.
        for address in ("198.51.100.1", "127.0.0.1"):
            first = f"PROXY TCP4 {address} 127.0.0.1 5 6\r\n".encode()
            for number in range(2):
                nick = f"n{number}x{address[:3]}"
                self.assertIn(" 318 ", self.link(port, first=first).whois(nick))
            third = self.link(port, first=first)
            self.assertIn("ERROR :Closing link: too many links", third.wait_for("\n"))

    # Headers of HTTP.

    def test_headers_are_read_from_the_right(self):
        port = self.server("ws").port("ws")
        for number, headers in enumerate(
            (
                [("X-Forwarded-For", f"198.51.100.1, {PERSON}")],
                [("X-Forwarded-For", "198.51.100.1"), ("X-Forwarded-For", f"{PERSON}, 127.0.0.1")],
                [("Forwarded", f"for=198.51.100.1, for={PERSON};proto=https")],
            )
        ):
            answer = self.link(port, headers=headers).whois(f"ann{number}")
            self.assertIn(f"*@{PERSON} ", answer)
            self.assertEqual(" 671 " in answer, number == 2)

    def test_headers_of_a_stranger_are_not_read(self):
        port = self.server("ws", trusted='"192.0.2.1"').port("ws")
        answer = self.link(port, headers=[("X-Forwarded-For", PERSON)]).whois("ann")
        self.assertIn("*@127.0.0.1 ", answer)
        self.assertNotIn(PERSON, answer)

    def test_headers_that_contradict_each_other_are_refused(self):
        port = self.server("ws").port("ws")
        link = self.link(port, headers=[("X-Forwarded-For", PERSON), ("Forwarded", "for=1.2.3.4")])
        self.assertIn("HTTP/1.1 400", link.wait_for("\r\n\r\n"))

    # Sockets of the file system.

    def test_a_socket_of_the_file_system_is_a_place_to_chat(self):
        path = self.unix_server("unix")
        self.assertEqual(path.stat().st_mode & 0o777, 0o660)
        link = self.link(str(path))
        answer = link.whois("ann")
        self.assertIn(" 311 ann ann ~ann localhost ", answer)
        self.assertIn(" 671 ", answer)

    def test_a_proxy_may_come_through_the_file_system(self):
        path = self.unix_server("unix", "proxy = true")
        link = self.link(str(path), first=f"PROXY TCP4 {PERSON} 127.0.0.1 5 6\r\n".encode())
        answer = link.whois("ann")
        self.assertIn(f"*@{PERSON} ", answer)
        self.assertNotIn(" 671 ", answer)

    # Gateways.

    def test_a_gateway_tells_of_its_client(self):
        hashed = subprocess.run(
            [PROGRAM, "hash-password"], input="gateway-word\n", capture_output=True, text=True, check=True
        ).stdout.strip()
        config = self.folder / "brusio.toml"
        config.write_text(
            '[[listen]]\nurl = "irc://127.0.0.1:0"\n'
            f'[[gateway]]\nname = "web"\npassword_hash = "{hashed}"\naddresses = ["127.0.0.5"]\n'
        )
        server = self.enterContext(Brusiod(PROGRAM, [], config))
        port = server.port("irc")
        first = f"WEBIRC gateway-word web some.host {PERSON} :secure\r\n".encode()
        answer = self.link(port, first=first, source="127.0.0.5").whois("ann")
        self.assertIn(f"*@{PERSON} ", answer)
        self.assertIn(":is connecting through the gateway web", answer)
        self.assertIn(" 671 ", answer)
        server.wait_for(f"event=gateway .*address=127.0.0.5 .*{PERSON}")
        for options in (
            {"first": first, "source": "127.0.0.6"},
            {"first": first.replace(b"gateway-word", b"wrong"), "source": "127.0.0.5"},
        ):
            self.assertIn("ERROR :", self.link(port, **options).wait_for("\n"))
        server.wait_for("event=gateway_refused .*address=127.0.0.5 .*subject=web")

    # Other people's proxies.

    @unittest.skipUnless(HAPROXY, "haproxy is not here")
    def test_haproxy_carries_irc_over_tls(self):
        self.through_haproxy("ircs", "send-proxy-v2")

    @unittest.skipUnless(HAPROXY, "haproxy is not here")
    def test_haproxy_speaks_version_1(self):
        self.through_haproxy("irc", "send-proxy")

    def through_haproxy(self, scheme, options):
        server = self.server(scheme, "proxy = true")
        port = free_port()
        config = self.folder / "haproxy.cfg"
        config.write_text(
            "defaults\n mode tcp\n timeout connect 5s\n timeout client 60s\n timeout server 60s\n"
            f"listen chat\n bind 127.0.0.1:{port}\n"
            f" server chat 127.0.0.1:{server.port(scheme)} {options}\n"
        )
        self.run_program(HAPROXY, "-db", "-f", config, port=port)
        link = self.link(port, tls=scheme == "ircs", source="127.0.0.55")
        answer = link.whois("ann")
        self.assertIn("*@127.0.0.55 ", answer)
        self.assertEqual(" 671 " in answer, scheme == "ircs")

    @unittest.skipUnless(NGINX, "nginx is not here")
    def test_nginx_carries_websockets(self):
        self.through_nginx(f"127.0.0.1:{self.server('ws').port('ws')}")

    @unittest.skipUnless(NGINX, "nginx is not here")
    def test_nginx_carries_websockets_through_the_file_system(self):
        self.through_nginx(f"unix:{self.unix_server('ws+unix')}:")

    def through_nginx(self, place):
        port = free_port()
        config = self.folder / "nginx.conf"
        config.write_text(
            f"daemon off; master_process off; pid {self.folder}/pid; error_log stderr;\n"
            "events {}\nhttp {\n access_log off;\n"
            + "".join(
                f" {kind}_temp_path {self.folder}/{kind};\n"
                for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
            )
            + f" server {{\n  listen 127.0.0.1:{port};\n  location / {{\n"
            f"   proxy_pass http://{place};\n   proxy_http_version 1.1;\n"
            "   proxy_set_header Upgrade $http_upgrade;\n"
            "   proxy_set_header Connection upgrade;\n"
            "   proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;\n"
            "   proxy_set_header X-Forwarded-Proto $scheme;\n  }\n }\n}\n"
        )
        self.run_program(NGINX, "-p", self.folder, "-c", config, port=port)
        # What the client itself says stands on the left, and counts for nothing.
        headers = [("X-Forwarded-For", PERSON), ("X-Forwarded-Proto", "https")]
        answer = self.link(port, headers=headers, source="127.0.0.55").whois("ann")
        self.assertIn("*@127.0.0.55 ", answer)
        self.assertNotIn(PERSON, answer)
        self.assertNotIn(" 671 ", answer)


if __name__ == "__main__":
    unittest.main()
