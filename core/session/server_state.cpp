#include "core/session/server_state.h"

#include <utility>

#include "core/session/accounts/service_names.h"
#include "core/session/isupport_tokens.h"

namespace brusio::session {

ServerState::ServerState(ServerConfig the_config, std::uint64_t epoch, SkeletonOf skeleton_of)
    : config(std::move(the_config)),
      roster(config.limits),
      whowas(config.limits.whowas_entries_max),
      monitor(config.limits.monitor_entries_max),
      accounts(std::move(skeleton_of), service_names()),
      message_ids(epoch),
      isupport(isupport_tokens(config)) {}

}  // namespace brusio::session
