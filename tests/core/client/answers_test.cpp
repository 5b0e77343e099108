// Numerics that answer what the user asked for are handed on (ServerReply).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/client/scripted_server.h"

namespace brusio::client::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> replies(const ScriptedServer& server) {
    std::vector<std::string> told;
    for (const ServerReply& reply : server.told<ServerReply>()) told.push_back(describe(reply));
    for (std::string& line : told) line.erase(0, line.find(' ') + 1);
    return told;
}

TEST(Answers, what_nobody_here_needs_is_handed_on_with_its_parameters) {
    ScriptedServer server;
    server.go_online("");
    server.let_in("#qt", "@ada bob");
    server.forget();
    server.says(":srv.test 367 ada #qt *!*@spam.test ada 1767323045");
    server.says(":srv.test 368 ada #qt :End of list");
    server.says(":srv.test 314 ada carla c host.test * :Carla");
    server.says(":srv.test 312 ada carla srv.test :yesterday");
    server.says(":srv.test 221 ada +i");
    EXPECT_THAT(replies(server), ElementsAre("367 #qt *!*@spam.test ada 1767323045",
                                             "368 #qt End of list", "314 carla c host.test * Carla",
                                             "312 carla srv.test yesterday", "221 +i"));
    EXPECT_EQ(server.last<ServerReply>().from, "srv.test");
    EXPECT_THAT(server.told<ServerNotice>(), IsEmpty());
}

TEST(Answers, names_and_who_are_handed_on_besides_being_used) {
    ScriptedServer server;
    server.go_online("");
    server.let_in("#qt", "ada bob");
    server.forget();
    server.says(":srv.test 353 ada = #qt :ada @bob");
    server.says(":srv.test 366 ada #qt :End of /NAMES list");
    server.says(":srv.test 352 ada #qt b host.test srv.test bob G :0 Bob B");
    server.says(":srv.test 315 ada #qt :End of WHO list");
    EXPECT_THAT(replies(server), ElementsAre("353 = #qt ada @bob", "366 #qt End of /NAMES list",
                                             "352 #qt b host.test srv.test bob G 0 Bob B",
                                             "315 #qt End of WHO list"));
    const Member* bob = server.client.find_member(server.conversation("#qt").id, "bob");
    EXPECT_EQ(bob->ranks, "@");
    EXPECT_EQ(bob->presence, Presence::away);
}

TEST(Answers, the_brains_own_question_is_not_handed_on) {
    ScriptedServer server;
    server.go_online("");
    server.says(":srv.test 354 ada 711 #qt b host.test bob H 0 :Bob");
    server.says(":srv.test 354 ada 42 bob");
    EXPECT_THAT(replies(server), ElementsAre("354 42 bob"));
}

TEST(Answers, an_answer_without_words_is_none) {
    ScriptedServer server;
    server.go_online("");
    server.says(":srv.test 399 ada");
    server.says(":srv.test 352 ada");
    EXPECT_THAT(replies(server), IsEmpty());
}

}  // namespace
}  // namespace brusio::client::test
