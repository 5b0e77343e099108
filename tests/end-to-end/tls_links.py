"""TLS as other people's software speaks it: Python's ssl and openssl s_client against brusiod.

usage: tls_links.py BRUSIOD
"""

import hashlib
import pathlib
import socket
import ssl
import subprocess
import sys
import tempfile
import unittest
import warnings

from brusiod import PATIENCE_S, Brusiod
from certificate import make_pair

PROGRAM = sys.argv.pop(1)


def fingerprint_of(path):
    return hashlib.sha256(ssl.PEM_cert_to_DER_cert(path.read_text().split("-----BEGIN PR")[0])).hexdigest()


class IrcOverTls:
    """A client that trusts one certificate, or any."""

    def __init__(self, port, trusted=None, own=None, version=None):
        context = ssl.create_default_context(cafile=trusted)
        if trusted is None:
            context.check_hostname = False
            context.verify_mode = ssl.CERT_NONE
        if own:
            context.load_cert_chain(own)
        if version:
            context.minimum_version = context.maximum_version = version
        bare = socket.create_connection(("127.0.0.1", port), PATIENCE_S)
        self.socket = context.wrap_socket(bare, server_hostname="localhost")
        self.file = self.socket.makefile("r", encoding="utf-8", newline="\n")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.file.close()
        self.socket.close()

    def send(self, *lines):
        self.socket.sendall("".join(line + "\r\n" for line in lines).encode())

    def wait_for(self, text):
        for line in self.file:
            if text in line:
                return line
        raise AssertionError(f"the server closed before it said {text!r}")

    def register(self, nick):
        self.send(f"NICK {nick}", f"USER {nick} 0 * :{nick}")
        self.wait_for(f" 001 {nick} ")
        return self

    def fingerprint(self):
        return hashlib.sha256(self.socket.getpeercert(binary_form=True)).hexdigest()


class TlsLinks(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def configured(self, pair, more=""):
        config = pathlib.Path(self.folder) / "brusio.toml"
        config.write_text(f'[tls]\ncertificate = "{pair}"\nkey = "{pair}"\n{more}')
        return config

    def test_two_clients_talk_with_a_certificate_that_they_verify(self):
        pair = make_pair(self.folder, "server")
        with Brusiod(PROGRAM, ["ircs", "irc"], self.configured(pair)) as server:
            self.assertEqual(server.fingerprint(), fingerprint_of(pair))
            for version in (ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3):
                with IrcOverTls(server.port("ircs"), pair, version=version) as ann, \
                        IrcOverTls(server.port("ircs"), pair) as bob:
                    ann.register("ann").send("JOIN #a")
                    ann.wait_for(" 366 ")
                    bob.register("bob").send("JOIN #a", "PRIVMSG #a :buongiorno, sì")
                    ann.wait_for("PRIVMSG #a :buongiorno, sì")
                    ann.send("WHOIS bob")
                    ann.wait_for(" 671 ann bob ")
                    bob.send("QUIT")
                    bob.wait_for("ERROR")
                    self.assertEqual(bob.file.read(), "", "the server says its close_notify")
            self.assertEqual(server.stop(), 0)

    def test_a_client_certificate_logs_in(self):
        pair, own = make_pair(self.folder, "server"), make_pair(self.folder, "ann")
        with Brusiod(PROGRAM, ["ircs"], self.configured(pair)) as server:
            with IrcOverTls(server.port("ircs"), pair, own) as ann:
                ann.register("ann").send("REGISTER * * secret-word", "ACCOUNT CERT ADD")
                ann.wait_for(fingerprint_of(own))
            for certificate, code in (own, " 903 "), (make_pair(self.folder, "eve"), " 904 "):
                with IrcOverTls(server.port("ircs"), pair, certificate) as link:
                    link.send("AUTHENTICATE EXTERNAL", "AUTHENTICATE +")
                    link.wait_for(code)

    def test_a_self_signed_certificate_is_made_and_said_aloud_and_kept(self):
        config = pathlib.Path(self.folder) / "brusio.toml"
        config.write_text('[tls]\nself_signed_folder = "own"\n')
        seen = []
        for _ in range(2):
            with Brusiod(PROGRAM, ["ircs"], config) as server:
                self.assertTrue(server.find("event=certificate_is_self_signed"))
                kept = pathlib.Path(self.folder) / "own" / "self-signed.pem"
                with IrcOverTls(server.port("ircs"), kept) as ann:
                    ann.register("ann")
                    seen += [server.fingerprint(), ann.fingerprint()]
        self.assertEqual(len(set(seen)), 1)

    def test_sighup_takes_a_new_certificate_for_new_links_and_keeps_the_old_links(self):
        pair = make_pair(self.folder, "server")
        with Brusiod(PROGRAM, ["ircs"], self.configured(pair)) as server:
            with IrcOverTls(server.port("ircs"), pair) as ann:
                ann.register("ann")
                old = ann.fingerprint()
                new = make_pair(self.folder, "renewed").read_text()
                port = server.port("ircs")
                pair.write_text(new)
                server.reload()
                server.wait_for("event=reloaded")
                with IrcOverTls(port, pair) as bob:
                    bob.register("bob")
                    self.assertEqual(bob.fingerprint(), fingerprint_of(pair))
                    self.assertNotEqual(bob.fingerprint(), old)
                    bob.send("PRIVMSG ann :hi")
                    ann.wait_for("PRIVMSG ann :hi")
                pair.write_text("no certificate")
                server.reload()
                reason = server.wait_for('event=reload_failed reason="(.*)"')[1]
                self.assertIn("server.pem: the certificate is no certificate", reason)
                with IrcOverTls(port) as eve:
                    eve.register("eve")
                    self.assertNotEqual(eve.fingerprint(), old, "the good one stays")

    def test_who_shows_a_certificate_and_who_speaks_an_old_version(self):
        with Brusiod(PROGRAM, ["ircs"]) as server:
            with IrcOverTls(server.port("ircs"), own=make_pair(self.folder, "ann")) as ann:
                ann.register("ann")
            old = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            old.check_hostname, old.verify_mode = False, ssl.CERT_NONE
            old.set_ciphers("ALL:@SECLEVEL=0")
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # that they are old is the point
                old.minimum_version, old.maximum_version = ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1
            with socket.create_connection(("127.0.0.1", server.port("ircs")), PATIENCE_S) as bare:
                with self.assertRaises(ssl.SSLError):
                    old.wrap_socket(bare)

    def test_openssl_s_client_gets_in(self):
        with Brusiod(PROGRAM, ["ircs"]) as server:
            dial = ["openssl", "s_client", "-quiet", "-connect", f"127.0.0.1:{server.port('ircs')}"]
            lines = "NICK ann\r\nUSER ann 0 * :ann\r\nQUIT\r\n"
            ran = subprocess.run(dial, input=lines, text=True, capture_output=True, timeout=PATIENCE_S)
            self.assertIn(" 001 ann ", ran.stdout)
            self.assertIn("ERROR", ran.stdout)

    def test_sts_shows_the_way_to_the_port_with_tls(self):
        pair = make_pair(self.folder, "server")
        policy = 'sts_port = 6697\nsts_duration = "24h"\n'
        with Brusiod(PROGRAM, ["ircs", "irc"], self.configured(pair, policy)) as server:
            with IrcOverTls(server.port("ircs"), pair) as ann:
                ann.send("CAP LS 302")
                self.assertRegex(ann.wait_for("CAP * LS :"), "[ :]sts=duration=86400")
            with socket.create_connection(("127.0.0.1", server.port("irc")), PATIENCE_S) as bare:
                bare.sendall(b"CAP LS 302\r\n")
                lines = bare.makefile("rb")
                self.assertRegex(b"".join(lines.readline() for _ in range(3)), b"[ :]sts=port=6697")


if __name__ == "__main__":
    unittest.main(verbosity=2)
