// What others learn of an address, through every command that shows a host.
#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "tests/support/engine_bench.h"

namespace brusio::session {
namespace {

using ::testing::Contains;
using ::testing::Each;
using ::testing::HasSubstr;
using ::testing::Not;
using testing_support::BenchClient;
using testing_support::EngineBench;
using testing_support::LinkOptions;

using Lines = std::vector<std::string>;

ServerConfig with_cloaks() {
    ServerConfig config = EngineBench::default_config();
    config.cloaks.enabled = true;
    return config;
}

LinkOptions at(std::string address) {
    LinkOptions options;
    options.address = std::move(address);
    return options;
}

/// The host in RPL_WHOISUSER of `nick`.
std::string host_of(BenchClient& asker, const std::string& nick) {
    for (const std::string& line : asker.ask("WHOIS " + nick)) {
        if (line.find(" 311 ") == std::string::npos) continue;
        const std::size_t begin = line.find('~');
        const std::size_t host = line.find(' ', begin) + 1;
        return line.substr(host, line.find(' ', host) - host);
    }
    return {};
}

class Cloaks : public ::testing::Test {
 protected:
    EngineBench bench_{with_cloaks()};
    BenchClient& ann_ = bench_.connect("ann", {}, at("203.0.113.9"));
    BenchClient& bob_ = bench_.connect("bob", "chghost userhost-in-names", at("198.51.100.7"));
};

TEST_F(Cloaks, nothing_that_others_may_ask_tells_the_address) {
    (void)ann_.ask("JOIN #a");
    (void)bob_.ask("JOIN #a");
    for (const std::string question :
         {"WHOIS ann", "WHOIS ann ann", "WHO ann", "WHO #a", "WHO #a %tcuihsnfdlaor,7", "NAMES #a",
          "USERHOST ann", "WHO 203.0.113.*", "WHO 203.0.113.0/24"}) {
        EXPECT_THAT(bob_.ask(question), Each(Not(HasSubstr("203.0.113.9")))) << question;
    }
    ann_.send("TOPIC #a :words");
    ann_.send("MODE #a +b eve");
    ann_.send("PRIVMSG #a :hello");
    ann_.send("NICK other");
    ann_.send("QUIT :bye");
    EXPECT_THAT(bob_.take(), Each(Not(HasSubstr("203.0.113.9"))));
    for (const std::string question : {"TOPIC #a", "MODE #a +b", "WHOWAS ann", "WHOWAS other"}) {
        const Lines lines = bob_.ask(question);
        EXPECT_FALSE(lines.empty());
        EXPECT_THAT(lines, Each(Not(HasSubstr("203.0.113.9")))) << question;
    }
}

TEST_F(Cloaks, who_has_one_is_told_at_the_welcome) {
    BenchClient& eve = bench_.open(at("203.0.113.77"));
    eve.send("NICK eve");
    eve.send("USER eve 0 * :Eve");
    const Lines welcome = eve.take();
    EXPECT_THAT(welcome, Contains(":irc.example 396 eve " + host_of(bob_, "eve") +
                                  " :is now your visible host"));
}

TEST_F(Cloaks, the_person_and_operators_see_the_address) {
    EXPECT_THAT(ann_.ask("WHOIS ann"),
                Contains(":irc.example 378 ann ann :is connecting from *@203.0.113.9 203.0.113.9"));
    bench_.make_operator(bob_);
    EXPECT_THAT(bob_.ask("WHOIS ann"),
                Contains(":irc.example 378 bob ann :is connecting from *@203.0.113.9 203.0.113.9"));
    EXPECT_THAT(bob_.ask("WHO ann %i"), Contains(":irc.example 354 bob 203.0.113.9"));
    for (const std::string mask : {"203.0.113.*", "203.0.113.0/24"}) {
        EXPECT_THAT(bob_.ask("WHO " + mask + " %n"), Contains(":irc.example 354 bob ann")) << mask;
    }
    ann_.send("QUIT");
    EXPECT_THAT(bob_.ask("WHOWAS ann"),
                Contains(HasSubstr("378 bob ann :was connecting from *@203.0.113.9")));
}

TEST_F(Cloaks, a_ban_on_the_cloak_or_its_network_holds) {
    (void)ann_.ask("JOIN #a");
    const std::string host = host_of(ann_, "bob");
    BenchClient& near = bench_.connect("near", {}, at("198.51.100.8"));
    BenchClient& far = bench_.connect("far", {}, at("192.0.2.4"));
    (void)ann_.ask("MODE #a +b *!*@" + host);
    EXPECT_THAT(bob_.ask("JOIN #a"), Contains(HasSubstr(" 474 ")));
    EXPECT_THAT(near.ask("JOIN #a"), Not(Contains(HasSubstr(" 474 "))));
    (void)near.ask("PART #a");
    (void)ann_.ask("MODE #a +b *!*@*" + host.substr(host.find('.')));
    EXPECT_THAT(near.ask("JOIN #a"), Contains(HasSubstr(" 474 ")));
    EXPECT_THAT(far.ask("JOIN #a"), Not(Contains(HasSubstr(" 474 "))));
}

// Else whoever may ban finds an address by halving networks.
TEST_F(Cloaks, a_ban_on_the_hidden_address_tells_nothing) {
    (void)ann_.ask("JOIN #a");
    for (const std::string mask : {"198.51.100.7", "198.51.*", "198.51.100.0/24", "0.0.0.0/0"}) {
        (void)ann_.ask("MODE #a +b *!*@" + mask);
    }
    EXPECT_THAT(bob_.ask("JOIN #a"), Not(Contains(HasSubstr(" 474 "))));
}

TEST_F(Cloaks, an_operators_mask_may_name_the_real_address) {
    ServerConfig config = with_cloaks();
    config.operators = {{"text", "hash-of-secret", "*!*@203.0.113.9"},
                        {"net", "hash-of-secret", "*!*@203.0.113.0/24"},
                        {"other", "hash-of-secret", "*!*@198.51.100.0/24"}};
    EngineBench bench{config};
    BenchClient& ann = bench.connect("ann", {}, at("203.0.113.9"));
    EXPECT_THAT(ann.ask("OPER other secret"), Contains(HasSubstr(" 464 ")));
    EXPECT_THAT(ann.ask("OPER net secret"), Contains(HasSubstr(" 381 ")));
    EXPECT_THAT(ann.ask("OPER text secret"), Contains(HasSubstr(" 381 ")));
}

TEST_F(Cloaks, coming_back_from_elsewhere_tells_the_other_cloak) {
    LinkOptions home = at("203.0.113.9");
    home.secure = true;
    BenchClient& dot = bench_.connect("dot", {}, testing_support::over_tls());
    (void)dot.ask("REGISTER * * secret-word");
    (void)dot.ask("JOIN #a");
    (void)bob_.ask("JOIN #a");
    const std::string before = host_of(bob_, "dot");
    dot.hang_up();
    bench_.forget_all();
    BenchClient& again = bench_.open(home);
    again.send("PASS dot:secret-word");
    again.send("NICK dot");
    again.send("USER dot 0 * :Dot");
    const std::string after = host_of(bob_, "dot");
    EXPECT_NE(after, before);
    EXPECT_THAT(after, Not(HasSubstr("203.0.113.9")));
}

// Messages of the time before cloaks hold the sender's address.
TEST(OldAddresses, are_hidden_when_they_are_read) {
    EngineBench before;
    BenchClient& ann = before.connect("ann", {}, testing_support::over_tls());
    (void)ann.ask("REGISTER * * secret-word");
    (void)ann.ask("JOIN #a");
    (void)ann.ask("TOPIC #a :words");
    (void)ann.ask("MODE #a +b eve");
    (void)ann.ask("PRIVMSG #a :hello");
    before.engine().handle_reload(with_cloaks(), before.now());
    EngineBench after{EngineBench::After{before}};
    BenchClient& again = after.log_in("ann", "draft/chathistory batch message-tags");
    const Lines history = again.ask("CHATHISTORY LATEST #a * 10");
    EXPECT_THAT(history, Contains(HasSubstr("hello")));
    EXPECT_THAT(history, Each(Not(HasSubstr("192.0.2.1"))));
    for (const std::string question : {"TOPIC #a", "MODE #a +b"}) {
        EXPECT_THAT(again.ask(question), Each(Not(HasSubstr("192.0.2.1")))) << question;
    }
}

}  // namespace
}  // namespace brusio::session
