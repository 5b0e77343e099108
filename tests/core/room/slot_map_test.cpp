#include "core/room/slot_map.h"

#include <gtest/gtest.h>

#include <vector>

#include "core/base/ids.h"

namespace brusio::room {
namespace {

struct Thing {
    Thing(UserId given, int given_value) : id(given), value(given_value) {}
    UserId id;
    int value;
};
using Things = SlotMap<Thing, UserId>;

TEST(SlotMap, an_id_finds_its_thing_until_it_is_erased) {
    Things things;
    const UserId id = things.emplace(7).id;
    ASSERT_NE(things.find(id), nullptr);
    EXPECT_EQ(things.find(id)->value, 7);
    things.erase(id);
    EXPECT_EQ(things.find(id), nullptr);
    EXPECT_EQ(things.size(), 0U);
}

TEST(SlotMap, an_old_id_does_not_find_the_thing_that_took_its_slot) {
    Things things;
    const UserId old = things.emplace(1).id;
    things.erase(old);
    const UserId young = things.emplace(2).id;
    EXPECT_NE(old, young);
    EXPECT_EQ(things.find(old), nullptr);
    EXPECT_EQ(things.find(young)->value, 2);
}

TEST(SlotMap, the_empty_id_finds_nothing) {
    Things things;
    EXPECT_EQ(things.find(UserId{}), nullptr);
    things.emplace(1);
    EXPECT_EQ(things.find(UserId{}), nullptr);
}

TEST(SlotMap, addresses_stay_while_others_come_and_go) {
    Things things;
    Thing* first = &things.emplace(1);
    for (int i = 0; i < 1'000; ++i) things.emplace(i);
    EXPECT_EQ(things.find(first->id), first);
}

TEST(SlotMap, walks_go_in_slot_order_and_a_freed_slot_is_used_next) {
    Things things;
    things.emplace(10);
    const UserId second = things.emplace(20).id;
    things.emplace(30);
    things.erase(second);
    things.emplace(40);
    std::vector<int> seen;
    things.for_each([&](const Thing& thing) { seen.push_back(thing.value); });
    EXPECT_EQ(seen, (std::vector<int>{10, 40, 30}));
}

}  // namespace
}  // namespace brusio::room
