// What the server refuses: error numerics and IRCv3 standard-replies.

#include <algorithm>
#include <array>
#include <utility>

#include "core/client/gap_fill.h"
#include "core/client/inbound.h"
#include "core/client/login.h"
#include "core/client/registration.h"
#include "core/client/rows.h"
#include "core/client/sending.h"

namespace brusio::client {
namespace {

/// What an error numeric means. `subject_at` is the parameter that names what it is about; 0 none.
struct Refusal {
    std::string_view code;
    ErrorKind kind;
    std::size_t subject_at;
};

constexpr auto refusals = std::to_array<Refusal>({
    {"263", ErrorKind::rate_limited, 1},
    {"401", ErrorKind::nobody_there, 1},
    {"402", ErrorKind::nobody_there, 1},
    {"403", ErrorKind::room_unknown, 1},
    {"404", ErrorKind::cannot_send, 1},
    {"405", ErrorKind::too_many_rooms, 1},
    {"406", ErrorKind::nobody_there, 1},
    {"407", ErrorKind::cannot_send, 1},
    {"415", ErrorKind::cannot_send, 1},
    {"417", ErrorKind::message_too_long, 0},
    {"421", ErrorKind::command_unknown, 1},
    {"441", ErrorKind::user_not_in_room, 1},
    {"442", ErrorKind::not_in_room, 1},
    {"443", ErrorKind::user_already_in_room, 1},
    {"461", ErrorKind::command_malformed, 1},
    {"463", ErrorKind::banned_from_server, 0},
    {"464", ErrorKind::wrong_password, 0},
    {"465", ErrorKind::banned_from_server, 0},
    {"466", ErrorKind::banned_from_server, 0},
    {"471", ErrorKind::room_is_full, 1},
    {"473", ErrorKind::room_needs_invite, 1},
    {"474", ErrorKind::room_bans_us, 1},
    {"475", ErrorKind::room_needs_key, 1},
    {"476", ErrorKind::room_name_invalid, 1},
    {"477", ErrorKind::room_needs_account, 1},
    {"479", ErrorKind::room_name_invalid, 1},
    {"481", ErrorKind::permission_denied, 0},
    {"482", ErrorKind::not_operator, 1},
    {"489", ErrorKind::refused, 1},
    {"520", ErrorKind::refused, 1},
    {"531", ErrorKind::cannot_send, 1},
    {"716", ErrorKind::cannot_send, 1},
});

const Refusal& refusal_of(std::string_view code) {
    const auto found = std::find_if(refusals.begin(), refusals.end(),
                                    [code](const Refusal& row) { return row.code == code; });
    static constexpr Refusal other{"", ErrorKind::refused, 0};
    return found == refusals.end() ? other : *found;
}

ClientError error_of(const Inbound& in, const Refusal& refusal) {
    const std::string subject =
        refusal.subject_at == 0 ? std::string() : in.text(refusal.subject_at);
    return ClientError{refusal.kind, subject, std::string(in.line.command), in.words()};
}

bool is_final(ErrorKind kind) {
    return kind == ErrorKind::wrong_password || kind == ErrorKind::banned_from_server;
}

// A room we asked for and do not get: what was to be said there goes nowhere.
void settle_refused_join(Inbound& in, std::string_view words) {
    Conversation* room = in.room(1);
    if (room == nullptr || room->membership != Membership::joining) return;
    set_membership(in.brain, *room, Membership::outside);
    refuse_queued(in.brain, room->id, words);
}

// True if the refusal may be of a message whose line it does not name: not where lines have labels,
// and not if we asked WHOIS for somebody who is not there.
bool is_about_speech(const Inbound& in, const Refusal& refusal) {
    Brain& brain = in.brain;
    if (brain.has(wire::Capability::labeled_response)) return false;
    if (refusal.kind == ErrorKind::cannot_send) return true;
    if (refusal.kind != ErrorKind::nobody_there || refusal.code == "406") return false;
    return brain.link.answers.whois_asked.erase(brain.fold(in.param(1))) == 0;
}

void refuse(Inbound& in, const Refusal& refusal) {
    Brain& brain = in.brain;
    ClientError error = error_of(in, refusal);
    if (brain.phase == Phase::registering && !brain.link.welcomed) {
        if (refusal.kind == ErrorKind::command_unknown) return;  // an old server's answer to CAP
        if (is_final(refusal.kind)) brain.link.fatal = error;
    }
    const bool of_message = !in.label.empty() && refuse_label(brain, in.label, error.text);
    if (!of_message && is_about_speech(in, refusal)) refuse_target(brain, in.param(1), error.text);
    if (!of_message && refusal.subject_at == 1) settle_refused_join(in, error.text);
    brain.raise(std::move(error));
}

void receive_refusal(Inbound& in) { refuse(in, refusal_of(in.line.command)); }

void receive_nick_in_use(Inbound& in) {
    nick_refused(in.brain, ErrorKind::nick_in_use, in.line.command, in.words(), in.now);
}

void receive_nick_invalid(Inbound& in) {
    nick_refused(in.brain, ErrorKind::nick_invalid, in.line.command, in.words(), in.now);
}

// 437 is about a nick or about a room that is held back for now.
void receive_unavailable(Inbound& in) {
    if (in.brain.isupport.is_room(in.param(1))) {
        refuse(in, Refusal{in.line.command, ErrorKind::refused, 1});
        return;
    }
    nick_refused(in.brain, ErrorKind::nick_unavailable, in.line.command, in.words(), in.now);
}

StandardReply standard_reply(const Inbound& in, ReplySeverity severity) {
    StandardReply reply;
    reply.severity = severity;
    reply.command = in.text(0);
    reply.code = in.text(1);
    for (std::size_t i = 2; i + 1 < in.line.params_count; ++i) reply.context.push_back(in.text(i));
    if (in.line.params_count > 2) reply.text = in.words();
    return reply;
}

// FAIL command code [context...] :text.
void receive_fail(Inbound& in) {
    StandardReply reply = standard_reply(in, ReplySeverity::fail);
    const std::string subject = reply.context.empty() ? std::string() : reply.context.front();
    // FAIL CHATHISTORY code subcommand target: it was the brain's own question.
    if (reply.command == "CHATHISTORY" && in.param(2) == "TARGETS") return;
    if (reply.command == "CHATHISTORY") return history_refused(in.brain, in.param(3), in.now);
    if (reply.command == "MARKREAD") return;  // it goes without
    // brusio/exactly-once: nobody need hear of it.
    if (reply.code == "CID_TAKEN" && rename_and_resend(in.brain, in.label)) return;
    in.brain.tell(reply);
    if (reply.command == "REGISTER" && account_refused(in.brain, reply, in.now)) return;
    if (!in.label.empty()) refuse_label(in.brain, in.label, reply.text);
    ErrorKind kind = ErrorKind::refused;
    if (reply.code == "RATE_LIMITED" || reply.code == "THROTTLED") kind = ErrorKind::rate_limited;
    if (reply.code == "NEED_MORE_PARAMS") kind = ErrorKind::command_malformed;
    if (reply.code == "MESSAGE_TOO_LONG") kind = ErrorKind::message_too_long;
    if (reply.code == "ACCOUNT_REQUIRED") kind = ErrorKind::registration_refused;
    ClientError error{kind, subject, reply.code, reply.text};
    const bool kept_out = kind == ErrorKind::registration_refused &&
                          in.brain.phase == Phase::registering && !in.brain.link.welcomed;
    if (kept_out) in.brain.link.fatal = error;
    in.brain.raise(std::move(error));
}

void receive_warn(Inbound& in) { in.brain.tell(standard_reply(in, ReplySeverity::warn)); }
void receive_note(Inbound& in) { in.brain.tell(standard_reply(in, ReplySeverity::note)); }

constexpr auto refusal_handler_table = std::to_array<InboundHandler>({
    {"FAIL", 2, receive_fail},        {"WARN", 2, receive_warn},
    {"NOTE", 2, receive_note},        {"431", 1, receive_nick_invalid},
    {"432", 1, receive_nick_invalid}, {"433", 1, receive_nick_in_use},
    {"436", 1, receive_nick_in_use},  {"437", 2, receive_unavailable},
    {"263", 1, receive_refusal},      {"401", 2, receive_refusal},
    {"402", 2, receive_refusal},      {"403", 2, receive_refusal},
    {"404", 2, receive_refusal},      {"405", 2, receive_refusal},
    {"406", 2, receive_refusal},      {"407", 2, receive_refusal},
    {"415", 2, receive_refusal},      {"417", 1, receive_refusal},
    {"421", 2, receive_refusal},      {"441", 2, receive_refusal},
    {"442", 2, receive_refusal},      {"443", 2, receive_refusal},
    {"461", 2, receive_refusal},      {"463", 1, receive_refusal},
    {"464", 1, receive_refusal},      {"465", 1, receive_refusal},
    {"466", 1, receive_refusal},      {"471", 2, receive_refusal},
    {"473", 2, receive_refusal},      {"474", 2, receive_refusal},
    {"475", 2, receive_refusal},      {"476", 2, receive_refusal},
    {"477", 2, receive_refusal},      {"479", 2, receive_refusal},
    {"481", 1, receive_refusal},      {"482", 2, receive_refusal},
    {"489", 2, receive_refusal},      {"520", 2, receive_refusal},
    {"531", 2, receive_refusal},      {"716", 2, receive_refusal},
});

}  // namespace

std::span<const InboundHandler> refusal_handlers() { return refusal_handler_table; }

}  // namespace brusio::client
