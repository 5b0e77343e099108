#pragma once

#include "tests/contract/store_contract.h"

// The contract of Store: questions about logs.
namespace brusio::contract {

/// Ten entries, at times 1010 to 1100; 3 and 7 are not said but happened.
class StoreQueries : public StoreContract {
 protected:
    using Seqs = std::vector<std::uint64_t>;

    void SetUp() override {
        std::vector<Write> writes;
        for (std::uint64_t seq = 1; seq <= 10; ++seq) {
            MessageRecord entry = record(seq, "x");
            if (seq == 3 || seq == 7) entry.kind = RecordKind::join;
            writes.push_back(AppendMessage{lobby, entry});
        }
        writes.push_back(message(maps, 1, "elsewhere"));
        write(writes);
    }

    static HistoryQuery history(LogPosition from, LogPosition to, std::uint32_t count_max) {
        HistoryQuery query{lobby, std::move(from), std::move(to), count_max};
        query.contents = LogContents::everything;
        return query;
    }
    static AtMessage at(std::uint64_t seq) { return {"id-x-" + std::to_string(seq)}; }
    static AtTime when(std::uint64_t seq, std::int64_t off_ms = 0) {
        return {WallTime{1'000 + 10 * static_cast<std::int64_t>(seq) + off_ms}};
    }
};

TEST_P(StoreQueries, the_latest_entries_come_oldest_first) {
    EXPECT_EQ(seqs(history(LogEdge::end, LogEdge::begin, 3)), (Seqs{8, 9, 10}));
    EXPECT_EQ(seqs(history(LogEdge::end, LogEdge::begin, 0)), Seqs{});
    EXPECT_EQ(seqs(history(LogEdge::end, at(8), 5)), (Seqs{9, 10}));
    EXPECT_EQ(seqs(history(LogEdge::end, at(2), 3)), (Seqs{8, 9, 10}));
    EXPECT_EQ(seqs(history(LogEdge::begin, LogEdge::end, 2)), (Seqs{1, 2}));
}

TEST_P(StoreQueries, entries_before_and_after_a_place_exclude_it) {
    EXPECT_EQ(seqs(history(at(5), LogEdge::begin, 2)), (Seqs{3, 4}));
    EXPECT_EQ(seqs(history(at(5), LogEdge::end, 2)), (Seqs{6, 7}));
    EXPECT_EQ(seqs(history(AtSeq{5}, LogEdge::begin, 2)), (Seqs{3, 4}));
    EXPECT_EQ(seqs(history(AtSeq{5}, LogEdge::end, 2)), (Seqs{6, 7}));
    EXPECT_EQ(seqs(history(at(1), LogEdge::begin, 9)), Seqs{});
    EXPECT_EQ(seqs(history(at(10), LogEdge::end, 9)), Seqs{});
    EXPECT_EQ(seqs(history(AtSeq{0}, LogEdge::end, 1)), Seqs{2});
    EXPECT_EQ(seqs(history(AtSeq{UINT64_MAX}, LogEdge::begin, 1)), Seqs{10});
}

TEST_P(StoreQueries, a_time_is_a_place_whether_or_not_something_happened_then) {
    EXPECT_EQ(seqs(history(when(5), LogEdge::begin, 2)), (Seqs{3, 4}));
    EXPECT_EQ(seqs(history(when(5), LogEdge::end, 2)), (Seqs{6, 7}));
    EXPECT_EQ(seqs(history(when(5, 4), LogEdge::begin, 2)), (Seqs{4, 5}));
    EXPECT_EQ(seqs(history(when(5, 4), LogEdge::end, 2)), (Seqs{6, 7}));
    EXPECT_EQ(seqs(history(when(0), LogEdge::end, 1)), Seqs{1});
    EXPECT_EQ(seqs(history(when(0), LogEdge::begin, 1)), Seqs{});
    EXPECT_EQ(seqs(history(when(99), LogEdge::begin, 1)), Seqs{10});
    EXPECT_EQ(seqs(history(when(99), LogEdge::end, 1)), Seqs{});
}

TEST_P(StoreQueries, between_two_places_is_counted_from_the_first) {
    EXPECT_EQ(seqs(history(at(3), at(8), 2)), (Seqs{4, 5}));
    EXPECT_EQ(seqs(history(at(8), at(3), 2)), (Seqs{6, 7}));
    EXPECT_EQ(seqs(history(at(3), at(8), 99)), (Seqs{4, 5, 6, 7}));
    EXPECT_EQ(seqs(history(when(3), at(8), 2)), (Seqs{4, 5}));
    EXPECT_EQ(seqs(history(when(8, 5), when(3, 5), 99)), (Seqs{4, 5, 6, 7, 8}));
    EXPECT_EQ(seqs(history(at(4), at(5), 9)), Seqs{});
    EXPECT_EQ(seqs(history(at(4), at(4), 9)), Seqs{});
}

TEST_P(StoreQueries, around_a_place_has_it_in_the_later_half) {
    const auto around = [&](LogPosition place, std::uint32_t count_max) {
        return seqs(AroundQuery{lobby, std::move(place), count_max, LogContents::everything, {}});
    };
    EXPECT_EQ(around(at(5), 4), (Seqs{3, 4, 5, 6}));
    EXPECT_EQ(around(at(5), 5), (Seqs{3, 4, 5, 6, 7}));
    EXPECT_EQ(around(at(5), 1), Seqs{5});
    EXPECT_EQ(around(at(1), 4), (Seqs{1, 2}));
    EXPECT_EQ(around(at(10), 4), (Seqs{8, 9, 10}));
    EXPECT_EQ(around(when(5), 2), (Seqs{4, 5}));
    EXPECT_EQ(around(when(5, 3), 2), (Seqs{5, 6}));
    EXPECT_EQ(around(AtSeq{5}, 2), (Seqs{4, 5}));
    EXPECT_EQ(around(LogEdge::end, 4), (Seqs{9, 10}));
    EXPECT_EQ(around(LogEdge::begin, 4), (Seqs{1, 2}));
}

TEST_P(StoreQueries, what_was_said_alone_fills_a_page) {
    HistoryQuery query = history(LogEdge::end, LogEdge::begin, 5);
    query.contents = LogContents::said;
    EXPECT_EQ(seqs(query), (Seqs{5, 6, 8, 9, 10}));
    query.from = at(7);  // a place need not be among what is wanted
    query.count_max = 2;
    EXPECT_EQ(seqs(query), (Seqs{5, 6}));
    EXPECT_EQ(seqs(AroundQuery{lobby, at(7), 2, LogContents::said, {}}), (Seqs{6, 8}));
}

TEST_P(StoreQueries, what_is_redacted_leaves_a_page_as_full_as_it_was) {
    write({RedactMessage{lobby, "id-x-8"}, RedactMessage{lobby, "id-x-10"}});
    HistoryQuery query = history(LogEdge::end, LogEdge::begin, 4);
    EXPECT_EQ(seqs(query), (Seqs{5, 6, 7, 9}));
    query.contents = LogContents::said;
    EXPECT_EQ(seqs(query), (Seqs{4, 5, 6, 9}));
    query.contents = LogContents::whole_log;
    EXPECT_EQ(seqs(query), (Seqs{7, 8, 9, 10}));
    // It is a place still, for those who have read it before.
    EXPECT_EQ(seqs(history(at(8), LogEdge::end, 9)), Seqs{9});
    EXPECT_EQ(seqs(history(at(10), LogEdge::end, 9)), Seqs{});
    EXPECT_EQ(seqs(AroundQuery{lobby, at(8), 1, LogContents::said, {}}), Seqs{9});
}

TEST_P(StoreQueries, reactions_are_said_but_not_spoken) {
    MessageRecord reaction = record(11, "x");
    reaction.kind = RecordKind::tags_only;
    MessageRecord notice = record(12, "x");
    notice.kind = RecordKind::notice;
    write({AppendMessage{lobby, reaction}, AppendMessage{lobby, notice}});
    HistoryQuery query = history(LogEdge::end, LogEdge::begin, 2);
    query.contents = LogContents::said;
    EXPECT_EQ(seqs(query), (Seqs{11, 12}));
    query.contents = LogContents::spoken;
    EXPECT_EQ(seqs(query), (Seqs{10, 12}));
}

TEST_P(StoreQueries, what_was_said_to_others_alone_is_not_there) {
    MessageRecord to_operators = record(11, "x");
    to_operators.target = "@#a";
    MessageRecord to_voices = record(12, "x");
    to_voices.target = "+#a";
    MessageRecord of_nobody = record(13, "x");
    of_nobody.target.clear();
    write({AppendMessage{lobby, to_operators}, AppendMessage{lobby, to_voices},
           AppendMessage{lobby, of_nobody}});
    HistoryQuery query = history(LogEdge::end, LogEdge::begin, 3);
    EXPECT_EQ(seqs(query), (Seqs{11, 12, 13}));
    query.window.prefixes_hidden = "@%";
    EXPECT_EQ(seqs(query), (Seqs{10, 12, 13}));
    query.window.prefixes_hidden = "@%+";
    EXPECT_EQ(seqs(query), (Seqs{9, 10, 13}));
    query.from = at(11);
    EXPECT_EQ(ask(query).result, QueryResult::not_found);
}

TEST_P(StoreQueries, outside_the_window_nothing_is) {
    HistoryQuery query = history(LogEdge::end, LogEdge::begin, 99);
    query.window = {4, 8};
    EXPECT_EQ(seqs(query), (Seqs{4, 5, 6, 7, 8}));
    query.from = when(9);
    EXPECT_EQ(seqs(query), (Seqs{4, 5, 6, 7, 8}));
    query.from = at(9);
    EXPECT_EQ(ask(query).result, QueryResult::not_found);
    query.from = at(8);
    EXPECT_EQ(seqs(query), (Seqs{4, 5, 6, 7}));
    EXPECT_EQ(seqs(AroundQuery{lobby, at(4), 6, LogContents::everything, {4, 5}}), (Seqs{4, 5}));
    EXPECT_EQ(ask(AroundQuery{lobby, at(3), 6, LogContents::everything, {4, 5}}).result,
              QueryResult::not_found);
}

TEST_P(StoreQueries, an_id_that_is_not_in_this_log_is_not_found) {
    QueryAnswer answer = ask(history(AtMessage{"none"}, LogEdge::begin, 9));
    EXPECT_EQ(answer.result, QueryResult::not_found);
    EXPECT_TRUE(answer.entries.empty());
    EXPECT_EQ(ask(history(LogEdge::end, AtMessage{"none"}, 9)).result, QueryResult::not_found);
    EXPECT_EQ(ask(history(AtMessage{"id-elsewhere-1"}, LogEdge::begin, 9)).result,
              QueryResult::not_found);
    EXPECT_EQ(ask(AroundQuery{lobby, AtMessage{"id-elsewhere-1"}, 9, {}, {}}).result,
              QueryResult::not_found);
    EXPECT_EQ(ask(AroundQuery{ConversationId{9}, at(1), 9, {}, {}}).result, QueryResult::not_found);
}

TEST_P(StoreQueries, a_log_that_is_not_there_is_empty) {
    EXPECT_EQ(seqs(HistoryQuery{ConversationId{9}, LogEdge::end, LogEdge::begin, 5}), Seqs{});
    EXPECT_EQ(seqs(HistoryQuery{ConversationId{9}, when(5), LogEdge::begin, 5}), Seqs{});
}

TEST_P(StoreQueries, entries_of_one_millisecond_belong_to_it_together) {
    MessageRecord twin = record(11, "x");
    twin.time = when(10).time;
    MessageRecord later = record(12, "x");
    write({AppendMessage{lobby, twin}, AppendMessage{lobby, later}});
    EXPECT_EQ(seqs(history(when(10), LogEdge::end, 9)), Seqs{12});
    EXPECT_EQ(seqs(history(when(10), LogEdge::begin, 1)), Seqs{9});
    EXPECT_EQ(seqs(AroundQuery{lobby, when(10), 4, LogContents::everything, {}}),
              (Seqs{8, 9, 10, 11}));
}

TEST_P(StoreQueries, a_page_is_not_cut_between_entries_of_one_millisecond) {
    std::vector<Write> writes;
    for (std::uint64_t seq = 11; seq <= 16; ++seq) {
        MessageRecord entry = record(seq, "x");
        entry.time = when(seq == 16 ? 16 : 12).time;  // five of one time, and one more
        if (seq == 13) entry.kind = RecordKind::join;
        writes.push_back(AppendMessage{lobby, entry});
    }
    write(writes);
    HistoryQuery query = history(LogEdge::end, LogEdge::begin, 2);
    query.same_time_max = 9;
    EXPECT_EQ(seqs(query), (Seqs{11, 12, 13, 14, 15, 16}));
    query.contents = LogContents::said;
    EXPECT_EQ(seqs(query), (Seqs{11, 12, 14, 15, 16}));
    query.same_time_max = 2;  // never more than that
    EXPECT_EQ(seqs(query), (Seqs{12, 14, 15, 16}));
    query = history(when(9), LogEdge::end, 2);
    query.same_time_max = 9;
    EXPECT_EQ(seqs(query), (Seqs{10, 11, 12, 13, 14, 15}));
    query.to = AtSeq{14};  // nor beyond what was asked for
    EXPECT_EQ(seqs(query), (Seqs{10, 11, 12, 13}));
    query.window = {1, 12};
    EXPECT_EQ(seqs(query), (Seqs{10, 11, 12}));
    const auto around = [&](std::uint64_t seq, std::uint32_t count_max) {
        return seqs(AroundQuery{lobby, AtSeq{seq}, count_max, LogContents::everything, {}, 9});
    };
    EXPECT_EQ(around(14, 2), (Seqs{11, 12, 13, 14, 15}));
    EXPECT_EQ(around(10, 4), (Seqs{8, 9, 10, 11, 12, 13, 14, 15}));
}

TEST_P(StoreQueries, a_list_of_targets_is_not_cut_between_those_of_one_millisecond) {
    write({message(ConversationId{3}, 5, "three"), message(ConversationId{4}, 5, "four"),
           message(ConversationId{5}, 5, "five"), message(ConversationId{6}, 6, "six")});
    TargetsQuery query{{ConversationId{6}, ConversationId{5}, ConversationId{4}, ConversationId{3}},
                       WallTime{0},
                       WallTime{9'999},
                       2};
    using Ids = std::vector<std::uint64_t>;
    const auto ids = [&] {
        Ids found;
        for (const ConversationNews& news : ask(query).news) {
            found.push_back(news.conversation.value);
        }
        return found;
    };
    EXPECT_EQ(ids(), (Ids{3, 4}));
    query.same_time_max = 9;
    EXPECT_EQ(ids(), (Ids{3, 4, 5}));
    std::swap(query.from, query.to);
    EXPECT_EQ(ids(), (Ids{3, 4, 5, 6}));
    query.same_time_max = 1;
    EXPECT_EQ(ids(), (Ids{4, 5, 6}));
    query.count_max = 0;
    EXPECT_EQ(ids(), Ids{});
}

TEST_P(StoreQueries, targets_are_those_whose_last_words_fall_between_two_times) {
    MessageRecord noise = record(2, "joined");
    noise.kind = RecordKind::join;
    noise.time = WallTime{9'000};
    write({AppendMessage{maps, noise}, message(ConversationId{3}, 5, "three"),
           message(ConversationId{4}, 5, "four")});
    TargetsQuery query{{ConversationId{9}, ConversationId{4}, lobby, ConversationId{3}, maps},
                       WallTime{0},
                       WallTime{9'999},
                       10};
    const ConversationNews news[] = {{maps, WallTime{1'010}},
                                     {ConversationId{3}, WallTime{1'050}},
                                     {ConversationId{4}, WallTime{1'050}},
                                     {lobby, WallTime{1'100}}};
    using News = std::vector<ConversationNews>;
    EXPECT_EQ(ask(query).news, (News{news[0], news[1], news[2], news[3]}));
    query.count_max = 2;
    EXPECT_EQ(ask(query).news, (News{news[0], news[1]}));
    std::swap(query.from, query.to);
    EXPECT_EQ(ask(query).news, (News{news[2], news[3]}));
    query.count_max = 10;
    query.from = WallTime{1'010};
    query.to = WallTime{1'100};
    EXPECT_EQ(ask(query).news, (News{news[1], news[2]}));
}

TEST_P(StoreQueries, an_answer_sees_what_was_submitted_before_the_question) {
    for (std::uint64_t seq = 11; seq <= 60; ++seq) {
        const std::vector<Write> writes{message(lobby, seq, "x")};
        rig_->store().submit(BatchId{100 + seq}, writes);
        rig_->store().ask({QueryId{seq}, history(LogEdge::end, LogEdge::begin, 1)});
    }
    std::vector<QueryAnswer> answers;
    while (answers.size() < 50) {
        rig_->await_progress();
        rig_->store().collect_answers(answers);
    }
    for (std::uint64_t i = 0; i < 50; ++i) {
        EXPECT_EQ(answers[i].query, QueryId{11 + i});
        ASSERT_EQ(answers[i].entries.size(), 1U);
        EXPECT_GE(answers[i].entries[0].seq, 11 + i);
    }
    collect_until(50);
}

}  // namespace brusio::contract
