#include "qml-client/models/answer_words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QLocale>
#include <algorithm>
#include <array>
#include <chrono>

#include "qml-client/models/qt_text.h"

namespace brusio::ui {

/// The translations' context of these sentences.
struct AnswerWords {
    Q_DECLARE_TR_FUNCTIONS(brusio::ui::AnswerWords)
};

namespace {

QString param(const client::ServerReply& reply, std::size_t at) {
    return at < reply.params.size() ? text_of(reply.params[at]) : QString();
}

QString day_words(qint64 unix_s) {
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(unix_s), QLocale::ShortFormat);
}

struct KnownMode {
    char16_t letter;
    const char* words;  // %1 is its value
};

constexpr auto known_modes = std::to_array<KnownMode>({
    {u'n', QT_TRANSLATE_NOOP("brusio::ui::AnswerWords", "Only members may write here.")},
    {u't', QT_TRANSLATE_NOOP("brusio::ui::AnswerWords", "Only operators change the topic.")},
    {u'i', QT_TRANSLATE_NOOP("brusio::ui::AnswerWords", "One comes in by invitation only.")},
    {u'm', QT_TRANSLATE_NOOP("brusio::ui::AnswerWords",
                             "Moderated: only operators and voiced people may write.")},
    {u's', QT_TRANSLATE_NOOP("brusio::ui::AnswerWords", "Secret: outsiders do not see the room.")},
    {u'p', QT_TRANSLATE_NOOP("brusio::ui::AnswerWords", "Private.")},
    {u'k', QT_TRANSLATE_NOOP("brusio::ui::AnswerWords", "One needs the key to come in.")},
    {u'l', QT_TRANSLATE_NOOP("brusio::ui::AnswerWords", "At most %1 people.")},
    {u'C', QT_TRANSLATE_NOOP("brusio::ui::AnswerWords", "No CTCP.")},
    {u'M', QT_TRANSLATE_NOOP("brusio::ui::AnswerWords", "Only people with an account may write.")},
    {u'R',
     QT_TRANSLATE_NOOP("brusio::ui::AnswerWords", "Only people with an account may come in.")},
    {u'j',
     QT_TRANSLATE_NOOP("brusio::ui::AnswerWords", "Only so many may come in at a time (%1).")},
});

// The key itself is for those who ask for it in the room's card.
ModeWords explained(QChar letter, const QString& value) {
    ModeWords mode{QStringLiteral("+") + letter, {}};
    if (!value.isEmpty() && letter != u'k') mode.sign += u' ' + value;
    const auto known =
        std::find_if(known_modes.begin(), known_modes.end(),
                     [letter](const KnownMode& row) { return letter == QChar(row.letter); });
    if (known == known_modes.end()) {
        mode.words = AnswerWords::tr("A mode of this server.");
    } else {
        mode.words = AnswerWords::tr(known->words).replace(QStringLiteral("%1"), value);
    }
    return mode;
}

// The letters of "+kl", each with its value out of those that follow.
QList<std::pair<QChar, QString>> letters_of(const QStringList& parts, const QString& with_value) {
    QList<std::pair<QChar, QString>> letters;
    if (parts.isEmpty()) return letters;
    qsizetype value_at = 1;
    for (const QChar letter : parts.first()) {
        if (letter == u'+' || letter == u'-') continue;
        const bool has_value = with_value.contains(letter) && value_at < parts.size();
        letters.append({letter, has_value ? parts[value_at++] : QString()});
    }
    return letters;
}

}  // namespace

QString span_words(qint64 seconds) {
    constexpr qint64 minute = 60;
    constexpr qint64 hour = 60 * minute;
    constexpr qint64 day = 24 * hour;
    const auto count = [seconds](qint64 unit) { return static_cast<int>(seconds / unit); };
    if (seconds < minute) return AnswerWords::tr("%n second(s)", nullptr, count(1));
    if (seconds < hour) return AnswerWords::tr("%n minute(s)", nullptr, count(minute));
    if (seconds < day) return AnswerWords::tr("%n hour(s)", nullptr, count(hour));
    return AnswerWords::tr("%n day(s)", nullptr, count(day));
}

QString whois_words(const client::WhoisAnswer& answer) {
    QStringList lines{
        answer.mask.empty()
            ? text_of(answer.nick)
            : AnswerWords::tr("%1 is %2").arg(text_of(answer.nick), text_of(answer.mask))};
    const auto told = [&](const QString& form, const std::string& value) {
        if (!value.empty()) lines << form.arg(text_of(value));
    };
    told(AnswerWords::tr("Real name: %1"), answer.realname);
    told(AnswerWords::tr("Account: %1"), answer.account);
    told(AnswerWords::tr("Rooms: %1"), answer.rooms);
    told(AnswerWords::tr("Server: %1"), answer.server);
    told(AnswerWords::tr("Away: %1"), answer.away);
    const qint64 idle_s = std::chrono::duration_cast<std::chrono::seconds>(answer.idle).count();
    if (answer.signed_on.unix_ms > 0) {
        lines << AnswerWords::tr("Silent for %1").arg(span_words(idle_s));
        lines << AnswerWords::tr("Here since %1").arg(day_words(answer.signed_on.unix_ms / 1000));
    }
    told(QStringLiteral("%1"), answer.notes);
    return lines.join(u'\n');
}

QStringList rooms_of(const client::WhoisAnswer& answer) {
    QStringList rooms;
    for (const QString& word : text_of(answer.rooms).split(u' ', Qt::SkipEmptyParts)) {
        const auto sign =
            std::find_if(word.begin(), word.end(), [](QChar c) { return c == u'#' || c == u'&'; });
        // "&#room" is #room of which somebody is an administrator.
        const bool is_rank =
            sign != word.end() && *sign == u'&' && sign + 1 != word.end() && *(sign + 1) == u'#';
        const qsizetype start = std::distance(word.begin(), sign) + (is_rank ? 1 : 0);
        if (start < word.size()) rooms << word.mid(start);
    }
    return rooms;
}

MaskEntry mask_entry(const client::ServerReply& reply, std::size_t mask_at) {
    MaskEntry entry;
    entry.mask = param(reply, mask_at);
    entry.by = param(reply, mask_at + 1).section(u'!', 0, 0);
    entry.unix_s = param(reply, mask_at + 2).toLongLong();
    return entry;
}

QString mask_words(const MaskEntry& entry) {
    QStringList parts{entry.mask};
    if (!entry.by.isEmpty()) parts << AnswerWords::tr("by %1").arg(entry.by);
    if (entry.unix_s > 0) parts << day_words(entry.unix_s);
    return parts.join(QStringLiteral(" · "));
}

QString mask_list_words(const QString& room, const QList<MaskEntry>& entries) {
    if (entries.isEmpty()) return AnswerWords::tr("Nobody is kept out of %1.").arg(room);
    QStringList lines{AnswerWords::tr("Kept out of %1:").arg(room)};
    for (const MaskEntry& entry : entries) lines << mask_words(entry);
    return lines.join(u'\n');
}

QString names_words(const QString& room, const QStringList& names) {
    return AnswerWords::tr("In %1: %2").arg(room, names.join(QStringLiteral(", ")));
}

// "<room> <user> <host> <server> <nick> <flags> :<hops> <real name>".
QString who_words(const client::ServerReply& reply) {
    if (reply.code != "352" || reply.params.size() < 7) return plain_words(reply);
    QStringList parts{
        QStringLiteral("%1 (%2@%3)").arg(param(reply, 4), param(reply, 1), param(reply, 2))};
    const QString name = param(reply, 6).section(u' ', 1);
    if (!name.isEmpty()) parts << name;
    if (param(reply, 0) != QStringLiteral("*")) parts << param(reply, 0);
    if (param(reply, 5).startsWith(u'G')) parts << AnswerWords::tr("away");
    return parts.join(QStringLiteral(" · "));
}

// 314: "<nick> <user> <host> * :<real name>"; 312: "<nick> <server> :<when>".
QString whowas_words(const client::ServerReply& reply) {
    if (reply.code == "314" && reply.params.size() >= 5) {
        return AnswerWords::tr("%1 was %2@%3 (%4)")
            .arg(param(reply, 0), param(reply, 1), param(reply, 2), param(reply, 4));
    }
    if (reply.code == "312" && reply.params.size() >= 3) {
        return AnswerWords::tr("%1 was seen on %2: %3")
            .arg(param(reply, 0), param(reply, 1), param(reply, 2));
    }
    return plain_words(reply);
}

QString plain_words(const client::ServerReply& reply) {
    QStringList parts;
    for (const std::string& one : reply.params) parts << text_of(one);
    return parts.join(u' ');
}

QStringList mode_parts(const client::ServerReply& reply) {
    QStringList parts;
    for (std::size_t at = 1; at < reply.params.size(); ++at) parts << text_of(reply.params[at]);
    return parts;
}

QString letters_with_value(const client::Isupport& isupport) {
    return text_of(isupport.room_modes(1) + isupport.room_modes(2));
}

QList<ModeWords> mode_words(const QStringList& parts, const QString& with_value) {
    QList<ModeWords> modes;
    for (const auto& [letter, value] : letters_of(parts, with_value)) {
        modes << explained(letter, value);
    }
    return modes;
}

QString mode_value(const QStringList& parts, const QString& with_value, QChar letter) {
    for (const auto& [known, value] : letters_of(parts, with_value)) {
        if (known == letter) return value;
    }
    return {};
}

QString modes_text(const QString& room, const QList<ModeWords>& modes) {
    if (modes.isEmpty()) return AnswerWords::tr("%1 has no modes.").arg(room);
    QStringList lines{AnswerWords::tr("Modes of %1:").arg(room)};
    for (const ModeWords& mode : modes) {
        lines << QStringLiteral("%1  %2").arg(mode.sign, mode.words);
    }
    return lines.join(u'\n');
}

}  // namespace brusio::ui
