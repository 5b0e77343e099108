#include <algorithm>
#include <string>

#include "core/base/ip_address.h"
#include "core/room/mask.h"
#include "core/session/commands/commands.h"
#include "core/session/line_budget.h"
#include "core/session/operators/privileges.h"
#include "core/session/operators/room_override.h"
#include "core/session/visibility.h"
#include "core/session/who_query.h"
#include "core/session/who_reply.h"
#include "core/wire/case_mapping.h"

namespace brusio::session::commands {

namespace {

using room::UserFlag;

/// Sends lines until the answer is long enough.
class Lines {
 public:
    Lines(CommandContext& context, const WhoQuery& query) : context_(context), query_(query) {}

    void add(const room::User& target, const room::Room* room) {
        if (cut_ || (query_.only_operators && !target.is(UserFlag::server_operator))) return;
        cut_ = !may_list_more(context_.stage);
        if (!cut_) send_who_reply(context_, query_, target, room);
    }
    void end() {
        if (cut_) context_.replies().reply(list_was_cut("WHO"));
        context_.replies().numeric(wire::Numeric::rpl_endofwho, {query_.mask});
    }

 private:
    CommandContext& context_;
    const WhoQuery& query_;
    bool cut_ = false;
};

void who_room(CommandContext& context, const WhoQuery& query, Lines& lines) {
    const room::User& user = context.user();
    const room::Room* room = find_room_to_govern(context.state(), user, query.mask);
    if (room == nullptr) return;
    tell_look(context.stage, user, *room, "WHO");
    const bool sees_all = !may_see(user, *room);
    for (const room::Member& member : room->members()) {
        const room::User& target = context.state().roster.user_of(member);
        if (sees_all || may_see_membership(user, target, *room)) lines.add(target, room);
    }
}

/// An address, with stars or as a network.
bool is_at(const ServerState& state, std::string_view mask, const room::User& user) {
    const auto range = IpRange::parse(mask);
    return std::any_of(user.links().begin(), user.links().end(), [&](LinkId link) {
        const std::string& address = state.sessions.find(link)->info.peer_address;
        return room::glob_match(mask, address) ||
               (range && range->contains(IpAddress::parse(address).value_or(IpAddress{})));
    });
}

/// A mask is held against what the asker may know of a user: nick, user name, host and real name,
/// and for operators the address.
bool matches(const ServerState& state, std::string_view mask, const room::User& asker,
             const room::User& user) {
    const room::Profile& profile = user.profile;
    return room::glob_match(mask, user.key().text) ||
           room::glob_match(mask, wire::fold(profile.username).text) ||
           room::glob_match(mask, wire::fold(profile.host).text) ||
           room::glob_match(mask, wire::fold(profile.realname).text) ||
           (may(state, asker, Privilege::see_addresses) && is_at(state, mask, user));
}

void who_mask(CommandContext& context, const WhoQuery& query, Lines& lines) {
    const std::string mask = query.mask == "0" ? "*" : wire::fold(query.mask).text;
    const room::User& asker = context.user();
    context.state().roster.for_each_user([&](const room::User& user) {
        if (matches(context.state(), mask, asker, user) && may_find(context.state(), asker, user)) {
            lines.add(user, nullptr);
        }
    });
}

}  // namespace

/// Modern IRC, WHO message: a room, one nick, or a mask of those who can be found.
Outcome who(CommandContext& context) {
    const WhoQuery query = parse_who(context.line.params());
    Lines lines(context, query);
    if (wire::is_room_name(query.mask)) {
        who_room(context, query, lines);
    } else if (const room::User* user = find_user(context.state(), query.mask)) {
        lines.add(*user, nullptr);
    } else if (query.mask == "0" || query.mask.find_first_of("*?/") != std::string::npos) {
        who_mask(context, query, lines);
    }
    lines.end();
    return done;
}

}  // namespace brusio::session::commands
