#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "core/client/client_store.h"

namespace brusio::contract {

/// One client's store under the contract of core/client/client_store.h.
class ClientStoreRig {
 public:
    virtual ~ClientStoreRig() = default;
    /// Another object after reopen().
    virtual client::ClientStore& store() = 0;
    /// The program ends and starts anew; a store that lasts as long as its object stays.
    virtual void reopen() = 0;
};

struct ClientStoreRigFactory {
    std::string name;
    std::function<std::unique_ptr<ClientStoreRig>()> make;
};

inline void PrintTo(const ClientStoreRigFactory& factory, std::ostream* out) {
    *out << factory.name;
}

inline std::string client_rig_name(const testing::TestParamInfo<ClientStoreRigFactory>& info) {
    return info.param.name;
}

/// Run on an implementation with `INSTANTIATE_TEST_SUITE_P(Name, ClientStoreContract,
/// testing::Values(ClientStoreRigFactory{...}), client_rig_name)`.
class ClientStoreContract : public testing::TestWithParam<ClientStoreRigFactory> {
 protected:
    using Message = client::Message;
    using MessageId = client::MessageId;

    static Message row(std::uint64_t id, const std::string& text) {
        Message row;
        row.id = MessageId{id};
        row.time = WallTime{1'000 * static_cast<std::int64_t>(id)};
        row.msgid = "m" + std::to_string(id);
        row.sender = "bob";
        row.text = text;
        row.target = "#a";
        return row;
    }
    static client::KeepRow keep(const std::string& key, std::uint64_t id, const std::string& text) {
        return {key, row(id, text)};
    }
    void write(const std::vector<client::StoreWrite>& writes) {
        ASSERT_TRUE(rig_->store().write(writes));
        rig_->reopen();
    }
    client::StoredRows read(const std::string& key, std::uint64_t before = 0,
                            std::size_t speech_min = 100, std::size_t rows_max = 1'000) {
        return rig_->store().read(
            {client::ConversationId{7}, key, MessageId{before}, speech_min, rows_max});
    }
    std::vector<std::string> texts(const std::string& key, std::uint64_t before = 0) {
        std::vector<std::string> found;
        for (const Message& one : read(key, before).rows) found.push_back(one.text);
        return found;
    }

    std::unique_ptr<ClientStoreRig> rig_ = GetParam().make();
};

using testing::ElementsAre;
using testing::IsEmpty;

TEST_P(ClientStoreContract, of_what_is_not_kept_there_is_nothing) {
    const client::StoredRows none = read("#a");
    EXPECT_EQ(none.conversation, client::ConversationId{7});
    EXPECT_FALSE(none.place);
    EXPECT_THAT(none.rows, IsEmpty());
    EXPECT_FALSE(none.more);
    EXPECT_EQ(rig_->store().bounds(), client::StoredBounds{});
}

TEST_P(ClientStoreContract, a_row_comes_back_as_it_was) {
    Message said = row(5, "one\ntwo \xC3\xA8");
    said.kind = client::MessageKind::action;
    said.origin = client::MessageOrigin::own;
    said.state = client::MessageState::sent;
    said.mentions_me = said.missed = said.from_history = said.read_elsewhere = true;
    said.account = "bob7";
    said.subject = "eve";
    said.reply_to = "m1";
    said.client_id = "desk-1";
    said.tags = "time=x;+reply=m1;+draft/reply=m1";
    said.after_gap = true;
    said.gap_from = "m4";
    write({client::KeepRow{"#a", said}});
    const client::StoredRows found = read("#a");
    ASSERT_EQ(found.rows.size(), 1U);
    const Message& back = found.rows[0];
    EXPECT_EQ(back.id, said.id);
    EXPECT_EQ(back.kind, said.kind);
    EXPECT_EQ(back.origin, said.origin);
    EXPECT_EQ(back.state, said.state);
    EXPECT_EQ(back.time, said.time);
    EXPECT_TRUE(back.mentions_me && back.missed && back.from_history && back.read_elsewhere);
    EXPECT_FALSE(back.redacted);
    EXPECT_THAT((std::vector{back.msgid, back.sender, back.account, back.subject, back.text,
                             back.target, back.reply_to, back.client_id, back.tags}),
                ElementsAre(said.msgid, said.sender, said.account, said.subject, said.text,
                            said.target, said.reply_to, said.client_id, said.tags));
    EXPECT_TRUE(back.after_gap);
    EXPECT_EQ(back.gap_from, "m4");
    EXPECT_FALSE(found.more);
    EXPECT_EQ(rig_->store().bounds(), (client::StoredBounds{MessageId{5}, MessageId{5}}));
}

TEST_P(ClientStoreContract, rows_are_read_in_the_order_of_their_ids_from_the_newest_back) {
    write({keep("#a", 20, "c"), keep("#a", 10, "a"), keep("#b", 15, "elsewhere"),
           keep("#a", 12, "b")});
    EXPECT_THAT(texts("#a"), ElementsAre("a", "b", "c"));
    EXPECT_THAT(texts("#a", 20), ElementsAre("a", "b"));
    EXPECT_THAT(texts("#a", 10), IsEmpty());
    const client::StoredRows two = read("#a", 0, 2);
    EXPECT_EQ(two.rows.size(), 2U);
    EXPECT_EQ(two.rows[0].text, "b");
    EXPECT_TRUE(two.more);
    EXPECT_FALSE(read("#a", 12, 1).more);
    EXPECT_EQ(rig_->store().bounds(), (client::StoredBounds{MessageId{10}, MessageId{20}}));
}

TEST_P(ClientStoreContract, what_is_unread_and_what_merely_happened_does_not_shorten_a_page) {
    std::vector<client::StoreWrite> writes{
        client::KeepPlace{{"#a", "#a", client::ConversationKind::room, MessageId{11}, {}, {}, {}}}};
    for (std::uint64_t id = 10; id < 20; ++id) writes.emplace_back(keep("#a", id, "x"));
    for (std::uint64_t id = 20; id < 30; ++id) {
        client::KeepRow joined = keep("#a", id, "");
        joined.row.kind = client::MessageKind::joined;
        writes.emplace_back(std::move(joined));
    }
    write(writes);
    EXPECT_EQ(read("#a", 0, 2).rows.front().id, MessageId{11}) << "back to what was read";
    EXPECT_EQ(read("#a", 30, 2).rows.front().id, MessageId{18}) << "further back it is no matter";
    EXPECT_EQ(read("#a", 0, 2, 5).rows.size(), 5U);
    EXPECT_TRUE(read("#a", 0, 2, 5).more);
}

TEST_P(ClientStoreContract, a_page_ends_at_a_gap) {
    client::KeepRow behind = keep("#a", 12, "b");
    behind.row.after_gap = true;
    write({keep("#a", 10, "a"), behind, keep("#a", 13, "c")});
    EXPECT_THAT(texts("#a"), ElementsAre("b", "c"));
    EXPECT_TRUE(read("#a").more);
    EXPECT_THAT(texts("#a", 12), ElementsAre("a"));
    behind.row.after_gap = false;
    write({behind});
    EXPECT_THAT(texts("#a"), ElementsAre("a", "b", "c"));
}

TEST_P(ClientStoreContract, a_row_is_changed_in_its_place_and_a_msgid_is_kept_once) {
    write({keep("#a", 10, "a"), keep("#a", 11, "b")});
    client::KeepRow twin = keep("#a", 12, "again");
    twin.row.msgid = "m10";
    client::KeepRow changed = keep("#a", 10, "A");
    client::KeepRow elsewhere = twin;
    elsewhere.key = "#b";
    client::KeepRow nameless = keep("#a", 13, "n");
    nameless.row.msgid.clear();
    client::KeepRow nameless_too = nameless;
    nameless_too.row.id = MessageId{14};
    write({twin, changed, elsewhere, nameless, nameless_too});
    EXPECT_THAT(texts("#a"), ElementsAre("A", "b", "n", "n"));
    EXPECT_THAT(texts("#b"), ElementsAre("again"));
    write({client::DropRow{"#a", MessageId{11}}, client::DropRow{"#c", MessageId{11}}});
    EXPECT_THAT(texts("#a"), ElementsAre("A", "n", "n"));
}

TEST_P(ClientStoreContract, read_positions_never_move_back) {
    const auto kind = client::ConversationKind::person;
    write({client::KeepPlace{
        {"bob", "Bob", kind, MessageId{20}, WallTime{500}, WallTime{700}, "words"}}});
    write({client::KeepPlace{{"bob", "BOB", kind, MessageId{}, WallTime{600}, WallTime{1}, {}}}});
    const auto place = read("bob").place;
    ASSERT_TRUE(place);
    EXPECT_EQ(*place, (client::StoredPlace{"bob", "BOB", kind, MessageId{20}, WallTime{600},
                                           WallTime{700}, "words"}));
    write({client::KeepPlace{{"bob", "BOB", kind, MessageId{21}, {}, {}, ""}}});
    EXPECT_EQ(read("bob").place->topic, "") << "taken away, not left as it was";
    EXPECT_EQ(read("bob").place->read_up_to, MessageId{21});
}

TEST_P(ClientStoreContract, what_is_taken_back_is_gone) {
    client::KeepRow said = keep("#a", 10, "secret");
    said.row.tags = "+x=secret";
    said.row.mentions_me = true;
    client::KeepRow joined = keep("#a", 11, "");
    joined.row.kind = client::MessageKind::joined;
    write({said, joined});
    write({client::RedactRow{"#a", "m10", "op", "why"}, client::RedactRow{"#a", "m11", "op", ""},
           client::RedactRow{"#a", "other", "op", ""}, client::RedactRow{"#b", "m10", "op", ""},
           client::RedactRow{"#a", "", "op", ""}});
    const client::StoredRows found = read("#a");
    ASSERT_EQ(found.rows.size(), 2U);
    EXPECT_TRUE(found.rows[0].redacted);
    EXPECT_FALSE(found.rows[0].mentions_me);
    EXPECT_EQ(found.rows[0].text, "why");
    EXPECT_EQ(found.rows[0].subject, "op");
    EXPECT_EQ(found.rows[0].tags, "");
    EXPECT_FALSE(found.rows[1].redacted);
}

TEST_P(ClientStoreContract, a_renamed_conversation_keeps_its_rows_and_takes_in_those_of_the_name) {
    const auto room = client::ConversationKind::room;
    client::KeepRow twin = keep("#b", 9, "twin");
    twin.row.msgid = "m10";
    write({client::KeepPlace{{"#a", "#A", room, MessageId{10}, WallTime{1}, WallTime{9}, "t"}},
           client::KeepPlace{{"#b", "#B", room, MessageId{3}, WallTime{5}, WallTime{2}, {}}},
           keep("#a", 10, "a"), keep("#a", 12, "c"), keep("#b", 11, "b"), twin});
    write({client::RenamePlace{"#a", "#b", "#Bee"}, client::RenamePlace{"#x", "#y", "#Y"}});
    EXPECT_FALSE(read("#a").place);
    EXPECT_FALSE(read("#y").place);
    EXPECT_THAT(texts("#b"), ElementsAre("twin", "b", "c"));
    EXPECT_EQ(*read("#b").place, (client::StoredPlace{"#b", "#Bee", room, MessageId{10},
                                                      WallTime{5}, WallTime{9}, "t"}));
    write({client::RenamePlace{"#b", "#c", "#C"}});
    EXPECT_THAT(texts("#c"), ElementsAre("twin", "b", "c"));
    EXPECT_FALSE(read("#b").place);
}

TEST_P(ClientStoreContract, what_is_unsent_comes_back_as_it_was_until_it_is_settled) {
    const auto unsent = [](std::uint64_t id, client::MessageState state) {
        Message one;
        one.id = MessageId{id};
        one.origin = client::MessageOrigin::own;
        one.state = state;
        one.time = WallTime{77};
        one.sender = "ada";
        one.text = "two\nlines";
        one.target = "@#a";
        one.reply_to = "m1";
        one.client_id = "desk-" + std::to_string(id);
        return one;
    };
    Message refused = unsent(12, client::MessageState::failed);
    refused.kind = client::MessageKind::action;
    refused.failure = client::MessageFailure::refused;
    refused.failure_text = "No";
    write({client::KeepUnsent{unsent(11, client::MessageState::queued)},
           client::KeepUnsent{refused},
           client::KeepUnsent{unsent(10, client::MessageState::queued)}});
    write({client::KeepUnsent{unsent(10, client::MessageState::sending)},
           client::DropUnsent{MessageId{11}}, client::DropUnsent{MessageId{99}}});
    const std::vector<Message> left = rig_->store().unsent();
    ASSERT_EQ(left.size(), 2U);
    EXPECT_EQ(left[0].id, MessageId{10});
    EXPECT_EQ(left[0].state, client::MessageState::sending);
    EXPECT_EQ(left[0].origin, client::MessageOrigin::own);
    EXPECT_EQ(left[0].time, WallTime{77});
    EXPECT_THAT((std::vector{left[0].sender, left[0].text, left[0].target, left[0].reply_to,
                             left[0].client_id}),
                ElementsAre("ada", "two\nlines", "@#a", "m1", "desk-10"));
    EXPECT_EQ(left[1].kind, client::MessageKind::action);
    EXPECT_EQ(left[1].state, client::MessageState::failed);
    EXPECT_EQ(left[1].failure, client::MessageFailure::refused);
    EXPECT_EQ(left[1].failure_text, "No");
    EXPECT_EQ(rig_->store().bounds(), (client::StoredBounds{MessageId{10}, MessageId{12}}))
        << "no new row gets one of their numbers";
    write({client::TrimRows{WallTime{1'000'000}, 0, 0}});
    EXPECT_EQ(rig_->store().unsent().size(), 2U) << "whatever becomes of old rows";
}

TEST_P(ClientStoreContract, a_draft_is_the_last_one_of_its_conversation_and_goes_where_it_goes) {
    using client::KeepDraft;
    write({KeepDraft{"#a", "one"}, KeepDraft{"#b", "b"}, KeepDraft{"#a", "two\nlines"}});
    EXPECT_THAT(rig_->store().drafts(),
                ElementsAre(KeepDraft{"#a", "two\nlines"}, KeepDraft{"#b", "b"}));
    write({client::RenamePlace{"#a", "#b", "#B"}, client::RenamePlace{"#x", "#b", "#B"}});
    EXPECT_THAT(rig_->store().drafts(), ElementsAre(KeepDraft{"#b", "two\nlines"}));
    write({KeepDraft{"#b", ""}, KeepDraft{"#c", ""}});
    EXPECT_THAT(rig_->store().drafts(), IsEmpty());
}

TEST_P(ClientStoreContract, old_rows_go_by_age_then_by_place_then_by_all) {
    std::vector<client::StoreWrite> writes;
    for (std::uint64_t id = 1; id <= 10; ++id) writes.emplace_back(keep("#a", id, "a"));
    for (std::uint64_t id = 11; id <= 14; ++id) writes.emplace_back(keep("#b", id, "b"));
    write(writes);
    write({client::TrimRows{WallTime{3'000}, 100, 100}});
    EXPECT_EQ(read("#a").rows.front().id, MessageId{3});
    write({client::TrimRows{WallTime{}, 5, 100}});
    EXPECT_EQ(read("#a").rows.front().id, MessageId{6});
    EXPECT_EQ(texts("#b").size(), 4U);
    write({client::TrimRows{WallTime{}, 100, 3}});
    EXPECT_THAT(texts("#a"), IsEmpty());
    EXPECT_EQ(read("#b").rows.front().id, MessageId{12});
    EXPECT_TRUE(read("#a").place) << "places stay";
    EXPECT_EQ(rig_->store().bounds(), (client::StoredBounds{MessageId{12}, MessageId{14}}));
    write({client::TrimRows{WallTime{}, 100, 0}});
    EXPECT_EQ(rig_->store().bounds(), client::StoredBounds{});
}

}  // namespace brusio::contract
