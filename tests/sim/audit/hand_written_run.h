#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "sim/audit/auditor.h"
#include "storage/memory/memory_store.h"

namespace brusio::sim {

// A run written by hand: what a server says and what clients read. Each test says the truth but
// for one thing, and names the oracle that has to notice.
class AuditorTest : public testing::Test {
 protected:
    LinkId ann = LinkId::of(0, 1);
    LinkId bob = LinkId::of(1, 1);
    LinkId cat = LinkId::of(2, 1);

    void open(LinkId link, const std::string& nick) {
        auditor_.server_link_opened(link);
        auditor_.client_opened(link, LinkKind::irc, nick);
        says(link, ":s.x CAP * ACK :message-tags server-time\r\n");
        says(link, ":s.x 001 " + nick + " :Welcome\r\n");
    }
    // Server and wire agree: what is released is read.
    void says(LinkId link, const std::string& line) {
        release({link}, line);
        auditor_.turn_ended();
        reads(link, line);
    }
    void says(const std::vector<LinkId>& links, const std::string& line) {
        release(links, line);
        auditor_.turn_ended();
        for (const LinkId link : links) reads(link, line);
    }
    void release(std::vector<LinkId> links, const std::string& line) {
        Deliver deliver{Frame::copy_of(line), {}, nullptr, {}};
        if (links.size() == 1) {
            deliver.to = links[0];
        } else {
            deliver.audience = std::make_shared<const std::vector<LinkId>>(std::move(links));
        }
        const std::vector<Output> outputs{deliver};
        auditor_.released(outputs);
    }
    void reads(LinkId link, const std::string& bytes) {
        events_.advance_to(events_.mono() + std::chrono::milliseconds{1});
        trace_.add(events_.mono(), EventKind::down_arrives, link.slot(), link.generation(), bytes);
        auditor_.client_read(link, bytes);
    }
    void writes(LinkId link, const std::string& text) {
        auditor_.client_wrote(link, "PRIVMSG #a :" + text + "\r\n");
    }
    void commit(const std::string& nick, const std::string& text) {
        submit(nick, text);
        auditor_.became_durable();
    }
    void submit(const std::string& nick, const std::string& text) {
        AppendMessage append;
        append.conversation = ConversationId{1};
        append.message.target = "#a";
        append.message.id = id_of(++seq_);
        append.message.seq = seq_;
        append.message.sender = nick + "!u@h";
        append.message.text = text;
        submit(append);
    }
    void submit(const Write& write) {
        const std::vector<Write> writes{write};
        auditor_.submitted(writes);
        written_.push_back(write);
    }
    /// What a disk would hold that has kept the first so many writes.
    [[nodiscard]] Recovered disk_with(std::size_t writes) const {
        MemoryStore store{MemoryStore::Options{}};
        for (std::size_t i = 0; i < writes; ++i) {
            const std::vector<Write> one{written_.at(i)};
            store.submit(BatchId{i + 1}, one);
            std::vector<Commit> ended;
            store.collect(ended);
        }
        Recovered found{store.kept(), {}, 1'000};
        for (const KeptRoom& room : found.kept.rooms) {
            store.ask({QueryId{1}, HistoryQuery{room.room.id,
                                                LogEdge::begin,
                                                LogEdge::end,
                                                1'000,
                                                LogContents::whole_log,
                                                {}}});
            std::vector<QueryAnswer> answers;
            store.collect_answers(answers);
            found.logs.push_back({room.room.id, answers.front().entries});
        }
        return found;
    }
    void crash() {
        auditor_.server_crashed();
        for (LinkId* link : {&ann, &bob, &cat}) {
            auditor_.client_ended(*link);
            *link = LinkId::of(link->slot(), link->generation() + 1);
        }
    }
    void start(const Recovered& found) {
        auditor_.server_started(found);
        seq_ = 0;
        for (const auto& log : found.logs) {
            if (!log.entries.empty()) seq_ = log.entries.back().seq;
        }
        ++epoch_;
    }
    /// The room's record, as the server keeps it.
    static Write room_record(const std::string& topic = {}, const std::string& modes = "nt") {
        SaveRoom save;
        save.room.id = ConversationId{1};
        save.room.name = "#a";
        save.room.key = Folded{"#a"};
        save.room.topic = topic;
        save.room.modes = modes;
        return save;
    }
    [[nodiscard]] std::string line_of(const std::string& nick, const std::string& text,
                                      std::uint64_t seq = 0) const {
        return "@msgid=" + id_of(seq == 0 ? seq_ : seq) + " :" + nick + "!u@h PRIVMSG #a :" + text +
               "\r\n";
    }
    [[nodiscard]] std::string id_of(std::uint64_t seq) const {
        return (epoch_ == 0 ? "id" : "id" + std::to_string(epoch_) + "-") + std::to_string(seq);
    }
    // Ann, Bob and Cat are in #a and know it.
    void all_in_a_room() {
        open(ann, "ann");
        open(bob, "bob");
        open(cat, "cat");
        says(ann, ":ann!u@h JOIN #a\r\n:s.x 353 ann = #a :@ann\r\n:s.x 366 ann #a :End\r\n");
        says({ann, bob}, ":bob!u@h JOIN #a\r\n");
        says(bob, ":s.x 353 bob = #a :@ann bob\r\n:s.x 366 bob #a :End\r\n");
        says({ann, bob, cat}, ":cat!u@h JOIN #a\r\n");
        says(cat, ":s.x 353 cat = #a :@ann bob cat\r\n:s.x 366 cat #a :End\r\n");
    }
    void expect_clean() {
        for (const Violation& violation : found()) ADD_FAILURE() << to_text(violation);
    }
    void expect(std::string_view oracle) {
        ASSERT_FALSE(found().empty()) << "nobody noticed";
        EXPECT_EQ(found().front().oracle, oracle) << to_text(found().front());
    }
    [[nodiscard]] const std::vector<Violation>& found() const { return auditor_.findings().all(); }

    EventQueue events_{MonoTime{}};
    Trace trace_;
    Auditor auditor_{events_, trace_};
    std::uint64_t seq_ = 0;
    std::uint64_t epoch_ = 0;
    std::vector<Write> written_;
};

}  // namespace brusio::sim
