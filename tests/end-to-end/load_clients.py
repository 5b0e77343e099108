"""Clients of a server that will be killed: some talk as fast as it answers, one only listens."""

import re
import socket
import threading

from brusiod import PATIENCE_S
from log_in import Client

ROOM = "#load"
IN_FLIGHT = 64  # messages that a client sends before it waits for echoes
PAGE = 1000  # messages that the listener asks for at a time
MESSAGE = re.compile(rf"@(\S+) :\S+ PRIVMSG {ROOM} :(\S+)$")


def read_message(line):
    """The tags, and the message as (text, id); two times None if the line is something else."""
    found = MESSAGE.match(line.rstrip("\r\n"))
    if not found:
        return None, None
    tags = dict(tag.partition("=")[::2] for tag in found[1].split(";"))
    return tags, (found[2], tags["msgid"])


class Watcher(threading.Thread):
    """Reads a link on a thread of its own until it breaks; keeps what it was shown, in order."""

    def __init__(self, name, reader):
        super().__init__(daemon=True)
        self.name = name
        self.reader = reader
        self.view = []  # (text, id)

    def run(self):
        try:
            for line in self.reader:
                tags, message = read_message(line) if line.endswith("\n") else (None, None)
                if message:
                    self.view.append(message)
                    self.shown(tags, message)
        except OSError:
            pass

    def shown(self, tags, message):
        """Is told of each message."""


class Talker(Watcher):
    """Talks; keeps what was acknowledged: the messages whose labelled echo has come."""

    def __init__(self, port, name):
        self.link = socket.create_connection(("127.0.0.1", port), PATIENCE_S)
        super().__init__(name, self.link.makefile("r", encoding="utf-8", newline="\n"))
        self.acknowledged = []  # (text, id)
        self.sent = 0
        self.put("CAP REQ :labeled-response echo-message message-tags batch", f"NICK {name}",
                 f"USER {name} 0 * :{name}", "CAP END", f"JOIN {ROOM}")
        while " 366 " not in self.reader.readline():
            pass

    def put(self, *lines):
        self.link.sendall("".join(line + "\r\n" for line in lines).encode())

    def send_up_to(self, count):
        lines = []
        while self.sent < count:
            self.sent += 1
            lines.append(f"@label={self.sent} PRIVMSG {ROOM} :{self.name}-{self.sent}")
        if lines:
            self.put(*lines)

    def shown(self, tags, message):
        if "label" in tags:
            self.acknowledged.append(message)
            self.send_up_to(len(self.acknowledged) + IN_FLIGHT)

    def run(self):
        try:
            self.send_up_to(IN_FLIGHT)
        except OSError:
            return
        super().run()
        self.link.close()


class Listener:
    """Somebody with an account who says nothing. Sees what is said live, and after each start of the server
    reads what it has missed from the history, behind the last message that it has seen."""

    NAME = "ear"
    PASSWORD = "secret-word"
    CAPS = "CAP REQ :message-tags batch draft/chathistory"

    def __init__(self):
        self.view = []  # (text, id) since it was last taken
        self.place = "timestamp=1970-01-01T00:00:00.000Z"
        self.has_account = False

    def come(self, port):
        """Logs in, or registers and makes the room when it comes for the first time."""
        self.client = Client(port)
        if self.has_account:
            self.client.send(self.CAPS)
            assert self.client.plain(self.NAME, self.PASSWORD) == "903", "the listener's account is lost"
            self.client.send(f"NICK {self.NAME}", f"USER {self.NAME} 0 * :{self.NAME}", "CAP END")
        else:
            self.client.register(self.NAME, self.PASSWORD)
            self.client.send(self.CAPS, f"JOIN {ROOM}")
            self.has_account = True
        self.client.read(f" 366 {self.NAME} {ROOM} ")
        while self.read_page():
            pass

    def read_page(self):
        """True if there was anything behind the last message."""
        self.client.send(f"CHATHISTORY AFTER {ROOM} {self.place} {PAGE}")
        line = self.client.read(" BATCH +", "FAIL ")
        assert "FAIL " not in line, line
        before = len(self.view)
        while " BATCH -" not in (line := self.client.read(" BATCH -", " PRIVMSG ")):
            self.view.append(read_message(line)[1])
        self.remember_place()
        return len(self.view) > before

    def remember_place(self):
        if self.view:
            self.place = "msgid=" + self.view[-1][1]

    def take_view(self):
        """What it was shown since it was asked last."""
        view, self.view = self.view, []
        return view

    def listen(self):
        """From now on what is said is seen live."""
        self.watcher = Watcher(self.NAME, self.client.file)
        self.watcher.start()

    def leave(self):
        """After the server's end: takes over what was seen live."""
        self.watcher.join(PATIENCE_S)
        self.view += self.watcher.view
        self.remember_place()
        self.client.__exit__()
