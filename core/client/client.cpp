#include "core/client/client.h"

#include <algorithm>
#include <utility>

#include "core/base/assert.h"
#include "core/client/account_making.h"
#include "core/client/actions.h"
#include "core/client/brain.h"
#include "core/client/connection.h"
#include "core/client/gap_fill.h"
#include "core/client/history_questions.h"
#include "core/client/inbound.h"
#include "core/client/keeping.h"
#include "core/client/login.h"
#include "core/client/login_scram.h"
#include "core/client/message_lines.h"
#include "core/client/older_rows.h"
#include "core/client/read_markers.h"
#include "core/client/redaction.h"
#include "core/client/registration.h"
#include "core/client/rows.h"
#include "core/client/sending.h"
#include "core/client/typing.h"

namespace brusio::client {
namespace {

ErrorKind error_of(DisconnectCause cause, Phase phase) {
    switch (cause) {
        case DisconnectCause::refused:
            return ErrorKind::connection_refused;
        case DisconnectCause::host_not_found:
            return ErrorKind::host_not_found;
        case DisconnectCause::network_unreachable:
            return ErrorKind::network_unreachable;
        case DisconnectCause::timed_out:
            return ErrorKind::timed_out;
        case DisconnectCause::tls_untrusted:
            return ErrorKind::tls_untrusted;
        case DisconnectCause::tls_expired:
            return ErrorKind::tls_expired;
        case DisconnectCause::tls_host_mismatch:
            return ErrorKind::tls_host_mismatch;
        case DisconnectCause::tls_failed:
            return ErrorKind::tls_failed;
        case DisconnectCause::closed_by_peer:
        case DisconnectCause::reset:
        case DisconnectCause::other:
            break;
    }
    return phase == Phase::connecting ? ErrorKind::connection_refused : ErrorKind::connection_lost;
}

// What may go out, and what may be asked for, after every input.
void end_input(Brain& brain, Now now) {
    flush_outbox(brain, now);
    ask_for_history(brain, now);
    send_read_markers(brain, now);
    trim_stored(brain, now);
}

// Trying again by ourselves cannot help; the user has to look at the certificate.
bool needs_user(ErrorKind kind) {
    return kind == ErrorKind::tls_untrusted || kind == ErrorKind::tls_expired ||
           kind == ErrorKind::tls_host_mismatch;
}

}  // namespace

Client::Client(KeyedRandom random) : brain_(std::make_unique<Brain>(random)) {}
Client::~Client() = default;
Client::Client(Client&&) noexcept = default;
Client& Client::operator=(Client&&) noexcept = default;

void Client::handle_connected(LinkPrivacy privacy, Now now) {
    if (brain_->phase != Phase::connecting) return;
    link_up(*brain_, privacy, now);
    if (may_begin(*brain_, now)) begin_registration(*brain_);
}

void Client::handle_bytes(std::string_view bytes, Now now) {
    Brain& brain = *brain_;
    if (!brain.linked()) return;
    brain.link.keep_alive.heard(now.mono);
    brain.link.framer.feed(bytes);
    while (const auto line = brain.link.framer.next()) {
        if (line->error != wire::FrameError::none) continue;
        receive_line(brain, line->text, now);
        if (!brain.linked()) return;  // given up over this line; the link and its framer are gone
    }
    end_input(brain, now);
}

void Client::handle_proof(std::uint64_t number, const SecretProof& proof, Now now) {
    take_proof(*brain_, number, proof);
    end_input(*brain_, now);
}

void Client::handle_stored(StoredRows answer) { take_stored(*brain_, std::move(answer)); }

void Client::handle_disconnected(DisconnectCause cause, std::string_view text, Now now) {
    Brain& brain = *brain_;
    if (brain.phase != Phase::connecting && !brain.linked()) return;
    ClientError error{error_of(cause, brain.phase), {}, {}, to_utf8(text)};
    if (needs_user(error.kind)) brain.link.fatal = error;
    link_lost(brain, std::move(error), now);
}

void Client::handle_deadline(Now now) {
    run_link_deadline(*brain_, now);
    fail_overdue(*brain_, now);
    give_up_overdue_history(*brain_, now);
    expire_typists(*brain_, now);
    end_input(*brain_, now);
}

void Client::connect(ClientConfig config, Now now) { start(*brain_, std::move(config), now); }

void Client::disconnect(std::string_view reason, Now) { go_idle(*brain_, reason); }

void Client::reconnect_now(Now now) {
    if (brain_->phase == Phase::waiting) open_link(*brain_, now);
}

ConversationId Client::join(std::string_view room, std::string_view key, Now) {
    return join_room(*brain_, room, key);
}

void Client::part(std::string_view room, std::string_view reason, Now) {
    part_room(*brain_, room, reason);
}

ConversationId Client::open_person(std::string_view nick, Now) {
    return open_person_conversation(*brain_, nick);
}

void Client::close(ConversationId conversation, Now) { leave_and_close(*brain_, conversation); }

void Client::forget(Now) { forget_everything(*brain_); }

std::vector<MessageId> Client::send_message(std::string_view target, std::string_view text,
                                            Now now) {
    auto made = compose(*brain_, target, text, MessageKind::said, now);
    end_input(*brain_, now);
    return made;
}

std::size_t Client::messages_made_of(std::string_view target, std::string_view text,
                                     MessageKind kind) const {
    return texts_of_messages(*brain_, target, text, kind).size();
}

std::vector<MessageId> Client::send_notice(std::string_view target, std::string_view text,
                                           Now now) {
    auto made = compose(*brain_, target, text, MessageKind::notice, now);
    end_input(*brain_, now);
    return made;
}

std::vector<MessageId> Client::send_action(std::string_view target, std::string_view text,
                                           Now now) {
    auto made = compose(*brain_, target, text, MessageKind::action, now);
    end_input(*brain_, now);
    return made;
}

void Client::restore_unsent(const std::vector<Message>& messages, Now now) {
    client::restore_unsent(*brain_, messages);
    end_input(*brain_, now);
}

bool Client::retry(MessageId message, Now now) {
    const bool queued = retry_message(*brain_, message);
    end_input(*brain_, now);
    return queued;
}

bool Client::cancel(MessageId message, Now) { return cancel_message(*brain_, message); }

void Client::send_typing(std::string_view target, TypingState state, Now now) {
    tell_typing(*brain_, target, state, now);
}

void Client::set_nick(std::string_view nick, Now now) { ask_for_nick(*brain_, nick, now); }

void Client::register_account(std::string_view account, std::string_view email,
                              const Secret& password, Now) {
    ask_for_account(*brain_, account, email, password);
}

void Client::set_topic(std::string_view room, std::string_view topic, Now) {
    change_topic(*brain_, room, topic);
}

void Client::set_away(std::string_view reason, Now) { change_away(*brain_, reason); }

void Client::set_realname(std::string_view realname, Now) { change_realname(*brain_, realname); }

void Client::invite(std::string_view nick, std::string_view room, Now) {
    invite_user(*brain_, nick, room);
}

void Client::kick(std::string_view room, std::string_view nick, std::string_view reason, Now) {
    kick_user(*brain_, room, nick, reason);
}

void Client::set_mode(std::string_view target, std::string_view change, Now) {
    change_mode(*brain_, target, change);
}

void Client::request_room_list(std::string_view filter, Now) { ask_room_list(*brain_, filter); }

void Client::whois(std::string_view nick, Now) { ask_whois(*brain_, nick); }

void Client::mark_read(ConversationId conversation, MessageId message, Now now) {
    Conversation* known = brain_->conversations.find(conversation);
    if (known != nullptr) read_up_to(*brain_, *known, message);
    end_input(*brain_, now);
}

bool Client::load_older(ConversationId conversation, Now now) {
    Conversation* known = brain_->conversations.find(conversation);
    return known != nullptr && ask_for_older(*brain_, *known, now);
}

bool Client::offers_history() const {
    return brain_->phase == Phase::online && keeps_history(*brain_);
}

bool Client::redact(ConversationId conversation_id, MessageId message, std::string_view reason,
                    Now) {
    const Conversation* known = conversation(conversation_id);
    return known != nullptr && ask_to_redact(*brain_, *known, message, reason);
}

void Client::set_ignored(std::vector<IgnoredPerson> people) { brain_->ignored = std::move(people); }

bool Client::raw(std::string_view line, Now) { return send_raw(*brain_, line); }

std::vector<StoreWrite> Client::take_writes() { return take_store_writes(*brain_); }

std::vector<ClientOutput> Client::take_output() { return brain_->emitter.take_output(); }

std::vector<ClientEvent> Client::take_events() { return brain_->emitter.take_events(); }

std::optional<MonoTime> Client::next_deadline() const {
    std::optional<MonoTime> next;
    for (const auto& due :
         {link_deadline(*brain_), brain_->outbox.deadline(brain_->config.limits),
          typing_deadline(*brain_), history_deadline(*brain_), read_marker_deadline(*brain_)}) {
        if (due) next = next ? std::min(*next, *due) : due;
    }
    return next;
}

void Client::check_invariants() const { client::check_invariants(*brain_); }

Phase Client::phase() const { return brain_->phase; }
const std::string& Client::nick() const { return brain_->me.nick; }
const std::string& Client::account() const { return brain_->me.account; }
bool Client::can_register_account() const { return can_make_account(*brain_); }
const ClientConfig& Client::config() const { return brain_->config; }

std::vector<ConversationId> Client::conversations() const {
    std::vector<ConversationId> ids;
    for (const auto& [id, conversation] : brain_->conversations.all()) ids.push_back(id);
    return ids;
}

const Conversation* Client::conversation(ConversationId id) const {
    return std::as_const(brain_->conversations).find(id);
}

const Conversation* Client::find_conversation(std::string_view name) const {
    return std::as_const(brain_->conversations).find(brain_->fold(name));
}

const Member* Client::find_member(ConversationId id, std::string_view nick) const {
    const Conversation* known = conversation(id);
    return known == nullptr ? nullptr : known->members.find(brain_->fold(nick));
}

MessagePtr Client::message(ConversationId conversation_id, MessageId id) const {
    const Conversation* known = conversation(conversation_id);
    return known == nullptr ? nullptr : known->timeline.find(id);
}

bool Client::can_redact(ConversationId conversation_id, MessageId id) const {
    const MessagePtr row = message(conversation_id, id);
    return row != nullptr && client::can_redact(*brain_, *conversation(conversation_id), *row);
}

std::vector<MessagePtr> Client::unsent() const { return brain_->outbox.messages(); }

std::size_t Client::unsent_messages() const { return brain_->outbox.size(); }
WallTime Client::heard_until() const { return brain_->heard_until; }
Presence Client::presence() const { return brain_->me.presence; }
const Isupport& Client::isupport() const { return brain_->isupport; }

const std::set<std::string, std::less<>>& Client::capabilities() const {
    return brain_->capability_names;
}

const std::optional<ClientError>& Client::last_error() const { return brain_->last_error; }

}  // namespace brusio::client
