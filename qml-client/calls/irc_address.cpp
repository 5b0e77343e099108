#include "qml-client/calls/irc_address.h"

#include <QtCore/QUrl>
#include <algorithm>

#include "qml-client/models/composer_input.h"

namespace brusio::ui {

namespace {

constexpr qsizetype address_length_max = 1'000;

// Nothing that would end a parameter, or that nobody can see.
bool can_be_name(const QString& name) {
    return !name.startsWith(u':') && std::all_of(name.begin(), name.end(), [](QChar sign) {
        return sign.isPrint() && !sign.isSpace() && sign != u',';
    });
}

}  // namespace

IrcAddress read_irc_address(const QString& text) {
    const QString trimmed = text.trimmed();
    if (trimmed.size() > address_length_max || !trimmed.contains(QStringLiteral("://"))) return {};
    IrcAddress address{read_server_address(trimmed), {}, false};
    const QUrl url(trimmed);
    const QStringList parts = url.path(QUrl::FullyDecoded).mid(1).split(u',');
    QString name = parts.first();
    if (name.isEmpty() && url.hasFragment()) name = u'#' + url.fragment(QUrl::FullyDecoded);
    if (!can_be_name(name) || address.server.port == 0) return {};
    address.is_person = parts.contains(QStringLiteral("isnick"));
    const bool is_bare_room = !name.isEmpty() && !address.is_person && !is_room_name(name);
    address.target = is_bare_room ? u'#' + name : name;
    if (address.is_person && is_room_name(name)) return {};
    return address;
}

}  // namespace brusio::ui
