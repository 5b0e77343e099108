#pragma once

#include "qml-client/models/command_desk.h"

namespace brusio::ui {

/// All about one command; if `about` names none, all that the server offers, one a line.
[[nodiscard]] QString command_help(const CommandDesk& desk, const QString& about);

}  // namespace brusio::ui
