#pragma once

#include "tests/contract/store_contract.h"

// The contract of Store: batches, and what logs keep.
namespace brusio::contract {

TEST_P(StoreContract, nothing_submitted_is_nothing_to_collect) {
    std::vector<Commit> ended;
    rig_->store().collect(ended);
    EXPECT_TRUE(ended.empty());
    EXPECT_TRUE(newest(lobby, 10).empty());
    EXPECT_EQ(rig_->store().health(), StoreHealth::accepting);
}

TEST_P(StoreContract, batches_end_in_the_order_of_submission_and_once) {
    for (std::uint64_t batch = 1; batch <= 20; ++batch) {
        const std::vector<Write> writes{message(lobby, batch, "x")};
        rig_->store().submit(BatchId{batch}, writes);
    }
    const std::vector<Commit> ended = collect_until(20);
    ASSERT_EQ(ended.size(), 20U);
    for (std::size_t i = 0; i < ended.size(); ++i) {
        EXPECT_EQ(ended[i].batch, BatchId{i + 1});
        EXPECT_EQ(ended[i].result, CommitResult::durable);
    }
    std::vector<Commit> again;
    rig_->store().collect(again);
    EXPECT_TRUE(again.empty());
}

TEST_P(StoreContract, collect_appends_and_leaves_what_is_there) {
    const std::vector<Write> writes{message(lobby, 1, "x")};
    rig_->store().submit(BatchId{7}, writes);
    std::vector<Commit> ended{{BatchId{3}, CommitResult::failed}};
    while (ended.size() < 2) {
        rig_->await_progress();
        rig_->store().collect(ended);
    }
    EXPECT_EQ(ended[0].batch, BatchId{3});
    EXPECT_EQ(ended[1].batch, BatchId{7});
}

TEST_P(StoreContract, a_message_comes_back_as_it_was_stored) {
    MessageRecord full = record(41,
                                "grüße \x01"
                                "ACTION waves\x01");
    full.kind = RecordKind::notice;
    full.account = AccountId{7};
    full.account_name = "Ann";
    full.target = "@#a";
    full.client_tags = "+typing=done;+x";
    full.client_id = "cid-1";
    full.from_bot = true;
    MessageRecord bare;
    bare.id = "bare";
    bare.seq = 42;
    bare.time = full.time;
    bare.kind = RecordKind::quit;
    write({AppendMessage{lobby, full}, AppendMessage{lobby, bare}});
    EXPECT_EQ(newest(lobby, 10), (std::vector<MessageRecord>{full, bare}));
    (void)rig_->reopened();
    EXPECT_EQ(newest(lobby, 10), (std::vector<MessageRecord>{full, bare}));
}

TEST_P(StoreContract, texts_may_hold_any_byte) {
    MessageRecord bytes = record(1, std::string{"a\0b\xff\xfe", 5});
    bytes.client_tags = std::string{"\0", 1};
    write({AppendMessage{lobby, bytes}});
    EXPECT_EQ(newest(lobby, 1), std::vector<MessageRecord>{bytes});
}

TEST_P(StoreContract, a_batch_of_many_conversations_keeps_each_ones_order) {
    std::vector<Write> writes;
    for (std::uint64_t seq = 1; seq <= 3; ++seq) {
        writes.push_back(message(lobby, seq, "a"));
        writes.push_back(message(maps, seq, "b"));
    }
    write(writes);
    for (const ConversationId conversation : {lobby, maps}) {
        const std::vector<MessageRecord> entries = newest(conversation, 10);
        ASSERT_EQ(entries.size(), 3U);
        for (std::size_t i = 0; i < 3; ++i) {
            EXPECT_EQ(entries[i].seq, i + 1);
            EXPECT_EQ(entries[i].text, conversation == lobby ? "a" : "b");
        }
    }
}

TEST_P(StoreContract, a_redacted_message_keeps_its_place_and_loses_its_words) {
    MessageRecord said = record(1, "secret");
    said.client_tags = "+x=secret";
    said.client_id = "cid";
    said.account = AccountId{3};
    write({AppendMessage{lobby, said}, message(lobby, 2, "x")});
    write({RedactMessage{lobby, said.id}, RedactMessage{lobby, "no such id"},
           RedactMessage{maps, "no such log"}});
    const MessageRecord gone = newest(lobby, 2).at(0);
    said.text.clear();
    said.client_tags.clear();
    said.redacted = true;
    EXPECT_EQ(gone, said);
    EXPECT_EQ(newest(lobby, 1).at(0).text, "x");
    (void)rig_->reopened();
    EXPECT_EQ(newest(lobby, 2).at(0), said);
}

TEST_P(StoreContract, an_id_redacts_in_its_own_log_alone) {
    write({message(lobby, 1, "x")});
    write({RedactMessage{maps, "id-x-1"}});
    EXPECT_FALSE(newest(lobby, 1).at(0).redacted);
}

TEST_P(StoreContract, a_trimmed_log_goes_on_where_it_was) {
    std::vector<Write> writes;
    for (std::uint64_t seq = 1; seq <= 6; ++seq) writes.push_back(message(lobby, seq, "x"));
    write(writes);
    write({TrimLog{lobby, 4}, TrimLog{maps, 4}});
    EXPECT_EQ(seqs_in({.entries = newest(lobby, 10)}), (std::vector<std::uint64_t>{4, 5, 6}));
    write({TrimLog{lobby, 100}});  // never the last one
    EXPECT_EQ(seqs_in({.entries = newest(lobby, 10)}), (std::vector<std::uint64_t>{6}));
    write({message(lobby, 7, "y")});
    EXPECT_EQ(seqs_in({.entries = newest(lobby, 10)}), (std::vector<std::uint64_t>{6, 7}));
}

TEST_P(StoreContract, a_log_is_trimmed_by_time_as_well) {
    std::vector<Write> writes;
    for (std::uint64_t seq = 1; seq <= 6; ++seq) writes.push_back(message(lobby, seq, "x"));
    write(writes);
    write({TrimLog{lobby, 0, WallTime{1'020}}});  // the time of the second
    EXPECT_EQ(seqs_in({.entries = newest(lobby, 10)}), (std::vector<std::uint64_t>{2, 3, 4, 5, 6}));
    write({TrimLog{lobby, 3, WallTime{1'035}}});  // whichever is more
    EXPECT_EQ(seqs_in({.entries = newest(lobby, 10)}), (std::vector<std::uint64_t>{4, 5, 6}));
    write({TrimLog{lobby, 2, WallTime{1'039}}});
    EXPECT_EQ(newest(lobby, 10).size(), 3U);
    write({TrimLog{lobby, 0, WallTime{9'000}}});  // never the last one
    EXPECT_EQ(seqs_in({.entries = newest(lobby, 10)}), (std::vector<std::uint64_t>{6}));
}

TEST_P(StoreContract, a_log_is_trimmed_bit_by_bit) {
    std::vector<Write> writes;
    for (std::uint64_t seq = 1; seq <= 6; ++seq) writes.push_back(message(lobby, seq, "x"));
    write(writes);
    write({TrimLog{lobby, 5, {}, 3}});
    EXPECT_EQ(seqs_in({.entries = newest(lobby, 10)}), (std::vector<std::uint64_t>{4, 5, 6}));
    write({TrimLog{lobby, 5, {}, 3}});
    EXPECT_EQ(seqs_in({.entries = newest(lobby, 10)}), (std::vector<std::uint64_t>{5, 6}));
}

TEST_P(StoreContract, the_last_client_id_of_a_device_is_found) {
    std::vector<Write> writes;
    std::uint64_t seq = 0;
    const auto sent = [&](AccountId account, const std::string& client_id) {
        MessageRecord one = record(++seq, "sent");
        one.account = account;
        one.client_id = client_id;
        writes.emplace_back(AppendMessage{lobby, one});
    };
    for (const char* client_id : {"phone-09", "phone-10", "phone-02", "phone2-77", "phon-99"}) {
        sent(AccountId{1}, client_id);
    }
    sent(AccountId{2}, "phone-55");
    write(writes);
    const QueryAnswer found = ask(LastClientIdQuery{AccountId{1}, "phone"});
    ASSERT_EQ(found.entries.size(), 1U);
    EXPECT_EQ(found.entries[0].client_id, "phone-10");
    EXPECT_EQ(found.conversation, lobby);
    EXPECT_EQ(ask(LastClientIdQuery{AccountId{2}, "phone"}).entries[0].client_id, "phone-55");
    for (const char* device : {"p", "phone1", "zzz", "aaa"}) {
        EXPECT_EQ(ask(LastClientIdQuery{AccountId{1}, device}).result, QueryResult::not_found);
    }
    EXPECT_EQ(ask(LastClientIdQuery{AccountId{3}, "phone"}).result, QueryResult::not_found);
}

TEST_P(StoreContract, a_client_id_leads_to_the_message_it_became) {
    MessageRecord mine = record(1, "mine");
    mine.account = AccountId{1};
    mine.client_id = "cid";
    MessageRecord other = record(1, "other");
    other.account = AccountId{2};
    other.client_id = "cid";
    MessageRecord guest = record(2, "guest");
    guest.client_id = "cid";
    MessageRecord guest_again = record(3, "guest");
    guest_again.client_id = "cid";
    write({AppendMessage{lobby, mine}, AppendMessage{maps, other}, AppendMessage{lobby, guest},
           AppendMessage{lobby, guest_again}});
    QueryAnswer found = ask(ClientIdQuery{AccountId{1}, "cid"});
    EXPECT_EQ(found.result, QueryResult::ok);
    EXPECT_EQ(found.conversation, lobby);
    EXPECT_EQ(found.entries, std::vector<MessageRecord>{mine});
    found = ask(ClientIdQuery{AccountId{2}, "cid"});
    EXPECT_EQ(found.conversation, maps);
    EXPECT_EQ(found.entries, std::vector<MessageRecord>{other});
    found = ask(ClientIdQuery{AccountId{1}, "another"});
    EXPECT_EQ(found.result, QueryResult::not_found);
    EXPECT_TRUE(found.entries.empty());
    EXPECT_EQ(ask(ClientIdQuery{AccountId{3}, "cid"}).result, QueryResult::not_found);
}

}  // namespace brusio::contract
