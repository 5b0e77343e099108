#include "qml-client/models/message_paint.h"

#include <QtCore/QRegularExpression>
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "core/base/assert.h"

namespace brusio::ui {

namespace {

constexpr double contrast_min = 4.5;

constexpr std::array<QRgb, 99> irc_colours{
    0xffffff, 0x000000, 0x00007f, 0x009300, 0xff0000, 0x7f0000, 0x9c009c, 0xfc7f00, 0xffff00,
    0x00fc00, 0x009393, 0x00ffff, 0x0000fc, 0xff00ff, 0x7f7f7f, 0xd2d2d2, 0x470000, 0x472100,
    0x474700, 0x324700, 0x004700, 0x00472c, 0x004747, 0x002747, 0x000047, 0x2e0047, 0x470047,
    0x47002a, 0x740000, 0x743a00, 0x747400, 0x517400, 0x007400, 0x007449, 0x007474, 0x004074,
    0x000074, 0x4b0074, 0x740074, 0x740045, 0xb50000, 0xb56300, 0xb5b500, 0x7db500, 0x00b500,
    0x00b571, 0x00b5b5, 0x0063b5, 0x0000b5, 0x7500b5, 0xb500b5, 0xb5006b, 0xff0000, 0xff8c00,
    0xffff00, 0xb2ff00, 0x00ff00, 0x00ffa0, 0x00ffff, 0x008cff, 0x0000ff, 0xa500ff, 0xff00ff,
    0xff0098, 0xff5959, 0xffb459, 0xffff71, 0xcfff60, 0x6fff6f, 0x65ffc9, 0x6dffff, 0x59b4ff,
    0x5959ff, 0xc459ff, 0xff66ff, 0xff59bc, 0xff9c9c, 0xffd39c, 0xffff9c, 0xe2ff9c, 0x9cff9c,
    0x9cffdb, 0x9cffff, 0x9cd3ff, 0x9c9cff, 0xdc9cff, 0xff9cff, 0xff94d3, 0x000000, 0x131313,
    0x282828, 0x363636, 0x4d4d4d, 0x656565, 0x818181, 0x9f9f9f, 0xbcbcbc, 0xe2e2e2, 0xffffff};

double luminance(const QColor& colour) {
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

bool is_readable(const QColor& ink, const QList<QColor>& grounds) {
    return std::all_of(grounds.begin(), grounds.end(), [&ink](const QColor& ground) {
        return contrast(ink, ground) >= contrast_min;
    });
}

// "4", "#ff8000"; "" is `otherwise`.
QColor colour_of(const QString& word, const QColor& otherwise) {
    const QColor colour = word.startsWith(u'#') ? QColor(word) : irc_colour(word.toInt());
    return word.isEmpty() || !colour.isValid() ? otherwise : colour;
}

// RichText reads entities in addresses, which StyledText does not, and has a blue of its own.
QString with_rich_links(const QString& html, const QColor& link) {
    static const QRegularExpression address(QStringLiteral("<a href=\"([^\"]*)\""));
    QString rich;
    qsizetype from = 0;
    for (auto found = address.globalMatch(html); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        rich += html.mid(from, match.capturedStart() - from) +
                QStringLiteral("<a style=\"color:%1\" href=\"").arg(link.name()) +
                match.captured(1).toHtmlEscaped() + u'"';
        from = match.capturedEnd();
    }
    return rich + html.mid(from);
}

}  // namespace

QColor irc_colour(int code) {
    if (code < 0 || code >= static_cast<int>(irc_colours.size())) return {};
    return QColor::fromRgb(irc_colours.at(static_cast<std::size_t>(code)));
}

double contrast(const QColor& a, const QColor& b) {
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

QColor readable_ink(const QColor& wanted, const QList<QColor>& grounds) {
    if (is_readable(wanted, grounds)) return wanted;
    constexpr int steps = 100;
    const float hue = std::max(0.0F, wanted.hslHueF());
    for (int step = 0; step <= steps; ++step) {
        const float by = static_cast<float>(step) / steps;
        for (const float lightness : {wanted.lightnessF() - by, wanted.lightnessF() + by}) {
            const QColor ink =
                QColor::fromHslF(hue, wanted.hslSaturationF(), std::clamp(lightness, 0.0F, 1.0F));
            if (is_readable(ink, grounds)) return ink;
        }
    }
    return wanted;
}

bool MessagePaint::isRich(const QString& html) const {
    return html.contains(QStringLiteral("<span style=")) || html.contains(QStringLiteral("<tt>"));
}

QString MessagePaint::painted(const QString& html, const QColor& ink, const QColor& link,
                              const QList<QColor>& grounds) const {
    BRUSIO_ASSERT(!grounds.isEmpty());
    static const QRegularExpression wanted(
        QStringLiteral("color=\"irc([^\"]*)\"|style=\"irc([^;\"]*);([^\"]*)\""));
    if (!html.contains(QStringLiteral("\"irc"))) {
        return isRich(html) ? with_rich_links(html, link) : html;
    }
    QString done;
    qsizetype from = 0;
    for (auto found = wanted.globalMatch(html); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        done += html.mid(from, match.capturedStart() - from);
        from = match.capturedEnd();
        if (match.hasCaptured(1)) {
            const QColor colour = readable_ink(colour_of(match.captured(1), ink), grounds);
            done += QStringLiteral("color=\"%1\"").arg(colour.name());
            continue;
        }
        // Ink and ground of the writer: "r" in front has them changed places.
        QString front = match.captured(2);
        const bool turned = front.startsWith(u'r');
        if (turned) front.remove(0, 1);
        QColor over = colour_of(front, ink);
        QColor under = colour_of(match.captured(3), grounds.first());
        if (turned) std::swap(over, under);
        done += QStringLiteral("style=\"color:%1;background-color:%2\"")
                    .arg(readable_ink(over, {under}).name(), under.name());
    }
    done += html.mid(from);
    return isRich(html) ? with_rich_links(done, link) : done;
}

}  // namespace brusio::ui
