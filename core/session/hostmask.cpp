#include "core/session/hostmask.h"

#include "core/base/ip_address.h"
#include "core/room/mask.h"
#include "core/session/cloak.h"
#include "core/session/room_standing.h"
#include "core/session/stage.h"
#include "core/wire/case_mapping.h"

namespace brusio::session {

Seen::Seen(const room::User& user)
    : hostmask_(wire::fold(source_of(user)).text),
      account_(wire::fold(user.profile.account).text),
      address_(told_address(user.profile.host)) {}

Seen::Seen(const room::User& user, const ServerState& state, const room::Room& room) : Seen(user) {
    invited_ = state.roster.is_invited(user, room);
    is_founder_ = is_in_charge(state, user, room);
}

bool really_matches(std::string_view mask, const room::User& user, const Session& session) {
    const Seen seen(user);
    const std::string_view shown = seen.visitor().hostmask;
    if (room::glob_match(mask, shown)) return true;
    const std::string name{shown.substr(0, shown.rfind('@') + 1)};
    if (room::glob_match(mask, name + session.info.peer_address)) return true;
    const std::size_t at = mask.rfind('@');
    if (at == std::string_view::npos) return false;
    const auto range = IpRange::parse(mask.substr(at + 1));
    const auto address = IpAddress::parse(session.info.peer_address);
    return range && address && range->contains(*address) &&
           room::glob_match(std::string{mask.substr(0, at + 1)} + '*', shown);
}

bool is_banned(const ServerState& state, const room::User& user, const room::Room& room) {
    return !is_in_charge(state, user, room) && room::is_banned(room, Seen{user}.visitor());
}

}  // namespace brusio::session
