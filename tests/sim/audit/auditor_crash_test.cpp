#include <string>

#include "tests/sim/audit/hand_written_run.h"

// What the auditor says of crashes and starts.
namespace brusio::sim {
namespace {

class CrashTest : public AuditorTest {
 protected:
    // Ann's "one" is durable and read; "two" is submitted.
    void a_crash_in_a_sync() {
        submit(room_record());
        auditor_.became_durable();
        all_in_a_room();
        writes(ann, "one");
        writes(ann, "two");
        commit("ann", "one");
        says({bob, cat}, line_of("ann", "one"));
        submit("ann", "two");
        auditor_.turn_ended();
        crash();
    }
};

TEST_F(CrashTest, what_was_under_way_may_be_lost) {
    a_crash_in_a_sync();
    start(disk_with(2));
    expect_clean();
}

TEST_F(CrashTest, what_was_under_way_may_be_kept) {
    a_crash_in_a_sync();
    start(disk_with(3));
    expect_clean();
}

TEST_F(CrashTest, life_goes_on_after_a_start) {
    a_crash_in_a_sync();
    start(disk_with(2));
    all_in_a_room();
    writes(ann, "three");
    commit("ann", "three");
    says({bob, cat}, line_of("ann", "three"));
    auditor_.settle(Auditor::Weathered::yes);
    expect_clean();
    EXPECT_EQ(auditor_.messages_seen(), 4U);
}

TEST_F(CrashTest, O4_a_durable_message_that_is_gone_is_noticed) {
    a_crash_in_a_sync();
    start(disk_with(1));
    expect("O4");
    EXPECT_NE(found().front().what.find("message 1 of #a was durable and is gone"),
              std::string::npos);
}

TEST_F(CrashTest, O4_a_durable_room_that_is_gone_is_noticed) {
    a_crash_in_a_sync();
    start(disk_with(0));
    expect("O4");
}

TEST_F(CrashTest, O4_a_message_that_is_another_now_is_noticed) {
    a_crash_in_a_sync();
    Recovered disk = disk_with(2);
    disk.logs.front().entries.front().text = "uno";
    start(disk);
    expect("O4");
}

TEST_F(CrashTest, O5_a_message_that_is_there_twice_is_noticed) {
    a_crash_in_a_sync();
    Recovered disk = disk_with(3);
    disk.logs.front().entries.push_back(disk.logs.front().entries.front());
    disk.logs.front().entries.back().seq = 3;
    start(disk);
    expect("O5");
}

TEST_F(CrashTest, O4_a_topic_that_is_not_what_it_was_is_noticed_on_the_disk) {
    submit(room_record("tea"));
    auditor_.became_durable();
    crash();
    Recovered disk = disk_with(1);
    disk.kept.rooms.front().room.topic = "coffee";
    start(disk);
    expect("O4");
    EXPECT_NE(found().front().what.find("the topic of #a"), std::string::npos);
}

TEST_F(CrashTest, O4_a_topic_and_modes_that_are_not_what_they_were_are_noticed_when_told) {
    submit(room_record("tea", "nt"));
    auditor_.became_durable();
    crash();
    start(disk_with(1));
    open(ann, "ann");
    says(ann, ":ann!u@h JOIN #a\r\n:s.x 332 ann #a :tea\r\n:s.x 324 ann #a +tn\r\n");
    expect_clean();
    says(ann, ":s.x 332 ann #a :coffee\r\n");
    expect("O4");
    says(ann, ":s.x 324 ann #a +n\r\n");
    EXPECT_EQ(found().size(), 2U);
}

TEST_F(CrashTest, O4_modes_follow_the_changes_that_are_told) {
    submit(room_record({}, "nt"));
    auditor_.became_durable();
    crash();
    start(disk_with(1));
    open(ann, "ann");
    says(ann, ":ann!u@h JOIN #a\r\n");
    says(ann, ":ann!u@h MODE #a +mob-t ann x!*@*\r\n:s.x 324 ann #a +mn\r\n");
    expect_clean();
    says(ann, ":s.x 324 ann #a +mnt\r\n");
    expect("O4");
}

TEST_F(CrashTest, O4_a_message_that_leaves_before_it_is_durable_is_noticed) {
    all_in_a_room();
    writes(ann, "one");
    submit("ann", "one");
    release({bob, cat}, line_of("ann", "one"));
    expect("O4");
}

TEST_F(CrashTest, O4_a_message_that_a_crash_has_taken_and_that_is_read_is_noticed) {
    a_crash_in_a_sync();
    const std::string two = line_of("ann", "two");
    start(disk_with(2));
    all_in_a_room();
    expect_clean();
    says({bob, cat}, two);
    expect("O4");
}

TEST_F(CrashTest, O7_numbers_go_on_where_the_disk_ends) {
    a_crash_in_a_sync();
    start(disk_with(2));
    seq_ = 2;  // as if "two" had been kept
    submit("ann", "three");
    expect("O7");
}

TEST_F(CrashTest, O19_an_id_of_a_message_that_a_crash_has_taken_is_not_given_again) {
    a_crash_in_a_sync();
    start(disk_with(2));
    epoch_ = 0;
    submit("ann", "three");
    expect("O19");
}

TEST_F(CrashTest, O3_what_one_said_is_in_the_log_in_that_order) {
    all_in_a_room();
    writes(ann, "one");
    writes(ann, "two");
    commit("ann", "two");
    commit("ann", "one");
    expect("O3");
}

TEST_F(CrashTest, O5_a_message_that_was_refused_as_the_disk_was_full_is_not_kept_after_all) {
    all_in_a_room();
    writes(ann, "one");
    says(ann, "FAIL PRIVMSG STORE_UNAVAILABLE #a :Messages cannot be stored\r\n");
    auditor_.settle(Auditor::Weathered::no);
    expect_clean();
    commit("ann", "one");
    expect("O5");
}

}  // namespace
}  // namespace brusio::sim
