#include "transport/memory/memory_link.h"

#include <gtest/gtest.h>

namespace brusio {
namespace {

TEST(MemoryPipe, takes_what_fits_and_no_more) {
    MemoryPipe pipe{4};
    EXPECT_EQ(pipe.write("abc"), 3U);
    EXPECT_EQ(pipe.write("def"), 1U);
    EXPECT_EQ(pipe.free_bytes(), 0U);
    EXPECT_EQ(pipe.read(2), "ab");
    EXPECT_EQ(pipe.write("XYZ"), 2U);
    EXPECT_EQ(pipe.read(99), "cdXY");
}

TEST(MemoryPipe, ends_once_it_is_finished_and_read) {
    MemoryPipe pipe{4};
    pipe.write("ab");
    pipe.finish();
    EXPECT_EQ(pipe.write("c"), 0U);
    EXPECT_FALSE(pipe.ended());
    EXPECT_EQ(pipe.read(9), "ab");
    EXPECT_TRUE(pipe.ended());
}

TEST(MemoryPipe, a_break_loses_what_was_inside) {
    MemoryPipe pipe{4};
    pipe.write("ab");
    pipe.break_off();
    EXPECT_TRUE(pipe.broken());
    EXPECT_EQ(pipe.read(9), "");
    EXPECT_EQ(pipe.write("c"), 0U);
}

TEST(MemoryPipe, a_long_stream_in_small_pieces_stays_whole) {
    MemoryPipe pipe{7};
    std::string sent;
    std::string received;
    for (int i = 0; i < 1'000; ++i) {
        const std::string piece = std::to_string(i);
        const std::size_t taken = pipe.write(piece);
        sent += piece.substr(0, taken);
        received += pipe.read(static_cast<std::size_t>(i % 5));
    }
    received += pipe.read(99);
    EXPECT_EQ(received, sent);
}

}  // namespace
}  // namespace brusio
