#include "core/session/hash_queue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace brusio::session {
namespace {

using testing::ElementsAre;

/// Who waits, by the number of the job.
class HashQueueTest : public testing::Test {
 protected:
    struct Asked {
        std::string address = "192.0.2.1";
        std::string name = "ann";
        bool known = false;
        bool has_failed = false;
    };
    std::uint64_t add(const Asked& asked) {
        WaitingWork work;
        work.pending.job = HashJobId{++jobs};
        work.pending.link = LinkId{jobs};
        work.pending.address = asked.address;
        work.pending.login = LoginTry{TryKind::account, asked.address, Folded{asked.name}};
        work.pending.login->known = asked.known;
        work.has_failed = asked.has_failed;
        work.since = MonoTime{std::chrono::seconds{jobs}};
        queue.add(std::move(work));
        queue.check_invariants();
        return jobs;
    }
    /// All that wait, in the order of their turns.
    std::vector<std::uint64_t> drain() {
        std::vector<std::uint64_t> order;
        while (auto work = queue.take_next([](const WaitingWork&) { return true; })) {
            order.push_back(work->pending.job.value);
            queue.check_invariants();
        }
        return order;
    }

    HashQueue queue;
    std::uint64_t jobs = 0;
};

TEST_F(HashQueueTest, an_empty_one_has_nobody) {
    EXPECT_EQ(queue.size(), 0U);
    EXPECT_EQ(queue.oldest(), std::nullopt);
    EXPECT_THAT(drain(), ElementsAre());
}

TEST_F(HashQueueTest, addresses_take_turns) {
    for (int i = 0; i < 3; ++i) add({"a", "n"});
    add({"b", "n"});
    add({"c", "n"});
    EXPECT_THAT(drain(), ElementsAre(1, 4, 5, 2, 3));
}

TEST_F(HashQueueTest, names_of_an_address_take_turns) {
    for (int i = 0; i < 3; ++i) add({"a", "x"});
    add({"a", "y"});
    EXPECT_THAT(drain(), ElementsAre(1, 4, 2, 3));
}

TEST_F(HashQueueTest, those_who_were_here_before_and_all_others_take_turns) {
    for (int i = 0; i < 3; ++i) add({"a", "x"});
    add({"b", "y", true});
    add({"c", "z", true});
    EXPECT_THAT(drain(), ElementsAre(4, 1, 5, 2, 3));
}

TEST_F(HashQueueTest, links_that_have_failed_come_after_those_that_have_not) {
    add({"a", "x", false, true});
    add({"a", "x", false, true});
    add({"a", "y"});
    add({"a", "z"});
    EXPECT_THAT(drain(), ElementsAre(3, 4, 1, 2));
}

TEST_F(HashQueueTest, what_may_not_start_holds_nobody_else_up) {
    add({"a", "x"});
    add({"a", "y"});
    add({"b", "x"});
    const auto not_x = [](const WaitingWork& work) { return work.pending.login->name.text != "x"; };
    EXPECT_EQ(queue.take_next(not_x)->pending.job.value, 2U);
    EXPECT_FALSE(queue.take_next(not_x));
    EXPECT_EQ(queue.size(), 2U);
}

TEST_F(HashQueueTest, of_tries_that_are_alike_the_first_alone_is_asked_about) {
    for (int i = 0; i < 5; ++i) add({"a", "x"});
    std::size_t asked = 0;
    EXPECT_FALSE(queue.take_next([&](const WaitingWork&) {
        ++asked;
        return false;
    }));
    EXPECT_EQ(asked, 1U);
}

TEST_F(HashQueueTest, a_link_that_goes_is_forgotten) {
    const std::uint64_t first = add({"a", "x"});
    const std::uint64_t second = add({"a", "x"});
    queue.remove(LinkId{first});
    queue.remove(LinkId{99});
    queue.check_invariants();
    EXPECT_EQ(queue.oldest(), MonoTime{std::chrono::seconds{second}});
    EXPECT_THAT(drain(), ElementsAre(second));
}

TEST_F(HashQueueTest, the_excess_is_of_the_address_and_name_with_most_and_the_newest) {
    add({"a", "x"});
    add({"b", "x"});
    add({"b", "y"});
    add({"b", "y"});
    add({"b", "x"});
    add({"b", "y"});
    EXPECT_EQ(queue.take_excess().pending.job.value, 6U);
    EXPECT_EQ(queue.take_excess().pending.job.value, 5U);
    EXPECT_EQ(queue.take_excess().pending.job.value, 4U);
    queue.check_invariants();
    EXPECT_EQ(queue.size(), 3U);
}

TEST_F(HashQueueTest, all_that_fit_come_in_the_order_of_asking) {
    add({"b", "x", true});
    add({"a", "x"});
    add({"a", "y"});
    const auto taken = queue.take_all(
        [](const WaitingWork& work) { return work.pending.login->name.text == "x"; });
    ASSERT_EQ(taken.size(), 2U);
    EXPECT_EQ(taken[0].pending.job.value, 1U);
    EXPECT_EQ(taken[1].pending.job.value, 2U);
    queue.check_invariants();
}

TEST_F(HashQueueTest, counts_those_that_are_alike) {
    add({"a", "x"});
    add({"a", "x", false, true});
    add({"a", "y"});
    add({"a", "x", true});
    EXPECT_EQ(queue.count_alike({TryKind::account, "a", Folded{"x"}}), 2U);
    EXPECT_EQ(queue.count_alike({TryKind::server_operator, "a", Folded{"x"}}), 0U);
    EXPECT_EQ(queue.count_alike({TryKind::account, "b", Folded{"x"}}), 0U);
}

}  // namespace
}  // namespace brusio::session
