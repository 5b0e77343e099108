#pragma once

#include "tests/contract/store_contract.h"

// The contract of Store: what is not a log, and what comes back after the program's end.
namespace brusio::contract {

class StoreRecords : public StoreContract {
 protected:
    static AccountRecord account(std::uint64_t id, const std::string& name) {
        AccountRecord account;
        account.id = AccountId{id};
        account.name = name;
        account.key = Folded{name + "-key"};
        account.skeleton = name + "-skeleton";
        return account;
    }
    static PresenceRecord presence(std::uint64_t account) {
        PresenceRecord presence;
        presence.account = AccountId{account};
        presence.nick = "ann_";
        presence.username = "~ann";
        presence.host = "host.example";
        presence.realname = "Ann \x02of\x02 Rome";
        presence.modes = "iw";
        presence.away = "in the garden";
        presence.signon = WallTime{5};
        presence.active = WallTime{6};
        presence.absent_since = WallTime{7};
        presence.invitations = {ConversationId{9}, ConversationId{4}};
        presence.news = {{AbsenceNewsKind::rank_lost, WallTime{8}, "#a", "bob", "o"},
                         {AbsenceNewsKind::removed, WallTime{9}, "#a", "bob", "it's \x02late"}};
        return presence;
    }
    static RoomRecord room(std::uint64_t id, const std::string& name) {
        RoomRecord room;
        room.id = ConversationId{id};
        room.name = name;
        room.key = Folded{name + "-key"};
        return room;
    }
    static RoomRecord full_room() {
        RoomRecord full = room(5, "#full");
        full.created = WallTime{77};
        full.founder = AccountId{2};
        full.topic = "Maps \x02of\x02 Rome";
        full.topic_set_by = "ann!a@h";
        full.topic_when = WallTime{78};
        full.modes = "nt";
        full.password = "sesame";
        full.members_max = 40;
        full.bans = {{"b!*@*", "ann", WallTime{1}}, {"a!*@*", "bob", WallTime{2}}};
        full.ban_exceptions = {{"c!*@*", "ann", WallTime{3}}};
        full.invite_exceptions = {{"d!*@*", "ann", WallTime{4}}};
        full.metadata = {{"url", "https://example.org"}, {"x/\xc3\xa8", "y"}};
        return full;
    }
    static AccountRecord full_account() {
        AccountRecord full = account(2, "Ann");
        full.password_hash = "$argon2id$v=19$...";
        full.scram = {std::string{"\0salt", 5}, 4'096, "stored\xff", "server\xfe"};
        full.fingerprints = {"ff00", "00ff"};
        full.known_addresses = {"192.0.2.7", "2001:db8:0:1::/64"};
        full.email = "ann@example.org";
        full.email_verified = true;
        full.registered = WallTime{5};
        full.last_seen = WallTime{6};
        full.suspended = true;
        full.suspended_until = WallTime{9};
        full.stay_choice = StayChoice::leave;
        full.metadata = {{"avatar", "https://example.org/ann"}, {"pronouns", ""}};
        return full;
    }
};

TEST_P(StoreRecords, a_new_store_has_nothing) { EXPECT_EQ(rig_->reopened(), Kept{}); }

TEST_P(StoreRecords, accounts_come_back_whole_and_in_order) {
    AccountRecord ann = full_account();
    const AccountRecord bob = account(1, "bob");
    write({SaveAccount{ann}, SaveAccount{bob}});
    EXPECT_EQ(rig_->reopened().accounts, (std::vector<AccountRecord>{bob, ann}));
    ann.suspended = false;
    ann.suspended_until = {};
    ann.stay_choice = StayChoice::stay;
    ann.fingerprints = {"aa"};
    ann.key = Folded{"another"};
    write({SaveAccount{ann}});
    EXPECT_EQ(rig_->reopened().accounts, (std::vector<AccountRecord>{bob, ann}));
    EXPECT_EQ(rig_->reopened().account_last, AccountId{2});
}

TEST_P(StoreRecords, the_names_of_a_removed_account_are_free_and_its_id_is_not) {
    write({SaveAccount{account(1, "ann")}, SaveAccount{account(2, "bob")}});
    write({RemoveAccount{AccountId{2}}, RemoveAccount{AccountId{99}}});
    write({SaveAccount{account(3, "bob")}});
    write({RemoveAccount{AccountId{3}}});
    const Kept kept = rig_->reopened();
    EXPECT_EQ(kept.accounts, std::vector<AccountRecord>{account(1, "ann")});
    EXPECT_EQ(kept.account_last, AccountId{3});
}

TEST_P(StoreRecords, names_may_change_hands_within_a_batch) {
    AccountRecord ann = account(1, "ann");
    AccountRecord bob = account(2, "bob");
    write({SaveAccount{ann}, SaveAccount{bob}});
    std::swap(ann.skeleton, bob.skeleton);
    AccountRecord nobody = ann;
    nobody.skeleton = "nobody";
    write({SaveAccount{nobody}, SaveAccount{bob}, SaveAccount{ann}});
    EXPECT_EQ(rig_->reopened().accounts, (std::vector<AccountRecord>{ann, bob}));
}

TEST_P(StoreRecords, what_belonged_to_an_account_goes_with_it) {
    MessageRecord said = record(1, "x");
    said.account = AccountId{1};
    said.account_name = "ann";
    said.client_id = "cid";
    const MembershipRecord other{AccountId{2}, lobby, "", 1};
    const ReadMarkerRecord mark{AccountId{2}, Folded{"#a"}, WallTime{1}};
    const PrivateNoteRecord note{AccountId{2}, "room:1", "k", "1"};
    const ContactsRecord contacts{AccountId{2}, {}, {"eve!*@*"}};
    write({SaveContacts{{AccountId{1}, {AccountId{2}}, {"~a:bob"}}}, SaveContacts{contacts}});
    write({SaveAccount{account(1, "ann")}, SaveAccount{account(2, "bob")},
           SaveMembership{{AccountId{1}, lobby, "o", 4}}, SaveMembership{other},
           SaveReadMarker{{AccountId{1}, Folded{"#a"}, WallTime{4}}}, SaveReadMarker{mark},
           SavePresence{presence(1)}, SavePresence{presence(2)},
           SavePrivateNote{{AccountId{1}, "room:1", "k", "1"}}, SavePrivateNote{note},
           AppendMessage{lobby, said}});
    write({RemoveAccount{AccountId{1}}});
    const Kept kept = rig_->reopened();
    EXPECT_EQ(kept.memberships, std::vector<MembershipRecord>{other});
    EXPECT_EQ(kept.read_markers, std::vector<ReadMarkerRecord>{mark});
    EXPECT_EQ(kept.presences, std::vector<PresenceRecord>{presence(2)});
    EXPECT_EQ(kept.private_notes, std::vector<PrivateNoteRecord>{note});
    EXPECT_EQ(kept.contacts, std::vector<ContactsRecord>{contacts});
    EXPECT_EQ(ask(ClientIdQuery{AccountId{1}, "cid"}).result, QueryResult::not_found);
    said.client_id.clear();
    EXPECT_EQ(newest(lobby, 1), std::vector<MessageRecord>{said});
}

TEST_P(StoreRecords, rooms_come_back_whole_with_the_end_of_their_logs) {
    const RoomRecord full = full_room();
    const RoomRecord bare = room(3, "#bare");
    write({SaveRoom{full}, SaveRoom{bare}, message(full.id, 1, "x"), message(full.id, 2, "x")});
    const Kept kept = rig_->reopened();
    EXPECT_EQ(kept.rooms, (std::vector<KeptRoom>{{bare, {}}, {full, {2, WallTime{1'020}}}}));
    EXPECT_EQ(kept.conversation_last, ConversationId{5});
    RoomRecord changed = full;
    changed.bans.pop_back();
    changed.topic.clear();
    changed.founder = {};
    write({SaveRoom{changed}});
    EXPECT_EQ(rig_->reopened().rooms.at(1).room, changed);
}

TEST_P(StoreRecords, a_room_may_get_another_name_and_another_room_the_old_one) {
    write({SaveRoom{room(4, "#a")}, message(ConversationId{4}, 1, "x")});
    RoomRecord renamed = room(4, "#b");
    write({SaveRoom{renamed}, SaveRoom{room(5, "#a")}});
    EXPECT_EQ(rig_->reopened().rooms,
              (std::vector<KeptRoom>{{renamed, {1, WallTime{1'010}}}, {room(5, "#a"), {}}}));
}

TEST_P(StoreRecords, a_removed_room_takes_log_and_members_along_and_its_id_is_spent) {
    write({SaveRoom{room(4, "#a")}, message(ConversationId{4}, 1, "x"),
           SaveMembership{{AccountId{1}, ConversationId{4}, "o", 4}}});
    write({RemoveRoom{ConversationId{4}}, RemoveRoom{ConversationId{99}}});
    const Kept kept = rig_->reopened();
    EXPECT_TRUE(kept.rooms.empty());
    EXPECT_TRUE(kept.memberships.empty());
    EXPECT_EQ(kept.conversation_last, ConversationId{4});
    EXPECT_TRUE(newest(ConversationId{4}, 5).empty());
    write({SaveRoom{room(5, "#a")}, message(ConversationId{5}, 1, "x")});
    EXPECT_EQ(rig_->reopened().rooms.size(), 1U);
}

TEST_P(StoreRecords, the_greatest_conversation_counts_whether_it_has_a_name_or_not) {
    write({message(ConversationId{9}, 1, "nine")});
    EXPECT_EQ(rig_->reopened().conversation_last, ConversationId{9});
    write({message(ConversationId{7}, 1, "seven")});
    EXPECT_EQ(rig_->reopened().conversation_last, ConversationId{9});
    write({SavePair{{ConversationId{12}, "a", "b"}}});
    EXPECT_EQ(rig_->reopened().conversation_last, ConversationId{12});
}

TEST_P(StoreRecords, memberships_come_and_change_and_go) {
    const MembershipRecord one{AccountId{1}, maps, "", 5};
    MembershipRecord two{AccountId{1}, lobby, "o", 6};
    write({SaveMembership{one}, SaveMembership{two}});
    EXPECT_EQ(rig_->reopened().memberships, (std::vector<MembershipRecord>{two, one}));
    two.ranks = "ov";
    write({SaveMembership{two}, RemoveMembership{AccountId{1}, maps},
           RemoveMembership{AccountId{8}, maps}});
    EXPECT_EQ(rig_->reopened().memberships, std::vector<MembershipRecord>{two});
}

TEST_P(StoreRecords, a_pair_keeps_its_conversation) {
    const PairRecord pair{ConversationId{8}, "account:1", "guest:bob"};
    write({SavePair{pair}, message(pair.id, 1, "psst")});
    EXPECT_EQ(rig_->reopened().pairs, (std::vector<KeptPair>{{pair, {1, WallTime{1'010}}}}));
}

TEST_P(StoreRecords, read_markers_move_and_go) {
    ReadMarkerRecord lobby_mark{AccountId{1}, Folded{"#lobby"}, WallTime{5}};
    const ReadMarkerRecord bob_mark{AccountId{1}, Folded{"bob"}, WallTime{6}};
    write({SaveReadMarker{bob_mark}, SaveReadMarker{lobby_mark}});
    lobby_mark.read_up_to = WallTime{9};
    write({SaveReadMarker{lobby_mark}});
    EXPECT_EQ(rig_->reopened().read_markers, (std::vector<ReadMarkerRecord>{lobby_mark, bob_mark}));
    write({RemoveReadMarker{AccountId{1}, Folded{"bob"}},
           RemoveReadMarker{AccountId{2}, Folded{"#lobby"}}});
    EXPECT_EQ(rig_->reopened().read_markers, std::vector<ReadMarkerRecord>{lobby_mark});
}

TEST_P(StoreRecords, presences_come_back_whole_and_change) {
    PresenceRecord bob = presence(2);
    write({SavePresence{bob}, SavePresence{presence(1)}});
    EXPECT_EQ(rig_->reopened().presences, (std::vector<PresenceRecord>{presence(1), bob}));
    bob.nick = "bob";
    bob.modes = bob.away = "";
    bob.absent_since = WallTime{};
    bob.invitations = {ConversationId{5}};
    bob.news.pop_back();
    write({SavePresence{bob}});
    EXPECT_EQ(rig_->reopened().presences, (std::vector<PresenceRecord>{presence(1), bob}));
}

TEST_P(StoreRecords, private_notes_come_and_change_and_go) {
    const PrivateNoteRecord room_note{AccountId{1}, "room:7", "pinned", "1"};
    PrivateNoteRecord muted{AccountId{1}, "account:2", "muted", "1"};
    const PrivateNoteRecord others{AccountId{2}, "account:2", "muted", ""};
    write({SavePrivateNote{others}, SavePrivateNote{room_note}, SavePrivateNote{muted}});
    EXPECT_EQ(rig_->reopened().private_notes,
              (std::vector<PrivateNoteRecord>{muted, room_note, others}));
    muted.value = "0";
    write({SavePrivateNote{muted}, RemovePrivateNote{AccountId{1}, "room:7", "pinned"},
           RemovePrivateNote{AccountId{1}, "room:7", "nothing"}});
    EXPECT_EQ(rig_->reopened().private_notes, (std::vector<PrivateNoteRecord>{muted, others}));
}

TEST_P(StoreRecords, the_audit_gives_its_newest_entries) {
    std::vector<AuditRecord> all;
    for (std::int64_t i = 1; i <= 4; ++i) {
        all.push_back({WallTime{i}, "root", "kill", "eve", std::to_string(i)});
        write({AppendAudit{all.back()}});
    }
    EXPECT_EQ(ask(AuditQuery{2}).audit, (std::vector<AuditRecord>{all[2], all[3]}));
    EXPECT_EQ(ask(AuditQuery{99}).audit, all);
    EXPECT_TRUE(ask(AuditQuery{0}).audit.empty());
}

TEST_P(StoreRecords, the_audit_gives_what_has_the_words) {
    const AuditRecord kill{WallTime{1}, "root", "kill", "eve", "Flooding again"};
    const AuditRecord ban{WallTime{2}, "ann", "ban", "192.0.2.1", "flooding"};
    write({AppendAudit{kill}, AppendAudit{ban}});
    EXPECT_EQ(ask(AuditQuery{9, "FLOOD"}).audit, (std::vector<AuditRecord>{kill, ban}));
    EXPECT_EQ(ask(AuditQuery{1, "flood"}).audit, std::vector<AuditRecord>{ban});
    EXPECT_EQ(ask(AuditQuery{9, "root kill"}).audit, std::vector<AuditRecord>{kill});
    EXPECT_TRUE(ask(AuditQuery{9, "%"}).audit.empty());
}

TEST_P(StoreRecords, the_audit_forgets_by_age_and_by_count) {
    std::vector<AuditRecord> all;
    for (std::int64_t i = 1; i <= 6; ++i) {
        all.push_back({WallTime{i}, "root", "kill", "eve", std::to_string(i)});
        write({AppendAudit{all.back()}});
    }
    write({TrimAudit{100, WallTime{3}}});
    EXPECT_EQ(ask(AuditQuery{99}).audit, (std::vector<AuditRecord>{all.begin() + 2, all.end()}));
    write({TrimAudit{2, WallTime{0}}});
    EXPECT_EQ(ask(AuditQuery{99}).audit, (std::vector<AuditRecord>{all[4], all[5]}));
    write({TrimAudit{2, WallTime{99}}});
    EXPECT_TRUE(ask(AuditQuery{99}).audit.empty());
    write({TrimAudit{2, WallTime{99}}});
}

TEST_P(StoreRecords, contacts_come_and_change_and_go) {
    const ContactsRecord two{AccountId{2}, {AccountId{9}, AccountId{1}}, {"z!*@*", "a!*@*"}};
    ContactsRecord one{AccountId{1}, {}, {"~a:eve"}};
    write({SaveContacts{two}, SaveContacts{one}});
    EXPECT_EQ(rig_->reopened().contacts, (std::vector<ContactsRecord>{one, two}));
    one = {AccountId{1}, {AccountId{2}}, {}};
    write({SaveContacts{one}, SaveContacts{{AccountId{2}, {}, {}}}});
    EXPECT_EQ(rig_->reopened().contacts, std::vector<ContactsRecord>{one});
}

TEST_P(StoreRecords, bans_come_and_change_and_go) {
    const BanRecord mask{BanKind::mask, "eve!*@*", "", "root", WallTime{1}, WallTime{}};
    BanRecord range{BanKind::address, "192.0.2.0/24", "x", "ann", WallTime{2}, WallTime{9}};
    const BanRecord same{BanKind::realname, "eve!*@*", "", "root", WallTime{3}, WallTime{}};
    write({SaveBan{same}, SaveBan{mask}, SaveBan{range}});
    EXPECT_EQ(rig_->reopened().bans, (std::vector<BanRecord>{range, mask, same}));
    range.reason = "y";
    range.until = WallTime{10};
    write({SaveBan{range}, RemoveBan{BanKind::mask, "eve!*@*"},
           RemoveBan{BanKind::account, "nobody"}});
    EXPECT_EQ(rig_->reopened().bans, (std::vector<BanRecord>{range, same}));
}

TEST_P(StoreRecords, what_waits_for_a_mail_comes_and_changes_and_goes) {
    UnverifiedAccountRecord ann{Folded{"ann"},
                                "Ann",
                                "a-n-n",
                                "$argon2id$",
                                {std::string{"\0salt", 5}, 4'096, "stored\xff", "server\xfe"},
                                "ann@example.org",
                                std::string{"\0hash", 5},
                                "192.0.2.7",
                                WallTime{9}};
    UnverifiedAccountRecord bob = ann;
    bob.key = Folded{"bob"};
    write({SaveUnverifiedAccount{bob}, SaveUnverifiedAccount{ann}});
    EXPECT_EQ(rig_->reopened().unverified_accounts,
              (std::vector<UnverifiedAccountRecord>{ann, bob}));
    ann.email = "other@example.org";
    ann.until = WallTime{10};
    write({SaveUnverifiedAccount{ann}, RemoveUnverifiedAccount{bob.key},
           RemoveUnverifiedAccount{Folded{"nobody"}}});
    EXPECT_EQ(rig_->reopened().unverified_accounts, std::vector<UnverifiedAccountRecord>{ann});
}

TEST_P(StoreRecords, an_account_has_one_mail_token_of_each_kind_until_it_is_removed) {
    const MailTokenRecord nobodys{{}, MailTokenKind::password_reset, "a", "", WallTime{1}};
    MailTokenRecord reset{AccountId{2}, MailTokenKind::password_reset, "b", "", WallTime{2}};
    const MailTokenRecord address{AccountId{2}, MailTokenKind::new_address,
                                  std::string{"\0\xff", 2}, "a@b", WallTime{3}};
    write({SaveAccount{account(2, "ann")}, SaveMailToken{address}, SaveMailToken{reset},
           SaveMailToken{nobodys}});
    EXPECT_EQ(rig_->reopened().mail_tokens,
              (std::vector<MailTokenRecord>{nobodys, reset, address}));
    reset.hash = "c";
    write({SaveMailToken{reset}, RemoveMailToken{{}, MailTokenKind::password_reset},
           RemoveMailToken{{}, MailTokenKind::new_address}});
    EXPECT_EQ(rig_->reopened().mail_tokens, (std::vector<MailTokenRecord>{reset, address}));
    write({RemoveAccount{AccountId{2}}});
    EXPECT_TRUE(rig_->reopened().mail_tokens.empty());
}

}  // namespace brusio::contract
