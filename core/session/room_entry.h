#pragma once

#include <string_view>

#include "core/session/reply.h"
#include "core/session/stage.h"

namespace brusio::session {

/// Takes a user into the room of that name, making it if need be, and tells the members (JOIN,
/// extended-join, away-notify). Why not, if not. What the newcomer is owed besides its own JOIN
/// (topic, names) is the caller's. `name` has been found valid.
Outcome enter_room(Stage& stage, room::User& user, std::string_view name,
                   std::string_view password);

/// The same for somebody whom a server operator brings in, who is no member yet: no rule stands in
/// the way. Where one would have, the newcomer is there as by a server operator's own power (see
/// Member::visits).
Outcome bring_in(Stage& stage, room::User& user, room::Room& room);

/// Tells the members that the server gave a member these ranks; nothing for none. `echo` is for the
/// acting session, which need not be a member's.
void tell_ranks(Stage& stage, const room::User& user, const room::Room& room, room::RankSet ranks,
                Echo echo = Echo::yes);

/// Makes the user the member that `before` is, without any rule, and tells the members.
void enter_as(Stage& stage, room::User& user, room::Room& room, const room::Member& before);

}  // namespace brusio::session
