#pragma once

#include <string>
#include <string_view>

#include "core/room/admission.h"
#include "core/session/server_state.h"

namespace brusio::session {

struct Session;

/// A user as the rules of rooms see it; keeps the folded texts that they compare.
class Seen {
 public:
    explicit Seen(const room::User& user);
    Seen(const room::User& user, const ServerState& state, const room::Room& room);

    [[nodiscard]] room::Visitor visitor() const {
        return {hostmask_, invited_, account_, address_, is_founder_};
    }

 private:
    std::string hostmask_;
    std::string account_;
    IpAddress address_;  // as the host shows it
    bool invited_ = false;
    bool is_founder_ = false;
};

/// Is this user, as it comes over this link, one whom a folded `nick!user@host` mask means? The
/// host is held against what everybody sees and against the real address, as text and as a network
/// (`*!*@192.0.2.0/24`). For the server's own masks alone: from those of rooms nobody must be able
/// to tell an address.
[[nodiscard]] bool really_matches(std::string_view mask, const room::User& user,
                                  const Session& session);

/// Bans, less the exceptions; an invitation changes nothing. No ban holds for whose room it is.
[[nodiscard]] bool is_banned(const ServerState& state, const room::User& user,
                             const room::Room& room);

}  // namespace brusio::session
