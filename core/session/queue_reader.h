#pragma once

#include <cstddef>
#include <functional>
#include <optional>

#include "core/base/ids.h"

namespace brusio::session {

/// How many bytes of what was released to a link wait for its peer; nothing if that cannot be told
/// at once. The queues are the transport's, so the program around the core brings this. It is for
/// people to read (STATS l): nothing may be decided by it. Must not block.
using QueueReader = std::function<std::optional<std::size_t>(LinkId link)>;

}  // namespace brusio::session
