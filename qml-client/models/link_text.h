#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

namespace brusio::ui {

/// An address or a room's name inside of a text.
struct FoundLink {
    qsizetype start = 0;   ///< in the text, in UTF-16 units
    qsizetype length = 0;  ///< of what it stands for there
    QString target;        ///< what is opened: an address as it was written, or "room:" and a name
    QString label;         ///< what is shown: the same, but for names that look like others
};

/// The links of a plain text, in order: http, https, irc, ircs and mailto addresses, what starts
/// with "www.", and rooms. Full stops and brackets around an address are not of it. An address with
/// a name before an "@" is none: it shows another host than it opens.
[[nodiscard]] QList<FoundLink> find_links(const QString& plain);

/// An address as it can be told from all others: names that mix scripts, or are written in another
/// one than their end, stand in punycode (RFC 3492).
[[nodiscard]] QString unmistakable(const QString& address);

/// A text in which control characters can be seen, those too that turn the direction of what
/// follows.
[[nodiscard]] QString with_controls_seen(const QString& text);

/// The room that a target of find_links() leads to; "" if it leads elsewhere.
[[nodiscard]] QString room_of_link(const QString& target);

}  // namespace brusio::ui
