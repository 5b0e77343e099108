#pragma once

#include <string>

#include "core/session/stage.h"
#include "core/wire/capabilities.h"

namespace brusio::session {

/// Some capabilities depend on how a link has come, and on the configuration.
[[nodiscard]] bool is_offered(const Stage& stage, const Session& session,
                              wire::Capability capability);

/// What stands behind the capability's '=' in CAP LS 302 for this link; empty: nothing.
[[nodiscard]] std::string capability_value(const Stage& stage, const Session& session,
                                           const wire::CapabilityRow& row);

}  // namespace brusio::session
