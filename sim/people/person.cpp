#include "sim/people/person.h"

#include <algorithm>
#include <utility>

#include "core/base/assert.h"

namespace brusio::sim {

namespace {

client::DisconnectCause cause_of(LineEnd end) {
    switch (end) {
        case LineEnd::refused:
            return client::DisconnectCause::refused;
        case LineEnd::timed_out:
            return client::DisconnectCause::timed_out;
        case LineEnd::closed:
            return client::DisconnectCause::closed_by_peer;
        case LineEnd::reset:
            return client::DisconnectCause::reset;
    }
    return client::DisconnectCause::other;
}

// Read, or confirmed to have been sent.
bool was_said(const client::Message& message) {
    return client::is_speech(message.kind) && (message.state == client::MessageState::received ||
                                               message.state == client::MessageState::sent);
}

std::string said_line(const client::Message& message) {
    return message.sender + ": " + message.text + "\n";
}

}  // namespace

Person::Person(const Surroundings& around, Identity identity)
    : around_(around),
      identity_(std::move(identity)),
      brain_(KeyedRandom{around.chance.draw(identity_.index, "brain", 0)}) {}

// ---- what a person does at the window ----

void Person::go_online() {
    client::ClientConfig config;
    config.server = "sim";
    config.nick = identity_.nick;
    config.nick_alternatives = {identity_.nick + "_", identity_.nick + "__"};
    config.username = "u" + std::to_string(identity_.index);
    config.realname = identity_.nick;
    config.password = identity_.password;
    config.account = identity_.account;
    const std::string start = starts_ == 0 ? "" : "s" + std::to_string(starts_);
    if (!config.account.name.empty()) config.device = "d" + std::to_string(identity_.index) + start;
    if (starts_ > 0) config.account.entry = client::AccountEntry::log_in;
    config.stored = kept_.bounds();
    config.limits.messages_per_conversation_max = identity_.messages_kept;
    for (const std::string& room : identity_.rooms) config.rooms.push_back({room, {}});
    brain_.connect(std::move(config), around_.events.now());
    carry_out();
}

void Person::kill() {
    close_line();
    brain_ = client::Client(KeyedRandom{around_.chance.draw(identity_.index, "brain", ++starts_)});
    feeder_ = {};
    armed_.reset();
}

void Person::start_again() {
    BRUSIO_ASSERT(brain_.phase() == client::Phase::idle);
    const std::vector<client::Message> unsent = kept_.unsent();
    go_online();
    brain_.restore_unsent(unsent, around_.events.now());
    carry_out();
}

void Person::quit(std::string_view reason) {
    brain_.disconnect(reason, around_.events.now());
    carry_out();
}

void Person::join(std::string_view room, std::string_view key) {
    brain_.join(room, key, around_.events.now());
    carry_out();
}

void Person::part(std::string_view room, std::string_view reason) {
    brain_.part(room, reason, around_.events.now());
    carry_out();
}

void Person::say(std::string_view target, std::string_view text) {
    brain_.send_message(target, text, around_.events.now());
    carry_out();
}

void Person::rename(std::string_view nick) {
    brain_.set_nick(nick, around_.events.now());
    carry_out();
}

void Person::set_topic(std::string_view room, std::string_view topic) {
    brain_.set_topic(room, topic, around_.events.now());
    carry_out();
}

void Person::kick(std::string_view room, std::string_view nick, std::string_view reason) {
    brain_.kick(room, nick, reason, around_.events.now());
    carry_out();
}

void Person::set_mode(std::string_view target, std::string_view change) {
    brain_.set_mode(target, change, around_.events.now());
    carry_out();
}

void Person::set_away(std::string_view reason) {
    brain_.set_away(reason, around_.events.now());
    carry_out();
}

void Person::invite(std::string_view nick, std::string_view room) {
    brain_.invite(nick, room, around_.events.now());
    carry_out();
}

void Person::raw(std::string_view line) {
    brain_.raw(line, around_.events.now());
    carry_out();
}

// ---- what happens to the line ----

void Person::reset_line() {
    around_.reach.pass(Probe::line_reset);
    around_.transport.reset(line_);
}

void Person::vanish() {
    around_.reach.pass(Probe::line_vanished);
    // What is under way dies with the wire.
    if (line_) around_.auditor.client_ended(line_);
    around_.transport.vanish(line_);
}

void Person::clog(Way way, Duration span) {
    around_.reach.pass(Probe::line_clogged);
    around_.transport.clog(line_, way, around_.events.mono() + span);
}

void Person::stop_reading() { around_.transport.set_reading(line_, false); }

void Person::read_some(std::size_t bytes_max) {
    around_.reach.pass(Probe::read_slowly);
    around_.transport.read_some(line_, bytes_max);
}

void Person::go_on_reading() { around_.transport.set_reading(line_, true); }

void Person::change_weather(const Weather& weather) {
    identity_.weather = weather;
    around_.transport.change_weather(line_, weather);
}

// ---- what is to be seen ----

bool Person::is_inside(std::string_view room) const {
    const client::Conversation* found = brain_.find_conversation(room);
    return is_online() && found != nullptr && found->membership == client::Membership::inside;
}

std::size_t Person::times_seen(std::string_view conversation, std::string_view text) const {
    const client::Conversation* found = brain_.find_conversation(conversation);
    if (found == nullptr) return 0;
    const auto& messages = found->timeline.messages();
    const auto count = std::count_if(messages.begin(), messages.end(), [&](const auto& message) {
        return was_said(*message) && message->text == text;
    });
    return static_cast<std::size_t>(count);
}

std::size_t Person::times_seen(std::string_view text) const {
    std::size_t count = 0;
    for (const client::ConversationId id : brain_.conversations()) {
        count += times_seen(brain_.conversation(id)->name, text);
    }
    return count;
}

std::string Person::transcript(std::string_view conversation) const {
    std::string text;
    const client::Conversation* found = brain_.find_conversation(conversation);
    if (found == nullptr) return text;
    for (const client::MessagePtr& message : found->timeline.messages()) {
        if (was_said(*message)) text += said_line(*message);
    }
    return text;
}

std::string Person::kept_transcript(std::string_view conversation) {
    std::string text;
    constexpr std::size_t all = 1'000'000;
    const std::string key = client::store_key(conversation);
    for (const client::Message& row : kept_.read({{}, key, {}, all, all}).rows) {
        if (was_said(row)) text += said_line(row);
    }
    return text;
}

// ---- the driver ----

void Person::line_opened(LinkId link, Now now) {
    BRUSIO_ASSERT(link == line_);
    around_.auditor.client_opened(link, LinkKind::irc, identity_.nick);
    const bool local = identity_.address.starts_with("127.");
    brain_.handle_connected(local ? client::LinkPrivacy::sealed : client::LinkPrivacy::exposed,
                            now);
    carry_out();
}

void Person::line_bytes(LinkId link, std::string_view bytes, Now now) {
    around_.auditor.client_read(link, bytes);
    if (link != line_) return;
    brain_.handle_bytes(bytes, now);
    carry_out();
}

void Person::line_ended(LinkId link, LineEnd end, Now now) {
    around_.auditor.client_ended(link);
    if (link != line_) return;
    const bool was_open = end == LineEnd::closed || end == LineEnd::reset;
    around_.reach.pass(was_open ? Probe::line_lost : Probe::dial_failed);
    if (was_open) ++lines_lost_;
    line_ = LinkId{};
    brain_.handle_disconnected(cause_of(end), {}, now);
    carry_out();
}

void Person::handle_deadline(const Event& event) {
    if (!armed_ || *armed_ != event.at) return;
    armed_.reset();
    const auto due = brain_.next_deadline();
    if (!due || *due > event.at) return arm();
    brain_.handle_deadline(around_.events.now());
    carry_out();
}

void Person::arm() {
    const auto due = brain_.next_deadline();
    if (!due || (armed_ && *armed_ <= *due)) return;
    armed_ = std::max(*due, around_.events.mono());
    around_.events.schedule(*armed_, EventKind::client_deadline, identity_.index);
}

void Person::carry_out() {
    feed();
    // An answer of the line may make the brain speak again.
    for (auto outputs = brain_.take_output(); !outputs.empty(); outputs = brain_.take_output()) {
        for (const client::ClientOutput& output : outputs) carry_out(output);
        feed();
    }
    for (const client::ClientEvent& event : brain_.take_events()) notice(event);
    arm();
}

void Person::carry_out(const client::ClientOutput& output) {
    if (std::get_if<client::OpenConnection>(&output) != nullptr) {
        close_line();
        line_ = around_.transport.dial(
            {this, identity_.index, LinkKind::irc, identity_.address, identity_.weather});
    } else if (const auto* send = std::get_if<client::SendBytes>(&output)) {
        around_.auditor.client_wrote(line_, send->bytes);
        around_.transport.write(line_, send->bytes);
    } else if (const auto* question = std::get_if<client::ReadRows>(&output)) {
        brain_.handle_stored(kept_.read(*question));
    } else {
        close_line();
    }
}

void Person::feed() {
    auto writes = brain_.take_writes();
    if (!writes.empty()) feeder_.feed(kept_, std::move(writes));
}

void Person::close_line() {
    if (!line_) return;
    around_.auditor.client_ended(line_);
    around_.transport.close(line_);
    line_ = LinkId{};
}

void Person::notice(const client::ClientEvent& event) {
    Reach& reach = around_.reach;
    if (const auto* added = std::get_if<client::MessageAdded>(&event)) {
        if (added->message->origin == client::MessageOrigin::other &&
            client::is_speech(added->message->kind)) {
            reach.pass(Probe::heard);
        }
    } else if (std::get_if<client::Registered>(&event) != nullptr) {
        reach.pass(registrations_++ == 0 ? Probe::registered : Probe::reconnected);
    } else if (const auto* changed = std::get_if<client::MessageChanged>(&event)) {
        if (changed->message->state == client::MessageState::failed) {
            reach.pass(Probe::message_failed);
        }
    } else if (const auto* error = std::get_if<client::ErrorRaised>(&event)) {
        reach.pass(Probe::error_told);
        if (error->error.code == "STORE_UNAVAILABLE") reach.pass(Probe::refused_when_full);
        errors_.push_back(error->error);
        if (error->error.kind == client::ErrorKind::nick_in_use &&
            brain_.phase() == client::Phase::registering) {
            rename(identity_.nick + "-" + std::to_string(++nicks_tried_));
        }
    }
}

}  // namespace brusio::sim
