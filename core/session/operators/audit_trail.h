#pragma once

#include <string>
#include <string_view>

#include "core/ports/host.h"

namespace brusio::room {
class User;
}

namespace brusio::session {

struct Session;
struct Stage;

/// What somebody with power did. It is kept in the audit by the same batch of writes as the deed
/// itself.
struct Deed {
    std::string_view action;   // one word ("kill")
    std::string_view subject;  // to whom or what
    std::string_view detail;   // the reason, may be empty; never a secret
};

/// An operator by its name in the configuration, else an account, else a nick.
[[nodiscard]] const std::string& actor_name(const room::User& actor);

/// Has the store forget what the audit no longer keeps: within an hour after a deed, and with every
/// hundredth.
void trim_audit(Stage& stage);

/// Keeps a deed of `actor`.
void record_deed(Stage& stage, const room::User& actor, const Deed& deed);
/// The same for one who is no user: the host's own desk.
void record_deed(Stage& stage, std::string_view actor, const Deed& deed);

/// For the server's log, and for operators who read the server's notices.
void tell_host(Stage& stage, HostEvent event);
/// The same with who did it and from where. `event` brings the rest.
void tell_host(Stage& stage, const Session& session, HostEvent event);

}  // namespace brusio::session
