#pragma once

#include <string>

#include "core/room/admission.h"
#include "core/room/roster.h"

namespace brusio::session {

/// A user as the rules of rooms see it; keeps the folded texts that they compare.
class Seen {
 public:
    explicit Seen(const room::User& user);
    Seen(const room::User& user, const room::Roster& roster, const room::Room& room);

    [[nodiscard]] room::Visitor visitor() const { return {hostmask_, invited_, account_}; }

 private:
    std::string hostmask_;
    std::string account_;
    bool invited_ = false;
};

/// Bans, less the exceptions; an invitation changes nothing.
[[nodiscard]] bool is_banned(const room::User& user, const room::Room& room);

}  // namespace brusio::session
