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

using Active = std::array<bool, styles.size()>;

// Where the digits of a colour code end: up to two, a comma and up to two for 0x03; six for 0x04.
qsizetype skip_colour(const QString& raw, qsizetype at, int digits_max) {
    const auto digits = [&](qsizetype from) {
        qsizetype end = from;
        while (end < raw.size() && end - from < digits_max && raw[end].isLetterOrNumber() &&
               QStringView(u"0123456789abcdefABCDEF").contains(raw[end]) &&
               (digits_max > 2 || raw[end].isDigit())) {
            ++end;
        }
        return end;
    };
    const qsizetype first = digits(at);
    if (first == at || first >= raw.size() || raw[first] != u',') return first;
    const qsizetype second = digits(first + 1);
    return second == first + 1 ? first : second;
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

QString with_styles(const QString& text, const Active& active, bool& rich) {
    if (text.isEmpty()) return QString();
    QString html = linked(text, rich);
    html.replace(u'\n', QStringLiteral("<br>"));
    // StyledText folds runs of blanks; what people align by hand must stay aligned.
    html.replace(QStringLiteral("  "), QStringLiteral("&nbsp; "));
    for (std::size_t i = 0; i < styles.size(); ++i) {
        if (!active[i]) continue;
        html = QLatin1String(styles[i].open) + html + QLatin1String(styles[i].close);
        rich = true;
    }
    return html;
}

}  // namespace

MessageText read_message_text(const QString& raw) {
    MessageText text;
    Active active{};
    QString run;
    bool rich = false;
    const auto flush = [&] {
        run = with_controls_seen(run);
        text.html += with_styles(run, active, rich);
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
        if (unit == 0x03 || unit == 0x04) at = skip_colour(raw, at + 1, unit == 0x03 ? 2 : 6) - 1;
        if (unit == 0x0F) active = Active{};
        for (std::size_t i = 0; i < styles.size(); ++i) {
            if (styles[i].code == unit) active[i] = !active[i];
        }
    }
    flush();
    if (!rich) text.html.clear();
    return text;
}

}  // namespace brusio::ui
