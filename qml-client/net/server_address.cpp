#include "qml-client/net/server_address.h"

#include <QtCore/QUrl>

namespace brusio::ui {

ServerAddress read_server_address(const QString& text) {
    const QString trimmed = text.trimmed();
    const bool has_scheme = trimmed.contains(QStringLiteral("://"));
    const QUrl url(has_scheme ? trimmed : QStringLiteral("irc://") + trimmed);
    const bool tls = url.scheme() == QStringLiteral("ircs");
    if (!url.isValid() || (!tls && url.scheme() != QStringLiteral("irc"))) return {};
    const int port = url.port(tls ? 6697 : 6667);
    return {url.host(), static_cast<quint16>(port), tls, has_scheme || url.port() != -1};
}

}  // namespace brusio::ui
