#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/base/assert.h"
#include "core/base/ip_address.h"
#include "core/room/mask.h"
#include "core/session/commands/commands.h"
#include "core/session/names_reply.h"
#include "core/session/operators/privileges.h"
#include "core/session/operators/room_override.h"
#include "core/session/send_long.h"
#include "core/session/visibility.h"
#include "core/session/who_query.h"
#include "core/session/who_reply.h"
#include "core/wire/case_mapping.h"

namespace brusio::session::commands {

namespace {

using room::UserFlag;

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

void send_if_asked(Stage& stage, const Session& session, const WhoQuery& query,
                   const room::User& target, const room::Room* room) {
    if (query.only_operators && !target.is(UserFlag::server_operator)) return;
    send_who_reply(stage, session, query, target, room);
}

const room::User& asker_of(const Stage& stage, const Session& session) {
    const room::User* asker = stage.state.roster.find_user(session.user);
    BRUSIO_ASSERT(asker != nullptr);
    return *asker;
}

void end_of_who(Stage& stage, const WhoQuery& query) {
    stage.replies.numeric(wire::Numeric::rpl_endofwho, {query.mask});
}

/// The members of one room.
class RoomRest final : public Rest {
 public:
    RoomRest(WhoQuery query, const room::Room& room, Sight sight)
        : query_(std::move(query)), room_(room.id()), members_(member_ids(room)), sight_(sight) {}

    bool go_on(Stage& stage, const Session& session) override {
        const room::Roster& roster = stage.state.roster;
        const room::Room* room = roster.find_room(room_);
        const room::User& asker = asker_of(stage, session);
        for (; next_ < members_.size(); ++next_) {
            const room::User* target = roster.find_user(members_[next_]);
            if (room == nullptr || target == nullptr || !room->has_member(target->id())) continue;
            const bool shown =
                sight_ == Sight::by_override || may_see_membership(asker, *target, *room);
            if (!shown) continue;
            if (!may_send_more(stage)) return false;
            send_if_asked(stage, session, query_, *target, room);
        }
        end_of_who(stage, query_);
        return true;
    }

 private:
    WhoQuery query_;
    RoomId room_;
    std::vector<UserId> members_;
    Sight sight_;
    std::size_t next_ = 0;
};

/// All whom a mask finds.
class MaskRest final : public Rest {
 public:
    explicit MaskRest(WhoQuery query)
        : query_(std::move(query)),
          mask_(query_.mask == "0" ? "*" : wire::fold(query_.mask).text) {}

    bool go_on(Stage& stage, const Session& session) override {
        const room::User& asker = asker_of(stage, session);
        next_ = stage.state.roster.walk_users(next_, [&](const room::User& user) {
            if (!matches(stage.state, mask_, asker, user)) return true;
            if (!may_find(stage.state, asker, user)) return true;
            if (!may_send_more(stage)) return false;
            send_if_asked(stage, session, query_, user, nullptr);
            return true;
        });
        if (next_ != room::Roster::walk_end) return false;
        end_of_who(stage, query_);
        return true;
    }

 private:
    WhoQuery query_;
    std::string mask_;
    std::size_t next_ = 0;  // a place in the roster
};

void who_room(CommandContext& context, WhoQuery query) {
    const room::User& user = context.user();
    const room::Room* room = find_room_to_govern(context.state(), user, query.mask);
    if (room == nullptr) return end_of_who(context.stage, query);
    tell_look(context.stage, user, *room, "WHO");
    const Sight sight = may_see(user, *room) ? Sight::from_where_it_stands : Sight::by_override;
    send_long(context.stage, std::make_unique<RoomRest>(std::move(query), *room, sight));
}

}  // namespace

/// Modern IRC, WHO message: a room, one nick, or a mask of those who can be found.
Outcome who(CommandContext& context) {
    WhoQuery query = parse_who(context.line.params());
    const std::string& mask = query.mask;
    const bool is_mask = mask == "0" || mask.find_first_of("*?/") != std::string::npos;
    const room::User* user = find_user(context.state(), mask);
    if (wire::is_room_name(mask)) {
        who_room(context, std::move(query));
    } else if (user == nullptr && is_mask) {
        send_long(context.stage, std::make_unique<MaskRest>(std::move(query)));
    } else {
        if (user != nullptr) {
            send_if_asked(context.stage, context.session, query, *user, nullptr);
        }
        end_of_who(context.stage, query);
    }
    return done;
}

}  // namespace brusio::session::commands
