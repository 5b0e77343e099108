#pragma once

#include <QtCore/QString>
#include <QtCore/QVariantMap>

#include "core/client/client_config.h"

namespace brusio::ui {

/// How one goes in.
enum class Entry { guest, log_in, make_account };

/// Where to go and as whom, as the first screen asks for it.
struct Destination {
    QString host = QStringLiteral("127.0.0.1");
    int port = 6667;
    bool encrypted = false;  ///< TLS
    QString nick;
    QString server_password;
    Entry entry = Entry::guest;
    QString account;  ///< "" takes the nick
    QString account_password;
    QString email;
    bool remember = false;  ///< the account's password, when it has worked

    [[nodiscard]] QString account_name() const { return account.isEmpty() ? nick : account; }
    /// "irc://host:port", or "ircs://", also for addresses with colons.
    [[nodiscard]] QString url() const;
    /// Names server and account together: what is kept for one is not for another.
    [[nodiscard]] QString place() const;
    /// What the brain needs of it; rooms are not told here.
    [[nodiscard]] client::ClientConfig config() const;
};

/// "guest", "login" and "register", as QML and the settings write it; anything else is guest.
[[nodiscard]] Entry entry_of(const QString& word);
[[nodiscard]] QString word_of(Entry entry);

/// From QML, with keys named as the members (camel case). A host that is an address such as
/// ircs://chat.example:7000 brings its own port and
/// says whether to encrypt. The host is empty if it is no host.
[[nodiscard]] Destination read_destination(const QVariantMap& form);

}  // namespace brusio::ui
