#include "core/room/monitor.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>
#include <vector>

namespace brusio::room {
namespace {

constexpr LinkId ann = LinkId::of(1, 1);
constexpr LinkId bob = LinkId::of(2, 1);
constexpr LinkId eve = LinkId::of(3, 1);

std::vector<LinkId> watchers_of(const Monitor& monitor, const std::string& nick) {
    const auto found = monitor.watchers(Folded{nick});
    return {found.begin(), found.end()};
}

TEST(Monitor, a_target_knows_its_watchers_and_a_link_its_interests) {
    Monitor monitor(10);
    EXPECT_EQ(monitor.add(ann, "Zoe", Folded{"zoe"}), MonitorChange::added);
    EXPECT_EQ(monitor.add(bob, "zOE", Folded{"zoe"}), MonitorChange::added);
    EXPECT_EQ(watchers_of(monitor, "zoe"), (std::vector<LinkId>{ann, bob}));
    ASSERT_EQ(monitor.interests(bob).size(), 1U);
    EXPECT_EQ(monitor.interests(bob)[0].name, "zOE");
    EXPECT_TRUE(watchers_of(monitor, "nobody").empty());
    EXPECT_TRUE(monitor.interests(eve).empty());
}

TEST(Monitor, adding_twice_keeps_one) {
    Monitor monitor(10);
    monitor.add(ann, "zoe", Folded{"zoe"});
    EXPECT_EQ(monitor.add(ann, "ZOE", Folded{"zoe"}), MonitorChange::already_there);
    EXPECT_EQ(monitor.interests(ann).size(), 1U);
    EXPECT_EQ(watchers_of(monitor, "zoe").size(), 1U);
}

TEST(Monitor, a_full_list_takes_no_more_until_one_leaves) {
    Monitor monitor(2);
    monitor.add(ann, "a", Folded{"a"});
    monitor.add(ann, "b", Folded{"b"});
    EXPECT_EQ(monitor.add(ann, "c", Folded{"c"}), MonitorChange::full);
    EXPECT_TRUE(watchers_of(monitor, "c").empty());
    EXPECT_TRUE(monitor.remove(ann, Folded{"a"}));
    EXPECT_EQ(monitor.add(ann, "c", Folded{"c"}), MonitorChange::added);
}

TEST(Monitor, the_last_watcher_takes_the_place_of_one_that_leaves) {
    Monitor monitor(10);
    for (const LinkId link : {ann, bob, eve}) monitor.add(link, "zoe", Folded{"zoe"});
    EXPECT_TRUE(monitor.remove(ann, Folded{"zoe"}));
    EXPECT_EQ(watchers_of(monitor, "zoe"), (std::vector<LinkId>{eve, bob}));
    EXPECT_FALSE(monitor.remove(ann, Folded{"zoe"}));
}

TEST(Monitor, clearing_a_link_leaves_the_others) {
    Monitor monitor(10);
    for (const LinkId link : {ann, bob, eve}) {
        monitor.add(link, "zoe", Folded{"zoe"});
        monitor.add(link, "yan", Folded{"yan"});
    }
    monitor.clear(bob);
    EXPECT_TRUE(monitor.interests(bob).empty());
    EXPECT_EQ(watchers_of(monitor, "zoe"), (std::vector<LinkId>{ann, eve}));
    EXPECT_EQ(watchers_of(monitor, "yan"), (std::vector<LinkId>{ann, eve}));
    monitor.clear(bob);
}

RC_GTEST_PROP(Monitor, both_directions_agree_after_any_calls, ()) {
    constexpr std::uint32_t links = 5;
    constexpr std::uint32_t targets = 6;
    Monitor monitor(4);
    std::set<std::pair<std::uint32_t, std::uint32_t>> model;
    const auto calls = *rc::gen::container<std::vector<std::uint32_t>>(rc::gen::inRange(0U, 300U));
    for (const std::uint32_t call : calls) {
        const std::uint32_t who = call % links;
        const std::uint32_t whom = call / links % targets;
        const LinkId link = LinkId::of(who, 1);
        const Folded key{std::string(1, static_cast<char>('a' + whom))};
        const auto held = std::count_if(model.begin(), model.end(),
                                        [&](const auto& pair) { return pair.first == who; });
        if (call >= 290) {
            monitor.clear(link);
            std::erase_if(model, [&](const auto& pair) { return pair.first == who; });
        } else if (call % 2 == 0) {
            const bool known = model.contains({who, whom});
            const auto expected = known       ? MonitorChange::already_there
                                  : held >= 4 ? MonitorChange::full
                                              : MonitorChange::added;
            RC_ASSERT((monitor.add(link, key.text, key) == expected));
            if (expected == MonitorChange::added) model.insert({who, whom});
        } else {
            RC_ASSERT(monitor.remove(link, key) == (model.erase({who, whom}) == 1));
        }
        for (std::uint32_t i = 0; i < links; ++i) monitor.check_invariants(LinkId::of(i, 1));
    }
    std::size_t watching = 0;
    for (std::uint32_t i = 0; i < targets; ++i) {
        watching += monitor.watchers(Folded{std::string(1, static_cast<char>('a' + i))}).size();
    }
    RC_ASSERT(watching == model.size());
}

}  // namespace
}  // namespace brusio::room
