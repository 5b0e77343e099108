// Addresses of IRC as other programs write them.
#include <gtest/gtest.h>

#include "qml-client/calls/irc_address.h"

namespace brusio::ui {
namespace {

struct Told {
    const char* text;
    const char* host;
    int port;
    bool tls;
    const char* target;
    bool is_person;
};

TEST(IrcAddress, is_read_in_all_its_forms) {
    for (const Told& told : {
             Told{"irc://chat.example", "chat.example", 6667, false, "", false},
             Told{"ircs://chat.example/", "chat.example", 6697, true, "", false},
             Told{"IRCS://Chat.Example:7000/garden", "chat.example", 7000, true, "#garden", false},
             Told{"irc://h/#garden", "h", 6667, false, "#garden", false},
             Told{"irc://h/%23garden", "h", 6667, false, "#garden", false},
             Told{"irc://h/&local", "h", 6667, false, "&local", false},
             Told{"irc://h/ada,isnick", "h", 6667, false, "ada", true},
             Told{"irc://h/garden,needkey?key=x", "h", 6667, false, "#garden", false},
             Told{"irc://nick:password@h/garden", "h", 6667, false, "#garden", false},
             Told{"irc://[::1]:7000/garden", "::1", 7000, false, "#garden", false},
             Told{"  irc://h/caff%C3%A8  ", "h", 6667, false, "#caffè", false},
         }) {
        const IrcAddress address = read_irc_address(told.text);
        ASSERT_TRUE(address.is_valid()) << told.text;
        EXPECT_EQ(address.server.host, told.host) << told.text;
        EXPECT_EQ(address.server.port, told.port) << told.text;
        EXPECT_EQ(address.server.tls, told.tls) << told.text;
        EXPECT_EQ(address.target, told.target) << told.text;
        EXPECT_EQ(address.is_person, told.is_person) << told.text;
    }
}

TEST(IrcAddress, is_nothing_else) {
    for (const char* text :
         {"", "chat.example", "http://chat.example", "irc://", "irc:///garden", "irc://h:0/a",
          "irc://h:99999", "irc://h/a%0D%0AQUIT", "irc://h/a%20b", "irc://h/a%00b",
          "irc://h/%E2%80%AEevil", "irc://h/:a", "irc://h/#a,isnick", "javascript:alert(1)"}) {
        EXPECT_FALSE(read_irc_address(text).is_valid()) << text;
    }
    EXPECT_FALSE(read_irc_address("irc://h/" + QString("x").repeated(2'000)).is_valid());
}

}  // namespace
}  // namespace brusio::ui
