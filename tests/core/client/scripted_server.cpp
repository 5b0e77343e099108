#include "tests/core/client/scripted_server.h"

#include <gtest/gtest.h>

#include <utility>

namespace brusio::client::test {

ClientConfig ScriptedServer::config(std::string nick) {
    ClientConfig config;
    config.server = "irc://test";
    config.nick = std::move(nick);
    config.username = "user";
    config.realname = "A Person";
    return config;
}

Now ScriptedServer::now() const {
    return Now{MonoTime{clock_}, WallTime{clock_ / std::chrono::milliseconds{1}}};
}

void ScriptedServer::dial(const ClientConfig& config) {
    client.connect(config, now());
    collect();
    accept();
}

void ScriptedServer::accept() {
    client.handle_connected(privacy, now());
    collect();
}

void ScriptedServer::says(std::string_view line) {
    client.handle_bytes(std::string(line) + "\r\n", now());
    collect();
}

void ScriptedServer::says_all(const std::vector<std::string_view>& lines) {
    for (const std::string_view line : lines) says(line);
}

void ScriptedServer::welcome(std::string_view capabilities) {
    if (!capabilities.empty()) {
        says(":srv.test CAP * LS :" + std::string(capabilities));
        const std::string asked = sent_line("CAP REQ :");
        if (!asked.empty()) says(":srv.test CAP * ACK :" + asked.substr(9));
    }
    const std::string nick = client.nick();
    says(":srv.test 001 " + nick + " :Welcome");
    says(":srv.test 005 " + nick +
         " CASEMAPPING=ascii CHANTYPES=# PREFIX=(ohv)@%+ STATUSMSG=@%+ NICKLEN=30 "
         "CHANMODES=beI,k,l,imnst WHOX :are supported by this server");
    says(":srv.test 422 " + nick + " :No MOTD");
}

void ScriptedServer::go_online(std::string_view capabilities, const ClientConfig& config) {
    dial(config);
    welcome(capabilities);
    ASSERT_EQ(client.phase(), Phase::online);
    forget();
}

void ScriptedServer::let_in(std::string_view room, std::string_view names) {
    const std::string name(room);
    const std::string nick = client.nick();
    client.join(room, "", now());
    collect();
    says(":" + nick + "!user@host JOIN " + name);
    says(":srv.test 353 " + nick + " = " + name + " :" + std::string(names));
    says(":srv.test 366 " + nick + " " + name + " :End");
}

void ScriptedServer::breaks(DisconnectCause cause) {
    client.handle_disconnected(cause, "broken", now());
    collect();
}

int ScriptedServer::pass(Duration time) {
    const Duration end = clock_ + time;
    int calls = 0;
    while (true) {
        const auto due = client.next_deadline();
        if (!due || due->since_origin > end) break;
        EXPECT_LT(calls, 10'000) << "the client asks to be woken without end";
        if (calls >= 10'000) break;
        clock_ = std::max(clock_, due->since_origin);
        client.handle_deadline(now());
        collect();
        ++calls;
    }
    clock_ = end;
    return calls;
}

void ScriptedServer::collect() {
    auto writes = client.take_writes();
    if (store != nullptr && !writes.empty()) feeder.feed(*store, std::move(writes));
    for (ClientOutput& output : client.take_output()) {
        const auto* question = std::get_if<ReadRows>(&output);
        if (question != nullptr && store != nullptr) client.handle_stored(store->read(*question));
        if (std::holds_alternative<OpenConnection>(output)) ++opened;
        if (std::holds_alternative<CloseConnection>(output)) ++closed;
        const auto* bytes = std::get_if<SendBytes>(&output);
        if (bytes == nullptr) continue;
        std::string_view rest = bytes->bytes;
        for (std::size_t end = rest.find("\r\n"); end != std::string_view::npos;
             end = rest.find("\r\n")) {
            sent.emplace_back(rest.substr(0, end));
            rest.remove_prefix(end + 2);
        }
        EXPECT_TRUE(rest.empty()) << "half a line was sent";
    }
    for (ClientEvent& event : client.take_events()) events.push_back(std::move(event));
    client.check_invariants();
}

void ScriptedServer::forget() {
    sent.clear();
    events.clear();
    opened = 0;
    closed = 0;
}

std::string ScriptedServer::sent_line(std::string_view start) const {
    for (const std::string& line : sent) {
        if (line.starts_with(start)) return line;
    }
    return {};
}

std::size_t ScriptedServer::count_sent(std::string_view start) const {
    std::size_t count = 0;
    for (const std::string& line : sent) count += line.starts_with(start) ? 1 : 0;
    return count;
}

std::string ScriptedServer::last_label() const {
    for (auto line = sent.rbegin(); line != sent.rend(); ++line) {
        if (line->starts_with("@label=")) return line->substr(7, line->find(' ') - 7);
    }
    return {};
}

const Conversation& ScriptedServer::conversation(std::string_view name) const {
    const Conversation* found = client.find_conversation(name);
    if (found == nullptr) ADD_FAILURE() << "no conversation " << name;
    return *found;
}

std::vector<std::string> ScriptedServer::rows(std::string_view name) const {
    std::vector<std::string> rows;
    for (const MessagePtr& row : conversation(name).timeline.messages()) {
        rows.push_back(std::string(state_name(row->state)) + " " + row->sender + ": " + row->text);
    }
    return rows;
}

MessageState ScriptedServer::state_of(std::string_view name, MessageId id) const {
    const MessagePtr row = conversation(name).timeline.find(id);
    if (row == nullptr) ADD_FAILURE() << "no such row";
    return row->state;
}

std::string_view state_name(MessageState state) {
    switch (state) {
        case MessageState::received:
            return "received";
        case MessageState::queued:
            return "queued";
        case MessageState::sending:
            return "sending";
        case MessageState::sent:
            return "sent";
        case MessageState::failed:
            return "failed";
        case MessageState::cancelled:
            return "cancelled";
    }
    return "?";
}

namespace {

std::string number(std::uint64_t value) { return std::to_string(value); }

std::string row_text(ConversationId conversation, const MessagePtr& row) {
    return number(conversation.value) + " " + number(row->id.value) + " " +
           std::string(state_name(row->state)) + " " + number(static_cast<unsigned>(row->kind)) +
           " " + row->sender + " " + row->subject + " " + row->msgid + " " + row->text + " " +
           number(static_cast<std::uint64_t>(row->time.unix_ms)) + (row->mentions_me ? " !" : "");
}

struct Describe {
    std::string operator()(const MessageAdded& e) { return row_text(e.conversation, e.message); }
    std::string operator()(const MessageChanged& e) { return row_text(e.conversation, e.message); }
    std::string operator()(const PhaseChanged& e) {
        return "phase " + number(static_cast<unsigned>(e.phase)) + " " + number(e.attempt);
    }
    std::string operator()(const Registered& e) { return e.nick; }
    std::string operator()(const OwnNickChanged& e) { return e.nick; }
    std::string operator()(const AccountChanged& e) { return e.account; }
    std::string operator()(const AccountMade& e) { return e.account; }
    std::string operator()(const AccountNotMade& e) {
        return number(static_cast<unsigned>(e.error.kind)) + " " + e.error.text;
    }
    std::string operator()(const ConversationRenamed& e) { return e.name; }
    std::string operator()(const UnreadChanged& e) {
        return number(e.unread) + "/" + number(e.mentions);
    }
    std::string operator()(const MembershipChanged& e) {
        return number(static_cast<unsigned>(e.membership));
    }
    std::string operator()(const MemberAdded& e) { return e.nick; }
    std::string operator()(const MemberRemoved& e) { return e.nick; }
    std::string operator()(const MemberRenamed& e) { return e.from + ">" + e.to; }
    std::string operator()(const MemberChanged& e) { return e.nick; }
    std::string operator()(const TypingChanged& e) {
        return e.nick + number(static_cast<unsigned>(e.state));
    }
    std::string operator()(const RoomListEntry& e) { return e.name + " " + e.topic; }
    std::string operator()(const PeerAway& e) { return e.nick + " " + e.text; }
    std::string operator()(const Invited& e) { return e.by + " " + e.room; }
    std::string operator()(const WhoisAnswer& e) { return e.nick + " " + e.notes; }
    std::string operator()(const ServerReply& e) {
        std::string text = e.code;
        for (const std::string& param : e.params) text += " " + param;
        return text;
    }
    std::string operator()(const ServerNotice& e) { return e.from + " " + e.text; }
    std::string operator()(const StandardReply& e) { return e.code + " " + e.text; }
    std::string operator()(const ErrorRaised& e) {
        return number(static_cast<unsigned>(e.error.kind)) + " " + e.error.subject + " " +
               e.error.text;
    }
    std::string operator()(const LogLine& e) { return e.line; }
    template <class Other>
    std::string operator()(const Other&) {
        return {};
    }
};

}  // namespace

std::string describe(const ClientEvent& event) {
    return number(event.index()) + ": " + std::visit(Describe{}, event);
}

}  // namespace brusio::client::test
