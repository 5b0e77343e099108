#include "core/engine/deadline_queue.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <vector>

namespace brusio::engine {
namespace {

LinkId link(std::uint32_t slot) { return LinkId::of(slot, 1); }
MonoTime at(std::int64_t ns) { return MonoTime{Duration{ns}}; }

TEST(DeadlineQueue, the_earliest_comes_first) {
    DeadlineQueue queue;
    queue.set(link(1), at(30));
    queue.set(link(2), at(10));
    queue.set(link(3), at(20));
    EXPECT_EQ(queue.first_link(), link(2));
    queue.remove(link(2));
    EXPECT_EQ(queue.first_link(), link(3));
    EXPECT_EQ(queue.first_due(), at(20));
}

TEST(DeadlineQueue, setting_again_moves_a_link) {
    DeadlineQueue queue;
    queue.set(link(1), at(10));
    queue.set(link(2), at(20));
    queue.set(link(1), at(30));
    EXPECT_EQ(queue.first_link(), link(2));
    queue.set_if_earlier(link(1), at(40));
    queue.set_if_earlier(link(1), at(5));
    EXPECT_EQ(queue.first_link(), link(1));
    EXPECT_EQ(queue.first_due(), at(5));
}

TEST(DeadlineQueue, a_slot_used_again_is_another_link) {
    DeadlineQueue queue;
    queue.set(LinkId::of(4, 1), at(10));
    queue.remove(LinkId::of(4, 1));
    queue.set(LinkId::of(4, 2), at(20));
    queue.remove(LinkId::of(4, 1));
    EXPECT_EQ(queue.first_link(), LinkId::of(4, 2));
}

RC_GTEST_PROP(DeadlineQueueProperty, agrees_with_a_sorted_map, ()) {
    DeadlineQueue queue;
    std::map<std::uint32_t, std::int64_t> model;
    const auto steps =
        *rc::gen::container<std::vector<std::pair<std::uint32_t, std::int64_t>>>(rc::gen::pair(
            rc::gen::inRange<std::uint32_t>(1, 12), rc::gen::inRange<std::int64_t>(-9, 50)));
    for (const auto& [slot, due] : steps) {
        if (due < 0) {
            queue.remove(link(slot));
            model.erase(slot);
        } else {
            queue.set(link(slot), at(due));
            model[slot] = due;
        }
        queue.check_invariants();
        RC_ASSERT(queue.empty() == model.empty());
        if (model.empty()) continue;
        const auto first =
            std::min_element(model.begin(), model.end(), [](const auto& a, const auto& b) {
                return std::pair{a.second, a.first} < std::pair{b.second, b.first};
            });
        RC_ASSERT(queue.first_link() == link(first->first));
        RC_ASSERT(queue.first_due() == at(first->second));
    }
}

}  // namespace
}  // namespace brusio::engine
