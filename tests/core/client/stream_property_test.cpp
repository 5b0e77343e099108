// What must hold for any bytes: how they are cut does not matter, and nonsense does no harm.

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "tests/core/client/scripted_server.h"

namespace brusio::client::test {
namespace {

// A session that touches every family of handlers.
std::string whole_session() {
    const std::vector<std::string_view> lines{
        ":srv.test CAP * LS :message-tags server-time batch labeled-response echo-message "
        "multi-prefix away-notify",
        ":srv.test CAP * ACK :message-tags server-time batch labeled-response echo-message "
        "multi-prefix away-notify",
        ":srv.test 001 ada :Welcome",
        ":srv.test 005 ada CASEMAPPING=ascii PREFIX=(ov)@+ CHANTYPES=# WHOX :are supported",
        ":srv.test 372 ada :- hello",
        ":srv.test 376 ada :End",
        ":ada!u@h JOIN #qt",
        ":srv.test 332 ada #qt :topic",
        ":srv.test 353 ada = #qt :ada @bob +carla",
        ":srv.test 366 ada #qt :End",
        "@time=2026-01-02T03:04:05.006Z;msgid=1 :bob!b@h PRIVMSG #qt :ada: caff\xC3\xA8?",
        "@+typing=active :carla!c@h TAGMSG #qt",
        ":carla!c@h PRIVMSG ada :\x01"
        "ACTION waves\x01",
        ":srv.test BATCH +s netsplit a b",
        "@batch=s :carla!c@h QUIT :a b",
        ":srv.test BATCH -s",
        ":bob!b@h MODE #qt +o ada",
        ":bob!b@h NICK rob",
        ":rob!b@h KICK #qt ada :enough",
        ":srv.test 404 ada #qt :Cannot send",
        ":srv.test FAIL JOIN NO_SUCH #x :No",
        "PING :token",
        "ERROR :bye"};
    std::string bytes;
    for (const std::string_view line : lines) {
        bytes += line;
        bytes += "\r\n";
    }
    return bytes;
}

struct Seen {
    std::vector<std::string> sent;
    std::vector<std::string> events;
    bool operator==(const Seen&) const = default;
};

Seen feed(const std::vector<std::string>& pieces) {
    ScriptedServer server;
    ClientConfig config = ScriptedServer::config();
    config.rooms = {{"#qt", ""}};
    server.dial(config);
    for (const std::string& piece : pieces) {
        server.client.handle_bytes(piece, server.now());
        server.collect();
    }
    server.breaks();
    Seen seen{server.sent, {}};
    for (const ClientEvent& event : server.events) seen.events.push_back(describe(event));
    return seen;
}

RC_GTEST_PROP(Stream, however_the_bytes_are_cut_the_events_are_the_same, ()) {
    static const std::string bytes = whole_session();
    static const Seen expected = feed({bytes});
    RC_ASSERT(expected.events.size() > 30U);
    std::vector<std::string> pieces;
    for (std::size_t at = 0; at < bytes.size();) {
        const auto size = *rc::gen::inRange<std::size_t>(1, 60);
        pieces.push_back(bytes.substr(at, size));
        at += size;
    }
    RC_ASSERT(feed(pieces) == expected);
}

TEST(Stream, byte_by_byte_is_the_same_as_at_once) {
    const std::string bytes = whole_session();
    std::vector<std::string> pieces;
    for (const char byte : bytes) pieces.emplace_back(1, byte);
    EXPECT_EQ(feed(pieces), feed({bytes}));
}

const std::vector<std::string> words{"ada",
                                     "bob",
                                     "carla",
                                     "#qt",
                                     "#b",
                                     "&c",
                                     "@#qt",
                                     "*",
                                     "",
                                     "x",
                                     "+o-v",
                                     "+ovk",
                                     "711",
                                     "0",
                                     "-1",
                                     "99999999999999999999",
                                     ":",
                                     "a b c",
                                     "@ada +bob carla!c@h",
                                     "+s",
                                     "-s",
                                     "+t",
                                     "-t",
                                     "netsplit",
                                     "netjoin",
                                     "chathistory",
                                     "labeled-response",
                                     "LS",
                                     "ACK",
                                     "NAK",
                                     "NEW",
                                     "DEL",
                                     "message-tags batch labeled-response echo-message away-notify",
                                     "PREFIX=(qov)~@+",
                                     "PREFIX=",
                                     "PREFIX=(ov)@",
                                     "CASEMAPPING=rfc1459",
                                     "CASEMAPPING=ascii",
                                     "CHANTYPES=",
                                     "CHANTYPES=#",
                                     "CHANMODES=,,,",
                                     "-PREFIX",
                                     "NICKLEN=100000",
                                     "\x01"
                                     "ACTION hi\x01",
                                     "\x01VERSION\x01",
                                     "\x01",
                                     "hello ada",
                                     "sasl=PLAIN draft/account-registration=before-connect",
                                     "sasl draft/account-registration",
                                     "SUCCESS",
                                     "REGISTER",
                                     "VERIFICATION_REQUIRED",
                                     "caff\xE8",
                                     "chathistory",
                                     "msgid=1",
                                     "STATUSMSG=@",
                                     "timestamp=2026-01-02T03:04:05.006Z",
                                     "draft/multiline",
                                     "batch draft/multiline=max-bytes=9,max-lines=2"};

const std::vector<std::string> commands{
    "PRIVMSG",      "NOTICE", "TAGMSG", "JOIN",  "PART",    "QUIT",    "KICK",    "NICK",
    "MODE",         "TOPIC",  "INVITE", "AWAY",  "ACCOUNT", "CHGHOST", "SETNAME", "BATCH",
    "CAP",          "PING",   "PONG",   "ERROR", "FAIL",    "WARN",    "NOTE",    "ACK",
    "001",          "005",    "301",    "311",   "315",     "317",     "318",     "319",
    "322",          "323",    "331",    "332",   "333",     "341",     "352",     "353",
    "354",          "366",    "376",    "401",   "403",     "404",     "421",     "432",
    "433",          "437",    "464",    "473",   "482",     "999",     "privmsg", "BLAH",
    "AUTHENTICATE", "900",    "901",    "903",   "904",     "907",     "908",     "REGISTER",
    "MARKREAD",     "RENAME", "REDACT"};

const std::vector<std::string> tags{"",
                                    "@label=b1 ",
                                    "@label=b2 ",
                                    "@batch=s ",
                                    "@batch=t ",
                                    "@batch=t;draft/multiline-concat ",
                                    "@msgid=1 ",
                                    "@msgid=2 ",
                                    "@batch=s;msgid=1 ",
                                    "@+typing=active ",
                                    "@+typing=paused ",
                                    "@time=never ",
                                    "@time=2026-01-02T03:04:05.006Z ",
                                    "@account=x;;=;+ "};

const std::vector<std::string> sources{"",           ":ada!u@h ", ":bob!b@h ", ":carla!c@h ",
                                       ":srv.test ", ":! ",       ":@ ",       ":ADA!x@y "};

std::string random_line() {
    std::string line =
        *rc::gen::elementOf(tags) + *rc::gen::elementOf(sources) + *rc::gen::elementOf(commands);
    const auto count = *rc::gen::inRange(0, 9);
    for (int i = 0; i < count; ++i) {
        line += i + 1 == count && *rc::gen::arbitrary<bool>() ? " :" : " ";
        line += *rc::gen::elementOf(words);
    }
    return line + "\r\n";
}

// One thing that the user may do to what is there or not.
void act_on_messages(Client& client, Now now) {
    const std::string word = *rc::gen::elementOf(words);
    const auto any_row = MessageId{message_ids_from + *rc::gen::inRange<std::uint64_t>(0, 30) - 5};
    const auto any_conversation = ConversationId{*rc::gen::inRange<std::uint64_t>(0, 8)};
    switch (*rc::gen::inRange(0, 11)) {
        case 8:
        case 9:
            client.load_older(any_conversation, now);
            break;
        case 0:
            client.send_message(word, *rc::gen::elementOf(words), now);
            break;
        case 1:
            client.send_message("bob", "hello\nthere", now);
            break;
        case 2:
            client.send_message("#qt", "hello", now);
            break;
        case 3:
            client.send_message("ada", "note", now);
            break;
        case 4:
            client.send_action(word, "waves", now);
            break;
        case 5:
            client.retry(any_row, now);
            break;
        case 6:
            client.cancel(any_row, now);
            break;
        case 7:
            client.mark_read(any_conversation, any_row, now);
            break;
        default:
            client.close(any_conversation, now);
            break;
    }
}

void act_on_rooms(Client& client, Now now) {
    const std::string word = *rc::gen::elementOf(words);
    const std::string other = *rc::gen::elementOf(words);
    switch (*rc::gen::inRange(0, 10)) {
        case 9:
            client.register_account(word, other, Secret{"secret-word"}, now);
            break;
        case 0:
            client.send_typing(word, TypingState::active, now);
            break;
        case 1:
            client.join(word, other, now);
            break;
        case 2:
            client.join("#qt", "", now);
            break;
        case 3:
            client.part(word, other, now);
            break;
        case 4:
            client.set_nick(word, now);
            break;
        case 5:
            client.set_topic(word, other, now);
            break;
        case 6:
            client.set_mode(word, other, now);
            break;
        case 7:
            client.set_away(word, now);
            break;
        default:
            client.whois(word, now);
            break;
    }
}

// Whatever may happen besides a line of the server.
void act(ScriptedServer& server) {
    switch (*rc::gen::inRange(0, 8)) {
        case 0:
        case 1:
        case 2:
            act_on_messages(server.client, server.now());
            break;
        case 3:
        case 4:
            act_on_rooms(server.client, server.now());
            break;
        case 5:
            server.client.reconnect_now(server.now());
            break;
        case 6:
            server.client.handle_disconnected(DisconnectCause::reset, "reset", server.now());
            break;
        default:
            server.pass(std::chrono::seconds{*rc::gen::inRange(0, 40)});
            server.client.handle_connected(server.privacy, server.now());
            break;
    }
}

RC_GTEST_PROP(Stream, no_server_and_no_user_can_break_what_must_hold, ()) {
    ScriptedServer server{*rc::gen::arbitrary<std::uint64_t>()};
    ClientConfig config = ScriptedServer::config();
    config.nick_alternatives = {"ada_"};
    config.rooms = {{"#qt", ""}, {"#b", "key"}};
    config.protocol_log = ProtocolLog::on;
    config.limits.messages_per_conversation_max = 8;
    config.limits.conversations_max = 6;
    config.limits.open_batches_max = 3;
    config.limits.outbox_entries_max = 6;
    const bool keeps = *rc::gen::arbitrary<bool>();
    if (keeps) config.account = {"ada", Secret{"secret-word"}, AccountEntry::log_in, {}};
    if (keeps) config.device = "desk";
    std::string offer = "message-tags batch labeled-response echo-message";
    if (keeps) offer += " sasl=PLAIN draft/chathistory brusio/exactly-once";
    server.dial(config);
    server.says(":srv.test CAP * LS :" + offer);
    server.says(":srv.test CAP * ACK :" + server.sent_line("CAP REQ :").substr(9));
    server.says("AUTHENTICATE +");
    if (keeps) server.says(":srv.test 900 ada ada!u@host ada :In");
    if (keeps) server.says(":srv.test 903 ada :In");
    server.says(":srv.test 001 ada :Welcome");
    server.says(":srv.test 376 ada :End");
    const auto steps = *rc::gen::inRange(1, 120);
    for (int i = 0; i < steps; ++i) {
        if (*rc::gen::inRange(0, 3) == 0) {
            act(server);
        } else {
            server.client.handle_bytes(random_line(), server.now());
        }
        server.collect();  // checks the invariants and that only whole lines were sent
    }
    for (const std::string& line : server.sent) {
        RC_ASSERT(line.find_first_of(std::string_view{"\r\n\0", 3}) == std::string::npos);
        RC_ASSERT(!line.empty());
    }
}

RC_GTEST_PROP(Stream, no_server_can_break_a_log_in, ()) {
    ScriptedServer server{*rc::gen::arbitrary<std::uint64_t>()};
    ClientConfig config = ScriptedServer::config();
    const auto entry = *rc::gen::element(AccountEntry::log_in, AccountEntry::make_first);
    config.account = {"ada", Secret{"secret-word"}, entry, {}};
    config.protocol_log = ProtocolLog::on;
    server.dial(config);
    const std::vector<std::string> lines{
        "AUTHENTICATE +", "900 ada m ada :In",          "903 ada :In",
        "904 ada :Wrong", "REGISTER SUCCESS ada :Made", "001 ada :Welcome",
        "376 ada :End"};
    const auto steps = *rc::gen::inRange(1, 60);
    for (int i = 0; i < steps; ++i) {
        switch (*rc::gen::inRange(0, 8)) {
            case 0:
                server.breaks();
                server.pass(std::chrono::seconds{31});
                server.accept();
                break;
            case 1:
                server.says(":s CAP * LS :sasl=PLAIN draft/account-registration=before-connect");
                server.says(":s CAP * ACK :sasl draft/account-registration");
                break;
            case 2:
                server.client.handle_bytes(random_line(), server.now());
                break;
            default:
                server.says(":s " + *rc::gen::elementOf(lines));
        }
        server.collect();
    }
    for (const ClientEvent& event : server.events) {
        RC_ASSERT(describe(event).find("secret-word") == std::string::npos);
    }
}

RC_GTEST_PROP(Stream, bytes_without_any_sense_do_no_harm, (const std::string& bytes)) {
    ScriptedServer server;
    server.dial(ScriptedServer::config());
    server.client.handle_bytes(bytes, server.now());
    server.collect();
    server.client.handle_bytes("\r\n:srv.test 001 ada :Welcome\r\n", server.now());
    server.collect();
    server.pass(std::chrono::seconds{6});
    RC_ASSERT(server.client.phase() == Phase::online);
}

/// A room where the client talks over a link that breaks, to a server that echoes or does not.
struct Talk {
    ScriptedServer server;
    std::string_view capabilities;
    std::vector<MessageId> said;
    std::size_t answered = 0;  // lines of `sent` that the server has dealt with

    void say() {
        const std::string text = "text" + std::to_string(said.size());
        const auto made = server.client.send_message("#qt", text, server.now());
        said.insert(said.end(), made.begin(), made.end());
        server.collect();
    }
    void answer_one() {
        if (answered == server.sent.size() || server.client.phase() != Phase::online) return;
        const std::string line = server.sent[answered++];
        const auto space = line.find(' ');
        if (!line.starts_with("@label=")) return;
        server.says(line.substr(0, space) + " :ada!user@host" + line.substr(space));
    }
    void cut() {
        server.breaks();
        answered = server.sent.size();
    }
    void come_back() {
        server.pass(std::chrono::seconds{2});
        if (server.client.phase() != Phase::connecting) return;
        server.accept();
        server.welcome(capabilities);
        server.says(":ada!user@host JOIN #qt");
    }
    [[nodiscard]] std::size_t times_written(std::string_view text) const {
        std::size_t written = 0;
        for (const std::string& line : server.sent) {
            if (line.ends_with(text) && line.find("PRIVMSG #qt ") != std::string::npos) ++written;
        }
        return written;
    }
};

// However the link breaks: every message ends as sent, failed, or still queued, in its place; and
// none is written twice unless the user asks for it.
RC_GTEST_PROP(Stream, no_message_is_lost_silently_or_written_twice, ()) {
    Talk talk{ScriptedServer{*rc::gen::arbitrary<std::uint64_t>()}, {}, {}, 0};
    if (*rc::gen::arbitrary<bool>()) talk.capabilities = all_capabilities;
    talk.server.go_online(talk.capabilities);
    talk.server.let_in("#qt");
    const auto steps = *rc::gen::inRange(1, 80);
    for (int i = 0; i < steps; ++i) {
        switch (*rc::gen::inRange(0, 5)) {
            case 0:
                talk.say();
                break;
            case 1:
                talk.answer_one();
                break;
            case 2:
                talk.cut();
                break;
            case 3:
                talk.come_back();
                break;
            default:
                talk.server.pass(std::chrono::milliseconds{700});
                break;
        }
    }
    const auto& rows = talk.server.conversation("#qt").timeline.messages();
    RC_ASSERT(rows.size() == talk.said.size());
    for (std::size_t i = 0; i < talk.said.size(); ++i) {
        RC_ASSERT(rows[i]->id == talk.said[i]);
        RC_ASSERT(rows[i]->text == "text" + std::to_string(i));
        const bool unwritten = rows[i]->state == MessageState::queued;
        RC_ASSERT(talk.times_written(" " + rows[i]->text) == (unwritten ? 0U : 1U));
    }
}

}  // namespace
}  // namespace brusio::client::test
