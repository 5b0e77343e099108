#pragma once

#include <QtCore/QString>

namespace brusio::ui {

/// Where an irc:// address leads.
struct ServerAddress {
    QString host;  ///< "" if it is none
    quint16 port = 6667;
    bool port_told = false;  ///< the address named scheme or port itself
};

/// Reads "irc://host:port", "host:port" or "host"; an empty host when it is none of these.
[[nodiscard]] ServerAddress read_server_address(const QString& text);

}  // namespace brusio::ui
