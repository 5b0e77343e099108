#include <string>
#include <vector>

#include "tests/sim/stories/story.h"

// Stories about a server that is killed and starts again.
namespace brusio::sim {
namespace {

using namespace std::chrono_literals;

class CrashStory : public Story {
 protected:
    // Everybody has noticed, tried again, and is back.
    void crash_and_come_back() {
        world().server().crash();
        run_for(2s);
        world().server().start();
        run_for(1min);
    }
    std::vector<std::string> log_of_the_only_room() {
        std::vector<std::string> texts;
        const Kept kept = world().server().store().kept();
        EXPECT_EQ(kept.rooms.size(), 1U);
        for (const KeptRoom& room : kept.rooms) {
            for (const auto& entry : world().server().store().log_of(room.room.id)) {
                if (!entry.text.empty()) texts.push_back(entry.text);  // not who came and went
            }
        }
        return texts;
    }
    PlainUser& somebody_by_hand(const std::string& nick, const std::string& first = {}) {
        PlainUser& user = world().add_plain(nick, LinkKind::irc, "127.0.0.1");
        user.send(first + "NICK " + nick + "\r\nUSER " + nick + " 0 * :" + nick + "\r\n");
        run_for(1s);
        EXPECT_EQ(user.times_seen(" 001 "), once) << user.screen();
        return user;
    }
};

TEST_F(CrashStory, what_was_read_before_a_crash_is_in_the_log_after_it) {
    Person& ann = friend_called("ann");
    Person& bob = friend_called("bob");
    ann.say("#a", "remember this");
    run_for(1s);
    EXPECT_SEES(bob, "remember this", once);
    crash_and_come_back();
    EXPECT_EQ(log_of_the_only_room(), std::vector<std::string>{"remember this"});
    EXPECT_TRUE(ann.is_inside("#a"));
    EXPECT_TRUE(bob.is_inside("#a"));
    ann.say("#a", "and this");
    run_for(1s);
    EXPECT_SEES(bob, "remember this", once);
    EXPECT_SEES(bob, "and this", once);
    EXPECT_EQ(log_of_the_only_room().size(), 2U);
}

TEST_F(CrashStory, strangers_read_of_somebody_what_they_read_before) {
    Person& ann = world().add_neighbour("ann", "secret-word", client::AccountEntry::make_first);
    ann.go_online();
    run_for(2s);
    friend_called("bob");
    ann.set_mode("ann", "+i");
    ann.set_away("in the garden");
    ann.rename("annie");
    run_for(1s);
    ann.quit("bye");
    run_for(1s);
    const auto seen_by = [&](const std::string& nick) {
        PlainUser& stranger = somebody_by_hand(nick);
        const std::size_t before = stranger.screen().size();
        stranger.send("WHOIS annie\r\nWHO ann*\r\nNAMES #a\r\n");
        run_for(1s);
        std::string seen = stranger.screen().substr(before);
        // The idle time goes on.
        const std::size_t idle = seen.find(" annie ", seen.find(" 317 "));
        EXPECT_NE(idle, std::string::npos) << seen;
        return seen.erase(idle + 7, seen.find(' ', idle + 7) - idle - 7);
    };
    const std::string before = seen_by("eve");
    EXPECT_NE(before.find("in the garden"), std::string::npos) << before;
    EXPECT_EQ(before.find(" 319 "), std::string::npos) << before;
    crash_and_come_back();
    EXPECT_EQ(seen_by("eve"), before);
}

TEST_F(CrashStory, nobody_sees_what_was_still_under_way_to_the_disk) {
    Person& ann = friend_called("ann");
    Person& bob = friend_called("bob");
    world().server().store().stall_until(world().events().mono() + 1min);
    ann.say("#a", "perhaps");
    run_for(1s);
    EXPECT_EQ(world().server().store().batches_waiting(), 1U);
    crash_and_come_back();
    EXPECT_SEES(ann, "perhaps", never) << "it was not acknowledged";
    EXPECT_SEES(bob, "perhaps", never);
    EXPECT_EQ(ann.brain().unsent_messages(), 0U) << "it failed: nobody knows whether it is kept";
    EXPECT_LE(log_of_the_only_room().size(), 1U);
}

TEST_F(CrashStory, what_is_said_while_the_server_is_down_arrives_when_it_is_up) {
    Person& ann = friend_called("ann");
    Person& bob = friend_called("bob");
    world().server().crash();
    run_for(100ms);
    ann.say("#a", "is it me?");
    run_for(5s);
    EXPECT_FALSE(ann.is_online());
    world().server().start();
    run_for(1min);
    EXPECT_SEES(ann, "is it me?", once);
    EXPECT_EQ(log_of_the_only_room(), std::vector<std::string>{"is it me?"});
    EXPECT_TRUE(bob.is_inside("#a"));
}

TEST_F(CrashStory, topic_and_modes_are_what_they_were) {
    Person& ann = friend_called("ann");
    ann.set_topic("#a", "tea at five");
    ann.set_mode("#a", "+mlb 9 eve!*@*");
    run_for(1s);
    crash_and_come_back();
    PlainUser& nc = somebody_by_hand("nc");
    nc.send("JOIN #a\r\nMODE #a\r\n");
    run_for(1s);
    EXPECT_EQ(nc.times_seen(" 332 nc #a :tea at five\r\n"), once) << nc.screen();
    EXPECT_EQ(nc.times_seen(" 324 nc #a "), once);
    const Kept kept = world().server().store().kept();
    ASSERT_EQ(kept.rooms.size(), 1U);
    EXPECT_EQ(kept.rooms.front().room.bans.size(), 1U);
}

TEST_F(CrashStory, a_renamed_room_is_found_by_its_new_name_with_its_log) {
    PlainUser& nc = somebody_by_hand("nc");
    nc.send("JOIN #a\r\nPRIVMSG #a :before\r\nRENAME #a #b\r\nPRIVMSG #b :after\r\n");
    run_for(1s);
    EXPECT_EQ(nc.times_seen(" JOIN #b\r\n"), once) << nc.screen();
    crash_and_come_back();
    const Kept kept = world().server().store().kept();
    ASSERT_EQ(kept.rooms.size(), 1U);
    EXPECT_EQ(kept.rooms.front().room.name, "#b");
    EXPECT_EQ(log_of_the_only_room(), (std::vector<std::string>{"before", "after"}));
}

TEST_F(CrashStory, a_room_of_guests_waits_for_them_an_hour_and_then_ends) {
    Person& ann = friend_called("ann");
    ann.set_topic("#a", "back soon");
    run_for(1s);
    world().server().crash();
    ann.quit("");
    world().server().start();
    run_for(59min);
    EXPECT_EQ(world().server().store().kept().rooms.size(), 1U);
    run_for(2min);
    EXPECT_EQ(world().server().store().kept().rooms.size(), 0U);
    PlainUser& nc = somebody_by_hand("nc");
    nc.send("JOIN #a\r\n");
    run_for(1s);
    EXPECT_EQ(nc.times_seen("back soon"), never) << "this is another room";
}

TEST_F(CrashStory, who_is_logged_in_is_still_a_member_and_comes_back_into_the_room) {
    PlainUser& ada = somebody_by_hand("ada");
    ada.send("REGISTER * * correct-horse\r\nJOIN #a\r\n");
    run_for(1s);
    EXPECT_EQ(ada.times_seen("REGISTER SUCCESS ada"), once) << ada.screen();
    Person& bob = friend_called("bob");
    crash_and_come_back();
    EXPECT_NE(bob.brain().find_member(bob.brain().find_conversation("#a")->id, "ada"), nullptr);
    PlainUser& again = somebody_by_hand("ada", "PASS ada:correct-horse\r\n");
    EXPECT_EQ(again.times_seen(" JOIN #a\r\n"), once) << again.screen();
    bob.say("#a", "welcome back");
    run_for(1s);
    EXPECT_EQ(again.times_seen("PRIVMSG #a :welcome back\r\n"), once);
}

TEST_F(CrashStory, a_client_without_history_is_shown_once_what_was_said_over_a_crash) {
    PlainUser& ada = somebody_by_hand("ada");
    ada.send("REGISTER * * correct-horse\r\nJOIN #a\r\n");
    Person& bob = friend_called("bob");
    bob.say("#a", "she reads this");
    run_for(1s);
    ada.reset_line();
    run_for(1s);
    bob.say("#a", "before the crash");
    run_for(1s);
    crash_and_come_back();
    bob.say("#a", "after the crash");
    run_for(1s);
    const std::string first = "CAP REQ :batch server-time\r\nCAP END\r\nPASS ada:correct-horse\r\n";
    PlainUser& again = somebody_by_hand("ada", first);
    EXPECT_EQ(again.times_seen("she reads this"), never);
    EXPECT_EQ(again.times_seen("before the crash"), once) << again.screen();
    EXPECT_EQ(again.times_seen("after the crash"), once);
    again.reset_line();
    run_for(1s);
    EXPECT_EQ(somebody_by_hand("ada", first).times_seen("the crash"), never);
}

TEST_F(CrashStory, a_crash_right_after_a_start_loses_no_more) {
    Person& ann = friend_called("ann");
    ann.say("#a", "one");
    run_for(1s);
    for (int i = 0; i < 3; ++i) {
        world().server().crash();
        world().server().start();
    }
    run_for(1min);
    ann.say("#a", "two");
    run_for(1s);
    EXPECT_EQ(log_of_the_only_room(), (std::vector<std::string>{"one", "two"}));
    EXPECT_EQ(world().server().starts(), 4U);
}

TEST_F(CrashStory, a_phone_that_had_vanished_before_the_crash_comes_back_too) {
    Person& ann = friend_called("ann");
    Person& bob = friend_called("bob");
    bob.vanish();
    crash_and_come_back();
    ann.say("#a", "still there?");
    run_for(4min);
    EXPECT_TRUE(bob.is_inside("#a"));
    ann.say("#a", "there you are");
    run_for(1s);
    EXPECT_SEES(bob, "there you are", once);
}

TEST_F(CrashStory, a_crowd_comes_back_within_two_minutes) {
    std::vector<Person*> crowd;
    for (int i = 0; i < 40; ++i) crowd.push_back(&friend_called("p" + std::to_string(i)));
    world().server().crash_for(3s);
    run_for(2min);
    for (const Person* person : crowd) EXPECT_TRUE(person->is_inside("#a")) << person->nick();
    crowd.front()->say("#a", "all here");
    run_for(1s);
    for (const Person* person : crowd) EXPECT_SEES(*person, "all here", once);
}

}  // namespace
}  // namespace brusio::sim
