#include "core/session/command.h"

#include "core/base/assert.h"

namespace brusio::session {

room::User& CommandContext::user() const {
    room::User* user = stage.state.roster.find_user(session.user);
    BRUSIO_ASSERT(user != nullptr);
    return *user;
}

}  // namespace brusio::session
