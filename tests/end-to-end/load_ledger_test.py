"""The checker of kill_nine.py has to notice what a store can do wrong."""

import unittest

from load_ledger import Ledger

MESSAGE, JOIN = 0, 10


def said(seq, text):
    return (seq, MESSAGE, f"id-{text}", text)


def echoes(*texts):
    return [(text, f"id-{text}") for text in texts]


class LedgerTest(unittest.TestCase):
    def setUp(self):
        self.rows = []
        self.ledger = Ledger(lambda seq: [row for row in self.rows if row[0] > seq])

    def live(self, rows, *texts):
        """One life after which the log has these rows more; `texts` of ann were acknowledged."""
        self.rows += rows
        self.ledger.acknowledge("ann", echoes(*texts))
        self.ledger.check_new([(text, msgid) for _, kind, msgid, text in rows if kind == MESSAGE])

    def expect(self, **kinds):
        self.assertEqual(dict(self.ledger.faults.counts), kinds, self.ledger.faults.sentences)

    def test_a_store_that_keeps_its_word_is_not_accused(self):
        self.live([(1, JOIN, "j", ""), said(2, "ann-1"), said(3, "bob-1"), said(4, "ann-2")], "ann-1", "ann-2")
        self.live([(5, JOIN, "k", ""), said(6, "eve-1")])
        self.ledger.check_all()
        self.expect()

    def test_a_message_may_be_there_whose_echo_was_never_read(self):
        self.live([said(1, "ann-1"), said(2, "ann-2")], "ann-1")
        self.expect()

    def test_what_was_acknowledged_and_is_not_there_is_lost(self):
        self.live([said(1, "ann-1")], "ann-1", "ann-2")
        self.expect(lost=1)

    def test_another_id_than_that_of_the_echo_is_noticed(self):
        self.live([(1, MESSAGE, "other", "ann-1")], "ann-1")
        self.expect(**{"wrong id": 1})

    def test_a_text_that_is_there_twice_is_doubled(self):
        self.live([said(1, "ann-1"), (2, MESSAGE, "other", "ann-1")])
        self.expect(doubled=1)

    def test_a_text_that_comes_back_after_a_later_start_is_doubled(self):
        self.live([said(1, "ann-1")], "ann-1")
        self.live([(2, MESSAGE, "other", "ann-1")])
        self.expect(doubled=1)

    def test_an_id_that_was_given_before_is_doubled(self):
        self.live([said(1, "ann-1")], "ann-1")
        self.live([(2, MESSAGE, "id-ann-1", "bob-1")])
        self.expect(doubled=1)

    def test_messages_that_changed_places_are_reordered(self):
        self.live([said(1, "ann-2"), said(2, "ann-1")], "ann-1", "ann-2")
        self.expect(reordered=1)

    def test_echoes_in_another_order_are_reordered(self):
        self.live([said(1, "ann-1"), said(2, "ann-2")], "ann-2", "ann-1")
        self.expect(reordered=1)

    def test_a_log_with_a_hole_is_noticed(self):
        self.live([said(1, "ann-1"), said(3, "ann-2")], "ann-1", "ann-2")
        self.expect(hole=1)

    def test_a_client_that_was_shown_something_else_than_the_log_is_noticed(self):
        self.ledger.show("bob", echoes("ann-2"))
        self.live([said(1, "ann-1"), said(2, "ann-2")], "ann-1")
        self.expect(view=1)

    def test_a_listener_that_lacks_a_message_is_noticed(self):
        self.rows = [said(1, "ann-1"), said(2, "ann-2")]
        self.ledger.check_new(echoes("ann-1"))
        self.expect(view=1)

    def test_a_message_that_vanishes_later_is_lost_and_the_log_changed(self):
        self.live([said(1, "ann-1"), said(2, "bob-1")], "ann-1")
        self.rows[0] = (1, JOIN, "id-ann-1", "")
        self.ledger.check_all()
        self.expect(lost=1, changed=1)


if __name__ == "__main__":
    unittest.main()
