#include "qml-client/models/message_text.h"

#include <QtCore/QRegularExpression>
#include <array>

namespace brusio::ui {

namespace {

struct Style {
    char16_t code;
    const char* open;
    const char* close;
};
constexpr std::array<Style, 4> styles{
    {{0x02, "<b>", "</b>"}, {0x1D, "<i>", "</i>"}, {0x1F, "<u>", "</u>"}, {0x1E, "<s>", "</s>"}}};

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

// Escaped text with its addresses as links.
QString linked(const QString& plain, bool& found) {
    static const QRegularExpression address(
        QStringLiteral(R"(https?://[^\s<>"\x00-\x1f]*[^\s<>"\x00-\x1f.,;:!?'\)\]])"),
        QRegularExpression::CaseInsensitiveOption);
    QString html;
    qsizetype from = 0;
    for (auto hits = address.globalMatch(plain); hits.hasNext();) {
        const QRegularExpressionMatch hit = hits.next();
        html += plain.mid(from, hit.capturedStart() - from).toHtmlEscaped();
        const QString url = hit.captured().toHtmlEscaped();
        html += QStringLiteral("<a href=\"") + url + QStringLiteral("\">") + url +
                QStringLiteral("</a>");
        from = hit.capturedEnd();
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
        text.html += with_styles(run, active, rich);
        text.plain += run;
        run.clear();
    };
    for (qsizetype at = 0; at < raw.size(); ++at) {
        const char16_t unit = raw[at].unicode();
        if (unit >= 0x20 || unit == u'\n' || unit == u'\t') {
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
