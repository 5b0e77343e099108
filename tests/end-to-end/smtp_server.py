"""A mail server that takes everything it is told to take, and remembers it."""

import queue
import socket
import ssl
import threading


class SmtpServer:
    """Speaks as much SMTP (RFC 5321) as it takes to be given a mail."""

    def __init__(self, tls=None, greets_in_tls=False):
        """`tls` is a certificate with its key in a file: offered by STARTTLS, or there from the first byte."""
        self.context = None
        if tls:
            self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self.context.load_cert_chain(tls)
        self.greets_in_tls = greets_in_tls
        self.in_clear = []  # what was said outside of TLS
        self.mails = queue.Queue()  # (from, to, text) of each
        self.refuses = False
        self.greetings = []
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def accept(self):
        while True:
            try:
                link = self.socket.accept()[0]
            except OSError:
                return
            threading.Thread(target=self.serve, args=(link,), daemon=True).start()

    def serve(self, link):
        try:
            if self.greets_in_tls:
                link = self.context.wrap_socket(link, server_side=True)
            if self.talk(link, "220 mail.test ESMTP"):
                link = self.context.wrap_socket(link, server_side=True)
                self.talk(link, None)
        except OSError:
            pass  # whoever does not like the certificate hangs up
        finally:
            link.close()

    def talk(self, link, greeting):
        """Until the end, or until TLS is asked for: then it is true."""
        with link.makefile("rwb") as file:
            def say(text):
                file.write(text.encode() + b"\r\n")
                file.flush()

            is_clear = not isinstance(link, ssl.SSLSocket)
            sender, to = None, []
            if greeting:
                say(greeting)
            while line := file.readline():
                command = line.decode().rstrip("\r\n")
                word = command.split(" ")[0].upper()
                if is_clear:
                    self.in_clear.append(word)
                if word in ("EHLO", "HELO"):
                    self.greetings.append(command)
                    say("250-mail.test\r\n250 STARTTLS" if is_clear and self.context else "250 mail.test")
                elif word == "STARTTLS" and is_clear and self.context:
                    say("220 go on")
                    return True
                elif word == "MAIL":
                    sender = command
                    say("250 ok")
                elif word == "RCPT":
                    to.append(command)
                    say("550 no such mailbox" if self.refuses else "250 ok")
                elif word == "DATA":
                    say("354 go on")
                    text = b""
                    while (piece := file.readline()) not in (b".\r\n", b""):
                        text += piece[1:] if piece.startswith(b".") else piece
                    self.mails.put((sender, to, text.decode()))
                    sender, to = None, []
                    say("250 taken")
                elif word == "QUIT":
                    say("221 bye")
                    return False
                else:
                    say("250 ok")
        return False
