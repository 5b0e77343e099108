#include "core/session/room_refusal.h"

#include "core/base/assert.h"

namespace brusio::session {

Outcome refusal_of(room::Permission permission, const room::Room& room) {
    switch (permission) {
        case room::Permission::ok:
            return done;
        case room::Permission::not_member:
            return Reply::not_on_channel(room.name());
        case room::Permission::rank_needed:
            break;
    }
    BRUSIO_ASSERT(permission == room::Permission::rank_needed);
    return Reply::of(wire::Numeric::err_chanoprivsneeded, {room.name()});
}

}  // namespace brusio::session
