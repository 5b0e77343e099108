#include "core/session/hostmask.h"

#include "core/session/stage.h"
#include "core/wire/case_mapping.h"

namespace brusio::session {

Seen::Seen(const room::User& user)
    : hostmask_(wire::fold(source_of(user)).text),
      account_(wire::fold(user.profile.account).text) {}

Seen::Seen(const room::User& user, const room::Roster& roster, const room::Room& room)
    : Seen(user) {
    invited_ = roster.is_invited(user, room);
}

bool is_banned(const room::User& user, const room::Room& room) {
    return room::is_banned(room, Seen{user}.visitor());
}

}  // namespace brusio::session
