#pragma once

#include <QtCore/QString>

namespace brusio::ui {

/// Where an irc:// or ircs:// address leads.
struct ServerAddress {
    QString host;  ///< "" if it is none
    quint16 port = 6667;
    bool tls = false;
    bool port_told = false;  ///< the address named scheme or port itself
};

/// Reads "irc://host:port", "ircs://host:port", "host:port" or "host"; an empty host when it is
/// none of these. Without a port it is 6667, with TLS 6697.
[[nodiscard]] ServerAddress read_server_address(const QString& text);

}  // namespace brusio::ui
