#pragma once

#include <QtCore/QString>
#include <QtCore/QUrl>

namespace brusio::ui {

/// A name as a part of a key of the settings. Names are no keys as they stand: they hold "#" and
/// "/", and are the same in whatever case.
[[nodiscard]] inline QString settings_key(const QString& name) {
    return QString::fromLatin1(QUrl::toPercentEncoding(name.toLower()));
}

}  // namespace brusio::ui
