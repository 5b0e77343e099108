#pragma once

#include <optional>
#include <string_view>

#include "core/client/brain.h"

namespace brusio::client {

/// Phase::connecting: asks the driver for a connection.
void open_link(Brain& brain, Now now);
/// Phase::registering: the link is there, begin_registration() is due.
void link_up(Brain& brain, LinkPrivacy privacy, Now now);
/// The welcome is complete, or long enough in coming: Phase::online, rooms are joined again.
void go_online(Brain& brain, Now now);
/// The link is gone for `error`: what hung on it is settled, then Phase::waiting, or Phase::idle
/// if coming back by ourselves makes no sense.
void link_lost(Brain& brain, ClientError error, Now now);
/// Closes the link ourselves, then as link_lost.
void drop_link(Brain& brain, ClientError error, Now now);
/// The user goes offline (or elsewhere): QUIT if there is somebody to tell, Phase::idle.
void go_idle(Brain& brain, std::string_view reason);
/// Sends JOIN lines for every room in Membership::joining.
void join_wanted_rooms(Brain& brain);

/// Works on what is due at `now`; and when the next thing is due.
void run_link_deadline(Brain& brain, Now now);
[[nodiscard]] std::optional<MonoTime> link_deadline(const Brain& brain);

}  // namespace brusio::client
