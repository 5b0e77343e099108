#include "qml-client/models/message_text.h"

#include <algorithm>
#include <array>

#include "qml-client/models/link_text.h"

namespace brusio::ui {

namespace {

struct Style {
    char16_t code;
    const char* open;
    const char* close;
};
constexpr std::array<Style, 4> styles{
    {{0x02, "<b>", "</b>"}, {0x1D, "<i>", "</i>"}, {0x1F, "<u>", "</u>"}, {0x1E, "<s>", "</s>"}}};

// Codes that mean something to somebody; they are done or dropped, the other controls are shown.
bool is_format(char16_t unit) {
    return QStringView(u"\x02\x03\x04\x0F\x11\x16\x1D\x1E\x1F").contains(unit);
}

/// How the signs that follow are to look.
struct Look {
    std::array<bool, styles.size()> styled{};
    bool monospace = false;
    bool reversed = false;
    QString ink;     // "4" or "#ff8000"; "" for the usual
    QString ground;  // the same

    [[nodiscard]] bool is_plain() const { return *this == Look{}; }
    bool operator==(const Look&) const = default;
};

// The digits from `at` on: up to two decimal ones, or just six hexadecimal ones.
QString colour_digits(const QString& raw, qsizetype at, bool is_hex) {
    const auto is_digit = [is_hex](QChar sign) {
        return QStringView(is_hex ? u"0123456789abcdefABCDEF" : u"0123456789").contains(sign);
    };
    const qsizetype digits_max = is_hex ? 6 : 2;
    qsizetype end = at;
    while (end < raw.size() && end - at < digits_max && is_digit(raw[end])) ++end;
    return is_hex && end - at < digits_max ? QString() : raw.mid(at, end - at);
}

QString colour_word(const QString& digits, bool is_hex) {
    if (is_hex) return u'#' + digits;
    return digits.toInt() == 99 ? QString() : QString::number(digits.toInt());
}

// Reads the colours after 0x03 or 0x04 at `at`; alone it takes both away. Returns where they end.
qsizetype read_colour(const QString& raw, qsizetype at, bool is_hex, Look& look) {
    const QString ink = colour_digits(raw, at, is_hex);
    if (ink.isEmpty()) {
        look.ink.clear();
        look.ground.clear();
        return at;
    }
    look.ink = colour_word(ink, is_hex);
    at += ink.size();
    if (at >= raw.size() || raw[at] != u',') return at;
    const QString ground = colour_digits(raw, at + 1, is_hex);
    if (ground.isEmpty()) return at;
    look.ground = colour_word(ground, is_hex);
    return at + 1 + ground.size();
}

bool has_right_to_left(const QString& text) {
    return std::any_of(text.begin(), text.end(), [](QChar sign) {
        return sign.direction() == QChar::DirR || sign.direction() == QChar::DirAL;
    });
}

// Escaped text with its addresses as links. StyledText takes what stands in `href` as it is, so
// that nothing is escaped there: quotes and brackets are no part of an address.
QString linked(const QString& plain, bool& found) {
    const QList<FoundLink> links = find_links(plain);
    // An address reads from left to right whatever stands around it.
    const bool isolates = !links.isEmpty() && has_right_to_left(plain);
    QString html;
    qsizetype from = 0;
    for (const FoundLink& link : links) {
        html += plain.mid(from, link.start - from).toHtmlEscaped();
        const QString label = link.label.toHtmlEscaped();
        html += QStringLiteral("<a href=\"") + link.target + QStringLiteral("\">") +
                (isolates ? u'\u2066' + label + u'\u2069' : label) + QStringLiteral("</a>");
        from = link.start + link.length;
        found = true;
    }
    return html + plain.mid(from).toHtmlEscaped();
}

// The colours are those that were wanted, by number; MessagePaint makes them readable.
QString with_colours(const QString& html, const Look& look) {
    if (look.reversed || !look.ground.isEmpty()) {
        return QStringLiteral("<span style=\"irc%1%2;%3\">")
                   .arg(look.reversed ? QStringLiteral("r") : QString(), look.ink, look.ground) +
               html + QStringLiteral("</span>");
    }
    if (look.ink.isEmpty()) return html;
    return QStringLiteral("<font color=\"irc%1\">").arg(look.ink) + html +
           QStringLiteral("</font>");
}

QString with_look(const QString& text, const Look& look, bool& marked_up) {
    if (text.isEmpty()) return QString();
    QString html = linked(text, marked_up);
    html.replace(u'\n', QStringLiteral("<br>"));
    // StyledText folds runs of blanks; what people align by hand must stay aligned.
    html.replace(QStringLiteral("  "), QStringLiteral("&nbsp; "));
    for (std::size_t i = 0; i < styles.size(); ++i) {
        if (!look.styled[i]) continue;
        html = QLatin1String(styles[i].open) + html + QLatin1String(styles[i].close);
    }
    if (look.monospace) html = QStringLiteral("<tt>") + html + QStringLiteral("</tt>");
    marked_up = marked_up || !look.is_plain();
    return with_colours(html, look);
}

}  // namespace

MessageText read_message_text(const QString& raw) {
    MessageText text;
    Look look;
    QString run;
    bool marked_up = false;
    const auto flush = [&] {
        run = with_controls_seen(run);
        text.html += with_look(run, look, marked_up);
        text.plain += run;
        run.clear();
    };
    for (qsizetype at = 0; at < raw.size(); ++at) {
        const char16_t unit = raw[at].unicode();
        if (!is_format(unit)) {
            run += raw[at];
            continue;
        }
        flush();
        if (unit == 0x03 || unit == 0x04) at = read_colour(raw, at + 1, unit == 0x04, look) - 1;
        if (unit == 0x0F) look = Look{};
        if (unit == 0x11) look.monospace = !look.monospace;
        if (unit == 0x16) look.reversed = !look.reversed;
        for (std::size_t i = 0; i < styles.size(); ++i) {
            if (styles[i].code == unit) look.styled[i] = !look.styled[i];
        }
    }
    flush();
    if (!marked_up) text.html.clear();
    return text;
}

}  // namespace brusio::ui
