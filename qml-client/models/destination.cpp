#include "qml-client/models/destination.h"

#include <algorithm>

#include "qml-client/net/server_address.h"

namespace brusio::ui {

QString Destination::url() const {
    const QString bare = host.contains(u':') ? u'[' + host + u']' : host;
    return QStringLiteral("%1://%2:%3").arg(encrypted ? "ircs" : "irc", bare).arg(port);
}

QString Destination::place() const {
    return url() + u'/' + (entry == Entry::guest ? QString() : account_name().toLower());
}

client::ClientConfig Destination::config() const {
    client::ClientConfig config;
    config.server = url().toStdString();
    config.nick = nick.toStdString();
    config.realname = config.nick;
    config.password = server_password.toStdString();
    if (entry == Entry::guest) return config;
    config.account.name = account_name().toStdString();
    config.account.password = client::Secret{account_password.toStdString()};
    if (entry == Entry::make_account) {
        config.account.entry = client::AccountEntry::make_first;
        config.account.email = email.trimmed().toStdString();
    }
    return config;
}

Entry entry_of(const QString& word) {
    if (word == QStringLiteral("login")) return Entry::log_in;
    if (word == QStringLiteral("register")) return Entry::make_account;
    return Entry::guest;
}

QString word_of(Entry entry) {
    switch (entry) {
        case Entry::log_in:
            return QStringLiteral("login");
        case Entry::make_account:
            return QStringLiteral("register");
        case Entry::guest:
            break;
    }
    return QStringLiteral("guest");
}

Destination read_destination(const QVariantMap& form) {
    const auto text = [&form](const char* key) {
        return form.value(QString::fromLatin1(key)).toString();
    };
    Destination destination;
    const QString typed = text("host");
    const ServerAddress address = read_server_address(typed);
    const int port = form.value(QStringLiteral("port")).toInt();
    destination.host = address.host;
    destination.port = std::clamp(address.port_told || port == 0 ? address.port : port, 1, 65535);
    destination.encrypted = typed.contains(QStringLiteral("://"))
                                ? address.tls
                                : form.value(QStringLiteral("encrypted")).toBool();
    destination.nick = text("nick").trimmed();
    destination.server_password = text("serverPassword");
    destination.entry = entry_of(text("entry"));
    destination.account = text("account").trimmed();
    destination.account_password = text("accountPassword");
    destination.email = text("email");
    destination.remember = form.value(QStringLiteral("remember")).toBool();
    return destination;
}

}  // namespace brusio::ui
