#pragma once

#include <span>

#include "qml-client/models/command.h"

namespace brusio::ui {

/// All commands, in the order of /help.
[[nodiscard]] std::span<const Command> all_commands();
/// The one of this name or alias, in any case; null if there is none.
[[nodiscard]] const Command* find_command(const QString& name);

}  // namespace brusio::ui
