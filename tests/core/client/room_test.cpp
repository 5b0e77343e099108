#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/client/scripted_server.h"

namespace brusio::client::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// "ranks nick account mask away" of every member by rank; our own usual mask goes without saying.
std::vector<std::string> members(const ScriptedServer& server, std::string_view room) {
    std::vector<std::string> found;
    const auto sorted =
        server.conversation(room).members.by_rank(server.client.isupport().rank_signs());
    for (const Member* member : sorted) {
        std::string text = member->ranks + member->nick;
        if (!member->account.empty()) text += " =" + member->account;
        if (!member->mask.empty() && member->mask != "user@host") text += " " + member->mask;
        if (member->presence == Presence::away) text += " away";
        found.push_back(text);
    }
    return found;
}

TEST(Room, joining_shows_members_topic_and_who_is_away) {
    ScriptedServer server;
    server.go_online(all_capabilities);
    EXPECT_TRUE(server.client.join("#qt", "", server.now()));
    server.collect();
    EXPECT_EQ(server.sent.back(), "JOIN #qt");
    EXPECT_EQ(server.conversation("#qt").membership, Membership::joining);
    server.says_all({":ada!u@h JOIN #qt ada :Ada", ":srv.test 332 ada #qt :all about Qt",
                     ":srv.test 333 ada #qt eve!e@h 1700000000",
                     ":srv.test 353 ada = #qt :ada!u@h @+bob!b@h +carla!c@h",
                     ":srv.test 366 ada #qt :End"});
    EXPECT_EQ(server.sent.back(), "WHO #qt %tcuhnfar,711");
    server.says_all({":srv.test 354 ada 711 #qt b h2 bob G@+ bobby :Bob B",
                     ":srv.test 354 ada 711 #qt c h carla H 0 :Carla",
                     ":srv.test 315 ada #qt :End"});
    EXPECT_EQ(server.conversation("#qt").membership, Membership::inside);
    EXPECT_THAT(members(server, "#qt"),
                ElementsAre("@+bob =bobby b@h2 away", "+carla c@h", "ada =ada u@h"));
    const Topic& topic = server.conversation("#qt").topic;
    EXPECT_EQ(topic.text, "all about Qt");
    EXPECT_EQ(topic.set_by, "eve");
    EXPECT_EQ(topic.set_at.unix_ms, 1700000000000);
}

TEST(Room, people_come_and_go) {
    ScriptedServer server;
    server.go_online(all_capabilities);
    server.let_in("#qt", "ada @bob");
    server.let_in("#other", "ada bob");
    server.forget();
    server.says(":carla!c@h JOIN #qt cc :Carla C");
    server.says(":carla!c@h JOIN #qt cc :Carla C");
    EXPECT_EQ(server.told<MemberAdded>().size(), 1U);
    server.says(":bob!b@h NICK rob");
    EXPECT_EQ(server.told<MemberRenamed>().size(), 2U);
    EXPECT_THAT(members(server, "#qt"), ElementsAre("@rob", "ada", "carla =cc c@h"));
    server.says(":carla!c@h PART #qt :later");
    server.says(":rob!b@h QUIT :gone");
    EXPECT_THAT(members(server, "#qt"), ElementsAre("ada"));
    EXPECT_THAT(members(server, "#other"), ElementsAre("ada"));
    EXPECT_EQ(server.told<MemberRemoved>().size(), 3U);
    EXPECT_EQ(server.conversation("#qt").unread, 0U);
    std::vector<MessageKind> kinds;
    for (const MessagePtr& row : server.conversation("#qt").timeline.messages()) {
        kinds.push_back(row->kind);
    }
    EXPECT_THAT(kinds, ElementsAre(MessageKind::joined, MessageKind::renamed, MessageKind::parted,
                                   MessageKind::quit));
}

TEST(Room, a_kick_takes_others_out_and_us_too) {
    ScriptedServer server;
    server.go_online("");
    server.let_in("#qt", "ada @bob carla");
    server.says(":bob!b@h KICK #qt carla :spam");
    EXPECT_THAT(members(server, "#qt"), ElementsAre("@bob", "ada"));
    server.says(":bob!b@h KICK #qt ada :you too");
    EXPECT_EQ(server.conversation("#qt").membership, Membership::outside);
    EXPECT_THAT(members(server, "#qt"), IsEmpty());
    const MessagePtr row = server.conversation("#qt").timeline.newest();
    EXPECT_EQ(row->kind, MessageKind::kicked);
    EXPECT_EQ(row->subject, "ada");
    EXPECT_EQ(row->text, "you too");
}

TEST(Room, what_is_told_about_people_is_kept) {
    ScriptedServer server;
    server.go_online(all_capabilities);
    server.let_in("#qt", "ada bob");
    server.says_all({":bob!b@h AWAY :lunch", ":bob!b@h ACCOUNT bobby",
                     ":bob!b@h CHGHOST robert new.host", ":bob!robert@new.host SETNAME :Bob B"});
    EXPECT_THAT(members(server, "#qt"), ElementsAre("ada", "bob =bobby robert@new.host away"));
    EXPECT_EQ(server.client.find_member(server.conversation("#qt").id, "BOB")->realname, "Bob B");
    server.says_all({":bob!b@h AWAY", ":bob!b@h ACCOUNT *"});
    EXPECT_THAT(members(server, "#qt"), ElementsAre("ada", "bob robert@new.host"));
}

TEST(Room, modes_change_ranks_and_mind_which_letters_take_a_parameter) {
    ScriptedServer server;
    server.go_online(all_capabilities);
    server.let_in("#qt", "@ada bob +carla");
    server.says(":ada!u@h MODE #qt +kbo-l+v key *!*@bad bob bob");
    EXPECT_THAT(members(server, "#qt"), ElementsAre("@ada", "@+bob", "+carla"));
    server.says(":ada!u@h MODE #qt -ov bob carla");
    EXPECT_THAT(members(server, "#qt"), ElementsAre("@ada", "+bob", "carla"));
    const MessagePtr row = server.conversation("#qt").timeline.newest();
    EXPECT_EQ(row->kind, MessageKind::mode_changed);
    EXPECT_EQ(row->text, "-ov bob carla");
    server.says(":ada!u@h MODE ada +i");
    server.says(":ada!u@h MODE #qt +o");  // a parameter short
    EXPECT_THAT(members(server, "#qt"), ElementsAre("@ada", "+bob", "carla"));
}

TEST(Room, the_topic_changes) {
    ScriptedServer server;
    server.go_online("");
    server.let_in("#qt", "ada bob");
    server.says(":bob!b@h TOPIC #qt :news");
    EXPECT_EQ(server.conversation("#qt").topic.text, "news");
    EXPECT_EQ(server.conversation("#qt").topic.set_by, "bob");
    server.says(":srv.test 331 ada #qt :No topic");
    EXPECT_EQ(server.conversation("#qt").topic.text, "");
    server.client.set_topic("#qt", "", server.now());
    server.client.set_topic("#qt", "more\r\nQUIT", server.now());
    server.collect();
    EXPECT_THAT(server.sent, testing::Contains("TOPIC #qt :"));
    EXPECT_THAT(server.sent, testing::Contains("TOPIC #qt :moreQUIT"));
}

TEST(Room, leaving_counts_at_once_and_a_quick_return_is_not_lost) {
    ScriptedServer server;
    server.go_online("");
    server.let_in("#qt", "ada bob");
    server.forget();
    server.client.part("#qt", "brb", server.now());
    EXPECT_EQ(server.conversation("#qt").membership, Membership::outside);
    server.client.join("#qt", "", server.now());
    server.collect();
    EXPECT_THAT(server.sent, ElementsAre("PART #qt brb", "JOIN #qt"));
    server.says(":ada!u@h PART #qt :brb");
    EXPECT_EQ(server.conversation("#qt").membership, Membership::joining);
    server.says(":ada!u@h JOIN #qt");
    EXPECT_EQ(server.conversation("#qt").membership, Membership::inside);
}

TEST(Room, a_room_closed_while_joining_stays_closed) {
    ScriptedServer server;
    server.go_online("");
    const ConversationId id = server.client.join("#qt", "", server.now());
    server.client.close(id, server.now());
    server.collect();
    EXPECT_THAT(server.sent, ElementsAre("JOIN #qt", "PART #qt"));
    server.says_all({":ada!u@h JOIN #qt", ":bob!b@h PRIVMSG #qt :hi", ":ada!u@h PART #qt"});
    EXPECT_EQ(server.client.find_conversation("#qt"), nullptr);
    EXPECT_NE(server.client.join("#qt", "", server.now()), id);
    server.says(":ada!u@h JOIN #qt");
    EXPECT_EQ(server.conversation("#qt").membership, Membership::inside);
}

TEST(Room, every_reason_not_to_get_in_has_its_entry) {
    for (const auto& [code, kind] :
         {std::pair{"471", ErrorKind::room_is_full}, std::pair{"473", ErrorKind::room_needs_invite},
          std::pair{"474", ErrorKind::room_bans_us}, std::pair{"475", ErrorKind::room_needs_key},
          std::pair{"477", ErrorKind::room_needs_account},
          std::pair{"403", ErrorKind::room_unknown}, std::pair{"405", ErrorKind::too_many_rooms},
          std::pair{"476", ErrorKind::room_name_invalid}}) {
        ScriptedServer server;
        server.go_online("");
        server.client.join("#x", "", server.now());
        server.says(":srv.test " + std::string(code) + " ada #x :No");
        EXPECT_EQ(server.last<ErrorRaised>().error.kind, kind) << code;
        EXPECT_EQ(server.last<ErrorRaised>().error.subject, "#x");
        EXPECT_EQ(server.last<ErrorRaised>().error.code, code);
        EXPECT_EQ(server.conversation("#x").membership, Membership::outside) << code;
    }
}

TEST(Room, a_name_that_is_none_is_refused_without_asking_the_server) {
    ScriptedServer server;
    server.go_online("");
    for (const std::string_view name : {"", "qt", "#a b", "#a,#b", "#a\r\nQUIT"}) {
        EXPECT_FALSE(server.client.join(name, "", server.now())) << name;
    }
    server.collect();
    EXPECT_THAT(server.sent, IsEmpty());
}

TEST(Room, a_netsplit_is_one_row_and_removes_everybody) {
    ScriptedServer server;
    server.go_online(all_capabilities);
    server.let_in("#qt", "ada bob carla dino");
    server.says_all({":srv.test BATCH +s netsplit a.test b.test", "@batch=s :bob!b@h QUIT :a b",
                     "@batch=s :carla!c@h QUIT :a b", ":srv.test BATCH -s"});
    EXPECT_THAT(members(server, "#qt"), ElementsAre("ada", "dino"));
    ASSERT_EQ(server.conversation("#qt").timeline.messages().size(), 1U);
    EXPECT_EQ(server.conversation("#qt").timeline.newest()->kind, MessageKind::net_split);
    EXPECT_EQ(server.conversation("#qt").timeline.newest()->text, "bob, carla");
    server.says_all({":srv.test BATCH +j netjoin a.test b.test", "@batch=j :bob!b@h JOIN #qt * :B",
                     ":srv.test BATCH -j"});
    EXPECT_THAT(members(server, "#qt"), ElementsAre("ada", "bob b@h", "dino"));
    EXPECT_EQ(server.conversation("#qt").timeline.newest()->kind, MessageKind::net_join);
}

TEST(Room, invitations_are_told) {
    ScriptedServer server;
    server.go_online(all_capabilities);
    server.let_in("#qt", "ada bob");
    server.says(":bob!b@h INVITE ada #club");
    EXPECT_EQ(server.last<Invited>().room, "#club");
    server.says(":bob!b@h INVITE eve #qt");
    EXPECT_EQ(server.conversation("#qt").timeline.newest()->subject, "eve");
}

TEST(Room, the_list_of_rooms_comes_with_and_without_its_head) {
    ScriptedServer server;
    server.go_online("");
    server.client.request_room_list("", server.now());
    server.collect();
    EXPECT_EQ(server.sent.back(), "LIST");
    server.says_all({":srv.test 322 ada #qt 12 :all about Qt",
                     ":srv.test 322 ada #b 3 :", ":srv.test 323 ada :End"});
    EXPECT_EQ(server.told<RoomListBegun>().size(), 1U);
    ASSERT_EQ(server.told<RoomListEntry>().size(), 2U);
    EXPECT_EQ(server.told<RoomListEntry>()[0].members, 12U);
    EXPECT_EQ(server.told<RoomListEntry>()[0].topic, "all about Qt");
    server.says_all({":srv.test 321 ada Room :Users Name", ":srv.test 323 ada :End"});
    EXPECT_EQ(server.told<RoomListBegun>().size(), 2U);
    EXPECT_EQ(server.told<RoomListEnded>().size(), 2U);
}

TEST(Room, whois_is_gathered_into_one_answer) {
    ScriptedServer server;
    server.go_online("");
    server.client.whois("bob", server.now());
    server.collect();
    EXPECT_EQ(server.sent.back(), "WHOIS bob bob");
    server.says_all({":srv.test 311 ada bob b host * :Bob B", ":srv.test 301 ada bob :lunch",
                     ":srv.test 312 ada bob srv.test :A server", ":srv.test 319 ada bob :@#qt #b",
                     ":srv.test 317 ada bob 60 1700000000 :idle", ":srv.test 671 ada bob :secure",
                     ":srv.test 330 ada bob bobby :is logged in as", ":srv.test 318 ada bob :End"});
    const WhoisAnswer answer = server.last<WhoisAnswer>();
    EXPECT_EQ(answer.mask, "b@host");
    EXPECT_EQ(answer.away, "lunch");
    EXPECT_EQ(answer.rooms, "@#qt #b");
    EXPECT_EQ(answer.idle, std::chrono::minutes{1});
    EXPECT_EQ(answer.account, "bobby");
    EXPECT_EQ(answer.notes, "secure");
    EXPECT_THAT(server.told<PeerAway>(), IsEmpty());
}

TEST(Room, the_case_mapping_of_the_server_decides_what_is_one_name) {
    ScriptedServer server;
    server.dial(ScriptedServer::config());
    server.client.open_person("bob[1]", server.now());
    EXPECT_NE(server.client.find_conversation("BOB{1}"), nullptr);  // RFC 1459 until told otherwise
    server.welcome("");
    EXPECT_EQ(server.client.find_conversation("BOB{1}"), nullptr);
    EXPECT_NE(server.client.find_conversation("BOB[1]"), nullptr);
}

TEST(Room, raw_lines_are_one_line_or_none) {
    ScriptedServer server;
    EXPECT_FALSE(server.client.raw("LUSERS", server.now()));
    server.go_online("");
    EXPECT_TRUE(server.client.raw("LUSERS", server.now()));
    EXPECT_FALSE(server.client.raw("A\r\nB", server.now()));
    EXPECT_FALSE(server.client.raw("", server.now()));
    server.client.set_mode("#qt", "+o  bob", server.now());
    server.client.kick("#qt", "bob", "", server.now());
    server.client.invite("bob", "#qt", server.now());
    server.client.set_away("", server.now());
    server.collect();
    EXPECT_THAT(server.sent,
                ElementsAre("LUSERS", "MODE #qt +o bob", "KICK #qt bob", "INVITE bob #qt", "AWAY"));
}

}  // namespace
}  // namespace brusio::client::test
