#include "qml-client/people/partner_presence.h"

#include <gtest/gtest.h>

#include <QtTest/QSignalSpy>

#include "tests/qml-client/support/chat_world.h"

namespace brusio::ui {
namespace {

TEST(PartnerPresence, is_known_from_the_rooms_in_common) {
    test::ChatWorld world;
    world.enter("me");
    PartnerPresence partner;
    partner.set_chat(&world.chat);
    EXPECT_EQ(partner.words(), "") << "a room is nobody";
    world.chat.openPerson("Ada");
    EXPECT_EQ(partner.words(), "Here");
    QSignalSpy changed(&partner, &PartnerPresence::wordsChanged);
    world.link.say({":ada!u@h AWAY :lunch"});
    EXPECT_EQ(partner.words(), "Away");
    EXPECT_GE(changed.count(), 1);
    world.link.say({":ada!u@h AWAY"});
    EXPECT_EQ(partner.words(), "Here");
    world.link.say({":ada!u@h PART #garden"});
    EXPECT_EQ(partner.words(), "") << "nothing is claimed of who cannot be seen";
}

TEST(PartnerPresence, is_not_known_without_a_connection) {
    test::ChatWorld world;
    world.enter("me");
    PartnerPresence partner;
    partner.set_chat(&world.chat);
    world.chat.openPerson("ada");
    EXPECT_EQ(partner.words(), "Here");
    world.link.drop(client::DisconnectCause::reset);
    EXPECT_EQ(partner.words(), "");
}

}  // namespace
}  // namespace brusio::ui
