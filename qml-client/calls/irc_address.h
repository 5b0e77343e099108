#pragma once

#include <QtCore/QString>

#include "qml-client/net/server_address.h"

namespace brusio::ui {

/// What an irc:// or ircs:// address leads to.
struct IrcAddress {
    ServerAddress server;  ///< its host is "" if the address is none
    QString target;        ///< a room with its sign, or a person; "" for the server alone
    bool is_person = false;

    [[nodiscard]] bool is_valid() const { return !server.host.isEmpty(); }
};

/// Reads "ircs://host:port/#room", "/room", "/%23room", and "/nick,isnick". Names and passwords
/// before the host, keys and all other parts are left out; what could not be the name of a room or
/// a person makes the whole address none.
[[nodiscard]] IrcAddress read_irc_address(const QString& text);

}  // namespace brusio::ui
