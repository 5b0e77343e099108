#pragma once

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include "core/client/client_events.h"
#include "core/client/isupport.h"

namespace brusio::ui {

// What the server answers, in the words of people.

/// WHOIS, one thing a line.
[[nodiscard]] QString whois_words(const client::WhoisAnswer& answer);
/// A WHOIS answer's rooms without the signs of ranks: "@#garden +#qt" is #garden, #qt.
[[nodiscard]] QStringList rooms_of(const client::WhoisAnswer& answer);
/// "2 minutes", "3 hours", "5 days".
[[nodiscard]] QString span_words(qint64 seconds);

/// Somebody whom a list of masks names (367, 346, 348, 728).
struct MaskEntry {
    QString mask;
    QString by;         ///< "" if not told
    qint64 unix_s = 0;  ///< 0 if not told

    bool operator==(const MaskEntry&) const = default;
};
/// The entry of a line "<room> <mask> [<who> [<when>]]", with `mask_at` the mask's place.
[[nodiscard]] MaskEntry mask_entry(const client::ServerReply& reply, std::size_t mask_at);
/// "*!*@spam.test · by ada · 12.03.26".
[[nodiscard]] QString mask_words(const MaskEntry& entry);
[[nodiscard]] QString mask_list_words(const QString& room, const QList<MaskEntry>& entries);

/// NAMES of a room: the third parameter of each 353.
[[nodiscard]] QString names_words(const QString& room, const QStringList& names);
/// A line of WHO (352) or WHOWAS (314).
[[nodiscard]] QString who_words(const client::ServerReply& reply);
[[nodiscard]] QString whowas_words(const client::ServerReply& reply);
/// Any other: its parameters as they came.
[[nodiscard]] QString plain_words(const client::ServerReply& reply);

/// A mode of a room, explained: "n" is "Only members may write here."
struct ModeWords {
    QString sign;  ///< "+n", "+l 20"
    QString words;

    bool operator==(const ModeWords&) const = default;
};
/// What 324 says behind the room, for the next two.
[[nodiscard]] QStringList mode_parts(const client::ServerReply& reply);
/// The letters of room modes that have a value when they are set.
[[nodiscard]] QString letters_with_value(const client::Isupport& isupport);
/// The modes of 324: "+ntl" and "20". `with_value` are the letters that take one.
[[nodiscard]] QList<ModeWords> mode_words(const QStringList& parts, const QString& with_value);
/// The value of one of them; "" if it has none.
[[nodiscard]] QString mode_value(const QStringList& parts, const QString& with_value, QChar letter);
/// All of it in lines.
[[nodiscard]] QString modes_text(const QString& room, const QList<ModeWords>& modes);

}  // namespace brusio::ui
