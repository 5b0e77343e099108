#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/base/keyed_random.h"
#include "tests/contract/transport_rig.h"

namespace brusio::contract {

/// Run on an implementation with `INSTANTIATE_TEST_SUITE_P(Name, TransportContract,
/// testing::Values(TransportRigFactory{...}), transport_rig_name)`.
class TransportContract : public testing::TestWithParam<TransportRigFactory> {
 protected:
    static constexpr std::size_t send_queue_bytes_max = 256 * 1024;

    struct Pair {
        std::unique_ptr<ContractPeer> peer;
        LinkId link;
        std::string read;  // by the peer, so far
    };

    template <class Predicate>
    [[nodiscard]] bool until(Predicate done) {
        const auto give_up = std::chrono::steady_clock::now() + std::chrono::seconds{60};
        while (!done()) {
            if (std::chrono::steady_clock::now() > give_up) return false;
            rig_->step(events_);
        }
        return true;
    }

    Pair open() {
        Pair pair{rig_->connect(), {}, {}};
        const std::size_t before = events_.order.size();
        EXPECT_TRUE(until([&] { return events_.order.size() > before; }));
        if (events_.order.size() > before) pair.link = events_.order.back();
        return pair;
    }

    std::vector<Pair> open_many(std::size_t count) {
        std::vector<Pair> pairs;
        for (std::size_t i = 0; i < count; ++i) pairs.push_back(open());
        return pairs;
    }

    static void drink(Pair& pair, std::size_t bytes_max = 1 << 20) {
        pair.read += pair.peer->read(bytes_max);
    }

    [[nodiscard]] bool reads(Pair& pair, std::string_view expected) {
        return until([&] {
                   drink(pair);
                   return pair.read.size() >= expected.size();
               }) &&
               pair.read == expected;
    }

    [[nodiscard]] bool sends(Pair& pair, std::string_view bytes) {
        return until([&] {
            bytes.remove_prefix(pair.peer->write(bytes));
            return bytes.empty();
        });
    }

    [[nodiscard]] bool arrives(const Pair& pair, std::string_view expected) {
        return until([&] { return seen(pair).bytes.size() >= expected.size(); }) &&
               seen(pair).bytes == expected;
    }

    [[nodiscard]] bool closes(const Pair& pair, CloseReason reason) {
        return until([&] { return seen(pair).closed.has_value(); }) && seen(pair).closed == reason;
    }

    /// Waits a little for a queue that may never drain.
    [[nodiscard]] bool until_told(const Pair& pair, int times) {
        constexpr int steps = 20;
        for (int i = 0; i < steps && seen(pair).drained < times; ++i) rig_->step(events_);
        return seen(pair).drained >= times;
    }

    EventRecorder::Seen& seen(const Pair& pair) { return events_.links[pair.link]; }

    void release(std::vector<Output> outputs) { rig_->transport().release(outputs); }
    static Output to(LinkId link, std::string_view text) {
        return Deliver{Frame::copy_of(text), link, nullptr, {}};
    }
    static Output to_all(const Audience& audience, std::string_view text, LinkId except = {}) {
        return Deliver{Frame::copy_of(text), {}, audience, except};
    }
    static Audience audience_of(const std::vector<Pair>& pairs) {
        std::vector<LinkId> links;
        for (const Pair& pair : pairs) links.push_back(pair.link);
        return std::make_shared<const std::vector<LinkId>>(std::move(links));
    }

    /// Lines that show where they belong, so that a swap is seen. Whole ones, since a transport
    /// may carry each in a message of its own (WebSocket); at least three bytes.
    static std::string pattern(std::size_t bytes, std::uint64_t seed) {
        std::string text;
        for (std::uint64_t i = 0; text.size() < bytes; ++i) {
            text += std::to_string(mix64(seed + i)) + "\r\n";
        }
        text.resize(bytes - 2);
        while (text.ends_with('\r') || text.ends_with('\n')) text.pop_back();
        text.resize(bytes - 2, '.');
        return text + "\r\n";
    }

    std::unique_ptr<TransportRig> rig_ = GetParam().make(send_queue_bytes_max);
    EventRecorder events_;
};

TEST_P(TransportContract, a_link_opens_with_what_is_known_of_its_peer) {
    const Pair ann = open();
    EXPECT_EQ(seen(ann).info.kind, LinkKind::irc);
    EXPECT_EQ(seen(ann).info.peer_address, "127.0.0.1");
    EXPECT_TRUE(seen(ann).info.loopback);
    EXPECT_EQ(seen(ann).info.secure, GetParam().secure);
}

TEST_P(TransportContract, bytes_keep_their_order_in_both_directions) {
    Pair ann = open();
    const std::string up = pattern(1 << 20, 1);
    ASSERT_TRUE(sends(ann, up));
    EXPECT_TRUE(arrives(ann, up));
    std::string down;
    for (std::uint64_t i = 0; i < 500; ++i) {
        const std::string line = pattern(100, i);
        down += line;
        release({to(ann.link, line)});
    }
    EXPECT_TRUE(reads(ann, down));
}

TEST_P(TransportContract, a_half_close_is_reported_after_the_bytes_before_it) {
    Pair ann = open();
    ASSERT_TRUE(sends(ann, "QUIT\r\n"));
    ann.peer->half_close();
    EXPECT_TRUE(closes(ann, CloseReason::peer_closed));
    EXPECT_EQ(seen(ann).bytes, "QUIT\r\n");
}

TEST_P(TransportContract, what_was_queued_before_a_half_close_still_reaches_the_peer) {
    Pair ann = open();
    release({to(ann.link, "hello\r\n")});
    ann.peer->half_close();
    ASSERT_TRUE(closes(ann, CloseReason::peer_closed));
    EXPECT_TRUE(reads(ann, "hello\r\n"));
    EXPECT_TRUE(until([&] {
        drink(ann);
        return ann.peer->stream() == ContractPeer::Stream::ended;
    }));
}

TEST_P(TransportContract, a_reset_is_reported_once_and_touches_nobody_else) {
    Pair ann = open();
    Pair bob = open();
    ann.peer->reset();
    EXPECT_TRUE(closes(ann, CloseReason::reset));
    ASSERT_TRUE(sends(bob, "still here\r\n"));
    EXPECT_TRUE(arrives(bob, "still here\r\n"));
    release({to(ann.link, "too late\r\n"), to(bob.link, "yes\r\n")});
    EXPECT_TRUE(reads(bob, "yes\r\n"));
}

TEST_P(TransportContract, a_peer_that_reads_byte_by_byte_gets_every_byte) {
    Pair ann = open();
    const std::string text = pattern(3'000, 7);
    release({to(ann.link, text)});
    ASSERT_TRUE(until([&] {
        for (int i = 0; i < 50; ++i) drink(ann, 1);
        return ann.read.size() == text.size();
    }));
    EXPECT_EQ(ann.read, text);
}

TEST_P(TransportContract, a_peer_that_does_not_read_keeps_its_link_below_the_cap) {
    Pair ann = open();
    Pair bob = open();
    const std::string text = pattern(send_queue_bytes_max, 3);
    for (std::size_t at = 0; at < text.size(); at += 1024) {
        release({to(ann.link, std::string_view{text}.substr(at, 1024))});
    }
    ASSERT_TRUE(sends(bob, "x\r\n"));
    ASSERT_TRUE(arrives(bob, "x\r\n"));
    EXPECT_FALSE(seen(ann).closed);
    EXPECT_TRUE(reads(ann, text));
}

TEST_P(TransportContract, a_peer_that_never_reads_is_closed_at_the_cap_and_slows_nobody) {
    std::vector<Pair> pairs = open_many(3);
    Pair& eve = pairs[0];
    const Audience audience = audience_of(pairs);
    std::string expected;
    const bool closed = until([&] {
        const std::string text = pattern(16 * 1024, expected.size());
        expected += text;
        release({to_all(audience, text)});
        drink(pairs[1]);
        drink(pairs[2]);
        return seen(eve).closed.has_value();
    });
    ASSERT_TRUE(closed);
    EXPECT_EQ(seen(eve).closed, CloseReason::send_queue_exceeded);
    EXPECT_GT(expected.size(), send_queue_bytes_max);
    for (Pair* pair : {&pairs[1], &pairs[2]}) {
        EXPECT_TRUE(reads(*pair, expected));
        EXPECT_FALSE(seen(*pair).closed);
    }
}

TEST_P(TransportContract, a_queue_that_is_short_is_told_of_at_once_and_once) {
    Pair ann = open();
    Pair bob = open();
    release({to(ann.link, "hello\r\n"), TellDrained{ann.link, 100}});
    EXPECT_EQ(seen(ann).drained, 0) << "from within release";
    EXPECT_TRUE(until([&] { return seen(ann).drained > 0; }));
    ASSERT_TRUE(sends(bob, "x\r\n"));
    ASSERT_TRUE(arrives(bob, "x\r\n"));
    EXPECT_EQ(seen(ann).drained, 1);
    EXPECT_EQ(seen(bob).drained, 0);
    EXPECT_TRUE(reads(ann, "hello\r\n"));
    release({TellDrained{ann.link, 0}});
    EXPECT_TRUE(until([&] { return seen(ann).drained == 2; }));
}

TEST_P(TransportContract, a_long_queue_is_told_of_when_its_peer_has_read_enough) {
    constexpr std::size_t piece_bytes = send_queue_bytes_max / 4;
    Pair ann = open();
    std::string text;
    int asked = 0;
    // Once the streams are full nothing is told any more, before the queue can pass its cap.
    for (bool told = true; told; told = until_told(ann, asked)) {
        const std::string piece = pattern(piece_bytes, text.size());
        text += piece;
        release({to(ann.link, piece), TellDrained{ann.link, 0}});
        ++asked;
        ASSERT_LT(text.size(), std::size_t{64} << 20) << "nothing ever fills up";
    }
    EXPECT_FALSE(seen(ann).closed);
    EXPECT_TRUE(reads(ann, text));
    EXPECT_TRUE(until([&] { return seen(ann).drained == asked; }));
    EXPECT_FALSE(seen(ann).closed);
}

TEST_P(TransportContract, links_that_go_are_never_told_of_as_drained) {
    Pair ann = open();
    Pair bob = open();
    release({to(ann.link, "bye\r\n"), TellDrained{ann.link, 0}, Close{ann.link}});
    const LinkId strange = LinkId::of(1'000'000, 9);
    release({TellDrained{strange, 0}, TellDrained{LinkId{}, 0}, TellDrained{ann.link, 0}});
    ASSERT_TRUE(reads(ann, "bye\r\n"));
    ASSERT_TRUE(sends(bob, "x\r\n"));
    ASSERT_TRUE(arrives(bob, "x\r\n"));
    EXPECT_EQ(seen(ann).drained, 0);
    EXPECT_FALSE(events_.links.contains(strange));
}

TEST_P(TransportContract, a_close_leaves_after_what_was_queued_before_it_and_is_not_reported) {
    Pair ann = open();
    Pair bob = open();
    const std::string text = pattern(200 * 1024, 5);
    release({to(ann.link, text), Close{ann.link, CloseReason::quit}, to(ann.link, "never\r\n")});
    EXPECT_TRUE(reads(ann, text));
    EXPECT_TRUE(until([&] {
        drink(ann);
        return ann.peer->stream() != ContractPeer::Stream::open;
    }));
    EXPECT_EQ(ann.read, text);
    EXPECT_EQ(ann.peer->stream(), ContractPeer::Stream::ended);
    ASSERT_TRUE(sends(bob, "x\r\n"));
    ASSERT_TRUE(arrives(bob, "x\r\n"));
    EXPECT_FALSE(seen(ann).closed);
}

TEST_P(TransportContract, a_close_with_unread_bytes_still_delivers_the_goodbye) {
    Pair eve = open();
    release({SetReading{eve.link, false}});
    const std::string flood = pattern(16 * 1024, 9);
    ASSERT_TRUE(sends(eve, flood));
    release({to(eve.link, "ERROR :flood\r\n"), Close{eve.link, CloseReason::protocol_error}});
    EXPECT_TRUE(reads(eve, "ERROR :flood\r\n"));
    EXPECT_TRUE(until([&] {
        drink(eve);
        return eve.peer->stream() != ContractPeer::Stream::open;
    }));
    EXPECT_EQ(eve.peer->stream(), ContractPeer::Stream::ended);
    EXPECT_FALSE(seen(eve).closed);
}

TEST_P(TransportContract, a_link_that_is_not_read_holds_its_bytes_and_its_end_until_it_is) {
    Pair ann = open();
    Pair bob = open();
    release({SetReading{ann.link, false}});
    ASSERT_TRUE(sends(bob, "one\r\n"));
    ASSERT_TRUE(arrives(bob, "one\r\n"));
    ASSERT_TRUE(sends(ann, "held\r\n"));
    ann.peer->half_close();
    ASSERT_TRUE(sends(bob, "two\r\n"));
    ASSERT_TRUE(arrives(bob, "one\r\ntwo\r\n"));
    EXPECT_EQ(seen(ann).bytes, "");
    EXPECT_FALSE(seen(ann).closed);
    release({SetReading{ann.link, true}});
    EXPECT_TRUE(closes(ann, CloseReason::peer_closed));
    EXPECT_EQ(seen(ann).bytes, "held\r\n");
}

TEST_P(TransportContract, many_links_keep_their_streams_apart) {
    std::vector<Pair> pairs = open_many(200);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        ASSERT_TRUE(sends(pairs[i], pattern(300, i)));
        release({to(pairs[i].link, pattern(500, i + 1'000))});
    }
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        EXPECT_TRUE(arrives(pairs[i], pattern(300, i)));
        EXPECT_TRUE(reads(pairs[i], pattern(500, i + 1'000)));
    }
}

TEST_P(TransportContract, an_audience_gets_one_frame_but_for_the_one_excepted) {
    std::vector<Pair> pairs = open_many(5);
    const Audience audience = audience_of(pairs);
    release({to_all(audience, "a\r\n", pairs[0].link), to(pairs[0].link, "A\r\n"),
             to_all(audience, "b\r\n"), to_all(audience, "c\r\n", pairs[4].link)});
    EXPECT_TRUE(reads(pairs[0], "A\r\nb\r\nc\r\n"));
    EXPECT_TRUE(reads(pairs[4], "a\r\nb\r\n"));
    for (std::size_t i = 1; i < 4; ++i) EXPECT_TRUE(reads(pairs[i], "a\r\nb\r\nc\r\n"));
}

TEST_P(TransportContract, links_that_are_unknown_or_gone_are_passed_over) {
    Pair ann = open();
    Pair bob = open();
    ann.peer->half_close();
    ASSERT_TRUE(closes(ann, CloseReason::peer_closed));
    const LinkId strange = LinkId::of(1'000'000, 9);
    release({to(ann.link, "x\r\n"), to(LinkId{}, "x\r\n"), to(strange, "x\r\n"), Close{ann.link},
             Close{strange}, SetReading{strange, false}, SetReading{ann.link, false},
             to_all(std::make_shared<const std::vector<LinkId>>(
                        std::vector<LinkId>{ann.link, strange, bob.link}),
                    "y\r\n")});
    EXPECT_TRUE(reads(bob, "y\r\n"));
}

TEST_P(TransportContract, a_new_link_never_answers_to_an_old_name) {
    Pair ann = open();
    ann.peer->half_close();
    ASSERT_TRUE(closes(ann, CloseReason::peer_closed));
    ann.peer.reset();
    std::vector<Pair> others = open_many(4);
    release({to(ann.link, "for ann\r\n")});
    for (Pair& other : others) {
        EXPECT_NE(other.link, ann.link);
        release({to(other.link, "hi\r\n")});
        EXPECT_TRUE(reads(other, "hi\r\n"));
    }
}

TEST_P(TransportContract, any_mix_of_deliveries_gives_each_peer_its_own_in_order) {
    std::vector<Pair> pairs = open_many(12);
    const KeyedRandom random{42};
    std::vector<std::string> expected(pairs.size());
    for (std::uint64_t round = 0; round < 40; ++round) {
        std::vector<Output> outputs;
        std::vector<Audience> audiences;
        for (std::uint64_t room = 0; room < 3; ++room) {
            std::vector<LinkId> links;
            for (std::size_t i = 0; i < pairs.size(); ++i) {
                const bool in = random.below(2, i, "member", round * 3 + room) == 0;
                if (in) links.push_back(pairs[i].link);
            }
            audiences.push_back(std::make_shared<const std::vector<LinkId>>(std::move(links)));
        }
        for (std::uint64_t k = 0; k < 30; ++k) {
            const std::uint64_t key = round * 1'000 + k;
            const std::string text = pattern(3 + random.below(300, key, "size", 0), key);
            const std::size_t who = random.below(pairs.size(), key, "who", 0);
            const std::size_t room = random.below(audiences.size() + 1, key, "room", 0);
            if (room == audiences.size()) {
                outputs.push_back(to(pairs[who].link, text));
                expected[who] += text;
                continue;
            }
            outputs.push_back(to_all(audiences[room], text, pairs[who].link));
            for (std::size_t i = 0; i < pairs.size(); ++i) {
                const auto& links = *audiences[room];
                const bool in = std::find(links.begin(), links.end(), pairs[i].link) != links.end();
                if (in && i != who) expected[i] += text;
            }
        }
        release(std::move(outputs));
        if (round % 4 != 0) continue;
        rig_->step(events_);
        for (Pair& pair : pairs) drink(pair, 700);
    }
    for (std::size_t i = 0; i < pairs.size(); ++i) EXPECT_TRUE(reads(pairs[i], expected[i]));
}

}  // namespace brusio::contract
