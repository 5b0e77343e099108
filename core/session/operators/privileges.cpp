#include "core/session/operators/privileges.h"

#include "core/room/user.h"

namespace brusio::session {

bool may(const ServerState& /*state*/, const room::User& user, Privilege /*privilege*/) {
    return user.is(room::UserFlag::server_operator);
}

}  // namespace brusio::session
