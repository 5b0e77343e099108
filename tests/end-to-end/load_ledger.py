"""What a log holds, against what was promised and shown: the checker of kill_nine.py."""

import collections
import hashlib

FIRST_EVENT_KIND = 10  # RecordKind of core/ports/records.h: below it was said, from it on it happened


class Faults:
    """Counts by kind, and sentences for people."""

    def __init__(self):
        self.counts = collections.Counter()
        self.sentences = []

    def note(self, kind, sentence):
        self.counts[kind] += 1
        self.sentences.append(sentence)


class Reading:
    """One reading of a log from its first entry on. It can go on where it stopped."""

    def __init__(self, faults):
        self.faults = faults
        self.seq = 0
        self.ids = set()
        self.last = {}  # sender -> number of its last message
        self.skipped = set()  # texts whose place was passed over
        self.digest = hashlib.sha256()

    def go_on(self, rows):
        """Takes further rows (seq, kind, id, text), oldest first; gives (text, id) of the messages."""
        messages = []
        for seq, kind, msgid, text in rows:
            if seq != self.seq + 1:
                self.faults.note("hole", f"entry {seq} follows entry {self.seq}")
            self.seq = seq
            if msgid in self.ids:
                self.faults.note("doubled", f"the id {msgid} is there twice")
            self.ids.add(msgid)
            self.digest.update(f"{seq} {kind} {msgid} {text}\n".encode())
            if kind < FIRST_EVENT_KIND:
                self.place(text)
                messages.append((text, msgid))
        return messages

    def place(self, text):
        """Each sender counts from 1, so each of its messages has one right place."""
        sender, _, number = text.rpartition("-")
        number, before = int(number), self.last.get(sender, 0)
        self.last[sender] = max(number, before)
        if number > before + 1:
            self.faults.note("reordered", f"{text} follows {sender}-{before}")
            self.skipped.update(f"{sender}-{i}" for i in range(before + 1, number))
        elif text in self.skipped:
            self.skipped.remove(text)
        elif number <= before:
            self.faults.note("doubled", f"{text} is there twice")


class Ledger:
    """What was acknowledged and shown over all lives of a server, held against its log.

    `entries(seq)` gives the rows of the log behind `seq`, as Reading wants them.
    """

    def __init__(self, entries):
        self.entries = entries
        self.faults = Faults()
        self.reading = Reading(self.faults)
        self.acknowledged = {}  # text -> id
        self.life = []  # (text, id) acknowledged since the last check
        self.views = []  # (name, what that client was shown) since the last check

    def acknowledge(self, name, echoes):
        """Takes the echoes (text, id) that a sender got for its messages, in the order in which they came."""
        numbers = [int(text.rpartition("-")[2]) for text, _ in echoes]
        if numbers != list(range(1, len(numbers) + 1)):
            self.faults.note("reordered", f"echoes to {name} came in another order than it sent")
        self.life += echoes
        self.acknowledged.update(echoes)

    def show(self, name, view):
        """Takes what a client was shown from the first message of this life on."""
        self.views.append((name, view))

    def check_new(self, listener_view):
        """Looks at what is new since the last check; the listener has to have been shown just that."""
        messages = self.reading.go_on(self.entries(self.reading.seq))
        self.check_promises(self.life, dict(messages))
        for name, view in self.views:
            if messages[:len(view)] != view:
                self.faults.note("view", f"{name} was shown something else than the log has")
        if messages != listener_view:
            self.faults.note("view", f"the listener was shown {len(listener_view)} messages, which are not "
                                     f"the {len(messages)} of the log")
        self.life, self.views = [], []

    def check_all(self):
        """Reads the log from its first entry on: nothing that was once there may have changed."""
        whole = Reading(self.faults)
        messages = whole.go_on(self.entries(0))
        if (whole.seq, whole.digest.digest()) != (self.reading.seq, self.reading.digest.digest()):
            self.faults.note("changed", "what was read before is no longer there as it was")
        self.check_promises(self.acknowledged.items(), dict(messages))

    def check_promises(self, promises, stored):
        for text, msgid in promises:
            if text not in stored:
                self.faults.note("lost", f"{text} was acknowledged and is not there")
            elif stored[text] != msgid:
                self.faults.note("wrong id", f"{text} was acknowledged as {msgid} and is {stored[text]}")
