#include "core/client/timeline.h"

#include <gtest/gtest.h>

#include "core/client/batches.h"

namespace brusio::client {
namespace {

MessagePtr row(std::uint64_t id, std::string msgid = {}) {
    Message message;
    message.id = MessageId{id};
    message.msgid = std::move(msgid);
    return std::make_shared<const Message>(std::move(message));
}

MessagePtr own_row(std::uint64_t id, MessageState state) {
    Message message;
    message.id = MessageId{id};
    message.origin = MessageOrigin::own;
    message.state = state;
    return std::make_shared<const Message>(std::move(message));
}

TEST(Timeline, rows_are_found_by_id_and_msgid) {
    Timeline timeline{10};
    timeline.add(row(3, "a"));
    timeline.add(row(7, "b"));
    EXPECT_EQ(timeline.find(MessageId{7})->msgid, "b");
    EXPECT_EQ(timeline.find(MessageId{5}), nullptr);
    EXPECT_EQ(timeline.find(MessageId{8}), nullptr);
    EXPECT_EQ(timeline.find_msgid("a")->id, MessageId{3});
    EXPECT_EQ(timeline.find_msgid(""), nullptr);
    EXPECT_EQ(timeline.newest()->id, MessageId{7});
    timeline.check_invariants();
}

TEST(Timeline, a_full_one_drops_the_oldest_and_forgets_its_msgid) {
    Timeline timeline{3};
    for (std::uint64_t id = 1; id <= 5; ++id) timeline.add(row(id, std::to_string(id)));
    EXPECT_EQ(timeline.messages().size(), 3U);
    EXPECT_EQ(timeline.messages().front()->id, MessageId{3});
    EXPECT_EQ(timeline.find_msgid("2"), nullptr);
    timeline.check_invariants();
}

TEST(Timeline, what_the_user_wrote_and_nobody_got_is_not_dropped) {
    Timeline timeline{3};
    timeline.add(own_row(1, MessageState::queued));
    for (std::uint64_t id = 2; id <= 9; ++id) timeline.add(row(id));
    EXPECT_EQ(timeline.messages().size(), 3U);
    ASSERT_NE(timeline.find(MessageId{1}), nullptr);
    timeline.replace(own_row(1, MessageState::sent));
    timeline.add(row(10));
    EXPECT_EQ(timeline.find(MessageId{1}), nullptr);
    timeline.check_invariants();
}

TEST(Timeline, a_row_may_get_its_msgid_later) {
    Timeline timeline{3};
    timeline.add(row(1));
    timeline.replace(row(1, "x"));
    EXPECT_EQ(timeline.find_msgid("x")->id, MessageId{1});
    timeline.replace(row(1, "y"));
    EXPECT_EQ(timeline.find_msgid("x"), nullptr);
    timeline.replace(row(99, "gone"));
    EXPECT_EQ(timeline.find_msgid("gone"), nullptr);
    timeline.check_invariants();
}

TEST(Batches, a_batch_in_a_batch_lends_label_and_kind) {
    Batches batches;
    batches.open("a", OpenBatch{BatchKind::labeled, "l1", "", {}}, 8);
    batches.open("b", OpenBatch{BatchKind::history, "", "a", {}}, 8);
    EXPECT_EQ(batches.label_of("b"), "l1");
    EXPECT_EQ(batches.find_special("a"), nullptr);
    ASSERT_NE(batches.find_special("b"), nullptr);
    EXPECT_EQ(batches.find_special("b")->kind, BatchKind::history);
    EXPECT_EQ(batches.label_of("unknown"), "");
    EXPECT_TRUE(batches.close("a").has_value());
    EXPECT_FALSE(batches.close("a").has_value());
    EXPECT_EQ(batches.label_of("b"), "");
}

TEST(Batches, references_used_again_cannot_lead_in_circles) {
    Batches batches;
    batches.open("a", OpenBatch{BatchKind::other, "", "a", {}}, 8);
    batches.open("b", OpenBatch{BatchKind::other, "", "a", {}}, 8);
    (void)batches.close("a");
    batches.open("a", OpenBatch{BatchKind::other, "", "b", {}}, 8);
    EXPECT_EQ(batches.label_of("a"), "");
    EXPECT_EQ(batches.find_special("b"), nullptr);
}

TEST(Batches, too_many_open_ones_are_not_opened) {
    Batches batches;
    for (int i = 0; i < 20; ++i) batches.open(std::to_string(i), OpenBatch{}, 8);
    EXPECT_NE(batches.find("7"), nullptr);
    EXPECT_EQ(batches.find("8"), nullptr);
}

}  // namespace
}  // namespace brusio::client
