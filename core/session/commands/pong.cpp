#include "core/session/commands/commands.h"

namespace brusio::session::commands {

/// Having been heard is all that counts, and the engine notes that of every byte.
Outcome pong(CommandContext&) { return done; }

}  // namespace brusio::session::commands
