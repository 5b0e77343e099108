#include "qml-client/models/link_text.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QUrl>
#include <algorithm>
#include <optional>
#include <utility>

namespace brusio::ui {

namespace {

constexpr QStringView room_scheme = u"room:";

// What ends a sentence or a quotation, not an address.
constexpr QStringView trailing_signs = u".,;:!?'\"\u2019\u201D\u00BB\u2026\u3002\uFF0C\u3001";
constexpr QStringView openers = u"([{\uFF08\u300C";
constexpr QStringView closers = u")]}\uFF09\u300D";

// A closing bracket belongs to the address if the one that it closes does.
QStringView trimmed_address(QStringView address) {
    while (!address.isEmpty()) {
        const QChar last = address.back();
        const qsizetype bracket = closers.indexOf(last);
        const bool goes = bracket >= 0 ? address.count(last) > address.count(openers[bracket])
                                       : trailing_signs.contains(last);
        if (!goes) break;
        address.chop(1);
    }
    return address;
}

/// Where the host stands in an address with "//"; empty if there is none.
struct HostPlace {
    qsizetype start = 0;
    qsizetype length = 0;
};

std::optional<HostPlace> host_place(QStringView address) {
    const qsizetype slashes = address.indexOf(u"//");
    if (slashes < 0) return std::nullopt;
    const qsizetype start = slashes + 2;
    const auto ends = [](QChar sign) { return QStringView(u"/?#\\").contains(sign); };
    const auto end = std::find_if(address.begin() + start, address.end(), ends);
    QStringView authority = address.mid(start, end - address.begin() - start);
    if (authority.contains(u'@')) return std::nullopt;
    const qsizetype port = authority.startsWith(u'[') ? -1 : authority.lastIndexOf(u':');
    if (port >= 0) authority = authority.left(port);
    if (authority.isEmpty()) return std::nullopt;
    return HostPlace{start, authority.size()};
}

bool is_ascii(QStringView text) {
    return std::all_of(text.begin(), text.end(), [](QChar sign) { return sign.unicode() < 0x80; });
}

// The letters of western languages, without those that look like others.
bool is_plain_latin(QChar sign) {
    const char16_t code = sign.unicode();
    return code < 0x80 || (code >= 0xDF && code <= 0x17E && code != 0x131 && code != 0x138 &&
                           code != 0x149 && code != 0xF7);
}

QChar::Script script_of(QStringView label) {
    QChar::Script found = QChar::Script_Unknown;
    for (const char32_t sign : label.toUcs4()) {
        const bool is_digit_or_dash = sign < 0x80 && !QChar::isLetter(sign);
        QChar::Script script = QChar::script(sign);
        if (is_digit_or_dash || script == QChar::Script_Inherited) continue;
        // Japanese is written in three.
        const bool is_kana = script == QChar::Script_Hiragana || script == QChar::Script_Katakana;
        if (is_kana) script = QChar::Script_Han;
        if (found != QChar::Script_Unknown && script != found) return QChar::Script_Common;
        found = script;
    }
    return found;
}

// Whether each part is of one script, and that one is Latin's or the one of the name's end.
bool is_plain_host(QStringView host) {
    if (is_ascii(host)) return true;
    if (std::all_of(host.begin(), host.end(), is_plain_latin)) return true;
    const QList<QStringView> parts = host.split(u'.', Qt::SkipEmptyParts);
    const QChar::Script end = script_of(parts.last());
    return std::all_of(parts.begin(), parts.end(), [end](QStringView part) {
        const QChar::Script script = script_of(part);
        if (script == QChar::Script_Unknown || is_ascii(part)) return true;
        const bool has_no_doubles = script == QChar::Script_Han || script == QChar::Script_Hangul;
        return script != QChar::Script_Common && script != QChar::Script_Latin &&
               (script == end || has_no_doubles);
    });
}

// What stands for a match of the pattern; none if it is no address after all.
std::optional<FoundLink> link_of(const QRegularExpressionMatch& hit) {
    const QStringView written = trimmed_address(hit.capturedView());
    FoundLink link{hit.capturedStart(), written.size(), written.toString(), written.toString()};
    if (written.startsWith(u'#')) {
        const bool is_name =
            std::any_of(written.begin(), written.end(), [](QChar sign) { return sign.isLetter(); });
        link.target.prepend(room_scheme);
        return is_name ? std::optional(link) : std::nullopt;
    }
    if (written.startsWith(u"mailto:", Qt::CaseInsensitive)) {
        const qsizetype at = written.indexOf(u'@');
        return at > 7 && at + 1 < written.size() ? std::optional(link) : std::nullopt;
    }
    if (written.startsWith(u"www.", Qt::CaseInsensitive)) link.target.prepend(u"https://");
    const auto host = host_place(link.target);
    const QUrl url(link.target);
    if (!host || !url.isValid() || url.host().isEmpty()) return std::nullopt;
    if (link.target.size() != link.label.size() && url.host().count(u'.') < 2) return std::nullopt;
    const QString shown = unmistakable(link.target);
    if (shown != link.target) link.label = shown;
    return link;
}

}  // namespace

QList<FoundLink> find_links(const QString& plain) {
    // An address ends at blanks, quotation marks, and signs that nobody sees.
    static const QRegularExpression pattern(
        QStringLiteral(R"((?<![\p{L}\p{N}_@./-])(?:(?:https?|ircs?)://|www\.|mailto:))"
                       R"([^\s<>"\p{Cc}\p{Cf}]+)"
                       R"(|(?:^|(?<=[\s(\[{"'«“‘]))#[\p{L}\p{N}\p{M}#&+.!_|^~-]+)"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption |
            QRegularExpression::MultilineOption);
    QList<FoundLink> links;
    for (auto hits = pattern.globalMatch(plain); hits.hasNext();) {
        if (const auto link = link_of(hits.next())) links << *link;
    }
    return links;
}

QString unmistakable(const QString& address) {
    const auto place = host_place(address);
    if (!place) return address;
    const QString host = address.mid(place->start, place->length);
    if (is_plain_host(host)) return address;
    const QByteArray ascii = QUrl::toAce(host);
    QString shown = address;
    shown.replace(place->start, place->length,
                  ascii.isEmpty() ? QString::fromLatin1(QUrl::toPercentEncoding(host))
                                  : QString::fromLatin1(ascii));
    return shown;
}

QString with_controls_seen(const QString& text) {
    const auto turns = [](QChar sign) {
        const char16_t code = sign.unicode();
        return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
    };
    const auto is_hidden = [&turns](QChar sign) {
        const char16_t code = sign.unicode();
        const bool is_control = sign.category() == QChar::Other_Control;
        return (is_control && code != u'\n' && code != u'\t') || turns(sign);
    };
    if (std::none_of(text.begin(), text.end(), is_hidden)) return text;
    QString seen;
    for (const QChar sign : text) {
        if (!is_hidden(sign)) {
            seen += sign;
        } else if (sign.unicode() < 0x20) {
            seen += QChar(0x2400 + sign.unicode());  // its picture
        } else {
            seen += QStringLiteral("[U+%1]").arg(sign.unicode(), 4, 16, QLatin1Char('0')).toUpper();
        }
    }
    return seen;
}

QString room_of_link(const QString& target) {
    return target.startsWith(room_scheme) ? target.mid(room_scheme.size()) : QString();
}

}  // namespace brusio::ui
