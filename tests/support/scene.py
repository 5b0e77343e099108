#!/usr/bin/env python3
"""People for a picture of the window: `scene.py PORT GUEST` joins a few friends to a server on this
machine, waits until GUEST comes into #railway, plays a conversation, and stays until it is ended."""

import socket
import sys

TOPIC = "Saturday: the old railway, 9:12 from Tirano"
ROOMS = {"#railway": ["ada", "bruno", "chiara", "dario"], "#maps": ["ada", "chiara"]}
CONVERSATION = [
    ("ada", "#railway", "Good morning! Who is coming on Saturday?"),
    ("bruno", "#railway", "I am. Shall we take the train up and walk down?"),
    ("chiara", "#railway", "Yes, the viaduct first: https://example.org/timetable"),
    ("chiara", "#railway", "The 9:12 is there at 9:40."),
    ("ada", "#railway", "{guest}: can you bring the map?"),
    ("dario", "#railway", "I'll bring coffee \u2615 and something to eat."),
    ("ada", "#maps", "{guest}: the sheet is 1:25 000, I have it at home"),
    ("bruno", "{guest}", "Do you need a lift to the station?"),
    ("bruno", "#railway", "Then it's settled. See you at nine!"),
]


class Friend:
    def __init__(self, port, nick):
        self.nick = nick
        self.stream = socket.create_connection(("127.0.0.1", port), timeout=30)
        self.file = self.stream.makefile("rb")
        self.send(f"NICK {nick}", f"USER {nick} 0 * :{nick.capitalize()}")
        self.wait_for(" 001 ")

    def send(self, *lines):
        self.stream.sendall("".join(line + "\r\n" for line in lines).encode())

    def wait_for(self, *parts):
        """Reads until a line holds all parts; answers pings meanwhile."""
        while line := self.file.readline().decode():
            if line.startswith("PING"):
                self.send("PONG" + line[4:].rstrip())
            if all(part in line for part in parts):
                return line
        raise SystemExit(f"scene: the server closed the link of {self.nick}")

    def say(self, target, text):
        self.send(f"PRIVMSG {target} :{text}", f"PING :{target}")
        self.wait_for("PONG")


def main(port, guest):
    friends = {}
    for room, nicks in ROOMS.items():
        for nick in nicks:
            friend = friends[nick] if nick in friends else Friend(port, nick)
            friends[nick] = friend
            friend.send(f"JOIN {room}")
            friend.wait_for(" 366 ", room)
    friends["ada"].send(f"TOPIC #railway :{TOPIC}")
    friends["ada"].wait_for("TOPIC")
    print("ready", flush=True)
    first = friends["bruno"]
    first.stream.settimeout(None)
    first.wait_for(f":{guest}!", "JOIN", "#railway")
    friends["chiara"].wait_for(f":{guest}!", "JOIN", "#maps")
    for nick, target, text in CONVERSATION:
        friends[nick].say(target.format(guest=guest), text.format(guest=guest))
    first.wait_for(f":{guest}!", "QUIT")


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
