"""WebSocket as other people's software speaks it: the Python library websockets against brusiod.

usage: websocket_links.py BRUSIOD
"""

import asyncio
import pathlib
import socket
import ssl
import sys
import tempfile
import unittest

import websockets

from brusiod import PATIENCE_S, Brusiod

PROGRAM = sys.argv.pop(1)
TEXT = "text.ircv3.net"
BINARY = "binary.ircv3.net"


class Chatter:
    """An IRC client over a WebSocket: one line a message, without its end."""

    def __init__(self, url, protocols=(TEXT,), **options):
        self.dial = websockets.connect(url, subprotocols=protocols, ping_interval=None, **options)

    async def __aenter__(self):
        self.link = await self.dial.__aenter__()
        self.binary = self.link.subprotocol == BINARY
        return self

    async def __aexit__(self, *what):
        await self.dial.__aexit__(*what)

    async def send(self, *lines):
        for line in lines:
            await self.link.send(line.encode() if self.binary else line)

    async def wait_for(self, text):
        while True:
            message = await asyncio.wait_for(self.link.recv(), PATIENCE_S)
            assert isinstance(message, bytes if self.binary else str), message
            line = message.decode() if self.binary else message
            assert not line.endswith(("\r", "\n")), line
            if text in line:
                return line

    async def register(self, nick):
        await self.send(f"NICK {nick}", f"USER {nick} 0 * :{nick}")
        await self.wait_for(f" 001 {nick} ")

    async def join(self, room):
        await self.send(f"JOIN {room}")
        await self.wait_for(" 366 ")


class WebSocketLinks(unittest.IsolatedAsyncioTestCase):
    def url(self, server, scheme="ws"):
        return f"{scheme}://127.0.0.1:{server.port(scheme)}/"

    async def test_text_and_binary_and_bare_sockets_share_a_room(self):
        with Brusiod(PROGRAM, ["ws", "irc"]) as server:
            async with Chatter(self.url(server)) as ann, \
                    Chatter(self.url(server), (BINARY, TEXT)) as bob:
                self.assertEqual((ann.link.subprotocol, bob.link.subprotocol), (TEXT, BINARY))
                for chatter, nick in ((ann, "ann"), (bob, "bob")):
                    await chatter.register(nick)
                    await chatter.join("#a")
                await ann.send("PRIVMSG #a :città 🌈")
                await bob.wait_for("PRIVMSG #a :città 🌈")
                await bob.send("PRIVMSG #a :" + "x" * 400)
                await ann.wait_for("PRIVMSG #a :" + "x" * 400)
                reader, writer = await asyncio.open_connection("127.0.0.1", server.port("irc"))
                writer.write(b"NICK eve\r\nUSER eve 0 * :eve\r\nJOIN #a\r\nPRIVMSG #a :from tcp\r\n")
                await ann.wait_for(":eve!~eve@localhost PRIVMSG #a :from tcp")
                writer.close()
            self.assertEqual(server.stop(), 0)

    async def test_a_thousand_lines_arrive_once_and_in_order(self):
        with tempfile.TemporaryDirectory() as folder:
            config = pathlib.Path(folder) / "brusio.toml"
            config.write_text("[limits]\ncommand_burst_tokens = 100000\n")
            with Brusiod(PROGRAM, ["ws"], config) as server:
                async with Chatter(self.url(server)) as ann, Chatter(self.url(server)) as bob:
                    await ann.register("ann")
                    await bob.register("bob")
                    for number in range(1000):
                        await ann.send(f"PRIVMSG bob :number {number}")
                    for number in range(1000):
                        line = await bob.wait_for(" PRIVMSG bob :")
                        self.assertTrue(line.endswith(f":number {number}"), line)

    async def test_wss_is_tls_below_and_websocket_above(self):
        with Brusiod(PROGRAM, ["wss"]) as server:
            context = ssl.create_default_context()
            context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
            context.set_alpn_protocols(["http/1.1"])
            async with Chatter(self.url(server, "wss"), ssl=context) as ann:
                await ann.register("ann")
                await ann.send("WHOIS ann")
                await ann.wait_for(" 671 ann ann ")

    async def test_pings_are_answered_and_both_sides_may_close(self):
        with Brusiod(PROGRAM, ["ws"]) as server:
            async with Chatter(self.url(server)) as ann:
                answered = await ann.link.ping("there?")
                await asyncio.wait_for(answered, PATIENCE_S)
                await ann.link.close(1001, "goodbye")
                self.assertEqual(ann.link.close_code, 1001)
            async with Chatter(self.url(server)) as bob:
                await bob.register("bob")
                await bob.send("QUIT")
                await bob.wait_for("ERROR")
                await asyncio.wait_for(bob.link.wait_closed(), PATIENCE_S)
                self.assertEqual(bob.link.close_code, 1000)

    async def test_a_message_that_is_too_long_closes_with_1009(self):
        with Brusiod(PROGRAM, ["ws"]) as server:
            async with Chatter(self.url(server)) as eve:
                await eve.send("x" * 20_000)
                await asyncio.wait_for(eve.link.wait_closed(), PATIENCE_S)
                self.assertEqual(eve.link.close_code, 1009)

    async def test_an_unknown_origin_is_refused_and_sighup_learns_new_ones(self):
        with tempfile.TemporaryDirectory() as folder:
            config = pathlib.Path(folder) / "brusio.toml"
            config.write_text('[websocket]\norigins = ["https://chat.example.org"]\n')
            with Brusiod(PROGRAM, ["ws"], config) as server:
                url = self.url(server)
                async with Chatter(url, origin="https://chat.example.org") as ann:
                    await ann.register("ann")
                with self.assertRaises(websockets.InvalidStatusCode) as refused:
                    async with Chatter(url, origin="https://other.example.org"):
                        pass
                self.assertEqual(refused.exception.status_code, 403)
                config.write_text('[websocket]\norigins = ["https://other.example.org"]\n')
                server.reload()
                server.wait_for("event=reloaded")
                async with Chatter(url, origin="https://other.example.org") as bob:
                    await bob.register("bob")

    async def test_a_browser_that_only_looks_is_told_what_is_here(self):
        with Brusiod(PROGRAM, ["ws"]) as server:
            with socket.create_connection(("127.0.0.1", server.port("ws")), PATIENCE_S) as bare:
                bare.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
                answer = bare.makefile("rb").read()
            self.assertTrue(answer.startswith(b"HTTP/1.1 426 Upgrade Required\r\n"), answer)


if __name__ == "__main__":
    unittest.main(verbosity=2)
