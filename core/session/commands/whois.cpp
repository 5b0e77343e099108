#include <algorithm>
#include <string>
#include <vector>

#include "core/base/assert.h"
#include "core/session/commands/commands.h"
#include "core/session/line_budget.h"
#include "core/session/metadata.h"
#include "core/session/names_reply.h"
#include "core/session/numeric_draft.h"
#include "core/session/packed_text.h"
#include "core/session/server_target.h"
#include "core/session/user_modes.h"
#include "core/session/visibility.h"

namespace brusio::session::commands {

namespace {

using room::User;
using room::UserFlag;
using wire::Numeric;

/// RPL_WHOISCHANNELS: those rooms that the asker may know the target to be in.
void send_rooms(CommandContext& context, const User& target) {
    std::vector<std::string> names;
    for (const RoomId id : target.rooms()) {
        const room::Room* room = context.state().roster.find_room(id);
        BRUSIO_ASSERT(room != nullptr);
        if (!may_see_membership(context.user(), target, *room)) continue;
        const room::Member* member = room->find_member(target.id());
        names.push_back(prefix_of(*member, context.session.caps) + room->name());
    }
    const std::size_t bytes_max = numeric_text_bytes_left(context.stage, {target.nick()});
    send_packed(names, bytes_max, ' ', [&](std::string_view text) {
        context.replies().numeric(Numeric::rpl_whoischannels, {target.nick()}, text);
    });
}

/// Secure is who is so on every link.
bool is_secure(const CommandContext& context, const User& target) {
    return !target.links().empty() &&
           std::all_of(target.links().begin(), target.links().end(), [&](LinkId link) {
               const Session* session = context.state().sessions.find(link);
               BRUSIO_ASSERT(session != nullptr);
               return session->info.secure;
           });
}

/// One line a link (Modern IRC, RPL_WHOISHOST).
void send_addresses(CommandContext& context, const User& target) {
    if (!may_see_address(context.state(), context.user(), target)) return;
    for (const LinkId link : target.links()) {
        const Session* session = context.state().sessions.find(link);
        BRUSIO_ASSERT(session != nullptr);
        const std::string& address = session->info.peer_address;
        context.replies().numeric(Numeric::rpl_whoishost, {target.nick()},
                                  "is connecting from *@" + address + " " + address);
    }
}

/// IRCv3 WEBIRC, Security Considerations: others are shown that a gateway is in use.
void send_gateways(CommandContext& context, const User& target) {
    std::vector<std::string> told;
    for (const LinkId link : target.links()) {
        const Session* session = context.state().sessions.find(link);
        BRUSIO_ASSERT(session != nullptr);
        const std::string& gateway = session->gateway;
        if (gateway.empty() || std::find(told.begin(), told.end(), gateway) != told.end()) continue;
        told.push_back(gateway);
        context.replies().numeric(Numeric::rpl_whoisspecial, {target.nick()},
                                  "is connecting through the gateway " + gateway);
    }
}

/// Addresses and modes are for the user itself and for operators (Modern IRC, WHOIS message).
void send_private_part(CommandContext& context, const User& target) {
    const User& asker = context.user();
    send_addresses(context, target);
    if (asker.id() != target.id() && !asker.is(UserFlag::server_operator)) return;
    context.replies().numeric(Numeric::rpl_whoismodes, {target.nick()},
                              "is using modes " + user_modes_text(target));
}

void send_state(CommandContext& context, const User& target) {
    ReplyBuffer& replies = context.replies();
    const std::string& nick = target.nick();
    if (!target.profile.away.empty()) {
        replies.numeric(Numeric::rpl_away, {nick}, target.profile.away);
    }
    if (target.is(UserFlag::server_operator)) replies.numeric(Numeric::rpl_whoisoperator, {nick});
    if (target.is(UserFlag::bot)) replies.numeric(Numeric::rpl_whoisbot, {nick});
    if (!target.profile.account.empty()) {
        replies.numeric(Numeric::rpl_whoisaccount, {nick, target.profile.account});
    }
    if (is_secure(context, target)) replies.numeric(Numeric::rpl_whoissecure, {nick});
    send_gateways(context, target);
    send_private_part(context, target);
}

/// IRCv3 metadata, RPL_WHOISKEYVALUE.
void send_metadata(CommandContext& context, const User& target) {
    if (!reads_metadata(context.session)) return;
    for (const auto& [key, value] : metadata_of(context.state(), target)) {
        Draft draft = numeric_draft(context.stage, Numeric::rpl_whoiskeyvalue);
        context.replies().add(draft.with({target.nick(), key, "*"}).text(value));
    }
}

void send_idle(CommandContext& context, const User& target) {
    const Duration idle = context.stage.now.mono - target.last_active;
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(idle).count();
    context.replies().numeric(
        Numeric::rpl_whoisidle,
        {target.nick(), std::to_string(seconds), std::to_string(target.signon.unix_ms / 1000)});
}

void send_whois(CommandContext& context, const User& target) {
    Draft user = numeric_draft(context.stage, Numeric::rpl_whoisuser);
    user.with({target.nick(), target.profile.username, target.profile.host, "*"})
        .text(target.profile.realname);
    context.replies().add(user);
    send_rooms(context, target);
    context.replies().numeric(Numeric::rpl_whoisserver,
                              {target.nick(), context.stage.server_name()},
                              context.state().config.description);
    send_state(context, target);
    send_metadata(context, target);
    send_idle(context, target);
}

}  // namespace

/// WHOIS [<server or nick>] <nick>: Modern IRC, WHOIS message. One nick, see TARGMAX.
Outcome whois(CommandContext& context) {
    const bool names_server = context.param_count() > 1;
    std::string_view nick = context.param(names_server ? 1 : 0);
    nick = nick.substr(0, nick.find(','));
    if (nick.empty()) return Reply::of(Numeric::err_nonicknamegiven);
    if (names_server) {
        if (Outcome refusal = check_server_target(context, 0)) return refusal;
    }
    const User* target = find_user(context.state(), nick);
    if (target == nullptr) {
        context.replies().reply(Reply::no_such_nick(nick));
    } else {
        send_whois(context, *target);
        nick = target->nick();
    }
    context.replies().numeric(Numeric::rpl_endofwhois, {nick});
    return done;
}

}  // namespace brusio::session::commands
