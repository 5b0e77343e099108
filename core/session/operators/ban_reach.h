#pragma once

#include <cstddef>
#include <vector>

#include "core/session/operators/ban_subject.h"
#include "core/session/stage.h"

namespace brusio::session {

/// Who is there and fits.
struct BanHits {
    std::vector<LinkId> links;
    std::size_t users_left = 0;  // who are there and do not fit
    bool hits_setter = false;
};
[[nodiscard]] BanHits hits_of(const ServerState& state, const BanSubject& subject,
                              const room::User& setter);

/// Everybody who fits goes, with the reason: of an address the link, else the user, also one that
/// stays in its rooms without a session. The acting session may be among them.
void expel(Stage& stage, const BanRecord& ban, const BanHits& hits);

}  // namespace brusio::session
