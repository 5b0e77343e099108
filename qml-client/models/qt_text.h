#pragma once

#include <QtCore/QString>

#include <string>

namespace brusio::ui {

/// The text of the client core, which is UTF-8, as Qt holds it.
[[nodiscard]] inline QString text_of(const std::string& text) {
    return QString::fromStdString(text);
}

}  // namespace brusio::ui
