#include <string>
#include <vector>

#include "tests/sim/stories/story.h"

// Stories about what lines do to people.
namespace brusio::sim {
namespace {

using namespace std::chrono_literals;

TEST_F(Story, a_half_open_phone_times_out_and_the_others_see_it_quit) {
    Person& ann = friend_called("ann");
    Person& bob = friend_called("bob");
    bob.vanish();
    run_for(40s);
    ann.say("#a", "bob?");
    run_for(5min);
    EXPECT_SEES(ann, "bob?", once);
    EXPECT_EQ(ann.brain().find_conversation("#a")->members.size(), 2U)
        << "the ghost is gone, and he is back beside it";
    EXPECT_EQ(bob.nick(), "bob") << "he got his nick back from it";
    EXPECT_EQ(bob.lines_lost(), 0U) << "neither end was told";
}

TEST_F(Story, a_dead_phone_is_out_of_the_room_within_the_servers_patience) {
    Person& ann = friend_called("ann");
    PlainUser& nc = world().add_plain("nc", LinkKind::irc);
    nc.send("NICK nc\r\nUSER nc 0 * :nc\r\nJOIN #a\r\n");
    run_for(1s);
    EXPECT_EQ(ann.brain().find_conversation("#a")->members.size(), 2U);
    run_for(149s);
    EXPECT_EQ(nc.times_seen("PING brusio"), once);
    EXPECT_FALSE(nc.end());
    run_for(2s);
    EXPECT_EQ(nc.end(), LineEnd::closed);
    EXPECT_EQ(ann.brain().find_conversation("#a")->members.size(), 1U);
}

TEST_F(Story, a_reader_that_stops_is_cut_and_slows_nobody) {
    WorldConfig config;
    config.engine.server.limits.send_queue_bytes_max = 8 * 1024;
    config.weather = *weather_named("calm");
    config.weather.window_bytes = 4 * 1024;
    begin(config);
    Person& ann = friend_called("ann");
    Person& bob = friend_called("bob");
    PlainUser& eve = world().add_plain("eve", LinkKind::irc);
    eve.send("NICK eve\r\nUSER eve 0 * :eve\r\nJOIN #a\r\n");
    run_for(1s);
    eve.stop_reading();
    const auto members = [&] { return ann.brain().find_conversation("#a")->members.size(); };
    EXPECT_EQ(members(), 3U);
    const std::string words(300, 'x');
    for (int i = 0; i < 60; ++i) {
        const std::string text = std::to_string(i) + words;
        ann.say("#a", text);
        run_for(1s);
        EXPECT_SEES(bob, text, once);
    }
    EXPECT_EQ(members(), 2U) << "eve is gone long before a ping could have missed her";
    EXPECT_LE(world().transport().server_queue_bytes_peak(), 8U * 1024);
}

TEST_F(Story, a_list_longer_than_its_queue_reaches_a_slow_reader_whole) {
    constexpr std::size_t rooms = 80;
    WorldConfig config;
    config.engine.server.limits.send_queue_bytes_max = 8 * 1024;
    config.engine.server.limits.command_tokens_per_second = 0;
    config.engine.server.limits.announcement_tokens_per_minute = 10'000;
    config.weather = *weather_named("calm");
    config.weather.window_bytes = 4 * 1024;
    config.weather.bytes_per_second = 4'000;
    begin(config);
    PlainUser& ann = world().add_plain("ann", LinkKind::irc);
    ann.send("NICK ann\r\nUSER ann 0 * :ann\r\n");
    const std::string topic(300, 't');
    for (std::size_t i = 0; i < rooms; ++i) {
        const std::string room = "#room" + std::to_string(i);
        ann.send("JOIN " + room + "\r\nTOPIC " + room + " :" + topic + "\r\n");
        run_for(1s);
    }
    PlainUser& eve = world().add_plain("eve", LinkKind::irc);
    eve.send("NICK eve\r\nUSER eve 0 * :eve\r\nLIST\r\nPING after\r\n");
    run_for(3s);
    EXPECT_EQ(eve.times_seen(" 323 eve "), never);
    run_for(20s);
    EXPECT_EQ(eve.times_seen(" 322 eve #room"), rooms);
    EXPECT_EQ(eve.times_seen(" 323 eve "), once);
    EXPECT_EQ(eve.times_seen("PONG"), once);
    EXPECT_FALSE(eve.end());
}

TEST_F(Story, a_slow_reader_gets_everything_late_and_in_order) {
    Person& ann = friend_called("ann");
    Person& eve = friend_called("eve");
    eve.stop_reading();
    for (int i = 0; i < 30; ++i) {
        ann.say("#a", std::to_string(i));
        run_for(1s);
        eve.read_some(70);
    }
    EXPECT_SEES(eve, "29", never);
    eve.go_on_reading();
    run_for(1s);
    std::string expected;
    for (int i = 0; i < 30; ++i) expected += "ann: " + std::to_string(i) + "\n";
    EXPECT_EQ(eve.transcript("#a"), expected);
}

TEST_F(Story, everybody_comes_back_after_all_lines_break_at_once) {
    std::vector<Person*> crowd;
    for (int i = 0; i < 50; ++i) {
        crowd.push_back(&world().add_person("user" + std::to_string(i), {"#a"}));
        crowd.back()->go_online();
    }
    run_for(10s);
    for (Person* person : crowd) person->reset_line();
    run_for(30s);
    for (Person* person : crowd) EXPECT_TRUE(person->is_inside("#a")) << person->nick();
    EXPECT_EQ(crowd[0]->brain().find_conversation("#a")->members.size(), 50U);
    crowd[0]->say("#a", "all here?");
    run_for(1s);
    for (Person* person : crowd) EXPECT_SEES(*person, "all here?", once);
}

// One short evening whose every line is written the same way, whatever the cuts.
std::string evening_with(std::size_t cut_every_bytes) {
    WorldConfig config;
    config.weather = *weather_named("calm");
    config.weather.cut_every_bytes = cut_every_bytes;
    config.weather.fragment_gap = std::chrono::microseconds{1};
    World world{config};
    Person& ann = world.add_person("ann", {"#a"});
    Person& bob = world.add_person("bob", {"#a"});
    ann.go_online();
    world.run_for(2s);
    bob.go_online();
    world.run_for(2s);
    ann.say("#a", "caff\xC3\xA8 at 8?");
    world.run_for(1s);
    bob.say("#a", "yes \xF0\x9F\x8E\x89");
    bob.say("ann", "bring cat");
    world.run_for(1s);
    ann.set_topic("#a", "breakfast");
    bob.rename("rob");
    world.run_for(1s);
    for (const Violation& violation : world.auditor().findings().all()) {
        ADD_FAILURE() << to_text(violation);
    }
    return ann.transcript("#a") + bob.transcript("#a") + ann.transcript("rob") +
           bob.brain().find_conversation("#a")->topic.text + ann.nick() + bob.nick();
}

TEST_F(Story, cuts_at_every_byte_change_nothing) {
    const std::string whole = evening_with(0);
    EXPECT_NE(whole.find("bring cat"), std::string::npos) << whole;
    for (std::size_t cut = 1; cut <= 60; ++cut) EXPECT_EQ(evening_with(cut), whole) << cut;
}

TEST_F(Story, a_line_reset_in_the_middle_of_a_message_says_it_once_or_not_at_all) {
    Person& ann = friend_called("ann");
    Person& bob = friend_called("bob");
    for (int i = 0; i < 20; ++i) {
        const std::string text = "message " + std::to_string(i) + std::string(200, '.');
        ann.say("#a", text);
        ann.reset_line();
        run_for(40s);
        EXPECT_LE(bob.times_seen(text), once);
        EXPECT_TRUE(ann.is_inside("#a"));
    }
}

TEST_F(Story, a_clogged_line_loses_nothing_and_costs_only_time) {
    Person& ann = friend_called("ann");
    Person& bob = friend_called("bob");
    bob.clog(Way::down, 10s);
    for (int i = 0; i < 5; ++i) {
        ann.say("#a", std::to_string(i));
        run_for(1s);
    }
    EXPECT_SEES(bob, "0", never);
    run_for(6s);
    EXPECT_EQ(bob.transcript("#a"), "ann: 0\nann: 1\nann: 2\nann: 3\nann: 4\n");
    EXPECT_EQ(bob.lines_lost(), 0U);
    EXPECT_GT(world().reach().count(Probe::line_clogged), 0U);
}

TEST_F(Story, what_was_written_offline_is_sent_in_order_after_the_room_is_joined_again) {
    Person& ann = friend_called("ann");
    Person& bob = friend_called("bob");
    ann.reset_line();
    for (int i = 0; i < 5; ++i) ann.say("#a", "later " + std::to_string(i));
    EXPECT_FALSE(ann.is_online());
    run_for(20s);
    EXPECT_TRUE(ann.is_inside("#a"));
    EXPECT_EQ(bob.transcript("#a"),
              "ann: later 0\nann: later 1\nann: later 2\nann: later 3\nann: later 4\n");
}

TEST_F(Story, a_peer_that_sends_too_fast_slows_itself_only) {
    Person& ann = friend_called("ann");
    Person& bob = friend_called("bob");
    PlainUser& mad = world().add_plain("mad", LinkKind::irc);
    std::string flood = "NICK mad\r\nUSER mad 0 * :mad\r\nJOIN #b\r\n";
    for (int i = 0; i < 2'000; ++i) flood += "PRIVMSG #b :" + std::to_string(i) + "\r\n";
    mad.send(flood);
    run_for(2s);
    ann.say("#a", "quiet here");
    run_for(10ms);
    EXPECT_SEES(bob, "quiet here", once);
}

TEST_F(Story, a_refused_connect_is_tried_again) {
    WorldConfig config;
    config.weather = *weather_named("calm");
    config.weather.refuse_per_mille = 1000;
    begin(config);
    Person& ann = world().add_person("ann", {"#a"});
    ann.go_online();
    run_for(5s);
    EXPECT_FALSE(ann.is_online());
    ann.change_weather(*weather_named("calm"));
    run_for(30s);
    EXPECT_TRUE(ann.is_inside("#a"));
    EXPECT_GT(world().reach().count(Probe::dial_failed), 0U);
}

}  // namespace
}  // namespace brusio::sim
