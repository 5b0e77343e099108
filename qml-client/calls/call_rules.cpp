#include "qml-client/calls/call_rules.h"

#include <algorithm>

#include "qml-client/models/message_text.h"
#include "qml-client/models/qt_text.h"

namespace brusio::ui {

namespace {

// Combining marks belong to the letter before them.
bool is_part_of_word(char32_t sign) {
    return QChar::isLetterOrNumber(sign) || QChar::isMark(sign) || sign == U'_';
}

// The whole sign before or at a place: a letter may be two units.
char32_t sign_before(const QString& text, qsizetype at) {
    const QChar low = text[at - 1];
    if (low.isLowSurrogate() && at > 1 && text[at - 2].isHighSurrogate()) {
        return QChar::surrogateToUcs4(text[at - 2], low);
    }
    return low.unicode();
}

char32_t sign_at(const QString& text, qsizetype at) {
    const QChar high = text[at];
    if (high.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate()) {
        return QChar::surrogateToUcs4(high, text[at + 1]);
    }
    return high.unicode();
}

QString comparable(const QString& text) {
    return text.normalized(QString::NormalizationForm_C).toCaseFolded();
}

}  // namespace

bool QuietHours::hold(QTime time) const {
    if (!kept) return false;
    if (from < until) return time >= from && time < until;
    return time >= from || time < until;
}

bool has_word(const QString& text, const QString& word) {
    const QString sought = comparable(word.simplified());
    if (sought.isEmpty()) return false;
    const QString in = comparable(text.simplified());
    // A word that begins or ends with another sign ("c++") has its bound there by itself.
    const bool open_start = !is_part_of_word(sign_at(sought, 0));
    const bool open_end = !is_part_of_word(sign_before(sought, sought.size()));
    for (qsizetype at = in.indexOf(sought); at >= 0; at = in.indexOf(sought, at + 1)) {
        const qsizetype end = at + sought.size();
        const bool starts = open_start || at == 0 || !is_part_of_word(sign_before(in, at));
        const bool ends = open_end || end == in.size() || !is_part_of_word(sign_at(in, end));
        if (starts && ends) return true;
    }
    return false;
}

QStringList read_words(const QString& typed) {
    constexpr qsizetype words_max = 100;
    constexpr qsizetype word_length_max = 100;
    QStringList words;
    for (const QString& part : typed.split(u',')) {
        const QString word = part.simplified().left(word_length_max);
        const bool is_new = !word.isEmpty() && !words.contains(word, Qt::CaseInsensitive);
        if (is_new && words.size() < words_max) words << word;
    }
    return words;
}

bool CallRules::is_mention(const client::Message& message) const {
    if (message.mentions_me) return true;
    if (wishes_.words.isEmpty()) return false;
    const QString plain = read_message_text(text_of(message.text)).plain;
    return std::any_of(wishes_.words.begin(), wishes_.words.end(),
                       [&plain](const QString& word) { return has_word(plain, word); });
}

CallVerdict CallRules::judge(const client::Message& message, const CallPlace& place,
                             const QDateTime& now) const {
    if (!client::is_news(message)) return CallVerdict::no_news;
    if (message.redacted) return CallVerdict::gone;
    if (message.id <= place.read_up_to) return CallVerdict::read;
    if (place.sight == Sight::on_screen) return CallVerdict::on_screen;
    if (now.toMSecsSinceEpoch() < place.muted_until_ms) return CallVerdict::muted;
    // A notice is a program's word (RFC 2812, 3.3.2): services greet at every log-in.
    const bool is_chatter =
        message.kind == client::MessageKind::notice && place.kind == PlaceKind::person;
    const bool all_call = place.level == CallLevel::all && !is_chatter;
    const bool mention_calls =
        place.level == CallLevel::mentions && !is_chatter && is_mention(message);
    if (!all_call && !mention_calls) return CallVerdict::below_level;
    if (wishes_.quiet.hold(now.time())) return CallVerdict::quiet_hours;
    return CallVerdict::calls;
}

}  // namespace brusio::ui
