#include "sim/audit/kept_model.h"

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

#include "storage/memory/memory_store.h"

namespace brusio::sim {
namespace {

constexpr ConversationId room{1};
constexpr ConversationId pair{2};
constexpr AccountId ada{1};
constexpr AccountId bea{2};

AppendMessage kept_message(std::uint64_t seq) {
    AppendMessage append;
    append.conversation = room;
    append.message.seq = seq;
    append.message.id = "id" + std::to_string(seq);
    append.message.text = "text " + std::to_string(seq);
    return append;
}

Write account(AccountId id, const std::string& name) {
    SaveAccount save;
    save.account.id = id;
    save.account.name = name;
    return save;
}

Write room_with(const std::string& topic) {
    SaveRoom save;
    save.room.id = room;
    save.room.name = "#a";
    save.room.topic = topic;
    return save;
}

UnverifiedAccountRecord unverified(const std::string& email) {
    UnverifiedAccountRecord account;
    account.key = Folded{"cleo"};
    account.email = email;
    return account;
}

// One of everything that is kept.
std::vector<Write> everything() {
    std::vector<Write> writes{account(ada, "ada"), account(bea, "bea"), room_with("tea")};
    for (std::uint64_t seq = 1; seq <= 3; ++seq) writes.emplace_back(kept_message(seq));
    writes.emplace_back(SaveMembership{{ada, room, "o", 1}});
    writes.emplace_back(SaveMembership{{bea, room, "", 2}});
    writes.emplace_back(SavePair{{pair, "1", "2"}});
    writes.emplace_back(SaveReadMarker{{ada, Folded{"#a"}, WallTime{7}}});
    SavePresence presence;
    presence.presence.account = ada;
    presence.presence.modes = "i";
    writes.emplace_back(presence);
    writes.emplace_back(SavePrivateNote{{ada, "room:1", "k", "1"}});
    writes.emplace_back(SaveContacts{{ada, {bea}, {"eve!*@*"}}});
    writes.emplace_back(SaveBan{{BanKind::account, "eve", "x", "root", {}, {}}});
    writes.emplace_back(SaveUnverifiedAccount{unverified("cleo@example.org")});
    writes.emplace_back(SaveMailToken{{ada, MailTokenKind::password_reset, "hash", "", {}}});
    return writes;
}

Recovered disk_of(const std::vector<Write>& writes) {
    MemoryStore store{MemoryStore::Options{}};
    store.submit(BatchId{1}, writes);
    std::vector<Commit> ended;
    store.collect(ended);
    store.ask({QueryId{1},
               HistoryQuery{room, LogEdge::begin, LogEdge::end, 100, LogContents::whole_log, {}}});
    std::vector<QueryAnswer> answers;
    store.collect_answers(answers);
    return {store.kept(), {{room, answers.front().entries}}, 100};
}

KeptModel model_of(const std::vector<Write>& writes) {
    KeptModel model;
    for (const Write& write : writes) model.apply(write);
    return model;
}

TEST(KeptModel, agrees_with_a_store_after_every_kind_of_write) {
    std::vector<Write> writes = everything();
    const std::vector<Write> more{RedactMessage{room, "id2"},
                                  TrimLog{room, 2},
                                  room_with("coffee"),
                                  SaveMembership{{bea, room, "v", 2}},
                                  RemoveMembership{ada, room},
                                  SaveReadMarker{{ada, Folded{"#a"}, WallTime{8}}},
                                  RemoveReadMarker{ada, Folded{"#a"}},
                                  SaveReadMarker{{ada, Folded{"#a"}, WallTime{9}}},
                                  SavePrivateNote{{ada, "room:1", "k", "0"}},
                                  RemovePrivateNote{ada, "room:1", "k"},
                                  SavePrivateNote{{ada, "room:1", "k", "2"}},
                                  SavePresence{},
                                  SaveContacts{{bea, {}, {"~a:ada"}}},
                                  SaveContacts{{ada, {}, {"eve!*@*"}}},
                                  SaveContacts{{bea, {}, {}}},
                                  RemoveAccount{ada},
                                  TrimLog{room, 99},
                                  AppendAudit{},
                                  TrimAudit{},
                                  SaveBan{{BanKind::account, "eve", "y", "root", {}, {}}},
                                  RemoveBan{BanKind::account, "eve"},
                                  SaveUnverifiedAccount{unverified("c@example.org")},
                                  RemoveUnverifiedAccount{Folded{"cleo"}},
                                  SaveMailToken{{{}, MailTokenKind::new_address, "a", "b", {}}},
                                  SaveMailToken{{{}, MailTokenKind::new_address, "c", "b", {}}},
                                  RemoveMailToken{{}, MailTokenKind::new_address},
                                  RemoveRoom{room}};
    for (const Write& write : more) {
        writes.push_back(write);
        const auto difference = model_of(writes).difference(disk_of(writes));
        EXPECT_FALSE(difference) << difference->what << " after write " << writes.size();
    }
}

TEST(KeptModel, misses_every_write_that_a_store_forgets) {
    const std::vector<Write> writes = everything();
    const KeptModel model = model_of(writes);
    for (std::size_t gone = 0; gone < writes.size(); ++gone) {
        if (gone == 3 || gone == 4) continue;  // a hole in a log, which no store can be given
        std::vector<Write> rest = writes;
        rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(gone));
        EXPECT_TRUE(model.difference(disk_of(rest))) << "without write " << gone;
    }
}

TEST(KeptModel, minds_everything_that_is_not_what_it_was) {
    const KeptModel model = model_of(everything());
    const std::vector<std::function<void(Recovered&)>> changes{
        [](Recovered& disk) { disk.logs.front().entries.erase(disk.logs.front().entries.begin()); },
        [](Recovered& disk) { disk.logs.front().entries[1].seq = 7; },
        [](Recovered& disk) { disk.logs.front().entries[1].id = "other"; },
        [](Recovered& disk) { disk.logs.front().entries[1].sender = "eve"; },
        [](Recovered& disk) { disk.logs.front().entries[1].redacted = true; },
        [](Recovered& disk) { disk.logs.front().entries.push_back(kept_message(4).message); },
        [](Recovered& disk) { disk.kept.rooms.front().room.modes = "i"; },
        [](Recovered& disk) {
            disk.kept.rooms.front().room.bans.push_back({"x", "y", {}});
        },
        [](Recovered& disk) { disk.kept.rooms.front().last.seq = 2; },
        [](Recovered& disk) { disk.kept.rooms.push_back({}); },
        [](Recovered& disk) { disk.kept.memberships.front().ranks = ""; },
        [](Recovered& disk) { disk.kept.accounts.front().password_hash = "x"; },
        [](Recovered& disk) { disk.kept.pairs.front().pair.b = "3"; },
        [](Recovered& disk) { disk.kept.presences.front().modes = ""; },
        [](Recovered& disk) { disk.kept.private_notes.front().value = "0"; },
        [](Recovered& disk) { disk.kept.contacts.front().silenced.clear(); },
        [](Recovered& disk) { disk.kept.bans.front().until = WallTime{1}; },
        [](Recovered& disk) { disk.kept.unverified_accounts.front().email = "x@y"; },
        [](Recovered& disk) { disk.kept.mail_tokens.front().hash = "x"; },
        [](Recovered& disk) { disk.kept.account_last = ada; },
        [](Recovered& disk) { disk.kept.conversation_last = room; },
    };
    for (std::size_t i = 0; i < changes.size(); ++i) {
        Recovered disk = disk_of(everything());
        ASSERT_FALSE(model.difference(disk));
        changes[i](disk);
        EXPECT_TRUE(model.difference(disk)) << "change " << i;
    }
}

TEST(KeptModel, accepts_what_was_found_and_goes_on_from_there) {
    std::vector<Write> writes = everything();
    KeptModel model;
    model.accept(disk_of(writes));
    EXPECT_FALSE(model.difference(disk_of(writes)));
    writes.emplace_back(kept_message(4));
    model.apply(writes.back());
    EXPECT_FALSE(model.difference(disk_of(writes)));
}

TEST(KeptModel, a_log_whose_oldest_messages_are_not_kept_is_compared_from_there) {
    const KeptModel model = model_of(everything());
    Recovered disk = disk_of(everything());
    disk.logs.front().entries.erase(disk.logs.front().entries.begin());
    disk.entries_per_log_max = 2;
    EXPECT_FALSE(model.difference(disk));
}

}  // namespace
}  // namespace brusio::sim
