#include "transport/poco/out_queue.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

#include "core/base/keyed_random.h"

namespace brusio::poco {
namespace {

/// Takes `count` bytes off the front, as a socket would.
std::string take(OutQueue& queue, ChunkPool& pool, std::size_t count) {
    std::array<iovec, 4> vectors;
    std::string taken;
    while (taken.size() < count && queue.bytes() > 0) {
        const std::size_t filled = queue.fill(vectors.data(), vectors.size());
        std::string offered;
        for (std::size_t i = 0; i < filled; ++i) {
            offered.append(static_cast<const char*>(vectors[i].iov_base), vectors[i].iov_len);
        }
        offered.resize(std::min(offered.size(), count - taken.size()));
        queue.consume(pool, offered.size());
        taken += offered;
    }
    return taken;
}

std::size_t vectors_of(const OutQueue& queue) {
    std::array<iovec, 64> vectors;
    return queue.fill(vectors.data(), vectors.size());
}

TEST(OutQueue, lines_for_one_link_become_one_stretch) {
    ChunkPool pool;
    OutQueue queue;
    for (const char* line : {"one\n", "two\n", "three\n"}) queue.add_own(pool, line);
    EXPECT_EQ(vectors_of(queue), 1U);
    EXPECT_EQ(queue.bytes(), 14U);
    EXPECT_EQ(take(queue, pool, 99), "one\ntwo\nthree\n");
    EXPECT_EQ(queue.bytes(), 0U);
    EXPECT_EQ(vectors_of(queue), 0U);
}

TEST(OutQueue, what_a_room_says_in_a_turn_is_one_stretch_for_who_hears_all_of_it) {
    ChunkPool pool;
    TurnChunks turn{pool};
    OutQueue listener;
    OutQueue speaker;
    const int room = 0;
    for (const char* line : {"a\n", "b\n", "c\n", "d\n"}) {
        const Piece piece = turn.add(&room, line);
        listener.add_shared(piece);
        if (std::string_view{line} != "b\n") speaker.add_shared(piece);
    }
    turn.clear();
    EXPECT_EQ(vectors_of(listener), 1U);
    EXPECT_EQ(vectors_of(speaker), 2U);
    EXPECT_EQ(take(listener, pool, 99), "a\nb\nc\nd\n");
    EXPECT_EQ(take(speaker, pool, 99), "a\nc\nd\n");
}

TEST(OutQueue, a_private_line_between_two_of_the_room_stays_between_them) {
    ChunkPool pool;
    TurnChunks turn{pool};
    OutQueue queue;
    const int room = 0;
    queue.add_shared(turn.add(&room, "a"));
    queue.add_own(pool, "P");
    queue.add_shared(turn.add(&room, "b"));
    queue.add_own(pool, "Q");
    turn.clear();
    EXPECT_EQ(take(queue, pool, 99), "aPbQ");
}

TEST(OutQueue, bytes_of_a_shared_chunk_are_never_added_to_by_one_link) {
    ChunkPool pool;
    TurnChunks turn{pool};
    OutQueue ann;
    OutQueue bob;
    const int room = 0;
    const Piece piece = turn.add(&room, "hi ");
    ann.add_shared(piece);
    bob.add_shared(piece);
    ann.add_own(pool, "ann");
    bob.add_own(pool, "bob");
    turn.clear();
    EXPECT_EQ(take(ann, pool, 99), "hi ann");
    EXPECT_EQ(take(bob, pool, 99), "hi bob");
}

TEST(OutQueue, rooms_that_share_a_place_in_the_table_do_not_mix) {
    ChunkPool pool;
    TurnChunks turn{pool};
    std::array<OutQueue, 200> queues;
    std::array<char, 200 * 64> rooms{};
    for (int round = 0; round < 3; ++round) {
        for (std::size_t i = 0; i < queues.size(); ++i) {
            queues[i].add_shared(turn.add(&rooms[i * 64], std::to_string(i) + ","));
        }
    }
    turn.clear();
    for (std::size_t i = 0; i < queues.size(); ++i) {
        const std::string one = std::to_string(i) + ",";
        EXPECT_EQ(take(queues[i], pool, 99), one + one + one);
    }
}

TEST(OutQueue, any_mix_of_adding_and_sending_keeps_the_stream) {
    const KeyedRandom random{7};
    ChunkPool pool;
    TurnChunks turn{pool};
    OutQueue queue;
    const std::array<int, 3> rooms{};
    std::string expected;
    std::string sent;
    for (std::uint64_t i = 0; i < 20'000; ++i) {
        const std::string text(1 + random.below(40, i, "size", 0), static_cast<char>('a' + i % 26));
        const std::size_t kind = random.below(10, i, "kind", 0);
        if (kind < 3) {
            queue.add_shared(turn.add(&rooms[kind], text));
            expected += text;
        } else if (kind < 6) {
            queue.add_own(pool, text);
            expected += text;
        } else if (kind == 6) {
            turn.clear();
        } else {
            sent += take(queue, pool, random.below(60, i, "sent", 0));
        }
        ASSERT_EQ(queue.bytes(), expected.size() - sent.size());
    }
    sent += take(queue, pool, expected.size());
    EXPECT_EQ(sent, expected);
    queue.clear(pool);
}

TEST(OutQueue, clearing_gives_everything_back) {
    ChunkPool pool;
    TurnChunks turn{pool};
    OutQueue queue;
    const int room = 0;
    for (int i = 0; i < 100; ++i) {
        queue.add_shared(turn.add(&room, "x"));
        queue.add_own(pool, "y");
    }
    queue.clear(pool);
    EXPECT_EQ(queue.bytes(), 0U);
    queue.add_own(pool, "again");
    EXPECT_EQ(take(queue, pool, 99), "again");
}

}  // namespace
}  // namespace brusio::poco
