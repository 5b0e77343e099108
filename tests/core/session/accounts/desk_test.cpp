#include "core/session/accounts/desk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using session::DeskAnswer;
using session::DeskRequest;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing_support::BenchClient;
using testing_support::EngineBench;
using testing_support::over_tls;
using Verb = DeskRequest::Verb;
using Status = DeskAnswer::Status;

class Desk : public testing::Test {
 protected:
    DeskAnswer ask(DeskRequest request) {
        request.ticket = ++tickets;
        request.doer = "root@control";
        bench.engine().handle_desk(request, bench.now());
        bench.settle();
        const std::vector<DeskAnswer> answers = bench.take_desk_answers();
        EXPECT_EQ(answers.at(0).ticket, tickets);
        return answers.at(0);
    }
    /// What was said; a refusal too.
    std::string say(Verb verb, const std::string& account, const std::string& reason = {}) {
        DeskRequest request;
        request.verb = verb;
        request.account = account;
        request.reason = reason;
        return ask(request).lines.at(0);
    }
    DeskRequest new_password(Verb verb, const std::string& account, const std::string& word) {
        DeskRequest request;
        request.verb = verb;
        request.account = account;
        request.password = word;
        return request;
    }
    DeskAnswer ask_with_password(DeskRequest request) {
        const DeskAnswer first = ask(request);
        if (first.status != Status::wants_credentials) return first;
        EXPECT_EQ(first.scram_iterations, bench.engine().config().accounts.scram_iterations);
        request.credentials = Credentials{"hash-of-" + request.password, {}};
        return ask(request);
    }
    /// The entries of the audit among the writes since the last call, as "actor action subject".
    std::vector<std::string> audit() {
        std::vector<std::string> entries;
        for (const Write& write : bench.take_writes()) {
            const auto* entry = std::get_if<AppendAudit>(&write);
            if (entry == nullptr) continue;
            entries.push_back(entry->entry.actor + " " + entry->entry.action + " " +
                              entry->entry.subject + " " + entry->entry.detail);
        }
        return entries;
    }

    EngineBench bench;
    std::uint64_t tickets = 0;
};

constexpr const char* sasl_caps = "sasl";

TEST_F(Desk, makes_an_account_also_where_nobody_may_register) {
    session::ServerConfig config = EngineBench::default_config();
    config.accounts.registration = false;
    bench.engine().handle_reload(config, bench.now());
    bench.settle();
    DeskRequest request = new_password(Verb::add, "alice", "secret-word");
    request.email = "alice@example.org";
    EXPECT_THAT(ask_with_password(request).lines, ElementsAre("the account alice is there now"));
    EXPECT_THAT(audit(), ElementsAre("root@control account_add alice "));
    EXPECT_THAT(bench.take_events(),
                Contains(testing::Field(&HostEvent::kind, HostEventKind::account_made)));
    bench.log_in("alice", sasl_caps);
    EXPECT_THAT(ask({0, Verb::info, {}, "ALICE", {}, {}, {}, {}, {}}).lines,
                testing::AllOf(Contains(HasSubstr("alice@example.org")),
                               Contains("stays       yes, as configured"),
                               Contains(HasSubstr("sessions    1"))));
    bench.log_in("alice", sasl_caps).send("PERSISTENCE SET OFF");
    EXPECT_THAT(ask({0, Verb::info, {}, "ALICE", {}, {}, {}, {}, {}}).lines,
                Contains("stays       no, by its choice"));
    bench.log_in("alice", sasl_caps).send("PERSISTENCE SET DEFAULT");
    EXPECT_THAT(ask({}).lines, ElementsAre("alice on line (3)", "1 accounts"));
}

TEST_F(Desk, holds_to_the_rules_of_the_chat) {
    ask_with_password(new_password(Verb::add, "alice", "secret-word"));
    audit();
    const auto refusal = [this](const DeskRequest& request) {
        const DeskAnswer answer = ask_with_password(request);
        EXPECT_EQ(answer.status, Status::refused);
        return answer.lines.at(0);
    };
    EXPECT_THAT(refusal(new_password(Verb::add, "Alice", "secret-word")), HasSubstr("is taken"));
    EXPECT_THAT(refusal(new_password(Verb::add, "a b", "secret-word")), HasSubstr("cannot be"));
    EXPECT_THAT(refusal(new_password(Verb::add, "NickServ", "secret-word")), HasSubstr("server"));
    EXPECT_THAT(refusal(new_password(Verb::add, "bob", "short")), HasSubstr("at least 8"));
    EXPECT_THAT(refusal(new_password(Verb::password, "alice", "alice")), HasSubstr("at least 8"));
    EXPECT_THAT(refusal(new_password(Verb::password, "nobody", "secret-word")),
                HasSubstr("no such account"));
    DeskRequest mail = new_password(Verb::add, "bob", "secret-word");
    for (const char* email : {"bob", "a@b\r\nBcc: c@d", "@", "a @b"}) {
        mail.email = email;
        EXPECT_THAT(refusal(mail), HasSubstr("no e-mail address")) << email;
    }
    EXPECT_THAT(say(Verb::suspend, "alice", "line\r\nQUIT"), HasSubstr("plain text"));
    EXPECT_THAT(say(Verb::suspend, "alice", std::string(400, 'x')), HasSubstr("300 bytes"));
    bench.engine().handle_store_health(StoreHealth::full, bench.now());
    EXPECT_THAT(say(Verb::suspend, "alice"), HasSubstr("nothing can be stored"));
    EXPECT_THAT(bench.take_writes(), IsEmpty());
}

TEST_F(Desk, a_new_password_takes_the_place_of_the_old) {
    ask_with_password(new_password(Verb::add, "alice", "another-word"));
    audit();
    ask_with_password(new_password(Verb::password, "alice", "secret-word"));
    EXPECT_THAT(audit(), ElementsAre("root@control account_password alice "));
    bench.log_in("alice", sasl_caps);
}

TEST_F(Desk, suspends_for_a_while) {
    bench.connect("alice", {}, over_tls()).send("REGISTER * * secret-word");
    DeskRequest request;
    request.verb = Verb::suspend;
    request.account = "alice";
    request.duration = "soon";
    EXPECT_THAT(ask(request).lines, ElementsAre("a duration is written like 90m or 1d12h"));
    request.duration = "90m";
    EXPECT_THAT(ask(request).lines,
                ElementsAre("alice is suspended until 2024-01-01T01:30:00.000Z: nobody logs in to "
                            "it"));
    bench.advance(std::chrono::minutes{91});
    EXPECT_THAT(say(Verb::resume, "alice"), HasSubstr("not suspended"));
}

TEST_F(Desk, suspends_with_the_reason_and_takes_it_back) {
    ask_with_password(new_password(Verb::add, "alice", "secret-word"));
    BenchClient& alice = bench.log_in("alice", sasl_caps);
    BenchClient& phone = bench.log_in("alice", sasl_caps);
    alice.send("JOIN #a");
    BenchClient& bob = bench.connect("bob");
    bob.send("JOIN #a");
    bench.forget_all();
    audit();
    EXPECT_THAT(say(Verb::suspend, "alice", "too loud"), HasSubstr("is suspended"));
    for (BenchClient* client : {&alice, &phone}) {
        EXPECT_THAT(client->take(), Contains(HasSubstr("ERROR :")));
        EXPECT_TRUE(client->closed());
    }
    EXPECT_THAT(audit(), ElementsAre("root@control account_suspend alice too loud"));
    EXPECT_THAT(say(Verb::suspend, "alice"), HasSubstr("already"));
    BenchClient& again = bench.open(over_tls());
    again.send("CAP REQ :sasl");
    again.send("AUTHENTICATE PLAIN");
    EXPECT_THAT(again.ask("AUTHENTICATE AGFsaWNlAHNlY3JldC13b3Jk"), Contains(HasSubstr(" 904 ")));
    EXPECT_THAT(say(Verb::resume, "alice"), HasSubstr("may be used again"));
    EXPECT_THAT(audit(), ElementsAre("root@control account_resume alice "));
    EXPECT_THAT(say(Verb::resume, "alice"), HasSubstr("not suspended"));
    EXPECT_THAT(bench.log_in("alice", sasl_caps).ask("NAMES #a"), Contains(HasSubstr("alice")));
}

TEST_F(Desk, deletes_an_account_and_ends_its_sessions_with_the_reason) {
    ask_with_password(new_password(Verb::add, "alice", "secret-word"));
    BenchClient& alice = bench.log_in("alice", sasl_caps);
    BenchClient& halfway = bench.open(over_tls());
    halfway.send("CAP REQ :sasl");
    halfway.send("AUTHENTICATE PLAIN");
    halfway.send("AUTHENTICATE AGFsaWNlAHNlY3JldC13b3Jk");
    alice.send("JOIN #a");
    bench.forget_all();
    audit();
    EXPECT_EQ(say(Verb::remove, "alice", "left the school"), "the account alice is gone");
    EXPECT_THAT(alice.take(), Contains(HasSubstr("Your account was deleted: left the school")));
    EXPECT_TRUE(alice.closed());
    EXPECT_TRUE(halfway.closed());
    EXPECT_THAT(audit(), ElementsAre("root@control account_delete alice left the school"));
    EXPECT_THAT(say(Verb::info, "alice"), HasSubstr("no such account"));
    BenchClient& guest = bench.connect("alice");
    EXPECT_THAT(guest.ask("WHOIS alice"), testing::Not(Contains(HasSubstr(" 330 "))));
}

TEST_F(Desk, lists_the_certificates_of_an_account) {
    ask_with_password(new_password(Verb::add, "alice", "secret-word"));
    EXPECT_EQ(say(Verb::certs, "alice"), "0 certificates log into alice");
}

}  // namespace
}  // namespace brusio
