"""Mails of a real brusiod: through a relay and through a program; and a program that answers for
passwords.

usage: mail.py BRUSIOD
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

from brusiod import PATIENCE_S, Brusiod
from certificate import make_pair
from log_in import Client
from smtp_server import SmtpServer

PROGRAM = sys.argv.pop(1)

CONFIG = """
[server]
name = "irc.test.example"
[accounts]
email = "required"
scram_iterations = 4096
[limits]
mail_deadline = "10s"
[mail]
from = "chat@test.example"
"""


def token_in(text):
    return re.search(r"\b[0-9a-f]{64}\b", text)[0]


class Mails(unittest.TestCase):
    def setUp(self):
        self.place = tempfile.TemporaryDirectory()
        self.addCleanup(self.place.cleanup)
        self.folder = pathlib.Path(self.place.name)

    def server(self, config):
        path = self.folder / "brusio.toml"
        path.write_text(config)
        return Brusiod(PROGRAM, ["irc"], config=path, data=self.folder / "data")

    def script(self, name, text):
        path = self.folder / name
        path.write_text("#!/bin/sh\n" + text)
        path.chmod(0o700)
        return path

    def welcome(self, client, nick):
        client.send("CAP REQ :draft/account-registration standard-replies", f"NICK {nick}",
                    f"USER {nick} 0 * :{nick}", "CAP END")
        client.read(" 001 ")

    def ask_for_account(self, client, name, email):
        client.send(f"REGISTER {name} {email} secret-word")
        line = client.read(" REGISTER ")
        self.assertIn(f" VERIFICATION_REQUIRED {name} :", line)

    def desk(self, *words):
        command = [PROGRAM, "account", *words, "--data", str(self.folder / "data")]
        return subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_S).stdout

    def test_a_relay_carries_verification_and_reset(self):
        with SmtpServer() as relay:
            config = CONFIG + f'relay = "smtp://127.0.0.1:{relay.port}"\n'
            with self.server(config) as server, Client(server.port("irc")) as ann:
                self.welcome(ann, "ann")
                self.ask_for_account(ann, "ann", "ann@home.example")
                sender, to, text = relay.mails.get(timeout=PATIENCE_S)
                self.assertEqual(sender.split(" ")[1], "FROM:<chat@test.example>")
                self.assertEqual(to, ["RCPT TO:<ann@home.example>"])
                self.assertIn("EHLO irc.test.example", relay.greetings)
                self.assertIn("\r\nTo: <ann@home.example>\r\nSubject: Verify your chat account\r\n", text)
                server.wait_for("event=mail_sent account=ann")
                token = token_in(text)
                with Client(server.port("irc")) as eve:
                    self.assertEqual(eve.plain("ann", "secret-word"), "904")
                server.process.kill()
            with self.server(config) as server, Client(server.port("irc")) as ann:
                self.welcome(ann, "guest")
                ann.send(f"VERIFY ann {token}")
                self.assertIn(" SUCCESS ann :", ann.read("VERIFY"))
                self.assertIn("ann@home.example", self.desk("info", "ann"))
                self.assertNotIn("not verified", self.desk("info", "ann"))
                with Client(server.port("irc")) as lost:
                    lost.send("CAP REQ :standard-replies", "ACCOUNT RESET ann", "ACCOUNT RESET nobody")
                    asked = [lost.read("RESET_ASKED") for _ in range(2)]
                    self.assertEqual(asked[0].replace(" ann ", " X "), asked[1].replace(" nobody ", " X "))
                    _, to, text = relay.mails.get(timeout=PATIENCE_S)
                    self.assertEqual(to, ["RCPT TO:<ann@home.example>"])
                    lost.send(f"ACCOUNT RESET ann {token_in(text)} another-word")
                    lost.read("another one now")
                    self.assertIn("Your password was reset", ann.read("ERROR"))
                    _, to, text = relay.mails.get(timeout=PATIENCE_S)
                    self.assertEqual(to, ["RCPT TO:<ann@home.example>"])
                    self.assertIn("\r\nSubject: Your chat password was reset\r\n", text)
                    self.assertEqual(lost.plain("ann", "secret-word"), "904")
                    self.assertEqual(lost.plain("ann", "another-word"), "903")
                self.assertTrue(relay.mails.empty())
                self.assertNotIn(token, "".join(server.log))
                self.assertEqual(server.stop(), 0)

    def test_a_relay_that_refuses_is_in_the_log(self):
        with SmtpServer() as relay:
            relay.refuses = True
            config = CONFIG + f'relay = "smtp://127.0.0.1:{relay.port}"\n'
            with self.server(config) as server, Client(server.port("irc")) as ann:
                self.welcome(ann, "ann")
                self.ask_for_account(ann, "ann", "ann@home.example")
                self.assertIn("level=error", server.wait_for("event=mail_failed account=ann.*550").string)

    def mail_by_tls(self, scheme, trusted, **relay_options):
        """What the log says of a mail to a relay with a certificate of its own, and the relay."""
        shutil.rmtree(self.folder / "data", ignore_errors=True)
        with SmtpServer(**relay_options) as relay:
            config = CONFIG + f'relay = "{scheme}://localhost:{relay.port}"\nca_file = "{trusted}"\n'
            with self.server(config) as server, Client(server.port("irc")) as ann:
                self.welcome(ann, "ann")
                self.ask_for_account(ann, "ann", "ann@home.example")
                return server.wait_for("event=mail_(sent|failed) account=ann.*").string, relay

    def test_a_relay_is_trusted_by_its_certificate(self):
        own, strange = (make_pair(self.folder, name) for name in ("mail", "strange"))
        for scheme, first in (("smtps", True), ("smtp", False)):
            with self.subTest(scheme=scheme):
                told, relay = self.mail_by_tls(scheme, own, tls=own, greets_in_tls=first)
                self.assertIn("event=mail_sent", told)
                self.assertEqual(relay.mails.get(timeout=PATIENCE_S)[1], ["RCPT TO:<ann@home.example>"])
                told, relay = self.mail_by_tls(scheme, strange, tls=own, greets_in_tls=first)
                self.assertIn("event=mail_failed", told)
                self.assertTrue(relay.mails.empty())

    def test_with_certificates_to_trust_nothing_is_said_in_the_clear(self):
        own = make_pair(self.folder, "mail")
        told, relay = self.mail_by_tls("smtp", own, tls=own)
        self.assertIn("event=mail_sent", told)
        self.assertEqual(relay.in_clear, ["EHLO", "STARTTLS"])
        told, relay = self.mail_by_tls("smtp", own)
        self.assertIn("event=mail_failed", told)
        self.assertNotIn("MAIL", relay.in_clear)

    def test_a_program_gets_the_mail_and_nothing_else(self):
        box = self.folder / "box"
        box.mkdir()
        program = self.script("send", f'cat > "{box}/$1.part"; env > "{box}/env"; echo "$BRUSIO_RECIPIENT" > "{box}/to"\n'
                                      f'mv "{box}/$1.part" "{box}/mail"\n')
        config = CONFIG + f'program = ["{program}", "a b"]\n'
        with self.server(config) as server, Client(server.port("irc")) as ann:
            self.welcome(ann, "ann")
            self.ask_for_account(ann, "ann", "ann@home.example")
            server.wait_for("event=mail_sent account=ann")
            text = (box / "mail").read_text()
            self.assertTrue(text.startswith("From: <chat@test.example>\nTo: <ann@home.example>\n"), text)
            self.assertEqual((box / "to").read_text(), "ann@home.example\n")
            names = {line.split("=")[0] for line in (box / "env").read_text().splitlines()}
            self.assertLessEqual(names, {"PATH", "LANG", "BRUSIO_RECIPIENT", "PWD", "OLDPWD", "SHLVL", "_"})
            ann.send(f"VERIFY ann {token_in(text)}")
            self.assertIn(" SUCCESS ann :", ann.read("VERIFY"))

    def test_a_program_answers_for_passwords(self):
        program = self.script("auth", "read -r name; read -r password; read -r address\n"
                                      '[ "$password" = hang ] && sleep 600\n'
                                      '[ "$password" = "word of $name from $address" ] && echo ok || echo no\n')
        config = (f'[accounts]\nauth_program = ["{program}"]\nscram_iterations = 4096\n'
                  '[limits]\nauth_deadline = "500ms"\n')
        with self.server(config) as server:
            port = server.port("irc")
            with Client(port) as ann, Client(port) as eve, Client(port) as lost:
                self.assertEqual(ann.plain("ann", "word of ann from 127.0.0.1"), "903")
                self.assertEqual(eve.plain("ann", "guess"), "904")
                self.assertEqual(lost.plain("ann", "hang"), "904")
                server.wait_for("event=auth_program_failed")
                server.wait_for("event=login_failed account=ann address=127.0.0.1")
            self.assertIn("password    none", self.desk("info", "ann"))
            with Client(port) as ann:
                ann.register("bob", "secret-word")
            with Client(port) as stranger:
                self.assertEqual(stranger.plain("bob", "word of bob from 127.0.0.1"), "904")
            self.assertNotIn("word of", "".join(server.log))


if __name__ == "__main__":
    unittest.main()
