"""A mail server that takes everything it is told to take, and remembers it."""

import queue
import socket
import threading


class SmtpServer:
    """Speaks as much SMTP (RFC 5321) as it takes to be given a mail."""

    def __init__(self):
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
        with link, link.makefile("rwb") as file:
            def say(text):
                file.write(text.encode() + b"\r\n")
                file.flush()

            sender, to = None, []
            say("220 mail.test ESMTP")
            while line := file.readline():
                command = line.decode().rstrip("\r\n")
                word = command.split(" ")[0].upper()
                if word in ("EHLO", "HELO"):
                    self.greetings.append(command)
                    say("250 mail.test")
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
                    return
                else:
                    say("250 ok")
