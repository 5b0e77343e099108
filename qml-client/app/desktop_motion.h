#pragma once

#include <QtCore/QStringList>

namespace brusio::ui {

/// Whether the desktop's own settings ask that nothing moves by itself: KDE's kdeglobals and GTK's
/// settings.ini, as they are found first in these folders. What GNOME sets lies in a data base that
/// is not read here.
[[nodiscard]] bool desktop_wants_less_motion(const QStringList& config_folders);

}  // namespace brusio::ui
