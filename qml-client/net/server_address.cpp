#include "qml-client/net/server_address.h"

#include <QtCore/QUrl>

namespace brusio::ui {

ServerAddress read_server_address(const QString& text) {
    const QString trimmed = text.trimmed();
    const bool has_scheme = trimmed.contains(QStringLiteral("://"));
    const QUrl url(has_scheme ? trimmed : QStringLiteral("irc://") + trimmed);
    if (!url.isValid() || url.scheme() != QStringLiteral("irc")) return {};
    return {url.host(), static_cast<quint16>(url.port(6667)), has_scheme || url.port() != -1};
}

}  // namespace brusio::ui
