// Commands do what they say, and what the server answers is seen where it was asked.
#include <gtest/gtest.h>

#include "qml-client/models/command_desk.h"
#include "tests/qml-client/support/chat_world.h"

namespace brusio::ui {
namespace {

using test::ChatWorld;

struct Garden : ChatWorld {
    explicit Garden(const QString& tokens = {}) {
        enter("me");
        if (!tokens.isEmpty()) link.say({":srv 005 me " + tokens + " :are supported"});
        link.take_lines();
    }
    QStringList sends(const QString& typed) {
        EXPECT_TRUE(chat.submit(typed)) << typed.toStdString() << chat.hint().toStdString();
        return link.take_lines();
    }
    /// What is left of the open room's draft when one comes back to it.
    QString draft_after_a_while() {
        const QString place = chat.room();
        chat.openPerson("dino");
        chat.openRoom(place);
        return chat.draft();
    }
    QString newest() {
        return chat.timeline()->count() == 0 ? QString() : chat.timeline()->message_at(0).text;
    }
};

struct CommandLine {
    const char* typed;
    const char* line;
};

class CommandLines : public testing::TestWithParam<CommandLine> {};

TEST_P(CommandLines, are_sent) {
    Garden world("EXTBAN=~,am ACCOUNTEXTBAN=a MODES=2 KNOCK PREFIX=(ohv)@%+");
    world.link.say({":srv 352 me #garden b host.test srv bob H :0 Bob"});
    EXPECT_EQ(world.sends(GetParam().typed).join('|'), GetParam().line);
}

INSTANTIATE_TEST_SUITE_P(
    Each, CommandLines,
    testing::Values(
        CommandLine{"/op bob carla ada", "MODE #garden +oo bob carla|MODE #garden +o ada"},
        CommandLine{"/deop bob", "MODE #garden -o bob"},
        CommandLine{"/voice #qt bob", "MODE #qt +v bob"},
        CommandLine{"/devoice bob", "MODE #garden -v bob"},
        CommandLine{"/halfop bob", "MODE #garden +h bob"},
        CommandLine{"/kick bob", "KICK #garden bob"},
        CommandLine{"/kick bob no more", "KICK #garden bob :no more"},
        CommandLine{"/ban bob", "MODE #garden +b *!*@host.test"},
        CommandLine{"/ban carla", "MODE #garden +b carla!*@*"},
        CommandLine{"/ban *!*@spam.test", "MODE #garden +b *!*@spam.test"},
        CommandLine{"/ban ~a:bob", "MODE #garden +b ~a:bob"}, CommandLine{"/ban", "MODE #garden b"},
        CommandLine{"/unban *!*@spam.test", "MODE #garden -b *!*@spam.test"},
        CommandLine{"/kb bob out", "MODE #garden +b *!*@host.test|KICK #garden bob :out"},
        CommandLine{"/mute bob", "MODE #garden +b ~m:*!*@host.test"},
        CommandLine{"/unmute carla", "MODE #garden -b ~m:carla!*@*"},
        CommandLine{"/mode +m", "MODE #garden +m"}, CommandLine{"/mode #qt +l 5", "MODE #qt +l 5"},
        CommandLine{"/mode", "MODE #garden"}, CommandLine{"/umode +i", "MODE me +i"},
        CommandLine{"/notice bob hi", "NOTICE bob hi"}, CommandLine{"/names", "NAMES #garden"},
        CommandLine{"/who", "WHO #garden"}, CommandLine{"/who *.test", "WHO *.test"},
        CommandLine{"/whois bob", "WHOIS bob bob"}, CommandLine{"/whowas bob", "WHOWAS bob"},
        CommandLine{"/invite dino", "INVITE dino #garden"},
        CommandLine{"/knock #shed let me in", "KNOCK #shed :let me in"},
        CommandLine{"/motd", "MOTD"}, CommandLine{"/raw VERSION", "VERSION"},
        CommandLine{"/quote TIME", "TIME"}, CommandLine{"/nick neo", "NICK neo"},
        CommandLine{"/away out", "AWAY out"}, CommandLine{"/back", "AWAY"},
        CommandLine{"/part see you", "PART #garden :see you"},
        CommandLine{"/topic Roses", "TOPIC #garden Roses"},
        CommandLine{"/cycle", "PART #garden|JOIN #garden"},
        CommandLine{"/oper ada pw", "OPER ada pw"},
        CommandLine{"/ns identify pw", "PRIVMSG NickServ :identify pw"},
        CommandLine{"/msg NickServ identify pw", "PRIVMSG NickServ :identify pw"}));

TEST(Commands, what_the_server_does_not_offer_is_not_sent) {
    Garden world;
    for (const char* typed : {"/knock #shed", "/mute bob", "/halfop bob"}) {
        EXPECT_FALSE(world.chat.submit(typed));
        EXPECT_EQ(world.chat.hint(), "This server does not offer that.") << typed;
    }
    EXPECT_EQ(world.link.take_lines(), QStringList());
}

TEST(Commands, silencing_goes_by_what_the_server_announces) {
    client::Isupport server;
    EXPECT_EQ(silencing(server, "x!*@*"), "");
    server.apply("EXTBAN=,ACNOQRSTUacjmnprsz");
    EXPECT_EQ(silencing(server, "x!*@*"), "b m:x!*@*");
    server.apply("EXTBAN=~,acfjmnpqrtACGOST");
    EXPECT_EQ(silencing(server, "x!*@*"), "b ~q:x!*@*");
    server.apply("CHANMODES=beIq,k,l,imnpst");
    EXPECT_EQ(silencing(server, "x!*@*"), "q x!*@*");
}

TEST(Commands, a_ban_goes_by_account_where_the_server_can) {
    Garden world("EXTBAN=~,am ACCOUNTEXTBAN=account,a WHOX");
    client::Member bob;
    bob.nick = "bob";
    bob.account = "bobby";
    bob.mask = "b@host.test";
    const client::Client& client = world.driver.client();
    EXPECT_EQ(ban_mask(client, &bob, "bob"), "~account:bobby");
    bob.account.clear();
    EXPECT_EQ(ban_mask(client, &bob, "bob"), "*!*@host.test");
    EXPECT_EQ(ban_mask(client, nullptr, "bob"), "bob!*@*");
}

TEST(Commands, offline_nothing_is_sent_and_the_text_stays) {
    Garden world;
    world.link.drop(client::DisconnectCause::reset);
    for (const char* typed : {"/op bob", "/names", "/msg NickServ identify pw"}) {
        EXPECT_FALSE(world.chat.submit(typed));
        EXPECT_EQ(world.chat.hint(), "You are offline: nothing was sent.") << typed;
        world.chat.dismissHint();
    }
    EXPECT_EQ(world.chat.unsent_count(), 0) << "no password waits on the disk";
}

TEST(Commands, bans_are_listed_where_they_were_asked_for) {
    Garden world;
    world.sends("/ban");
    world.chat.joinRoom("#qt", {});
    world.join_room("me", "#qt");
    world.link.say({":srv 367 me #garden *!*@spam.test ada 0", ":srv 368 me #garden :End"});
    EXPECT_NE(world.newest(), "Kept out of #garden:\n*!*@spam.test · by ada");
    world.chat.openRoom("#garden");
    EXPECT_EQ(world.newest(), "Kept out of #garden:\n*!*@spam.test · by ada");
}

TEST(Commands, names_who_and_modes_are_lines_of_the_room) {
    Garden world;
    world.sends("/names");
    world.link.say({":srv 353 me = #garden :me @ada", ":srv 353 me = #garden :+bob!b@h carla",
                    ":srv 366 me #garden :End"});
    EXPECT_EQ(world.newest(), "In #garden: me, @ada, +bob, carla");
    world.sends("/who #garden");
    world.link.say({":srv 352 me #garden b host srv bob H :0 Bob", ":srv 315 me #garden :End"});
    EXPECT_EQ(world.newest(), "bob (b@host) · Bob · #garden");
    world.sends("/mode");
    world.link.say({":srv 324 me #garden +nt"});
    EXPECT_EQ(world.newest(),
              "Modes of #garden:\n+n  Only members may write here.\n+t  Only operators change the "
              "topic.");
    world.sends("/topic");
    EXPECT_EQ(world.newest(), "Topic of #garden: Roses and code");
    world.sends("/raw VERSION");
    world.link.say({":srv 351 me brusiod-1 srv :hello"});
    EXPECT_EQ(world.newest(), "351 brusiod-1 srv hello");
    world.sends("/whowas eve");
    world.link.say({":srv 314 me eve e host * :Eve", ":srv 312 me eve srv :yesterday",
                    ":srv 369 me eve :End"});
    EXPECT_EQ(world.newest(), "eve was e@host (Eve)\neve was seen on srv: yesterday");
}

TEST(Commands, what_nobody_asked_for_is_on_the_servers_page) {
    Garden world;
    const int rows = world.chat.timeline()->count();
    world.link.say({":srv 353 me = #garden :me @ada", ":srv 366 me #garden :End",
                    ":srv 718 me eve e@h :wants to write to you"});
    EXPECT_EQ(world.chat.timeline()->count(), rows);
    world.chat.openRoom("Server messages");
    EXPECT_EQ(world.newest(), "eve e@h wants to write to you");
    EXPECT_EQ(world.chat.timeline()->count(), 1) << "names were the brain's own question";
}

TEST(Commands, a_refusal_is_told_above_the_composer) {
    Garden world;
    world.sends("/op bob");
    world.link.say({":srv 482 me #garden :You are no operator here"});
    EXPECT_TRUE(world.chat.hint().contains("Only operators of #garden may do this"));
    EXPECT_TRUE(world.chat.hint().contains("You are no operator here"));
}

TEST(Commands, a_password_leaves_no_row_and_no_draft) {
    Garden world;
    world.chat.set_draft("/msg NickServ identify hunter2");
    EXPECT_EQ(world.draft_after_a_while(), "");
    world.sends("/msg NickServ identify hunter2");
    EXPECT_EQ(world.newest(), "To NickServ: identify ***");
    EXPECT_EQ(world.chat.unsent_count(), 0);
    EXPECT_EQ(world.chat.room(), "NickServ");
    world.sends("identify hunter3");
    EXPECT_EQ(world.newest(), "To NickServ: identify ***");
    EXPECT_EQ(world.chat.timeline()->count(), 2);
    world.chat.set_draft("/msg bob hello");
    EXPECT_EQ(world.draft_after_a_while(), "/msg bob hello");
}

TEST(Commands, clear_empties_the_screen_until_one_comes_back) {
    Garden world;
    world.say("ada", "#garden", "one");
    world.say("ada", "#garden", "two");
    const int rows = world.chat.timeline()->count();
    world.sends("/clear");
    EXPECT_EQ(world.chat.timeline()->count(), 1);
    world.chat.loadOlder();
    world.say("ada", "#garden", "three");
    EXPECT_EQ(world.newest(), "three");
    EXPECT_EQ(world.chat.timeline()->count(), 2);
    world.chat.openPerson("bob");
    world.chat.openRoom("#garden");
    EXPECT_EQ(world.newest(), "three");
    EXPECT_EQ(world.chat.timeline()->count(), rows + 1);
}

TEST(Commands, clear_keeps_what_is_not_sent) {
    Garden world;
    world.link.drop(client::DisconnectCause::reset);
    world.chat.submit("not yet");
    world.sends("/clear");
    EXPECT_EQ(world.chat.timeline()->message_at(1).text, "not yet");
}

TEST(Commands, help_explains_one_or_all_that_are_offered) {
    Garden world;
    world.sends("/help kick");
    EXPECT_EQ(world.newest(),
              "/kick [#room] nick [reason]\nPuts somebody out of the room. For operators of the "
              "room.\nAlso: /k");
    world.sends("/help");
    EXPECT_TRUE(world.newest().contains("/whois nick"));
    EXPECT_FALSE(world.newest().contains("/knock"));
    world.sends("/help /dance");
    EXPECT_TRUE(world.newest().startsWith("There is no command /dance."));
}

TEST(Ignoring, lasts_over_a_restart_and_is_undone) {
    Garden world;
    world.say("bob", "#garden", "one");
    world.sends("/ignore bob");
    const int rows = world.chat.timeline()->count();
    world.say("bob", "#garden", "two");
    world.say("bob", "me", "psst");
    EXPECT_EQ(world.chat.timeline()->count(), rows);
    EXPECT_EQ(world.chat.rooms()->count(), 1);
    EXPECT_FALSE(world.chat.submit("/ignore bob"));
    world.sends("/ignore");
    EXPECT_EQ(world.newest(), "You ignore:\nbob!*@*");

    ChatWorld next(world.folder);
    next.enter("me");
    EXPECT_EQ(next.chat.ignored()->entries(), QStringList("bob!*@*"));
    next.say("bob", "#garden", "three");
    EXPECT_EQ(next.chat.timeline()->count(), 0);
    EXPECT_TRUE(next.chat.submit("/unignore BOB"));
    next.say("bob", "#garden", "four");
    EXPECT_EQ(next.chat.timeline()->message_at(0).text, "four");
    EXPECT_FALSE(next.chat.submit("/unignore bob"));
}

TEST(Ignoring, oneself_is_not_ignored_and_an_account_goes_before_a_nick) {
    Garden world;
    EXPECT_FALSE(world.chat.submit("/ignore ME"));
    EXPECT_EQ(ignore_entry("bob", "bobby"), "account:bobby");
    EXPECT_EQ(ignore_entry("bob", ""), "bob!*@*");
    EXPECT_EQ(ignore_entry("*@spam.test", "bobby"), "*!*@spam.test");
    EXPECT_EQ(ignore_entry("eve!", ""), "eve!@*");
}

TEST(Typing, is_told_only_to_those_who_may_know) {
    ChatWorld world;
    world.enter_with_history("me", {});
    world.chat.set_draft("h");
    EXPECT_FALSE(world.link.take_lines().filter("TAGMSG").isEmpty());
    world.settings.set_typing_told(false);
    world.chat.set_draft("");
    world.chat.set_draft("hello");
    EXPECT_TRUE(world.link.take_lines().filter("TAGMSG").isEmpty());
}

}  // namespace
}  // namespace brusio::ui
