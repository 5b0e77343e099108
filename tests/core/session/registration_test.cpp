#include "core/session/registration.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <utility>

namespace brusio::session {
namespace {

using In = RegistrationInput;
using Act = RegistrationAction;

/// Every pair that does something; all others stay where they are.
const std::map<std::pair<Phase, In>, std::pair<Phase, Act>> moves = {
    {{Phase::waiting, In::cap_opened}, {Phase::negotiating, Act::none}},
    {{Phase::waiting, In::cap_ended_complete}, {Phase::waiting, Act::try_welcome}},
    {{Phase::waiting, In::identity_complete}, {Phase::waiting, Act::try_welcome}},
    {{Phase::waiting, In::nick_taken}, {Phase::waiting, Act::ask_other_nick}},
    {{Phase::waiting, In::password_asked}, {Phase::checking, Act::none}},
    {{Phase::waiting, In::password_right}, {Phase::registered, Act::welcome}},
    {{Phase::waiting, In::password_wrong}, {Phase::closed, Act::refuse_password}},
    {{Phase::waiting, In::deadline}, {Phase::closed, Act::refuse_timeout}},
    {{Phase::waiting, In::link_closed}, {Phase::closed, Act::forget}},
    {{Phase::negotiating, In::cap_ended_incomplete}, {Phase::waiting, Act::none}},
    {{Phase::negotiating, In::cap_ended_complete}, {Phase::waiting, Act::try_welcome}},
    {{Phase::negotiating, In::nick_taken}, {Phase::negotiating, Act::ask_other_nick}},
    {{Phase::negotiating, In::password_wrong}, {Phase::closed, Act::refuse_password}},
    {{Phase::negotiating, In::deadline}, {Phase::closed, Act::refuse_timeout}},
    {{Phase::negotiating, In::link_closed}, {Phase::closed, Act::forget}},
    {{Phase::checking, In::nick_taken}, {Phase::waiting, Act::ask_other_nick}},
    {{Phase::checking, In::password_right}, {Phase::registered, Act::welcome}},
    {{Phase::checking, In::password_wrong}, {Phase::closed, Act::refuse_password}},
    {{Phase::checking, In::deadline}, {Phase::closed, Act::refuse_timeout}},
    {{Phase::checking, In::link_closed}, {Phase::closed, Act::forget}},
    {{Phase::registered, In::link_closed}, {Phase::closed, Act::forget}},
};

class EveryPair : public testing::TestWithParam<std::tuple<int, int>> {};

TEST_P(EveryPair, goes_where_the_specification_says) {
    const auto phase = static_cast<Phase>(std::get<0>(GetParam()));
    const auto input = static_cast<In>(std::get<1>(GetParam()));
    const auto found = moves.find({phase, input});
    const auto expected = found == moves.end() ? std::pair{phase, Act::none} : found->second;
    const Transition got = transition(phase, input);
    EXPECT_EQ(name_of(got.next), name_of(expected.first));
    EXPECT_EQ(name_of(got.action), name_of(expected.second));
}

INSTANTIATE_TEST_SUITE_P(
    Registration, EveryPair,
    testing::Combine(testing::Range(0, static_cast<int>(phase_count)),
                     testing::Range(0, static_cast<int>(registration_input_count))),
    [](const auto& pair) {
        return std::string{name_of(static_cast<Phase>(std::get<0>(pair.param)))} + "_" +
               std::string{name_of(static_cast<In>(std::get<1>(pair.param)))};
    });

TEST(Registration, nothing_leads_out_of_closed) {
    for (std::size_t input = 0; input < registration_input_count; ++input) {
        EXPECT_EQ(transition(Phase::closed, static_cast<In>(input)).next, Phase::closed);
    }
}

}  // namespace
}  // namespace brusio::session
