"""Logging in as other people's software does it: SASL PLAIN and SCRAM-SHA-256 with Python's own hashes."""

import base64
import hashlib
import hmac
import socket

from brusiod import PATIENCE_S

PIECE_BYTES = 400  # IRCv3 sasl-3.1


def bytes_xor(left, right):
    return bytes(a ^ b for a, b in zip(left, right))


class Client:
    """A socket that speaks IRC, line by line."""

    def __init__(self, port, source="127.0.0.1"):
        self.socket = socket.create_connection(("127.0.0.1", port), PATIENCE_S, (source, 0))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.file = self.socket.makefile("r", encoding="utf-8", newline="\n")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.file.close()
        self.socket.close()

    def send(self, *lines):
        self.socket.sendall("".join(line + "\r\n" for line in lines).encode())

    def read(self, *words):
        """The next line that holds one of these words."""
        while True:
            line = self.file.readline()
            assert line, f"the link was closed before {words}"
            if any(word in line for word in words):
                return line

    def register(self, account, password):
        self.send("CAP REQ draft/account-registration", f"NICK {account}", f"USER {account} 0 * :{account}")
        self.send(f"REGISTER {account} * :{password}", "CAP END")
        assert " SUCCESS " in self.read(" REGISTER "), f"{account} was not registered"

    def answer(self, response):
        """Sends a response as bytes; gives the challenge, or the numeric that ends it."""
        text = base64.b64encode(response).decode()
        for at in range(0, len(text) + 1, PIECE_BYTES):
            self.send("AUTHENTICATE " + (text[at:at + PIECE_BYTES] or "+"))
        line = self.read("AUTHENTICATE ", " 903 ", " 904 ")
        if line.startswith("AUTHENTICATE "):
            return base64.b64decode(line.split()[1])
        return line.split()[1]

    def plain(self, account, password):
        self.send("AUTHENTICATE PLAIN")
        self.read("AUTHENTICATE +")
        return self.answer(b"\0" + account.encode() + b"\0" + password.encode())

    def scram_first(self, account):
        """The server's first message as a dict (RFC 5802 section 5)."""
        self.bare = f"n={account},r=fyko+d2lbbFgONRv9qkxdawL"
        self.send("AUTHENTICATE SCRAM-SHA-256")
        self.read("AUTHENTICATE +")
        self.first = self.answer(b"n,," + self.bare.encode()).decode()
        return dict(part.split("=", 1) for part in self.first.split(","))

    def scram_proof(self, challenge, password):
        """The response to a challenge."""
        salt = base64.b64decode(challenge["s"])
        salted = hashlib.pbkdf2_hmac("sha256", password.encode(), salt, int(challenge["i"]))
        client_key = hmac.digest(salted, b"Client Key", "sha256")
        without_proof = f"c=biws,r={challenge['r']}"
        signed = ",".join((self.bare, self.first, without_proof)).encode()
        signature = hmac.digest(hashlib.sha256(client_key).digest(), signed, "sha256")
        proof = base64.b64encode(bytes_xor(client_key, signature)).decode()
        self.server_signature = hmac.digest(hmac.digest(salted, b"Server Key", "sha256"), signed, "sha256")
        return f"{without_proof},p={proof}".encode()

    def scram(self, account, password):
        final = self.answer(self.scram_proof(self.scram_first(account), password))
        if not isinstance(final, bytes):
            return final
        assert final == b"v=" + base64.b64encode(self.server_signature), "not the server that it says it is"
        self.send("AUTHENTICATE +")
        return self.read(" 903 ", " 904 ").split()[1]
