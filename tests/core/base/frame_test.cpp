#include "core/base/frame.h"

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

namespace brusio {
namespace {

TEST(Frame, an_empty_frame_holds_nothing) {
    const Frame frame = Frame::copy_of("");
    EXPECT_TRUE(frame.empty());
    EXPECT_EQ(frame.bytes(), "");
}

TEST(Frame, copies_share_one_block) {
    const Frame frame = Frame::copy_of("PING :x\r\n");
    const Frame copy = frame;
    EXPECT_TRUE(copy.same_block(frame));
    EXPECT_EQ(copy.bytes(), "PING :x\r\n");
}

TEST(Frame, equal_bytes_made_twice_are_two_blocks) {
    EXPECT_FALSE(Frame::copy_of("a").same_block(Frame::copy_of("a")));
}

TEST(Frame, outlives_the_frame_it_was_copied_from) {
    Frame copy;
    {
        const Frame frame = Frame::copy_of(std::string(1000, 'x'));
        copy = frame;
    }
    EXPECT_EQ(copy.bytes(), std::string(1000, 'x'));
}

TEST(Frame, self_assignment_and_moves_keep_the_bytes) {
    Frame frame = Frame::copy_of("abc");
    Frame& alias = frame;
    frame = alias;
    const Frame moved = std::move(frame);
    EXPECT_EQ(moved.bytes(), "abc");
}

TEST(Frame, owners_on_several_threads_free_it_once) {
    const Frame frame = Frame::copy_of("shared");
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([frame] {
            for (int n = 0; n < 10'000; ++n) {
                const Frame copy = frame;
                EXPECT_EQ(copy.size(), 6U);
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(frame.bytes(), "shared");
}

}  // namespace
}  // namespace brusio
