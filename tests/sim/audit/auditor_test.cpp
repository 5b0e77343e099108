#include "sim/audit/auditor.h"

#include <string>

#include "tests/sim/audit/hand_written_run.h"

namespace brusio::sim {
namespace {

TEST_F(AuditorTest, finds_nothing_in_a_run_where_all_is_well) {
    all_in_a_room();
    for (const char* text : {"one", "two", "three"}) {
        writes(ann, text);
        commit("ann", text);
        says({bob, cat}, line_of("ann", text));
        auditor_.turn_ended();
    }
    says({ann, bob, cat}, ":bob!u@h NICK rob\r\n");
    says({ann, bob, cat}, ":cat!u@h PART #a\r\n");
    auditor_.settle(Auditor::Weathered::no);
    expect_clean();
    EXPECT_EQ(auditor_.messages_seen(), 6U);
}

TEST_F(AuditorTest, O6_a_recipient_that_is_passed_over_is_noticed_with_the_next_message) {
    all_in_a_room();
    writes(ann, "one");
    writes(ann, "two");
    commit("ann", "one");
    says({bob}, line_of("ann", "one"));
    commit("ann", "two");
    says({bob, cat}, line_of("ann", "two"));
    expect("O6");
}

TEST_F(AuditorTest, O6_a_recipient_that_is_passed_over_is_noticed_at_the_end) {
    all_in_a_room();
    writes(ann, "one");
    commit("ann", "one");
    says({bob}, line_of("ann", "one"));
    expect_clean();
    auditor_.settle(Auditor::Weathered::yes);
    expect("O6");
}

TEST_F(AuditorTest, O6_a_message_that_is_sent_to_nobody_is_noticed_in_its_turn) {
    all_in_a_room();
    writes(ann, "one");
    commit("ann", "one");
    auditor_.turn_ended();
    expect("O6");
}

TEST_F(AuditorTest, O6_a_message_that_never_reaches_the_log_is_noticed_at_the_end) {
    all_in_a_room();
    writes(ann, "one");
    auditor_.settle(Auditor::Weathered::no);
    expect("O6");
}

TEST_F(AuditorTest, O1_a_message_read_twice_is_noticed) {
    all_in_a_room();
    writes(ann, "one");
    commit("ann", "one");
    says({bob, cat}, line_of("ann", "one"));
    reads(cat, line_of("ann", "one"));
    expect("O1");
}

TEST_F(AuditorTest, O1_messages_released_in_another_order_than_the_log_are_noticed) {
    all_in_a_room();
    writes(ann, "one");
    writes(ann, "two");
    commit("ann", "one");
    commit("ann", "two");
    release({bob, cat}, line_of("ann", "two", 2));
    release({bob, cat}, line_of("ann", "one", 1));
    expect("O1");
}

TEST_F(AuditorTest, O4_a_message_that_leaves_before_it_is_committed_is_noticed) {
    all_in_a_room();
    writes(ann, "one");
    release({bob, cat}, line_of("ann", "one", 1));
    expect("O4");
}

TEST_F(AuditorTest, O5_one_message_that_becomes_two_is_noticed) {
    all_in_a_room();
    writes(ann, "one");
    commit("ann", "one");
    commit("ann", "one");
    expect("O5");
}

TEST_F(AuditorTest, O5_words_that_nobody_said_are_noticed) {
    all_in_a_room();
    writes(ann, "one");
    commit("ann", "onetwo");
    expect("O5");
}

TEST_F(AuditorTest, O7_a_hole_in_the_numbers_of_a_room_is_noticed) {
    all_in_a_room();
    writes(ann, "one");
    writes(ann, "two");
    commit("ann", "one");
    ++seq_;
    commit("ann", "two");
    expect("O7");
}

TEST_F(AuditorTest, O8_a_ghost_that_stays_in_a_room_is_noticed) {
    all_in_a_room();
    release({ann, bob, cat}, ":cat!u@h PART #a\r\n");
    reads(cat, ":cat!u@h PART #a\r\n");
    reads(ann, ":cat!u@h PART #a\r\n");
    auditor_.settle(Auditor::Weathered::yes);
    expect("O8");
}

TEST_F(AuditorTest, O8_a_message_to_somebody_who_has_left_is_noticed) {
    all_in_a_room();
    says({ann, bob, cat}, ":cat!u@h PART #a\r\n");
    writes(ann, "one");
    commit("ann", "one");
    says({bob, cat}, line_of("ann", "one"));
    expect("O8");
}

TEST_F(AuditorTest, O8_a_stranger_that_speaks_in_a_room_for_members_is_noticed) {
    all_in_a_room();
    open(LinkId::of(3, 1), "dan");
    writes(LinkId::of(3, 1), "hi");
    commit("dan", "hi");
    says({ann, bob, cat}, line_of("dan", "hi"));
    expect_clean();  // the room is open to strangers
    says({ann, bob, cat}, ":ann!u@h MODE #a +n\r\n");
    writes(LinkId::of(3, 1), "ho");
    commit("dan", "ho");
    says({ann, bob, cat}, line_of("dan", "ho"));
    expect("O8");
}

TEST_F(AuditorTest, O8_a_double_join_is_noticed) {
    all_in_a_room();
    says({ann, bob, cat}, ":cat!u@h JOIN #a\r\n");
    expect("O8");
}

TEST_F(AuditorTest, O8_a_quit_of_a_stranger_is_noticed) {
    all_in_a_room();
    says(bob, ":dan!u@h QUIT :bye\r\n");
    expect("O8");
}

TEST_F(AuditorTest, O9_two_owners_of_a_nick_are_noticed) {
    all_in_a_room();
    open(LinkId::of(3, 1), "ANN");
    expect("O9");
}

TEST_F(AuditorTest, O11_a_message_from_before_the_join_is_noticed) {
    open(ann, "ann");
    open(bob, "bob");
    open(cat, "cat");
    says(ann, ":ann!u@h JOIN #a\r\n");
    says({ann, bob}, ":bob!u@h JOIN #a\r\n");
    writes(ann, "secret");
    commit("ann", "secret");
    says({bob}, line_of("ann", "secret"));
    says({ann, bob, cat}, ":cat!u@h JOIN #a\r\n");
    says(cat, line_of("ann", "secret"));
    expect("O11");
}

TEST_F(AuditorTest, O11_a_private_message_that_nobody_wrote_is_noticed) {
    all_in_a_room();
    says(bob, ":ann!u@h PRIVMSG bob :psst\r\n");
    expect("O11");
}

TEST_F(AuditorTest, O14_a_malformed_line_is_noticed) {
    open(ann, "ann");
    says(ann, ":s.x 353 ann\r\n");
    expect("O14");
}

TEST_F(AuditorTest, O14_a_line_without_its_end_is_noticed) {
    open(ann, "ann");
    says(ann, "PING :x\n");
    expect("O14");
}

TEST_F(AuditorTest, O14_a_numeric_for_somebody_else_is_noticed) {
    all_in_a_room();
    says(ann, ":s.x 372 bob :- hello\r\n");
    expect("O14");
}

TEST_F(AuditorTest, O19_a_clock_that_goes_back_is_noticed) {
    open(ann, "ann");
    says(ann, "@time=2026-01-01T00:00:07.000Z :s.x 372 ann :- a\r\n");
    says(ann, "@time=2026-01-01T00:00:02.000Z :s.x 372 ann :- a log was ahead\r\n");
    says(ann, "@time=2026-01-01T00:00:07.000Z :s.x 372 ann :- c\r\n");
    EXPECT_TRUE(found().empty());
    says(ann, "@time=2026-01-01T00:00:01.999Z :s.x 372 ann :- d\r\n");
    expect("O19");
}

TEST_F(AuditorTest, O19_a_message_id_that_is_given_twice_is_noticed) {
    all_in_a_room();
    writes(ann, "one");
    writes(ann, "two");
    commit("ann", "one");
    seq_ = 0;
    commit("ann", "two");
    expect("O19");
}

TEST_F(AuditorTest, lines_cut_anywhere_are_read_whole) {
    open(ann, "ann");
    release({ann}, ":ann!u@h NICK ada\r\n");
    for (const char c : std::string{":ann!u@h NICK ada\r\n:s.x 372 ada :- hi\r\n"}) {
        reads(ann, std::string(1, c));
    }
    expect_clean();
    reads(ann, ":s.x 372 ann :- hi\r\n");
    expect("O14");
}

TEST_F(AuditorTest, a_violation_names_its_event_and_both_causes) {
    all_in_a_room();
    writes(ann, "one");
    commit("ann", "one");
    says({bob}, line_of("ann", "one"));
    auditor_.settle(Auditor::Weathered::yes);
    ASSERT_FALSE(found().empty());
    const std::string text = to_text(found().front());
    EXPECT_NE(text.find("O6 violated, event "), std::string::npos) << text;
    EXPECT_NE(text.find("cat: a message of #a is missing"), std::string::npos) << text;
    EXPECT_NE(text.find("submitted as entry 0"), std::string::npos) << text;
}

}  // namespace
}  // namespace brusio::sim
