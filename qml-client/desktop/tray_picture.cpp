#include "qml-client/desktop/tray_picture.h"

#include <QtCore/QFile>
#include <QtGui/QGuiApplication>
#include <QtGui/QPainter>
#include <QtSvg/QSvgRenderer>
#include <algorithm>

namespace brusio::ui {

namespace {

constexpr int usual_px = 64;
constexpr int largest_px = 512;

void draw_logo(QPainter& painter, const QRectF& place) {
    QFile file(QStringLiteral(":/Brusio/icons/logo.svg"));
    if (!file.open(QIODevice::ReadOnly)) return;
    QByteArray svg = file.readAll();
    svg.replace("currentColor", "#5B8DEF");  // seen on dark panels and on light ones
    QSvgRenderer renderer(svg);
    renderer.render(&painter, place);
}

void draw_number(QPainter& painter, const QRectF& whole, int number) {
    const QString text = number > 99 ? QStringLiteral("99+") : QString::number(number);
    const double height = whole.height() * 0.56;
    const double width = height * (text.size() == 1 ? 1.0 : text.size() == 2 ? 1.25 : 1.6);
    const QRectF place(whole.right() - width, whole.bottom() - height, width, height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0xB4, 0x2C, 0x17));
    painter.drawRoundedRect(place, height / 2, height / 2);
    QFont font = QGuiApplication::font();
    font.setPixelSize(std::max(6, static_cast<int>(height * 0.7)));
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(place, Qt::AlignCenter, text);
}

}  // namespace

QImage TrayPicture::requestImage(const QString& id, QSize* size, const QSize& wanted) {
    const int asked_px = std::max(wanted.width(), wanted.height());
    const int side_px = asked_px <= 0 ? usual_px : std::min(asked_px, largest_px);
    QImage picture(side_px, side_px, QImage::Format_ARGB32_Premultiplied);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    draw_logo(painter, picture.rect());
    const int number = id.toInt();
    if (number > 0) draw_number(painter, picture.rect(), number);
    if (size != nullptr) *size = picture.size();
    return picture;
}

}  // namespace brusio::ui
