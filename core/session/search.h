#pragma once

#include <string_view>

#include "core/ports/store.h"
#include "core/session/command.h"

namespace brusio::session {

/// Asks the store for what the user may see of what was said, as the attributes want it: `in`,
/// `from`, `after`, `before`, `text`, `limit`, like message tags. A conversation that the user may
/// not see, and one that is not there, have nothing in them. soju.im/search, "SEARCH Command".
Outcome ask_search(CommandContext& context, std::string_view attributes);

/// Answers the session that is being served with what was found, as one batch of the type
/// soju.im/search for those who read batches.
void finish_search(Stage& stage, const QueryAnswer& answer);

}  // namespace brusio::session
