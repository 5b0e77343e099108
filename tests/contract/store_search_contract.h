#pragma once

#include <chrono>

#include "tests/contract/store_contract.h"

// The contract of Store: the search for words.
namespace brusio::contract {

class StoreSearch : public StoreContract {
 protected:
    using Texts = std::vector<std::string>;

    static MessageRecord said(std::uint64_t seq, const std::string& nick, const std::string& text) {
        MessageRecord entry = record(seq, text);
        entry.sender = nick + "!user@host";
        return entry;
    }
    void SetUp() override {
        MessageRecord joined = said(5, "ann", "bread");
        joined.kind = RecordKind::join;
        MessageRecord notice = said(6, "bot", "Bread is ready");
        notice.kind = RecordKind::notice;
        write({AppendMessage{lobby, said(1, "ann", "we need bread and milk")},
               AppendMessage{lobby, said(2, "Bob", "breadcrumbs, you mean?")},
               AppendMessage{lobby, said(3, "ann", "no: milk-white bread")},
               AppendMessage{lobby, said(4, "bob", "gingerbread")}, AppendMessage{lobby, joined},
               AppendMessage{lobby, notice},
               AppendMessage{maps, said(1, "ann", "the bread of maps")}});
        // The last of all, so that all others are found as soon as it is.
        write({AppendMessage{maps, said(2, "eve", "omega")}});
        for (const ConversationId conversation : {lobby, maps}) {
            SearchQuery last{{{conversation, {}}}, "", "eve"};
            if (conversation == lobby) last.nick = "bot";
            last.count_max = 1;
            await(last, 1);
        }
    }
    /// A store may be behind with its index; nothing else may keep it from finding.
    void await(const SearchQuery& query, std::size_t count) {
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{20};
        while (ask(query).entries.size() != count) {
            ASSERT_LT(std::chrono::steady_clock::now(), deadline) << query.text << query.nick;
        }
    }
    static SearchQuery query(const std::string& text, const std::string& nick = "") {
        SearchQuery query{{{lobby, {}}}, text, nick};
        query.count_max = 100;
        return query;
    }
    std::vector<std::uint64_t> found(const SearchQuery& query) { return seqs(query); }
    using Seqs = std::vector<std::uint64_t>;
};

TEST_P(StoreSearch, a_word_is_found_by_its_beginning) {
    EXPECT_EQ(found(query("bread")), (Seqs{1, 2, 3, 6}));
    EXPECT_EQ(found(query("BREADC")), Seqs{2});
    EXPECT_EQ(found(query("ginger")), Seqs{4});
    EXPECT_EQ(found(query("cake")), Seqs{});
}

TEST_P(StoreSearch, all_words_have_to_be_there_in_any_order) {
    EXPECT_EQ(found(query("milk bread")), (Seqs{1, 3}));
    EXPECT_EQ(found(query("  milk   bread ")), (Seqs{1, 3}));
    EXPECT_EQ(found(query("milk bread cake")), Seqs{});
}

TEST_P(StoreSearch, what_stands_between_blanks_is_found_together) {
    EXPECT_EQ(found(query("milk-white")), Seqs{3});
    EXPECT_EQ(found(query("white-milk")), Seqs{});
    EXPECT_EQ(found(query("?!")), Seqs{});
    EXPECT_EQ(found(query("\"bread\" OR")), Seqs{});
    EXPECT_EQ(found(query("\"bread\"")), (Seqs{1, 2, 3, 6}));
    EXPECT_EQ(found(query(" ")), Seqs{});
}

TEST_P(StoreSearch, whoever_said_it_is_found_by_the_whole_nick) {
    EXPECT_EQ(found(query("", "ANN")), (Seqs{1, 3}));
    EXPECT_EQ(found(query("", "bob")), (Seqs{2, 4}));
    EXPECT_EQ(found(query("", "an")), Seqs{});
    EXPECT_EQ(found(query("bread", "bob")), Seqs{2});
    EXPECT_EQ(found(query("", "_")), Seqs{});
}

TEST_P(StoreSearch, without_words_everything_said_is_found) {
    EXPECT_EQ(found(query("")), (Seqs{1, 2, 3, 4, 6}));
}

TEST_P(StoreSearch, the_newest_or_the_oldest_are_kept) {
    SearchQuery few = query("bread");
    few.count_max = 2;
    EXPECT_EQ(found(few), (Seqs{3, 6}));
    few.begin = BeginAt::oldest;
    EXPECT_EQ(found(few), (Seqs{1, 2}));
}

TEST_P(StoreSearch, times_are_included) {
    SearchQuery some = query("bread");
    some.from = WallTime{1'020};
    EXPECT_EQ(found(some), (Seqs{2, 3, 6}));
    some.to = WallTime{1'030};
    EXPECT_EQ(found(some), (Seqs{2, 3}));
    some.from = WallTime{1'031};
    EXPECT_EQ(found(some), Seqs{});
}

TEST_P(StoreSearch, only_what_may_be_seen_is_found) {
    SearchQuery some = query("bread");
    some.scopes = {{lobby, {2, 3}}};
    EXPECT_EQ(found(some), (Seqs{2, 3}));
    some.scopes.clear();
    EXPECT_EQ(found(some), Seqs{});
    some.scopes = {{ConversationId{77}, {}}};
    EXPECT_EQ(found(some), Seqs{});
}

TEST_P(StoreSearch, several_conversations_are_one_answer_in_the_order_of_time) {
    SearchQuery both = query("bread");
    both.scopes.push_back({maps, {}});
    const QueryAnswer answer = ask(both);
    EXPECT_EQ(seqs_in(answer), (Seqs{1, 1, 2, 3, 6}));
    EXPECT_EQ(answer.places, (std::vector<ConversationId>{lobby, maps, lobby, lobby, lobby}));
    both.count_max = 4;
    EXPECT_EQ(seqs(both), (Seqs{1, 2, 3, 6}));
}

TEST_P(StoreSearch, what_is_gone_is_not_found) {
    write({RedactMessage{lobby, said(1, "ann", "we need bread and milk").id}, TrimLog{lobby, 2}});
    EXPECT_EQ(found(query("milk")), Seqs{3});
    write({RedactMessage{lobby, said(3, "ann", "no: milk-white bread").id}});
    EXPECT_EQ(found(query("milk")), Seqs{});
    EXPECT_EQ(found(query("", "ann")), Seqs{});
    write({RemoveRoom{lobby}});
    EXPECT_EQ(found(query("bread")), Seqs{});
    SearchQuery other = query("bread");
    other.scopes = {{maps, {}}};
    EXPECT_EQ(found(other), Seqs{1});
}

TEST_P(StoreSearch, it_goes_on_after_a_start) {
    RoomRecord room;
    room.id = lobby;
    room.name = "#a";
    room.key = Folded{"#a"};
    write({SaveRoom{room}, AppendMessage{lobby, said(7, "ann", "late bread")}});
    (void)rig_->reopened();
    await(query("late"), 1);
    EXPECT_EQ(found(query("bread")), (Seqs{1, 2, 3, 6, 7}));
    write({AppendMessage{lobby, said(8, "ann", "later bread")}});
    await(query("later"), 1);
}

}  // namespace brusio::contract
